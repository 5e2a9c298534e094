//! Whether the sentence around a provision relies on it, by the words of `data/reliance.toml`.

use std::sync::LazyLock;

use crate::catalogue::Phrases;
use crate::coding::sentence::sentence_around;
use crate::text::Span;

/// How a letter treats a provision that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Treatment {
    /// It refuses or withholds under it.
    Relied,
    /// It tells that an earlier letter relied on it.
    Reported,
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

const MEANINGS: [(&str, Treatment); 6] = [
    ("overturned", Treatment::Overturned),
    ("rejected", Treatment::Rejected),
    ("hypothetical", Treatment::Hypothetical),
    ("explained", Treatment::Explained),
    ("listed", Treatment::Listed),
    ("reported", Treatment::Reported),
];

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::parse(include_str!("../../../data/reliance.toml")).expect("data/reliance.toml is checked by tests")
});

/// How the sentence around `span` treats the provision there.
pub(super) fn treatment(folded: &str, span: Span) -> Treatment {
    let sentence = sentence_around(folded, span);
    let after = ACT.find(&folded[span.end..sentence.end]).map_or(0, |act| act.end());
    if folded[sentence.start..span.start].trim_end().ends_with("by virtue of") {
        // "The duty does not apply by virtue of section 40(5B)": what does not apply is the duty.
        return Treatment::Relied;
    }
    let (before, behind) = (&folded[sentence.start..span.start], &folded[span.end + after..sentence.end]);
    match read(&format!("{before}@{behind}")) {
        // "We are not able to name them, as they might sue us (section 41)": a ground in brackets behind a refusal.
        Treatment::Hypothetical if before.ends_with('(') && REFUSES.is_match(before) => Treatment::Relied,
        treatment => treatment,
    }
}

/// Words that refuse, whatever might happen otherwise.
static REFUSES: LazyLock<crate::text::Regex> = LazyLock::new(|| {
    crate::text::Regex::new(r"(?-u:\b)(?:not able to|unable to|cannot|can not|(?:is|are|was|were|being) (?:withheld|exempt|refused)|we (?:withhold|refuse|decline)|not (?:be )?(?:disclos|releas|provid|giv))")
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
        let mention = find_mentions(folded.text(), 9).into_iter().next().expect("an example names a provision");
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
                assert_eq!(treated(example), Treatment::Relied, "{} must reject: {example}", phrase.id);
            }
        }
    }
}
