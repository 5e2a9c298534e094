//! Which lines of a letter are shown: those with evidence, two lines around them, and short stretches between.

/// Lines shown before and after a line with evidence.
const AROUND: usize = 2;

/// A stretch of lines, 0-based and half-open, that is shown or folded away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// Shown line by line.
    Shown(usize, usize),
    /// Told by its number of lines.
    Folded(usize, usize),
}

/// Folds every quiet run of more than `longest` lines, its two lines next to something of interest aside.
pub fn stretches(eventful: &[bool], longest: usize) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let (mut shown_from, mut at) = (0, 0);
    while at < eventful.len() {
        let run = eventful[at..].iter().take_while(|event| !**event).count();
        let after = if at == 0 { 0 } else { AROUND };
        let before = if at + run == eventful.len() { 0 } else { AROUND };
        if run > longest && run > after + before {
            let (from, to) = (at + after, at + run - before);
            if shown_from < from {
                stretches.push(Stretch::Shown(shown_from, from));
            }
            stretches.push(Stretch::Folded(from, to));
            shown_from = to;
        }
        at += run + 1;
    }
    if shown_from < eventful.len() {
        stretches.push(Stretch::Shown(shown_from, eventful.len()));
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_quiet_runs_fold_and_short_ones_stay() {
        let mut eventful = vec![false; 30];
        (eventful[10], eventful[15]) = (true, true);
        use Stretch::{Folded, Shown};
        assert_eq!(stretches(&eventful, 6), [Folded(0, 8), Shown(8, 18), Folded(18, 30)]);
        assert_eq!(stretches(&[false; 4], 6), [Shown(0, 4)]);
        assert_eq!(stretches(&[], 6), []);
    }
}
