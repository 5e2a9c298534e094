//! Teaches the second coder: prints `data/second-coder.tsv` from the answers to yes-no questions that have gold labels.
//!
//! `cargo run --release --example second-coder > data/second-coder.tsv`; with `--left-out` it prints how many answers it
//! would code right of letters that it was not taught with, an eighth of all sets of letters at a time.

mod answers;
mod regression;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use foi_rj::catalogue::second_coder::{CODES, Place, UNIT, likelihoods};

use answers::{Answer, read_answers};
use regression::{Model, teach};

/// What only one letter has tells of its writer.
const LETTERS: usize = 2;

/// So many parts are left out in turn.
const PARTS: usize = 8;

/// A feature of an answer.
type Feature = (Place, String);

fn main() -> Result<()> {
    let answers = read_answers("fixtures")?;
    if std::env::args().any(|argument| argument == "--left-out") {
        left_out(&answers);
    } else {
        print!("{}", table(&answers));
    }
    Ok(())
}

/// The features that answers of several letters have, each with its number.
fn common<'a>(answers: &[&'a Answer]) -> BTreeMap<&'a Feature, usize> {
    let mut letters: BTreeMap<&Feature, BTreeSet<&str>> = BTreeMap::new();
    for answer in answers {
        for feature in &answer.features {
            letters.entry(feature).or_default().insert(&answer.letter);
        }
    }
    let common = letters.into_iter().filter(|(_, letters)| letters.len() >= LETTERS);
    common.enumerate().map(|(number, (feature, _))| (feature, number)).collect()
}

/// A model of `answers`, and the number of each feature in it.
fn taught<'a>(answers: &[&'a Answer]) -> (Model, BTreeMap<&'a Feature, usize>) {
    let known = common(answers);
    let cases: Vec<(Vec<usize>, usize)> =
        answers.iter().map(|answer| (numbers(answer, &known), answer.codes[0])).collect();
    (teach(&cases, known.len()), known)
}

fn numbers(answer: &Answer, known: &BTreeMap<&Feature, usize>) -> Vec<usize> {
    answer.features.iter().filter_map(|feature| known.get(feature).copied()).collect()
}

/// The table that `answers` teach.
fn table(answers: &[Answer]) -> String {
    let (model, known) = taught(&answers.iter().collect::<Vec<_>>());
    let cells =
        |weights: &[f32; CODES.len()]| weights.map(|weight| ((weight * UNIT).round() as i16).to_string()).join("\t");
    let head = [
        "# How much words speak for each code of a yes-no answer, in hundredths; see src/catalogue/second_coder/."
            .to_owned(),
        format!("# Made from {} answers of fixtures/ by: cargo run --release --example second-coder", answers.len()),
        format!("# place\twords\t{}", CODES.each_ref().map(|code| code.name()).join("\t")),
        format!("before\t\t{}", cells(&model.before)),
    ];
    let rows = known
        .into_iter()
        .map(|((place, words), number)| format!("{}\t{words}\t{}", place.name(), cells(&model.weights[number])));
    head.into_iter().chain(rows).map(|line| line + "\n").collect()
}

/// Prints the share of answers coded right by models that were taught without their sets of letters.
fn left_out(answers: &[Answer]) {
    let sets: BTreeSet<&str> = answers.iter().map(|answer| answer.set()).collect();
    let part = |answer: &Answer| sets.iter().position(|set| *set == answer.set()).map_or(0, |at| at % PARTS);
    let (mut right, mut sure, mut sure_and_right) = (0, 0, 0);
    for left in 0..PARTS {
        let (out, rest): (Vec<&Answer>, Vec<&Answer>) = answers.iter().partition(|answer| part(answer) == left);
        let (model, known) = taught(&rest);
        for answer in out {
            let likely = likelihoods(model.scores(&numbers(answer, &known)));
            let best = (0..CODES.len()).max_by(|a, b| likely[*a].total_cmp(&likely[*b])).expect("there are codes");
            let hit = usize::from(answer.codes.contains(&best));
            right += hit;
            if likely[best] > 0.9 {
                sure += 1;
                sure_and_right += hit;
            }
        }
    }
    println!("{right} of {} right, {:.3}", answers.len(), right as f64 / answers.len() as f64);
    println!(
        "{sure_and_right} of {sure} right where it was nine tenths sure, {:.3}",
        sure_and_right as f64 / sure as f64
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_what_the_gold_labels_teach() {
        let taught = table(&read_answers("fixtures").unwrap());
        let shipped = std::fs::read_to_string("data/second-coder.tsv").unwrap();
        assert!(taught == shipped, "make it anew: cargo run --release --example second-coder > data/second-coder.tsv");
    }
}
