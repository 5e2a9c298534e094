//! The parts of a letter that tell of different bodies: who writes, who asked, who else is named.

use crate::text::Span;

/// A part of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Letterhead, references, salutation, up to the request or the answers.
    Head,
    /// The requester's words, quoted or sent.
    Request,
    /// The answers.
    Answers,
    /// How to ask for a review or complain.
    Review,
    /// The regulator's address and telephone.
    Regulator,
    /// After "Yours sincerely", "Kind regards"; the signature block.
    SignOff,
    /// Earlier messages of a thread, enclosures printed after the letter.
    Beyond,
}

/// The zones of one letter, in order, without gaps.
#[derive(Clone, Debug)]
pub struct Zones {
    parts: Vec<(Span, Zone)>,
}

impl Zones {
    /// Zones from their parts, which must be in order of place.
    pub fn new(parts: Vec<(Span, Zone)>) -> Self {
        debug_assert!(parts.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start), "zones stand in order");
        Zones { parts }
    }

    /// The parts, in order.
    pub fn parts(&self) -> &[(Span, Zone)] {
        &self.parts
    }

    /// The zone that holds the byte at `offset`; the answers where none is marked.
    pub fn at(&self, offset: usize) -> Zone {
        let next = self.parts.partition_point(|(span, _)| span.start <= offset);
        match next.checked_sub(1).map(|i| self.parts[i]) {
            Some((span, zone)) if span.holds(offset) => zone,
            _ => Zone::Answers,
        }
    }
}
