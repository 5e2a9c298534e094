//! The zones of invented letters, and those of the labelled letters against the answers that their labels name.

use super::*;
use crate::labelled::{Labelled, letters};

fn zones(text: &str) -> Zones {
    find_zones(text, &Lines::new(text), &Folded::new(text))
}

/// The zone of the first place where `words` stand.
fn zone_of(text: &str, words: &str) -> Zone {
    zones(text).at(text.find(words).expect("the words are in the text"))
}

#[test]
fn zones_have_no_gaps() {
    for text in
        ["", "a", "Dear Sir\n\n1. How many?\nTwo.\n\nYours sincerely\nFOI Team", "From: a\nSent: 1 May 2030\nTo: b\n"]
    {
        let zones = zones(text);
        let ends = zones.parts().windows(2).all(|two| two[0].0.end == two[1].0.start);
        assert!(ends && zones.parts().last().is_none_or(|(span, _)| span.end == text.len()), "{text:?}: {zones:?}");
    }
}

#[test]
fn how_to_complain_is_told_from_the_answer_before_it() {
    for text in [
        "1. How many wards have you?\nNine.\nIf you are unhappy with this reply you may ask for an internal review.\nFOI Office",
        "1. How many wards have you? Nine. If you are unhappy with this reply you may ask for an internal review.",
        "| 1. How many wards have you? | Nine. |\n\nIf you are unhappy with this reply you may ask for a review.",
    ] {
        assert!(matches!(zone_of(text, "Nine"), Zone::Answers | Zone::Head), "{text}");
        assert_eq!(zone_of(text, "If you"), Zone::Review, "{text}");
    }
}

#[test]
fn answers_may_follow_a_review_paragraph() {
    let text = "Dear Sir\n\nIf you are unhappy with our reply you may ask for an internal review.\n\nYours faithfully\n\n\
        FOI Team\n\n1. How many wards have you?\nNine.\n2. How many are shut?\nNone, as all wards were kept open.\n";
    assert_eq!(zone_of(text, "unhappy"), Zone::Review);
    assert_eq!(zone_of(text, "FOI Team"), Zone::SignOff);
    assert_eq!(zone_of(text, "Nine"), Zone::Answers);
    assert_eq!(zone_of(text, "None"), Zone::Answers);
}

#[test]
fn an_enclosure_is_beyond() {
    let text = "1. How many wards have you?\nNine.\n\nIf you are unhappy you may ask for an internal review.\n\nYours faithfully\n\nFOI Team\n\n\
        A GUIDE TO WARDS\n1. Why wards\n1.1 Wards keep people of one kind together and help them to heal.\nMay I visit?\nYes.\n";
    assert_eq!(zone_of(text, "Why wards"), Zone::Beyond);
    assert_eq!(zone_of(text, "Yes."), Zone::Beyond);
}

/// Where the answers end: the start of the closing words after the last answer.
fn ends_well(letter: &Labelled, zones: &Zones, end: usize) -> bool {
    let next = zones.parts().iter().find(|(span, zone)| span.end > end && !matches!(zone, Zone::Answers | Zone::Head));
    let until = next.map_or(letter.text.len(), |(span, _)| span.start);
    let between = letter.text.get(end..until.max(end)).unwrap_or_default();
    until + 3 >= end && between.chars().filter(|c| c.is_alphanumeric()).count() <= 3
}

#[test]
fn gold_answers_lie_in_the_answers_zone() {
    let (mut whole, mut lost, mut good, mut bad) = (0, vec![], 0, vec![]);
    for letter in letters() {
        let zones = zones(&letter.text);
        let pairs = letter.pairs();
        let answers: Vec<Span> = pairs.iter().flat_map(|pair| pair.answer.clone()).collect();
        for span in &answers {
            let outside = zones
                .parts()
                .iter()
                .find(|(part, zone)| part.overlaps(*span) && !matches!(zone, Zone::Answers | Zone::Head));
            match outside {
                None => whole += 1,
                Some(part) => lost.push(format!("{} {part:?}: {}", letter.file, span.of(&letter.text))),
            }
        }
        let Some(end) = answers.iter().map(|span| span.end).max() else { continue };
        if pairs.iter().any(|pair| pair.answer.is_empty() && pair.question.iter().any(|span| span.end > end)) {
            continue; // a question left open stands after the last answer
        }
        if ends_well(&letter, &zones, end) {
            good += 1;
        } else {
            let rest: String = letter.text[end..].chars().take(160).collect();
            bad.push(format!("{}: {:?}", letter.file, rest));
        }
    }
    if whole + lost.len() == 0 {
        return;
    }
    println!("answers: {whole} whole, lost {lost:#?}");
    println!("ends: {good} good, bad {bad:#?}");
    assert!(whole as f64 >= 0.98 * (whole + lost.len()) as f64);
    assert!(good as f64 >= 0.85 * (good + bad.len()) as f64);
}
