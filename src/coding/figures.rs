//! Figures by period: given where at least one is printed. The figures themselves are read by `counts`.

use std::sync::LazyLock;

use crate::text::Regex;

use super::number::numbers;
use super::states::{elsewhere, not_applicable, not_held, refused};
use super::{Coded, Words, text};
use crate::record::Code;

/// "None", "no complaints": a figure of nought.
static NOUGHT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:none|nil|zero|0)(?-u:\b)|^no [a-z]+s(?: (?:were|was|have been) [a-z]+)?[. ]*$")
        .expect("a fixed pattern")
});

/// "See Table 1", "attached": the figures stand elsewhere in the letter or are sent with it.
fn tabled(words: &Words<'_>) -> Option<Coded> {
    let (sentence, cue) = words.sentences.iter().find_map(|sentence| {
        let cue = sentence.cue("tabled").or_else(|| text::giving(sentence))?;
        Some((sentence, cue))
    })?;
    Some(Coded::inferred(Code::Given, "figures-in-a-table", sentence.place(cue)))
}

/// Codes an answer to a question that asks for figures by period.
pub(super) fn code(words: &Words<'_>) -> Coded {
    let mut found = numbers(words, false);
    found.retain(|number| !number.value.starts_with(char::is_alphabetic));
    // A refusal names sections and limits, which are no figures.
    let refusal = refused(words);
    if let (Some(first), None) = (found.first(), &refusal) {
        let rule = if found.len() > 1 { "figures" } else { "figure" };
        return Coded::inferred(Code::Given, rule, first.spans.clone());
    }
    if let Some(coded) = not_applicable(words).or(refusal) {
        return coded;
    }
    if NOUGHT.is_match(words.whole.text()) {
        return Coded::inferred(Code::Given, "figure-of-nought", words.spans.clone());
    }
    not_held(words)
        .or_else(|| tabled(words))
        .or_else(|| elsewhere(words))
        .unwrap_or_else(|| Coded::inferred(Code::Unclear, "no-figure", words.spans.clone()))
}
