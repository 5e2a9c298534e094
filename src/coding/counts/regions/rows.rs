//! Rows of a table that were cut off from the answer they stand in.

use super::super::Letter;
use super::super::grid::{self, Mark};
use super::super::{heads, loose};
use super::Region;
use crate::text::Span;

/// The stretches of an answer, those joined that only rows of a table part.
pub(super) fn joined(letter: &Letter<'_>, answer: &[Span]) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::with_capacity(answer.len());
    for &span in answer {
        match joined.last_mut() {
            Some(last) if last.end <= span.start && parted_by_rows(letter, Span::new(last.end, span.start)) => {
                last.end = span.end.max(last.end);
            }
            _ => joined.push(span),
        }
    }
    joined
}

fn parted_by_rows(letter: &Letter<'_>, between: Span) -> bool {
    let between = between.trim(letter.text);
    !between.is_empty() && rows(letter, between) == between.end
}

/// Rows that follow upon the answer `above` a gap belong to it, whoever cut them off. Gives what is left of the gap.
pub(super) fn taken_back(letter: &Letter<'_>, above: Option<&mut Region>, gap: Span) -> Span {
    let follows = |region: &&mut Region| letter.text[region.span.end..gap.start].trim().is_empty();
    let Some(region) = above.filter(follows) else { return gap };
    let end = rows(letter, gap);
    if end > gap.start {
        region.span.end = end;
    }
    Span::new(end, gap.end).trim(letter.text)
}

/// Where the rows end with which `stretch` begins. Blank lines may stand between rows with marked cells.
fn rows(letter: &Letter<'_>, stretch: Span) -> usize {
    let (mut end, mut at, mut marked) = (stretch.start, stretch.start, true);
    for line in stretch.of(letter.text).split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(letter.text);
        at += line.len();
        if span.is_empty() && marked {
            continue;
        }
        let cells = grid::cells(letter.text, span);
        if heads::is_pointer(letter.folded.of(span)) {
            break;
        }
        let loose = || loose::read_line(letter, span, false).is_some_and(|line| !line.parted);
        marked = cells.is_some();
        match cells {
            Some((_, cells)) if grid::is_body(letter, &cells) => end = span.end,
            Some((Mark::Pipe | Mark::Tab, _)) => {} // heads, if rows follow
            None if loose() => end = span.end,
            _ => break,
        }
    }
    end
}
