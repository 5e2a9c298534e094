//! The largest sums of figures, and the provisions relied on.

use crate::analysis::summary::{FigureSum, Report};
use crate::output::screen::{DIM, HEADING, WIDTH, fit, left, pack, paint, right, width};
use crate::output::summary::words::{counted, grouped, percent, period, range, short_name};

/// Rows shown; the rest is counted.
pub const ROWS: usize = 10;
/// The most columns of a period.
const PERIODS: usize = 19;
const CELLS: usize = 5;

/// Columns of a body, a measure, a period and a sum.
struct Widths {
    body: usize,
    measure: usize,
    period: usize,
    sum: usize,
}

pub fn lines(report: &Report) -> Vec<String> {
    if report.figures.is_empty() {
        return Vec::new();
    }
    let shown = &report.figures[..report.figures.len().min(ROWS)];
    let widths = Widths::of(shown);
    let heading = format!(
        "Figures by body, measure and period (n {})",
        grouped((report.figures.len() + report.more_figures) as u64)
    );
    let columns = format!(" {} {}", right("sum", widths.sum), right("cells", CELLS));
    let mut lines =
        vec![format!("{}{}", paint(HEADING, &left(&heading, WIDTH - width(&columns))), paint(DIM, &columns))];
    lines.extend(shown.iter().map(|sum| row(sum, &widths)));
    let more = report.figures.len() - shown.len() + report.more_figures;
    if more > 0 {
        lines.push(paint(DIM, &format!("  … {} more: foi-rj export --table counts", grouped(more as u64))));
    }
    lines.push(paint(DIM, "  <5 counts as 0–4; ≥ where a cell is withheld; no total is added to its parts"));
    lines
}

impl Widths {
    fn of(shown: &[FigureSum]) -> Widths {
        let widest = |text: fn(&FigureSum) -> String| shown.iter().map(|sum| width(&text(sum))).max().unwrap_or(0);
        let period = widest(|sum| period(sum.period.as_deref())).min(PERIODS);
        let sum = widest(range).clamp(3, WIDTH / 3);
        let names = WIDTH.saturating_sub(2 + 1 + 1 + period + 1 + sum + 1 + CELLS);
        let longest_body = widest(|sum| short_name(sum.authority.as_deref()));
        let body = (names * 3 / 5).min(longest_body);
        Widths { body, measure: names - body, period, sum }
    }
}

fn row(sum: &FigureSum, widths: &Widths) -> String {
    format!(
        "  {} {} {} {} {}",
        left(&short_name(sum.authority.as_deref()), widths.body),
        left(&sum.measure, widths.measure),
        left(&period(sum.period.as_deref()), widths.period),
        right(&fit(&range(sum), widths.sum), widths.sum),
        right(&fit(&sum.figures.to_string(), CELLS), CELLS)
    )
}

pub fn exemptions(report: &Report) -> Vec<String> {
    if report.exemptions.is_empty() {
        return Vec::new();
    }
    let heading = format!("Exemptions relied on (n {})", counted(report.replies, "reply"));
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
    lines.extend(pack(&used, "; ", WIDTH - 2).iter().map(|line| format!("  {line}")));
    lines
}
