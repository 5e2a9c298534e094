//! Comparing what people wrote with what was read: white space folded, words counted.

use std::collections::HashMap;

/// `text` with every run of white space as one space, and none around it.
pub(super) fn squash(text: &str) -> String {
    // The separators of old terminals part words, too.
    let parts = text.split(|c: char| c.is_whitespace() || ('\x1c'..='\x1f').contains(&c));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The words of `text` in lower case: letters from a to z, digits, and `<`, which makes a figure another.
pub(super) fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let part_of_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '<';
    text.split(|c| !part_of_word(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The share of the words of both that both have (Dice's coefficient over words with their number); 1 for two blanks.
pub(super) fn overlap(one: &str, other: &str) -> f64 {
    let (one, other) = (words(one), words(other));
    let total = one.len() + other.len();
    if total == 0 {
        return 1.0;
    }
    let mut left: HashMap<&str, usize> = HashMap::new();
    one.iter().for_each(|word| *left.entry(word).or_default() += 1);
    let is_common =
        |word: &&String| left.get_mut(word.as_str()).is_some_and(|n| n.checked_sub(1).map(|less| *n = less).is_some());
    let common = other.iter().filter(is_common).count();
    (2 * common) as f64 / total as f64
}

/// True where `code` is one of the alternatives that `gold` joins by `|`.
pub(super) fn accepts(gold: &str, code: &str) -> bool {
    gold.split('|').any(|alternative| alternative == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_any_kind_is_one_space() {
        assert_eq!(squash(" a\u{a0}\n\tb\u{1f}c \u{2009}"), "a b c");
        assert_eq!(squash(" \n"), "");
    }

    #[test]
    fn words_are_counted_with_their_number() {
        assert_eq!(words("Fewer than <5; the Trust’s"), ["fewer", "than", "<5", "the", "trust", "s"]);
        assert_eq!(overlap("yes yes no", "yes no no"), 4.0 / 6.0);
        assert_eq!((overlap("", "–"), overlap("", "no")), (1.0, 0.0));
    }
}
