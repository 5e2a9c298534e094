//! Replies to something that no known questionnaire asks, with what they do answer.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::words::Words;
use crate::record::{Code, Record};

/// One reply to another request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OffTarget {
    /// The letter.
    pub file: String,
    /// The body's name; `None` where the letter does not tell.
    pub authority: Option<Arc<str>>,
    /// What it answers, in its order.
    pub answers: Vec<AnsweredElse>,
}

/// One question of another request and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnsweredElse {
    /// The question's first words as printed; empty where the letter does not repeat it.
    pub question: Arc<str>,
    /// How it is answered.
    pub code: Code,
}

/// The most characters of a question that are kept.
const WORDS: usize = 100;

/// The replies off target, with the words that they have in common kept once.
#[derive(Clone, Debug, Default)]
pub(super) struct OffTargetTally {
    words: Words,
    replies: Vec<Reply>,
}

#[derive(Clone, Debug)]
struct Reply {
    file: Arc<str>,
    authority: Option<u32>,
    /// Each question and the name of its code.
    answers: Box<[(u32, u32)]>,
}

impl OffTargetTally {
    /// Keeps the reply in `record`, unless it answers a questionnaire.
    pub(super) fn add(&mut self, record: &Record, file: &Arc<str>) {
        if record.questionnaire.is_some() {
            return;
        }
        let words = &mut self.words;
        let reply = Reply {
            file: Arc::clone(file),
            authority: record.authority.as_ref().map(|body| words.number(&body.name)),
            answers: record
                .exchanges
                .iter()
                .map(|exchange| (words.number(&shortened(&exchange.question)), words.number(exchange.code.name())))
                .collect(),
        };
        self.replies.push(reply);
    }

    /// Every such reply, in reading order.
    pub(super) fn report(&self) -> Vec<OffTarget> {
        let spell = |number: u32| self.words.spell(number);
        let answer = |&(question, code): &(u32, u32)| AnsweredElse {
            question: spell(question),
            code: Code::from(&*spell(code)),
        };
        let reply = |reply: &Reply| OffTarget {
            file: reply.file.to_string(),
            authority: reply.authority.map(spell),
            answers: reply.answers.iter().map(answer).collect(),
        };
        self.replies.iter().map(reply).collect()
    }
}

fn shortened(question: &str) -> String {
    match question.char_indices().nth(WORDS) {
        None => question.to_owned(),
        Some((cut, _)) => format!("{}…", question[..cut].trim_end()),
    }
}
