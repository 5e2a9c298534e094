//! A second coder: weighs the words of an answer as people who coded other letters have taught it.
//!
//! It is two tables, `data/second-coder/`, for answers to yes-no questions and for words: how much each word or pair of words
//! speaks for each code. The weights are those of a logistic regression on the answers of `fixtures/` with gold labels, made by
//! `examples/second-coder`. Nothing of it is learnt when letters are read.

mod features;

use std::sync::LazyLock;

use anyhow::{Context, Result, ensure};
use foldhash::{HashMap, HashSet};

use crate::record::Code;

pub use features::{Place, each_feature};

/// The codes of answers to yes-no questions, in the order of the table's columns.
pub const SIDES: [Code; 8] = [
    Code::Yes,
    Code::No,
    Code::Qualified,
    Code::NotHeld,
    Code::Refused,
    Code::Unclear,
    Code::Elsewhere,
    Code::NotApplicable,
];

/// The codes of answers in words, in the order of the table's columns.
pub const WORDS: [Code; 6] =
    [Code::Given, Code::NotHeld, Code::Refused, Code::Unclear, Code::Elsewhere, Code::NotApplicable];

/// The tables have hundredths.
pub const UNIT: f32 = 100.0;

/// What words speak for.
#[derive(Debug)]
pub struct SecondCoder {
    codes: &'static [Code],
    /// How much speaks for each code where nothing is known, in hundredths.
    before: Vec<i16>,
    /// The row of `weights` that each feature has.
    rows: HashMap<(Place, &'static str), usize>,
    /// How much each feature speaks for each code, in hundredths, row by row.
    weights: Vec<i16>,
}

/// What the second coder makes of one answer.
#[derive(Clone, Debug)]
pub struct Opinion {
    /// The likeliest code.
    pub code: Code,
    /// The sentence that speaks for it most.
    pub sentence: usize,
    codes: &'static [Code],
    likely: Vec<f32>,
}

impl Opinion {
    /// How likely this code is, from 0 to 1; `None` for codes that it does not know.
    pub fn likely(&self, code: &Code) -> Option<f32> {
        self.codes.iter().position(|known| known == code).map(|at| self.likely[at])
    }
}

impl SecondCoder {
    /// The coder of answers to yes-no questions.
    pub fn of_sides() -> &'static SecondCoder {
        static CODER: LazyLock<SecondCoder> =
            LazyLock::new(|| shipped(&SIDES, include_str!("../../../data/second-coder/yes-no.tsv")));
        &CODER
    }

