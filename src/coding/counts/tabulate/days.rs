//! Heads that name a day, or a part of a year that is named elsewhere: a month, several months, a quarter.

use std::sync::LazyLock;

use crate::text::Regex;
use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};

use super::super::Letter;
use super::super::question::When;
use crate::text::Span;
use crate::when::{MONTHS, Point, find_dates};

/// "31 March 2022" as a head: that day.
pub(super) fn on_one_day(letter: &Letter<'_>, head: Span) -> Option<When> {
    let words = letter.folded.of(head);
    let date = *find_dates(words).first().filter(|date| words.len() < date.span.len() + 8)?;
    let Point::Day(day) = date.date.from else { return None };
    date.date.to.is_none().then_some(When { start: Some(day), end: Some(day), printed: head })
}

/// "1 July" as a head within a stretch that holds that day once.
fn day_of(letter: &Letter<'_>, head: Span, start: NaiveDate, end: NaiveDate) -> Option<When> {
    static DAY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("^(?:(?:on|at|as at) )?([0-9]{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9}):?$")
            .expect("a fixed pattern")
    });
    let found = DAY.captures(letter.folded.of(head).trim())?;
    let (day, month) = (found[1].parse().ok()?, month(&found[2])?);
    let years = start.year()..=end.year();
    let mut days =
        years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day)).filter(|day| (start..=end).contains(day));
    let day = days.next().filter(|_| days.next().is_none())?;
    Some(When { start: Some(day), end: Some(day), printed: head })
}

/// "January", "July to September", "1 July", "Q2" as a head beside a year, or within a stretch that holds it once: that part of it.
pub fn part_of(letter: &Letter<'_>, head: Span, year: Option<When>) -> Option<When> {
    let (start, end) = year.and_then(|year| Some((year.start?, year.end?)))?;
    if let Some(day) = day_of(letter, head, start, end) {
        return Some(day);
    }
    let part = Part::read(letter.folded.of(head)).filter(|_| end - start < TimeDelta::days(366))?;
    let first = match part.month {
        Some(month) => (0..12).map(|months| start + Months::new(months)).find(|day| day.month() == month)?,
        None if end - start > TimeDelta::days(363) => start + Months::new(3 * (part.quarter? - 1)),
        None => return None,
    };
    let last = first.with_day(1)? + Months::new(part.months) - Days::new(1);
    let inside = first.day() == 1 && last <= end;
    inside.then_some(When { start: Some(first), end: Some(last), printed: head })
}

/// The part of a year that folded words name and nothing else.
struct Part {
    /// Its first month, where one is named.
    month: Option<u32>,
    /// The quarter, counted from the first month of the year, whichever that is.
    quarter: Option<u32>,
    /// How many months it has.
    months: u32,
}

impl Part {
    fn read(folded: &str) -> Option<Part> {
        static QUARTER: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new("^(?:q|qtr\\.? ?|quarter ?)([1-4])$|^(first|second|third|fourth) quarter$")
                .expect("a fixed pattern")
        });
        static MONTHS_OF: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new("^([a-z]{3,9})\\.?(?: ?(?:-|/|to|and) ?([a-z]{3,9})\\.?)?$").expect("a fixed pattern")
        });
        let words = folded.trim().trim_end_matches(':');
        let (outside, inside) = match words.split_once('(') {
            Some((outside, inside)) => (outside.trim(), inside.trim_end_matches(')').trim()),
            None => (words, ""),
        };
        let months = [inside, outside].into_iter().find_map(|words| {
            let named = MONTHS_OF.captures(words)?;
            let first = month(&named[1])?;
            let last = named.get(2).map_or(Some(first), |last| month(last.as_str()))?;
            Some((first, (last + 12 - first) % 12 + 1))
        });
        let quarter = QUARTER.captures(outside).and_then(|found| match found.get(1) {
            Some(digit) => digit.as_str().parse().ok(),
            None => ["first", "second", "third", "fourth"]
                .iter()
                .zip(1..)
                .find(|(word, _)| **word == &found[2])
                .map(|(_, at)| at),
        });
        match (months, quarter) {
            (Some((month, months)), quarter) if inside.is_empty() || quarter.is_some() => {
                Some(Part { month: Some(month), quarter, months })
            }
            (None, Some(quarter)) if inside.is_empty() => Some(Part { month: None, quarter: Some(quarter), months: 3 }),
            _ => None,
        }
    }
}

/// The month that a word names, whole or by its first three letters.
fn month(word: &str) -> Option<u32> {
    let named =
        |(name, _): &(&&str, u32)| **name == word || name[..3] == *word || (word == "sept" && name.starts_with(word));
    MONTHS.iter().zip(1..).find(named).map(|(_, month)| month)
}

/// True for "(Apr-Jun)" or "April to June" beside a period that has said as much.
pub(super) fn only_months(folded: &str) -> bool {
    let words = folded.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    words.clone().all(|word| month(word).is_some() || word == "to") && words.count() > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::text::{Folded, Lines};

    fn part(head: &str, from: &str, to: &str) -> Option<String> {
        let (folded, lines) = (Folded::new(head), Lines::new(head));
        let letter = Letter { text: head, lines: &lines, folded: &folded };
        let day = |day: &str| Some(day.parse::<NaiveDate>().expect("a day"));
        let whole = Span::new(0, head.len());
        let found = part_of(&letter, whole, Some(When { start: day(from), end: day(to), printed: whole }))?;
        Some(format!("{}..{}", found.start?, found.end?))
    }

    #[test]
    fn a_quarter_counts_from_the_first_month_of_its_year() {
        for (head, days) in [
            ("Q1", "2024-04-01..2024-06-30"),
            ("Quarter 4 (January-March)", "2025-01-01..2025-03-31"),
            ("Third quarter", "2024-10-01..2024-12-31"),
            ("Apr - Jun", "2024-04-01..2024-06-30"),
            ("July to September:", "2024-07-01..2024-09-30"),
            ("February", "2025-02-01..2025-02-28"),
            ("1 July", "2024-07-01..2024-07-01"),
            ("31st of March:", "2025-03-31..2025-03-31"),
        ] {
            assert_eq!(part(head, "2024-04-01", "2025-03-31").as_deref(), Some(days), "{head}");
        }
        assert_eq!(part("Q1", "2024-01-01", "2024-12-31").as_deref(), Some("2024-01-01..2024-03-31"));
        assert_eq!(part("July to September", "2023-07-01", "2023-12-31").as_deref(), Some("2023-07-01..2023-09-30"));
        for head in ["Q5", "Marching", "Band 1", "Q1 (wards)", "May contain nuts", "March to the sea"] {
            assert_eq!(part(head, "2024-04-01", "2025-03-31"), None, "{head}");
        }
        assert_eq!(part("Q1", "2023-07-01", "2023-12-31"), None);
        assert_eq!(part("March", "2021-04-01", "2024-03-31"), None);
    }
}
