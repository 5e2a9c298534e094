//! A date at the precision that it has: a day, a month, a season, a year, or an interval of these.

use chrono::{Days, Months, NaiveDate};

/// A season, numbered as in EDTF level 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// March to May.
    Spring = 21,
    /// June to August.
    Summer = 22,
    /// September to November.
    Autumn = 23,
    /// December to the February after.
    Winter = 24,
}

/// One date with one precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Point {
    /// A full date.
    Day(NaiveDate),
    /// A year and a month (1 to 12).
    Month(i32, u32),
    /// A season and the year in which it begins.
    Season(i32, Season),
    /// A calendar year.
    Year(i32),
}

impl Point {
    /// A month of a year; `None` where there is no such month.
    pub fn month(year: i32, month: u32) -> Option<Point> {
        NaiveDate::from_ymd_opt(year, month, 1).map(|_| Point::Month(year, month))
    }

    fn edtf(self) -> String {
        match self {
            Point::Day(day) => day.format("%Y-%m-%d").to_string(),
            Point::Month(year, month) => format!("{year:04}-{month:02}"),
            Point::Season(year, season) => format!("{year:04}-{}", season as u32),
            Point::Year(year) => format!("{year:04}"),
        }
    }

    fn first(self) -> Option<NaiveDate> {
        match self {
            Point::Day(day) => Some(day),
            Point::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1),
            Point::Season(year, season) => NaiveDate::from_ymd_opt(year, (season as u32 - 20) * 3, 1),
            Point::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
        }
    }

    fn last(self) -> Option<NaiveDate> {
        let months = match self {
            Point::Day(day) => return Some(day),
            Point::Month(..) => 1,
            Point::Season(..) => 3,
            Point::Year(_) => 12,
        };
        self.first()?.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1))
    }
}

/// What a date expression says: one date or an interval, exact or approximate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The date, or the first of an interval.
    pub from: Point,
    /// The last of an interval.
    pub to: Option<Point>,
    /// True where the letter says "around", "early", "by the end of" …
    pub approximate: bool,
}

impl From<Point> for Moment {
    fn from(from: Point) -> Self {
        Moment { from, to: None, approximate: false }
    }
}

impl Moment {
    /// The interval from `from` to `to`, both included.
    pub fn between(from: Point, to: Point) -> Self {
        Moment { from, to: Some(to), approximate: false }
    }

    /// EDTF level 1: `2023-11-06`, `2023-10`, `2023-23`, `2023~`, `2023-10/2023-12`.
    pub fn edtf(&self) -> String {
        let mark = if self.approximate { "~" } else { "" };
        match self.to {
            Some(to) => format!("{}{mark}/{}{mark}", self.from.edtf(), to.edtf()),
            None => format!("{}{mark}", self.from.edtf()),
        }
    }

    /// The date where it is one exact day.
    pub fn day(&self) -> Option<NaiveDate> {
        match (self.from, self.to, self.approximate) {
            (Point::Day(day), None, false) => Some(day),
            _ => None,
        }
    }

    /// The first and the last day that it covers, taken as exact.
    pub fn bounds(&self) -> (NaiveDate, NaiveDate) {
        let first = self.from.first().unwrap_or(NaiveDate::MIN);
        let last = self.to.unwrap_or(self.from).last().unwrap_or(NaiveDate::MAX);
        (first, last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_the_first_and_the_last_day() {
        let winter = Moment::from(Point::Season(2023, Season::Winter));
        assert_eq!(winter.edtf(), "2023-24");
        assert_eq!(winter.bounds().0.to_string(), "2023-12-01");
        assert_eq!(winter.bounds().1.to_string(), "2024-02-29");
        let quarter = Moment::between(Point::Month(2023, 10), Point::Month(2023, 12));
        assert_eq!(quarter.edtf(), "2023-10/2023-12");
        assert_eq!(quarter.bounds().1.to_string(), "2023-12-31");
        assert_eq!(quarter.day(), None);
    }

    #[test]
    fn there_is_no_thirteenth_month() {
        assert_eq!(Point::month(2023, 13), None);
    }
}
