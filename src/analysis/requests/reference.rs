//! References as letters print them, made comparable: `FOI 25-0388` and `25-0388` are one, and `25-0388R` is its review.

/// A reference reduced to what tells it from others of the same body.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reference(Box<str>);

/// Words that letters print before a number or leave out, as they like.
const LABELS: [&str; 5] = ["foia", "foi", "eir", "rfi", "ref"];
/// What is put behind a number for its review.
const REVIEWS: [&str; 2] = ["ir", "r"];

impl Reference {
    /// Reads a printed reference; `None` where it has no letter or digit.
    pub fn new(printed: &str) -> Option<Self> {
        let bare: String = printed.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        let unlabelled = LABELS.iter().find_map(|label| bare.strip_prefix(label)).filter(|rest| !rest.is_empty());
        let kept = unlabelled.unwrap_or(&bare);
        let ends_in_digit = |rest: &&str| rest.ends_with(|c: char| c.is_ascii_digit());
        let reviewed = REVIEWS.iter().find_map(|mark| kept.strip_suffix(mark).filter(ends_in_digit));
        let kept = reviewed.unwrap_or(kept);
        (!kept.is_empty()).then(|| Reference(kept.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_of_one_reference_agree_and_others_differ() {
        let same = |a: &str, b: &str| Reference::new(a).unwrap() == Reference::new(b).unwrap();
        assert!(same("FOI 25-0388", "25/0388"));
        assert!(same("25-0388", "25-0388R"));
        assert!(same("FOI/25/17IR", "25-17"));
        assert!(!same("IR/25/17", "FOI/25/17"), "reviews numbered by themselves");
        assert!(!same("25-0388", "25-0389"));
        assert!(!same("25-0388A", "25-0388"));
        assert_eq!(Reference::new(" - "), None);
    }
}
