//! The fields of the questionnaires: shares right, alpha, what is stated and wrong, what is sent to review.

use crate::analysis::evaluation::{Answers, DRAWS, RELIABLE, Report, TENTATIVE};
use crate::output::evaluation::words::{estimate, figure, interval, of};
use crate::output::screen::{DIM, HEADING, WIDTH, left, paint, right, wrap};

const NAME: usize = 21;

pub fn lines(report: &Report) -> Vec<String> {
    let Some(all) = &report.figures.answers else { return Vec::new() };
    let mut lines = vec![paint(HEADING, "Answers")];
    let said = format!(
        "{} right where asked, {}; alpha {}; {} stated and wrong; {} sent to review, among them {} wrong ones",
        of(all.right_where_asked),
        estimate(all.asked),
        estimate(all.alpha),
        of(all.stated_wrong),
        of(all.review),
        of(all.wrong_in_review),
    );
    lines.extend(wrap(&said, WIDTH));
    lines.push(paint(
        DIM,
        &row("", ["right, asked", "share", "alpha", "95 %", "misstated", "review"].map(str::to_owned)),
    ));
    lines.extend(report.fields.iter().map(|field| row(&field.field, cells(&field.answers))));
    let note = format!(
        "misstated: stated and wrong, of what is stated. alpha: Krippendorff's, nominal; {RELIABLE:.3} to rely on, {TENTATIVE:.3} tentative. 95 %: of {DRAWS} draws of letters.",
    );
    lines.extend(wrap(&note, WIDTH).iter().map(|line| paint(DIM, line)));
    lines
}

fn cells(answers: &Answers) -> [String; 6] {
    [
        of(answers.right_where_asked),
        figure(answers.asked.value),
        figure(answers.alpha.value),
        interval(answers.alpha.interval),
        of(answers.stated_wrong),
        answers.review.n.to_string(),
    ]
}

fn row(name: &str, cells: [String; 6]) -> String {
    let wide = [13, 6, 7, 14, 12, 7];
    let cells: Vec<String> = cells.iter().zip(wide).map(|(cell, wide)| right(cell, wide)).collect();
    format!("{}{}", left(name, NAME), cells.concat())
}
