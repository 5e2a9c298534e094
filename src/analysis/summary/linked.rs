//! Replies that a later letter of the same body to the same request took the place of: kept in mind, so that they can be
//! taken out of the tallies when all letters are there.

use std::sync::Arc;

use super::tally::QuestionnaireTally;
use super::words::Words;
use crate::analysis::requests::{Linked, Reply, link};
use crate::record::{Certainty, Code, Record};

/// What a letter added to the tally of its questionnaire: question, code and certainty of each answer.
pub(super) type Codes = Vec<(usize, Code, Certainty)>;

/// The replies that may be linked to others: those that answer a questionnaire and say who answers.
#[derive(Clone, Debug, Default)]
pub(super) struct LinkedTally {
    replies: Vec<Reply>,
    words: Words,
    /// For each reply its [`Codes`], the codes by number.
    codes: Vec<Box<[(u16, Certainty, u32)]>>,
}

impl LinkedTally {
    pub(super) fn add(&mut self, record: &Record, file: &Arc<str>, codes: Codes) {
        if let Some(reply) = Reply::of(record, file, |words| self.words.kept(words)) {
            self.replies.push(reply);
            let number = |(at, code, certainty): (usize, Code, Certainty)| {
                (at as u16, certainty, self.words.number(code.name()))
            };
            self.codes.push(codes.into_iter().map(number).collect());
        }
    }

    /// Takes every replaced reply out of `tallies` and says which letter counts instead, in reading order.
    pub(super) fn settle(&self, tallies: &mut [QuestionnaireTally]) -> Vec<Linked> {
        let linked = link(&self.replies).into_iter().map(|(earlier, counts)| {
            let reply = &self.replies[earlier];
            if let Some(tally) = tallies.iter_mut().find(|tally| tally.id() == &*reply.questionnaire) {
                let code = |number: u32| Code::from(&*self.words.spell(number));
                let codes = self.codes[earlier].iter();
                let codes = codes.map(|&(at, certainty, number)| (usize::from(at), code(number), certainty));
                tally.remove(&codes.collect(), &reply.file);
            }
            Linked {
                authority: reply.authority.to_string(),
                questionnaire: reply.questionnaire.to_string(),
                counts: self.replies[counts].file.to_string(),
                earlier: reply.file.to_string(),
            }
        });
        linked.collect()
    }
}
