//! The sentence around a place in folded text.

use crate::text::Span;

/// A sentence is read this far to either side, in bytes.
const REACH: usize = 260;

/// The sentence that holds `span` of `folded`, within reach. A colon or a blank line begins one too.
pub(super) fn sentence_around(folded: &str, span: Span) -> Span {
    let bounds = |at: &usize| folded.is_char_boundary(*at);
    let from = (span.start.saturating_sub(REACH)..=span.start).find(bounds).unwrap_or(span.start);
    let until = (span.end..=(span.end + REACH).min(folded.len())).rev().find(bounds).unwrap_or(span.end);
    let (before, after) = (&folded[from..span.start], &folded[span.end..until]);
    let starts = [". ", "? ", "! ", "\n", ": "].iter().filter_map(|stop| before.rfind(stop).map(|at| at + stop.len()));
    let ends = [". ", "? ", "! ", "\n"].iter().filter_map(|stop| after.find(stop));
    Span::new(from + starts.max().unwrap_or(0), ends.min().map_or(until, |end| span.end + end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_its_stop() {
        let folded = "one. two three? four";
        for (words, wanted) in [("one", "one"), ("three", "two three"), ("four", "four")] {
            let start = folded.find(words).unwrap();
            assert_eq!(sentence_around(folded, Span::new(start, start + words.len())).of(folded), wanted);
        }
    }
}
