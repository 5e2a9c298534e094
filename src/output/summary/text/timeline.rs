//! Dates drawn one by one: a row a body, a bar as long as the date is imprecise.

use chrono::{Datelike, NaiveDate};

use crate::analysis::summary::{Dated, QuestionReport};
use crate::output::screen::{DIM, HEADING, MARK, WIDTH, fit, left, paint, width};
use crate::output::summary::words::{date, short_name};

/// The most columns that a date in words takes.
const SAID: usize = 19;
const TRACK: usize = 32;

/// The months that the track covers and how many columns they take.
struct Scale {
    first: i64,
    months: i64,
    columns: i64,
}

pub fn lines(question: &QuestionReport) -> Vec<String> {
    let dates: Vec<(&Dated, NaiveDate, NaiveDate)> = question
        .dates
        .iter()
        .filter_map(|dated| Some((dated, dated.from.parse().ok()?, dated.to.parse().ok()?)))
        .collect();
    let Some(scale) = Scale::over(dates.iter().map(|(_, from, to)| (*from, *to))) else { return Vec::new() };
    let said: Vec<String> =
        dates.iter().map(|(dated, ..)| fit(&date(&dated.code, &dated.from, &dated.to), SAID)).collect();
    let widest = said.iter().map(|said| width(said)).max().unwrap_or(0);
    let years = scale.years();
    let names = WIDTH - 2 - 2 - widest - 2 - (scale.columns as usize).max(width(&years));
    let title = format!("{} (n {})", question.label, dates.len());
    let heading = left(&title, 2 + names + 2 + widest + 2);
    let mut lines = vec![format!("{}{}", paint(HEADING, &heading), paint(DIM, &years))];
    lines.extend(dates.iter().zip(said).map(|((dated, from, to), said)| {
        let name = left(&short_name(dated.authority.as_deref()), names);
        format!("  {name}  {}  {}", left(&said, widest), scale.track(*from, *to, dated.code.contains('~')))
    }));
    lines.push(paint(DIM, "  ● a day   ━ as long as the date is imprecise   ┄ about"));
    lines
}

impl Scale {
    /// From the January before the first date to the end of the last date's quarter.
    fn over(dates: impl Iterator<Item = (NaiveDate, NaiveDate)>) -> Option<Scale> {
        let (from, to) = dates.reduce(|(from, to), (first, last)| (from.min(first), to.max(last)))?;
        let first = i64::from(from.year()) * 12;
        let months = (month(to) / 3 + 1) * 3 - first;
        let whole = TRACK as i64 / months;
        let columns = if whole == 0 { TRACK as i64 } else { months * whole.min(3) };
        Some(Scale { first, months, columns })
    }

    /// The column of the moment `day` days into the month `month`.
    fn column(&self, month: i64, day: u32) -> i64 {
        ((month - self.first) * 31 + i64::from(day)) * self.columns / (self.months * 31)
    }

    fn years(&self) -> String {
        let mut axis = String::new();
        for year in (self.first / 12)..=((self.first + self.months - 1) / 12) {
            let at = self.column(year * 12, 0) as usize;
            let room = TRACK.saturating_sub(at);
            if (axis.is_empty() || width(&axis) < at) && room >= 4 {
                axis = left(&axis, at) + &year.to_string();
            }
        }
        axis
    }

    fn track(&self, from: NaiveDate, to: NaiveDate, about: bool) -> String {
        let start = self.column(month(from), from.day0());
        // The day after the last, or the first of the next month where the last day ends its month.
        let ends_month = to.succ_opt().is_none_or(|next| next.day() == 1);
        let end = if ends_month { self.column(month(to) + 1, 0) } else { self.column(month(to), to.day0() + 1) };
        let long = (end - start).max(1);
        let bar = match (about, from == to) {
            (true, _) => "┄",
            (false, true) => "●",
            (false, false) => "━",
        };
        let bar = if from == to { bar.to_owned() } else { bar.repeat(long as usize) };
        let before: String = (0..start).map(|column| self.ground(column)).collect();
        let after: String = (start + width(&bar) as i64..self.columns).map(|column| self.ground(column)).collect();
        format!("{}{}{}", paint(DIM, &before), paint(MARK, &bar), paint(DIM, after.trim_end()))
    }

    /// A faint line where a year begins.
    fn ground(&self, column: i64) -> char {
        let begins = |year: i64| self.column(year * 12, 0) == column;
        let years = (self.first / 12)..=((self.first + self.months) / 12);
        if years.into_iter().any(begins) { '┊' } else { ' ' }
    }
}

fn month(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month0())
}
