//! Two columns set side by side under their headings.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::text::Regex;

use super::{ANSWER, Cell, NUMBER, QUESTION, Side, Table};
use crate::document::line::Line;
use crate::document::parse_label;
use crate::text::Span;

/// A heading that names the request, whatever else it says.
static ASKED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^[^.:?]{0,24}(?-u:\b)(?:questions?|requested|request|asked|enquiry)(?-u:\b)[^.:?]{0,24}$")
        .expect("a fixed pattern")
});

/// A column that says where an answer comes from, and answers nothing itself.
static SOURCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:(?:information )?(?:source|owner)|lead|dep(?:artmen)?t\.?|directorate|division|team|(?:provided|answered|supplied|held) by|respondent|officer|from|who)$")
        .expect("a fixed pattern")
});

/// Where, in characters, the answers begin, and where a column of their sources does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    answer: usize,
    source: Option<usize>,
}

/// One line of a table: what is asked, what is answered.
type Halves = (Option<Span>, Option<Span>);

/// Two columns set side by side: a header line names them, and where the second begins the answers begin.
pub(super) fn read(text: &str, lines: &[Line], heads: &[Option<Columns>], at: usize) -> Option<Table> {
    let headed = heads[at].map(|columns| settle(text, lines, at, columns));
    let columns = headed.or_else(|| column_below(text, lines, at))?;
    let rows = read_rows(text, lines, heads, at, columns);
    let length = |left: Span| left.of(text).chars().count();
    let width = rows.iter().filter_map(|row| row.halves.0).map(length).max().unwrap_or(0);
    let mut cells: Vec<Cell> = Vec::new();
    for row in &rows {
        let (left, right) = row.halves;
        let above = cells.len().checked_sub(2).and_then(|asked| cells[asked].pieces.last());
        let room = above.map_or(0, |above| width.saturating_sub(length(*above)));
        if cells.is_empty()
            || left.is_some_and(|left| opens_row(left.of(text), row.gap, right.map(|right| right.of(text)), room))
        {
            cells.push(Cell { side: Side::Question, pieces: Vec::new() });
            cells.push(Cell { side: Side::Answer, pieces: Vec::new() });
        }
        let place = cells.len() - 2;
        cells[place].pieces.extend(left);
        cells[place + 1].pieces.extend(right);
    }
    (cells.len() > 2).then(|| Table { lines: at..rows.last().map_or(at, |row| row.at) + 1, cells })
}

/// The columns of a header whose answers begin a few characters beside it, as centred heads have them: where most do.
fn settle(text: &str, lines: &[Line], at: usize, columns: Columns) -> Columns {
    const BESIDE: usize = 6;
    const FEW: usize = 2;
    let mut starts: BTreeMap<usize, usize> = BTreeMap::new();
    for line in lines[at + 1..].iter().filter(|line| !line.is_blank() && !line.furniture).take(ROWS) {
        let words = line.words.of(text);
        let behind = |(gap, _): (usize, &str)| {
            let second = words[gap..].trim_start();
            let column = line.indent + words[..words.len() - second.len()].chars().count();
            (!second.is_empty() && column.abs_diff(columns.answer) <= BESIDE).then_some(column)
        };
        if let Some(column) = words.match_indices("  ").find_map(behind) {
            *starts.entry(column).or_default() += 1;
        }
    }
    let most = starts.into_iter().max_by_key(|(_, times)| *times).filter(|(_, times)| *times >= FEW);
    Columns { answer: most.map_or(columns.answer, |(column, _)| column), ..columns }
}

/// One line of a table: where it stands, whether a blank line stands before it, what is asked, what is answered.
struct Row {
    at: usize,
    gap: bool,
    halves: Halves,
}

/// A table is no longer than so many lines: what looks like many is not read from each of its heads to its end.
const LINES: usize = 1000;

/// The lines of the table below its header.
fn read_rows(text: &str, lines: &[Line], heads: &[Option<Columns>], at: usize, columns: Columns) -> Vec<Row> {
    let words = lines[at].words.of(text);
    let mut rows = Vec::new();
    let mut gap = false;
    for (i, line) in lines.iter().enumerate().skip(at + 1).take(LINES) {
        let rule = line.words.of(text).chars().all(|c| "-=_ ".contains(c));
        if rule || line.furniture || heads[i].is_some() || line.words.of(text) == words {
            // A page break inside a row does not end it.
            gap |= line.is_blank() && !line.spacing;
            continue;
        }
        if line.words.of(text).starts_with("Dear ") {
            break;
        }
        let title = || title(text, lines, i + 1, columns.answer);
        let Some(halves) = split_line(text, line, columns).or_else(title) else { break };
        rows.push(Row { at: i, gap, halves });
        gap = false;
    }
    rows
}

/// True where a row begins with what is asked in a line: with a label, with a capital behind a blank line, or with one where
/// the line above, which has `room` for so many characters, could have taken its first word, and an answer begins, too.
fn opens_row(asked: &str, gap: bool, answered: Option<&str>, room: usize) -> bool {
    let first = asked.split_whitespace().next().unwrap_or("").chars().count();
    let begins = |words: &str| {
        let word = words.split_whitespace().next().unwrap_or("");
        word.contains(|c: char| c.is_uppercase() || c.is_ascii_digit())
    };
    parse_label(asked).is_some()
        || asked.starts_with(char::is_uppercase) && (gap || room > first + RAGGED && answered.is_some_and(begins))
}

/// Lines are broken so many characters early without a reason.
const RAGGED: usize = 1;

