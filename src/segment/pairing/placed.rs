//! Answers tied by place: by the row of a table, by their order, to the question just before, or to the whole request.

use super::Pairing;
use super::parts::{Part, join_parts};

impl Pairing<'_> {
    /// Gives an answer that names no question to those that are due.
    pub(super) fn give_by_place(&mut self, run: usize, parts: &[Part], pending: &[usize]) {
        let items: Vec<usize> = (0..parts.len()).filter(|&i| parts[i].bullet || parts[i].label.is_some()).collect();
        // A column of answers that lost its table: a line each, up to the next blank line.
        let column = parts.iter().skip(1).position(|part| part.gap).map_or(parts.len(), |at| at + 1);
        let lines: Vec<usize> = (0..column).filter(|&i| parts[i].begins_line).collect();
        let whole = parts;
        let parts = if items.len() != pending.len() && lines.len() == pending.len() { &parts[..column] } else { parts };
        let items = if items.len() == pending.len() { items } else { lines };
        if pending.len() > 1 && items.len() == pending.len() && items[0] == 0 {
            let ends = items.iter().skip(1).copied().chain([parts.len()]);
            for ((&question, &from), to) in pending.iter().zip(&items).zip(ends) {
                self.answers[question] = Some(join_parts(self.reading, &parts[from..to]));
            }
        } else if pending.len() > 1 && !self.alternates {
            self.whole = Some((run - 1, join_parts(self.reading, parts)));
        } else if pending.is_empty() {
            self.go_on(parts);
        } else {
            self.give_last(pending, whole);
        }
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
        for &i in pending {
            self.answers[i] = Some(answer.clone());
        }
    }

    /// The last question, with those that one colon introduces together with it.
    fn give_last(&mut self, pending: &[usize], parts: &[Part]) {
        let Some(&last) = pending.last() else { return };
        let intro = self.questions()[last].intro;
        let answer = join_parts(self.reading, parts);
        // Where one of those under the colon has its own answer, the others keep to themselves, too.
        let apart = intro.is_some()
            && (0..self.questions().len()).any(|i| self.questions()[i].intro == intro && self.answers[i].is_some());
        let joint = self.says(&answer, "joint-words");
        // "Is it contracted out? If so, to whom?": "Yes, to the county" answers both.
        let followed = self.says(&self.questions()[last].pieces, "follows-up")
            && (self.says(&answer, "leading-yes") || self.says(&answer, "leading-no"));
        let before = pending.iter().rev().nth(1).filter(|_| followed).copied();
        for &i in pending {
            if i == last
                || joint
                || before == Some(i)
                || !apart && intro.is_some() && self.questions()[i].intro == intro
            {
                self.answers[i] = Some(answer.clone());
            }
        }
    }
}
