//! A [`Table`] → counts: each cell with its row's and column's words and the period that one of them names.

mod days;
mod measure;
mod sides;

pub use self::days::part_of;
use self::measure::measure;
pub use self::sides::{Side, Sides};
use super::Letter;
use super::draft::{Draft, Rule};
use super::figure::{Figure, whole_cell, whole_share};
use super::question::{Asked, When};
use super::table::{Row, Table};
use crate::record::{Certainty, Role};
use crate::text::Span;

/// Every count of the table; `context` is the period that the words around it name.
pub fn tabulate(letter: &Letter<'_>, table: &Table, sides: &Sides, asked: &Asked, context: Option<When>) -> Vec<Draft> {
    let caption = table.caption.and_then(|caption| super::question::only_period(letter.folded, caption));
    let mut drafts = Vec::new();
    for (row, row_side) in table.rows.iter().zip(&sides.rows).filter(|(_, side)| !side.other) {
        for (column, cell) in row.cells.iter().enumerate() {
            let column_side = &sides.columns[column];
            let Some(figure) = cell.and_then(|cell| read(letter, cell, asked)) else { continue };
            if column_side.other {
                continue;
            }
            let year = pick(row_side, column_side).or(caption).or(context);
            let labels_of = || row.label.iter().chain(&table.columns[column]);
            let part = labels_of().find_map(|label| part_of(letter, *label, year));
            let when = part.or(pick(row_side, column_side));
            let labels = labels(row, &table.columns[column], when);
            let (row_side, column_side) = (row_side.without(part), column_side.without(part));
            drafts.push(Draft {
                measure: measure(letter, table, &row_side, &column_side, asked),
                when: if undated(&row_side, &column_side) { None } else { when.or(caption).or(context) },
                figure,
                role: if row_side.total || column_side.total { Role::Total } else { Role::Value },
                certainty: certainty(&row_side, &column_side, when.or(caption)),
                rule: if table.columns.len() > 1 { Rule::Cell } else { Rule::Label },
                labels,
            });
        }
    }
    drafts
}

/// The column's period, or the row's; a total over periods yields to a side that names one outright.
fn pick(row: &Side, column: &Side) -> Option<When> {
    match (row.when, column.when) {
        (Some(row_when), Some(_)) if column.total && !row.total => Some(row_when),
        (row_when, column_when) => column_when.or(row_when),
    }
}

/// True for a total over several periods that nothing names.
fn undated(row: &Side, column: &Side) -> bool {
    row.undated && column.when.is_none() || column.undated && row.when.is_none()
}

fn certainty(row: &Side, column: &Side, when: Option<When>) -> Certainty {
    let derived = (row.total && row.when.is_some()) || (column.total && column.when.is_some());
    if when.is_some() && !derived && !undated(row, column) { Certainty::Stated } else { Certainty::Inferred }
}

/// The figure of a cell, with its place in the letter.
pub fn read(letter: &Letter<'_>, cell: Span, asked: &Asked) -> Option<Figure> {
    let words = letter.folded.of(cell);
    if let Some(share) = whole_share(words).filter(|_| asked.share) {
        return Some(Figure { span: cell, ..share });
    }
    if is_dash(words) {
        return Some(Figure { span: cell, min: None, max: None });
    }
    let figure = whole_cell(words)?;
    let view = letter.folded.forth(cell);
    let lead = view.of(letter.folded.text()).len() - view.of(letter.folded.text()).trim_start().len();
    let start = view.start + lead + figure.span.start;
    let span = letter.folded.back(start, start + figure.span.len()).trim(letter.text);
    Some(Figure { span: if figure.is_hidden() { cell } else { span }, ..figure })
}

/// What stands in a cell for a figure that is not given.
fn is_dash(words: &str) -> bool {
    matches!(words.trim(), "-" | "--" | ".." | "\u{2026}")
}

fn labels(row: &Row, heads: &[Span], when: Option<When>) -> Vec<Span> {
    let mut labels: Vec<Span> = row.label.iter().chain(heads).copied().collect();
    labels.retain(|label| when.is_none_or(|when| when.printed != *label));
    labels
}
