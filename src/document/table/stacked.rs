//! A table whose cells were printed one below another: its heads on lines of their own, then a row behind each blank line or
//! below each number.

use super::{ANSWER, Cell, NUMBER, QUESTION, Side, Table};
use crate::document::label::{Label, parse_label};
use crate::document::line::Line;
use crate::document::number::Number;
use crate::text::Span;

/// A table has at least so many rows with an answer.
const ROWS: usize = 3;

/// A table is no longer than so many lines.
const LINES: usize = 1000;

/// Number, question, answer: a row has the cells that the heads name, and a title has fewer.
pub(super) fn read(text: &str, lines: &[Line], at: usize) -> Option<Table> {
    let numbered = NUMBER.is_match(lines[at].words.of(text));
    let first = at + usize::from(numbered);
    let head = |i: usize| lines.get(i).map_or("", |line| line.words.of(text));
    // Heads that are printed again below a page number open no other table.
    if lines[at].furniture || !QUESTION.is_match(head(first)) || !ANSWER.is_match(head(first + 1)) {
        return None;
    }
    let below = first + 2;
    let mut cells = Vec::new();
    let (mut answered, mut end) = (0, below);
    let rest = &lines[below..lines.len().min(below + LINES)];
    let width = rest.iter().map(|line| line.words.len()).max().unwrap_or(0);
    for row in rows(text, rest, numbered) {
        let (start, row) = (below + row.start, &rest[row]);
        let words: Vec<Span> = row.iter().filter(|line| !line.furniture).map(|line| line.words).collect();
        let number = usize::from(words.len() > 1 && is_number(words[0].of(text)));
        let heads = words.len() == 3 && QUESTION.is_match(words[1].of(text)) && ANSWER.is_match(words[2].of(text));
        if numbered && heads {
            continue;
        }
        if numbered && number == 0 {
            // A running head stands between rows; prose ends the table.
            let only_line = words.len() <= 1 && words.iter().all(|words| !words.of(text).ends_with('.'));
            if only_line {
                continue;
            }
            break;
        }
        // What goes on in the next line ends in no full stop.
        let asks = |words: &str| words.ends_with(['?', ':', ';']);
        let asked = match words.len() - number {
            0 | 1 => words.len(),
            2 => number + 1,
            // Where neither cell shows where it ends, the reader of the lines may know more.
            _ => {
                let asked = match words.iter().rposition(|words| asks(words.of(text))) {
                    Some(last) => last + 1,
                    // Rows of parts have others beside them.
                    None if words[0].of(text).parse::<u32>().is_ok() => {
                        number + end_of_question(text, &words[number..], width)?
                    }
                    None => return None,
                };
                // Items below "please provide:" are asked, too.
                let items = words[asked..].iter().take_while(|words| is_bullet(words.of(text))).count();
                asked + items.min(words.len() - asked - usize::from(words.len() > asked))
            }
        };
        cells.push(Cell { side: Side::Question, pieces: words[..asked].to_vec() });
        cells.push(Cell { side: Side::Answer, pieces: words[asked..].to_vec() });
        answered += usize::from(asked < words.len());
        end = start + row.len();
    }
    (answered >= ROWS).then_some(Table { lines: at..end, cells })
}

/// How many of `lines` a question takes that shows its end by no sign: up to a line that ends in a stop, or well before the `width`
/// at which lines are wrapped, where the next begins anew. `None` where no line does.
fn end_of_question(text: &str, lines: &[Span], width: usize) -> Option<usize> {
    let ends = |words: &str| words.ends_with('.') || 4 * words.len() < 3 * width;
    let begins = |words: &str| words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    lines.windows(2).position(|pair| ends(pair[0].of(text)) && begins(pair[1].of(text))).map(|last| last + 1)
}

/// The letter or numeral of an item is no longer, in bytes.
const ITEM: usize = 3;

/// The runs of lines between blank ones, and where rows are `numbered` those that begin with a number and its letter, or with the
/// number that is next.
fn rows(text: &str, lines: &[Line], numbered: bool) -> impl Iterator<Item = std::ops::Range<usize>> {
    let whole = |line: &Line| line.words.of(text).parse::<u32>().ok();
    let begins = move |line: &Line, due: Option<u32>| {
        let words = line.words.of(text);
        // "1a", or "a" below a 1.
        let below = words.starts_with(|c: char| c.is_ascii_digit()) || due.is_some() && words.len() <= ITEM;
        let lettered = below && words.ends_with(|c: char| c.is_ascii_lowercase());
        numbered && (lettered && is_number(words) || due.is_some() && whole(line) == due)
    };
    // Heads that are printed again stand between two numbers.
    let (mut at, mut due) = (0, None);
    std::iter::from_fn(move || {
        at += lines[at..].iter().take_while(|line| line.is_blank()).count();
        let start = at;
        due = lines.get(start).and_then(whole).and_then(|number| number.checked_add(1)).or(due);
        at += lines[at..].iter().take(1).count();
        at += lines[at..].iter().take_while(|line| !line.is_blank() && !begins(line, due)).count();
        (start < at).then_some(start..at)
    })
}

/// True for a line that begins with a bullet.
fn is_bullet(words: &str) -> bool {
    matches!(parse_label(words), Some((Label::Bullet, _)))
}

/// True for a cell that is a number and nothing else.
fn is_number(words: &str) -> bool {
    const LONGEST: usize = 8;
    words.len() <= LONGEST && Number::parse(words).is_some()
}
