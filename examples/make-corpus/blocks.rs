//! The building blocks: `blocks.toml`, the known questions and bodies of `data/`, and paragraphs of the fixtures.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use foi_rj::catalogue::{Catalogue, Questionnaire};
use serde::Deserialize;

/// Letters whose paragraphs fill annexes; they say everything that letters say between their answers.
const FIXTURES: [&str; 8] = [
    include_str!("../../fixtures/letters/a01.txt"),
    include_str!("../../fixtures/letters/a07.txt"),
    include_str!("../../fixtures/letters/a12.txt"),
    include_str!("../../fixtures/letters/a19.txt"),
    include_str!("../../fixtures/letters/a21.txt"),
    include_str!("../../fixtures/letters/a22.txt"),
    include_str!("../../fixtures/letters/a24.txt"),
    include_str!("../../fixtures/letters/policy-page.txt"),
];

/// Everything a letter can be made of.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blocks {
    pub subjects: Vec<String>,
    pub departments: Vec<String>,
    pub openings: Vec<String>,
    pub marks: Vec<String>,
    pub furniture: Vec<String>,
    pub reviews: Vec<String>,
    pub closings: Vec<String>,
    pub signoffs: Vec<String>,
    pub filler: Vec<String>,
    /// Answers to known questions, by kind.
    pub known: BTreeMap<String, Vec<String>>,
    #[serde(rename = "question")]
    pub questions: Vec<Other>,
    /// Names of bodies.
    #[serde(skip)]
    pub bodies: Vec<String>,
    /// Paragraphs of the fixtures.
    #[serde(skip)]
    pub paragraphs: Vec<String>,
}

/// A question of another request.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Other {
    pub asks: String,
    /// `TABLE` stands for a table of figures.
    pub answers: Vec<String>,
}

impl Blocks {
    pub fn shipped() -> Result<Blocks> {
        let mut blocks: Blocks = toml::from_str(include_str!("blocks.toml")).context("blocks.toml")?;
        let bodies = Catalogue::shipped().organisations.all().iter().filter(|body| body.closed.is_none());
        blocks.bodies = bodies.map(|body| body.name.clone()).collect();
        let paragraphs = FIXTURES.iter().flat_map(|letter| letter.split("\n\n"));
        blocks.paragraphs = paragraphs.filter(|text| text.len() > 120).map(str::to_owned).collect();
        Ok(blocks)
    }

    /// The questionnaire that most letters answer.
    pub fn questionnaire(&self) -> &'static Questionnaire {
        &Catalogue::shipped().questionnaires[0]
    }
}
