//! How much the phrases of `data/kinds.toml` tell in one letter.

use std::sync::LazyLock;

use crate::catalogue::{Phrase, Phrases};
use crate::letter::{Letter, Zone};

/// A strong phrase tells by itself, a weak one with two others like it.
pub(super) const STRONG: u32 = 3;
const WEAK: u32 = 1;

/// Words this near to the beginning, in bytes of folded text, are its title and opening.
const OPENING: usize = 700;

/// More places of one phrase than this are not looked at.
const PLACES: usize = 40;

pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::parse(include_str!("../../../data/kinds.toml")).expect("data/kinds.toml is checked by tests")
});

/// True at the very beginning of the letter, where nothing but its head comes before.
fn before_answers(letter: &Letter, start: usize) -> bool {
    let at = letter.folded.back(start, start).start;
    let before = letter.zones.parts().iter().take_while(|(part, _)| part.start < at);
    start < OPENING && before.into_iter().all(|(_, zone)| matches!(zone, Zone::Head | Zone::Review))
}

/// How much the letter's phrases tell for each meaning.
pub(super) struct Weights {
    found: Vec<(&'static str, &'static str, u32, bool)>,
}

impl Weights {
    /// Weighs the phrases of `letter`.
    pub(super) fn of(letter: &Letter) -> Self {
        let folded = letter.folded.text();
        let speaks = |means: &str, start: usize, end: usize| {
            let zone = letter.zones.at(letter.folded.back(start, end).start);
            // What an acknowledgement says of the answer to come sounds like closing words.
            let to_come = zone == Zone::Review && means == "foi-acknowledgement" && end < OPENING;
            // The title of a review's outcome sounds like them, too; it stands before all that is answered.
            let titled = zone == Zone::Review && means == "foi-internal-review" && before_answers(letter, start);
            matches!(zone, Zone::Head | Zone::Answers | Zone::Request) || to_come || titled
        };
        let read = |(_, phrase): (usize, &'static Phrase)| {
            let (means, strength) = phrase.means.split_once('/')?;
            let mut places =
                phrase.pattern.find_iter(folded).take(PLACES).filter(|hit| speaks(means, hit.start(), hit.end()));
            let first = places.next()?;
            let weight = if strength == "strong" { STRONG } else { WEAK + u32::from(places.next().is_some()) };
            Some((means, phrase.id.as_str(), weight, first.start() < OPENING))
        };
        Weights { found: PHRASES.candidates(folded).filter_map(read).collect() }
    }

    /// How much the phrases of this meaning tell together.
    pub(super) fn total(&self, means: &str) -> u32 {
        self.found.iter().filter(|(found, ..)| *found == means).map(|(_, _, weight, _)| weight).sum()
    }

    /// The phrase that tells most, as the rule's name.
    pub(super) fn rule(&self, means: &str) -> &'static str {
        let told = self.found.iter().filter(|(found, ..)| *found == means);
        told.max_by_key(|(_, _, weight, opening)| (*weight, *opening)).map_or("nothing-told", |(_, id, ..)| id)
    }

    /// True where the phrase of this name was found.
    pub(super) fn told(&self, id: &str) -> bool {
        self.found.iter().any(|(_, found, ..)| *found == id)
    }

    /// True where a strong phrase of this meaning stands in the opening.
    pub(super) fn opens(&self, means: &str) -> bool {
        self.found.iter().any(|(found, _, weight, opening)| *found == means && *weight >= STRONG && *opening)
    }
}
