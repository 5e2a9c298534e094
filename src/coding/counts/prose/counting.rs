//! Whether a figure in a sentence counts anything, and what.

use std::sync::LazyLock;

use crate::text::Regex;

use super::super::draft::Draft;
use super::super::figure::Figure;
use super::guard::is_digits;
use super::{Paragraph, pattern, within};
use crate::text::Span;
use crate::when::Period;

/// "The total number was 12", "There were 12".
static STATES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:^|[,)] )(?:(?:the )?(?:total|number|figure|answer)[a-z ]{0,60}(?:is|was|were|=|:)|there (?:were|was|have been|are)|we (?:have|had|received|hold|held)) ",
    )
});

/// A figure after one of these says how many there were.
const SAYS: [&str; 10] = ["been", "were", "was", "received", "recorded", "had", "reported", "is", "totalled", "logged"];
/// What may follow a figure that has its period before it: "in 2023, 65 were recorded".
const ONWARD: [&str; 4] = [" (", " were ", " was ", " have been "];
/// A figure after one of these is part of one before.
const OF_THEM: [&str; 6] = ["of these,", "of those,", "of which", "of whom", "of these", "of those"];

/// Where a figure stands among its neighbours.
#[derive(Debug)]
pub(super) struct Place<'d> {
    /// Its sentence.
    pub sentence: Span,
    /// The sentence before.
    pub before: Span,
    /// Where the figure before it ends, or the sentence begins.
    pub from: usize,
    /// Where the next figure begins, or the sentence ends.
    pub until: usize,
    /// What was counted just before it in the same sentence.
    pub after: Option<&'d Draft>,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    /// The words after it, up to a noun of the list or of the question.
    Named(Span),
    /// What the question asks for.
    Asked,
    /// The same as the figure before it: "31 meetings in 2023 and 44 in 2024".
    Earlier,
    /// Some of those before it: "212, of which nine went to stage two"; the words that say which.
    Among(Span),
    /// What the sentence before speaks of: "We hold resolution meetings. There were 37 in 2024."
    Antecedent(Span),
}

