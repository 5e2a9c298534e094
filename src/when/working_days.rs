//! Working days between receipt and reply, as section 10 of the Freedom of Information Act counts them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};

/// Days that are no working days anywhere in the United Kingdom, from `data/bank-holidays.csv`.
static HOLIDAYS: LazyLock<BTreeSet<NaiveDate>> =
    LazyLock::new(|| read_holidays(include_str!("../../data/bank-holidays.csv")));

fn read_holidays(csv: &str) -> BTreeSet<NaiveDate> {
    let rows = csv.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| line.split(',').next()?.parse().ok()).collect()
}

/// The number of working days from `received` (not counted) to `replied` (counted): a reply on the twentieth is in time.
///
/// FOIA s.10(6): a working day is any day but a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in
/// **any** part of the United Kingdom. `None` where the reply comes first, or a year is outside the table (2005 to 2030).
pub fn working_days_between(received: NaiveDate, replied: NaiveDate) -> Option<u32> {
    let first = HOLIDAYS.first()?.year();
    let last = HOLIDAYS.last()?.year();
    if replied < received || received.year() < first || replied.year() > last {
        return None;
    }
    let days = received.iter_days().skip(1).take_while(|day| *day <= replied);
    u32::try_from(days.filter(is_working_day).count()).ok()
}

fn is_working_day(day: &NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !HOLIDAYS.contains(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(received: &str, replied: &str) -> Option<u32> {
        working_days_between(received.parse().unwrap(), replied.parse().unwrap())
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
    fn the_table_is_sorted_whole_and_covers_its_years() {
        let csv = include_str!("../../data/bank-holidays.csv");
        let rows: Vec<&str> = csv.lines().filter(|line| !line.starts_with('#')).skip(1).collect();
        assert!(rows.windows(2).all(|pair| pair[0] < pair[1]), "sorted, no day twice");
        assert_eq!(HOLIDAYS.len(), rows.len(), "every row is a date");
        for year in 2005..=2030 {
            assert!(HOLIDAYS.contains(&NaiveDate::from_ymd_opt(year, 12, 25).unwrap()), "Christmas {year}");
        }
    }
}
