//! Figures in sentences that are no counts, whatever was asked: "one of", list numbers, limits.

use super::super::figure::Figure;
use super::super::nouns::Nouns;
use super::Paragraph;
use super::counting::last_word;

/// As many labels in a row are looked at: "sections 30, 31, 38 and 40".
const MOST_JOINED: usize = 6;
/// How far back the beginning of a sentence is sought, in bytes.
const NEAR: usize = 100;

impl Paragraph<'_> {
    /// Whether the words beside the figure make it something else than a count.
    pub(super) fn guarded(&self, figure: Figure) -> bool {
        let before = self.words[..figure.span.start].trim_end();
        let rest = self.words[figure.span.end..].trim_start();
        let loose_before = [
            "isn't", "not", "no", "to", "which", "by", "for", "of", "from", "if", "when", "where", "as", "the",
            "whether",
        ];
        let loose_after = ["of", "another", "or", "which", "who", "has", "to", "side", "such"];
        let next = rest.split(' ').next().unwrap_or("");
        let more_than_one = figure.max.is_none() && figure.min.is_some_and(|least| least < 3);
        let someone = figure.span.of(self.words) == "one"
            && (loose_before.contains(&last_word(before)) || loose_after.contains(&next) || is_a_pronoun(before, rest));
        someone
            || self.refers_back(figure)
            || self.joins_a_label(figure)
            || self.joins_a_length(figure)
            || self.defines(figure)
            || self.numbers_an_item(figure)
            || self.is_a_mark(figure)
            || more_than_one
            || ["none of the", "none of these", "none of our"].iter().any(|none| before.ends_with(none))
            || (Nouns::shipped().guard(self.words, figure.span)
                && !self.of_these(figure)
                && !self.in_the_unit_asked(figure)
                && !["%", "cent"].iter().any(|share| figure.span.of(self.words).ends_with(share)))
            || said_in_passing(before, rest)
            || is_marker(figure, self.words)
    }

    /// "53 weeks", where weeks were asked for.
    pub(super) fn in_the_unit_asked(&self, figure: Figure) -> bool {
        let rest = self.words[figure.span.end..].trim_start();
        let rest = ["working ", "calendar "].iter().find_map(|kind| rest.strip_prefix(kind)).unwrap_or(rest);
        self.asked.unit.is_some_and(|unit| rest.starts_with(unit))
    }

    /// "Of these 12 were upheld."
    fn of_these(&self, figure: Figure) -> bool {
        let before = self.words[..figure.span.start].trim_end();
        let next = self.words[figure.span.end..].trim_start().split(' ').next().unwrap_or("");
        ["of these", "of those"].iter().any(|of| before.ends_with(of))
            && ["were", "was", "had", "have", "led", "are"].contains(&next)
    }

    /// "The ten streets", "all four": spoken of before, so not counted here.
    fn refers_back(&self, figure: Figure) -> bool {
        let before = last_word(self.words[..figure.span.start].trim_end());
        let in_words = figure.span.of(self.words).starts_with(|c: char| c.is_ascii_alphabetic());
        in_words
            && figure.min == figure.max
            && ["the", "these", "those", "all", "our", "your", "its", "their"].contains(&before)
    }

    /// "Questions 1 and 2": joined to a number that is a label.
    fn joins_a_label(&self, figure: Figure) -> bool {
        let at = self.figures.partition_point(|other| other.span.start < figure.span.start);
        let mut next = figure;
        for before in self.figures[..at].iter().rev().take(MOST_JOINED) {
            let between = self.words.get(before.span.end..next.span.start).unwrap_or_default();
            let joined = [" and ", " & ", ", ", " or ", ", or ", ", and ", " to ", "-"].contains(&between);
            if !joined || !is_digits(*before, self.words) || !is_digits(next, self.words) {
                return false;
            }
            if Nouns::shipped().guard(self.words, before.span) {
                // "In relation to question 2, 58 members": one label, and no more of them.
                let rest = &self.words[figure.span.end..];
                let goes_on =
                    [", or ", ", and ", " or ", " and ", ", "].iter().filter_map(|mark| rest.strip_prefix(mark));
                return between != ", "
                    || next.span != figure.span
                    || last_word(self.words[..before.span.start].trim_end()).ends_with('s')
                    || goes_on.into_iter().any(|next| next.starts_with(|c: char| c.is_ascii_digit()));
            }
            next = *before;
        }
        false
    }

    /// "16 and 17 years": joined to a number that is an age or a length of time.
    fn joins_a_length(&self, figure: Figure) -> bool {
        let at = self.figures.partition_point(|other| other.span.start <= figure.span.start);
        self.figures.get(at).is_some_and(|next| {
            let between = self.words.get(figure.span.end..next.span.start).unwrap_or_default();
            let joined = [" and ", " or ", " to ", "-"].contains(&between);
            joined && is_digits(figure, self.words) && Nouns::shipped().is_measured(self.words, next.span)
        })
    }

    /// "Each line is one form": says what is counted, not how much of it there is.
    fn defines(&self, figure: Figure) -> bool {
        let near = self.words.ceil_char_boundary(figure.span.start.saturating_sub(NEAR));
        let before = &self.words[near.min(figure.span.start)..figure.span.start];
        let sentence = before.rfind(['.', '\n', '?']).map_or(0, |at| at + 1);
        let lead = before[sentence..].trim_start();
        ["each ", "every ", "a single ", "any "].iter().any(|each| lead.starts_with(each)) && figure.max < Some(4)
    }

    /// "The outline is enclosed (1)": a mark in brackets, where no number was asked for.
    fn is_a_mark(&self, figure: Figure) -> bool {
        let bracketed =
            self.words[..figure.span.start].ends_with('(') && self.words[figure.span.end..].starts_with(')');
        bracketed && !self.asked.how_many
    }

    /// "5. Make of each drone" at the beginning of a line: the number of an item.
    fn numbers_an_item(&self, figure: Figure) -> bool {
        let span = self.back(figure.span);
        let text = self.letter.text;
        let line = self.letter.lines.spans()[self.letter.lines.index_of(span.start)];
        let rest = text.get(span.end..line.end).unwrap_or_default();
        is_digits(figure, self.words)
            && text[line.start..span.start].trim().is_empty()
            && [". ", ") "]
                .iter()
                .any(|mark| rest.strip_prefix(mark).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
    }
}

/// "The standard is an English one", "one job may close several reports": counts nothing.
fn is_a_pronoun(before: &str, rest: &str) -> bool {
    let mut words = before.rsplit(' ');
    let article = words.next().is_some_and(|word| word.len() > 2)
        && matches!(words.next(), Some("a" | "an" | "that" | "another"));
    let may =
        rest.split([' ', '.', ',', ';', '\n']).skip(1).take(2).any(|word| matches!(word, "may" | "might" | "could"));
    article || may
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
