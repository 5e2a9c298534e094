//! The evaluation as one JSON object, `foi-rj/evaluation/1`: the fields of [`Report`] as they are.

use std::io::Write;

use anyhow::{Context, Result};

use crate::analysis::evaluation::Report;

/// Writes the evaluation for programs, indented, with a line end.
///
/// # Errors
/// Those of `out`.
pub fn write_json(report: &Report, out: &mut impl Write) -> Result<()> {
    serde_json::to_writer_pretty(&mut *out, report)
        .map_err(std::io::Error::from)
        .context("cannot write the evaluation")?;
    writeln!(out).context("cannot write the evaluation")
}
