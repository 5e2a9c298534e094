//! The labels of list items and questions: `1.`, `a)`, `(ii)`, `1b(i).`, `Q3`, `1.4`, bullets.

use std::fmt;
use std::sync::LazyLock;

use regex::Regex;

/// One step of a number, as deep as it is printed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// `1`, `12`, and each half of `1.4`.
    Number(u32),
    /// `a`, `b`.
    Letter(char),
    /// `i`, `iv`: small Roman numerals, kept by value.
    Roman(u32),
}

/// A number with its parents, outermost first: `1b-i` is Number 1, Letter b, Roman 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(pub Vec<Step>);

/// What marks an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// A printed number or letter.
    Number(Number),
    /// A dash, dot, `o` or star.
    Bullet,
}

const ROMANS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

impl Step {
    fn parse(token: &str) -> Option<Step> {
        let token = token.to_ascii_lowercase();
        if let Ok(number) = token.parse() {
            return Some(Step::Number(number));
        }
        if let Some(value) = ROMANS.iter().position(|roman| *roman == token) {
            return Some(Step::Roman(value as u32 + 1));
        }
        let mut letters = token.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if letter.is_ascii_lowercase() => Some(Step::Letter(letter)),
            _ => None,
        }
    }

    /// The step that follows in a list: `b` after `a`.
    pub fn next(&self) -> Option<Step> {
        Some(match self {
            Step::Number(number) => Step::Number(number.checked_add(1)?),
            Step::Letter(letter) => Step::Letter(char::from_u32(*letter as u32 + 1)?),
            Step::Roman(value) => Step::Roman(value + 1),
        })
    }

    /// True for `1`, `a` and `i`.
    pub fn is_first(&self) -> bool {
        matches!(self, Step::Number(1) | Step::Letter('a') | Step::Roman(1))
    }

    /// Its place in its list, counted from 1.
    fn ordinal(&self) -> u32 {
        match self {
            Step::Number(number) | Step::Roman(number) => *number,
            Step::Letter(letter) => (*letter as u32).saturating_sub('a' as u32) + 1,
        }
    }

    /// The letter that a Roman numeral could also be: `i`, `v`, `x`.
    fn as_letter(&self) -> Option<char> {
        match self {
            Step::Letter(letter) => Some(*letter),
            Step::Roman(1) => Some('i'),
            Step::Roman(5) => Some('v'),
            Step::Roman(10) => Some('x'),
            _ => None,
        }
    }
}

impl Number {
    /// Reads the parts of a number such as `1b)(ii)`, `3a-i`, `1.4`, `Q2`; `None` where a part is no number.
    pub fn parse(printed: &str) -> Option<Number> {
        let alike = |a: &u8, b: &u8| a.is_ascii_digit() == b.is_ascii_digit();
        let runs = printed.split(|c: char| !c.is_ascii_alphanumeric()).flat_map(|run| run.as_bytes().chunk_by(alike));
        let mut steps = Vec::new();
        for (i, part) in runs.enumerate() {
            if i == 0 && part.eq_ignore_ascii_case(b"q") {
                continue;
            }
            steps.push(Step::parse(std::str::from_utf8(part).ok()?)?);
        }
        (!steps.is_empty()).then_some(Number(steps))
    }

    /// The number of its n-th part, counted from 0: `1b-ii` is the second bullet under 1b.
    pub fn with_part(&self, nth: usize) -> Number {
        Number(self.0.iter().cloned().chain([Step::Roman(nth as u32 + 1)]).collect())
    }

    /// True where this number is `other`'s parent, or its parent's parent.
    pub fn is_above(&self, other: &Number) -> bool {
        self.0.len() < other.0.len() && other.0.starts_with(&self.0)
    }

    /// True where both count to the same place, whatever they count with: `6.2` and `6b`, `3a-i` and `3.1.1`.
    pub fn is_at_place_of(&self, other: &Number) -> bool {
        self.0.iter().map(Step::ordinal).eq(other.0.iter().map(Step::ordinal))
    }

    /// True where this number is the next after `before` at any level: `1b`, `1a-i`, `2` and `2a` follow `1a`.
    pub fn follows(&self, before: &Number) -> bool {
        let same = self.0.iter().zip(&before.0).take_while(|(own, earlier)| own == earlier).count();
        let stepped = before.0.get(same).is_none_or(|step| step.next().as_ref() == self.0.get(same));
        let opened = self.0.get(same + usize::from(same < before.0.len())..);
        self.0.len() > same && stepped && opened.is_some_and(|steps| steps.iter().all(Step::is_first))
    }

