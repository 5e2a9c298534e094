//! Runs of lines that make a table together: marked cells, labels with figures, cells one to a line.

use super::super::grid::{self, Mark};
use super::super::heads;
use super::super::loose;
use super::super::nouns::Nouns;
use super::super::stacked::{self, Cell};
use super::super::table::{Row, Table};
use super::line::Line;
use super::{Found, Reading};
use crate::text::Span;

/// What a line with a single cell may be in a table of several.
enum Alone {
    Head(Span),
    Label(Span),
}

impl Reading<'_> {
    /// Two or more lines with the same mark between cells.
    pub(super) fn grid(&self, at: usize) -> Option<Found> {
        let (mark, _) = self.lines[at].grid.as_ref()?;
        if at > 0 && self.lines[at - 1].grid.as_ref().is_some_and(|(above, _)| above == mark) {
            return None; // the run was tried at its first line
        }
        let (run, next) = self.cells(at, *mark);
        if run.len() < 2 {
            return None;
        }
        let mut table = grid::read(self.letter, *mark, &run)?;
        table.caption = self.caption();
        Some(Found { table, next, above: self.heading_above() })
    }

    /// The lines of cells from `at` on, and the line after them. A blank line may stand between them, but not before heads
    /// that follow figures: these begin another table.
    fn cells(&self, at: usize, mark: Mark) -> (Vec<(Span, Vec<Span>)>, usize) {
        let marked = |at: usize| self.lines.get(at)?.grid.as_ref().filter(|(own, _)| *own == mark);
        let mut run = Vec::new();
        let mut next = at;
        loop {
            let ruled = |line: &Line| grid::is_ruled(line.span.of(self.letter.text)) && line.grid.is_none();
            while !run.is_empty() && self.lines.get(next).is_some_and(ruled) && marked(next + 1).is_some() {
                next += 1;
            }
            let alone = self.alone(next, mark).filter(|_| marked(next + 1).is_some());
            match (marked(next), alone) {
                (Some((_, cells)), _) => run.push((self.lines[next].span, cells.clone())),
                (None, Some(Alone::Head(head))) => run.push((head, vec![head])),
                (None, Some(Alone::Label(label))) => {
                    next += 1; // the label goes on in front of the figures
                    let (line, mut cells) =
                        (self.lines[next].span, marked(next).map_or_else(Vec::new, |(_, cells)| cells.clone()));
                    cells[0] = label.join(cells[0]);
                    run.push((label.join(line), cells));
                }
                (None, None) => match self.narrow(next, mark, &run) {
                    Some(row) => run.push(row),
                    None => break,
                },
            }
            next += 1;
            let cells = &run[run.len() - 1].1;
            let blank = self.lines.get(next).is_some_and(|line| line.span.is_empty());
            let goes_on =
                |(_, below): &(Mark, Vec<Span>)| below.len() == cells.len() && grid::is_body(self.letter, below);
            if blank && marked(next + 1).is_some_and(goes_on) {
                next += 1;
            }
        }
        (run, next)
    }

    /// A row of a table with gaps whose longest label leaves but one space before its figures.
    fn narrow(&self, at: usize, mark: Mark, run: &[(Span, Vec<Span>)]) -> Option<(Span, Vec<Span>)> {
        let line = self.lines.get(at).filter(|_| mark == Mark::Gap)?;
        let loose = line.loose.as_ref().filter(|loose| !loose.parted && !loose.bare)?;
        let (_, above) = run.last().filter(|(_, above)| grid::is_body(self.letter, above))?;
        let cells: Vec<Span> = [loose.label].into_iter().chain(loose.figures.iter().copied()).collect();
        (cells.len() == above.len()).then_some((line.span, cells))
    }

    /// The one cell of line `at`, where only gaps mark off cells: part of a head that is set in, or of a label.
    fn alone(&self, at: usize, mark: Mark) -> Option<Alone> {
        let line =
            self.lines.get(at).filter(|line| mark == Mark::Gap && line.grid.is_none() && !line.span.is_empty())?;
        let words = line.span.of(self.letter.text);
        let short = words.len() <= 40 && !words.ends_with(['.', ':', '?', ';', ',']);
        let edge = self.letter.lines.spans()[self.letter.lines.index_of(line.span.start)].start;
        let (_, below) = self.lines.get(at + 1)?.grid.as_ref()?;
        let goes_on =
            below[0].of(self.letter.text).starts_with(char::is_lowercase) && grid::is_body(self.letter, below);
        match () {
            () if short && line.span.start > edge + 8 && line.cell == Some(Cell::Words) => Some(Alone::Head(line.span)),
            () if short && goes_on => Some(Alone::Label(line.span)),
            () => None,
        }
    }

    /// Lines that end in figures, with the lines above as their heads.
    pub(super) fn loose(&mut self, at: usize) -> Option<Found> {
        if at < self.tried {
            return None;
        }
        let (run, next) = self.run(at);
        self.tried = next;
        let first = run.first()?;
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
        let above: Vec<Span> = self.touching(at);
        let (mut table, used) = loose::read(self.letter, &above, &run)?;
        let headed = !table.columns.iter().all(Vec::is_empty) && run[0].figures.len() > 1;
        if dates || !data || (run.len() < 2 && !alone && !headed) {
            return None;
        }
        if table.caption.is_none() && table.columns.iter().all(Vec::is_empty) {
            table.caption = self.caption();
        }
        Some(Found { table, next, above: if above.is_empty() { 0 } else { used } })
    }

    /// The lines from `at` on that end in figures, and the line after them. A label may begin on a line of its own.
    fn run(&self, at: usize) -> (Vec<loose::Line>, usize) {
        let mut run: Vec<loose::Line> = Vec::new();
        let mut next = at;
        let mut group = None;
        while let Some(line) = self.lines.get(next) {
            if self.heads_group(next, run.first()) {
                group = Some(line.span);
                next += 1;
                continue;
            }
            group = group.filter(|&group| self.is_set_in(line.span, group));
            let wrapped = || {
                let below = self.lines.get(next + 1)?.loose.clone()?;
                let goes_on = below.label.of(self.letter.text).starts_with(char::is_lowercase);
                let fits = run.first().is_some_and(|first| first.figures.len() == below.figures.len());
                let begins = self.is_heading(line.span) && line.span.len() < 60 && !line.span.is_empty();
                let label = if below.bare { line.span } else { line.span.join(below.label) };
                (begins && fits && line.grid.is_none() && (goes_on || below.bare))
                    .then_some(loose::Line { label, ..below })
            };
            match line.loose.clone() {
                Some(line) => run.push(loose::Line { group, ..line }),
                None => match wrapped() {
                    Some(line) => {
                        run.push(line);
                        next += 1;
                    }
                    None => break,
                },
            }
            next += 1;
        }
        (run, next)
    }

    /// True of a line that heads rows of several figures, which are set in below it: "Sent in error" above "- by post 31 22".
    fn heads_group(&self, at: usize, first: Option<&loose::Line>) -> bool {
        const LONGEST: usize = 60;
        let line = &self.lines[at];
        let head = line.loose.is_none() && line.grid.is_none() && !line.span.is_empty();
        let rows = |below: &Line| {
            below.loose.as_ref().is_some_and(|row| {
                let fits = first.is_none_or(|first| first.figures.len() == row.figures.len());
                !row.bare && row.figures.len() > 1 && fits && self.is_set_in(below.span, line.span)
            })
        };
        head && line.span.len() < LONGEST && self.is_heading(line.span) && self.lines.get(at + 1).is_some_and(rows)
    }

    /// True of a line that has a bullet or stands further in than `head`.
    fn is_set_in(&self, line: Span, head: Span) -> bool {
        let edge = |span: Span| span.start - self.letter.lines.spans()[self.letter.lines.index_of(span.start)].start;
        line.of(self.letter.text).starts_with(['-', '\u{2013}', '\u{2022}', '\u{b7}', '*']) || edge(line) > edge(head)
    }

    /// The lines of prose just above line `at`, down to it.
    fn touching(&self, at: usize) -> Vec<Span> {
        let heading = |line: &&Line| !line.span.is_empty() && self.is_heading(line.span);
        let mut above: Vec<Span> =
            self.lines[at.saturating_sub(12)..at].iter().rev().take_while(heading).map(|line| line.span).collect();
        above.reverse();
        if self.above.is_none_or(|(_, touches)| !touches) { Vec::new() } else { above }
    }

    /// True where the label uses a word of the question or a noun that is counted.
    fn names_a_count(&self, line: &loose::Line) -> bool {
        let label = self.letter.folded.of(line.label);
        let how_many = self.asked.how_many;
        let names = |word: &str| Nouns::shipped().counts(word, how_many) || (how_many && self.asked.mentions(word));
        heads::is_general(label) || label.split(|c: char| !c.is_ascii_alphabetic()).any(names)
    }

    /// Cells one to a line, with blank lines between them or without.
    pub(super) fn column(&mut self, at: usize) -> Option<Found> {
        if at < self.unstacked {
            return None;
        }
        let filled = |at: &usize| !self.lines[*at].span.is_empty();
        let cell = |at: usize| self.lines[at].cell.map(|cell| (at, cell));
        let run: Vec<(usize, Cell)> =
            (at..self.lines.len()).filter(filled).map_while(cell).take(stacked::MOST_CELLS).collect();
        let cells: Vec<(Span, Cell)> = run.iter().map(|(at, cell)| (self.lines[*at].span, *cell)).collect();
        let found = stacked::read(self.letter, &cells).filter(|(table, _)| self.asked.how_many || self.is_data(table));
        let Some((mut table, count)) = found else {
            // The next line may begin the table, if this one was a heading.
            let figure = run.iter().position(|(_, cell)| *cell == Cell::Figure);
            self.unstacked =
                if figure.is_none() { run.last().map_or(at, |(last, _)| last + 1) } else { self.unstacked };
            return None;
        };
        let above = self.heading_above();
        table.caption = table.caption.or_else(|| self.caption().filter(|_| table.stub.is_empty()));
        Some(Found { table, next: run[count - 1].0 + 1, above })
    }

    /// Where no number was asked for: heads that are all periods, or two rows at least, each with a period or a noun that
    /// is counted.
    fn is_data(&self, table: &Table) -> bool {
        let dated = |heads: &Vec<Span>| heads.iter().any(|head| grid::is_period(self.letter, *head));
        if table.columns.len() > 1 && table.columns.iter().all(dated) {
            return true;
        }
        let counts = |label: Span| {
            let words = self.letter.folded.of(label);
            words.split(|c: char| !c.is_ascii_alphabetic()).any(|word| Nouns::shipped().counts(word, false))
        };
        let row = |row: &Row| row.label.iter().any(|label| grid::is_period(self.letter, *label) || counts(*label));
        table.rows.len() > 1 && table.rows.iter().all(row)
    }
}
