//! Figures that count though no number was asked for: how often, with its time; to how many something was done.

use super::super::figure::Figure;
use super::counting::{Counted, Place};
use super::guard::is_digits;
use super::{Paragraph, within};
use crate::text::Span;

impl Paragraph<'_> {
    /// "Three times in 2024 and once so far in 2025", "mediation has been offered twice, in 2024": how often, though nobody
    /// asked.
    pub(super) fn happened_then(&self, figure: Figure, place: &Place<'_>) -> Option<Counted> {
        let after = &self.words[figure.span.end..];
        let times = if self.happens(figure) { 0 } else { after.strip_prefix(" times").map(|_| " times".len())? };
        let from = figure.span.end + times;
        let period = within(Span::new(from, place.until.max(from)), &self.periods, |period| period.span).first()?;
        let between = self.words.get(from..period.span.start)?.trim_matches([' ', ',']);
        let lead = Span::new(place.from.min(figure.span.start), figure.span.start);
        let done = lead.of(self.words).contains(" been ");
        let counted = if done { Counted::Antecedent(lead) } else { Counted::Asked };
        ["", "in", "during", "since", "over"].contains(&between).then_some(counted)
    }

    /// "214 managers were trained in 2024/25": things to which something was done in a period, whatever they are.
    pub(super) fn done_to_some(&self, figure: Figure, place: &Place<'_>) -> Option<Span> {
        let noun = self.plural(figure, place.until)?;
        let verbs = ["were ", "have been ", "had been "];
        let rest = self.words[noun.end..place.until].trim_start();
        let done = verbs.iter().any(|verb| rest.starts_with(verb));
        // "In 2024/25, 63 hirers accepted an invitation."
        let opening = within(Span::new(place.sentence.start, figure.span.start), &self.periods, |period| period.span);
        let verb = rest.split(' ').next().unwrap_or("");
        let dated_before =
            opening.last().is_some_and(|period| self.words.get(period.span.end..figure.span.start) == Some(", "));
        if dated_before && verb.len() > 4 && verb.ends_with("ed") && is_digits(figure, self.words) {
            return Some(self.with_clause(noun, place.until));
        }
        let dated = !within(Span::new(noun.end, place.until), &self.periods, |period| period.span).is_empty();
        (done && dated && is_digits(figure, self.words)).then(|| self.with_clause(noun, place.until))
    }

    /// "Appeals lodged: 64 (2018), 91 (2019)": a label, and the period of each figure in brackets.
    pub(super) fn dated_under_a_heading(&self, figure: Figure, place: &Place<'_>) -> bool {
        let after = within(Span::new(figure.span.end, place.until), &self.periods, |period| period.span).first();
        let bracketed = after.is_some_and(|after| self.words.get(figure.span.end..after.span.start) == Some(" ("));
        bracketed && self.heading(figure, place).is_some()
    }
}
