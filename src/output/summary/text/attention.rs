//! What needs a person's eye: the reason, how often, and a few files to begin with.

use crate::analysis::summary::{Reason, Report, Source};
use crate::output::screen::{DIM, HEADING, WARN, WIDTH, fit_end, left, paint, right, visible, width};
use crate::output::summary::words::{counted, grouped};

/// The most columns of a reason and of how often it occurs.
const REASONS: usize = 32;

pub fn lines(report: &Report) -> Vec<String> {
    let attention = &report.attention;
    if attention.reasons.is_empty() {
        return Vec::new();
    }
    let heading =
        format!("Needs a person's eye: {} of {}", grouped(attention.letters as u64), counted(report.letters, "letter"));
    let mut lines = vec![paint(HEADING, &heading)];
    let widest = |text: fn(&Reason) -> String| attention.reasons.iter().map(|r| width(&text(r))).max().unwrap_or(0);
    let widths = (widest(|reason| reason.reason.clone()).min(REASONS), widest(times));
    lines.extend(attention.reasons.iter().map(|reason| row(reason, widths)));
    lines
}

fn row(reason: &Reason, (reasons, times_wide): (usize, usize)) -> String {
    let (word, style) = match reason.source {
        Source::Warning => ("warning", WARN),
        Source::Authority => ("reply", WARN),
        Source::Answer => ("review", DIM),
    };
    let what = format!("{}  {}  ", left(&reason.reason, reasons), right(&times(reason), times_wide));
    let files = files(reason, WIDTH.saturating_sub(2 + 9 + width(&what)));
    format!("  {}  {what}{}", paint(style, &left(word, 7)), paint(DIM, &files))
}

fn times(reason: &Reason) -> String {
    let noun = match reason.source {
        Source::Warning => "place",
        Source::Authority => "reply",
        Source::Answer => "answer",
    };
    counted(reason.n, noun)
}

/// As many file names as fit, by the ends of their paths.
fn files(reason: &Reason, room: usize) -> String {
    let more = |named: usize| match reason.letters - named {
        0 => String::new(),
        left => format!(" +{}", grouped(left as u64)),
    };
    let mut shown = String::new();
    for (i, file) in reason.files.iter().enumerate() {
        let name = visible(file.rsplit('/').next().unwrap_or(file));
        let longer = if i == 0 { name.to_string() } else { format!("{shown}, {name}") };
        let tail = more(i + 1);
        if width(&longer) + width(&tail) > room {
            let kept = if i == 0 { fit_end(&name, room.saturating_sub(width(&tail))) } else { shown };
            return kept + &more(i.max(1));
        }
        shown = longer;
    }
    shown + &more(reason.files.len())
}
