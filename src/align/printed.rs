//! Questions tied to what a letter prints: by wording, by number.

use super::{Printed, Tie};
use crate::catalogue::{Question, Questionnaire};
use crate::document::Number;
use crate::record::Basis;
use crate::text::Span;

/// For each question the exchange that covers its wording best. Where several do, as with a wording that comes twice,
/// the one that has its number, or else the first after the question before.
pub(super) fn by_wording(printed: &[Printed<'_>], index: usize, questions: &[Question]) -> Vec<Option<Tie>> {
    let mut ties: Vec<Option<Tie>> = Vec::with_capacity(questions.len());
    for (i, question) in questions.iter().enumerate() {
        let coverage = |pair: usize| {
            let hit = printed[pair].hits.iter().find(|hit| hit.questionnaire == index && hit.question == i);
            hit.map_or(0.0, |hit| hit.coverage)
        };
        let best = (0..printed.len()).map(coverage).fold(0.0, f32::max);
        let equal: Vec<usize> = (0..printed.len()).filter(|&pair| best > 0.0 && coverage(pair) + 0.01 > best).collect();
        let number = Number::parse(&question.number);
        let before = ties.iter().flatten().map(|tie| tie.pair).max();
        let numbered = equal.iter().find(|&&pair| number.is_some() && printed[pair].number == number);
        let after = equal.iter().find(|&&pair| before.is_none_or(|before| pair > before));
        let repeats = |earlier: &Question| question.wordings.iter().any(|wording| earlier.wordings.contains(wording));
        let chosen = match questions[..i].iter().any(repeats) {
            true => numbered.or(after).or(equal.first()),
            false => equal.first(),
        };
        ties.push(chosen.map(|&pair| Tie { pair, basis: Basis::Wording, sure: true, printed: true }));
    }
    ties
}

/// The text without `covered` stretches of it.
pub(super) fn without(text: &str, mut covered: Vec<Span>) -> String {
    covered.sort_unstable();
    let (mut left, mut at) = (String::new(), 0);
    for span in covered {
        left.push_str(&text[at.min(span.start)..span.start]);
        at = at.max(span.end);
    }
    left.push_str(&text[at..]);
    left
}

/// Of so many exchanges with one number the hints are read.
const ALIKE: usize = 20;

/// The exchange that carries each question's number, or the number of the group that it belongs to; where the letter counts
/// otherwise below a number (`2.1`, `2.2` for 2a, 2b), the exchanges below it in order, if they are as many as the questions.
/// Of several with one number it is the one whose hint ("3b (evaluations)") tells of the question. `sure` where the letter is known
/// to speak of the questionnaire's matter: other requests have the same numbers.
pub(super) fn by_number(hints: &[Printed<'_>], questionnaire: &Questionnaire, sure: bool) -> Vec<Option<Tie>> {
    let questions = &questionnaire.questions;
    let printed: Vec<Option<Number>> = hints.iter().map(|hint| hint.number.clone()).collect();
    let asked: Vec<Option<Number>> = questions.iter().map(|question| Number::parse(&question.number)).collect();
    let find = |i: usize| {
        let wanted = asked[i].as_ref()?;
        let own = printed.iter().position(|number| number.as_ref() == Some(wanted));
        let counted = || {
            let top = wanted.0.first()?;
            let below = |numbers: &[Option<Number>]| -> Vec<usize> {
                let inside = |at: &usize| numbers[*at].as_ref().is_some_and(|number| number.0.first() == Some(top));
                (0..numbers.len()).filter(inside).collect()
            };
            let (theirs, ours) = (below(&printed), below(&asked));
            let place = ours.iter().position(|&question| question == i)?;
            (theirs.len() == ours.len()).then(|| theirs[place])
        };
        let hinted = |at: &usize| {
            if hints[*at].view.text().is_empty() {
                return false;
            }
            let beside = |asked: &Option<Number>| {
                asked.as_ref().zip(printed[*at].as_ref()).is_some_and(|(asked, own)| own.is_above(asked))
            };
            let beside: Vec<usize> = (0..asked.len()).filter(|&question| beside(&asked[question])).collect();
            questionnaire.topics.among(&beside).told(hints[*at].view.text()).contains(&i)
        };
        let above = || {
            let is_above = |at: &usize| printed[*at].as_ref().is_some_and(|number| number.is_above(wanted));
            let mut all = (0..printed.len()).filter(is_above);
            all.clone().take(ALIKE).find(hinted).or_else(|| all.next())
        };
        let sure = sure && own.is_some();
        own.or_else(above).or_else(counted).map(|pair| Tie { pair, basis: Basis::Number, sure, printed: true })
    };
    (0..questions.len()).map(find).collect()
}
