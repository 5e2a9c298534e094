//! Bodies outside the NHS by the shape of their names: police forces, fire services, councils, universities.

use std::sync::LazyLock;

use regex::Regex;

use crate::catalogue::Organisations;
use crate::letter::{Letter, Zone};
use crate::record::{Authority, Certainty, Evidence};
use crate::text::Span;

use super::clue::speaks;
use super::context::{self, Standing};

/// Words by which such bodies are known; the capitalised words before them are the rest of the name.
static KEYWORD: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = concat!(
        "(?:London|Royal|Metropolitan) Borough of [A-Z][a-z]+(?: (?:and|upon) [A-Z][a-z]+)*|[A-Z][A-Z -]+ (?:COUNCIL|CONSTABULARY|POLICE|UNIVERSITY)|",
        "Fire (?:and|&) Rescue (?:Service|Authority)|Police Service of (?:Northern Ireland|Scotland)|Police Scotland|",
        "Constabulary|(?:City|County|Borough|District|Metropolitan|Town|Parish) Council|Police Service|Police|Council|",
        "(?:Ministry|Department) (?:of|for) [A-Z][a-z]+(?:(?:,| and|, and| &) [A-Z][a-z]+)*|Home Office|Cabinet Office|HM Treasury|",
        "Scottish Government|Welsh Government|",
        "University of [A-Z][a-z]+(?: [A-Z][a-z]+)?|University|Government of (?:Jersey|Guernsey)|States of (?:Jersey|Guernsey)",
    );
    Regex::new(pattern).expect("a fixed pattern")
});

/// Words before "Council", "Police" or "University" that make it some other thing.
const NOT_A_PLACE: [&str; 24] = [
    "the",
    "medical",
    "midwifery",
    "care",
    "research",
    "dental",
    "pharmaceutical",
    "optical",
    "privy",
    "professions",
    "arts",
    "sports",
    "design",
    "national",
    "military",
    "your",
    "our",
    "local",
    "transport",
    "chiefs",
    "college",
    "security",
    "staff",
    "open",
];
/// Capitalised words that begin a sentence, not a name.
const LEADS: [&str; 18] = [
    "the", "if", "when", "since", "that", "this", "in", "for", "at", "as", "while", "although", "to", "by", "and",
    "because", "however", "both",
];
/// No more keywords than this are looked at in one letter.
const LOOKED_AT: usize = 200;
/// A name has no more words than this before its keyword.
const WORDS: usize = 6;

/// The one body of this sort of which the letter speaks as its author's.
pub fn find(letter: &Letter<'_>, organisations: &Organisations) -> Option<Authority> {
    let mut own: Vec<(Span, &'static str)> = Vec::new();
    for found in KEYWORD.find_iter(letter.text).take(LOOKED_AT) {
        let Some(span) = name_around(letter, found.range().into()) else { continue };
        if let Some(rule) = rule_for(letter, organisations, span) {
            own.push((span, rule));
        }
    }
    let (first, rule) = *own.first()?;
    let name = printed(letter, first);
    let name = if name.chars().any(char::is_lowercase) { name } else { in_title_case(&name) };
    if own.iter().any(|(span, _)| !printed(letter, *span).eq_ignore_ascii_case(&name)) {
        return None;
    }
    let evidence = own.iter().take(4).map(|(span, _)| Evidence::new(letter.text, letter.lines, *span)).collect();
    Some(Authority { code: None, name, certainty: Certainty::Stated, rule: rule.to_owned(), evidence })
}

/// The rule by which a name is the author's own, if it is.
fn rule_for(letter: &Letter<'_>, organisations: &Organisations, span: Span) -> Option<&'static str> {
    let zone = letter.zones.at(span.start);
    let (before, after) = (context::before(letter, span), context::after(letter, span));
    if !speaks(zone) || organisations.cues().elsewhere(&before, after) {
        return None;
    }
    let alone = context::standing(letter, span) == Standing::Alone;
    match zone {
        Zone::SignOff if alone => Some("name-in-sign-off"),
        Zone::Head if alone && letter.lines.index_of(span.start) < 6 => Some("name-in-letterhead"),
        Zone::Head if beside_bar(letter, span) && letter.lines.index_of(span.start) < 3 => Some("name-in-letterhead"),
        _ if of_a_trust(letter) => None,
        _ => organisations.cues().itself(&before, after).then_some("name-of-itself"),
    }
}

/// True for a name that begins its line and is followed by a bar or a dash: "Gwent Police | Heddlu Gwent", "University of
/// Hull – Secretary's Office".
fn beside_bar(letter: &Letter, span: Span) -> bool {
    let line = letter.lines.spans()[letter.lines.index_of(span.start)];
    letter.text[line.start..span.start].trim().is_empty()
        && letter.text[span.end..line.end].trim_start().starts_with(['|', '-', '\u{2013}', '\u{2014}'])
}

/// True where the author calls itself a trust, so that a force or council in its text is somebody else.
fn of_a_trust(letter: &Letter<'_>) -> bool {
    let folded = letter.folded.text();
    ["the trust", "our trust", "this trust"].iter().any(|words| {
        folded.match_indices(words).take(20).any(|(at, _)| {
            let start = letter.folded.back(at, at + words.len()).start;
            speaks(letter.zones.at(start))
        })
    })
}

/// The whole name around its keyword: the capitalised words before it, on the same line.
fn name_around(letter: &Letter<'_>, keyword: Span) -> Option<Span> {
    let words = keyword.of(letter.text);
    let line = letter.lines.spans()[letter.lines.index_of(keyword.start)];
    let mut start = keyword.start;
    let mut taken: Vec<&str> = Vec::new();
    while taken.len() < WORDS && letter.text[line.start..start].ends_with(' ') {
        let before = letter.text[line.start..start - 1].trim_end_matches(' ');
        if before.len() + 1 < start - line.start {
            break;
        }
        let word = &before[before.rfind([' ', '\t', '|', '*', '(', '"']).map_or(0, |at| at + 1)..];
        let proper = word.starts_with(|c: char| c.is_ascii_uppercase()) && !word.ends_with([',', '.', ':', ';']);
        if word.is_empty() || !(proper || ["and", "upon", "&", "on"].contains(&word)) {
            break;
        }
        taken.push(word);
        start = start - 1 - word.len();
    }
    while let Some(last) = taken.last()
        && (!last.starts_with(|c: char| c.is_ascii_uppercase()) || LEADS.contains(&last.to_lowercase().as_str()))
    {
        start += last.len() + 1;
        taken.pop();
    }
    let of = [" of ", "COUNCIL", "CONSTABULARY", "POLICE", "UNIVERSITY", " for ", "Office", "Treasury", "Government"]
        .iter()
        .any(|whole| words.contains(whole))
        || words == "Police Scotland";
    let place = taken.first().is_some_and(|word| !NOT_A_PLACE.contains(&word.to_lowercase().as_str()));
    (of || place).then(|| Span::new(start, keyword.end))
}

/// "STROUD DISTRICT COUNCIL" as it is written elsewhere.
fn in_title_case(name: &str) -> String {
    let word = |word: &str| match word {
        "OF" | "AND" | "UPON" | "ON" | "THE" => word.to_lowercase(),
        _ => word.chars().take(1).chain(word.chars().skip(1).flat_map(char::to_lowercase)).collect(),
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn printed(letter: &Letter<'_>, span: Span) -> String {
    span.of(letter.text).split_whitespace().collect::<Vec<_>>().join(" ")
}
