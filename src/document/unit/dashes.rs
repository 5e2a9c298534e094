//! Answers behind dashes: a bare one anywhere, any where the letter makes a habit of it.

use std::sync::LazyLock;

use crate::document::block::Block;
use crate::document::label::{Label, parse_label};
use crate::text::Regex;

/// A dash before a bare answer.
pub(super) static DASH_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)[ \t](?:[-\u{2013}\u{2014}]{1,2}[ \t]+)+(?:\*\*)?(?:yes|no|n/a|none|nil|not (?:held|applicable)|[<0-9][0-9,]*(?:[ .;]|st |nd |rd |th |$)|see )").expect("a fixed pattern")
});

/// This many labelled lines with a bare answer behind a dash make a habit of it, or more with any short question before it.
const HABIT: usize = 3;

/// A question in short, before a dash, is no longer than this, in bytes.
const SHORT: usize = 60;

/// True where the letter sets answers off from labelled questions by dashes: "2b Description - N/A".
pub(in crate::document) fn has_habit_of_dashes<'b>(text: &str, blocks: impl Iterator<Item = &'b Block>) -> bool {
    let (mut labelled, mut dashed, mut plain) = (0, 0, 0);
    for block in blocks {
        let Some(first) = block.pieces.first() else { continue };
        labelled += usize::from(matches!(parse_label(first.of(text)), Some((Label::Number(_), _))));
        let Some(at) = labelled_dash(text, block) else { continue };
        dashed += usize::from(at - first.start <= SHORT);
        plain += usize::from(DASH_AFTER.find(first.of(text)).is_some_and(|hit| first.start + hit.start() + 1 == at));
    }
    plain >= HABIT || dashed > HABIT && 4 * dashed >= 3 * labelled
}

/// Where the first dash between spaces stands in a block that begins with a number.
pub(super) fn labelled_dash(text: &str, block: &Block) -> Option<usize> {
    let first = block.pieces.first()?;
    let words = first.of(text);
    let (label, taken) = parse_label(words)?;
    let dash = [" - ", " \u{2013} ", " \u{2014} "].iter().filter_map(|dash| words[taken..].find(dash)).min()?;
    matches!(label, Label::Number(_)).then_some(first.start + taken + dash + 1)
}
