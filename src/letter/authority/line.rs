//! What the line of a name says of it: to whom and from whom a message goes, and what stands beside the name.

use std::sync::LazyLock;

use crate::text::Regex;

use crate::letter::Letter;
use crate::text::Span;

use super::context::{Standing, left_side, standing};

/// True where `span` stands on a "To:" or "Cc:" line: whom a letter goes to did not write it.
pub fn is_addressee(letter: &Letter<'_>, span: Span) -> bool {
    let line = line_of(letter, span).trim_start_matches(|c: char| c.is_whitespace() || "*>".contains(c));
    opens_with(line, "to:") || opens_with(line, "cc:")
}

/// True where `span` stands on a "From:" line that is not quoted.
pub fn is_sender(letter: &Letter<'_>, span: Span) -> bool {
    opens_with(line_of(letter, span).trim_start_matches(|c: char| c.is_whitespace() || c == '*'), "from:")
}

/// True where `span` is part of a sentence, not of a line that says whom a message is from.
pub fn is_in_sentence(letter: &Letter<'_>, span: Span) -> bool {
    !is_sender(letter, span) && standing(letter, span) == Standing::InProse
}

/// True where `span` begins its line.
pub fn begins_line(letter: &Letter<'_>, span: Span) -> bool {
    let line = letter.lines.spans()[letter.lines.index_of(span.start)];
    left_side(&letter.text[line.start.min(span.start)..span.start]) == Standing::Alone
}

/// True where `span` stands between marks of a signature on one line: "FOI Officer | Hart District Council | Fleet".
pub fn is_between_marks(letter: &Letter<'_>, span: Span) -> bool {
    let line = letter.lines.spans()[letter.lines.index_of(span.start)];
    let before = letter.text[line.start.min(span.start)..span.start].trim_end();
    before.ends_with(['|', ',', '-', '\u{2013}', '\u{2014}', '\u{b7}', '\u{2022}'])
}

/// True for a name that begins its line and is followed by a bar or a dash, "Gwent Police | Heddlu Gwent", or that ends a
/// line in two languages.
pub fn is_beside_bar(letter: &Letter<'_>, span: Span) -> bool {
    let line = letter.lines.spans()[letter.lines.index_of(span.start)];
    let before = letter.text[line.start.min(span.start)..span.start].trim_end();
    let second = before.ends_with([' ', '/', '|']) && letter.text[span.end.min(line.end)..line.end].trim().is_empty();
    second && !before.contains(':')
        || begins_line(letter, span)
            && letter.text[span.end.min(line.end)..line.end]
                .trim_start()
                .starts_with(['|', '>', '-', '\u{2013}', '\u{2014}'])
}

/// Words by which an authority answers.
static ANSWERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[\n .])(?:(?:thank you|thanks) for (?:your|contacting)|further to your|(?:i|we) (?:write|refer|am writing|are writing) (?:further )?(?:to|about|in response to) your)")
        .expect("a fixed pattern")
});

/// True for a heading "Message from Angus Council", as case platforms print over an answer.
pub fn heads_message(letter: &Letter<'_>, span: Span) -> bool {
    let line = line_of(letter, span).trim();
    opens_with(line, "message from ") && line.ends_with(span.of(letter.text))
}

/// True for "Dear Angus Council," above words that answer: whom a request is addressed to answers it.
pub fn is_addressed(letter: &Letter<'_>, span: Span) -> bool {
    let line = line_of(letter, span).trim_start_matches(|c: char| c.is_whitespace() || c == '>');
    let folded = letter.folded.text();
    opens_with(line, "dear ")
        && line.trim_end().trim_end_matches([',', ':']).ends_with(span.of(letter.text))
        && ANSWERS.is_match(&folded[letter.folded.forth(span).end..])
}

/// The line in which `span` begins.
fn line_of<'l>(letter: &Letter<'l>, span: Span) -> &'l str {
    letter.lines.spans()[letter.lines.index_of(span.start)].of(letter.text)
}

/// True where a line begins with this label, whatever its case.
pub fn opens_with(words: &str, label: &str) -> bool {
    words.get(..label.len()).is_some_and(|opening| opening.eq_ignore_ascii_case(label))
}
