//! What does not fit: dates that contradict each other, letters that are nobody's, bodies that nobody knows.

use crate::analysis::sent::SentReport;
use crate::output::screen::{DIM, HEADING, WARN, WIDTH, fit, fit_end, left, paint, visible, width, wrap};
use crate::output::summary::words::{grouped, short_name};

/// Up to this many of each are named; the rest is counted.
const NAMED: usize = 12;
/// The most columns of a file's name.
const FILES: usize = 28;

pub fn contradictions(report: &SentReport) -> Vec<String> {
    let found: Vec<_> = report.bodies.iter().flat_map(|body| &body.contradictions).collect();
    let rows = found.iter().map(|found| {
        let file = name(&found.file);
        let place = if file.is_empty() { String::new() } else { format!("{file}: ") };
        let words = wrap(&format!("{place}{}", found.message), WIDTH - 4);
        let mut lines = vec![format!("  {}", paint(WARN, &fit(&found.code, WIDTH - 2)))];
        lines.extend(words.iter().map(|line| format!("    {line}")));
        lines
    });
    section("Contradictory, so that no time is counted", found.len(), rows.collect())
}

pub fn unmatched(report: &SentReport) -> Vec<String> {
    let letters = &report.unmatched;
    let widest = letters.iter().take(NAMED).map(|letter| width(&name(&letter.file))).max().unwrap_or(0).min(FILES);
    let rows = letters.iter().map(|letter| {
        let before =
            format!("  {}  {}  ", left(&fit_end(&name(&letter.file), widest), widest), left(letter.why.name(), 16));
        let room = WIDTH - width(&before);
        vec![format!("{before}{}", paint(DIM, &fit(&short_name(letter.authority.as_deref()), room)))]
    });
    section("Letters of nobody on the list", letters.len(), rows.collect())
}

pub fn unknown(report: &SentReport) -> Vec<String> {
    let unknown = report.bodies.iter().filter(|body| !body.known && body.file.is_none());
    let unknown = unknown.map(|body| format!("line {}: {}", body.line, body.body));
    let not_read = report.files_not_read.iter().map(|file| format!("{file} is named, and was not among the letters"));
    let rows: Vec<Vec<String>> =
        unknown.chain(not_read).map(|said| vec![format!("  {}", fit(&said, WIDTH - 2))]).collect();
    section("On the list, and neither known nor named by a letter", rows.len(), rows)
}

fn section(title: &str, n: usize, rows: Vec<Vec<String>>) -> Vec<String> {
    if rows.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![paint(HEADING, &format!("{title} (n {})", grouped(n as u64)))];
    lines.extend(rows.into_iter().take(NAMED).flatten());
    if n > NAMED {
        lines.push(paint(DIM, &format!("  … {} more: --format json lists them", grouped((n - NAMED) as u64))));
    }
    lines
}

fn name(file: &str) -> String {
    visible(file.rsplit('/').next().unwrap_or(file)).into_owned()
}
