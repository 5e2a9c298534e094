//! One clause of an answer, and the side it takes.

use super::Asked;
use super::tie::Tie;
use crate::catalogue::lexicon::{Does, Token};
use crate::record::Code;
use crate::text::Span;

/// What a clause says of the thing asked about.
pub(super) enum Side {
    /// Nothing.
    None,
    /// Something that leaves it open.
    Open,
    /// That it is not everywhere so.
    Varies,
    /// Yes, no or in part, by a rule.
    Taken(Code, &'static str),
}

/// A part of a sentence with a verb of its own, or all there is.
#[derive(Clone, Copy)]
pub(super) struct Clause<'t, 's> {
    /// Where it stands in the sentence.
    pub place: Span,
    /// Its folded words.
    pub words: &'s str,
    /// What they do.
    pub tokens: &'t [Token<'s>],
    /// True where the answer begins with it.
    pub is_first: bool,
    /// True where it turns the sentence round.
    pub turns: bool,
    /// True where it is what somebody confirms.
    pub confirmed: bool,
}

impl<'t, 's> Clause<'t, 's> {
    /// The clause of `tokens`; `None` where nothing is left of it.
    pub fn new(sentence: &'s str, tokens: &'t [Token<'s>], is_first: bool, confirmed: bool) -> Option<Self> {
        let turns = tokens.first()?.does(Does::Turns);
        // "Without" turns a sentence round and denies.
        let tokens = if turns && !tokens[0].does(Does::Denies) { &tokens[1..] } else { tokens };
        let place = Span::new(tokens.first()?.span.start, tokens.last()?.span.end);
        Some(Clause { place, words: place.of(sentence), tokens, is_first, turns, confirmed })
    }

    /// True where one of its words does this.
    pub fn has(&self, what: Does) -> bool {
        self.tokens.iter().any(|token| token.does(what))
    }

    /// True where a denial stands beside the word at `at`: "could not", "none would".
    fn is_denied(&self, at: usize) -> bool {
        let modal = ["could", "would", "should"].contains(&self.tokens[at].word);
        let beside = [at.checked_sub(1), Some(at + 1)];
        modal && beside.into_iter().flatten().filter_map(|at| self.tokens.get(at)).any(|token| token.does(Does::Denies))
    }

    /// True where it turns the sentence round and grants something: "but a meeting is what everybody gets".
    pub fn grants_after_all(&self) -> bool {
        self.turns && !self.has(Does::Denies) && !self.has(Does::Ends) && !self.has(Does::Will)
    }

    /// True where it says that it holds in part: "elsewhere it is only being tried".
    pub fn is_limited(&self) -> bool {
        let limits = |near: &[Token<'_>]| near[0].does(Does::Recalls) && near[1..].iter().any(|t| t.does(Does::Limits));
        self.tokens.windows(3).any(limits)
    }

    /// The side that the clause takes.
    pub fn side(&self, asked: &Asked<'_>) -> Side {
        if self.tokens[0].does(Does::Binds) {
            return if self.is_first { Side::Open } else { Side::None };
        }
        if self.has(Does::Varies) {
            return Side::Varies;
        }
        let open = |at: usize| {
            let opens = self.tokens[at].does(Does::Opens) || self.tokens[at].does(Does::Wonders);
            opens && !asked.names(self.tokens[at].word) && !self.is_denied(at)
        };
        let relates = self.tokens.iter().take(2).any(|token| token.does(Does::Relates));
        let tells = self.has(Does::Reports);
        if relates || (0..self.tokens.len()).any(open) || tells && self.has(Does::Denies) {
            return Side::Open;
        }
        let tie = Tie::read(self, asked).filter(|_| !tells);
        tie.map_or(Side::None, |tie| self.taken(asked, tie))
    }

    /// The side that the clause takes behind one that has taken a side: what may speak of anything does so, unless it is set
    /// against the other.
    pub fn later_side(&self, asked: &Asked<'_>) -> Side {
        let first = &self.tokens[0];
        let is_set_against = self.turns || first.does(Does::Denies) || first.word == "and" && self.goes_on();
        match self.side(asked) {
            Side::Taken(..) if !is_set_against && Tie::read(self, asked) == Some(Tie::Loose) => Side::None,
            side => side,
        }
    }

    /// True where it has no subject of its own: "and is not now".
    pub fn goes_on(&self) -> bool {
        self.tokens.get(1).is_some_and(|token| token.does(Does::Asserts))
    }

    /// True where it says what the question is: "as to whether it is so".
    pub fn asks_whether(&self) -> bool {
        self.tokens.iter().take(3).any(|token| token.word == "whether")
    }

    /// The side that the clause takes where it says what is done, whatever else it leaves open.
    pub fn side_of_the_deed(&self, asked: &Asked<'_>) -> Side {
        if self.tokens[0].does(Does::Binds)
            || self.tokens.iter().any(|token| token.does(Does::Wonders) && !asked.names(token.word))
        {
            return Side::None;
        }
        if asked.is_undone_in(self.words) {
            return Side::Taken(Code::No, "contrary-done");
        }
        if asked.is_done_in(self.words) { self.taken(asked, Tie::Deed) } else { Side::None }
    }

    fn taken(&self, asked: &Asked<'_>, tie: Tie) -> Side {
        let ends = |token: &Token<'_>| token.does(Does::Ends) && !asked.names(token.word) && !asked.of_an_end;
        // "Need not pay" is one way of saying it, and denies nothing.
        let deed = asked.where_done(self.words).unwrap_or_default();
        let denies = |token: &Token<'_>| {
            let (start, end) = (token.span.start - self.place.start, token.span.end - self.place.start);
            token.does(Does::Denies) && !deed.contains(Span::new(start, end))
        };
        match (self.tokens.iter().any(denies), self.tokens.iter().any(ends)) {
            (true, true) => Side::None,
            _ if self.has(Does::Limits) => Side::Taken(Code::Qualified, "within-limits"),
            (true, false) => Side::Taken(Code::No, "denied"),
            (false, true) => Side::Taken(Code::No, "ended"),
            (false, false) if self.has(Does::Will) && asked.of_the_past => Side::Taken(Code::No, "still-to-come"),
            (false, false) => match tie {
                Tie::Deed => Side::Taken(Code::Yes, "said-to-be-done"),
                Tie::Recalls => Side::Taken(Code::Yes, "said-of-it"),
                Tie::Does => Side::Taken(Code::Yes, "verb-of-the-question"),
                Tie::DoesIt => Side::Taken(Code::Yes, "does-it"),
                Tie::Grants => Side::Taken(Code::Yes, "granted-in-short"),
                Tie::Loose => Side::None,
            },
        }
    }
}
