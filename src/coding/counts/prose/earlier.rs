//! Figures of the year before the one just named: "61 in 2023-24 and 74 the year before".

use std::sync::LazyLock;

use crate::text::Regex;
use chrono::{Months, NaiveDate};

use super::super::draft::Draft;
use super::super::figure::Figure;
use super::super::question::When;
use super::counting::Place;
use super::{Paragraph, pattern};
use crate::record::Certainty;
use crate::text::Span;

impl Paragraph<'_> {
    /// The same as the figure before it, a year earlier.
    pub(super) fn the_year_before(&self, figure: Figure, place: &Place<'_>) -> Option<Draft> {
        static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
            pattern(
                "^ (?:in |for |during )?the (?:year before|(?:previous|preceding|prior) (?:financial |calendar |academic )?year)(?-u:\\b)",
            )
        });
        let draft = place.after?;
        let words = BEFORE.find(&self.words[figure.span.end..place.until.max(figure.span.end)])?;
        let when = draft.when?;
        let earlier = |day: NaiveDate| day.checked_sub_months(Months::new(12));
        let (start, end) = (earlier(when.start?)?, earlier(when.end?)?);
        let printed = self.back(Span::new(figure.span.end + words.start(), figure.span.end + words.end()));
        Some(Draft {
            when: Some(When { start: Some(start), end: Some(end), printed }),
            figure: Figure { span: self.back(figure.span), ..figure },
            certainty: Certainty::Inferred,
            ..draft.clone()
        })
    }
}
