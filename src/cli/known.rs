//! `--questionnaire`: which questionnaires are known for a run.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::analysis::query::unknown;
use crate::catalogue::questionnaire::Level;
use crate::catalogue::{Catalogue, Questionnaire, shipped_questionnaires};
use crate::output::faults::write_faults;
use crate::output::screen::visible;
use crate::source::read_file;

/// The questionnaires that letters may answer.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Known {
    /// A questionnaire: a file, or the id of a shipped one; several: each. Default: the shipped ones
    #[arg(long = "questionnaire", value_name = "FILE|ID")]
    pub questionnaires: Vec<String>,
}

impl Known {
    /// The catalogue that knows them.
    ///
    /// # Errors
    /// A file that cannot be read or used; two questionnaires that cannot be told apart.
    pub fn catalogue(&self) -> Result<&'static Catalogue> {
        if self.questionnaires.is_empty() {
            return Ok(Catalogue::shipped());
        }
        let mut known: Vec<(&str, Questionnaire)> = Vec::new();
        for named in &self.questionnaires {
            let questionnaire = find(named)?;
            for (other, earlier) in &known {
                check_pair(&questionnaire, named, earlier, other)?;
            }
            known.push((named, questionnaire));
        }
        let questionnaires = known.into_iter().map(|(_, questionnaire)| questionnaire).collect();
        // A run has one catalogue, until its end.
        Ok(Box::leak(Box::new(Catalogue::with(questionnaires))))
    }
}

/// The questionnaire that a file's path or a shipped id names.
///
/// # Errors
/// Neither; a file with errors, which are shown on standard error.
pub fn find(named: &str) -> Result<Questionnaire> {
    let shipped = shipped_questionnaires();
    if let Some(found) = shipped.iter().find(|questionnaire| questionnaire.id == named) {
        return Ok(found.clone());
    }
    if !Path::new(named).exists() {
        let ids: Vec<&str> = shipped.iter().map(|questionnaire| questionnaire.id.as_str()).collect();
        return Err(unknown("questionnaire or file", named, &ids));
    }
    let text = read(Path::new(named))?;
    let checked = Questionnaire::read(&text);
    match checked.questionnaire {
        Some(questionnaire) => Ok(questionnaire),
        None => {
            let errors: Vec<_> = checked.faults.into_iter().filter(|fault| fault.level == Level::Error).collect();
            write_faults(named, &text, &errors, &mut anstream::stderr())?;
            bail!("the questionnaire {} cannot be used", visible(named));
        }
    }
}

/// The text of a file that is no letter.
///
/// # Errors
/// It cannot be read.
pub fn read(path: &Path) -> Result<String> {
    Ok(read_file(path).with_context(|| format!("cannot read {}", path.display()))?.text)
}

/// Two questionnaires of one id would be one; a column must mean one kind of thing.
fn check_pair(one: &Questionnaire, from: &str, other: &Questionnaire, other_from: &str) -> Result<()> {
    if one.id == other.id {
        bail!("{other_from} and {from} have the same id, `{}`; change one, or leave one out", one.id);
    }
    for question in &one.questions {
        if let Some(same) =
            other.questions.iter().find(|same| same.field == question.field && same.kind != question.kind)
        {
            bail!(
                "{other_from} and {from} both have the field `{}`, as {} and as {}; give one another name",
                question.field,
                same.kind.name(),
                question.kind.name()
            );
        }
    }
    Ok(())
}
