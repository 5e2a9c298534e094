//! The figures by family of layouts.

use crate::analysis::evaluation::{LayoutReport, Report};
use crate::output::evaluation::words::{f1, figure, of};
use crate::output::screen::{DIM, HEADING, left, paint, right};

const NAME: usize = 22;

pub fn lines(report: &Report) -> Vec<String> {
    if report.layouts.is_empty() {
        return Vec::new();
    }
    let heads = ["letters right", "answers right", "alpha", "exch. F1", "codes", "counts"].map(str::to_owned);
    let mut lines = vec![paint(HEADING, "Layouts"), paint(DIM, &row("", heads))];
    lines.extend(report.layouts.iter().map(|layout| row(layout.layout.as_deref().unwrap_or("(none)"), cells(layout))));
    lines
}

fn cells(layout: &LayoutReport) -> [String; 6] {
    let (figures, answers) = (&layout.figures, layout.figures.answers.as_ref());
    [
        of(figures.letters),
        answers.map_or("–".to_owned(), |answers| of(answers.right_where_asked)),
        figure(answers.and_then(|answers| answers.alpha.value)),
        f1(figures.measure("exchanges")),
        figure(figures.exchange_codes.value()),
        f1(figures.measure("counts")),
    ]
}

fn row(name: &str, cells: [String; 6]) -> String {
    let wide = [14, 14, 7, 9, 7, 7];
    let cells: Vec<String> = cells.iter().zip(wide).map(|(cell, wide)| right(cell, wide)).collect();
    format!("{}{}", left(name, NAME), cells.concat())
}
