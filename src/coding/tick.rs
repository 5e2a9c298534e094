//! Tick boxes: `☒ Yes ☐ No`, `[x] No`, `Yes ☐ No ☑`.

use std::sync::LazyLock;

use regex::Regex;

use super::{Coded, Words};
use crate::record::Code;
use crate::text::Span;

/// A ticked or an empty box, as people and word processors draw them.
const BOX: &str = r"(?P<full>[\u{2612}\u{2611}\u{2713}\u{2714}\u{2705}\u{25a0}\u{25cf}\u{2717}\u{2718}]|\[ ?[x\u{2713}\u{2714}] ?\]|\( ?[x\u{2713}\u{2714}] ?\))|(?P<empty>[\u{2610}\u{25a1}\u{25cb}]|\[ *\]|\( *\))";

static BOXES: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!(r"{BOX}|(?P<word>(?-u:\b)(?:yes|no)(?-u:\b))")).expect("a fixed pattern"));

/// The option whose box is ticked; `None` where there are no boxes. Two ticks, or none, are unclear.
pub(super) fn code(words: &Words<'_>) -> Option<Coded> {
    let text = words.whole.text();
    let mut boxes: Vec<(bool, Span)> = Vec::new();
    let mut options: Vec<(Code, Span)> = Vec::new();
    let mut box_first = None;
    for hit in BOXES.captures_iter(text) {
        let span = Span::from(hit.get(0)?.range());
        if let Some(word) = hit.name("word") {
            options.push((Code::from(word.as_str()), span));
            box_first.get_or_insert(false);
        } else {
            boxes.push((hit.name("full").is_some(), span));
            box_first.get_or_insert(true);
        }
    }
    if boxes.is_empty() || options.is_empty() || boxes.len() > 4 {
        return None;
    }
    let beside = |at: Span| {
        if box_first == Some(true) {
            options.iter().find(|(_, word)| word.start >= at.end)
        } else {
            options.iter().rev().find(|(_, word)| word.end <= at.start)
        }
    };
    let ticked: Vec<&(Code, Span)> = boxes.iter().filter(|(full, _)| *full).filter_map(|(_, at)| beside(*at)).collect();
    Some(match ticked[..] {
        [(code, word)] => Coded::stated(code.clone(), "tick-box", words.whole.back(*word)),
        _ => Coded::inferred(Code::Unclear, "tick-boxes-undecided", words.spans.clone()),
    })
}
