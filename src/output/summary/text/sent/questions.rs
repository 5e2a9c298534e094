//! The questions by body: how many of those asked have answered, and how many of the answers can be used.

use crate::analysis::sent::{AskedQuestion, AskedQuestionnaire};
use crate::output::screen::{DIM, HEADING, WIDTH, left, paint, right, width, wrap};
use crate::output::summary::words::{grouped, percent};

/// Columns of a count, what it is of, and its share.
const CELL: usize = 18;

pub fn lines(questionnaire: &AskedQuestionnaire) -> Vec<String> {
    let (asked, replied, on_target) = (questionnaire.asked, questionnaire.replied, questionnaire.on_target);
    let mut lines: Vec<String> =
        wrap(&format!("Asked: {}", questionnaire.title), WIDTH).iter().map(|line| paint(HEADING, line)).collect();
    let share = |n: usize| format!("{} of {} ({})", grouped(n as u64), grouped(asked as u64), percent(n, asked));
    let said = format!("{} asked, replied {}, on target {}", grouped(asked as u64), share(replied), share(on_target));
    lines.extend(wrap(&said, WIDTH).iter().map(|line| paint(DIM, line)));
    let number = questionnaire.questions.iter().map(|question| width(&question.number)).max().unwrap_or(0).min(10);
    let label = WIDTH - 4 - number - 2 * CELL;
    let header = format!("{}{}", right("answered", CELL), right("usable", CELL));
    lines.push(paint(DIM, &format!("{}{header}", left("", 4 + number + label))));
    lines.extend(questionnaire.questions.iter().flat_map(|question| row(question, asked, number, label)));
    lines
}

fn row(question: &AskedQuestion, asked: usize, number: usize, label: usize) -> Vec<String> {
    let cell = |n: usize| {
        let share = right(&percent(n, asked), 4);
        right(&format!("{} of {} {share}", grouped(n as u64), grouped(asked as u64)), CELL)
    };
    let mut labels = wrap(&question.label, label - 1).into_iter();
    let first = left(&labels.next().unwrap_or_default(), label);
    let cells = format!("{}{}", cell(question.answered), cell(question.usable));
    let first = format!("  {}  {first}{cells}", left(&question.number, number));
    let indent = " ".repeat(number + 4);
    std::iter::once(first).chain(labels.map(|rest| format!("{indent}{rest}"))).collect()
}
