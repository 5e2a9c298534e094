//! The summary as one tidy table: a row a number, empty cells where a column does not apply.
//!
//! | section | a row is | `name`, `label`, `code` | `n` of `of` |
//! | --- | --- | --- | --- |
//! | `corpus` | a count of the whole | `letters`, `replies` … as `code` | of all letters, bodies aside |
//! | `asked` | bodies of a status; only with a list of bodies asked | status as `code` | of all asked |
//! | `timing` | bodies of a timing | timing as `code`; `to` is the day counted to | of all asked |
//! | `body` | a body asked | body, timing, status; `from` receipt `to` the last day, working days | letters |
//! | `asked-question` | a question by body | field, label, `asked`, `replied`, `on-target`, `answered`, `usable` | of all asked |
//! | `contradiction` | what does not fit | body, message, code | `files` is the letter |
//! | `unmatched` | a letter of nobody on the list | authority, –, reason | `files` is the letter |
//! | `kind` | a kind of document | kind as `code` | of all letters |
//! | `question` | a notion of a reply | field, label, `asked`, `answered`, `usable`, `stated` | of the one before |
//! | `answer` | a code of a question | field, label, code | values of usable, states of asked |
//! | `value` | a number or option | field, label, value | of usable |
//! | `date` | one reply's date | field, authority, EDTF | `from` and `to` are its days |
//! | `linked` | a reply that a later one replaces | authority, the later letter | `files` is the earlier |
//! | `off-target` | an answer to another request | authority, question, code | `files` is the letter |
//! | `figure` | a sum | authority, measure, period as printed | cells; `min` to `max` is the sum |
//! | `exemption` | a provision | provision as `code` | of all replies |
//! | `attention` | a reason to look | source, –, reason | times; `of` letters is left empty |

mod sent;

use std::io::Write;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::analysis::summary::{FigureSum, OffTarget, QuestionReport, QuestionnaireReport, Reason, Report};
use crate::output::csv::inert;
use crate::record::Code;

/// One row; the order of the fields is the order of the columns.
#[derive(Default, Serialize)]
struct Row<'r> {
    section: &'r str,
    questionnaire: &'r str,
    name: String,
    label: String,
    code: String,
    from: &'r str,
    to: &'r str,
    n: usize,
    of: Option<usize>,
    share: Option<String>,
    min: Option<u64>,
    max: Option<u64>,
    files: String,
}

/// Writes the summary as CSV (RFC 4180) with a header row.
pub fn write_csv(report: &Report, out: &mut impl Write) -> Result<()> {
    let mut table = csv::WriterBuilder::new().has_headers(false).terminator(csv::Terminator::CRLF).from_writer(out);
    let header = "section,questionnaire,name,label,code,from,to,n,of,share,min,max,files";
    table.write_record(header.split(',')).context("cannot write the summary as CSV")?;
    for row in rows(report) {
        table.serialize(row).context("cannot write the summary as CSV")?;
    }
    table.flush().context("cannot write the summary as CSV")
}

fn rows(report: &Report) -> Vec<Row<'_>> {
    let authorities = report.authorities;
    let mut rows = vec![
        row("corpus", "letters", report.letters, None),
        row("corpus", "replies", report.replies, Some(report.letters)),
        row("corpus", "bodies", authorities.bodies, None),
        row("corpus", "bodies-with-several-replies", authorities.with_several_replies, Some(authorities.bodies)),
        row("corpus", "replies-without-authority", authorities.replies_without, Some(report.replies)),
    ];
    rows.extend(report.kinds.iter().map(|count| row("kind", count.kind.name(), count.letters, Some(report.letters))));
    rows.extend(report.sent.iter().flat_map(sent::rows));
    rows.extend(report.questionnaires.iter().flat_map(questionnaire));
    rows.extend(report.linked.iter().map(|linked| Row {
        questionnaire: &linked.questionnaire,
        name: inert(&linked.authority).into_owned(),
        label: inert(&linked.counts).into_owned(),
        files: inert(&linked.earlier).into_owned(),
        ..row("linked", "replaced", 1, None)
    }));
    rows.extend(report.off_target.iter().flat_map(off_target));
    rows.extend(report.figures.iter().map(figure));
    let replies = Some(report.replies);
    rows.extend(report.exemptions.iter().map(|used| row("exemption", &used.provision, used.letters, replies)));
    rows.extend(report.attention.reasons.iter().map(attention));
    rows
}

