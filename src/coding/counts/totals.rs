//! The arithmetic of a table: totals that do not equal the sum of what they stand beside.

use super::Letter;
use super::figure::{Figure, whole_cell};
use super::table::Table;
use super::tabulate::{Side, Sides};
use crate::diagnostic::Diagnostic;
use crate::text::Span;

/// A total that is checked: its place, and the cells it should sum.
struct Sum {
    total: Span,
    cells: Vec<Option<Span>>,
}

/// A warning for each total that no values allowed by its cells can sum to; one note where most of them cannot, for then
/// the table does not sum as its heads suggest.
pub fn check(letter: &Letter<'_>, table: &Table, sides: &Sides) -> Vec<Diagnostic> {
    let sums: Vec<Sum> = across(table, sides).into_iter().chain(down(table, sides)).collect();
    let verdicts: Vec<(&Sum, bool)> =
        sums.iter().filter_map(|sum| agrees(letter, sum).map(|agrees| (sum, agrees))).collect();
    let wrong: Vec<&Sum> = verdicts.iter().filter(|(_, agrees)| !agrees).map(|(sum, _)| *sum).collect();
    if wrong.len() > 1 && wrong.len() * 2 > verdicts.len() {
        let message = "most totals of this table differ from the sums of its cells";
        return vec![Diagnostic::note("table-unclear", message, table.span, letter.lines)];
    }
    let warn = |sum: &&Sum| {
        let message = format!("the total {} is not the sum of its cells", sum.total.of(letter.text));
        Diagnostic::warning("totals-differ", message, sum.total, letter.lines)
    };
    wrong.iter().map(warn).collect()
}

/// The single total column, against the columns before it.
fn across(table: &Table, sides: &Sides) -> Vec<Sum> {
    let Some(at) = only_total(&sides.columns).filter(|&at| at > 1) else { return Vec::new() };
    let sum = |cells: &Vec<Option<Span>>| Some(Sum { total: cells[at]?, cells: cells[..at].to_vec() });
    table.rows.iter().filter_map(|row| sum(&row.cells)).collect()
}

/// The single total row, against the rows above it.
fn down(table: &Table, sides: &Sides) -> Vec<Sum> {
    let Some(at) = only_total(&sides.rows).filter(|&at| at > 1) else { return Vec::new() };
    let cells = |column: usize| table.rows[..at].iter().map(|row| row.cells[column]).collect();
    (0..table.columns.len())
        .filter(|&column| !sides.columns[column].other)
        .filter_map(|column| Some(Sum { total: table.rows[at].cells[column]?, cells: cells(column) }))
        .collect()
}

fn only_total(sides: &[Side]) -> Option<usize> {
    let mut totals = sides.iter().enumerate().filter(|(_, side)| side.total).map(|(at, _)| at);
    let first = totals.next()?;
    (totals.next().is_none() && sides[..first].iter().all(|side| !side.other)).then_some(first)
}

/// Whether the total lies between the least and the most that its cells can sum to; `None` where it is not printed.
fn agrees(letter: &Letter<'_>, sum: &Sum) -> Option<bool> {
    let read = |span: Span| whole_cell(letter.folded.of(span));
    let total = read(sum.total).filter(|total| !total.is_hidden())?;
    let figures: Vec<Option<Figure>> = sum.cells.iter().map(|cell| cell.and_then(read)).collect();
    let least: u64 = figures.iter().map(|figure| figure.and_then(|figure| figure.min).unwrap_or(0)).sum();
    let most: Option<u64> = figures.iter().map(|figure| figure.and_then(|figure| figure.max)).sum();
    let above = total.max.is_none_or(|total| least <= total);
    let below = most.is_none_or(|most| total.min.unwrap_or(0) <= most);
    Some(above && below)
}
