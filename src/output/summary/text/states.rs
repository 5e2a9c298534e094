//! Why answers have no value: a small table, states down, questions across.

use crate::analysis::summary::{QuestionReport, QuestionnaireReport};
use crate::output::screen::{DIM, HEADING, WIDTH, left, paint, right, width};
use crate::output::summary::words::grouped;
use crate::record::Code;

/// Columns for the names of the states, the longest of which is `not-applicable`.
const NAMES: usize = 16;
/// The least columns of a question, the gap aside.
const NARROWEST: usize = 3;

pub fn lines(questionnaire: &QuestionnaireReport) -> Vec<String> {
    let states: Vec<Code> = Code::NAMED.into_iter().filter(|code| !code.is_value()).collect();
    let found: Vec<&Code> =
        states.iter().filter(|state| questionnaire.questions.iter().any(|q| q.n(state) > 0)).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let mut lines = Vec::new();
    for (i, block) in blocks(&questionnaire.questions).into_iter().enumerate() {
        let heading = if i == 0 { "No value because" } else { "" };
        let numbers: String = block.iter().map(|question| format!(" {}", number(question))).collect();
        lines.push(format!("{}{}", paint(HEADING, &left(heading, NAMES)), paint(DIM, &numbers)));
        lines.extend(found.iter().map(|state| row(state, block)));
    }
    lines
}

/// Questions in stretches that fit beside the names.
fn blocks(questions: &[QuestionReport]) -> Vec<&[QuestionReport]> {
    let mut blocks = Vec::new();
    let (mut start, mut used) = (0, NAMES);
    for (i, question) in questions.iter().enumerate() {
        let columns = 1 + columns(question);
        if used + columns > WIDTH && i > start {
            blocks.push(&questions[start..i]);
            (start, used) = (i, NAMES);
        }
        used += columns;
    }
    blocks.push(&questions[start..]);
    blocks
}

fn row(state: &Code, questions: &[QuestionReport]) -> String {
    let cells: String = questions
        .iter()
        .map(|question| match question.n(state) {
            0 => format!(" {}", paint(DIM, &right("·", columns(question)))),
            n => format!(" {}", right(&grouped(n as u64), columns(question))),
        })
        .collect();
    format!("  {}{cells}", left(state.name(), NAMES - 2))
}

fn number(question: &QuestionReport) -> String {
    let columns = columns(question);
    right(left(&question.number, columns).trim_end(), columns)
}

fn columns(question: &QuestionReport) -> usize {
    let widest_n = question.codes.iter().map(|count| width(&grouped(count.n as u64))).max().unwrap_or(0);
    width(&question.number).clamp(NARROWEST, 10).max(widest_n)
}
