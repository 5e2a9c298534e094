//! Every answer of the letter in a row: code, rule, how sure, how it was tied to its question, why to look.

use super::head::certainty;
use crate::diagnostic::Severity;
use crate::output::screen::{DIM, HEADING, WARN, WIDTH, left, paint, width, wrap};
use crate::record::{Answer, Basis, Certainty, Exchange, Record};

/// The most columns of a number, a name and a code.
const MOST: [usize; 3] = [8, 24, 16];

/// One row before it is laid out.
struct Row {
    cells: [String; 3],
    why: String,
    review: Option<String>,
    doubtful: bool,
}

pub fn lines(record: &Record) -> Vec<String> {
    let rows: Vec<Row> = match record.answers.is_empty() {
        false => record.answers.iter().map(of_answer).collect(),
        true => record.exchanges.iter().map(of_exchange).collect(),
    };
    if rows.is_empty() {
        return Vec::new();
    }
    let widest = |cell: usize| rows.iter().map(|row| width(&row.cells[cell])).max().unwrap_or(0).min(MOST[cell]);
    let widths = [widest(0), widest(1), widest(2)];
    let mut lines = vec![paint(HEADING, "Answers")];
    lines.extend(rows.iter().flat_map(|row| laid_out(row, widths)));
    lines
}

fn of_answer(answer: &Answer) -> Row {
    let basis = match answer.basis {
        Some(Basis::Wording) => ", by wording",
        Some(Basis::Number) => ", by number",
        Some(Basis::Position) => ", by position",
        Some(Basis::Shared) => ", shared",
        None => "",
    };
    Row {
        cells: [answer.question.clone(), answer.field.clone(), answer.code.to_string()],
        why: format!("{}, {}{basis}", answer.rule, certainty(answer.certainty)),
        review: answer.review.clone(),
        doubtful: answer.certainty == Certainty::Inferred,
    }
}

fn of_exchange(exchange: &Exchange) -> Row {
    let number = exchange.number.clone().unwrap_or_else(|| "–".to_owned());
    Row {
        cells: [number, exchange.question.clone(), exchange.code.to_string()],
        why: format!("{}, {}", exchange.rule, certainty(exchange.certainty)),
        review: None,
        doubtful: exchange.certainty == Certainty::Inferred,
    }
}

fn laid_out(row: &Row, widths: [usize; 3]) -> Vec<String> {
    let cells: Vec<String> = row.cells.iter().zip(widths).map(|(cell, wide)| left(cell, wide)).collect();
    let start = format!("  {}  ", cells.join("  "));
    let room = WIDTH - width(&start);
    let whys = wrap(&row.why, room).into_iter().map(|line| paint(if row.doubtful { WARN } else { DIM }, &line));
    let looks = row.review.iter().flat_map(|reason| wrap(&format!("look: {reason}"), room));
    let looks = looks.map(|line| paint(WARN, &line));
    let indent = " ".repeat(width(&start));
    let starts = std::iter::once(start).chain(std::iter::repeat(indent));
    starts.zip(whys.chain(looks)).map(|(start, line)| format!("{start}{line}")).collect()
}

/// What a person should know about the letter, each with its line.
pub fn diagnostics(record: &Record) -> Vec<String> {
    if record.diagnostics.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![paint(HEADING, "Remarks")];
    for found in &record.diagnostics {
        let style = if found.severity == Severity::Warning { WARN } else { DIM };
        let said = format!("line {}: {} ({})", found.line, found.message, found.code);
        lines.extend(wrap(&said, WIDTH - 2).iter().map(|line| format!("  {}", paint(style, line))));
    }
    lines
}
