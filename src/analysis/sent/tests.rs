//! Lists as people write them, and letters held against them.

use proptest::prelude::*;

use super::*;
use crate::analysis::summary::samples::{answer, body, found, questionnaire, record};
use crate::catalogue::{Catalogue, Organisations};
use crate::record::{Authority, Kind, QuestionKind, Record};
use crate::when::Law;

fn organisations() -> &'static Organisations {
    &Catalogue::shipped().organisations
}

fn read(text: &str) -> (SentList, Vec<Fault>) {
    read_list("sent.csv", text, organisations())
}

/// A letter of a body with its code; dates may be empty.
fn letter(file: &str, kind: Kind, code: &str, requested: &str, replied: &str) -> Record {
    let mut letter = record(file, kind);
    letter.authority = organisations()
        .by_code(code)
        .and_then(|known| body(&known.name).map(|body| Authority { code: Some(code.to_owned()), ..body }));
    letter.requested_on = found(requested).filter(|_| !requested.is_empty());
    letter.responded_on = found(replied).filter(|_| !replied.is_empty());
    letter
}

/// A reply on target with one answer.
fn reply(file: &str, code: &str, replied: &str, said: &str) -> Record {
    let mut letter = letter(file, Kind::FoiResponse, code, "", replied);
    letter.questionnaire = Some(questionnaire().id.clone());
    letter.answers = vec![answer("1a", "charter_signed", QuestionKind::YesNo, said)];
    letter
}

fn report(list: &str, letters: &[Record], on: Option<&str>) -> SentReport {
    let (list, faults) = read(list);
    assert!(faults.iter().all(|fault| !fault.error), "{faults:?}");
    let mut sent = Sent::new(list, organisations());
    letters.iter().for_each(|letter| sent.add(letter));
    sent.report(on.map(|day| day.parse().unwrap()), std::slice::from_ref(questionnaire()))
}

fn standing(report: &SentReport) -> Vec<(&str, &str)> {
    report.bodies.iter().map(|body| (body.status.name(), body.timing.name())).collect()
}

const ASKED: &str = "body,sent_on\nRNA,2025-05-12\n";

#[test]
fn spreadsheets_of_any_country_are_read_alike() {
    let lists = [
        "body,sent_on\nRNA,2025-05-12\nR1H,2025-05-13\n",
        "\"Body\",\"Sent on\"\r\n\"RNA\",\"12 May 2025\"\r\n\r\nbarts health,13-May-25",
        "Body;Sent_On;Reference\r\nRNA;12.05.2025;\r\n;;\r\nR1H;13.05.2025;\r\n",
        "sep=;\r\nbody;sent_on\r\nRNA;2025-05-12\r\nR1H;2025-05-13\r\n",
        "sent_on\tbody\n2025-05-12\tRNA\n13/05/2025\tR1H\n",
    ];
    for text in lists {
        let (list, faults) = read(text);
        assert_eq!(faults, [], "{text}");
        let rows: Vec<(Option<&str>, Option<String>)> =
            list.asked.iter().map(|asked| (asked.code.as_deref(), asked.sent_on.map(|day| day.to_string()))).collect();
        let wanted = [(Some("RNA"), Some("2025-05-12".to_owned())), (Some("R1H"), Some("2025-05-13".to_owned()))];
        assert_eq!(rows, wanted, "{text}");
    }
}

#[test]
fn every_fault_names_its_line_and_value() {
    for (text, line, said) in [
        ("", 0, "names no body"),
        ("body,sent_on\n", 0, "names no body"),
        ("The Dudley Group,2025-05-12\n", 1, "one must be `body`; it says `The Dudley Group`, `2025-05-12`"),
        ("body,sent_no\nRNA,2025-05-12\n", 1, "no column `sent_no`; did you mean `sent_on`?"),
        ("body,body\nRNA,R1H\n", 1, "`body` stands there twice"),
        (
            "body,sent_on\n\nRNA,03/25/2025\n",
            3,
            "`03/25/2025` is no date, day first; if it is in American order, write 2025-03-25",
        ),
        ("body,sent_on\nRNA,03/04/2025\n", 2, "`03/04/2025` may be 2025-04-03 or, in American order, 2025-03-04"),
        ("body,sent_on\nRNA,soon\n", 2, "`soon` is no date"),
        ("body,sent_on\nRNA,2052-05-12\n", 2, "`2052-05-12` is not between 2005 and 2030"),
        ("body,sent_on\nEssex,2025-05-12\n", 2, "`Essex` may be NHS Essex"),
        ("body,sent_on\n,2025-05-12\n", 2, "`body` is empty"),
        (
            "body,sent_on\nRNA,2025-05-12\nDudley Group NHS FT,2025-06-12\n",
            3,
            "stands on line 2 already, and nothing tells",
        ),
        ("body,sent_on\nA, B and C Trust,2025-05-12\n", 2, "3 cells for 2 columns"),
        ("body,sent_on\n\"RNA,2025-05-12\nR1H,2025-05-12\n", 2, "is a quotation mark missing?"),
        ("body,sent_on\nB\u{fffd}d Council,2025-05-12\n", 2, "cannot be read"),
        ("body,law\nRNA,EIR\n", 2, "no law `EIR`"),
    ] {
        let faults = read(text).1;
        let found = faults.iter().find(|fault| fault.message.contains(said));
        assert_eq!(found.map(|fault| (fault.line, fault.error)), Some((line, true)), "{said}: {faults:?}");
    }
}

