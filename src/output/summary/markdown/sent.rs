//! The bodies asked as Markdown: how many have done what, each of them, each question, and what does not fit.

use std::io::{self, Write};

use crate::analysis::sent::{AskedQuestionnaire, BodyReport, SentReport};
use crate::output::markdown::{cell, table_under as table};
use crate::output::summary::words::{counted_to, percent};

pub fn write(report: &SentReport, out: &mut impl Write) -> io::Result<()> {
    let of = report.asked;
    let row = |name: &str, n: usize| vec![name.to_owned(), n.to_string(), format!("{} of {of}", percent(n, of))];
    let statuses = report.statuses.iter().map(|count| row(count.status.name(), count.n));
    table(out, format!("Bodies asked by {} (n {of})", report.list), &["status", "n", "share"], statuses.collect())?;
    let timings = report.timings.iter().map(|count| row(count.timing.name(), count.n));
    table(out, format!("In time (n {of})"), &["timing", "n", "share"], timings.collect())?;
    writeln!(out, "\n{}.", cell(&counted_to(report)))?;
    let columns = ["body", "status", "timing", "working days", "due", "replied", "letter", "earlier"];
    table(out, format!("Each body (n {of})"), &columns, report.bodies.iter().map(body).collect())?;
    for questionnaire in &report.questionnaires {
        questions(questionnaire, out)?;
    }
    let found = report.bodies.iter().flat_map(|body| &body.contradictions);
    let found: Vec<_> =
        found.map(|found| vec![found.code.clone(), found.file.clone(), found.message.clone()]).collect();
    let title = format!("Contradictory, so that no time is counted (n {})", found.len());
    table(out, title, &["code", "letter", "what"], found)?;
    let letters = report.unmatched.iter();
    let letters = letters.map(|letter| {
        vec![letter.file.clone(), letter.authority.clone().unwrap_or_default(), letter.why.name().to_owned()]
    });
    let title = format!("Letters of nobody on the list (n {})", report.unmatched.len());
    table(out, title, &["letter", "authority", "why"], letters.collect())?;
    let unknown = report.bodies.iter().filter(|body| !body.known && body.file.is_none());
    let unknown = unknown.map(|body| vec![format!("line {}", body.line), body.body.clone()]);
    let not_read = report.files_not_read.iter().map(|file| vec!["file".to_owned(), file.clone()]);
    let rows: Vec<_> = unknown.chain(not_read).collect();
    let title = format!("On the list, and neither known nor named by a letter (n {})", rows.len());
    table(out, title, &["where", "what"], rows)
}

fn body(body: &BodyReport) -> Vec<String> {
    let maybe = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        body.body.clone(),
        body.status.name().to_owned(),
        body.timing.name().to_owned(),
        body.working_days.map_or(String::new(), |days| days.to_string()),
        maybe(&body.due_on),
        maybe(&body.replied_on),
        maybe(&body.file),
        body.earlier.join(", "),
    ]
}

fn questions(questionnaire: &AskedQuestionnaire, out: &mut impl Write) -> io::Result<()> {
    let of = questionnaire.asked;
    let share = |n: usize| format!("{n} of {of} ({})", percent(n, of));
    let rows = questionnaire.questions.iter().map(|question| {
        vec![
            question.number.clone(),
            question.label.clone(),
            of.to_string(),
            share(questionnaire.replied),
            share(questionnaire.on_target),
            share(question.answered),
            share(question.usable),
        ]
    });
    let columns = ["no.", "question", "asked", "replied", "on target", "answered", "usable"];
    table(out, format!("Asked: {} (n {of})", questionnaire.title), &columns, rows.collect())
}
