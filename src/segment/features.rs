//! What speaks for a unit being asked or answered, as points: the evidence that roles are weighed by.

use super::Reading;
use crate::catalogue::FOUND;
use crate::document::{Number, Side, Unit};
use crate::letter::Zone;
use crate::text::View;

/// Points for each role, and what the unit says of those after it.
#[derive(Clone, Debug, Default)]
pub(super) struct Features {
    pub ask: i32,
    pub answer: i32,
    pub neither: i32,
    /// What a heading or a leading sentence announces for the units after it.
    pub announces: Option<Side>,
    /// True where the whole unit is such a heading.
    pub heading: bool,
    /// True where the unit is a whole question, so that an answer may follow at once.
    pub complete: bool,
    /// True where it ends in a colon: others below it belong to it.
    pub introduces: bool,
    /// The known question whose wording it repeats: questionnaire, question.
    pub known: Option<(usize, usize)>,
}

/// The points of every unit.
pub(super) fn weigh_units(reading: &Reading<'_>, units: &[Unit]) -> Vec<Features> {
    let mut asked: Vec<Number> = Vec::new();
    let any_quoted = units.iter().any(|unit| unit.quoted);
    units
        .iter()
        .map(|unit| {
            let mut features = weigh(reading, unit);
            if any_quoted {
                if unit.quoted { features.ask += 6 } else { features.ask -= 2 }
            }
            if let Some(number) = unit.number() {
                // A number that was asked under before is an answer's, unless it asks again.
                if asked.contains(number) && features.known.is_none() && !features.complete {
                    features.answer += 3;
                }
                if features.ask > features.answer {
                    asked.push(number.clone());
                }
            }
            features
        })
        .collect()
}

fn weigh(reading: &Reading<'_>, unit: &Unit) -> Features {
    let mut features = Features::default();
    let view = View::new(reading.folded, &unit.pieces);
    let words = view.text();
    match unit.side {
        Some(Side::Answer) => features.answer += 20,
        Some(Side::Question) => features.ask += 20,
        None => {}
    }
    weigh_zone(reading, unit, &mut features);
    weigh_phrases(reading, words, &mut features);
    weigh_wording(reading, words, &mut features);
    if words.ends_with('?') || words.ends_with("?\"") || words.ends_with("?)") {
        features.ask += 4;
        features.complete = true;
    }
    features.introduces = words.ends_with(':') || words.ends_with(":-");
    if unit.set_off {
        features.answer += 4;
    }
    if words.is_empty() && unit.side.is_none() {
        features.neither += 1;
    }
    features
}

fn weigh_zone(reading: &Reading<'_>, unit: &Unit, features: &mut Features) {
    match reading.zones.at(unit.whole.start) {
        Zone::Review | Zone::Regulator | Zone::SignOff => features.neither += 30,
        Zone::Beyond => features.neither += 60,
        Zone::Head => features.neither += 4,
        Zone::Request => features.ask += 10,
        Zone::Answers => {}
    }
}

fn weigh_phrases(reading: &Reading<'_>, words: &str, features: &mut Features) {
    let (mut asks, mut answers, mut directly) = (false, 0, false);
    for cue in reading.phrases.find(words, &MEANINGS) {
        match cue.phrase.means.as_str() {
            "request-heading" => (features.announces, features.heading) = (Some(Side::Question), true),
            "answer-heading" => (features.announces, features.heading) = (Some(Side::Answer), true),
            "request-lead" if features.announces.is_none() => features.announces = Some(Side::Question),
            "answer-lead" if features.announces.is_none() => features.announces = Some(Side::Answer),
            "asks" => asks = true,
            "asks-you" => features.ask += 1,
            "answers" => answers += 1,
            "answers-directly" => directly = true,
            _ => {}
        }
    }
    if features.heading {
        features.neither += 12;
    } else {
        features.ask += if asks && !directly { 4 } else { 0 };
        features.answer += answers.min(3) + if directly { 5 } else { 0 };
    }
}

const MEANINGS: [&str; 8] = [
    "request-heading",
    "answer-heading",
    "request-lead",
    "answer-lead",
    "asks",
    "asks-you",
    "answers",
    "answers-directly",
];

fn weigh_wording(reading: &Reading<'_>, words: &str, features: &mut Features) {
    let split = reading.wordings.split(words);
    let Some(hit) = reading.wordings.find(&split, FOUND).into_iter().next() else { return };
    // The wording must make up the unit: an answer may well repeat a question's words inside its own.
    let own = hit.words.len() as f32 / split.len().max(1) as f32;
    if own >= 0.6 {
        features.ask += 8;
        features.complete = true;
        features.known = Some((hit.questionnaire, hit.question));
    } else if hit.words.start < 12 {
        features.ask += 4;
    }
}
