//! Rows of values in the formats of `query`.

use std::io::Write;

use anyhow::{Context, Result};

use super::Format;
use crate::analysis::sql::{Rows, Value};
use crate::output::grid::{Grid, write_csv, write_screen};

/// Writes `rows`; a format of paths is none of rows.
pub(super) fn write_rows(rows: &Rows, format: Format, out: &mut impl Write) -> Result<()> {
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
