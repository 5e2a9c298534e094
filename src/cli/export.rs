//! `foi-rj export`: records for spreadsheets and pipelines.

mod bodies;

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use super::asked::Asked;
use super::input::Input;
use super::letters::{Outcome, read_all};
use crate::catalogue::Catalogue;
use crate::output::csv::{CsvWriter, Style};
use crate::output::file::NewFile;
use crate::output::json::{Array, write_line};
use crate::output::tables::{BODIES, NAMES, Table, table, tables};
use crate::record::Record;

/// Write records: CSV for spreadsheets, JSON lines for pipelines
///
/// Examples:
///   foi-rj export letters/ -o letters.csv
///   foi-rj export letters/ --table answers -o answers.csv
///   foi-rj export letters/ -o tables/                  every table, one file each
///   foi-rj export letters/ --sent sent.csv -o bodies.csv        one row a body asked
///   foi-rj export letters/ --format jsonl | foi-rj query - --kind foi-response
///
/// CSV files begin with a byte-order mark, so that spreadsheets read them as
/// UTF-8; CSV on a pipe does not. A text that a spreadsheet would run as a formula
/// gets an apostrophe before it; numbers and dates never do.
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Letters, and the questionnaires that are known
    #[command(flatten)]
    pub input: Input,

    /// The bodies asked
    #[command(flatten)]
    pub asked: Asked,

    /// How to write the records
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    pub format: Format,

    /// Which table, for CSV; by default letters, with --sent bodies
    #[arg(long, value_name = "TABLE", value_parser = NAMES)]
    pub table: Option<String>,

    /// Write to a file; a folder (existing, or ending in /) gets every table as CSV
    #[arg(short, long, value_name = "FILE|DIR")]
    pub output: Option<PathBuf>,

    /// Replace files that exist
    #[arg(long)]
    pub force: bool,

    /// Begin CSV with a byte-order mark, also on a pipe
    #[arg(long, overrides_with = "no_bom")]
    pub bom: bool,

    /// Begin CSV without a byte-order mark, also in a file
    #[arg(long, overrides_with = "bom")]
    pub no_bom: bool,

    /// Leave text that looks like a formula as it is
    #[arg(long)]
    pub no_guard: bool,
}

/// How records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table for spreadsheets
    Csv,
    /// One JSON object a line, the whole record
    Jsonl,
    /// One JSON array of whole records
    Json,
}

/// Writes the records of the letters that `args` name.
///
/// # Errors
/// Output that cannot be written, or would replace a file without leave.
pub fn run(args: &Args, catalogue: &'static Catalogue, out: &mut impl Write) -> Result<Outcome> {
    if args.format != Format::Csv && (args.table.is_some() || args.bom || args.no_guard) {
        bail!("--table, --bom and --no-guard are for CSV; leave them out, or leave out --format");
    }
    if args.format != Format::Csv && args.asked.sent.is_some() {
        bail!(
            "--sent is for tables, and --format {} writes whole records; leave one of the two out",
            name(args.format)
        );
    }
    if args.asked.sent.is_some() && args.table.as_ref().is_some_and(|table| table != BODIES) {
        bail!("--sent goes with the table bodies; leave out --table, or --sent");
    }
    match &args.output {
        Some(path) if path != Path::new("-") && is_folder(path) => all_tables(args, catalogue, path),
        Some(path) if path != Path::new("-") => {
            let mut file = NewFile::begin(path, args.force)?;
            let outcome = write(args, catalogue, true, &mut file)?;
            file.finish()?;
            Ok(outcome)
        }
        _ => {
            let outcome = write(args, catalogue, false, out)?;
            out.flush().context("cannot write the records")?;
            Ok(outcome)
        }
    }
}

fn name(format: Format) -> String {
    format.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
}

fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator)
}

fn style(args: &Args, to_file: bool) -> Style {
    Style { mark: args.bom || to_file && !args.no_bom, guard: !args.no_guard }
}

fn write(args: &Args, catalogue: &'static Catalogue, to_file: bool, out: &mut impl Write) -> Result<Outcome> {
    match args.format {
        Format::Jsonl => read_all(&args.input.paths, catalogue, &mut |_, record| write_line(record, out)),
        Format::Json => {
            let mut array = Array::default();
            let outcome = read_all(&args.input.paths, catalogue, &mut |_, record| array.push(record, out))?;
            array.finish(out)?;
            Ok(outcome)
        }
        Format::Csv if args.table.as_ref().map_or(args.asked.sent.is_some(), |table| table == BODIES) => {
            bodies::write(args, catalogue, to_file, out)
        }
        Format::Csv => {
            let name = args.table.as_deref().unwrap_or("letters");
            let table = table(name, catalogue).with_context(|| format!("there is no table `{name}`"))?;
            // The header waits for the first record, so that nothing is printed where nothing could be read.
            let (mut writer, mut waiting) = (None, Some(out));
            let outcome = read_all(&args.input.paths, catalogue, &mut |_, record| {
                if let Some(out) = waiting.take() {
                    writer = Some(
                        CsvWriter::begin(out, &table.columns, style(args, to_file))
                            .context("cannot write the table")?,
                    );
                }
                writer.as_mut().map_or(Ok(()), |writer| rows(writer, &table, record, catalogue))
            })?;
            if let Some(writer) = writer {
                writer.finish().context("cannot write the table")?;
            }
            Ok(outcome)
        }
    }
}

fn rows<W: Write>(writer: &mut CsvWriter<W>, table: &Table, record: &Record, catalogue: &Catalogue) -> Result<()> {
    for row in table.rows(record, catalogue) {
        writer.row(&row).context("cannot write the table")?;
    }
    Ok(())
}

/// Writes every table into `folder`; the files appear together, when all are finished.
fn all_tables(args: &Args, catalogue: &'static Catalogue, folder: &Path) -> Result<Outcome> {
    if args.format != Format::Csv || args.table.is_some() {
        bail!("{} is a folder, which gets every table as CSV; name a file for anything else", folder.display());
    }
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let mut sent = args.asked.sent(catalogue)?;
    let tables = tables(catalogue);
    let mut writers = Vec::with_capacity(tables.len());
    for table in &tables {
        let file = NewFile::begin(&folder.join(format!("{}.csv", table.name)), args.force)?;
        writers.push(CsvWriter::begin(file, &table.columns, style(args, true)).context("cannot write the tables")?);
    }
    let of_bodies = sent.as_ref().map(|_| NewFile::begin(&folder.join(format!("{BODIES}.csv")), args.force));
    let of_bodies = of_bodies.transpose()?;
    let outcome = read_all(&args.input.paths, catalogue, &mut |_, record| {
        sent.iter_mut().for_each(|sent| sent.add(record));
        tables.iter().zip(&mut writers).try_for_each(|(table, writer)| rows(writer, table, record, catalogue))
    })?;
    let of_bodies = match (of_bodies, &sent) {
        (Some(file), Some(sent)) => Some(bodies::write_table(sent, args, catalogue, true, file)?),
        _ => None,
    };
    for writer in writers {
        writer.finish().context("cannot write the tables")?.finish()?;
    }
    if let Some(file) = of_bodies {
        file.finish()?;
    }
    Ok(outcome)
}
