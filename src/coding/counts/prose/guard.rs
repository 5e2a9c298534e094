//! Figures in sentences that are no counts, whatever was asked: "one of", list numbers, limits.

use super::super::figure::Figure;
use super::super::nouns::Nouns;
use super::Paragraph;
use super::counting::last_word;

impl Paragraph<'_> {
    /// Whether the words beside the figure make it something else than a count.
    pub(super) fn guarded(&self, figure: Figure) -> bool {
        let before = self.words[..figure.span.start].trim_end();
        let rest = self.words[figure.span.end..].trim_start();
        let loose_before = ["to", "which", "by", "for", "of", "from", "if", "when", "where", "as", "the"];
        let loose_after = ["of", "another", "or", "which", "who", "has", "to", "side", "such"];
        let next = rest.split(' ').next().unwrap_or("");
        let more_than_one = figure.max.is_none() && figure.min.is_some_and(|least| least < 3);
        let someone = figure.span.of(self.words) == "one"
            && (loose_before.contains(&last_word(before)) || loose_after.contains(&next));
        someone
            || more_than_one
            || ["none of the", "none of these", "none of our"].iter().any(|none| before.ends_with(none))
            || Nouns::shipped().guard(self.words, figure.span)
            || said_in_passing(before, rest)
            || is_marker(figure, self.words)
    }
}

/// "a report on three of those events": said of something else.
fn said_in_passing(before: &str, rest: &str) -> bool {
    ["on", "in", "by", "for", "with", "from", "at", "than"].contains(&last_word(before))
        && ["of those", "of these", "of the same", "of them"].iter().any(|words| rest.starts_with(words))
}

/// "1. Sexual assault": the number of a list item.
fn is_marker(figure: Figure, words: &str) -> bool {
    let before = words[..figure.span.start].trim_end_matches(['(', ' ']);
    let rest = &words[figure.span.end..];
    let bracketed = words[..figure.span.start].ends_with('('); // "(1) A public authority"
    let text = |mark| rest.strip_prefix(mark).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
    is_digits(figure, words)
        && figure.max < Some(40)
        && (bracketed || before.is_empty() || before.ends_with(['.', '?', '\n']))
        && (text(". ") || text(") "))
}

/// Nothing but digits.
pub(super) fn is_digits(figure: Figure, words: &str) -> bool {
    figure.span.of(words).bytes().all(|b| b.is_ascii_digit())
}
