//! Forms: what is asked on the left, with a colon or a question mark, and filled in on the right, where all entries begin.

use super::aligned::split_at_column;
use super::{Cell, Side, Table};
use crate::document::line::Line;
use crate::document::parse_label;
use crate::text::Span;

/// A form has at least so many entries.
const ENTRIES: usize = 4;

/// So many of them ask with a question mark: a letterhead has entries, too ("Our ref:   12").
const QUESTIONS: usize = 2;

/// A form is no longer than so many lines: what else looks like one is not read from each of its lines to its end.
const LINES: usize = 200;

/// What is asked, and what is filled in.
#[derive(Default)]
struct Entry {
    asked: Vec<Span>,
    filled: Vec<Span>,
}

impl Entry {
    /// True where what is asked has come to its end.
    fn is_complete(&self, text: &str) -> bool {
        self.ends_in(text, ':') || self.ends_in(text, '?')
    }

    fn ends_in(&self, text: &str, stop: char) -> bool {
        self.asked.last().is_some_and(|last| last.of(text).ends_with(stop))
    }
}

/// The form that begins at line `at`.
pub(super) fn read(text: &str, lines: &[Line], at: usize) -> Option<Table> {
    let column = filled_column(text, &lines[at])?;
    let mut entries: Vec<Entry> = Vec::new();
    let (mut gap, mut end) = (false, at);
    for (i, line) in lines.iter().enumerate().skip(at).take(LINES) {
        if line.is_blank() || line.furniture {
            gap |= line.is_blank() && !line.spacing;
            continue;
        }
        let Some((left, right)) = split_at_column(text, line, column) else { break };
        // Prose below the form: what is asked came to no end though it was filled in.
        let unasked = |entry: &Entry| !entry.is_complete(text) && !entry.filled.is_empty();
        if left.is_some() && right.is_none() && gap && entries.last().is_some_and(unasked) {
            break;
        }
        let anew = left.is_some_and(|left| parse_label(left.of(text)).is_some())
            || entries.last().is_none_or(|last| left.is_some() && (gap || last.is_complete(text)));
        if anew {
            entries.push(Entry::default());
        }
        if let Some(entry) = entries.last_mut() {
            entry.asked.extend(left);
            entry.filled.extend(right);
        }
        (gap, end) = (false, i + 1);
    }
    // The title of a group of entries asks nothing.
    entries.retain(|entry| entry.is_complete(text) && !(entry.filled.is_empty() && entry.ends_in(text, ':')));
    let filled = entries.iter().filter(|entry| !entry.filled.is_empty()).count();
    let asks = entries.iter().filter(|entry| entry.ends_in(text, '?')).count();
    (filled >= ENTRIES && asks >= QUESTIONS)
        .then(|| Table { lines: at..end, cells: entries.into_iter().flat_map(cells).collect() })
}

fn cells(entry: Entry) -> [Cell; 2] {
    [Cell { side: Side::Question, pieces: entry.asked }, Cell { side: Side::Answer, pieces: entry.filled }]
}

/// The column, in characters, at which a line is filled in: "Date of adoption:      May 2024".
fn filled_column(text: &str, line: &Line) -> Option<usize> {
    let words = line.words.of(text);
    let stop = words.find([':', '?'])?;
    let behind = &words[stop + 1..];
    let entry = behind.trim_start_matches(' ');
    let gap = behind.len() - entry.len();
    (gap >= 2 && !entry.is_empty()).then(|| line.indent + words[..words.len() - entry.len()].chars().count())
}
