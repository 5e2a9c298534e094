//! Pointers → questions: which of the printed questions an opening or a repeated label means.

use super::pointer::Target;
use super::questions::Question;
use crate::document::{Number, Step};

/// The indices of the questions that `target` names; empty where it names none that was printed.
pub(super) fn resolve(target: &Target, questions: &[Question], pending: &[usize]) -> Vec<usize> {
    match target {
        Target::Number(number) => find_number(number, questions),
        Target::Range(from, to) => {
            let (first, last) = (find_number(from, questions), find_number(to, questions));
            match (first.first(), last.last()) {
                (Some(&first), Some(&last)) if first <= last => (first..=last).collect(),
                _ => Vec::new(),
            }
        }
        Target::Part(number, nth) => {
            let named = find_number(number, questions);
            match named.len() {
                0 | 1 => named,
                all => named.get((*nth).min(all - 1)).copied().into_iter().collect(),
            }
        }
        Target::Ordinal(usize::MAX) => questions.len().checked_sub(1).into_iter().collect(),
        Target::Ordinal(nth) => top_level(questions, *nth),
        Target::All => {
            if pending.is_empty() {
                (0..questions.len()).collect()
            } else {
                pending.to_vec()
            }
        }
        Target::Rest => Vec::new(),
    }
}

fn find_number(number: &Number, questions: &[Question]) -> Vec<usize> {
    let having = |test: &dyn Fn(&Number) -> bool| -> Vec<usize> {
        questions.iter().enumerate().filter(|(_, q)| q.number.as_ref().is_some_and(test)).map(|(i, _)| i).collect()
    };
    let named = having(&|own| own == number || number.is_above(own));
    if !named.is_empty() {
        return named;
    }
    // `1b(i)` where the letter prints `1b` for both, or `(i)` where it prints `1i`.
    let parent = Number(number.0[..number.0.len() - 1].to_vec());
    if number.0.len() > 1 {
        let at_parent = having(&|own| *own == parent);
        if at_parent.len() > 1
            && let Some(nth) = number.0.last().and_then(ordinal)
        {
            return at_parent.get(nth).copied().into_iter().collect();
        }
        return at_parent;
    }
    // Questions without numbers are counted.
    match (&number.0[..], questions.iter().all(|q| q.number.is_none())) {
        ([Step::Number(nth)], true) => top_level(questions, (*nth as usize).wrapping_sub(1)),
        ([Step::Letter(_) | Step::Roman(_)], true) => {
            number.0.first().and_then(ordinal).map_or_else(Vec::new, |nth| top_level(questions, nth))
        }
        _ => Vec::new(),
    }
}

fn ordinal(step: &Step) -> Option<usize> {
    Some(match step {
        Step::Number(n) | Step::Roman(n) => (*n as usize).checked_sub(1)?,
        Step::Letter(letter) => (*letter as usize).checked_sub('a' as usize)?,
    })
}

/// The n-th top-level question, with everything below its number.
fn top_level(questions: &[Question], nth: usize) -> Vec<usize> {
    let mut tops: Vec<(Option<&Step>, Vec<usize>)> = Vec::new();
    for (i, question) in questions.iter().enumerate() {
        let top = question.number.as_ref().and_then(|number| number.0.first());
        match tops.last_mut() {
            Some((last, members)) if top.is_some() && *last == top => members.push(i),
            _ => tops.push((top, vec![i])),
        }
    }
    tops.into_iter().nth(nth).map_or_else(Vec::new, |(_, members)| members)
}

/// Of bare labels in reading order (each with the first question it could mean), those that run through the
/// questions in order: the longest increasing subsequence. Numbers of a list inside an answer fall out of it.
pub(super) fn in_order(firsts: &[usize]) -> Vec<bool> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; firsts.len()];
    for (i, &first) in firsts.iter().enumerate() {
        let place = tails.partition_point(|&tail| firsts[tail] < first);
        before[i] = place.checked_sub(1).map(|earlier| tails[earlier]);
        if place == tails.len() { tails.push(i) } else { tails[place] = i }
    }
    let mut kept = vec![false; firsts.len()];
    let mut at = tails.last().copied();
    while let Some(i) = at {
        kept[i] = true;
        at = before[i];
    }
    kept
}
