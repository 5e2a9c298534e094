//! Figures without words of their own, one for each of the periods that were asked for, in their order.

use std::sync::LazyLock;

use crate::text::Regex;

use super::super::draft::Draft;
use super::super::figure::{Figure, whole_cell};
use super::super::question::When;
use super::counting::{Counted, Place};
use super::{Paragraph, pattern, within};
use crate::text::Span;

impl Paragraph<'_> {
    /// "412, 377 and 298", "14 / not held (closed) / 9": nothing but figures, as many as the question names periods.
    pub(super) fn in_order(&self, sentence: Span) -> Vec<Draft> {
        static MARK: LazyLock<Regex> = LazyLock::new(|| pattern(" ?(?:/|;|, and| and|,|&) "));
        let words = sentence.of(self.words).trim_end_matches([' ', '.', '\n']);
        let words = words.strip_suffix(" respectively").unwrap_or(words).trim_end_matches(',');
        let mut from = sentence.start;
        let place = |at: usize| sentence.start + at;
        let ends = MARK.find_iter(words).map(|mark| (place(mark.start()), place(mark.end())));
        let ends = ends.chain([(place(words.len()), place(words.len()))]);
        let parts = ends.map(|(end, next)| Span::new(std::mem::replace(&mut from, next), end));
        let figure = |part: Span| {
            let words = part.of(self.words);
            let outside = words.split_once('(').map_or(words, |(outside, _)| outside).trim_end();
            whole_cell(outside)
                .map(|figure| Figure { span: Span::new(part.start, part.start + outside.len()), ..figure })
        };
        let figures: Option<Vec<Figure>> = parts.map(figure).collect();
        let periods = self.asked.each();
        let figures = figures
            .or_else(|| self.in_turn(sentence))
            .filter(|figures| figures.len() > 1 && figures.len() == periods.len())
            .unwrap_or_default();
        let whole = sentence;
        let draft = |(figure, when): (Figure, &When)| {
            let place =
                Place { sentence: whole, before: whole, from: figure.span.start, until: figure.span.end, after: None };
            self.draft(figure, Counted::Asked, &place, Some(*when))
        };
        figures.into_iter().zip(periods).map(draft).collect()
    }

    /// "A search gives 83, 77 and 91 in turn": the figures before the words that say so.
    fn in_turn(&self, sentence: Span) -> Option<Vec<Figure>> {
        static TURN: LazyLock<Regex> =
            LazyLock::new(|| pattern(",? (?:respectively|in turn|in (?:that|this|the same) order)(?-u:\\b)"));
        let end = sentence.start + TURN.find(sentence.of(self.words))?.start();
        let before = within(Span::new(sentence.start, end), &self.figures, |figure| figure.span);
        let joined = |first: &Figure, next: usize| {
            matches!(self.words.get(first.span.end..next), Some("" | ", " | " and " | ", and " | " & " | "; "))
        };
        let mut next = end;
        let mut run: Vec<Figure> = before
            .iter()
            .rev()
            .take_while(|figure| joined(figure, std::mem::replace(&mut next, figure.span.start)))
            .copied()
            .collect();
        run.reverse();
        Some(run)
    }

    /// "9 on the first date, 11 on the second and 14 on the third": of the periods that were asked for, the one so numbered.
    pub(super) fn nth_asked(&self, figure: Figure, until: usize) -> Option<When> {
        static NTH: LazyLock<Regex> = LazyLock::new(|| {
            pattern(
                "^(?: [a-z-]+){0,4}? (?:on|in|at|for|by) the (first|second|third|fourth|fifth)(?: (?:date|day|year|quarter|month|period|one|of (?:these|those|them)))?(?: and|,|;|\\.|$)",
            )
        });
        let periods = &self.asked.periods;
        let found = NTH.captures(self.words.get(figure.span.end..until)?).filter(|_| periods.len() > 1)?;
        let nth = ["first", "second", "third", "fourth", "fifth"].iter().position(|nth| *nth == &found[1])?;
        periods.get(nth).copied()
    }

    /// Several figures with nothing between them, with or without a label before: one for each of the periods that were
    /// asked for or stand above. Where there are others, nothing says what the figures are.
    pub(super) fn row(&self) -> Option<Vec<Draft>> {
        let first = self.figures.first()?.span.start;
        let label = &self.words[..first];
        let plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit() || b"<,*".contains(&byte));
        let figures = self.figures.len();
        let bare = figures > 1
            && self.words[first..].split_whitespace().all(plain)
            && self.words[first..].split_whitespace().count() == figures;
        if !bare || label.contains(['.', ':', ',', ';', '?']) {
            return None;
        }
        let periods = if self.asked.periods.is_empty() { &self.asked.above } else { &self.asked.periods };
        if periods.len() != figures {
            return Some(Vec::new());
        }
        let whole = Span::new(0, self.words.len());
        let draft = |(figure, when): (&Figure, &When)| {
            let place =
                Place { sentence: whole, before: whole, from: figure.span.start, until: figure.span.end, after: None };
            let draft = self.draft(*figure, Counted::Asked, &place, Some(*when));
            let label = self.label(Span::new(0, first));
            let measure = label.map_or(draft.measure, |label| self.labelled(label));
            Draft { measure, labels: label.map(|label| self.back(label)).into_iter().collect(), ..draft }
        };
        Some(self.figures.iter().zip(periods).map(draft).collect())
    }
}
