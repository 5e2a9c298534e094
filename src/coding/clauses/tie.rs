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
            .or_else(|| by_words(clause, asked, repeats))
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
        (_, _) if attests(tokens) => Some(Tie::Recalls),
        (_, Some(0)) if tokens.len() == 2 && tokens[1].does(Does::Stands) => Some(Tie::Does),
        // "All of them are trained to."
        (Some(_), _) if tokens.len() > 2 && ends_in_to(tokens) => Some(Tie::Does),
        (Some(_), _) if tokens.len() < LONG && last.is_some_and(|last| last.does(Does::Stands)) => Some(Tie::Does),
        (_, Some(_)) if tokens.windows(2).enumerate().any(|(at, pair)| is_object(pair, tokens.get(at + 2))) => {
            Some(Tie::DoesIt)
        }
        _ => None,
    }
}

/// "Since June", "we have two wardens", "every complaint is logged": words that the question has, or that grant it.
fn by_words(clause: &Clause<'_, '_>, asked: &Asked<'_>, repeats: bool) -> Option<Tie> {
    let tokens = clause.tokens;
    let asserts = clause.has(Does::Asserts);
    let of_us = tokens.iter().take(3).any(|token| token.does(Does::IsUs));
    let of_all = tokens[0].does(Does::Counts);
    if of_all && asserts && clause.is_first && asked.of_any {
        return Some(Tie::Deed);
    }
    if repeats && (asserts && (of_us || of_all || clause.confirmed) || clause.has(Does::Occurs)) {
        return Some(Tie::Deed);
    }
    let in_short = tokens[0].does(Does::Grants)
        || is_figure(tokens)
        || repeats && tokens.len() < SHORT && !tokens.iter().any(does_to_it);
    (clause.is_first && !asserts && in_short).then_some(Tie::Grants)
}

/// True where a clause may be about what was asked.
fn loosely(clause: &Clause<'_, '_>, repeats: bool) -> bool {
    let tokens = clause.tokens;
    let of_us = tokens.iter().take(3).any(|token| token.does(Does::IsUs));
    let of_it = clause.is_first && tokens[0].does(Does::Points);
    let opens = clause.turns || tokens[0].does(Does::Denies) || tokens[0].does(Does::Limits);
    let goes_on = tokens[0].word == "and" && clause.goes_on();
    // "HR drew a blank": nothing else is said, so this is the answer.
    let denies = clause.has(Does::Denies) || clause.has(Does::Ends);
    let is_all = clause.is_first && denies && tokens.len() < LONG;
    // "As far as anybody knows we never returned it": whose denial it is stands right before it.
    let ours = |near: &[Token<'_>]| near[0].does(Does::IsUs) && near[1..].iter().any(|token| token.does(Does::Denies));
    is_all || tokens.windows(3).any(ours) || goes_on || of_us || of_it || opens || repeats || clause.has(Does::Recalls)
}

/// True of "all of them are trained to", but not of "they have asked us to".
fn ends_in_to(tokens: &[Token<'_>]) -> bool {
    let [.., before, last] = tokens else { return false };
    last.word == "to" && !["us", "you", "them", "not"].contains(&before.word)
}

/// True of "we know of two", "I could trace one such case".
pub(super) fn attests(tokens: &[Token<'_>]) -> bool {
    let some = |token: &Token<'_>| token.does(Does::Counts) || token.does(Does::Recalls) || is_number(token.word);
    tokens.windows(2).any(|pair| pair[0].does(Does::Attests) && some(&pair[1]))
        || tokens
            .windows(2)
            .any(|pair| pair[0].does(Does::Knows) && (pair[1].does(Does::Counts) || is_number(pair[1].word)))
}

/// True of a number that is no year, and of what: "7 cases". A number alone may be a label.
fn is_figure(tokens: &[Token<'_>]) -> bool {
    tokens.len() > 1 && is_number(tokens[0].word)
}

fn is_number(word: &str) -> bool {
    let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    !year && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// True of "they have …", which tells of somebody, and of "that is for …".
fn is_aside(tokens: &[Token<'_>]) -> bool {
    let words: Vec<&str> = tokens.iter().take(3).map(|token| token.word).collect();
    matches!(words[..], ["they", "have" | "'ve", ..] | ["that", "is" | "'s", "for"])
}

/// True of what somebody does something to: "staff bear that themselves".
fn does_to_it(token: &Token<'_>) -> bool {
    ["it", "this", "that", "them"].contains(&token.word)
}

/// True of "leaves", "covers": a verb that is not known, behind "it".
fn is_third_person(word: Option<&Token<'_>>) -> bool {
    word.is_some_and(|token| token.word.len() > 3 && token.word.ends_with('s') && !token.word.ends_with("ss"))
}

/// True where the second of two words is the thing asked about, and the first does something to it: "tell them", "get one".
fn is_object(pair: &[Token<'_>], after: Option<&Token<'_>>) -> bool {
    let ends = after.is_none_or(|token| token.does(Does::Leads) || token.does(Does::Grants));
    let is = ["is", "was", "are", "were", "be", "'s"].contains(&pair[0].word);
    let does = ["do", "does", "did", "done"].contains(&pair[0].word) && ["this", "that", "so"].contains(&pair[1].word);
    does || !is
        && !pair[0].does(Does::Leads)
        && !pair[0].does(Does::Counts)
        && matches!((pair[1].word, ends), ("it" | "them", _) | ("one", true))
}
