//! What is said once for the whole letter: kind, authority, reference, dates.

pub mod authority;
mod cells;
mod dates;
#[cfg(test)]
mod gold_tests;
mod labels;
mod messages;
mod reference;
mod zones;
mod zoning;

use crate::text::{Folded, Lines};

pub use authority::find_authority;
pub use dates::{LetterDates, find_letter_dates, find_requested_on, find_responded_on};
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

/// Temporary.
pub fn dev_zones(text: &str, lines: &Lines) -> Zones {
    let mut z = Zone::Answers;
    let mut parts = vec![];
    let mut answered = 0usize;
    for &l in lines.spans() {
        let w = l.of(text).trim().to_lowercase();
        let has = |x: &[&str]| x.iter().any(|k| w.contains(k));
        answered += l.len();
        if has(&[
            "internal review",
            "dissatisfied",
            "unhappy",
            "not happy",
            "asked to look again",
            "request will be",
            "if you would like a review",
            "if this reply falls short",
            "any queries about this",
            "two months to ask",
            "has not been handled well",
            "i confirm that the information above completes",
            "information supplied under",
            "does the answer fail",
            "should this decision disappoint",
            "right to complain",
            "how to complain",
            "a review of the way",
            "appeals about",
            "this ends our answer",
            "think that we have got any",
        ]) && z != Zone::Beyond
            && answered > 600
        {
            z = Zone::Review;
        } else if (w.starts_with("yours ") || w.contains("kind regards") || w.starts_with("regards"))
            && z != Zone::Beyond
            && answered > 300
        {
            z = Zone::SignOff;
        } else if z == Zone::SignOff && w.starts_with("from:") {
            z = Zone::Beyond
        }
        parts.push((l, z));
    }
    Zones::new(parts)
}
