//! What a unit's own words, mark and zone tell.

use super::Features;
use crate::catalogue::FOUND;
use crate::document::{Said, Side, Unit};
use crate::letter::Zone;
use crate::segment::Reading;
use crate::segment::anchors::retells;
use crate::segment::roles::Role;
use crate::text::View;

/// The points of one unit, taken alone.
pub(super) fn weigh(reading: &Reading<'_>, unit: &Unit) -> Features {
    let mut features = Features::default();
    let view = View::new(reading.folded, &unit.pieces);
    let words = view.text();
    match unit.side {
        // A mark alone on its line is a heading.
        Some(side) if unit.mark.is_some() && unit.pieces.is_empty() => {
            features.announces = Some(if side == Side::Answer { Role::Answer } else { Role::Ask });
            features.heading = true;
            features.neither += 12;
            return features;
        }
        Some(Side::Answer) if unit.said == Said::Superseded => features.neither += 60,
        Some(Side::Answer) => features.answer += 20,
        Some(Side::Question) => features.ask += 20,
        None => {}
    }
    weigh_zone(reading, unit, &mut features);
    weigh_phrases(reading, words, unit.number().is_some(), &mut features);
    weigh_wording(reading, words, &mut features);
    if words.ends_with('?') || words.ends_with("?\"") || words.ends_with("?)") {
        // A heading of a table may end so: "Information released?"
        features.ask += if words.split(' ').count() > 2 { 4 } else { 2 };
        features.complete = true;
        features.questioned = true;
        // "Signed up?" asks, however an answer might open.
        features.answer = features.answer.min(1);
    }
    features.asks = features.complete;
    if words.ends_with('.') && features.ask < 3 && words.len() > 8 {
        features.answer += 2;
    }
    features.introduces = words.ends_with(':') || words.ends_with(":-");
    features.titles = unit.side.is_none() && unit.begins_line && reading.wordings.is_heading(words);
    if unit.set_off || is_glued(reading, unit) {
        features.answer += 4;
    }
    if words.is_empty() && unit.side.is_none() {
        features.neither += 1;
    }
    features
}

/// True where it was set right behind a question, with no space between: "signed up?Yes".
fn is_glued(reading: &Reading<'_>, unit: &Unit) -> bool {
    let before = &reading.text[..unit.whole.start];
    !unit.begins_line && unit.label.is_none() && before.ends_with(|c: char| c.is_alphanumeric() || "?.".contains(c))
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

/// Longer words than this, in bytes, say more than that the questions are not printed.
const LONGEST: usize = 240;

fn weigh_phrases(reading: &Reading<'_>, words: &str, numbered: bool, features: &mut Features) {
    let (mut asked, mut answers, mut direct) = (0, 0, 0);
    let (mut named, mut given, mut states, mut unprinted) = (0, false, false, false);
    for cue in reading.phrases.find(words, &MEANINGS) {
        match cue.phrase.means.as_str() {
            "request-heading" => (features.announces, features.heading) = (Some(Role::Ask), true),
            "answer-heading" => (features.announces, features.heading) = (Some(Role::Answer), true),
            "frame-heading" => (features.announces, features.heading) = (Some(Role::Neither), true),
            "request-lead" if features.announces.is_none() => features.announces = Some(Role::Ask),
            "answer-lead" if features.announces.is_none() => features.announces = Some(Role::Answer),
            // "1b date: 09/23" is no line of the letterhead.
            "frame" if !numbered => features.neither += 15,
            "not-printed" => unprinted = true,
            "asks" => asked = asked.max(cue.span.end),
            "asks-for" => named = named.max(cue.span.end),
            "gives" | "answers" if cue.phrase.is_also("hands-over") || cue.phrase.means == "gives" => {
                (given, answers) = (true, answers + 1);
            }
            "asks-weakly" => features.ask += 2,
            "asks-you" => features.ask += 1,
            "answers" => answers += 1,
            "refused" | "not-held" => states = true,
            "answers-directly" => direct = direct.max(cue.span.end),
            _ => {}
        }
    }
    if unprinted && words.len() < LONGEST {
        // "Here is what you asked for. Your questions are not repeated" asks nothing.
        features.neither += 4;
        return;
    }
    // "A summary of the policy" asks for one; "A summary of the policy is attached" gives it.
    // "Total of the four 3,571 4,515" is a row of figures.
    let row = words.split(' ').rev().take(2).filter(|word| is_figure(word)).count() == 2;
    asked = if given || row { asked } else { asked.max(named) };
    // "Please see the policy" answers and "we also want" asks: the longer opening decides.
    let (asks, directly) = (asked > direct, direct > 0 && direct >= asked);
    let leads_only = features.announces == Some(Role::Answer)
        && words.len() < 110
        && (words.ends_with(':') || ["below", "follow", "attached"].iter().any(|end| words.contains(end)))
        && reading.phrases.find(words, &["request-lead"]).is_empty();
    if features.heading {
        features.neither += 12;
    } else {
        if leads_only && asked == 0 && !directly_given(words) {
            features.neither += 6;
        }
        // "You asked whether …" tells the question itself; "You asked:" only leads to it.
        let told = features.announces == Some(Role::Ask) && !words.ends_with(':');
        let retold = !words.ends_with(':') && retells(reading, words);
        if told && words.len() > 80 || retold {
            features.ask += 3;
        }
        features.retold = retold;
        features.ask += if asks { 4 } else { 0 };
        features.complete = (asks || retold) && !words.ends_with(':');
        features.answer += answers.min(3) + if directly { 5 } else { 0 };
        features.states = states && !asks;
    }
}

/// True for a figure as tables print it: digits, with a comma for thousands.
fn is_figure(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(|c| c.is_ascii_digit() || c == ',')
}

/// True where a sentence hands something over, so that it is more than a heading: "Please see attached."
fn directly_given(words: &str) -> bool {
    words.contains("attached") && !words.contains("response") && !words.contains("answers")
}

const MEANINGS: [&str; 16] = [
    "not-printed",
    "request-heading",
    "answer-heading",
    "frame-heading",
    "request-lead",
    "answer-lead",
    "frame",
    "asks",
    "asks-weakly",
    "asks-you",
    "asks-for",
    "gives",
    "answers",
    "answers-directly",
    "refused",
    "not-held",
];

fn weigh_wording(reading: &Reading<'_>, words: &str, features: &mut Features) {
    let split = reading.wordings.split(words);
    let Some(hit) = reading.wordings.find(&split, FOUND).into_iter().next() else {
        if let Some(known) = reading.wordings.find_short(&split) {
            features.ask += 4;
            features.complete = true;
            features.known = Some(known);
        }
        return;
    };
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
