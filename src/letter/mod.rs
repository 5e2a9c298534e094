//! What is said once for the whole letter: kind, authority, reference, dates.

pub mod authority;
mod zones;

use crate::text::{Folded, Lines};

pub use authority::find_authority;
pub use zones::{Zone, Zones};

/// One letter, seen in the ways in which its rules look at it.
#[derive(Clone, Copy, Debug)]
pub struct Letter<'a> {
    /// The decoded text.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a Lines,
    /// Its folded view.
    pub folded: &'a Folded,
    /// Its parts.
    pub zones: &'a Zones,
    /// Its path as found, with `/` between folders.
    pub file: &'a str,
}
