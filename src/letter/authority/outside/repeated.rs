//! A body that no catalogue and no shape of name tells, named plainly as the author: it heads the letter and signs it.

use crate::catalogue::Organisations;
use crate::letter::{Letter, Zone};
use crate::text::Span;

use super::super::foot::is_foot;

/// The name stands among so many first lines that hold words.
const FIRST: usize = 3;
/// A name has so many words.
const WORDS: std::ops::RangeInclusive<usize> = 2..=7;

/// The name that stands alone in a first line and again begins a line of the signature or the foot; there, as it is printed.
pub fn find(letter: &Letter<'_>, organisations: &Organisations) -> Option<Span> {
    let filled = letter.lines.spans().iter().map(|line| line.trim(letter.text)).filter(|line| !line.is_empty());
    let first = filled.take(FIRST).filter(|line| letter.zones.at(line.start) == Zone::Head);
    first.filter(|line| is_name(line.of(letter.text), organisations)).find_map(|name| signed(letter, name))
}

/// True for capitalised words of which none is a department's.
fn is_name(line: &str, organisations: &Organisations) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    let proper = |word: &&str| {
        word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.chars().all(|c| c.is_alphabetic() || c == '-' || c == '\'')
    };
    WORDS.contains(&words.len())
        && words.iter().all(|word| proper(word) || ["of", "and", "the", "for", "&"].contains(word))
        && !organisations.cues().names_department(&line.to_lowercase())
}

/// The same words at the beginning of a later line that signs the letter.
fn signed(letter: &Letter<'_>, name: Span) -> Option<Span> {
    let words = name.of(letter.text);
    letter
        .lines
        .spans()
        .iter()
        .rev()
        .map(|line| line.trim(letter.text))
        .take_while(|line| line.start > name.end)
        .find_map(|line| {
            let printed = line.of(letter.text).get(..words.len())?;
            let rest = &line.of(letter.text)[words.len()..];
            let parted = rest.is_empty() || rest.starts_with([',', '.', '|']);
            let span = Span::new(line.start, line.start + words.len());
            let signs = letter.zones.at(line.start) == Zone::SignOff || is_foot(letter, span);
            (printed.eq_ignore_ascii_case(words) && parted && signs).then_some(span)
        })
}
