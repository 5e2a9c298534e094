//! One figure as printed ("12", "<5", "fewer than five", "1,633", "nil", "*") and the whole numbers it allows.

mod share;

use std::sync::LazyLock;

use crate::text::{Captures, Regex};

pub use self::share::{find_shares, whole_share};
use crate::text::Span;

/// A figure in a folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Where it is printed, with the words that bound it ("fewer than five").
    pub span: Span,
    /// The least it can be; `None` where unknown.
    pub min: Option<u64>,
    /// The most it can be; `None` where unknown.
    pub max: Option<u64>,
}

impl Figure {
    /// True where the print says neither a least nor a most: `*`, "suppressed", "not held".
    pub fn is_hidden(&self) -> bool {
        self.min.is_none() && self.max.is_none()
    }
}

const UNITS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Number words and digits, and what may bound them on either side. Groups: before, digits, words, after.
fn pattern() -> String {
    let units = UNITS.join("|");
    format!(
        "(?:(?P<before>fewer than|less than|under|below|more than|greater than|over|at least|up to|no more than|approximately|approx\\.?|about|around|circa|c\\.|roughly|nearly|almost|some|[<>]=?|[\u{2264}\u{2265}~])[ ]?)?\
         (?:(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)|(?-u:\\b)(?P<words>(?:{})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|(?:{units}))(?-u:\\b))\
         (?P<after> or (?:fewer|less|under|more|over)|\\+)?",
        TENS[2..].join("|")
    )
}

/// A figure anywhere.
static FIGURE: LazyLock<Regex> = LazyLock::new(|| Regex::new(&pattern()).expect("a fixed pattern"));

/// One at the beginning.
static FIRST: LazyLock<Regex> = LazyLock::new(|| Regex::new(&format!("^(?:{})", pattern())).expect("a fixed pattern"));

/// Every figure in `folded` that stands by itself, in order: no part of a longer number, code, date or sum of money.
pub fn find_figures(folded: &str) -> Vec<Figure> {
    FIGURE
        .captures_iter(folded)
        .filter_map(|found| read(&found))
        .map(|figure| risen(folded, figure))
        .filter(|figure| is_free(folded, figure.span))
        .collect()
}

/// "Went up to 19" bounds nothing.
fn risen(folded: &str, figure: Figure) -> Figure {
    const RISES: [&str; 6] = ["went ", "gone ", "going ", "rose ", "risen ", "was "];
    let number = figure.span.of(folded).strip_prefix("up to ");
    match number.filter(|_| RISES.iter().any(|verb| folded[..figure.span.start].ends_with(verb))) {
        Some(number) => Figure {
            span: Span::new(figure.span.end - number.len(), figure.span.end),
            min: figure.max,
            max: figure.max,
        },
        None => figure,
    }
}

/// The figure that a whole table cell is: also hidden ("*", "suppressed", "not held") and with a remark in brackets.
pub fn whole_cell(folded: &str) -> Option<Figure> {
    static HIDDEN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            "^(?:\\*+|~+|#|\\[[cxz]\\]|suppressed|withheld|redacted|exempt|not (?:held|recorded|available|applicable|collected|known)|n/?a|no data)\\.?$",
        )
        .expect("a fixed pattern")
    });
    static NOTHING: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("^(?:nil|none|zero)(?: return)?\\.?$").expect("a fixed pattern"));
    let span = Span::new(0, folded.len()).trim(folded);
    let words = span.of(folded);
    if HIDDEN.is_match(words) {
        return Some(Figure { span, min: None, max: None });
    }
    if NOTHING.is_match(words) {
        return Some(Figure { span, min: Some(0), max: Some(0) });
    }
    if let Some(range) = range(words) {
        return Some(Figure { span, ..range });
    }
    let figure = read(&FIRST.captures(words)?)?;
    let rest = words[figure.span.end..].trim();
    let bracketed = (rest.starts_with('(') && rest.ends_with(')')) || (rest.starts_with('[') && rest.ends_with(']'));
    let remark =
        matches!(rest, "" | "*" | "**" | "." | "\u{2020}" | "\u{2021}" | "\u{b9}" | "\u{b2}" | "\u{b3}") || bracketed;
    let whole = Span::new(span.start, span.start + figure.span.end);
    (remark && is_free(folded, whole)).then_some(Figure { span: whole, ..figure })
}

/// "1-4", "0 to 5": a small figure that is given as a range.
fn range(words: &str) -> Option<Figure> {
    let (from, to) = words.split_once(" to ").or_else(|| words.split_once('-'))?;
    let number = |part: &str| Some(part.trim()).filter(|part| part.len() < 3)?.parse::<u64>().ok();
    let (min, max) = (number(from)?, number(to)?);
    (min < max && max <= 10).then_some(Figure { span: Span::new(0, words.len()), min: Some(min), max: Some(max) })
}

