//! The answers of a label in the order of their questionnaire, whole where the labels are whole.

use std::collections::{BTreeMap, HashMap};

use super::Label;
use crate::catalogue::Questionnaire;

/// Puts the answers in the order of their questionnaire and, where the labels are whole, fills in what was not asked.
pub(super) fn complete(letters: &mut [Label], questionnaires: &[Questionnaire], whole: bool) {
    let mut fields: BTreeMap<Option<String>, Vec<String>> = BTreeMap::new();
    for label in letters.iter().filter(|label| !label.answers.is_empty()) {
        let id = label.questionnaire.clone().flatten();
        let known = questionnaires.iter().filter(|known| Some(&known.id) == id.as_ref());
        let known = known.flat_map(|known| &known.questions).map(|question| &question.field);
        let all: Vec<String> = known.chain(label.answers.iter().map(|(field, _)| field)).cloned().collect();
        let of_questionnaire = fields.entry(id).or_default();
        for field in all {
            if !of_questionnaire.contains(&field) {
                of_questionnaire.push(field);
            }
        }
    }
    let known: Vec<&String> =
        questionnaires.iter().flat_map(|q| &q.questions).map(|question| &question.field).collect();
    for of_questionnaire in fields.values_mut() {
        of_questionnaire.sort_by_key(|field| known.iter().position(|known| *known == field).unwrap_or(usize::MAX));
    }
    for label in letters.iter_mut().filter(|label| !label.answers.is_empty()) {
        let own: HashMap<String, String> = label.answers.drain(..).collect();
        let order = fields.get(&label.questionnaire.clone().flatten()).map_or(&[][..], Vec::as_slice);
        let coded = order.iter().map(|field| (field, own.get(field).cloned().or(whole.then(|| "unasked".to_owned()))));
        label.answers = coded.filter_map(|(field, code)| Some((field.clone(), code?))).collect();
    }
}
