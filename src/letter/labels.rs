//! The labels of `data/labels.toml`: words that stand before a date or a reference of the whole letter.

use std::sync::LazyLock;

use crate::catalogue::{Phrase, Phrases};

static LABELS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::parse(include_str!("../../data/labels.toml")).expect("data/labels.toml is checked by tests")
});

/// The labels with this meaning, with their rank in the file: earlier ones win.
pub(super) fn labels(means: &str) -> impl Iterator<Item = (usize, &'static Phrase)> {
    LABELS.all().iter().enumerate().filter(move |(_, label)| label.means == means)
}

/// The first label with this meaning that `words` (folded) bear.
pub(super) fn label_of(means: &str, words: &str) -> Option<(usize, &'static Phrase)> {
    labels(means).find(|(_, label)| label.pattern.is_match(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Folded;
    use crate::when::find_dates;

    /// What the pattern of a label sees of an example: all of it, or the words before its date.
    fn seen(label: &Phrase, example: &str) -> String {
        let folded = Folded::new(example).text().to_owned();
        let date = find_dates(&folded).into_iter().find(|dated| !dated.bare);
        let words = match (date, label.means.as_str()) {
            (Some(dated), "requested-after" | "responded-after") => return folded[dated.span.end..].to_owned(),
            (Some(dated), means) if !means.starts_with("reference") => &folded[..dated.span.start],
            _ => &folded,
        };
        let colon = label.means == "responded-heading";
        words.trim_matches(|c: char| !c.is_alphanumeric() && c != '[' && !(colon && c == ':')).to_owned()
    }

    #[test]
    fn every_label_accepts_and_rejects_its_examples() {
        for label in LABELS.all() {
            assert!(!label.accept.is_empty() && !label.reject.is_empty(), "{} needs examples both ways", label.id);
            for example in &label.accept {
                assert!(label.pattern.is_match(&seen(label, example)), "{} must accept: {example}", label.id);
            }
            for example in &label.reject {
                assert!(!label.pattern.is_match(&seen(label, example)), "{} must reject: {example}", label.id);
            }
        }
    }
}
