//! What an evaluation looks like: that it fits, and that nothing in it steers a terminal or a spreadsheet.

use super::*;
use crate::analysis::evaluation::{Evaluation, Report};
use crate::analysis::gold::Labels;
use crate::analysis::summary::samples::{questionnaire, record};
use crate::output::screen::{WIDTH, width};
use crate::record::Kind;

/// A field with every code, a letter with an unpleasant name, two coders, and a layout.
fn report() -> Report {
    let codes = [
        "yes",
        "no",
        "qualified",
        "given",
        "2023-10",
        "refused",
        "not-held",
        "elsewhere",
        "not-applicable",
        "blank",
        "unclear",
    ];
    let line = |i: usize, code: &str| {
        format!(
            "{{\"file\": \"=a\\u001b[31m{i}.txt\", \"layout\": \"two columns, one of them cut\", \"authority\": \"RXY\", \"questionnaire\": \"restorative-justice\", \"answers\": {{\"rj_patient_complaints\": \"{code}\"}}, \"exchanges\": []}}\n"
        )
    };
    let text: String = codes.iter().enumerate().map(|(i, code)| line(i, code)).collect();
    let read = |coder: &str| Labels::read(&text, "gold", coder, std::slice::from_ref(questionnaire())).unwrap();
    let mut evaluation = Evaluation::new(vec![read("gold.jsonl"), read("a coder whose name is far too long.jsonl")]);
    evaluation.add(&record("=a\u{1b}[31m0.txt", Kind::FoiResponse), None);
    evaluation.add_missing();
    let earlier = Evaluation::new(vec![read("gold.jsonl")]);
    evaluation.report(Some(&earlier))
}

fn text() -> String {
    let mut out = Vec::new();
    write_text(&report(), true, &mut out).unwrap();
    String::from_utf8(anstream::adapter::strip_bytes(&out).into_vec()).unwrap()
}

#[test]
fn text_fits_the_screen_and_is_safe_to_show() {
    let text = text();
    for line in text.lines() {
        assert!(width(line) <= WIDTH, "{line}");
    }
    assert!(!text.contains('\u{1b}'), "{text}");
    for section in
        ["11 letters by gold.jsonl", "Answers", "Layouts", "Agreement", "Labels (rows)", "newly right", "mistakes"]
    {
        assert!(text.contains(section), "{section}: {text}");
    }
}

#[test]
fn markdown_has_a_table_a_field() {
    let mut out = Vec::new();
    write_markdown(&report(), true, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert_eq!(text.matches("\n### ").count(), questionnaire().questions.len());
    assert!(text.contains("## Mistakes") && !text.contains('\u{1b}'));
    // Every row has as many cells as its header.
    for table in text.split("\n\n").filter(|block| block.starts_with("| ")) {
        let cells: Vec<usize> = table.lines().map(|line| line.replace("\\|", "").matches('|').count()).collect();
        assert!(cells.iter().all(|n| *n == cells[0]), "{table}");
    }
}

#[test]
fn csv_is_one_table_without_formulas() {
    let mut out = Vec::new();
    write_csv(&report(), &mut out).unwrap();
    let mut table = ::csv::Reader::from_reader(out.as_slice());
    let rows: Vec<::csv::StringRecord> = table.records().collect::<Result<_, _>>().unwrap();
    let sections = ["figure", "confusion", "agreement", "mistake", "without-record"];
    assert!(sections.iter().all(|section| rows.iter().any(|row| &row[0] == *section)));
    assert!(rows.iter().all(|row| !row[2].starts_with('=')));
}

#[test]
fn json_names_its_schema() {
    let mut out = Vec::new();
    write_json(&report(), &mut out).unwrap();
    let value: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(value["schema"], crate::analysis::evaluation::SCHEMA);
    assert_eq!(value["letters"]["of"], 11);
}
