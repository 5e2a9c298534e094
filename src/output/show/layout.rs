//! One line of a letter as rows of a screen: tabs opened, controls made visible, long lines wrapped at spaces.

use crate::output::screen::{picture, width};
use crate::text::Span;

/// Columns from one tab stop to the next.
const TAB: usize = 4;

/// A row of the screen.
#[derive(Clone, Debug, Default)]
pub struct Row {
    cells: Vec<Cell>,
}

/// One character of the letter as it is shown.
#[derive(Clone, Debug)]
struct Cell {
    at: usize,
    column: usize,
    shown: String,
    wide: usize,
}

impl Row {
    /// What the row shows, without white space at its end.
    pub fn shown(&self) -> String {
        let shown: String = self.cells.iter().map(|cell| cell.shown.as_str()).collect();
        shown.trim_end().to_owned()
    }

    /// The columns, from and up to, that `span` of the letter takes on this row; `None` where it takes none.
    pub fn columns(&self, span: Span) -> Option<(usize, usize)> {
        let mut inside = self.cells.iter().filter(|cell| span.holds(cell.at) && cell.wide > 0);
        let first = inside.next()?;
        let last = inside.next_back().unwrap_or(first);
        Some((first.column, last.column + last.wide))
    }

    /// True where `offset` lies before the end of the row's last character.
    pub fn reaches(&self, offset: usize) -> bool {
        self.cells.last().is_some_and(|cell| cell.at >= offset)
    }
}

/// The rows of `line` of `text`, at most `room` columns each; an empty line is one empty row.
pub fn rows(text: &str, line: Span, room: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut row = Row::default();
    for (i, c) in line.of(text).char_indices() {
        let mut next = cell(line.start + i, c, end(&row));
        // Twice where the word taken to the next row leaves no room there either.
        while next.column + next.wide > room && !row.cells.is_empty() {
            let rest = break_row(&mut row);
            rows.push(std::mem::replace(&mut row, rest));
            next = cell(next.at, c, end(&row));
        }
        row.cells.push(next);
    }
    rows.push(row);
    rows
}

fn end(row: &Row) -> usize {
    row.cells.last().map_or(0, |cell| cell.column + cell.wide)
}

fn cell(at: usize, c: char, column: usize) -> Cell {
    let shown = match c {
        '\t' => " ".repeat(TAB - column % TAB),
        _ => picture(c).unwrap_or_else(|| c.to_string()),
    };
    let wide = width(&shown);
    Cell { at, column, shown, wide }
}

/// Takes the last word off a full row, to begin the next; a row without a space is left full.
fn break_row(row: &mut Row) -> Row {
    let space = row.cells.iter().rposition(|cell| cell.shown.starts_with([' ', '\u{a0}']));
    let Some(space) = space.filter(|&space| row.cells[..space].iter().any(|cell| cell.shown.trim() != "")) else {
        return Row::default();
    };
    let mut rest = row.cells.split_off(space + 1);
    let mut column = 0;
    for cell in &mut rest {
        cell.column = column;
        column += cell.wide;
    }
    Row { cells: rest }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, room: usize) -> Vec<String> {
        rows(text, Span::new(0, text.len()), room).iter().map(Row::shown).collect()
    }

    #[test]
    fn lines_wrap_at_spaces_and_long_words_anywhere() {
        assert_eq!(shown("one two three", 8), ["one two", "three"]);
        assert_eq!(shown("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(shown("", 8), [""]);
        assert_eq!(shown("a bcdefg\u{202e}", 8), ["a", "bcdefg", "\\u{202e}"]);
        assert_eq!(shown("  indented", 8), ["  indent", "ed"]);
    }

    #[test]
    fn columns_count_wide_characters_tabs_and_controls() {
        let text = "日本\tx\u{1b}y e\u{301}z";
        let row = &rows(text, Span::new(0, text.len()), 40)[0];
        assert_eq!(row.shown(), "日本    x␛y e\u{301}z");
        let x = text.find('x').unwrap();
        assert_eq!(row.columns(Span::new(x, x + 1)), Some((8, 9)));
        let z = text.find('z').unwrap();
        assert_eq!(row.columns(Span::new(z, z + 1)), Some((13, 14)));
        assert_eq!(row.columns(Span::new(0, "日".len())), Some((0, 2)));
    }
}