#[test]
fn doubts_that_do_no_harm_are_warnings() {
    for (text, line, said, rows) in [
        ("body,colour\nRNA,red\n", 1, "`colour` is not read", 1),
        ("body\nThe Dudly Group NHS Foundation Trust\n", 2, "did you mean The Dudley Group", 1),
        ("body\nNowhere Council\n", 2, "`Nowhere Council` is not known", 1),
        ("body,sent_on\nRNA,2025-05-12\nrna,12 May 2025\n", 3, "is counted once", 1),
        ("body,sent_on\nRNA,03/04/2025\nR1H,25/03/2025\n", 2, "day first, as `25/03/2025` on line 3 is", 2),
    ] {
        let (list, faults) = read(text);
        assert_eq!((faults.len(), list.asked.len()), (1, rows), "{text}: {faults:?}");
        assert!(faults[0].message.contains(said) && faults[0].line == line && !faults[0].error, "{faults:?}");
    }
}

#[test]
fn a_status_is_what_the_reply_does_with_the_request() {
    let asked =
        |said: &str| standing(&report(ASKED, &[reply("a.txt", "RNA", "2025-06-10", said)], None))[0].0.to_owned();
    for (said, status) in [
        ("yes", "replied"),
        ("refused", "refused"),
        ("not-held", "not-held"),
        ("elsewhere", "replied"),
        ("blank", "replied"),
    ] {
        assert_eq!(asked(said), status, "{said}");
    }
    let mut part = reply("a.txt", "RNA", "2025-06-10", "yes");
    part.answers.push(answer("1b", "charter_plans", QuestionKind::Text, "refused"));
    assert_eq!(standing(&report(ASKED, &[part], None)), [("refused-in-part", "in-time")]);
    let ack = letter("ack.txt", Kind::FoiAcknowledgement, "RNA", "2025-05-12", "");
    assert_eq!(standing(&report(ASKED, std::slice::from_ref(&ack), Some("2025-06-11"))), [("acknowledged", "overdue")]);
    let clarify = letter("clarify.txt", Kind::FoiClarification, "RNA", "2025-05-12", "2025-05-20");
    assert_eq!(standing(&report(ASKED, &[clarify, ack], Some("2025-06-11"))), [("clarification", "paused")]);
    assert_eq!(standing(&report(ASKED, &[], Some("2025-06-10"))), [("nothing", "not-due")]);
    assert_eq!(standing(&report(ASKED, &[], None)), [("nothing", "not-due")]);
}

#[test]
fn the_law_of_the_body_counts_its_days() {
    let list = "body,sent_on,law\nNHS Tayside,2025-04-01,\nRNA,2025-04-01,\nFalkirk Council,2025-04-01,FOISA\n";
    let report = report(list, &[], Some("2025-05-01"));
    let laws: Vec<(Law, &str, Option<&str>)> =
        report.bodies.iter().map(|body| (body.law, body.timing.name(), body.due_on.as_deref())).collect();
    let scottish = (Law::Foisa, "overdue", Some("2025-04-30"));
    assert_eq!(laws, [scottish, (Law::Foia, "not-due", Some("2025-05-01")), scottish]);
}

