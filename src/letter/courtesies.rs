//! How letters and messages begin and end (`data/courtesies.toml`).

use std::sync::LazyLock;

use crate::catalogue::Phrases;

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::parse(include_str!("../../data/courtesies.toml")).expect("data/courtesies.toml is checked by tests")
});

/// True of a folded line that addresses somebody: "Dear requester", "Good morning".
pub(super) fn greets(line: &str) -> bool {
    says(line, "greeting")
}

/// True of a folded line that addresses whoever answers requests: "Dear FOI team", "Dear Wye Valley NHS Trust".
pub(super) fn greets_office(line: &str) -> bool {
    const OFFICES: [&str; 9] =
        ["foi", "freedom", "information", "trust", "council", "team", "police", "constabulary", "university"];
    greets(line) && OFFICES.iter().any(|office| line.contains(office))
}

/// True of a folded line with which a writer takes leave: "Yours faithfully".
pub(super) fn takes_leave(line: &str) -> bool {
    says(line, "farewell")
}

fn says(line: &str, means: &str) -> bool {
    PHRASES.all().iter().any(|phrase| phrase.means == means && phrase.pattern.is_match(line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Folded;

    #[test]
    fn every_courtesy_accepts_and_rejects_its_examples() {
        for phrase in PHRASES.all() {
            assert!(["greeting", "farewell"].contains(&phrase.means.as_str()), "{} means nothing known", phrase.id);
            assert!(!phrase.accept.is_empty() && !phrase.reject.is_empty(), "{} needs examples both ways", phrase.id);
            let matches = |example: &String| phrase.pattern.is_match(Folded::new(example).text());
            assert!(phrase.accept.iter().all(matches), "{} must accept its examples", phrase.id);
            assert!(!phrase.reject.iter().any(matches), "{} must reject its examples", phrase.id);
        }
    }
}
