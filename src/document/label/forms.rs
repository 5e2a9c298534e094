//! The forms in which labels are printed, a row each, and what must follow one of that form.

use std::sync::LazyLock;

use super::words::{
    begins_shortly, begins_with_day, begins_with_month, begins_with_quarter, begins_with_scanned_word,
    begins_with_unit, hint_len, is_answered, is_told, is_year, leads_to_sign, ordinal, ordinals, speaks_of,
};
use crate::document::number::Number;
use crate::text::Regex;

/// One way to print a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `6a-b`, `9a and 9b`, `3b(ii) to (iv)`, `3b-i, 3b-ii`, `3a(ii) and the whole of 3b`: the first of several parts.
    Joint,
    /// `2, 4 and 5`, `1. & 2`, `1.2 and 1.3`: the first of several plain numbers.
    Listed,
    /// `Q9 to Q12 -`, `Q4, Q5 & Q6:`: the same with a letter before each.
    Lettered,
    /// `i) to iv)`, `(i) & (ii)`, `iii. and iv.`: the first of several numerals.
    Numerals,
    /// `a) and b) i)`: the first of several letters.
    Letters,
    /// `Question 1.`, `Q3a)`: behind the word for a question.
    Worded,
    /// `1b(2)`, `3a part 1`, `3b, second point`, `3(b), first bullet`: a part by its place.
    PartByPlace,
    /// `1.`, `1b(ii).`, `3a (both parts):`: before a stop.
    Stopped,
    /// `1a`, `4`: with nothing but a space behind it.
    Bare,
    /// `1.a`: the same with a stop inside.
    StoppedInside,
    /// `2.Please`: a stop and no space.
    Tight,
    /// `(b)(i)`, `b(ii)`: a letter and its part.
    LetterAndPart,
    /// `(a)`, `(ii)`.
    Bracketed,
    /// `a)`, `ii.`
    Letter,
    /// `a.What`: a letter, a stop and no space.
    TightLetter,
    /// `B - none`, `I to L - n/a`: a capital before a dash.
    Capital,
    /// `G and H.`, `I to L.`: the first of several capitals.
    Capitals,
    /// `i - October 2023`: a numeral before a dash.
    Numeral,
    /// `ii   Any`: in a column of its own.
    Column,
    /// `2nd bullet:`
    Nth,
    /// `•`, `-`
    Bullet,
}

/// What ends a label: white space, or the text.
const END: &str = r"(?:[ \t\r\n]+|$)";

/// The words that may stand before a question's number.
const NOUN: &str = r"(?:(?:Question|Request|Enquiry|Query|Point|Item|Part|Limb|Element|QUEST[Il1]ON|PART|REQUEST|ENQU[Il1]RY|question)[ \t]*(?:Number|No\.?|NUMBER)?[ \t]*|[Qq][ \t]?\.?)";

/// A number with its parts: `1`, `1b`, `1b(ii)`, `1b)(ii)`, `3a-i`, `1.4`.
const PARTS: &str = r"[0-9]{1,2}(?:\.[0-9]{1,2})?(?:\)?[ ]?\(?(?:[a-hA-H]\b|[a-h][ivx]{1,4}\b)|\.[a-h]\b)?(?:\)?[ ]?\([ivxIVX]{1,4}|[-.][ivx]{1,4}\b|[ ][ivx]{1,4}\b)?";

