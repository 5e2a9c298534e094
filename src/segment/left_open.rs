//! A mark with nothing behind it, where the letter turns to something else: the question was left open.

use super::Reading;
use super::features::Features;
use crate::document::{Side, Unit};
use crate::text::Span;

/// From so many marks with words behind them on, a letter answers on the line of its marks.
const HABIT: usize = 4;

/// What stands in the frame of the letter gets this much.
const FRAME: i32 = 12;

/// "Response:" alone on its line is a heading, unless a heading in capitals follows in a letter that otherwise answers on
/// the line of its marks: then nothing is answered here, and what follows belongs to no question.
pub(super) fn weigh_bare_marks(reading: &Reading<'_>, units: &[Unit], weighed: &mut [Features]) {
    let marked = |unit: &&Unit| unit.mark.is_some() && unit.side == Some(Side::Answer);
    if units.iter().filter(marked).filter(|unit| !unit.pieces.is_empty()).count() < HABIT {
        return;
    }
    for i in 1..units.len() {
        let (mark, next) = (&units[i - 1], &units[i]);
        if !(marked(&mark) && mark.pieces.is_empty() && is_heading(reading.text, next)) {
            continue;
        }
        weighed[i - 1] = Features { answer: 2 * FRAME, ..Features::default() };
        for features in weighed[i..].iter_mut().take_while(|features| features.ask <= features.answer) {
            features.neither += FRAME;
        }
    }
}

/// True for a line of several words in capitals, apart from others and without a stop.
fn is_heading(text: &str, unit: &Unit) -> bool {
    let words = unit.pieces.first().copied().map_or("", |piece: Span| piece.of(text));
    let capitals = words.split_whitespace().take_while(|word| word.len() > 1 && word.chars().all(char::is_uppercase));
    unit.gap && unit.label.is_none() && unit.side.is_none() && capitals.count() > 1 && !words.ends_with(['.', '?'])
}
