//! A table of confusion small enough to look at: dates, numbers and options are one row and two columns.

use crate::analysis::evaluation::{Confused, NOTHING};
use crate::record::Code;

/// What the labels say by what was read.
pub(super) struct Matrix {
    /// What was read, as long as it occurs; the full name and a short one.
    pub columns: Vec<(&'static str, &'static str)>,
    /// What the labels say, and how often each column was read for it.
    pub rows: Vec<(&'static str, Vec<usize>)>,
}

/// Names and short names, in the order in which rows and columns stand.
const NAMES: [(&str, &str); 14] = [
    ("yes", "yes"),
    ("no", "no"),
    ("qualified", "qual."),
    ("given", "given"),
    ("value", "value"),
    ("other value", "other"),
    ("refused", "ref."),
    ("not-held", "n.held"),
    ("elsewhere", "elsew."),
    ("not-applicable", "n/a"),
    ("blank", "blank"),
    ("unasked", "unask."),
    ("unclear", "uncl."),
    ("no record", "none"),
];

/// The table of one field.
pub(super) fn matrix(confusion: &[Confused]) -> Matrix {
    let mut cells = [[0; NAMES.len()]; NAMES.len()];
    for confused in confusion {
        let (row, column) = (place(&confused.gold), place(&confused.read));
        let other = confused.gold != confused.read && row == VALUE && column == VALUE;
        cells[row][if other { VALUE + 1 } else { column }] += confused.n;
    }
    let used: Vec<usize> = (0..NAMES.len()).filter(|&at| cells.iter().any(|row| row[at] > 0)).collect();
    let rows = (0..NAMES.len()).filter(|&at| cells[at].iter().any(|n| *n > 0));
    Matrix {
        rows: rows.map(|row| (NAMES[row].0, used.iter().map(|&column| cells[row][column]).collect())).collect(),
        columns: used.iter().map(|&column| NAMES[column]).collect(),
    }
}

/// Where a date, a number or an option stands; another one than the label's stands beside it.
const VALUE: usize = 4;

fn place(code: &str) -> usize {
    match Code::from(code) {
        Code::Value(value) if value == NOTHING => NAMES.len() - 1,
        Code::Value(_) => VALUE,
        named => NAMES.iter().position(|(name, _)| *name == named.name()).unwrap_or(VALUE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_date_is_no_agreement() {
        let cell = |gold: &str, read: &str, n| Confused { gold: gold.to_owned(), read: read.to_owned(), n };
        let cells = [
            cell("2023-10", "2023-10", 3),
            cell("2023-10", "2023-11", 1),
            cell("blank", "2023", 2),
            cell("blank", "–", 1),
        ];
        let table = matrix(&cells);
        assert_eq!(
            table.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
            ["value", "other value", "no record"]
        );
        assert_eq!(table.rows, [("value", vec![3, 1, 0]), ("blank", vec![2, 0, 1])]);
    }

    #[test]
    fn every_code_has_a_place() {
        for code in Code::NAMED {
            assert_eq!(NAMES[place(code.name())].0, code.name());
        }
    }
}
