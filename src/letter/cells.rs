//! Lines cut into cells, so that a label and its value are found side by side or one below the other.

use super::Letter;
use crate::text::Span;

/// The cells of a line: stretches parted by a tab, a bar or at least two spaces, without white space at their
/// ends. A cell holds a word.
pub(super) fn cells(text: &str, line: Span) -> Vec<Span> {
    let mut cells = Vec::new();
    let mut start = line.start;
    let mut gap = 0;
    for (i, c) in line.of(text).char_indices() {
        let at = line.start + i;
        gap = if c.is_whitespace() { gap + 1 } else { 0 };
        if c == '|' || c == '\t' || gap == 2 {
            push(text, &mut cells, Span::new(start, at).trim(text));
            start = at + c.len_utf8();
        }
    }
    push(text, &mut cells, Span::new(start, line.end).trim(text));
    cells
}

fn push(text: &str, cells: &mut Vec<Span>, cell: Span) {
    if !cell.is_empty() && cell.of(text).contains(|c: char| c.is_alphanumeric()) {
        cells.push(cell);
    }
}

/// The cells of the nearest line after (`step` 1) or before (`step` -1) line `index` that holds a word.
pub(super) fn neighbours(letter: &Letter, index: usize, step: isize) -> Vec<Span> {
    let spans = letter.lines.spans();
    let mut at = index;
    for _ in 0..4 {
        let Some(next) = at.checked_add_signed(step).filter(|&next| next < spans.len()) else { break };
        at = next;
        if spans[at].of(letter.text).contains(|c: char| c.is_alphanumeric()) {
            return cells(letter.text, spans[at]);
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_at_wide_gaps_tabs_and_bars() {
        let words = |line: &str| -> Vec<String> {
            cells(line, Span::new(0, line.len())).iter().map(|cell| cell.of(line).to_owned()).collect()
        };
        assert_eq!(words("FOI Ref: 24872      Received: 16 April 2025"), ["FOI Ref: 24872", "Received: 16 April 2025"]);
        assert_eq!(words("| a b | c\td |"), ["a b", "c", "d"]);
        assert_eq!(words("   "), Vec::<String>::new());
    }
}
