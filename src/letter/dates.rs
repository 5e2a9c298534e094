//! The date of the request and the date of the reply, as labels, e-mail headers and opening sentences tell them.

use std::sync::LazyLock;

use regex::Regex;

use super::cells::{cells, neighbours};
use super::labels::label_of;
use super::messages::{Message, find_messages};
use super::{Letter, Zone};
use crate::diagnostic::Diagnostic;
use crate::record::{Evidence, Found};
use crate::text::Span;
use crate::when::{Dated, Moment, find_dates};

/// How far into a letter its opening reaches where no zone says so, in bytes.
pub(super) const OPENING: usize = 1500;

/// How far to the left of a date the sentence that introduces it is read, in bytes.
const SENTENCE: usize = 200;

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
    /// 0 a label in the head or signature, 1 an e-mail header, 2 a label elsewhere, 3 a sentence, 4 place alone.
    tier: u8,
    /// The label's place in its file.
    rank: usize,
    rule: String,
    date: Moment,
    span: Span,
}

/// A salutation or a farewell: only letters have a date line without a label.
static IS_LETTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[\n .,])(?:dear [a-z\[]|yours (?:sincerely|faithfully)|kind regards)").expect("a fixed pattern")
});

/// Finds both dates of `letter`, and what is odd about them.
pub fn find_letter_dates(letter: &Letter) -> LetterDates {
    let dates = find_dates(letter.folded.text());
    let messages = find_messages(letter);
    let mut candidates = in_thread(letter, &messages, &dates);
    let headers: Vec<Span> = messages.iter().map(|message| message.header).collect();
    let mut before = 0;
    for dated in &dates {
        let span = letter.folded.back(dated.span.start, dated.span.end);
        if !headers.iter().any(|header| header.contains(span)) && (dated.damaged || dated.date.day().is_some()) {
            candidates.extend(candidate(letter, dated, span, before));
        }
        before = span.end;
    }
    let mut found = LetterDates::default();
    found.requested_on = choose(letter, &candidates, Role::Requested, &mut found.diagnostics);
    found.responded_on = choose(letter, &candidates, Role::Responded, &mut found.diagnostics);
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
    let quoted = line.of(letter.text).trim_start().starts_with('>');
    if quoted || matches!(zone, Zone::Beyond | Zone::Review | Zone::Regulator) {
        return None;
    }
    let make = |role, tier, rank, rule: &str| {
        Some(Candidate { role, tier, rank, rule: rule.to_owned(), date: dated.date, span }).map(|candidate| match dated
            .damaged
        {
            true => Candidate { rule: IMPOSSIBLE.to_owned(), ..candidate },
            false => candidate,
        })
    };
    let framed = matches!(zone, Zone::Head | Zone::SignOff);
    let label = label_before(letter, line, span, before);
    if let Some((rank, found)) = label_of("requested-label", &label) {
        return make(Role::Requested, if framed { 0 } else { 2 }, rank, &found.id);
    }
    if let Some((rank, found)) = label_of("responded-label", &label) {
        return make(Role::Responded, if framed { 0 } else { 2 }, rank, &found.id);
    }
    let opening = framed || zone == Zone::Answers && span.start < OPENING;
    if !opening {
        return None;
    }
    if framed && let Some((rank, found)) = label_of("responded-weak", &label) {
        return make(Role::Responded, 0, rank, &found.id);
    }
    let sentence = sentence_before(letter.folded.text(), dated.span.start);
    if let Some((rank, found)) = label_of("requested-prose", sentence).filter(|_| !EARLIER.is_match(sentence)) {
        return make(Role::Requested, 3, rank, &found.id);
    }
    if let Some((rank, found)) = label_of("responded-prose", sentence) {
        return make(Role::Responded, 3, rank, &found.id);
    }
    let alone = framed && stands_alone(letter, line, span) && label_of("neither", &label).is_none();
    if alone && IS_LETTER.is_match(letter.folded.text()) { make(Role::Responded, 4, 0, "date-line") } else { None }
}

