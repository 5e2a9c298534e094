//! Invented records for tests, and a small corpus of them.

mod corpus;

pub use corpus::corpus;

use crate::catalogue::{Catalogue, Questionnaire};
use crate::diagnostic::{Diagnostic, Severity};
use crate::record::{
    Answer, Authority, Basis, Certainty, Code, Count, Evidence, Found, Kind, MadeBy, QuestionKind, Record, Role, SCHEMA,
};

/// An empty document of `kind`.
pub fn record(file: &str, kind: Kind) -> Record {
    Record {
        schema: SCHEMA.to_owned(),
        file: file.to_owned(),
        sha256: "0".repeat(64),
        bytes: 0,
        encoding: "utf-8".to_owned(),
        made_by: MadeBy::default(),
        kind,
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
        diagnostics: Vec::new(),
    }
}

/// A body named in the letter.
pub fn body(name: &str) -> Option<Authority> {
    Some(Authority {
        code: None,
        name: name.to_owned(),
        certainty: Certainty::Stated,
        rule: "name-in-sign-off".to_owned(),
        evidence: Vec::new(),
    })
}

/// A value of the whole letter.
pub fn found(value: &str) -> Option<Found> {
    Some(Found { value: value.to_owned(), rule: "after-label".to_owned(), evidence: Vec::new() })
}

/// An answer with `code`, whatever its words.
pub fn answer(number: &str, field: &str, kind: QuestionKind, code: &str) -> Answer {
    Answer {
        question: number.to_owned(),
        field: field.to_owned(),
        kind,
        code: Code::from(code),
        certainty: Certainty::Stated,
        basis: Some(Basis::Wording),
        rule: "leading-yes".to_owned(),
        words: String::new(),
        evidence: Vec::new(),
        answer: Vec::new(),
        exemptions: Vec::new(),
        links: Vec::new(),
        attachments: Vec::new(),
        review: None,
    }
}

/// A figure; `period` is a financial year such as `2023/24`, or empty.
pub fn figure(measure: &str, period: &str, value: &str, range: (Option<u64>, Option<u64>), role: Role) -> Count {
    let year: Option<i32> = period.get(..4).and_then(|year| year.parse().ok());
    Count {
        measure: measure.to_owned(),
        period: (!period.is_empty()).then(|| period.to_owned()),
        start: year.map(|year| format!("{year}-04-01")),
        end: year.map(|year| format!("{}-03-31", year + 1)),
        value: value.to_owned(),
        min: range.0,
        max: range.1,
        role,
        certainty: Certainty::Stated,
        rule: "table-cell".to_owned(),
        evidence: Vec::new(),
    }
}

/// A warning at the start of the letter.
pub fn warning(code: &str) -> Diagnostic {
    Diagnostic {
        code: code.to_owned(),
        severity: Severity::Warning,
        message: "look here".to_owned(),
        start: 0,
        end: 0,
        line: 1,
    }
}

/// Words at `start` of `text`, as evidence.
pub fn evidence(text: &str, words: &str) -> Vec<Evidence> {
    let start = text.find(words).expect("the sample letter holds these words");
    let line = text[..start].matches('\n').count() + 1;
    vec![Evidence { start, end: start + words.len(), line, words: words.to_owned() }]
}

/// The questionnaire that the program ships with.
pub fn questionnaire() -> &'static Questionnaire {
    &Catalogue::shipped().questionnaires[0]
}
