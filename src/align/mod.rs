//! Exchanges × questionnaire: which of the letter's exchanges answers which known question, and on what basis.

mod fit;
mod printed;
mod shortened;
mod unprinted;

use std::collections::BTreeSet;

use fit::{HALF, fit_of_wordings, fits_in_short, repeats_enough, share_of_title, speaks_of};
use printed::{by_number, by_wording, without};
use shortened::shortened;
use unprinted::{by_headings, named_only, retold, tie_follow_ups, tie_rest};

use crate::catalogue::{Hit, Question, Questionnaire, Wordings};
use crate::document::Number;
use crate::record::Basis;
use crate::segment::Pair;
use crate::text::{Folded, View};

/// Where one known question is answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// Index of the exchange.
    pub pair: usize,
    /// How it was tied.
    pub basis: Basis,
    /// True where the question is printed nearly as it is known, so that nothing hangs on how it was shortened.
    pub sure: bool,
    /// False where the question is not printed, and only an answer to the whole request may speak of it.
    pub printed: bool,
}

/// A letter's exchanges, set beside a questionnaire.
#[derive(Clone, Debug)]
pub struct Alignment {
    /// Index of the questionnaire.
    pub questionnaire: usize,
    /// For each of its questions, where it is answered; `None` where it was not asked.
    pub ties: Vec<Option<Tie>>,
}

impl Alignment {
    /// The questions that the exchange at `pair` answers.
    pub fn served_by(&self, pair: usize) -> Vec<usize> {
        (0..self.ties.len()).filter(|&i| self.ties[i].as_ref().is_some_and(|tie| tie.pair == pair)).collect()
    }
}

/// A wording must be found to this share to tie a question.
const LEAST: f32 = 0.7;

/// One exchange's question, as the questionnaire is looked for in it.
struct Printed<'a> {
    view: View<'a>,
    /// Its number.
    number: Option<Number>,
    /// The known wordings in it, best first.
    hits: Vec<Hit>,
    /// Its words without those that known wordings cover.
    left: String,
}

impl Printed<'_> {
    /// "3b (evaluations)", "1b date:" say no more than which part of a question is answered.
    fn is_hint(&self) -> bool {
        const WORDS: usize = 3;
        let words = self.view.text().trim_end_matches(['.', ':', ' ', '-']);
        let few = words.split(' ').count() <= WORDS && !words.contains('?');
        // "2. Scope" is a title.
        let part = self.number.as_ref().is_some_and(|number| number.0.len() > 1);
        part && (few || words.starts_with('(') && words.ends_with(')'))
    }
}

/// Sets the exchanges beside the questionnaire that fits best; `None` where none fits.
pub fn align(
    pairs: &[Pair],
    folded: &Folded,
    questionnaires: &[Questionnaire],
    wordings: &Wordings,
) -> Option<Alignment> {
    let printed: Vec<Printed<'_>> = pairs
        .iter()
        .map(|pair| {
            let view = View::new(folded, &pair.question);
            let words = wordings.split(view.text());
            let hits = wordings.find(&words, LEAST);
            let covered =
                hits.iter().map(|hit| words[hit.words.start].span.join(words[hit.words.end - 1].span)).collect();
            let left = without(view.text(), covered);
            let number = pair.number.as_deref().and_then(Number::parse);
            Printed { view, number, hits, left }
        })
        .collect();
    let answers: Vec<View<'_>> = pairs.iter().map(|pair| View::new(folded, &pair.answer)).collect();
    let fits = (0..questionnaires.len())
        .filter_map(|index| tie_all(pairs, folded, &printed, &answers, index, &questionnaires[index]));
    // Of two that fit equally well the one named first holds.
    let best = fits.reduce(|best, other| if other.0 > best.0 { other } else { best });
    best.map(|(_, alignment)| alignment)
}

