//! `foi-rj query`: the letters that match, or what SQL says of them.

mod bodies;
mod rows;
mod sql;

use std::io::Write;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use super::asked::Asked;
use super::input::Input;
use super::letters::{Outcome, read_all};
use crate::analysis::query::{Condition, Provision, Query, Range, parse_names};
use crate::catalogue::Catalogue;
use crate::output::grid::{Grid, write_csv, write_screen};
use crate::output::json::{Array, write_line};
use crate::record::{Kind, Record};

/// Find letters by body, answer, date, exemption or words; or ask in SQL
///
/// Examples:
///   foi-rj query letters/ --field FIELD=yes,qualified --field OTHER!=given
///   foi-rj query letters/ --authority dudley --authority RXY
///   foi-rj query letters/ --adopted-from 2023-10 --adopted-to 2023-12
///   foi-rj query letters/ --exemption s21 --format paths
///   foi-rj query letters/ --sql "select code, count(*) from answers
///                                where field = 'FIELD' group by code"
///   foi-rj query letters/ --sent sent.csv --timing late,overdue
///
/// `foi-rj questionnaire show ID` names the fields. Conditions of different kinds
/// must all hold. --contains searches the answers, never the question that comes
/// back in a reply. With --sent, what is found are the bodies asked, and conditions
/// on a letter are held against the one that counts. The exit code is 1 where
/// nothing matches.
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Letters, and the questionnaires that are known
    #[command(flatten)]
    pub input: Input,

    /// The bodies asked
    #[command(flatten)]
    pub asked: Asked,

    /// With --sent, bodies of these statuses, parted by commas: replied, refused-in-part, refused, not-held, clarification, acknowledged, nothing
    #[arg(long, value_name = "STATUS", requires = "sent")]
    pub status: Option<String>,

    /// With --sent, bodies of these timings, parted by commas: in-time, late, overdue, not-due, paused, not-told
    #[arg(long, value_name = "TIMING", requires = "sent")]
    pub timing: Option<String>,

    /// A body, by ODS code or part of its name; several: any of them
    #[arg(long, value_name = "BODY")]
    pub authority: Vec<String>,

    /// A condition on an answer: FIELD=CODE,… FIELD!=CODE,… or, for dates and numbers, FIELD>=VALUE FIELD<=VALUE; several: all of them
    #[arg(long, value_name = "FIELD=CODE")]
    pub field: Vec<String>,

    /// The questionnaire's first date is on or after: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub adopted_from: Option<String>,

    /// The questionnaire's first date is on or before
    #[arg(long, value_name = "DATE")]
    pub adopted_to: Option<String>,

    /// Kinds of document, parted by commas: foi-response, foi-acknowledgement …
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,

    /// A provision relied on: s21, s40(2), FOISA s17; several: any of them
    #[arg(long, value_name = "PROVISION")]
    pub exemption: Vec<String>,

    /// Words that stand in an answer; several: all of them
    #[arg(long, value_name = "WORDS")]
    pub contains: Vec<String>,

    /// Only what a person should look at
    #[arg(long)]
    pub needs_review: bool,

    /// One `select` over the tables letters, answers, exchanges, counts, exemptions, links, attachments, diagnostics; with --sent, bodies
    #[arg(long, value_name = "SELECT", conflicts_with_all = ["authority", "field", "adopted_from", "adopted_to", "kind", "exemption", "contains", "needs_review", "status", "timing"])]
    pub sql: Option<String>,

    /// How to write what matches
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,

    /// With --format paths, end each path with a zero byte, for xargs -0
    #[arg(short = '0', long)]
    pub null: bool,
}

/// How matches are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One row a letter, 80 columns wide
    Table,
    /// The same columns, uncut
    Csv,
    /// One JSON object a line: the whole record, or a row of SQL
    Jsonl,
    /// One JSON array
    Json,
    /// The letters' paths, one a line
    Paths,
}

/// Writes what matches; true where something did.
///
/// # Errors
/// A condition that cannot be read, SQL that cannot be run, output that cannot be written.
pub fn run(args: &Args, catalogue: &'static Catalogue, out: &mut impl Write) -> Result<(Outcome, bool)> {
    if args.null && args.format != Format::Paths {
        bail!("--null goes with --format paths");
    }
    let done = match (&args.sql, args.asked.sent(catalogue)?) {
        (Some(sql), sent) => sql::by_sql(args, sql, sent, catalogue, out)?,
        (None, Some(sent)) => bodies::by_bodies(args, sent, catalogue, out)?,
        (None, None) => by_conditions(args, catalogue, out)?,
    };
    out.flush().context("cannot write what matches")?;
    Ok(done)
}

fn read_kinds(list: &str) -> Result<Vec<Kind>> {
    parse_names("kind of document", list, &Kind::ALL, Kind::name)
}

fn read_query(args: &Args, catalogue: &Catalogue) -> Result<Query> {
    Ok(Query {
        authorities: args.authority.clone(),
        fields: args.field.iter().map(|written| Condition::parse(written, catalogue)).collect::<Result<_>>()?,
        dated: Range::parse(args.adopted_from.as_deref(), args.adopted_to.as_deref())?,
        kinds: args.kind.as_deref().map(read_kinds).transpose()?.unwrap_or_default(),
        exemptions: args.exemption.iter().map(|written| Provision::parse(written)).collect::<Result<_>>()?,
        contains: args.contains.clone(),
        needs_review: args.needs_review,
    })
}

fn by_conditions(args: &Args, catalogue: &Catalogue, out: &mut impl Write) -> Result<(Outcome, bool)> {
    let query = read_query(args, catalogue)?;
    let mut grid = Grid { columns: columns(&query), rows: Vec::new() };
    let mut array = Array::default();
    let mut matched = false;
    let outcome = read_all(&args.input.paths, catalogue, &mut |_, record| {
        if !query.matches(record) {
            return Ok(());
        }
        matched = true;
        match args.format {
            Format::Table | Format::Csv => grid.rows.push(row(record, &query)),
            Format::Jsonl => write_line(record, out)?,
            Format::Json => array.push(record, out)?,
            Format::Paths => {
                let end = if args.null { '\0' } else { '\n' };
                write!(out, "{}{end}", record.file).context("cannot write the paths")?;
            }
        }
        Ok(())
    })?;
    match args.format {
        Format::Table if matched => write_screen(&grid, out)?,
        Format::Csv => write_csv(&grid, out)?,
        Format::Json => array.finish(out)?,
        _ => {}
    }
    Ok((outcome, matched))
}

fn columns(query: &Query) -> Vec<String> {
    let mut columns: Vec<String> = ["file", "authority", "kind", "replied"].map(str::to_owned).to_vec();
    for condition in &query.fields {
        columns.push(condition.field().to_owned());
        columns.push(format!("{}_words", condition.field()));
    }
    columns
}

fn row(record: &Record, query: &Query) -> Vec<String> {
    let authority = record.authority.as_ref().map_or("", |authority| authority.name.as_str());
    let replied = record.responded_on.as_ref().map_or("", |found| found.value.as_str());
    let mut row = vec![record.file.clone(), authority.to_owned(), record.kind.name().to_owned(), replied.to_owned()];
    for condition in &query.fields {
        let answer = record.answers.iter().find(|answer| answer.field == condition.field());
        row.push(answer.map_or(String::new(), |answer| answer.code.name().to_owned()));
        row.push(answer.map_or(String::new(), |answer| answer.words.clone()));
    }
    row
}
