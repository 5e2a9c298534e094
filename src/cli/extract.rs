//! `foi-rj extract`: a filter from letters to records, one line in, one line out, for engines that run many of it.

use std::fs::File;
use std::io::{BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::known::Known;
use super::letters::Outcome;
use super::progress::Progress;
use crate::catalogue::Catalogue;
use crate::output::json::write_line;
use crate::pipeline::try_extract;
use crate::source::{read_line, read_lines};

/// Bytes of the input that are read at once.
const BUFFER: usize = 256 << 10;
/// So many such readings may wait to be extracted.
const AHEAD: usize = 8;

/// Turn letters on standard input into records, line by line, for GNU parallel or Spark
///
/// Examples:
///   foi-rj extract < letters.jsonl > records.jsonl
///   parallel --pipepart -a letters.jsonl --block 10M -k foi-rj extract -j1 > records.jsonl
///
/// A line is {"file": "a.txt", "text": "…"}; other keys are ignored. Each gives one
/// line, a record as `export --format jsonl` writes it, in the same order and as
/// soon as it is there. A line that is no letter gives none: it is reported by its
/// number, the rest are extracted, and the exit code is 2.
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Letters as JSON lines; - is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub input: PathBuf,

    /// Which questionnaires are known
    #[command(flatten)]
    pub known: Known,
}

/// Writes the records of the letters that stand on the lines of the input.
///
/// # Errors
/// Input that cannot be read, output that cannot be written. Lines that are no letters are reported and counted.
pub fn run(args: &Args, catalogue: &Catalogue, out: &mut impl Write) -> Result<Outcome> {
    let name = if args.input == Path::new("-") { "standard input".into() } else { args.input.to_string_lossy() };
    let place = || format!("cannot read {name}; give letters as JSON lines, or use `export` for letters in files");
    let input: Box<dyn Read + Send> = match args.input.to_str() {
        Some("-") => Box::new(std::io::stdin()),
        _ => Box::new(File::open(&args.input).with_context(place)?),
    };
    let (arriving, progress) = (read_ahead(input), Progress::begin(&[]));
    let (mut outcome, mut before) = (Outcome::default(), 0);
    while let Ok(first) = arriving.recv() {
        let (lines, broken) = gather(first, &arriving);
        let records: Vec<Result<Vec<u8>>> =
            lines.par_iter().map(|line| record(line, catalogue).inspect(|_| progress.step())).collect();
        for (number, record) in (before + 1..).zip(records) {
            match record {
                Ok(line) => {
                    outcome.letters += usize::from(!line.is_empty());
                    out.write_all(&line).context("cannot write the records")?;
                }
                Err(error) => {
                    outcome.unreadable += 1;
                    progress.error(&format!("{name}, line {number}: {error:#}"));
                }
            }
        }
        out.flush().context("cannot write the records")?;
        before += lines.len();
        if let Some(error) = broken {
            return Err(error).with_context(place);
        }
    }
    Ok(outcome)
}

/// The record of the letter on `line`, as a line; nothing for an empty line.
fn record(line: &[u8], catalogue: &Catalogue) -> Result<Vec<u8>> {
    let mut written = Vec::new();
    if !line.trim_ascii().is_empty() {
        write_line(&try_extract(&read_line(line)?, catalogue)?, &mut written)?;
    }
    Ok(written)
}

type Lines = std::io::Result<Vec<Vec<u8>>>;

/// Reads on while records are made. The thread is left behind where the run ends early: it may be waiting for input.
fn read_ahead(input: Box<dyn Read + Send>) -> Receiver<Lines> {
    let (sender, receiver) = sync_channel(AHEAD);
    thread::spawn(move || {
        let mut input = BufReader::with_capacity(BUFFER, input);
        loop {
            let lines = read_lines(&mut input);
            let last = lines.is_err();
            if lines.as_ref().is_ok_and(Vec::is_empty) || sender.send(lines).is_err() || last {
                break;
            }
        }
    });
    receiver
}

/// `first` and what has arrived after it, and what stopped the reading.
fn gather(first: Lines, arriving: &Receiver<Lines>) -> (Vec<Vec<u8>>, Option<std::io::Error>) {
    let mut gathered = Vec::new();
    for lines in std::iter::once(first).chain(arriving.try_iter().take(AHEAD)) {
        match lines {
            Ok(lines) => gathered.extend(lines),
            Err(error) => return (gathered, Some(error)),
        }
    }
    (gathered, None)
}
