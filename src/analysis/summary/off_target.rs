//! Replies to something that no known questionnaire asks, with what they do answer.

use serde::{Deserialize, Serialize};

use crate::record::{Code, Record};

/// One reply to another request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OffTarget {
    /// The letter.
    pub file: String,
    /// The body's name; `None` where the letter does not tell.
    pub authority: Option<String>,
    /// What it answers, in its order.
    pub answers: Vec<AnsweredElse>,
}

/// One question of another request and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnsweredElse {
    /// The question's first words as printed; empty where the letter does not repeat it.
    pub question: String,
    /// How it is answered.
    pub code: Code,
}

/// The most characters of a question that are kept.
const WORDS: usize = 100;

impl OffTarget {
    /// The reply in `record`; `None` where it answers a questionnaire.
    pub(super) fn of(record: &Record) -> Option<Self> {
        record.questionnaire.is_none().then(|| OffTarget {
            file: record.file.clone(),
            authority: record.authority.as_ref().map(|body| body.name.clone()),
            answers: record
                .exchanges
                .iter()
                .map(|exchange| AnsweredElse { question: shortened(&exchange.question), code: exchange.code.clone() })
                .collect(),
        })
    }
}

fn shortened(question: &str) -> String {
    match question.char_indices().nth(WORDS) {
        None => question.to_owned(),
        Some((cut, _)) => format!("{}…", question[..cut].trim_end()),
    }
}
