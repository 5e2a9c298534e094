//! The date of the request and the date of the reply, as labels, e-mail headers and opening sentences tell them.

mod claims;
mod place;
#[cfg(test)]
mod tests;
mod thread;
mod yearless;

use std::sync::LazyLock;

use regex::Regex;

use claims::{by_label, by_sentence};
use place::stands_alone;
use thread::in_thread;
use yearless::find_yearless;

use super::messages::find_messages;
use super::{Letter, Zone};
use crate::diagnostic::Diagnostic;
use crate::document::{Label, parse_label};
use crate::record::{Evidence, Found};
use crate::text::Span;
use crate::when::{Dated, Moment, find_dates};

/// How far into a letter its opening reaches where no zone says so, in bytes.
pub(super) const OPENING: usize = 1500;

/// How far from a date in its line the cells are read, in bytes; no layout is wider.
const COLUMNS: usize = 1000;

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

/// A date with a role; the least by (`tier`, `rank`) wins.
struct Candidate {
    role: Role,
    /// 0 a label in the head or signature, 1 an e-mail header, 2 a label elsewhere, 3 a sentence, 4 place alone, 5 a
    /// sentence or a line of its own after the answers.
    tier: u8,
    /// The label's place in its file.
    rank: usize,
    rule: String,
    date: Moment,
    span: Span,
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

/// The role of one date, if it has one. `before` is where the date before it ends.
fn candidate(letter: &Letter, dated: &Dated, span: Span, before: usize) -> Option<Candidate> {
    let zone = letter.zones.at(span.start);
    let line = letter.lines.spans()[letter.lines.index_of(span.start)];
    if line.of(letter.text).trim_start().starts_with('>') {
        return quotes_request(letter, dated, span);
    }
    let line = columns_around(letter.text, line, span);
    if matches!(zone, Zone::Beyond | Zone::Review | Zone::Regulator) {
        let (role, rank, rule) = after_answers(letter, dated.span, line, span)?;
        let rule = if dated.damaged { IMPOSSIBLE } else { rule };
        return Some(Candidate { role, tier: 5, rank, rule: rule.to_owned(), date: dated.date, span });
    }
    let last = letter.text[line.end.max(span.end)..].trim().is_empty();
    // "1b date - 4 December 2023" answers a question.
    let item = matches!(parse_label(line.of(letter.text).trim_start()), Some((Label::Number(_), _)));
    let framed = !item && (matches!(zone, Zone::Head | Zone::SignOff) || in_opening(letter, span.start) || last);
    let near = framed || speaks_at(letter, span.start);
    let told = if near { by_sentence(letter.folded.text(), dated.span) } else { None };
    let labelled = by_label(letter, line, span, before, framed);
    // "your request under the Act of 2000 dated 3 May": the whole sentence tells more than the word before the date.
    let asked = told.filter(|(role, ..)| *role == Role::Requested);
    let (role, tier, rank, rule) = match labelled {
        Some((Role::Responded, ..)) if asked.is_some() => asked?,
        labelled => labelled.or(told)?,
    };
    let rule = if dated.damaged { IMPOSSIBLE } else { rule };
    Some(Candidate { role, tier, rank, rule: rule.to_owned(), date: dated.date, span })
}

/// "> On 18 August 2025 at 10:07 you wrote:" above the request that is quoted.
fn quotes_request(letter: &Letter, dated: &Dated, span: Span) -> Option<Candidate> {
    static WROTE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^[0-9:, apm.]{0,12}(?:at [0-9:.]{4,8}(?: ?[ap]m)?,? )?you (?:wrote|asked|said):")
            .expect("a fixed pattern")
    });
    let after = &letter.folded.text()[dated.span.end..];
    let told = !dated.damaged && WROTE.is_match(after);
    told.then(|| Candidate {
        role: Role::Requested,
        tier: 3,
        rank: usize::MAX,
        rule: "quoted-request".to_owned(),
        date: dated.date,
        span,
    })
}

/// The role of a date after the answers: what its sentence says, or the last line of the letter.
fn after_answers(letter: &Letter, place: Span, line: Span, span: Span) -> Option<(Role, usize, &'static str)> {
    if let Some((role, _, rank, rule)) = by_sentence(letter.folded.text(), place) {
        return Some((role, rank, rule));
    }
    let last = letter.text[line.end.max(span.end)..].trim().is_empty();
    (last && stands_alone(letter, line, span)).then_some((Role::Responded, usize::MAX, "date-line"))
}

/// The part of `line` around `span` in which a label may stand.
fn columns_around(text: &str, line: Span, span: Span) -> Span {
    let start = text.floor_char_boundary(span.start.saturating_sub(COLUMNS));
    let end = text.ceil_char_boundary((span.end + COLUMNS).min(text.len()));
    Span::new(line.start.max(start), line.end.min(end))
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
    let rival = candidates.iter().find(|c| (c.tier, c.rank) == (best.tier, best.rank) && c.date != best.date);
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
