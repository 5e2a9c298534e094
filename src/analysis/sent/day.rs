//! Dates as spreadsheets write them. What could be two days is none until the column tells.

use chrono::{Datelike, NaiveDate};

use crate::text::Folded;
use crate::when::{find_dates, years_known};

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// This day, whoever wrote it.
    Day(NaiveDate),
    /// This day, as its number is no month: the column is written day first.
    DayFirst(NaiveDate),
    /// This day, if it is written month first: day first there is no such month.
    MonthFirst(NaiveDate),
    /// The one day if written day first, the other if month first.
    Either(NaiveDate, NaiveDate),
    /// A day outside the years whose bank holidays are known.
    OutOfRange(NaiveDate),
    /// No day.
    None,
}

/// Reads a cell.
pub fn read_day(cell: &str) -> Cell {
    // A spreadsheet may add a time that nobody asked for.
    let day = match cell.trim().rsplit_once([' ', 'T']) {
        Some((day, time)) if time.contains(':') => day,
        _ => cell.trim(),
    };
    match numbers(day) {
        Some((separator, [first, second, year])) => by_numbers(separator, first, second, year),
        None => in_words(day).map_or(Cell::None, |day| within(day, Cell::Day)),
    }
}

/// `03/04/2025` and the like: three numbers, the last the year, and what parts them.
fn numbers(cell: &str) -> Option<(char, [u32; 3])> {
    let separator = cell.chars().find(|c| !c.is_ascii_digit()).filter(|c| "/-.".contains(*c))?;
    let number = |part: &str, most: usize| -> Option<u32> {
        ((1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?
    };
    let mut parts = cell.split(separator);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let read = [number(first, 2)?, number(second, 2)?, number(year, 4).filter(|_| year.len() != 3 && year.len() != 1)?];
    parts.next().is_none().then_some((separator, read))
}

fn by_numbers(separator: char, first: u32, second: u32, year: u32) -> Cell {
    let year = if year < 100 { 2000 + year } else { year };
    let day = |day, month| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    match (day(first, second), day(second, first)) {
        (Some(day), None) => within(day, Cell::DayFirst),
        // Nobody parts month and day by full stops.
        (Some(day), Some(_)) if separator == '.' => within(day, Cell::Day),
        (Some(day), Some(other)) if day == other => within(day, Cell::Day),
        (Some(day), Some(other)) => within(day, |day| Cell::Either(day, other)),
        (None, Some(day)) => within(day, Cell::MonthFirst),
        (None, None) => Cell::None,
    }
}

/// `2025-05-12`, `12 May 2025`, `12-May-25`: one date that is the whole cell.
fn in_words(cell: &str) -> Option<NaiveDate> {
    let century = cell.rfind([' ', '-']).filter(|at| cell.len() - at == 3).map_or_else(String::new, |at| {
        let (before, year) = cell.split_at(at + 1);
        format!("{before}20{year}")
    });
    [cell, &century].into_iter().find_map(|cell| {
        let folded = Folded::new(cell);
        match find_dates(folded.text())[..] {
            [found] if found.span.start == 0 && found.span.end == folded.text().len() => {
                found.date.day().filter(|_| !found.damaged)
            }
            _ => None,
        }
    })
}

fn within(day: NaiveDate, cell: impl FnOnce(NaiveDate) -> Cell) -> Cell {
    let (first, last) = years_known();
    if (first..=last).contains(&day.year()) { cell(day) } else { Cell::OutOfRange(day) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_spreadsheets_write_them() {
        let day = |day: &str| day.parse::<NaiveDate>().unwrap();
        let may = day("2025-05-12");
        for cell in
            ["2025-05-12", "2025-05-12 00:00:00", "2025-05-12T00:00:00Z", "12 May 2025", "12-May-25", " 12 may 2025 "]
        {
            assert_eq!(read_day(cell), Cell::Day(may), "{cell}");
        }
        for (cell, read) in [
            ("12.05.2025", Cell::Day(may)),
            ("25/03/2025", Cell::DayFirst(day("2025-03-25"))),
            ("25/03/25", Cell::DayFirst(day("2025-03-25"))),
            ("25-03-2025 00:00", Cell::DayFirst(day("2025-03-25"))),
            ("03/25/2025", Cell::MonthFirst(day("2025-03-25"))),
            ("03/04/2025", Cell::Either(day("2025-04-03"), day("2025-03-04"))),
            ("03/03/2025", Cell::Day(day("2025-03-03"))),
            ("2205-05-12", Cell::None),
            ("12/05/1925", Cell::OutOfRange(day("1925-05-12"))),
        ] {
            assert_eq!(read_day(cell), read, "{cell}");
        }
    }

    #[test]
    fn nothing_less_than_a_day_is_one() {
        for cell in [
            "",
            "May 2025",
            "2025",
            "45789",
            "31/02/2025",
            "31 June 2025",
            "soon",
            "12/05",
            "12/05/205",
            "12 May 2025 or so",
        ] {
            assert_eq!(read_day(cell), Cell::None, "{cell}");
        }
    }
}
