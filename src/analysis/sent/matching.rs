//! Which body of the list a letter comes from: by the file that the list names, by reference, by the body that writes.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Asked, SentList, Unmatched};
use crate::analysis::requests::{Body, Reference, body_of, same_request};
use crate::catalogue::Organisations;
use crate::record::{Found, Kind, Record};

/// Days by which the date of a request may differ between list and letter: post, weekends, forwarding.
pub(super) const DAYS_APART: i64 = 31;

/// Why a letter is nobody's on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotMatched {
    /// It does not say who answers, and has no reference of the list.
    BodyNotTold,
    /// Its body is not on the list.
    NotAsked,
    /// The list has another reference for its body.
    OtherReference,
    /// It answers nothing of a known questionnaire, and its dates are not those of the request.
    OtherDates,
    /// Its body was asked more than once, and nothing tells which request it answers.
    SeveralRequests,
}

impl NotMatched {
    /// The name used in tables: `not-asked` …
    pub fn name(self) -> &'static str {
        match self {
            NotMatched::BodyNotTold => "body-not-told",
            NotMatched::NotAsked => "not-asked",
            NotMatched::OtherReference => "other-reference",
            NotMatched::OtherDates => "other-dates",
            NotMatched::SeveralRequests => "several-requests",
        }
    }
}

impl fmt::Display for NotMatched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A list, and the letters that have been found to come from its bodies.
#[derive(Clone, Debug)]
pub struct Sent<'o> {
    pub(super) list: SentList,
    pub(super) organisations: &'o Organisations,
    /// The letters of each body on the list, in reading order.
    pub(super) letters: Vec<Vec<Record>>,
    pub(super) unmatched: Vec<Unmatched>,
}

impl<'o> Sent<'o> {
    /// The list before any letter has come.
    pub fn new(list: SentList, organisations: &'o Organisations) -> Self {
        let letters = vec![Vec::new(); list.asked.len()];
        Sent { list, organisations, letters, unmatched: Vec::new() }
    }

    /// Puts a letter to its body. Requests, and what is no correspondence, are passed over unless the list names them.
    pub fn add(&mut self, record: &Record) {
        let correspondence = record.kind.answers() || is_step(record.kind);
        match self.find(record) {
            Ok(at) => self.letters[at].push(record.clone()),
            Err(why) if correspondence => self.unmatched.push(Unmatched {
                file: record.file.clone(),
                authority: record.authority.as_ref().map(|authority| authority.name.clone()),
                why,
            }),
            Err(_) => {}
        }
    }

    fn find(&self, record: &Record) -> Result<usize, NotMatched> {
        let asked = &self.list.asked;
        if let Some(at) = asked.iter().position(|asked| asked.files.iter().any(|file| is_file(&record.file, file))) {
            return Ok(at);
        }
        if !(record.kind.answers() || is_step(record.kind)) {
            return Err(NotMatched::NotAsked);
        }
        let body = record.authority.as_ref().map(|authority| body_of(authority, self.organisations));
        let theirs = |asked: &Asked, body: &Body| asked.body.is_answered_by(body, self.organisations);
        let reference = record.reference.as_ref().and_then(|found| Reference::new(&found.value));
        let agrees = |asked: &Asked| {
            asked.reference().zip(reference.as_ref()).is_some_and(|(one, other)| same_request(&one, other))
        };
        let Some(body) = body else {
            return only(asked, agrees).map_err(|_| NotMatched::BodyNotTold);
        };
        if let Ok(at) = only(asked, |asked| theirs(asked, &body) && agrees(asked)) {
            return Ok(at);
        }
        let of_body = |asked: &Asked| theirs(asked, &body);
        let at = match only(asked, of_body) {
            Ok(at) => at,
            Err(0) => return Err(NotMatched::NotAsked),
            Err(_) => only(asked, |asked| of_body(asked) && same_day(asked, record))
                .map_err(|_| NotMatched::SeveralRequests)?,
        };
        let review = record.kind == Kind::FoiInternalReview;
        if asked[at].reference().is_some() && reference.is_some() && !review {
            return Err(NotMatched::OtherReference);
        }
        match record.questionnaire.is_none() && !dates_fit(&asked[at], record) {
            true => Err(NotMatched::OtherDates),
            false => Ok(at),
        }
    }
}

/// True for what a body sends before it answers.
pub(super) fn is_step(kind: Kind) -> bool {
    matches!(kind, Kind::FoiAcknowledgement | Kind::FoiClarification)
}

/// The one place for which `test` holds, or how many there are.
fn only(asked: &[Asked], test: impl Fn(&Asked) -> bool) -> Result<usize, usize> {
    let mut places = asked.iter().enumerate().filter(|(_, asked)| test(asked)).map(|(at, _)| at);
    match (places.next(), places.next()) {
        (Some(at), None) => Ok(at),
        (None, _) => Err(0),
        _ => Err(2 + places.count()),
    }
}

/// True where the path `file` is, or ends in, the path that the list names.
pub(super) fn is_file(file: &str, named: &str) -> bool {
    file.strip_suffix(named).is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

pub(super) fn day(found: &Option<Found>) -> Option<NaiveDate> {
    found.as_ref()?.value.parse().ok()
}

fn same_day(asked: &Asked, record: &Record) -> bool {
    asked.sent_on.is_some() && asked.sent_on == day(&record.requested_on)
}

/// False where the letter is about a request of another time.
fn dates_fit(asked: &Asked, record: &Record) -> bool {
    let Some(sent) = asked.sent_on else { return true };
    let requested = day(&record.requested_on).filter(|_| record.kind != Kind::FoiInternalReview);
    requested.is_none_or(|requested| (requested - sent).num_days().abs() <= DAYS_APART)
        && day(&record.responded_on).is_none_or(|replied| replied >= sent)
}
