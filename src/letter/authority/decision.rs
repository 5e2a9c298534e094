//! Weighs the clues: how many points each body has, and whether they are enough to name one.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::catalogue::Organisations;
use crate::catalogue::organisations::Standing;
use crate::diagnostic::Diagnostic;
use crate::letter::{Letter, Zone};
use crate::record::{Authority, Certainty, Evidence};
use crate::text::Span;

use super::clue::{Clue, Kind};
use super::names::SURELY;

/// Points, in tenths, from which a body may be named at all.
pub const WEAK: u32 = 30;
/// Points, in tenths, from which a body is named as stated.
const PROBABLE: u32 = 70;
/// By how much, in tenths, the best must then lead.
const MARGIN: u32 = 40;
/// Own links count no higher than this together.
const LINKS: u32 = 80;
/// So many pieces of evidence are kept.
const KEPT: usize = 6;

/// A body and what speaks for it.
#[derive(Debug)]
pub struct Weighed<'c> {
    /// Index of the body in the organisations.
    pub body: usize,
    /// The sum, in tenths of a point.
    pub points: u32,
    /// The clues, strongest first.
    pub clues: Vec<&'c Clue>,
}

/// What the points say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The first body wrote the letter.
    Body(Certainty),
    /// Two bodies have strong claims.
    Conflict,
    /// Nothing is strong enough.
    Open,
}

/// Sums the clues by body, best first. One clue counts for each kind, zone and body; links add up to a limit.
pub fn weigh<'c>(clues: &'c [Clue], date: Option<NaiveDate>, organisations: &Organisations) -> Vec<Weighed<'c>> {
    let mut by_body: HashMap<usize, Vec<&Clue>> = HashMap::new();
    for clue in clues {
        by_body.entry(organisations.heir(clue.body, date)).or_default().push(clue);
    }
    let mut weighed: Vec<Weighed<'_>> = by_body
        .into_iter()
        .map(|(body, mut clues)| {
            clues.sort_by_key(|clue| (std::cmp::Reverse(clue.tenths), clue.kind, clue.span));
            Weighed { body, points: sum(&clues), clues }
        })
        .filter(|weighed| may_be_named(weighed, organisations))
        .collect();
    weighed.sort_by_key(|weighed| (std::cmp::Reverse(weighed.points), weighed.body));
    weighed
}

fn sum(clues: &[&Clue]) -> u32 {
    let mut best: HashMap<(Kind, Option<Zone>), u32> = HashMap::new();
    let mut links = 0;
    for clue in clues {
        match clue.kind {
            Kind::OwnLink => links += clue.tenths,
            kind => {
                let once = matches!(kind, Kind::Acronym | Kind::Mention | Kind::Site);
                let points = best.entry((kind, (!once).then_some(clue.zone))).or_default();
                *points = (*points).max(clue.tenths);
            }
        }
    }
    best.values().sum::<u32>() + links.min(LINKS)
}

/// Boards and national bodies are named in letters that are not theirs, so they need more than that.
fn may_be_named(weighed: &Weighed<'_>, organisations: &Organisations) -> bool {
    match organisations.all()[weighed.body].standing() {
        Standing::Provider => true,
        Standing::Often => weighed.clues.iter().any(|clue| {
            clue.kind.convinces() && clue.tenths >= 70 || clue.kind == Kind::NameOfItself && clue.tenths >= 10 * SURELY
        }),
        Standing::Outside | Standing::Never => false,
    }
}

/// Decides on points already in order.
pub fn decide(weighed: &[Weighed<'_>]) -> Verdict {
    let Some(first) = weighed.first() else { return Verdict::Open };
    let second = weighed.get(1).map_or(0, |second| second.points);
    match first.points {
        points if points >= PROBABLE && second >= PROBABLE => Verdict::Conflict,
        points if points >= PROBABLE && points - second >= MARGIN => Verdict::Body(Certainty::Stated),
        points if (WEAK..PROBABLE).contains(&points) && second * 2 <= points => Verdict::Body(Certainty::Inferred),
        _ => Verdict::Open,
    }
}

/// The record of the body that won.
pub fn authority(
    letter: &Letter<'_>,
    date: Option<NaiveDate>,
    organisations: &Organisations,
    winner: &Weighed<'_>,
    certainty: Certainty,
) -> Authority {
    let body = &organisations.all()[winner.body];
    let printed = winner.clues.iter().find(|clue| clue.body == winner.body).and_then(|clue| clue.name);
    let name = match (date, printed) {
        (None, Some(printed)) => body.names().nth(printed).map_or(body.name.as_str(), |(name, _)| name),
        _ => body.name_on(date),
    };
    let mut spans: Vec<Span> = Vec::new();
    for clue in &winner.clues {
        if spans.len() < KEPT && !spans.iter().any(|span| span.overlaps(clue.span)) {
            spans.push(clue.span);
        }
    }
    Authority {
        code: body.ods_code().map(str::to_owned),
        name: name.to_owned(),
        certainty,
        rule: winner.clues[0].kind.rule().to_owned(),
        evidence: spans.into_iter().map(|span| Evidence::new(letter.text, letter.lines, span)).collect(),
    }
}

/// The remark that another body than the `first` has a strong claim, by the letter's clues or by the name of its file.
pub fn conflict(letter: &Letter<'_>, organisations: &Organisations, first: &Weighed<'_>, other: usize) -> Diagnostic {
    let named = |body: usize| {
        let body = &organisations.all()[body];
        format!("{} ({})", body.name, body.code)
    };
    let message = format!("clues point at two bodies: {} and {}", named(first.body), named(other));
    Diagnostic::warning("authority-conflict", message, first.clues[0].span, letter.lines)
}
