//! Where sentences begin inside a stretch of a letter.

use std::sync::LazyLock;

use crate::text::Regex;

use crate::text::Span;

static STOP: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?:[.!?;]["')\u{2019}\u{201d}*\]]*|\n)[ \t\r\n\u{a0}]+["'(\u{2018}\u{201c}*-]*"#)
        .expect("a fixed pattern")
});

/// Short forms that end in a stop without ending a sentence.
const SHORT: [&str; 29] = [
    "e.g", "i.e", "no", "nos", "mr", "mrs", "ms", "dr", "prof", "st", "etc", "s", "ss", "vs", "para", "ref", "jan",
    "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "approx",
];

/// The sentences of `span`, without white space at their ends; clauses after `;` count as sentences.
pub fn find_sentences(text: &str, span: Span) -> Vec<Span> {
    let words = span.of(text);
    let mut sentences = Vec::new();
    let mut start = 0;
    for stop in STOP.find_iter(words) {
        let before = words[start..stop.start()].rsplit([' ', '\n', '(']).next().unwrap_or("");
        let after = words[stop.end()..].chars().next();
        let mark = words[stop.start()..].chars().next();
        let before = before.to_ascii_lowercase();
        // "No. 5" counts; "No. It was never used." answers.
        let counts = !["no", "nos"].contains(&before.as_str()) || after.is_some_and(|c| c.is_ascii_digit());
        let short = mark == Some('.') && SHORT.contains(&before.as_str()) && counts;
        let goes_on = matches!(mark, Some('.')) && after.is_some_and(char::is_lowercase);
        let label = mark == Some('.') && is_joint_label(&words[start..stop.start()]);
        if short || goes_on || label || mark == Some('\n') && stop.as_str().matches('\n').count() < 2 {
            continue;
        }
        push(text, &mut sentences, Span::new(span.start + start, span.start + stop.end()));
        start = stop.end();
    }
    push(text, &mut sentences, Span::new(span.start + start, span.end));
    sentences
}

/// What may stand before such a number.
const NOUNS: [&str; 8] = ["questions", "question", "parts", "part", "points", "point", "limb", "item"];

/// True for the numbers that open an answer to several questions: "1a-c.", "2a & b.", "7. & 8."
fn is_joint_label(words: &str) -> bool {
    let words = words.trim();
    let words = NOUNS
        .iter()
        .find_map(|noun| {
            words
                .get(..noun.len())
                .filter(|start| start.eq_ignore_ascii_case(noun))
                .map(|_| words[noun.len()..].trim_start())
        })
        .unwrap_or(words);
    // "2019." is a year.
    let year = words.len() > 2 && words.bytes().all(|byte| byte.is_ascii_digit());
    !year
        && words.len() <= 16
        && words.starts_with(|c: char| c.is_ascii_digit() || c == '(')
        && words.chars().all(|c| c.is_ascii_alphanumeric() || " ()&,-./\u{2013}".contains(c))
        && words.split(|c: char| !c.is_ascii_alphabetic()).all(|part| part.len() <= 4)
}

fn push(text: &str, sentences: &mut Vec<Span>, span: Span) {
    let span = span.trim(text);
    if !span.is_empty() {
        sentences.push(span);
    }
}
