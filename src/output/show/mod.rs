//! A letter with its evidence underlined and each code beside it with its rule: the answer to "why does it say yes?".
//!
//! Drawn by hand and not with `annotate-snippets`, which neither wraps long lines nor folds quiet stretches, and
//! nests an arrow a column for each answer of several lines.

mod answers;
mod fold;
mod head;
mod layout;
mod letter;
mod notes;
mod question;
#[cfg(test)]
mod tests;
mod underline;

use std::io::{self, Write};

use crate::catalogue::Questionnaire;
use crate::record::Record;
use crate::text::Span;

/// What to show of a letter.
#[derive(Clone, Debug, Default)]
pub struct Shown<'a> {
    /// One question only, by its field: `tariff_date`.
    pub field: Option<&'a str>,
    /// Every line, also long stretches without evidence.
    pub all: bool,
}

/// Writes one letter for a person, 80 columns wide. Styles are always written; the stream's owner decides on colour.
///
/// `text` is the decoded text that `record` was read from; evidence that does not lie in it is left out. A field that
/// the record does not have shows the head and says so.
pub fn write_letter(
    text: &str,
    record: &Record,
    questionnaires: &[Questionnaire],
    shown: &Shown,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut sections = vec![head::lines(record)];
    match shown.field {
        Some(field) => {
            let answers: Vec<_> = record.answers.iter().filter(|answer| answer.field == field).collect();
            if answers.is_empty() {
                sections.push(vec![format!("This letter has no answer `{}`.", crate::output::screen::visible(field))]);
            }
            for answer in answers {
                sections.push(question::lines(answer, label(field, record, questionnaires)));
                sections.push(letter::lines_about(text, record, answer));
            }
        }
        None => {
            sections.push(letter::lines(text, record, shown.all));
            sections.push(answers::lines(record));
            sections.push(answers::diagnostics(record));
        }
    }
    let sections: Vec<String> =
        sections.iter().filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n")).collect();
    writeln!(out, "{}", sections.join("\n\n"))
}

/// The label of a question of the questionnaire that the letter answers.
fn label<'q>(field: &str, record: &Record, questionnaires: &'q [Questionnaire]) -> Option<&'q str> {
    let questionnaire =
        questionnaires.iter().find(|questionnaire| Some(&questionnaire.id) == record.questionnaire.as_ref())?;
    questionnaire.questions.iter().find(|question| question.field == field).map(|question| question.label.as_str())
}

/// The span of `start..end` where it holds at least one character of `text`.
fn inside(text: &str, start: usize, end: usize) -> Option<Span> {
    text.get(start..end).filter(|words| !words.is_empty()).map(|_| Span::new(start, end))
}