    /// The number that stands here when `self` is printed below or beside `before`: `b` after `1a` is `1b`.
    pub fn below(&self, before: &Number) -> Number {
        let Some(first) = self.0.first() else { return before.clone() };
        let depth = match first {
            Step::Number(_) => 0,
            Step::Letter(_) => before.0.iter().take_while(|step| matches!(step, Step::Number(_))).count(),
            Step::Roman(value) => match before.0.iter().position(|step| matches!(step, Step::Roman(_))) {
                Some(depth) => depth,
                // `i` after `1h` goes on with the letters; else a Roman numeral opens a level of its own.
                None if *value == 1 && before.0.last().and_then(Step::as_letter) == Some('h') => {
                    let mut steps = before.0[..before.0.len() - 1].to_vec();
                    steps.push(Step::Letter('i'));
                    return Number(steps);
                }
                None => before.0.len(),
            },
        };
        let mut steps = before.0[..depth.min(before.0.len())].to_vec();
        steps.extend(self.0.iter().cloned());
        Number(steps)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            let after_number = i > 0 && matches!(self.0[i - 1], Step::Number(_));
            match step {
                // "A1" is printed as one.
                Step::Number(number) if i > 1 || i == 1 && !matches!(self.0[0], Step::Letter(_)) => {
                    write!(f, ".{number}")?;
                }
                Step::Number(number) => write!(f, "{number}")?,
                Step::Letter(letter) if i == 0 || after_number => write!(f, "{letter}")?,
                Step::Letter(letter) => write!(f, "-{letter}")?,
                Step::Roman(value) => {
                    let roman = ROMANS.get(*value as usize - 1).unwrap_or(&"?");
                    write!(f, "{}{roman}", if i > 0 { "-" } else { "" })?;
                }
            }
        }
        Ok(())
    }
}

/// The words that may stand before a question's number.
const NOUN: &str = r"(?:(?:Question|Request|Enquiry|Query|Point|Item|Part|Limb|QUEST[Il1]ON|REQUEST|ENQU[Il1]RY|question)[ \t]*(?:Number|No\.?|NUMBER)?[ \t]*|[Qq][ \t]?\.?)";
/// A number with its parts: `1`, `1b`, `1b(ii)`, `1b)(ii)`, `3a-i`, `1.4`.
const PARTS: &str =
    r"[0-9]{1,2}(?:\.[0-9]{1,2})?(?:\)?[ ]?\(?[a-hA-H]\b)?(?:\)?[ ]?\([ivxIVX]{1,4}|[-.][ivx]{1,4}\b|[ ][ivx]{1,4}\b)?";

/// The first of several numbers before one answer, and the others: `6a-b`, `9a and 9b`, `3b(ii) to (iv)`.
const JOINT: &str = r"(?P<j>[0-9]{1,2}[ ]?\(?[a-hA-H](?:\)?[ ]?\([ivx]{1,4})?)\)?(?:[ ]?(?:-|\u{2013}|&|,|and|AND|to)[ ]?[Qq]?(?:\(?(?:[0-9]{1,2}\(?[aA]|(?:[0-9]{1,2}\(?)?[b-hB-H])\b\)?(?:\([ivx]{1,4}\))?|\([ivx]{1,4}\)))+";

