//! The largest sums of figures, and the provisions relied on.

use crate::analysis::summary::{FigureSum, Report};
use crate::output::screen::{DIM, HEADING, WIDTH, left, paint, right, wrap};
use crate::output::summary::words::{counted, grouped, percent, period, range, short_name};

/// Rows shown; the rest is counted.
const ROWS: usize = 10;
const BODIES: usize = 28;
const MEASURES: usize = 23;
const PERIODS: usize = 11;
const SUMS: usize = 10;

pub fn lines(report: &Report) -> Vec<String> {
    if report.figures.is_empty() {
        return Vec::new();
    }
    let heading = format!("Figures by body, measure and period (n {})", grouped(report.figures.len() as u64));
    let mut lines = vec![format!("{}{}", paint(HEADING, &left(&heading, WIDTH - 13)), paint(DIM, "  sum   cells"))];
    lines.extend(report.figures.iter().take(ROWS).map(row));
    let more = report.figures.len().saturating_sub(ROWS);
    if more > 0 {
        lines.push(paint(DIM, &format!("  … {} more: foi-rj export --table counts", grouped(more as u64))));
    }
    lines.push(paint(DIM, "  <5 counts as 0–4; ≥ where a cell is withheld; no total is added to its parts"));
    lines
}

fn row(sum: &FigureSum) -> String {
    format!(
        "  {} {} {} {} {}",
        left(&short_name(sum.authority.as_deref()), BODIES),
        left(&sum.measure, MEASURES),
        left(&period(sum.period.as_ref()), PERIODS),
        right(&range(sum), SUMS),
        right(&sum.figures.to_string(), 2)
    )
}

pub fn exemptions(report: &Report) -> Vec<String> {
    if report.exemptions.is_empty() {
        return Vec::new();
    }
    let heading = format!("Relied on to withhold ({} in all)", counted(report.replies, "reply"));
    let used: Vec<String> = report
        .exemptions
        .iter()
        .map(|used| {
            format!(
                "{} in {} ({})",
                used.provision,
                grouped(used.letters as u64),
                percent(used.letters, report.replies)
            )
        })
        .collect();
    let mut lines = vec![paint(HEADING, &heading)];
    lines.extend(wrap(&used.join("; "), WIDTH - 2).iter().map(|line| format!("  {line}")));
    lines
}