/// Every form, in the order in which they are tried; the group of each is the number that is read. `END`, `NOUN` and `PARTS` stand for
/// the constants, `NTH` for the words that count.
const FORMS: [(Form, &str); 25] = [
    (
        Form::Joint,
        r"NOUN?([0-9]{1,2}(?:[ ]?\(?|\.)[a-hA-H](?:\)?(?: |-|\.)?\(?[ivx]{1,4}\b)?)\)?(?:(?:\. (?:and|&)| ?(?:-|\u{2013}|&|,|and|AND|to)) ?(?:the whole of )?[Qq]?(?:\(?(?:[0-9]{1,2}[.(]?[aA]|(?:[0-9]{1,2}[.(]?)?[b-hB-H])\b\)?(?:\(?[ivx]{1,4}\)|[-.][ivx]{1,4}\b)?|\(?[ivx]{1,4}\)))+[.):]*\*{0,2}(?:[ \t]+[-\u{2013}])?END",
    ),
    (
        Form::Listed,
        r"([0-9]{1,2}(?:\.[0-9]{1,2})?)\.?(?:, [0-9]{1,2}(?:\.[0-9]{1,2})?)*,? ?(?:-|\u{2013}|&|and|to) ?[0-9]{1,2}(?:\.[0-9]{1,2})?(?:[.):]+END|[ \t]+)",
    ),
    (
        Form::Lettered,
        r"[Qq]([0-9]{1,2})(?:, ?[Qq][0-9]{1,2})* ?(?:-|\u{2013}|&|and|to) ?[Qq][0-9]{1,2}(?: ?[-\u{2013}:.)]| )END",
    ),
    (Form::Numerals, r"\(?([ivx]{1,4})[).](?:,? ?(?:-|\u{2013}|&|,|and|to) ?\(?[ivx]{1,4}[).])+[.:]?END"),
    (Form::Letters, r"\(?([a-m])\)(?:(?:,| (?:and|&)) \(?[b-m]\)(?: ?\(?[ivx]{1,4}\))?)+[.:]?END"),
    (
        Form::Worded,
        r"NOUN\(?(PARTS)\)? of (?:your|the) (?:request|letter|e-?mail|message)[.:]?\*{0,2}[ \t]*(?:[\r\n]+|$)",
    ),
    (Form::Worded, r"NOUN\(?(PARTS)\)?(?:, (?:both|all)(?: [a-z]+){1,2}\b)?[.):]*[ \t]*[-\u{2013}:.]?\*{0,2}END"),
    (Form::PartByPlace, r"([0-9]{1,2}[a-h] ?\([1-9])\)(?:[.:]| ?[-\u{2013}])?END"),
    (
        Form::PartByPlace,
        r"([0-9]{1,2}(?:[a-h]|\([a-h]\))(?:, | \()(?:NTH) (?:bullet|point|item|part|limb))(?: point)?\)?(?:[.:,]| ?[-\u{2013}])?END",
    ),
    (
        Form::Stopped,
        r"\(?(PARTS)(?: \((?:both|all)(?: [a-z]+)?\)|\)?, (?:both|all)(?: [a-z]+){1,2}\b|\)? (?:both|all) (?:parts|bullets|points|items|limbs)\b)?(?: ?[.):\]]+(?:,|-\b)?|[ \t]-)END",
    ),
    (Form::PartByPlace, r"([0-9]{1,2}[a-h] part [1-9])[.):]*[ \t]+(?:[-\u{2013}][ \t]+)?"),
    (Form::PartByPlace, r"([0-9]{1,2}[a-h] (?:NTH) (?:bullet|point|item|part|limb))(?: point)?(?::| ?[-\u{2013}])END"),
    (
        Form::Bare,
        r"([0-9]{1,2}[a-h](?:\([ivx]{1,4}\)|[ -]?[ivx]{1,4}\b)?|[0-9]{1,2}[A-H]|[A-H][1-9][0-9]?|[0-9]{1,2}\.[0-9]{1,2}|[0-9])(?: \((?:both|all)(?: [a-z]+)?\))?[ \t]+",
    ),
    (Form::StoppedInside, r"([0-9]{1,2}\.[a-h])END"),
    (Form::Tight, r"([0-9]{1,2})[.)]"),
    (Form::LetterAndPart, r"\(?([a-h]\)? ?\([ivx]{1,4})\)[.:]?END"),
    (Form::Bracketed, r"\(([A-Za-z]|[ivx]{1,4})\)[.:]?END"),
    (Form::Letter, r"([A-Za-z]|[ivx]{1,4})(?: ?[.)]|\.\))END"),
    (Form::TightLetter, r"([a-h])[.)]"),
    (Form::Capital, r"([A-Z])(?: (?:to|-|\u{2013}) [B-Z])?[ \t]+[-\u{2013}][ \t]+"),
    (Form::Capitals, r"([A-Z]) (?:to|and|&|-|\u{2013}) [B-Z][.:](?:[ \t]+|END)"),
    (Form::Numeral, r"([ivx]{1,4})[ \t]+[-\u{2013}][ \t]+"),
    (Form::Column, r"([a-h]|[ivx]{1,4})(?: {2,}| ?\t[ \t]*)"),
    (Form::Nth, r"(NTH) (?:bullet|point|item|part|limb)(?: point)? ?[:)\u{2013}-]+END"),
    (
        Form::Bullet,
        r"(\u{e2}\u{20ac}\u{a2}|\u{c2}\u{b7}|\u{ef}\u{201a}[\u{b7}\u{a7}]|\u{e2}\u{2013}\u{aa}|\u{e2}\u{2014}[\u{8f}\u{2039}]|[\u{2022}\u{b7}\u{25aa}\u{25cf}\u{25e6}\u{25cb}\u{f0b7}\u{2023}]|[-\u{2013}\u{2014}*+o][ \t])[ \t]*",
    ),
];

