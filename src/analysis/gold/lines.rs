//! Labels as JSON lines: one object a letter.

use std::collections::{BTreeMap, HashSet};

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Deserializer};

use super::{GoldCount, GoldExchange, Label};
use crate::record::SCHEMA;

/// A line as written; a key that is left out says nothing, `null` says that there is none.
#[derive(Deserialize)]
struct Line {
    file: String,
    layout: Option<String>,
    kind: Option<String>,
    #[serde(default, deserialize_with = "said")]
    questionnaire: Option<Option<String>>,
    #[serde(default, deserialize_with = "said")]
    authority: Option<Option<String>>,
    #[serde(default, deserialize_with = "said")]
    reference: Option<Option<String>>,
    #[serde(default, deserialize_with = "said")]
    requested_on: Option<Option<String>>,
    #[serde(default, deserialize_with = "said")]
    responded_on: Option<Option<String>>,
    #[serde(default)]
    answers: BTreeMap<String, String>,
    exchanges: Option<Vec<GoldExchange>>,
    exemptions: Option<Vec<String>>,
    counts: Option<Vec<GoldCount>>,
    #[serde(default)]
    counts_uncertain: bool,
}

fn said<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// Reads every label; `name` names the file in errors.
pub(super) fn read(text: &str, name: &str) -> Result<Vec<Label>> {
    let (mut labels, mut files) = (Vec::new(), HashSet::new());
    for (i, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let place = || format!("{name}, line {}", i + 1);
        if line.contains(SCHEMA) {
            bail!("{}, is a record that the program wrote; labels are written by people", place());
        }
        let line: Line = serde_json::from_str(line)
            .with_context(|| format!("{}, is no label; write one JSON object a line (fixtures/README.md)", place()))?;
        let label = Label::from(line);
        ensure!(files.insert(label.file.clone()), "{}, labels {} a second time", place(), label.file);
        labels.push(label);
    }
    Ok(labels)
}

impl From<Line> for Label {
    fn from(line: Line) -> Self {
        Label {
            file: line.file,
            layout: line.layout,
            kind: line.kind,
            questionnaire: line.questionnaire,
            authority: line.authority,
            reference: line.reference,
            requested_on: line.requested_on,
            responded_on: line.responded_on,
            answers: line.answers.into_iter().collect(),
            exchanges: line.exchanges,
            exemptions: line.exemptions,
            counts: line.counts.filter(|_| !line.counts_uncertain),
        }
    }
}
