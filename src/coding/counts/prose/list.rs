//! Lists on one line: "2022 - assaults - 12 - thefts - 14 2023 - …", "2022/23: 10, 2023/24: 12".

use std::sync::LazyLock;

use regex::Regex;

use super::super::draft::Draft;
use super::super::question::When;
use super::{ASIDE, Paragraph, pattern, within};
use crate::record::Certainty;
use crate::text::Span;

impl Paragraph<'_> {
    /// The counts of a list whose signs part periods, labels and figures; none where the signs part too few figures.
    pub(super) fn listed(&self) -> Vec<Draft> {
        let (mut when, mut label, mut drafts) = (None, None, Vec::new());
        for (at, part) in self.parts().into_iter().enumerate() {
            let figure = within(part, &self.figures, |figure| figure.span).first().copied();
            let figure = figure.filter(|figure| figure.span.start == part.start && at > 0 && !self.guarded(*figure));
            if let Some(figure) = figure.filter(|_| label.is_some() || when.is_some()) {
                let certainty = if when.is_some() { Certainty::Stated } else { Certainty::Inferred };
                let draft = self.draft(figure, label, when.or(self.context));
                drafts.push(Draft { rule: "label-and-number", certainty, ..draft });
            }
            let rest = Span::new(figure.map_or(part.start, |figure| figure.span.end.min(part.end)), part.end);
            let period = within(rest, &self.periods, |period| period.span).last();
            when = period.map(|period| When::new(self.letter.folded, self.base, period)).or(when);
            label = self.label(Span::new(period.map_or(rest.start, |period| period.span.end.min(rest.end)), rest.end));
        }
        let enough = if self.asked.how_many { 1 } else { 2 };
        let aside = drafts.len() == 1 && ASIDE.is_match(self.words);
        if drafts.len() < enough || aside { Vec::new() } else { drafts }
    }

    fn label(&self, span: Span) -> Option<Span> {
        let label = span.trim(self.words);
        let says = label.len() < 120
            && !["yes", "no", "answer"].contains(&label.of(self.words))
            && label.of(self.words).contains(|c: char| c.is_ascii_alphabetic());
        says.then_some(label)
    }

    fn parts(&self) -> Vec<Span> {
        static SIGN: LazyLock<Regex> = LazyLock::new(|| pattern(" ?(?:- |: |; |= ?) ?"));
        let mut from = 0;
        let mut parts = Vec::new();
        for sign in SIGN.find_iter(self.words) {
            parts.push(Span::new(from, sign.start()));
            from = sign.end();
        }
        parts.push(Span::new(from, self.words.len()));
        parts
    }
}
