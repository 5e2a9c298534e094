//! The letter, line by line, with its evidence underlined.

use super::fold::{Stretch, stretches};
use super::inside;
use super::layout::{Row, rows};
use super::notes::{Note, of_answer, of_letter};
use super::underline::{self, Underline, style};
use crate::output::screen::{DIM, WIDTH, paint, right, wrap};
use crate::record::{Answer, Evidence, Record};
use crate::text::{Lines, Span};

/// Quiet runs of more lines than this are folded.
const LONGEST_QUIET_RUN: usize = 6;
/// Evidence of more rows than this is marked in the margin, since underlining all of it would bury it.
const MOST_ROWS_UNDERLINED: usize = 3;

struct Page<'t> {
    text: &'t str,
    lines: Lines,
    /// Columns of the line numbers.
    numbers: usize,
    notes: Vec<Note>,
}

/// The whole letter; long stretches without evidence are folded unless `all`.
pub fn lines(text: &str, record: &Record, all: bool) -> Vec<String> {
    let page = Page::new(text, of_letter(text, record));
    let eventful = page.touched(page.notes.iter().map(|note| note.span));
    let longest = if all { usize::MAX } else { LONGEST_QUIET_RUN };
    page.draw(&eventful, longest)
}

/// The lines of one answer, of its question, and two lines around them.
pub fn lines_about(text: &str, record: &Record, answer: &Answer) -> Vec<String> {
    let page = Page::new(text, of_answer(text, answer));
    let spans = |places: &[Evidence]| -> Vec<Span> {
        places.iter().filter_map(|place| inside(text, place.start, place.end)).collect()
    };
    let mut about = spans(&answer.answer);
    about.extend(spans(&answer.evidence));
    let exchanges = record.exchanges.iter().filter(|exchange| {
        spans(&exchange.answer_spans).iter().any(|theirs| about.iter().any(|ours| ours.overlaps(*theirs)))
    });
    let questions: Vec<Span> = exchanges.flat_map(|exchange| spans(&exchange.question_spans)).collect();
    if about.is_empty() {
        return Vec::new();
    }
    let eventful = page.touched(about.into_iter().chain(questions));
    page.draw(&eventful, 0)
}

impl<'t> Page<'t> {
    fn new(text: &'t str, notes: Vec<Note>) -> Self {
        let lines = Lines::new(text);
        let numbers = lines.spans().len().to_string().len();
        Page { text, lines, numbers, notes }
    }

    /// For each line, whether one of `spans` touches it.
    fn touched(&self, spans: impl Iterator<Item = Span>) -> Vec<bool> {
        let mut touched = vec![false; self.lines.spans().len()];
        if self.lines.spans().last().is_some_and(|last| last.is_empty()) {
            // The end of the last line begins no line that anybody would see.
            touched.pop();
        }
        for span in spans {
            let (first, last) = (self.lines.index_of(span.start), self.lines.index_of(span.end - 1));
            touched[first..=last].fill(true);
        }
        touched
    }

    fn draw(&self, eventful: &[bool], longest: usize) -> Vec<String> {
        let mut drawn = Vec::new();
        for stretch in stretches(eventful, longest) {
            match stretch {
                Stretch::Shown(from, to) => drawn.extend((from..to).flat_map(|line| self.line(line, eventful[line]))),
                Stretch::Folded(from, to) => {
                    let lines = if to - from == 1 { "line" } else { "lines" };
                    drawn.push(paint(DIM, &format!("{} … {} {lines} …", " ".repeat(self.numbers), to - from)));
                }
            }
        }
        drawn
    }

    fn room(&self) -> usize {
        WIDTH - self.numbers - 3
    }

    fn line(&self, index: usize, eventful: bool) -> Vec<String> {
        let span = self.lines.spans()[index];
        let here: Vec<&Note> = self
            .notes
            .iter()
            .filter(|note| {
                (self.lines.index_of(note.span.start)..=self.lines.index_of(note.span.end - 1)).contains(&index)
            })
            .collect();
        let (long, short): (Vec<&Note>, Vec<&Note>) = here.into_iter().partition(|note| self.is_long(note));
        let margin = match long.first() {
            Some(note) => paint(style(&note.said), "┃"),
            None => paint(DIM, "│"),
        };
        let mut drawn = Vec::new();
        for (i, row) in rows(self.text, span, self.room()).iter().enumerate() {
            let number = if i == 0 { (index + 1).to_string() } else { String::new() };
            let shown = if eventful { row.shown() } else { paint(DIM, &row.shown()) };
            drawn.push(format!("{} {margin} {shown}", paint(DIM, &right(&number, self.numbers))).trim_end().to_owned());
            let below = underline::lines(self.underlines(row, &short), self.room());
            drawn.extend(below.into_iter().map(|line| self.margin_note(&margin, &line)));
        }
        drawn.extend(long.into_iter().filter(|note| self.ends_on(note, index)).flat_map(|note| self.long_note(note)));
        drawn
    }

    fn underlines(&self, row: &Row, notes: &[&Note]) -> Vec<Underline> {
        let underline = |note: &&Note| {
            let (from, to) = row.columns(note.span)?;
            // What is said comes below the last row of the evidence.
            let last = note.span.of(self.text).trim_end();
            let last = note.span.start + last.char_indices().next_back().map_or(0, |(at, _)| at);
            let said = if row.reaches(last) { note.said.clone() } else { Vec::new() };
            Some(Underline { from, to, said, words: note.span.of(self.text).trim().to_owned() })
        };
        notes.iter().filter_map(underline).collect()
    }

    fn is_long(&self, note: &Note) -> bool {
        let lines = self.lines.index_of(note.span.end - 1) - self.lines.index_of(note.span.start) + 1;
        lines + note.span.len() / self.room() > MOST_ROWS_UNDERLINED
    }

    fn ends_on(&self, note: &Note, index: usize) -> bool {
        self.lines.index_of(note.span.end - 1) == index
    }

    /// What is said of evidence marked in the margin, with its lines.
    fn long_note(&self, note: &Note) -> Vec<String> {
        let lines = (self.lines.number_of(note.span.start), self.lines.number_of(note.span.end - 1));
        let place = if lines.0 == lines.1 { String::new() } else { format!(", lines {} to {}", lines.0, lines.1) };
        let style = style(&note.said);
        let said = note.said.iter().flat_map(|said| wrap(&format!("{}{place}", said.words), self.room()));
        said.map(|line| self.margin_note(&paint(style, "┗"), &paint(style, &line))).collect()
    }

    fn margin_note(&self, margin: &str, note: &str) -> String {
        format!("{} {margin} {note}", " ".repeat(self.numbers))
    }
}