/// Ties a questionnaire's questions; with how well it fits. `None` where it does not.
fn tie_all(
    pairs: &[Pair],
    folded: &Folded,
    printed: &[Printed<'_>],
    answers: &[View<'_>],
    index: usize,
    questionnaire: &Questionnaire,
) -> Option<(f32, Alignment)> {
    let questions = &questionnaire.questions;
    let mut ties = by_wording(printed, index, questions);
    let repeated = fit_of_wordings(printed, index, &ties);
    let unasked = |printed: &&Printed<'_>| printed.view.text().is_empty() || printed.is_hint();
    let numbered = || printed.iter().filter(|printed| printed.number.is_some());
    let bare = numbered().filter(|printed| printed.view.text().is_empty()).count();
    let count = numbered().count();
    let by_numbers = count >= FEWEST_NUMBERS
        && 2 * count > pairs.len()
        && 2 * bare >= count
        && numbered().all(|printed| unasked(&printed));
    if by_numbers || printed.iter().all(|printed| unasked(&printed)) {
        let sure = speaks_of(folded, questionnaire);
        ties = by_number(printed, questionnaire, sure);
        if ties.iter().flatten().count() < FEWEST_NUMBERS {
            ties.fill(None);
        }
    } else {
        let in_short = fits_in_short(printed, questionnaire);
        if !in_short && !repeats_enough(printed, questionnaire, &ties, repeated) {
            let named = || named_only(printed, folded, questionnaire);
            ties = retold(printed, questionnaire).or_else(|| by_headings(printed, questionnaire)).or_else(named)?;
        }
        // A letter that answers few of the questions as they are known asks something else beside them.
        let follows = in_short || 3 * ties.iter().flatten().count() >= questions.len();
        for i in (0..questions.len()).filter(|_| follows) {
            if ties[i].is_none() {
                ties[i] = shortened(printed, questions, &ties, i);
            }
        }
    }
    tie_follow_ups(printed, questions, &mut ties);
    share(pairs, &mut ties);
    let fit = repeated + ties.iter().flatten().count() as f32;
    let (told, weight) = spoken_of(questionnaire, answers);
    let titled = share_of_title(folded.text(), questionnaire);
    let told = if titled >= HALF { told } else { 0 };
    tie_rest(pairs, told, &mut ties);
    if ties.iter().all(Option::is_none) {
        return None;
    }
    // Between questionnaires none of whose questions is printed, the one that letter and answers speak of most.
    let fit = if fit > 0.0 { fit } else { titled * weight / 1000.0 };
    Some((fit, Alignment { questionnaire: index, ties }))
}

/// How many of the questions the sentences of the answers speak of, and how plainly they do so, all in all.
fn spoken_of(questionnaire: &Questionnaire, answers: &[View<'_>]) -> (usize, f32) {
    let (mut told, mut weight) = (BTreeSet::new(), 0.0);
    for sentence in answers.iter().flat_map(|answer| answer.text().split(". ")) {
        told.extend(questionnaire.topics.told(sentence));
        let about =
            |question: &Question| question.subject.about.iter().filter(|pattern| pattern.is_match(sentence)).count();
        weight += questionnaire.questions.iter().map(about).max().unwrap_or(0) as f32;
        weight += questionnaire.topics.weigh(sentence).into_iter().fold(0.0, f32::max);
    }
    (told.len(), weight)
}

/// Where only numbers are printed, or no question is, a questionnaire fits from so many on.
const FEWEST_NUMBERS: usize = 3;

/// Questions with one answer between them share it, whether the letter prints them as one or gives one answer to several.
fn share(pairs: &[Pair], ties: &mut [Option<Tie>]) {
    let places: Vec<Option<usize>> = ties.iter().map(|tie| tie.as_ref().map(|tie| tie.pair)).collect();
    for (i, tie) in ties.iter_mut().enumerate() {
        let Some(tie) = tie else { continue };
        let shared = places.iter().enumerate().any(|(other, place)| {
            other != i
                && place.is_some_and(|place| {
                    place == tie.pair
                        || !pairs[place].answer.is_empty() && pairs[place].answer == pairs[tie.pair].answer
                })
        });
        if shared {
            tie.basis = Basis::Shared;
        }
    }
}
