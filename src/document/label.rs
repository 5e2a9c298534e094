//! The labels of list items and questions: `1.`, `a)`, `(ii)`, `1b(i).`, `Q3`, `1.4`, bullets.

use std::sync::LazyLock;

use crate::text::Regex;

use super::number::{Number, Step};

/// What marks an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// A printed number or letter.
    Number(Number),
    /// A dash, dot, `o` or star, or a dot whose bytes were read as another encoding's letters.
    Bullet,
}

/// The words that may stand before a question's number.
const NOUN: &str = r"(?:(?:Question|Request|Enquiry|Query|Point|Item|Part|Limb|Element|QUEST[Il1]ON|PART|REQUEST|ENQU[Il1]RY|question)[ \t]*(?:Number|No\.?|NUMBER)?[ \t]*|[Qq][ \t]?\.?)";
/// A number with its parts: `1`, `1b`, `1b(ii)`, `1b)(ii)`, `3a-i`, `1.4`.
const PARTS: &str = r"[0-9]{1,2}(?:\.[0-9]{1,2})?(?:\)?[ ]?\(?(?:[a-hA-H]\b|[a-h][ivx]{1,4}\b)|\.[a-h]\b)?(?:\)?[ ]?\([ivxIVX]{1,4}|[-.][ivx]{1,4}\b|[ ][ivx]{1,4}\b)?";

/// The first of several numbers before one answer, and the others: `6a-b`, `9a and 9b`, `3b(ii) to (iv)`, `3b-i, 3b-ii`,
/// `3a(ii) and the whole of 3b`.
const JOINT: &str = r"(?P<j>[0-9]{1,2}(?:[ ]?\(?|\.)[a-hA-H](?:\)?(?:[ ]|-|\.)?\(?[ivx]{1,4}\b)?)\)?(?:(?:\.[ ](?:and|&)|[ ]?(?:-|\u{2013}|&|,|and|AND|to))[ ]?(?:the[ ]whole[ ]of[ ])?[Qq]?(?:\(?(?:[0-9]{1,2}[.(]?[aA]|(?:[0-9]{1,2}[.(]?)?[b-hB-H])\b\)?(?:\(?[ivx]{1,4}\)|[-.][ivx]{1,4}\b)?|\(?[ivx]{1,4}\)))+";

/// The first of several numerals before one answer, and the others: `i) to iv)`, `(i) & (ii)`.
const NUMERALS: &str = r"\(?(?P<o>[ivx]{1,4})\)(?:,?[ ]?(?:-|\u{2013}|&|,|and|to)[ ]?\(?[ivx]{1,4}\))+";

/// The first of several letters before one answer, and the others: `a) and b) i)`.
const LETTERS: &str = r"\(?(?P<r>[a-m])\)(?:(?:,|[ ](?:and|&))[ ]\(?[b-m]\)(?:[ ]?\(?[ivx]{1,4}\))?)+";

/// The first of several plain numbers before one answer, and the others: `2, 4 and 5`, `1. & 2`, `1.2 and 1.3`.
const LISTED: &str = r"(?P<k>[0-9]{1,2}(?:\.[0-9]{1,2})?)\.?(?:, [0-9]{1,2}(?:\.[0-9]{1,2})?)*,? ?(?:-|\u{2013}|&|and|to) ?[0-9]{1,2}(?:\.[0-9]{1,2})?";