fn read(found: &Captures<'_>) -> Option<Figure> {
    let span = Span::from(found.get(0).expect("group 0 is the match").range());
    let number: u64 = match found.name("digits") {
        Some(digits) if digits.len() > 11 || (digits.len() > 1 && digits.as_str().starts_with('0')) => return None,
        Some(digits) => digits.as_str().replace(',', "").parse().ok()?,
        None => spelled(&found["words"])?,
    };
    let bound = |name| found.name(name).map_or("", |words: crate::text::Match<'_>| words.as_str().trim());
    let below = || number.checked_sub(1).map(|most| (Some(0), Some(most)));
    let (min, max) = match (bound("before"), bound("after")) {
        ("<" | "fewer than" | "less than" | "under" | "below", "") => below()?,
        ("<=" | "\u{2264}" | "up to" | "no more than", "") => (Some(0), Some(number)),
        (">" | "more than" | "greater than" | "over", "") => (Some(number + 1), None),
        (">=" | "\u{2265}" | "at least", "") => (Some(number), None),
        (_, "or fewer" | "or less" | "or under") => (Some(0), Some(number)),
        (_, "or more" | "or over" | "+") => (Some(number), None),
        _ => (Some(number), Some(number)),
    };
    Some(Figure { span, min, max })
}

fn spelled(words: &str) -> Option<u64> {
    let position = |list: &[&str], word: &str| list.iter().position(|name| *name == word).map(|at| at as u64);
    match words.split_once([' ', '-']) {
        Some((tens, unit)) => Some(10 * position(&TENS, tens)? + position(&UNITS, unit)?),
        None => position(&UNITS, words).or_else(|| position(&TENS, words).map(|tens| 10 * tens)),
    }
}

/// No letter, money sign, decimal, slash or further digit touches the figure.
fn is_free(folded: &str, span: Span) -> bool {
    let before = folded[..span.start].chars().next_back();
    let after = &folded.as_bytes()[span.end..];
    let citation = matches!(after, [b'(', mark, b')', ..] if mark.is_ascii_alphanumeric()); // "1(1)", "40(2)(a)"
    let starts = match before {
        Some('(') if after.starts_with(b")") => {
            !folded[..span.start - 1].ends_with(|c: char| c.is_ascii_alphanumeric())
        }
        Some(':' | '=') => !folded[..span.start - 1].ends_with(|c: char| c.is_ascii_digit()),
        Some('-') => !folded[..span.start - 1].ends_with(|c: char| c.is_ascii_alphanumeric()),
        Some(c) => !c.is_alphanumeric() && !"/\u{a3}$\u{20ac}#@_.,+&'".contains(c),
        None => true,
    };
    let ends = match after {
        [b'.' | b',' | b'-' | b'/' | b':' | b'_' | b'@' | b'&', next, ..] => !next.is_ascii_alphanumeric(),
        [b'%' | b'/' | b'_' | b'@' | b'\'', ..] | [b' ', b'%', ..] => false,
        [first, ..] => !first.is_ascii_alphanumeric(),
        [] => true,
    };
    starts && ends && !citation
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_with_their_bounds() {
        for (cell, min, max) in [
            ("12", Some(12), Some(12)),
            ("1,633", Some(1633), Some(1633)),
            ("<5", Some(0), Some(4)),
            ("fewer than five", Some(0), Some(4)),
            ("5 or fewer", Some(0), Some(5)),
            ("more than 10", Some(11), None),
            ("10+", Some(10), None),
            ("approximately 40", Some(40), Some(40)),
            ("twenty-three", Some(23), Some(23)),
            ("12 (3 upheld)", Some(12), Some(12)),
            ("6 [1]", Some(6), Some(6)),
            ("nil", Some(0), Some(0)),
            ("*", None, None),
            ("~", None, None),
            ("suppressed", None, None),
            ("n/a", None, None),
        ] {
            let figure = whole_cell(cell).unwrap_or_else(|| panic!("{cell} is a figure"));
            assert_eq!((figure.min, figure.max), (min, max), "{cell}");
        }
    }

    #[test]
    fn other_cells_are_no_figures() {
        for cell in
            ["", "-", "12%", "\u{a3}450", "02/09/25", "2023/24", "q1", "1.5", "0115", "<0", "ward 3", "12 hours"]
        {
            assert_eq!(whole_cell(cell), None, "{cell}");
        }
    }

    #[test]
    fn figures_stand_by_themselves() {
        let found =
            |folded: &str| find_figures(folded).iter().map(|f| f.span.of(folded).to_owned()).collect::<Vec<_>>();
        assert_eq!(found("fewer than five in one ward and 1,633 in all."), ["fewer than five", "one", "1,633"]);
        assert_eq!(found("foi-602, 14:30, \u{a3}450, 10%, 3.5, 2a, someone, ten-month"), [] as [&str; 0]);
    }
}
