//! Exchanges × questionnaire: which of the letter's exchanges answers which known question, and on what basis.

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

/// Sets the exchanges beside the questionnaire that fits best; `None` where none fits.
pub fn align(
    pairs: &[Pair],
    folded: &Folded,
    questionnaires: &[Questionnaire],
    wordings: &Wordings,
) -> Option<Alignment> {
    let questions: Vec<View<'_>> = pairs.iter().map(|pair| View::new(folded, &pair.question)).collect();
    let hits: Vec<Vec<Hit>> = questions.iter().map(|view| wordings.find(&wordings.split(view.text()), LEAST)).collect();
    (0..questionnaires.len())
        .map(|index| tie_all(pairs, &questions, &hits, index, &questionnaires[index]))
        .filter(|alignment| alignment.ties.iter().flatten().count() > 0)
        .max_by_key(|alignment| alignment.ties.iter().flatten().count())
}

fn tie_all(
    pairs: &[Pair],
    questions: &[View<'_>],
    hits: &[Vec<Hit>],
    index: usize,
    questionnaire: &Questionnaire,
) -> Alignment {
    let mut ties: Vec<Option<Tie>> =
        (0..questionnaire.questions.len()).map(|question| by_wording(hits, index, question)).collect();
    let worded = ties.iter().flatten().count();
    let unprinted = pairs.iter().all(|pair| pair.question.is_empty());
    if worded == 0 && !unprinted && !fits_in_short(questions, questionnaire) {
        return Alignment { questionnaire: index, ties: vec![None; questionnaire.questions.len()] };
    }
    for (i, question) in questionnaire.questions.iter().enumerate() {
        if ties[i].is_none() {
            ties[i] = in_short(questions, question, &ties, i);
        }
    }
    if unprinted {
        for (i, question) in questionnaire.questions.iter().enumerate() {
            ties[i] = by_number(pairs, &question.number);
        }
        if ties.iter().flatten().count() < 3 {
            ties.fill(None);
        }
    }
    share(pairs, &mut ties);
    Alignment { questionnaire: index, ties }
}

/// The exchange whose question covers the wording best, the first of equals.
fn by_wording(hits: &[Vec<Hit>], index: usize, question: usize) -> Option<Tie> {
    let mut best: Option<(f32, usize)> = None;
    for (pair, hits) in hits.iter().enumerate() {
        let hit = hits.iter().find(|hit| hit.questionnaire == index && hit.question == question);
        if let Some(hit) = hit
            && best.is_none_or(|(coverage, _)| hit.coverage > coverage + 0.01)
        {
            best = Some((hit.coverage, pair));
        }
    }
    best.map(|(_, pair)| Tie { pair, basis: Basis::Wording })
}

/// True where the letter asks for at least a third of the questionnaire in short.
fn fits_in_short(questions: &[View<'_>], questionnaire: &Questionnaire) -> bool {
    let asked = |question: &Question| {
        question.asked_as.iter().any(|pattern| questions.iter().any(|view| pattern.is_match(view.text())))
    };
    questionnaire.questions.iter().filter(|question| asked(question)).count() * 3 > questionnaire.questions.len() * 2
}

/// The exchange that asks the question in short, between the exchanges of its neighbours.
fn in_short(questions: &[View<'_>], question: &Question, ties: &[Option<Tie>], i: usize) -> Option<Tie> {
    let from = ties[..i].iter().flatten().map(|tie| tie.pair).max().unwrap_or(0);
    let to = ties[i + 1..].iter().flatten().map(|tie| tie.pair).min().unwrap_or(questions.len().saturating_sub(1));
    let found = (from..=to.max(from)).filter(|&pair| pair < questions.len()).find(|&pair| {
        let text = questions[pair].text();
        question.asked_as.iter().any(|pattern| pattern.is_match(text))
    })?;
    Some(Tie { pair: found, basis: Basis::Wording })
}

/// The exchange that carries the question's number, or the number of the group that it belongs to.
fn by_number(pairs: &[Pair], number: &str) -> Option<Tie> {
    let wanted = Number::parse(number)?;
    let own = |pair: &Pair| pair.number.as_deref().and_then(Number::parse);
    let pair = pairs
        .iter()
        .position(|pair| own(pair).as_ref() == Some(&wanted))
        .or_else(|| pairs.iter().position(|pair| own(pair).is_some_and(|number| number.is_above(&wanted))))?;
    Some(Tie { pair, basis: Basis::Number })
}

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
