//! Prints ACCURACY.md: the figures of letters with gold labels, in the frame of `template.md`.
//!
//! `cargo run --release --example accuracy > ACCURACY.md` measures `fixtures/`; further folders that hold a
//! `gold.jsonl` may be given as arguments.

mod tables;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use foi_rj::analysis::evaluation::{Judgement, judge};
use foi_rj::analysis::gold::Labels;
use foi_rj::catalogue::Catalogue;
use foi_rj::extract;
use foi_rj::source::read_file;

/// What people wrote; the tables come into its two gaps.
const TEMPLATE: &str = include_str!("template.md");

/// The letters of one folder, judged by the labels above it.
struct Folder {
    name: String,
    letters: Vec<Judgement>,
}

fn main() -> Result<()> {
    let further = std::env::args_os().skip(1).map(PathBuf::from);
    let mut folders = Vec::new();
    for place in [PathBuf::from("fixtures")].into_iter().chain(further) {
        folders.extend(judged(&place)?);
    }
    let page = TEMPLATE.replace("{{by-folder}}", &tables::by_folder(&folders)?);
    print!("{}", page.replace("{{by-field}}", &tables::by_field(&folders)?));
    Ok(())
}

/// The letters that `place/gold.jsonl` speaks of, by the folder in which they lie, in the order of the labels.
fn judged(place: &Path) -> Result<Vec<Folder>> {
    let gold = place.join("gold.jsonl");
    let text = std::fs::read_to_string(&gold).with_context(|| format!("cannot read {}", gold.display()))?;
    let catalogue = Catalogue::shipped();
    let labels = Labels::read(&text, &gold.to_string_lossy(), "gold", &catalogue.questionnaires)?;
    // Of a place outside the repository only the last name says anything.
    let base = place.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut folders: Vec<Folder> = Vec::new();
    for label in &labels.letters {
        let source = read_file(&place.join(&label.file)).with_context(|| format!("cannot read {}", label.file))?;
        let letter = judge(label, Some(&extract(&source, catalogue)), Some(&source.text));
        let name = label.file.rsplit_once('/').map_or(base.clone(), |(inside, _)| format!("{base}/{inside}"));
        match folders.iter_mut().find(|folder| folder.name == name) {
            Some(folder) => folder.letters.push(letter),
            None => folders.push(Folder { name, letters: vec![letter] }),
        }
    }
    Ok(folders)
}
