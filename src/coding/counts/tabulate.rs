//! A [`Table`] → counts: each cell with its row's and column's words and the period that one of them names.

mod days;
mod measure;

use self::days::{month_of, on_one_day};
use self::measure::measure;
use super::Letter;
use super::draft::Draft;
use super::figure::{Figure, whole_cell, whole_share};
use super::heads;
use super::question::{Asked, When};
use super::table::{Row, Table};
use crate::record::{Certainty, Role};
use crate::text::Span;
use crate::when::find_periods;

/// What the heads of one row or column say together.
#[derive(Clone, Debug, Default)]
pub struct Side {
    /// The period that they name.
    pub when: Option<When>,
    /// What else they say, part by part.
    pub words: Vec<Span>,
    /// They say that it sums others.
    pub total: bool,
    /// They stand over something that is no count.
    pub other: bool,
}

/// The sides of a table: one a row, one a column.
#[derive(Clone, Debug)]
pub struct Sides {
    /// By row.
    pub rows: Vec<Side>,
    /// By column.
    pub columns: Vec<Side>,
}

impl Sides {
    /// Reads what the heads of `table` say.
    pub fn read(letter: &Letter<'_>, table: &Table, asked: &Asked) -> Sides {
        let only_column = table.columns.len() == 1;
        let only_row = table.rows.len() == 1;
        let mut columns: Vec<Side> =
            table.columns.iter().map(|heads| side(letter, heads, asked, only_column)).collect();
        let mut rows: Vec<Side> = table.rows.iter().map(|row| side(letter, &row.label, asked, only_row)).collect();
        let last = columns.len().saturating_sub(1);
        for (at, column) in columns.iter_mut().enumerate().filter(|(at, column)| column.total && *at < last) {
            column.total = sums_the_rest(letter, table, at);
        }
        for column in columns.iter_mut().filter(|column| !column.total) {
            column.words.retain(|head| !heads::is_general(letter.folded.of(*head)));
        }
        cover(&mut columns);
        cover(&mut rows);
        Sides { rows, columns }
    }
}

/// True where, in each full row, the column at `total` sums all others: then it is a total though it is not the last.
fn sums_the_rest(letter: &Letter<'_>, table: &Table, total: usize) -> bool {
    let value = |cell: &Option<Span>| whole_cell(letter.folded.of((*cell)?)).and_then(|figure| figure.max);
    table.rows.iter().all(|row| {
        let rest = row.cells.iter().enumerate().filter(|(at, _)| *at != total).map(|(_, cell)| value(cell));
        let rest: Option<u64> = rest.sum();
        rest.is_none() || rest == value(&row.cells[total])
    })
}

fn side(letter: &Letter<'_>, heads: &[Span], asked: &Asked, alone: bool) -> Side {
    let mut side = Side::default();
    for &head in heads {
        let view = letter.folded.forth(head);
        let words = view.of(letter.folded.text());
        let other = |words: &str| heads::is_no_count(words) && !(asked.share && heads::is_share(words));
        match find_periods(words).first() {
            Some(period) if side.when.is_none() => {
                side.when = Some(When::new(letter.folded, view.start, period));
                let rest = [&words[..period.span.start], &words[period.span.end..]].join(" ");
                let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
                side.other |= other(rest);
                side.total |= heads::is_total(rest) && !heads::is_general(rest);
                if rest.len() > 3 && !heads::is_general(rest) && rest != "year" && rest != "in" {
                    side.words.push(head);
                }
            }
            None if side.when.is_none() && on_one_day(letter, head).is_some() => side.when = on_one_day(letter, head),
            _ => {
                side.other |= other(words);
                side.total |= !alone && heads::is_total(words);
                if !(alone && heads::is_general(words)) {
                    side.words.push(head);
                }
            }
        }
    }
    side
}

/// A total beside periods covers them all, where each of them has both its days.
fn cover(sides: &mut [Side]) {
    let stretch = |side: &Side| side.when.and_then(|when| Some((when.start?, when.end?)));
    let known: Vec<_> = sides.iter().filter(|side| !side.total).map(stretch).collect();
    let Some(known) = known.into_iter().collect::<Option<Vec<_>>>().filter(|known| known.len() > 1) else { return };
    let start = known.iter().map(|(start, _)| *start).min();
    let end = known.iter().map(|(_, end)| *end).max();
    for side in sides.iter_mut().filter(|side| side.total && side.when.is_none()) {
        side.when = side.words.last().map(|&printed| When { start, end, printed });
    }
}

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
            let when = pick(row_side, column_side);
            let labels_of = || row.label.iter().chain(&table.columns[column]);
            let month = labels_of().find_map(|label| month_of(letter, *label, when.or(caption).or(context)));
            let when = month.or(when);
            let labels = labels(row, &table.columns[column], when);
            drafts.push(Draft {
                measure: measure(letter, table, row_side, column_side, asked),
                when: when.or(caption).or(context),
                figure,
                role: if row_side.total || column_side.total { Role::Total } else { Role::Value },
                certainty: certainty(row_side, column_side, when.or(caption)),
                rule: if table.columns.len() > 1 { "table-cell" } else { "label-and-number" },
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

fn certainty(row: &Side, column: &Side, when: Option<When>) -> Certainty {
    let derived = (row.total && row.when.is_some()) || (column.total && column.when.is_some());
    if when.is_some() && !derived { Certainty::Stated } else { Certainty::Inferred }
}

/// The figure of a cell, with its place in the letter.
pub fn read(letter: &Letter<'_>, cell: Span, asked: &Asked) -> Option<Figure> {
    let words = letter.folded.of(cell);
    if let Some(share) = whole_share(words).filter(|_| asked.share) {
        return Some(Figure { span: cell, ..share });
    }
    let figure = whole_cell(words)?;
    let view = letter.folded.forth(cell);
    let lead = view.of(letter.folded.text()).len() - view.of(letter.folded.text()).trim_start().len();
    let start = view.start + lead + figure.span.start;
    let span = letter.folded.back(start, start + figure.span.len()).trim(letter.text);
    Some(Figure { span: if figure.is_hidden() { cell } else { span }, ..figure })
}

fn labels(row: &Row, heads: &[Span], when: Option<When>) -> Vec<Span> {
    let mut labels: Vec<Span> = row.label.iter().chain(heads).copied().collect();
    labels.retain(|label| when.is_none_or(|when| when.printed != *label));
    labels
}
