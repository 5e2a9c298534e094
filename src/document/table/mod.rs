//! Tables of questions and answers: bars, tabs, two columns set side by side under their headings, or pulled apart,
//! or cells one a line.

mod aligned;
mod apart;
mod barred;
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
    Regex::new(r"(?i)^[*\s]*(?:our |the |trust |trust's |foi )?(?:answers?|responses?|repl(?:y|ies)|[a-z'\u{2019}]{2,14} (?:response|answer|reply)|(?:what )?we (?:can )?(?:said|say|found|hold|tell you|answer|answered|replied)|what (?:i|we) (?:was|were) told|information (?:provided|held|supplied|disclosed|released)|(?:trust'?s? |our )?(?:comments?|position|findings?|decision))[*\s:]*$")
        .expect("a fixed pattern")
});

/// Every table of questions and answers in `lines`.
pub(super) fn find_tables(text: &str, lines: &[Line]) -> Vec<Table> {
    let heads: Vec<Option<aligned::Columns>> = lines.iter().map(|line| aligned::header(text, line)).collect();
    let mut tables = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        match barred::read(text, lines, at, '|')
            .or_else(|| barred::read_unheaded(text, lines, at))
            .or_else(|| barred::read(text, lines, at, '\t'))
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