/// All forms as one expression, a group each.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    let nth = ordinals().collect::<Vec<_>>().join("|");
    let form = |pattern: &str| {
        let pattern = pattern.replace("NOUN", NOUN).replace("PARTS", PARTS).replace("NTH", &nth).replace("END", END);
        pattern.replace(r"\b", r"(?-u:\b)")
    };
    let forms: Vec<String> = FORMS.iter().map(|(_, pattern)| form(pattern)).collect();
    Regex::new(&format!("^(?:{})", forms.join("|"))).expect("the pattern is a constant")
});

/// No label is longer than this, in bytes, with the white space after it.
const LONGEST: usize = 200;

/// A number so many spaces before the words beside it, in bytes, stands in a column of its own.
const COLUMN: usize = 8;

/// A label as it is printed at the beginning of a text.
pub(super) struct Printed<'t> {
    pub form: Form,
    /// The number that is read.
    pub number: &'t str,
    /// Where the number ends in the text.
    end: usize,
    /// The bytes that it takes with the white space after it.
    pub len: usize,
    /// The signs and the white space behind the number.
    between: &'t str,
    /// What follows the label.
    pub rest: &'t str,
}

impl<'t> Printed<'t> {
    /// What `text` begins with, if it looks like a label.
    pub(super) fn at(text: &'t str) -> Option<Self> {
        let captures = LABEL.captures(&text[..text.floor_char_boundary(LONGEST)])?;
        let len = captures.get(0)?.end();
        let ((form, _), number) =
            FORMS.iter().zip(captures.iter().skip(1)).find_map(|(form, group)| Some((form, group?)))?;
        Some(Printed {
            form: *form,
            number: number.as_str(),
            end: number.end(),
            len,
            between: &text[number.end()..len],
            rest: &text[len..],
        })
    }

    /// "3a part 1", "1b(2)", "3b, second point": the number of a part that is given by its place.
    pub(super) fn part_by_place(&self) -> Option<Number> {
        let digits = self.number.bytes().take_while(u8::is_ascii_digit).count();
        let letter = if self.number[digits..].starts_with('(') { "(a)".len() } else { "a".len() };
        let (number, part) = self.number.split_at_checked(digits + letter)?;
        let place =
            part.split(|c: char| !c.is_ascii_alphanumeric()).find_map(|word| ordinal(word).or(word.parse().ok()))?;
        Some(Number::parse(number)?.with_part((place as usize).checked_sub(1)?))
    }

    /// "Q9 A brief description": the article is no letter. The number without it, and the bytes that it takes.
    pub(super) fn before_article(&self) -> Option<(&'t str, usize)> {
        let digits = self.number.strip_suffix(" A").filter(|_| self.form == Form::Worded)?;
        self.rest.starts_with(char::is_lowercase).then_some((digits, self.end - 1))
    }

