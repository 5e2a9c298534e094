//! Cells one to a line, as some extraction leaves them → a [`Table`].

use super::Letter;
use super::figure::whole_cell;
use super::grid::is_period;
use super::table::{Row, Table};
use crate::text::Span;

/// As many lines are looked at; a longer table goes on as another.
pub const MOST_LINES: usize = 200;

/// Reads the lines `below`, the first of which is a period, as rows; `above` are the lines before them, where the heads
/// may stand. Gives the table and how many lines it takes.
pub fn read(letter: &Letter<'_>, above: &[Span], below: &[Span]) -> Option<(Table, usize)> {
    let periods = below.iter().take_while(|line| is_period(letter, **line)).count();
    let figures = below[periods..].iter().take_while(|line| is_figure(letter, **line)).count();
    if figures == 0 {
        return None;
    }
    match periods {
        1 => by_turns(letter, above, below, figures + 1),
        _ if periods == figures => Some((all_then_all(&below[..periods], &below[periods..][..figures]), periods * 2)),
        _ => None,
    }
}

fn is_figure(letter: &Letter<'_>, line: Span) -> bool {
    whole_cell(letter.folded.of(line)).is_some() && !is_period(letter, line)
}

/// `2019`, `2020`, `7`, `<5`: all heads, then all figures.
fn all_then_all(periods: &[Span], figures: &[Span]) -> Table {
    let row = |(period, figure): (&Span, &Span)| Row { label: vec![*period], cells: vec![Some(*figure)] };
    let rows = periods.iter().zip(figures).map(row).collect();
    let span = periods[0].join(figures[figures.len() - 1]);
    Table { columns: vec![Vec::new()], rows, span, ..Table::default() }
}

/// `2019`, `7`, `2020`, `<5`: each row a period and its figures, as long as the rows have `stride` cells. More than one
/// figure a row needs as many heads above.
fn by_turns(letter: &Letter<'_>, above: &[Span], below: &[Span], stride: usize) -> Option<(Table, usize)> {
    let is_row = |row: &&[Span]| is_period(letter, row[0]) && row[1..].iter().all(|cell| is_figure(letter, *cell));
    let rows: Vec<&[Span]> = below.chunks_exact(stride).take_while(is_row).collect();
    let heads = above.len().checked_sub(stride).map(|from| &above[from..]);
    let short = |heads: &&[Span]| heads.iter().all(|head| head.len() < 60 && !is_figure(letter, *head));
    let heads = heads.filter(short).filter(|_| stride > 2);
    if stride > 2 && (heads.is_none() || rows.len() < 2) {
        return None;
    }
    let mut table = Table { span: below[0].join(below[rows.len() * stride - 1]), ..Table::default() };
    table.stub = heads.map(|heads| vec![heads[0]]).unwrap_or_default();
    table.columns = (1..stride).map(|column| heads.map(|heads| heads[column]).into_iter().collect()).collect();
    let row = |row: &&[Span]| Row { label: vec![row[0]], cells: row[1..].iter().copied().map(Some).collect() };
    table.rows = rows.iter().map(row).collect();
    Some((table, rows.len() * stride))
}
