//! What `evaluate` measures by: the labels of each coder, and records exported earlier.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::analysis::gold::Labels;
use crate::catalogue::Catalogue;
use crate::record::Record;
use crate::source::{decode, read_records};

/// The labels of one coder, who is called like the file; like the whole path where two of `all` have one name.
///
/// # Errors
/// A file that cannot be read or holds no labels.
pub fn read_labels(path: &Path, all: &[PathBuf], catalogue: &Catalogue) -> Result<Labels> {
    let name = path.to_string_lossy();
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {name} (--gold)"))?;
    let (text, _, _) = decode(&bytes);
    let same_name = all.iter().filter(|other| other.file_name() == path.file_name()).count() > 1;
    let coder = path.file_name().filter(|_| !same_name).map_or(name.clone(), |file| file.to_string_lossy());
    Labels::read(&text, &name, &coder, &catalogue.questionnaires)
}

/// The earlier records of letters with a label, by the label's place.
///
/// # Errors
/// A file that cannot be read, or holds no record of these letters.
pub fn read_earlier(path: &Path, labels: &Labels) -> Result<HashMap<usize, Record>> {
    let name = path.to_string_lossy();
    let file = std::fs::File::open(path).with_context(|| format!("cannot read {name} (--against)"))?;
    let mut records = HashMap::new();
    read_records(std::io::BufReader::new(file), &name, &mut |record| {
        if let Some(at) = labels.find(&record.file) {
            records.entry(at).or_insert(record);
        }
        Ok(())
    })?;
    ensure!(!records.is_empty(), "{name} (--against) has no record of a letter that is labelled");
    Ok(records)
}
