//! Periods as letters print them ("2023/24", "2025 (up to 02/09/25)", "April 2017 to March 2018"), with their first and last day.
//!
//! A year over two calendar years is a financial year, 1 April to 31 March, unless it is called an academic one.

mod endpoint;
mod rules;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use self::rules::{CANDIDATES, RULES, Reading};
use crate::text::Span;

/// A stretch of time that a folded text names; an open end is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Where it is printed, in the folded text that was searched.
    pub span: Span,
    /// Its first day.
    pub start: Option<NaiveDate>,
    /// Its last day.
    pub end: Option<NaiveDate>,
}

/// Every period named in `folded`, in order of place; where readings overlap, the first and longest holds.
pub fn find_periods(folded: &str) -> Vec<Period> {
    find_periods_and_times(folded).0
}

/// The place of every period and date in `folded`, in order: numbers in them are no figures.
pub fn find_times(folded: &str) -> Vec<Span> {
    find_periods_and_times(folded).1
}

/// What [`find_periods`] and [`find_times`] find, in one reading.
pub fn find_periods_and_times(folded: &str) -> (Vec<Period>, Vec<Span>) {
    let readings = readings(folded);
    let times = readings.iter().map(|(span, _)| *span).collect();
    let named = readings.into_iter().filter(|(span, _)| !is_part_of_a_name(folded, *span));
    (named.filter_map(|(span, reading)| reading.map(|(start, end)| Period { span, start, end })).collect(), times)
}

fn readings(folded: &str) -> Vec<(Span, Reading)> {
    let mut hits: Vec<(Span, Reading)> = Vec::new();
    // Every period names a year, with two digits at least.
    if !folded.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_digit)) {
        return hits;
    }
    for rule in CANDIDATES.of(folded).map(|at| &RULES[at]) {
        for span in rule.pattern.find_iter(folded).map(|found| Span::from(found.range())) {
            if !stands_alone(folded, span) {
                continue;
            }
            let Some(read) = rule.read else {
                hits.push((span, None));
                continue;
            };
            let reading = rule.pattern.captures_at(folded, span.start).and_then(|found| read(&found));
            hits.extend(reading.map(|reading| (span, Some(reading))));
        }
    }
    hits.sort_by_key(|(span, reading)| (span.start, std::cmp::Reverse(span.end), reading.is_none()));
    let mut end = 0;
    hits.retain(|(span, _)| {
        let free = span.start >= end;
        end = if free { span.end } else { end };
        free
    });
    hits
}

/// Most digits of a figure that is glued to its year.
const FIGURE: usize = 4;

/// Not inside a longer number, reference or word.
fn stands_alone(folded: &str, span: Span) -> bool {
    let before = &folded.as_bytes()[..span.start];
    let after = &folded.as_bytes()[span.end..];
    let joins = |byte: u8| b"/-._,:#@&\xa3".contains(&byte);
    let starts = match before {
        [.., last] if b"#@\xa3".contains(last) => false,
        [.., previous, b':' | b','] => !previous.is_ascii_digit(),
        [.., previous, last] if joins(*last) => !previous.is_ascii_alphanumeric(),
        [.., last] => !last.is_ascii_alphanumeric(),
        [] => true,
    };
    // A line of a table whose cells are glued: "2022/2319".
    let lone = before.is_empty() || before.ends_with(b"\n");
    let cell = after.iter().take_while(|byte| byte.is_ascii_digit()).take(FIGURE + 1).count();
    let ends_line = after.get(cell).is_none_or(|byte| *byte == b'\n');
    let glued = lone && (1..=FIGURE).contains(&cell) && ends_line;
    if glued && is_financial_year(span.of(folded)) {
        return true;
    }
    let ends = match after {
        [first, next, ..] if joins(*first) => !next.is_ascii_digit(),
        [first, ..] => !first.is_ascii_alphanumeric() && *first != b'%',
        [] => true,
    };
    starts && ends
}

/// True of `2022/23` and `2022-23`.
pub fn is_financial_year(words: &str) -> bool {
    let Some((from, to)) = words.split_once(['/', '-']) else { return false };
    let number = |digits: &str| digits.parse::<u32>().ok();
    words.len() == "2022/23".len() && words.starts_with("20") && number(from).map(|year| (year + 1) % 100) == number(to)
}

/// "Act 2000", "Charter (2023)": a year that belongs to a title.
fn is_part_of_a_name(folded: &str, span: Span) -> bool {
    const TITLES: [&str; 11] = [
        "act",
        "acts",
        "law",
        "bill",
        "regulations",
        "regulation",
        "charter",
        "order",
        "code",
        "guidance",
        "directive",
    ];
    let words = span.of(folded);
    let before = folded[..span.start].trim_end_matches([' ', '(']);
    let last = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or("");
    words.len() == 4 && TITLES.contains(&last) && before.ends_with(last) && !last.is_empty()
}
