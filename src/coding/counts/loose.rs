//! Lines that end in figures ("2018 1633", "Complaints 1", "2014-15 Total 42 12") → a [`Table`].

use std::sync::LazyLock;

use regex::Regex;

use super::Letter;
use super::figure::whole_cell;
use super::heads;
use super::nouns::Nouns;
use super::table::{Row, Table};
use crate::text::Span;
use crate::when::{find_periods, find_times};

/// A label and the figures that end its line.
#[derive(Clone, Debug)]
pub struct Line {
    /// What stands before the figures.
    pub label: Span,
    /// A period that opens the label.
    pub period: Option<Span>,
    /// The figures, left to right; never empty.
    pub figures: Vec<Span>,
    /// True where a colon, dash or equals sign parts label and figures.
    pub parted: bool,
}

/// Reads one line, without white space at its ends, as a label and figures.
pub fn read_line(letter: &Letter<'_>, line: Span) -> Option<Line> {
    if line.len() > 200 {
        return None;
    }
    let bullets = ['\u{2022}', '\u{b7}', '-', '\u{2013}', '*', '>', ' ', '\t'];
    let words = line.of(letter.text);
    let start = line.start + (words.len() - words.trim_start_matches(bullets).len());
    let line = without_marker(letter.text, Span::new(start, line.end).trim(letter.text));
    let tokens = tokens(letter.text, line);
    let period = leading_period(letter, line, &tokens)?;
    let (from, figures, mut parted) = trailing_figures(letter, &tokens, floor(letter, line))?;
    let label = Span::new(line.start, tokens[..from].last()?.end);
    let kept = label.of(letter.text).trim_end_matches(|c: char| c.is_whitespace() || ":=-\u{2013}\u{2014}".contains(c));
    parted |= kept.len() < label.len();
    let label = Span::new(label.start, label.start + kept.len());
    is_label(letter, label, period, figures[0]).then_some(Line { label, period, figures, parted })
}

/// The line without "a)", "(ii)" or "1." before its label.
fn without_marker(text: &str, line: Span) -> Span {
    static MARKER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("^(?:\\(?(?:[a-zA-Z]|[ivx]{1,4}|[0-9]{1,2})\\)|(?:[a-zA-Z]|[0-9]{1,2})\\.)[ \t]+")
            .expect("a fixed pattern")
    });
    let marker = MARKER.find(line.of(text)).map_or(0, |marker| marker.end());
    Span::new(line.start + marker, line.end)
}

fn tokens(text: &str, line: Span) -> Vec<Span> {
    let base = line.start;
    let offset = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    line.of(text).split_whitespace().map(|word| Span::new(offset(word).max(base), offset(word) + word.len())).collect()
}

/// The period that opens the line, if one does. The outer `None` is for a line that cannot hold figures at all.
fn leading_period(letter: &Letter<'_>, line: Span, tokens: &[Span]) -> Option<Option<Span>> {
    let last = letter.folded.of(*tokens.last()?).trim_end_matches(['.', ',', ';']);
    let ends = last.ends_with(|c: char| c.is_ascii_digit() || c == '*' || c == ')')
        || matches!(
            last,
            "nil" | "none" | "zero" | "n/a" | "held" | "five" | "fewer" | "less" | "suppressed" | "withheld"
        );
    if !ends {
        return None;
    }
    let view = letter.folded.forth(line);
    let first = find_periods(view.of(letter.folded.text())).first().copied().filter(|period| period.span.start == 0);
    Some(first.map(|period| letter.folded.back(view.start, view.start + period.span.end)))
}

/// Where the last period or date of the line ends: what stands before is no figure.
fn floor(letter: &Letter<'_>, line: Span) -> usize {
    let view = letter.folded.forth(line);
    let last = find_times(view.of(letter.folded.text())).last().copied();
    last.map_or(0, |last| letter.folded.back(view.start, view.start + last.end).end)
}

/// The figures at the end of a line: the index of the first token that belongs to them, their places, and whether a
/// lone sign parts them from the label.
fn trailing_figures(letter: &Letter<'_>, tokens: &[Span], floor: usize) -> Option<(usize, Vec<Span>, bool)> {
    let mut figures = Vec::new();
    let mut at = tokens.len();
    while let Some(size) = (1..=3.min(at)).rev().find(|size| is_figure(letter, &tokens[at - size..at], floor)) {
        figures.push(trimmed(letter, tokens[at - size].join(tokens[at - 1])));
        at -= size;
    }
    let mut parted = false;
    while at > 0 && matches!(letter.folded.of(tokens[at - 1]), "-" | "=" | ":" | "--") {
        at -= 1;
        parted = true;
    }
    figures.reverse();
    (!figures.is_empty() && at > 0).then_some((at, figures, parted))
}

fn trimmed(letter: &Letter<'_>, figure: Span) -> Span {
    let kept = figure.of(letter.text).trim_end_matches(['.', ',', ';']).trim_start_matches('=');
    let end = figure.start + figure.of(letter.text).trim_end_matches(['.', ',', ';']).len();
    Span::new(end - kept.len(), end)
}

fn is_figure(letter: &Letter<'_>, tokens: &[Span], floor: usize) -> bool {
    let span = trimmed(letter, tokens[0].join(tokens[tokens.len() - 1]));
    let words = letter.folded.of(span);
    let plain = words.starts_with(|c: char| c.is_ascii_digit() || "<>*\u{2264}\u{2265}".contains(c));
    let named = matches!(words, "nil" | "none" | "zero" | "n/a" | "suppressed" | "withheld");
    let shape = match tokens.len() {
        1 => plain || named,
        2 => words == "not held" || words.starts_with(['<', '>', '\u{2264}', '\u{2265}']),
        _ => !plain || words.contains(" or "),
    };
    span.start >= floor && shape && whole_cell(words).is_some()
}

