//! Heads that name a day, or a month of a year that is named elsewhere.

use chrono::{Datelike, Days, Months, TimeDelta};

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

/// "January" as a head beside a year: that month of it.
pub(super) fn month_of(letter: &Letter<'_>, head: Span, year: Option<When>) -> Option<When> {
    let (start, end) = year.and_then(|year| Some((year.start?, year.end?)))?;
    let words = letter.folded.of(head);
    let named = MONTHS.iter().zip(1..).find(|(name, _)| **name == words || name[..3] == *words)?.1;
    let first = (0..12).map(|months| start + Months::new(months)).find(|day| day.month() == named);
    let first = first.filter(|_| end - start < TimeDelta::days(366))?;
    let last = first + Months::new(1) - Days::new(1);
    Some(When { start: Some(first), end: Some(last), printed: head })
}
