//! What needs a person's eye: the reason, how often, and a few files to begin with.

use crate::analysis::summary::{Reason, Report, Source};
use crate::output::screen::{DIM, HEADING, WARN, WIDTH, fit_end, left, paint, right, width};
use crate::output::summary::words::{counted, grouped};

const REASONS: usize = 24;
const TIMES: usize = 14;

pub fn lines(report: &Report) -> Vec<String> {
    let attention = &report.attention;
    if attention.reasons.is_empty() {
        return Vec::new();
    }
    let heading =
        format!("Needs a person's eye: {} of {}", grouped(attention.letters as u64), counted(report.letters, "letter"));
    let mut lines = vec![paint(HEADING, &heading)];
    lines.extend(attention.reasons.iter().map(row));
    lines
}

fn row(reason: &Reason) -> String {
    let (word, noun) = match reason.source {
        Source::Warning => ("warning", "place"),
        Source::Authority => ("reply", "reply"),
        Source::Answer => ("review", "answer"),
    };
    let style = if reason.source == Source::Answer { DIM } else { WARN };
    let start =
        format!("  {} {} {}  ", left(word, 7), left(&reason.reason, REASONS), right(&counted(reason.n, noun), TIMES));
    let files = files(reason, WIDTH - width(&start));
    format!("{}{}{}", paint(style, &start[..10]), &start[10..], paint(DIM, &files))
}

/// As many file names as fit, by the ends of their paths.
fn files(reason: &Reason, room: usize) -> String {
    let more = |named: usize| match reason.letters - named {
        0 => String::new(),
        left => format!(" +{}", grouped(left as u64)),
    };
    let mut shown = String::new();
    for (i, file) in reason.files.iter().enumerate() {
        let name = file.rsplit('/').next().unwrap_or(file);
        let longer = if i == 0 { name.to_owned() } else { format!("{shown}, {name}") };
        let tail = more(i + 1);
        if width(&longer) + width(&tail) > room {
            let kept = if i == 0 { fit_end(name, room.saturating_sub(width(&tail))) } else { shown };
            return kept + &more(i.max(1));
        }
        shown = longer;
    }
    shown + &more(reason.files.len())
}
