//! One end of a period as printed ("1st April 2017", "March 2018", "2023/24"): its first and its last day.

use std::sync::LazyLock;

use crate::text::Regex;
use chrono::{Days, Months, NaiveDate};

/// First and last day, both included.
pub type Stretch = (NaiveDate, NaiveDate);

/// A month's name or its three letters.
pub const MONTH: &str = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
/// A day of the month, with or without its ending.
pub const DAY: &str = "[0-9]{1,2}(?:st|nd|rd|th)?";
/// A four-figure year.
pub const YEAR: &str = "(?:19[89][0-9]|20[0-4][0-9])";

/// The patterns of a printed end, the longest first; all of them without groups.
pub fn patterns() -> String {
    [full_date(), format!("{DAY} (?:of )?{MONTH}"), format!("{MONTH},? {YEAR}"), two_years(), YEAR.into(), MONTH.into()]
        .join("|")
}

/// The patterns of a date with day, month and year.
pub fn full_date() -> String {
    format!(
        "{DAY} ?(?:of )?{MONTH},? {YEAR}|{MONTH} {DAY},? {YEAR}|[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-](?:[0-9]{{4}}|[0-9]{{2}})"
    )
}

/// The patterns of a year that runs over two calendar years.
pub fn two_years() -> String {
    format!("{YEAR} ?[/-] ?(?:{YEAR}|[0-9]{{2}})|[0-9]{{2}}/[0-9]{{2}}")
}

/// Reads one end; a day or month without a year is read in `year`, where there is one.
pub fn read(words: &str, year: Option<i32>) -> Option<Stretch> {
    static NUMERIC: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})$").expect("a fixed pattern")
    });
    let words = words.trim();
    if let Some(parts) = NUMERIC.captures(words) {
        let day = day_of(century(parts[3].parse().ok()?), parts[2].parse().ok()?, parts[1].parse().ok()?)?;
        return Some((day, day));
    }
    match month_in(words) {
        Some(month) => {
            let numbers = numbers(words);
            let year = numbers.iter().copied().find(|&n| n > 31).or(year)?;
            match numbers.iter().copied().find(|&n| n <= 31) {
                Some(day) => day_of(year, month, day as u32).map(|day| (day, day)),
                None => month_of(year, month),
            }
        }
        None => financial(words, 4).or_else(|| calendar(words.parse().ok()?)),
    }
}

/// A year over two calendar years that starts with month `first`: April for money, September for schools.
pub fn financial(words: &str, first: u32) -> Option<Stretch> {
    let [from, to] = numbers(words)[..] else { return None };
    let from = century(from);
    let to = if to < 100 { from - from % 100 + to + if to == 0 { 100 } else { 0 } } else { to };
    let start = day_of(from, first, 1)?;
    (to == from + 1).then(|| (start, start + Months::new(12) - Days::new(1)))
}

/// A whole calendar year.
pub fn calendar(year: i32) -> Option<Stretch> {
    (1980..2050).contains(&year).then_some((day_of(year, 1, 1)?, day_of(year, 12, 31)?))
}

/// `count` whole months from the first of a month on.
pub fn months_from(start: NaiveDate, count: u32) -> Option<Stretch> {
    Some((start, start.checked_add_months(Months::new(count))?.checked_sub_days(Days::new(1))?))
}

/// The calendar month.
pub fn month_of(year: i32, month: u32) -> Option<Stretch> {
    months_from(day_of(year, month, 1)?, 1)
}

/// A day that exists.
pub fn day_of(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The month that `words` name first.
pub fn month_in(words: &str) -> Option<u32> {
    const NAMES: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    words
        .split(|c: char| !c.is_ascii_alphabetic())
        .find_map(|word| NAMES.iter().position(|name| word.starts_with(name)))
        .map(|at| at as u32 + 1)
}

/// Every run of digits in `words`; a run too long to be part of a date is left out.
pub fn numbers(words: &str) -> Vec<i32> {
    words.split(|c: char| !c.is_ascii_digit()).filter_map(|run| run.parse().ok()).collect()
}

fn century(year: i32) -> i32 {
    if year >= 100 { year } else { 2000 + year }
}
