//! The noun that a figure of a sentence counts.

use super::super::figure::Figure;
use super::super::nouns::Nouns;
use super::counting::Place;
use super::{Paragraph, within};
use crate::text::Span;

/// Words that end what a figure may count.
const ENDS: [&str; 12] = ["in", "for", "during", "at", "from", "to", "is", "was", "were", "are", "that", "-"];
/// How far back in a sentence its last noun is sought, in bytes.
const NEAR: usize = 300;

impl Paragraph<'_> {
    /// The words after `from` up to a noun of the list or of the question.
    pub(super) fn noun(&self, from: usize, until: usize, people: bool) -> Option<Span> {
        let mut end = from;
        for word in self.words[from..until].split_inclusive([' ', '\n']).take(6) {
            let bare = word.trim_matches(|c: char| !c.is_ascii_alphabetic() && c != '-');
            end += word.len();
            let of = ["member", "members"].contains(&bare) && self.words[end..until].starts_with("of ");
            if of {
                continue; // "members of staff" are staff
            }
            if Nouns::shipped().counts(bare, people) || (self.asked.how_many && self.asked.mentions(bare)) {
                return Some(Span::new(from, end));
            }
            if ENDS.contains(&bare) || is_plural(bare) || word.trim_end().ends_with(['.', ',', ';', ':', ')']) {
                return None;
            }
        }
        None
    }

    /// A noun with what is said of it up to the end of its clause: "meetings were held by the renal unit".
    pub(super) fn with_clause(&self, noun: Span, until: usize) -> Span {
        let last = within(Span::new(noun.end, until), &self.periods, |period| period.span).first();
        let until = last.map_or(until, |period| period.span.start);
        let mut end = noun.end;
        if self.words[..end].trim_end().ends_with(['.', ',', ';', ':', ')']) {
            return noun;
        }
        for word in self.words[end..until].split_inclusive([' ', '\n']).take(12) {
            let bare = word.trim_end();
            if ["and", "but", "or", "while", "before", "after", "-"].contains(&bare) || bare.starts_with('(') {
                break;
            }
            end += word.len();
            if bare.ends_with(['.', ',', ';', ':', ')']) {
                break;
            }
        }
        let words = Span::new(noun.start, end).of(self.words).trim_end();
        let preposition = [" in", " for", " during", " since", " from", " at", " on", " between", " by", " to"];
        let words = preposition.iter().find_map(|last| words.strip_suffix(last)).unwrap_or(words);
        Span::new(noun.start, (noun.start + words.len()).max(noun.end))
    }

    /// The words after the figure up to the first plural.
    pub(super) fn plural(&self, figure: Figure, until: usize) -> Option<Span> {
        let mut end = figure.span.end;
        for word in self.words[end..until].split_inclusive([' ', '\n']).take(4) {
            end += word.len();
            if is_plural(word.trim_matches(|c: char| !c.is_ascii_alphabetic())) {
                return Some(Span::new(figure.span.end, end));
            }
        }
        None
    }

    /// The last noun of the list in the sentence, with up to two words before it.
    pub(super) fn last_noun(&self, sentence: Span) -> Option<Span> {
        let from =
            self.words.ceil_char_boundary(sentence.end.saturating_sub(NEAR).max(sentence.start)).min(sentence.end);
        let sentence = Span::new(from, sentence.end);
        let mut before: [usize; 3] = [sentence.start; 3];
        let mut found = None;
        let mut at = sentence.start;
        for word in sentence.of(self.words).split_inclusive([' ', '\n']) {
            let bare = word.trim_matches(|c: char| !c.is_ascii_alphabetic() && c != '-');
            let joins = [
                "the", "a", "an", "of", "by", "with", "for", "in", "and", "or", "to", "is", "are", "has", "have", "we",
                "our", "hold", "use",
            ];
            if joins.contains(&bare)
                || word.trim_end().ends_with([',', ':', ';']) && !Nouns::shipped().counts(bare, false)
            {
                before = [at + word.len(); 3];
            } else {
                before = [before[1], before[2], at];
                if Nouns::shipped().counts(bare, false) {
                    found =
                        Some(Span::new(before[0], at + word.trim_end_matches([' ', ',', '.', ';', ':', '\n']).len()));
                }
            }
            at += word.len();
        }
        found
    }

    /// True where the plural after the figure is that of the figure before it: "9 households in 2023, 7 households …".
    pub(super) fn again(&self, figure: Figure, place: &Place<'_>) -> bool {
        let plural = self
            .plural(figure, place.until)
            .map(|plural| plural.of(self.words).trim_matches(|c: char| !c.is_alphabetic()));
        plural.is_some_and(|plural| place.after.is_some_and(|draft| draft.measure.ends_with(plural)))
    }

    /// True where a plural follows that is neither a noun of the list nor of the question: "three stages". Letters that
    /// stand for words ("PCNs") may be those of the question.
    pub(super) fn foreign(&self, figure: Figure, until: usize) -> bool {
        let mut at = figure.span.end;
        for word in self.words[figure.span.end..until].split_inclusive([' ', '\n']).take(4) {
            let bare = word.trim_matches(|c: char| !c.is_ascii_alphabetic());
            if is_plural(bare) {
                let span = self.back(Span::new(at, at + word.len()));
                let letters = span.of(self.letter.text).chars().filter(|c| c.is_ascii_uppercase()).count() > 1;
                return !letters && !self.asked.mentions(bare) && !Nouns::shipped().counts(bare, true);
            }
            if ENDS.contains(&bare) || bare.is_empty() && word.len() > 1 {
                return false;
            }
            at += word.len();
        }
        false
    }
}

/// A plural, as far as its ending tells.
fn is_plural(word: &str) -> bool {
    word.len() > 3 && word.ends_with('s') && !["ss", "us", "is", "was", "ous"].iter().any(|other| word.ends_with(other))
}
