//! How a clause is tied to what was asked.

use super::Asked;
use super::clause::Clause;
use crate::catalogue::lexicon::{Does, Token};

/// How a clause is tied to what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
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

/// In longer clauses than this, in words, the last word stands for no verb.
const LONG: usize = 9;

/// In longer clauses than this, in words, a verb that is not known may stand.
const SHORT: usize = 6;

impl Tie {
    /// Reads how `clause` is tied to what was asked; `None` where it may speak of anything.
    pub fn read(clause: &Clause<'_, '_>, asked: &Asked<'_>) -> Option<Self> {
        if asked.is_done_in(clause.words) {
            return Some(Tie::Deed);
        }
        let tokens = clause.tokens;
        let repeats = tokens.iter().any(|token| asked.names(token.word));
        by_subject(tokens)
            .or_else(|| by_words(clause, repeats))
            .or_else(|| loosely(clause, repeats).then_some(Tie::Loose))
    }
}

/// "It was used", "the wards do": what stands for the subject or the verb of the question.
fn by_subject(tokens: &[Token<'_>]) -> Option<Tie> {
    let verb = tokens.iter().position(|token| token.does(Does::Asserts));
    let thing = tokens.iter().position(|token| token.does(Does::Recalls));
    let last = tokens.iter().rev().find(|token| !token.does(Does::Denies));
    match (verb, thing) {
        (Some(_), Some(thing)) if is_aside(&tokens[thing..]) => Some(Tie::Loose),
        (Some(verb), Some(thing)) if thing < 2 && thing < verb && verb < thing + 3 => Some(Tie::Recalls),
        // "It gives no date" denies something else.
        (_, Some(thing)) if thing < 2 && tokens[thing].word == "it" && is_third_person(tokens.get(thing + 1)) => {
            (!tokens.iter().any(|token| token.does(Does::Denies))).then_some(Tie::Recalls)
        }
        (Some(_), _) if tokens.len() < LONG && last.is_some_and(|last| last.does(Does::Stands)) => Some(Tie::Does),
        (_, Some(_)) if tokens.windows(2).enumerate().any(|(at, pair)| is_object(pair, tokens.get(at + 2))) => {
            Some(Tie::DoesIt)
        }
        _ => None,
    }
}

/// "Since June", "we have two wardens", "every complaint is logged": words that the question has, or that grant it.
fn by_words(clause: &Clause<'_, '_>, repeats: bool) -> Option<Tie> {
    let tokens = clause.tokens;
    let asserts = clause.has(Does::Asserts);
    let of_us = tokens.iter().take(3).any(|token| token.does(Does::IsUs));
    let of_all = tokens[0].does(Does::Counts);
    if repeats && (asserts && (of_us || of_all || clause.confirmed) || clause.has(Does::Occurs)) {
        return Some(Tie::Deed);
    }
    let in_short = tokens[0].does(Does::Grants) || repeats && tokens.len() < SHORT;
    (clause.is_first && !asserts && in_short).then_some(Tie::Grants)
}

/// True where a clause may be about what was asked.
fn loosely(clause: &Clause<'_, '_>, repeats: bool) -> bool {
    let tokens = clause.tokens;
    let of_us = tokens.iter().take(3).any(|token| token.does(Does::IsUs));
    let of_it = clause.is_first && tokens[0].does(Does::Points);
    let opens = clause.turns || tokens[0].does(Does::Denies) || tokens[0].does(Does::Limits);
    let goes_on = tokens[0].word == "and" && clause.goes_on();
    goes_on || of_us || of_it || opens || repeats || clause.has(Does::Recalls)
}

/// True of "they have …", which tells of somebody, and of "that is for …".
fn is_aside(tokens: &[Token<'_>]) -> bool {
    let words: Vec<&str> = tokens.iter().take(3).map(|token| token.word).collect();
    matches!(words[..], ["they", "have" | "'ve", ..] | ["that", "is" | "'s", "for"])
}

/// True of "leaves", "covers": a verb that is not known, behind "it".
fn is_third_person(word: Option<&Token<'_>>) -> bool {
    word.is_some_and(|token| token.word.len() > 3 && token.word.ends_with('s') && !token.word.ends_with("ss"))
}

/// True where the second of two words is the thing asked about, and the first does something to it: "tell them", "get one".
fn is_object(pair: &[Token<'_>], after: Option<&Token<'_>>) -> bool {
    let ends = after.is_none_or(|token| token.does(Does::Leads) || token.does(Does::Grants));
    let is = ["is", "was", "are", "were", "be", "'s"].contains(&pair[0].word);
    !is && !pair[0].does(Does::Leads) && matches!((pair[1].word, ends), ("it" | "them", _) | ("one", true))
}
