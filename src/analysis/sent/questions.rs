//! The questions of a questionnaire by body: asked, replied, on target, answered, usable.

use serde::{Deserialize, Serialize};

use super::matching::Sent;
use super::report::BodyReport;
use crate::catalogue::Questionnaire;
use crate::record::{Code, Record};

/// One questionnaire, and the bodies asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedQuestionnaire {
    /// Its id.
    pub id: String,
    /// Its title for people.
    pub title: String,
    /// Bodies asked.
    pub asked: usize,
    /// Of these, bodies that replied.
    pub replied: usize,
    /// Of these, bodies whose letter that counts answers this questionnaire.
    pub on_target: usize,
    /// Every question, in order.
    pub questions: Vec<AskedQuestion>,
}

/// One question, and the bodies whose replies are on target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedQuestion {
    /// Number as first printed.
    pub number: String,
    /// Column name.
    pub field: String,
    /// Label for people.
    pub label: String,
    /// Bodies with words in answer to it.
    pub answered: usize,
    /// Of these, bodies whose words give a value.
    pub usable: usize,
}

/// The questionnaires that some body answers, those that are `known` first.
pub(super) fn questionnaires(
    sent: &Sent<'_>,
    bodies: &[BodyReport],
    known: &[Questionnaire],
) -> Vec<AskedQuestionnaire> {
    let replies: Vec<&Record> = (0..bodies.len()).filter_map(|at| sent.reply(at)).collect();
    let mut ids: Vec<&str> = known.iter().map(|questionnaire| questionnaire.id.as_str()).collect();
    for id in replies.iter().filter_map(|reply| reply.questionnaire.as_deref()) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let counted = ids.into_iter().map(|id| {
        let on_target: Vec<&Record> =
            replies.iter().copied().filter(|reply| reply.questionnaire.as_deref() == Some(id)).collect();
        AskedQuestionnaire {
            id: id.to_owned(),
            title: known.iter().find(|known| known.id == id).map_or_else(|| id.to_owned(), |known| known.title.clone()),
            asked: bodies.len(),
            replied: bodies.iter().filter(|body| body.status.has_replied()).count(),
            on_target: on_target.len(),
            questions: questions(id, &on_target, known),
        }
    });
    counted.filter(|questionnaire| questionnaire.on_target > 0).collect()
}

fn questions(id: &str, replies: &[&Record], known: &[Questionnaire]) -> Vec<AskedQuestion> {
    let count = |number: &str, field: &str, label: &str| {
        let codes = replies.iter().filter_map(|reply| reply.answers.iter().find(|answer| answer.field == field));
        let codes: Vec<&Code> = codes.map(|answer| &answer.code).collect();
        AskedQuestion {
            number: number.to_owned(),
            field: field.to_owned(),
            label: label.to_owned(),
            answered: codes.iter().filter(|code| !matches!(code, Code::Blank | Code::Unasked)).count(),
            usable: codes.iter().filter(|code| code.is_value()).count(),
        }
    };
    match known.iter().find(|questionnaire| questionnaire.id == id) {
        Some(known) => known.questions.iter().map(|asked| count(&asked.number, &asked.field, &asked.label)).collect(),
        // A record may come from another catalogue: its own fields then stand in for the labels.
        None => replies.first().map_or_else(Vec::new, |reply| {
            reply.answers.iter().map(|answer| count(&answer.question, &answer.field, &answer.field)).collect()
        }),
    }
}
