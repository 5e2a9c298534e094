//! Dates of list and letters that contradict each other, and files that the list gives to the wrong body.

use chrono::{Months, NaiveDate};

use super::matching::{DAYS_APART, Sent, day};
use super::{Asked, Contradiction};
use crate::analysis::requests::body_of;
use crate::record::{Kind, Record};

/// The codes of what does not fit together.
pub const CONTRADICTIONS: [&str; 6] =
    ["year-slip", "reply-before-request", "request-dates-differ", "reply-after-day", "sent-after-day", "another-body"];

/// Days within which a reply would come that is off by a year.
const SLIP: i64 = 120;

impl Sent<'_> {
    /// Where the dates of a letter contradict the list, each other, or the day counted to.
    pub(super) fn contradictions(
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
        let told = |requested: NaiveDate, day: NaiveDate| (0..=DAYS_APART).contains(&(requested - day).num_days());
        if let (Some(sent), Some(requested)) = (asked.sent_on, requested)
            && letter.kind != Kind::FoiInternalReview
            && !(told(requested, sent) || asked.clarified_on.is_some_and(|day| told(requested, day)))
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
pub(super) fn sent_too_late(asked: &Asked, counted_to: Option<NaiveDate>) -> Option<Contradiction> {
    let (sent, counted_to) = (asked.sent_on?, counted_to?);
    (sent > counted_to).then(|| Contradiction {
        code: "sent-after-day".to_owned(),
        message: format!("line {}: sent on {sent}, after {counted_to}, the day counted to", asked.line),
        file: String::new(),
        dates: true,
    })
}
