//! Teaches the second coder: prints a table of `data/second-coder/` from the answers of `fixtures/` that have gold labels.
//!
//! `cargo run --release --example second-coder -- yes-no > data/second-coder/yes-no.tsv`, and the same with `text`; with
//! `--left-out` it prints how many answers it would code right of letters that it was not taught with, an eighth of all
//! sets of letters at a time.

mod answers;
mod regression;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use foi_rj::catalogue::second_coder::{Place, SIDES, UNIT, WORDS, likelihoods};
use foi_rj::record::Code;

use answers::{Answer, read_answers};
use regression::{Model, teach};

/// What only one letter has tells of its writer.
const LETTERS: usize = 2;

/// Weights that are smaller than this for every code tell nothing.
const LEAST: f32 = 0.8;

/// So many parts are left out in turn.
const PARTS: usize = 8;

/// A feature of an answer.
type Feature = (Place, String);

/// One of the two tables.
struct Lesson {
    name: &'static str,
    codes: &'static [Code],
    answers: Vec<Answer>,
}

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let lesson = Lesson::read(&name)?;
    if arguments.any(|argument| argument == "--left-out") {
        lesson.left_out();
    } else {
        print!("{}", lesson.table());
    }
    Ok(())
}

impl Lesson {
    fn read(name: &str) -> Result<Lesson> {
        let (name, codes): (_, &[Code]) = match name {
            "yes-no" => ("yes-no", &SIDES),
            "text" => ("text", &WORDS),
            _ => bail!("say which table: `yes-no` or `text`"),
        };
        Ok(Lesson { name, codes, answers: read_answers("fixtures", codes, name == "yes-no")? })
    }

    /// A model of `answers`, and the number of each feature in it.
    fn taught<'a>(&self, answers: &[&'a Answer]) -> (Model, BTreeMap<&'a Feature, usize>) {
        let known = common(answers);
        let cases: Vec<(Vec<usize>, usize)> =
            answers.iter().map(|answer| (numbers(answer, &known), answer.codes[0])).collect();
        (teach(&cases, known.len(), self.codes.len()), known)
    }

    /// The table that the answers teach.
    fn table(&self) -> String {
        let (model, known) = self.taught(&self.answers.iter().collect::<Vec<_>>());
        let cells = |weights: &[f32]| {
            let cell = |weight: &f32| format!("\t{}", (weight * UNIT).round() as i16);
            weights.iter().map(cell).collect::<String>()
        };
        let names: String = self.codes.iter().map(|code| format!("\t{}", code.name())).collect();
        let head = [
            "# How much words speak for each code of an answer, in hundredths; see src/catalogue/second_coder/."
                .to_owned(),
            format!(
                "# From {} answers, by: cargo run --release --example second-coder -- {}",
                self.answers.len(),
                self.name
            ),
            format!("# place\twords{names}"),
            format!("before\t{}", cells(&model.before)),
        ];
        let tells = |number: &usize| model.weights[*number].iter().any(|weight| weight.abs() >= LEAST);
        let rows = known
            .into_iter()
            .filter(|(_, number)| tells(number))
            .map(|((place, words), number)| format!("{}\t{words}{}", place.name(), cells(&model.weights[number])));
        head.into_iter().chain(rows).map(|line| line + "\n").collect()
    }

    /// Prints the share of answers coded right by models that were taught without their sets of letters.
    fn left_out(&self) {
        let sets: BTreeSet<&str> = self.answers.iter().map(|answer| answer.set()).collect();
        let part = |answer: &Answer| sets.iter().position(|set| *set == answer.set()).map_or(0, |at| at % PARTS);
        let (mut right, mut sure, mut sure_and_right) = (0, 0, 0);
        for left in 0..PARTS {
            let (out, rest): (Vec<&Answer>, Vec<&Answer>) =
                self.answers.iter().partition(|answer| part(answer) == left);
            let (model, known) = self.taught(&rest);
            for answer in out {
                let likely = likelihoods(&model.scores(&numbers(answer, &known)));
                let best = (0..likely.len()).max_by(|a, b| likely[*a].total_cmp(&likely[*b])).expect("there are codes");
                let hit = usize::from(answer.codes.contains(&best));
                right += hit;
                if likely[best] > 0.9 {
                    sure += 1;
                    sure_and_right += hit;
                }
            }
        }
        let all = self.answers.len();
        println!("{right} of {all} right, {:.3}", right as f64 / all as f64);
        println!(
            "{sure_and_right} of {sure} right where it was nine tenths sure, {:.3}",
            sure_and_right as f64 / sure as f64
        );
    }
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

fn numbers(answer: &Answer, known: &BTreeMap<&Feature, usize>) -> Vec<usize> {
    answer.features.iter().filter_map(|feature| known.get(feature).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_what_the_gold_labels_teach() {
        for name in ["yes-no", "text"] {
            let taught = Lesson::read(name).unwrap().table();
            let shipped = std::fs::read_to_string(format!("data/second-coder/{name}.tsv")).unwrap();
            assert!(taught == shipped, "make it anew: cargo run --release --example second-coder -- {name}");
        }
    }
}
