//! Lines → blocks: wrapped lines become paragraphs again; a list item, a heading, a quoted run is a block of its own.

use std::sync::LazyLock;

use crate::text::Regex;

use super::label::{Label, begins_with_month, parse_label};
use super::line::Line;
use super::number::{Number, Step, is_lettered};
use super::unit::Unit;
use super::unit::glued;
use crate::text::Span;

/// A paragraph, a list item or a heading: stretches of the letter that read on as one.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// The stretches, in order; several where furniture or quoting stands between its lines.
    pub pieces: Vec<Span>,
    /// True where a blank line stands before it.
    pub gap: bool,
    /// True where it is quoted.
    pub quoted: bool,
    /// A bare number that labels it only because the item above has the number before, and the bytes it takes.
    pub counted: Option<(Label, usize)>,
    /// True where its last line is as long as lines get here, so that the next could continue it.
    full: bool,
}

/// No letter is wrapped wider than this, in bytes; longer lines are paragraphs of their own.
const WIDEST: usize = 132;

/// Words behind which the number of a question is named.
pub(super) const NAMING: [&str; 6] = ["question", "questions", "part", "parts", "point", "points"];

/// Words after which a number is no list label: "section 12. The", "page 4."
pub(super) const CITING: [&str; 38] = [
    "&",
    "section",
    "sections",
    "s",
    "paragraph",
    "article",
    "regulation",
    "page",
    "of",
    "and",
    "or",
    "to",
    "question",
    "questions",
    "part",
    "parts",
    "point",
    "points",
    "limb",
    "under",
    "see",
    "as",
    "in",
    "at",
    "per",
    "with",
    "from",
    "for",
    "on",
    "by",
    "document",
    "annex",
    "appendix",
    "attachment",
    "enclosure",
    "table",
    "figure",
    "schedule",
];

/// A line that leads to others has at most so many words: "If yes to either:".
const LEAD: usize = 4;

/// Words that end no sentence: the next line goes on with it.
const OPEN: [&str; 12] = ["a", "an", "and", "by", "for", "from", "in", "of", "or", "the", "to", "with"];

/// A whole answer in a word or two, which begins no less for a small letter.
static BARE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:n/?a|yes|no|none|nil|not (?:held|applicable|known|recorded|available))\.?$")
        .expect("a fixed pattern")
});

/// A provision that may go on in the next line: "section 38(1)", "(a) of the Act".
static CITED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:(?-u:\b)s|sections?|regulations?|articles?|paragraphs?)\.? ?[0-9]{1,3}[a-z]? ?(?:\([0-9a-z]{1,4}\) ?)*$")
        .expect("a fixed pattern")
});

