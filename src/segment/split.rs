//! One answer to several questions, shared out among them sentence by sentence where it plainly speaks of each.

use super::Reading;
use crate::catalogue::topics::Topics;
use crate::document::find_sentences;
use crate::text::{Span, View};

/// Longer answers are not taken apart, in sentences.
const LONGEST: usize = 40;

/// The sentences of `answer` that speak of each of `questions`, in their order; `None` where some question is not spoken
/// of, or where the sentences do not part.
pub(super) fn share_out(reading: &Reading<'_>, answer: &[Span], questions: &[Vec<Span>]) -> Option<Vec<Vec<Span>>> {
    let sentences: Vec<Span> = answer.iter().flat_map(|span| find_sentences(reading.text, *span)).collect();
    if questions.len() < 2 || sentences.len() < 2 || sentences.len() > LONGEST {
        return None;
    }
    let asked: Vec<View<'_>> = questions.iter().map(|question| View::new(reading.folded, question)).collect();
    let topics = Topics::new(&asked.iter().map(View::text).collect::<Vec<_>>());
    let mut shares: Vec<Vec<Span>> = vec![Vec::new(); questions.len()];
    let mut now: Vec<usize> = Vec::new();
    for sentence in sentences {
        let told = topics.told(View::new(reading.folded, &[sentence]).text());
        if told.len() == questions.len() {
            continue;
        }
        // A sentence without a topic of its own goes on with the last one's.
        now = if told.is_empty() { now } else { told };
        for &question in &now {
            let own = after_echo(reading, sentence, asked[question].text());
            match shares[question].last_mut() {
                Some(last) if reading.text[last.end..own.start].trim().is_empty() => last.end = own.end,
                _ => shares[question].push(own),
            }
        }
    }
    shares.iter().all(|share| !share.is_empty()).then_some(shares)
}

/// An answer whose first sentence is without its echo of the question.
pub(super) fn without_echo(reading: &Reading<'_>, answer: &[Span], question: &str) -> Vec<Span> {
    let mut kept = answer.to_vec();
    if let Some(first) = kept.first_mut() {
        first.start = after_echo(reading, *first, question).start;
    }
    kept
}

/// A sentence without the opening that only repeats what was asked: "For the first, assault or misconduct, the answer is …".
fn after_echo(reading: &Reading<'_>, sentence: Span, question: &str) -> Span {
    let view = View::new(reading.folded, &[sentence]);
    let words = view.text();
    let opens = ["for ", "in relation to ", "as to ", "as regards ", "regarding ", "on "]
        .iter()
        .any(|lead| words.starts_with(lead));
    let Some((comma, _)) = words.match_indices(", ").take(4).filter(|(at, _)| echoes(&words[..*at], question)).last()
    else {
        return sentence;
    };
    let rest = view.back(Span::new(comma + 2, words.len()));
    match rest.first() {
        Some(first) if opens => Span::new(first.start, sentence.end),
        _ => sentence,
    }
}

/// True where nearly every longer word of `opening` stands in the question.
fn echoes(opening: &str, question: &str) -> bool {
    let words: Vec<&str> = opening.split(' ').filter(|word| word.len() > 4 && !ORDINALS.contains(word)).collect();
    let said = words.iter().filter(|word| question.contains(word.trim_matches([',', '.', ';']))).count();
    said * 4 >= words.len() * 3
}

/// Words that count questions.
const ORDINALS: [&str; 6] = ["first,", "second,", "third,", "relation", "regards", "regard"];
