//! A reply that prints no question: all that it says is one answer.

use super::Reading;
use crate::document::{Unit, find_sentences};
use crate::letter::Zone;
use crate::text::{Span, View};

/// Shorter replies, in bytes, answer nothing by themselves.
const SHORTEST: usize = 60;

/// The words of a letter without questions that answer: from the first sentence in which the authority speaks of the
/// matter to the last before the closing words. Empty where there are none.
pub(super) fn whole_reply(reading: &Reading<'_>, units: &[Unit]) -> Vec<Span> {
    let open = |unit: &&Unit| !unit.quoted && matches!(reading.zones.at(unit.whole.start), Zone::Answers | Zone::Head);
    let mut answer: Vec<Span> = Vec::new();
    for piece in units.iter().filter(open).flat_map(|unit| &unit.pieces) {
        for sentence in find_sentences(reading.text, *piece) {
            if answer.is_empty() && !answers(reading, sentence) {
                continue;
            }
            match answer.last_mut() {
                Some(last) if reading.text[last.end..sentence.start].trim().is_empty() => last.end = sentence.end,
                _ => answer.push(sentence),
            }
        }
    }
    if answer.iter().map(|span| span.len()).sum::<usize>() < SHORTEST { Vec::new() } else { answer }
}

/// True for a sentence in which the authority answers, and does not only say what it was sent.
fn answers(reading: &Reading<'_>, sentence: Span) -> bool {
    let view = View::new(reading.folded, &[sentence]);
    let words = view.text();
    let says = |means: &[&str]| !reading.phrases.find(words, means).is_empty();
    words.ends_with(['.', ';']) && says(&["answers", "answers-directly"]) && !says(&["receives", "request-lead"])
}
