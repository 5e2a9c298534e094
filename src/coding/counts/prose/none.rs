//! Answers that say that there were none: "None", "There were no complaints", "we received nil".

use std::sync::LazyLock;

use crate::text::Regex;

use super::super::draft::{Draft, Rule};
use super::super::figure::Figure;
use super::super::nouns::Nouns;
use super::super::question::When;
use super::counting::{Counted, Place};
use super::{Paragraph, pattern, within};
use crate::text::Span;

/// Group 1 is the word or phrase that says so, group 2 the noun of "no complaints".
static NONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:^|(?-u:\\b)(?:answer|response|total|were|was|are|is|been|have|has|had|received|recorded|identified|reported|made|issued|logged|found|held|took)(?: a)?[:,]? )(none|nil|zero|no (?:(?:formal|recorded|reported|such|known|confirmed|new|written|further) )*([a-z]+)(?: ([a-z]+))?)(?:[ .,;:]|$)",
    )
});

/// "None" and "nil", wherever they stand.
pub fn bare(folded: &str) -> Vec<Figure> {
    static BARE: LazyLock<Regex> = LazyLock::new(|| pattern("(?-u:\\b)(?:none|nil)(?-u:\\b)"));
    let nought = |found: crate::text::Match<'_>| Figure { span: found.range().into(), min: Some(0), max: Some(0) };
    BARE.find_iter(folded).map(nought).collect()
}

/// "Never", "once" and "twice" at the end of a clause or before a period.
pub fn times(folded: &str) -> Vec<Figure> {
    static TIMES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            "(?:^|[a-z,:;] )(?:(?P<times>once|twice)(?:[,.;)]|,? so far in |,? in [12]| in the | since |$)|(?P<never>never)(?-u:\\b))",
        )
    });
    let read = |found: crate::text::Captures<'_>| {
        if let Some(never) = found.name("never") {
            return Some(Figure { span: never.range().into(), min: Some(0), max: Some(0) });
        }
        let times = found.name("times")?;
        let loose = ["than ", "at ", "only "].iter().any(|word| folded[..times.start()].ends_with(word));
        let number = Some(if times.as_str() == "once" { 1 } else { 2 });
        (!loose).then(|| Figure { span: times.range().into(), min: number, max: number })
    };
    TIMES.captures_iter(folded).filter_map(read).collect()
}

impl Paragraph<'_> {
    /// Nought, where "how many" was asked and the sentence has no other figure.
    pub(super) fn none(&self, sentence: Span) -> Option<Vec<Draft>> {
        let figures = within(sentence, &self.figures, |figure| figure.span);
        if !self.asked.how_many || figures.iter().any(|figure| figure.max != Some(0) && !self.guarded(*figure)) {
            return None;
        }
        let found = NONE.captures(sentence.of(self.words))?;
        let counts = |group| {
            found.get(group).is_some_and(|noun: crate::text::Match<'_>| {
                let held = ["record", "records", "information", "data", "figures", "details"];
                !held.contains(&noun.as_str())
                    && (Nouns::shipped().counts(noun.as_str(), true) || self.asked.mentions(noun.as_str()))
            })
        };
        let asked_whether = self.asked.yes_no && found.get(1).is_some_and(|none| none.as_str().starts_with("no "));
        if asked_whether || found.get(2).is_some() && !counts(2) && !counts(3) {
            return None;
        }
        let place = found.get(1)?;
        let words = place.as_str().len();
        let words = if found.get(3).is_some() && !counts(3) { found.get(2)?.end() - place.start() } else { words };
        let span = Span::new(sentence.start + place.start(), sentence.start + place.start() + words);
        let periods = within(sentence, &self.periods, |period| period.span);
        let listed = periods.windows(2).take_while(|pair| {
            let between = self.words.get(pair[0].span.end..pair[1].span.start).unwrap_or_default();
            between
                .split([' ', ','])
                .all(|word| matches!(word, "" | "and" | "or" | "nor" | "in" | "for" | "so" | "far"))
        });
        let times = (1 + listed.count()).min(periods.len());
        let when = |period| When::new(self.letter.folded, self.base, period);
        let mut whens: Vec<Option<When>> = periods[..times].iter().map(|period| Some(when(period))).collect();
        if whens.is_empty() {
            whens.push(self.context);
        }
        let rule = if whens.len() > 1 { Rule::EachPeriod } else { Rule::NoneAtAll }; // "None in 2022 or 2024": one for each
        let figure = Figure { span, min: Some(0), max: Some(0) };
        let place = Place { sentence, before: sentence, from: sentence.start, until: sentence.end, after: None };
        let draft = |when| Draft { rule, ..self.draft(figure, Counted::Asked, &place, when) };
        Some(whens.into_iter().map(draft).collect())
    }
}
