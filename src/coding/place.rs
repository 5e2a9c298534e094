//! Where a place of a letter stands to its questions and answers.

use crate::letter::{Letter, Zone};
use crate::segment::Pair;
use crate::text::Span;

/// A joint answer serves at most this many pairs that are looked at.
const JOINT: usize = 64;

/// The questions and answers of a letter by place, so that finding one does not mean trying all.
pub(super) struct Places {
    questions: Vec<(Span, usize)>,
    answers: Vec<(Span, usize)>,
}

impl Places {
    /// Puts the pairs' places in order.
    pub(super) fn new(pairs: &[Pair]) -> Self {
        let sorted = |spans: fn(&Pair) -> &[Span]| {
            let each = pairs.iter().enumerate().flat_map(|(at, pair)| spans(pair).iter().map(move |span| (*span, at)));
            let mut all: Vec<(Span, usize)> = each.collect();
            all.sort();
            all
        };
        Places { questions: sorted(|pair| &pair.question), answers: sorted(|pair| &pair.answer) }
    }

    /// True where `span` stands in a question.
    pub(super) fn asks(&self, span: Span) -> bool {
        find(&self.questions, span).is_some()
    }

    /// The answer that holds `span`, and the first pair that it serves.
    pub(super) fn answer(&self, span: Span) -> Option<(Span, usize)> {
        find(&self.answers, span)
    }

    /// The pair whose answer holds `span`: `Some(None)` for words that answer outside every pair, `None` for words that do
    /// not answer (letterhead, request, how to complain, signature).
    pub(super) fn answering(&self, letter: &Letter, span: Span) -> Option<Option<usize>> {
        match self.answer(span) {
            Some((_, pair)) => Some(Some(pair)),
            None => (letter.zones.at(span.start) == Zone::Answers && !self.asks(span)).then_some(None),
        }
    }
}

fn find(all: &[(Span, usize)], span: Span) -> Option<(Span, usize)> {
    let end = all.partition_point(|(place, _)| place.start < span.end);
    let near = all[..end].iter().rev().take(JOINT).filter(|(place, _)| place.overlaps(span));
    near.min_by_key(|(_, pair)| *pair).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_pair_of_a_joint_answer_is_found() {
        let pair = |question, answer| Pair { number: None, question: vec![question], answer: vec![answer] };
        let joint = Span::new(20, 30);
        let places = Places::new(&[pair(Span::new(0, 9), joint), pair(Span::new(10, 19), joint)]);
        assert_eq!(places.answer(Span::new(25, 26)), Some((joint, 0)));
        assert_eq!(places.answer(Span::new(30, 31)), None);
        assert!(places.asks(Span::new(12, 13)) && !places.asks(Span::new(21, 22)));
    }
}
