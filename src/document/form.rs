//! Places of a form that nobody filled in: boxes without a tick, rules to write on.

use std::sync::LazyLock;

use crate::text::Regex;

/// An empty box.
static EMPTY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[\u{2610}\u{25a1}]|\[ *\]|\( *\)").expect("a fixed pattern"));

/// A ticked box.
static FULL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)[\u{2612}\u{2611}\u{2713}\u{2714}\u{2705}\u{25a0}\u{2717}\u{2718}]|[\[(] ?[x\u{2713}\u{2714}] ?[\])]",
    )
    .expect("a fixed pattern")
});

/// A rule to write on, with the label before it: `Month: ____`.
static RULE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:[A-Za-z/ ]{0,30}[:.]?[ \t]*)(?:_{2,}|_$|\.{4,}|\u{2026}{2,})").expect("a fixed pattern")
});

/// Options to choose from, none of them chosen.
static OPTIONS_ALONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^[(\[]?(?:yes ?(?:/|or) ?no|y ?/ ?n)(?: ?/ ?[a-z ]{2,20})?[)\]]?$").expect("a fixed pattern")
});

/// A dash may answer; so many in a row are a rule, in bytes.
const PAGE_RULE: usize = 6;

/// Options beside empty boxes are no longer than this together, in bytes.
const OPTIONS: usize = 120;

/// True for words that are only empty boxes with their options, or only rules to write on.
pub fn is_unfilled(words: &str) -> bool {
    // A rule across the page.
    if words.len() > PAGE_RULE && words.chars().all(|c| "-=*_".contains(c)) {
        return true;
    }
    if RULE.is_match(words) {
        return !RULE.replace_all(words, "").contains(char::is_alphanumeric);
    }
    if OPTIONS_ALONE.is_match(words) {
        return true;
    }
    words.len() <= OPTIONS && EMPTY.find_iter(words).count() > 1 && !FULL.is_match(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unfilled_places_are_told_from_answers() {
        for words in [
            "☐ Yes ☐ No",
            "[ ] Yes   [ ] No   [ ] Not held",
            "Month: ____   Year: ______",
            "............",
            "YES / NO",
            "[Yes/No]",
        ] {
            assert!(is_unfilled(words), "{words}");
        }
        for words in
            ["☒ Yes ☐ No", "[ ] Yes [x] No", "Month: May", "☐", "We wait...", "Yes", "", "Yes / No problem was found"]
        {
            assert!(!is_unfilled(words), "{words}");
        }
    }
}
