//! Working days between receipt and reply, and the last day for a reply, as the two Acts count them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// The working days within which a request must be answered: FOIA s.10(1), FOISA s.10(1).
pub const WORKING_DAYS_ALLOWED: u32 = 20;

/// The Act by which a body answers, which says what a working day is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Law {
    /// Freedom of Information Act 2000, s.10(6): no Saturday, Sunday, Christmas Day, Good Friday or day that is a bank
    /// holiday under the Banking and Financial Dealings Act 1971 in **any** part of the United Kingdom.
    #[default]
    #[serde(rename = "FOIA")]
    Foia,
    /// Freedom of Information (Scotland) Act 2002, s.73: no Saturday, Sunday, Christmas Day or bank holiday **in Scotland**.
    #[serde(rename = "FOISA")]
    Foisa,
}

impl Law {
    /// The short name by which letters cite it.
    pub fn name(self) -> &'static str {
        match self {
            Law::Foia => "FOIA",
            Law::Foisa => "FOISA",
        }
    }
}

/// Days that are no working days somewhere in the United Kingdom, from `data/bank-holidays.csv`; true where in Scotland.
static HOLIDAYS: LazyLock<BTreeMap<NaiveDate, bool>> =
    LazyLock::new(|| read_holidays(include_str!("../../data/bank-holidays.csv")));

fn read_holidays(csv: &str) -> BTreeMap<NaiveDate, bool> {
    let rows = csv.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(','));
    rows.filter_map(|(day, kept)| Some((day.parse().ok()?, kept.contains("scotland")))).collect()
}

/// The first and the last year whose bank holidays are known.
pub fn years_known() -> (i32, i32) {
    let year = |day: Option<(&NaiveDate, &bool)>| day.map_or(0, |(day, _)| day.year());
    (year(HOLIDAYS.first_key_value()), year(HOLIDAYS.last_key_value()))
}

/// The number of working days from `received` (not counted) to `replied` (counted): a reply on the twentieth is in time.
///
/// `None` where the reply comes first, or a year is outside the table (2005 to 2030).
pub fn working_days_between(received: NaiveDate, replied: NaiveDate, law: Law) -> Option<u32> {
    let (first, last) = years_known();
    if replied < received || received.year() < first || replied.year() > last {
        return None;
    }
    let days = received.iter_days().skip(1).take_while(|day| *day <= replied);
    u32::try_from(days.filter(|day| is_working_day(*day, law)).count()).ok()
}

/// The last day for a reply to a request received on `received`: its twentieth working day, the day of receipt not counted.
///
/// `None` where a year is outside the table (2005 to 2030).
pub fn due_on(received: NaiveDate, law: Law) -> Option<NaiveDate> {
    let (first, last) = years_known();
    let days = received.iter_days().skip(1).take_while(|day| day.year() <= last);
    let due = days.filter(|day| is_working_day(*day, law)).nth(WORKING_DAYS_ALLOWED as usize - 1);
    due.filter(|_| received.year() >= first)
}

fn is_working_day(day: NaiveDate, law: Law) -> bool {
    let holiday = match law {
        Law::Foia => HOLIDAYS.contains_key(&day),
        Law::Foisa => HOLIDAYS.get(&day).is_some_and(|in_scotland| *in_scotland),
    };
    !(matches!(day.weekday(), Weekday::Sat | Weekday::Sun) || holiday)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(received: &str, replied: &str) -> Option<u32> {
        working_days_between(received.parse().unwrap(), replied.parse().unwrap(), Law::Foia)
    }

    #[test]
    fn days_counted_by_hand() {
        let cases = [
            ("2025-05-12", "2025-05-12", Some(0), "the day of receipt does not count"),
            ("2025-05-09", "2025-05-12", Some(1), "over a weekend, the Monday is day 1"),
            ("2025-05-10", "2025-05-12", Some(1), "received on a Saturday"),
            ("2025-05-12", "2025-06-10", Some(20), "the spring bank holiday of 26 May does not count"),
            ("2025-08-01", "2025-09-01", Some(19), "4 August is a Scottish bank holiday, 25 August an English one"),
            ("2025-07-11", "2025-07-15", Some(1), "14 July stands in for the Twelfth in Northern Ireland"),
            ("2025-04-17", "2025-04-22", Some(1), "Good Friday and Easter Monday"),
            ("2023-12-22", "2024-01-03", Some(4), "Christmas, New Year, and 2 January in Scotland"),
            ("2022-09-16", "2022-09-20", Some(1), "the proclaimed day of 19 September 2022"),
            ("2025-05-13", "2025-05-12", None, "a reply before the request"),
            ("2004-12-31", "2005-01-05", None, "before the table"),
            ("2030-12-30", "2031-01-02", None, "after the table"),
        ];
        for (received, replied, days, why) in cases {
            assert_eq!(between(received, replied), days, "{received} to {replied}: {why}");
        }
    }

    #[test]
    fn scotland_counts_its_own_holidays() {
        let days = |received: &str, replied: &str| {
            working_days_between(received.parse().unwrap(), replied.parse().unwrap(), Law::Foisa)
        };
        let cases = [
            ("2025-04-17", "2025-04-22", Some(2), "Good Friday is a bank holiday in Scotland, Easter Monday is none"),
            ("2025-08-01", "2025-09-01", Some(20), "4 August is one, 25 August is none"),
            ("2025-07-11", "2025-07-15", Some(2), "the Twelfth is one in Northern Ireland only"),
            ("2025-11-28", "2025-12-02", Some(1), "1 December stands in for St Andrew's Day"),
            ("2023-12-22", "2024-01-03", Some(4), "2 January"),
        ];
        for (received, replied, expected, why) in cases {
            assert_eq!(days(received, replied), expected, "{received} to {replied}: {why}");
        }
    }

    #[test]
    fn the_last_day_is_the_twentieth_working_day() {
        let due = |received: &str, law| due_on(received.parse().unwrap(), law).map(|day| day.to_string());
        let cases = [
            ("2025-05-12", "2025-06-10", "2025-06-10", "the spring bank holiday is kept everywhere"),
            ("2025-04-01", "2025-05-01", "2025-04-30", "Good Friday for both, Easter Monday for FOIA"),
            ("2025-08-04", "2025-09-02", "2025-09-01", "25 August"),
            ("2025-12-12", "2026-01-15", "2026-01-15", "Christmas, Boxing Day, 1 and 2 January"),
        ];
        for (received, foia, foisa, why) in cases {
            assert_eq!(due(received, Law::Foia).as_deref(), Some(foia), "{received}: {why}");
            assert_eq!(due(received, Law::Foisa).as_deref(), Some(foisa), "{received}, Scotland: {why}");
        }
        assert_eq!(due("2030-12-20", Law::Foia), None, "after the table");
        assert_eq!(due("2004-12-01", Law::Foia), None, "before the table");
    }

    #[test]
    fn the_table_is_sorted_whole_and_covers_its_years() {
        let csv = include_str!("../../data/bank-holidays.csv");
        let rows: Vec<&str> = csv.lines().filter(|line| !line.starts_with('#')).skip(1).collect();
        assert!(rows.windows(2).all(|pair| pair[0] < pair[1]), "sorted, no day twice");
        assert_eq!(HOLIDAYS.len(), rows.len(), "every row is a date");
        for year in 2005..=2030 {
            assert!(HOLIDAYS.contains_key(&NaiveDate::from_ymd_opt(year, 12, 25).unwrap()), "Christmas {year}");
        }
    }
}
