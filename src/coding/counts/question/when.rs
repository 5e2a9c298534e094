//! Periods with their place in the letter.

use std::sync::LazyLock;

use crate::text::Regex;
use chrono::NaiveDate;

use super::super::Letter;
use crate::text::{Folded, Span};
use crate::when::{Dated, MONTHS, Period, Point, find_dates, find_periods};

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
    /// The period that was found in a stretch of `folded` that begins at `base`.
    pub fn new(folded: &Folded, base: usize, period: &Period) -> When {
        let printed = folded.back(base + period.span.start, base + period.span.end);
        When { start: period.start, end: period.end, printed }
    }
}

/// "on 31 March 2024", "(31 March 2024)": the days of which a folded text speaks.
pub fn days(folded: &str) -> impl Iterator<Item = Period> + '_ {
    let on = |date: &Dated| {
        let (before, after) = (&folded[..date.span.start], &folded[date.span.end..]);
        let item = before.is_empty() || ["; ", "// ", "/ ", ", ", "\n"].iter().any(|mark| before.ends_with(mark));
        let labels = [" = ", ": ", " - "].iter().any(|sign| after.starts_with(sign));
        [" on ", " at ", "("].iter().any(|on| before.ends_with(on)) || (item && labels)
    };
    find_dates(folded).into_iter().filter(move |date| on(date) && date.date.to.is_none()).filter_map(|date| match date
        .date
        .from
    {
        Point::Day(day) => Some(Period { span: date.span, start: Some(day), end: Some(day) }),
        _ => None,
    })
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
    !find_periods(letter.folded.forth(span).of(letter.folded.text())).is_empty()
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
