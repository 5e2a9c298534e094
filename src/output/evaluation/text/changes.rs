//! What is newly right and newly wrong, letter by letter.

use crate::analysis::evaluation::{Change, Report};
use crate::output::screen::{HEADING, WARN, WIDTH, fit_end, paint, wrap};
use crate::output::summary::words::{counted, grouped};

pub fn lines(report: &Report) -> Vec<String> {
    let Some(changes) = &report.changes else { return Vec::new() };
    let (gains, losses) = (changes.gains.len(), changes.losses.len());
    let heading =
        format!("{} newly right or nearer, {} newly wrong or farther", grouped(gains as u64), grouped(losses as u64));
    let mut lines = vec![paint(HEADING, &heading)];
    if !changes.new.is_empty() {
        lines.push(paint(WARN, &format!("{} not in the earlier records", counted(changes.new.len(), "letter"))));
    }
    lines.extend(by_letter('+', &changes.gains));
    lines.extend(by_letter('-', &changes.losses));
    lines
}

fn by_letter(sign: char, changes: &[Change]) -> Vec<String> {
    let mut lines = Vec::new();
    for letter in changes.chunk_by(|one, other| one.file == other.file) {
        lines.push(fit_end(&letter[0].file, WIDTH));
        for change in letter {
            let said = format!("{}: {}, before {}, now {}", change.item, change.gold, change.before, change.now);
            let wrapped = wrap(&said, WIDTH - 4);
            let marks = std::iter::once(sign).chain(std::iter::repeat(' '));
            lines.extend(marks.zip(wrapped).map(|(mark, line)| format!("  {mark} {line}")));
        }
    }
    lines
}
