//! Everything that is wrong, letter by letter.

use crate::analysis::evaluation::{Mistake, Report};
use crate::output::screen::{HEADING, WIDTH, fit_end, paint, wrap};
use crate::output::summary::words::counted;

pub fn lines(report: &Report) -> Vec<String> {
    let mut lines = vec![paint(HEADING, &counted(report.mistakes.len(), "mistake"))];
    for letter in report.mistakes.chunk_by(|one, other| one.file == other.file) {
        lines.push(fit_end(&letter[0].file, WIDTH));
        for mistake in letter {
            let wrapped = wrap(&said(mistake), WIDTH - 4);
            let marks = ["  ", "    "].into_iter().chain(std::iter::repeat("    "));
            lines.extend(marks.zip(wrapped).map(|(mark, line)| format!("{mark}{line}")));
        }
    }
    lines
}

fn said(mistake: &Mistake) -> String {
    let note = if mistake.note.is_empty() { String::new() } else { format!(" ({})", mistake.note) };
    format!("{}: {}, read {}{note}", mistake.item, mistake.gold, mistake.read)
}
