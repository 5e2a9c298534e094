//! Blocks → units: a block is cut wherever another person, another question or an answer may begin.

mod dashes;
mod inline;

use std::sync::LazyLock;

use dashes::DASH_AFTER;
pub(super) use dashes::Habits;
use inline::{inline_labels, own_label};

use crate::text::Regex;

use super::block::Block;
use super::label::{Label, parse_label};
use super::number::{Number, Step};
use super::table::Side;
use crate::text::Span;

/// The smallest stretch of a letter that one person wrote for one purpose: a question, an answer or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its words, without label and mark; several stretches where furniture or quoting stands between. May be empty.
    pub pieces: Vec<Span>,
    /// Everything that is its own: label, mark and words.
    pub whole: Span,
    /// Its label.
    pub label: Option<Label>,
    /// What a table's column or a mark ("Our response:") says it is.
    pub side: Option<Side>,
    /// The mark that stands before it.
    pub mark: Option<Span>,
    /// Whether it is said now.
    pub said: Said,
    /// True where a blank line stands before it.
    pub gap: bool,
    /// True where it begins a line.
    pub begins_line: bool,
    /// True where it is quoted with `>`.
    pub quoted: bool,
    /// True where it is set off by a dash or by bold type from what stands before it on the same line.
    pub set_off: bool,
    /// True where the whole of it is bold.
    pub bold: bool,
}

impl Unit {
    /// Where its words begin; where its label ends, if it has no words.
    pub fn start(&self) -> usize {
        self.pieces.first().map_or(self.whole.end, |piece| piece.start)
    }

    /// Reads a plain number that labels nothing as the unit's words.
    pub(super) fn take_label_as_words(&mut self) {
        let plain = self.number().is_some_and(|number| matches!(number.0[..], [Step::Number(_)]));
        if self.pieces.is_empty() && self.side.is_none() && self.mark.is_none() && plain {
            self.label = None;
            self.pieces = vec![self.whole];
        }
    }

    /// Its number, if it has one.
    pub fn number(&self) -> Option<&Number> {
        match &self.label {
            Some(Label::Number(number)) => Some(number),
            _ => None,
        }
    }
}

/// Words that mark what follows as question or answer ("Our response:"), found beforehand in the whole letter.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// Where the mark stands in the letter.
    pub span: Span,
    /// What follows it.
    pub side: Side,
    /// Whether what follows is said now.
    pub said: Said,
}

/// Whether what stands in a letter is said now, or was said in an earlier one: "First answer:".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Said {
    /// It is said now.
    #[default]
    Now,
    /// It was said before, and holds for all that the letter does not answer anew further down.
    First,
    /// It was said before, and what holds now stands beside it.
    Superseded,
}

static QUESTION_ENDS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"\?["'\u{201d}\u{2019}*_)]*\s+"#).expect("a fixed pattern"));
static SET_OFF: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[ \t](?:[-\u{2013}\u{2014}]{1,2}[ \t]*)+\*\*[^*]|[?:.)\]][ \t]+\*\*[^*]|\*\*[ \t]+")
        .expect("a fixed pattern")
});
/// What stands before a bare answer and is no longer than this, in bytes, only points to a question: "Q3a and b: no."
const POINTER: usize = 24;

/// A bare answer at the end of a line, after what asked for it: "… (examples follow) No."
static BARE_END: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)[)\].:;][ \t]+(?:\*\*)?(?:yes|no|n/?a|none|nil|zero|not (?:held|applicable|recorded|known))(?:\*\*)?\.?$",
    )
    .expect("a fixed pattern")
});

/// A question mark with the answer set right behind it: "signed up?We have".
static GLUED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"\?["'\u{201d}\u{2019}*_)]*[A-Z][a-z' \u{2019}]"#).expect("a fixed pattern"));

/// Where answers begin that are glued to their questions; the marks of an address ask nothing.
pub(super) fn glued(words: &str) -> impl Iterator<Item = usize> {
    GLUED.find_iter(words).filter_map(|hit| {
        let before = words[..hit.start()].rsplit(char::is_whitespace).next().unwrap_or("");
        let second = hit.as_str().chars().next_back().map_or(0, char::len_utf8);
        (!before.contains(['/', '=', '@'])).then_some(hit.end() - second - 1)
    })
}

