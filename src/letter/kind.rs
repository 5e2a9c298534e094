//! What a document is, weighed from the phrases of `data/kinds.toml` and from whether anything is answered.

mod signs;
#[cfg(test)]
mod tests;
mod weights;

use super::messages::find_messages;
use super::{Letter, find_reference};
use crate::record::Kind;
use signs::{ADDRESSES, SALUTATION, has_review, lists_requests, written_back};
use weights::{STRONG, Weights};

/// What of a letter looks like answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Nothing, and nothing is asked either.
    Nothing,
    /// Nothing; questions stand alone.
    Asked,
    /// Numbered items, without the questions that they would answer: only a letter to somebody answers so.
    Items,
    /// One question, or the whole request, with one answer: an acknowledgement may look like that.
    AtOnce,
    /// Questions, with answers.
    Questions,
    /// Several questions, each with words of its own: no acknowledgement goes so far.
    OneByOne,
}

/// What `letter` is, and the rule that says so.
pub fn find_kind(letter: &Letter, answered: Answered) -> (Kind, &'static str) {
    let weights = Weights::of(letter);
    // A mail speaks to somebody, however short it is.
    let messages = find_messages(letter).len();
    let page = messages == 0 && !ADDRESSES.is_match(letter.folded.text());
    let asked = answered == Answered::Asked;
    let at_once = answered == Answered::AtOnce;
    let one_by_one = answered == Answered::OneByOne;
    let answered = at_once
        || one_by_one
        || answered == Answered::Questions
        || answered == Answered::Items && (!page || has_review(letter));
    let total = |means: &str| weights.total(means);
    // A page that bears an authority's reference is from its log, and no requester wrote it.
    let logged = page
        && total("other") == 0
        && !answered
        && find_reference(letter).is_some_and(|found| ["reference", "request-number"].contains(&found.rule.as_str()));
    let (foi, replies) = (total("foi") + if logged { STRONG } else { 0 }, total("replies"));
    let answers = if answered { STRONG } else { 0 };
    let judged = |kind: Kind, means: &str| (kind, weights.rule(means));

    // An FOI letter may be about a coroner's report: it says "freedom of information" first.
    if total("coroner-response") > foi + if foi > 0 { answers } else { 0 } && total("coroner-response") >= STRONG {
        return judged(Kind::CoronerResponse, "coroner-response");
    }
    if !one_by_one && (total("other") > foi + answers + replies || foi == 0 && weights.opens("other")) {
        return judged(Kind::Other, "other");
    }
    // A page of the press, of guidance or of a list speaks to nobody, asks nothing and says nothing of a request.
    let silent = foi + total("asks") + replies == 0 && (total("other") > 0 || !answered);
    let idle = !answered
        && !logged
        && !asked
        && !weights.told("reply-words")
        && total("asks") + total("foi-acknowledgement") + total("foi-clarification") == 0;
    let named = weights.told("request-words") || weights.told("reply-title");
    let opens_as_page = weights.opens("other") && !named;
    if page && !one_by_one && (silent || idle || opens_as_page || (!answered || at_once) && lists_requests(letter)) {
        return judged(Kind::Other, "other");
    }
    // A letter to the office that answers, which asks and never replies, is the request itself, whatever looks answered; but a thread
    // in which each question has words of its own.
    let alone = SALUTATION.find_iter(letter.folded.text()).count() <= 1;
    let sent = alone && !(one_by_one && messages > 1) && weights.told("to-the-office") && total("asks") > STRONG;
    if sent && replies == 0 && total("foi-acknowledgement") < STRONG {
        return judged(Kind::FoiRequest, "asks");
    }
    if weights.opens("foi-internal-review") && total("foi-internal-review") > STRONG {
        return judged(Kind::FoiInternalReview, "foi-internal-review");
    }
    // Questions quoted to be clarified look answered: then the letter must say that it waits, and give nothing.
    let waits = total("foi-clarification") > STRONG && total("replies") + total("foi-internal-review") <= STRONG;
    let surely = total("foi-clarification") > 2 * STRONG && total("foi-internal-review") <= STRONG;
    if total("foi-clarification") >= STRONG
        && (!answered || surely || weights.opens("foi-clarification") || waits && !has_review(letter))
    {
        return judged(Kind::FoiClarification, "foi-clarification");
    }
    // What an acknowledgement says may look like an answer: then it must say twice that one is still to come.
    let acknowledges = total("foi-acknowledgement");
    let due = if answered { 2 * STRONG } else { STRONG };
    let opens = weights.opens("foi-acknowledgement");
    if one_by_one && acknowledges < 3 * STRONG {
        return (Kind::FoiResponse, "answered");
    }
    if acknowledges >= due && (opens || acknowledges > replies)
        || acknowledges >= STRONG && replies == 0 && (at_once || opens)
    {
        return judged(Kind::FoiAcknowledgement, "foi-acknowledgement");
    }
    if answered {
        return (Kind::FoiResponse, "answered");
    }
    // A letter to somebody that names no Act, and ends as a reply under one must.
    if foi + total("asks") + replies + total("other") == 0 && !page && has_review(letter) {
        return (Kind::FoiResponse, "ends-as-a-reply");
    }
    if foi + total("asks") + replies == 0 || total("other") >= STRONG || lists_requests(letter) {
        return judged(Kind::Other, "other");
    }
    if logged {
        return (Kind::FoiResponse, "reference");
    }
    if let Some(kind) = written_back(letter) {
        return (kind, "thread");
    }
    // A request has words that make it one.
    if total("asks") > 0 && replies == 0 {
        judged(Kind::FoiRequest, "asks")
    } else {
        judged(Kind::FoiResponse, "replies")
    }
}
