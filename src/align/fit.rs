//! Whether a letter answers a questionnaire at all: by the wordings that it repeats, in short, or under its numbers.

use std::collections::BTreeSet;

use super::{Printed, Tie};
use crate::catalogue::stems::{stem, telling_words};
use crate::catalogue::{Question, Questionnaire};
use crate::document::Number;
use crate::text::Folded;

/// A questionnaire fits where its wordings are repeated at least so far: some words that are not everybody's.
const REPEATED: f32 = 4.0;

/// True where enough is repeated, and it is a fair part of the questionnaire or of the letter: requests about other
/// things ask for "the policy", too.
pub(super) fn repeats_enough(
    printed: &[Printed<'_>],
    questionnaire: &Questionnaire,
    ties: &[Option<Tie>],
    repeated: f32,
) -> bool {
    let tied: BTreeSet<usize> = ties.iter().flatten().map(|tie| tie.pair).collect();
    let asked = printed.iter().filter(|printed| !printed.view.text().is_empty()).count();
    let questions = ties.iter().flatten().count();
    repeated >= REPEATED && (4 * questions >= questionnaire.questions.len() || 2 * tied.len() >= asked)
}

/// How much of a questionnaire's wordings the letter repeats: words of wordings found, each question once.
pub(super) fn fit_of_wordings(printed: &[Printed<'_>], index: usize, ties: &[Option<Tie>]) -> f32 {
    let found = ties.iter().enumerate().filter_map(|(question, tie)| {
        let hits = &printed[tie.as_ref()?.pair].hits;
        hits.iter().find(|hit| (hit.questionnaire, hit.question) == (index, question))
    });
    found.map(|hit| hit.coverage * hit.words.len() as f32).sum()
}

/// True where the letter asks for at least two thirds of the questionnaire in short, or for half of it under the same
/// numbers.
pub(super) fn fits_in_short(printed: &[Printed<'_>], questionnaire: &Questionnaire) -> bool {
    let questions = &questionnaire.questions;
    let asked = |question: &&Question| {
        question
            .subject
            .asked_as
            .iter()
            .any(|pattern| printed.iter().any(|printed| pattern.is_match(printed.view.text())))
    };
    let numbered = |question: &&Question| printed.iter().any(|printed| asks_under_its_number(printed, question));
    questions.iter().filter(asked).count() * 3 >= questions.len() * 2
        || questions.iter().filter(numbered).count() * 2 >= questions.len()
}

/// True where an exchange has the question's number, or counts to its place, and names its subject.
pub(super) fn asks_under_its_number(printed: &Printed<'_>, question: &Question) -> bool {
    let subject = &question.subject;
    let number = Number::parse(&question.number);
    printed.number.as_ref().zip(number.as_ref()).is_some_and(|(own, asked)| own.is_at_place_of(asked))
        && subject.about.iter().chain(&subject.asked_as).any(|pattern| pattern.is_match(printed.view.text()))
}

/// So much of a title says what a letter is about.
pub(super) const HALF: f32 = 0.5;

/// True where folded words name at least half of the things in a questionnaire's title.
pub(super) fn names_title(words: &str, questionnaire: &Questionnaire) -> bool {
    share_of_title(words, questionnaire) >= HALF
}

/// Which share of the things in a questionnaire's title folded words name.
pub(super) fn share_of_title(words: &str, questionnaire: &Questionnaire) -> f32 {
    let title = Folded::new(&questionnaire.title);
    let named: Vec<bool> = telling_words(title.text()).map(|word| words.contains(stem(word))).collect();
    if named.is_empty() { 1.0 } else { named.iter().filter(|named| **named).count() as f32 / named.len() as f32 }
}

/// True where a letter speaks of what a questionnaire is about: of the things in its title, or of several questions.
pub(super) fn speaks_of(folded: &Folded, questionnaire: &Questionnaire) -> bool {
    const SEVERAL: usize = 2;
    let letter = folded.text();
    let title = Folded::new(&questionnaire.title);
    let named = telling_words(title.text()).filter(|word| letter.contains(word.trim_end_matches('s'))).count();
    let about = |question: &&Question| question.subject.about.iter().any(|pattern| pattern.is_match(letter));
    named >= SEVERAL || questionnaire.questions.iter().filter(about).count() >= SEVERAL
}