/// Cuts a block into units.
pub(super) fn cut_block(text: &str, block: &Block, marks: &[Mark], habits: Habits) -> Vec<Unit> {
    let (Some(first), Some(last)) = (block.pieces.first(), block.pieces.last()) else { return Vec::new() };
    let whole = Span::new(first.start, last.end);
    let first_mark = marks.partition_point(|mark| mark.span.start < whole.start);
    let mut cuts: Vec<usize> =
        marks[first_mark..].iter().map(|mark| mark.span.start).take_while(|at| whole.holds(*at)).collect();
    cuts.extend(habits.cut(text, block));
    for piece in &block.pieces {
        let words = piece.of(text);
        cuts.extend(QUESTION_ENDS.find_iter(words).map(|hit| piece.start + hit.end()));
        cuts.extend(glued(words).map(|at| piece.start + at));
        cuts.extend(SET_OFF.find_iter(words).filter_map(|hit| {
            let closes = hit.as_str().starts_with("**");
            // "**Question 1a** Has your Trust": the label alone is bold.
            let label = closes && is_all_label(&words[..hit.end()]);
            (!label).then_some(piece.start + if closes { hit.end() } else { hit.start() + 1 })
        }));
        // "9 - 12. Not applicable", "a) i - No, ii - No": the dash of a label sets nothing off.
        let label = own_label(words).map_or(0, |(_, taken)| taken);
        let labels = |at: usize| {
            words[..at].rsplit_once([',', ';', ' ']).is_some_and(|(_, word)| is_numeral(word) || is_part(word))
        };
        let behind = DASH_AFTER.find_iter(words).filter(|hit| hit.start() >= label && !labels(hit.start()));
        cuts.extend(behind.map(|hit| piece.start + hit.start() + 1));
        cuts.extend(BARE_END.find(words).filter(|hit| hit.start() > POINTER).map(|hit| piece.start + hit.start() + 1));
        cuts.extend(inline_labels(text, *piece));
    }
    cuts.push(whole.start);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.push(whole.end);
    let mut units: Vec<Unit> = Vec::new();
    for ends in cuts.windows(2) {
        if let Some(unit) = read_unit(text, block, Span::new(ends[0], ends[1]), marks) {
            units.push(unit);
        }
    }
    if let Some(first) = units.first_mut() {
        (first.gap, first.begins_line) = (block.gap, true);
    }
    units
}

/// Cuts `unit` at offsets of the letter, in order.
pub fn cut_unit(text: &str, unit: &Unit, cuts: &[usize]) -> Vec<Unit> {
    let block = Block::of(unit);
    let ends: Vec<usize> = [unit.whole.start].into_iter().chain(cuts.iter().copied()).chain([unit.whole.end]).collect();
    let parts = ends.windows(2).filter(|ends| ends[0] < ends[1]).filter_map(|ends| {
        if ends[0] == unit.whole.start {
            let mut first = unit.clone();
            first.whole = Span::new(ends[0], ends[1]).trim(text);
            first.pieces = pieces_within(text, &unit.pieces, first.whole);
            return Some(first);
        }
        read_unit(text, &block, Span::new(ends[0], ends[1]), &[])
    });
    parts.collect()
}

/// A dash with its spaces, in bytes.
const DASHED: usize = 5;

