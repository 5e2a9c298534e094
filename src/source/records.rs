//! Records that `export` wrote, read again so that a pipeline need not parse twice.

use std::io::BufRead;

use anyhow::{Context, Result, bail, ensure};

use crate::record::{Record, SCHEMA};

/// True where `start`, the beginning of an input, is a line of records rather than a letter.
pub fn is_records(start: &[u8]) -> bool {
    start.trim_ascii_start().starts_with(b"{") && start.windows(SCHEMA.len()).any(|window| window == SCHEMA.as_bytes())
}

/// Calls `each` with every record of `input`; `name` names it in errors.
///
/// # Errors
/// A line that is no record, with its number.
pub fn read_records(input: impl BufRead, name: &str, each: &mut dyn FnMut(Record) -> Result<()>) -> Result<()> {
    for (i, line) in input.split(b'\n').enumerate() {
        let number = i + 1;
        let line = line.with_context(|| format!("cannot read {name}, line {number}"))?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let record: Record = match serde_json::from_slice(&line) {
            Ok(record) => record,
            Err(error) => bail!(
                "{name}, line {number}, is not a record ({error}); give JSON lines that `foi-rj export --format jsonl` wrote"
            ),
        };
        ensure!(
            record.schema == SCHEMA,
            "{name}, line {number}, has the schema `{}`; this version reads `{SCHEMA}`",
            record.schema
        );
        each(record)?;
    }
    Ok(())
}
