//! `foi-rj completions`: what a shell needs to complete commands and options.

use std::io::Write;

use anyhow::{Context, Result};
use clap::CommandFactory;
use clap_complete::Shell;

use super::Program;

/// Print completions for a shell
///
/// Examples:
///   foi-rj completions bash > ~/.local/share/bash-completion/completions/foi-rj
///   foi-rj completions fish > ~/.config/fish/completions/foi-rj.fish
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

/// Prints the completions.
///
/// # Errors
/// Those of `out`.
pub fn run(args: &Args, out: &mut impl Write) -> Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Program::command(), "foi-rj", &mut script);
    out.write_all(&script).context("cannot write the completions")
}
