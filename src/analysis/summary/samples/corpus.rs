//! Forty invented documents that look like a real round of replies, always the same.

use super::{answer, body, figure, found, questionnaire, record, warning};
use crate::record::{Answer, Certainty, Count, Exemption, Kind, QuestionKind, Record, Role};

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