/// Short, no sentence, and nothing that makes the figure a page, a section or a telephone number.
fn is_label(letter: &Letter<'_>, label: Span, period: Option<Span>, figure: Span) -> bool {
    const OPEN: [&str; 21] = [
        "of", "the", "to", "in", "and", "than", "or", "a", "an", "for", "by", "with", "on", "at", "was", "were",
        "been", "have", "had", "is", "are",
    ];
    let words = letter.folded.of(label);
    let last = words.rsplit(' ').next().unwrap_or("");
    let numeric = last.bytes().all(|b| b.is_ascii_digit()) && period.is_none_or(|period| period.end < label.end);
    let count = words.split(' ').count();
    let view = letter.folded.forth(label.join(figure));
    let figure_at = Span::new(letter.folded.forth(figure).start - view.start, view.len());
    !words.is_empty()
        && (count <= 14 || (count <= 40 && label.len() < 160))
        && !numeric
        && !OPEN.contains(&last)
        && !words.contains(['?', '@', ';'])
        && !words.contains(". ")
        && !ends_in_marker(words)
        && !Nouns::shipped().guard(view.of(letter.folded.text()), figure_at)
        && (period.is_some() || is_range(words) || words.contains(|c: char| c.is_ascii_alphabetic()))
}

/// "(a) Six (b)": what follows is one part of an answer.
fn ends_in_marker(words: &str) -> bool {
    matches!(words.as_bytes(), [.., b' ' | b'(', b'a'..=b'h', b')'])
}

/// True where the label ends in a month, so that the figure may be a day or a year.
pub fn ends_in_month(letter: &Letter<'_>, line: &Line) -> bool {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let words = letter.folded.of(line.label);
    let last = words.rsplit(' ').next().unwrap_or("");
    MONTHS.iter().any(|month| last.starts_with(month)) && !line.parted
}

/// A band of ages or sizes: "21-30".
fn is_range(words: &str) -> bool {
    let number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    words.split_once('-').is_some_and(|(from, to)| number(from.trim()) && number(to.trim()))
}

/// Reads lines of figures as a table; `head` is the line above them.
pub fn read(letter: &Letter<'_>, head: Option<Span>, lines: &[Line]) -> Table {
    let most = lines.iter().map(|line| line.figures.len()).max().unwrap_or(0);
    let mut table = Table {
        span: lines[0].label.join(*lines[lines.len() - 1].figures.last().unwrap_or(&lines[0].label)),
        ..Table::default()
    };
    match head.and_then(|head| heads::split(letter, head, most)) {
        Some((stub, columns)) => {
            table.stub = stub.into_iter().collect();
            table.columns = columns.into_iter().map(|column| vec![column]).collect();
        }
        None => {
            table.columns = vec![Vec::new(); most];
            table.caption = head;
        }
    }
    let grouped = lines.iter().any(|line| line.period.is_some() && line.figures.len() == most);
    for line in lines {
        match cells(letter, &table, line, grouped) {
            Some(cells) => table.rows.push(Row { label: labels(letter, line), cells }),
            None => table.unclear.push(line.label.join(line.figures[line.figures.len() - 1])),
        }
    }
    name_details(letter, &mut table);
    table
}

fn labels(letter: &Letter<'_>, line: &Line) -> Vec<Span> {
    let Some(period) = line.period else { return vec![line.label] };
    let rest = Span::new(period.end.min(line.label.end), line.label.end).trim(letter.text);
    [period, rest].into_iter().filter(|part| !part.is_empty()).collect()
}

/// The figures by column. Where blank cells were lost, only a last column that sums the others can be known, or the first
/// of a group of details (`grouped`).
fn cells(letter: &Letter<'_>, table: &Table, line: &Line, grouped: bool) -> Option<Vec<Option<Span>>> {
    let width = table.columns.len();
    let mut cells = vec![None; width];
    if width > 1 && table.columns.iter().all(Vec::is_empty) {
        return None; // nothing says what the columns are
    }
    if line.figures.len() == width {
        return Some(line.figures.iter().copied().map(Some).collect());
    }
    let value = |span: &Span| whole_cell(letter.folded.of(*span)).and_then(|figure| figure.max);
    let (last, others) = line.figures.split_last()?;
    let sums = !others.is_empty() && others.iter().map(value).sum::<Option<u64>>() == value(last);
    if sums && table.columns[width - 1].iter().any(|head| heads::is_total(letter.folded.of(*head))) {
        cells[width - 1] = Some(*last);
        return Some(cells);
    }
    (others.is_empty() && line.period.is_none() && grouped).then(|| {
        cells[0] = Some(*last);
        cells
    })
}

/// "Spoken 5 / Bodily 8 / 2010-11 Total 13 4": details whose period stands below them, on the row that sums them.
fn name_details(letter: &Letter<'_>, table: &mut Table) {
    let value =
        |row: &Row| row.cells[0].and_then(|cell| whole_cell(letter.folded.of(cell))).and_then(|figure| figure.max);
    let mut from = 0;
    for at in 0..table.rows.len() {
        let [period, label] = table.rows[at].label[..] else { continue };
        if !heads::is_total(letter.folded.of(label)) {
            continue;
        }
        let details = table.rows[from..at].iter().map(value).sum::<Option<u64>>();
        if at > from && details == value(&table.rows[at]) {
            for row in &mut table.rows[from..at] {
                row.label.insert(0, period);
            }
        }
        from = at + 1;
    }
}
