//! Replies to other requests: the file, how much it answers, and what its first question is.

use crate::analysis::summary::{OffTarget, Report};
use crate::output::screen::{DIM, HEADING, WIDTH, fit, fit_end, left, paint, visible, width};
use crate::output::summary::words::counted;

/// Up to this many are named; the rest is counted.
const NAMED: usize = 12;
/// The most columns of a file's name.
const FILES: usize = 28;

pub fn lines(report: &Report) -> Vec<String> {
    let others = &report.off_target;
    if others.is_empty() {
        return Vec::new();
    }
    let heading = format!("Off target: {} to another request", counted(others.len(), "reply"));
    let mut lines = vec![paint(HEADING, &heading)];
    let names: Vec<String> = others.iter().take(NAMED).map(|other| name(&other.file)).collect();
    let widest = names.iter().map(|name| width(name)).max().unwrap_or(0).min(FILES);
    for (other, name) in others.iter().zip(&names) {
        let before = format!("  {}  ", left(&fit_end(name, widest), widest));
        let room = WIDTH - width(&before);
        lines.push(format!("{before}{}", paint(DIM, &fit(&says(other), room))));
    }
    if others.len() > NAMED {
        lines.push(paint(DIM, &format!("  … {} more: --format json lists them", others.len() - NAMED)));
    }
    lines
}

fn name(file: &str) -> String {
    visible(file.rsplit('/').next().unwrap_or(file)).into_owned()
}

fn says(other: &OffTarget) -> String {
    let answered = other.answers.iter().filter(|answer| answer.code.is_value()).count();
    let asked = other.answers.iter().map(|answer| &*answer.question).find(|words| !words.is_empty());
    match (other.answers.len(), asked) {
        (0, _) => "no question found".to_owned(),
        (n, None) => format!("{answered} of {n} usable"),
        (n, Some(words)) => format!("{answered} of {n} usable: {}", visible(words)),
    }
}
