//! What a command reads: letters or records, and the questionnaires that they may answer.

use std::path::PathBuf;

use super::known::Known;

/// Where the letters are, and which questionnaires are known.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Input {
    /// Letters, folders of letters, records (.jsonl); - is standard input
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,

    /// Which questionnaires are known
    #[command(flatten)]
    pub known: Known,
}
