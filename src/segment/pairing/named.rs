//! Answers tied by name: the labels and pointers in an answer, and the questions that they mean.

use std::collections::HashSet;

use super::Pairing;
use super::endings::Endings;
use super::parts::{Part, join_parts};
use crate::document::Number;
use crate::segment::pointer::Target;
use crate::segment::resolve::{in_order, resolve};
use crate::segment::split;
use crate::text::{Span, View};

/// A part that opens an answer.
pub(super) struct Opening {
    /// Index of the part.
    pub part: usize,
    targets: Vec<Target>,
    /// The printed questions that it names.
    questions: Vec<usize>,
}

/// The openings without those inside a paragraph that name only what others name at the beginning of a line: "Parts 1 and 2
/// could have been answered" above "Part 1(a): …" answers neither.
fn without_asides(parts: &[Part], chosen: Vec<Opening>) -> Vec<Opening> {
    let begins = |opening: &Opening| parts[opening.part].begins_line;
    let own: HashSet<usize> =
        chosen.iter().filter(|opening| begins(opening)).flat_map(|opening| opening.questions.iter().copied()).collect();
    let aside = |opening: &Opening| {
        !begins(opening) && !opening.questions.is_empty() && opening.questions.iter().all(|q| own.contains(q))
    };
    chosen.into_iter().filter(|opening| !aside(opening)).collect()
}

/// "For the first, …" counts so many questions at most, where no number names them.
const COUNTED: usize = 4;

