//! Which body answers. Every rule gives clues, each worth points for one body; the decision weighs them.
//!
//! Naming the wrong body is the costly error: in doubt there is none. The method, and the points, are those of the
//! project's notes on authorities; every clue names its kind, and the strongest becomes the record's rule.

mod addresses;
mod clue;
mod context;
mod decision;
mod file_name;
mod foot;
mod line;
mod names;
mod outside;
mod postcodes;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::catalogue::Organisations;
use crate::diagnostic::Diagnostic;
use crate::record::{Authority, Certainty};

use super::Letter;
use clue::Clue;
use decision::Verdict;

/// Finds clues of one kind.
type Rule = fn(&Letter<'_>, &Organisations) -> Vec<Clue>;

/// The rules that read the text.
const RULES: [Rule; 3] = [names::clues, addresses::clues, postcodes::clues];

/// Finds the body that wrote the letter, given the date of the letter where it is known.
pub fn find_authority(
    letter: &Letter<'_>,
    date: Option<NaiveDate>,
    organisations: &Organisations,
) -> (Option<Authority>, Vec<Diagnostic>) {
    let clues: Vec<Clue> = RULES.iter().flat_map(|rule| rule(letter, organisations)).collect();
    let weighed = decision::weigh(&clues, date, organisations);
    match decision::decide(&weighed) {
        Verdict::Body(certainty) => {
            // In doubt there is none: the file is named after another body.
            let other = file_name::other(letter, date, organisations, weighed[0].body);
            if let Some(other) = other.filter(|_| certainty == Certainty::Inferred) {
                return (None, vec![decision::conflict(letter, organisations, &weighed[0], other)]);
            }
            (Some(decision::authority(letter, date, organisations, &weighed[0], certainty)), vec![])
        }
        Verdict::Conflict => (None, vec![decision::conflict(letter, organisations, &weighed[0], weighed[1].body)]),
        Verdict::Open => (unnamed(letter, date, organisations, &clues, &weighed), vec![]),
    }
}

/// Where no clue decides: a body that is not of the NHS, or the one that the file is named after.
fn unnamed(
    letter: &Letter<'_>,
    date: Option<NaiveDate>,
    organisations: &Organisations,
    clues: &[Clue],
    weighed: &[decision::Weighed<'_>],
) -> Option<Authority> {
    let doubt = weighed.first().filter(|first| first.points >= decision::WEAK);
    match doubt {
        None => {
            outside::find(letter, organisations, clues).or_else(|| file_name::find(letter, date, organisations, None))
        }
        Some(first) => file_name::find(letter, date, organisations, Some(first.body)),
    }
}
