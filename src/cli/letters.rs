//! The letters that a command is given, read and extracted as a stream: in path order, on every core, in bounded memory.

use std::io::{BufReader, Read, stdin};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

use super::progress::Progress;
use crate::catalogue::Catalogue;
use crate::output::screen::visible;
use crate::pipeline::try_extract;
use crate::record::Record;
use crate::source::{Found, Skipped, Source, find_letters, is_records, read_file, read_letter, read_records};

/// Letters are read and extracted this many at a time; their records leave in path order.
const BATCH: usize = 256;

/// What was read, and what was not.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Letters and records handed on.
    pub letters: usize,
    /// Places that could not be read; each has been reported.
    pub unreadable: usize,
    /// Files in folders that are no letters.
    pub skipped: Skipped,
}

/// What a command does with each record. Records that were read again have no letter beside them.
pub type Each<'e> = &'e mut dyn FnMut(Option<&Source>, &Record) -> Result<()>;

/// Reads everything that `paths` stand for and hands each record to `each`.
///
/// # Errors
/// What `each` returns; that nothing at all was found. A place that cannot be read is reported and counted.
pub fn read_all(paths: &[PathBuf], catalogue: &Catalogue, each: Each<'_>) -> Result<Outcome> {
    let outcome = read_any(paths, catalogue, each)?;
    if outcome.letters == 0 {
        let places: Vec<String> = paths.iter().map(|path| visible(&path.to_string_lossy()).into_owned()).collect();
        bail!(
            "no letter found in {}; in folders, letters are .txt, .text and .md files, and text files without an extension",
            places.join(", ")
        );
    }
    Ok(outcome)
}

/// The same, where there may be no letter yet: bodies that were asked may not have replied.
///
/// # Errors
/// What `each` returns; that nothing of what is there could be read.
pub fn read_any(paths: &[PathBuf], catalogue: &Catalogue, each: Each<'_>) -> Result<Outcome> {
    let progress = Progress::begin(paths);
    let mut stream = Stream { catalogue, each, progress, batch: Vec::new(), outcome: Outcome::default() };
    for path in paths {
        let mut skipped = std::mem::take(&mut stream.outcome.skipped);
        let mut failed = None;
        let found =
            find_letters(path, &mut skipped, &mut |found| stream.take(found).inspect_err(|_| failed = Some(())));
        stream.outcome.skipped = skipped;
        match (found, failed) {
            (Err(error), Some(())) => return Err(error),
            (Err(error), None) => stream.report(&format!("{error:#}")),
            (Ok(()), _) => {}
        }
    }
    stream.flush()?;
    let outcome = stream.outcome;
    if outcome.letters == 0 && outcome.unreadable > 0 {
        bail!("nothing could be read");
    }
    Ok(outcome)
}

struct Stream<'s, 'e> {
    catalogue: &'s Catalogue,
    each: Each<'e>,
    progress: Progress,
    batch: Vec<PathBuf>,
    outcome: Outcome,
}

impl Stream<'_, '_> {
    fn take(&mut self, found: Found) -> Result<()> {
        match found {
            Found::Letter(path) => {
                self.batch.push(path);
                if self.batch.len() >= BATCH { self.flush() } else { Ok(()) }
            }
            Found::Records(path) => {
                self.flush()?;
                self.records(&path)
            }
            Found::Input => {
                self.flush()?;
                self.input()
            }
            Found::Unreadable(path, why) => {
                self.report(&format!("cannot read {}: {why}", path.display()));
                Ok(())
            }
        }
    }

    /// Reads and extracts the letters that wait, and hands their records on in order.
    fn flush(&mut self) -> Result<()> {
        let batch = std::mem::take(&mut self.batch);
        let (catalogue, progress) = (self.catalogue, &self.progress);
        let read: Vec<Result<(Source, Record)>> = batch
            .par_iter()
            .map(|path| {
                let place = || format!("cannot read {}", path.display());
                let source = read_file(path).with_context(place)?;
                let record = try_extract(&source, catalogue).with_context(place)?;
                progress.step();
                Ok((source, record))
            })
            .collect();
        for letter in read {
            match letter {
                Ok((source, record)) => {
                    self.outcome.letters += 1;
                    (self.each)(Some(&source), &record)?;
                }
                Err(error) => self.report(&format!("{error:#}")),
            }
        }
        Ok(())
    }

    fn records(&mut self, path: &Path) -> Result<()> {
        match std::fs::File::open(path) {
            Ok(file) => self.hand_on(BufReader::new(file), &path.to_string_lossy()),
            Err(error) => {
                self.report(&format!("cannot read {}: {error}", path.display()));
                Ok(())
            }
        }
    }

    /// Standard input: records where its first line is one, else one letter.
    fn input(&mut self) -> Result<()> {
        let mut input = stdin().lock();
        let mut start = Vec::new();
        input.by_ref().take(64).read_to_end(&mut start).context("cannot read standard input")?;
        if is_records(&start) {
            return self.hand_on(BufReader::new(start.as_slice().chain(input)), "standard input");
        }
        input.read_to_end(&mut start).context("cannot read standard input")?;
        let source = read_letter("-", &start);
        let record = try_extract(&source, self.catalogue).context("cannot read standard input")?;
        self.outcome.letters += 1;
        (self.each)(Some(&source), &record)
    }

    fn hand_on(&mut self, input: impl std::io::BufRead, name: &str) -> Result<()> {
        let (each, letters, progress) = (&mut self.each, &mut self.outcome.letters, &self.progress);
        read_records(input, name, &mut |record| {
            *letters += 1;
            progress.step();
            each(None, &record)
        })
    }

    fn report(&mut self, message: &str) {
        self.outcome.unreadable += 1;
        self.progress.error(message);
    }
}
