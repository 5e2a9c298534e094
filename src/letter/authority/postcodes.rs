//! Clues from postcodes of headquarters and hospitals.

use std::sync::LazyLock;

use crate::text::Regex;

use crate::catalogue::Organisations;
use crate::catalogue::organisations::Standing;
use crate::letter::{Letter, Zone};

use super::clue::{Clue, Kind};
use super::context;

static POSTCODE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)([a-z]{1,2}[0-9][0-9a-z]?) ?([0-9][a-z]{2})(?-u:\b)").expect("a fixed pattern")
});

/// A postcode in the head, the review paragraph or the signature block, divided among the bodies that share it.
pub fn clues(letter: &Letter<'_>, organisations: &Organisations) -> Vec<Clue> {
    let mut clues = Vec::new();
    for (part, zone) in letter.zones.parts() {
        if !matches!(zone, Zone::Head | Zone::Review | Zone::SignOff) {
            continue;
        }
        let place = letter.folded.forth(*part);
        for found in POSTCODE.captures_iter(place.of(letter.folded.text())) {
            let whole = found.get(0).expect("a match has a whole");
            let Some(owners) = organisations.owners_of_postcode(&format!("{}{}", &found[1], &found[2])) else {
                continue;
            };
            let span = letter.folded.back(place.start + whole.start(), place.start + whole.end());
            if organisations.cues().elsewhere(&context::before(letter, span), "") && *zone != Zone::Review {
                continue;
            }
            for &body in &owners.bodies {
                if organisations.all()[body].standing() == Standing::Provider {
                    let whole = Clue::new(body, Kind::Postcode, 5, *zone, span);
                    clues.push(Clue { tenths: whole.tenths / owners.bodies.len() as u32, ..whole });
                }
            }
        }
    }
    clues
}
