//! The columns of days as a whole: where one cell could be two days, the others may tell.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::day::{Cell, read_day};
use super::{Asked, Fault};
use crate::when::years_known;

/// Which day of a body a column holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    SentOn,
    ClarifiedOn,
}

/// The cells of these columns, by line.
#[derive(Default)]
pub(super) struct Days {
    cells: BTreeMap<(usize, Column), (String, Cell)>,
}

impl Days {
    /// Reads a cell; what can be no day, whatever the others are, is told at once.
    pub fn add(&mut self, line: usize, column: Column, written: &str, faults: &mut Vec<Fault>) {
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
        self.cells.insert((line, column), (written.to_owned(), read));
    }

    /// Gives each body its days. A cell that may be two is read day first where another can only be so.
    pub fn settle(&self, asked: &mut [Asked], faults: &mut Vec<Fault>) {
        let first = |wanted: fn(&Cell) -> bool| self.cells.iter().find(|(_, (_, cell))| wanted(cell));
        let day_first = first(|cell| matches!(cell, Cell::DayFirst(_)));
        for one in asked.iter_mut() {
            let mut day = |column| self.day(one.line, column, day_first.is_some(), faults);
            (one.sent_on, one.clarified_on) = (day(Column::SentOn), day(Column::ClarifiedOn));
            if let (Some(sent), Some(clarified)) = (one.sent_on, one.clarified_on)
                && clarified < sent
            {
                let message = format!("clarified_on is {clarified}, before sent_on, {sent}; correct one");
                faults.push(Fault::error(one.line, message));
            }
        }
        let either = first(|cell| matches!(cell, Cell::Either(..)));
        if let (Some(((line, _), (written, _))), Some(((other, _), (shows, _)))) = (either, day_first) {
            let message = format!("`{written}` and the like are read day first, as `{shows}` on line {other} is");
            faults.push(Fault::warning(*line, message));
        }
    }

    fn day(&self, line: usize, column: Column, day_first: bool, faults: &mut Vec<Fault>) -> Option<NaiveDate> {
        match self.cells.get(&(line, column))? {
            (_, Cell::Day(day) | Cell::DayFirst(day)) => Some(*day),
            (_, Cell::Either(day, _)) if day_first => Some(*day),
            (written, Cell::Either(day, other)) => {
                let message =
                    format!("`{written}` may be {day} or, in American order, {other}; write the one that it is");
                faults.push(Fault::error(line, message));
                None
            }
            _ => None,
        }
    }
}
