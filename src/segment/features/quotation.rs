//! A request printed between quotation marks: all that stands between them was asked.

use super::Features;
use crate::document::Unit;

/// Marks that open a quotation, each with the one that closes it.
const MARKS: [(char, char); 2] = [('\u{201c}', '\u{201d}'), ('"', '"')];

/// No quotation has more units.
const MOST: usize = 60;

/// Weighs the units of a request that is quoted below a colon, from mark to mark, where one of them asks.
pub(super) fn weigh_quotation(text: &str, units: &[Unit], weighed: &mut [Features]) {
    let mut at = 1;
    while at < units.len() {
        let end = closed_at(text, units, at).filter(|_| weighed[at - 1].introduces && units[at].gap);
        let Some(end) = end else {
            at += 1;
            continue;
        };
        let quoted = &mut weighed[at..=end];
        if quoted.iter().any(|features| features.ask >= ASKS) {
            quoted.iter_mut().for_each(|features| features.ask += ASKS);
        }
        at = end + 1;
    }
}

/// So many points show that a unit asks, and are given for standing beside it.
const ASKS: i32 = 4;

/// The last unit of the quotation of several that the unit at `first` opens.
fn closed_at(text: &str, units: &[Unit], first: usize) -> Option<usize> {
    let opening = &text[units[first].whole.start..];
    let (_, closes) = MARKS.into_iter().find(|(opens, _)| opening.starts_with(*opens))?;
    let ends = |at: &usize| {
        let gap = units.get(at + 1).is_none_or(|next| next.gap);
        gap && units[*at].whole.of(text).trim_end().ends_with(closes)
    };
    (first..units.len().min(first + MOST)).find(ends).filter(|&end| end > first)
}
