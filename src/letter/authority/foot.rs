//! The foot of a letter: a name with its address or motto, as last pages carry it.

use std::sync::LazyLock;

use crate::letter::Letter;
use crate::text::{Regex, Span};

use super::context::{Standing, standing};
use super::line::{begins_line, is_between_marks};

/// So many words may stand beside the name: a motto, or an address, which is longer where it goes on to its postcode.
const BESIDE: usize = 8;
const ADDRESS: usize = 16;
/// So many lines of an address, each so long in bytes, may follow it.
const LINES: usize = 3;
const LENGTH: usize = 80;

/// True where `span` heads the last lines of the letter. A name alone below a question or a colon may be an answer.
pub fn is_foot(letter: &Letter<'_>, span: Span) -> bool {
    let last = letter.lines.spans()[letter.lines.index_of(span.end.saturating_sub(1))];
    let end = last.end.max(span.end);
    let beside = letter.text[span.end..end].trim_start();
    let parted = beside.is_empty() || beside.starts_with([',', '.', '|', '-', '\u{2013}', '\u{2014}', '\u{b7}']);
    let placed =
        begins_line(letter, span) || is_between_marks(letter, span) && standing(letter, span) == Standing::Beside;
    parted
        && placed
        && beside.split_whitespace().count() <= if ends_in_postcode(beside) { ADDRESS } else { BESIDE }
        && is_address(&letter.text[end..])
        && (beside.starts_with('.') || !answers(letter, span))
}

fn ends_in_postcode(words: &str) -> bool {
    static POSTCODE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r" [A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}\.?$").expect("a fixed pattern"));
    POSTCODE.is_match(words.trim_end())
}

/// True where nothing is left, or a few short lines that are no sentences.
pub fn is_address(rest: &str) -> bool {
    let mut lines = rest.lines().map(str::trim).filter(|line| !line.is_empty());
    let short = |line: &str| line.len() <= LENGTH && !line.ends_with(['.', '?', ':']) && !line.contains(". ");
    lines.by_ref().take(LINES).all(short) && lines.next().is_none()
}

/// True where the words above the name ask for it, or where it is one of their list.
fn answers(letter: &Letter<'_>, span: Span) -> bool {
    let start = letter.lines.spans()[letter.lines.index_of(span.start)].start;
    let above = letter.text[..start].trim_end();
    let gap = letter.text[above.len()..start].matches('\n').count();
    above.ends_with(['?', ':']) || gap < 2
}
