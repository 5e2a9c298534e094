//! What the words around one date claim for it: a label, its place in the letter, or its sentence.

use std::sync::LazyLock;

use crate::text::Regex;

use super::super::Letter;
use super::super::labels::label_of;
use super::Role;
use super::participles::by_participle;
use super::place::{follows_date, follows_value, heads_once, is_topped, label_before, sentence_before, stands_alone};
use crate::text::Span;

/// A role, its tier and rank (see [`Candidate`]), and the rule that gave it.
pub(super) type Claim = (Role, u8, usize, &'static str);

/// The role that a label gives, or a place by itself in the head or signature (`framed`) of a letter.
pub(super) fn by_label(letter: &Letter, line: Span, span: Span, before: usize, framed: bool) -> Option<Claim> {
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
    // "... restorative practice (received 31 July 2025)": what a bracket opens is a label of its own.
    let bracketed = label.rsplit_once(" (").map(|(_, label)| label);
    if let Some((rank, found)) = bracketed.and_then(|label| label_of("requested-label", label)) {
        return Some((Role::Requested, tier, rank, &found.id));
    }
    if !framed {
        // "Response 14-02-2023" between request and answers; where several lines begin so, each heads one answer.
        let (rank, found) = label_of("responded-heading", &printed).filter(|_| heads_once(letter, line, span))?;
        return Some((Role::Responded, 3, rank, &found.id));
    }
    // Below the date of the request, "Response:" is the label of a date, not of an answer.
    let printed = if follows_date(letter, before, span) { label.to_owned() } else { printed.clone() };
    let spoken_of = label.ends_with(" of") && SPOKEN_OF.is_match(&letter.text[span.end..line.end.max(span.end)]);
    if let Some((rank, found)) = label_of("responded-weak", label).filter(|_| !spoken_of) {
        return Some((Role::Responded, 0, rank, &found.id));
    }
    if let Some((rank, found)) = label_of("responded-heading", &printed) {
        return Some((Role::Responded, 0, rank, &found.id));
    }
    // "Internal review of FOI 25/118" above a date is a title, not its label.
    let title = label.bytes().any(|byte| byte.is_ascii_digit());
    // "Date of adoption | 1 December 2023" is a row of answers.
    let row = line.of(letter.text).trim_start().starts_with('|');
    let alone = !row
        && (stands_alone(letter, line, span) || label.is_empty() && follows_value(letter, line, span))
        && (title || label_of("neither", label).is_none())
        && !is_topped(letter, line, span);
    (alone && IS_LETTER.is_match(letter.folded.text())).then_some((Role::Responded, 4, 0, "date-line"))
}

/// The role that the deed before a date gives it, in its label or in its sentence; it comes after all that labels know.
pub(super) fn by_deed(letter: &Letter, line: Span, span: Span, before: usize) -> Option<Claim> {
    let label = label_before(letter, line, span, before);
    let start = letter.folded.forth(span).start;
    let sentence = || sentence_before(letter.folded.text(), start).replace(" (", ", ");
    let (role, rule) = by_participle(&label).or_else(|| by_participle(&sentence()))?;
    Some((role, 3, usize::MAX, rule))
}

/// The role that the sentence around a date gives it.
pub(super) fn by_sentence(folded: &str, place: Span) -> Option<Claim> {
    // "your request (received 3 May)": a bracket parts words as a comma does.
    let sentence = sentence_before(folded, place.start).replace(" (", ", ");
    let after = &folded[place.end..];
    let after = &after[..(0..=after.len().min(40)).rev().find(|&i| after.is_char_boundary(i)).unwrap_or(0)];
    if let Some((rank, found)) =
        label_of("requested-prose", &sentence).filter(|_| !EARLIER.is_match(&sentence) && !FOR_REVIEW.is_match(after))
    {
        return Some((Role::Requested, 3, rank, &found.id));
    }
    if let Some((rank, found)) = label_of("responded-prose", &sentence) {
        return Some((Role::Responded, 3, rank, &found.id));
    }
    if let Some((rank, found)) = label_of("responded-after", after) {
        return Some((Role::Responded, 3, rank, &found.id));
    }
    let (rank, found) = label_of("requested-after", after).filter(|_| !REVIEW_ASKED.is_match(after))?;
    Some((Role::Requested, 3, rank, &found.id))
}

/// "your earlier request of 3 May" is another matter than this letter.
static EARLIER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:earlier|previous|last|other|another|similar|subsequent)(?: [a-z]+)? (?:request|e-?mail|letter|enquiry|correspondence)[^.]*$")
        .expect("a fixed pattern")
});

/// "your e-mail of 15 May asking us to review our reply" is not the request.
static FOR_REVIEW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^,? (?:(?:in which you )?ask(?:s|ing|ed)|requesting|seeking|for|to have)(?-u:\b)[^.\n]{0,30}(?-u:\b)(?:review|reviewed|reconsider|reconsidered|looked at again)(?-u:\b)")
        .expect("a fixed pattern")
});

/// "On 18 February you asked for a review" is not the request either.
static REVIEW_ASKED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^,? you (?:asked|requested|wrote|sent|made)[^.\n]{0,20} (?:an? )?(?:internal )?review(?-u:\b)")
        .expect("a fixed pattern")
});

/// "Our reply of 1 February withheld it" speaks of an earlier letter.
static SPOKEN_OF: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^ [a-z]{2,}").expect("a fixed pattern"));

/// Words that speak to somebody of a request: only letters have a date line without a label.
static IS_LETTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[\n .,])(?:dear [a-z\[]|(?:hello|hi|good (?:morning|afternoon))[, ]|yours (?:sincerely|faithfully)|kind regards|(?:thank you|thanks) for (?:your|the)|your (?:foi |freedom of information |information )?request|you (?:asked|wrote|were told)|our repl(?:y|ies)|our ref|ref(?:erence)?[ :.]|foia?[ /:-]{1,2}[0-9])")
        .expect("a fixed pattern")
});
