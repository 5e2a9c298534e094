//! A table whose columns were pulled apart: all numbers or questions under their head, then all answers under theirs.

use super::{ANSWER, Cell, NUMBER, QUESTION, Side, Table};
use crate::document::label::{Label, parse_label};
use crate::document::line::Line;
use crate::document::number::Number;
use crate::text::Span;

/// A column has at least so many cells.
const CELLS: usize = 3;

/// A column is no longer than so many lines.
const LINES: usize = 1000;

/// As many answers, one a line, as there are numbered cells in the column above.
pub(super) fn read(text: &str, lines: &[Line], at: usize) -> Option<Table> {
    let heads = |words: &str| NUMBER.is_match(words) || QUESTION.is_match(words);
    if !heads(lines[at].words.of(text)) {
        return None;
    }
    let below = &lines[at + 1..lines.len().min(at + 1 + LINES)];
    let printed = |line: &&Line| !line.is_blank() && !line.furniture;
    let mut asked: Vec<Vec<Span>> = Vec::new();
    let mut turn = 0;
    while !ANSWER.is_match(below.get(turn)?.words.of(text)) {
        let line = &below[turn];
        let words = line.words.of(text);
        match asked.last_mut() {
            // No column has two heads, so that no line is read for more than one.
            _ if !printed(&line) => {}
            _ if heads(words) => return None,
            _ if is_numbered(words) => asked.push(vec![line.words]),
            Some(last) => last.push(line.words),
            None => return None,
        }
        turn += 1;
    }
    let column = &below[turn + 1..];
    let start = column.iter().position(|line| printed(&line))?;
    let length = column[start..].iter().take_while(printed).count();
    let answers = column[start..start + length].iter().map(|line| line.words);
    // Answers with numbers of their own say themselves which questions they answer.
    let tell = answers.clone().any(|answer| is_numbered(answer.of(text)));
    if asked.len() < CELLS || asked.len() != length || tell {
        return None;
    }
    let row = |(asked, answer)| {
        [Cell { side: Side::Question, pieces: asked }, Cell { side: Side::Answer, pieces: vec![answer] }]
    };
    let end = at + 1 + turn + 1 + start + length;
    Some(Table { lines: at..end, cells: asked.into_iter().zip(answers).flat_map(row).collect() })
}

/// True for a number that is a cell by itself, and for a question with its number before it.
fn is_numbered(words: &str) -> bool {
    const LONGEST: usize = 8;
    let alone = || words.len() <= LONGEST && Number::parse(words).is_some();
    matches!(parse_label(words), Some((Label::Number(_), _))) || alone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::line::read_lines;
    use crate::text::Lines;

    fn rows(text: &str) -> Option<Vec<String>> {
        let lines = read_lines(text, &Lines::new(text));
        let words = |cell: &Cell| cell.pieces.iter().map(|piece| piece.of(text)).collect::<Vec<_>>().join(" ");
        read(text, &lines, 0).map(|table| table.cells.iter().map(words).collect())
    }

    #[test]
    fn columns_that_were_pulled_apart_are_put_side_by_side() {
        let numbers = "Part\n1a\n1b i\n2\n\nAnswer\nYes, since May\nNot held\nTwo wards\n\nYours";
        assert_eq!(rows(numbers).unwrap(), ["1a", "Yes, since May", "1b i", "Not held", "2", "Two wards"]);
        let questions = "Question\n1. Is there a list\nof Wards?\n2. Since when?\n3. Why?\nReply\nYes\nMay\nNone";
        assert_eq!(rows(questions).unwrap()[..2], ["1. Is there a list of Wards?", "Yes"]);
        let longer = "Part\n1a\n1b\n2\nAnswer\nYes, since the\nsummer\nNot held\nTwo wards";
        assert_eq!(rows(longer), None, "which lines are one answer is not known");
        assert_eq!(rows("Part\n1\n2\n3\nAnswer\n1. Yes\n2. No\n3. May"), None);
    }
}
