//! `foi-rj query`: the letters that match, or what SQL says of them.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use super::known::Known;
use super::letters::{Outcome, read_all};
use crate::analysis::query::{Condition, Provision, Query, Range, parse_kinds};
use crate::analysis::sql::{Column, Database, Rows, Value};
use crate::catalogue::Catalogue;
use crate::output::grid::{Grid, write_csv, write_screen};
use crate::output::json::{Array, write_line};
use crate::output::tables::{Cell, Kind, tables};
use crate::record::Record;

/// Find letters by body, answer, date, exemption or words; or ask in SQL
///
/// Examples:
///   foi-rj query letters/ --field FIELD=yes,qualified --field OTHER!=given
///   foi-rj query letters/ --authority dudley --authority RXY
///   foi-rj query letters/ --adopted-from 2023-10 --adopted-to 2023-12
///   foi-rj query letters/ --exemption s21 --format paths
///   foi-rj query letters/ --sql "select code, count(*) from answers
///                                where field = 'FIELD' group by code"
///
/// `foi-rj questionnaire show ID` names the fields. Conditions of different kinds
/// must all hold. --contains searches the answers, never the question that comes
/// back in a reply. The exit code is 1 where nothing matches.
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Letters, folders of letters, records (.jsonl); - is standard input
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,

    /// Which questionnaires are known
    #[command(flatten)]
    pub known: Known,

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

    /// One `select` over the tables letters, answers, exchanges, counts, exemptions, links, attachments, diagnostics
    #[arg(long, value_name = "SELECT", conflicts_with_all = ["authority", "field", "adopted_from", "adopted_to", "kind", "exemption", "contains", "needs_review"])]
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
pub fn run(args: &Args, catalogue: &Catalogue, out: &mut impl Write) -> Result<(Outcome, bool)> {
    if args.null && args.format != Format::Paths {
        bail!("--null goes with --format paths");
    }
    let done = match &args.sql {
        Some(sql) => by_sql(args, sql, catalogue, out)?,
        None => by_conditions(args, catalogue, out)?,
    };
    out.flush().context("cannot write what matches")?;
    Ok(done)
}

fn read_query(args: &Args, catalogue: &Catalogue) -> Result<Query> {
    Ok(Query {
        authorities: args.authority.clone(),
        fields: args.field.iter().map(|written| Condition::parse(written, catalogue)).collect::<Result<_>>()?,
        dated: Range::parse(args.adopted_from.as_deref(), args.adopted_to.as_deref())?,
        kinds: args.kind.as_deref().map(parse_kinds).transpose()?.unwrap_or_default(),
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
    let outcome = read_all(&args.paths, catalogue, &mut |_, record| {
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

fn by_sql(args: &Args, sql: &str, catalogue: &Catalogue, out: &mut impl Write) -> Result<(Outcome, bool)> {
    if args.format == Format::Paths {
        bail!("--format paths goes with conditions; --sql gives table, csv, jsonl or json");
    }
    let mut database = Database::new()?;
    let tables = tables(catalogue);
    for table in &tables {
        let columns: Vec<Column> = table
            .columns
            .iter()
            .map(|column| Column { name: column.name.clone(), number: column.kind == Kind::Integer })
            .collect();
        database.create(table.name, &columns)?;
    }
    let outcome = read_all(&args.paths, catalogue, &mut |_, record| {
        for (i, table) in tables.iter().enumerate() {
            for row in table.rows(record, catalogue) {
                let values: Vec<Value> = row.into_iter().map(value).collect();
                database.insert(i, &values)?;
            }
        }
        Ok(())
    })?;
    let rows = database.ask(sql)?;
    let matched = !rows.rows.is_empty();
    write_rows(&rows, args.format, out)?;
    Ok((outcome, matched))
}

fn value(cell: Cell) -> Value {
    match cell {
        Cell::Text(text) | Cell::Date(text) => Value::Text(text),
        Cell::Integer(number) => Value::Integer(number),
        Cell::Empty => Value::Null,
    }
}

fn write_rows(rows: &Rows, format: Format, out: &mut impl Write) -> Result<()> {
    let json = |row: &Vec<Value>| -> serde_json::Map<String, serde_json::Value> {
        rows.columns.iter().cloned().zip(row.iter().map(as_json)).collect()
    };
    match format {
        Format::Jsonl => {
            for row in &rows.rows {
                serde_json::to_writer(&mut *out, &json(row))
                    .map_err(std::io::Error::from)
                    .context("cannot write the rows")?;
                writeln!(out).context("cannot write the rows")?;
            }
            Ok(())
        }
        Format::Json => {
            let all: Vec<_> = rows.rows.iter().map(json).collect();
            serde_json::to_writer_pretty(&mut *out, &all)
                .map_err(std::io::Error::from)
                .context("cannot write the rows")?;
            writeln!(out).context("cannot write the rows")
        }
        _ => {
            let text = |value: &Value| match value {
                Value::Null => String::new(),
                Value::Integer(number) => number.to_string(),
                Value::Real(number) => number.to_string(),
                Value::Text(text) => text.clone(),
            };
            let cells = rows.rows.iter().map(|row| row.iter().map(text).collect()).collect();
            let grid = Grid { columns: rows.columns.clone(), rows: cells };
            if format == Format::Csv { write_csv(&grid, out) } else { write_screen(&grid, out) }
        }
    }
}

fn as_json(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Integer(number) => (*number).into(),
        Value::Real(number) => (*number).into(),
        Value::Text(text) => text.clone().into(),
    }
}
