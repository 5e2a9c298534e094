//! One clause of an answer, and the side it takes.

use super::Asked;
use super::marks::is_modal;
use super::tie::{Tie, attests};
use crate::catalogue::lexicon::{Does, Token};
use crate::coding::ground::Ground;
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
    /// Yes, no or in part, on a ground.
    Taken(Code, Ground),
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
    /// True where it is what somebody does not believe.
    pub disbelieved: bool,
}

impl<'t, 's> Clause<'t, 's> {
    /// The clause of `tokens`; `None` where nothing is left of it.
    pub fn new(sentence: &'s str, tokens: &'t [Token<'s>], is_first: bool) -> Option<Self> {
        let turns = tokens.first()?.does(Does::Turns);
        // "Without" turns a sentence round and denies.
        let tokens = if turns && !tokens[0].does(Does::Denies) { &tokens[1..] } else { tokens };
        let place = Span::new(tokens.first()?.span.start, tokens.last()?.span.end);
        Some(Clause { place, words: place.of(sentence), tokens, is_first, turns, confirmed: false, disbelieved: false })
    }

    /// True where one of its words does this.
    pub fn has(&self, what: Does) -> bool {
        self.tokens.iter().any(|token| token.does(what))
    }

    /// The side that the clause takes where none has been taken before: what is over is a no to what is asked of today.
    pub fn first_side(&self, asked: &Asked<'_>) -> Side {
        let is_over = asked.of_the_present && self.is_over() && Tie::read(self, asked).is_some();
        if is_over { Side::Taken(Code::No, Ground::Formerly) } else { self.side(asked) }
    }

    /// The side that the clause takes.
    pub fn side(&self, asked: &Asked<'_>) -> Side {
        if self.tokens[0].does(Does::Binds) || self.disbelieves() {
            return Side::None;
        }
        if self.has(Does::Varies) {
            return Side::Varies;
        }
        // "Two, both at the request of a patient": so many there were, whatever words follow.
        let in_short = self.is_first && self.tokens[0].does(Does::Grants) && !self.has(Does::Asserts);
        let counts = in_short && !self.tokens.iter().any(is_modal) || attests(self.tokens);
        let open = |at: usize| {
            let opens = self.tokens[at].does(Does::Opens) && !counts || self.tokens[at].does(Does::Wonders);
            opens
                && !asked.names(self.tokens[at].word)
                && !self.is_denied(at)
                && !self.is_settled(at)
                && !self.is_dated(at)
        };
        let relates = self.tokens.iter().take(2).any(|token| token.does(Does::Relates));
        if self.affirms() && !self.has(Does::Denies) && !self.has(Does::Ends) && !self.has(Does::Wonders) {
            return Side::Taken(Code::Yes, Ground::Affirmed);
        }
        let tells = self.has(Does::Reports);
        if relates || self.has(Does::FindsNothing) || (0..self.tokens.len()).any(open) || tells && self.denies_telling()
        {
            return Side::Open;
        }
        let tie = Tie::read(self, asked).filter(|_| !tells || self.tokens[0].does(Does::Denies));
        // "Outcomes aren't something our system stores": what is denied is that anybody knows; "none known" is a no.
        let tie =
            tie.filter(|tie| *tie != Tie::Loose || self.tokens[0].does(Does::Denies) || !self.denies_knowing(asked));
        tie.map_or(Side::None, |tie| self.taken(asked, tie))
    }

    /// The side that the clause takes behind one that has taken a side: what may speak of anything does so, unless it is set
    /// against the other.
    pub fn later_side(&self, asked: &Asked<'_>) -> Side {
        let first = &self.tokens[0];
        if first.does(Does::SharesOut) {
            return Side::Varies;
        }
        // "There were some, but I could not put a number on them."
        if self.has(Does::Denies) && !self.denies() {
            return Side::None;
        }
        let against = self.has(Does::Denies) || self.has(Does::Ends);
        if first.does(Does::Leads)
            && first.word != "and"
            && against
            && !self.has(Does::Opens)
            && !self.has(Does::Asserts)
        {
            return Side::Taken(Code::No, Ground::Denied);
        }
        // "On one side it is routine; on the other unheard of."
        let goes_on = if first.word == "and" { self.goes_on() } else { first.does(Does::Leads) };
        let is_set_against = self.turns || first.does(Does::Denies) || goes_on;
        match self.side(asked) {
            Side::Taken(..) if !is_set_against && Tie::read(self, asked) == Some(Tie::Loose) => Side::None,
            side => side,
        }
    }

    /// The side that the clause takes where it says what is done, whatever else it leaves open.
    pub fn side_of_the_deed(&self, asked: &Asked<'_>) -> Side {
        // "Who signed, and whether anyone did, is being looked into."
        if self.is_first && ["who", "which", "what", "how"].contains(&self.tokens[0].word) {
            return Side::Open;
        }
        if self.tokens[0].does(Does::Binds)
            || self.tokens.iter().any(|token| token.does(Does::Wonders) && !asked.names(token.word))
        {
            return Side::None;
        }
        if asked.is_undone_in(self.words) {
            return Side::Taken(Code::No, Ground::ContraryDone);
        }
        if asked.is_done_in(self.words) { self.taken(asked, Tie::Deed) } else { Side::None }
    }

    fn taken(&self, asked: &Asked<'_>, tie: Tie) -> Side {
        let ends = |token: &Token<'_>| token.does(Does::Ends) && !asked.names(token.word) && !asked.of_an_end;
        // "Need not pay" is one way of saying it, and denies nothing.
        let deed = asked.where_done(self.words).unwrap_or_default();
        let denies = |token: &Token<'_>| {
            let (start, end) = (token.span.start - self.place.start, token.span.end - self.place.start);
            let unsaid =
                token.word.strip_prefix("un").is_some_and(|rest| asked.names(rest) && !asked.names(token.word));
            let says_so = token.does(Does::Denies) && !self.is_in_relative(token) && !self.is_in_condition(token);
            unsaid || says_so && !deed.contains(Span::new(start, end))
        };
        match (self.disbelieved || self.tokens.iter().any(denies), self.tokens.iter().any(ends)) {
            // "Nothing went missing."
            (true, true) if asked.of_any && self.is_first && self.tokens[0].does(Does::Denies) => {
                Side::Taken(Code::No, Ground::Denied)
            }
            (true, true) => Side::None,
            _ if self.has(Does::Limits) => Side::Taken(Code::Qualified, Ground::WithinLimits),
            (true, false) => Side::Taken(Code::No, Ground::Denied),
            (false, true) => Side::Taken(Code::No, Ground::Ended),
            (false, false) if self.has(Does::Will) && asked.of_the_past => Side::Taken(Code::No, Ground::ToCome),
            (false, false) => match tie {
                Tie::Deed => Side::Taken(Code::Yes, Ground::SaidToBeDone),
                Tie::Recalls => Side::Taken(Code::Yes, Ground::SaidOfIt),
                Tie::Does => Side::Taken(Code::Yes, Ground::VerbOfQuestion),
                Tie::DoesIt => Side::Taken(Code::Yes, Ground::DoesIt),
                Tie::Grants => Side::Taken(Code::Yes, Ground::Granted),
                Tie::Loose => Side::None,
            },
        }
    }
}
