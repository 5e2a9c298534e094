//! A file → a [`Source`].

use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::{Source, decode};
use crate::diagnostic::Diagnostic;
use crate::text::{Lines, Span};

/// No letter is larger than this, in bytes; a larger file was named by mistake.
pub(super) const LARGEST: u64 = 256 << 20;

/// Reads the letter at `path`.
///
/// # Errors
/// A file that cannot be opened or read, or is larger than 256 MiB.
pub fn read_file(path: &Path) -> Result<Source> {
    let file = File::open(path)?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).context("reading stopped half way")?;
    if bytes.len() as u64 > LARGEST {
        bail!("larger than 256 MiB, which no letter is; split it, or leave it out");
    }
    let name = path.to_string_lossy();
    let mut source = read_letter(&name.replace(std::path::MAIN_SEPARATOR, "/"), &bytes);
    if path.to_str().is_none() {
        let message = "the file's name is not UTF-8; what could not be read in it is shown as \u{fffd}";
        source.diagnostics.push(Diagnostic::note("name-replaced", message, Span::default(), &Lines::new("")));
    }
    Ok(source)
}

/// Reads a letter from its bytes; `file` names it in the record.
pub fn read_letter(file: &str, bytes: &[u8]) -> Source {
    let (text, encoding, diagnostics) = decode(bytes);
    Source { file: file.to_owned(), sha256: hash(bytes), bytes: bytes.len() as u64, encoding, text, diagnostics }
}

/// A letter that comes as text: hash and size are those of the file that holds it as UTF-8.
pub fn read_text(file: &str, text: String) -> Source {
    let (sha256, bytes) = (hash(text.as_bytes()), text.len() as u64);
    let text = match text.strip_prefix('\u{feff}') {
        Some(unmarked) => unmarked.to_owned(),
        None => text,
    };
    Source { file: file.to_owned(), sha256, bytes, encoding: "utf-8".to_owned(), text, diagnostics: Vec::new() }
}

/// SHA-256 in hexadecimal.
fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
