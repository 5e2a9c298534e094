//! A letter cut into sentences and lone lines, each with what its words tell.

use super::cues::Cues;
use crate::text::{Folded, Lines, Span};

/// A line shorter than this share of the letter's width ends where it ends; a longer one may be wrapped.
const WRAPPED: (usize, usize) = (3, 4);

/// A label is at most this long, in bytes.
const LABEL: usize = 5;

/// One sentence, or one line that is no part of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    /// Where it stands in the letter, without white space at its ends.
    pub span: Span,
    /// What its words tell.
    pub cues: Cues,
    /// A line begins with it.
    pub opens_line: bool,
    /// A blank line stands before it.
    pub opens_paragraph: bool,
    /// A line quoted from another message.
    pub quoted: bool,
    /// How many words it has.
    pub words: usize,
}

impl Sentence {
    /// True for a line as signatures and addresses have them: a few words, and no stop.
    pub(super) fn is_lone_line(&self, text: &str) -> bool {
        let words = self.span.of(text).trim_end_matches(['*', '_', ' ']);
        self.opens_line && self.words <= 8 && !words.ends_with(['.', '?', '!', ':', ';'])
    }

    /// True for words that could be an answer in prose.
    pub(super) fn is_prose(&self) -> bool {
        self.words >= 8
    }
}

/// The sentences of `text` within `part`, in order.
pub(super) fn find_sentences(text: &str, lines: &Lines, folded: &Folded, part: Span) -> Vec<Sentence> {
    let mut sentences: Vec<Sentence> = Vec::new();
    let (mut before, mut blank) = ("", true);
    let width = lines.wrap_width(text).map_or(usize::MAX, |width| width * WRAPPED.0 / WRAPPED.1);
    let first = lines.index_of(part.start);
    let of_part = lines.spans().iter().skip(first).take_while(|line| line.start < part.end);
    for &line in of_part {
        let line = Span::new(line.start.max(part.start), line.end.min(part.end)).trim(text);
        let words = line.of(text);
        if words.is_empty() {
            blank = true;
            continue;
        }
        let joins = !blank && continues(before, words, width);
        for (i, piece) in pieces(text, line).enumerate() {
            match sentences.last_mut() {
                Some(last) if i == 0 && joins => last.span.end = piece.end,
                _ => sentences.push(Sentence {
                    span: piece,
                    cues: Cues::default(),
                    opens_line: i == 0,
                    opens_paragraph: i == 0 && blank,
                    quoted: words.starts_with('>'),
                    words: 0,
                }),
            }
        }
        (before, blank) = (words, false);
    }
    for sentence in &mut sentences {
        let words = folded.of(sentence.span);
        let bare = words.trim_start_matches(['>', '#', '_', ' ', '[', '"', '\u{2022}']);
        sentence.cues = Cues::of(bare);
        sentence.words = words.split(' ').take(40).filter(|word| word.len() > 1).count();
    }
    sentences
}

/// True where `line` goes on with the sentence that the line `before` began.
fn continues(before: &str, line: &str, width: usize) -> bool {
    if before.ends_with(['.', '?', '!', ':', ';', '|']) || line.starts_with(['|', '>', '-', '\u{2022}', '*', '#']) {
        return false;
    }
    let label = line.split_whitespace().next().is_some_and(|word| word.ends_with([')', '.']) && word.len() <= 5);
    !label && (before.len() >= width || line.starts_with(|c: char| c.is_lowercase()))
}

/// The sentences of one line: a stop, white space and a capital part them. A label ("1.") is no sentence.
fn pieces(text: &str, line: Span) -> impl Iterator<Item = Span> {
    let bytes = text.as_bytes();
    let mut at = line.start;
    std::iter::from_fn(move || {
        if at >= line.end {
            return None;
        }
        let parts = |&i: &usize| {
            let stops = bytes[i - 1] == b'*' && i >= at + 3 || matches!(bytes[i - 1], b'.' | b'?' | b'!');
            let last = || bytes[at..i].iter().rev().find(|byte| **byte != b'*');
            stops
                && bytes[i].is_ascii_whitespace()
                && !is_label(&text[at..i])
                && matches!(last(), Some(b'.' | b'?' | b'!'))
                && text[i..line.end].trim_start().starts_with(|c: char| c.is_uppercase() || "*\"\u{201c}".contains(c))
        };
        let end = (at + 1..line.end).find(parts).unwrap_or(line.end);
        let piece = Span::new(at, end).trim(text);
        at = end;
        while at < line.end && bytes[at].is_ascii_whitespace() {
            at += 1;
        }
        Some(piece)
    })
}

/// True for "1.", "iv.", "(b).", "PART B."; a short word such as "No." is a sentence.
fn is_label(words: &str) -> bool {
    let words = words.split_once(' ').filter(|(noun, _)| ["PART", "Part"].contains(noun)).map_or(words, |(_, own)| own);
    if words.len() > LABEL {
        return false;
    }
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    let word =
        bare.len() > 1 && bare.chars().all(char::is_alphabetic) && bare.contains(|c: char| !"ivxIVX".contains(c));
    !word
}
