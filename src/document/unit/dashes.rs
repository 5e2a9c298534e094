//! Answers behind dashes and colons: a bare one anywhere, any where the letter makes a habit of it.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::document::block::Block;
use crate::document::label::{Label, parse_label};
use crate::text::{Regex, Span, capitals};

/// A dash before a bare answer.
pub(super) static DASH_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    let answer = r"(?:yes|no|n/a|none|nil|not (?:held|applicable)|[<0-9][0-9,]*(?:[ .;]|st |nd |rd |th |$)|see )";
    let pattern = format!(r"(?i)[ \t](?:(?:[-\u{{2013}}\u{{2014}}]{{1,2}}|{GARBLED})[ \t]+)+(?:\*\*)?{answer}");
    Regex::new(&pattern).expect("a fixed pattern")
});

/// This many labelled lines with a bare answer behind a dash make a habit of it, or more with any short question before it.
const HABIT: usize = 3;

/// A question in short, before a dash, is no longer than this, in bytes.
const SHORT: usize = 60;

/// An en dash whose bytes were read as those of another encoding.
const GARBLED: &str = "\u{e2}\u{20ac}\u{201c}";

/// Where the first dash between spaces begins in `words`, and where the words behind it do.
fn find_dash(words: &str) -> Option<(usize, usize)> {
    words.match_indices(' ').find_map(|(at, _)| {
        let dash = at + 1 + dash_before(&words[at + 1..])?;
        words[dash..].starts_with(' ').then_some((at, dash + 1))
    })
}

/// Length in bytes of the dash that `words` begin with.
pub(super) fn dash_before(words: &str) -> Option<usize> {
    let first = words.chars().next()?;
    if matches!(first, '-' | '\u{2013}' | '\u{2014}') {
        return Some(first.len_utf8());
    }
    words.starts_with(GARBLED).then_some(GARBLED.len())
}

/// By which signs a letter sets answers off from labelled questions, throughout.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::document) struct Habits {
    /// "2b Description - N/A"
    dashes: bool,
    /// "2b Description: N/A"
    colons: bool,
    /// "Description and documents: none", without a number
    plain_colons: bool,
    /// "2b Description NOT APPLICABLE"
    capitals: bool,
    /// "Date of adoption - 4 May" in a paragraph of its own
    heads: bool,
}

impl Habits {
    /// The habits of a letter.
    pub(in crate::document) fn of<'b>(text: &str, blocks: impl Iterator<Item = &'b Block>) -> Self {
        let (mut numbered, mut labelled, mut dashed, mut plain, mut colons, mut capitals) = (0, 0, 0, 0, 0, 0);
        let (mut headed, mut asking, mut worded) = (0, 0, 0);
        let mut names: HashSet<&str> = HashSet::new();
        for block in blocks {
            let Some(first) = block.pieces.first() else { continue };
            let label = parse_label(first.of(text)).map(|(label, _)| label);
            numbered += usize::from(matches!(label, Some(Label::Number(_))));
            labelled += usize::from(label.is_some());
            colons += usize::from(labelled_colon(text, block).is_some_and(|(_, words)| words > 1));
            capitals += usize::from(label.is_some() && capitals_behind(text, block).is_some());
            // "Our response:" comes back before every answer, and names none of them.
            let named = plain_colon(text, block).map(|at| Span::new(first.start, at).of(text));
            worded += usize::from(named.is_some_and(|named| named.split(' ').count() > HABIT));
            names.extend(named);
            let head = head_dash(text, block).map(|at| Span::new(first.start, at).of(text));
            headed += usize::from(head.is_some());
            asking += usize::from(head.is_some_and(|head| head.trim_end().ends_with('?')));
            let Some(at) = labelled_dash(text, block) else { continue };
            dashed += usize::from(at - first.start <= SHORT);
            let bare = DASH_AFTER.find(first.of(text));
            plain += usize::from(bare.is_some_and(|hit| first.start + hit.start() + 1 == at));
        }
        Habits {
            dashes: plain >= HABIT || dashed > HABIT && 4 * dashed >= 3 * numbered,
            colons: colons > HABIT && 4 * colons >= 3 * labelled,
            plain_colons: names.len() > 2 * HABIT && worded > HABIT && names.len() > 2 * labelled,
            capitals: capitals >= capitals::HABIT,
            heads: headed > 2 * HABIT && asking > 1,
        }
    }

    /// Where the answer in `block` begins, if it is set off so.
    pub(super) fn cut(self, text: &str, block: &Block) -> Option<usize> {
        let dash = self.dashes.then(|| labelled_dash(text, block)).flatten();
        dash.or_else(|| self.colons.then(|| labelled_colon(text, block)).flatten().map(|(at, _)| at))
            .or_else(|| self.plain_colons.then(|| plain_colon(text, block)).flatten())
            .or_else(|| self.capitals.then(|| capitals_behind(text, block)).flatten())
            .or_else(|| self.heads.then(|| head_dash(text, block)).flatten())
    }
}

