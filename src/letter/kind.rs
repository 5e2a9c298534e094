//! What a document is, weighed from the phrases of `data/kinds.toml` and from whether anything is answered.

use std::sync::LazyLock;

use super::{Letter, Zone, find_reference};
use crate::catalogue::{Phrase, Phrases};
use crate::record::Kind;

/// A strong phrase tells by itself, a weak one with two others like it.
const STRONG: u32 = 3;
const WEAK: u32 = 1;

/// Words this near to the beginning, in bytes of folded text, are its title and opening.
const OPENING: usize = 700;

/// More places of one phrase than this are not looked at.
const PLACES: usize = 40;

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::parse(include_str!("../../data/kinds.toml")).expect("data/kinds.toml is checked by tests")
});

/// How much the letter's phrases tell for each meaning.
struct Weights {
    found: Vec<(&'static str, &'static str, u32, bool)>,
}

impl Weights {
    fn of(letter: &Letter) -> Self {
        let folded = letter.folded.text();
        let speaks = |means: &str, start: usize, end: usize| {
            let zone = letter.zones.at(letter.folded.back(start, end).start);
            // What an acknowledgement says of the answer to come sounds like closing words.
            let to_come = zone == Zone::Review && means == "foi-acknowledgement" && end < OPENING;
            matches!(zone, Zone::Head | Zone::Answers | Zone::Request) || to_come
        };
        let read = |(_, phrase): (usize, &'static Phrase)| {
            let (means, strength) = phrase.means.split_once('/')?;
            let mut places =
                phrase.pattern.find_iter(folded).take(PLACES).filter(|hit| speaks(means, hit.start(), hit.end()));
            let first = places.next()?;
            let weight = if strength == "strong" { STRONG } else { WEAK + u32::from(places.next().is_some()) };
            Some((means, phrase.id.as_str(), weight, first.start() < OPENING))
        };
        Weights { found: PHRASES.candidates(folded).filter_map(read).collect() }
    }

    fn total(&self, means: &str) -> u32 {
        self.found.iter().filter(|(found, ..)| *found == means).map(|(_, _, weight, _)| weight).sum()
    }

    /// The phrase that tells most, as the rule's name.
    fn rule(&self, means: &str) -> &'static str {
        let told = self.found.iter().filter(|(found, ..)| *found == means);
        told.max_by_key(|(_, _, weight, opening)| (*weight, *opening)).map_or("nothing-told", |(_, id, ..)| id)
    }

    /// True where the phrase of this name was found.
    fn told(&self, id: &str) -> bool {
        self.found.iter().any(|(_, found, ..)| *found == id)
    }

    /// True where a strong phrase of this meaning stands in the opening.
    fn opens(&self, means: &str) -> bool {
        self.found.iter().any(|(found, _, weight, opening)| *found == means && *weight >= STRONG && *opening)
    }
}

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
}