/// The first of several plain numbers before one answer, and the others: `2, 4 and 5`.
const LISTED: &str = r"(?P<k>[0-9]{1,2})(?:, [0-9]{1,2})*,? ?(?:-|\u{2013}|&|and|to) ?[0-9]{1,2}";

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
          | {listed}[.):]+(?:[\ \t\r\n]+|$)
          | (?P<noun>{NOUN})\(?(?P<a>{parts})\)?[.):]*[\ \t]*[-\u{{2013}}:.]?\*{{0,2}}(?:[\ \t\r\n]+|$)
          | \(?(?P<b>{parts})(?:[\ ]?[.):\]]+(?:,|-(?-u:\b))?|[\ \t]-)(?:[\ \t\r\n]+|$)
          | (?P<c>[0-9]{{1,2}}[a-h](?:\([ivx]{{1,4}}\)|[\ ][ivx]{{1,4}}(?-u:\b))?|[A-H][1-9][0-9]?|[0-9]{{1,2}}\.[0-9]{{1,2}}|[0-9])[\ \t]+
          | (?P<d>[0-9]{{1,2}})[.)]
          | \((?P<e>[a-z]|[ivx]{{1,4}})\)[.:]?(?:[\ \t\r\n]+|$)
          | (?P<f>[A-Za-z]|[ivx]{{1,4}})(?:[\ ]?[.)]|\.\))(?:[\ \t\r\n]+|$)
          | (?P<g>[a-h])\.
          | (?P<nth>{NTH})[\ ](?:bullet|point|item|part|limb)(?:[\ ]point)?[\ ]?[:)\u{{2013}}-]+(?:[\ \t\r\n]+|$)
          | (?P<bullet>[\u{{2022}}\u{{b7}}\u{{25aa}}\u{{25cf}}\u{{25e6}}\u{{25cb}}\u{{f0b7}}\u{{2023}}]|[-\u{{2013}}\u{{2014}}*+o](?:[\ \t]))[\ \t]*
        )",
        NOUN = NOUN.replace(' ', "\\ "),
        NTH = NTH.iter().map(|names| names.join("|")).collect::<Vec<_>>().join("|"),
        joint = JOINT.replace("[ ]", "[\\ ]").replace("\\b", "(?-u:\\b)"),
        listed = LISTED.replace(' ', "\\ "),
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
    let group = ["a", "b", "c", "d", "e", "f", "g", "j", "k"]
        .into_iter()
        .find_map(|name| captures.name(name).map(|m| (name, m)))?;
    let rest = &text[whole..];
    if group.0 == "a" && group.1.as_str().ends_with(" A") && rest.starts_with(char::is_lowercase) {
        // "Q9 A brief description": the article is no letter.
        let digits = group.1.as_str().trim_end_matches(" A");
        return Number::parse(digits).map(|number| (Label::Number(number), group.1.end() - 1));
    }
    let starts_words = rest.starts_with(|c: char| c.is_alphabetic() || "\"'*(\u{201c}\u{2018}[_".contains(c));
    match group.0 {
        // "4 May", "2 of the", "14": a bare number is a label only before a capitalised word.
        // "1a 2021/22", "5b £2.20": nothing but a label looks like that.
        "c" if group.1.as_str().ends_with(|c: char| c.is_ascii_lowercase())
            && rest.starts_with(|c: char| c.is_ascii_digit() || "\u{a3}<".contains(c)) => {}
        // "1b date - 4 May": a question in short, before a dash.
        "c" if group.1.as_str().ends_with(|c: char| c.is_ascii_lowercase()) && leads_to_dash(rest) => {}
        // "3.2  15p a day": set off by a wide gap, where "3.1 per cent" is not.
        "c" if group.1.as_str().contains('.') && text[group.1.end()..whole].len() > 1 => {}
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
        // "Q3 2023/24" is a quarter.
        "a" if is_year(rest) => return None,
        // "2.Please": only where words follow at once.
        "d" if !starts_words => return None,
        "g" if !rest.starts_with(|c: char| c.is_ascii_uppercase()) => return None,
        _ => {}
    }
    Number::parse(group.1.as_str()).map(|number| (Label::Number(number), whole))
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
    let letters = |pair: &[u8]| pair.iter().all(u8::is_ascii_alphabetic);
    let counts = || NTH.iter().flatten().any(|name| text.starts_with(name));
    text.as_bytes().get(..2).is_some_and(|pair| letters(pair) && !b"QqREPILivx".contains(&pair[0])) && !counts()
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
            ("3.2  15p a day", "3.2|15p a day"),
            ("6a-b Fees are", "6a|Fees are"),
            ("9a and 9b. No", "9a|No"),
            ("3b(ii) to (iv). A sheet", "3b-ii|A sheet"),
            ("2a, 3a(ii). Yes", "2a|Yes"),
            ("Question 6a) and 6b) Does", "6a|Does"),
            ("1 a . Has", "1a|Has"),
            ("c . Does", "c|Does"),
            ("1A: SIGNED", "1a|SIGNED"),
            ("1b date - 4 May", "1b|date - 4 May"),
            ("1st bullet: none", "i|none"),
            ("Second point - none", "ii|none"),
            ("1C & 3A: NO", "1c|NO"),
            ("2, 4 and 5. No.", "2|No."),
            ("1b i Signed in May", "1b-i|Signed in May"),
            ("Q9 A brief description", "9|A brief description"),
            ("A1 Has your", "a1|Has your"),
            ("Q3a and Q3b. The", "3a|The"),
            ("1 a and b - Yes", "1a|Yes"),
            ("3 a (i) and (ii) - No", "3a-i|No"),
            ("Question 1a** Has", "1a|Has"),
            ("Question 2b - a meeting", "2b|a meeting"),
            ("3B(II). None", "3b-ii|None"),
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
            "e.g. this",
            "10 and 11 May",
            "2, 4 and 5 are",
            "A4 paper is used",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_nest_by_what_stood_before() {
        let number = |text| Number::parse(text).unwrap();
        assert_eq!(number("b").below(&number("1a")).to_string(), "1b");
        assert_eq!(number("i").below(&number("1b")).to_string(), "1b-i");
        assert_eq!(number("ii").below(&number("1b-i")).to_string(), "1b-ii");
        assert_eq!(number("c").below(&number("1b-ii")).to_string(), "1c");
        assert_eq!(number("2").below(&number("1c")).to_string(), "2");
        assert_eq!(number("i").below(&number("1h")).to_string(), "1i");
        for (number, before) in [("1b", "1a"), ("2.1", "1.2"), ("3a-i", "2b"), ("1a-i", "1a"), ("2", "1c")] {
            assert!(Number::parse(number).unwrap().follows(&Number::parse(before).unwrap()), "{number} {before}");
        }
        for (number, before) in [("1a", "1a"), ("3", "1"), ("2.2", "1.2"), ("1", "1a")] {
            assert!(!Number::parse(number).unwrap().follows(&Number::parse(before).unwrap()), "{number} {before}");
        }
        assert!(number("6.2").is_at_place_of(&number("6b")) && !number("6.2").is_at_place_of(&number("6")));
        assert_eq!(number("iv").below(&number("iii")).to_string(), "iv");
    }
}
