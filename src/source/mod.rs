//! Find, read, decode: the only stage that touches the corpus. It gives [`Source`]s.

mod decode;
mod find;
mod json_lines;
mod read;
mod records;

use crate::diagnostic::Diagnostic;

pub use decode::decode;
pub use find::{Found, Skipped, UNFINISHED, find_letters};
pub use json_lines::{read_line, read_lines};
pub use read::{read_file, read_letter, read_text};
pub use records::{is_records, read_records};

/// One letter as it was read: its text is what decoding gave and is never changed afterwards.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as found, with `/` between folders; `-` for standard input.
    pub file: String,
    /// SHA-256 of the bytes on disk, in hexadecimal.
    pub sha256: String,
    /// Size on disk, in bytes.
    pub bytes: u64,
    /// How the bytes were decoded.
    pub encoding: String,
    /// The decoded text, without a byte-order mark.
    pub text: String,
    /// What decoding had to put up with.
    pub diagnostics: Vec<Diagnostic>,
}
