//! The shapes of references: after a label, and in titles.

use std::sync::LazyLock;

use crate::text::Regex;

use crate::when::find_dates;

/// A reference after its label: `FOI 25/611`, `BRD / AF / FOI /14296`, `NFRS 2024 03`, `FOI DA5604`, `432- 25`, `053/23`.
pub(super) static VALUE: LazyLock<Regex> = LazyLock::new(|| {
    let spaced = r"(?:[A-Za-z]{1,8} ?/ ?){1,4}[0-9][A-Za-z0-9]*(?:[-_/.]+[A-Za-z0-9]+| / [0-9]+)*";
    let lettered = r"(?:[A-Z]{2,6} ){1,2}[A-Z]{0,3}[0-9][A-Za-z0-9]*(?:[-_/.]+[A-Za-z0-9]+)*";
    let series = r"[A-Z]{2,6} 20[0-9]{2}(?: (?:- )?[0-9]{1,4}|/[0-9]{2} [-–] [0-9]{3,5})(?-u:\b)|[A-Z]{2,6} [0-9]{2} [0-9]{4}(?-u:\b)|(?:[A-Z]{2,6} )?[0-9]{3,6} / [0-9]{2}(?-u:\b)|[A-Z]{2,6} [0-9]{2}[-/][0-9]{2}(?: [-–] ?| )[0-9]{2,5}(?-u:\b)";
    let broken = r"[A-Z] [0-9]{2,}[-/][0-9]+|[0-9]{1,6}- [0-9]{2}(?-u:\b)|[0-9]{2} [0-9]{4} *$|[0-9]{2}-[0-9]{2} [0-9]{3,}(?-u:\b)|[A-Z]{2,5}[0-9]{2} [0-9]{3,4}(?-u:\b)|[A-Z][A-Za-z0-9]{1,2} [0-9]{2,4}[-/][0-9]+(?-u:\b)";
    let joined = r"(?:[A-Z]{2,8} [0-9]|[A-Za-z0-9])[A-Za-z0-9]*(?:[-_/.]+[A-Za-z0-9]+)*(?: \(IR\)| IR(?-u:\b)| / [A-Z]{2}(?-u:\b))?";
    Regex::new(&format!("^(?:{spaced}|{series}|{lettered}|{broken}|{joined})")).expect("a fixed pattern")
});

/// What may stand between a label and the reference: "Our ref: FOI ref. 123", "number is".
pub(super) static FILLER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^[\s:;#.=*/-]*(?:is[\s:]+)?(?:(?:foi|request) (?:ref|request|case|no|number|id)(?-u:\b)[\s.:#]*)?")
        .expect("a fixed pattern")
});

/// Where a word is glued to the digits of a reference.
pub(super) static GLUED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[0-9][A-Z][a-z]{2,}").expect("a fixed pattern"));

/// Shapes that are references by themselves, as titles and subject lines carry them.
const CODE: &str = r"(?:[A-Z]{2,6} 20[0-9]{2} [0-9]{1,4}|(?:[A-Z]{2,6} )?(?:FOIA?|EIR)[ _/-]?[0-9][A-Za-z0-9]*(?:[-_/][A-Za-z0-9]+| / [0-9]+)*|[0-9]{1,3}(?:\.[A-Z]{2,6})+(?:\.[0-9]{2,})+|[A-Z]{1,6}(?:[-_/.][A-Za-z0-9]+)*[-_/][0-9]+(?:[-_/][A-Za-z0-9]+)*|[A-Z]{1,5}[0-9]{2}[-/][0-9]{2,5}|[A-Z]{2,6} [0-9]{2,}[-/][0-9]{2,}|[0-9]{2,}[-/][0-9]{2,}(?:[-/][0-9]+)*)";

/// A code that opens a title, ends it after a dash, or stands in it in brackets.
pub(super) static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    let before = r"(?:(?:Subject|SUBJECT|RE|FW|FWD|Re|Fw|Fwd): *)*";
    Regex::new(&format!(r"^{before}({CODE})(?: [-–—:/] | {{2,}}|:? *$|:? [A-Za-z])|.* > ({CODE})$|^(?:RE|Re): *({CODE})(?-u:\b)|.* [-–—] ({CODE})$|^{before}.*(?-u:\b)(?:of|to|Case|REQUEST|Request|request|Information),?[ \t]+({CODE}|[0-9]{{4,}})(?: [-–—(].*)?$|^{before}\[({CODE})\] |.* [-–—] ({CODE}) [-–—] .*|^([0-9]{{4,6}}) [-–—] [A-Z]|.*[\[(]({CODE})[\])]$|.*\[([0-9]{{4,}})\]$"))
        .expect("a fixed pattern")
});

/// True for at least three digits that are no date.
pub(super) fn is_reference(words: &str) -> bool {
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    let dated = find_dates(&words.to_ascii_lowercase()).iter().any(|dated| dated.date.day().is_some());
    digits >= 3 && !dated
}

/// `2023/24`, `2018-2022`: a period in a title, not a reference.
pub(super) fn is_year_range(code: &str) -> bool {
    code.split_once(['-', '/']).is_some_and(|(from, to)| is_year(from) && (is_year(to) || to.len() == 2))
}

/// `2024`, and no more.
pub(super) fn is_year(words: &str) -> bool {
    words.len() == 4 && (words.starts_with("19") || words.starts_with("20"))
}
