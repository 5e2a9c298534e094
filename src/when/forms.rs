//! The forms in which letters print dates, one entry each: how it is recognised and what it says.
//!
//! A form sees only its own words; what stands around them is weighed in `date.rs`.

use super::MONTHS;
use crate::text::Captures;
use chrono::NaiveDate;

use super::moment::{Moment, Point, Season};

/// What a date expression says, taken by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    pub moment: Moment,
    /// The print names a day or month that does not exist; `moment` is what is left.
    pub damaged: bool,
    /// Nothing in the words themselves marks them as a date: `2023`, `2023/24`.
    pub bare: bool,
    /// A two-digit year that needs support from what stands around it: `October 23`.
    pub doubtful: bool,
}

/// A form: a pattern over folded text and how to read it. `{names}` stand for the pieces in [`expand`].
pub(super) struct Form {
    pub pattern: &'static str,
    pub read: fn(&Captures) -> Option<Reading>,
}

/// All forms; where two begin at the same place the earlier one wins.
pub(super) const FORMS: &[Form] = &[
    // 16th July 2025 · Monday 12 May 2025 · 1st of Dec. 2023 · 15^th May 2024 · l9 November 2025 · 16-Jul-25
    Form {
        pattern: "{weekday}(?<day>{day}){ordinal}(?: (?:day )?(?:of )?|[-./]|)(?<month>{month})\
                  (?:\\.?,? ?|[-./])(?:of )?(?<year>{year}|'?[0-9]{2})",
        read: read_day,
    },
    // the seventh day of July 2025 · twenty-first of May, 2024
    Form { pattern: "(?<nth>{nth})(?: day)? of (?<month>{month}),? (?<year>{year})", read: read_day_in_words },
    // July 16, 2025 · Wednesday, January 7, 2026
    Form {
        pattern: "{weekday}(?<month>{month})\\.? (?:the )?(?<day>{day}){ordinal}(?:, ?| )(?<year>{year})",
        read: read_day,
    },
    // 2025-07-16
    Form {
        pattern: "(?<year>(?:19|20)[0-9]{2})[-/](?<month>[0-9]{2})[-/](?<day>[0-9]{2})(?:t[0-9:.]+z?)?",
        read: read_numbers,
    },
    // 02/09/2025 · 11.06.2025 · 30-10-2025 · 6.11.23
    Form {
        pattern: "{weekday}(?<day>[0-9lo]{1,2})(?<a>[-./]| / )(?<month>[0-9lo]{1,2})(?<b>[-./]| / )\
                  (?<year>{year}|[0-9]{2})",
        read: read_numbers,
    },
    // Q3 of 2023/24 · Q3 2023 · third quarter of 2023/24
    Form {
        pattern: "(?:(?:q|quarter )(?<quarter>[1-4])|(?<nth>first|second|third|fourth|final|last) quarter)\
                  (?:,| of| in)? ?(?:the )?(?:fy ?|financial year )?\\(?(?<year>{year}|[0-9]{2})\
                  (?:[-/](?<next>{year}|[0-9]{2}))?",
        read: read_quarter,
    },
    // Autumn 2023 · autumn of 2023 · winter 2023/24
    Form {
        pattern: "(?<season>spring|summer|autumn|winter)(?: of|,)? (?<year>{year})(?:[-/](?:{year}|[0-9]{2}))?",
        read: read_season,
    },
    // financial year 2023/24 · FY2023-24 · 2023/24
    Form {
        pattern: "(?:(?<kind>financial year|fiscal year|academic year|school year|fy)s?(?: of)? ?)?\
                  (?<year>(?:19|20)[0-9]{2})(?:[-/]| / )(?<next>(?:19|20)[0-9]{2}|[0-9]{2})",
        read: read_financial_year,
    },
    // Christmas 2023
    Form { pattern: "christmas(?: of|,)? (?<year>{year})", read: read_christmas },
    // October 2023 · Sept. 2024 · October of 2023
    Form { pattern: "(?<month>{month})\\.?(?: of|,)?[- /]?(?<year>{year})", read: read_month },
    // October 23 · Oct '23 · Nov-23
    Form { pattern: "(?<month>{month})\\.?[- /]?'?(?<year>[0-9]{2})", read: read_month },
    // 12/2023
    Form { pattern: "(?<month>1[0-2]|0?[1-9])/(?<year>20[0-9]{2})", read: read_month_in_figures },
    // 2023
    Form { pattern: "(?<year>(?:19|20)[0-9]{2})", read: read_year },
];

const PIECES: &[(&str, &str)] = &[
    ("{weekday}", "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? (?:the )?)?"),
    ("{day}", "[0-3l]?[0-9]|[1-3][lo]|ist"),
    ("{ordinal}", "(?: ?\\^? ?(?:st|nd|rd|th))?"),
    (
        "{month}",
        "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:i[l1i])?|may|june?|ju[l1]y?|aug(?:ust)?|sept?(?:ember)?\
         |[o0]ct(?:[o0]ber)?|n[o0]v(?:e(?:m|rn)ber)?|dec(?:e(?:m|rn)ber)?",
    ),
    ("{year}", "(?:19|20|2o)[0-9lo]{2}"),
    (
        "{nth}",
        "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth\
         |fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[- ](?:first|second|third|fourth|fifth\
         |sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first",
    ),
];

/// A form's pattern with its pieces filled in.
pub(super) fn expand(pattern: &str) -> String {
    PIECES.iter().fold(pattern.to_owned(), |pattern, (name, piece)| pattern.replace(name, piece))
}

fn sure(moment: impl Into<Moment>) -> Option<Reading> {
    Some(Reading { moment: moment.into(), damaged: false, bare: false, doubtful: false })
}