    /// "1b - i) in 2023 ii) attached": what the dash sets off begins a list below. The bytes before it.
    pub(super) fn before_inner_list(&self) -> Option<usize> {
        let inner = self.between.trim_start().strip_prefix(['-', '\u{2013}'])?.strip_prefix(' ')?;
        let list = self.form == Form::Joint && inner.trim_start_matches('(').starts_with(['i', 'v', 'x']);
        list.then_some(self.len - inner.len())
    }

    /// True where what follows leaves no doubt that this is a label.
    pub(super) fn is_label(&self) -> bool {
        let starts_with_capital = self.rest.starts_with(|c: char| c.is_ascii_uppercase());
        match self.form {
            Form::Bare => self.is_bare_label(),
            // "1.2 and 1.3 Not held", "7 and 8 I have": without a stop only before a capitalised word, and whole numbers only
            // before one that is too short to be what is counted.
            Form::Listed => {
                self.is_stopped()
                    || self.rest.starts_with(char::is_uppercase)
                        && (self.number.contains('.') || begins_shortly(self.rest))
            }
            Form::Worded => !self.is_mentioned(),
            // "2.Please": only where words follow at once.
            Form::Tight => self.rest.starts_with(|c: char| c.is_alphabetic() || "\"'*(\u{201c}\u{2018}[_".contains(c)),
            Form::TightLetter => starts_with_capital || begins_with_scanned_word(self.rest),
            Form::Column => starts_with_capital,
            _ => true,
        }
    }

    /// True where the label, of several numbers, ends in a stop.
    fn is_stopped(&self) -> bool {
        self.between.trim_end().ends_with(['.', ')', ':'])
    }

    /// True where words speak of a question ("Question 1(c) asks for the Trust's reading"), a quarter ("Q3 2023/24"; "Question 2 -
    /// 2020: 1" answers by years), or the heads of a table ("Q1  Q2  Q3  Q4").
    fn is_mentioned(&self) -> bool {
        speaks_of(self.between, self.rest)
            || is_year(self.rest) && self.between.trim().is_empty()
            || begins_with_quarter(self.rest)
    }

    /// True of a number without a sign behind it that is no quantity: "4 May", "2 of the", "14" are none.
    fn is_bare_label(&self) -> bool {
        // What tells is near.
        let rest = &self.rest[..self.rest.floor_char_boundary(LONGEST)];
        let wide = self.between.len() > 1;
        let lettered = self.number.ends_with(|c: char| c.is_ascii_lowercase());
        if self.number.ends_with(|c: char| c.is_ascii_uppercase()) {
            // "2A     Yes": "2A" may be a ward.
            return wide && rest.starts_with(char::is_uppercase);
        }
        // Nothing but a label looks like "1a 2021/22", "5b £2.20", "1a yes", "1b date - 4 May", "1b date: 4 May", "3a (complaints). Yes",
        // "1b  April 2024", "1b  (i) Please confirm".
        let before_answer = rest.starts_with(|c: char| c.is_ascii_digit() || "\u{a3}<".contains(c))
            || is_answered(rest)
            || leads_to_sign(rest)
            || hint_len(rest).is_some()
            || rest.starts_with("(i) ")
            || wide && rest.starts_with(char::is_uppercase);
        // "3.2  15p a day" is set off by a wide gap, where "3.1 per cent" is not.
        let set_off = wide && self.number.contains('.');
        // "4                 2021 - 6, 2022 - 11": in a column of its own.
        let column = self.between.len() >= COLUMN && is_told(rest);
        // "2 31 October 2023": a date in full is no part of a number.
        if lettered && before_answer || set_off || column || begins_with_day(rest) {
            return true;
        }
        let opens = rest.starts_with(|c: char| c.is_uppercase() || c == '*')
            || self.number.len() > 1 && (rest.starts_with("...") || rest.starts_with('\u{2026}'));
        let digit_alone = self.number.len() == 1 && !rest.trim_start_matches('*').starts_with(char::is_uppercase);
        // "4 WTE": so many of something.
        opens && !digit_alone && !begins_with_month(rest) && !begins_with_unit(rest)
    }
}
