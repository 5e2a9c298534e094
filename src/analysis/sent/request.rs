//! One body and its letters: which letter counts, what it says of the request, and when.

use chrono::{Months, NaiveDate};

use super::matching::{DAYS_APART, Sent, day, is_step};
use super::timing::Dates;
use super::{Asked, BodyReport, Contradiction, Status};
use crate::analysis::requests::{Body, body_of, latest, law_of};
use crate::record::{Kind, Record};

/// The codes of what does not fit together.
pub const CONTRADICTIONS: [&str; 6] =
    ["year-slip", "reply-before-request", "request-dates-differ", "reply-after-day", "sent-after-day", "another-body"];

/// Days within which a reply would come that is off by a year.
const SLIP: i64 = 120;

/// The place of the letter that counts: the latest reply that answers a questionnaire, else the latest reply. A later
/// letter that answers nothing, such as a review that upholds, leaves the answers before it in force.
pub(super) fn counting(letters: &[Record]) -> Option<usize> {
    let of = |test: &dyn Fn(&Record) -> bool| -> Option<usize> {
        let places: Vec<usize> =
            (0..letters.len()).filter(|&at| is_reply(&letters[at]) && test(&letters[at])).collect();
        let dated = places.iter().map(|&at| {
            let letter = &letters[at];
            let date = letter.responded_on.as_ref().map(|found| found.value.as_str());
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

impl Sent<'_> {
    /// What is known of the body at `at`, counted to `counted_to`.
    pub(super) fn body(&self, at: usize, counted_to: Option<NaiveDate>) -> BodyReport {
        let (asked, letters) = (&self.list.asked[at], &self.letters[at]);
        let counts = counting(letters);
        let first = letters
            .iter()
            .filter(|letter| is_reply(letter) && letter.kind != Kind::FoiInternalReview)
            .min_by_key(|letter| day(&letter.responded_on).unwrap_or(NaiveDate::MAX));
        let received = asked.sent_on.or_else(|| {
            let own = letters.iter().filter(|letter| letter.kind != Kind::FoiInternalReview);
            own.filter_map(|letter| day(&letter.requested_on)).min()
        });
        let contradictions: Vec<Contradiction> = letters
            .iter()
            .flat_map(|letter| self.contradictions(asked, letter, received, counted_to))
            .chain(sent_too_late(asked, counted_to))
            .collect();
        let of_first = |found: &&Contradiction| {
            found.dates && first.is_none_or(|first| found.file.is_empty() || found.file == first.file)
        };
        let law = asked.law.unwrap_or_else(|| law_of(Some(&asked.body), letters, self.organisations));
        let reviewed_only = first.is_none() && counts.is_some();
        let dates = Dates {
            received,
            replied: if reviewed_only { Some(None) } else { first.map(|first| day(&first.responded_on)) },
            clarified: letters.iter().any(|letter| letter.kind == Kind::FoiClarification),
            contradictory: contradictions.iter().any(|found| of_first(&found)),
            counted_to,
        };
        let timed = dates.timed(law);
        let step = letters.iter().rposition(|letter| letter.kind == Kind::FoiClarification);
        let shown = counts.or(step).or(letters.len().checked_sub(1));
        BodyReport {
            line: asked.line,
            body: asked.name.clone(),
            code: asked.code.clone(),
            known: matches!(asked.body, Body::Known(_)),
            law,
            sent_on: asked.sent_on.map(|day| day.to_string()),
            received_on: received.map(|day| day.to_string()),
            reference: asked.reference.clone().or_else(|| {
                let own = letters.iter().filter(|letter| letter.kind != Kind::FoiInternalReview);
                own.filter_map(|letter| letter.reference.as_ref()).map(|found| found.value.clone()).next()
            }),
            status: counts.map_or_else(|| Status::of_steps(letters), |at| Status::of_reply(&letters[at])),
            timing: timed.timing,
            due_on: timed.due.map(|day| day.to_string()),
            replied_on: first.and_then(|first| first.responded_on.as_ref()).map(|found| found.value.clone()),
            working_days: timed.working_days,
            questionnaire: counts.and_then(|at| letters[at].questionnaire.clone()),
            file: shown.map(|at| letters[at].file.clone()),
            earlier: (0..letters.len()).filter(|at| Some(*at) != shown).map(|at| letters[at].file.clone()).collect(),
            contradictions,
        }
    }

    /// Where the dates of a letter contradict the list, each other, or the day counted to.
    fn contradictions(
        &self,
        asked: &Asked,
        letter: &Record,
        received: Option<NaiveDate>,
        counted_to: Option<NaiveDate>,
    ) -> Vec<Contradiction> {
        let mut found = Vec::new();
        let mut say = |code: &str, dates: bool, message: String| {
            found.push(Contradiction { code: code.to_owned(), message, file: letter.file.clone(), dates });
        };
        let (requested, replied) = (day(&letter.requested_on), day(&letter.responded_on));
        if let (Some(received), Some(replied)) = (received, replied)
            && replied < received
        {
            let fits = later_by_a_year(replied).is_some_and(|day| (0..=SLIP).contains(&(day - received).num_days()));
            let (code, hint) =
                if fits { ("year-slip", "; a year later it would fit") } else { ("reply-before-request", "") };
            say(code, true, format!("the reply is dated {replied}, before the request of {received}{hint}"));
        }
        if let (Some(sent), Some(requested)) = (asked.sent_on, requested)
            && letter.kind != Kind::FoiInternalReview
            && (requested < sent || (requested - sent).num_days() > DAYS_APART)
        {
            let near = |day: Option<NaiveDate>, other: NaiveDate| {
                day.is_some_and(|day| (day - other).num_days().abs() <= DAYS_APART)
            };
            let slipped = near(later_by_a_year(requested), sent) || near(later_by_a_year(sent), requested);
            let code = if slipped { "year-slip" } else { "request-dates-differ" };
            say(
                code,
                true,
                format!("the letter dates the request {requested}, the list says that it was sent on {sent}"),
            );
        }
        if let (Some(counted_to), Some(replied)) = (counted_to, replied)
            && replied > counted_to
        {
            say(
                "reply-after-day",
                true,
                format!("the reply is dated {replied}, after {counted_to}, the day counted to"),
            );
        }
        if let Some(authority) = &letter.authority
            && !asked.body.is_answered_by(&body_of(authority, self.organisations), self.organisations)
        {
            say("another-body", false, format!("the letter is by {}, the list says {}", authority.name, asked.name));
        }
        found
    }
}

fn later_by_a_year(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(12))
}

/// A request that is sent after the day counted to.
fn sent_too_late(asked: &Asked, counted_to: Option<NaiveDate>) -> Option<Contradiction> {
    let (sent, counted_to) = (asked.sent_on?, counted_to?);
    (sent > counted_to).then(|| Contradiction {
        code: "sent-after-day".to_owned(),
        message: format!("line {}: sent on {sent}, after {counted_to}, the day counted to", asked.line),
        file: String::new(),
        dates: true,
    })
}