/// The same with a letter before each: `Q9 to Q12 -`, `Q4, Q5 & Q6:`.
const LETTERED: &str =
    r"[Qq](?P<q>[0-9]{1,2})(?:, ?[Qq][0-9]{1,2})* ?(?:-|\u{2013}|&|and|to) ?[Qq][0-9]{1,2}(?: ?[-\u{2013}:.)]| )";

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

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = format!(
        r"(?x)^(?:
            {NOUN}?{joint}[.):]*\*{{0,2}}(?:[\ \t]+[-\u{{2013}}])?(?:[\ \t\r\n]+|$)
          | {listed}(?:[.):]+(?:[\ \t\r\n]+|$)|[\ \t]+)
          | {lettered}(?:[\ \t\r\n]+|$)
          | (?:{numerals}|{letters})[.:]?(?:[\ \t\r\n]+|$)
          | (?P<noun>{NOUN})\(?(?P<a>{parts})\)?[.):]*[\ \t]*[-\u{{2013}}:.]?\*{{0,2}}(?:[\ \t\r\n]+|$)
          | (?P<s>[0-9]{{1,2}}[a-h][\ ]?\([1-9])\)(?:[.:]|[\ ]?[-\u{{2013}}])?(?:[\ \t\r\n]+|$)
          | \(?(?P<b>{parts})(?:[\ ]\((?:both|all)(?:[\ ][a-z]+)?\)|\)?,[\ ](?:both|all)(?:[\ ][a-z]+){{1,2}}(?-u:\b))?(?:[\ ]?[.):\]]+(?:,|-(?-u:\b))?|[\ \t]-)(?:[\ \t\r\n]+|$)
          | (?P<p>[0-9]{{1,2}}[a-h][\ ]part[\ ][1-9])[.):]*[\ \t]+(?:[-\u{{2013}}][\ \t]+)?
          | (?P<c>[0-9]{{1,2}}[a-h](?:\([ivx]{{1,4}}\)|[\ -]?[ivx]{{1,4}}(?-u:\b))?|[A-H][1-9][0-9]?|[0-9]{{1,2}}\.[0-9]{{1,2}}|[0-9])[\ \t]+
          | (?P<h>[0-9]{{1,2}}\.[a-h])(?:[\ \t\r\n]+|$)
          | (?P<d>[0-9]{{1,2}})[.)]
          | \(?(?P<n>[a-h]\)?[\ ]?\([ivx]{{1,4}})\)[.:]?(?:[\ \t\r\n]+|$)
          | \((?P<e>[A-Za-z]|[ivx]{{1,4}})\)[.:]?(?:[\ \t\r\n]+|$)
          | (?P<f>[A-Za-z]|[ivx]{{1,4}})(?:[\ ]?[.)]|\.\))(?:[\ \t\r\n]+|$)
          | (?P<g>[a-h])[.)]
          | (?P<m>[A-Z])(?:[\ ](?:to|-|\u{{2013}})[\ ][B-Z])?[\ \t]+[-\u{{2013}}][\ \t]+
          | (?P<l>[a-h]|[ivx]{{1,4}})(?:[\ ]{{2,}}|[\ ]?\t[\ \t]*)
          | (?P<nth>{NTH})[\ ](?:bullet|point|item|part|limb)(?:[\ ]point)?[\ ]?[:)\u{{2013}}-]+(?:[\ \t\r\n]+|$)
          | (?P<bullet>\u{{e2}}\u{{20ac}}\u{{a2}}|\u{{c2}}\u{{b7}}|[\u{{2022}}\u{{b7}}\u{{25aa}}\u{{25cf}}\u{{25e6}}\u{{25cb}}\u{{f0b7}}\u{{2023}}]|[-\u{{2013}}\u{{2014}}*+o](?:[\ \t]))[\ \t]*
        )",
        NOUN = NOUN.replace(' ', "\\ "),
        NTH = NTH.iter().map(|names| names.join("|")).collect::<Vec<_>>().join("|"),
        joint = JOINT.replace("[ ]", "[\\ ]").replace("\\b", "(?-u:\\b)"),
        letters = LETTERS.replace("[ ]", "[\\ ]"),
        numerals = NUMERALS.replace("[ ]", "[\\ ]"),
        listed = LISTED.replace(' ', "\\ "),
        lettered = LETTERED.replace(' ', "\\ "),
        parts = PARTS.replace("[ ]", "[\\ ]").replace("\\b", "(?-u:\\b)")
    );
    Regex::new(&pattern).expect("the pattern is a constant")
});

/// No label is longer than this, in bytes, with the white space after it.
const LONGEST: usize = 200;

/// At most this many bullets stand before a number.
const BULLETS: usize = 3;

/// The label that `text` begins with, and the bytes it takes with the white space after it.
pub fn parse_label(text: &str) -> Option<(Label, usize)> {
    parse_behind(text, BULLETS)
}

