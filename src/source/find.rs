//! Arguments → the letters to read: named files always, folders by the kinds of file that hold letters.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use walkdir::{DirEntry, WalkDir};

/// What an argument stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Standard input.
    Input,
    /// Records that `export` wrote.
    Records(PathBuf),
    /// A letter.
    Letter(PathBuf),
    /// A place that cannot be read, and why.
    Unreadable(PathBuf, String),
}

/// Files met in folders that are no letters, counted by extension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Skipped {
    /// How many, by extension (`.pdf`) or kind (`symbolic link`).
    pub kinds: BTreeMap<String, usize>,
    /// The files, in the order met.
    pub files: Vec<PathBuf>,
}

/// How the names of files begin that a run is still writing; wherever they lie, they are not there yet.
pub const UNFINISHED: &str = ".foi-rj-";

/// Extensions of letters in folders.
const LETTERS: [&str; 3] = ["txt", "text", "md"];

/// Calls `each` with everything that `argument` stands for, in order of path.
///
/// # Errors
/// A path that does not exist, or is neither file nor folder nor pipe.
pub fn find_letters(argument: &Path, skipped: &mut Skipped, each: &mut dyn FnMut(Found) -> Result<()>) -> Result<()> {
    if argument == Path::new("-") {
        return each(Found::Input);
    }
    let place = || format!("cannot read {}", argument.display());
    let about = std::fs::metadata(argument)
        .with_context(|| format!("{}; give a letter, a folder of letters, or - for standard input", place()))?;
    if about.is_dir() {
        return walk(argument, skipped, each);
    }
    if !about.is_file() && !is_pipe(&about) {
        bail!("{}: it is neither a file nor a folder", place());
    }
    let records = argument.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("jsonl"));
    each(if records { Found::Records(argument.to_owned()) } else { Found::Letter(argument.to_owned()) })
}

/// Process substitution and named pipes are read when named; found in a folder, nobody may be writing to them.
#[cfg(unix)]
fn is_pipe(about: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    about.file_type().is_fifo()
}

#[cfg(not(unix))]
fn is_pipe(_: &std::fs::Metadata) -> bool {
    false
}

fn walk(folder: &Path, skipped: &mut Skipped, each: &mut dyn FnMut(Found) -> Result<()>) -> Result<()> {
    for entry in WalkDir::new(folder).sort_by(|a, b| a.file_name().cmp(b.file_name())) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) if entry.file_name().as_encoded_bytes().starts_with(UNFINISHED.as_bytes()) => {}
            Ok(entry) => match no_letter(&entry) {
                None => each(Found::Letter(entry.into_path()))?,
                Some(kind) => {
                    *skipped.kinds.entry(kind).or_default() += 1;
                    skipped.files.push(entry.into_path());
                }
            },
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                let why = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                each(Found::Unreadable(path, why))?;
            }
        }
    }
    Ok(())
}

/// Why a file in a folder is not read; `None` for a letter.
fn no_letter(entry: &DirEntry) -> Option<String> {
    if entry.path_is_symlink() {
        return Some("symbolic link".to_owned());
    }
    if !entry.file_type().is_file() {
        return Some("special file".to_owned());
    }
    match entry.path().extension().map(OsStr::to_string_lossy) {
        Some(extension) if LETTERS.iter().any(|letter| extension.eq_ignore_ascii_case(letter)) => None,
        Some(extension) => Some(format!(".{}", extension.to_lowercase())),
        None if is_text(entry.path()) => None,
        None => Some("no text".to_owned()),
    }
}

/// True where the file's beginning holds no zero byte. What cannot be opened counts as text, so that reading reports it.
fn is_text(path: &Path) -> bool {
    let mut start = Vec::new();
    match File::open(path).and_then(|file| file.take(8192).read_to_end(&mut start)) {
        Ok(_) => !start.contains(&0),
        Err(_) => true,
    }
}
