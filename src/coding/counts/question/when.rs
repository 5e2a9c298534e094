//! Periods with their place in the letter.

use std::sync::LazyLock;

use crate::text::Regex;
use chrono::{Months, NaiveDate};

use super::super::Letter;
use crate::text::{Folded, Span};
use crate::when::{Dated, MONTHS, Period, Point, find_dates, find_periods};

/// No question asks for more years one by one.
const MOST_YEARS: u32 = 20;

/// A period and where the letter prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// First day; `None` where open.
    pub start: Option<NaiveDate>,
    /// Last day; `None` where open.
    pub end: Option<NaiveDate>,
    /// Its place in the letter.
    pub printed: Span,
}

impl When {
    /// Lasts a year at least.
    pub fn is_a_year(&self) -> bool {
        self.start.zip(self.end).is_some_and(|(start, end)| (end - start).num_days() > 363)
    }

    /// The period that was found in a stretch of `folded` that begins at `base`.
    pub fn new(folded: &Folded, base: usize, period: &Period) -> When {
        let printed = folded.back(base + period.span.start, base + period.span.end);
        When { start: period.start, end: period.end, printed }
    }
}

impl When {
    /// The whole years of a longer period, one by one; empty where it does not fall into such.
    pub fn years(&self) -> Vec<When> {
        let (Some(first), Some(last)) = (self.start, self.end) else { return Vec::new() };
        let begins = |year: u32| first.checked_add_months(Months::new(12 * year));
        let whole = (1..=MOST_YEARS).find(|&years| begins(years).and_then(|day| day.pred_opt()) == Some(last));
        let year = |at: u32| Some(When { start: begins(at), end: begins(at + 1)?.pred_opt(), ..*self });
        whole.filter(|&years| years > 1).map(|years| (0..years).filter_map(year).collect()).unwrap_or_default()
    }
}

/// "on 31 March 2024", "(31 March 2024)": the days of which a folded text speaks.
pub fn days(folded: &str) -> impl Iterator<Item = Period> + '_ {
    let mut last = 0; // where the last of these days ended
    let on = move |date: &Dated| {
        let (before, after) = (&folded[..date.span.start], &folded[date.span.end..]);
        let between = folded.get(last..date.span.start).unwrap_or_default();
        if last > 0 && matches!(between, ", " | " and " | ", and " | " & ") {
            last = date.span.end;
            return true; // "on 31 March 2023, 31 March 2024 and 31 March 2025"
        }
        let item = before.is_empty() || ["; ", "// ", "/ ", ", ", "\n"].iter().any(|mark| before.ends_with(mark));
        let labels = [" = ", ": ", " - "].iter().any(|sign| after.starts_with(sign));
        let on = before == "on " || [" on ", " at ", "("].iter().any(|on| before.ends_with(on)) || (item && labels);
        last = if on { date.span.end } else { last };
        on
    };
    let mut on = on;
    find_dates(folded).into_iter().filter(move |date| date.date.to.is_none() && on(date)).filter_map(|date| match date
        .date
        .from
    {
        Point::Day(day) => Some(Period { span: date.span, start: Some(day), end: Some(day) }),
        _ => None,
    })
}

/// "688 today": the day of the letter, which nothing else in the sentence dates.
pub fn nows(folded: &str) -> impl Iterator<Item = Period> + '_ {
    static NOW: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("(?-u:\\b)(?:today|at present|at the moment|as things stand|at the time of writing)(?-u:\\b)")
            .expect("a fixed pattern")
    });
    NOW.find_iter(folded).map(|now| Period { span: now.range().into(), start: None, end: None })
}

/// "On 31 March of each year": the month and the day.
pub fn each_day(folded: &str) -> Option<(u32, u32)> {
    static EACH: LazyLock<Regex> = LazyLock::new(|| {
        let counted = "(?: of (?:the|these|those)(?: last| past)?(?: [a-z]+)?)?(?: financial| calendar)?";
        Regex::new(&format!(
            "(?:on|at|as at|as of) (?:the )?([0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?([a-z]{{3,9}})(?:,? (?:of|in|for))? (?:each|every){counted} years?"
        ))
        .expect("a fixed pattern")
    });
    let found = EACH.captures(folded)?;
    let month = MONTHS.iter().position(|month| *month == &found[2])? + 1;
    Some((u32::try_from(month).ok()?, found[1].parse().ok()?))
}

/// True where `span` of the letter names a period.
pub fn names_period(letter: &Letter<'_>, span: Span) -> bool {
    let view = letter.folded.forth(span);
    let words = view.of(letter.folded.text());
    !find_periods(words).is_empty() || days(words).next().is_some()
}

/// The only period named in `span` of the letter.
pub fn only_period(folded: &Folded, span: Span) -> Option<When> {
    let view = folded.forth(span);
    let periods = find_periods(view.of(folded.text()));
    let first = *periods.first()?;
    if periods.iter().any(|period| (period.start, period.end) != (first.start, first.end)) {
        return None;
    }
    Some(When::new(folded, view.start, &first))
}