/// The two halves of a line, without the source of the answer.
fn split_line(text: &str, line: &Line, columns: Columns) -> Option<Halves> {
    let Some(source) = columns.source else { return split_at_column(text, line, columns.answer) };
    let whole = line.words;
    let answered = match split_at_column(text, line, source)? {
        (Some(before), _) => before,
        (None, _) => return Some((None, None)),
    };
    split_at_column(text, &Line { words: Span::new(whole.start, answered.end), ..*line }, columns.answer)
}

/// Within so many lines both columns must be seen.
const ROWS: usize = 8;

/// The title of a group of rows, which may run across both columns: a short line, or a numbered one that ends in a colon, with
/// rows below it.
fn title(text: &str, lines: &[Line], end: usize, column: usize) -> Option<Halves> {
    let line = &lines[end - 1];
    let words = line.words.of(text);
    let label = parse_label(words).map(|(_, taken)| taken);
    let title = &words[label.unwrap_or(0)..];
    let short = title.len() < column + 24 && !title.contains("   ") && !title.ends_with('.');
    let short = short || label.is_some() && title.ends_with(':');
    let mut below = lines[end..].iter().filter(|line| !line.is_blank() && !line.furniture).take(ROWS);
    let rows = below.any(|line| matches!(split_at_column(text, line, column), Some((Some(_), Some(_)))));
    (short && rows).then_some((Some(line.words), None))
}

/// The columns of a header line: `QUESTION      ANSWER`, with a number before them or a source behind.
pub(super) fn header(text: &str, line: &Line) -> Option<Columns> {
    const NUMBER_QUESTION_ANSWER: usize = 3;
    let words = line.words.of(text);
    if !words.contains("   ") {
        return None;
    }
    let heads: Vec<&str> = words.split("   ").map(str::trim).filter(|head| !head.is_empty()).collect();
    let asked = heads.iter().position(|head| QUESTION.is_match(head))?;
    let answer = asked + 1 + heads[asked + 1..].iter().position(|head| ANSWER.is_match(head))?;
    let column = |head: &str| line.indent + words[..head.as_ptr() as usize - words.as_ptr() as usize].chars().count();
    let source = heads[answer + 1..].iter().find(|head| SOURCE.is_match(head)).map(|head| column(head));
    (answer < NUMBER_QUESTION_ANSWER).then(|| Columns { answer: column(heads[answer]), source })
}

/// The column at which answers begin below a line that names the request in words of its own, "Your questions of 1 May":
/// most lines below it have two halves there.
fn column_below(text: &str, lines: &[Line], at: usize) -> Option<Columns> {
    const BOTH: usize = 3;
    let line = &lines[at];
    let words = line.words.of(text);
    let gap = words.find("   ")?;
    let second = words[gap..].trim_start();
    // "Date of request    11 March 2025" stands in the head of a letter.
    let dated = words.starts_with("Date") || second.starts_with(|c: char| c.is_ascii_digit());
    // So does "Request number    RFI-25-0447".
    let referred = !second.contains(' ') && second.contains(|c: char| c.is_ascii_digit());
    // "Section A    Department's answer": the second head alone may tell.
    let first = &words[..gap];
    let headed = ASKED.is_match(first) || ANSWER.is_match(second) && !NUMBER.is_match(first);
    if dated || referred || !headed || second.contains("   ") {
        return None;
    }
    let column = line.indent + words[..words.len() - second.len()].chars().count();
    let below = lines[at + 1..].iter().filter(|line| !line.is_blank() && !line.furniture).take(ROWS);
    let both = below.filter(|line| matches!(split_at_column(text, line, column), Some((Some(_), Some(_)))));
    (both.count() >= BOTH).then_some(Columns { answer: column, source: None })
}

/// The two halves of a line, cut at `column`; `None` where a word runs across it.
pub(super) fn split_at_column(text: &str, line: &Line, column: usize) -> Option<Halves> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::line::read_lines;
    use crate::text::Lines;

    /// The cells of the table whose header is the first line, row by row.
    fn cells(text: &str) -> Vec<String> {
        let lines = read_lines(text, &Lines::new(text));
        let words = |cell: &Cell| {
            let pieces: Vec<&str> = cell.pieces.iter().map(|piece| piece.of(text).trim()).collect();
            pieces.join(" ")
        };
        let heads: Vec<Option<Columns>> = lines.iter().map(|line| header(text, line)).collect();
        read(text, &lines, &heads, 0).map_or_else(Vec::new, |table| table.cells.iter().map(words).collect())
    }

    #[test]
    fn a_number_may_stand_before_the_question_and_a_source_behind_the_answer() {
        let text = "No.   Question                  Response            Source\n\
                    1     Has the Council a list    Yes, since 2019     Legal\n      \
                    of Wards?\n      \
                    Please send the list      Attached            Legal\n";
        assert_eq!(
            cells(text),
            ["1     Has the Council a list of Wards?", "Yes, since 2019", "Please send the list", "Attached"]
        );
    }

    #[test]
    fn the_head_of_a_letter_is_no_table() {
        let text = "Date of request        11th March 2025\nDate of this letter    8th April 2025\n\
                    Your reference         RJ-044\nOur reference          FOI/7702\n\nDear Applicant\n";
        assert!(cells(text).is_empty());
    }

    #[test]
    fn a_capital_in_a_wrapped_line_begins_no_row() {
        let text = "Question                    Answer\n\
                    Has the Council signed the  Yes, with the rest of\n\
                    Charter, and why            the county.\n\
                    Any papers on it            None\n";
        assert_eq!(
            cells(text),
            [
                "Has the Council signed the Charter, and why",
                "Yes, with the rest of the county.",
                "Any papers on it",
                "None"
            ]
        );
    }
}