/// The unit that stands in `whole` of a block.
fn read_unit(text: &str, block: &Block, whole: Span, marks: &[Mark]) -> Option<Unit> {
    let whole = whole.trim(text);
    if whole.is_empty() {
        return None;
    }
    let near = marks.partition_point(|mark| mark.span.start < whole.start);
    let mark = marks.get(near).filter(|mark| mark.span.start == whole.start);
    let mut start = mark.map_or(whole.start, |mark| mark.span.end.min(whole.end));
    let mut set_off = false;
    let mut label = None;
    loop {
        let rest = Span::new(start, whole.end).of(text);
        let bare = without_bold(text, start, rest);
        // Whoever quotes a list may open the quotation before its first number.
        let quoted = bare.trim_start_matches(['"', '\u{201c}']);
        let opens =
            label.is_none() && quoted.len() < bare.len() && matches!(parse_label(quoted), Some((Label::Number(_), _)));
        let bare = if opens { quoted } else { bare };
        start = whole.end - bare.len();
        let dash = dashes::dash_before(bare).filter(|len| bare[*len..].starts_with([' ', '\t', '*', '-', '\u{2013}']));
        if let Some(len) = dash.filter(|_| mark.is_some() || whole.start > block.pieces[0].start) {
            set_off = true;
            start += len;
            continue;
        }
        // A request that is quoted opens with a mark before its first number.
        let quote = if label.is_none() {
            bare.len() - bare.trim_start_matches(['"', '\u{201c}', '\'', '\u{2018}']).len()
        } else {
            0
        };
        let own = &bare[quote..];
        let ahead = &text[start + quote..text.floor_char_boundary(whole.end + DASHED)];
        // The dash behind a cut may tell a label: "2b description - none".
        let dashed = || parse_label(ahead).filter(|(_, taken)| *taken < own.len() && ahead[own.len()..].contains(" -"));
        let opens_block = || block.counted.clone().filter(|_| block.pieces[0].start == start);
        let parsed = parse_label(own).or_else(dashed).or_else(opens_block);
        match parsed.map(|(found, taken)| (found, taken + quote)) {
            Some((found, taken)) if label.is_none() || label == Some(Label::Bullet) => {
                label = Some(found);
                start += taken;
            }
            // `Q1 a) Yes`: two labels in a row are one number.
            Some((Label::Number(inner), taken)) => match &label {
                Some(Label::Number(outer)) if outer.is_above(&inner.below(outer)) => {
                    label = Some(Label::Number(inner.below(outer)));
                    start += taken;
                }
                _ => break,
            },
            _ => break,
        }
    }
    let lone = || is_lone_label(whole.of(text)) || is_in_series(text, whole);
    if label.is_none() && mark.is_none() && stands_alone(text, whole) && lone() {
        label = Number::parse(whole.of(text)).map(Label::Number);
        start = whole.end;
    }
    let opened = text[whole.start..start].starts_with("**") || text[whole.start..start].trim_end().ends_with("**");
    let bold = opened && Span::new(start, whole.end).of(text).trim_end().ends_with("**");
    let ends_line = ['\n', '\r', '\u{c}'];
    let before =
        text[..whole.start].trim_end_matches(|c: char| c == '>' || c.is_whitespace() && !ends_line.contains(&c));
    let begins_line = before.is_empty() || before.ends_with(ends_line);
    set_off |= !begins_line && text[whole.start..].starts_with("**");
    let pieces = pieces_within(text, &block.pieces, Span::new(start, whole.end));
    Some(Unit {
        pieces,
        whole,
        label,
        side: mark.map(|mark| mark.side),
        mark: mark.map(|mark| mark.span),
        said: mark.map_or(Said::Now, |mark| mark.said),
        gap: false,
        begins_line,
        quoted: block.quoted,
        set_off,
        bold,
    })
}

/// The words, which begin at `at`, without white space and marks of type before them. A star before a space is a bullet where
/// another line near has one: alone it explains a star in a table.
fn without_bold<'t>(text: &'t str, at: usize, words: &'t str) -> &'t str {
    const REACH: usize = 1000;
    let bullet = words.trim_start();
    let starred = |stretch: &str| stretch.lines().any(|line| line.starts_with("* "));
    let before = || &text[text.ceil_char_boundary(at.saturating_sub(REACH))..at];
    let behind = || &text[at..text.floor_char_boundary(at + REACH)];
    if bullet.starts_with("* ") && (starred(before()) || behind().lines().skip(1).any(|line| line.starts_with("* "))) {
        return bullet;
    }
    words.trim_start_matches(|c: char| c.is_whitespace() || "*_|#".contains(c))
}

/// True for a small Roman numeral that is no other letter's name.
fn is_numeral(word: &str) -> bool {
    matches!(Number::parse(word).as_ref().map(|number| &number.0[..]), Some([Step::Roman(_)]))
}

/// True for what an ordinal counts under a number: "second bullet - none".
fn is_part(word: &str) -> bool {
    ["bullet", "limb", "point", "part"].contains(&word)
}

/// True where a label is all that there is.
fn is_all_label(words: &str) -> bool {
    let bare = words.trim_start_matches(['*', '_']);
    parse_label(bare).is_some_and(|(label, taken)| taken == bare.len() && label != Label::Bullet)
}

/// True for what heads a question or an answer on a line of its own without a stop: `A`, `1b`, `3a (i)`.
fn is_lone_label(words: &str) -> bool {
    static LONE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:[A-Z]|[Qq]? ?[0-9]{1,2} ?\(?[a-h]\)?(?: ?\(?[ivx]{1,4}\)?)?)$").expect("a fixed pattern")
    });
    words.len() <= 12 && LONE.is_match(words)
}

