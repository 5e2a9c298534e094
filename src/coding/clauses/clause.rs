//! One clause of an answer, and the side it takes.

use super::Asked;
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

/// In longer clauses than this, in words, the last word stands for no verb.
const LONG: usize = 9;

/// From a denial to what it denies, in words.
const NEAR: usize = 5;

/// A part of a sentence with a verb of its own, or all there is.
#[derive(Clone, Copy)]
pub(super) struct Clause<'t, 's> {
    /// Where it stands in the sentence.
    pub place: Span,
    words: &'s str,
    tokens: &'t [Token<'s>],
    /// True where the answer begins with it.
    is_first: bool,
    /// True where it turns the sentence round.
    turns: bool,
}

/// The clauses of `sentence`, which opens the answer where `is_first`.
pub(super) fn split<'t, 's>(sentence: &'s str, tokens: &'t [Token<'s>], is_first: bool) -> Vec<Clause<'t, 's>> {
    let gap = |at: usize| &sentence[tokens[at - 1].span.end..tokens[at].span.start];
    let hard = |at: usize| tokens[at].does(Does::Turns) || gap(at).contains([';', ':', '(', ')']) || gap(at) == " - ";
    let soft = |at: usize| gap(at).contains(',') || tokens[at].word == "and";
    let says = |tokens: &[Token<'_>]| tokens.iter().any(|t| t.does(Does::Asserts) || t.does(Does::Denies));
    // "I am advised | that there has been none", "they say | it is not": what is told is a clause.
    let told = |from: usize, at: usize| {
        let by = |tokens: &[Token<'_>]| tokens.iter().any(|token| token.does(Does::Reports));
        let subject = tokens[at].does(Does::Recalls) || tokens[at].does(Does::IsUs);
        by(&tokens[from..at]) && tokens[at - 1].word.ends_with("that") || subject && tokens[at - 1].does(Does::Reports)
    };
    // "On the wards we have, after two fell out", "as to whether it does, it does not".
    let done = |from: usize, at: usize| {
        gap(at).contains(',')
            && (tokens[at - 1].does(Does::Stands) || tokens[from..at].iter().any(|token| token.word == "whether"))
    };
    let mut starts = vec![0];
    for at in 1..tokens.len() {
        let next = (at + 1..tokens.len()).find(|&next| hard(next) || soft(next)).unwrap_or(tokens.len());
        let from = *starts.last().expect("a sentence has a beginning");
        if hard(at)
            || done(from, at)
            || told(from, at)
            || soft(at) && says(&tokens[from..at]) && says(&tokens[at..next])
        {
            starts.push(at);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|(&start, end)| Clause::new(sentence, &tokens[start..end], is_first && start == 0))
        .collect()
}

impl<'t, 's> Clause<'t, 's> {
    fn new(sentence: &'s str, tokens: &'t [Token<'s>], is_first: bool) -> Option<Self> {
        let turns = tokens.first()?.does(Does::Turns);
        // "Without" turns a sentence round and denies.
        let tokens = if turns && !tokens[0].does(Does::Denies) { &tokens[1..] } else { tokens };
        let place = Span::new(tokens.first()?.span.start, tokens.last()?.span.end);
        Some(Clause { place, words: place.of(sentence), tokens, is_first, turns })
    }

    fn has(&self, what: Does) -> bool {
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
        self.has(Does::Limits) && self.has(Does::Recalls)
    }

    /// Where it denies that something is known or kept, unless the question asks for that.
    pub fn denies_knowing(&self, asked: &Asked<'_>) -> Option<Span> {
        let denial = self.tokens.iter().position(|token| token.does(Does::Denies))?;
        let after = self.tokens[denial..].iter().take(NEAR).take_while(|token| token.word != "you");
        let knows = after.into_iter().find(|token| token.does(Does::Knows))?;
        (!asked.names(knows.word)).then(|| self.tokens[denial].span.join(knows.span))
    }

    /// The side that the clause takes.
    pub fn side(&self, asked: &Asked<'_>) -> Side {
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
        let tie = self.tie(asked).filter(|_| !tells);
        tie.map_or(Side::None, |tie| self.taken(asked, tie))
    }

    /// The side that the clause takes where it says what is done, whatever else it leaves open.
    pub fn side_of_the_deed(&self, asked: &Asked<'_>) -> Side {
        if self.tokens.iter().any(|token| token.does(Does::Wonders) && !asked.names(token.word)) {
            return Side::None;
        }
        if asked.is_undone_in(self.words) {
            return Side::Taken(Code::No, "contrary-done");
        }
        if asked.is_done_in(self.words) { self.taken(asked, Tie::Deed) } else { Side::None }
    }

    fn taken(&self, asked: &Asked<'_>, tie: Tie) -> Side {
        let ends = |token: &Token<'_>| token.does(Does::Ends) && !asked.names(token.word) && !asked.of_an_end;
        match (self.has(Does::Denies), self.tokens.iter().any(ends)) {
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

    /// How the clause is tied to what was asked; `None` where it may speak of anything.
    fn tie(&self, asked: &Asked<'_>) -> Option<Tie> {
        let tokens = self.tokens;
        let verb = tokens.iter().position(|token| token.does(Does::Asserts));
        let thing = tokens.iter().position(|token| token.does(Does::Recalls));
        let us = tokens.iter().take(3).any(|token| token.does(Does::IsUs));
        let repeats = tokens.iter().any(|token| asked.names(token.word));
        let last = tokens.iter().rev().find(|token| !token.does(Does::Denies));
        match (verb, thing) {
            _ if asked.is_done_in(self.words) => Some(Tie::Deed),
            // "They have a whistle" tells of somebody, "that is for others" of nothing.
            (Some(_), Some(thing)) if ["they", "that"].contains(&tokens[thing].word) && aside(&tokens[thing..]) => {
                Some(Tie::Loose)
            }
            (Some(verb), Some(thing)) if thing < 2 && thing < verb && verb < thing + 3 => Some(Tie::Recalls),
            (Some(_), _) if tokens.len() < LONG && last.is_some_and(|last| last.does(Does::Stands)) => Some(Tie::Does),
            (_, Some(_))
                if tokens
                    .windows(2)
                    .any(|pair| ["it", "them"].contains(&pair[1].word) && !pair[0].does(Does::Leads)) =>
            {
                Some(Tie::DoesIt)
            }
            (_, Some(thing)) if tokens[thing].word == "one" && thing > 0 && ends_there(&tokens[thing - 1..]) => Some(Tie::DoesIt),
            (Some(_), _) if us && repeats => Some(Tie::Deed),
            (Some(_), _) if repeats && tokens[0].does(Does::Counts) => Some(Tie::Deed),
            _ if repeats && self.has(Does::Occurs) => Some(Tie::Deed),
            (None, _) if self.is_first && tokens[0].does(Does::Grants) => Some(Tie::Grants),
            (None, _) if self.is_first && repeats && tokens.len() < 6 => Some(Tie::Grants),
            _ if us || repeats || thing.is_some() => Some(Tie::Loose),
            _ if self.turns || tokens[0].does(Does::Denies) || tokens[0].does(Does::Limits) => Some(Tie::Loose),
            (Some(_), _) if self.is_first && tokens[0].does(Does::Points) => Some(Tie::Loose),
            _ => None,
        }
    }
}

/// How a clause is tied to what was asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// It says what is done: "we have signed the charter".
    Deed,
    /// It is about it: "this happened twice".
    Recalls,
    /// Its verb stands for the question's: "inpatient wards do".
    Does,
    /// "Maternity does it."
    DoesIt,
    /// It has neither subject nor verb: "since June".
    Grants,
    /// It may be about it: a "not" in it is a no, and no "not" says nothing.
    Loose,
}

/// True of "they have …" and "that is for …".
fn aside(tokens: &[Token<'_>]) -> bool {
    let words: Vec<&str> = tokens.iter().take(3).map(|token| token.word).collect();
    matches!(words[..], ["they", "have" | "'ve", ..] | ["that", "is" | "'s", "for"])
}

/// True where nothing is named behind the second of `tokens`, which stands for what was asked: "we have one", "get one at birth".
fn ends_there(tokens: &[Token<'_>]) -> bool {
    let goes_on = |token: &Token<'_>| token.does(Does::Leads) || token.does(Does::Grants);
    !tokens[0].does(Does::Leads) && tokens.get(2).is_none_or(goes_on)
}
