//! The summary as one JSON object, `foi-rj/summary/1`: the fields of [`Report`] as they are.

use std::io::Write;

use anyhow::{Context, Result};

use crate::analysis::summary::Report;

/// Writes the summary for programs, indented, with a line end.
pub fn write_json(report: &Report, out: &mut impl Write) -> Result<()> {
    serde_json::to_writer_pretty(&mut *out, report).context("cannot write the summary as JSON")?;
    writeln!(out).context("cannot write the summary as JSON")
}
