//! The cues of `data/zones.toml`: what a sentence or line tells of the part of the letter that it stands in.

use std::sync::LazyLock;

use crate::catalogue::Phrases;

/// What a sentence tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// How to complain, re-use, disclaimers.
    Review,
    /// The regulator.
    Regulator,
    /// The regulator's address or telephone.
    Address,
    /// The farewell.
    SignOff,
    /// The heading of an enclosure.
    Enclosure,
    /// A question or an answer.
    Answering,
    /// Answers come behind it.
    Leading,
    /// The request begins.
    Asking,
    /// The words of the request come behind it.
    Introducing,
    /// The requester is named as the sender.
    Requester,
    /// The requester is addressed.
    Salutation,
    /// The answers are said to stand in an annex.
    Annexes,
}

const MEANINGS: [(&str, Cue); 12] = [
    ("review", Cue::Review),
    ("regulator", Cue::Regulator),
    ("address", Cue::Address),
    ("sign-off", Cue::SignOff),
    ("enclosure", Cue::Enclosure),
    ("answering", Cue::Answering),
    ("leading", Cue::Leading),
    ("asking", Cue::Asking),
    ("introducing", Cue::Introducing),
    ("requester", Cue::Requester),
    ("salutation", Cue::Salutation),
    ("annexes", Cue::Annexes),
];

/// No cue is looked for beyond this many bytes of a sentence: real ones are shorter, and damage can be endless.
const LONGEST: usize = 600;

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::parse(include_str!("../../../data/zones.toml")).expect("data/zones.toml is checked by tests")
});

/// The cue that each phrase is.
static MEANT: LazyLock<Vec<Cue>> = LazyLock::new(|| {
    let cue = |means: &str| MEANINGS.iter().find(|(name, _)| *name == means).expect("checked by tests").1;
    PHRASES.all().iter().map(|phrase| cue(&phrase.means)).collect()
});

/// The cues of one sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cues(u16);

impl Cues {
    /// Reads the cues of a folded sentence, without marks before it.
    pub(super) fn of(sentence: &str) -> Self {
        let end = (0..=sentence.len().min(LONGEST)).rev().find(|&i| sentence.is_char_boundary(i)).unwrap_or(0);
        let sentence = &sentence[..end];
        let mut cues = Cues::default();
        for (at, phrase) in PHRASES.candidates(sentence) {
            if !cues.has(MEANT[at]) && phrase.pattern.is_match(sentence) {
                cues.0 |= 1 << MEANT[at] as u8;
            }
        }
        cues
    }

    /// True where `cue` is among them.
    pub(super) fn has(self, cue: Cue) -> bool {
        self.0 & (1 << cue as u8) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Folded;

    #[test]
    fn every_cue_accepts_and_rejects_its_examples() {
        for phrase in PHRASES.all() {
            assert!(MEANINGS.iter().any(|(name, _)| *name == phrase.means), "{} means nothing known", phrase.id);
            assert!(!phrase.accept.is_empty() && !phrase.reject.is_empty(), "{} needs examples both ways", phrase.id);
            for example in &phrase.accept {
                assert!(phrase.pattern.is_match(Folded::new(example).text()), "{} must accept: {example}", phrase.id);
            }
            for example in &phrase.reject {
                assert!(!phrase.pattern.is_match(Folded::new(example).text()), "{} must reject: {example}", phrase.id);
            }
        }
    }
}
