//! The summary's screens, as a person sees them.

use anstream::adapter::strip_str;

use super::{write_csv, write_json, write_markdown, write_text};
use crate::analysis::summary::samples::{corpus, questionnaire};
use crate::analysis::summary::{Report, Summary};
use crate::output::screen::{WIDTH, width};
use crate::record::Record;

fn report(records: &[Record]) -> Report {
    let mut summary = Summary::new(std::slice::from_ref(questionnaire()));
    records.iter().for_each(|record| summary.add(record));
    summary.report()
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
