//! Letters that break off: what a listing or a web page shows of a letter may end before it answers anything.

use super::{Pair, Reading};
use crate::document::Unit;
use crate::letter::Zone;

/// An answer of no more words than this, at the very end of a letter that breaks off, has hardly begun.
const BEGUN: usize = 4;

/// True where the letter ends in the middle of a sentence, before anything closes it.
pub(super) fn is_cut_off(reading: &Reading<'_>, units: &[Unit]) -> bool {
    let Some(last) = units.iter().rev().find_map(|unit| unit.pieces.last()) else { return false };
    let closing = matches!(reading.zones.at(last.start), Zone::Review | Zone::Regulator | Zone::SignOff | Zone::Beyond);
    !closing && last.of(reading.text).ends_with(|c: char| c.is_lowercase())
}

/// Drops a last answer of which one short word is left, with its question: nobody can say what it said. Clears the one
/// answer of a letter that breaks off in its first words.
pub(super) fn drop_hardly_begun(text: &str, pairs: &mut Vec<Pair>) {
    const SHORT: usize = 3;
    let whole = ["yes", "no", "nil", "n/a"];
    let end = text.trim_end().len();
    pairs.retain(|pair| match pair.answer[..] {
        [only] if only.end == end => {
            let word = only.of(text);
            word.len() > SHORT
                || whole.contains(&word.to_ascii_lowercase().as_str())
                || !word.chars().all(char::is_alphabetic)
        }
        _ => true,
    });
    let asked = pairs.len();
    let mut answers = pairs.iter_mut().map(|pair| &mut pair.answer).filter(|answer| !answer.is_empty());
    if let (Some(only), None, true) = (answers.next(), answers.next(), asked > 1)
        && only.iter().map(|span| span.of(text).split_whitespace().count()).sum::<usize>() <= BEGUN
        && only.last().is_some_and(|span| span.end == end)
    {
        only.clear();
    }
}
