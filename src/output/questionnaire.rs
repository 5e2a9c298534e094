//! Questionnaires on a screen: the list of them, and one with its questions.

use std::io::{self, Write};

use super::screen::{DIM, HEADING, WIDTH, left, paint, width, wrap};
use crate::catalogue::{Question, Questionnaire};

/// Writes the questionnaires that are known, two lines each.
///
/// # Errors
/// Those of `out`.
pub fn write_list(questionnaires: &[Questionnaire], out: &mut impl Write) -> io::Result<()> {
    for questionnaire in questionnaires {
        let n = questionnaire.questions.len();
        let asked = format!("{n} {}", if n == 1 { "question" } else { "questions" });
        writeln!(out, "{}  {}", paint(HEADING, &questionnaire.id), paint(DIM, &asked))?;
        for line in wrap(&questionnaire.title, WIDTH - 2) {
            writeln!(out, "  {line}")?;
        }
    }
    Ok(())
}

/// Writes one questionnaire: its groups and questions as they nest, with field, kind and routing.
///
/// # Errors
/// Those of `out`.
pub fn write_questionnaire(questionnaire: &Questionnaire, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", paint(HEADING, &questionnaire.id))?;
    for line in wrap(&questionnaire.title, WIDTH) {
        writeln!(out, "{line}")?;
    }
    let numbers = questionnaire.questions.iter().map(|question| width(&question.number)).max().unwrap_or(0).min(10);
    let mut shown: Vec<&str> = Vec::new();
    for question in &questionnaire.questions {
        for heading in headings(questionnaire, question).into_iter().rev() {
            if !shown.contains(&heading.id.as_str()) {
                shown.push(&heading.id);
                write_group(heading, numbers, out)?;
            }
        }
        write_question(question, numbers, out)?;
    }
    Ok(())
}

/// The groups above a question, the nearest first.
fn headings<'q>(
    questionnaire: &'q Questionnaire,
    question: &Question,
) -> Vec<&'q crate::catalogue::questionnaire::Group> {
    let mut above = Vec::new();
    let mut next = question.parent.as_ref();
    while let Some(group) = next.and_then(|id| questionnaire.groups.iter().find(|group| group.id == *id)) {
        above.push(group);
        next = group.parent.as_ref();
    }
    above
}

fn write_group(group: &crate::catalogue::questionnaire::Group, numbers: usize, out: &mut impl Write) -> io::Result<()> {
    writeln!(out)?;
    let number = left(group.number.as_deref().unwrap_or(""), numbers);
    for (i, line) in wrap(&group.wording, WIDTH - numbers - 2).iter().enumerate() {
        let before = if i == 0 { number.clone() } else { " ".repeat(numbers) };
        writeln!(out, "{before}  {}", paint(HEADING, line))?;
    }
    Ok(())
}

fn write_question(question: &Question, numbers: usize, out: &mut impl Write) -> io::Result<()> {
    let indent = " ".repeat(numbers + 2);
    writeln!(
        out,
        "{}  {}  {}",
        left(&question.number, numbers),
        paint(super::screen::MARK, &question.field),
        paint(DIM, &says(question))
    )?;
    for wording in &question.wordings {
        for line in wrap(wording, WIDTH - numbers - 2) {
            writeln!(out, "{indent}{line}")?;
        }
    }
    Ok(())
}

/// Kind, options, periods and routing in a few words.
fn says(question: &Question) -> String {
    let mut says = vec![question.kind.name().to_owned()];
    if !question.options.is_empty() {
        let options: Vec<&str> = question.options.iter().map(|option| option.id.as_str()).collect();
        says.push(options.join(" | "));
    }
    if !question.periods.is_empty() {
        says.push(question.periods.join(" "));
    }
    if !question.only_if.is_empty() {
        says.push(format!("if {}", question.only_if.join(" or ")));
    }
    says.join(", ")
}
