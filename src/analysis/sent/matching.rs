//! Which body of the list a letter comes from: by the file that the list names, by reference, by the body that writes.

use std::collections::HashMap;
use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Asked, SentList, Unmatched};
use crate::analysis::requests::{Body, Reference, body_of, successors};
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
    /// Every reason.
    pub const ALL: [NotMatched; 5] = [
        NotMatched::BodyNotTold,
        NotMatched::NotAsked,
        NotMatched::OtherReference,
        NotMatched::OtherDates,
        NotMatched::SeveralRequests,
    ];

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
    ways: Ways,
}

/// The ways from a letter to rows of the list.
#[derive(Clone, Debug, Default)]
struct Ways {
    files: Vec<(String, usize)>,
    references: HashMap<Reference, Vec<usize>>,
    bodies: HashMap<Body, Vec<usize>>,
    /// By the bodies that took over from the one asked.
    heirs: HashMap<Body, Vec<usize>>,
}

impl Ways {
    fn of(list: &SentList, organisations: &Organisations) -> Ways {
        let mut ways = Ways::default();
        for (at, asked) in list.asked.iter().enumerate() {
            ways.files.extend(asked.files.iter().map(|file| (file.clone(), at)));
            if let Some(key) = &asked.key {
                ways.references.entry(key.clone()).or_default().push(at);
            }
            ways.bodies.entry(asked.body.clone()).or_default().push(at);
            if let Body::Known(body) = asked.body {
                for heir in successors(body, organisations) {
                    ways.heirs.entry(Body::Known(heir)).or_default().push(at);
                }
            }
        }
        ways
    }
}

impl<'o> Sent<'o> {
    /// The list before any letter has come.
    pub fn new(list: SentList, organisations: &'o Organisations) -> Self {
        let letters = vec![Vec::new(); list.asked.len()];
        let ways = Ways::of(&list, organisations);
        Sent { list, organisations, letters, unmatched: Vec::new(), ways }
    }

    /// Puts a letter to its body. Requests, and what is no correspondence, are passed over unless the list names them.
    pub fn add(&mut self, record: &Record) {
        let named = self.ways.files.iter().find(|(file, _)| is_file(&record.file, file)).map(|(_, at)| *at);
        let correspondence = record.kind.answers() || is_step(record.kind);
        match named.map_or_else(|| self.find(record), Ok) {
            Ok(at) if named.is_some() || correspondence => self.letters[at].push(record.clone()),
            Err(why) if correspondence => self.unmatched.push(Unmatched {
                file: record.file.clone(),
                authority: record.authority.as_ref().map(|authority| authority.name.clone()),
                why,
            }),
            _ => {}
        }
    }

    /// The row of a letter by its reference and its body.
    fn find(&self, record: &Record) -> Result<usize, NotMatched> {
        let reference = record.reference.as_ref().and_then(|found| Reference::new(&found.value));
        let by_reference =
            reference.as_ref().and_then(|key| self.ways.references.get(key)).map_or(&[][..], Vec::as_slice);
        let Some(authority) = &record.authority else {
            return only(by_reference, |_| true).ok_or(NotMatched::BodyNotTold);
        };
        let body = body_of(authority, self.organisations);
        let by_body = self.ways.bodies.get(&body).or_else(|| self.ways.heirs.get(&body)).ok_or(NotMatched::NotAsked)?;
        if let Some(at) = only(by_body, |at| by_reference.contains(&at)) {
            return Ok(at);
        }
        let asked = |at: usize| &self.list.asked[at];
        let at = only(by_body, |_| true).or_else(|| only(by_body, |at| same_day(asked(at), record)));
        let at = at.ok_or(NotMatched::SeveralRequests)?;
        // The reference of a review may be its own.
        if asked(at).key.is_some() && reference.is_some() && record.kind != Kind::FoiInternalReview {
            return Err(NotMatched::OtherReference);
        }
        match record.questionnaire.is_none() && !dates_fit(asked(at), record) {
            true => Err(NotMatched::OtherDates),
            false => Ok(at),
        }
    }
}

/// True for what a body sends before it answers.
pub(super) fn is_step(kind: Kind) -> bool {
    matches!(kind, Kind::FoiAcknowledgement | Kind::FoiClarification)
}

/// The one of `places` for which `test` holds.
fn only(places: &[usize], test: impl Fn(usize) -> bool) -> Option<usize> {
    let mut found = places.iter().copied().filter(|at| test(*at));
    found.next().filter(|_| found.next().is_none())
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
    let near = |requested: NaiveDate, day: NaiveDate| (requested - day).num_days().abs() <= DAYS_APART;
    let told = |requested| near(requested, sent) || asked.clarified_on.is_some_and(|day| near(requested, day));
    requested.is_none_or(told) && day(&record.responded_on).is_none_or(|replied| replied >= sent)
}
