//! The answer to the last question that is due, and which of the questions before it are answered with it.

use super::parts::{Part, join_parts};
use super::{MOST_REPEATED, Pairing};
use crate::document::{Number, Step};
use crate::text::Span;

/// What opens an answer.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Opened {
    /// True under a heading: "Response".
    pub heading: bool,
    /// True where that heading names a section of the request, all of which is answered: "Reply to section 1".
    pub section: bool,
    /// True behind a mark ("Response:"), where most answers of the letter have one.
    pub mark: bool,
}

impl Pairing<'_> {
    /// Gives an answer to the last question that is due, with those before it that it answers, too.
    pub(super) fn give_last(&mut self, pending: &[usize], parts: &[Part]) {
        let Some(&last) = pending.last() else { return };
        self.groups.push(pending.to_vec());
        let answer = join_parts(self.reading, parts);
        let joint = self.opened.section || self.refuses_block(pending, parts) || self.says(&answer, "joint-words");
        let first = self.first_of_sentence(last);
        let before = pending.iter().rev().nth(1).filter(|_| self.is_followed_up(last, &answer)).copied();
        let introduced = self.introduced_together(last);
        for &i in pending.iter().rev().take(MOST_REPEATED) {
            let beside = introduced.is_some() && self.questions()[i].intro == introduced;
            if i == last || joint || i >= first || before == Some(i) || beside {
                self.answers[i] = Some(answer.clone());
            }
        }
    }

    /// True for a refusal under "Response", below a block of questions, or below all that is asked under a number: it is of the block.
    fn refuses_block(&self, pending: &[usize], parts: &[Part]) -> bool {
        // What was cut off an item has no number of its own.
        let number = |question: usize| self.questions()[question].number.as_ref();
        let numbered: Vec<usize> = pending.iter().copied().filter(|&question| number(question).is_some()).collect();
        let under = |top: &Step| self.collector.printed.is_all_under(&Number(vec![top.clone()]), &numbered);
        let top = pending.last().and_then(|&last| number(last)?.0.first());
        let block = pending.len() > 1 && top.is_some_and(under);
        (self.opened.heading || block) && self.refuses(parts)
    }

    /// True where the last question asks what follows from the one before: "Is it contracted out? If so, to whom?": "Yes, to the
    /// county" answers both, as do all words behind the one mark below both.
    fn is_followed_up(&self, last: usize, answer: &[Span]) -> bool {
        self.says(&self.questions()[last].pieces, "follows-up")
            && (self.opened.mark || self.says(answer, "leading-yes") || self.says(answer, "leading-no"))
    }

    /// The first of the items of one sentence of which `last` is the last: "A description; the policies; any evaluations".
    fn first_of_sentence(&self, last: usize) -> usize {
        let questions = self.questions();
        let goes_on = |i: usize| questions[i].pieces.last().is_some_and(|end| end.of(self.reading.text).ends_with(';'));
        let items = (0..last).rev().take_while(|&i| goes_on(i) && !questions[i + 1].opens);
        items.take(MOST_REPEATED).last().unwrap_or(last)
    }

    /// The colon that introduces `last` together with others, none of which has its own answer: where one has, the others keep to
    /// themselves, too.
    fn introduced_together(&self, last: usize) -> Option<usize> {
        let intro = self.questions()[last].intro?;
        let mut beside = (0..=last).rev().take_while(|&i| self.questions()[i].intro == Some(intro)).take(MOST_REPEATED);
        (!beside.any(|i| self.answers[i].is_some())).then_some(intro)
    }

    /// Where all answers stand below groups of questions, none below one alone, each is to its whole group.
    pub(super) fn share_with_groups(&mut self) {
        const GROUPS: usize = 2;
        let groups = std::mem::take(&mut self.groups);
        let grouped: usize = groups.iter().map(Vec::len).sum();
        // No other answer than that of the last: a few words already say that they are of both.
        let of_the_last = |group: &Vec<usize>| {
            let last = group.last().map(|&last| &self.answers[last]);
            let other = |&question: &usize| self.answers[question].is_some() && Some(&self.answers[question]) != last;
            group.len() > 1 && !group.iter().any(other)
        };
        if groups.len() < GROUPS || grouped != self.answers.len() || !groups.iter().all(of_the_last) {
            return;
        }
        for group in groups.iter().filter(|group| group.len() <= MOST_REPEATED) {
            let answer = group.last().and_then(|&last| self.answers[last].clone());
            group.iter().for_each(|&question| self.answers[question] = answer.clone());
        }
    }
}
