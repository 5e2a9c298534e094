//! Dates and references of the shared letters against their gold labels, with a zone finder good enough for the test.

use std::path::{Path, PathBuf};

use regex::Regex;
use serde_json::Value;

use super::{Letter, Zone, Zones, find_letter_dates, find_reference};
use crate::text::{Folded, Lines, Span};

/// Wild letters up to this name are for development; the others are held out.
const LAST_WILD: &str = "089.txt";

fn shared() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared")
}

/// The gold lines of the letters that may be looked at, with their paths.
fn gold() -> Vec<(PathBuf, Value)> {
    let folders = ["seeds", "corpus/rj-d", "corpus/wild"].map(|folder| shared().join(folder));
    let lines = folders.iter().flat_map(|folder| {
        let gold = std::fs::read_to_string(folder.join("gold.jsonl")).unwrap_or_default();
        gold.lines()
            .map(|line| (folder.clone(), serde_json::from_str(line).unwrap()))
            .collect::<Vec<(PathBuf, Value)>>()
    });
    let open = lines.filter(|(folder, gold)| !folder.ends_with("wild") || gold["file"].as_str().unwrap() <= LAST_WILD);
    open.map(|(folder, gold)| (folder.join(gold["file"].as_str().unwrap()), gold)).collect()
}

/// Head up to the request or the first question, answers up to the farewell, and what follows the letter.
fn zones(text: &str, lines: &Lines, folded: &Folded) -> Zones {
    let request = Regex::new(r"^(?:- |\| )?(?:\(?(?:q(?:uestion)? ?)?(?:number )?(?:1|i)[a-z]?[.):]|you asked|your questions|question|summary of the request|details of|request$|definitions|please (?:respond|reply))").unwrap();
    let farewell = Regex::new(r"^(?:yours (?:sincerely|faithfully)|(?:kind )?regards)").unwrap();
    let beyond = Regex::new(r"^(?:annex|from:|appendix|[0-9]\. watching)").unwrap();
    let mut parts: Vec<(Span, Zone)> = Vec::new();
    let mut zone = Zone::Head;
    for (i, line) in lines.spans().iter().enumerate() {
        let words = folded.of(*line);
        zone = match zone {
            _ if i > 0 && beyond.is_match(words) => Zone::Beyond,
            Zone::Head if request.is_match(words) => Zone::Answers,
            Zone::Answers if farewell.is_match(words) => Zone::SignOff,
            zone => zone,
        };
        let end = lines.spans().get(i + 1).map_or(text.len(), |next| next.start);
        match parts.last_mut() {
            Some((span, last)) if *last == zone => span.end = end,
            _ => parts.push((Span::new(line.start, end), zone)),
        }
    }
    Zones::new(parts)
}

#[derive(Default)]
struct Score {
    hits: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    fn add(&mut self, file: &Path, field: &str, gold: Option<&str>, found: Option<&str>) {
        match (gold, found) {
            (None, None) => return,
            (Some(gold), Some(found)) if gold == found => return self.hits += 1,
            _ => println!("{}: {field} is {gold:?}, found {found:?}", file.file_name().unwrap().display()),
        }
        self.missed += usize::from(gold.is_some());
        self.wrong += usize::from(found.is_some());
    }

    fn f1(&self, field: &str) -> f64 {
        let share = |of: usize| self.hits as f64 / (self.hits + of).max(1) as f64;
        let (precision, recall) = (share(self.wrong), share(self.missed));
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        println!("{field}: P {precision:.3} R {recall:.3} F1 {f1:.3} (n {})", self.hits + self.missed);
        f1
    }
}

#[test]
fn dates_and_references_agree_with_the_gold_labels() {
    let gold = gold();
    if gold.is_empty() {
        println!("skipped: no letters in {}", shared().display());
        return;
    }
    let (mut reference, mut requested, mut responded) = (Score::default(), Score::default(), Score::default());
    for (file, gold) in &gold {
        let text = std::fs::read_to_string(file).unwrap();
        let (lines, folded) = (Lines::new(&text), Folded::new(&text));
        let zones = zones(&text, &lines, &folded);
        let letter = Letter { text: &text, lines: &lines, folded: &folded, zones: &zones, file: "" };
        let dates = find_letter_dates(&letter);
        let value = |found: &Option<crate::record::Found>| found.as_ref().map(|found| found.value.clone());
        for found in [&dates.requested_on, &dates.responded_on].into_iter().flatten() {
            assert!(found.evidence.iter().all(|evidence| evidence.span().of(&text) == evidence.words));
        }
        reference.add(file, "reference", gold["reference"].as_str(), value(&find_reference(&letter)).as_deref());
        requested.add(file, "requested_on", gold["requested_on"].as_str(), value(&dates.requested_on).as_deref());
        responded.add(file, "responded_on", gold["responded_on"].as_str(), value(&dates.responded_on).as_deref());
    }
    assert!(reference.f1("reference") >= 0.97);
    assert!(requested.f1("requested_on") >= 0.97);
    assert!(responded.f1("responded_on") >= 0.97);
}
