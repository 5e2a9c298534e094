//! Answers tied by name: the labels and pointers in an answer, and the questions that they mean.

use super::openings::Opening;
use super::parts::{Part, join_parts};
use super::{MOST_REPEATED, Pairing};
use crate::segment::pointer::Target;
use crate::segment::resolve::resolve;
use crate::segment::split;
use crate::text::{Span, View};

/// The items of a list that is all that `parts` hold, where there are as many as questions: each answers one.
fn items(parts: &[Part], questions: usize) -> Option<Vec<&[Part]>> {
    let first = parts.iter().position(|part| !part.pieces.is_empty())?;
    let starts: Vec<usize> = (first..parts.len()).filter(|&at| parts[at].bullet).collect();
    if questions < 2 || starts.len() != questions || starts[0] != first {
        return None;
    }
    let ends = starts.iter().skip(1).copied().chain([parts.len()]);
    Some(starts.iter().zip(ends).map(|(&start, end)| &parts[start..end]).collect())
}

impl Pairing<'_> {
    /// The printed questions that `targets` name.
    pub(super) fn resolve_all(&self, targets: &[Target], pending: &[usize]) -> Vec<usize> {
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
            if let Some(items) = items(&parts[opening.part..to], opening.questions.len()) {
                for (&question, item) in opening.questions.iter().zip(items) {
                    self.answers[question] = Some(join_parts(self.reading, item));
                }
                continue;
            }
            let answer = join_parts(self.reading, &parts[opening.part..to]);
            let answer = if opening.targets.is_empty() { self.behind_head(answer) } else { answer };
            // One number with several questions under it is answered for each; several numbers named together are answered
            // as one.
            if matches!(opening.targets[..], [Target::Number(_)]) && self.share_out(&opening.questions, &answer) {
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
                if self.first.contains(&question) && self.says(&answer, "first-stands") {
                    continue;
                }
                if let [Target::Nth(_)] = opening.targets[..] {
                    // It takes its own out of what was named together.
                    let asked = View::new(self.reading.folded, &self.questions()[question].pieces);
                    self.answers[question] = Some(split::without_echo(self.reading, &answer, asked.text()));
                    continue;
                }
                match &mut self.answers[question] {
                    Some(earlier) if earlier.len() > MOST_REPEATED => {}
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

    /// Gives `answer` to all that is asked under its number: to each its share, or all of it to each.
    pub(super) fn give_under_one_number(&mut self, questions: &[usize], answer: &[Span]) {
        if !self.share_out(questions, answer) {
            questions.iter().for_each(|&question| self.answers[question] = Some(answer.to_vec()));
        }
    }

    /// Gives each of `questions` its share of `answer`, and tells whether it has shares.
    fn share_out(&mut self, questions: &[usize], answer: &[Span]) -> bool {
        let Some(shares) = split::share_out(self.reading, answer, &self.asked_by(questions)) else { return false };
        for (&question, share) in questions.iter().zip(shares) {
            self.answers[question] = Some(share);
        }
        true
    }

    /// Where each of `questions` is printed.
    fn asked_by(&self, questions: &[usize]) -> Vec<Vec<Span>> {
        questions.iter().map(|&i| self.questions()[i].pieces.clone()).collect()
    }
}
