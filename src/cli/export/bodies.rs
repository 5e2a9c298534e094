//! The table of the bodies asked, whose rows are known when all letters have been read.

use std::io::Write;

use anyhow::{Context, Result};

use super::{Args, style};
use crate::analysis::sent::Sent;
use crate::catalogue::Catalogue;
use crate::cli::asked::note_unmatched;
use crate::cli::letters::{Outcome, read_any};
use crate::output::csv::CsvWriter;
use crate::output::tables::{bodies_columns, bodies_rows};

/// Reads the letters and writes the table.
pub(super) fn write(
    args: &Args,
    catalogue: &'static Catalogue,
    to_file: bool,
    out: &mut impl Write,
) -> Result<Outcome> {
    let sent = args.asked.sent(catalogue)?;
    let mut sent = sent.context("the table bodies needs the list of bodies asked; give it with --sent")?;
    let outcome = read_any(&args.input.paths, catalogue, &mut |_, record| {
        sent.add(record);
        Ok(())
    })?;
    write_table(&sent, args, catalogue, to_file, out)?;
    Ok(outcome)
}

/// Writes the table of what has been read and gives the output back.
pub(super) fn write_table<W: Write>(
    sent: &Sent<'_>,
    args: &Args,
    catalogue: &Catalogue,
    to_file: bool,
    out: W,
) -> Result<W> {
    let report = sent.report(args.asked.day()?, &catalogue.questionnaires);
    note_unmatched(&report);
    let table = CsvWriter::begin(out, &bodies_columns(catalogue), style(args, to_file));
    let mut table = table.context("cannot write the table")?;
    for row in bodies_rows(&report, sent, catalogue) {
        table.row(&row).context("cannot write the table")?;
    }
    table.finish().context("cannot write the table")
}
