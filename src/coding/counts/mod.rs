//! Every figure that answers: from tables, lists and sentences, with its measure, its period and its place.
//!
//! The way through: [`regions`] of the letter that answer → `blocks` (tables by `grid` and `loose`, prose) → `tabulate`,
//! `prose` → drafts → counts. Knows nothing of how questions and answers were told apart.

mod apart;
mod blocks;
mod draft;
mod figure;
mod grid;
mod heads;
mod loose;
mod nouns;
mod opening;
mod prose;
mod question;
mod reading;
mod regions;
mod series;
mod stacked;
mod table;
mod tabulate;
#[cfg(test)]
mod tests;
mod totals;

pub use self::nouns::Nouns;
pub use self::prose::tells_effort;
use self::reading::Reading;
use crate::diagnostic::Diagnostic;
use crate::record::Count;
use crate::segment::Pair;
use crate::text::{Folded, Lines};

/// A letter in the three views that reading figures needs.
#[derive(Clone, Copy, Debug)]
pub struct Letter<'l> {
    /// The text as decoded.
    pub text: &'l str,
    /// Its lines.
    pub lines: &'l Lines,
    /// Its folded view.
    pub folded: &'l Folded,
}

/// Every figure that answers one of `pairs`, and every table outside the questions, in order of place; with what is odd
/// about them.
pub fn find_counts(text: &str, lines: &Lines, folded: &Folded, pairs: &[Pair]) -> (Vec<Count>, Vec<Diagnostic>) {
    let letter = Letter { text, lines, folded };
    let mut reading = Reading::new(letter);
    for region in regions::find(&letter, pairs) {
        reading.region(&region);
    }
    reading.drafts.sort_by_key(|draft| (draft.figure.span, draft.rule));
    reading
        .drafts
        .dedup_by(|next, draft| next.figure.span == draft.figure.span && next.rule != draft::Rule::EachPeriod);
    reading.diagnostics.sort_by_key(|diagnostic| (diagnostic.start, diagnostic.end));
    (reading.drafts.into_iter().map(|draft| draft.count(&letter)).collect(), reading.diagnostics)
}
