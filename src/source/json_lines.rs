//! Letters as JSON lines, `{"file": …, "text": …}`: the way in from engines that hand letters on as lines.

use std::io::{BufRead, BufReader, Read, Result as IoResult};

use anyhow::{Result, bail, ensure};
use serde::Deserialize;

use super::read::LARGEST;
use super::{Source, read_text};

/// The shape of a line; further keys may stand beside these.
#[derive(Deserialize)]
struct Letter {
    file: String,
    text: String,
}

/// The lines that have arrived, without their ends: at least one, waiting for it; none at the end of `input`. So a
/// filter answers at once where lines come one by one, and works on many where they come fast.
///
/// # Errors
/// Those of `input`.
pub fn read_lines(input: &mut BufReader<impl Read>) -> IoResult<Vec<Vec<u8>>> {
    let mut lines = Vec::new();
    while lines.is_empty() || input.buffer().contains(&b'\n') {
        let mut line = Vec::new();
        // Cut behind the limit, by which `read_line` sees that it is too long.
        if input.by_ref().take(LARGEST + 1).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.last() == Some(&b'\n') {
            line.pop();
        } else if line.len() as u64 > LARGEST {
            input.skip_until(b'\n')?;
        }
        lines.push(line);
    }
    Ok(lines)
}

/// Reads the letter that stands on one line.
///
/// # Errors
/// A line that is no such object, or longer than 256 MiB.
pub fn read_line(line: &[u8]) -> Result<Source> {
    ensure!(line.len() as u64 <= LARGEST, "longer than 256 MiB, which no letter is");
    let letter: Letter = match serde_json::from_slice(line) {
        Ok(letter) => letter,
        Err(error) => {
            let why = error.to_string().replace(" at line 1 column ", " at column ");
            bail!("no letter ({why}); a line is {{\"file\": \"…\", \"text\": \"…\"}} in UTF-8");
        }
    };
    Ok(read_text(&letter.file, letter.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_as_they_come() {
        let mut input = BufReader::new(&b"one\ntwo\n"[..]);
        assert_eq!(read_lines(&mut input).unwrap(), [b"one", b"two"]);
        assert!(read_lines(&mut input).unwrap().is_empty());
        // The writer of the first piece waits for its answer before it writes the second.
        let mut slow = BufReader::new((&b"one\nt"[..]).chain(&b"wo"[..]));
        assert_eq!(read_lines(&mut slow).unwrap(), [b"one"]);
        assert_eq!(read_lines(&mut slow).unwrap(), [b"two"]);
    }

    #[test]
    fn a_letter_is_a_file_and_a_text() {
        let source = read_line(br#"{"id": 7, "file": "a.txt", "text": "\ufeffYes\n"}"#).unwrap();
        assert_eq!((source.file.as_str(), source.text.as_str(), source.bytes), ("a.txt", "Yes\n", 7));
        for bad in [&br#"{"file": "a"}"#[..], b"[]", b"{", br#"{"file": "a", "text": null}"#, b"\xff", b""] {
            assert!(format!("{:#}", read_line(bad).unwrap_err()).contains("a line is {\"file\""), "{bad:?}");
        }
    }
}
