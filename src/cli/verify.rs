//! `foi-rj verify`: do the letters still say what the records quote?

use std::io::{BufRead, BufReader, Write, stdin};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use rayon::prelude::*;

use super::known::Known;
use super::letters::Outcome;
use super::progress::Progress;
use crate::analysis::verify::find_faults;
use crate::catalogue::Catalogue;
use crate::output::screen::visible;
use crate::pipeline::made_by;
use crate::record::{MadeBy, Record};
use crate::source::{read_file, read_records};

/// Records are held against their letters this many at a time.
const BATCH: usize = 256;

/// Check records against their letters: hashes, and every word that is quoted
///
/// Examples:
///   foi-rj export letters/ --format jsonl -o records.jsonl
///   foi-rj verify records.jsonl
///   foi-rj verify records.jsonl --letters /archive/2025
///
/// Each letter is read again. A record holds if its letter has the SHA-256 and the
/// size that the record says, and has every quoted word where the record says. The
/// exit code is 1 where a record does not hold, 2 where a letter cannot be read.
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Records that `export --format jsonl` or `extract` wrote; - is standard input
    #[arg(value_name = "RECORDS", required = true)]
    pub records: Vec<PathBuf>,

    /// The folder that the paths in the records start from
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub letters: PathBuf,

    /// Which questionnaires the records were made with
    #[command(flatten)]
    pub known: Known,
}

/// Records being checked, and what has been found so far.
struct Checking<'a> {
    letters: &'a Path,
    now: MadeBy,
    progress: Progress,
    outcome: Outcome,
    /// Records that do not hold.
    failed: usize,
    /// Records of another version of the program or its data.
    others: usize,
}

/// Writes what does not hold, and how much does; true where everything that could be read holds.
///
/// # Errors
/// Records that cannot be read, output that cannot be written. Letters that cannot be read are reported and counted.
pub fn run(args: &Args, catalogue: &Catalogue, out: &mut impl Write) -> Result<(Outcome, bool)> {
    let mut checking = Checking {
        letters: &args.letters,
        now: made_by(catalogue),
        progress: Progress::begin(&[]),
        outcome: Outcome::default(),
        failed: 0,
        others: 0,
    };
    let mut batch = Vec::with_capacity(BATCH);
    for path in &args.records {
        let (input, name) = open(path)?;
        read_records(input, &name, &mut |record| {
            batch.push(record);
            if batch.len() < BATCH { Ok(()) } else { checking.check(&std::mem::take(&mut batch), out) }
        })?;
    }
    checking.check(&batch, out)?;
    let Checking { outcome, failed, others, .. } = checking;
    let (held, all) = (outcome.letters - failed, outcome.letters + outcome.unreadable);
    ensure!(all > 0, "there are no records to verify");
    writeln!(out, "{held} of {all} records hold").context("cannot write the faults")?;
    if outcome.unreadable > 0 {
        writeln!(out, "{} could not be checked", outcome.unreadable).context("cannot write the faults")?;
    }
    if others > 0 {
        anstream::eprintln!(
            "note: {others} were made by another version of foi-rj or of its data; `export` again to compare figures"
        );
    }
    Ok((outcome, failed == 0))
}

/// The records at `path`, and what to call them.
fn open(path: &Path) -> Result<(Box<dyn BufRead>, String)> {
    if path == Path::new("-") {
        return Ok((Box::new(stdin().lock()), "standard input".to_owned()));
    }
    let place = || format!("cannot read {}; give records that `export --format jsonl` wrote", path.display());
    let file = std::fs::File::open(path).with_context(place)?;
    Ok((Box::new(BufReader::new(file)), path.to_string_lossy().into_owned()))
}

impl Checking<'_> {
    fn check(&mut self, batch: &[Record], out: &mut impl Write) -> Result<()> {
        let (letters, progress) = (self.letters, &self.progress);
        let found: Vec<Result<Vec<String>>> =
            batch.par_iter().map(|record| faults(record, letters).inspect(|_| progress.step())).collect();
        for (record, faults) in batch.iter().zip(found) {
            self.others += usize::from(record.made_by != self.now);
            match faults {
                Ok(faults) => {
                    self.outcome.letters += 1;
                    self.failed += usize::from(!faults.is_empty());
                    for fault in faults {
                        writeln!(out, "{}: {}", visible(&record.file), visible(&fault))
                            .context("cannot write the faults")?;
                    }
                }
                Err(error) => {
                    self.outcome.unreadable += 1;
                    progress.error(&format!("cannot check {}: {error:#}", record.file));
                }
            }
        }
        Ok(())
    }
}

/// What in `record` does not agree with its letter.
fn faults(record: &Record, letters: &Path) -> Result<Vec<String>> {
    if record.file == "-" {
        bail!("it was read from standard input, and there is no file to compare it with");
    }
    let path = letters.join(&record.file);
    let about = std::fs::metadata(&path).context("the letters are looked for from --letters, by default from here")?;
    // A record may name anything; only files are opened.
    ensure!(about.is_file(), "it is no file");
    Ok(find_faults(record, &read_file(&path)?))
}
