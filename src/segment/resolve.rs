//! Pointers → questions: which of the printed questions an opening or a repeated label means.

use std::collections::{BTreeMap, HashMap};

use super::pointer::Target;
use super::questions::Question;
use crate::document::{Number, Step};

/// The printed questions by number, so that a pointer need not try all of them.
#[derive(Debug, Default)]
pub(super) struct Printed {
    /// How many questions have been entered.
    count: usize,
    /// The questions that bear a number or stand below it.
    under: HashMap<Number, Vec<usize>>,
    /// True where any question has a number.
    numbered: bool,
    /// The top-level questions, each with everything below its number.
    tops: Vec<(Option<Step>, Vec<usize>)>,
}

impl Printed {
    /// Enters the questions that have come since the last time.
    pub(super) fn enter(&mut self, questions: &[Question]) {
        for (i, question) in questions.iter().enumerate().skip(self.count) {
            let steps = question.number.as_ref().map_or(&[][..], |number| &number.0);
            self.numbered |= question.number.is_some();
            for depth in 1..=steps.len() {
                self.under.entry(Number(steps[..depth].to_vec())).or_default().push(i);
            }
            match self.tops.last_mut() {
                Some((Some(last), members)) if Some(&*last) == steps.first() => members.push(i),
                _ => self.tops.push((steps.first().cloned(), vec![i])),
            }
        }
        self.count = questions.len();
    }

    /// The questions that bear `number` or stand below it, in order.
    pub(super) fn under(&self, number: &Number) -> &[usize] {
        self.under.get(number).map_or(&[], Vec::as_slice)
    }

    /// True where `questions` are all that is asked under `number`.
    pub(super) fn is_all_under(&self, number: &Number, questions: &[usize]) -> bool {
        self.under(number) == questions
    }

    /// The n-th top-level question, with everything below its number.
    fn top_level(&self, nth: usize) -> Vec<usize> {
        self.tops.get(nth).map_or_else(Vec::new, |(_, members)| members.clone())
    }
}

/// The indices of the questions that `target` names; empty where it names none that was printed.
pub(super) fn resolve(target: &Target, printed: &Printed, questions: &[Question], pending: &[usize]) -> Vec<usize> {
    match target {
        Target::Number(number) => find_number(number, printed, questions, pending),
        Target::Range(from, to) => {
            let find = |number| find_number(number, printed, questions, pending);
            let (first, last) = (find(from), find(to));
            match (first.first(), last.last()) {
                (Some(&first), Some(&last)) if first <= last => (first..=last).collect(),
                _ => Vec::new(),
            }
        }
        Target::Part(number, nth) => {
            let named = find_number(number, printed, questions, pending);
            match named.len() {
                0 | 1 => named,
                all => named.get((*nth).min(all - 1)).copied().into_iter().collect(),
            }
        }
        Target::Ordinal(usize::MAX) => questions.len().checked_sub(1).into_iter().collect(),
        Target::Ordinal(nth) => printed.top_level(*nth),
        Target::All => {
            if pending.is_empty() {
                (0..questions.len()).collect()
            } else {
                pending.to_vec()
            }
        }
        // Of which questions it is the n-th, only the words before tell.
        Target::Nth(_) | Target::Rest => Vec::new(),
    }
}

/// A number that all questions bear, thousands of them, names so many at most: those that are due.
const MOST: usize = 100;

fn find_number(number: &Number, printed: &Printed, questions: &[Question], pending: &[usize]) -> Vec<usize> {
    let named = printed.under(number);
    if !named.is_empty() {
        let due = named.partition_point(|at| pending.first().is_some_and(|first| at < first));
        let named = if due < named.len() && named.len() > MOST { &named[due..] } else { named };
        return named.iter().copied().take(MOST).collect();
    }
    // `1b(i)` where the letter prints `1b` for both, or `(i)` where it prints `1i`.
    let parent = Number(number.0[..number.0.len() - 1].to_vec());
    if number.0.len() > 1 {
        let own = |i: &usize| questions[*i].number.as_ref() == Some(&parent);
        let at_parent: Vec<usize> = printed.under(&parent).iter().copied().filter(own).collect();
        if at_parent.len() > 1
            && let Some(nth) = number.0.last().and_then(ordinal)
        {
            return at_parent.get(nth).copied().into_iter().collect();
        }
        return at_parent;
    }
    // Questions without numbers are counted.
    match (&number.0[..], printed.numbered) {
        ([Step::Number(nth)], false) => printed.top_level((*nth as usize).wrapping_sub(1)),
        ([Step::Letter(_) | Step::Roman(_)], false) => {
            number.0.first().and_then(ordinal).map_or_else(Vec::new, |nth| printed.top_level(nth))
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

/// Of bare labels in reading order (each with the first question it could mean, and its weight), those that run through the
/// questions in order: the heaviest increasing subsequence. Numbers of a list inside an answer fall out of it.
pub(super) fn in_order(labels: &[(usize, usize)]) -> Vec<bool> {
    // By the question that they end with, the heaviest subsequences so far: their weight, and their last label. A later question
    // stays only where it is heavier.
    let mut ends: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut before: Vec<Option<usize>> = vec![None; labels.len()];
    for (i, &(first, weight)) in labels.iter().enumerate() {
        let (so_far, last) = ends.range(..first).next_back().map_or((0, None), |(_, &(weight, at))| (weight, Some(at)));
        let total = so_far + weight;
        before[i] = last;
        if ends.get(&first).is_some_and(|&(weight, _)| weight > total) {
            continue;
        }
        ends.insert(first, (total, i));
        while let Some((&later, _)) = ends.range(first + 1..).next().filter(|(_, (weight, _))| *weight <= total) {
            ends.remove(&later);
        }
    }
    let mut kept = vec![false; labels.len()];
    let mut at = ends.last_key_value().map(|(_, &(_, at))| at);
    while let Some(i) = at {
        kept[i] = true;
        at = before[i];
    }
    kept
}
