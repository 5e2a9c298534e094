//! Tables of questions and answers: bars, tabs, two columns set side by side under their headings, or pulled apart,
//! or cells one a line.

mod aligned;
mod apart;
mod form;
mod leaders;
mod stacked;

use std::sync::LazyLock;

use crate::text::Regex;

use super::line::Line;
use crate::text::Span;

/// Which side of a table a cell belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// A question's number or words.
    Question,
    /// An answer.
    Answer,
}

/// One cell: its stretches of the letter, line by line.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// Its side.
    pub side: Side,
    /// Its stretches; none where it is empty.
    pub pieces: Vec<Span>,
}

/// A table of questions and answers: the lines it takes (half-open, 0-based) and its cells in reading order.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub lines: std::ops::Range<usize>,
    pub cells: Vec<Cell>,
}

static QUESTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^[*\s]*(?:(?:no|number|ref|item)\.?\s+)?(?:your |the |foi )?(?:questions?|requests?|what you asked(?: for)?|you asked|information requested|wording of (?:the )?(?:question|request)|enquiry|query|you asked us|details of request|topics?)[*\s:]*$")
        .expect("a fixed pattern")
});

/// The head of a column of numbers.
static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)^[*\s]*(?:no|number|ref|item|part|q|#)\.?[*\s:]*$").expect("a fixed pattern"));

static ANSWER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^[*\s]*(?:our |the |trust |trust's |foi )?(?:answers?|responses?|repl(?:y|ies)|[a-z]{2,12} (?:response|answer|reply)|(?:what )?we (?:can )?(?:said|say|found|hold|tell you|answer|answered|replied)|what (?:i|we) (?:was|were) told|information (?:provided|held|supplied|disclosed|released)|(?:trust'?s? |our )?(?:comments?|position|findings?|decision))[*\s:]*$")
        .expect("a fixed pattern")
});

/// Every table of questions and answers in `lines`.
pub(super) fn find_tables(text: &str, lines: &[Line]) -> Vec<Table> {
    let heads: Vec<Option<aligned::Columns>> = lines.iter().map(|line| aligned::header(text, line)).collect();
    let mut tables = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        match read_barred(text, lines, at, '|')
            .or_else(|| read_unheaded(text, lines, at))
            .or_else(|| read_barred(text, lines, at, '\t'))
            .or_else(|| aligned::read(text, lines, &heads, at))
            .or_else(|| form::read(text, lines, at))
            .or_else(|| leaders::read(text, lines, at))
            .or_else(|| stacked::read(text, lines, at))
            .or_else(|| apart::read(text, lines, at))
        {
            Some(table) => {
                at = table.lines.end;
                tables.push(table);
            }
            None => at += 1,
        }
    }
    tables
}

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
fn read_barred(text: &str, lines: &[Line], at: usize, bar: char) -> Option<Table> {
    if !lines[at].words.of(text).contains(bar) {
        return None;
    }
    let (question, answer) = header(text, &split_cells(text, &lines[at], bar))?;
    let mut cells: Vec<Cell> = Vec::new();
    let mut end = at + 1;
    while let Some(line) = lines.get(end) {
        let words = line.words.of(text);
        if let Some(next) = row_below(text, lines, (at, end), bar).filter(|_| !cells.is_empty()) {
            let further = lines[end..next].iter().filter(|line| !line.is_blank() && !line.furniture);
            if let Some(last) = cells.last_mut() {
                last.pieces.extend(further.map(|line| line.words));
            }
            end = next;
            continue;
        }
        if let Some(closing) = closing_line(text, lines, at, end).filter(|_| bar == '|') {
            read_row(text, line, bar, (question, answer), 0, &mut cells);
            if let Some(last) = cells.last_mut() {
                let further = lines[end + 1..=closing].iter().filter(|line| !line.is_blank() && !line.furniture);
                last.pieces.extend(further.map(|line| unbarred(text, line)).filter(|piece| !piece.is_empty()));
            }
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
        let head_again = words == lines[at].words.of(text);
        if !head_again && !words.chars().all(|c| "|-: \t=+".contains(c)) {
            // Tabs at the start of a line were trimmed with the indent: they are empty cells all the same.
            let lead =
                if bar == '\t' { text[..line.words.start].chars().rev().take_while(|c| *c == '\t').count() } else { 0 };
            read_row(text, line, bar, (question, answer), lead, &mut cells);
        }
        end += 1;
    }
    (end > at + 1).then_some(Table { lines: at..end, cells })
}

/// A cell of more lines than this is none.
const TALLEST: usize = 40;

/// The line that closes the row which opens in line `at`, where its last cell goes over several lines: every row of a table
/// whose head is barred on both sides ends in a bar.
fn closing_line(text: &str, lines: &[Line], head: usize, at: usize) -> Option<usize> {
    let words = |line: &Line| line.words.of(text);
    let barred = words(&lines[head]).starts_with('|') && words(&lines[head]).ends_with('|');
    let opens = words(&lines[at]).starts_with('|') && !words(&lines[at]).ends_with('|');
    let below = lines.iter().enumerate().skip(at + 1).take(TALLEST);
    let (closing, line) = below.filter(|_| barred && opens).find(|(_, line)| words(line).contains('|'))?;
    (words(line).ends_with('|') && !words(line).starts_with('|')).then_some(closing)
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
    (bars(next.1) == bars(&lines[head])).then_some(next.0)
}

/// The words of a line without the bar at its end.
fn unbarred(text: &str, line: &Line) -> Span {
    let words = line.words.of(text);
    Span::new(line.words.start, line.words.start + words.strip_suffix('|').unwrap_or(words).len()).trim(text)
}

/// A table with bars and without such a header: the column whose cells end in question marks asks, the next one answers.
fn read_unheaded(text: &str, lines: &[Line], at: usize) -> Option<Table> {
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
        if !line.words.of(text).chars().all(|c| "|-: \t=+".contains(c)) {
            read_row(text, line, '|', (question, question + 1), 0, &mut cells);
        }
    }
    Some(Table { lines: at..at + rows.len(), cells })
}

fn read_row(
    text: &str,
    line: &Line,
    bar: char,
    (question, answer): (usize, usize),
    lead: usize,
    cells: &mut Vec<Cell>,
) {
    let row = split_cells(text, line, bar);
    let cell =
        |column: usize| column.checked_sub(lead).and_then(|i| row.get(i)).copied().filter(|cell| !cell.is_empty());
    let asked: Vec<Span> = (0..answer.min(question + 1)).filter_map(cell).collect();
    let reply = cell(answer);
    match (asked.is_empty(), reply, cells.last_mut()) {
        // A row without a question goes on with the answer above.
        (true, Some(reply), Some(last)) if last.side == Side::Answer => last.pieces.push(reply),
        (true, ..) => {}
        _ => {
            cells.push(Cell { side: Side::Question, pieces: asked });
            cells.push(Cell { side: Side::Answer, pieces: reply.into_iter().collect() });
        }
    }
}
