//! Where no words state a code, a second coder is heard beside the rules.

use super::{Coded, Subject, Words};
use crate::catalogue::second_coder::{Opinion, SecondCoder};
use crate::record::{Certainty, Code};

/// A code that the second coder thinks less likely than this gives way …
const UNLIKELY: f32 = 0.15;

/// … to one that it thinks likelier than this.
const LIKELY: f32 = 0.7;

/// … or than this, where an answer to several questions was cut in parts.
const LIKELIER: f32 = 0.9;

/// Words are taken for a state where the second coder thinks that likelier than this.
const SURELY: f32 = 0.7;

/// The sides that rules weigh. What they take for a state they have words for.
const WEIGHED: [Code; 4] = [Code::Yes, Code::No, Code::Qualified, Code::Unclear];

/// The codes that the second coder has seen often enough to tell.
const TOLD: [Code; 5] = [Code::Yes, Code::No, Code::Qualified, Code::NotHeld, Code::Refused];

/// The states in which words without any known turn of phrase may be.
const STATES: [Code; 4] = [Code::NotHeld, Code::Refused, Code::Elsewhere, Code::NotApplicable];

/// What the second coder makes of words in which no rule found more than that something is said, where it takes them for
/// something else.
pub(super) fn of_words(words: &Words<'_>, subject: Subject<'_>, coded: Coded) -> Coded {
    if subject.is_part {
        return coded;
    }
    let sentences: Vec<&str> = words.sentences.iter().map(|sentence| sentence.view.text()).collect();
    let told = |opinion: &Opinion| {
        STATES.contains(&opinion.code) && opinion.likely(&opinion.code).is_some_and(|likely| likely > SURELY)
    };
    match SecondCoder::of_words().code(&sentences).filter(told) {
        Some(opinion) => Coded::inferred(opinion.code, "second-coder", vec![words.sentences[opinion.sentence].span]),
        None => coded,
    }
}

/// True where the second coder takes the words for something told rather than for a state, whatever one of them withholds.
pub(super) fn is_told(words: &Words<'_>) -> bool {
    let sentences: Vec<&str> = words.sentences.iter().map(|sentence| sentence.view.text()).collect();
    let opinion = SecondCoder::of_words().code(&sentences);
    opinion.and_then(|opinion| opinion.likely(&Code::Given)).is_some_and(|given| given > SURELY)
}

/// What rules made of an answer, unless they only weighed it and the second coder thinks it unlikely: then what that
/// makes of it.
pub(super) fn of_sides(words: &Words<'_>, subject: Subject<'_>, coded: Coded) -> Coded {
    if coded.certainty == Certainty::Stated || !WEIGHED.contains(&coded.code) {
        return coded;
    }
    let likely = if subject.is_part { LIKELIER } else { LIKELY };
    let sentences: Vec<&str> = words.sentences.iter().map(|sentence| sentence.view.text()).collect();
    let opinion = SecondCoder::of_sides().code(&sentences).filter(|opinion| {
        TOLD.contains(&opinion.code)
            && opinion.likely(&coded.code).is_some_and(|likely| likely < UNLIKELY)
            && opinion.likely(&opinion.code).is_some_and(|its| its > likely)
    });
    match opinion {
        Some(opinion) => Coded::inferred(opinion.code, "second-coder", vec![words.sentences[opinion.sentence].span]),
        None => coded,
    }
}
