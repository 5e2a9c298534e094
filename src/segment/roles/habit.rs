//! Whether a letter takes turns between question and answer, so that what stands right behind a question answers it.

use super::{Role, TURNS};
use crate::document::Unit;
use crate::segment::features::Features;

/// True where most whole questions have their answers right behind them, on a line of their own or on the same line.
pub(super) fn takes_turns(units: &[Unit], features: &[Features], roles: &[Role], own_line: bool) -> bool {
    let asks = |i: usize| roles[i] == Role::Ask && features[i].complete;
    // Of questions in a row the last is the one that may be answered.
    let due = |i: &usize| asks(*i) && (*i + 1 == units.len() || !asks(*i + 1));
    let questions: Vec<usize> = (0..units.len()).filter(due).collect();
    let answers = |i: usize| roles.get(i) == Some(&Role::Answer) && units[i].begins_line == own_line;
    let answered = questions.iter().filter(|&&i| answers(i + 1)).count();
    // A short letter has its habits, too, if it keeps to them more strictly.
    answered >= TURNS - 1 && 2 * answered >= questions.len() || answered >= 2 && 3 * answered >= 2 * questions.len()
}

/// True for what stands right behind a whole question and asks nothing.
pub(super) fn follows_question(units: &[Unit], features: &[Features], i: usize) -> bool {
    let (before, here) = (&features[i - 1], &features[i]);
    before.complete
        && before.ask > before.answer
        && units[i].label.is_none()
        && here.ask < 3
        && !here.questioned
        && !here.introduces
        && !here.heading
        && here.announces.is_none()
}