    /// The coder of answers in words.
    pub fn of_words() -> &'static SecondCoder {
        static CODER: LazyLock<SecondCoder> =
            LazyLock::new(|| shipped(&WORDS, include_str!("../../../data/second-coder/text.tsv")));
        &CODER
    }

    /// Reads a table: a line of weights before anything is known, then one for each feature.
    fn parse(codes: &'static [Code], table: &'static str) -> Result<Self> {
        // A row has some forty bytes.
        let rows = HashMap::with_capacity_and_hasher(table.len() / 32, Default::default());
        let mut coder = SecondCoder { codes, before: Vec::new(), rows, weights: Vec::new() };
        for (at, line) in table.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let place = || format!("line {} of a table of the second coder", at + 1);
            let mut cells = line.split('\t');
            let stands = cells.next().unwrap_or_default();
            let words = cells.next().with_context(|| format!("{} has no words", place()))?;
            let row = coder.weights.len();
            for cell in cells {
                let weight = cell.parse().with_context(|| format!("{} has no whole number in “{cell}”", place()))?;
                coder.weights.push(weight);
            }
            let given = coder.weights.len() - row;
            ensure!(given == codes.len(), "{} has {given} weights for {} codes", place(), codes.len());
            match Place::ALL.into_iter().find(|place| place.name() == stands) {
                Some(stands) => {
                    coder.rows.insert((stands, words), row);
                }
                None => coder.before = coder.weights.split_off(row),
            }
        }
        Ok(coder)
    }

    /// What it makes of an answer, by its folded sentences; `None` where it knows none of the words.
    pub fn code(&self, sentences: &[&str]) -> Option<Opinion> {
        let codes = self.codes.len();
        let rows: &HashMap<(Place, &str), usize> = &self.rows;
        let mut seen: HashSet<usize> = HashSet::default();
        let mut by_sentence = vec![vec![0.0; codes]; sentences.len()];
        each_feature(sentences, |sentence, place, words| {
            if let Some(&row) = rows.get(&(place, words)).filter(|row| seen.insert(**row)) {
                let weights = &self.weights[row..row + codes];
                by_sentence[sentence].iter_mut().zip(weights).for_each(|(sum, weight)| *sum += f32::from(*weight));
            }
        });
        if seen.is_empty() {
            return None;
        }
        // A long answer is no surer than a short one.
        let length = (seen.len() as f32).sqrt();
        let score = |code: usize| {
            let words: f32 = by_sentence.iter().map(|sentence| sentence[code]).sum();
            (f32::from(self.before[code]) + words / length) / UNIT
        };
        let scores: Vec<f32> = (0..codes).map(score).collect();
        let best = (0..codes).max_by(|a, b| scores[*a].total_cmp(&scores[*b]))?;
        let loudest = |a: &usize, b: &usize| by_sentence[*a][best].total_cmp(&by_sentence[*b][best]);
        let sentence = (0..sentences.len()).max_by(loudest)?;
        Some(Opinion { code: self.codes[best].clone(), sentence, codes: self.codes, likely: likelihoods(&scores) })
    }
}

fn shipped(codes: &'static [Code], table: &'static str) -> SecondCoder {
    SecondCoder::parse(codes, table).expect("data/second-coder is checked by tests")
}

/// Scores as shares of one.
pub fn likelihoods(scores: &[f32]) -> Vec<f32> {
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let raised: Vec<f32> = scores.iter().map(|score| (score - highest).exp()).collect();
    let all: f32 = raised.iter().sum();
    raised.into_iter().map(|raised| raised / all).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_speak_for_codes() {
        for (answer, code) in [
            ("no, we have not.", Code::No),
            ("yes, since 2023.", Code::Yes),
            ("this is not recorded.", Code::NotHeld),
            ("we can neither confirm nor deny whether this is held.", Code::Refused),
        ] {
            let opinion = SecondCoder::of_sides().code(&[answer]).unwrap();
            assert_eq!(opinion.code, code, "{answer}");
            let all: f32 = SIDES.iter().filter_map(|code| opinion.likely(code)).sum();
            assert!((all - 1.0).abs() < 1e-3, "{all}");
        }
        let of_words = |answer| SecondCoder::of_words().code(&[answer]).unwrap().code;
        assert_eq!(of_words("we do not hold any."), Code::NotHeld);
        assert_eq!(of_words("the policy is attached."), Code::Given);
        assert!(SecondCoder::of_sides().code(&["xyzzy"]).is_none() && SecondCoder::of_sides().code(&[]).is_none());
    }

    #[test]
    fn the_loudest_sentence_is_told() {
        let opinion = SecondCoder::of_sides().code(&["thank you for asking.", "no, never."]).unwrap();
        assert_eq!((opinion.code.clone(), opinion.sentence), (Code::No, 1));
        assert_eq!(opinion.likely(&Code::Given), None);
    }

    #[test]
    fn a_broken_table_is_told_by_its_line() {
        let fault = |table| SecondCoder::parse(&WORDS, table).unwrap_err().to_string();
        assert!(fault("# a\nbefore").contains("line 2"), "{}", fault("# a\nbefore"));
        assert!(fault("anywhere\tno\t1").contains("1 weights for 6 codes"));
        assert!(fault("anywhere\tno\t1\t2\t3\t4\t5\tx").contains("whole number"));
    }
}
