//! Exchanges × questionnaire: which of the letter's exchanges answers which known question, and on what basis.

use crate::catalogue::{Hit, Question, Questionnaire, Wordings};
use crate::document::Number;
use crate::record::Basis;
use crate::segment::Pair;
use crate::text::{Folded, Span, View};

/// Where one known question is answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// Index of the exchange.
    pub pair: usize,
    /// How it was tied.
    pub basis: Basis,
    /// True where the question is printed nearly as it is known, so that nothing hangs on how it was shortened.
    pub sure: bool,
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
    /// The known wordings in it, best first.
    hits: Vec<Hit>,
    /// Its words without those that known wordings cover.
    left: String,
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
            Printed { view, hits, left }
        })
        .collect();
    (0..questionnaires.len())
        .map(|index| tie_all(pairs, &printed, index, &questionnaires[index]))
        .filter(|alignment| alignment.ties.iter().flatten().count() > 0)
        .max_by_key(|alignment| alignment.ties.iter().flatten().count())
}

fn tie_all(pairs: &[Pair], printed: &[Printed<'_>], index: usize, questionnaire: &Questionnaire) -> Alignment {
    let questions = &questionnaire.questions;
    let mut ties: Vec<Option<Tie>> =
        (0..questions.len()).map(|question| by_wording(printed, index, question)).collect();
    if pairs.iter().all(|pair| pair.question.is_empty()) {
        ties = questions.iter().map(|question| by_number(pairs, &question.number)).collect();
        if ties.iter().flatten().count() < 3 {
            ties.fill(None);
        }
    } else if ties.iter().any(Option::is_some) || fits_in_short(printed, questionnaire) {
        for (i, question) in questions.iter().enumerate() {
            if ties[i].is_none() {
                ties[i] = in_short(printed, question, &ties, i);
            }
        }
    }
    share(pairs, &mut ties);
    Alignment { questionnaire: index, ties }
}

/// The exchange whose question covers the wording best, the first of equals.
fn by_wording(printed: &[Printed<'_>], index: usize, question: usize) -> Option<Tie> {
    let mut best: Option<(f32, usize)> = None;
    for (pair, printed) in printed.iter().enumerate() {
        let hit = printed.hits.iter().find(|hit| hit.questionnaire == index && hit.question == question);
        if let Some(hit) = hit
            && best.is_none_or(|(coverage, _)| hit.coverage > coverage + 0.01)
        {
            best = Some((hit.coverage, pair));
        }
    }
    best.map(|(_, pair)| Tie { pair, basis: Basis::Wording, sure: true })
}

/// True where the letter asks for at least two thirds of the questionnaire in short.
fn fits_in_short(printed: &[Printed<'_>], questionnaire: &Questionnaire) -> bool {
    let asked = |question: &&Question| {
        question.subject.asked_as.iter().any(|pattern| printed.iter().any(|printed| pattern.is_match(printed.view.text())))
    };
    questionnaire.questions.iter().filter(asked).count() * 3 >= questionnaire.questions.len() * 2
}

/// The text without `covered` stretches of it.
fn without(text: &str, mut covered: Vec<Span>) -> String {
    covered.sort_unstable();
    let (mut left, mut at) = (String::new(), 0);
    for span in covered {
        left.push_str(&text[at.min(span.start)..span.start]);
        at = at.max(span.end);
    }
    left.push_str(&text[at..]);
    left
}

/// The exchange that asks the question in short, between the exchanges of its neighbours.
fn in_short(printed: &[Printed<'_>], question: &Question, ties: &[Option<Tie>], i: usize) -> Option<Tie> {
    let from = ties[..i].iter().flatten().map(|tie| tie.pair).max().unwrap_or(0);
    let to = ties[i + 1..].iter().flatten().map(|tie| tie.pair).min().unwrap_or(printed.len().saturating_sub(1));
    let pair = (from..=to.max(from))
        .filter(|&pair| pair < printed.len())
        .find(|&pair| question.subject.asked_as.iter().any(|pattern| pattern.is_match(&printed[pair].left)))?;
    Some(Tie { pair, basis: Basis::Wording, sure: false })
}

/// The exchange that carries the question's number, or the number of the group that it belongs to.
fn by_number(pairs: &[Pair], number: &str) -> Option<Tie> {
    let wanted = Number::parse(number)?;
    let own = |pair: &Pair| pair.number.as_deref().and_then(Number::parse);
    let pair = pairs
        .iter()
        .position(|pair| own(pair).as_ref() == Some(&wanted))
        .or_else(|| pairs.iter().position(|pair| own(pair).is_some_and(|number| number.is_above(&wanted))))?;
    Some(Tie { pair, basis: Basis::Number, sure: true })
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
