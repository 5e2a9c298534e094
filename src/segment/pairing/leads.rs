//! Words that open a paragraph with what it is about: "Training: none.", "As for the evaluation, …".

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashSet};
use std::ops::RangeInclusive;

use super::Pairing;
use super::openings::Opening;
use super::parts::Part;
use crate::catalogue::topics::Topics;
use crate::segment::pointer::{head_len, lead_words};
use crate::text::{Span, View};

impl Pairing<'_> {
    /// Adds to the openings that are `chosen` the parts between them that say what they are about.
    pub(super) fn add_led(&self, parts: &[Part], pending: &[usize], chosen: &mut Vec<Opening>) {
        let leads = Leads { pairing: self, pending, topics: OnceCell::new() };
        let own: HashSet<usize> = chosen.iter().map(|opening| opening.part).collect();
        let free = parts.iter().enumerate().filter(|(at, part)| !own.contains(at) && part.label.is_none());
        let led: Vec<(usize, Vec<usize>)> =
            free.map(|(at, part)| (at, leads.of(part))).filter(|(_, named)| !named.is_empty()).collect();
        chosen.extend(leads.in_turn(&led, chosen));
        chosen.sort_by_key(|opening| opening.part);
    }

    /// An answer without the head that says what it is about: "none" of "Training: none".
    pub(super) fn behind_head(&self, mut answer: Vec<Span>) -> Vec<Span> {
        if let Some(first) = answer.first_mut() {
            let view = View::new(self.reading.folded, &[*first]);
            let behind =
                head_len(view.text()).and_then(|len| view.back(Span::new(len, view.text().len())).first().copied());
            first.start = behind.map_or(first.start, |behind| behind.start);
        }
        answer
    }
}

/// Tells which of the pending questions a paragraph says that it is about.
struct Leads<'p> {
    pairing: &'p Pairing<'p>,
    pending: &'p [usize],
    topics: OnceCell<Topics>,
}

impl Leads<'_> {
    /// The pending questions that the first words of a part name by their topic, in order.
    fn of(&self, part: &Part) -> Vec<usize> {
        /// Fewer are told apart by their place, and nobody asks more.
        const SEVERAL: RangeInclusive<usize> = 3..=100;
        let first = part.pieces.first().filter(|_| part.begins_line && SEVERAL.contains(&self.pending.len()));
        let Some(&first) = first else { return Vec::new() };
        let view = View::new(self.pairing.reading.folded, &[first]);
        let Some(lead) = lead_words(view.text()) else { return Vec::new() };
        self.topics().told(lead).into_iter().map(|at| self.pending[at]).collect()
    }

    /// The openings among the parts that name what they are about (`led`), in the order of the questions between those that
    /// are `chosen`; none where they are too few to be a habit.
    fn in_turn(&self, led: &[(usize, Vec<usize>)], chosen: &[Opening]) -> Vec<Opening> {
        /// So many in order are no accident.
        const HABIT: usize = 3;
        let named: BTreeSet<usize> = chosen.iter().flat_map(|opening| opening.questions.iter().copied()).collect();
        let mut above = chosen.iter().peekable();
        let mut last: Option<usize> = None;
        let mut openings: Vec<Opening> = Vec::new();
        for (part, candidates) in led {
            while let Some(opening) = above.next_if(|opening| opening.part < *part) {
                last = last.max(opening.questions.iter().copied().max());
            }
            let due = |question: &&usize| !named.contains(question) && last.is_none_or(|last| **question > last);
            if let Some(&question) = candidates.iter().find(due) {
                openings.push(Opening { part: *part, targets: Vec::new(), questions: vec![question] });
                last = Some(question);
            }
        }
        let habit = openings.len() + chosen.len() >= HABIT;
        if !habit || chosen.is_empty() && 2 * openings.len() < self.pending.len() {
            return Vec::new();
        }
        self.with_follow_ups(&mut openings, &named);
        openings
    }

    /// Adds what is asked only if the question before is answered so, and has no opening of its own.
    fn with_follow_ups(&self, openings: &mut [Opening], named: &BTreeSet<usize>) {
        let own: BTreeSet<usize> = openings.iter().flat_map(|opening| opening.questions.iter().copied()).collect();
        let follows = |question: usize| self.pairing.says(&self.pairing.questions()[question].pieces, "follows-up");
        for opening in openings {
            let next = |question: &&usize| opening.questions.last().is_some_and(|last| **question > *last);
            let behind: Vec<usize> = self.pending.iter().filter(next).copied().collect();
            let joined = behind
                .into_iter()
                .take_while(|question| !own.contains(question) && !named.contains(question) && follows(*question));
            opening.questions.extend(joined.collect::<Vec<_>>());
        }
    }

    fn topics(&self) -> &Topics {
        self.topics.get_or_init(|| {
            let asked = |&at: &usize| View::new(self.pairing.reading.folded, &self.pairing.questions()[at].pieces);
            let asked: Vec<View<'_>> = self.pending.iter().map(asked).collect();
            Topics::new(&asked.iter().map(View::text).collect::<Vec<_>>())
        })
    }
}
