//! One subcommand a file: its manual, its arguments, a few lines of work.

pub mod asked;
pub mod completions;
pub mod evaluate;
pub mod export;
pub mod extract;
pub mod input;
pub mod known;
pub mod labels;
pub mod letters;
pub mod man;
mod progress;
pub mod query;
pub mod questionnaire;
pub mod sent;
pub mod show;
pub mod summarise;
pub mod verify;

use std::io::{BufWriter, IsTerminal, Write, stderr, stdout};
use std::path::Path;

use anstream::ColorChoice;
use anyhow::{Result, bail};
use clap::{Parser, Subcommand};

use crate::catalogue::Catalogue;
use crate::output::screen::{Safe, visible};
use letters::{Outcome, read_all, read_any};

/// Reads Freedom of Information replies into records in which every value points
/// at the words it came from.
///
/// Examples:
///   foi-rj summarise letters/
///   foi-rj query letters/ --adopted-from 2023-10
///   foi-rj export letters/ -o letters.csv
///   foi-rj show letters/a01.txt
#[derive(Debug, Parser)]
#[command(name = "foi-rj", version, verbatim_doc_comment, max_term_width = 80, subcommand_required = true)]
pub struct Program {
    /// What to do
    #[command(subcommand)]
    pub command: Command,

    /// Say nothing about files that were skipped
    #[arg(short, long, global = true)]
    pub quiet: bool,

    /// List the files that were skipped
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub verbose: bool,

    /// Threads to read and extract with; 0 for one a core
    #[arg(short = 'j', long, global = true, value_name = "N", default_value_t = 0)]
    pub threads: usize,

    /// Colour
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Also on a pipe
    Always,
    /// Nowhere
    Never,
}

/// The subcommands; each says in its own file what it is for.
#[allow(missing_docs)]
#[derive(Debug, Subcommand)]
pub enum Command {
    Summarise(summarise::Args),
    Query(query::Args),
    Export(export::Args),
    Extract(extract::Args),
    Show(show::Args),
    Questionnaire(questionnaire::Args),
    Sent(sent::Args),
    Verify(verify::Args),
    Evaluate(evaluate::Args),
    Completions(completions::Args),
    Man(man::Args),
}

impl Program {
    /// True on a terminal that nothing else is written to meanwhile.
    fn shows_progress(&self) -> bool {
        let dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb");
        let busy = stdout().is_terminal() && self.command.streams();
        stderr().is_terminal() && !(self.quiet || dumb || busy)
    }
}

impl Command {
    /// True where standard output is written before everything has been read.
    fn streams(&self) -> bool {
        match self {
            Command::Export(args) => args.output.as_ref().is_none_or(|output| output == Path::new("-")),
            Command::Query(args) => args.format != query::Format::Table,
            Command::Extract(_) | Command::Show(_) | Command::Verify(_) => true,
            _ => false,
        }
    }

    /// True where what is printed is read by programs.
    fn writes_data(&self) -> bool {
        match self {
            Command::Query(args) => args.format != query::Format::Table,
            Command::Summarise(args) => matches!(args.format, summarise::Format::Json | summarise::Format::Csv),
            Command::Evaluate(args) => matches!(args.format, evaluate::Format::Json | evaluate::Format::Csv),
            Command::Export(_) | Command::Extract(_) | Command::Sent(_) | Command::Completions(_) | Command::Man(_) => {
                true
            }
            Command::Show(_) | Command::Verify(_) | Command::Questionnaire(_) => false,
        }
    }
}

/// How a run ended, where nothing stopped it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Done.
    Done,
    /// Nothing matched, or a check failed.
    Nothing,
    /// Some place could not be read.
    Unreadable,
}

impl End {
    /// The exit code.
    pub fn code(self) -> u8 {
        match self {
            End::Done => 0,
            End::Nothing => 1,
            End::Unreadable => 2,
        }
    }
}