/// Joins `lines` into blocks. `starts_anew` tells of places where a block must begin whatever stands before.
pub(super) fn join_lines(text: &str, lines: &[Line], starts_anew: &dyn Fn(Span) -> bool) -> Vec<Block> {
    let width = wrap_width(lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut gap = true;
    let mut severed = false;
    for (at, line) in lines.iter().enumerate() {
        if line.is_blank() {
            gap |= !line.spacing;
            continue;
        }
        if line.furniture {
            // A page break inside a sentence does not end it, whatever blank lines surround it.
            severed = true;
            continue;
        }
        let counted = blocks.last().and_then(|block| counted_on(text, block, &lines[at..]));
        let continues = counted.is_none()
            && blocks.last().is_some_and(|block| {
                let across = severed && reads_on(text, block, line);
                (!gap || across)
                    && block.quoted == line.quoted
                    && (block.full_before(text, line, width) || reads_on(text, block, line))
            })
            && !begins_item(text, blocks.last(), line)
            && !starts_anew(line.words);
        if continues && let Some(block) = blocks.last_mut() {
            block.push(line.words, severed || line.quoted);
        } else {
            blocks.push(Block { pieces: vec![line.words], gap, quoted: line.quoted, counted, full: false });
        }
        if let Some(block) = blocks.last_mut() {
            block.full = line.indent + line.words.len() <= WIDEST;
        }
        (gap, severed) = (false, false);
    }
    blocks
}

impl Block {
    /// The block that a unit alone would make.
    pub(super) fn of(unit: &Unit) -> Self {
        Block { pieces: unit.pieces.clone(), gap: unit.gap, quoted: unit.quoted, counted: None, full: false }
    }

    fn push(&mut self, words: Span, apart: bool) {
        match self.pieces.last_mut() {
            Some(last) if !apart => *last = last.join(words),
            _ => self.pieces.push(words),
        }
    }

    fn last_line<'t>(&self, text: &'t str) -> &'t str {
        let last = self.pieces.last().map_or("", |piece| piece.of(text));
        last.rsplit(['\n', '\r']).next().unwrap_or(last).trim()
    }

    /// True where the first word of `next` would not have fitted on this block's last line.
    fn full_before(&self, text: &str, next: &Line, width: usize) -> bool {
        let bare = next.words.of(text);
        let capital = bare.starts_with(char::is_uppercase);
        // "… in the context of:" ends its line, whatever it is a list of; "If yes:" is a line of its own.
        let leads = bare.ends_with(':') && bare.split(' ').count() <= LEAD;
        if capital && (BARE.is_match(bare) || leads || self.last_line(text).ends_with(':')) {
            return false;
        }
        let mut words = next.words.of(text).split_whitespace();
        let first = words.next().unwrap_or("");
        // "4 September" is not parted.
        let number = first.bytes().all(|b| b.is_ascii_digit());
        let word = first.len() + if number { words.next().map_or(0, |second| 1 + second.len()) } else { 0 };
        self.full && self.last_line(text).len() + 1 + word > width
    }
}

/// The width to which the letter's lines are wrapped; endless where they are not.
fn wrap_width(lines: &[Line]) -> usize {
    let mut lengths: Vec<usize> =
        lines.iter().map(|line| line.words.len()).filter(|length| (40..=WIDEST).contains(length)).collect();
    lengths.sort_unstable();
    // A stray long line is no margin: the fifth longest is near it where lines are wrapped at all.
    let margin = lengths.len().saturating_sub(1 + lengths.len() * 3 / 20);
    let width = lengths.get(margin).copied().unwrap_or(WIDEST).max(40);
    // Lines that are wrapped end near the margin.
    let near = lengths.iter().filter(|length| **length + RAGGED >= width).count();
    if near >= WRAPPED { width } else { usize::MAX }
}

/// Wrapped lines end within so many bytes of the margin.
const RAGGED: usize = 12;

/// So many lines near the margin show that lines are wrapped.
const WRAPPED: usize = 3;

/// True where the sentence plainly goes on: no stop before, a small letter after.
fn reads_on(text: &str, block: &Block, next: &Line) -> bool {
    let before = block.last_line(text);
    let after = next.words.of(text);
    if BARE.is_match(after) {
        return false;
    }
    let last = before.rsplit(' ').next().unwrap_or("");
    if OPEN.contains(&last) && before.len() > 25 && parse_label(after).is_none() {
        return true;
    }
    // "in force from 1 | December 2023"
    if last.len() <= 2 && last.bytes().all(|b| b.is_ascii_digit()) && begins_with_month(after) {
        return true;
    }
    let stopped = before.ends_with(['.', '?', '!', ':', ';', '|']) || before.ends_with("**");
    !stopped && before.len() > 25 && after.starts_with(|c: char| c.is_lowercase()) && parse_label(after).is_none()
}

