//! Sentences whose figures answer nothing: limits, effort, exemptions, how small figures are shown.

use std::sync::LazyLock;

use crate::text::Regex;

use super::super::figure::Figure;
use super::{Paragraph, pattern};
use crate::text::Span;

/// Sentences about limits, effort and what might be: their figures answer nothing.
static ASIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "appropriate limit|cost limit|(?-u:\\b)(?:18|eighteen) hour|would (?:take|need|mean|involve|require|entail|run to|have to (?:be read|open|read|search|go))|to be read|to go through|by hand|minutes? (?:per|to|for)|(?:^|, )(?:if|should) (?:there|any|you|the)(?-u:\\b)",
    )
});

/// Effort in hours, where the question does not ask about hours.
static HOURS: LazyLock<Regex> = LazyLock::new(|| {
    let (time, effort) = ("(?-u:\\b)(?:hours?|minutes?)(?-u:\\b)", "(?:record|search|work|estimat|file|allow|read)");
    pattern(&format!("{time}.*{effort}|{effort}.*{time}"))
});

/// Words about exemptions and how small figures are shown: figures after them answer nothing.
static WITHHELD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "working days|internal review|https?:|www\\.|shown as|in place of|suppress|rounded|redact|exempt|identif|withheld|withhold|disclos|(?-u:\\b)sections? [0-9]|small numbers",
    )
});

/// True for a folded sentence about limits, or about the effort of finding something: its figures answer nothing.
pub fn tells_effort(folded: &str) -> bool {
    ASIDE.is_match(folded) || HOURS.is_match(folded)
}

impl Paragraph<'_> {
    /// A sentence about limits and effort.
    pub(super) fn is_aside(&self, sentence: Span) -> bool {
        let words = sentence.of(self.words);
        let hours = self.asked.mentions("hours") || self.asked.mentions("minutes");
        if hours { ASIDE.is_match(words) } else { tells_effort(words) }
    }

    /// Where the sentence begins to speak of what is withheld.
    pub(super) fn withheld(&self, sentence: Span) -> Option<usize> {
        let section = self.asked.mentions("section"); // "How often was section 136 used?"
        let days = |found: &crate::text::Match<'_>| found.as_str() == "working days" && self.asked.mentions("working");
        let found = WITHHELD.find(sentence.of(self.words)).filter(|found| !section && !days(found))?;
        Some(sentence.start + found.start())
    }

    /// "Fewer than five, which is exempt": the figure answers though the sentence goes on to something else at `aside`.
    pub(super) fn answers_before(&self, figure: Figure, sentence: Span, aside: usize) -> bool {
        static OF_FIGURES: LazyLock<Regex> = LazyLock::new(|| {
            pattern(
                "(?-u:\\b)(?:where|when|if|any|figures|numbers|values|counts|totals|cells|those|anything|it|every|each|all)(?-u:\\b)",
            )
        });
        let lead = &self.words[sentence.start.min(figure.span.start)..figure.span.start];
        let parted = self.words[figure.span.end..aside.max(figure.span.end)].contains([',', ';']);
        let small = parted || figure.max != figure.min || lead.trim().is_empty();
        let goes_on = self.words[figure.span.end..aside.max(figure.span.end)].trim_start();
        let said_of_it = ["is ", "are ", "means", "denotes", "indicates", "represents", "has been", "have been"];
        let said_of_it = said_of_it.iter().any(|words| goes_on.starts_with(words));
        self.asked.how_many && small && !said_of_it && figure.span.end <= aside && !OF_FIGURES.is_match(lead)
    }
}
