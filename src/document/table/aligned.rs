//! Two columns set side by side under their headings.

use std::sync::LazyLock;

use regex::Regex;

use super::{ANSWER, Cell, QUESTION, Side, Table};
use crate::document::line::Line;
use crate::document::parse_label;
use crate::text::Span;

/// A heading that names the request, whatever else it says.
static ASKED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^[^.:?]{0,24}(?-u:\b)(?:questions?|requested|request|asked|enquiry)(?-u:\b)[^.:?]{0,24}$")
        .expect("a fixed pattern")
});

/// Two columns set side by side: a header line names them, and where the second begins the answers begin. A row begins
/// with a label, or with what asks behind a blank line.
pub(super) fn read(text: &str, lines: &[Line], at: usize) -> Option<Table> {
    let column = answer_column(text, &lines[at]).or_else(|| column_below(text, lines, at))?;
    let header = lines[at].words.of(text);
    let (mut cells, mut end, mut last_row): (Vec<Cell>, usize, usize) = (Vec::new(), at + 1, at + 1);
    let mut gap = false;
    while let Some(line) = lines.get(end) {
        end += 1;
        if line.is_blank() || line.furniture || answer_column(text, line).is_some() || line.words.of(text) == header {
            // A page break inside a row does not end it.
            gap |= line.is_blank() && !line.spacing;
            continue;
        }
        let Some((left, right)) = split_at_column(text, line, column).or_else(|| title(text, lines, end, column))
        else {
            break;
        };
        last_row = end;
        let anew =
            |left: Span| parse_label(left.of(text)).is_some() || gap && left.of(text).starts_with(char::is_uppercase);
        let begins = left.is_some_and(anew) || cells.is_empty();
        gap = false;
        if begins {
            cells.push(Cell { side: Side::Question, pieces: Vec::new() });
            cells.push(Cell { side: Side::Answer, pieces: Vec::new() });
        }
        let place = cells.len() - 2;
        cells[place].pieces.extend(left);
        cells[place + 1].pieces.extend(right);
    }
    (cells.len() > 2).then_some(Table { lines: at..last_row, cells })
}

/// Within so many lines both columns must be seen.
const ROWS: usize = 8;

/// The title of a group of rows, which may run across both columns: a short line with rows below it.
fn title(text: &str, lines: &[Line], end: usize, column: usize) -> Option<(Option<Span>, Option<Span>)> {
    let line = &lines[end - 1];
    let words = line.words.of(text);
    let short = words.len() < column + 24 && !words.contains("   ") && !words.ends_with('.');
    let mut below = lines[end..].iter().filter(|line| !line.is_blank() && !line.furniture).take(ROWS);
    let rows = below.any(|line| matches!(split_at_column(text, line, column), Some((Some(_), Some(_)))));
    (short && rows).then_some((Some(line.words), None))
}

/// The column, in characters, at which "ANSWER" stands in a header line `QUESTION      ANSWER`.
fn answer_column(text: &str, line: &Line) -> Option<usize> {
    let words = line.words.of(text);
    let gap = words.find("   ")?;
    let second = words[gap..].trim_start();
    (QUESTION.is_match(&words[..gap]) && ANSWER.is_match(second))
        .then(|| line.indent + words[..words.len() - second.len()].chars().count())
}

/// The column at which answers begin below a line that names the request in words of its own, "Your questions of 1 May":
/// most lines below it have two halves there.
fn column_below(text: &str, lines: &[Line], at: usize) -> Option<usize> {
    const BOTH: usize = 3;
    let line = &lines[at];
    let words = line.words.of(text);
    let gap = words.find("   ")?;
    let second = words[gap..].trim_start();
    if !ASKED.is_match(&words[..gap]) || second.contains("   ") {
        return None;
    }
    let column = line.indent + words[..words.len() - second.len()].chars().count();
    let below = lines[at + 1..].iter().filter(|line| !line.is_blank() && !line.furniture).take(ROWS);
    let both = below.filter(|line| matches!(split_at_column(text, line, column), Some((Some(_), Some(_)))));
    (both.count() >= BOTH).then_some(column)
}

/// The two halves of a line, cut at `column`; `None` where a word runs across it.
pub(super) fn split_at_column(text: &str, line: &Line, column: usize) -> Option<(Option<Span>, Option<Span>)> {
    if line.indent + 2 >= column {
        return (line.indent <= column + 2).then_some((None, Some(line.words)));
    }
    let words = line.words.of(text);
    let Some((cut, _)) = words.char_indices().nth(column - line.indent) else {
        return (words.chars().count() + line.indent < column).then_some((Some(line.words), None));
    };
    let left = &words[..cut];
    (left.ends_with("  ") || left.ends_with(' ') && left.trim_end().len() + 1 == cut).then(|| {
        (
            Some(Span::new(line.words.start, line.words.start + cut).trim(text)),
            Some(Span::new(line.words.start + cut, line.words.end)),
        )
    })
}
