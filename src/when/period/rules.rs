//! The ways in which letters print periods, as patterns over folded text, and the days that each names.

use std::sync::LazyLock;

use crate::text::Captures;
use chrono::{Datelike, Days, Months, NaiveDate};

use super::endpoint::{
    self, DAY, MONTH, YEAR, calendar, day_of, financial, full_date, month_in, months_from, read, two_years,
};
use crate::catalogue::patterns::{Candidates, Pattern};

/// First and last day, either of them perhaps open; `None` where the words name no stretch of time after all.
pub type Reading = Option<(Option<NaiveDate>, Option<NaiveDate>)>;

/// One way to print a period.
pub struct Rule {
    /// Over folded text.
    pub pattern: Pattern,
    /// The days of a match; `None` for a single date, which is no period, but the year in it is none either.
    pub read: Option<fn(&Captures<'_>) -> Reading>,
}

/// Every way to print a period, the longest first.
pub static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let (ends, two, full) = (endpoint::patterns(), two_years(), full_date());
    let year = format!("(?:{two}|{YEAR})");
    let called = "(?:(?:the )?(?:financial|fiscal|academic|calendar|school) years? |f/?y ?)";
    let tail = format!("{full}|{DAY} (?:of )?{MONTH}|{MONTH},? {YEAR}|{MONTH}");
    [
        (
            format!(
                "(?:from |between )?{called}?(?:the )?({ends}) ?(?:-|to|until|till|through|up to) ?(?:the )?(?:end of )?({ends})"
            ),
            Some(from_to as fn(&Captures<'_>) -> Reading),
        ),
        (format!("between (?:the )?({ends}) and (?:the )?({ends})"), Some(from_to)),
        (
            format!(
                "(?:from )?{called}?({ends})(?: ?\\(| ?-|,)? ?(?:to (?:date|present|the present)|ytd|so far|year to date|onwards?|to now)\\)?"
            ),
            Some(open_end),
        ),
        (format!("so far (?:in|during) (?:the )?{called}?({ends})"), Some(open_end)),
        (format!("since (?:the )?(?:start of |beginning of )?{called}?({ends})"), Some(open_end)),
        (
            format!(
                "{called}?({year})(?: ?\\(| ?-|,)? ?(?:part[- ]year,? )?(?:up to|to|until|as at|as of) (?:the )?(?:end of )?({tail})(?: only)?\\)?"
            ),
            Some(part_year),
        ),
        (format!("(?:as (?:at|of|on)|at) (?:the )?({full})"), Some(on_the_day)),
        (format!("(?:up to|up until|until) (?:and including )?(?:the )?({full})"), Some(until)),
        (
            format!("(?:q|quarter ?|qtr ?)([1-4])(?: ?\\(([^()]{{3,30}})\\))?,?(?: of)?(?: fy)? ?-?({year})"),
            Some(quarter),
        ),
        (
            format!(
                "([0-9]{{1,2}}|three|six|nine|twelve|eighteen) months (?:up to|to|ending|ended)(?: on)? (?:the )?({full})"
            ),
            Some(months_up_to),
        ),
        (format!("year (?:ending|ended|to)(?: on)? (?:the )?({full})"), Some(year_up_to)),
        (format!("academic years? ({two})"), Some(academic)),
        (format!("(?:(?:the )?(?:financial|fiscal) years? |f/?y ?)?({two})"), Some(one_year)),
        (format!("({year}) ?\\(({MONTH}) ?(?:-|to) ?({MONTH})\\)"), Some(months_of_year)),
        (format!("({year}) ?\\((?:from )?({ends}) ?(?:-|to) ?({ends})(?:,? [a-z ]{{1,40}})?\\)"), Some(part_named)),
        (format!("{full}|[0-9]{{1,2}}/{YEAR}"), None),
        (format!("({MONTH})(?:, ?{MONTH})*,? (?:and|&) ({MONTH},? {YEAR})"), Some(months_in_a_row)),
        (format!("({MONTH},? {YEAR})"), Some(one_end)),
        (format!("({MONTH})(?:-| ?')([0-9]{{2}})"), Some(short_month)),
        (format!("(?:(?:the )?calendar years? )?({YEAR})"), Some(one_end)),
    ]
    .into_iter()
    .map(|(pattern, read)| Rule {
        pattern: Pattern::new(format!("(?-u:\\b)(?:{pattern})")).expect("a fixed pattern"),
        read,
    })
    .collect()
});

/// Which of [`RULES`] a text may hold.
pub static CANDIDATES: LazyLock<Candidates> = LazyLock::new(|| Candidates::new(RULES.iter().map(|rule| &rule.pattern)));

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

fn until(found: &Captures<'_>) -> Reading {
    Some((None, Some(read(&found[1], None)?.1)))
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

/// "October, November and December 2025".
fn months_in_a_row(found: &Captures<'_>) -> Reading {
    let (last, end) = read(&found[2], None)?;
    let (start, _) = read(&found[1], Some(last.year()))?;
    (start < last).then_some((Some(start), Some(end)))
}

/// "Jan-24".
fn short_month(found: &Captures<'_>) -> Reading {
    let year = 2000 + found[2].parse::<i32>().ok()?;
    endpoint::month_of(year, month_in(&found[1])?).map(|(start, end)| (Some(start), Some(end)))
}

/// "2017/18 (April 2017 - February 2018 data only)": the stretch in brackets, if it lies in the year.
fn part_named(found: &Captures<'_>) -> Reading {
    let (first, last) = read(&found[1], None)?;
    let (start, end) = read_both(&found[2], &found[3])?;
    (first <= start && start <= end && end <= last).then_some((Some(start), Some(end)))
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
