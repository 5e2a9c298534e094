//! Cells one to a line, as some extraction leaves them → a [`Table`].

use super::Letter;
use super::figure::whole_cell;
use super::grid::is_period;
use super::heads::{is_pointer, split};
use super::nouns::Nouns;
use super::table::{Row, Table};
use crate::text::Span;

/// As many cells are looked at; a longer table goes on as another.
pub const MOST_CELLS: usize = 200;

/// No cell is longer, in bytes.
const LONGEST: usize = 80;
/// No table of this drawing has more heads and captions above its first figure.
const MOST_HEADS: usize = 12;

/// What a line may be in such a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A figure, or what stands for one that is hidden.
    Figure,
    /// A period and nothing else.
    Period,
    /// A few words that are no sentence.
    Words,
}

/// What the line is; `None` for a sentence, and for a line that is too long.
pub fn cell(letter: &Letter<'_>, line: Span) -> Option<Cell> {
    if line.is_empty() || line.len() > LONGEST {
        return None;
    }
    let words = letter.folded.of(line);
    if is_period(letter, line) {
        return Some(Cell::Period);
    }
    if whole_cell(words).is_some() {
        return Some(Cell::Figure);
    }
    let sentence = words.ends_with(['.', '?', ';', ',']) || words.contains(". ") || words.split(' ').count() > 10;
    (!sentence && words.contains(|c: char| c.is_ascii_alphabetic())).then_some(Cell::Words)
}

/// Reads `cells`, a run of lines with what each is, as a table. Gives it and how many cells it takes.
pub fn read(letter: &Letter<'_>, cells: &[(Span, Cell)]) -> Option<(Table, usize)> {
    let first = cells.iter().take(MOST_HEADS).position(|(_, cell)| *cell == Cell::Figure)?;
    let run = |from: usize, kind: fn(Cell) -> bool| cells[from..].iter().take_while(|(_, cell)| kind(*cell)).count();
    let figures = run(first, |cell| cell == Cell::Figure);
    let periods = cells[..first].iter().rev().take_while(|(_, cell)| *cell == Cell::Period).count();
    if periods > 1 && periods == figures && cells.get(first + figures).is_none_or(|(_, cell)| *cell != Cell::Figure) {
        let from = first - periods;
        return Some((all_then_all(&cells[from..first + figures], periods), first + figures));
    }
    by_turns(letter, cells, first, figures)
}

/// `2019`, `2020`, `7`, `<5`: all heads, then all figures.
fn all_then_all(cells: &[(Span, Cell)], periods: usize) -> Table {
    let row = |at: usize| Row { label: vec![cells[at].0], cells: vec![Some(cells[at + periods].0)] };
    let span = cells[0].0.join(cells[cells.len() - 1].0);
    Table { columns: vec![Vec::new()], rows: (0..periods).map(row).collect(), span, ..Table::default() }
}

/// `Year`, `Upheld`, `2019`, `7`, `2020`, `<5`: heads, then rows of a label and `width` figures. More than one figure a row
/// needs as many heads above.
fn by_turns(letter: &Letter<'_>, cells: &[(Span, Cell)], first: usize, width: usize) -> Option<(Table, usize)> {
    let from = first.checked_sub(1)?;
    let is_row = |row: &&[(Span, Cell)]| {
        row[0].1 != Cell::Figure
            && row[1..].iter().all(|(_, cell)| *cell == Cell::Figure)
            && (row[0].1 == Cell::Period || !is_guarded(letter, row[0].0, row[1].0))
    };
    // The last row may be cut short where its last cells are signs that were lost.
    let short = |row: &&[(Span, Cell)]| row.len() == width + 1 || (row.len() > 1 && from + row.len() < cells.len());
    let rows: Vec<&[(Span, Cell)]> = cells[from..].chunks(width + 1).take_while(short).take_while(is_row).collect();
    let end = from + rows.iter().map(|row| row.len()).sum::<usize>();
    let heads: Vec<Span> = cells[..from].iter().map(|(span, _)| *span).collect();
    let cut = heads.len().checked_sub(width);
    // "Unit / 2023 / 2024": the heads may share a line.
    let on_one_line = heads
        .last()
        .and_then(|line| split(letter, *line, width))
        .filter(|(stub, columns)| width > 1 && columns.len() == width && stub.is_some());
    if rows.is_empty() || (width > 1 && cut.is_none() && on_one_line.is_none()) {
        return None;
    }
    let mut table = Table { span: cells[from].0.join(cells[end.max(1) - 1].0), ..Table::default() };
    table.columns = vec![Vec::new(); width];
    if let Some((stub, columns)) = on_one_line {
        table.columns = columns.into_iter().map(|head| vec![head]).collect();
        table.stub = stub.into_iter().collect();
    } else if let Some(cut) = cut {
        let (above, columns) = heads.split_at(cut);
        // A single line above figures with labels is their caption, two are the heads of labels and figures.
        if width > 1 || !above.is_empty() {
            table.columns = columns.iter().map(|head| vec![*head]).collect();
            table.stub = above.last().copied().into_iter().collect();
            table.caption =
                above.len().checked_sub(2).map(|at| above[at]).filter(|line| !is_pointer(letter.folded.of(*line)));
        } else {
            table.caption = columns.first().copied();
        }
    }
    let row = |row: &&[(Span, Cell)]| Row {
        label: vec![row[0].0],
        cells: (1..=width).map(|at| row.get(at).map(|(span, _)| *span)).collect(),
    };
    table.rows = rows.iter().map(row).collect();
    Some((table, end))
}

/// "Page" above "2": no count.
fn is_guarded(letter: &Letter<'_>, label: Span, figure: Span) -> bool {
    let view = letter.folded.forth(label.join(figure));
    let at = letter.folded.forth(figure).start - view.start;
    Nouns::shipped().guard(view.of(letter.folded.text()), Span::new(at, view.len()))
}
