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

    /// "214 managers were trained in 2024/25", "In 2024/25, 63 hirers accepted an invitation": those to whom something was done in
    /// a period, or who did it, whatever they are.
    pub(super) fn done_to_some(&self, figure: Figure, place: &Place<'_>) -> Option<Span> {
        let noun = self.plural(figure, place.until)?;
        let rest = self.words[noun.end..place.until].trim_start();
        let done = ["were ", "have been ", "had been "].iter().any(|verb| rest.starts_with(verb));
        let did = is_past(rest.split(' ').next().unwrap_or(""));
        let opening = within(Span::new(place.sentence.start, figure.span.start), &self.periods, |period| period.span);
        let dated_before =
            opening.last().is_some_and(|period| self.words.get(period.span.end..figure.span.start) == Some(", "));
        let dated_behind = !within(Span::new(noun.end, place.until), &self.periods, |period| period.span).is_empty();
        let told = did && (dated_before || dated_behind) || done && dated_behind;
        (told && is_digits(figure, self.words)).then(|| self.with_clause(noun, place.until))
    }

    /// "In 2024/25 the offer was taken up by 212 people": those who did it.
    pub(super) fn done_by_some(&self, figure: Figure, place: &Place<'_>) -> Option<Span> {
        let before = self.words.get(place.sentence.start..figure.span.start)?.strip_suffix(" by ")?;
        let done = before.rsplit(' ').take(2).any(|word| is_past(word) || ["taken", "seen", "given"].contains(&word));
        let dated = !within(place.sentence, &self.periods, |period| period.span).is_empty();
        let noun = self.noun(figure.span.end, place.until, true).filter(|_| done && dated)?;
        is_digits(figure, self.words).then_some(noun)
    }

    /// "Local resolution meetings, of which there were 22 in 2023/24": what stands before says what is counted.
    pub(super) fn of_which(&self, figure: Figure, place: &Place<'_>) -> Option<Span> {
        let before = self.words.get(place.sentence.start..figure.span.start)?;
        let named = ["were ", "was "].iter().find_map(|verb| {
            let before = before.strip_suffix(verb)?.strip_suffix("there ")?;
            ["of which ", "of these ", "of them "].iter().find_map(|of| before.strip_suffix(of))
        })?;
        let dated = !within(Span::new(figure.span.end, place.until), &self.periods, |period| period.span).is_empty();
        let named = Span::new(place.sentence.start, place.sentence.start + named.len());
        self.last_noun(named).filter(|_| dated)
    }

    /// "Appeals lodged: 64 (2018), 91 (2019)": a label, and the period of each figure in brackets.
    pub(super) fn dated_under_a_heading(&self, figure: Figure, place: &Place<'_>) -> bool {
        let after = within(Span::new(figure.span.end, place.until), &self.periods, |period| period.span).first();
        let bracketed = after.is_some_and(|after| self.words.get(figure.span.end..after.span.start) == Some(" ("));
        bracketed && self.heading(figure, place).is_some()
    }
}

/// True for the past of a verb, as far as its ending tells, or one of those by which people take something up.
fn is_past(verb: &str) -> bool {
    const SHORTEST: usize = 5;
    let regular = verb.len() >= SHORTEST && verb.ends_with("ed");
    regular || ["chose", "took", "met", "went", "came", "sought", "had"].contains(&verb)
}
