//! Answers tied by place: by the row of a table, by their order, to the question just before, or to the whole request.

use std::ops::Range;

use super::parts::{Part, join_parts};
use super::{MOST_REPEATED, Pairing};
use crate::catalogue::topics::Topics;
use crate::text::{Span, View};

impl Pairing<'_> {
    /// Gives an answer that names no question to those that are due.
    pub(super) fn give_by_place(&mut self, run: usize, parts: &[Part], pending: &[usize]) {
        if let Some(answers) = self.one_each(parts, pending).or_else(|| self.by_topic(parts, pending)) {
            for (questions, place) in answers {
                let answer = join_parts(self.reading, &parts[place]);
                questions.iter().for_each(|&question| self.answers[question] = Some(answer.clone()));
            }
        } else if pending.len() > 1 && !self.alternates && !self.opened.section {
            self.whole = Some((run - 1, join_parts(self.reading, parts)));
        } else if pending.is_empty() {
            self.go_on(parts);
        } else {
            self.give_last(pending, parts);
        }
    }

    /// Answers one after another, as many as there are pending questions, or lines of them: by their bullets and labels, or
    /// a line each up to the next blank line, as in a column that lost its table. For each its questions and its parts.
    fn one_each(&self, parts: &[Part], pending: &[usize]) -> Option<Vec<(Vec<usize>, Range<usize>)>> {
        let items: Vec<usize> = (0..parts.len()).filter(|&i| parts[i].bullet || parts[i].label.is_some()).collect();
        let column = parts.iter().skip(1).position(|part| part.gap).map_or(parts.len(), |at| at + 1);
        // "No. We have" | "no such offer." is one answer on two lines.
        let open = |i: usize| {
            let before = i.checked_sub(1).and_then(|before| parts[before].pieces.last());
            let several = i > 0 && parts[i - 1].pieces.len() > 1;
            before.is_some_and(|piece| several && piece.of(self.reading.text).ends_with(char::is_alphanumeric))
        };
        let lines: Vec<usize> = (0..column).filter(|&i| parts[i].begins_line && !open(i)).collect();
        let one_by_one: Vec<Vec<usize>> = pending.iter().map(|&question| vec![question]).collect();
        let by_line: Vec<Vec<usize>> =
            pending.chunk_by(|_, &next| !self.questions()[next].opens).map(<[usize]>::to_vec).collect();
        [one_by_one, by_line].into_iter().find_map(|asked| {
            let fits = |starts: &&(&Vec<usize>, usize)| {
                asked.len() > 1 && starts.0.len() == asked.len() && starts.0.first() == Some(&0)
            };
            let (starts, end) = [(&items, parts.len()), (&lines, column)].iter().find(fits).copied()?;
            let ends = starts.iter().skip(1).copied().chain([end]);
            Some(asked.into_iter().zip(starts.iter().zip(ends).map(|(&from, to)| from..to)).collect())
        })
    }

    /// Paragraphs in the order of the questions, each of which speaks of its own: as many as there are questions, or more of
    /// which the first to speak of a question opens its answer.
    fn by_topic(&self, parts: &[Part], pending: &[usize]) -> Option<Vec<(Vec<usize>, Range<usize>)>> {
        /// Longer answers are read as one, in paragraphs.
        const LONGEST: usize = 40;
        /// So many paragraphs in order are no accident.
        const FEW: usize = 3;
        let starts = self.paragraphs(parts);
        if pending.len() < 2 || starts.len() < pending.len() || starts.len() > LONGEST {
            return None;
        }
        let asked: Vec<View<'_>> =
            pending.iter().map(|&i| View::new(self.reading.folded, &self.questions()[i].pieces)).collect();
        let topics = Topics::new(&asked.iter().map(View::text).collect::<Vec<_>>());
        let ends = || starts.iter().skip(1).copied().chain([parts.len()]);
        let said: Vec<Vec<Span>> =
            starts.iter().zip(ends()).map(|(&from, to)| join_parts(self.reading, &parts[from..to])).collect();
        let said: Vec<View<'_>> = said.iter().map(|answer| View::new(self.reading.folded, answer)).collect();
        let speaks = |&at: &usize| topics.weigh(said[at].text())[at] > 0.0;
        let equal = starts.len() == pending.len()
            && pending.len() >= FEW
            && (0..pending.len()).filter(speaks).count() + 1 >= pending.len();
        let opens: Vec<usize> = if equal {
            (0..pending.len()).collect()
        } else {
            let mut opens = Vec::with_capacity(pending.len());
            for question in 0..pending.len() {
                let after = opens.last().map_or(0, |last| last + 1);
                opens.push((after..said.len()).find(|&at| topics.told(said[at].text()) == [question])?);
            }
            opens[0] = 0;
            opens
        };
        let places = opens.iter().map(|&at| starts[at]);
        let ends = opens.iter().skip(1).map(|&at| starts[at]).chain([parts.len()]);
        Some(pending.iter().map(|&question| vec![question]).zip(places.zip(ends).map(|(from, to)| from..to)).collect())
    }

    /// Where the paragraphs of an answer begin; a title belongs to what stands below it, and figures to what announces them.
    fn paragraphs(&self, parts: &[Part]) -> Vec<usize> {
        let mut starts: Vec<usize> = Vec::new();
        let last = |at: usize| parts[at].pieces.last().map_or("", |piece| piece.of(self.reading.text));
        for at in (0..parts.len()).filter(|&at| at == 0 || parts[at].gap) {
            let next = (at + 1..parts.len()).find(|&next| parts[next].gap).unwrap_or(parts.len());
            let prose = last(next - 1).ends_with(['.', '!', '?']);
            let open = at > 0 && (last(at - 1).ends_with(':') || !prose && !last(at - 1).ends_with('.'));
            if !open {
                starts.push(at);
            }
        }
        starts
    }

    /// More of an answer after an interruption belongs to the last question that was answered.
    fn go_on(&mut self, parts: &[Part]) {
        let more = join_parts(self.reading, parts);
        if let Some((_, answer)) = &mut self.whole {
            answer.extend(more);
        } else if let Some(answer) = self.answers.iter_mut().rev().flatten().next() {
            answer.extend(more);
        }
    }

    /// Every question of a table's row.
    pub(super) fn give_row(&mut self, pending: &[usize], row: &[Part]) {
        let answer = join_parts(self.reading, row);
        for &i in pending.iter().take(MOST_REPEATED) {
            self.answers[i] = Some(answer.clone());
        }
    }
}
