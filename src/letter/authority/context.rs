//! What stands around a name or an address: its sentence, and whether it stands alone on its lines.

use crate::letter::Letter;
use crate::text::Span;

use super::line::opens_with;

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

/// How the words to the left of a name part it from them.
pub fn left_side(left: &str) -> Standing {
    let marks = |c: char| c.is_whitespace() || "*#>|_-–•\"“©".contains(c);
    let bare = left.trim_matches(marks);
    if bare.is_empty() || bare.eq_ignore_ascii_case("the") || is_in_other_language(bare) {
        return Standing::Alone;
    }
    if opens_with(bare, "to:") {
        return Standing::InProse;
    }
    let column = left.trim_end_matches("The ").trim_end_matches("the ");
    let parted = column.ends_with("  ") || column.trim_end().ends_with(['\t', '|', ':', ',', '-', '–', '—', '©']);
    if parted && bare.split_whitespace().nth(8).is_none() { Standing::Beside } else { Standing::InProse }
}

/// True for the first of a name's two languages, "Heddlu Gwent | Gwent Police": the second is English.
fn is_in_other_language(words: &str) -> bool {
    const BODIES: [&str; 9] = [
        "heddlu",
        "cyngor",
        "prifysgol",
        "bwrdd",
        "llywodraeth",
        "gwasanaeth",
        "ymddiriedolaeth",
        "awdurdod",
        "comhairle",
    ];
    let words = words.trim_end_matches(|c: char| c.is_whitespace() || "|/-–—".contains(c));
    let first = words.split_whitespace().next().unwrap_or("");
    let name = |word: &str| word.chars().all(|c| c.is_alphabetic() || "-'’".contains(c));
    BODIES.iter().any(|body| first.eq_ignore_ascii_case(body))
        && words.split_whitespace().all(name)
        && words.split_whitespace().nth(7).is_none()
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