/// The bare number that labels the first of `lines` where `block` is the item before it: "10 Any policies" below "9 A description",
/// "8 or complaints?" below "7 Staff?", "2b phone call" below "2a Yes", and "2 September 2023" below "1 Yes", above "3 None".
fn counted_on(text: &str, block: &Block, lines: &[Line]) -> Option<(Label, usize)> {
    /// A line of so many bytes may break off before a number that it names.
    const SHORT: usize = 40;
    let words = lines.first()?.words.of(text);
    let (printed, rest) = words.split_once(' ')?;
    let bare = printed.trim_end_matches(',');
    let plain = !printed.is_empty() && printed.bytes().all(|byte| byte.is_ascii_digit());
    let number = Number::parse(bare).filter(|_| plain || is_lettered(bare))?;
    // "1b ii action log attached"
    let part = rest.split_once(' ').filter(|_| !plain).and_then(|(part, rest)| {
        let step = Number::parse(part).filter(|part| matches!(part.0[..], [Step::Roman(_)]))?;
        Some((step.below(&number), rest))
    });
    let (number, rest) = part.unwrap_or((number, rest));
    let rest = rest.trim_start();
    let before = match &block.counted {
        Some((label, _)) => label.clone(),
        None => parse_label(block.pieces.first()?.of(text))?.0,
    };
    let Label::Number(before) = before else { return None };
    let last = block.last_line(text);
    let goes_on = match (&before.0[..], &number.0[..]) {
        ([Step::Number(_)], [Step::Number(_)]) => {
            rest.starts_with(char::is_uppercase) && (!begins_with_month(rest) || counts_further(text, &number, lines))
                || last.ends_with(['?', ';']) && rest.starts_with(char::is_lowercase)
        }
        ([_, _, ..], [Step::Number(_), Step::Letter(_), ..])
        | ([.., Step::Letter(_)], [Step::Number(_), Step::Letter(_)]) => {
            let word = last.rsplit(' ').next().unwrap_or("").to_lowercase();
            let cites = CITING.contains(&word.as_str()) || NAMING.contains(&word.as_str());
            rest.starts_with(char::is_alphabetic) && (last.len() < SHORT || !cites)
        }
        _ => false,
    };
    // "1b, plans - attached" below "1b, date - 4 May".
    let again = printed.ends_with(',') && number == before;
    (goes_on && (again || number.follows(&before)) && parse_label(words).is_none())
        .then(|| (Label::Number(number), words.len() - rest.len()))
}

/// True where the next line with words begins with the number after `number`.
fn counts_further(text: &str, number: &Number, lines: &[Line]) -> bool {
    let next = lines.iter().skip(1).find(|line| !line.is_blank()).map_or("", |line| line.words.of(text));
    let printed = next.split(' ').next().unwrap_or("");
    printed.bytes().all(|byte| byte.is_ascii_digit()) && Number::parse(printed).is_some_and(|next| next.follows(number))
}

/// True of a line of some length that ends in no stop.
fn reads_on_to(before: &str) -> bool {
    const WORDS: usize = 4;
    !before.ends_with(['.', '?', '!', ':', ';', ',', '|']) && before.split(' ').count() > WORDS
}

fn begins_item(text: &str, block: Option<&Block>, line: &Line) -> bool {
    let words = line.words.of(text);
    // Stars before a word are bold type, before a space a bullet.
    let words = if words.starts_with("* ") { words } else { words.trim_start_matches('*') };
    if words.starts_with('|') || words.starts_with("From:") || words.starts_with('#') {
        return true;
    }
    let before = block.map_or("", |block| block.last_line(text));
    if before.ends_with(['.', '?', '!']) && words.starts_with(char::is_uppercase) && glued(words).next().is_some() {
        return true;
    }
    let Some((label, _)) = parse_label(words) else { return is_lettered(words) };
    let last_word = before.rsplit(' ').next().unwrap_or("").to_lowercase();
    if words.starts_with('(') && CITED.is_match(before) {
        return false;
    }
    let last_word = last_word.trim_matches(['(', '.']);
    // "we are refusing | question 3 under section 12"
    if words.starts_with(char::is_lowercase) && words.starts_with("question") && reads_on_to(before) {
        return false;
    }
    match &label {
        Label::Number(Number(steps)) if matches!(steps[..], [Step::Number(_)]) => !CITING.contains(&last_word),
        // "with regard to question | 3(b)(iii). You may"
        Label::Number(Number(steps)) if matches!(steps[..], [Step::Number(_), ..]) => !NAMING.contains(&last_word),
        _ => true,
    }
}
