//! A second coder of yes-no answers: weighs their words as people who coded other letters have taught it.
//!
//! It is a table, `data/second-coder.tsv`: how much each word or pair of words speaks for each code. The weights are
//! those of a logistic regression on the answers of `fixtures/` with gold labels, made by `examples/second-coder`.
//! Nothing of it is learnt when letters are read.

mod features;

use std::sync::LazyLock;

use anyhow::{Context, Result, ensure};
use foldhash::{HashMap, HashSet};

use crate::record::Code;

pub use features::{Place, each_feature};

/// The codes that it knows, in the order of the table's columns.
pub const CODES: [Code; 8] = [
    Code::Yes,
    Code::No,
    Code::Qualified,
    Code::NotHeld,
    Code::Refused,
    Code::Unclear,
    Code::Elsewhere,
    Code::NotApplicable,
];

/// The table has hundredths.
pub const UNIT: f32 = 100.0;

/// How much something speaks for each of `CODES`, in hundredths.
type Weights = [i16; CODES.len()];

/// What words speak for.
#[derive(Debug)]
pub struct SecondCoder {
    /// What speaks for a code where nothing is known.
    before: Weights,
    /// The row of `weights` that each feature has.
    rows: HashMap<(Place, &'static str), usize>,
    weights: Vec<Weights>,
}

/// What the second coder makes of one answer.
#[derive(Clone, Debug)]
pub struct Opinion {
    /// The likeliest code.
    pub code: Code,
    /// The sentence that speaks for it most.
    pub sentence: usize,
    likely: [f32; CODES.len()],
}

impl Opinion {
    /// How likely this code is, from 0 to 1; `None` for codes that it does not know.
    pub fn likely(&self, code: &Code) -> Option<f32> {
        CODES.iter().position(|known| known == code).map(|at| self.likely[at])
    }
}

const SHIPPED: &str = include_str!("../../../data/second-coder.tsv");

impl SecondCoder {
    /// The coder compiled into the program.
    pub fn shipped() -> &'static SecondCoder {
        static CODER: LazyLock<SecondCoder> =
            LazyLock::new(|| SecondCoder::parse(SHIPPED).expect("data/second-coder.tsv is checked by tests"));
        &CODER
    }

    /// Reads a table: a line of weights before anything is known, then one for each feature.
    fn parse(table: &'static str) -> Result<Self> {
        let mut coder = SecondCoder { before: Weights::default(), rows: HashMap::default(), weights: Vec::new() };
        for (at, line) in table.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let place = || format!("data/second-coder.tsv line {}", at + 1);
            let mut cells = line.split('\t');
            let stands = cells.next().unwrap_or_default();
            let words = cells.next().with_context(|| format!("{} has no words", place()))?;
            let mut weights = Weights::default();
            for weight in &mut weights {
                let cell = cells.next().with_context(|| format!("{} has too few weights", place()))?;
                *weight = cell.parse().with_context(|| format!("{} has no whole number in “{cell}”", place()))?;
            }
            ensure!(cells.next().is_none(), "{} has too many weights", place());
            match Place::ALL.into_iter().find(|place| place.name() == stands) {
                Some(stands) => {
                    coder.rows.insert((stands, words), coder.weights.len());
                    coder.weights.push(weights);
                }
                None => coder.before = weights,
            }
        }
        Ok(coder)
    }

    /// What it makes of an answer, by its folded sentences; `None` where it knows none of the words.
    pub fn code(&self, sentences: &[&str]) -> Option<Opinion> {
        let rows: &HashMap<(Place, &str), usize> = &self.rows;
        let mut seen: HashSet<usize> = HashSet::default();
        let mut by_sentence = vec![[0.0; CODES.len()]; sentences.len()];
        each_feature(sentences, |sentence, place, words| {
            if let Some(&row) = rows.get(&(place, words)).filter(|row| seen.insert(**row)) {
                by_sentence[sentence]
                    .iter_mut()
                    .zip(self.weights[row])
                    .for_each(|(sum, weight)| *sum += f32::from(weight));
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
        let scores: [f32; CODES.len()] = std::array::from_fn(score);
        let likely = likelihoods(scores);
        let best = (0..CODES.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]))?;
        let loudest = |a: &usize, b: &usize| by_sentence[*a][best].total_cmp(&by_sentence[*b][best]);
        let sentence = (0..sentences.len()).max_by(loudest)?;
        Some(Opinion { code: CODES[best].clone(), sentence, likely })
    }
}

/// Scores as shares of one.
pub fn likelihoods<const N: usize>(scores: [f32; N]) -> [f32; N] {
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let raised = scores.map(|score| (score - highest).exp());
    let all: f32 = raised.iter().sum();
    raised.map(|raised| raised / all)
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
            let opinion = SecondCoder::shipped().code(&[answer]).unwrap();
            assert_eq!(opinion.code, code, "{answer}");
            let all: f32 = CODES.iter().filter_map(|code| opinion.likely(code)).sum();
            assert!((all - 1.0).abs() < 1e-3, "{all}");
        }
        assert!(SecondCoder::shipped().code(&["xyzzy"]).is_none() && SecondCoder::shipped().code(&[]).is_none());
    }

    #[test]
    fn the_loudest_sentence_is_told() {
        let opinion = SecondCoder::shipped().code(&["thank you for asking.", "no, never."]).unwrap();
        assert_eq!((opinion.code.clone(), opinion.sentence), (Code::No, 1));
        assert_eq!(opinion.likely(&Code::Given), None);
    }

    #[test]
    fn a_broken_table_is_told_by_its_line() {
        let fault = |table| SecondCoder::parse(table).unwrap_err().to_string();
        assert!(fault("# a\nbefore").contains("line 2"), "{}", fault("# a\nbefore"));
        assert!(fault("anywhere\tno\t1").contains("too few"));
        assert!(fault("anywhere\tno\t1\t2\t3\t4\t5\t6\t7\tx").contains("whole number"));
    }
}
