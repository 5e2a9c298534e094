//! Reads back the dates that records hold (EDTF level 1): which days a code such as `2023-10~` covers.

use chrono::NaiveDate;

use super::{Moment, Point, Season};

/// The first and the last day that an EDTF code covers; `None` where it is no such code or runs backwards.
///
/// Known are `2023`, `2023-10`, `2023-11-06`, seasons (`2023-21` spring to `2023-24` winter), each with or without
/// `~` for "about", and intervals `a/b` of these. "About" does not widen the bounds.
pub fn bounds(code: &str) -> Option<(NaiveDate, NaiveDate)> {
    let moment = match code.split_once('/') {
        Some((from, to)) => Moment::between(point(from)?, point(to)?),
        None => point(code)?.into(),
    };
    let (first, last) = moment.bounds();
    (first <= last && first != NaiveDate::MIN && last != NaiveDate::MAX).then_some((first, last))
}

fn point(code: &str) -> Option<Point> {
    let code = code.strip_suffix('~').unwrap_or(code);
    let parts: Vec<&str> = code.split('-').collect();
    let number = |part: &str, digits: usize| -> Option<u32> {
        (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?
    };
    let year = i32::try_from(number(parts[0], 4)?).ok()?;
    match parts[1..] {
        [] => Some(Point::Year(year)),
        [month] => match number(month, 2)? {
            21 => Some(Point::Season(year, Season::Spring)),
            22 => Some(Point::Season(year, Season::Summer)),
            23 => Some(Point::Season(year, Season::Autumn)),
            24 => Some(Point::Season(year, Season::Winter)),
            month => Point::month(year, month),
        },
        [month, day] => NaiveDate::from_ymd_opt(year, number(month, 2)?, number(day, 2)?).map(Point::Day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(code: &str) -> String {
        bounds(code).map_or("none".to_owned(), |(first, last)| format!("{first} {last}"))
    }

    #[test]
    fn a_code_covers_its_days() {
        assert_eq!(days("2023"), "2023-01-01 2023-12-31");
        assert_eq!(days("2023~"), "2023-01-01 2023-12-31");
        assert_eq!(days("2024-02"), "2024-02-01 2024-02-29");
        assert_eq!(days("2023-11-06"), "2023-11-06 2023-11-06");
        assert_eq!(days("2023-24"), "2023-12-01 2024-02-29");
        assert_eq!(days("2023-10/2023-12"), "2023-10-01 2023-12-31");
    }

    #[test]
    fn what_is_no_date_has_no_bounds() {
        for code in
            ["", "yes", "not-held", "2023-13", "2023-02-30", "2024/2023", "23-10", "2023-1", "2023/", "１２３４"]
        {
            assert_eq!(days(code), "none", "{code}");
        }
    }
}
