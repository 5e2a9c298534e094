//! Periods as letters print them ("2023/24", "2025 (up to 02/09/25)", "April 2017 to March 2018"), with their first and last day.
//!
//! A year over two calendar years is a financial year, 1 April to 31 March, unless it is called an academic one.

mod endpoint;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use chrono::{Datelike, Days, Months, NaiveDate};
use regex::{Captures, Regex};

use self::endpoint::{
    DAY, MONTH, YEAR, calendar, day_of, financial, full_date, month_in, months_from, read, two_years,
};
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

/// First and last day, either of them perhaps open; `None` where the words name no stretch of time after all.
type Reading = Option<(Option<NaiveDate>, Option<NaiveDate>)>;

struct Rule {
    pattern: Regex,
    read: fn(&Captures<'_>) -> Reading,
    /// A single date is no period, but the year in it is none either.
    hides: bool,
}

/// Every period named in `folded`, in order of place; where readings overlap, the first and longest holds.
pub fn find_periods(folded: &str) -> Vec<Period> {
    let named = readings(folded).into_iter().filter(|(span, _)| !is_part_of_a_name(folded, *span));
    named.filter_map(|(span, reading)| reading.map(|(start, end)| Period { span, start, end })).collect()
}

/// The place of every period and date in `folded`, in order: numbers in them are no figures.
pub fn find_times(folded: &str) -> Vec<Span> {
    readings(folded).into_iter().map(|(span, _)| span).collect()
}

fn readings(folded: &str) -> Vec<(Span, Reading)> {
    let mut hits: Vec<(Span, Reading)> = Vec::new();
    for rule in RULES.iter() {
        for found in rule.pattern.captures_iter(folded) {
            let span = Span::from(found.get(0).expect("group 0 is the match").range());
            if stands_alone(folded, span) {
                let reading = (rule.read)(&found);
                if reading.is_some() || rule.hides {
                    hits.push((span, reading));
                }
            }
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
    let ends = match after {
        [first, next, ..] if joins(*first) => !next.is_ascii_digit(),
        [first, ..] => !first.is_ascii_alphanumeric() && *first != b'%',
        [] => true,
    };
    starts && ends
}

/// "Act 2000", "Charter (2023)": a year that belongs to a title.
fn is_part_of_a_name(folded: &str, span: Span) -> bool {
    const TITLES: [&str; 9] =
        ["act", "acts", "regulations", "regulation", "charter", "order", "code", "guidance", "directive"];
    let words = span.of(folded);
    let before = folded[..span.start].trim_end_matches([' ', '(']);
    let last = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or("");
    words.len() == 4 && TITLES.contains(&last) && before.ends_with(last) && !last.is_empty()
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let (ends, two, full) = (endpoint::patterns(), two_years(), full_date());
    let year = format!("(?:{two}|{YEAR})");
    let called = "(?:(?:the )?(?:financial|fiscal|academic|calendar|school) years? |f/?y ?)";
    let tail = format!("{full}|{DAY} (?:of )?{MONTH}|{MONTH},? {YEAR}|{MONTH}");
    [
        (
            format!(
                "(?:from |between )?{called}?(?:the )?({ends}) ?(?:-|to|until|till|through|up to) ?(?:the )?(?:end of )?({ends})"
            ),
            from_to as fn(&Captures<'_>) -> Reading,
        ),
        (format!("between (?:the )?({ends}) and (?:the )?({ends})"), from_to),
        (
            format!(
                "(?:from )?{called}?({ends})(?: ?\\(| ?-|,)? ?(?:to (?:date|present|the present)|ytd|so far|year to date|onwards?|to now)\\)?"
            ),
            open_end,
        ),
        (format!("since (?:the )?(?:start of |beginning of )?{called}?({ends})"), open_end),
        (
            format!(
                "{called}?({year})(?: ?\\(| ?-|,)? ?(?:part[- ]year,? )?(?:up to|to|until|as at|as of) (?:the )?(?:end of )?({tail})\\)?"
            ),
            part_year,
        ),
        (format!("as (?:at|of|on) (?:the )?({full})"), on_the_day),
        (
            format!("(?:q|quarter ?|qtr ?)([1-4])(?: ?\\(([^()]{{3,30}})\\))?,?(?: of)?(?: fy)? ?-?({year})"),
            quarter,
        ),
        (
            format!(
                "([0-9]{{1,2}}|three|six|nine|twelve|eighteen) months (?:up to|to|ending|ended)(?: on)? (?:the )?({full})"
            ),
            months_up_to,
        ),
        (format!("year (?:ending|ended|to)(?: on)? (?:the )?({full})"), year_up_to),
        (format!("academic years? ({two})"), academic),
        (format!("(?:(?:the )?(?:financial|fiscal) years? |f/?y ?)?({two})"), one_year),
        (format!("({year}) ?\\(({MONTH}) ?(?:-|to) ?({MONTH})\\)"), months_of_year),
        (format!("{full}|[0-9]{{1,2}}/{YEAR}"), single_date),
        (format!("({MONTH},? {YEAR})"), one_end),
        (format!("(?:(?:the )?calendar years? )?({YEAR})"), one_end),
    ]
    .into_iter()
    .map(|(pattern, read)| Rule {
        pattern: Regex::new(&pattern).expect("a fixed pattern"),
        read,
        hides: std::ptr::fn_addr_eq(read, single_date as fn(&Captures<'_>) -> Reading),
    })
    .collect()
});

fn from_to(found: &Captures<'_>) -> Reading {
    if !found[0].contains(|c: char| c.is_ascii_alphabetic()) && found[1].len() == 4 {
        return None; // "2023 - 24" and "2018-2022" are one year and several: `one_year` reads them
    }
    let (start, end) = read_both(&found[1], &found[2])?;
    (start <= end).then_some((Some(start), Some(end)))
}

/// The first day of one end and the last of the other; a year printed once holds for both.
fn read_both(from: &str, to: &str) -> Option<(NaiveDate, NaiveDate)> {
    if let Some((first, _)) = read(from, None) {
        return Some((first, read(to, Some(first.year()))?.1));
    }
    let last = read(to, None)?.1;
    let year = last.year() - i32::from(month_in(from)? > last.month());
    Some((read(from, Some(year))?.0, last))
}

fn open_end(found: &Captures<'_>) -> Reading {
    Some((Some(read(&found[1], None)?.0), None))
}

fn part_year(found: &Captures<'_>) -> Reading {
    let (start, end) = read(&found[1], None)?;
    let (_, last) = [start.year(), end.year()]
        .into_iter()
        .filter_map(|year| read(&found[2], Some(year)))
        .find(|(_, last)| (start..=end).contains(last))?;
    Some((Some(start), Some(last)))
}

fn on_the_day(found: &Captures<'_>) -> Reading {
    read(&found[1], None).map(|(day, _)| (Some(day), Some(day)))
}

fn quarter(found: &Captures<'_>) -> Reading {
    let number: u32 = found[1].parse().ok()?;
    let (year_start, year_end) = read(&found[3], None)?;
    let named = found.get(2).and_then(|months| month_in(months.as_str()));
    let start = match named {
        Some(month) => [year_start.year(), year_end.year()]
            .into_iter()
            .filter_map(|year| day_of(year, month, 1))
            .find(|day| (year_start..=year_end).contains(day))?,
        None => year_start.checked_add_months(Months::new(3 * (number - 1)))?,
    };
    months_from(start, 3).map(|(start, end)| (Some(start), Some(end)))
}

fn months_up_to(found: &Captures<'_>) -> Reading {
    let count = match &found[1] {
        "three" => 3,
        "six" => 6,
        "nine" => 9,
        "twelve" => 12,
        "eighteen" => 18,
        digits => digits.parse().ok()?,
    };
    months_before(&found[2], count)
}

fn year_up_to(found: &Captures<'_>) -> Reading {
    months_before(&found[1], 12)
}

/// `count` months whose last day is printed: "6 months up to 31 October" starts on 1 May.
fn months_before(last: &str, count: u32) -> Reading {
    let (_, last) = read(last, None)?;
    let after = last.checked_add_days(Days::new(1))?;
    Some((Some(after.checked_sub_months(Months::new(count))?), Some(last)))
}

/// "2023 (Jan-Jun)".
fn months_of_year(found: &Captures<'_>) -> Reading {
    let (start, end) = read(&found[1], None)?;
    let month = |words: &str| {
        let within = |(first, _): &endpoint::Stretch| (start..=end).contains(first);
        [start.year(), end.year()].into_iter().filter_map(|year| read(words, Some(year))).find(within)
    };
    Some((Some(month(&found[2])?.0), Some(month(&found[3])?.1)))
}

fn single_date(_: &Captures<'_>) -> Reading {
    None
}

fn academic(found: &Captures<'_>) -> Reading {
    financial(&found[1], 9).map(|(start, end)| (Some(start), Some(end)))
}

/// One financial year, or several calendar years ("2018-2022").
fn one_year(found: &Captures<'_>) -> Reading {
    let several = || match endpoint::numbers(&found[1])[..] {
        [from, to] if from > 1000 && to > from => Some((calendar(from)?.0, calendar(to)?.1)),
        _ => None,
    };
    financial(&found[1], 4).or_else(several).map(|(start, end)| (Some(start), Some(end)))
}

fn one_end(found: &Captures<'_>) -> Reading {
    read(&found[1], None).map(|(start, end)| (Some(start), Some(end)))
}
