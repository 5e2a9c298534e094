//! How a summary says its figures: numbers, percentages, ranges, dates and periods in words.

use chrono::{Datelike, Days, NaiveDate};

use crate::analysis::sent::SentReport;
use crate::analysis::summary::{FigureSum, Period};
use crate::output::screen::visible;

/// `n` with its noun: "1 letter", "1,204 letters".
pub fn counted(n: usize, noun: &str) -> String {
    let plural = match (n, noun.strip_suffix('y')) {
        (1, _) => noun.to_owned(),
        (_, Some(stem)) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    };
    format!("{} {plural}", grouped(n as u64))
}

/// `n` with commas: `1,204`.
pub fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut shown = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// `n` of `of` in whole per cent; never 0% for something, never 100% for less than all, `–` of nothing.
pub fn percent(n: usize, of: usize) -> String {
    match (n, of) {
        (_, 0) => "–".to_owned(),
        (0, _) => "0%".to_owned(),
        _ if n >= of => "100%".to_owned(),
        _ => match (n * 200 + of) / (of * 2) {
            0 => "<1%".to_owned(),
            100 => ">99%".to_owned(),
            whole => format!("{whole}%"),
        },
    }
}

/// A sum as a range: `12`, `12–20`, `≥12` where a figure is withheld, `not told` where all are.
pub fn range(sum: &FigureSum) -> String {
    match sum.max {
        _ if sum.untold == sum.figures => "not told".to_owned(),
        Some(max) if max == sum.min => grouped(max),
        Some(max) => format!("{}–{}", grouped(sum.min), grouped(max)),
        None => format!("≥{}", grouped(sum.min)),
    }
}

/// A period, by its days where they are known: `2023/24` for a financial year, `2023`, `Apr 2023 – Sep 2024`.
pub fn period(period: Option<&Period>) -> String {
    let Some(period) = period else { return "no period".to_owned() };
    let day = |date: &Option<String>| date.as_ref().and_then(|date| date.parse::<NaiveDate>().ok());
    match (day(&period.start), day(&period.end)) {
        (Some(from), Some(to)) => days(from, to),
        (Some(from), None) => format!("since {}", day_in_words(from)),
        (None, Some(to)) => format!("to {}", day_in_words(to)),
        _ => period.printed.clone().unwrap_or_else(|| "no period".to_owned()),
    }
}

fn days(from: NaiveDate, to: NaiveDate) -> String {
    let ends = (from.month(), from.day(), to.month(), to.day(), to.year() - from.year());
    let after = to.checked_add_days(Days::new(1));
    match ends {
        (4, 1, 3, 31, 1) => format!("{}/{:02}", from.year(), to.year().rem_euclid(100)),
        (1, 1, 12, 31, 0) => from.year().to_string(),
        _ if from == to => day_in_words(from),
        _ if from.day() == 1 && after.is_some_and(|day| day.day() == 1) => {
            let last = to.format("%b %Y").to_string();
            match (from.year() == to.year(), from.month() == to.month()) {
                (true, true) => last,
                (true, false) => format!("{}–{last}", from.format("%b")),
                _ => format!("{} – {last}", from.format("%b %Y")),
            }
        }
        _ => format!("{} – {}", day_in_words(from), day_in_words(to)),
    }
}

/// A date at its own precision: "6 Nov 2023", "Oct 2023", "spring 2024", "about 2023", "Oct–Dec 2023".
pub fn date(code: &str, from: &str, to: &str) -> String {
    let (Ok(first), Ok(last)) = (from.parse::<NaiveDate>(), to.parse::<NaiveDate>()) else { return code.to_owned() };
    let season = match code.trim_end_matches('~').split_once('-') {
        Some((_, "21")) => Some("spring"),
        Some((_, "22")) => Some("summer"),
        Some((_, "23")) => Some("autumn"),
        Some((_, "24")) => Some("winter"),
        _ => None,
    };
    let plain = match season {
        Some(season) => format!("{season} {}", first.year()),
        None => days(first, last),
    };
    if code.contains('~') { format!("about {plain}") } else { plain }
}

/// "6 Nov 2023".
pub fn day_in_words(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

/// The name of a body with the long form of its legal sort cut short, for narrow columns.
pub fn short_name(name: Option<&str>) -> String {
    let name = name.unwrap_or("(authority not told)");
    name.replace("NHS Foundation Trust", "NHS FT").replace("Integrated Care Board", "ICB")
}

/// To which day what is overdue is counted, and where that day comes from.
pub fn counted_to(report: &SentReport) -> String {
    let day = report.counted_to.as_ref().and_then(|day| day.parse().ok()).map(day_in_words);
    match (day, report.counted_by.as_deref()) {
        (Some(day), Some("--on")) => format!("overdue counted to {day} (--on)"),
        (Some(day), Some(by)) => {
            format!(
                "overdue counted to {day}, the latest date in list and letters ({}); --on sets another",
                visible(by)
            )
        }
        _ => "no date in list or letters: nothing is known to be overdue; --on sets a day".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_never_round_to_none_or_all() {
        let shown: Vec<String> =
            [(0, 9), (1, 900), (1, 3), (899, 900), (9, 9), (0, 0)].map(|(n, of)| percent(n, of)).into();
        assert_eq!(shown, ["0%", "<1%", "33%", ">99%", "100%", "–"]);
    }

    #[test]
    fn numbers_have_commas_and_nouns_a_plural() {
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(
            [counted(1, "reply"), counted(0, "reply"), counted(2, "body")],
            ["1 reply", "0 replies", "2 bodies"]
        );
    }

    #[test]
    fn dates_keep_their_precision() {
        let said = |code: &str| {
            let (from, to) = crate::when::edtf::bounds(code).unwrap();
            date(code, &from.to_string(), &to.to_string())
        };
        assert_eq!(said("2023-11-06"), "6 Nov 2023");
        assert_eq!(said("2023-10"), "Oct 2023");
        assert_eq!(said("2023~"), "about 2023");
        assert_eq!(said("2023-24"), "winter 2023");
        assert_eq!(said("2023-10/2023-12"), "Oct–Dec 2023");
        assert_eq!(said("2023-11/2024-01"), "Nov 2023 – Jan 2024");
    }

    #[test]
    fn financial_years_read_as_such() {
        let year = Period { start: Some("2023-04-01".into()), end: Some("2024-03-31".into()), printed: None };
        assert_eq!(period(Some(&year)), "2023/24");
        let open = Period { start: Some("2023-04-01".into()), end: None, printed: None };
        assert_eq!(period(Some(&open)), "since 1 Apr 2023");
        assert_eq!(period(None), "no period");
    }
}