/// Where the capitals begin in which a block ends.
fn capitals_behind(text: &str, block: &Block) -> Option<usize> {
    let (first, last) = (block.pieces.first()?, block.pieces.last()?);
    let whole = Span::new(first.start, last.end);
    Some(whole.start + capitals::capitals_at_end(whole.of(text))?)
}

/// Where the first dash between spaces stands in a block that begins with a number.
fn labelled_dash(text: &str, block: &Block) -> Option<usize> {
    let first = block.pieces.first()?;
    let words = first.of(text);
    let (label, taken) = parse_label(words)?;
    let (dash, _) = find_dash(&words[taken..])?;
    matches!(label, Label::Number(_)).then_some(first.start + taken + dash + 1)
}

/// Where the dash stands behind a few words with which a paragraph without a number opens, before others that open a sentence.
fn head_dash(text: &str, block: &Block) -> Option<usize> {
    const WORDS: usize = 9;
    let first = block.pieces.first()?;
    let words = first.of(text);
    let bullet = match parse_label(words) {
        Some((Label::Number(_), _)) => return None,
        label => label.map(|(_, taken)| taken),
    };
    let start = bullet.unwrap_or(0);
    let (dash, behind) = find_dash(&words[start..])?;
    let (head, behind) = (&words[start..start + dash], &words[start + behind..]);
    let opens = |words: &str| words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let short = head.split(' ').count() <= WORDS && !head.contains(['.', ';', ':']);
    ((block.gap || bullet.is_some()) && short && opens(head) && opens(behind)).then_some(first.start + start + dash + 1)
}

/// Where the words behind the first colon begin in a block without a label that opens with a few words before it, right below
/// another line; an address is none.
fn plain_colon(text: &str, block: &Block) -> Option<usize> {
    const WORDS: usize = 9;
    let first = block.pieces.first()?;
    let words = first.of(text);
    let (head, behind) = words.split_once(": ")?;
    let few = head.split(' ').count() <= WORDS
        && head.starts_with(char::is_uppercase)
        && !head.contains(['.', '?', ';', '@']);
    let told = !behind.trim().is_empty() && !behind.contains('@') && !behind.contains("://");
    (few && told && !block.gap && parse_label(words).is_none()).then_some(first.start + head.len() + 2)
}

/// Where the words behind the first colon begin in a block with a label, and how many words stand before the colon.
fn labelled_colon(text: &str, block: &Block) -> Option<(usize, usize)> {
    let first = block.pieces.first()?;
    let words = first.of(text);
    let (_, taken) = parse_label(words)?;
    let colon = taken + words[taken..].find(": ")?;
    let asked = &words[taken..colon];
    let asks = !asked.contains(['.', '?', ';']) && !["Yes", "No", "None"].contains(&asked);
    let told = !words[colon + 1..].trim().is_empty();
    (asks && told).then(|| (first.start + colon + 2, asked.split(' ').count()))
}
