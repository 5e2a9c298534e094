//! What a cell of a table counts, in the letter's words.

use std::sync::LazyLock;

use crate::text::Regex;

use super::super::Letter;
use super::super::grid::is_period;
use super::super::heads;
use super::super::nouns::Nouns;
use super::super::question::{Asked, head, squash};
use super::super::table::Table;
use super::Side;
use crate::text::Span;

/// Caption, row and column joined by " / "; where nothing stands above the table, the head of its labels, or what the
/// question asks for, goes before.
pub(super) fn measure(letter: &Letter<'_>, table: &Table, row: &Side, column: &Side, asked: &Asked) -> String {
    let clean = |span: &Span| squash(span.of(letter.text)).trim_matches([':', '-', '*', ' ', '|', '#']).to_owned();
    let mut parts: Vec<String> = row.words.iter().map(clean).collect();
    parts.extend(whole_heads(column.words.iter().map(clean)));
    for part in &mut parts {
        if let Some((_, words)) = asked.parts.iter().find(|(letter, _)| is_letter(part, *letter)) {
            part.clone_from(words); // "(a)" of "in (a) schools and (b) homes"
        }
    }
    let long = parts.iter().any(|part| part.split(' ').count() > 5);
    let stub = table.stub.iter().map(clean).find(|stub| {
        !heads::is_stub(&stub.to_lowercase()) && !heads::is_pointer(&stub.to_lowercase()) && stub.len() < 60
    });
    let subject = if asked.thing.is_empty() || parts.is_empty() { &asked.subject } else { &asked.thing };
    let leads_in = |caption: &Span| {
        let words = letter.folded.of(*caption);
        let subject = subject.to_lowercase();
        let said = words.split([' ', ':']).any(|word| word.len() > 3 && subject.contains(word));
        let clause = [" are", " is", " were", " below", " follows"];
        let clause = clause.iter().any(|end| words.trim_end_matches(':').ends_with(end));
        let open = words.ends_with(':') && asked.how_many && !said;
        !subject.is_empty() && (clause || open)
    };
    let words: usize = parts.iter().map(|part| part.split(' ').count()).sum();
    match table
        .caption
        .filter(|caption| !leads_in(caption) && !is_period(letter, *caption))
        .map(|caption| titled(&clean(&caption)))
        .filter(|caption| caption.split(' ').count() <= 14)
    {
        Some(caption) => {
            // "Ward A" above its own figures is no more than a label.
            let counted = |word: &str| Nouns::shipped().counts(&word.to_lowercase(), true);
            let named = caption.split(' ').any(counted) || asked.thing.is_empty();
            let label = caption.split(' ').count() < 4 && !named && !speaks_of(&caption, subject);
            parts.insert(0, caption);
            if label && asked.how_many && !subject.is_empty() {
                parts.insert(0, head(subject, words + 3).to_owned());
            }
        }
        None if long => {}
        None if parts.is_empty() => parts.push(subject.clone()),
        None if asked.how_many && parts.len() == 1 && opens(subject, &parts[0]) => {
            parts = vec![head(subject, words + 1).to_owned()]; // "Thefts" of "thefts of catalytic converters"
        }
        None if asked.how_many && !subject.is_empty() => {
            // "Hired or sold" beside "Sold" says nothing more, nor does "requests came" beside "Requests received".
            let said = parts.iter().any(|part| holds(&asked.subject, part) || holds(part, subject));
            let whole = if said { subject } else { &asked.subject };
            parts.insert(0, head(whole, words).to_owned());
        }
        None => parts.splice(0..0, stub).for_each(drop),
    }
    let mut kept: Vec<String> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let said =
            parts[at + 1..].iter().any(|other| holds(other, part)) || kept.iter().any(|other| ends_in(other, part));
        if !said && !part.is_empty() {
            kept.push(part.clone());
        }
    }
    kept.join(" / ")
}

/// True for "(a)", "a)" and "a".
fn is_letter(head: &str, letter: char) -> bool {
    let mut chars = head.trim_matches(['(', ')', '.']).chars();
    chars.next().is_some_and(|first| first.eq_ignore_ascii_case(&letter)) && chars.next().is_none()
}

/// A caption without the number of its table, and without what it says of the drawing: "Table 1: Leavers, by prison".
fn titled(caption: &str) -> String {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("^(?i:table|figure|annex|appendix) ?[0-9A-Z]{0,3}[a-z]?(?::| -| \u{2013}|\\.) ")
            .expect("a fixed pattern")
    });
    let title = NUMBER.find(caption).map_or(caption, |number| &caption[number.end()..]);
    let title = title.split_once(", by ").map_or(title, |(title, _)| title);
    title.to_owned()
}

/// True where `whole` has the words of `part` in a row, whatever their case.
fn holds(whole: &str, part: &str) -> bool {
    format!(" {} ", whole.to_lowercase()).contains(&format!(" {} ", part.to_lowercase()))
}

/// True where `whole` ends in the words of `part`, whatever their case: "mixed-sex breaches" says "Breaches".
fn ends_in(whole: &str, part: &str) -> bool {
    format!(" {}", whole.to_lowercase()).ends_with(&format!(" {}", part.to_lowercase()))
}

/// True where the words of one use a word of the other.
fn speaks_of(words: &str, subject: &str) -> bool {
    let (words, subject) = (words.to_lowercase(), subject.to_lowercase());
    words.split(' ').any(|word| word.len() > 3 && subject.contains(word.trim_end_matches(['s', ',', ':'])))
}

/// True where `subject` begins with the label.
fn opens(subject: &str, label: &str) -> bool {
    let (subject, label) = (subject.to_lowercase(), label.to_lowercase());
    subject.strip_prefix(&label).is_some_and(|rest| rest.starts_with(' ') || rest.is_empty())
}

/// Heads from top to bottom; one that goes on in lower case is one head on several lines.
fn whole_heads(heads: impl Iterator<Item = String>) -> Vec<String> {
    let mut whole: Vec<String> = Vec::new();
    for head in heads {
        match whole.last_mut() {
            Some(last) if head.starts_with(char::is_lowercase) => *last = format!("{last} {head}"),
            _ => whole.push(head),
        }
    }
    whole
}