/// True for a decimal number that heads a question on a line of its own, as the cells of a table do that lost its lines: the
/// number before or after it stands so, too. One alone may be a figure.
fn is_in_series(text: &str, span: Span) -> bool {
    const REACH: usize = 3000;
    static DECIMAL: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^(?P<whole>[1-9])\.(?P<part>[1-9][0-9]?)$").expect("a fixed pattern"));
    let Some(number) = DECIMAL.captures(span.of(text)) else { return counts_on(text, span) };
    let read = |name: &str| number.name(name).and_then(|part| part.as_str().parse::<u32>().ok()).unwrap_or(0);
    let (whole, part) = (read("whole"), read("part"));
    let start = text.floor_char_boundary(span.start.saturating_sub(REACH));
    let near = &text[start..text.floor_char_boundary(span.end + REACH)];
    let beside = [format!("{whole}.{}", part + 1), format!("{whole}.{}", part.saturating_sub(1))];
    // Where a group has one question, its neighbours are in other groups.
    let groups = [format!("{}.1", whole + 1), format!("{}.1", whole.saturating_sub(1))];
    let stands = |other: &String| near.lines().any(|line| line.trim() == other);
    beside.iter().any(stands) || part == 1 && groups.iter().any(stands)
}

/// True for a whole number above words, where the next or the last number stands so, too: "4", "Does the Trust …?", "Yes", "5", "If yes, …".
fn counts_on(text: &str, span: Span) -> bool {
    const REACH: usize = 2000;
    const WORDS: usize = 4;
    let Ok(number) = span.of(text).parse::<u32>() else { return false };
    let told = |lines: &mut dyn Iterator<Item = &str>| {
        lines
            .map(str::trim)
            .find(|line| !line.is_empty())
            .is_some_and(|line| line.starts_with(char::is_uppercase) && line.split_whitespace().count() >= WORDS)
    };
    let stands = |stretch: &str, wanted: u32| {
        let mut lines = stretch.lines();
        let wanted = wanted.to_string();
        lines.by_ref().any(|line| line.trim() == wanted) && told(&mut lines)
    };
    let before = &text[text.ceil_char_boundary(span.start.saturating_sub(REACH))..span.start];
    let behind = &text[span.end..text.floor_char_boundary(span.end + REACH)];
    (1..100).contains(&number)
        && told(&mut behind.lines().skip(1))
        && (stands(behind, number + 1) || number > 1 && stands(before, number - 1))
}

/// True where nothing else stands on the line, or only what a dash sets off: "2 b - n/a".
fn stands_alone(text: &str, span: Span) -> bool {
    let before = text[..span.start].trim_end_matches([' ', '\t']);
    let after = text[span.end..].trim_start_matches([' ', '\t']);
    (before.is_empty() || before.ends_with(['\n', '\r']))
        && (after.is_empty() || after.starts_with(['\n', '\r', '-', '\u{2013}']))
}

/// The parts of `pieces` that lie inside `span`, without stars, bars and white space at their ends.
fn pieces_within(text: &str, pieces: &[Span], span: Span) -> Vec<Span> {
    let first = pieces.partition_point(|piece| piece.end <= span.start);
    let mut inside: Vec<Span> = pieces[first..]
        .iter()
        .take_while(|piece| piece.start < span.end)
        .filter_map(|piece| {
            let (start, end) = (piece.start.max(span.start), piece.end.min(span.end));
            (start < end).then(|| Span::new(start, end).trim(text)).filter(|piece| !piece.is_empty())
        })
        .collect();
    if let Some(last) = inside.last_mut() {
        last.end = last.start + without_markup(last.of(text)).len();
    }
    inside.retain(|piece| !piece.is_empty());
    inside
}

/// The words without bold marks and bars at their end. A star that stands alone is a suppressed figure and stays.
fn without_markup(words: &str) -> &str {
    let mut kept = words;
    loop {
        let bare = kept.trim_end_matches(|c: char| c.is_whitespace() || c == '|');
        let inner = bare.strip_suffix("**").or_else(|| bare.strip_suffix(['*', '_'])).unwrap_or(bare);
        let alone = inner.len() + 1 == bare.len() && inner.ends_with(|c: char| c.is_whitespace() || c == '|');
        let next = if alone || inner.is_empty() { bare } else { inner };
        if next.len() == kept.len() {
            return kept;
        }
        kept = next;
    }
}
