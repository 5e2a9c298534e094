//! How well letters are read, measured by labels that people gave: one measure a file, no text but what is passed in.
//!
//! [`judge`] sets one letter against its label and gives a verdict on every item; [`Figures`] add the verdicts up.

mod alpha;
mod answers;
mod bootstrap;
mod changes;
mod coders;
mod counts;
mod evidence;
mod exchanges;
mod exemptions;
mod fields;
mod figures;
mod floor;
mod judge;
mod report;
mod tally;
#[cfg(test)]
mod tests;
mod verdict;
mod whole;
mod words;

use std::collections::HashMap;

pub use alpha::{Estimate, RELIABLE, TENTATIVE};
pub use answers::{Answers, Confused, FieldReport, NOTHING, by_field};
pub use bootstrap::{DRAWS, Interval};
pub use changes::{Change, Changes};
pub use coders::{Agreement, PROGRAM};
pub use exchanges::answer_words;
pub use figures::{Figures, Measure};
pub use floor::{Figure, Floor};
pub use judge::judge;
pub use report::{LayoutReport, Mistake, Report, SCHEMA};
pub use tally::{Share, Tally};
pub use verdict::{FieldVerdict, Item, Judgement, Verdict};

use crate::analysis::gold::Labels;
use crate::record::Record;

/// Letters set against the labels of one person or several, as they are read.
#[derive(Debug)]
pub struct Evaluation {
    coders: Vec<Labels>,
    judged: Vec<HashMap<usize, Judgement>>,
    without_label: usize,
    without_text: usize,
}

impl Evaluation {
    /// An evaluation by the labels of `coders`. All figures are by the first; the others are for comparison.
    pub fn new(coders: Vec<Labels>) -> Self {
        let judged = coders.iter().map(|_| HashMap::new()).collect();
        Evaluation { coders, judged, without_label: 0, without_text: 0 }
    }

    /// Judges one record. `text` is the letter's, where it is at hand; of two records of a letter the first counts.
    pub fn add(&mut self, record: &Record, text: Option<&str>) {
        let places: Vec<Option<usize>> = self.coders.iter().map(|labels| labels.find(&record.file)).collect();
        if places.first().is_some_and(Option::is_none) {
            self.without_label += 1;
        }
        for (i, place) in places.into_iter().enumerate() {
            let Some(at) = place.filter(|at| !self.judged[i].contains_key(at)) else { continue };
            let label = &self.coders[i].letters[at];
            let untold = text.is_none() && label.exchanges.is_some();
            self.without_text += usize::from(i == 0 && untold);
            self.judged[i].insert(at, judge(label, Some(record), text));
        }
    }

    /// Judges the letters that were not found: everything is missed.
    pub fn add_missing(&mut self) {
        for (labels, judged) in self.coders.iter().zip(&mut self.judged) {
            for (at, label) in labels.letters.iter().enumerate() {
                judged.entry(at).or_insert_with(|| judge(label, None, None));
            }
        }
    }

    /// How many letters have been judged by the labels of one coder.
    pub fn judged_by(&self, coder: usize) -> usize {
        self.judged.get(coder).map_or(0, HashMap::len)
    }

    /// The letters judged by the first coder's labels, in the order of the labels.
    pub fn judgements(&self) -> Vec<&Judgement> {
        self.in_order(0)
    }

    fn in_order(&self, coder: usize) -> Vec<&Judgement> {
        let labels = self.coders.get(coder).map_or(0, |labels| labels.letters.len());
        (0..labels).filter_map(|at| self.judged[coder].get(&at)).collect()
    }

    /// Everything that was measured; `earlier` is the same evaluation of earlier records.
    pub fn report(&self, earlier: Option<&Evaluation>) -> Report {
        let letters = self.judgements();
        let by_coder: Vec<Vec<&Judgement>> = (0..self.coders.len()).map(|coder| self.in_order(coder)).collect();
        let missing = letters.iter().filter(|letter| !letter.read);
        Report {
            schema: SCHEMA,
            gold: self.coders.first().map(|labels| labels.coder.clone()).unwrap_or_default(),
            figures: Figures::of(&letters),
            without_record: missing.map(|letter| letter.file.clone()).collect(),
            without_label: self.without_label,
            without_text: self.without_text,
            fields: by_field(&letters),
            layouts: report::layouts(&letters),
            agreements: coders::agreements(&self.coders, &by_coder),
            changes: earlier.map(|earlier| Changes::between(&earlier.judgements(), &letters)),
            mistakes: report::mistakes(&letters),
        }
    }
}
