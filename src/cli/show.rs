//! `foi-rj show`: a letter with its evidence underlined, the answer to "why does it say yes?".

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::input::Input;
use crate::catalogue::Catalogue;
use crate::output::show::{Shown, write_letter};
use crate::record::Record;
use crate::source::Source;

/// Show a letter with its evidence underlined, and each code beside it with its rule
///
/// Examples:
///   foi-rj show letters/a01.txt
///   foi-rj show --field FIELD letters/a01.txt
///   foi-rj show --all letters/a01.txt | less
///
/// Underlined are the words that decided; "stated" means that they say it,
/// "inferred" that it follows from them or from their place. Long evidence is
/// marked in the margin. Stretches without evidence are folded.
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Letters, and the questionnaires that are known
    #[command(flatten)]
    pub input: Input,

    /// Show one question only, by its column's name
    #[arg(long, value_name = "FIELD")]
    pub field: Option<String>,

    /// Show every line, also long stretches without evidence
    #[arg(long, conflicts_with = "field")]
    pub all: bool,
}

/// Shows what `for_each_letter` reads from the files of `args` on `out`.
///
/// `for_each_letter` is given the files and what to do with each letter and its record, in order; whatever it returns
/// is passed on. `out` receives styles: its owner decides on colour.
pub fn run<Done>(
    args: &Args,
    catalogue: &Catalogue,
    out: &mut impl Write,
    for_each_letter: impl FnOnce(&[PathBuf], &mut dyn FnMut(&Source, &Record) -> Result<()>) -> Result<Done>,
) -> Result<Done> {
    if let Some(field) = &args.field {
        check_field(field, catalogue)?;
    }
    let shown = Shown { field: args.field.as_deref(), all: args.all };
    let mut first = true;
    let done = for_each_letter(&args.input.paths, &mut |source, record| {
        if !std::mem::take(&mut first) {
            writeln!(out, "\n").context("cannot write the letter")?;
        }
        write_letter(&source.text, record, &catalogue.questionnaires, &shown, out).context("cannot write the letter")
    })?;
    out.flush().context("cannot write the letter")?;
    Ok(done)
}

/// Says what is wrong with a field that no questionnaire has, and which one may have been meant.
fn check_field(field: &str, catalogue: &Catalogue) -> Result<()> {
    let questions = catalogue.questionnaires.iter().flat_map(|questionnaire| &questionnaire.questions);
    let fields: Vec<&str> = questions.map(|question| question.field.as_str()).collect();
    if fields.contains(&field) {
        return Ok(());
    }
    let nearest = fields.iter().max_by(|a, b| strsim::jaro(a, field).total_cmp(&strsim::jaro(b, field)));
    match nearest.filter(|nearest| strsim::jaro(nearest, field) > 0.7) {
        Some(nearest) => bail!("no question has the field `{field}` (--field); did you mean `{nearest}`?"),
        None => bail!("no question has the field `{field}` (--field); the fields are {}", fields.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::analysis::summary::samples::record;
    use crate::record::Kind;

    #[derive(Parser)]
    struct Program {
        #[command(flatten)]
        args: Args,
    }

    fn shown(arguments: &[&str]) -> Result<String> {
        let args = Program::try_parse_from([&["foi-rj"], arguments].concat())?.args;
        let mut out = Vec::new();
        run(&args, Catalogue::shipped(), &mut out, |files, each| {
            for file in files {
                let file = file.display().to_string();
                let source = Source {
                    file: file.clone(),
                    sha256: String::new(),
                    bytes: 0,
                    encoding: "utf-8".to_owned(),
                    text: "Yes\n".to_owned(),
                    diagnostics: Vec::new(),
                };
                each(&source, &record(&file, Kind::FoiResponse))?;
            }
            Ok(())
        })?;
        Ok(anstream::adapter::strip_str(&String::from_utf8(out)?).to_string())
    }

    #[test]
    fn letters_are_shown_one_after_the_other() {
        let screen = shown(&["a.txt", "b.txt"]).unwrap();
        assert!(screen.starts_with("a.txt\n") && screen.contains("\n\n\nb.txt\n"), "{screen}");
        assert!(screen.contains("1 │ Yes"), "{screen}");
    }

    #[test]
    fn a_wrong_field_says_which_was_meant() {
        let wrong = |field| shown(&["a.txt", "--field", field]).unwrap_err().to_string();
        assert!(wrong("charter_sgned").contains("did you mean `charter_signed`?"));
        assert!(wrong("zzz").contains("the fields are charter_signed, charter_adopted"));
    }
}
