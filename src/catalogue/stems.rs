//! Words by what their forms have in common, and the words that tell nothing.

use super::families::Families;

/// The words of folded text that say something, in their order.
pub fn telling_words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 2 && !word.starts_with(|c: char| c.is_ascii_digit()))
        .filter(|word| !Families::shipped().is_idle(word))
}

/// What the forms of a word have in common: `evaluat` of "evaluations", `polic` of "policies".
pub fn stem(word: &str) -> &str {
    const ENDINGS: [&str; 22] = [
        "ations", "ments", "ation", "ating", "ated", "ates", "ings", "ions", "ment", "ies", "ing", "ion", "ive", "ate",
        "ers", "ed", "er", "es", "al", "y", "e", "s",
    ];
    ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.len() > 3)).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_a_stem_in_common() {
        for (one, other) in [
            ("training", "trained"),
            ("evaluations", "evaluated"),
            ("policies", "policy"),
            ("complaints", "complaint"),
            ("mediation", "mediated"),
            ("procedures", "procedure"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        assert_ne!(stem("ward"), stem("warden"));
    }
}
