//! Finds the zones of a letter: head, answers, how to complain, the regulator, the signature, and what lies beyond.

mod cues;
mod ends;
mod head;
mod parts;
mod sentences;
#[cfg(test)]
mod tests;
mod thread;

use super::{Zone, Zones};
use crate::text::{Folded, Lines, Span};

/// The zones of `text`, in order and without gaps. The request is not among them: whoever finds the questions lays it over
/// with [`Zones::with_requests`].
pub fn find_zones(text: &str, lines: &Lines, folded: &Folded) -> Zones {
    let mut parts: Vec<(Span, Zone)> = Vec::new();
    for (span, role) in thread::find_roles(text, lines, folded) {
        match role {
            thread::Role::Header => parts.push((span, Zone::Head)),
            thread::Role::Answering => parts.extend(parts::find_parts(text, lines, folded, span)),
            thread::Role::Before => parts.push((span, Zone::Answers)),
            thread::Role::Beyond => parts.push((span, Zone::Beyond)),
        }
    }
    Zones::new(joined(parts))
}

/// Neighbours of one zone as one part, each reaching to the next.
fn joined(parts: Vec<(Span, Zone)>) -> Vec<(Span, Zone)> {
    let mut all: Vec<(Span, Zone)> = Vec::with_capacity(parts.len());
    for (span, zone) in parts {
        match all.last_mut() {
            Some((last, same)) if *same == zone => last.end = span.end,
            Some((last, _)) => {
                last.end = span.start;
                all.push((span, zone));
            }
            None => all.push((span, zone)),
        }
    }
    all
}
