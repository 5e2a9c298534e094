//! Answers tied by name: the labels and pointers in an answer, and the questions that they mean.

use super::Pairing;
use super::endings::Endings;
use super::parts::{Part, join_parts};
use crate::document::Number;
use crate::segment::pointer::Target;
use crate::segment::resolve::{in_order, resolve};
use crate::segment::split;
use crate::text::Span;

impl Pairing<'_> {
    /// Which parts open an answer to which questions.
    pub(super) fn choose(&self, parts: &[Part], pending: &[usize]) -> Vec<(usize, Vec<Target>)> {
        let alone = pending.len() == 1;
        let mut chosen: Vec<(usize, Vec<Target>)> = Vec::new();
        let mut bare: Vec<(usize, Vec<Target>, usize)> = Vec::new();
        let mut above = Number::default();
        let endings = Endings::new(self.questions(), pending);
        for (i, part) in parts.iter().enumerate() {
            if let Some(pointer) = &part.pointer {
                let named = self.resolve_all(&pointer.targets, pending);
                let due = named
                    .iter()
                    .any(|q| pending.binary_search(q).is_ok() || self.answers.get(*q).is_some_and(Option::is_none));
                let rest = pointer.targets.contains(&Target::Rest);
                if (due || rest || self.questions().is_empty() && pointer.explicit)
                    && !(alone && named.as_slice() == pending)
                {
                    chosen.push((i, pointer.targets.clone()));
                    if let Some(Target::Number(number)) = pointer.targets.last() {
                        above = number.clone();
                    }
                    continue;
                }
            }
            if let Some(label) = &part.label
                && !alone
                && let Some((target, first)) = self.labelled(label, &above, pending, &endings)
            {
                bare.push((i, vec![target], first.unwrap_or(bare.len())));
                above = label.below(&above);
            }
        }
        let firsts: Vec<usize> = bare.iter().map(|(.., first)| *first).collect();
        let kept = in_order(&firsts);
        let enough = kept.iter().filter(|kept| **kept).count() > 1
            || !chosen.is_empty()
            || self.questions().len() < 2 && !self.questions().is_empty();
        if enough {
            chosen
                .extend(bare.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|((i, targets, _), _)| (i, targets)));
        }
        chosen.sort_by_key(|(i, _)| *i);
        chosen
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
        named
    }

    pub(super) fn give_chosen(&mut self, parts: &[Part], chosen: &[(usize, Vec<Target>)], pending: &[usize]) {
        let ends = chosen.iter().skip(1).map(|(i, _)| *i).chain([parts.len()]);
        let mut rest = None;
        for ((from, targets), to) in chosen.iter().zip(ends) {
            let answer = join_parts(self.reading, &parts[*from..to]);
            let group = self.resolve_all(targets, pending);
            if let Some(shares) = split::share_out(self.reading, &answer, &self.asked_by(&group)) {
                for (question, share) in group.into_iter().zip(shares) {
                    self.answers[question] = Some(share);
                }
                continue;
            }
            if targets.contains(&Target::Rest) {
                rest = Some(answer);
                continue;
            }
            let named = self.resolve_all(targets, pending);
            if named.is_empty() {
                let numbers = targets.iter().flat_map(Target::numbers);
                self.unasked.extend(numbers.map(|number| (number, answer.clone())));
            }
            for question in named {
                match &mut self.answers[question] {
                    Some(earlier) if pending.binary_search(&question).is_ok() => earlier.extend(answer.iter().copied()),
                    slot => *slot = Some(answer.clone()),
                }
            }
        }
        // What stands before the first pointer answers the one question that was due.
        if let [only] = pending
            && self.answers[*only].is_none()
            && chosen[0].0 > 0
        {
            self.answers[*only] = Some(join_parts(self.reading, &parts[..chosen[0].0]));
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
