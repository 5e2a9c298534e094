//! What the tallies must get right: notions of a reply, sums as ranges, nothing counted twice.

use super::samples::{answer, body, corpus, figure, found, questionnaire, record, warning};
use super::{Report, Source, Summary};
use crate::record::{Code, Kind, QuestionKind, Record, Role};

fn report(records: &[Record]) -> Report {
    let mut summary = Summary::new(std::slice::from_ref(questionnaire()));
    records.iter().for_each(|record| summary.add(record));
    summary.report()
}

fn reply(figures: Vec<crate::record::Count>) -> Record {
    let mut letter = record("a.txt", Kind::FoiResponse);
    letter.authority = body("Northvale NHS Trust");
    letter.counts = figures;
    letter
}

#[test]
fn an_empty_corpus_has_no_sections() {
    let report = report(&[]);
    assert_eq!((report.letters, report.replies), (0, 0));
    assert!(report.questionnaires.is_empty() && report.figures.is_empty() && report.attention.reasons.is_empty());
}

#[test]
fn asked_answered_and_usable_are_different_things() {
    let codes = ["yes", "no", "unclear", "refused", "blank", "unasked", "qualified"];
    let letters: Vec<Record> = codes
        .iter()
        .map(|code| {
            let mut letter = record("a.txt", Kind::FoiResponse);
            letter.questionnaire = Some("restorative-justice".to_owned());
            letter.answers = vec![answer("1a", "charter_signed", QuestionKind::YesNo, code)];
            letter
        })
        .collect();
    let report = report(&letters);
    let question = &report.questionnaires[0].questions[0];
    assert_eq!((question.asked, question.answered, question.usable), (6, 5, 3));
    assert_eq!((question.n(&Code::Yes), question.n(&Code::Unasked), question.n(&Code::NotHeld)), (1, 1, 0));
    assert_eq!((report.questionnaires[0].on_target, report.questionnaires[0].with_usable), (7, 3));
}

#[test]
fn a_request_that_repeats_the_questions_answers_nothing() {
    let mut request = record("a.txt", Kind::FoiRequest);
    request.questionnaire = Some("restorative-justice".to_owned());
    request.answers = vec![answer("1a", "charter_signed", QuestionKind::YesNo, "blank")];
    let report = report(&[request]);
    assert_eq!((report.letters, report.replies), (1, 0));
    assert!(report.questionnaires.is_empty());
    assert_eq!(report.authorities.replies_without, 0);
}

#[test]
fn a_sum_with_a_suppressed_cell_is_a_range() {
    let sums = report(&[reply(vec![
        figure("Assaults / by staff", "2023/24", "12", (Some(12), Some(12)), Role::Value),
        figure("Assaults / by patients", "2023/24", "<5", (Some(0), Some(4)), Role::Value),
        figure("Assaults / by others", "2023/24", "<5", (Some(0), Some(4)), Role::Value),
        figure("Assaults / Total", "2023/24", "16", (Some(16), Some(16)), Role::Total),
    ])])
    .figures;
    assert_eq!(sums.len(), 1);
    assert_eq!((sums[0].min, sums[0].max, sums[0].figures, sums[0].untold), (12, Some(20), 3, 0));
}

#[test]
fn a_withheld_cell_leaves_the_sum_open() {
    let sums = report(&[reply(vec![
        figure("Assaults / by staff", "2023/24", "12", (Some(12), Some(12)), Role::Value),
        figure("Assaults / by patients", "2023/24", "*", (None, None), Role::Value),
    ])])
    .figures;
    assert_eq!((sums[0].min, sums[0].max, sums[0].untold), (12, None, 1));
}

#[test]
fn a_total_alone_stands_for_itself() {
    let sums = report(&[reply(vec![
        figure("Assaults / Total", "2022/23", "9", (Some(9), Some(9)), Role::Total),
        figure("Assaults / by staff", "2023/24", "2", (Some(2), Some(2)), Role::Value),
        figure("Assaults / Total", "", "11", (Some(11), Some(11)), Role::Total),
    ])])
    .figures;
    let maxima: Vec<Option<u64>> = sums.iter().map(|sum| sum.max).collect();
    assert_eq!(maxima, [Some(9), Some(2)]);
}

