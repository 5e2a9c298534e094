//! The questionnaire's fields: each code against its label.

use crate::analysis::gold::Label;
use crate::record::{Answer, Certainty, Code, Record};

use super::tally::Tally;
use super::verdict::{FieldVerdict, Item, Verdict};
use super::words::accepts;

/// The code of every field that the label codes.
pub(super) fn judge(label: &Label, record: Option<&Record>) -> Vec<FieldVerdict> {
    let questionnaire = label.questionnaire.clone().flatten();
    let judged = label.answers.iter().map(|(field, gold)| {
        let answer = find(record, field);
        let code = answer.map(|answer| answer.code.name());
        let right = code.is_some_and(|code| accepts(gold, code));
        let best = gold.split('|').next().unwrap_or_default();
        FieldVerdict {
            questionnaire: questionnaire.clone(),
            field: field.clone(),
            gold: if right { code.unwrap_or_default() } else { best }.to_owned(),
            read: code.map(str::to_owned),
            right,
            asked: gold != Code::Unasked.name(),
            certainty: answer.map(|answer| answer.certainty),
            review: answer.is_some_and(|answer| answer.review.is_some()),
        }
    });
    judged.collect()
}

/// The same as items of the letter.
pub(super) fn items(label: &Label, fields: &[FieldVerdict], record: Option<&Record>) -> Vec<Verdict> {
    let items = label.answers.iter().zip(fields).map(|((field, gold), verdict)| Verdict {
        item: Item::Field(field.clone()),
        tally: Tally::one(verdict.right, verdict.read.is_some(), true),
        gold: gold.clone(),
        read: verdict.read.clone().unwrap_or_else(|| "none".to_owned()),
        note: find(record, field).map(note).unwrap_or_default(),
    });
    items.collect()
}

fn find<'r>(record: Option<&'r Record>, field: &str) -> Option<&'r Answer> {
    record?.answers.iter().find(|answer| answer.field == field)
}

fn note(answer: &Answer) -> String {
    let certainty = if answer.certainty == Certainty::Stated { "stated" } else { "inferred" };
    format!("{certainty}, {}", answer.rule)
}