/// The rule of a candidate whose print names a day that does not exist.
const IMPOSSIBLE: &str = "date-impossible";

/// "your earlier request of 3 May" is another matter than this letter.
static EARLIER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:earlier|previous|last|other|another|similar|subsequent)(?: [a-z]+)? (?:request|e-?mail|letter|enquiry|correspondence)[^.]*$")
        .expect("a fixed pattern")
});

/// The folded words that label a date: before it in its cell, else the cell to its left, else the cell above.
fn label_before(letter: &Letter, line: Span, span: Span, before: usize) -> String {
    let row = cells(letter.text, line);
    let Some(at) = row.iter().position(|cell| cell.holds(span.start)) else { return String::new() };
    let from = row[at].start.max(before.min(span.start));
    let words = folded_words(letter, Span::new(from, span.start));
    if !words.is_empty() {
        return words;
    }
    if at > 0 && before <= row[at - 1].start {
        return folded_words(letter, row[at - 1]);
    }
    let above = neighbours(letter, letter.lines.index_of(span.start), -1);
    let same_shape = above.len() == row.len() && !letter.text[row[at].start..].starts_with('(');
    if same_shape { folded_words(letter, above[at]) } else { String::new() }
}

/// The folded words of `span` without the marks at their ends.
fn folded_words(letter: &Letter, span: Span) -> String {
    let words = letter.folded.forth(span).of(letter.folded.text());
    words.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// The folded sentence up to `end`, at most [`SENTENCE`] bytes, without the space before the date.
fn sentence_before(folded: &str, end: usize) -> &str {
    let from = (end.saturating_sub(SENTENCE)..=end).find(|&i| folded.is_char_boundary(i)).unwrap_or(end);
    let words = &folded[from..end];
    words.rsplit('\n').next().unwrap_or(words).trim_end()
}

/// True where the date is all that its cell holds.
fn stands_alone(letter: &Letter, line: Span, span: Span) -> bool {
    let cell = cells(letter.text, line).into_iter().find(|cell| cell.holds(span.start));
    cell.is_some_and(|cell| {
        cell.start == span.start && cell.of(letter.text).trim_end_matches(['.', ',', '*']).len() <= span.len()
    })
}

/// The dates that a thread's headers give: its first message asks, its last one that does more than acknowledge answers.
fn in_thread(letter: &Letter, messages: &[Message], dates: &[Dated]) -> Vec<Candidate> {
    let sent = |message: &Message| -> Option<(Span, &Dated)> {
        let line = letter.folded.forth(message.sent?);
        let dated = dates.iter().find(|dated| line.contains(dated.span))?;
        Some((letter.folded.back(dated.span.start, dated.span.end), dated))
    };
    let mut thread: Vec<(&Message, Span, &Dated)> =
        messages.iter().filter_map(|message| sent(message).map(|(span, dated)| (message, span, dated))).collect();
    if let [first, .., last] = thread[..]
        && first.2.date.bounds().0 > last.2.date.bounds().0
    {
        thread.reverse(); // newest first, as mail programs quote
    }
    let asked = thread.first().filter(|(message, ..)| thread.len() > 1 && !message.acknowledges(letter)).copied();
    let others = thread.iter().filter(|(message, ..)| asked.is_none_or(|(asking, ..)| asking.from != message.from));
    let answered = others.filter(|(message, ..)| !message.acknowledges(letter)).next_back().copied();
    let candidate = |role, (_, span, dated): (&Message, Span, &Dated)| {
        let rule = if dated.damaged { IMPOSSIBLE } else { "e-mail-header" };
        Candidate { role, tier: 1, rank: 0, rule: rule.to_owned(), date: dated.date, span }
    };
    let asked = asked.filter(|_| answered.is_some()).map(|message| candidate(Role::Requested, message));
    asked.into_iter().chain(answered.map(|message| candidate(Role::Responded, message))).collect()
}

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
