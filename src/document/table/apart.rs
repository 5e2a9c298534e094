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
    let (answers, length) =
        one_a_line(&column[start..], asked.len()).or_else(|| one_a_paragraph(text, &column[start..], asked.len()))?;
    // Answers with numbers of their own say themselves which questions they answer.
    let tell = answers.iter().any(|answer| is_numbered(answer[0].of(text)));
    if asked.len() < CELLS || tell {
        return None;
    }
    let row =
        |(asked, answer)| [Cell { side: Side::Question, pieces: asked }, Cell { side: Side::Answer, pieces: answer }];
    let end = at + 1 + turn + 1 + start + length;
    Some(Table { lines: at..end, cells: asked.into_iter().zip(answers).flat_map(row).collect() })
}

/// Answers, and the lines that they take.
type Answers = (Vec<Vec<Span>>, usize);

/// So many answers as there are lines before the next blank one.
fn one_a_line(column: &[Line], wanted: usize) -> Option<Answers> {
    let length = column.iter().take_while(|line| !line.is_blank() && !line.furniture).count();
    (length == wanted).then(|| (column[..length].iter().map(|line| vec![line.words]).collect(), length))
}

/// So many answers as there are paragraphs before the page ends or the next column begins.
fn one_a_paragraph(text: &str, column: &[Line], wanted: usize) -> Option<Answers> {
    let ends = |line: &Line| line.furniture || QUESTION.is_match(line.words.of(text));
    let (mut answers, mut open, mut length): (Vec<Vec<Span>>, bool, usize) = (Vec::new(), false, 0);
    for (i, line) in column.iter().enumerate().take_while(|(_, line)| !ends(line)) {
        match (line.is_blank(), answers.last_mut().filter(|_| open)) {
            (true, _) => {}
            (false, Some(last)) => last.push(line.words),
            (false, None) => answers.push(vec![line.words]),
        }
        open = !line.is_blank();
        if answers.len() > wanted {
            return None;
        }
        length = i + 1;
    }
    (answers.len() == wanted && column.get(length).is_some_and(ends)).then_some((answers, length))
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
        let paragraphs = "Question\n1a Is it so?\n1b-i Since when?\n2 Where?\n\nReply\nYes, on\nthe wards.\n\nMay\n\nAll\nPage 1 of 2";
        let expected = ["1a Is it so?", "Yes, on the wards.", "1b-i Since when?", "May", "2 Where?", "All"];
        assert_eq!(rows(paragraphs).unwrap(), expected);
        let longer = "Part\n1a\n1b\n2\nAnswer\nYes, since the\nsummer\nNot held\nTwo wards";
        assert_eq!(rows(longer), None, "which lines are one answer is not known");
        assert_eq!(rows("Part\n1\n2\n3\nAnswer\n1. Yes\n2. No\n3. May"), None);
    }
}
