//! `data/organisations.csv` is sorted, unique and sound, and agrees with the reference it was written from.

use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;

use super::*;
use crate::catalogue::Catalogue;

fn shipped() -> &'static Organisations {
    &Catalogue::shipped().organisations
}

fn on(code: &str, date: &str) -> &'static str {
    shipped().by_code(code).unwrap().name_on(Some(date.parse::<NaiveDate>().unwrap()))
}

#[test]
fn a_code_and_a_date_give_the_name() {
    assert_eq!(on("RXY", "2025-10-12"), "Kent and Medway NHS and Social Care Partnership Trust");
    assert_eq!(on("RXY", "2025-10-13"), "Kent and Medway Mental Health NHS Trust");
    assert_eq!(on("RA7", "2019-01-01"), "University Hospitals Bristol NHS Foundation Trust");
    assert_eq!(on("RA7", "2026-06-30"), "University Hospitals Bristol and Weston NHS Foundation Trust");
    assert_eq!(on("RA7", "2026-07-01"), "Bristol NHS Foundation Trust");
    assert_eq!(on("RA2", "2024-06-30"), "Royal Surrey County Hospital NHS Foundation Trust");
    assert_eq!(on("RA2", "2026-01-01"), "Royal Surrey NHS Foundation Trust");
    assert_eq!(on("RBN", "2018-06-01"), "St Helens and Knowsley Hospital Services NHS Trust");
    assert_eq!(on("RBN", "2022-06-01"), "St Helens and Knowsley Teaching Hospitals NHS Trust");
}

#[test]
fn closed_bodies_have_a_date_and_successors_that_end() {
    let organisations = shipped();
    for body in organisations.all() {
        assert!(body.successors.is_empty() || body.closed.is_some(), "{} has successors but no close date", body.code);
        let mut seen = vec![body.code.as_str()];
        let mut queue: Vec<&str> = body.successors.iter().map(String::as_str).collect();
        while let Some(code) = queue.pop() {
            assert_ne!(code, body.code, "{} succeeds itself", body.code);
            let next =
                organisations.by_code(code).unwrap_or_else(|| panic!("{code} succeeds {} but is unknown", body.code));
            if !seen.contains(&code) {
                seen.push(code);
                queue.extend(next.successors.iter().map(String::as_str));
            }
        }
    }
    let north_bristol = organisations.index_of("RVJ").unwrap();
    let heir = |date: &str| &organisations.all()[organisations.heir(north_bristol, date.parse().ok())].code;
    assert_eq!(heir("2025-06-01"), "RVJ");
    assert_eq!(heir("2026-08-01"), "RA7");
}

#[test]
fn an_alias_without_a_mark_has_one_owner() {
    let organisations = shipped();
    let lists: [fn(&Organisation) -> &[Alias]; 6] = [
        |body| &body.short_names,
        |body| &body.acronyms,
        |body| &body.sites,
        |body| &body.domains,
        |body| &body.mailboxes,
        |body| &body.prefixes,
    ];
    for list in lists {
        let mut owner: HashMap<String, &str> = HashMap::new();
        for body in organisations.all() {
            for alias in list(body).iter().filter(|alias| !alias.shared) {
                let before = owner.insert(alias.words.to_lowercase(), &body.code);
                assert_eq!(before, None, "`{}` is {}'s too and needs a `?` in both rows", alias.words, body.code);
            }
        }
    }
}

#[test]
fn official_names_are_found_as_their_own() {
    let organisations = shipped();
    for (index, body) in organisations.all().iter().enumerate() {
        for (i, (name, _)) in body.names().enumerate() {
            let text = format!("we are {} of here", name.to_lowercase());
            let hits = organisations.names().find(&Words::new(&text, 0..text.len()));
            assert_eq!(hits.len(), 1, "{name} is found as {hits:?}");
            assert_eq!((hits[0].body, hits[0].form), (index, Form::Full(i)), "{name}");
        }
    }
}

#[test]
fn cues_read_their_examples() {
    let cues = shipped().cues();
    let [own, others, sure] = &cues.examples;
    for example in sure {
        let (before, after) = example.split_once("{}").expect("an example holds {}");
        assert!(cues.surely_itself(before, after), "{example}");
    }
    for (examples, own) in [(own, true), (others, false)] {
        for example in examples {
            let (before, after) = example.split_once("{}").expect("an example holds {}");
            assert_eq!(cues.elsewhere(before, after), !own, "{example}");
            assert!(!own || cues.itself(before, after), "{example}");
            assert!(own || !cues.surely_itself(before, after), "{example}");
        }
    }
}

#[test]
fn the_reference_agrees() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reference/organisations-facts.csv");
    let Ok(mut reader) = csv::Reader::from_path(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return;
    };
    for row in reader.deserialize::<HashMap<String, String>>() {
        let row = row.unwrap();
        let code = if row["ods_code"].is_empty() { &row["key"] } else { &row["ods_code"] };
        let body = shipped().by_code(code).unwrap_or_else(|| panic!("{code} is missing"));
        assert_eq!(body.name, row["name"], "{code}");
        assert_eq!(body.closed.map_or(String::new(), |day| day.to_string()), row["closed"], "{code}");
        assert_eq!(body.successors.join(";"), row["successor_ods"], "{code}");
    }
}

#[test]
fn loading_is_quick() {
    let begun = std::time::Instant::now();
    let read = Organisations::parse(
        include_str!("../../../data/organisations.csv"),
        include_str!("../../../data/authority-cues.toml"),
    );
    eprintln!("organisations load in {:?}", begun.elapsed());
    assert!(read.is_ok());
}

#[test]
fn names_are_known_by_the_words_they_hold_and_the_places_they_begin_with() {
    let organisations = shipped();
    let code = |body: usize| organisations.all()[body].code.as_str();
    let holding = |words: &str| organisations.spelt().holding(words).map(code).collect::<Vec<_>>();
    assert!(
        holding("norfolk and norwich").iter().all(|code| *code == "RM1") && !holding("norfolk and norwich").is_empty()
    );
    assert!(holding("royal").len() > 5 && holding("roya").is_empty());
    let beginning = |words: &'static str, date: &str| -> Vec<(&str, &str)> {
        let found = organisations.spelt().beginning(words, organisations.all(), date.parse().ok());
        found.into_iter().map(|(body, behind)| (code(body), behind)).collect()
    };
    assert_eq!(beginning("foi norfolk and norwich 12", "2025-01-01"), [("RM1", " 12")]);
    assert!(beginning("foi norfolk 12", "2025-01-01").is_empty() && beginning("snorfolk and norwich", "").is_empty());
}
