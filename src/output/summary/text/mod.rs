//! The summary as one calm screen: 80 columns, headings in bold, what matters least dim.

mod attention;
mod figures;
mod histogram;
mod linked;
mod off_target;
mod overview;
mod questions;
mod sent;
mod states;
mod timeline;

use std::io::{self, Write};

pub use figures::ROWS as FIGURES_IN_TEXT;

use crate::analysis::summary::{QuestionReport, QuestionnaireReport, Report};
use crate::output::screen::{DIM, HEADING, WIDTH, paint, wrap};

/// Up to this many dates are drawn one by one; more are counted by quarter.
const DRAWN_ONE_BY_ONE: usize = 20;

/// Writes the summary for a person. Styles are always written; the stream's owner decides on colour.
pub fn write_text(report: &Report, out: &mut impl Write) -> io::Result<()> {
    let mut sections = vec![overview::lines(report)];
    sections.extend(report.sent.iter().flat_map(sent::sections));
    for questionnaire in &report.questionnaires {
        sections.push(replies(questionnaire, report.replies));
        sections.push(states::lines(questionnaire));
        sections.extend(questionnaire.questions.iter().map(dates));
    }
    sections.push(linked::lines(report));
    sections.push(off_target::lines(report));
    sections.push(figures::lines(report));
    sections.push(figures::exemptions(report));
    sections.push(attention::lines(report));
    let shown: Vec<String> =
        sections.into_iter().filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n")).collect();
    writeln!(out, "{}", shown.join("\n\n"))
}

fn replies(questionnaire: &QuestionnaireReport, of: usize) -> Vec<String> {
    let mut lines: Vec<String> = wrap(&questionnaire.title, WIDTH).iter().map(|line| paint(HEADING, line)).collect();
    lines.extend(overview::on_target(questionnaire, of).iter().map(|line| paint(DIM, line)));
    lines.extend(questions::lines(questionnaire));
    lines
}

fn dates(question: &QuestionReport) -> Vec<String> {
    match question.dates.len() {
        0 => Vec::new(),
        1..=DRAWN_ONE_BY_ONE => timeline::lines(question),
        _ => histogram::lines(question),
    }
}
