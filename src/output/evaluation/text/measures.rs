//! Precision, recall and F1 of everything that a letter has.

use crate::analysis::evaluation::{Figures, Share};
use crate::output::evaluation::words::{figure, measure, precision_recall_f1};
use crate::output::screen::{DIM, left, paint, right};
use crate::output::summary::words::grouped;

const NAME: usize = 26;
const COUNT: usize = 8;
const FIGURE: usize = 10;

pub fn lines(figures: &Figures) -> Vec<String> {
    let heads = ["right", "read", "due"].map(|head| right(head, COUNT)).concat();
    let shares = ["precision", "recall", "F1"].map(|head| right(head, FIGURE)).concat();
    let mut lines = vec![paint(DIM, &format!("{}{heads}{shares}", left("", NAME)))];
    for found in &figures.measures {
        let tally = found.tally;
        let counts = [tally.right, tally.read, tally.due].map(|n| right(&grouped(n as u64), COUNT)).concat();
        let shares = precision_recall_f1(tally).map(|share| right(&share, FIGURE)).concat();
        lines.push(format!("{}{counts}{shares}", left(&measure(&found.name), NAME)));
    }
    lines.extend(share("codes of exchanges found", figures.exchange_codes));
    lines.extend(share("evidence in its place", figures.evidence));
    lines
}

fn share(name: &str, share: Share) -> Option<String> {
    let counts = [share.n, share.of].map(|n| right(&grouped(n as u64), COUNT)).concat();
    let value = right(&figure(share.value()), COUNT + FIGURE);
    (share.of > 0).then(|| format!("{}{counts}{value}", left(name, NAME)))
}
