//! Lines whose cells are marked off by tabs, pipes or gaps → a [`Table`].

mod marks;

pub use self::marks::{Mark, cells, is_rule, is_ruled};
use super::Letter;
use super::figure::whole_cell;
use super::heads::is_stub;
use super::table::{Row, Table};
use crate::text::Span;
use crate::when::find_periods;

/// More columns than this are no table that a person made.
const WIDEST: usize = 100;

/// A cell stands under a head that begins or ends as many characters from it.
const NEAR: usize = 3;
/// A part of a head stands over a column that begins or ends as many characters from it.
const FAR: usize = 8;

/// Reads rows of cells as a table; `None` where no column holds figures.
pub fn read(letter: &Letter<'_>, mark: Mark, lines: &[(Span, Vec<Span>)]) -> Option<Table> {
    let mut lines: Vec<(Span, Vec<Span>)> =
        lines.iter().filter(|(_, cells)| !is_rule(letter.text, cells)).cloned().collect();
    let body_from = lines.iter().position(|(_, cells)| is_body(letter, cells))?;
    let (heads, body) = lines.split_at_mut(body_from);
    let width = body.iter().map(|(_, cells)| cells.len()).max()?;
    spread(letter, heads, width);
    if mark == Mark::Gap {
        let full = body.iter().map(|(_, cells)| cells).find(|cells| cells.len() == width).cloned();
        heads.iter_mut().for_each(|head| open_stub(letter, head, width));
        if let Some(full) = full {
            heads.iter_mut().for_each(|(_, cells)| align(letter, cells, &full));
        }
    }
    let heads = &heads[heads.len().saturating_sub(3)..];
    let head = heads.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let width = if mark == Mark::Gap { width.max(head) } else { width };
    if width > WIDEST {
        return None;
    }
    let above = heads.last().map(|(_, cells)| cells.as_slice()).filter(|cells| cells.len() == width);
    let full = body.iter().map(|(_, cells)| cells.as_slice()).find(|cells| cells.len() == width);
    // Where a head is blank, a full row tells the column's place.
    let guide: Option<Vec<Span>> = above.or(full).map(|guide| {
        let filled = |(at, cell): (usize, &Span)| match full {
            Some(full) if cell.is_empty() => full[at],
            _ => *cell,
        };
        guide.iter().enumerate().map(filled).collect()
    });
    let guide = guide.as_deref();
    let mut table = Table { span: body[0].0, ..Table::default() };
    let mut rows: Vec<Vec<Option<Span>>> = Vec::new();
    for (line, cells) in body.iter() {
        table.span = table.span.join(*line);
        match place(letter, mark, cells, width, guide) {
            Some(row) => rows.push(row),
            None if is_body(letter, cells) => table.unclear.push(*line),
            None => {}
        }
    }
    let stub = heads.last().filter(|(_, cells)| cells.len() == width).map(|(_, cells)| cells[0]);
    let labels = label_columns(letter, &rows, width, stub);
    if labels == width {
        return None;
    }
    table.columns = (labels..width).map(|column| column_heads(letter, heads, column, width)).collect();
    table.stub = (0..labels).flat_map(|column| column_heads(letter, heads, column, width)).collect();
    table.rows = label_rows(rows, labels);
    Some(table)
}

/// "2023/24" and "2024/25" over Q1 to Q4 each: heads over as many columns each, which stand somewhere above these. They
/// are set over the first of them.
fn spread(letter: &Letter<'_>, heads: &mut [(Span, Vec<Span>)], width: usize) {
    let Some((_, above)) = heads.split_last_mut().filter(|(last, _)| last.1.len() + 1 >= width) else { return };
    for (_, cells) in above {
        let filled: Vec<Span> = cells.iter().copied().filter(|cell| is_period(letter, *cell)).collect();
        let others = cells.iter().filter(|cell| !cell.is_empty()).count() - filled.len();
        let blanks_tell = cells.len() == width; // the page has a cell for each column
        if filled.len() < 2
            || others > 0
            || blanks_tell
            || !(width - 1).is_multiple_of(filled.len())
            || filled.len() + 1 >= width
        {
            continue;
        }
        let each = (width - 1) / filled.len();
        let blank = |at: usize| Span::new(at, at);
        let mut row = vec![blank(filled[0].start)];
        for head in filled {
            row.push(head);
            row.extend(std::iter::repeat_n(blank(head.end), each - 1));
        }
        *cells = row;
    }
}

/// Heads that are set in from the edge, and name periods from the first on or are one fewer than the columns, leave the
/// head of the labels blank.
fn open_stub(letter: &Letter<'_>, (_, cells): &mut (Span, Vec<Span>), width: usize) {
    let edge = letter.lines.spans()[letter.lines.index_of(cells[0].start)].start;
    if cells[0].start > edge + 2 && (is_period(letter, cells[0]) || cells.len() + 1 == width) {
        cells.insert(0, Span::new(edge, edge));
    }
}

/// Sets the cells of a short head line over those of a full row; leaves them where two would stand over one.
fn align(letter: &Letter<'_>, cells: &mut Vec<Span>, full: &[Span]) {
    let blank = Span::new(cells[0].start, cells[0].start);
    let mut row = vec![blank; full.len()];
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        let near = (0..full.len()).min_by_key(|&at| distance(letter, *cell, full[at]));
        let Some(at) = near.filter(|&at| row[at].is_empty() && distance(letter, *cell, full[at]) <= FAR) else {
            return;
        };
        row[at] = *cell;
    }
    if cells.len() < full.len() {
        *cells = row;
    }
}

