//! The whole way from a letter's text to its record.

use crate::catalogue::Catalogue;
use crate::record::{Kind, Record, SCHEMA};
use crate::source::Source;

/// Reads one letter into its record. Pure: the same source and catalogue give the same record, and nothing can fail.
pub fn extract(source: &Source, _catalogue: &Catalogue) -> Record {
    Record {
        schema: SCHEMA.to_owned(),
        file: source.file.clone(),
        sha256: source.sha256.clone(),
        bytes: source.bytes,
        encoding: source.encoding.clone(),
        kind: Kind::Other,
        authority: None,
        reference: None,
        requested_on: None,
        responded_on: None,
        questionnaire: None,
        answers: Vec::new(),
        exchanges: Vec::new(),
        counts: Vec::new(),
        exemptions: Vec::new(),
        links: Vec::new(),
        attachments: Vec::new(),
        diagnostics: source.diagnostics.clone(),
    }
}
