//! Where a place of a letter stands to its answers.

use crate::letter::{Letter, Zone};
use crate::segment::Pair;
use crate::text::Span;

/// The index of the pair whose answer holds `span`: `Some(None)` for words that answer without one, `None` for words that
/// do not answer (letterhead, request, how to complain, signature).
pub(super) fn answering(letter: &Letter, pairs: &[Pair], span: Span) -> Option<Option<usize>> {
    let within = |spans: &[Span]| spans.iter().any(|place| place.overlaps(span));
    if let Some(at) = pairs.iter().position(|pair| within(&pair.answer)) {
        return Some(Some(at));
    }
    let asked = pairs.iter().any(|pair| within(&pair.question));
    (letter.zones.at(span.start) == Zone::Answers && !asked).then_some(None)
}