#[test]
fn the_later_letter_counts_and_the_first_is_timed() {
    let mut review = reply("review.txt", "RNA", "2025-08-01", "yes");
    review.kind = Kind::FoiInternalReview;
    let first = reply("first.txt", "RNA", "2025-06-10", "refused");
    let both = report(ASKED, &[review.clone(), first.clone()], None);
    let told = &both.bodies[0];
    assert_eq!(
        (told.status.name(), told.timing.name(), told.replied_on.as_deref()),
        ("replied", "in-time", Some("2025-06-10"))
    );
    assert_eq!((told.file.as_deref(), &told.earlier[..]), (Some("review.txt"), &["first.txt".to_owned()][..]));
    assert_eq!((both.questionnaires[0].questions[0].answered, both.questionnaires[0].questions[0].usable), (1, 1));
    // A review that answers nothing leaves the answers before it in force.
    review.questionnaire = None;
    review.answers.clear();
    assert_eq!(report(ASKED, &[first, review.clone()], None).bodies[0].file.as_deref(), Some("first.txt"));
    // A review is no first reply, and there must have been one.
    assert_eq!(standing(&report(ASKED, &[review], None)), [("replied", "not-told")]);
}

#[test]
fn an_explanation_begins_the_days_anew() {
    let list = |clarified: &str| format!("body,sent_on,clarified_on\nRNA,2025-05-12,{clarified}\n");
    let clarify = letter("clarify.txt", Kind::FoiClarification, "RNA", "2025-05-12", "2025-05-20");
    let told = |clarified: &str, replied: &str| {
        let mut letters = vec![clarify.clone()];
        letters.extend((!replied.is_empty()).then(|| reply("a.txt", "RNA", replied, "yes")));
        let report = report(&list(clarified), &letters, Some("2025-08-01"));
        (report.bodies[0].timing, report.bodies[0].due_on.clone().unwrap_or_default())
    };
    assert_eq!(told("", ""), (Timing::Paused, String::new()));
    assert_eq!(told("2025-06-02", ""), (Timing::Overdue, "2025-06-30".to_owned()));
    assert_eq!(told("2025-06-02", "2025-06-30"), (Timing::InTime, "2025-06-30".to_owned()));
    assert_eq!(told("2025-06-02", "2025-07-01"), (Timing::Late, "2025-06-30".to_owned()));
    assert_eq!(told("", "2025-07-01"), (Timing::NotTold, String::new()));
    let faults = read(&list("2025-05-02")).1;
    assert!(faults[0].error && faults[0].message.contains("before sent_on"), "{faults:?}");
}

