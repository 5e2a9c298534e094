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
use crate::when::{Dated, MONTHS, Moment, find_dates};

/// How far into a letter its opening reaches where no zone says so, in bytes.
pub(super) const OPENING: usize = 1500;

/// More than this before the first e-mail header, in bytes, is a message of its own.
const LETTERHEAD: usize = 400;

/// How far to the left of a date the sentence that introduces it is read, in bytes.
const SENTENCE: usize = 200;

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

/// Words that speak to somebody of a request: only letters have a date line without a label.
static IS_LETTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[\n .,])(?:dear [a-z\[]|yours (?:sincerely|faithfully)|kind regards|(?:thank you|thanks) for your|your request|our repl(?:y|ies)|our ref|ref(?:erence)?[ :.])")
        .expect("a fixed pattern")
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
        let header = headers.get(headers.partition_point(|header| header.end <= span.start));
        if !header.is_some_and(|header| header.contains(span)) && (dated.damaged || dated.date.day().is_some()) {
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
    if quoted {
        return None;
    }
    let line = columns_around(letter.text, line, span);
    if matches!(zone, Zone::Beyond | Zone::Review | Zone::Regulator) {
        let (role, rank, rule) = after_answers(letter, dated.span, line, span)?;
        let rule = if dated.damaged { IMPOSSIBLE } else { rule };
        return Some(Candidate { role, tier: 5, rank, rule: rule.to_owned(), date: dated.date, span });
    }
    let last = letter.text[line.end.max(span.end)..].trim().is_empty();
    let framed = matches!(zone, Zone::Head | Zone::SignOff) || in_opening(letter, span.start) || last;
    let (role, tier, rank, rule) = by_label(letter, line, span, before, framed).or_else(|| {
        let near = framed || zone == Zone::Answers && letter.depth(span.start) < OPENING;
        near.then(|| by_sentence(letter.folded.text(), dated.span))?
    })?;
    let rule = if dated.damaged { IMPOSSIBLE } else { rule };
    Some(Candidate { role, tier, rank, rule: rule.to_owned(), date: dated.date, span })
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

/// True before the first question, whatever the zones say.
pub(super) fn in_opening(letter: &Letter, offset: usize) -> bool {
    letter.depth(offset) < OPENING && !letter.text[..offset].contains('?')
}

/// A role, its tier and rank (see [`Candidate`]), and the rule that gave it.
type Claim = (Role, u8, usize, &'static str);

/// The role that a label gives, or a place by itself in the head or signature (`framed`) of a letter.
fn by_label(letter: &Letter, line: Span, span: Span, before: usize, framed: bool) -> Option<Claim> {
    let printed = label_before(letter, line, span, before);
    let label = printed.trim_end_matches([':', ' ']);
    // "Dyddiad / Date": of a label in two languages the second is English.
    let label = label.rsplit(" / ").next().unwrap_or(label);
    let tier = if framed { 0 } else { 2 };
    if let Some((rank, found)) = label_of("requested-label", label) {
        return Some((Role::Requested, tier, rank, &found.id));
    }
    if let Some((rank, found)) = label_of("responded-label", label) {
        return Some((Role::Responded, tier, rank, &found.id));
    }
    if !framed {
        return None;
    }
    if let Some((rank, found)) = label_of("responded-weak", label) {
        return Some((Role::Responded, 0, rank, &found.id));
    }
    if let Some((rank, found)) = label_of("responded-heading", &printed) {
        return Some((Role::Responded, 0, rank, &found.id));
    }
    let alone = (stands_alone(letter, line, span) || label.is_empty() && follows_value(letter, line, span))
        && label_of("neither", label).is_none();
    (alone && IS_LETTER.is_match(letter.folded.text())).then_some((Role::Responded, 4, 0, "date-line"))
}

/// The role that the sentence around a date gives it.
fn by_sentence(folded: &str, place: Span) -> Option<Claim> {
    let sentence = sentence_before(folded, place.start);
    let after = &folded[place.end..];
    let after = &after[..(0..=after.len().min(40)).rev().find(|&i| after.is_char_boundary(i)).unwrap_or(0)];
    if let Some((rank, found)) = label_of("requested-prose", sentence).filter(|_| !EARLIER.is_match(sentence)) {
        return Some((Role::Requested, 3, rank, &found.id));
    }
    if let Some((rank, found)) = label_of("responded-prose", sentence) {
        return Some((Role::Responded, 3, rank, &found.id));
    }
    let (rank, found) = label_of("requested-after", after)?;
    Some((Role::Requested, 3, rank, &found.id))
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
        // "Our ref: 25/0338 Date: 8 July 2025": what stands before a value labels that value.
        let own = words.split(' ').rev().take_while(|word| !word.bytes().any(|b| b.is_ascii_digit())).count();
        return words
            .rsplitn(own + 1, ' ')
            .take(own)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect::<Vec<_>>()
            .join(" ");
    }
    if at > 0 && before <= row[at - 1].start {
        return folded_words(letter, row[at - 1]);
    }
    if let Some(label) = label_in_column(letter, letter.lines.index_of(span.start)) {
        return label;
    }
    let above = neighbours(letter, letter.lines.index_of(span.start), -1);
    let same_shape = above.len() == row.len() && !letter.text[row[at].start..].starts_with('(');
    if same_shape { folded_words(letter, above[at]) } else { String::new() }
}

/// The label of a value where a form was read column by column: so many labels, then as many values.
fn label_in_column(letter: &Letter, index: usize) -> Option<String> {
    const LONGEST: usize = 40;
    let lines = letter.lines.spans();
    let filled = |range: &mut dyn Iterator<Item = usize>| -> Vec<usize> {
        range.filter(|&i| !lines[i].of(letter.text).trim().is_empty()).take(12).collect()
    };
    let above = filled(&mut (0..index).rev().take(40));
    let value = |i: &usize| {
        let words = letter.folded.of(lines[*i]);
        let plain = |word: &str| word.len() < 4 || word.bytes().any(|b| b.is_ascii_digit()) || is_month(word);
        words.bytes().any(|b| b.is_ascii_digit()) && words.split(' ').all(plain)
    };
    let short = |i: &usize| lines[*i].of(letter.text).trim().len() <= LONGEST;
    let before = above.iter().take_while(|i| value(i) && short(i)).count();
    let after = filled(&mut (index + 1..lines.len()).take(20)).iter().take_while(|i| value(i) && short(i)).count();
    let labels: Vec<&usize> = above.iter().skip(before).take_while(|i| !value(i) && short(i)).collect();
    let values = before + 1 + after;
    // The last label belongs to the last value.
    let label = labels
        .get(values - 1 - before)
        .filter(|_| values > 1 && labels.len() >= values && labels.len() <= values + 4)?;
    Some(folded_words(letter, lines[**label]))
}

fn is_month(word: &str) -> bool {
    MONTHS.contains(&word.trim_end_matches(','))
}

/// The folded words of `span` without the marks at their ends; a colon after them stays.
fn folded_words(letter: &Letter, span: Span) -> String {
    let words = letter.folded.forth(span).of(letter.folded.text());
    let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    words.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ':').to_owned()
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

/// True where only a labelled value stands before the date in its line: "Our Reference: FOI 95682 30 January 2015".
fn follows_value(letter: &Letter, line: Span, span: Span) -> bool {
    let before = letter.text[line.start..span.start].trim_end();
    let value = before.rsplit(' ').next().unwrap_or("");
    // A date that is wrapped ends on the next line.
    let ends = letter.text.get(span.end..line.end).is_none_or(|after| after.trim().is_empty());
    ends && before.contains(':') && value.bytes().any(|b| b.is_ascii_digit())
}

/// The dates that a thread's headers give: its first message asks, its last one that does more than acknowledge answers.
fn in_thread(letter: &Letter, messages: &[Message], dates: &[Dated]) -> Vec<Candidate> {
    let sent = |message: &Message| -> Option<(Span, &Dated)> {
        let line = letter.folded.forth(message.sent?);
        let first = dates.partition_point(|dated| dated.span.start < line.start);
        let mut near = dates[first..].iter().take_while(|dated| dated.span.start < line.end);
        let dated = near.find(|dated| line.contains(dated.span))?;
        Some((letter.folded.back(dated.span.start, dated.span.end), dated))
    };
    let mut thread: Vec<(&Message, Span, &Dated)> =
        messages.iter().filter_map(|message| sent(message).map(|(span, dated)| (message, span, dated))).collect();
    if let [first, .., last] = thread[..]
        && first.2.date.bounds().0 > last.2.date.bounds().0
    {
        thread.reverse(); // newest first, as mail programs quote
    }
    // Words before the first header are the newest message, and its own header is lost.
    let unheaded =
        messages.first().is_some_and(|first| !first.from.is_empty() && letter.depth(first.header.start) > LETTERHEAD);
    let asks = |message: &Message| {
        !message.acknowledges(letter) && (thread.len() > 1 || unheaded || message.is_from_requester())
    };
    let asked = thread.first().filter(|(message, ..)| asks(message)).copied();
    let mut others = thread.iter().filter(|(message, ..)| asked.is_none_or(|(asking, ..)| asking.from != message.from));
    let answered = others.rfind(|(message, ..)| !unheaded && !message.acknowledges(letter)).copied();
    let candidate = |role, (_, span, dated): (&Message, Span, &Dated)| {
        let rule = if dated.damaged { IMPOSSIBLE } else { "e-mail-header" };
        Candidate { role, tier: 1, rank: 0, rule: rule.to_owned(), date: dated.date, span }
    };
    let asked = asked.map(|message| candidate(Role::Requested, message));
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

#[cfg(test)]
mod tests {
    use super::super::Zones;
    use super::*;
    use crate::text::{Folded, Lines};

    /// The dates of a letter that is all head: request, reply, and the codes of the diagnostics.
    fn dates(text: &str) -> (Option<String>, Option<String>, Vec<String>) {
        let zones = Zones::new(vec![(Span::new(0, text.len()), Zone::Head)]);
        let (lines, folded) = (Lines::new(text), Folded::new(text));
        let found = find_letter_dates(&Letter { text, lines: &lines, folded: &folded, zones: &zones, file: "" });
        let value = |found: Option<Found>| found.map(|found| found.value);
        let codes = found.diagnostics.into_iter().map(|diagnostic| diagnostic.code).collect();
        (value(found.requested_on), value(found.responded_on), codes)
    }

    #[test]
    fn labels_in_their_layouts() {
        let (may, june) = (Some("2025-05-12"), Some("2025-06-10"));
        let cases = [
            ("FOI Ref: 24872      Received: 12 May 2025\n                    Date: 10 June 2025", may, june),
            ("Date received   Date responded\n12/05/2025      10/06/2025", may, june),
            ("| Date received | Date responded |\n|---|---|\n| 12/05/2025 | 10/06/2025 |", may, june),
            ("Request Date\nMay 12, 2025\n\nResponse Date\nJune 10, 2025", may, june),
            ("Received: 12/05/2025 Answered: 10/06/2025 Due: 11/06/2025", may, june),
            ("**Date received:** Monday 12 May 2025\n**Date of reply:** Tuesday 10 June 2025", may, june),
            ("Date 10 June 2025 Your Ref Our Ref AB / FOI /12 SENT BY EMAIL", None, june),
            ("Dear Enquirer\nOn 12 May 2025 you asked about wards.\n\n10 June 2025", may, june),
            ("10 June 2025\n\nDear Enquirer\n\nWe refer to your request of the 12th of May 2025.", may, june),
            ("Further to your request for data since 1 April 2020, which was received on 12 May 2025:", may, None),
        ];
        for (text, requested, responded) in cases {
            let (request, response, _) = dates(text);
            assert_eq!((request.as_deref(), response.as_deref()), (requested, responded), "{text}");
        }
    }

    #[test]
    fn other_dates_are_left_alone() {
        let cases = [
            "A reply is due by 25/02/2030.",
            "Published on 9 December 2025\n\nLast reviewed: 9 December 2025",
            "Deadline\n2 June 2025\n\nDear Sir",
            "October 31, 2020 | Organisational Information",
            "> Date: 5 May 2025",
            "Thank you for your earlier request of 3 March 2025.",
            "Date received: 2 May 2025\nDate received: 9 May 2025",
            "The policy was ratified on 12 March 2025.",
            "Dear Sir\n5 May 2025\n\n12 May 2025",
        ];
        for text in cases {
            let (requested, responded, _) = dates(text);
            assert_eq!((requested, responded), (None, None), "{text}");
        }
    }

    #[test]
    fn threads_ask_first_and_answer_last() {
        let asking = "From: A Person\nSent: 12 May 2025 10:00\nTo: FOI\nSubject: Request\n\nHow many wards?\n\n";
        let receipt =
            "From: FOI\nSent: 13 May 2025 10:00\nTo: A Person\nSubject: RE: Request\n\nWe acknowledge it.\n\n";
        let answer = "From: FOI\nSent: 10 June 2025 10:00\nTo: A Person\nSubject: RE: Request\n\nSix wards.\n\n";
        let letter = format!("The Trust{}\n\nSix wards.\n\n{asking}", " has considered the request".repeat(20));
        let (may, june) = (Some("2025-05-12"), Some("2025-06-10"));
        let cases = [
            (format!("{asking}{receipt}{answer}"), may, june),
            (format!("{answer}{receipt}{asking}"), may, june),
            (format!("{asking}{receipt}"), may, None),
            (answer.to_owned(), None, june),
            (letter, may, None),
        ];
        for (text, requested, responded) in cases {
            let (request, response, _) = dates(&text);
            assert_eq!((request.as_deref(), response.as_deref()), (requested, responded), "{text}");
        }
    }

    #[test]
    fn odd_dates_are_told() {
        let impossible = dates("Date received: 31 June 2025\nDate of reply: 5 July 2025");
        assert_eq!(impossible, (None, Some("2025-07-05".into()), vec!["date-impossible".into()]));
        let reversed = dates("Date received: 5 July 2025\nDate of reply: 5 June 2025");
        assert_eq!(reversed.2, ["dates-reversed"]);
    }
}