/// The label, where at most `bullets` may stand before its number.
fn parse_behind(text: &str, bullets: usize) -> Option<(Label, usize)> {
    if begins_with_word(text) {
        return None;
    }
    let captures = LABEL.captures(&text[..text.floor_char_boundary(LONGEST)])?;
    let whole = captures.get(0)?.end();
    if captures.name("bullet").is_some() {
        // A bullet may stand before a number: "- 1. NHS Charter", "o 1.1 Has your".
        let number = bullets.checked_sub(1).and_then(|bullets| parse_behind(&text[whole..], bullets));
        return match number {
            Some((Label::Number(number), more)) => Some((Label::Number(number), whole + more)),
            _ => Some((Label::Bullet, whole)),
        };
    }
    if let Some(counted) = captures.name("nth") {
        let place = NTH.iter().position(|names| names.contains(&counted.as_str()))?;
        return Some((Label::Number(Number(vec![Step::Roman(place as u32 + 1)])), whole));
    }
    let group = ["a", "b", "c", "d", "e", "f", "g", "h", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s"]
        .into_iter()
        .find_map(|name| captures.name(name).map(|m| (name, m)))?;
    let rest = &text[whole..];
    if group.0 == "a" && group.1.as_str().ends_with(" A") && rest.starts_with(char::is_lowercase) {
        // "Q9 A brief description": the article is no letter.
        let digits = group.1.as_str().trim_end_matches(" A");
        return Number::parse(digits).map(|number| (Label::Number(number), group.1.end() - 1));
    }
    // "1b - i) in 2023 ii) attached": what the dash sets off begins a list below.
    let between = &text[group.1.end()..whole];
    let inner = between.trim_start().strip_prefix(['-', '\u{2013}']).and_then(|inner| inner.strip_prefix(' '));
    if let Some(inner) =
        inner.filter(|inner| group.0 == "j" && inner.trim_start_matches('(').starts_with(['i', 'v', 'x']))
    {
        return Number::parse(group.1.as_str()).map(|number| (Label::Number(number), whole - inner.len()));
    }
    let starts_words = rest.starts_with(|c: char| c.is_alphabetic() || "\"'*(\u{201c}\u{2018}[_".contains(c));
    match group.0 {
        // "4 May", "2 of the", "14": a bare number is a label only before a capitalised word.
        // "1a 2021/22", "5b £2.20": nothing but a label looks like that.
        "c" if group.1.as_str().ends_with(|c: char| c.is_ascii_lowercase())
            && rest.starts_with(|c: char| c.is_ascii_digit() || "\u{a3}<".contains(c)) => {}
        // "1a yes": whole answers in a word begin with a small letter, too.
        "c" if group.1.as_str().ends_with(|c: char| c.is_ascii_lowercase()) && is_answered(rest) => {}
        // "3a part 1 - no", "1b(2) - a plan": a part by its place.
        "p" | "s" => {
            let (number, part) = group.1.as_str().split_once([' ', '('])?;
            let part = part.trim_start_matches(|c: char| !c.is_ascii_digit());
            let part = part.parse::<usize>().ok()?.checked_sub(1)?;
            return Some((Label::Number(Number::parse(number)?.with_part(part)), whole));
        }
        // "1b date - 4 May": a question in short, before a dash.
        "c" if group.1.as_str().ends_with(|c: char| c.is_ascii_lowercase()) && leads_to_dash(rest) => {}
        // "1b  April 2024": set off by a wide gap.
        "c" if group.1.as_str().ends_with(|c: char| c.is_ascii_lowercase())
            && text[group.1.end()..whole].len() > 1
            && rest.starts_with(char::is_uppercase) => {}
        // "3.2  15p a day": set off by a wide gap, where "3.1 per cent" is not.
        "c" if group.1.as_str().contains('.') && text[group.1.end()..whole].len() > 1 => {}
        // "1.2 and 1.3 Not held", "7 and 8 I have": without a stop only before a capitalised word, and whole numbers only before
        // one that is too short to be what is counted.
        "k" if !(text[..whole].trim_end().ends_with(['.', ')', ':'])
            || rest.starts_with(char::is_uppercase) && (group.1.as_str().contains('.') || begins_shortly(rest))) =>
        {
            return None;
        }
        // "2 31 October 2023": a date in full is no part of a number.
        "c" if begins_with_day(rest) => {}
        // "4                 2021 - 6, 2022 - 11": in a column of its own.
        "c" if text[group.1.end()..whole].len() >= COLUMN && is_told(rest) => {}
        "c" if !rest.starts_with(|c: char| c.is_uppercase() || c == '*')
            && !rest.starts_with("...")
            && !rest.starts_with('\u{2026}')
            || begins_with_month(rest) =>
        {
            return None;
        }
        "c" if group.1.as_str().len() == 1 && !rest.trim_start_matches('*').starts_with(char::is_uppercase) => {
            return None;
        }
        // "4 WTE": so many of something.
        "c" if ["WTE", "FTE"].iter().any(|unit| rest.starts_with(unit)) => return None,
        // "Question 1(c) asks for the Trust's reading" speaks of a question.
        "a" if speaks_of(&text[group.1.end()..whole], rest) => return None,
        // "Q3 2023/24" is a quarter; "Question 2 - 2020: 1" answers by years.
        "a" if is_year(rest) && text[group.1.end()..whole].trim().is_empty() => return None,
        // "Q1  Q2  Q3  Q4" are the heads of a table.
        "a" if begins_with_quarter(rest) => return None,
        // "2.Please": only where words follow at once.
        "d" if !starts_words => return None,
        // "b)lf yes": a capital I that was scanned as another letter.
        "g" if SCANNED.iter().any(|word| rest.starts_with(word)) => {}
        // "a.What", and "ii   Any policies" in a column of its own.
        "g" | "l" if !rest.starts_with(|c: char| c.is_ascii_uppercase()) => return None,
        _ => {}
    }
    Number::parse(group.1.as_str()).map(|number| (Label::Number(number), whole))
}

/// True of words that begin with an answer in a word.
fn is_answered(rest: &str) -> bool {
    const OPEN: [&str; 9] = ["yes", "no", "none", "n/a", "never", "nil", "not", "see", "attached"];
    let word = rest.split([' ', ',', '.', ';', '\n', '\r']).next().unwrap_or("");
    OPEN.contains(&word)
}

/// A number so many spaces before the words beside it, in bytes, stands in a column of its own.
const COLUMN: usize = 8;

/// True of words that begin with one of three letters at most: "I", "As", "The", and with no month.
fn begins_shortly(rest: &str) -> bool {
    const SHORT: usize = 3;
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    (1..=SHORT).contains(&word.len()) && !begins_with_month(rest)
}

/// True of words on one line, and false of the cells of a row of figures.
fn is_told(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or("").trim_end();
    !line.contains("  ") && line.contains(' ') && line.contains(|c: char| c.is_alphabetic() || ",;.".contains(c))
}

/// True where a sentence goes on behind the number of a question with a verb.
fn speaks_of(between: &str, rest: &str) -> bool {
    const VERBS: [&str; 12] = [
        "asks", "asked", "is", "was", "concerns", "depends", "relates", "refers", "seeks", "requests", "falls",
        "follows",
    ];
    let word = rest.split([' ', '\n', '\r']).next().unwrap_or("");
    between.trim_matches([' ', ')']).is_empty() && VERBS.contains(&word)
}

/// True where `text` begins with a quarter and more stands on its line: `Q2  Q3`.
fn begins_with_quarter(text: &str) -> bool {
    matches!(text.as_bytes(), [b'Q' | b'q', b'2'..=b'4', b' ' | b'\t' | b'|', ..])
}

/// True where `text` begins with a year: `2023`, `2023/24`.
fn is_year(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && (text.starts_with("19") || text.starts_with("20"))
}

/// True where a few words and a dash follow on the line.
fn leads_to_dash(rest: &str) -> bool {
    const FEW: usize = 5;
    let line = rest.lines().next().unwrap_or("");
    let head = [" - ", " \u{2013} "].iter().find_map(|dash| line.split_once(dash)).map(|(head, _)| head);
    head.is_some_and(|head| head.split(' ').count() <= FEW && !head.contains(['.', '?', ';']))
}

/// Two letters that are no number, and begin no word for a question ("Question", "Point", "Item" …).
fn begins_with_word(text: &str) -> bool {
    const NOUNS: [&str; 13] =
        ["Que", "Req", "Enq", "Ele", "Poi", "Ite", "Par", "Lim", "QUE", "REQ", "ENQ", "PAR", "que"];
    let Some(&[first, second]) = text.as_bytes().first_chunk() else { return false };
    let roman = [first, second].iter().all(|letter| b"ivx".contains(letter));
    first.is_ascii_alphabetic()
        && second.is_ascii_alphabetic()
        && !roman
        && match first {
            b'Q' | b'R' | b'E' | b'P' | b'I' | b'L' | b'q' => !NOUNS.iter().any(|noun| text.starts_with(noun)),
            _ => !NTH.iter().flatten().any(|name| text.starts_with(name)),
        }
}

/// True where a day of a month comes first: "31 October".
fn begins_with_day(rest: &str) -> bool {
    let day = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = rest.len() - day.len();
    let behind = ["st", "nd", "rd", "th"].iter().find_map(|ends| day.strip_prefix(ends)).unwrap_or(day);
    (1..=2).contains(&digits) && behind.strip_prefix(' ').is_some_and(begins_with_month)
}

/// True where `text` begins with the name of a month, whole or in short.
pub(super) fn begins_with_month(text: &str) -> bool {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    MONTHS.iter().any(|month| text.starts_with(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        parse_label(text).map(|(label, taken)| match label {
            Label::Number(number) => format!("{number}|{}", &text[taken..]),
            Label::Bullet => format!("*|{}", &text[taken..]),
        })
    }

    #[test]
    fn labels_are_read() {
        for (text, expected) in [
            ("1. Has", "1|Has"),
            ("1) Has", "1|Has"),
            ("(1) Has", "1|Has"),
            ("1a Has", "1a|Has"),
            ("1a. No", "1a|No"),
            ("3a i. No", "3a-i|No"),
            ("1a 2021/22", "1a|2021/22"),
            ("5b £2.20", "5b|£2.20"),
            ("1b(ii). There", "1b-ii|There"),
            ("1b)(ii), the", "1b-ii|the"),
            ("1.4 Does", "1.4|Does"),
            ("2.Please", "2|Please"),
            ("Q1 Has", "1|Has"),
            ("Q3a) Has", "3a|Has"),
            ("Question 1. Has", "1|Has"),
            ("Question Number 1: Under", "1|Under"),
            ("a) Yes", "a|Yes"),
            ("(a) Yes", "a|Yes"),
            ("ii. Provide", "ii|Provide"),
            ("(viii) And", "viii|And"),
            ("- 1. NHS", "1|NHS"),
            ("o 1.1 Has", "1.1|Has"),
            ("• Staff", "*|Staff"),
            ("· Please", "*|Please"),
            ("- Staff", "*|Staff"),
            ("3a(i). No", "3a-i|No"),
            ("(1)(b)(ii) A plan", "1b-ii|A plan"),
            ("3 a) Does", "3a|Does"),
            ("A. Datix", "a|Datix"),
            ("2 Complaints: a)", "2|Complaints: a)"),
            ("a.What share", "a|What share"),
            ("a)Has your", "a|Has your"),
            ("b)lf yes", "b|lf yes"),
            ("c)ls there", "c|ls there"),
            ("ii   Any policies", "ii|Any policies"),
            ("3.2  15p a day", "3.2|15p a day"),
            ("4             2021 - 6, 2022 - 11", "4|2021 - 6, 2022 - 11"),
            ("1a yes", "1a|yes"),
            ("(F) whether", "f|whether"),
            ("2b not yet", "2b|not yet"),
            ("6a-b Fees are", "6a|Fees are"),
            ("9a and 9b. No", "9a|No"),
            ("3b(ii) to (iv). A sheet", "3b-ii|A sheet"),
            ("3b)i) to iv) None", "3b-i|None"),
            ("2a, 3a(ii). Yes", "2a|Yes"),
            ("Question 6a) and 6b) Does", "6a|Does"),
            ("1 a . Has", "1a|Has"),
            ("c . Does", "c|Does"),
            ("1A: SIGNED", "1a|SIGNED"),
            ("1b date - 4 May", "1b|date - 4 May"),
            ("1st bullet: none", "i|none"),
            ("Second point - none", "ii|none"),
            ("1C & 3A: NO", "1c|NO"),
            ("1a. and 1b(i). The", "1a|The"),
            ("i) to iv) N/A", "i|N/A"),
            ("3a (both parts): No", "3a|No"),
            ("3a part 1 - no", "3a-i|no"),
            ("1b(2) - A plan", "1b-ii|A plan"),
            ("3(a), both points: each", "3a|each"),
            ("(i) & (ii) No", "i|No"),
            ("a) and b) i) It", "a|It"),
            ("1b - i) In", "1b|i) In"),
            ("2, 4 and 5. No.", "2|No."),
            ("1. & 2. Please", "1|Please"),
            ("1.2 and 1.3 Not held", "1.2|Not held"),
            ("3.3 to 3.6 In the", "3.3|In the"),
            ("1b i Signed in May", "1b-i|Signed in May"),
            ("1b  April 2024", "1b|April 2024"),
            ("PART 1: NHS", "1|NHS"),
            ("(i), (j) and (k): Please", "i|Please"),
            ("Q9 A brief description", "9|A brief description"),
            ("A1 Has your", "a1|Has your"),
            ("B - none", "b|none"),
            ("(b)(i) In May", "b-i|In May"),
            ("b(ii) A plan", "b-ii|A plan"),
            ("I to L - n/a", "i|n/a"),
            ("Q3a and Q3b. The", "3a|The"),
            ("1 a and b - Yes", "1a|Yes"),
            ("3 a (i) and (ii) - No", "3a-i|No"),
            ("Question 1a** Has", "1a|Has"),
            ("Question 2b - a meeting", "2b|a meeting"),
            ("3B(II). None", "3b-ii|None"),
            ("1bii   Provide", "1b-ii|Provide"),
            ("1.a) Has", "1a|Has"),
            ("Q2.b. Has", "2b|Has"),
            ("1.a Has", "1a|Has"),
            ("Question 2 - 2020: 1", "2|2020: 1"),
            ("Q3aii: None", "3a-ii|None"),
            ("\u{e2}\u{20ac}\u{a2} Please", "*|Please"),
            ("2 31 October 2023", "2|31 October 2023"),
            ("3b-i, 3b-ii. Circles", "3b-i|Circles"),
            ("7 and 8 I have", "7|I have"),
            ("9 to 12 As these", "9|As these"),
            ("Q9 to Q12 - N/A", "9|N/A"),
            ("Q4, Q5 & Q6: no", "4|no"),
            ("Q7 and Q8   Nothing", "7|Nothing"),
            ("1a) and 1b)i) The", "1a|The"),
            ("3.a.i. & 3.a.ii. We hold", "3a-i|We hold"),
            ("Element 3(b)(i), (ii): Description", "3b-i|Description"),
            ("3 a (i) and (ii) - No", "3a-i|No"),
            ("3a(i), 3a(ii) and the whole of 3b  Section 12", "3a-i|Section 12"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "14",
            "8453",
            "2018 1633",
            "4             17",
            "4             17      12",
            "4 May 2025",
            "52 patients",
            "I am",
            "A meeting",
            "3.1 per cent",
            "-5",
            "2022/23 - 10",
            "12,5",
            "10:00",
            "1st of Dec",
            "First point of contact",
            "2b above. We hold it - and",
            "second bullet is",
            "Q3 2023/24",
            "Q1  Q2  Q3",
            "e.g. this",
            "10 and 11 May",
            "2, 4 and 5 are",
            "2 and 3 Wards",
            "4 WTE: one at band 8a",
            "1.2 to 1.3 million",
            "A4 paper is used",
            "A-level results",
            "Question 1(c) asks for",
            "Question 2 is answered above",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
