//! A request's date without its year, "your e-mail of 20 May": the last such day before the reply.

use std::sync::LazyLock;

use crate::text::Regex;

use super::super::Letter;
use super::claims::by_sentence;
use super::{Role, speaks_at};
use crate::record::{Evidence, Found};
use crate::text::Span;
use crate::when::{MONTHS, find_dates};

static DAY: LazyLock<Regex> = LazyLock::new(|| {
    let months = MONTHS.join("|");
    Regex::new(&format!(
        r"(?-u:\b)(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{months})(?-u:\b)(?P<year>,? (?:19|20)[0-9]{{2}})?"
    ))
    .expect("a fixed pattern")
});

/// The day of the request in the opening of the letter, where a sentence names it without a year; its year is that of the
/// `reply`, or the year before where it would come after the reply.
pub(super) fn find_yearless(letter: &Letter, reply: &Found) -> Option<Found> {
    let folded = letter.folded.text();
    DAY.captures_iter(folded).filter(|hit| hit.name("year").is_none()).find_map(|hit| {
        let place = Span::from(hit.get(0)?.range());
        let span = letter.folded.back(place.start, place.end);
        let (role, .., rule) = by_sentence(folded, place).filter(|_| speaks_at(letter, span.start))?;
        let year: i32 = reply.value.get(..4)?.parse().ok()?;
        let before = |year: i32| {
            let words = format!("{} {} {year}", &hit["day"], &hit["month"]);
            let date = find_dates(&words).first()?.date;
            (date.edtf() <= reply.value).then(|| date.edtf())
        };
        let value = before(year).or_else(|| before(year - 1)).filter(|_| role == Role::Requested)?;
        let evidence = vec![Evidence::new(letter.text, letter.lines, span)];
        Some(Found { value, rule: format!("{rule}-year-of-reply"), evidence })
    })
}
