//! Questions tied to what a letter prints: by wording, in short, by number.

use std::cmp::Reverse;

use super::fit::asks_under_its_number;
use super::{Printed, Tie};
use crate::catalogue::Question;
use crate::catalogue::questionnaire::asks_how;
use crate::catalogue::questionnaire::kind::guess_kind;
use crate::document::Number;
use crate::record::{Basis, QuestionKind};
use crate::segment::Pair;
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

/// From this length on, in bytes, an exchange may ask for a whole request at once.
const WHOLE_REQUEST: usize = 240;

/// The exchange that asks the question in short, between the exchanges of its neighbours.
pub(super) fn shortened(
    printed: &[Printed<'_>],
    questions: &[Question],
    ties: &[Option<Tie>],
    i: usize,
) -> Option<Tie> {
    let question = &questions[i];
    let from = ties[..i].iter().flatten().map(|tie| tie.pair).max().unwrap_or(0);
    let to = ties[i + 1..].iter().flatten().map(|tie| tie.pair).min().unwrap_or(printed.len().saturating_sub(1));
    let near = || (from..=to.max(from)).filter(|&pair| pair < printed.len());
    let words =
        |pair: usize| question.subject.asked_as.iter().filter(|pattern| pattern.is_match(&printed[pair].left)).count();
    let taken = |pair: usize| ties.iter().flatten().any(|tie| tie.pair == pair);
    let asked = |pair: usize| printed[pair].view.text();
    let counts = |pair: usize| asked(pair).len() < WHOLE_REQUEST && guess_kind(asked(pair)) == QuestionKind::Number;
    let in_words = matches!(question.kind, QuestionKind::Text | QuestionKind::Date);
    // Of exchanges that name it the one that names it most, then one that no other question has. "How many" asks for nothing
    // that is told in words, and seldom for a yes.
    let named = || {
        let told = near().filter(|&pair| words(pair) > 0 && !(in_words && counts(pair)));
        let odd = |pair: usize| question.kind == QuestionKind::YesNo && counts(pair);
        told.min_by_key(|&pair| (odd(pair), Reverse(words(pair)), taken(pair), pair))
    };
    let own = |&pair: &usize| asks_under_its_number(&printed[pair], question);
    let number = Number::parse(&question.number);
    let free = |&pair: &usize| printed[pair].number.is_some() && printed[pair].number == number && !taken(pair);
    // "What do they involve?", behind the question whether there are any; not "Approach, policies, training".
    let asks_more = |pair: usize| {
        let others = questions.iter().filter(|other| other.kind == QuestionKind::Text && !other.subject.describes);
        others.flat_map(|other| &other.subject.asked_as).any(|pattern| pattern.is_match(&printed[pair].left))
    };
    let described = || {
        let asks = |&pair: &usize| !taken(pair) && !counts(pair) && asks_how(&printed[pair].left) && !asks_more(pair);
        near().find(asks).filter(|_| question.subject.describes && !question.only_if.is_empty())
    };
    let (pair, basis) = near()
        .find(own)
        .or_else(named)
        .or_else(described)
        .map(|pair| (pair, Basis::Wording))
        .or_else(|| near().find(free).map(|pair| (pair, Basis::Number)))?;
    Some(Tie { pair, basis, sure: false, printed: true })
}

/// The exchange that carries each question's number, or the number of the group that it belongs to; where the letter counts
/// otherwise below a number (`2.1`, `2.2` for 2a, 2b), the exchanges below it in order, if they are as many as the questions.
/// `sure` where the letter is known to speak of the questionnaire's matter: other requests have the same numbers.
pub(super) fn by_number(pairs: &[Pair], questions: &[Question], sure: bool) -> Vec<Option<Tie>> {
    let printed: Vec<Option<Number>> = pairs.iter().map(|pair| Number::parse(pair.number.as_deref()?)).collect();
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
        let above = || printed.iter().position(|number| number.as_ref().is_some_and(|number| number.is_above(wanted)));
        let sure = sure && own.is_some();
        own.or_else(above).or_else(counted).map(|pair| Tie { pair, basis: Basis::Number, sure, printed: true })
    };
    (0..questions.len()).map(find).collect()
}
