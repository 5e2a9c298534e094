//! Questions by the ends of their numbers, for labels that leave out the beginning.

use std::collections::HashMap;

use crate::document::{Number, Step};
use crate::segment::questions::Question;

/// Pending questions by the ends of their numbers: `a)` means 1a where only question 1 is being answered.
pub(super) struct Endings<'q>(HashMap<&'q [Step], Vec<usize>>);

impl<'q> Endings<'q> {
    pub(super) fn new(questions: &'q [Question], pending: &[usize]) -> Self {
        let mut ends: HashMap<&[Step], Vec<usize>> = HashMap::new();
        for &i in pending {
            let steps = questions[i].number.as_ref().map_or(&[][..], |number| &number.0);
            (0..steps.len()).for_each(|from| ends.entry(&steps[from..]).or_default().push(i));
        }
        // What several numbers end in means none of them.
        let number = |i: usize| questions[i].number.as_ref();
        ends.retain(|_, ends| ends.iter().all(|&i| number(i) == number(ends[0])));
        Endings(ends)
    }

    /// The pending questions whose one number ends in `label`.
    pub(super) fn of(&self, label: &Number) -> &[usize] {
        self.0.get(label.0.as_slice()).map_or(&[], Vec::as_slice)
    }
}
