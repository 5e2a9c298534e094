//! Marks that no list knows: an opening that comes back before every answer ("FOI team:", "[Trust]", "►", "Reply" alone on
//! its line) or before every question ("Query:") is one, whatever its words.

use std::collections::HashMap;

use crate::catalogue::FOUND;
use crate::document::{Label, Mark, Said, Side, find_sentences, parse_label};
use crate::segment::Reading;
use crate::text::{Span, bracketed_openings, find_blank_line, unquote};

/// What comes back as often as this is no accident.
const OFTEN: usize = 3;
/// An opening of words has at most so many of them, and so many bytes.
const WORDS: usize = 4;
const LONGEST: usize = 32;
/// What stands before a mark is looked at as far back as so many lines.
const BACK: usize = 6;
/// And behind it as far as so many characters.
const AHEAD: usize = 240;

/// One line that begins with an opening.
struct Opening {
    line: usize,
    /// The opening, with the white space behind it where more follows on the line.
    span: Span,
}

/// The marks of `reading` that are known by coming back alone, in order of place.
pub(super) fn find_recurring(reading: &Reading<'_>) -> Vec<Mark> {
    let mut groups: HashMap<&str, Vec<Opening>> = HashMap::new();
    for line in 0..reading.lines.spans().len() {
        if let Some((words, span)) = opening(reading, line) {
            groups.entry(words).or_default().push(Opening { line, span });
        }
    }
    let mut marks: Vec<Mark> = Vec::new();
    for (_, group) in groups.into_iter().filter(|(_, group)| group.len() >= OFTEN) {
        if let Some(side) = side(reading, &group) {
            marks.extend(group.iter().map(|opening| Mark { span: opening.span, side, said: Said::Now }));
        }
    }
    let named = bracketed_openings(reading.text).into_iter();
    marks.extend(named.map(|span| Mark { span, side: Side::Answer, said: Said::Now }));
    marks.sort_by_key(|mark| mark.span.start);
    marks.dedup_by_key(|mark| mark.span.start);
    marks
}

/// Which side `group` marks: what follows most of its openings asks, or what stands before them does and nothing behind.
fn side(reading: &Reading<'_>, group: &[Opening]) -> Option<Side> {
    let most =
        |test: &dyn Fn(&Opening) -> bool| 3 * group.iter().filter(|opening| test(opening)).count() >= 2 * group.len();
    let few = |test: &dyn Fn(&Opening) -> bool| 3 * group.iter().filter(|opening| test(opening)).count() <= group.len();
    let behind = |opening: &Opening| asks_behind(reading, opening);
    let worded = group[0].span.of(reading.text).starts_with(char::is_alphabetic);
    if worded && most(&behind) {
        return Some(Side::Question);
    }
    (few(&behind) && most(&|opening| asks_before(reading, opening))).then_some(Side::Answer)
}

/// The opening of a line that could be a mark: a sign, a word or two with a colon or dash, a word in brackets, or the whole line.
fn opening<'t>(reading: &Reading<'t>, line: usize) -> Option<(&'t str, Span)> {
    let whole = reading.lines.spans()[line];
    let printed = whole.of(reading.text);
    let words = printed.trim_start_matches([' ', '\t', '\u{a0}']);
    // "**Trust:** Yes"
    let bold = words.strip_prefix("**").filter(|inner| inner.starts_with(char::is_alphabetic));
    let words = bold.unwrap_or(words).trim_end();
    // What stands below a line quoted as deep goes on quoting.
    let above = line.checked_sub(1).map_or("", |above| reading.lines.spans()[above].of(reading.text));
    let depth = unquote(words).0;
    if depth == 1 || depth > 1 && unquote(above).0 == depth || words.is_empty() {
        return None;
    }
    let heading = || alone(words).filter(|&at| is_heading(reading, &words[..at]));
    let taken =
        sign(words).or_else(|| bracketed(words)).or_else(|| letter(words)).or_else(|| lead(words)).or_else(heading)?;
    let start = whole.start + printed.find(words)?;
    let behind = &words[taken..];
    let space = behind.len() - behind.trim_start_matches([' ', '\t', '*']).len();
    Some((words[..taken].trim_end(), Span::new(start, start + taken + space)))
}

/// "► Yes", "=> Yes", "*** Yes": a sign that is no bullet, quotation or figure.
fn sign(words: &str) -> Option<usize> {
    const LONGEST_SIGN: usize = 3;
    let signs = words.find(|c: char| c.is_alphanumeric() || c.is_whitespace())?;
    let (sign, rest) = words.split_at(signs);
    let apart = rest.starts_with([' ', '\t', '\u{a0}']) && !rest.trim().is_empty();
    let other = sign.contains(|c: char| "\u{2610}\u{2611}\u{2612}\u{2713}\u{2714}\u{2717}\u{2718}\u{25a1}\u{25a0}\"'()[]\u{201c}\u{201d}\u{2018}\u{2019}|#£$<&_.,;?".contains(c));
    let bullet = matches!(parse_label(words), Some((Label::Bullet, _))) || sign == "*" || sign == "\u{2013}";
    (!sign.is_empty() && sign.chars().count() <= LONGEST_SIGN && apart && !other && !bullet).then_some(signs)
}

