//! A questionnaire file as it is written: every value with its place, so that a fault can be underlined.

use serde::Deserialize;
use toml::Spanned;

/// Text with its place.
pub(super) type Text = Spanned<String>;

/// The whole file. Its keys are those of `data/questionnaire.schema.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct File {
    pub id: Text,
    pub title: Text,
    #[serde(default, rename = "group")]
    pub groups: Vec<Group>,
    #[serde(default, rename = "question")]
    pub questions: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Group {
    pub id: Text,
    pub number: Option<Text>,
    pub parent: Option<Text>,
    pub wording: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Question {
    pub id: Option<Text>,
    pub field: Text,
    pub number: Option<Text>,
    pub parent: Option<Text>,
    pub kind: Text,
    pub label: Option<Text>,
    #[serde(default)]
    pub options: Vec<Choice>,
    #[serde(default)]
    pub periods: Vec<Text>,
    #[serde(default)]
    pub only_if: Vec<Text>,
    pub wordings: Spanned<Vec<Text>>,
}

/// An option: its code, and the words that name it where they are not those of the code.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Choice {
    pub id: Text,
    #[serde(default)]
    pub words: Vec<Text>,
}
