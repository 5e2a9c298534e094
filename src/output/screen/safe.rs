//! Data for programs that goes to a terminal all the same: what could steer it is shown, never obeyed.

use std::io::{Result, Write};

use super::picture;

/// Passes UTF-8 on to a terminal with pictures in place of control characters. Tabs and line feeds stay; carriage returns
/// go, with which text could be written over.
pub struct Safe<W: Write> {
    out: W,
    /// The beginning of a character whose end has not been written yet.
    rest: Vec<u8>,
}

impl<W: Write> Safe<W> {
    /// Writes to `out`, which is a terminal.
    pub fn new(out: W) -> Self {
        Safe { out, rest: Vec::new() }
    }
}

impl<W: Write> Write for Safe<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.rest.extend_from_slice(bytes);
        let end = match std::str::from_utf8(&self.rest) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            _ => self.rest.len(),
        };
        let mut shown = String::with_capacity(end);
        for c in String::from_utf8_lossy(&self.rest[..end]).chars().filter(|c| *c != '\r') {
            match picture(c).filter(|_| c != '\n' && c != '\t') {
                Some(picture) => shown.push_str(&picture),
                None => shown.push(c),
            }
        }
        self.rest.drain(..end);
        self.out.write_all(shown.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_shown_however_it_is_cut() {
        let text = "a,\u{1b}[31m\u{202e}é\u{9b}2J\tb\r\nc\u{2019}s\0";
        for cut in 0..=text.len() {
            let mut out = Vec::new();
            let mut safe = Safe::new(&mut out);
            safe.write_all(&text.as_bytes()[..cut]).unwrap();
            safe.write_all(&text.as_bytes()[cut..]).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), "a,␛[31m\\u{202e}é\\u{9b}2J\tb\nc\u{2019}s␀");
        }
    }
}
