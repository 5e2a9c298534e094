//! One number as the whole answer: `12`, `<5`, `none`.

use std::sync::LazyLock;

use regex::Regex;

use super::states::{not_held, refused};
use super::{Coded, Words, text};
use crate::record::Code;

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:approximately|about|around|circa) )?(?P<n>[<>\u{2264}\u{2265}]? ?[0-9][0-9,]*(?:\.[0-9]+)?|none|nil|zero)(?:(?: [a-z-]+){1,5}|(?: [a-z-]+){0,4} (?:19|20)[0-9]{2}(?:[-/][0-9]{2,4})?)?[ .]*$")
        .expect("a fixed pattern")
});

static FIGURE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:^|[ |\n])[<>]?[0-9][0-9,]{0,6}(?:[ |\n]|$)").expect("a fixed pattern"));

/// The number, as printed, where one number is the whole answer; otherwise the answer is coded as words.
pub(super) fn code(words: &Words<'_>) -> Coded {
    match NUMBER.captures(words.whole.text()).and_then(|captures| captures.name("n")) {
        Some(number) => {
            let place = words.whole.back(number.range().into());
            Coded::stated(Code::Value(number.as_str().to_owned()), "number", place)
        }
        // Figures answer, whatever is said beside them of cells that are withheld.
        None if FIGURE.find_iter(words.whole.text()).count() > 2 => {
            Coded::inferred(Code::Given, "figures", words.spans.clone())
        }
        None => refused(words).or_else(|| not_held(words)).unwrap_or_else(|| text::code(words)),
    }
}
