//! A refusal over the appropriate limit that names no section.

use std::sync::LazyLock;

use crate::text::Regex;

use crate::coding::sentence::sentence_around;
use crate::text::Span;

/// The limit by its name, its hours or its sum.
static LIMIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:appropriate|cost|costs|fees|time|statutory|permitted|prescribed) (?:costs? |fees? )?limit|18[ -]?hours?|eighteen hours|\x{a3}450|\x{a3}600")
        .expect("a fixed pattern")
});

/// That it would be passed.
static PASSED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"exceed|(?:more|longer)(?: time| work| effort)? than|(?-u:\b)past the|over|beyond|in excess|above|pass(?-u:\b)|cannot|can not|unable|not be able|well outside|against the|(?-u:\b)not(?-u:\b).*within")
        .expect("a fixed pattern")
});

/// That it is advice, a condition or the requester's wish.
static ADVICE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:if|unless|should you|narrow|refine|reduce|bring|new request|would not exceed|does not exceed|may exceed|might exceed|could exceed|may meet|please)(?-u:\b)")
        .expect("a fixed pattern")
});

/// "If each took an hour": how an estimate begins, and no condition.
static ESTIMATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?-u:\b)if (?:each|every|one|only)(?: [a-z]+){1,4} (?:took|takes|needs|needed|requires|required)(?-u:\b)",
    )
    .expect("a fixed pattern")
});

/// The first place in `folded` where an answer is refused over the limit; `open` tells which places answer.
pub(super) fn find_limit(folded: &str, open: impl Fn(Span) -> bool) -> Option<Span> {
    let places = LIMIT.find_iter(folded).map(|found| Span::from(found.range())).filter(|span| open(*span));
    places.take(50).find(|&span| {
        let words = sentence_around(folded, span).of(folded);
        PASSED.is_match(words) && !ADVICE.is_match(&ESTIMATE.replace_all(words, ""))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_passed_or_only_named() {
        for (words, passed) in [
            ("to read them would take more than 18 hours.", true),
            ("the cost would exceed the appropriate limit.", true),
            ("it is 600 hours of work, well past the limit of 18 hours.", true),
            ("to find it would take longer than the appropriate limit.", true),
            ("it cannot be extracted within the 18 hour limit.", true),
            ("that is far more time than the appropriate limit permits.", true),
            ("if each box took an hour, we would need 450, which exceeds the 18 hours allowed.", true),
            ("if you narrow it the cost may not exceed the appropriate limit.", false),
            ("the appropriate limit is set at 18 hours.", false),
            ("staff work more than 18 shifts.", false),
        ] {
            assert_eq!(find_limit(words, |_| true).is_some(), passed, "{words}");
        }
    }
}
