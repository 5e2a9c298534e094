//! The summary's screens, as a person sees them.

use anstream::adapter::strip_str;
use proptest::prelude::*;

use super::{write_csv, write_json, write_markdown, write_text};
use crate::analysis::sent::{Sent, read_list};
use crate::analysis::summary::samples::{answer, body, corpus, figure, found, questionnaire, record, warning};
use crate::analysis::summary::{Report, Summary};
use crate::catalogue::Catalogue;
use crate::output::screen::{WIDTH, width};
use crate::record::{Code, Kind, Record, Role};

fn report(records: &[Record]) -> Report {
    let mut summary = Summary::new(std::slice::from_ref(questionnaire()));
    records.iter().for_each(|record| summary.add(record));
    summary.report()
}

/// The same with every body named in `letters` asked, and others.
fn asked(records: &[Record]) -> Report {
    let mut bodies: Vec<&str> =
        records.iter().filter_map(|letter| Some(letter.authority.as_ref()?.name.as_str())).collect();
    bodies.sort_unstable();
    bodies.dedup();
    let rows =
        bodies.iter().map(|body| format!("\"{}\",2025-05-12\n", body.replace('"', "").replace(['\n', '\r'], " ")));
    let list = format!("body,sent_on\nRNA,2025-05-12\nNowhere Council,2025-05-13\n{}", rows.collect::<String>());
    let catalogue = Catalogue::shipped();
    let (list, _) = read_list("sent\u{1b}.csv", &list, &catalogue.organisations);
    let mut sent = Sent::new(list, &catalogue.organisations);
    records.iter().for_each(|record| sent.add(record));
    Report { sent: Some(sent.report(None, &catalogue.questionnaires)), ..report(records) }
}

fn text(report: &Report) -> String {
    let mut out = Vec::new();
    write_text(report, &mut out).unwrap();
    strip_str(&String::from_utf8(out).unwrap()).to_string()
}

fn too_wide(text: &str) -> Vec<&str> {
    text.lines().filter(|line| width(line) > WIDTH || line.trim_end() != *line).collect()
}

#[test]
fn a_corpus_fits_a_screen_and_reads_well() {
    let screen = text(&report(&corpus(16)));
    assert_eq!(too_wide(&screen), Vec::<&str>::new());
    insta::assert_snapshot!("corpus", screen);
}

#[test]
fn thousands_do_not_run_into_each_other() {
    const MANY: usize = 6_000;
    let mut letters: Vec<Record> = corpus(16).into_iter().cycle().take(MANY).collect();
    for (nth, letter) in letters.iter_mut().enumerate() {
        letter.authority = body(&format!("Trust {nth}"));
    }
    let screen = text(&report(&letters));
    assert_eq!(too_wide(&screen), Vec::<&str>::new());
    // "1,3811,154" has a group of four.
    let run_together = |word: &&str| word.split(|c: char| !c.is_ascii_digit()).skip(1).any(|group| group.len() > 3);
    let figures = screen.split_whitespace().filter(|word| word.contains(',') && !word.contains('-'));
    assert_eq!(figures.filter(run_together).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn many_dates_are_counted_by_quarter() {
    let report = report(&corpus(40));
    let mut screen = text(&report);
    screen = screen.split("Date of adoption (n").nth(1).unwrap().split("\n\n").next().unwrap().to_owned();
    insta::assert_snapshot!("histogram", screen);
}

#[test]
fn an_empty_corpus_reads_well() {
    let report = report(&[]);
    assert_eq!(text(&report), "0 letters: nothing was read\n");
    let mut markdown = Vec::new();
    write_markdown(&report, &mut markdown).unwrap();
    assert_eq!(String::from_utf8(markdown).unwrap(), "# 0 letters\n\nNothing was read.\n");
}

#[test]
fn the_markdown_says_the_same() {
    let mut markdown = Vec::new();
    write_markdown(&report(&corpus(3)), &mut markdown).unwrap();
    insta::assert_snapshot!("markdown", String::from_utf8(markdown).unwrap());
}

#[test]
fn the_csv_is_a_row_a_number() {
    let mut csv = Vec::new();
    write_csv(&report(&corpus(2)[..4]), &mut csv).unwrap();
    insta::assert_snapshot!("csv", String::from_utf8(csv).unwrap().replace("\r\n", "\n"));
}

#[test]
fn the_json_reads_back() {
    let before = asked(&corpus(9));
    let mut json = Vec::new();
    write_json(&before, &mut json).unwrap();
    let after: Report = serde_json::from_slice(&json).unwrap();
    assert_eq!(after, before);
    assert_eq!(after.schema, "foi-rj/summary/1");
}

#[test]
fn every_percentage_on_the_screen_has_its_n() {
    for line in text(&asked(&corpus(12))).lines().filter(|line| line.contains('%')) {
        assert!(line.contains(" of ") || line.contains(" in "), "{line}");
    }
}

/// Any letter at all: wild names, controls, huge numbers, questions of another questionnaire.
fn any_letter() -> impl Strategy<Value = Record> {
    let words = || proptest::string::string_regex("[\\PC\\x1b\\n\\t日]{0,60}").unwrap();
    let code = proptest::sample::select(vec![
        "yes",
        "no",
        "qualified",
        "given",
        "refused",
        "blank",
        "unasked",
        "2023",
        "1066~",
        "2023-24",
        "2023-10/2031-02",
        "2024-02-29",
        "a long option of its own that nobody foresaw, at all",
        "",
    ]);
    let kind = proptest::sample::select(Kind::ALL.to_vec());
    let bound = || proptest::option::of(any::<u64>());
    let codes = proptest::collection::vec(code, 0..14);
    (words(), words(), words(), kind, codes, (bound(), bound()), any::<bool>()).prop_map(
        |(file, name, measure, kind, codes, range, shipped)| {
            let mut letter = record(&file, kind);
            letter.authority = body(&name).filter(|_| !name.is_empty());
            letter.responded_on = found(&name);
            letter.questionnaire = Some(if shipped { "restorative-justice".to_owned() } else { measure.clone() });
            let questions = questionnaire().questions.iter().cycle().zip(&codes);
            letter.answers = questions
                .map(|(question, code)| {
                    let field = if shipped { &question.field } else { &name };
                    let mut answer = answer(&measure, field, question.kind, code);
                    answer.code = Code::from(*code);
                    answer.review = Some(name.clone());
                    answer
                })
                .collect();
            letter.counts = vec![figure(&measure, "2023/24", "n", range, Role::Value)];
            letter.diagnostics = vec![warning(&measure)];
            letter
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_letter_makes_a_line_too_wide(letters in proptest::collection::vec(any_letter(), 0..30)) {
        let report = asked(&letters);
        let screen = text(&report);
        for line in screen.lines() {
            prop_assert!(width(line) <= WIDTH, "{} columns: {line}", width(line));
            prop_assert!(!line.chars().any(char::is_control), "{line:?}");
        }
        write_json(&report, &mut Vec::new()).unwrap();
        write_csv(&report, &mut Vec::new()).unwrap();
        write_markdown(&report, &mut Vec::new()).unwrap();
    }
}
