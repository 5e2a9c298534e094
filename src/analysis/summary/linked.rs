//! Replies that a later letter of the same body to the same request took the place of: kept in mind, so that they can be
//! taken out of the tallies when all letters are there.

use super::tally::QuestionnaireTally;
use crate::analysis::requests::{Body, Linked, Reply, link};
use crate::record::{Certainty, Code, Record};

/// What a letter added to the tally of its questionnaire: question, code and certainty of each answer.
pub(super) type Codes = Vec<(usize, Code, Certainty)>;

/// The replies that may be linked to others: those that answer a questionnaire and say who answers.
#[derive(Clone, Debug, Default)]
pub(super) struct LinkedTally {
    replies: Vec<Reply>,
    codes: Vec<Codes>,
}

impl LinkedTally {
    pub(super) fn add(&mut self, record: &Record, codes: Codes) {
        // A body is its code; one outside the NHS has none and is its name.
        let body = record.authority.as_ref().map(|body| Body::Named(body.code.as_ref().unwrap_or(&body.name).clone()));
        if let Some(reply) = Reply::of(record, body) {
            self.replies.push(reply);
            self.codes.push(codes);
        }
    }

    /// Takes every replaced reply out of `tallies` and says which letter counts instead, in reading order.
    pub(super) fn settle(&self, tallies: &mut [QuestionnaireTally]) -> Vec<Linked> {
        let linked = link(&self.replies).into_iter().map(|(earlier, counts)| {
            let reply = &self.replies[earlier];
            if let Some(tally) = tallies.iter_mut().find(|tally| tally.id() == reply.questionnaire) {
                tally.remove(&self.codes[earlier], &reply.file);
            }
            Linked {
                authority: reply.authority.clone(),
                questionnaire: reply.questionnaire.clone(),
                counts: self.replies[counts].file.clone(),
                earlier: reply.file.clone(),
            }
        });
        linked.collect()
    }
}