/// Runs a parsed command line, writing to standard output.
///
/// # Errors
/// Whatever stops the run: a wrong argument, output that cannot be written.
pub fn run(program: &Program) -> Result<End> {
    match program.color {
        Color::Auto => {}
        Color::Always => ColorChoice::Always.write_global(),
        Color::Never => ColorChoice::Never.write_global(),
    }
    progress::allow(program.shows_progress());
    if program.threads > 0 {
        rayon::ThreadPoolBuilder::new().num_threads(program.threads).build_global()?;
    }
    let mut out = output(program);
    let mut matched = true;
    let outcome = match &program.command {
        Command::Summarise(args) => {
            let catalogue = args.input.known.catalogue()?;
            summarise::run(args, catalogue, &mut out, |paths, each| {
                let read = if args.asked.sent.is_some() { read_any } else { read_all };
                read(paths, catalogue, &mut |_, record| {
                    each(record);
                    Ok(())
                })
            })?
        }
        Command::Query(args) => {
            let (outcome, found) = query::run(args, args.input.known.catalogue()?, &mut out)?;
            matched = found;
            outcome
        }
        Command::Export(args) => export::run(args, args.input.known.catalogue()?, &mut out)?,
        Command::Extract(args) => extract::run(args, args.known.catalogue()?, &mut out)?,
        Command::Show(args) => {
            let catalogue = args.input.known.catalogue()?;
            show::run(args, catalogue, &mut out, |paths, each| {
                read_all(paths, catalogue, &mut |source, record| match source {
                    Some(source) => each(source, record),
                    None => bail!("`show` needs the letters themselves, not records of them; name the letters"),
                })
            })?
        }
        Command::Questionnaire(args) => {
            matched = questionnaire::run(args, &mut out)?;
            Outcome::default()
        }
        Command::Sent(args) => {
            sent::run(args, &Catalogue::shipped().organisations, &mut out)?;
            Outcome::default()
        }
        Command::Verify(args) => {
            let (outcome, held) = verify::run(args, args.known.catalogue()?, &mut out)?;
            matched = held;
            outcome
        }
        Command::Evaluate(args) => {
            let (outcome, reached) = evaluate::run(args, args.input.known.catalogue()?, &mut out)?;
            matched = reached;
            outcome
        }
        Command::Completions(args) => {
            completions::run(args, &mut out)?;
            Outcome::default()
        }
        Command::Man(args) => {
            man::run(args, &mut out)?;
            Outcome::default()
        }
    };
    out.flush()?;
    if !program.quiet {
        report_skipped(&outcome, program.verbose);
    }
    Ok(match (outcome.unreadable, matched) {
        (0, true) => End::Done,
        (0, false) => End::Nothing,
        _ => End::Unreadable,
    })
}

/// Standard output. Screens are written with styles, which go away on a pipe; data is not touched, but for what could
/// steer a terminal, if it goes to one.
fn output(program: &Program) -> BufWriter<Box<dyn Write>> {
    let out: Box<dyn Write> = match &program.command {
        command if !command.writes_data() => Box::new(anstream::stdout().lock()),
        _ if stdout().is_terminal() => Box::new(Safe::new(stdout().lock())),
        _ => Box::new(stdout().lock()),
    };
    BufWriter::new(out)
}

/// Says which files in folders were no letters.
fn report_skipped(outcome: &Outcome, verbose: bool) {
    let skipped = &outcome.skipped;
    if skipped.files.is_empty() {
        return;
    }
    let kinds: Vec<String> = skipped.kinds.iter().map(|(kind, n)| format!("{n} {}", visible(kind))).collect();
    let (n, is) = (
        skipped.files.len(),
        if skipped.files.len() == 1 { "file that is no letter" } else { "files that are no letters" },
    );
    anstream::eprintln!("note: skipped {n} {is} ({})", kinds.join(", "));
    if verbose {
        for file in &skipped.files {
            anstream::eprintln!("  {}", visible(&file.to_string_lossy()));
        }
    }
}
