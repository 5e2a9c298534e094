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
    /// These zones with [`Zone::Request`] laid over `requests`, which need not be in order.
    pub fn with_requests(self, requests: &[Span]) -> Zones {
        let mut requests: Vec<Span> = requests.iter().copied().filter(|request| !request.is_empty()).collect();
        requests.sort();
        let mut parts = Vec::with_capacity(self.parts.len() + 2 * requests.len());
        let mut laid = 0; // up to here all is placed
        let mut rest = self.parts.iter().copied().peekable();
        for request in requests {
            while let Some(&(span, zone)) = rest.peek() {
                push(&mut parts, laid.max(span.start), span.end.min(request.start), zone);
                if span.end > request.start {
                    break;
                }
                rest.next();
            }
            let start = laid.max(request.start);
            push(&mut parts, start, request.end, Zone::Request);
            laid = laid.max(request.end);
            while rest.next_if(|(span, _)| span.end <= laid).is_some() {}
        }
        for (span, zone) in rest {
            push(&mut parts, laid.max(span.start), span.end, zone);
        }
        Zones { parts }
    }
}

/// Adds a part, or makes the last one longer where it is of the same zone and ends there.
fn push(parts: &mut Vec<(Span, Zone)>, start: usize, end: usize, zone: Zone) {
    if start >= end {
        return;
    }
    match parts.last_mut() {
        Some((last, same)) if *same == zone && last.end == start => last.end = end,
        _ => parts.push((Span::new(start, end), zone)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid(requests: &[(usize, usize)]) -> Vec<(usize, usize, Zone)> {
        let zones = Zones::new(vec![
            (Span::new(0, 10), Zone::Head),
            (Span::new(10, 40), Zone::Answers),
            (Span::new(40, 50), Zone::SignOff),
        ]);
        let requests: Vec<Span> = requests.iter().map(|&(start, end)| Span::new(start, end)).collect();
        let laid = zones.with_requests(&requests);
        laid.parts().iter().map(|(span, zone)| (span.start, span.end, *zone)).collect()
    }

    #[test]
    fn requests_are_laid_over_the_zones() {
        use Zone::{Answers, Head, Request, SignOff};
        assert_eq!(laid(&[]), [(0, 10, Head), (10, 40, Answers), (40, 50, SignOff)]);
        assert_eq!(
            laid(&[(20, 30), (8, 12)]),
            [
                (0, 8, Head),
                (8, 12, Request),
                (12, 20, Answers),
                (20, 30, Request),
                (30, 40, Answers),
                (40, 50, SignOff)
            ]
        );
        assert_eq!(laid(&[(5, 45), (6, 44)]), [(0, 5, Head), (5, 45, Request), (45, 50, SignOff)]);
        assert_eq!(laid(&[(12, 12), (45, 60)]).last(), Some(&(45, 60, Request)));
    }
}
