//! The bodies asked that match, whether they have replied or not.

use std::io::Write;

use anyhow::{Context, Result};

use super::rows::write_rows;
use super::{Args, Format, read_query};
use crate::analysis::query::{BodyQuery, parse_names};
use crate::analysis::sent::{BodyReport, Sent, Status, Timing};
use crate::analysis::sql::{Rows, Value};
use crate::catalogue::Catalogue;
use crate::cli::asked::note_unmatched;
use crate::cli::letters::{Outcome, read_any};
use crate::record::Record;

pub(super) fn by_bodies(
    args: &Args,
    mut sent: Sent<'_>,
    catalogue: &Catalogue,
    out: &mut impl Write,
) -> Result<(Outcome, bool)> {
    let query = BodyQuery {
        statuses: list("status (--status)", args.status.as_deref(), &Status::ALL, Status::name)?,
        timings: list("timing (--timing)", args.timing.as_deref(), &Timing::ALL, Timing::name)?,
        letter: read_query(args, catalogue)?,
    };
    let outcome = read_any(&args.input.paths, catalogue, &mut |_, record| {
        sent.add(record);
        Ok(())
    })?;
    let report = sent.report(args.asked.day()?, &catalogue.questionnaires);
    note_unmatched(&report);
    let all = report.bodies.iter().enumerate().map(|(at, body)| (body, sent.reply(at)));
    let found: Vec<(&BodyReport, Option<&Record>)> = all.filter(|(body, reply)| query.matches(body, *reply)).collect();
    match args.format {
        Format::Paths => {
            let end = if args.null { '\0' } else { '\n' };
            for file in found.iter().filter_map(|(body, _)| body.file.as_ref()) {
                write!(out, "{file}{end}").context("cannot write the paths")?;
            }
        }
        Format::Table if found.is_empty() => {}
        format => {
            // A screen has no room for every date.
            let dates = format != Format::Table;
            let rows = found.iter().map(|(body, reply)| row(body, *reply, &query, dates)).collect();
            write_rows(&Rows { columns: columns(&query, dates), rows }, format, out)?;
        }
    }
    Ok((outcome, !found.is_empty()))
}

fn list<T: Copy>(what: &str, list: Option<&str>, all: &[T], name: fn(T) -> &'static str) -> Result<Vec<T>> {
    Ok(list.map(|list| parse_names(what, list, all, name)).transpose()?.unwrap_or_default())
}

fn columns(query: &BodyQuery, dates: bool) -> Vec<String> {
    let fixed: &[&str] = match dates {
        true => &["body", "status", "timing", "sent_on", "due_on", "replied_on", "working_days", "file"],
        false => &["body", "status", "timing", "due_on", "days", "file"],
    };
    let fields = query.letter.fields.iter().map(|condition| condition.field());
    let fields = fields.flat_map(|field| [field.to_owned(), format!("{field}_words")]);
    fixed.iter().map(|name| (*name).to_owned()).chain(fields).collect()
}

fn row(body: &BodyReport, reply: Option<&Record>, query: &BodyQuery, dates: bool) -> Vec<Value> {
    let text = |text: Option<&str>| text.map_or(Value::Null, |text| Value::Text(text.to_owned()));
    let days = body.working_days.map_or(Value::Null, |days| Value::Integer(i64::from(days)));
    let mut row = vec![text(Some(&body.body)), text(Some(body.status.name())), text(Some(body.timing.name()))];
    row.extend(dates.then(|| text(body.sent_on.as_deref())));
    row.push(text(body.due_on.as_deref()));
    row.extend(dates.then(|| text(body.replied_on.as_deref())));
    row.extend([days, text(body.file.as_deref())]);
    for condition in &query.letter.fields {
        let answers = reply.map_or(&[][..], |reply| &reply.answers);
        let answer = answers.iter().find(|answer| answer.field == condition.field());
        row.push(text(answer.map(|answer| answer.code.name())));
        row.push(text(answer.map(|answer| answer.words.as_str())));
    }
    row
}
