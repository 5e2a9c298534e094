//! References as letters print them, compared: `FOI 25-0388` and `25-0388` are one, `25-0388R` is its review.

/// A reference reduced to what tells it from others of the same body.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reference(String);

/// Words that letters print before a number or leave out, as they like.
const LABELS: [&str; 5] = ["foia", "foi", "eir", "rfi", "ref"];

impl Reference {
    /// Reads a printed reference; `None` where it has no letter or digit.
    pub fn new(printed: &str) -> Option<Self> {
        let bare: String = printed.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        let unlabelled = LABELS.iter().find_map(|label| bare.strip_prefix(label)).filter(|rest| !rest.is_empty());
        let kept = unlabelled.unwrap_or(&bare).to_owned();
        (!kept.is_empty()).then_some(Reference(kept))
    }

    /// What a review's reference is made from, where it is made from that of the reply: `25-0388R`, `IR 25-0388`.
    fn reviewed(&self) -> Option<&str> {
        let marks = ["ir", "r"];
        let ends_in_digit = |rest: &&str| rest.ends_with(|c: char| c.is_ascii_digit());
        marks.iter().find_map(|mark| self.0.strip_suffix(mark)).filter(ends_in_digit)
    }
}

/// True where two letters of one body are of the same request by their references; a review's may end in a mark.
pub fn same_request(one: &Reference, other: &Reference) -> bool {
    one == other || one.reviewed() == Some(&other.0) || other.reviewed() == Some(&one.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_of_one_reference_agree_and_others_differ() {
        let same = |a: &str, b: &str| same_request(&Reference::new(a).unwrap(), &Reference::new(b).unwrap());
        assert!(same("FOI 25-0388", "25/0388"));
        assert!(same("25-0388", "25-0388R"));
        assert!(same("FOI/25/17IR", "25-17"));
        assert!(!same("IR/25/17", "FOI/25/17"), "reviews numbered by themselves");
        assert!(!same("25-0388", "25-0389"));
        assert!(!same("25-0388A", "25-0388"));
        assert_eq!(Reference::new(" - "), None);
    }
}
