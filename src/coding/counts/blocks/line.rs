//! One line of an answer, and what it may be part of.

use super::super::Letter;
use super::super::figure::{Figure, find_figures};
use super::super::grid::{self, Mark};
use super::super::loose;
use super::super::nouns::Nouns;
use super::super::question::Asked;
use super::super::stacked::{self, Cell};
use crate::text::Span;
use crate::when::find_times;

/// A line, and what it may be part of.
pub(super) struct Line {
    /// Its place, without white space at its ends.
    pub span: Span,
    /// The mark between its cells, and the cells.
    pub grid: Option<(Mark, Vec<Span>)>,
    /// A label and figures.
    pub loose: Option<loose::Line>,
    /// A cell that has the line to itself.
    pub cell: Option<Cell>,
}

/// The lines of the stretch `within`, clipped to it, each read in every way.
pub(super) fn lines(letter: &Letter<'_>, within: Span, asked: &Asked) -> Vec<Line> {
    if within.is_empty() {
        return Vec::new();
    }
    let (from, to) = (letter.lines.index_of(within.start), letter.lines.index_of(within.end - 1));
    let clip = |line: &Span| {
        let start = line.start.clamp(within.start, within.end);
        Span::new(start, line.end.clamp(start, within.end)).trim(letter.text)
    };
    let share = asked.share;
    let read = |span: Span| {
        let grid = grid::cells(letter.text, span);
        let loose = if grid.is_none() && !span.is_empty() { loose::read_line(letter, span, share) } else { None };
        let cell = if grid.is_none() { stacked::cell(letter, span) } else { None };
        Line { span, grid, loose, cell }
    };
    letter.lines.spans()[from..=to].iter().map(clip).map(read).collect()
}

/// "Exclusions: 12 (2022), 15 (2023)", "2021/22 = 14 (of which 2 upheld)": what a line says with a label of its own is no
/// part of the line above.
pub(super) fn begins_with_label(line: &str) -> bool {
    let line = line.trim_start_matches(['\u{2022}', '\u{b7}', '*', '-', '\u{2013}', ' ', '\t']);
    let place = |sign: &&str| line.find(*sign).map(|at| (at, at + sign.len()));
    let Some((label, rest)) = [": ", " - ", " \u{2013} ", " = "].iter().filter_map(place).min() else {
        return false;
    };
    let (label, rest) = (&line[..label], line[rest..].trim_start());
    let figure = rest.starts_with(|c: char| c.is_ascii_digit() || c == '<');
    figure
        && rest.contains(' ')
        && label.len() < 60
        && label.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// "17 staff were disciplined:" answers itself, and is no heading.
pub(super) fn counts_something(letter: &Letter<'_>, line: Span) -> bool {
    let words = letter.folded.of(line);
    if !words.ends_with(':') || !words.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let times = find_times(words);
    let timed = |figure: &Figure| times.iter().any(|time| time.overlaps(figure.span));
    find_figures(words).iter().any(|figure| !timed(figure) && !Nouns::shipped().guard(words, figure.span))
}
