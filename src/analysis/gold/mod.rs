//! Gold labels: what a person who read the letters says of them, as JSON lines or as a coder's table of codes.
//!
//! What a file does not say is not measured: a coder who coded three fields is judged on three fields.

mod lines;
mod order;
mod table;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap};

use anyhow::{Result, ensure};
use serde::Deserialize;

use crate::catalogue::Questionnaire;

/// What one person says of one letter. Codes that a second careful coder could defend are joined by `|`, best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Label {
    /// The letter's path, relative to the folder of the labels.
    pub file: String,
    /// The family of layouts that the letter belongs to, in the labeller's words.
    pub layout: Option<String>,
    /// What the document is.
    pub kind: Option<String>,
    /// The questionnaire that the letter answers; the inner `None` where it answers none.
    pub questionnaire: Option<Option<String>>,
    /// The body that answers, by code or name; the inner `None` where the letter does not tell.
    pub authority: Option<Option<String>>,
    /// The authority's reference; the inner `None` where there is none.
    pub reference: Option<Option<String>>,
    /// Date of the request, `YYYY-MM-DD`; the inner `None` where there is none.
    pub requested_on: Option<Option<String>>,
    /// Date of the reply, `YYYY-MM-DD`; the inner `None` where there is none.
    pub responded_on: Option<Option<String>>,
    /// Field and code, in the questionnaire's order; empty where no field is coded.
    pub answers: Vec<(String, String)>,
    /// Every question and answer, in order.
    pub exchanges: Option<Vec<GoldExchange>>,
    /// Provisions relied on.
    pub exemptions: Option<Vec<String>>,
    /// Every figure that answers; `None` also where the labeller was not certain of them.
    pub counts: Option<Vec<GoldCount>>,
}

/// One question and its answer, by their first and last words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct GoldExchange {
    /// The number as printed.
    pub number: Option<String>,
    /// The question's first words.
    #[serde(default)]
    pub question_starts: Option<String>,
    /// The code, with its alternatives.
    pub code: String,
    /// The answer's first words; empty for a blank.
    #[serde(default)]
    pub answer_starts: Option<String>,
    /// The answer's last words; empty for a blank.
    #[serde(default)]
    pub answer_ends: Option<String>,
}

/// One figure that answers.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct GoldCount {
    /// What is counted.
    #[serde(default)]
    pub measure: Option<String>,
    /// The period as printed.
    #[serde(default)]
    pub period: Option<String>,
    /// First day, `YYYY-MM-DD`.
    #[serde(default)]
    pub start: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    #[serde(default)]
    pub end: Option<String>,
    /// The figure as printed.
    #[serde(default)]
    pub value: serde_json::Value,
    /// The least it can be.
    #[serde(default)]
    pub min: Option<i64>,
    /// The most it can be.
    #[serde(default)]
    pub max: Option<i64>,
}

/// Everything that one person says.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    /// The coder's name: that of the file.
    pub coder: String,
    /// The labels, in the order of the file.
    pub letters: Vec<Label>,
    by_name: HashMap<String, Vec<usize>>,
}

impl Labels {
    /// Reads a file of labels: JSON lines, or CSV with the columns `file`, `field` and `code`.
    ///
    /// `name` names the file in errors. In JSON lines, a field that a letter of a questionnaire leaves out is
    /// `unasked`; in a table it is not coded.
    ///
    /// # Errors
    /// A line that cannot be read, a letter or a field that is labelled twice, no label at all.
    pub fn read(text: &str, name: &str, coder: &str, questionnaires: &[Questionnaire]) -> Result<Self> {
        ensure!(!text.trim().is_empty(), "{name} holds no labels");
        let in_lines = text.trim_start().starts_with(['{', '[']);
        let mut letters = if in_lines { lines::read(text, name)? } else { table::read(text, name)? };
        ensure!(!letters.is_empty(), "{name} holds no labels");
        order::complete(&mut letters, questionnaires, in_lines);
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, label) in letters.iter().enumerate() {
            by_name.entry(last_part(&label.file).to_owned()).or_default().push(at);
        }
        Ok(Labels { coder: coder.to_owned(), letters, by_name })
    }

    /// The label of the letter at `file`, by its place in `letters`: the longest labelled path that ends `file`;
    /// failing that, the only one that ends in `file` (a run inside the folder of letters).
    pub fn find(&self, file: &str) -> Option<usize> {
        let file = file.trim_start_matches("./");
        let same_name = self.by_name.get(last_part(file))?;
        let path = |at: &usize| self.letters[*at].file.trim_start_matches("./");
        let longest = same_name.iter().filter(|at| ends_with(file, path(at))).max_by_key(|at| path(at).len());
        longest.copied().or_else(|| {
            let mut inside = same_name.iter().filter(|at| ends_with(path(at), file));
            inside.next().filter(|_| inside.next().is_none()).copied()
        })
    }

    /// Every field that some letter is coded on, in the order of the questionnaires.
    pub fn fields(&self) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        let coded = self.letters.iter().flat_map(|label| &label.answers);
        coded.map(|(field, _)| field.as_str()).filter(|field| seen.insert(*field)).collect()
    }
}

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// True where `tail` is the end of `path`, by whole names.
fn ends_with(path: &str, tail: &str) -> bool {
    path.strip_suffix(tail).is_some_and(|before| before.is_empty() || before.ends_with('/'))
}
