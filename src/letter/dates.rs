//! The date of the request and the date of the reply, as labels, e-mail headers and opening sentences tell them.

mod candidate;
mod claims;
mod participles;
mod place;
#[cfg(test)]
mod tests;
mod thread;
mod yearless;

use candidate::{Candidate, candidate};
use thread::in_thread;
use yearless::find_yearless;

use super::messages::find_messages;
use super::{Letter, Zone};
use crate::diagnostic::Diagnostic;
use crate::record::{Evidence, Found};
use crate::text::Span;
use crate::when::find_dates;

/// How far into a letter its opening reaches where no zone says so, in bytes.
pub(super) const OPENING: usize = 1500;

/// The dates of one letter.
#[derive(Clone, Debug, Default)]
pub struct LetterDates {
    /// Date of the request or of its receipt, `YYYY-MM-DD`.
    pub requested_on: Option<Found>,
    /// Date of the reply, `YYYY-MM-DD`. An acknowledgement's own date is found too: whoever knows the kind drops it.
    pub responded_on: Option<Found>,
    /// `date-impossible`, `dates-differ`, `dates-reversed`.
    pub diagnostics: Vec<Diagnostic>,
}

/// Which of the two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Requested,
    Responded,
}

/// Finds both dates of `letter`, and what is odd about them.
pub fn find_letter_dates(letter: &Letter) -> LetterDates {
    let dates = find_dates(letter.folded.text());
    let messages = find_messages(letter);
    let mut candidates = in_thread(letter, &messages, &dates);
    let headers: Vec<Span> = messages.iter().map(|message| message.header).collect();
    let mut before = 0;
    for dated in &dates {
        let span = letter.folded.back(dated.span.start, dated.span.end);
        let header = headers.get(headers.partition_point(|header| header.end <= span.start));
        if !header.is_some_and(|header| header.contains(span)) && (dated.damaged || dated.date.day().is_some()) {
            candidates.extend(candidate(letter, dated, span, before));
        }
        before = span.end;
    }
    let mut found = LetterDates::default();
    found.requested_on = choose(letter, &candidates, Role::Requested, &mut found.diagnostics);
    found.responded_on = choose(letter, &candidates, Role::Responded, &mut found.diagnostics);
    found.requested_on = found.requested_on.or_else(|| find_yearless(letter, found.responded_on.as_ref()?));
    warn_if_reversed(letter, &mut found);
    found
}

/// The date of the request or of its receipt.
pub fn find_requested_on(letter: &Letter) -> Option<Found> {
    find_letter_dates(letter).requested_on
}

/// The date of the reply.
pub fn find_responded_on(letter: &Letter) -> Option<Found> {
    find_letter_dates(letter).responded_on
}

/// True where the authority speaks of this letter: in its head, or early in it.
fn speaks_at(letter: &Letter, offset: usize) -> bool {
    match letter.zones.at(offset) {
        Zone::Head | Zone::SignOff => true,
        zone => zone == Zone::Answers && letter.depth(offset) < OPENING,
    }
}

/// True before the first question, whatever the zones say.
pub(super) fn in_opening(letter: &Letter, offset: usize) -> bool {
    letter.depth(offset) < OPENING && !letter.text[..offset].contains('?')
}

/// The rule of a candidate whose print names a day that does not exist.
const IMPOSSIBLE: &str = "date-impossible";

/// The best candidate for `role`. An impossible date is none; a request with two dates under one label has none.
fn choose(letter: &Letter, all: &[Candidate], role: Role, diagnostics: &mut Vec<Diagnostic>) -> Option<Found> {
    let mut candidates: Vec<&Candidate> = all.iter().filter(|candidate| candidate.role == role).collect();
    candidates.sort_by_key(|candidate| (candidate.tier, candidate.rank, candidate.span.start));
    let best = *candidates.first()?;
    if best.rule == IMPOSSIBLE {
        let message = format!("`{}` names a day that does not exist", best.span.of(letter.text));
        diagnostics.push(Diagnostic::warning(IMPOSSIBLE, message, best.span, letter.lines));
        return None;
    }
    // A date alone on its line further down may well be an answer.
    let head = |candidate: &Candidate| letter.zones.at(candidate.span.start) == Zone::Head;
    let alike = |c: &&&Candidate| (c.tier, c.rank) == (best.tier, best.rank) && (head(c) || !head(best));
    let rival = candidates.iter().filter(alike).find(|c| c.date != best.date);
    if let Some(rival) = rival {
        let message = format!("two dates, {} and {}, stand in the same role", best.date.edtf(), rival.date.edtf());
        diagnostics.push(Diagnostic::note("dates-differ", message, rival.span, letter.lines));
        if role == Role::Requested && best.tier < 3 || best.tier == 4 {
            return None;
        }
    }
    let evidence = vec![Evidence::new(letter.text, letter.lines, best.span)];
    Some(Found { value: best.date.edtf(), rule: best.rule.clone(), evidence })
}

fn warn_if_reversed(letter: &Letter, found: &mut LetterDates) {
    let (Some(requested), Some(responded)) = (&found.requested_on, &found.responded_on) else { return };
    if requested.value > responded.value {
        let message = format!("the request of {} comes after the reply of {}", requested.value, responded.value);
        let span = responded.evidence[0].span();
        found.diagnostics.push(Diagnostic::warning("dates-reversed", message, span, letter.lines));
    }
}
