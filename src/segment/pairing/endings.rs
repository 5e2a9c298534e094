//! Questions by the ends of their numbers, for labels that leave out the beginning.

use std::collections::HashMap;

use crate::document::{Number, Step};
use crate::segment::questions::Question;

/// Pending questions by the ends of their numbers, and of the numbers above them: where only question 1 is being answered, `a)` means
/// 1a, and `b)` all of 1b-i and 1b-ii.
pub(super) struct Endings<'q>(HashMap<&'q [Step], Ending<'q>>);

/// What one ending means.
struct Ending<'q> {
    /// The whole number that ends so.
    whole: &'q [Step],
    /// The pending questions that bear it, or stand below it.
    questions: Vec<usize>,
    /// True where several numbers end so: then it means none of them.
    several: bool,
}

impl<'q> Endings<'q> {
    pub(super) fn new(questions: &'q [Question], pending: &[usize]) -> Self {
        let mut endings: HashMap<&[Step], Ending<'q>> = HashMap::new();
        for &i in pending {
            let steps = questions[i].number.as_ref().map_or(&[][..], |number| &number.0);
            for to in 1..=steps.len() {
                let whole = &steps[..to];
                for from in 0..to {
                    let new = || Ending { whole, questions: Vec::new(), several: false };
                    let ending = endings.entry(&whole[from..]).or_insert_with(new);
                    ending.several |= ending.whole != whole;
                    ending.questions.push(i);
                }
            }
        }
        endings.retain(|_, ending| !ending.several);
        Endings(endings)
    }

    /// The pending questions whose one number ends in `label`, or stands below the one that does.
    pub(super) fn of(&self, label: &Number) -> &[usize] {
        self.0.get(label.0.as_slice()).map_or(&[], |ending| &ending.questions)
    }

    /// The one number that ends in `label`.
    pub(super) fn whole(&self, label: &Number) -> Option<Number> {
        self.0.get(label.0.as_slice()).map(|ending| Number(ending.whole.to_vec()))
    }
}