impl Paragraph<'_> {
    /// What the figure counts, if it counts.
    pub(super) fn counted(&self, figure: Figure, place: &Place<'_>) -> Option<Counted> {
        let how_many = self.asked.how_many;
        if let Some(clause) = self.among(figure, place) {
            return Some(Counted::Among(clause));
        }
        if self.happens(figure) && self.asked.how_often {
            return Some(Counted::Asked);
        }
        if !how_many && let Some(counted) = self.happened_then(figure, place) {
            return Some(counted);
        }
        if self.happens(figure) {
            return None;
        }
        if how_many && self.sums(figure, place).is_some() {
            return Some(Counted::Asked);
        }
        let people = || self.done_to_some(figure, place).or_else(|| self.done_by_some(figure, place));
        if let Some(noun) = people().filter(|_| !how_many) {
            return Some(Counted::Named(noun));
        }
        if let Some(named) = self.of_which(figure, place) {
            return Some(Counted::Antecedent(named));
        }
        let passive =
            [" were ", " was ", " have been "].iter().any(|verb| self.words[figure.span.end..].starts_with(verb));
        if self.opens(figure) && !how_many && !passive && is_digits(figure, self.words) {
            return None; // the number of a list item
        }
        let often = self.opens(figure) && self.words[figure.span.end..].trim_start().starts_with("times");
        let people = often || how_many && (place.after.is_some() || self.begins(figure, place));
        if let Some(noun) = self.noun(figure.span.end, place.until, people) {
            return Some(Counted::Named(if how_many { noun } else { self.with_clause(noun, place.until) }));
        }
        let such = how_many && self.words[figure.span.end..place.until.max(figure.span.end)].starts_with(" such ");
        if such || self.in_the_unit_asked(figure) {
            return Some(Counted::Asked);
        }
        if how_many && (self.opens(figure) || self.opens_with_a_sum(figure)) && self.foreign(figure, place.until) {
            let plural = self.plural(figure, place.until)?; // "461 treatments in total"
            let rest = self.words[plural.end..place.until].trim();
            let said = plural.of(self.words).trim_end().ends_with(['.', ',', ';', ')']);
            let ends = rest.is_empty() || said || clause_ends(&format!(" {rest}")) || rest.starts_with(['.', ',', ';']);
            let ends = ends || !self.opens(figure) && ["were ", "have been "].iter().any(|verb| rest.starts_with(verb));
            return ends.then_some(Counted::Named(plural));
        }
        if how_many && let Some(plural) = self.joins(figure, place) {
            return Some(Counted::Named(plural));
        }
        if !how_many && self.dated_under_a_heading(figure, place) {
            return Some(Counted::Asked);
        }
        if self.asked.any && (self.opens(figure) || self.after_yes(figure)) && self.says_so(figure, place) {
            return Some(Counted::Asked);
        }
        if how_many {
            return self.answers(figure, place).then_some(Counted::Asked);
        }
        let dated = !within(Span::new(place.from, place.until), &self.periods, |period| period.span).is_empty();
        let sentence = within(place.sentence, &self.periods, |period| period.span);
        let of_these = OF_THEM.iter().any(|of| self.words[figure.span.end..].trim_start().starts_with(of));
        let alone = (dated || (of_these && !sentence.is_empty())) && !self.foreign(figure, place.until);
        if alone && place.after.is_some() {
            return Some(Counted::Earlier);
        }
        let states = || passive || self.states(figure, place);
        let antecedent = || self.last_noun(place.before).map(Counted::Antecedent);
        (alone && states()).then(antecedent).flatten()
    }

    /// "412 multi-function devices, 96 desktop printers and 3 plotters": the plural that ends the sentence or its item, joined to
    /// one counted before.
    fn joins(&self, figure: Figure, place: &Place<'_>) -> Option<Span> {
        place.after.filter(|before| !before.labels.is_empty())?;
        let before = self.words[..figure.span.start].trim_end();
        let listed = before.ends_with(',');
        let plural = self.plural(figure, place.until).filter(|_| listed || last_word(before) == "and")?;
        let first = plural.of(self.words).trim_start().split(' ').next().unwrap_or("");
        if ["in", "at", "on", "for", "from", "of", "to", "by", "were", "was"].contains(&first) {
            return None;
        }
        let rest = self.words[plural.end..place.until.max(plural.end)].trim_matches([' ', '.', ',', '\n']);
        let item = listed && plural.of(self.words).trim_end().ends_with(',') && rest.is_empty();
        let goes_on = place.until < place.sentence.end && (rest.is_empty() || rest == "and");
        let ends = rest.is_empty() && place.until >= place.sentence.end;
        (ends || item || listed && goes_on).then_some(plural)
    }

    /// True where the sentence states something near the figure; one of figures without end is not read for each of them.
    fn states(&self, figure: Figure, place: &Place<'_>) -> bool {
        const NEAR: usize = 400;
        let from = place.sentence.start.max(self.words.ceil_char_boundary(figure.span.start.saturating_sub(NEAR)));
        let to = self.words.floor_char_boundary((figure.span.end + NEAR).min(self.words.len()));
        STATES.is_match(&self.words[from.min(figure.span.start)..to])
    }

    /// Whether the place of a figure without a noun makes it an answer to "how many".
    fn answers(&self, figure: Figure, place: &Place<'_>) -> bool {
        let plain = self.words[..figure.span.start].trim_end();
        let before = without_adverb(plain);
        let rest = &self.words[figure.span.end..place.until];
        let bare = !rest.contains(|c: char| c.is_alphanumeric());
        let dated = [" in ", " for ", " during ", " between ", " ("].iter().any(|word| rest.starts_with(word))
            && !within(Span::new(figure.span.end, place.until), &self.periods, |period| period.span).is_empty();
        let joins = ["and", ",", ";", "/", "&", "which", "whom", "including", "with", ":"];
        let foreign = self.foreign(figure, place.until) && !self.again(figure, place);
        let since = within(Span::new(place.from, figure.span.start), &self.periods, |period| period.span).last();
        let sign = |since: &Period| {
            let parted = since.span.end < before.len() || before.len() < plain.len();
            parted && before.len() <= since.span.end + 2
        };
        let follows = since.is_some_and(sign); // "in 2021/22, two", "in 2024 just seven"
        let only = since.is_some_and(|since| since.span.start <= place.sentence.start + 1 && bare); // "2023/24 115,002."
        dated
            || only
            || (follows
                && (bare || rest.starts_with(['.', ',', ';']) || ONWARD.iter().any(|next| rest.starts_with(next))))
            || (self.begins(figure, place) && !foreign && (bare || rest.starts_with(['.', ',', ';', ' '])))
            || (place.after.is_some() && !foreign && joins.iter().any(|join| before.ends_with(join)))
            || (bare && self.states(figure, place))
            || OF_THEM.iter().any(|of| before.ends_with(of))
            || (SAYS.contains(&last_word(before)) && (bare || clause_ends(rest)))
            || self.behind_its_label(figure, place)
            || (!foreign && self.echoes(figure, place))
    }

    /// "Never", "once", "twice": found only where it was asked how often something happened.
    pub(super) fn happens(&self, figure: Figure) -> bool {
        matches!(figure.span.of(self.words), "once" | "twice" | "never")
    }

    /// The clause after "of whom nine", or after "of the 1,204 closed, 37".
    fn among(&self, figure: Figure, place: &Place<'_>) -> Option<Span> {
        place.after?;
        let before = self.words[place.from.min(figure.span.start)..figure.span.start].trim_end();
        let sentence = place.sentence.of(self.words).trim_start();
        let among =
            OF_THEM.iter().any(|of| before.ends_with(of)) || (sentence.starts_with("of ") && before.ends_with(','));
        // "12 of which were paid"
        let behind = self.words[figure.span.end..place.until.max(figure.span.end)].strip_prefix(' ');
        let behind = behind.and_then(|rest| {
            OF_THEM.iter().chain(&["of them"]).find(|of| rest.starts_with(**of) && before.ends_with([',', '(', ';']))
        });
        let from = figure.span.end + behind.map_or(0, |of| 1 + of.len());
        let among = among || behind.is_some();
        let clause = self.with_clause(Span::new(from, from), place.until);
        (among && clause.of(self.words).trim().contains(' ')).then_some(clause)
    }

    /// "One did, in 2021", "Fewer than three.", "Two were": to "did any", the figure is the answer.
    fn says_so(&self, figure: Figure, place: &Place<'_>) -> bool {
        let rest = &self.words[figure.span.end..place.sentence.end.max(figure.span.end)];
        let rest = rest.trim_end_matches([' ', '\n', '.']);
        let verb = ["did", "was", "were", "has", "have", "had", "is", "are"]
            .contains(&rest.trim_start().split([' ', ',']).next().unwrap_or(""));
        !is_digits(figure, self.words) && (rest.is_empty() || verb)
    }

    /// True where a word of the question stands near the figure, on its side of the next figure.
    fn echoes(&self, figure: Figure, place: &Place<'_>) -> bool {
        let says = |word: &str| self.asked.mentions(word.trim_matches(|c: char| !c.is_ascii_alphabetic()));
        let before = &self.words[place.from.min(figure.span.start)..figure.span.start];
        let rest = &self.words[figure.span.end..place.until];
        before.split_whitespace().rev().take(12).any(says) || rest.split_whitespace().take(8).any(says)
    }

    /// "Cedar: 11 (of which 3 led to injury)": a label and nothing else stands before the figure in its sentence.
    fn behind_its_label(&self, figure: Figure, place: &Place<'_>) -> bool {
        self.heading(figure, place).is_some_and(|label| {
            let between = &self.words[label.end.min(figure.span.start)..figure.span.start];
            !between.contains(|c: char| c.is_alphanumeric())
        })
    }

    /// Nothing but signs stands before the figure in its sentence.
    fn begins(&self, figure: Figure, place: &Place<'_>) -> bool {
        let lead = &self.words[place.sentence.start.min(figure.span.start)..figure.span.start];
        let lead = ["yes", "answer", "response", "reply", "total"]
            .iter()
            .find_map(|word| lead.strip_prefix(word))
            .unwrap_or(lead);
        let item = self.words[..place.sentence.start].trim_end().strip_suffix('.');
        let item = item.is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
        !item && lead.len() < 12 && !lead.contains(|c: char| c.is_alphanumeric())
    }

    /// "There are currently three vacancies", "A total of 17 …", "The team has 6 …": nothing else stands before the figure.
    fn opens_with_a_sum(&self, figure: Figure) -> bool {
        static THERE: LazyLock<Regex> = LazyLock::new(|| {
            pattern(
                "^(?:(?:there (?:are|were|is|was|have been)|(?:we|(?:the|our) (?:[a-z-]+ ){1,4}?)(?: ?(?:employ|employs|employed|has|have|had|includes?|comprises?|consists? of|is made up of|is staffed by))) (?:(?:currently|now|presently|at present|also|only|just|a total of) )?|a total of |in (?:all|total),? )$",
            )
        });
        let lead = &self.words[..figure.span.start];
        lead.len() < 60 && THERE.is_match(lead)
    }

    /// "Yes; one was."
    fn after_yes(&self, figure: Figure) -> bool {
        let lead = self.words[..figure.span.start].trim_matches(|c: char| !c.is_ascii_alphabetic());
        lead == "yes"
    }

    /// Nothing but signs stands before the figure.
    fn opens(&self, figure: Figure) -> bool {
        let lead = self.words[..figure.span.start].trim_start();
        lead.len() < 12 && !lead.contains(|c: char| c.is_alphanumeric())
    }
}

/// "There was just one": what stands before the adverb.
fn without_adverb(before: &str) -> &str {
    const ADVERBS: [&str; 6] = [" just", " only", " again", " exactly", " also", " a total of"];
    ADVERBS.iter().find_map(|adverb| before.strip_suffix(adverb)).unwrap_or(before)
}

/// The last word of what stands before a figure.
pub(super) fn last_word(before: &str) -> &str {
    before.rsplit([' ', '\n']).next().unwrap_or("")
}

fn clause_ends(rest: &str) -> bool {
    [".", ",", ";", " and ", " in ", " ("].iter().any(|next| rest.starts_with(next))
}
