//! A questionnaire: the questions that were sent to many bodies, as a data file.

use anyhow::{Context, Result, ensure};
use regex::Regex;
use serde::Deserialize;

use crate::record::QuestionKind;

/// One round of the same questions to many bodies.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// Kebab-case name: `restorative-justice`.
    pub id: String,
    /// Title for people.
    pub title: String,
    /// The questions, in their printed order.
    #[serde(rename = "question")]
    pub questions: Vec<Question>,
}

/// One question of a questionnaire.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Question {
    /// Column name, snake case: `charter_signed`.
    pub field: String,
    /// Number as first printed, nested parts joined: `1b-i`.
    pub number: String,
    /// What kind of answer it asks for.
    pub kind: QuestionKind,
    /// A short label for headings.
    pub label: String,
    /// The field that must be answered yes first ("If yes …").
    #[serde(default)]
    pub only_if: Vec<String>,
    /// The wordings in which it was asked, the first as first sent.
    pub wordings: Vec<String>,
    /// Patterns (over folded text) of the question where a request or an authority shortens it.
    #[serde(default, with = "patterns")]
    pub asked_as: Vec<Regex>,
    /// Patterns (over folded text) that name its subject in an answer which covers several questions.
    #[serde(default, with = "patterns")]
    pub about: Vec<Regex>,
    /// Patterns (over folded text) which, said positively, mean yes.
    #[serde(default, with = "patterns")]
    pub affirmed_by: Vec<Regex>,
    /// Patterns (over folded text) which, said positively, mean no.
    #[serde(default, with = "patterns")]
    pub denied_by: Vec<Regex>,
    /// Patterns (over folded text) that stand by the date asked for.
    #[serde(default, with = "patterns")]
    pub dated_by: Vec<Regex>,
}

mod patterns {
    use regex::Regex;
    use serde::{Deserialize, Deserializer, de::Error};

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Regex>, D::Error> {
        let patterns: Vec<String> = Vec::deserialize(deserializer)?;
        patterns.iter().map(|pattern| Regex::new(pattern).map_err(D::Error::custom)).collect()
    }
}

impl Questionnaire {
    /// Reads a questionnaire file. Errors name what is wrong and, for TOML, the line.
    pub fn parse(toml: &str) -> Result<Self> {
        let questionnaire: Questionnaire = toml::from_str(toml).context("not a questionnaire file")?;
        ensure!(!questionnaire.questions.is_empty(), "a questionnaire needs at least one [[question]]");
        for (i, question) in questionnaire.questions.iter().enumerate() {
            ensure!(
                questionnaire.questions[..i].iter().all(|earlier| earlier.field != question.field),
                "two questions have the field `{}`",
                question.field
            );
            ensure!(!question.wordings.is_empty(), "question `{}` needs a wording", question.field);
            for condition in &question.only_if {
                ensure!(
                    questionnaire.questions[..i].iter().any(|earlier| earlier.field == *condition),
                    "question `{}` depends on `{condition}`, which is not an earlier field",
                    question.field
                );
            }
        }
        Ok(questionnaire)
    }
}
