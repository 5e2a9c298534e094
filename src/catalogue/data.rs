//! What of `data/` is compiled in, as one hash, by which a record says with which knowledge it was made. Its files are hashed when
//! the program is built (`build.rs`).

use sha2::{Digest, Sha256};

use super::Questionnaire;

include!(concat!(env!("OUT_DIR"), "/reference.rs"));

/// SHA-256, in hexadecimal, of the reference data and the `questionnaires`.
pub fn digest(questionnaires: &[Questionnaire]) -> String {
    let reference = std::iter::once(REFERENCE);
    sha256(reference.chain(questionnaires.iter().map(|questionnaire| questionnaire.digest.as_str())))
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
    fn another_questionnaire_is_another_hash() {
        let shipped = crate::catalogue::shipped_questionnaires();
        assert_ne!(digest(&shipped), digest(&shipped[..1]));
        assert_ne!(sha256(["a", "b"]), sha256(["ab"]));
    }
}
