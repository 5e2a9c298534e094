//! `foi-rj verify`: do the letters still say what the records quote?

use std::io::{BufRead, BufReader, Write, stdin};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use rayon::prelude::*;

use super::letters::Outcome;
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
}

/// What has been found so far.
#[derive(Default)]
struct Tally {
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
    let now = made_by(catalogue);
    let (mut batch, mut tally) = (Vec::with_capacity(BATCH), Tally::default());
    for path in &args.records {
        let (input, name): (Box<dyn BufRead>, _) = if path == Path::new("-") {
            (Box::new(stdin().lock()), "standard input".into())
        } else {
            let place = || format!("cannot read {}; give records that `export --format jsonl` wrote", path.display());
            let file = std::fs::File::open(path).with_context(place)?;
            (Box::new(BufReader::new(file)), path.to_string_lossy())
        };
        read_records(input, &name, &mut |record| {
            batch.push(record);
            if batch.len() >= BATCH { check(&std::mem::take(&mut batch), args, &now, &mut tally, out) } else { Ok(()) }
        })?;
    }
    check(&batch, args, &now, &mut tally, out)?;
    let Tally { outcome, failed, others } = tally;
    ensure!(outcome.letters + outcome.unreadable > 0, "there are no records to verify");
    let (held, all) = (outcome.letters - failed, outcome.letters + outcome.unreadable);
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

fn check(batch: &[Record], args: &Args, now: &MadeBy, tally: &mut Tally, out: &mut impl Write) -> Result<()> {
    let found: Vec<Result<Vec<String>>> = batch.par_iter().map(|record| faults(record, &args.letters)).collect();
    for (record, faults) in batch.iter().zip(found) {
        tally.others += usize::from(record.made_by != *now);
        match faults {
            Ok(faults) => {
                tally.outcome.letters += 1;
                tally.failed += usize::from(!faults.is_empty());
                for fault in faults {
                    writeln!(out, "{}: {}", visible(&record.file), visible(&fault))
                        .context("cannot write the faults")?;
                }
            }
            Err(error) => {
                tally.outcome.unreadable += 1;
                anstream::eprintln!("error: {}", visible(&format!("cannot check {}: {error:#}", record.file)));
            }
        }
    }
    Ok(())
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
