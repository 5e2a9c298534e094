//! One count while it is being read: places in the letter instead of words.

use chrono::NaiveDate;

use super::Letter;
use super::figure::Figure;
use super::question::{When, squash};
use crate::record::{Certainty, Count, Evidence, Role};
use crate::text::Span;

/// What [`Draft::key`] gives.
pub type Key = (Option<NaiveDate>, Option<NaiveDate>, Option<u64>, Option<u64>);

/// The rule that read a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// One figure is said of each of several periods.
    EachPeriod,
    /// A figure beside what it counts, in a list.
    Label,
    /// "We have no records of any": nought.
    NoneAtAll,
    /// A figure in a sentence, with the noun that it counts.
    Prose,
    /// A figure in a sentence that names nothing counted.
    Sole,
    /// A figure in a table.
    Cell,
}

impl Rule {
    /// Its name in the record.
    fn name(self) -> &'static str {
        match self {
            Rule::EachPeriod => "each-period",
            Rule::Label => "label-and-number",
            Rule::NoneAtAll => "none-at-all",
            Rule::Prose => "prose-number",
            Rule::Sole => "sole-number",
            Rule::Cell => "table-cell",
        }
    }
}

/// A count as places in the letter.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What is counted, in the letter's words.
    pub measure: String,
    /// Its period.
    pub when: Option<When>,
    /// The figure, with its place in the letter.
    pub figure: Figure,
    /// Whether it sums others.
    pub role: Role,
    /// How sure the rule is.
    pub certainty: Certainty,
    /// The rule that read it.
    pub rule: Rule,
    /// Labels and period, after the figure.
    pub labels: Vec<Span>,
}

impl Draft {
    /// Days, least and most: two drafts that share them are one figure printed twice. `None` where the figure is hidden.
    pub fn key(&self) -> Option<Key> {
        let (start, end) = self.when.map_or((None, None), |when| (when.start, when.end));
        (!self.figure.is_hidden()).then_some((start, end, self.figure.min, self.figure.max))
    }

    /// The finished count.
    pub fn count(self, letter: &Letter<'_>) -> Count {
        let day = |day: NaiveDate| day.to_string();
        let evidence = |span: Span| Evidence::new(letter.text, letter.lines, span);
        let mut places = vec![self.figure.span];
        for span in self.labels.into_iter().chain(self.when.map(|when| when.printed)) {
            if !span.is_empty() && !places.contains(&span) {
                places.push(span);
            }
        }
        Count {
            measure: self.measure,
            period: self.when.map(|when| squash(when.printed.of(letter.text))),
            start: self.when.and_then(|when| when.start).map(day),
            end: self.when.and_then(|when| when.end).map(day),
            value: squash(self.figure.span.of(letter.text)),
            min: self.figure.min,
            max: self.figure.max,
            role: self.role,
            certainty: self.certainty,
            rule: self.rule.name().to_owned(),
            evidence: places.into_iter().map(evidence).collect(),
        }
    }
}