#[test]
fn contradictory_dates_give_no_figure() {
    let mut early = reply("a.txt", "RNA", "2025-05-01", "yes");
    let code = |letters: &[Record], on: Option<&str>| {
        let report = report(ASKED, letters, on);
        let body = &report.bodies[0];
        assert_eq!((body.timing, body.working_days), (Timing::NotTold, None));
        assert!(body.contradictions.iter().all(|found| CONTRADICTIONS.contains(&found.code.as_str())));
        body.contradictions.iter().map(|found| found.code.clone()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(code(&[early.clone()], None), "reply-before-request");
    assert_eq!(code(&[reply("a.txt", "RNA", "2024-06-10", "yes")], None), "year-slip");
    assert_eq!(code(&[reply("a.txt", "RNA", "2026-06-10", "yes")], Some("2025-07-01")), "reply-after-day");
    early.responded_on = found("2025-06-10");
    early.requested_on = found("2024-05-12");
    assert_eq!(code(&[early.clone()], None), "year-slip");
    early.requested_on = found("2025-05-02");
    assert_eq!(code(&[early.clone()], None), "request-dates-differ");
    assert_eq!(code(&[], Some("2025-05-01")), "sent-after-day");
    // A few days in the post are no contradiction.
    early.requested_on = found("2025-05-14");
    assert_eq!(standing(&report(ASKED, &[early], None)), [("replied", "in-time")]);
}

#[test]
fn a_file_that_the_list_gives_to_another_body_is_told() {
    let list = "body,sent_on,file\nRNA,2025-05-12,a.txt\n";
    let report = report(list, &[reply("a.txt", "R1H", "2025-06-10", "yes")], None);
    let found: Vec<&str> = report.bodies[0].contradictions.iter().map(|found| found.code.as_str()).collect();
    assert_eq!((found, report.bodies[0].timing), (vec!["another-body"], Timing::InTime));
}

#[test]
fn letters_find_their_body_by_file_reference_and_name() {
    let list = "body,sent_on,reference,file\nRNA,2025-05-12,FOI 25-7,\nR1H,2025-05-12,,\"2025/scan.txt; other.txt\"\nStroud District Council,2025-05-12,,\n";
    let unsigned = |file: &str, reference: &str| {
        let mut letter = reply(file, "-", "2025-06-02", "yes");
        letter.reference = found(reference);
        letter
    };
    let mut council = reply("council.txt", "-", "2025-06-02", "yes");
    council.authority = body("Stroud District Council");
    let letters = [
        unsigned("x/2025/scan.txt", "1"),
        unsigned("b.txt", "25-7"),
        council,
        unsigned("c.txt", "25-8"),
        reply("d.txt", "RF4", "2025-06-02", "yes"),
    ];
    let report = report(list, &letters, None);
    let files: Vec<Option<&str>> = report.bodies.iter().map(|body| body.file.as_deref()).collect();
    assert_eq!(files, [Some("b.txt"), Some("x/2025/scan.txt"), Some("council.txt")]);
    let nobody: Vec<(&str, &str)> =
        report.unmatched.iter().map(|letter| (letter.file.as_str(), letter.why.name())).collect();
    assert_eq!(nobody, [("c.txt", "body-not-told"), ("d.txt", "not-asked")]);
    assert_eq!(report.files_not_read, ["other.txt"]);
}

#[test]
fn two_requests_to_one_body_are_told_apart_or_not_at_all() {
    let list = "body,sent_on,reference\nRNA,2025-05-12,25-7\nRNA,2025-06-12,25-9\n";
    let mut letters = [
        reply("a.txt", "RNA", "2025-07-01", "yes"),
        reply("b.txt", "RNA", "2025-07-01", "no"),
        reply("c.txt", "RNA", "2025-07-01", "no"),
    ];
    letters[0].reference = found("FOI/25/9");
    letters[1].requested_on = found("2025-05-12");
    let report = report(list, &letters, None);
    assert_eq!(report.bodies[0].file.as_deref(), Some("b.txt"));
    assert_eq!(report.bodies[1].file.as_deref(), Some("a.txt"));
    assert_eq!(report.unmatched[0].why, NotMatched::SeveralRequests);
}

#[test]
fn letters_about_another_request_are_left_alone() {
    let list = "body,sent_on,reference\nRNA,2025-05-12,25-7\nR1H,2025-05-12,\n";
    let mut other = letter("a.txt", Kind::FoiResponse, "RNA", "2025-05-12", "2025-06-02");
    other.reference = found("24-1");
    let old = letter("b.txt", Kind::FoiResponse, "R1H", "2024-01-12", "2024-02-02");
    let report = report(list, &[other, old], Some("2025-06-02"));
    let why: Vec<NotMatched> = report.unmatched.iter().map(|letter| letter.why).collect();
    assert_eq!(why, [NotMatched::OtherReference, NotMatched::OtherDates]);
    assert!(report.bodies.iter().all(|body| body.status == Status::Nothing));
}

#[test]
fn a_body_that_took_over_answers_for_the_one_asked() {
    let list = "body,sent_on\nNHS Mid and South Essex Integrated Care Board,2026-03-16\n";
    let report = report(list, &[reply("a.txt", "D7T5G", "2026-04-10", "yes")], None);
    assert_eq!(standing(&report), [("replied", "in-time")]);
}

#[test]
fn a_body_that_was_asked_itself_answers_for_itself() {
    let list = "body,sent_on\nNHS Mid and South Essex Integrated Care Board,2026-03-16\nD7T5G,2026-03-16\n";
    let report = report(list, &[reply("a.txt", "D7T5G", "2026-04-10", "yes")], None);
    assert_eq!(standing(&report), [("nothing", "not-due"), ("replied", "in-time")]);
}

#[test]
fn the_day_counted_to_is_the_latest_there_is() {
    let report = |on| report(ASKED, &[reply("a.txt", "RNA", "2025-06-10", "yes")], on);
    let said = |report: SentReport| (report.counted_to.unwrap(), report.counted_by.unwrap());
    assert_eq!(said(report(None)), ("2025-06-10".to_owned(), "a.txt".to_owned()));
    assert_eq!(said(report(Some("2025-07-01"))), ("2025-07-01".to_owned(), "--on".to_owned()));
}

proptest! {
    #[test]
    fn any_list_is_survived(text in "\\PC{0,80}|(body|sent_on|,|;|\t|\"|\r\n|\n|RNA|R1H|[0-3][0-9]/[0-1][0-9]/2025|é|sep=){0,40}") {
        let (list, faults) = read(&text);
        let lines = text.lines().count() + 1;
        prop_assert!(faults.iter().all(|fault| fault.line <= lines), "{faults:?}");
        prop_assert!(!list.asked.is_empty() || faults.iter().any(|fault| fault.error));
    }
}