fn row<'r>(section: &'r str, code: &str, n: usize, of: Option<usize>) -> Row<'r> {
    let share = of.filter(|&of| of > 0).map(|of| format!("{:.4}", n as f64 / of as f64));
    Row { section, code: inert(code).into_owned(), n, of, share, ..Row::default() }
}

fn questionnaire(questionnaire: &QuestionnaireReport) -> Vec<Row<'_>> {
    let mut rows = vec![row("questionnaire", "on-target", questionnaire.on_target, None)];
    rows.push(row("questionnaire", "with-usable", questionnaire.with_usable, Some(questionnaire.on_target)));
    for question in &questionnaire.questions {
        let mut of_question = answers(question, questionnaire.on_target);
        for row in &mut of_question {
            row.name = inert(&question.field).into_owned();
            if row.label.is_empty() {
                row.label = inert(&question.label).into_owned();
            }
        }
        rows.extend(of_question);
    }
    rows.iter_mut().for_each(|row| row.questionnaire = &questionnaire.id);
    rows
}

fn answers(question: &QuestionReport, on_target: usize) -> Vec<Row<'_>> {
    let mut rows = vec![
        row("question", "asked", question.asked, Some(on_target)),
        row("question", "answered", question.answered, Some(question.asked)),
        row("question", "usable", question.usable, Some(question.answered)),
        row("question", "stated", question.stated, Some(question.usable)),
    ];
    rows.extend(question.codes.iter().map(|count| {
        let code = Code::from(count.code.as_str());
        let of = match code {
            Code::Unasked => on_target,
            _ if code.is_value() => question.usable,
            _ => question.asked,
        };
        row("answer", &count.code, count.n, Some(of))
    }));
    rows.extend(question.values.iter().map(|value| row("value", &value.code, value.n, Some(question.usable))));
    rows.extend(question.dates.iter().map(|dated| Row {
        label: inert(dated.authority.as_deref().unwrap_or("–")).into_owned(),
        from: &dated.from,
        to: &dated.to,
        files: inert(&dated.file).into_owned(),
        ..row("date", &dated.code, 1, None)
    }));
    rows
}

fn off_target(other: &OffTarget) -> Vec<Row<'_>> {
    let row = |label: &str, code: &str| Row {
        name: inert(other.authority.as_deref().unwrap_or("")).into_owned(),
        label: inert(label).into_owned(),
        files: inert(&other.file).into_owned(),
        ..row("off-target", code, 1, None)
    };
    match other.answers.is_empty() {
        true => vec![row("", "")],
        false => other.answers.iter().map(|answer| row(&answer.question, answer.code.name())).collect(),
    }
}

fn figure(sum: &FigureSum) -> Row<'_> {
    let period = sum.period.as_deref();
    Row {
        name: inert(sum.authority.as_deref().unwrap_or("")).into_owned(),
        label: inert(&sum.measure).into_owned(),
        from: period.and_then(|period| period.start.as_deref()).unwrap_or(""),
        to: period.and_then(|period| period.end.as_deref()).unwrap_or(""),
        min: (sum.untold < sum.figures).then_some(sum.min),
        max: sum.max,
        ..row("figure", period.and_then(|period| period.printed.as_deref()).unwrap_or(""), sum.figures, None)
    }
}

fn attention(reason: &Reason) -> Row<'_> {
    let source = serde_json::to_value(reason.source).ok().and_then(|name| name.as_str().map(str::to_owned));
    Row {
        name: source.unwrap_or_default(),
        files: inert(&reason.files.join(" ")).into_owned(),
        ..row("attention", &reason.reason, reason.n, None)
    }
}
