//! People and program at one table.

use crate::analysis::evaluation::{Agreement, Report};
use crate::output::evaluation::words::{estimate, of};
use crate::output::screen::{DIM, HEADING, left, paint, right};

const NAME: usize = 17;

/// One coder and the program agree as the figures above say; only more of them are worth a table.
pub fn lines(report: &Report) -> Vec<String> {
    if report.agreements.len() < 2 {
        return Vec::new();
    }
    let heads = ["letters", "same codes", "alpha (95 %)"].map(str::to_owned);
    let mut lines = vec![paint(HEADING, "Agreement"), paint(DIM, &row("", "", heads))];
    lines.extend(report.agreements.iter().map(|pair| row(&pair.one, &pair.other, cells(pair))));
    lines
}

fn cells(pair: &Agreement) -> [String; 3] {
    [pair.letters.to_string(), of(pair.same), estimate(pair.alpha)]
}

fn row(one: &str, other: &str, [letters, same, alpha]: [String; 3]) -> String {
    let names = format!("{} {}", left(one, NAME), left(other, NAME));
    format!("{names}{}{}{}", right(&letters, 8), right(&same, 14), right(&alpha, 23))
}
