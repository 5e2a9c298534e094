//! The column `sent_on` as a whole: where one cell could be two days, the others may tell.

use std::collections::HashMap;

use super::day::{Cell, read_day};
use super::{Asked, Fault};
use crate::when::years_known;

/// The cells of the column, by line.
#[derive(Default)]
pub(super) struct Days {
    cells: HashMap<usize, (String, Cell)>,
}

impl Days {
    /// Reads a cell; what can be no day, whatever the others are, is told at once.
    pub fn add(&mut self, line: usize, written: &str, faults: &mut Vec<Fault>) {
        if written.is_empty() {
            return;
        }
        let read = read_day(written);
        let (first, last) = years_known();
        match read {
            Cell::None => faults.push(Fault::error(line, format!("`{written}` is no date; write YYYY-MM-DD"))),
            Cell::MonthFirst(day) => faults.push(Fault::error(
                line,
                format!("`{written}` is no date, day first; if it is in American order, write {day}"),
            )),
            Cell::OutOfRange(_) => faults.push(Fault::error(
                line,
                format!("`{written}` is not between {first} and {last}, the years whose bank holidays are known"),
            )),
            _ => {}
        }
        self.cells.insert(line, (written.to_owned(), read));
    }

    /// Gives each body its day. A cell that may be two days is read day first where another row can only be so.
    pub fn settle(&self, asked: &mut [Asked], faults: &mut Vec<Fault>) {
        let first = |wanted: fn(&Cell) -> bool| {
            let lines =
                self.cells.iter().filter(|(_, (_, cell))| wanted(cell)).map(|(line, (written, _))| (line, written));
            lines.min()
        };
        let day_first = first(|cell| matches!(cell, Cell::DayFirst(_)));
        let either = first(|cell| matches!(cell, Cell::Either(..)));
        for one in asked.iter_mut() {
            match self.cells.get(&one.line) {
                Some((_, Cell::Day(day) | Cell::DayFirst(day))) => one.sent_on = Some(*day),
                Some((_, Cell::Either(day, _))) if day_first.is_some() => one.sent_on = Some(*day),
                Some((written, Cell::Either(day, other))) => faults.push(Fault::error(
                    one.line,
                    format!("`{written}` may be {day} or, in American order, {other}; write the one that it is"),
                )),
                _ => {}
            }
        }
        if let (Some((line, written)), Some((other, shows))) = (either, day_first) {
            faults.push(Fault::warning(
                *line,
                format!("`{written}` and the like are read day first, as `{shows}` on line {other} is"),
            ));
        }
    }
}
