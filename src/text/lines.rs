//! Where the lines of a text begin and end, whatever marks their ends.

use super::Span;

/// The lines of one text. A line ends at LF, CRLF, a lone CR or a form feed; the mark is not part of it.
#[derive(Clone, Debug)]
pub struct Lines {
    spans: Vec<Span>,
}

/// No letter is wrapped wider than this, in bytes; longer lines are paragraphs of their own.
const WIDEST: usize = 132;

/// Shorter lines, in bytes, tell nothing of the width.
const NARROWEST: usize = 40;

/// Where all gaps are alike, this many sentences must go on below one.
const FEWEST_BROKEN: usize = 3;

/// Fewer lines than this, each with a blank line after it, are no double spacing.
const FEWEST_APART: usize = 12;

/// The first gap of `text` from byte `from` on that holds a blank line, from the end of the words above it to those below it,
/// whatever marks the ends of lines; none below the last words.
pub fn find_blank_line(text: &str, from: usize) -> Option<Span> {
    let mut at = from;
    loop {
        let end = at + text[at..].find('\n')?;
        let next = text.len() - text[end..].trim_start().len();
        let start = text[..end].trim_end().len().max(from);
        let blank = text[end..next].bytes().filter(|byte| *byte == b'\n').count() > 1;
        if blank && next < text.len() {
            return Some(Span::new(start, next));
        }
        at = next;
    }
}

impl Lines {
    /// Finds the lines of `text`; an empty text has one empty line.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut spans = Vec::with_capacity(text.len() / 40 + 1);
        let mut start = 0;
        let mut at = 0;
        while at < bytes.len() {
            let mark = match bytes[at] {
                b'\r' if bytes.get(at + 1) == Some(&b'\n') => 2,
                b'\n' | b'\r' | 0x0c => 1,
                _ => {
                    at += 1;
                    continue;
                }
            };
            spans.push(Span::new(start, at));
            at += mark;
            start = at;
        }
        spans.push(Span::new(start, bytes.len()));
        Lines { spans }
    }

    /// Every line in order, without its end mark.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The width, in bytes, to which the lines of `text` are wrapped; `None` where paragraphs are lines of their own.
    pub fn wrap_width(&self, text: &str) -> Option<usize> {
        let mut lengths: Vec<usize> =
            self.spans.iter().map(|line| line.trim(text).len()).filter(|length| *length >= NARROWEST).collect();
        lengths.sort_unstable();
        let wrapped = lengths.partition_point(|length| *length <= WIDEST);
        // A stray long line is no margin: the fifth longest is near it where lines are wrapped at all.
        let margin = wrapped.saturating_sub(1 + wrapped / 20);
        (wrapped * 3 >= lengths.len() * 2).then(|| lengths.get(margin).copied().unwrap_or(WIDEST))
    }

    /// True where a blank line stands after nearly every line, as in a letter set in double spacing: only two blank lines
    /// then end a paragraph.
    pub fn are_double_spaced(&self, text: &str) -> bool {
        let (mut close, mut apart, mut wide, mut broken, mut blanks) = (0, 0, 0, 0, usize::MAX);
        let mut before = "";
        for line in &self.spans {
            let words = line.of(text).trim();
            if words.is_empty() {
                blanks = blanks.saturating_add(1);
                continue;
            }
            // A sentence that goes on below the blank line.
            let open = before.len() >= NARROWEST && !before.ends_with(['.', '?', '!', ':', ';', ')']);
            broken += usize::from(blanks == 1 && open && words.starts_with(char::is_lowercase));
            before = words;
            match blanks {
                0 => close += 1,
                1 => apart += 1,
                2..9 => wide += 1,
                _ => {}
            }
            blanks = 0;
        }
        apart >= FEWEST_APART && apart > 8 * close && (wide > 0 || broken >= FEWEST_BROKEN)
    }

    /// The 0-based index of the line that holds `offset` (its end mark counts as its own).
    pub fn index_of(&self, offset: usize) -> usize {
        self.spans.partition_point(|line| line.start <= offset).saturating_sub(1)
    }

    /// The 1-based number of the line that holds `offset`, as shown to people.
    pub fn number_of(&self, offset: usize) -> usize {
        self.index_of(offset) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_is_known() {
        let lines = Lines::new("a\nb\r\nc\rd\u{c}e");
        let words: Vec<&str> = lines.spans().iter().map(|line| line.of("a\nb\r\nc\rd\u{c}e")).collect();
        assert_eq!(words, ["a", "b", "c", "d", "e"]);
        assert_eq!(lines.number_of(0), 1);
        assert_eq!(lines.number_of(3), 2, "the CR of a CRLF belongs to its own line");
        assert_eq!(lines.number_of(9), 5);
    }

    #[test]
    fn a_blank_line_lies_between_words() {
        assert_eq!(find_blank_line("a\nb\n\nc", 0), Some(Span::new(3, 5)));
        assert_eq!(find_blank_line("a\r\nb \r\n \r\nc", 0), Some(Span::new(4, 10)));
        assert_eq!(find_blank_line("a\n\nb\n\nc", 3), Some(Span::new(4, 6)));
        assert_eq!(find_blank_line("a\nb\n\n", 0), None);
    }

    #[test]
    fn an_empty_text_has_one_line() {
        assert_eq!(Lines::new("").spans().len(), 1);
        assert_eq!(Lines::new("").number_of(0), 1);
    }
}
