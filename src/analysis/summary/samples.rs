//! Invented records for tests: a small corpus that looks like a real one, always the same.

use crate::catalogue::{Catalogue, Questionnaire};
use crate::diagnostic::{Diagnostic, Severity};
use crate::record::{
    Answer, Authority, Basis, Certainty, Code, Count, Evidence, Exemption, Found, Kind, QuestionKind, Record, Role,
    SCHEMA,
};

/// An empty document of `kind`.
pub fn record(file: &str, kind: Kind) -> Record {
    Record {
        schema: SCHEMA.to_owned(),
        file: file.to_owned(),
        sha256: "0".repeat(64),
        bytes: 0,
        encoding: "utf-8".to_owned(),
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

const PLACES: [&str; 12] = [
    "Northvale",
    "Harrowmere",
    "Eastbrook",
    "Saltby",
    "Wyreford",
    "Thornley",
    "Kelsbridge",
    "Ashcombe",
    "Dunmoor",
    "Penhallow",
    "Ravensey",
    "Marlhill",
];
const SORTS: [&str; 3] = [
    "University Hospitals NHS Foundation Trust",
    "NHS Trust",
    "and District Mental Health Partnership NHS Foundation Trust",
];
const DATES: [&str; 12] = [
    "2023-10",
    "2023-11-06",
    "2024",
    "2024-01",
    "2023-10/2023-12",
    "2024-07-15",
    "2023~",
    "2024-22",
    "2024-03",
    "2023-09-04",
    "2025-02",
    "2024-10",
];

/// Forty documents: replies of all sorts, a few that are none; `dated` of the replies give a date of adoption.
pub fn corpus(dated: usize) -> Vec<Record> {
    (0..40).map(|i| document(i, dated)).collect()
}

fn document(i: usize, dated: usize) -> Record {
    let kind = match i {
        37 => Kind::FoiAcknowledgement,
        38 => Kind::Other,
        39 => Kind::FoiInternalReview,
        _ => Kind::FoiResponse,
    };
    let mut letter = record(&format!("replies/2025/batch-{}/letter-{i:02}.txt", i / 10), kind);
    if i % 13 != 5 {
        letter.authority = body(&format!("{} {}", PLACES[i % 12], SORTS[i / 12 % 3]));
    }
    letter.responded_on = found(&format!("2025-{:02}-{:02}", 7 + i % 4, 1 + i % 28));
    if i % 9 != 8 {
        letter.questionnaire = Some("restorative-justice".to_owned());
        letter.answers = answers(i, dated);
    }
    if i % 7 == 3 {
        letter.counts = figures(i);
        letter.diagnostics.push(warning("totals-differ"));
    }
    let provisions: &[&str] = match i % 6 {
        1 => &["FOIA s21"],
        3 => &["FOIA s40(2)", "FOIA s12(1)"],
        5 if i % 4 == 1 => &["FOIA s31(1)(a)"],
        _ => &[],
    };
    letter.exemptions = provisions.iter().map(|provision| exemption(provision)).collect();
    letter
}

fn exemption(provision: &str) -> Exemption {
    Exemption { provision: provision.to_owned(), field: None, certainty: Certainty::Stated, evidence: Vec::new() }
}

fn figures(i: usize) -> Vec<Count> {
    let small = (Some(0), Some(4));
    let exactly = |n: usize| (Some(n as u64), Some(n as u64));
    vec![
        figure("Sexual misconduct / by staff", "2022/23", "<5", small, Role::Value),
        figure("Sexual misconduct / by patients", "2022/23", "12", exactly(12 + i), Role::Value),
        figure("Sexual misconduct / Total", "2022/23", "16", exactly(16 + i), Role::Total),
        figure("Sexual misconduct / by staff", "2023/24", "*", (None, None), Role::Value),
        figure("Complaints upheld", "2023/24", "7", exactly(i), Role::Value),
    ]
}

fn answers(i: usize, dated: usize) -> Vec<Answer> {
    let yes_no = ["yes", "yes", "no", "yes", "qualified", "no", "refused", "yes", "unclear", "no", "not-held"];
    let texts = ["given", "not-applicable", "given", "refused", "blank", "not-held", "elsewhere"];
    questionnaire()
        .questions
        .iter()
        .enumerate()
        .map(|(q, question)| {
            let code = match question.kind {
                QuestionKind::Date if i < dated => DATES[i % 12],
                QuestionKind::Date => ["unclear", "not-held", "blank", "not-applicable"][i % 4],
                QuestionKind::YesNo if q == 0 && i % 8 != 6 => "yes",
                QuestionKind::YesNo => yes_no[(i * 5 + q * 3) % 11],
                _ if i % 11 == 9 => "unasked",
                _ => texts[(i * 3 + q) % 7],
            };
            let mut answer = answer(&question.number, &question.field, question.kind, code);
            if (i + q) % 9 == 4 {
                answer.certainty = Certainty::Inferred;
                answer.review = Some(if q == 3 { "two-answers" } else { "inferred" }.to_owned());
            }
            answer
        })
        .collect()
}
