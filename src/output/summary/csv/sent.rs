//! The rows of the bodies asked.

use super::{Row, row};
use crate::analysis::sent::{AskedQuestionnaire, BodyReport, SentReport};
use crate::output::csv::inert;

pub fn rows(report: &SentReport) -> Vec<Row<'_>> {
    let of = Some(report.asked);
    let counted_to = report.counted_to.as_deref().unwrap_or("");
    let mut rows = vec![Row { to: counted_to, ..row("asked", "asked", report.asked, None) }];
    rows.extend(report.statuses.iter().map(|count| row("asked", count.status.name(), count.n, of)));
    rows.extend(
        report.timings.iter().map(|count| Row { to: counted_to, ..row("timing", count.timing.name(), count.n, of) }),
    );
    rows.extend(report.bodies.iter().map(body));
    rows.extend(report.questionnaires.iter().flat_map(questionnaire));
    for body in &report.bodies {
        rows.extend(body.contradictions.iter().map(|found| Row {
            name: inert(&body.body).into_owned(),
            label: inert(&found.message).into_owned(),
            files: inert(&found.file).into_owned(),
            ..row("contradiction", &found.code, 1, None)
        }));
    }
    rows.extend(report.unmatched.iter().map(|letter| Row {
        name: inert(letter.authority.as_deref().unwrap_or("")).into_owned(),
        files: inert(&letter.file).into_owned(),
        ..row("unmatched", letter.why.name(), 1, None)
    }));
    rows
}

fn body(body: &BodyReport) -> Row<'_> {
    let files: Vec<&str> = body.file.iter().chain(&body.earlier).map(String::as_str).collect();
    Row {
        name: inert(&body.body).into_owned(),
        label: body.timing.name().to_owned(),
        from: body.received_on.as_deref().unwrap_or(""),
        to: body.due_on.as_deref().unwrap_or(""),
        min: body.working_days.map(u64::from),
        max: body.working_days.map(u64::from),
        files: inert(&files.join(" ")).into_owned(),
        ..row("body", body.status.name(), files.len(), None)
    }
}

fn questionnaire(questionnaire: &AskedQuestionnaire) -> Vec<Row<'_>> {
    let asked = questionnaire.asked;
    let of_question = questionnaire.questions.iter().flat_map(|question| {
        let counts = [
            ("asked", asked),
            ("replied", questionnaire.replied),
            ("on-target", questionnaire.on_target),
            ("answered", question.answered),
            ("usable", question.usable),
        ];
        counts.map(|(code, n)| Row {
            questionnaire: &questionnaire.id,
            name: inert(&question.field).into_owned(),
            label: inert(&question.label).into_owned(),
            ..row("asked-question", code, n, Some(asked))
        })
    });
    of_question.collect()
}
