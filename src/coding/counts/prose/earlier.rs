//! Figures of a year told by another: "61 in 2023-24 and 74 the year before", "98 the year after", "12 in 2023 and again in 2024".

use std::sync::LazyLock;

use crate::text::Regex;
use chrono::{Months, NaiveDate};

use super::super::draft::{Draft, Rule};
use super::super::figure::Figure;
use super::super::question::When;
use super::counting::{Counted, Place};
use super::{Paragraph, pattern, within};
use crate::record::Certainty;
use crate::text::Span;

/// The year before another, or the year after it.
const YEAR: &str = "(?:(?P<before>the year before(?: that| it)?|the (?:previous|preceding|prior) (?:financial |calendar |academic )?year|a year earlier)|(?P<after>the year after(?: that| it)?|the year following|the (?:following|next|subsequent) (?:financial |calendar |academic )?year|a year later))(?-u:\\b)";

impl Paragraph<'_> {
    /// A figure whose year is told by that of the figure before it; counts the same, unless it says what it counts.
    pub(super) fn of_a_year_told_by_another(&self, figure: Figure, place: &Place<'_>) -> Option<Draft> {
        let draft = place.after?;
        let when = self.year_told(figure, place, draft.when?)?;
        // "Seven in 2021, up to nine a year later" bounds nothing.
        let up = figure.span.of(self.words).starts_with("up to ");
        let figure = if up { Figure { min: figure.max, ..figure } } else { figure };
        let when = Some(when);
        let named = match self.counted(figure, place) {
            Some(counted @ (Counted::Among(_) | Counted::Named(_))) if !self.only_the_year(counted) => {
                Some(self.draft(figure, counted, place, when))
            }
            _ => None,
        };
        let same = Draft { when, figure: Figure { span: self.back(figure.span), ..figure }, ..draft.clone() };
        Some(Draft { certainty: Certainty::Inferred, ..named.unwrap_or(same) })
    }

    /// The year that words beside the figure tell by `other`: right behind it, or before it with nothing else named.
    fn year_told(&self, figure: Figure, place: &Place<'_>, other: When) -> Option<When> {
        static BEHIND: LazyLock<Regex> =
            LazyLock::new(|| pattern(&format!("^ (?:such |[a-z]+s )?(?:in |for |during )?{YEAR}")));
        static LEADING: LazyLock<Regex> =
            LazyLock::new(|| pattern(&format!("(?:^|[,;.] |and |but |in |for |during ){YEAR}[a-z, ]{{0,40}}$")));
        let behind = self.words.get(figure.span.end..place.until).unwrap_or_default();
        let from = place.from.min(figure.span.start);
        let lead = &self.words[from..figure.span.start];
        let dated = |span| !within(span, &self.periods, |period| period.span).is_empty();
        let leading = || {
            let found = LEADING.captures(lead)?;
            let at = from + found.get(0)?.start();
            let said = dated(Span::new(at, figure.span.start))
                || behind.trim_start().starts_with("in ") && dated(Span::new(figure.span.end, place.until));
            (!said).then_some((found, from))
        };
        let (found, base) = BEHIND.captures(behind).map(|found| (found, figure.span.end)).or_else(leading)?;
        let later = found.name("after");
        let words = later.or(found.name("before"))?;
        let moved = |day: NaiveDate| match later {
            Some(_) => day.checked_add_months(Months::new(12)),
            None => day.checked_sub_months(Months::new(12)),
        };
        let printed = self.back(Span::new(base + words.start(), base + words.end()));
        Some(When { start: Some(moved(other.start?)?), end: Some(moved(other.end?)?), printed })
    }

    /// "Nine a year later": the noun that was found is the year's.
    fn only_the_year(&self, counted: Counted) -> bool {
        matches!(counted, Counted::Named(noun) if noun.of(self.words).contains("year"))
    }

    /// "Twelve in 2023 and again in 2024", "nine in 2022, and the same in 2023": the draft once more, for each period.
    pub(super) fn once_more(&self, draft: &Draft, figure: Figure, until: usize) -> Option<[Draft; 2]> {
        static AGAIN: LazyLock<Regex> = LazyLock::new(|| {
            pattern(
                "^,? (?:and|with) (?:again|once more|the same(?: number| figure)?|as many)(?: again)? (?:in|for|during) (?:the )?$",
            )
        });
        let [first, second, ..] =
            within(Span::new(figure.span.end, until.max(figure.span.end)), &self.periods, |period| period.span)
        else {
            return None;
        };
        let between = self.words.get(first.span.end..second.span.start)?;
        let at = |period| Some(When::new(self.letter.folded, self.base, period));
        AGAIN
            .is_match(between)
            .then(|| [first, second].map(|period| Draft { when: at(period), rule: Rule::EachPeriod, ..draft.clone() }))
    }
}
