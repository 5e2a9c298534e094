//! Forms whose entries are led to by dots: "Date of adoption ........ May 2024".

use std::sync::LazyLock;

use super::{Cell, Side, Table};
use crate::document::line::Line;
use crate::text::{Regex, Span};

/// A form has at least so many entries.
const ENTRIES: usize = 4;

/// A form is no longer than so many lines: what else looks like one is not read from each of its lines to its end.
const LINES: usize = 200;

/// Lines without dots between two entries: titles, and what goes on below an entry.
const BETWEEN: usize = 3;

/// Dots, or dots with spaces between, and what stands on both sides of them.
static LEADERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?P<asked>[^.\u{2026}]*[A-Za-z)?/][^.\u{2026}]*?) ?(?:(?: ?\.){5,}|\u{2026}{2,}\.*) ?(?P<filled>.*)$")
        .expect("a fixed pattern")
});

/// The form that begins at line `at`.
pub(super) fn read(text: &str, lines: &[Line], at: usize) -> Option<Table> {
    entry(text, &lines[at])?;
    let (mut cells, mut end): (Vec<Cell>, usize) = (Vec::new(), at);
    for (i, line) in lines.iter().enumerate().skip(at).take(LINES) {
        match entry(text, line) {
            Some((asked, filled)) => {
                cells.push(Cell { side: Side::Question, pieces: vec![asked] });
                cells.push(Cell { side: Side::Answer, pieces: filled.into_iter().collect() });
                end = i + 1;
            }
            // What is filled in may go on below, as far in.
            None if i == end && goes_on(&lines[i - 1], line) => {
                if let Some(last) = cells.last_mut() {
                    last.pieces.push(line.words);
                }
                end = i + 1;
            }
            None if i > end + BETWEEN => break,
            None => {}
        }
    }
    let filled = cells.iter().filter(|cell| cell.side == Side::Answer && !cell.pieces.is_empty()).count();
    (filled >= ENTRIES).then_some(Table { lines: at..end, cells })
}

/// What is asked in a line and what is filled in, with dots between.
fn entry(text: &str, line: &Line) -> Option<(Span, Option<Span>)> {
    let words = line.words.of(text);
    if line.furniture || !(words.contains("..") || words.contains(". .") || words.contains("\u{2026}\u{2026}")) {
        return None;
    }
    let found = LEADERS.captures(words)?;
    let place = |name| {
        let part = found.name(name)?;
        Some(Span::new(line.words.start + part.start(), line.words.start + part.end()).trim(text))
    };
    Some((place("asked")?, place("filled").filter(|filled| !filled.is_empty())))
}

/// True where a line goes on with what was filled in above: much further in than any entry begins.
fn goes_on(above: &Line, line: &Line) -> bool {
    const FURTHER: usize = 20;
    !line.is_blank() && line.indent >= above.indent.min(FURTHER) + FURTHER
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::line::read_lines;
    use crate::text::Lines;

    fn cells(text: &str) -> Option<Vec<String>> {
        let table = read(text, &read_lines(text, &Lines::new(text)), 0)?;
        let words = |cell: &Cell| cell.pieces.iter().map(|piece| piece.of(text)).collect::<Vec<_>>().join(" ");
        Some(table.cells.iter().map(words).collect())
    }

    #[test]
    fn dots_lead_to_what_is_filled_in() {
        let form = "Pledge signed ........ Y\nWhen ............ May 2024\n\nHow it is used ..... by ward\n                               managers\nPolicies . . . . . . None\n\nYours sincerely";
        let expected =
            ["Pledge signed", "Y", "When", "May 2024", "How it is used", "by ward managers", "Policies", "None"];
        assert_eq!(cells(form).unwrap(), expected);
        assert!(cells("Signed ............ Date ..........\n\nYes, but ... we wait").is_none());
    }
}
