//! What SQL says of the letters, over the tables that `export` writes.

use std::io::Write;

use anyhow::{Result, bail};

use super::rows::write_rows;
use super::{Args, Format};
use crate::analysis::sent::Sent;
use crate::analysis::sql::{Column, Database, Value};
use crate::catalogue::Catalogue;
use crate::cli::letters::{Outcome, read_all, read_any};
use crate::output::tables::{self, BODIES, Cell, Kind, bodies_columns, bodies_rows, tables};

pub(super) fn by_sql(
    args: &Args,
    sql: &str,
    mut sent: Option<Sent<'_>>,
    catalogue: &Catalogue,
    out: &mut impl Write,
) -> Result<(Outcome, bool)> {
    if args.format == Format::Paths {
        bail!("--format paths goes with conditions; --sql gives table, csv, jsonl or json");
    }
    let mut database = Database::new()?;
    let tables = tables(catalogue);
    for table in &tables {
        database.create(table.name, &declared(&table.columns))?;
    }
    let read = if sent.is_some() { read_any } else { read_all };
    let outcome = read(&args.input.paths, catalogue, &mut |_, record| {
        sent.iter_mut().for_each(|sent| sent.add(record));
        for (i, table) in tables.iter().enumerate() {
            for row in table.rows(record, catalogue) {
                database.insert(i, &values(row))?;
            }
        }
        Ok(())
    })?;
    if let Some(sent) = &sent {
        database.create(BODIES, &declared(&bodies_columns(catalogue)))?;
        let report = sent.report(args.asked.day()?, &catalogue.questionnaires);
        for row in bodies_rows(&report, sent, catalogue) {
            database.insert(tables.len(), &values(row))?;
        }
    }
    let rows = database.ask(sql)?;
    let matched = !rows.rows.is_empty();
    write_rows(&rows, args.format, out)?;
    Ok((outcome, matched))
}

fn declared(columns: &[tables::Column]) -> Vec<Column> {
    let column = |column: &tables::Column| Column { name: column.name.clone(), number: column.kind == Kind::Integer };
    columns.iter().map(column).collect()
}

fn values(row: Vec<Cell>) -> Vec<Value> {
    let value = |cell: Cell| match cell {
        Cell::Text(text) | Cell::Date(text) => Value::Text(text),
        Cell::Integer(number) => Value::Integer(number),
        Cell::Empty => Value::Null,
    };
    row.into_iter().map(value).collect()
}