/// "[Trust] Yes"
fn bracketed(words: &str) -> Option<usize> {
    let closing = match words.chars().next()? {
        '[' => ']',
        '<' => '>',
        _ => return None,
    };
    let end = words.find(closing)? + 1;
    let inner = &words[1..end - 1];
    let named = inner.len() > 1 && inner.chars().all(|c| c.is_alphabetic() || c == ' ');
    (named && end <= LONGEST && words[end..].starts_with(' ')).then_some(end)
}

/// "A Yes": no sentence goes on with a capital behind its article.
fn letter(words: &str) -> Option<usize> {
    let rest = words.strip_prefix("A ")?.trim_start();
    rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()).then_some(1)
}

/// "FOI team: Yes", "Position - yes"
fn lead(words: &str) -> Option<usize> {
    let end = [":", " - ", " \u{2013} "]
        .iter()
        .filter_map(|stop| words.find(stop).map(|at| at + stop.trim_end().len()))
        .min()?;
    let inner = words[..end].trim_end_matches([':', '-', '\u{2013}', ' ']);
    let apart = words[end..].is_empty() || words[end..].starts_with([' ', '\t', '*']);
    (apart && is_name(inner)).then_some(end)
}

/// "Trust response" on a line of its own, or with nothing but the number of a question behind it: "You asked (1.b)", "Reply 2(a)".
fn alone(words: &str) -> Option<usize> {
    let bare = words.strip_suffix("**").unwrap_or(words);
    let numbered = |at: &usize| matches!(parse_label(&bare[*at + 1..]), Some((Label::Number(_), taken)) if taken == bare.len() - at - 1);
    let bare = bare.rfind(' ').filter(numbered).map_or(bare, |at| &bare[..at]);
    (is_name(bare) && !bare.ends_with('.')).then_some(bare.len())
}

/// True for what is known to head an answer, or says who says what, whoever is named before it ("TEWV response"): other lines come
/// back because they are the answer.
fn is_heading(reading: &Reading<'_>, words: &str) -> bool {
    let heads =
        |words: &str| !reading.phrases.find(&words.to_lowercase(), &["answer-heading", "speaker-heading"]).is_empty();
    heads(words) || words.rfind(' ').is_some_and(|at| heads(&words[at + 1..]))
}

/// True for a few words that could name who speaks.
fn is_name(words: &str) -> bool {
    let letters = words.chars().all(|c| c.is_alphabetic() || " &'\u{2019}/-".contains(c));
    letters
        && words.starts_with(char::is_uppercase)
        && words.len() <= LONGEST
        && words.split(' ').count() <= WORDS
        && !words.starts_with("If ")
        && parse_label(words).is_none()
}

/// True where the last sentence above an opening asks.
fn asks_before(reading: &Reading<'_>, opening: &Opening) -> bool {
    let spans = reading.lines.spans();
    let blank = |line: &usize| unquote(spans[*line].of(reading.text)).1.trim().is_empty();
    let Some(last) = (opening.line.saturating_sub(BACK)..opening.line).rev().find(|line| !blank(line)) else {
        return false;
    };
    let first = (last.saturating_sub(BACK)..last).rev().take_while(|line| !blank(line)).last().unwrap_or(last);
    let above = Span::new(spans[first].start, spans[last].end).trim(reading.text);
    let sentence = find_sentences(reading.text, above).last().copied().unwrap_or(above);
    asks(reading, sentence) || asks(reading, spans[last].trim(reading.text))
}

/// True where what follows an opening asks.
fn asks_behind(reading: &Reading<'_>, opening: &Opening) -> bool {
    let rest = &reading.text[opening.span.end..];
    let skipped = rest.len() - rest.trim_start().len();
    let start = opening.span.end + skipped;
    let rest = &rest[skipped..];
    let far = rest.char_indices().filter(|(_, c)| *c != '\r').nth(AHEAD).map_or(rest.len(), |(at, _)| at);
    let end = find_blank_line(&rest[..far], 0).map_or(far, |gap| gap.start);
    let ahead = Span::new(start, start + end).trim(reading.text);
    find_sentences(reading.text, ahead).first().is_some_and(|first| asks(reading, *first))
}

/// True where a sentence asks: by a question mark, a turn of phrase or a known wording.
fn asks(reading: &Reading<'_>, sentence: Span) -> bool {
    let mut words = reading.folded.of(sentence).trim();
    // A label or a bullet stands before it.
    while let Some((_, taken)) = parse_label(words).filter(|(_, taken)| *taken < words.len() && *taken > 0) {
        words = &words[taken..];
    }
    if words.ends_with('?') {
        return true;
    }
    let said = |means: &str| reading.phrases.find(words, &[means]).iter().map(|cue| cue.span.end).max();
    if said("asks").max(said("asks-for")) > said("answers-directly") {
        return true;
    }
    let split = reading.wordings.split(words);
    let whole = |hit: &crate::catalogue::Hit| 5 * hit.words.len() >= 3 * split.len();
    reading.wordings.find(&split, FOUND).first().is_some_and(whole) || reading.wordings.find_short(&split).is_some()
}
