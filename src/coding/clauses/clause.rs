//! One clause of an answer, and the side it takes.

use super::Asked;
use crate::catalogue::lexicon::{Does, Token};
use crate::record::Code;

/// What a clause says of the thing asked about.
pub(super) enum Side {
    /// Nothing.
    None,
    /// Something that leaves it open.
    Open,
    /// Yes, no or in part, by a rule.
    Taken(Code, &'static str),
}

/// A part of a sentence with a verb of its own, or all there is.
#[derive(Clone, Copy)]
pub(super) struct Clause<'t, 's> {
    tokens: &'t [Token<'s>],
    /// True where the answer begins with it.
    is_first: bool,
}

/// The clauses of `sentence`, which opens the answer where `is_first`.
pub(super) fn split<'t, 's>(sentence: &'s str, tokens: &'t [Token<'s>], is_first: bool) -> Vec<Clause<'t, 's>> {
    let gap = |at: usize| &sentence[tokens[at - 1].span.end..tokens[at].span.start];
    let hard = |at: usize| tokens[at].does(Does::Turns) || gap(at).contains([';', ':', '(', ')']) || gap(at) == " - ";
    let soft = |at: usize| gap(at).contains(',') || tokens[at].word == "and";
    let says = |tokens: &[Token<'_>]| tokens.iter().any(|t| t.does(Does::Asserts) || t.does(Does::Denies));
    let mut starts = vec![0];
    for at in 1..tokens.len() {
        let next = (at + 1..tokens.len()).find(|&next| hard(next) || soft(next)).unwrap_or(tokens.len());
        let from = *starts.last().expect("a sentence has a beginning");
        if hard(at) || soft(at) && says(&tokens[from..at]) && says(&tokens[at..next]) {
            starts.push(at);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
    starts
        .iter()
        .zip(ends)
        .filter(|(start, end)| *start < end)
        .map(|(&start, end)| Clause { tokens: &tokens[start..end], is_first: is_first && start == 0 })
        .collect()
}

impl Clause<'_, '_> {
    fn has(&self, what: Does) -> bool {
        self.tokens.iter().any(|token| token.does(what))
    }

    /// The side that the clause takes.
    pub fn side(&self, asked: &Asked<'_>) -> Side {
        let open = |token: &&Token<'_>| token.does(Does::Opens) && !asked.names(token.word);
        if self.tokens.iter().any(|token| open(&token)) {
            return Side::Open;
        }
        let ends = self.tokens.iter().any(|token| token.does(Does::Ends) && !asked.names(token.word) && !asked.of_an_end);
        let denies = self.has(Does::Denies);
        let Some(about) = self.about(asked) else { return Side::None };
        match (denies, ends) {
            (true, true) => Side::None,
            _ if self.has(Does::Limits) => Side::Taken(Code::Qualified, "clause-limits"),
            (true, false) => Side::Taken(Code::No, "clause-denies"),
            (false, true) => Side::Taken(Code::No, "clause-ends"),
            (false, false) if self.has(Does::Will) && asked.of_the_past => Side::Taken(Code::No, "clause-will"),
            (false, false) if about == "clause-repeats" || about == "clause-us" => Side::None,
            (false, false) => Side::Taken(Code::Yes, about),
        }
    }

    /// How the clause is tied to what was asked.
    fn about(&self, asked: &Asked<'_>) -> Option<&'static str> {
        let asserts = self.tokens.iter().position(|token| token.does(Does::Asserts));
        let recalls = self.tokens.iter().position(|token| token.does(Does::Recalls));
        let us = self.tokens.iter().take(3).any(|token| token.does(Does::IsUs));
        let repeats = self.tokens.iter().any(|token| asked.names(token.word));
        let last = self.tokens.iter().rev().find(|token| !token.does(Does::Denies))?;
        match (asserts, recalls) {
            (Some(verb), Some(thing)) if thing < 2 && thing < verb && verb < thing + 3 => Some("clause-recalls"),
            (Some(_), _) if last.does(Does::Asserts) => Some("clause-ends-in-verb"),
            (Some(_), Some(_)) if us => Some("clause-we-it"),
            (_, Some(thing)) if thing > 0 => Some("clause-it"),
            (Some(_), _) if us && repeats => Some("clause-we-repeat"),
            (Some(_), _) if us => Some("clause-us"),
            (None, _) if self.is_first && self.tokens[0].does(Does::Grants) => Some("clause-grants"),
            (None, _) if self.is_first && repeats && self.tokens.len() < 6 => Some("clause-short"),
            (None, _) if self.tokens[0].does(Does::Denies) => Some("clause-not"),
            _ if repeats => Some("clause-repeats"),
            _ => None,
        }
    }
}
