//! `foi-rj evaluate`: how well letters are read, by the labels of people who read them.

use std::collections::HashMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use clap::ValueEnum;

use super::input::Input;
use super::labels::{read_earlier, read_labels};
use super::letters::{Outcome, read_all};
use crate::analysis::evaluation::{Evaluation, Floor, Report};
use crate::catalogue::Catalogue;
use crate::output::evaluation::{write_csv, write_json, write_markdown, write_text};
use crate::output::screen::visible;
use crate::source::read_file;

/// Measure how well letters are read, by labels that people gave
///
/// Examples:
///   foi-rj evaluate letters/ --gold gold.jsonl
///   foi-rj evaluate letters/ --gold gold.jsonl --mistakes
///   foi-rj evaluate letters/ --gold gold.jsonl --against earlier.jsonl
///   foi-rj evaluate letters/ --gold gold.jsonl --gold second-coder.csv
///   foi-rj evaluate letters/ --gold gold.jsonl --fail-under answers=0.95
///
/// Labels are JSON lines, one object a letter (fixtures/README.md says how they are
/// written), or a coder's table of codes: CSV with the columns file, field, code.
/// All figures are by the first --gold; further ones join the table of agreement.
/// Labelled letters that are not read count as wrong.
///
/// Figures for --fail-under: letters (right in everything), kind, questionnaire,
/// authority, reference, requested_on, responded_on, exemptions, counts, exchanges
/// (each F1; with .precision or .recall, that), exchange-codes, evidence, answers
/// (right where asked) or one of the questionnaire's fields; these also with .all,
/// .alpha, .precision, .recall, .stated (right, of what is stated), .review and
/// .wrong-in-review. The exit code is 1 where a figure is lower.
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Letters, and the questionnaires that are known
    #[command(flatten)]
    pub input: Input,

    /// Labels: JSON lines, or CSV with file, field, code; several: coders to compare
    #[arg(long, value_name = "FILE", required = true)]
    pub gold: Vec<PathBuf>,

    /// Records of the same letters, exported earlier: what is newly right and newly wrong
    #[arg(long, value_name = "EARLIER.jsonl")]
    pub against: Option<PathBuf>,

    /// Leave out labelled letters that are not found under PATH
    #[arg(long)]
    pub only_found: bool,

    /// List everything that is wrong, letter by letter (JSON and CSV always do)
    #[arg(long)]
    pub mistakes: bool,

    /// How to write the evaluation
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,

    /// Fail where a figure is lower: FIGURE=SHARE, or a share of answers; several: any of them
    #[arg(long, value_name = "FIGURE=SHARE")]
    pub fail_under: Vec<String>,
}

/// How to write an evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Tables, 80 columns wide
    Text,
    /// Headings and tables, for a report
    Markdown,
    /// One object, `foi-rj/evaluation/1`
    Json,
    /// One tidy table, a row a number
    Csv,
}

/// Evaluates the letters of `args`; false where a figure is under its floor.
///
/// # Errors
/// Labels or earlier records that cannot be read, letters none of which has a label, an unknown figure.
pub fn run(args: &Args, catalogue: &Catalogue, out: &mut impl Write) -> Result<(Outcome, bool)> {
    let coders = args.gold.iter().map(|path| read_labels(path, &args.gold, catalogue)).collect::<Result<Vec<_>>>()?;
    let labels = coders[0].clone();
    let floors = args.fail_under.iter().map(|written| Floor::parse(written, &labels)).collect::<Result<Vec<_>>>()?;
    let mut before = args.against.as_deref().map(|path| read_earlier(path, &labels)).transpose()?;
    let mut earlier = Evaluation::new(vec![labels.clone()]);
    let mut evaluation = Evaluation::new(coders);
    let folder = args.gold[0].parent().unwrap_or(Path::new("")).to_owned();
    let outcome = read_all(&args.input.paths, catalogue, &mut |source, record| {
        let place = labels.find(&record.file);
        let beside =
            place.filter(|_| source.is_none()).and_then(|at| read_file(&folder.join(&labels.letters[at].file)).ok());
        let text = source.or(beside.as_ref()).map(|source| source.text.as_str());
        evaluation.add(record, text);
        if let Some(old) = before.as_mut().zip(place).and_then(|(before, at)| before.remove(&at)) {
            earlier.add(&old, text);
        }
        Ok(())
    })?;
    before.iter().flat_map(HashMap::values).for_each(|old| earlier.add(old, None));
    check_labelled(&evaluation, args)?;
    if !args.only_found {
        evaluation.add_missing();
    }
    let report = evaluation.report(args.against.as_ref().map(|_| &earlier));
    write(&report, args, out)?;
    Ok((outcome, check_floors(&floors, &report)?))
}

fn check_labelled(evaluation: &Evaluation, args: &Args) -> Result<()> {
    for (coder, path) in args.gold.iter().enumerate() {
        ensure!(
            evaluation.judged_by(coder) > 0,
            "none of these letters has a label in {}; a label's `file` is the letter's path, relative to the labels",
            path.display()
        );
    }
    Ok(())
}

fn write(report: &Report, args: &Args, out: &mut impl Write) -> Result<()> {
    match args.format {
        Format::Text => write_text(report, args.mistakes, out).context("cannot write the evaluation")?,
        Format::Markdown => write_markdown(report, args.mistakes, out).context("cannot write the evaluation")?,
        Format::Json => write_json(report, out)?,
        Format::Csv => write_csv(report, out)?,
    }
    out.flush().context("cannot write the evaluation")
}

/// Says which figures are too low; true where none is.
fn check_floors(floors: &[Floor], report: &Report) -> Result<bool> {
    let mut reached = true;
    for floor in floors {
        if let Some(missed) = floor.missed(report)? {
            reached = false;
            anstream::eprintln!("failed: {}", visible(&missed));
        }
    }
    Ok(reached)
}
