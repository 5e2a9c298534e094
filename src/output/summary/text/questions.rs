//! One row a question: how many usable answers of how many asked, and what they say.

use crate::analysis::summary::{QuestionReport, QuestionnaireReport};
use crate::output::screen::{DIM, WIDTH, left, paint, right, width, wrap};
use crate::output::summary::words::{date, grouped, percent};
use crate::record::{Code, QuestionKind};

/// The least that a count and its share take.
const CELL: usize = 10;
const YES_NO: [Code; 3] = [Code::Yes, Code::No, Code::Qualified];

struct Widths {
    number: usize,
    label: usize,
    usable: usize,
    /// Each of three counts with its share, and what parts it from the one before.
    cell: usize,
}

impl Widths {
    /// Columns for what the answers say.
    fn said(&self) -> usize {
        YES_NO.len() * self.cell
    }
}

pub fn lines(questionnaire: &QuestionnaireReport) -> Vec<String> {
    let questions = &questionnaire.questions;
    let widest = |text: fn(&QuestionReport) -> String| questions.iter().map(|q| width(&text(q))).max().unwrap_or(0);
    let number = widest(|question| question.number.clone()).min(10);
    let usable = widest(usable);
    let counts = questions.iter().flat_map(|question| YES_NO.iter().map(|code| 1 + width(&count(question, code))));
    let cell = counts.max().unwrap_or(0).max(CELL);
    let label = WIDTH.saturating_sub(2 + number + 2 + 1 + usable + YES_NO.len() * cell).max(8);
    let widths = Widths { number, label, usable, cell };
    let asked_yes_no = questions.iter().any(|question| question.kind == QuestionKind::YesNo);
    let said = if asked_yes_no { YES_NO.map(|code| right(code.name(), cell)).concat() } else { String::new() };
    let header = format!("{}{said}", right("usable of asked", 2 + number + 2 + label + 1 + usable));
    let mut lines = vec![paint(DIM, &header)];
    lines.extend(questions.iter().flat_map(|question| row(question, &widths)));
    lines
}

fn row(question: &QuestionReport, widths: &Widths) -> Vec<String> {
    let mut labels = wrap(&question.label, widths.label).into_iter();
    let first = format!(
        "  {}  {} {}{}",
        left(&question.number, widths.number),
        left(&labels.next().unwrap_or_default(), widths.label),
        right(&usable(question), widths.usable),
        said(question, widths)
    );
    let indent = " ".repeat(widths.number + 4);
    std::iter::once(first).chain(labels.map(|rest| format!("{indent}{rest}"))).collect()
}

fn usable(question: &QuestionReport) -> String {
    format!("{} of {}", grouped(question.usable as u64), grouped(question.asked as u64))
}

fn said(question: &QuestionReport, widths: &Widths) -> String {
    if question.usable == 0 {
        return String::new();
    }
    let within = |text: &str| format!("   {}", left(text, widths.said() - 3).trim_end());
    match question.kind {
        QuestionKind::YesNo => YES_NO.iter().map(|code| cell(question, code, widths.cell)).collect(),
        QuestionKind::Date => within(&span_of_dates(question)),
        QuestionKind::Number | QuestionKind::Choice if !question.values.is_empty() => within(&values(question)),
        _ => within(&format!("given by {}", percent(question.usable, question.asked))),
    }
}

/// How many say `code`, and their share of the usable answers.
fn count(question: &QuestionReport, code: &Code) -> String {
    let n = question.n(code);
    format!("{} {}", grouped(n as u64), right(&percent(n, question.usable), 4))
}

fn cell(question: &QuestionReport, code: &Code, width: usize) -> String {
    match question.n(code) {
        0 => paint(DIM, &right("·", width)),
        _ => right(&count(question, code), width),
    }
}

fn span_of_dates(question: &QuestionReport) -> String {
    let said = |dated: &crate::analysis::summary::Dated| date(&dated.code, &dated.from, &dated.to);
    match (question.dates.first(), question.dates.iter().max_by_key(|dated| &dated.to)) {
        (Some(first), Some(last)) if first != last => format!("{} to {}", said(first), said(last)),
        (Some(only), _) => said(only),
        _ => String::new(),
    }
}

fn values(question: &QuestionReport) -> String {
    let values: Vec<String> = question.values.iter().map(|value| format!("{} ×{}", value.code, value.n)).collect();
    values.join(", ")
}
