//! What words beside a number tell: a label stands before an answer or a question, and not before a month or what is counted.

/// The short words that begin with a scanned capital I; no other word begins so.
const SCANNED: [&str; 4] = ["lf ", "ln ", "ls ", "lt "];

/// How bullets are counted in words: "2nd bullet:". What stands under a letter so is its first, second … part.
const NTH: [[&str; 3]; 6] = [
    ["1st", "first", "First"],
    ["2nd", "second", "Second"],
    ["3rd", "third", "Third"],
    ["4th", "fourth", "Fourth"],
    ["5th", "fifth", "Fifth"],
    ["6th", "sixth", "Sixth"],
];

/// Every word that counts bullets.
pub(super) fn ordinals() -> impl Iterator<Item = &'static str> {
    NTH.iter().flatten().copied()
}

/// The place that a word counts to, from 1.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    NTH.iter().zip(1..).find_map(|(names, place)| names.contains(&word).then_some(place))
}

/// "lf yes": a capital I that was scanned as another letter.
pub(super) fn begins_with_scanned_word(rest: &str) -> bool {
    SCANNED.iter().any(|word| rest.starts_with(word))
}

/// The length of a bracket that says which question it is, with the stop behind it, before words that open a sentence:
/// "(complaints). Yes". "(both parts)" says how many.
pub fn hint_len(rest: &str) -> Option<usize> {
    const LONGEST: usize = 60;
    const COUNTS: [&str; 6] = ["both", "all", "each", "first", "second", "third"];
    let (hint, behind) = rest.strip_prefix('(')?.split_once(')')?;
    let named = hint.len() <= LONGEST
        && hint.split(' ').any(|word| word.len() > 3)
        && hint.chars().all(|c| c.is_alphabetic() || " ,/&'-\u{2019}".contains(c))
        && !hint.split(' ').any(|word| COUNTS.contains(&word));
    let words = behind.strip_prefix(['.', ':']).unwrap_or(behind);
    let opens = words.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    (named && opens && words.starts_with(char::is_whitespace)).then(|| rest.len() - words.len())
}

/// "WTE": so many posts.
pub(super) fn begins_with_unit(rest: &str) -> bool {
    ["WTE", "FTE"].iter().any(|unit| rest.starts_with(unit))
}

/// True of words that begin with an answer in a word.
pub(super) fn is_answered(rest: &str) -> bool {
    const OPEN: [&str; 9] = ["yes", "no", "none", "n/a", "never", "nil", "not", "see", "attached"];
    let word = rest.split([' ', ',', '.', ';', '\n', '\r']).next().unwrap_or("");
    OPEN.contains(&word)
}

/// True of words that begin with one of three letters at most: "I", "As", "The", and with no month.
pub(super) fn begins_shortly(rest: &str) -> bool {
    const SHORT: usize = 3;
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    (1..=SHORT).contains(&word.len()) && !begins_with_month(rest)
}

/// True of words on one line, and false of the cells of a row of figures.
pub(super) fn is_told(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or("").trim_end();
    !line.contains("  ") && line.contains(' ') && line.contains(|c: char| c.is_alphabetic() || ",;.".contains(c))
}

/// True where a sentence goes on behind the number of a question with a verb.
pub(super) fn speaks_of(between: &str, rest: &str) -> bool {
    const VERBS: [&str; 12] = [
        "asks", "asked", "is", "was", "concerns", "depends", "relates", "refers", "seeks", "requests", "falls",
        "follows",
    ];
    let word = rest.split([' ', '\n', '\r']).next().unwrap_or("");
    between.trim_matches([' ', ')']).is_empty() && VERBS.contains(&word)
}

/// True where `text` begins with a quarter and more stands on its line: `Q2  Q3`.
pub(super) fn begins_with_quarter(text: &str) -> bool {
    matches!(text.as_bytes(), [b'Q' | b'q', b'2'..=b'4', b' ' | b'\t' | b'|', ..])
}

/// True where `text` begins with a year: `2023`, `2023/24`.
pub(super) fn is_year(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && (text.starts_with("19") || text.starts_with("20"))
}

/// True where a few words and a dash, or fewer and a colon, follow on the line.
pub(super) fn leads_to_sign(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or("");
    let before = |sign: &str, few: usize| {
        let head = line.split_once(sign).map(|(head, _)| head);
        head.is_some_and(|head| head.split(' ').count() <= few && !head.contains(['.', '?', ';']))
    };
    before(" - ", 5) || before(" \u{2013} ", 5) || before(": ", 2)
}

/// Two letters that are no number, and begin no word for a question ("Question", "Point", "Item" …).
pub(super) fn begins_with_word(text: &str) -> bool {
    const NOUNS: [&str; 13] =
        ["Que", "Req", "Enq", "Ele", "Poi", "Ite", "Par", "Lim", "QUE", "REQ", "ENQ", "PAR", "que"];
    let Some(&[first, second]) = text.as_bytes().first_chunk() else { return false };
    let roman = [first, second].iter().all(|letter| b"ivx".contains(letter));
    first.is_ascii_alphabetic()
        && second.is_ascii_alphabetic()
        && !roman
        && match first {
            b'Q' | b'R' | b'E' | b'P' | b'I' | b'L' | b'q' => !NOUNS.iter().any(|noun| text.starts_with(noun)),
            _ => !ordinals().any(|name| text.starts_with(name)),
        }
}

/// True where a day of a month comes first: "31 October".
pub(super) fn begins_with_day(rest: &str) -> bool {
    let day = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = rest.len() - day.len();
    let behind = ["st", "nd", "rd", "th"].iter().find_map(|ends| day.strip_prefix(ends)).unwrap_or(day);
    (1..=2).contains(&digits) && behind.strip_prefix(' ').is_some_and(begins_with_month)
}

/// True where `text` begins with the name of a month, whole or in short: "May", "SEPTEMBER".
pub(in crate::document) fn begins_with_month(text: &str) -> bool {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const SHORT: usize = 3;
    let named = text.get(..SHORT).is_some_and(|word| MONTHS.iter().any(|month| month.eq_ignore_ascii_case(word)));
    named && text.starts_with(char::is_uppercase)
}