/// The day named; where there is none such, what is left of it.
fn day_or_remains(year: i32, month: u32, day: u32) -> Option<Reading> {
    if let Some(day) = NaiveDate::from_ymd_opt(year, month, day) {
        return sure(Point::Day(day));
    }
    let remains = Point::month(year, month).unwrap_or(Point::Year(year));
    sure(remains).map(|reading| Reading { damaged: true, ..reading })
}

fn read_day(words: &Captures) -> Option<Reading> {
    let year = year_of(&words["year"])?;
    let reading = day_or_remains(year, month_of(&words["month"])?, number_of(&words["day"])?)?;
    Some(Reading { doubtful: words["year"].len() == 2, ..reading })
}

fn read_day_in_words(words: &Captures) -> Option<Reading> {
    day_or_remains(year_of(&words["year"])?, month_of(&words["month"])?, nth_of(&words["nth"])?)
}

/// The number that an ordinal word names: 21 for "twenty-first".
fn nth_of(words: &str) -> Option<u32> {
    const UNITS: [&str; 19] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];
    let unit = |word: &str| UNITS.iter().position(|unit| *unit == word).map(|i| i as u32 + 1);
    match words.split_once(['-', ' ']) {
        Some(("twenty", rest)) => unit(rest).map(|unit| 20 + unit),
        Some(("thirty", rest)) => unit(rest).map(|unit| 30 + unit),
        _ if words == "twentieth" => Some(20),
        _ if words == "thirtieth" => Some(30),
        _ => unit(words),
    }
}

fn read_numbers(words: &Captures) -> Option<Reading> {
    let separator = |name| words.name(name).map(|m| m.as_str());
    if separator("a") != separator("b") {
        return None;
    }
    let (day, month) = (number_of(&words["day"])?, number_of(&words["month"])?);
    let reading = day_or_remains(year_of(&words["year"])?, month, day)?;
    // "31.14.10" is no date: with a short year the numbers alone must vouch for it.
    (words["year"].len() == 4 || !reading.damaged).then_some(reading)
}

fn read_quarter(words: &Captures) -> Option<Reading> {
    let quarter = match words.name("quarter") {
        Some(number) => number_of(number.as_str())?,
        None => match &words["nth"] {
            "first" => 1,
            "second" => 2,
            "third" => 3,
            _ => 4,
        },
    };
    let year = year_of(&words["year"])?;
    let (year, month) = match words.name("next") {
        // NHS financial quarters: Q1 is April to June, Q4 January to March of the year after.
        Some(next) if follows(year, next.as_str()) => (year + i32::from(quarter == 4), quarter * 3 % 12 + 1),
        Some(_) => return None,
        None if words["year"].len() == 4 => (year, quarter * 3 - 2),
        None => return None,
    };
    sure(Moment::between(Point::Month(year, month), Point::Month(year, month + 2)))
}

fn read_season(words: &Captures) -> Option<Reading> {
    let season = match &words["season"] {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" => Season::Autumn,
        _ => Season::Winter,
    };
    sure(Point::Season(year_of(&words["year"])?, season))
}

fn read_financial_year(words: &Captures) -> Option<Reading> {
    let year = year_of(&words["year"])?;
    if !follows(year, &words["next"]) {
        return None;
    }
    let kind = words.name("kind").map(|kind| kind.as_str());
    // Academic years run from 1 September to 31 August (gold.md, Counts).
    let first = if kind.is_some_and(|kind| kind.starts_with(['a', 's'])) { 9 } else { 4 };
    let moment = Moment::between(Point::Month(year, first), Point::Month(year + 1, first - 1));
    sure(moment).map(|reading| Reading { bare: kind.is_none(), ..reading })
}

fn read_month(words: &Captures) -> Option<Reading> {
    let month = Point::month(year_of(&words["year"])?, month_of(&words["month"])?)?;
    sure(month).map(|reading| Reading { doubtful: words["year"].len() == 2, ..reading })
}

fn read_christmas(words: &Captures) -> Option<Reading> {
    sure(Point::month(year_of(&words["year"])?, 12)?)
}

/// "12/2023": nothing but its place marks it as a month.
fn read_month_in_figures(words: &Captures) -> Option<Reading> {
    let month = Point::month(year_of(&words["year"])?, number_of(&words["month"])?)?;
    sure(month).map(|reading| Reading { bare: true, ..reading })
}

fn read_year(words: &Captures) -> Option<Reading> {
    sure(Point::Year(year_of(&words["year"])?)).map(|reading| Reading { bare: true, ..reading })
}

/// True where `next` names the year after `year`: 2023 and `24` or `2024`.
fn follows(year: i32, next: &str) -> bool {
    number_of(next).is_some_and(|next| next as i32 == year + 1 || next as i32 == (year + 1) % 100)
}

/// A year of four digits, or of two: 00 to 69 are 2000 to 2069.
fn year_of(words: &str) -> Option<i32> {
    match number_of(words.trim_start_matches('\''))? as i32 {
        short @ 0..=69 => Some(2000 + short),
        short @ 70..=99 => Some(1900 + short),
        year => Some(year),
    }
}

/// A number in which scanning may have put letters for digits; at least one digit must be left, or an "ist".
fn number_of(words: &str) -> Option<u32> {
    if words == "ist" {
        return Some(1);
    }
    words.bytes().any(|b| b.is_ascii_digit()).then_some(())?;
    words.replace('l', "1").replace('o', "0").parse().ok()
}

/// The number of a month by its first three letters.
pub(super) fn month_of(words: &str) -> Option<u32> {
    let start = words.get(..3)?.replace('0', "o").replace('1', "l");
    MONTHS.iter().position(|month| month[..3] == start).map(|i| i as u32 + 1)
}
