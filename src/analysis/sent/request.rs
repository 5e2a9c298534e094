//! One body and its letters: which letter counts, what it says of the request, and when.

use chrono::NaiveDate;

use super::contradictions::sent_too_late;
use super::matching::{Sent, day, is_step};
use super::timing::Dates;
use super::{Asked, BodyReport, Contradiction, Status};
use crate::analysis::requests::{Body, latest, law_of};
use crate::record::{Kind, Record};

/// The place of the letter that counts: the latest reply that answers a questionnaire, else the latest reply. A later
/// letter that answers nothing, such as a review that upholds, leaves the answers before it in force.
pub(super) fn counting(letters: &[Record]) -> Option<usize> {
    let of = |test: &dyn Fn(&Record) -> bool| -> Option<usize> {
        let places: Vec<usize> =
            (0..letters.len()).filter(|&at| is_reply(&letters[at]) && test(&letters[at])).collect();
        let dated = places.iter().map(|&at| {
            let letter = &letters[at];
            let date = day(&letter.responded_on);
            (date, letter.kind == Kind::FoiInternalReview)
        });
        latest(dated).map(|place| places[place])
    };
    of(&|letter| letter.questionnaire.is_some()).or_else(|| of(&|_| true))
}

/// A request that the list names as a letter is none; anything else that it names is a reply.
fn is_reply(letter: &Record) -> bool {
    !is_step(letter.kind) && letter.kind != Kind::FoiRequest
}

/// The letters that are about the request as it was sent; the dates and the reference of a review are its own.
fn of_request(letters: &[Record]) -> impl Iterator<Item = &Record> {
    letters.iter().filter(|letter| letter.kind != Kind::FoiInternalReview)
}

/// The first reply, which is the one that must come in time.
fn first_reply(letters: &[Record]) -> Option<&Record> {
    let replies = of_request(letters).filter(|letter| is_reply(letter));
    replies.min_by_key(|letter| day(&letter.responded_on).unwrap_or(NaiveDate::MAX))
}

/// The day of receipt: an e-mail arrives on the day it is sent; without that day, what the letters print.
fn received(asked: &Asked, letters: &[Record]) -> Option<NaiveDate> {
    asked.sent_on.or_else(|| of_request(letters).filter_map(|letter| day(&letter.requested_on)).min())
}

impl Sent<'_> {
    /// What is known of the body at `at`, counted to `counted_to`.
    pub(super) fn body(&self, at: usize, counted_to: Option<NaiveDate>) -> BodyReport {
        let (asked, letters) = (&self.list.asked[at], &self.letters[at]);
        let (counts, first, received) = (counting(letters), first_reply(letters), received(asked, letters));
        let contradictions: Vec<Contradiction> = letters
            .iter()
            .flat_map(|letter| self.contradictions(asked, letter, received, counted_to))
            .chain(sent_too_late(asked, counted_to))
            .collect();
        let of_first = |found: &Contradiction| {
            found.dates && first.is_none_or(|first| found.file.is_empty() || found.file == first.file)
        };
        let replied_on = first.and_then(|first| day(&first.responded_on));
        let law = asked.law.unwrap_or_else(|| law_of(Some(&asked.body), letters, self.organisations));
        let explained = asked.clarified_on.filter(|day| replied_on.is_none_or(|replied| replied >= *day));
        // Where only a review is here there has been a reply, on a day that nobody here knows.
        let replied = first.map(|_| replied_on).or(counts.map(|_| None));
        let clarified = explained.is_none() && letters.iter().any(|letter| letter.kind == Kind::FoiClarification);
        let contradictory = contradictions.iter().any(of_first);
        let received = explained.or(received);
        let timed = Dates { received, replied, clarified, contradictory, counted_to }.timed(law);
        let step = letters.iter().rposition(|letter| letter.kind == Kind::FoiClarification);
        let shown = counts.or(step).or(letters.len().checked_sub(1));
        let printed = of_request(letters).find_map(|letter| letter.reference.as_ref()).map(|found| &found.value);
        BodyReport {
            line: asked.line,
            body: asked.name.clone(),
            code: asked.code.clone(),
            known: matches!(asked.body, Body::Known(_)),
            law,
            sent_on: asked.sent_on.map(|day| day.to_string()),
            received_on: received.map(|day| day.to_string()),
            reference: asked.reference.as_ref().or(printed).cloned(),
            status: counts.map_or_else(|| Status::of_steps(letters), |at| Status::of_reply(&letters[at])),
            timing: timed.timing,
            due_on: timed.due.map(|day| day.to_string()),
            replied_on: replied_on.map(|day| day.to_string()),
            working_days: timed.working_days,
            questionnaire: counts.and_then(|at| letters[at].questionnaire.clone()),
            file: shown.map(|at| letters[at].file.clone()),
            earlier: (0..letters.len()).filter(|at| Some(*at) != shown).map(|at| letters[at].file.clone()).collect(),
            contradictions,
        }
    }
}