impl Pairing<'_> {
    /// Which parts open an answer to which questions.
    pub(super) fn choose(&self, parts: &[Part], pending: &[usize]) -> Vec<Opening> {
        let alone = pending.len() == 1;
        let mut chosen: Vec<Opening> = Vec::new();
        let mut bare: Vec<(Opening, usize)> = Vec::new();
        let mut above = Number::default();
        let endings = Endings::new(self.questions(), pending);
        // The questions that were named together last.
        let mut group: Vec<usize> = if pending.len() <= COUNTED { pending.to_vec() } else { Vec::new() };
        for (i, part) in parts.iter().enumerate() {
            let label = part.label.as_ref().filter(|_| !alone);
            let labelled = label.and_then(|label| self.labelled(label, &above, pending, &endings));
            let of_label = labelled.as_ref().map(|(target, _)| self.resolve_all(std::slice::from_ref(target), pending));
            group = of_label.clone().filter(|named| named.len() > 1).unwrap_or(group);
            if let Some(pointer) = &part.pointer {
                let counted = |target: &Target| match target {
                    Target::Nth(nth) => group.get((*nth).min(group.len().wrapping_sub(1))).copied(),
                    _ => None,
                };
                let questions = match pointer.targets[..] {
                    [Target::Nth(_), ..] => pointer.targets.iter().filter_map(counted).collect(),
                    _ => self.resolve_all(&pointer.targets, pending),
                };
                let due = questions
                    .iter()
                    .any(|q| pending.binary_search(q).is_ok() || self.answers.get(*q).is_some_and(Option::is_none));
                let rest = pointer.targets.contains(&Target::Rest);
                if self.questions().is_empty()
                    && let [Target::Nth(nth)] = pointer.targets[..]
                {
                    // "1b First bullet, October 2023. Second bullet, a plan": what it counts stands under the last number.
                    above = part.label.as_ref().map_or(above.clone(), |label| label.below(&above));
                    chosen.push(Opening { part: i, targets: vec![Target::Part(above.clone(), nth)], questions });
                    continue;
                }
                if (due || rest || self.questions().is_empty() && pointer.explicit)
                    && !(alone && questions.as_slice() == pending)
                {
                    if let Some(Target::Number(number)) = pointer.targets.last() {
                        above = number.clone();
                    }
                    let counts = matches!(pointer.targets[..], [Target::Nth(_), ..]);
                    group = if questions.len() > 1 && !counts { questions.clone() } else { group };
                    chosen.push(Opening { part: i, targets: pointer.targets.clone(), questions });
                    continue;
                }
            }
            if let Some((label, (target, first))) = label.zip(labelled) {
                above = label.below(&above);
                let questions = of_label.unwrap_or_default();
                bare.push((Opening { part: i, targets: vec![target], questions }, first.unwrap_or(bare.len())));
            }
        }
        let firsts: Vec<usize> = bare.iter().map(|(_, first)| *first).collect();
        let kept = in_order(&firsts);
        let enough = kept.iter().filter(|kept| **kept).count() > 1
            || !chosen.is_empty()
            || self.questions().len() < 2 && !self.questions().is_empty();
        if enough {
            chosen.extend(bare.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|((opening, _), _)| opening));
        }
        // "The remaining parts do not apply", further down an answer to several questions, is a sentence of it where nothing
        // else is named.
        let several = pending.len() > 1;
        if several && chosen.iter().all(|opening| opening.part > 0 && opening.targets.contains(&Target::Rest)) {
            return Vec::new();
        }
        chosen.sort_by_key(|opening| opening.part);
        without_asides(parts, chosen)
    }

    /// What a bare label means below `above`, and the first question that it names; `None` for the latter where the letter
    /// prints no question.
    fn labelled(
        &self,
        label: &Number,
        above: &Number,
        pending: &[usize],
        endings: &Endings<'_>,
    ) -> Option<(Target, Option<usize>)> {
        let named = |number: Number| {
            let target = Target::Number(number);
            let first = self.resolve_all(std::slice::from_ref(&target), pending).first().copied();
            first.map(|first| (target, Some(first)))
        };
        if self.questions().is_empty() {
            return Some((Target::Number(label.below(above)), None));
        }
        let ending = || {
            let &first = endings.of(label).first()?;
            Some((Target::Number(self.questions()[first].number.clone()?), Some(first)))
        };
        named(label.below(above)).or_else(ending).or_else(|| named(label.clone()))
    }

    fn resolve_all(&self, targets: &[Target], pending: &[usize]) -> Vec<usize> {
        let mut named: Vec<usize> = targets
            .iter()
            .flat_map(|target| resolve(target, &self.collector.printed, self.questions(), pending))
            .collect();
        named.sort_unstable();
        named.dedup();
        // Where each group of questions has an `a)` of its own, the one that is due is meant.
        let due: Vec<usize> =
            named.iter().copied().filter(|question| pending.binary_search(question).is_ok()).collect();
        if due.is_empty() { named } else { due }
    }

    pub(super) fn give_chosen(&mut self, parts: &[Part], chosen: &[Opening], pending: &[usize]) {
        let ends = chosen.iter().skip(1).map(|opening| opening.part).chain([parts.len()]);
        let mut rest = None;
        for (opening, to) in chosen.iter().zip(ends) {
            let answer = join_parts(self.reading, &parts[opening.part..to]);
            // One number with several questions under it is answered for each; several numbers named together are answered
            // as one.
            let shares = matches!(opening.targets[..], [Target::Number(_)])
                .then(|| split::share_out(self.reading, &answer, &self.asked_by(&opening.questions)));
            if let Some(shares) = shares.flatten() {
                for (&question, share) in opening.questions.iter().zip(shares) {
                    self.answers[question] = Some(share);
                }
                continue;
            }
            if opening.targets.contains(&Target::Rest) {
                rest = Some(answer);
                continue;
            }
            if opening.questions.is_empty() {
                let numbers = opening.targets.iter().flat_map(Target::numbers);
                self.unasked.extend(numbers.map(|number| (number, answer.clone())));
            }
            for &question in &opening.questions {
                if let [Target::Nth(_)] = opening.targets[..] {
                    // It takes its own out of what was named together.
                    let asked = View::new(self.reading.folded, &self.questions()[question].pieces);
                    self.answers[question] = Some(split::without_echo(self.reading, &answer, asked.text()));
                    continue;
                }
                match &mut self.answers[question] {
                    Some(earlier) if pending.binary_search(&question).is_ok() => earlier.extend(answer.iter().copied()),
                    slot => *slot = Some(answer.clone()),
                }
            }
        }
        // What stands before the first pointer answers the one question that was due.
        if let [only] = pending
            && self.answers[*only].is_none()
            && chosen[0].part > 0
        {
            self.answers[*only] = Some(join_parts(self.reading, &parts[..chosen[0].part]));
        }
        if let Some(answer) = rest {
            self.answers.iter_mut().filter(|slot| slot.is_none()).for_each(|slot| *slot = Some(answer.clone()));
        }
    }

    /// Where each of `questions` is printed.
    fn asked_by(&self, questions: &[usize]) -> Vec<Vec<Span>> {
        questions.iter().map(|&i| self.questions()[i].pieces.clone()).collect()
    }
}
