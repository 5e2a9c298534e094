//! Tables whose cells stand between bars or tabs, with a header that names both columns or without.

use super::{ANSWER, Cell, QUESTION, Side, Table};
use crate::document::line::Line;
use crate::document::number::Number;
use crate::text::Span;

/// The cells of a row, without the bars at its ends.
fn split_cells(text: &str, line: &Line, bar: char) -> Vec<Span> {
    let words = line.words.of(text);
    let inner = if bar == '|' { words.strip_prefix(bar).unwrap_or(words) } else { words };
    let mut start = line.words.end - inner.len();
    let inner = if bar == '|' { inner.strip_suffix(bar).unwrap_or(inner) } else { inner };
    let mut cells = Vec::new();
    for cell in inner.split(bar) {
        cells.push(Span::new(start, start + cell.len()).trim(text));
        start += cell.len() + bar.len_utf8();
    }
    cells
}

/// The columns of question and answer that a header row names.
fn header(text: &str, cells: &[Span]) -> Option<(usize, usize)> {
    let question = cells.iter().position(|cell| QUESTION.is_match(cell.of(text)))?;
    let answer = cells.iter().position(|cell| ANSWER.is_match(cell.of(text)))?;
    (question < answer).then_some((question, answer))
}

/// A table with bars or tabs, whose header names both columns.
pub(super) fn read(text: &str, lines: &[Line], at: usize, bar: char) -> Option<Table> {
    if !lines[at].words.of(text).contains(bar) {
        return None;
    }
    let (question, answer) = header(text, &split_cells(text, &lines[at], bar))?;
    let mut cells: Vec<Cell> = Vec::new();
    let mut end = at + 1;
    while let Some(line) = lines.get(end) {
        let words = line.words.of(text);
        if let Some(next) = row_below(text, lines, (at, end), bar).filter(|_| !cells.is_empty()) {
            go_on(&mut cells, printed(&lines[end..next]).map(|line| line.words));
            end = next;
            continue;
        }
        if let Some(closing) = closing_line(text, lines, at, end).filter(|_| bar == '|') {
            add_row(wrapped_row(text, &lines[end..=closing]), (question, answer), &mut cells);
            end = closing + 1;
            continue;
        }
        if line.is_blank() || line.furniture {
            let next = lines.get(end + 1);
            if next.is_none_or(|next| {
                !next.words.of(text).contains(bar) && row_below(text, lines, (at, end + 1), bar).is_none()
            }) {
                break;
            }
            end += 1;
            continue;
        }
        // A row may begin with an empty cell, whose tab was read as indent.
        let tabbed = bar == '\t' && text[..line.words.start].ends_with(bar);
        if !(words.contains(bar) || tabbed) {
            break;
        }
        // The head comes back on the next page.
        if words != lines[at].words.of(text) && !is_rule(words) {
            read_row(text, line, bar, (question, answer), &mut cells);
        }
        end += 1;
    }
    (end > at + 1).then_some(Table { lines: at..end, cells })
}

/// The lines that hold words of the letter.
fn printed(lines: &[Line]) -> impl Iterator<Item = &Line> {
    lines.iter().filter(|line| !line.is_blank() && !line.furniture)
}

/// Adds to the last cell what it says further down.
fn go_on(cells: &mut [Cell], further: impl Iterator<Item = Span>) {
    if let Some(last) = cells.last_mut() {
        last.pieces.extend(further);
    }
}

/// True for a line that is drawn between two rows.
fn is_rule(words: &str) -> bool {
    words.chars().all(|c| "|-: \t=+".contains(c))
}

/// A cell of more lines than this is none.
const TALLEST: usize = 40;

/// The line that closes the row which opens in line `at`, where its cells go over several lines: every row of a table whose head is
/// barred on both sides ends in a bar.
fn closing_line(text: &str, lines: &[Line], head: usize, at: usize) -> Option<usize> {
    let words = |line: &Line| line.words.of(text);
    let barred = words(&lines[head]).starts_with('|') && words(&lines[head]).ends_with('|');
    let opens = words(&lines[at]).starts_with('|') && !words(&lines[at]).ends_with('|');
    let mut below = lines.iter().enumerate().skip(at + 1).take(TALLEST).filter(|_| barred && opens);
    let (closing, line) = below.find(|(_, line)| words(line).starts_with('|') || words(line).ends_with('|'))?;
    (!words(line).starts_with('|')).then_some(closing)
}

