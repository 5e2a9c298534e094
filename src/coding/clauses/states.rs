//! What clauses say of the information rather than of the thing: that others have it, or that nobody keeps it.

use super::split::split;
use super::{Asked, read};
use crate::catalogue::lexicon::{Does, Token};
use crate::text::Span;

/// From the words that send somebody elsewhere to what is done there, in words.
const NEAR: usize = 4;

/// From a denial to what it denies, in words.
const DENIED: usize = 5;

/// Where a folded sentence sends its reader elsewhere: "you should put the question to them".
pub(in crate::coding) fn sends_elsewhere(sentence: &str) -> Option<Span> {
    let tokens = read(sentence);
    let not_ours =
        |pair: &&[Token<'_>]| pair[0].does(Does::Denies) && ["ours", "us", "with us"].contains(&pair[1].word);
    if let Some(pair) = tokens.windows(2).find(not_ours) {
        return Some(pair[0].span.join(pair[1].span));
    }
    if let Some(token) = tokens.iter().find(|token| token.does(Does::Sends) && token.does(Does::Seeks)) {
        return Some(token.span);
    }
    let sends = tokens.iter().position(|token| token.does(Does::Sends))?;
    let after = tokens.get(sends + 1..tokens.len().min(sends + 1 + NEAR))?;
    let seeks = after.iter().find(|token| token.does(Does::Seeks))?;
    Some(tokens[sends].span.join(seeks.span))
}

/// Where a folded sentence that says nothing else has its reader look: "see 2a, where this is set out", "on our website".
pub(in crate::coding) fn points_elsewhere(sentence: &str) -> Option<Span> {
    let tokens = read(sentence);
    let opens = tokens.iter().take(2).find(|token| ["see", "refer to"].contains(&token.word) || token.word == "refer");
    opens.or_else(|| tokens.iter().find(|token| token.does(Does::Houses))).map(|token| token.span)
}

/// Where a clause of a folded sentence denies that something is known or kept. A question that asks whether it is kept is
/// denied by the same words.
pub(in crate::coding) fn denies_knowing(sentence: &str, asked: &Asked<'_>) -> Option<Span> {
    let tokens = read(sentence);
    if let Some(token) = tokens.iter().find(|token| token.does(Does::FindsNothing)) {
        return Some(token.span);
    }
    split(sentence, &tokens, false).into_iter().find_map(|clause| {
        let denial = clause.tokens.iter().position(|token| token.does(Does::Denies))?;
        // "A psychologist who did not know the family", "the day when nothing was recorded": said of something else.
        let relates = clause.tokens[denial.saturating_sub(2)..denial].iter().any(|token| token.does(Does::Relates));
        if relates {
            return None;
        }
        let after = clause.tokens[denial..].iter().take(DENIED).take_while(|token| token.word != "you");
        let knows = after.into_iter().find(|token| token.does(Does::Knows))?;
        (!asked.names(knows.word)).then(|| clause.tokens[denial].span.join(knows.span))
    })
}
