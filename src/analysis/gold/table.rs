//! A coder's table of codes: CSV with the columns `file`, `field` and `code`, as `export --table answers` writes it.

use std::collections::HashMap;

use anyhow::{Context, Result, bail, ensure};

use super::Label;
use crate::record::Code;

/// Reads every code; `name` names the file in errors. An empty code is one that the coder did not give.
pub(super) fn read(text: &str, name: &str) -> Result<Vec<Label>> {
    let mut table = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let header = table.headers().with_context(|| format!("cannot read {name}"))?.clone();
    let column = |wanted: &str| {
        let found = header.iter().position(|column| column.eq_ignore_ascii_case(wanted));
        found.with_context(|| {
            let found: Vec<&str> = header.iter().take(8).collect();
            format!(
                "{name} has no column `{wanted}` (it has {}); give labels as JSON lines, or CSV with the columns file, field, code",
                found.join(", ")
            )
        })
    };
    let columns = [column("file")?, column("field")?, column("code")?];
    let mut labels: Vec<Label> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for row in table.records() {
        let row = row.with_context(|| format!("cannot read {name}"))?;
        let [file, field, code] = columns.map(|at| row.get(at).unwrap_or_default());
        let place = || format!("{name}, line {}", row.position().map_or(0, csv::Position::line));
        ensure!(!file.is_empty() && !field.is_empty(), "{}, names no file or no field", place());
        if code.is_empty() {
            continue;
        }
        let at = *places.entry(file.to_owned()).or_insert_with(|| {
            labels.push(Label { file: file.to_owned(), ..Label::default() });
            labels.len() - 1
        });
        if labels[at].answers.iter().any(|(coded, _)| coded == field) {
            bail!("{}, codes {field} of {file} a second time", place());
        }
        labels[at].answers.push((field.to_owned(), spelled(code)));
    }
    Ok(labels)
}

/// The codes as records spell them: `Yes` is `yes`, dates and numbers stay as they are.
fn spelled(codes: &str) -> String {
    let codes = codes.split('|').map(|code| {
        let low = code.trim().to_lowercase();
        if Code::NAMED.iter().any(|named| named.name() == low) { low } else { code.trim().to_owned() }
    });
    codes.collect::<Vec<_>>().join("|")
}
