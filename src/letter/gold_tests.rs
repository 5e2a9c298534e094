//! Dates and references of the shared letters against their gold labels, as the pipeline reads them.

use super::{Letter, find_letter_dates, find_reference, find_zones};
use crate::labelled::letters;
use crate::text::{Folded, Lines};

#[derive(Default)]
struct Score {
    hits: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    fn add(&mut self, file: &str, field: &str, gold: Option<&str>, found: Option<&str>) {
        match (gold, found) {
            (None, None) => return,
            (Some(gold), Some(found)) if gold == found => return self.hits += 1,
            _ => println!("{}: {field} is {gold:?}, found {found:?}", file),
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
    let letters = letters();
    if letters.is_empty() {
        println!("skipped: no labelled letters");
        return;
    }
    let (mut reference, mut requested, mut responded) = (Score::default(), Score::default(), Score::default());
    for labelled in &letters {
        let (file, text, gold) = (&labelled.file, &labelled.text, &labelled.gold);
        let (lines, folded) = (Lines::new(text), Folded::new(text));
        let zones = find_zones(text, &lines, &folded);
        let letter = Letter { text, lines: &lines, folded: &folded, zones: &zones, file: "" };
        let dates = find_letter_dates(&letter);
        let value = |found: &Option<crate::record::Found>| found.as_ref().map(|found| found.value.clone());
        for found in [&dates.requested_on, &dates.responded_on].into_iter().flatten() {
            assert!(found.evidence.iter().all(|evidence| evidence.span().of(text) == evidence.words));
        }
        reference.add(file, "reference", gold["reference"].as_str(), value(&find_reference(&letter)).as_deref());
        requested.add(file, "requested_on", gold["requested_on"].as_str(), value(&dates.requested_on).as_deref());
        responded.add(file, "responded_on", gold["responded_on"].as_str(), value(&dates.responded_on).as_deref());
    }
    assert!(reference.f1("reference") >= 0.97);
    assert!(requested.f1("requested_on") >= 0.97);
    assert!(responded.f1("responded_on") >= 0.97);
}
