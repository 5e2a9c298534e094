//! Names of bodies by their shape: capitalised words and a keyword such as "Council", "Police" or "University".

use std::sync::LazyLock;

use crate::text::Regex;

use crate::letter::Letter;
use crate::text::Span;

/// Words by which such bodies are known; the capitalised words before them are the rest of the name.
static KEYWORD: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = concat!(
        "(?:London|Royal|Metropolitan) Borough of [A-Z][a-z]+(?: (?:and|upon) [A-Z][a-z]+)*|",
        "[A-Z][A-Z -]+ (?:COUNCIL|CONSTABULARY|POLICE|UNIVERSITY|COLLEGE|FIRE (?:AND|&) RESCUE (?:SERVICE|AUTHORITY)|FIRE BRIGADE)|",
        "(?:Office of the )?Police (?:and|&|,? Fire and) Crime Commissioner for [A-Z][a-z]+(?: (?:and )?[A-Z][a-z]+)*|",
        "Fire (?:and|&) Rescue (?:Service|Authority)|Fire Brigade|Fire Service|",
        "Police Service of (?:Northern Ireland|Scotland)|Police Scotland|",
        "Office (?:for|of) [A-Z][a-z]+(?: (?:and )?[A-Z][a-z]+)*|",
        "Constabulary|(?:City|County|Borough|District|Metropolitan|Town|Parish) Council|Police Service|Police|Council|",
        "(?:Combined|National Park|Harbour|Port|Broads) Authority|",
        "(?:Ministry|Department) (?:of|for) [A-Z][a-z]+(?:(?:,| and|, and| &) [A-Z][a-z]+)*|Home Office|Cabinet Office|HM Treasury|",
        "(?:Scottish|Welsh|Isle of Man) Government|",
        "University of [A-Z][a-z]+(?: [A-Z][a-z]+)?|University|Government of (?:Jersey|Guernsey)|States of (?:Jersey|Guernsey)",
    );
    Regex::new(pattern).expect("a fixed pattern")
});

/// Words after a name that make it another body's, or a thing of the body's.
static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:'s|’s)? (?:(?:and|&|,? Fire and) Crime|Federation|Pension|Students|Hospitals?(?-u:\b)|NHS|Health|Trust|Act(?-u:\b)|Tax(?-u:\b)|Library|Museum|Board|Press(?-u:\b))")
        .expect("a fixed pattern")
});

/// Words before "Council", "Police" or "University" that make it some other thing.
const NOT_A_PLACE: [&str; 28] = [
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
    "full",
    "any",
    "each",
    "county",
];
/// Capitalised words that begin a sentence, not a name.
const LEADS: [&str; 24] = [
    "the",
    "if",
    "when",
    "since",
    "that",
    "this",
    "in",
    "for",
    "at",
    "as",
    "while",
    "although",
    "to",
    "by",
    "and",
    "because",
    "however",
    "both",
    "from",
    "moreover",
    "dear",
    "thus",
    "therefore",
    "subject",
];
/// No more keywords than this are looked at in one letter.
const LOOKED_AT: usize = 200;
/// A name has no more words than this before its keyword.
const WORDS: usize = 6;

/// The names of the letter, in order.
pub fn find<'l>(letter: &'l Letter<'l>) -> impl Iterator<Item = Span> + 'l {
    let keywords = KEYWORD.find_iter(letter.text).take(LOOKED_AT);
    keywords.filter_map(|found| name_around(letter, found.range().into())).filter(|span| !is_part(letter, *span))
}

/// True where the words go on as the name of another body or of a thing.
pub fn is_part(letter: &Letter<'_>, span: Span) -> bool {
    GOES_ON.is_match(&letter.text[span.end..])
}

/// The name as printed, on one line; one in capitals as it is written elsewhere.
pub fn printed(letter: &Letter<'_>, span: Span) -> String {
    let name = span.of(letter.text).split_whitespace().collect::<Vec<_>>().join(" ");
    if name.chars().any(char::is_lowercase) { name } else { in_title_case(&name) }
}

/// The whole name around its keyword: the capitalised words before it, on the same line.
fn name_around(letter: &Letter, keyword: Span) -> Option<Span> {
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
    let of = [" of ", " for ", "Office", "Treasury", "Government"].iter().any(|whole| words.contains(whole))
        || !words.contains(char::is_lowercase)
        || words == "Police Scotland";
    let place = taken.first().is_some_and(|word| !NOT_A_PLACE.contains(&word.to_lowercase().as_str()));
    (of || place).then(|| Span::new(start, keyword.end))
}

/// "STROUD DISTRICT COUNCIL" as it is written elsewhere.
fn in_title_case(name: &str) -> String {
    let word = |word: &str| match word {
        "OF" | "AND" | "UPON" | "ON" | "THE" | "FOR" => word.to_lowercase(),
        "HM" | "NHS" | "UK" | "BBC" | "HMRC" | "DVLA" => word.to_owned(),
        _ => word.chars().take(1).chain(word.chars().skip(1).flat_map(char::to_lowercase)).collect(),
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
