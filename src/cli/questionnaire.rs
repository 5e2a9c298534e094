//! `foi-rj questionnaire`: the questionnaires that are known, and the way to one of your own.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::known::{find, read};
use crate::catalogue::questionnaire::Level;
use crate::catalogue::{Catalogue, Questionnaire, shipped_questionnaires};
use crate::draft::{draft, write_draft};
use crate::output::faults::write_faults;
use crate::output::file::NewFile;
use crate::output::questionnaire::{write_list, write_questionnaire};

/// List, show, check and draft questionnaires: the questions that letters answer
///
/// Examples:
///   foi-rj questionnaire list
///   foi-rj questionnaire show sexual-safety-incidents
///   foi-rj questionnaire draft request.txt -o mine.toml
///   foi-rj questionnaire check mine.toml
///   foi-rj summarise letters/ --questionnaire mine.toml
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// What to do
    #[command(subcommand)]
    pub action: Action,
}

/// What is done with questionnaires.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum Action {
    /// List the shipped questionnaires
    List,
    /// Show the questions of one: their numbers, columns, kinds and wordings
    Show {
        /// The id of a shipped questionnaire, or a file
        #[arg(value_name = "ID|FILE")]
        named: String,
    },
    /// Say what is wrong with files, with the line underlined; exit code 1 where something is
    Check {
        /// Questionnaire files
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
    /// Write a first questionnaire from the text of the request that you sent
    Draft {
        /// The request, as text; - is standard input
        #[arg(value_name = "REQUEST")]
        request: PathBuf,
        /// Write to a file
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Replace a file that exists
        #[arg(long)]
        force: bool,
    },
}

/// Does what `args` say; false where a check failed.
///
/// # Errors
/// A file that cannot be read or written; a request that asks nothing.
pub fn run(args: &Args, out: &mut impl Write) -> Result<bool> {
    match &args.action {
        Action::List => write_list(&shipped_questionnaires(), out).context("cannot write the list")?,
        Action::Show { named } => write_questionnaire(&find(named)?, out).context("cannot write the questionnaire")?,
        Action::Check { files } => return check(files, out),
        Action::Draft { request, output, force } => return draft_from(request, output.as_deref(), *force, out),
    }
    Ok(true)
}

fn check(files: &[PathBuf], out: &mut impl Write) -> Result<bool> {
    let mut sound = true;
    let mut ids: Vec<(String, &Path)> = Vec::new();
    for file in files {
        let text = read(file)?;
        let checked = Questionnaire::read(&text);
        write_faults(&file.display().to_string(), &text, &checked.faults, out)?;
        let count = |level| checked.faults.iter().filter(|fault| fault.level == level).count();
        let (errors, warnings) = (count(Level::Error), count(Level::Warning));
        let counted = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        let said = match &checked.questionnaire {
            Some(questionnaire) => format!("{}, ", counted(questionnaire.questions.len(), "question")),
            None => String::new(),
        };
        writeln!(out, "{}: {said}{}, {}", file.display(), counted(errors, "error"), counted(warnings, "warning"))
            .context("cannot write what is wrong")?;
        sound &= errors == 0;
        let Some(questionnaire) = checked.questionnaire else { continue };
        if let Some((id, other)) = ids.iter().find(|(id, _)| *id == questionnaire.id) {
            writeln!(out, "error: {} and {} have the same id, `{id}`", other.display(), file.display())
                .context("cannot write what is wrong")?;
            sound = false;
        }
        ids.push((questionnaire.id, file));
    }
    Ok(sound)
}

fn draft_from(request: &Path, output: Option<&Path>, force: bool, out: &mut impl Write) -> Result<bool> {
    let input = request == Path::new("-");
    let text = match input {
        true => {
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut bytes)
                .context("cannot read standard input")?;
            crate::source::read_letter("-", &bytes).text
        }
        false => read(request)?,
    };
    let (name, from) = match (input, output.and_then(Path::file_stem), request.file_stem(), request.file_name()) {
        (true, stem, ..) => (stem, None),
        (false, stem, own, file) => (stem.or(own), file),
    };
    let name = name.map_or("questionnaire".into(), |name| name.to_string_lossy());
    let from = from.map_or("a request".into(), |from| from.to_string_lossy());
    // Known wordings would draw the new request to what was asked before.
    let Some(draft) = draft(&text, &name, &Catalogue::with(Vec::new())) else {
        bail!(
            "no question was found in {}; it needs numbered or bulleted questions, or sentences that ask",
            request.display()
        );
    };
    let toml = write_draft(&draft, &from);
    match output.filter(|path| *path != Path::new("-")) {
        Some(path) => {
            let mut file = NewFile::begin(path, force)?;
            file.write_all(toml.as_bytes()).context("cannot write the draft")?;
            file.finish()?;
        }
        None => out.write_all(toml.as_bytes()).context("cannot write the draft")?,
    }
    Ok(true)
}
