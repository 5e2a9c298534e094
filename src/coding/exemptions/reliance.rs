//! Whether the sentence around a provision relies on it, by the words of `data/reliance.toml`.

use std::sync::LazyLock;

use crate::catalogue::Phrases;
use crate::coding::sentence::sentence_around;
use crate::text::{Regex, Span};

/// How a letter treats a provision that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Treatment {
    /// It refuses or withholds under it.
    Relied,
    /// It tells that an earlier letter relied on it.
    Reported,
    /// It tells that the body relied on it, now or, in a review, earlier.
    Past,
    /// It names it with its title alone, as a list of provisions does.
    Listed,
    /// It tells what the provision says.
    Explained,
    /// It might rely on it.
    Hypothetical,
    /// It does not rely on it.
    Rejected,
    /// It did and no longer does.
    Overturned,
}

const MEANINGS: [(&str, Treatment); 9] = [
    ("quoted", Treatment::Explained),
    ("relied", Treatment::Relied),
    ("overturned", Treatment::Overturned),
    ("rejected", Treatment::Rejected),
    ("hypothetical", Treatment::Hypothetical),
    ("explained", Treatment::Explained),
    ("listed", Treatment::Listed),
    ("reported", Treatment::Reported),
    ("past", Treatment::Past),
];

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::parse(include_str!("../../../data/reliance.toml")).expect("data/reliance.toml is checked by tests")
});

/// How the sentence around `span` treats the provision there.
pub(super) fn treatment(folded: &str, span: Span) -> Treatment {
    let sentence = sentence_around(folded, span);
    let after = ACT.find(&folded[span.end..sentence.end]).map_or(0, |act| act.end());
    let (before, behind) = (&folded[sentence.start..span.start], &folded[span.end + after..sentence.end]);
    let words = format!("{before}@{behind}");
    match read(&FAILING.replace_all(&words, " otherwise")) {
        // "We are not able to name them, as they might sue us (section 41)": a ground in brackets behind a refusal.
        Treatment::Hypothetical if before.ends_with('(') && REFUSES.is_match(before) => Treatment::Relied,
        Treatment::Reported | Treatment::Past if GIVEN_NOW.is_match(following(folded, sentence.end)) => {
            Treatment::Overturned
        }
        treatment => treatment,
    }
}

/// True for a letter that looks at an earlier answer.
pub(super) fn reviews(folded: &str) -> bool {
    static EARLIER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?-u:\b)(?:first|original|initial|earlier) (?:answer|decision|response|reply|refusal)|(?:asked (?:for|me to)|carried out|outcome of|conducted) (?:an? |the |this |your |my )?(?:internal )?review")
            .expect("a fixed pattern")
    });
    EARLIER.is_match(folded)
}

/// What an earlier letter withheld is given now.
static GIVEN_NOW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)no (?:longer )?(?:any )?(?:reason|grounds?|need|cause|basis) (?:to|for) (?:continu(?:e|ing) (?:to )?)?(?:withh|refus|rely)|(?-u:\b)can now be (?:released|disclosed|given)|(?-u:\b)(?:it|they|this|these) (?:is|are) (?:now |therefore |accordingly )?(?:enclosed|attached|released|disclosed) (?:with|to|in|by|at|now)(?-u:\b)")
        .expect("a fixed pattern")
});

/// The words that follow a sentence in its paragraph, within reach.
fn following(folded: &str, end: usize) -> &str {
    const REACH: usize = 200;
    let until = folded.floor_char_boundary((end + REACH).min(folded.len()));
    folded[end..until].split('\n').next().unwrap_or("")
}

/// Words that refuse, whatever might happen otherwise.
static REFUSES: LazyLock<crate::text::Regex> = LazyLock::new(|| {
    crate::text::Regex::new(r"(?-u:\b)(?:not able to|unable to|cannot|can not|(?:is|are|was|were|being) (?:withheld|exempt|refused)|we (?:withhold|refuse|decline)|not (?:be )?(?:disclos|releas|provid|giv))")
        .expect("a fixed pattern")
});

/// "Exempt under section 23 and, in so far as that does not apply, section 24": a condition of what follows.
static FAILING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r",?(?: and| or)?,? (?:in so far as|insofar as|to the extent that|where) (?:that|it|this)(?: exemption| section)? (?:does|do|did) not apply")
        .expect("a fixed pattern")
});

/// The name of the Act behind a provision, which says nothing of how it is treated.
static ACT: LazyLock<crate::text::Regex> = LazyLock::new(|| {
    crate::text::Regex::new(r"^(?: ?\([^()]{0,80}\))*(?: of (?:the )?(?:[a-z()]+ ){0,5}(?:act|foia|foisa|regulations)(?: (?:19|20)[0-9]{2})?)?")
        .expect("a fixed pattern")
});

fn read(words: &str) -> Treatment {
    let fits = |means: &str| PHRASES.all().iter().any(|phrase| phrase.means == means && phrase.pattern.is_match(words));
    MEANINGS.iter().find(|(means, _)| fits(means)).map_or(Treatment::Relied, |(_, treatment)| *treatment)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coding::exemptions::mention::find_mentions;
    use crate::text::Folded;

    fn treated(example: &str) -> Treatment {
        let folded = Folded::new(example);
        let mention = find_mentions(folded.text(), 9).into_iter().next_back().expect("an example names a provision");
        treatment(folded.text(), mention.span)
    }

    #[test]
    fn every_phrase_accepts_and_rejects_its_examples() {
        for phrase in PHRASES.all() {
            let (_, wanted) = MEANINGS.iter().find(|(means, _)| *means == phrase.means).expect("a known meaning");
            assert!(!phrase.accept.is_empty() && !phrase.reject.is_empty(), "{} needs examples both ways", phrase.id);
            for example in &phrase.accept {
                assert_eq!(treated(example), *wanted, "{} must accept: {example}", phrase.id);
            }
            for example in &phrase.reject {
                let relied = treated(example) == Treatment::Relied;
                assert_eq!(relied, phrase.means != "relied", "{} must reject: {example}", phrase.id);
            }
        }
    }
}
