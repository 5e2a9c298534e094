//! Whether a figure in a sentence counts anything, and what.

use std::sync::LazyLock;

use regex::Regex;

use super::super::figure::Figure;
use super::super::nouns::Nouns;
use super::{Paragraph, pattern, within};
use crate::text::Span;

/// "The total number was 12", "There were 12".
static STATES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:(?:the )?(?:total|number|figure|answer)[a-z ]{0,60}(?:is|was|were|=|:)|there (?:were|was|have been|are)|we (?:have|had|received|hold)) ",
    )
});

/// Words that end what a figure may count.
const ENDS: [&str; 12] = ["in", "for", "during", "at", "from", "to", "is", "was", "were", "are", "that", "-"];
/// A figure after one of these says how many there were.
const SAYS: [&str; 10] = ["been", "were", "was", "received", "recorded", "had", "reported", "is", "totalled", "logged"];
/// A figure after one of these is part of one before.
const OF_THEM: [&str; 6] = ["of these,", "of those,", "of which", "of whom", "of these", "of those"];

impl Paragraph<'_> {
    /// What the figure counts, if it counts: `Some(Some(…))` for the words after it up to a noun of the list or of the
    /// question; `Some(None)` where it has none of its own but answers "how many".
    pub(super) fn counted(&self, figure: Figure, until: usize, goes_on: bool) -> Option<Option<Span>> {
        if self.opens(figure) && !self.asked.how_many && is_digits(figure, self.words) {
            return None; // the number of a list item
        }
        let people = self.asked.how_many && (goes_on || self.opens(figure));
        let noun = self.noun(figure, until, people);
        (noun.is_some() || (self.asked.how_many && self.answers(figure, until, goes_on))).then_some(noun)
    }

    fn noun(&self, figure: Figure, until: usize, people: bool) -> Option<Span> {
        let mut end = figure.span.end;
        for word in self.words[figure.span.end..until].split_inclusive([' ', '\n']).take(6) {
            let bare = word.trim_matches(|c: char| !c.is_ascii_alphabetic() && c != '-');
            end += word.len();
            if Nouns::shipped().counts(bare, people) || (self.asked.how_many && self.asked.mentions(bare)) {
                return Some(Span::new(figure.span.end, end));
            }
            if ENDS.contains(&bare) || word.trim_end().ends_with(['.', ',', ';', ':', ')']) {
                return None;
            }
        }
        None
    }

    /// Whether the place of a figure without a noun makes it an answer to "how many".
    fn answers(&self, figure: Figure, until: usize, goes_on: bool) -> bool {
        let before = self.words[..figure.span.start].trim_end();
        let rest = &self.words[figure.span.end..until];
        let bare = !rest.contains(|c: char| c.is_alphanumeric());
        let dated = [" in ", " for ", " during ", " between ", " ("].iter().any(|word| rest.starts_with(word))
            && !within(Span::new(figure.span.end, until), &self.periods, |period| period.span).is_empty();
        let joins = ["and", ",", ";", "which", "whom", "including", "with", ":"];
        dated
            || (self.opens(figure) && (bare || rest.starts_with(['.', ',', ';', ' '])))
            || (goes_on && joins.iter().any(|join| before.ends_with(join)))
            || (bare && STATES.is_match(self.words))
            || OF_THEM.iter().any(|of| before.ends_with(of))
            || (SAYS.contains(&last_word(before)) && (bare || clause_ends(rest)))
    }

    /// Nothing but signs stands before the figure.
    fn opens(&self, figure: Figure) -> bool {
        !self.words[..figure.span.start].contains(|c: char| c.is_alphanumeric())
    }

    /// Whether the words beside the figure make it something else than a count.
    pub(super) fn guarded(&self, figure: Figure) -> bool {
        let before = self.words[..figure.span.start].trim_end();
        let rest = self.words[figure.span.end..].trim_start();
        let loose_before = ["to", "which", "by", "for", "of", "from", "if", "when", "where", "as", "the"];
        let loose_after = ["of", "another", "or", "which", "who", "has", "to", "side", "such"];
        let next = rest.split(' ').next().unwrap_or("");
        let someone = figure.span.of(self.words) == "one"
            && (loose_before.contains(&last_word(before)) || loose_after.contains(&next));
        someone
            || Nouns::shipped().guard(self.words, figure.span)
            || said_in_passing(before, rest)
            || is_marker(figure, self.words)
    }
}

fn last_word(before: &str) -> &str {
    before.rsplit([' ', '\n']).next().unwrap_or("")
}

fn clause_ends(rest: &str) -> bool {
    [".", ",", ";", " and ", " in ", " ("].iter().any(|next| rest.starts_with(next))
}

/// "a report on three of those events": said of something else.
fn said_in_passing(before: &str, rest: &str) -> bool {
    ["on", "in", "by", "for", "with", "from", "at", "than"].contains(&last_word(before))
        && ["of those", "of these", "of the same", "of them"].iter().any(|words| rest.starts_with(words))
}

/// "1. Sexual assault": the number of a list item.
fn is_marker(figure: Figure, words: &str) -> bool {
    let before = words[..figure.span.start].trim_end();
    let rest = &words[figure.span.end..];
    let text = |mark| rest.strip_prefix(mark).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
    is_digits(figure, words)
        && figure.max < Some(40)
        && (before.is_empty() || before.ends_with(['.', '?', '\n']))
        && (text(". ") || text(") "))
}

fn is_digits(figure: Figure, words: &str) -> bool {
    figure.span.of(words).bytes().all(|b| b.is_ascii_digit())
}
