//! A question asked in short: by its words, by hanging on another, or by its number, between the exchanges of its neighbours.

use std::cmp::Reverse;

use super::fit::asks_under_its_number;
use super::{Printed, Tie};
use crate::catalogue::Question;
use crate::catalogue::questionnaire::kind::guess_kind;
use crate::catalogue::questionnaire::{asks_also_how, asks_how};
use crate::document::Number;
use crate::record::{Basis, QuestionKind};

/// From this length on, in bytes, an exchange may ask for a whole request at once.
const WHOLE_REQUEST: usize = 240;

/// More questions of one exchange than these are a whole request.
const SEVERAL: usize = 4;

/// The exchange that asks question `i` in short; `None` where none does.
pub(super) fn shortened(
    printed: &[Printed<'_>],
    questions: &[Question],
    ties: &[Option<Tie>],
    i: usize,
) -> Option<Tie> {
    let from = ties[..i].iter().flatten().map(|tie| tie.pair).max().unwrap_or(0);
    let to = ties[i + 1..].iter().flatten().map(|tie| tie.pair).min().unwrap_or(printed.len().saturating_sub(1));
    let search = Search { printed, questions, ties, question: &questions[i], from, to: to.max(from) };
    let by_wording = search
        .under_its_number()
        .or_else(|| search.named())
        .or_else(|| search.described())
        .or_else(|| search.described_beside());
    let (pair, basis) = by_wording
        .map(|pair| (pair, Basis::Wording))
        .or_else(|| search.numbered().map(|pair| (pair, Basis::Number)))?;
    Some(Tie { pair, basis, sure: false, printed: true })
}

struct Search<'s, 'p> {
    printed: &'s [Printed<'p>],
    questions: &'s [Question],
    ties: &'s [Option<Tie>],
    /// The question looked for.
    question: &'s Question,
    /// The last exchange of the questions before it.
    from: usize,
    /// The first exchange of those after it.
    to: usize,
}

impl Search<'_, '_> {
    fn near(&self) -> impl Iterator<Item = usize> {
        let last = self.printed.len();
        (self.from..=self.to).filter(move |&pair| pair < last)
    }

    fn asked(&self, pair: usize) -> &str {
        self.printed[pair].view.text()
    }

    fn is_taken(&self, pair: usize) -> bool {
        self.ties.iter().flatten().any(|tie| tie.pair == pair)
    }

    /// "How many" asks for nothing that is told in words, and seldom for a yes.
    fn counts(&self, pair: usize) -> bool {
        self.asked(pair).len() < WHOLE_REQUEST && guess_kind(self.asked(pair)) == QuestionKind::Number
    }

    fn under_its_number(&self) -> Option<usize> {
        self.near().find(|&pair| asks_under_its_number(&self.printed[pair], self.question))
    }

    /// Of exchanges that name it the one that names it most, then one that no other question has.
    fn named(&self) -> Option<usize> {
        let words = |pair: usize| {
            let asked_as = &self.question.subject.asked_as;
            asked_as.iter().filter(|pattern| pattern.is_match(&self.printed[pair].left)).count()
        };
        let in_words = matches!(self.question.kind, QuestionKind::Text | QuestionKind::Date);
        let odd = |pair: usize| self.question.kind == QuestionKind::YesNo && self.counts(pair);
        let told = self.near().filter(|&pair| words(pair) > 0 && !(in_words && self.counts(pair)));
        told.min_by_key(|&pair| (odd(pair), Reverse(words(pair)), self.is_taken(pair), pair))
    }

    /// True where it asks how something is done that another question asks of.
    fn describes_another(&self) -> bool {
        self.question.subject.describes && !self.question.only_if.is_empty()
    }

    /// "What do they involve?", behind the question whether there are any; not "Approach, policies, training".
    fn described(&self) -> Option<usize> {
        let asks_more = |pair: usize| {
            let others = self.questions.iter().filter(|q| q.kind == QuestionKind::Text && !q.subject.describes);
            others.flat_map(|other| &other.subject.asked_as).any(|pattern| pattern.is_match(&self.printed[pair].left))
        };
        let asks = |&pair: &usize| {
            !self.is_taken(pair) && !self.counts(pair) && asks_how(&self.printed[pair].left) && !asks_more(pair)
        };
        self.near().find(asks).filter(|_| self.describes_another())
    }

    /// "Are there any, and if so how are they run?"; "please describe the approach and send policies", which hang on the same.
    fn described_beside(&self) -> Option<usize> {
        let tied = |(question, tie): (_, &'_ Option<Tie>)| -> Option<(&Question, usize)> {
            Some((question, tie.as_ref()?.pair))
        };
        let tied: Vec<(&Question, usize)> = self.questions.iter().zip(self.ties).filter_map(tied).collect();
        let parents = tied.iter().rev().filter(|(other, _)| self.question.only_if.contains(&other.field));
        let siblings = tied.iter().filter(|(other, _)| other.only_if == self.question.only_if);
        let mut beside = parents.chain(siblings).map(|(_, pair)| *pair);
        // A whole request may break off before it asks this.
        let whole = |pair: usize| self.ties.iter().flatten().filter(|tie| tie.pair == pair).count() > SEVERAL;
        beside.find(|&pair| asks_also_how(self.asked(pair)) && !whole(pair)).filter(|_| self.describes_another())
    }

    fn numbered(&self) -> Option<usize> {
        let number = Number::parse(&self.question.number);
        self.near().find(|&pair| {
            self.printed[pair].number.is_some() && self.printed[pair].number == number && !self.is_taken(pair)
        })
    }
}