#[test]
fn nothing_is_summed_across_letters() {
    let letter = |n: u64| reply(vec![figure("Assaults", "2023/24", "n", (Some(n), Some(n)), Role::Value)]);
    let sums = report(&[letter(3), letter(3), letter(8)]).figures;
    let rows: Vec<(u64, usize)> = sums.iter().map(|sum| (sum.min, sum.letters)).collect();
    assert_eq!(rows, [(8, 1), (3, 2)]);
}

#[test]
fn the_worst_comes_first() {
    let mut letters = corpus(30);
    letters[0].diagnostics.push(warning("bytes-replaced"));
    let attention = report(&letters).attention;
    let order: Vec<(Source, &str)> =
        attention.reasons.iter().map(|reason| (reason.source, reason.reason.as_str())).collect();
    assert_eq!(
        order,
        [
            (Source::Warning, "totals-differ"),
            (Source::Warning, "bytes-replaced"),
            (Source::Authority, "authority-not-told"),
            (Source::Answer, "inferred"),
            (Source::Answer, "two-answers"),
        ]
    );
    assert!(attention.reasons.iter().all(|reason| reason.files.len() <= 3));
}

/// A reply of one body that says when it adopted something.
fn dated(file: &str, reference: &str, replied: &str, adopted: &str) -> Record {
    let mut letter = record(file, Kind::FoiResponse);
    letter.authority = body("Northvale NHS Trust");
    letter.reference = found(reference);
    letter.responded_on = found(replied);
    letter.questionnaire = Some("restorative-justice".to_owned());
    letter.answers = vec![
        answer("1a", "charter_signed", QuestionKind::YesNo, if adopted.is_empty() { "no" } else { "yes" }),
        answer("1b-i", "charter_adopted", QuestionKind::Date, if adopted.is_empty() { "blank" } else { adopted }),
    ];
    letter
}

#[test]
fn a_corrected_reply_counts_for_the_one_before() {
    let first = dated("a.txt", "25-1", "2025-06-02", "2023");
    let corrected = dated("b.txt", "FOI 25/1", "2025-06-09", "2024-01");
    let other = dated("c.txt", "25-2", "2025-06-02", "2023");
    let one = report(&[corrected.clone(), other.clone()]);
    for letters in [[first.clone(), corrected.clone(), other.clone()], [other, corrected, first]] {
        let both = report(&letters);
        assert_eq!(both.questionnaires[0].on_target, 2);
        let (ours, alone) = (&both.questionnaires[0].questions, &one.questionnaires[0].questions);
        assert_eq!(ours, alone);
        let linked: Vec<(&str, &str)> =
            both.linked.iter().map(|linked| (linked.earlier.as_str(), linked.counts.as_str())).collect();
        assert_eq!(linked, [("a.txt", "b.txt")]);
        assert_eq!(both.replies, 3, "the letter was read all the same");
    }
}

#[test]
fn what_is_replaced_leaves_nothing_behind() {
    let review = Record { kind: Kind::FoiInternalReview, ..dated("b.txt", "IR-9", "2025-08-01", "") };
    let both = report(&[dated("a.txt", "25-1", "2025-06-02", "2023"), review]);
    let questions = &both.questionnaires[0].questions;
    assert_eq!((questions[0].n(&Code::Yes), questions[0].n(&Code::No)), (0, 1));
    assert_eq!((questions[1].dates.len(), questions[1].usable, questions[1].stated), (0, 0, 0));
    assert_eq!(both.questionnaires[0].with_usable, 1);
}

#[test]
fn a_questionnaire_that_nobody_shipped_still_counts() {
    let mut letter = record("a.txt", Kind::FoiResponse);
    letter.questionnaire = Some("parking".to_owned());
    letter.answers = vec![answer("1", "permits", QuestionKind::Number, "120")];
    let report = report(&[letter.clone(), letter]);
    let question = &report.questionnaires[0].questions[0];
    assert_eq!((question.label.as_str(), question.usable), ("permits", 2));
    assert_eq!((question.values[0].code.as_str(), question.values[0].n), ("120", 2));
}
