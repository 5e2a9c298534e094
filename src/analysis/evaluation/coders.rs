//! People and program at one table: how far each two agree on the fields that both coded.

use std::collections::HashMap;

use serde::Serialize;

use crate::analysis::gold::{Label, Labels};

use super::alpha::{Estimate, estimate};
use super::answers::NOTHING;
use super::tally::Share;
use super::verdict::{FieldVerdict, Judgement};
use super::words::accepts;

/// How the program is called in the table.
pub const PROGRAM: &str = "foi-rj";

/// How far two coders agree.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Agreement {
    /// A coder, by the name of the file.
    pub one: String,
    /// Another, or the program.
    pub other: String,
    /// Letters on which both coded a field.
    pub letters: usize,
    /// Codes that agree, of the fields that both coded; where alternatives are given, one in common will do.
    pub same: Share,
    /// Krippendorff's alpha (nominal) of these codes.
    pub alpha: Estimate,
}

/// Every pair of coders, then each with the program. `judged` holds, for each coder, the letters judged by its labels.
pub(super) fn agreements<'l>(coders: &'l [Labels], judged: &[Vec<&'l Judgement>]) -> Vec<Agreement> {
    let pair = |field: &'l FieldVerdict| (field.gold.as_str(), field.read.as_deref().unwrap_or(NOTHING));
    let mut table = Vec::new();
    for (i, one) in coders.iter().enumerate() {
        for other in &coders[i + 1..] {
            let of_letter = |label: &'l Label| Some(pairs(label, &other.letters[other.find(&label.file)?]));
            let pairs = one.letters.iter().filter_map(of_letter).collect();
            table.push(agreement(&one.coder, &other.coder, pairs));
        }
    }
    for (coder, letters) in coders.iter().zip(judged) {
        let pairs = letters.iter().map(|letter| letter.fields.iter().map(pair).collect()).collect();
        table.push(agreement(&coder.coder, PROGRAM, pairs));
    }
    table
}

/// The codes of the fields that both coded; a shared alternative stands for both, else each one's best.
fn pairs<'l>(one: &'l Label, other: &'l Label) -> Vec<(&'l str, &'l str)> {
    let others: HashMap<&str, &str> =
        other.answers.iter().map(|(field, code)| (field.as_str(), code.as_str())).collect();
    let both = one.answers.iter().filter_map(|(field, code)| Some((code.as_str(), *others.get(field.as_str())?)));
    both.map(|(one, other)| {
        let shared = one.split('|').find(|code| accepts(other, code));
        let best = |codes: &'l str| shared.or(codes.split('|').next()).unwrap_or_default();
        (best(one), best(other))
    })
    .collect()
}

fn agreement(one: &str, other: &str, mut letters: Vec<Vec<(&str, &str)>>) -> Agreement {
    letters.retain(|pairs| !pairs.is_empty());
    Agreement {
        one: one.to_owned(),
        other: other.to_owned(),
        letters: letters.len(),
        same: Share::count(letters.iter().flatten(), |(one, other)| one == other),
        alpha: estimate(&letters),
    }
}
