//! The lines of an answer → tables and prose.

mod line;
mod runs;

use self::line::{Line, begins_with_label, counts_something, lines};
use super::Letter;
use super::grid;
use super::heads;
use super::question::Asked;
use super::table::{Block, Table};
use crate::text::Span;

/// Reads the stretch `within` of a letter, whole lines or parts of lines, as tables and prose, in order.
pub fn read(letter: &Letter<'_>, within: Span, asked: &Asked) -> Vec<Block> {
    let lines = lines(letter, within, asked);
    let mut reading =
        Reading { letter, lines: &lines, asked, blocks: Vec::new(), prose: None, above: None, tried: 0, unstacked: 0 };
    let mut at = 0;
    while at < lines.len() {
        at = reading.step(at);
    }
    reading.flush();
    reading.blocks
}

struct Reading<'r> {
    letter: &'r Letter<'r>,
    lines: &'r [Line],
    asked: &'r Asked,
    blocks: Vec<Block>,
    prose: Option<Span>,
    /// The last line that was not blank and not part of a table, and whether the next line touches it.
    above: Option<(Span, bool)>,
    /// Lines before this one were tried as part of a run that is no table.
    tried: usize,
    /// Lines before this one hold no figure with a line to itself.
    unstacked: usize,
}

/// A table, the line after it, and how many lines above its first belong to it.
struct Found {
    table: Table,
    next: usize,
    above: usize,
}

impl Reading<'_> {
    /// Reads the block that begins at line `at` and returns the line after it.
    fn step(&mut self, at: usize) -> usize {
        let line = &self.lines[at];
        if line.span.is_empty() {
            self.flush();
            self.above = self.above.map(|(span, _)| (span, false));
            return at + 1;
        }
        if grid::is_ruled(line.span.of(self.letter.text)) {
            return at + 1;
        }
        if let Some(found) = self.grid(at).or_else(|| self.loose(at)).or_else(|| self.column(at)) {
            // What stands above as heads or caption is no prose.
            let until = self.lines[at - found.above].span.start;
            let before =
                |prose: Span| Span::new(prose.start, prose.end.min(until).max(prose.start)).trim(self.letter.text);
            self.prose = self.prose.map(before);
            self.prose = self.prose.filter(|prose| !prose.is_empty());
            self.flush();
            self.blocks.push(Block::Table(found.table));
            self.above = None;
            return found.next;
        }
        if begins_with_label(line.span.of(self.letter.text)) {
            self.flush();
        }
        self.prose = Some(self.prose.map_or(line.span, |prose| prose.join(line.span)));
        self.above = Some((line.span, true));
        at + 1
    }

    fn flush(&mut self) {
        self.blocks.extend(self.prose.take().map(Block::Prose));
    }

    /// One where a heading touches the table from above.
    fn heading_above(&self) -> usize {
        usize::from(self.above.is_some_and(|(span, touches)| touches && self.is_heading(span)))
    }

    /// The heading above the table: a short line that is no sentence.
    fn caption(&self) -> Option<Span> {
        let says_something = |span: &Span| {
            let words = self.letter.folded.of(*span);
            !heads::is_general(words) && !heads::is_pointer(words)
        };
        self.above.map(|(span, _)| span).filter(|span| self.is_heading(*span)).filter(says_something)
    }

    fn is_heading(&self, line: Span) -> bool {
        let words = line.of(self.letter.text);
        if grid::is_period(self.letter, line) {
            return true; // "2022-23" above rows of that year
        }
        (words.contains(char::is_alphabetic) || words.len() > 8)
            && !grid::is_ruled(words)
            && words.len() < 300
            && words.split_whitespace().count() <= 40
            && !words.ends_with(['.', ';', ','])
            && !begins_with_label(words)
            && !counts_something(self.letter, line)
    }
}