/// How far apart on their lines two cells begin, or end, in characters: the lesser of both.
fn distance(letter: &Letter<'_>, one: Span, other: Span) -> usize {
    let column = |at: usize| {
        let line = letter.lines.spans()[letter.lines.index_of(at)];
        letter.text[line.start..at].chars().count()
    };
    let start = column(one.start).abs_diff(column(other.start));
    start.min(column(one.end).abs_diff(column(other.end)))
}

/// A row with a figure that is no head: heads name periods, or nothing that is a figure.
pub fn is_body(letter: &Letter<'_>, cells: &[Span]) -> bool {
    let filled: Vec<&Span> = cells.iter().filter(|cell| !cell.is_empty()).collect();
    let figures = filled.iter().filter(|cell| whole_cell(letter.folded.of(***cell)).is_some()).count();
    let head = filled.len() > 1 && filled.iter().skip(1).all(|cell| is_head(letter, **cell));
    let first_is_label = filled.first().is_some_and(|cell| is_period(letter, **cell));
    figures > 0 && (!head || (first_is_label && filled.len() == 2 && !is_period(letter, *filled[1])))
}

fn is_head(letter: &Letter<'_>, cell: Span) -> bool {
    is_period(letter, cell) || whole_cell(letter.folded.of(cell)).is_none()
}

/// True where the cell is a period and nothing else.
pub fn is_period(letter: &Letter<'_>, cell: Span) -> bool {
    let words = letter.folded.of(cell);
    (4..80).contains(&words.len())
        && find_periods(words).first().is_some_and(|period| period.span.len() + 2 >= words.len())
}

/// The cells of a row by column. Where gaps swallowed blank cells, the heads' places on their line tell.
fn place(
    letter: &Letter<'_>,
    mark: Mark,
    cells: &[Span],
    width: usize,
    guide: Option<&[Span]>,
) -> Option<Vec<Option<Span>>> {
    let filled = |cell: &Span| (!cell.is_empty()).then_some(*cell);
    if mark != Mark::Gap || cells.len() == width {
        let mut row: Vec<Option<Span>> = cells.iter().map(filled).collect();
        row.resize(width, None);
        return Some(row);
    }
    let heads = guide?;
    let mut row = vec![None; width];
    for cell in cells {
        let nearest = (0..width).min_by_key(|&at| distance(letter, heads[at], *cell))?;
        if distance(letter, heads[nearest], *cell) > NEAR || row[nearest].replace(*cell).is_some() {
            return None;
        }
    }
    Some(row)
}

/// How many columns from the left hold labels: up to the first one with mostly figures that are not all periods.
fn label_columns(letter: &Letter<'_>, rows: &[Vec<Option<Span>>], width: usize, stub: Option<Span>) -> usize {
    let named = stub.is_some_and(|stub| is_stub(letter.folded.of(stub)));
    (0..width)
        .find(|&column| {
            let filled: Vec<Span> = rows.iter().filter_map(|row| row[column]).collect();
            let figures = filled.iter().filter(|cell| whole_cell(letter.folded.of(**cell)).is_some()).count();
            let periods = filled.iter().filter(|cell| is_period(letter, **cell)).count();
            let labels = column == 0 && (named || periods * 2 > figures || is_numbering(letter, &filled));
            figures * 2 >= filled.len().max(1) && !labels
        })
        .unwrap_or(width)
}

/// 1, 2, 3 … down the first column number the rows.
fn is_numbering(letter: &Letter<'_>, cells: &[Span]) -> bool {
    cells.len() > 2
        && cells.iter().enumerate().all(|(at, cell)| cell.of(letter.text).trim_end_matches('.') == (at + 1).to_string())
}

/// The heads over a column. A head row one cell short stands over the figures, not over the labels; a blank head in any
/// but the last row belongs to the head on its left.
fn column_heads(letter: &Letter<'_>, heads: &[(Span, Vec<Span>)], column: usize, width: usize) -> Vec<Span> {
    let mut over = Vec::new();
    for (at, (_, cells)) in heads.iter().enumerate() {
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        let shifted = filled + 1 == width && filled == cells.len() && !is_stub(letter.folded.of(cells[0]));
        let column = if shifted { column.checked_sub(1) } else { Some(column) };
        let Some(column) = column.filter(|&column| column < cells.len()) else { continue };
        let last = at + 1 == heads.len();
        let head = if last { Some(&cells[column]) } else { cells[..=column].iter().rfind(|cell| !cell.is_empty()) };
        over.extend(head.filter(|head| !head.is_empty()));
    }
    over
}

/// Splits labels from figures; a blank first label belongs to the one above.
fn label_rows(rows: Vec<Vec<Option<Span>>>, labels: usize) -> Vec<Row> {
    let mut above: Option<Span> = None;
    let mut labelled = Vec::with_capacity(rows.len());
    for row in rows {
        let (label, cells) = row.split_at(labels);
        let mut label: Vec<Option<Span>> = label.to_vec();
        if labels > 1 {
            if label[0].is_none() {
                label[0] = above;
            }
            above = label[0];
        }
        labelled.push(Row { label: label.into_iter().flatten().collect(), cells: cells.to_vec() });
    }
    labelled
}
