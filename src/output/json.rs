//! Records as JSON: one object a line, or one array; written as they come, never held.

use std::io::Write;

use anyhow::{Context, Result};

use crate::record::Record;

/// Writes one record as a line.
///
/// # Errors
/// Those of `out`.
pub fn write_line(record: &Record, out: &mut impl Write) -> Result<()> {
    serde_json::to_writer(&mut *out, record).map_err(std::io::Error::from).context("cannot write the records")?;
    out.write_all(b"\n").context("cannot write the records")
}

/// An array of records being written.
#[derive(Debug, Default)]
pub struct Array {
    begun: bool,
}

impl Array {
    /// Writes one record more.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn push(&mut self, record: &Record, out: &mut impl Write) -> Result<()> {
        let before: &[u8] = if self.begun { b",\n" } else { b"[\n" };
        self.begun = true;
        out.write_all(before).context("cannot write the records")?;
        serde_json::to_writer_pretty(&mut *out, record)
            .map_err(std::io::Error::from)
            .context("cannot write the records")
    }

    /// Ends the array.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn finish(self, out: &mut impl Write) -> Result<()> {
        let end: &[u8] = if self.begun { b"\n]\n" } else { b"[]\n" };
        out.write_all(end).context("cannot write the records")
    }
}
