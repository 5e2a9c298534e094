//! `foi-rj man`: the manual page, from the same definitions as `--help`.

use std::io::Write;

use anyhow::{Context, Result, bail};
use clap::CommandFactory;

use super::Program;

/// Print the manual page
///
/// Examples:
///   foi-rj man | man -l -
///   foi-rj man query | man -l -
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// A subcommand; without one, the page of the whole program
    pub command: Option<String>,
}

/// Prints the page.
///
/// # Errors
/// A subcommand that does not exist; those of `out`.
pub fn run(args: &Args, out: &mut impl Write) -> Result<()> {
    let mut program = Program::command();
    program.build();
    let page = match &args.command {
        None => program,
        Some(name) => match program.find_subcommand(name) {
            Some(command) => command.clone().display_name(format!("foi-rj-{name}")),
            None => bail!("there is no subcommand `{name}`; `foi-rj --help` lists them"),
        },
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page).render(&mut text).context("cannot write the manual page")?;
    out.write_all(&text).context("cannot write the manual page")
}
