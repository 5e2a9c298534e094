//! The summary as Markdown, for a report or a wiki: the same figures in tables, every percentage with its n.

mod sent;

use std::io::{self, Write};

use super::words::{counted, date, percent, period, range};
use crate::analysis::summary::{QuestionReport, QuestionnaireReport, Report};
use crate::output::markdown::table_under as table;
use crate::record::{Code, QuestionKind};

/// Rows of a table of figures; the rest is counted.
pub const ROWS: usize = 40;

/// Writes the summary as Markdown with tables.
pub fn write_markdown(report: &Report, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "# {}\n", counted(report.letters, "letter"))?;
    if report.letters == 0 {
        writeln!(out, "Nothing was read.")?;
        return report.sent.iter().try_for_each(|asked| sent::write(asked, out));
    }
    let authorities = &report.authorities;
    writeln!(
        out,
        "{} from {}; {} without a named authority.",
        counted(report.replies, "reply"),
        counted(authorities.bodies, "authority"),
        authorities.replies_without
    )?;
    let kinds = report.kinds.iter().filter(|count| count.letters > 0);
    let share = |n: usize| percent(n, report.letters);
    let kinds = kinds.map(|count| vec![count.kind.to_string(), count.letters.to_string(), share(count.letters)]);
    table(out, format!("Kinds (n {})", report.letters), &["kind", "n", "share"], kinds.collect())?;
    if let Some(asked) = &report.sent {
        sent::write(asked, out)?;
    }
    for questionnaire in &report.questionnaires {
        write_questionnaire(questionnaire, out)?;
    }
    let linked = report.linked.iter();
    let linked =
        linked.map(|linked| vec![linked.earlier.clone(), linked.counts.clone(), linked.authority.clone()]).collect();
    let title = format!("Replaced by a later letter to the same request (n {})", report.linked.len());
    table(out, title, &["letter", "the one that counts", "authority"], linked)?;
    write_off_target(report, out)?;
    write_figures(report, out)?;
    let used = report.exemptions.iter();
    let used =
        used.map(|used| vec![used.provision.clone(), used.letters.to_string(), percent(used.letters, report.replies)]);
    let title = format!("Exemptions relied on (n {})", counted(report.replies, "reply"));
    table(out, title, &["provision", "replies", "share"], used.collect())?;
    let title = format!("Needs a person's eye ({} of {})", report.attention.letters, counted(report.letters, "letter"));
    let reasons = report.attention.reasons.iter();
    let reasons = reasons.map(|reason| {
        vec![reason.reason.clone(), reason.n.to_string(), reason.letters.to_string(), reason.files.join(", ")]
    });
    table(out, title, &["reason", "times", "letters", "for example"], reasons.collect())
}

fn write_questionnaire(questionnaire: &QuestionnaireReport, out: &mut impl Write) -> io::Result<()> {
    let title = format!("{} (n {})", questionnaire.title, counted(questionnaire.on_target, "reply"));
    let rows = questionnaire.questions.iter().map(question).collect();
    let columns = ["no.", "question", "asked", "answered", "usable", "they say", "no value"];
    table(out, title, &columns, rows)?;
    for question in questionnaire.questions.iter().filter(|question| !question.dates.is_empty()) {
        let rows = question.dates.iter().map(|dated| {
            let said = date(&dated.code, &dated.from, &dated.to);
            let authority = dated.authority.as_deref().unwrap_or_default();
            vec![said, dated.code.clone(), authority.to_owned(), dated.file.to_string()]
        });
        let title = format!("{} (n {})", question.label, question.dates.len());
        table(out, title, &["date", "code", "authority", "file"], rows.collect())?;
    }
    Ok(())
}

fn question(question: &QuestionReport) -> Vec<String> {
    // Shares of the usable answers say something only where these can differ.
    let (of, noun) = match question.kind {
        QuestionKind::YesNo => (question.usable, "usable"),
        _ => (question.asked, "asked"),
    };
    let is_state = |code: &str| code != "value" && !Code::from(code).is_value();
    let (states, values): (Vec<_>, Vec<_>) = question.codes.iter().partition(|count| is_state(&count.code));
    let values =
        values.iter().map(|count| format!("{} {} ({} of {of} {noun})", count.code, count.n, percent(count.n, of)));
    let states = states.iter().map(|count| format!("{} {}", count.code, count.n));
    vec![
        question.number.clone(),
        question.label.clone(),
        question.asked.to_string(),
        question.answered.to_string(),
        question.usable.to_string(),
        values.collect::<Vec<_>>().join(", "),
        states.collect::<Vec<_>>().join(", "),
    ]
}

/// Replies to other requests, question by question.
fn write_off_target(report: &Report, out: &mut impl Write) -> io::Result<()> {
    let rows = report.off_target.iter().flat_map(|other| {
        let body = other.authority.as_deref().unwrap_or_default().to_owned();
        let row =
            |question: &str, code: &str| vec![other.file.clone(), body.clone(), question.to_owned(), code.to_owned()];
        let none = other.answers.is_empty().then(|| row("(no question found)", ""));
        let answers = other.answers.iter().map(|answer| row(&answer.question, answer.code.name()));
        none.into_iter().chain(answers).collect::<Vec<_>>()
    });
    let title = format!("Off target: replies to another request (n {})", report.off_target.len());
    table(out, title, &["file", "authority", "question", "code"], rows.collect())
}

fn write_figures(report: &Report, out: &mut impl Write) -> io::Result<()> {
    let rows = report.figures.iter().take(ROWS).map(|sum| {
        vec![
            sum.authority.as_deref().unwrap_or("(authority not told)").to_owned(),
            sum.measure.to_string(),
            period(sum.period.as_deref()),
            range(sum),
            sum.figures.to_string(),
        ]
    });
    let title = format!("Figures (n {})", report.figures.len() + report.more_figures);
    table(out, title, &["authority", "measure", "period", "sum", "cells"], rows.collect())?;
    match report.figures.len().saturating_sub(ROWS) + report.more_figures {
        0 => Ok(()),
        more => writeln!(out, "\n… {more} more: `foi-rj export --table counts`"),
    }
}
