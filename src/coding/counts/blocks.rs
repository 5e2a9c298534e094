//! The lines of an answer → tables and prose.

use super::Letter;
use super::grid::{self, Mark};
use super::heads;
use super::loose;
use super::nouns::Nouns;
use super::question::Asked;
use super::stacked;
use super::table::{Block, Table};
use crate::text::Span;

struct Line {
    span: Span,
    grid: Option<(Mark, Vec<Span>)>,
    loose: Option<loose::Line>,
}

/// Reads the stretch `within` of a letter, whole lines or parts of lines, as tables and prose, in order.
pub fn read(letter: &Letter<'_>, within: Span, asked: &Asked) -> Vec<Block> {
    let lines = lines(letter, within);
    let mut reading =
        Reading { letter, lines: &lines, asked, blocks: Vec::new(), prose: None, before: None, above: None };
    let mut at = 0;
    while at < lines.len() {
        at = reading.step(at);
    }
    reading.flush();
    reading.blocks
}

fn lines(letter: &Letter<'_>, within: Span) -> Vec<Line> {
    if within.is_empty() {
        return Vec::new();
    }
    let (from, to) = (letter.lines.index_of(within.start), letter.lines.index_of(within.end - 1));
    let clip = |line: &Span| {
        let start = line.start.clamp(within.start, within.end);
        Span::new(start, line.end.clamp(start, within.end)).trim(letter.text)
    };
    let read = |span: Span| {
        let grid = grid::cells(letter.text, span);
        let loose = if grid.is_none() && !span.is_empty() { loose::read_line(letter, span) } else { None };
        Line { span, grid, loose }
    };
    letter.lines.spans()[from..=to].iter().map(clip).map(read).collect()
}

struct Reading<'r> {
    letter: &'r Letter<'r>,
    lines: &'r [Line],
    asked: &'r Asked,
    blocks: Vec<Block>,
    prose: Option<Span>,
    /// The same without its last line, which may turn out to be the head of a table.
    before: Option<Span>,
    /// The last line that was not blank and not part of a table, and whether the next line touches it.
    above: Option<(Span, bool)>,
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
        if let Some((table, next)) = self.grid(at).or_else(|| self.loose(at)).or_else(|| self.column(at)) {
            self.prose = if self.above.is_some_and(|(span, touches)| touches && self.is_heading(span)) {
                self.before
            } else {
                self.prose
            };
            self.flush();
            self.blocks.push(Block::Table(table));
            self.above = None;
            return next;
        }
        self.before = self.prose;
        self.prose = Some(self.prose.map_or(line.span, |prose| prose.join(line.span)));
        self.above = Some((line.span, true));
        at + 1
    }

    fn flush(&mut self) {
        self.blocks.extend(self.prose.take().map(Block::Prose));
    }

    /// Two or more lines with the same mark between cells.
    fn grid(&self, at: usize) -> Option<(Table, usize)> {
        let (mark, _) = self.lines[at].grid.as_ref()?;
        if at > 0 && self.lines[at - 1].grid.as_ref().is_some_and(|(above, _)| above == mark) {
            return None; // the run was tried at its first line
        }
        let run: Vec<(Span, Vec<Span>)> = self.lines[at..]
            .iter()
            .map_while(|line| {
                line.grid.as_ref().filter(|(m, _)| m == mark).map(|(_, cells)| (line.span, cells.clone()))
            })
            .collect();
        if run.len() < 2 {
            return None;
        }
        let mut table = grid::read(self.letter, *mark, &run)?;
        table.caption = self.caption();
        Some((table, at + run.len()))
    }

    /// Lines that end in figures, with the line above as their head.
    fn loose(&self, at: usize) -> Option<(Table, usize)> {
        let run: Vec<loose::Line> = self.lines[at..].iter().map_while(|line| line.loose.clone()).collect();
        let first = run.first()?;
        let next = at + run.len();
        let goes_on =
            self.lines.get(next).is_some_and(|line| line.span.of(self.letter.text).starts_with(char::is_lowercase));
        let short = first.label.len() <= 40 && first.label.of(self.letter.text).starts_with(char::is_uppercase);
        let alone = first.period.is_some_and(|period| period.end + 3 >= first.label.end)
            || (!goes_on && self.asked.how_many && first.parted)
            || (!goes_on && short && self.names_a_count(first));
        let data = self.asked.how_many
            || self.above.is_some_and(|(span, _)| self.is_heading(span))
            || run.iter().any(|line| line.period.is_some() || self.names_a_count(line));
        let dates = run.len() < 3 && run.iter().any(|line| loose::ends_in_month(self.letter, line));
        if dates || !data || (run.len() < 2 && !alone) {
            return None;
        }
        let head = self.above.filter(|(_, touches)| *touches).map(|(span, _)| span);
        let mut table = loose::read(self.letter, head.filter(|head| self.is_heading(*head)), &run);
        if table.caption.is_none() && table.columns.iter().all(Vec::is_empty) {
            table.caption = self.caption();
        }
        Some((table, next))
    }

    /// True where the label uses a word of the question or a noun that is counted.
    fn names_a_count(&self, line: &loose::Line) -> bool {
        let label = self.letter.folded.of(line.label);
        let how_many = self.asked.how_many;
        let names = |word: &str| Nouns::shipped().counts(word, how_many) || (how_many && self.asked.mentions(word));
        heads::is_general(label) || label.split(|c: char| !c.is_ascii_alphabetic()).any(names)
    }

    /// Cells one to a line.
    fn column(&self, at: usize) -> Option<(Table, usize)> {
        if !grid::is_period(self.letter, self.lines[at].span) {
            return None;
        }
        let filled = |at: &usize| !self.lines[*at].span.is_empty();
        let below: Vec<usize> = (at..self.lines.len()).filter(filled).take(stacked::MOST_LINES).collect();
        let above: Vec<usize> = (at.saturating_sub(8)..at).filter(filled).collect();
        let spans = |lines: &[usize]| -> Vec<Span> { lines.iter().map(|&line| self.lines[line].span).collect() };
        let (mut table, count) = stacked::read(self.letter, &spans(&above), &spans(&below))?;
        table.caption = self.caption().filter(|_| table.stub.is_empty());
        Some((table, below[count - 1] + 1))
    }

    /// The heading above the table: a short line that is no sentence.
    fn caption(&self) -> Option<Span> {
        let says_something = |span: &Span| !heads::is_general(self.letter.folded.of(*span));
        self.above.map(|(span, _)| span).filter(|span| self.is_heading(*span)).filter(says_something)
    }

    fn is_heading(&self, line: Span) -> bool {
        let words = line.of(self.letter.text);
        words.len() < 300 && words.split_whitespace().count() <= 40 && !words.ends_with(['.', ';', ','])
    }
}
