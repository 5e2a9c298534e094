//! Fields of a questionnaire taken together: shares right, alpha, what is stated and wrong, what a person is sent to see.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::record::{Certainty, Code};

use super::alpha::{Estimate, estimate};
use super::bootstrap::{Interval, interval};
use super::tally::{Share, Tally};
use super::verdict::{FieldVerdict, Judgement};

/// How well some fields are read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answers {
    /// Right, of all codes; `unasked` is a code.
    pub right: Share,
    /// Right, of those whose question is printed or answered.
    pub right_where_asked: Share,
    /// The share right where asked, and its interval.
    pub asked: Estimate,
    /// Krippendorff's alpha (nominal) of labels and program, over all codes.
    pub alpha: Estimate,
    /// Values (yes, no, a date, words given) apart from states (refused, blank …): right, read, due.
    pub values: Tally,
    /// Stated and wrong, of what is stated.
    pub stated_wrong: Share,
    /// Sent to a person, of all codes.
    pub review: Share,
    /// Sent to a person, of those that are wrong.
    pub wrong_in_review: Share,
}

impl Answers {
    /// The figures of the fields that `which` chooses; `None` where no letter has one.
    pub(super) fn of<'l>(letters: &[&'l Judgement], which: impl Fn(&FieldVerdict) -> bool) -> Option<Self> {
        let chosen: Vec<Vec<&FieldVerdict>> =
            letters.iter().map(|letter| letter.fields.iter().filter(|field| which(field)).collect()).collect();
        // Letters without these fields say nothing of them, and are not drawn.
        let chosen: Vec<Vec<&FieldVerdict>> = chosen.into_iter().filter(|fields| !fields.is_empty()).collect();
        let all: Vec<&FieldVerdict> = chosen.iter().flatten().copied().collect();
        if all.is_empty() {
            return None;
        }
        let right_where_asked = Share::count(all.iter().filter(|field| field.asked), |field| field.right);
        let stated = all.iter().filter(|field| field.certainty == Some(Certainty::Stated));
        let pair = |field: &&'l FieldVerdict| (field.gold.as_str(), read(field));
        let pairs: Vec<Vec<_>> = chosen.iter().map(|fields| fields.iter().map(pair).collect()).collect();
        let mut values = Tally::default();
        all.iter().for_each(|field| values += value(field));
        Some(Answers {
            right: Share::count(&all, |field| field.right),
            right_where_asked,
            asked: Estimate { value: right_where_asked.value(), interval: asked_interval(&chosen) },
            alpha: estimate(&pairs),
            values,
            stated_wrong: Share::count(stated, |field| !field.right),
            review: Share::count(&all, |field| field.review),
            wrong_in_review: Share::count(all.iter().filter(|field| !field.right), |field| field.review),
        })
    }
}

fn value(field: &FieldVerdict) -> Tally {
    let is_value = |code: &str| Code::from(code).is_value();
    let read = field.read.as_deref().is_some_and(is_value);
    Tally::one(field.right && read, read, is_value(&field.gold))
}

fn asked_interval(letters: &[Vec<&FieldVerdict>]) -> Option<Interval> {
    let share =
        |fields: &Vec<&FieldVerdict>| Share::count(fields.iter().filter(|field| field.asked), |field| field.right);
    let shares: Vec<Share> = letters.iter().map(share).collect();
    interval(shares.len(), |draw| {
        let mut sum = Share::default();
        draw.iter().for_each(|&at| sum += shares[at]);
        sum.value()
    })
}

/// The code that was read, or a mark of its own for a record without the field.
fn read(field: &FieldVerdict) -> &str {
    field.read.as_deref().unwrap_or(NOTHING)
}

/// Stands in tables of confusion for a record that lacks the field.
pub const NOTHING: &str = "–";

/// One field of a questionnaire.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FieldReport {
    /// The questionnaire's id, where the labels name it.
    pub questionnaire: Option<String>,
    /// The field.
    pub field: String,
    /// Its figures.
    #[serde(flatten)]
    pub answers: Answers,
    /// How often each code of the labels was read as each code.
    pub confusion: Vec<Confused>,
}

/// A cell of a table of confusion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Confused {
    /// The label.
    pub gold: String,
    /// The code read.
    pub read: String,
    /// So often.
    pub n: usize,
}

/// Every field of `letters`, in the order in which the labels have them.
pub fn by_field(letters: &[&Judgement]) -> Vec<FieldReport> {
    let mut keys: Vec<(&Option<String>, &str)> = Vec::new();
    for verdict in letters.iter().flat_map(|letter| &letter.fields) {
        let key = (&verdict.questionnaire, verdict.field.as_str());
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.into_iter()
        .filter_map(|(questionnaire, field)| {
            let here = |verdict: &FieldVerdict| verdict.questionnaire == *questionnaire && verdict.field == field;
            Some(FieldReport {
                questionnaire: questionnaire.clone(),
                field: field.to_owned(),
                answers: Answers::of(letters, here)?,
                confusion: confusion(letters.iter().flat_map(|letter| &letter.fields).filter(|field| here(field))),
            })
        })
        .collect()
}

fn confusion<'f>(fields: impl Iterator<Item = &'f FieldVerdict>) -> Vec<Confused> {
    let mut cells: BTreeMap<(Code, Code), usize> = BTreeMap::new();
    for field in fields {
        *cells.entry((Code::from(field.gold.as_str()), Code::from(read(field)))).or_default() += 1;
    }
    cells.into_iter().map(|((gold, read), n)| Confused { gold: gold.to_string(), read: read.to_string(), n }).collect()
}
