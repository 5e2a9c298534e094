//! What marks off the cells of one line: tabs, pipes, semicolons, commas, gaps.

use crate::text::Span;

/// What marks off the cells of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A tab between cells.
    Tab,
    /// A pipe between cells.
    Pipe,
    /// Semicolons, or commas without spaces, between cells.
    Sign,
    /// Two or more spaces between cells.
    Gap,
}

/// The mark and the cells of one line (empty cells included, for tabs and pipes); `None` for a line of one cell.
pub fn cells(text: &str, line: Span) -> Option<(Mark, Vec<Span>)> {
    let words = line.of(text);
    let (mark, cells) = if words.contains('|') {
        let inner = line.trim(text);
        let opened = inner.of(text).starts_with('|');
        let closed = inner.len() > 1 && inner.of(text).ends_with('|');
        let inner = Span::new(inner.start + usize::from(opened), inner.end - usize::from(closed));
        (Mark::Pipe, split(text, inner, "|"))
    } else if words.contains('\t') {
        (Mark::Tab, split(text, line, "\t"))
    } else if words.matches(" ; ").count() > 1 {
        (Mark::Sign, split(text, line, " ; "))
    } else if is_separated(words) {
        (Mark::Sign, split(text, line, ","))
    } else {
        let trimmed = line.trim(text);
        (Mark::Gap, split(text, trimmed, "  ").into_iter().filter(|cell| !cell.is_empty()).collect())
    };
    (cells.len() > 1).then_some((mark, cells))
}

/// "Ward,2022/23,2023/24": commas that part cells, no words and no thousands.
fn is_separated(words: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let thousands = words.split(',').skip(1).any(|cell| {
        cell.len() > 2 && cell[..cell.floor_char_boundary(3)].chars().all(digit) && !cell.starts_with("20")
    });
    if thousands || words.contains(", ") {
        return false;
    }
    let mut cells = words.trim().split(',');
    let label = cells.next().is_some_and(|label| label.is_empty() || label.contains(|c: char| c.is_ascii_alphabetic()));
    label
        && cells.clone().count() > 1
        && cells.all(|cell| !cell.is_empty() && cell.len() < 40 && !cell.starts_with(' '))
}

fn split(text: &str, within: Span, mark: &str) -> Vec<Span> {
    let mut start = within.start;
    let mut cells = Vec::new();
    for piece in within.of(text).split(mark) {
        cells.push(Span::new(start, start + piece.len()).trim(text));
        start += piece.len() + mark.len();
    }
    cells
}

/// A Markdown rule row: `|---|:--:|`.
pub fn is_rule(text: &str, cells: &[Span]) -> bool {
    cells.iter().all(|cell| cell.of(text).chars().all(|c| matches!(c, '-' | ':' | '=' | '_' | '+')))
        && cells.iter().any(|cell| cell.len() > 1)
}

/// A line that only rules off rows: `-----+------+-----`.
pub fn is_ruled(words: &str) -> bool {
    words.len() > 4 && words.bytes().all(|byte| matches!(byte, b'-' | b'=' | b'_' | b'+' | b'|' | b' '))
}