/// The next row of a table with tabs, where its last cell goes on in other paragraphs before: rows have as many cells as the
/// head.
fn row_below(text: &str, lines: &[Line], (head, at): (usize, usize), bar: char) -> Option<usize> {
    const FURTHER: usize = 8;
    let bars = |line: &Line| line.words.of(text).matches(bar).count();
    let words = lines[at].words.of(text);
    let goes_on = bar == '\t' && !words.is_empty() && bars(&lines[at]) == 0;
    let mut below = lines.iter().enumerate().skip(at + 1).take(FURTHER);
    let next = below.find(|(_, line)| goes_on && bars(line) > 0)?;
    // Where the rows are numbered, another table is none of them.
    let labelled =
        |line: &Line| split_cells(text, line, bar).first().is_some_and(|cell| Number::parse(cell.of(text)).is_some());
    let numbered = lines.get(head + 1).is_some_and(labelled);
    (bars(next.1) == bars(&lines[head]) && (!numbered || labelled(next.1))).then_some(next.0)
}

/// The cells of a row that goes over several lines: each goes on in the next line up to its bar.
fn wrapped_row(text: &str, lines: &[Line]) -> Vec<Vec<Span>> {
    let mut row: Vec<Vec<Span>> = Vec::new();
    for line in printed(lines) {
        let mut pieces = split_cells(text, line, '|').into_iter();
        if let Some(open) = row.last_mut() {
            open.extend(pieces.next());
        }
        row.extend(pieces.map(|piece| vec![piece]));
    }
    for cell in &mut row {
        cell.retain(|piece| !piece.is_empty());
    }
    row
}

/// A table with bars and without such a header: the column whose cells end in question marks asks, the next one answers.
pub(super) fn read_unheaded(text: &str, lines: &[Line], at: usize) -> Option<Table> {
    const FEWEST: usize = 3;
    let barred = |line: &&Line| line.words.of(text).matches('|').count() > 1;
    if at > 0 && barred(&&lines[at - 1]) {
        return None;
    }
    let rows: Vec<Vec<Span>> = lines[at..].iter().take_while(barred).map(|line| split_cells(text, line, '|')).collect();
    let asks = |column: usize| {
        rows.iter()
            .filter(|row| row.get(column).is_some_and(|cell| cell.of(text).trim_end_matches('*').ends_with('?')))
            .count()
    };
    let question =
        (0..rows.iter().map(Vec::len).max()?).max_by_key(|&column| (asks(column), std::cmp::Reverse(column)))?;
    if asks(question) < FEWEST || rows.iter().any(|row| row.len() < question + 2) {
        return None;
    }
    let mut cells: Vec<Cell> = Vec::new();
    for line in &lines[at..at + rows.len()] {
        if !is_rule(line.words.of(text)) {
            read_row(text, line, '|', (question, question + 1), &mut cells);
        }
    }
    Some(Table { lines: at..at + rows.len(), cells })
}

/// Reads a row into the cells of its question and its answer.
fn read_row(text: &str, line: &Line, bar: char, (question, answer): (usize, usize), cells: &mut Vec<Cell>) {
    // Tabs at the start of a line were trimmed with the indent: they are empty cells all the same.
    let indent = text[..line.words.start].chars().rev();
    let lead = if bar == '\t' { indent.take_while(|c| *c == '\t').count() } else { 0 };
    let row = split_cells(text, line, bar);
    let row = vec![Vec::new(); lead].into_iter().chain(row.into_iter().map(|cell| vec![cell])).collect();
    add_row(row, (question, answer), cells);
}

/// Adds the question and the answer of a row.
fn add_row(row: Vec<Vec<Span>>, (question, answer): (usize, usize), cells: &mut Vec<Cell>) {
    let mut row = row.into_iter().map(|cell| cell.into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>());
    let asked: Vec<Span> = row.by_ref().take(answer.min(question + 1)).flatten().collect();
    let reply = row.nth(answer - answer.min(question + 1)).unwrap_or_default();
    match cells.last_mut() {
        // A row without a question goes on with the answer above.
        Some(last) if asked.is_empty() && last.side == Side::Answer => last.pieces.extend(reply),
        _ if asked.is_empty() => {}
        _ => {
            cells.push(Cell { side: Side::Question, pieces: asked });
            cells.push(Cell { side: Side::Answer, pieces: reply });
        }
    }
}
