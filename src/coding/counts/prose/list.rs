//! Lists on one line: "2022 - assaults - 12 - thefts - 14 2023 - …", "2022/23: 10, 2023/24: 12".

use std::sync::LazyLock;

use crate::text::Regex;

use super::super::draft::{Draft, Rule};
use super::super::heads;
use super::super::question::When;
use super::super::tabulate::part_of;
use super::counting::{Counted, Place};
use super::{Paragraph, pattern, within};
use crate::record::Certainty;
use crate::text::Span;

impl Paragraph<'_> {
    /// The counts of a list in `span` whose signs part periods, labels and figures.
    pub(super) fn listed(&self, span: Span) -> Vec<Draft> {
        let (mut when, mut label, mut drafts) = (None, None, Vec::new());
        for (at, part) in self.parts(span).into_iter().enumerate() {
            let figure = within(part, &self.figures, |figure| figure.span).first().copied();
            let figure = figure.filter(|figure| figure.span.start == part.start && at > 0 && !self.guarded(*figure));
            if let Some(figure) = figure.filter(|_| label.is_some() || when.is_some()) {
                let certainty = if when.is_some() { Certainty::Stated } else { Certainty::Inferred };
                let place = Place { sentence: span, before: span, from: part.start, until: part.end, after: None };
                let draft = self.draft(figure, Counted::Asked, &place, when.or(self.context));
                let part = label.and_then(|label| part_of(self.letter, self.back(label), self.hull()));
                let label = label.filter(|_| part.is_none());
                let draft = Draft { when: part.or(draft.when), ..draft };
                let measure = label.map_or(draft.measure, |label| self.labelled(label));
                let labels = label.map(|label| self.back(label)).into_iter().collect();
                drafts.push(Draft { rule: Rule::Label, certainty, measure, labels, ..draft });
            }
            let rest = Span::new(figure.map_or(part.start, |figure| figure.span.end.min(part.end)), part.end);
            let period = within(rest, &self.periods, |period| period.span).last();
            when = period.map(|period| When::new(self.letter.folded, self.base, period)).or(when);
            label = self.label(Span::new(period.map_or(rest.start, |period| period.span.end.min(rest.end)), rest.end));
        }
        let aside = drafts.len() == 1 && (self.is_aside(span) || self.withheld(span).is_some());
        if aside { Vec::new() } else { drafts }
    }

    /// A label with what was asked before it, where a number was asked for.
    pub(super) fn labelled(&self, label: Span) -> String {
        let words = label.of(self.words);
        if !self.asked.how_many || self.asked.subject.is_empty() {
            return self.printed(label);
        }
        // "Paid: 301, cancelled: 22", where both were asked for.
        let says =
            |subject: &&String| words.split(' ').all(|word| subject.to_lowercase().split(' ').any(|said| said == word));
        let mut named = self.asked.subjects.iter().filter(says);
        if let (Some(subject), None, true) = (named.next(), named.next(), self.asked.subjects.len() > 1) {
            return subject.clone();
        }
        match heads::is_general(words) {
            true => self.asked.subject.clone(),
            // One of several things that were asked for, or the only one.
            false if words.split(' ').all(|word| self.asked.names(word)) => match self.asked.names_several() {
                true => self.printed(label),
                false => self.asked.subject.clone(),
            },
            false => self.beside(&self.printed(label)),
        }
    }

    /// From the first day to the last of the periods that were asked for.
    pub(super) fn hull(&self) -> Option<When> {
        if self.asked.periods.is_empty() {
            return self.context;
        }
        let first = self.asked.periods.first().copied();
        let start = self.asked.periods.iter().map(|when| when.start).min()?;
        let end = self.asked.periods.iter().map(|when| when.end).max()?;
        first.map(|first| When { start, end, ..first })
    }

    pub(super) fn label(&self, span: Span) -> Option<Span> {
        let span = span.trim(self.words);
        let words = span.of(self.words);
        let signs = words.len() - words.trim_start_matches(['.', ',', ';', ')', ' ']).len();
        let label = Span::new(span.start + signs, span.end);
        let says = label.len() < 120
            && !["yes", "no", "answer", "response", "reply", "total", "our response", "our answer"]
                .contains(&label.of(self.words))
            && label.of(self.words).contains(|c: char| c.is_ascii_alphabetic());
        says.then_some(label)
    }

    fn parts(&self, within: Span) -> Vec<Span> {
        static SIGN: LazyLock<Regex> = LazyLock::new(|| pattern(" ?(?:- |: ?|; |= ?) ?"));
        let mut from = within.start;
        let mut parts = Vec::new();
        for sign in SIGN.find_iter(within.of(self.words)) {
            parts.push(Span::new(from, within.start + sign.start()));
            from = within.start + sign.end();
        }
        parts.push(Span::new(from, within.end));
        parts
    }
}
