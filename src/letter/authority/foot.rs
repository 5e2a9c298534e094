//! The foot of a letter: a name with its address or motto, as last pages carry it.

use crate::letter::Letter;
use crate::text::Span;

use super::context::{Standing, standing};
use super::line::{begins_line, is_between_marks};

/// So many words may stand beside the name: an address or a motto.
const BESIDE: usize = 8;
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
        && beside.split_whitespace().count() <= BESIDE
        && is_address(&letter.text[end..])
        && (beside.starts_with('.') || !answers(letter, span))
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
