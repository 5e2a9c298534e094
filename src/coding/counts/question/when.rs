//! Periods with their place in the letter.

use chrono::NaiveDate;

use super::super::Letter;
use crate::text::{Folded, Span};
use crate::when::{Dated, Period, Point, find_dates, find_periods};

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
    let on = |date: &Dated| [" on ", " at ", "("].iter().any(|on| folded[..date.span.start].ends_with(on));
    find_dates(folded).into_iter().filter(move |date| on(date) && date.date.to.is_none()).filter_map(|date| match date
        .date
        .from
    {
        Point::Day(day) => Some(Period { span: date.span, start: Some(day), end: Some(day) }),
        _ => None,
    })
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
