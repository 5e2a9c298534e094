//! Wordings so alike that a letter's words cannot tell the questions apart.

use super::Questionnaire;
use super::fault::Fault;
use crate::text::{Folded, Span};

/// A fault for each pair of questions with wordings that say the same. `places` are those of the wordings in the file.
///
/// Where the two stand under different questions, their place tells them apart and a person need only look.
pub(super) fn find_alike(questionnaire: &Questionnaire, places: &[Vec<Span>]) -> Vec<Fault> {
    let questions = &questionnaire.questions;
    let words: Vec<Vec<Vec<String>>> =
        questions.iter().map(|question| question.wordings.iter().map(|wording| words_of(wording)).collect()).collect();
    let mut faults = Vec::new();
    for later in 0..questions.len() {
        for earlier in 0..later {
            let pairs = (0..words[later].len()).flat_map(|a| (0..words[earlier].len()).map(move |b| (a, b)));
            let mut alike = pairs.filter(|&(a, b)| are_alike(&words[later][a], &words[earlier][b]));
            let Some((a, b)) = alike.next() else { continue };
            let (one, other) = (&questions[later], &questions[earlier]);
            let place = (&one.parent, &one.only_if) != (&other.parent, &other.only_if);
            let what = format!("the wordings of `{}` and `{}` are too alike to tell apart", one.field, other.field);
            let (span, beside) = (places[later][a], places[earlier][b]);
            faults.push(match place {
                true => Fault::warning(what, span, "told by its place after the question it depends on")
                    .beside(beside, "the other wording"),
                false => Fault::error(what, span, "this wording")
                    .beside(beside, "the other wording")
                    .help("give what tells them apart, or say with `parent` or `only-if` what each belongs to"),
            });
        }
    }
    faults
}

fn words_of(wording: &str) -> Vec<String> {
    let folded = Folded::new(wording);
    let words = folded.text().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// True where the two differ in less than one word of twelve: by the longest run of words that they have in common, in
/// order but with gaps ("by staff against patients" is another question than "by patients against staff").
fn are_alike(one: &[String], other: &[String]) -> bool {
    let longer = one.len().max(other.len());
    let mut row = vec![0usize; other.len() + 1];
    for word in one {
        let mut diagonal = 0;
        for (at, beside) in other.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word == beside { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    longer > 0 && (longer - row[other.len()]) * 12 < longer
}
