//! What stands around a name or an address: its sentence, and whether it stands alone on its lines.

use std::sync::LazyLock;

use regex::Regex;

use crate::letter::Letter;
use crate::text::Span;

/// How far a sentence is read on either side, in bytes of folded text.
const BEFORE: usize = 240;
const AFTER: usize = 80;

/// The folded words before `span`, back to the sentence's beginning; blank lines are passed as spaces.
pub fn before(letter: &Letter<'_>, span: Span) -> String {
    let folded = letter.folded.text();
    let end = letter.folded.forth(span).start;
    let mut start = end.saturating_sub(BEFORE);
    while !folded.is_char_boundary(start) {
        start += 1;
    }
    let words = &folded[start..end];
    let sentence = words.rfind(". ").map_or(0, |stop| stop + 2).max(words.rfind(".\n").map_or(0, |stop| stop + 2));
    words[sentence..].replace('\n', " ")
}

/// The folded words after `span`.
pub fn after<'a>(letter: &Letter<'a>, span: Span) -> &'a str {
    let folded = letter.folded.text();
    let start = letter.folded.forth(span).end;
    let mut end = (start + AFTER).min(folded.len());
    while !folded.is_char_boundary(end) {
        end += 1;
    }
    &folded[start..end]
}

/// The folded words of the `reach` bytes before `span`, whatever sentences they belong to.
pub fn leading(letter: &Letter<'_>, span: Span, reach: usize) -> String {
    let folded = letter.folded.text();
    let end = letter.folded.forth(span).start;
    let mut start = end.saturating_sub(reach);
    while !folded.is_char_boundary(start) {
        start += 1;
    }
    folded[start..end].replace('\n', " ")
}

/// How a name stands on its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing else is there.
    Alone,
    /// A label, an address or a column stands beside it.
    Beside,
    /// It is part of a sentence.
    InProse,
}

/// How the words of `span` stand on their lines.
pub fn standing(letter: &Letter<'_>, span: Span) -> Standing {
    let lines = letter.lines;
    let first = lines.spans()[lines.index_of(span.start)];
    let last = lines.spans()[lines.index_of(span.end.saturating_sub(1).max(span.start))];
    let left = &letter.text[first.start.min(span.start)..span.start];
    let right = &letter.text[span.end..last.end.max(span.end)];
    match (left_side(left), right_side(right)) {
        (Standing::InProse, _) | (_, Standing::InProse) => Standing::InProse,
        (Standing::Alone, Standing::Alone) => Standing::Alone,
        _ => Standing::Beside,
    }
}

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

/// True for a name that begins its line and is followed by a bar or a dash: "Gwent Police | Heddlu Gwent".
pub fn is_beside_bar(letter: &Letter<'_>, span: Span) -> bool {
    let line = letter.lines.spans()[letter.lines.index_of(span.start)];
    begins_line(letter, span)
        && letter.text[span.end.min(line.end)..line.end].trim_start().starts_with(['|', '-', '\u{2013}', '\u{2014}'])
}

/// True where `span` begins the last line of the letter, or stands between marks there, with at most a few words after it:
/// an address or a motto.
pub fn is_foot(letter: &Letter<'_>, span: Span) -> bool {
    const BESIDE: usize = 8;
    let line = letter.lines.spans()[letter.lines.index_of(span.end.saturating_sub(1))];
    let beside = letter.text[span.end..line.end.max(span.end)].trim_start();
    let parted = beside.is_empty() || beside.starts_with([',', '.', '|', '-', '\u{2013}', '\u{2014}', '\u{b7}']);
    parted
        && beside.split_whitespace().count() <= BESIDE
        && (begins_line(letter, span) || is_between_marks(letter, span) && standing(letter, span) == Standing::Beside)
        && letter.text[line.end.max(span.end)..].trim().is_empty()
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

fn line_of<'l>(letter: &Letter<'l>, span: Span) -> &'l str {
    letter.lines.spans()[letter.lines.index_of(span.start)].of(letter.text)
}

fn opens_with(words: &str, label: &str) -> bool {
    words.get(..label.len()).is_some_and(|opening| opening.eq_ignore_ascii_case(label))
}

fn left_side(left: &str) -> Standing {
    let marks = |c: char| c.is_whitespace() || "*#>|_-–•\"“©".contains(c);
    let bare = left.trim_matches(marks);
    if bare.is_empty() || bare.eq_ignore_ascii_case("the") {
        return Standing::Alone;
    }
    if opens_with(bare, "to:") {
        return Standing::InProse;
    }
    let column = left.trim_end_matches("The ").trim_end_matches("the ");
    let parted = column.ends_with("  ") || column.trim_end().ends_with(['\t', '|', ':', ',', '-', '–', '—', '©']);
    if parted && bare.split_whitespace().nth(8).is_none() { Standing::Beside } else { Standing::InProse }
}

fn right_side(right: &str) -> Standing {
    let bare = right.trim_start_matches(['*', '_', '"', '”', '\u{ad}']);
    let rest = bare.trim();
    if rest.is_empty() || rest == "." {
        return Standing::Alone;
    }
    let parted = bare.starts_with("  ") || rest.starts_with([',', '|', '-', '–', '—', '(', '\t', '·', '•']);
    let few = rest.split_whitespace().nth(3).is_none() && !rest.contains(['.', '?']);
    if parted || (few && !rest.starts_with(['\'', '’'])) { Standing::Beside } else { Standing::InProse }
}
