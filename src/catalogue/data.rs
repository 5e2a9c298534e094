//! What of `data/` is compiled in, as one hash, by which a record says with which knowledge it was made.

use sha2::{Digest, Sha256};

use super::Questionnaire;

/// The files that every reading uses, in order of name; questionnaires come beside them.
const REFERENCE: [(&str, &str); 23] = [
    ("attachments.toml", include_str!("../../data/attachments.toml")),
    ("authority-cues.toml", include_str!("../../data/authority-cues.toml")),
    ("bank-holidays.csv", include_str!("../../data/bank-holidays.csv")),
    ("count-nouns.toml", include_str!("../../data/count-nouns.toml")),
    ("courtesies.toml", include_str!("../../data/courtesies.toml")),
    ("exemptions.toml", include_str!("../../data/exemptions.toml")),
    ("kinds.toml", include_str!("../../data/kinds.toml")),
    ("labels.toml", include_str!("../../data/labels.toml")),
    ("lexicon.toml", include_str!("../../data/lexicon.toml")),
    ("organisations.csv", include_str!("../../data/organisations.csv")),
    ("phrases/answering.toml", include_str!("../../data/phrases/answering.toml")),
    ("phrases/asking.toml", include_str!("../../data/phrases/asking.toml")),
    ("phrases/doubt.toml", include_str!("../../data/phrases/doubt.toml")),
    ("phrases/headings.toml", include_str!("../../data/phrases/headings.toml")),
    ("phrases/marks.toml", include_str!("../../data/phrases/marks.toml")),
    ("phrases/no.toml", include_str!("../../data/phrases/no.toml")),
    ("phrases/states.toml", include_str!("../../data/phrases/states.toml")),
    ("phrases/yes.toml", include_str!("../../data/phrases/yes.toml")),
    ("reliance.toml", include_str!("../../data/reliance.toml")),
    ("second-coder/text.tsv", include_str!("../../data/second-coder/text.tsv")),
    ("second-coder/yes-no.tsv", include_str!("../../data/second-coder/yes-no.tsv")),
    ("word-families.toml", include_str!("../../data/word-families.toml")),
    ("zones.toml", include_str!("../../data/zones.toml")),
];

/// SHA-256, in hexadecimal, of the reference data and the `questionnaires`.
pub fn digest(questionnaires: &[Questionnaire]) -> String {
    let files = REFERENCE.iter().map(|(_, text)| *text);
    sha256(files.chain(questionnaires.iter().map(|questionnaire| questionnaire.digest.as_str())))
}

/// SHA-256, in hexadecimal, of texts, each behind its length in bytes.
pub fn sha256<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_folder_counts() {
        let entries = walkdir::WalkDir::new("data").sort_by_file_name().into_iter().map(|entry| entry.unwrap());
        let files = entries.filter(|entry| entry.file_type().is_file());
        let names = files.map(|entry| entry.path().strip_prefix("data").unwrap().to_str().unwrap().to_owned());
        // A schema is for editors; questionnaires have a hash of their own.
        let names: Vec<String> =
            names.filter(|name| !name.ends_with(".schema.json") && !name.starts_with("questionnaires/")).collect();
        assert_eq!(names, REFERENCE.map(|(name, _)| name));
    }

    #[test]
    fn another_questionnaire_is_another_hash() {
        let shipped = crate::catalogue::shipped_questionnaires();
        assert_ne!(digest(&shipped), digest(&shipped[..1]));
        assert_ne!(sha256(["a", "b"]), sha256(["ab"]));
    }
}