/// What `letter` is, and the rule that says so.
pub fn find_kind(letter: &Letter, answered: Answered) -> (Kind, &'static str) {
    let weights = Weights::of(letter);
    let page = !ADDRESSES.is_match(letter.folded.text());
    let asked = answered == Answered::Asked;
    let at_once = answered == Answered::AtOnce;
    let answered = at_once || answered == Answered::Questions || answered == Answered::Items && !page;
    let total = |means: &str| weights.total(means);
    // A page that bears an authority's reference is from its log, and no requester wrote it.
    let logged = page
        && total("other") == 0
        && !answered
        && find_reference(letter).is_some_and(|found| found.rule == "reference");
    let (foi, replies) = (total("foi") + if logged { STRONG } else { 0 }, total("replies"));
    let answers = if answered { STRONG } else { 0 };
    let judged = |kind: Kind, means: &str| (kind, weights.rule(means));

    // An FOI letter may be about a coroner's report: it says "freedom of information" first.
    if total("coroner-response") > foi + if foi > 0 { answers } else { 0 } && total("coroner-response") >= STRONG {
        return judged(Kind::CoronerResponse, "coroner-response");
    }
    if total("other") > foi + answers + replies || foi == 0 && weights.opens("other") {
        return judged(Kind::Other, "other");
    }
    // A page of the press, of guidance or of a list speaks to nobody, asks nothing and says nothing of a request.
    let silent = foi + total("asks") + replies == 0 && (total("other") > 0 || !answered);
    let idle = !answered
        && !logged
        && !asked
        && !weights.told("reply-words")
        && total("asks") + total("foi-acknowledgement") + total("foi-clarification") == 0;
    let opens_as_page = weights.opens("other") && !weights.told("request-words");
    if page && (silent || idle || opens_as_page || lists_requests(letter)) {
        return judged(Kind::Other, "other");
    }
    // A letter to the office that answers, which asks and never replies, is the request itself, whatever looks answered.
    let alone = SALUTATION.find_iter(letter.folded.text()).count() <= 1;
    let sent = alone && weights.told("to-the-office") && total("asks") > STRONG;
    if sent && replies == 0 && total("foi-acknowledgement") < STRONG {
        return judged(Kind::FoiRequest, "asks");
    }
    if weights.opens("foi-internal-review") && total("foi-internal-review") > STRONG {
        return judged(Kind::FoiInternalReview, "foi-internal-review");
    }
    // Questions quoted to be clarified look answered: then the letter must say that it waits, and give nothing.
    let waits = total("foi-clarification") > STRONG && total("replies") + total("foi-internal-review") <= STRONG;
    if total("foi-clarification") >= STRONG
        && (!answered || weights.opens("foi-clarification") || waits && !has_review(letter))
    {
        return judged(Kind::FoiClarification, "foi-clarification");
    }
    // What an acknowledgement says may look like an answer: then it must say twice that one is still to come.
    let acknowledges = total("foi-acknowledgement");
    let due = if answered { 2 * STRONG } else { STRONG };
    if acknowledges >= due && (!answered || weights.opens("foi-acknowledgement"))
        || acknowledges >= STRONG && replies == 0 && (at_once || weights.opens("foi-acknowledgement"))
    {
        return judged(Kind::FoiAcknowledgement, "foi-acknowledgement");
    }
    if answered {
        return (Kind::FoiResponse, "answered");
    }
    if foi + total("asks") + replies == 0 || total("other") >= STRONG || lists_requests(letter) {
        return judged(Kind::Other, "other");
    }
    if logged {
        return (Kind::FoiResponse, "reference");
    }
    // A request has words that make it one.
    if total("asks") > 0 && replies == 0 {
        judged(Kind::FoiRequest, "asks")
    } else {
        judged(Kind::FoiResponse, "replies")
    }
}

/// A letter or message speaks to somebody.
static ADDRESSES: LazyLock<regex::Regex> = LazyLock::new(|| {
    regex::Regex::new(
        r"(?:^|[\n .,:])(?:dear [a-z\[]|yours (?:sincerely|faithfully)|kind regards|you (?:have )?asked|your (?:own |recent |original )?(?:request|questions?|letter|e-?mail)|thank(?:s| you) for|made this (?:foi|freedom))",
    )
    .expect("a fixed pattern")
});

/// Whom a letter or message addresses: a thread has several.
static SALUTATION: LazyLock<regex::Regex> = LazyLock::new(|| {
    regex::Regex::new(r"(?:^|\n)(?:dear |hi |hello[ ,]|good (?:morning|afternoon))").expect("a fixed pattern")
});

/// True where the letter tells how to have a decision reviewed: it has decided something.
fn has_review(letter: &Letter) -> bool {
    letter.zones.parts().iter().any(|(_, zone)| matches!(zone, Zone::Review | Zone::Regulator))
}

/// A page with this many numbered requests is an index.
const INDEX: usize = 4;

/// True for a page that lists many requests, each with a number of its own.
fn lists_requests(letter: &Letter) -> bool {
    static NUMBER: LazyLock<regex::Regex> = LazyLock::new(|| {
        regex::Regex::new(
            r"(?-u:\b)(?:foi|ref(?:erence)?|request)(?: (?:no|number|ref|id))?[ .:#_/-]{0,3}([0-9]{2,}[0-9/-]+)",
        )
        .expect("a fixed pattern")
    });
    let numbers = NUMBER.captures_iter(letter.folded.text()).filter_map(|found| found.get(1));
    let distinct: std::collections::BTreeSet<&str> = numbers.take(200).map(|number| number.as_str()).collect();
    distinct.len() >= INDEX
}

#[cfg(test)]
mod tests;
