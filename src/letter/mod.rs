//! What is said once for the whole letter: kind, authority, reference, dates.

pub mod authority;
mod cells;
mod courtesies;
mod dates;
#[cfg(test)]
mod gold_tests;
mod kind;
mod labels;
mod messages;
mod reference;
mod zones;
mod zoning;

use crate::text::{Folded, Lines, Span};

pub use authority::find_authority;
pub use dates::{LetterDates, find_letter_dates, find_requested_on, find_responded_on};
pub use kind::{Answered, find_kind};
pub use reference::find_reference;
pub use zones::{Zone, Zones};
pub use zoning::find_zones;

/// One letter and the views of it that every rule about the whole letter reads.
#[derive(Clone, Copy, Debug)]
pub struct Letter<'a> {
    /// The decoded text, unchanged.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a Lines,
    /// Its folded view.
    pub folded: &'a Folded,
    /// Its zones.
    pub zones: &'a Zones,
    /// The file's path as found, with `/` between folders.
    pub file: &'a str,
}

impl Letter<'_> {
    /// How deep in the letter `offset` stands, in folded bytes, so that line ends and indents do not count.
    pub(crate) fn depth(&self, offset: usize) -> usize {
        self.folded.forth(Span::new(0, offset)).end
    }
}
