//! The evaluation as one calm screen: 80 columns, the figures first, then the tables behind them.

mod agreements;
mod changes;
mod confusion;
mod fields;
mod layouts;
mod measures;
mod mistakes;

use std::io::{self, Write};

use crate::analysis::evaluation::Report;
use crate::output::screen::{HEADING, WARN, WIDTH, paint, wrap};
use crate::output::summary::words::{counted, percent};

/// Writes the evaluation for a person; the list of mistakes only where it is wanted. Styles are always written.
///
/// # Errors
/// Those of `out`.
pub fn write_text(report: &Report, with_mistakes: bool, out: &mut impl Write) -> io::Result<()> {
    let sections = [
        head(report),
        measures::lines(&report.figures),
        fields::lines(report),
        layouts::lines(report),
        agreements::lines(report),
        confusion::lines(report),
        changes::lines(report),
        if with_mistakes { mistakes::lines(report) } else { Vec::new() },
    ];
    let shown: Vec<String> = sections.iter().filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n")).collect();
    writeln!(out, "{}", shown.join("\n\n"))
}

fn head(report: &Report) -> Vec<String> {
    let letters = report.figures.letters;
    let share = percent(letters.n, letters.of);
    let first =
        format!("{} by {}: {} right in everything, {share}", counted(letters.of, "letter"), report.gold, letters.n);
    let mut lines: Vec<String> = wrap(&first, WIDTH).iter().map(|line| paint(HEADING, line)).collect();
    let mut warn = |n: usize, said: &str| {
        if n > 0 {
            lines.extend(wrap(&format!("{} {said}", counted(n, "letter")), WIDTH).iter().map(|line| paint(WARN, line)));
        }
    };
    warn(report.without_record.len(), "with a label not read, counted as wrong (--only-found leaves them out)");
    warn(report.without_label, "read without a label, counted nowhere");
    warn(report.without_text, "without text beside the labels: exchanges and evidence not measured");
    lines
}
