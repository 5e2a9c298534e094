//! One printed line: what stands on it once quoting and page furniture are set aside.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::Regex;

use super::frame;
use crate::text::{Depths, Lines, Span, answering_depths, unquote};

/// A line without the marks of quoting.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Its words, without indent, quoting and trailing white space.
    pub words: Span,
    /// How far in it begins, in characters; the marks of quoting do not count.
    pub indent: usize,
    /// True behind one or more `>`, where nobody answers there.
    pub quoted: bool,
    /// True for running heads and page numbers.
    pub furniture: bool,
    /// True for a blank line that only spaces the lines out.
    pub spacing: bool,
}

impl Line {
    pub(super) fn is_blank(&self) -> bool {
        self.words.is_empty()
    }
}

static PAGE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:^|[ \t]{3,}|\[| [-\u{2013}] )(?:(?:page |p\. ?)[0-9]{1,3}(?: ?(?:of|/) ?[0-9]{1,3})?|page +page [0-9]{1,3} of numpages [0-9]{1,3}|[0-9]{1,2} of [0-9]{1,2}|[0-9]{1,3} ?\| ?page|- ?[0-9]{1,3} ?-)\]?$|^(?:[0-9a-z/-]{1,20} )?page (?:one|two|three|four|five|six|seven|eight|nine|ten)$|^[^|]{4,60} (?:\u{b7}|\u{2022}|\u{c2}\u{b7}|\|) (?:page )?[0-9]{1,3}(?: of [0-9]{1,3})?$")
        .expect("a fixed pattern")
});

/// What word processors print of a draft's comments and changes, and what web pages ask of their readers.
static BESIDE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:commented \[[a-z]{1,4}[0-9]+(?:r[0-9]+)?\]:|formatted: |deleted: |was this (?:page |information |response )?(?:helpful|useful)\?)")
        .expect("a fixed pattern")
});

static SITE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$").expect("a fixed pattern"));

/// Reads every line of `text`.
pub(super) fn read_lines(text: &str, lines: &Lines) -> Vec<Line> {
    let answering = answering_depths(text, lines, Span::new(0, text.len()));
    let mut read: Vec<Line> = lines.spans().iter().map(|&span| read_line(text, span, answering)).collect();
    frame::take_off(text, &mut read);
    if lines.are_double_spaced(text) {
        skip_spacing(&mut read);
    }
    mark_furniture(text, &mut read);
    read
}

/// Leaves out the blank lines that only space a letter out: of each run of blank lines the first.
fn skip_spacing(lines: &mut [Line]) {
    let mut before = false;
    for line in lines.iter_mut() {
        let blank = line.is_blank();
        line.spacing = blank && !before;
        before = blank;
    }
}

/// `answering` is at which depths somebody answers between other lines.
fn read_line(text: &str, span: Span, answering: Option<Depths>) -> Line {
    let (depth, rest) = unquote(span.of(text));
    let answers = answering.is_some_and(|depths| depths.answered == depth);
    let quoted = depth > 0 && !answers;
    // Before answers alone the arrows are a mark, not a quotation.
    let marked = answers && answering.is_some_and(|depths| depths.asked == 0);
    let rest = if marked { span.of(text) } else { rest };
    let words = rest.trim();
    let start = span.end - rest.len() + (rest.len() - rest.trim_start().len());
    let words = if words.is_empty() { Span::new(span.end, span.end) } else { Span::new(start, start + words.len()) };
    let indent = rest.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 4 } else { 1 }).sum();
    Line { words, indent, quoted, furniture: false, spacing: false }
}

/// Running heads and feet: lines near a page number that come back near another.
fn mark_repeated(text: &str, lines: &mut [Line], filled: &[usize]) {
    /// A running head has at most this many lines.
    const HEAD: usize = 3;
    /// Shorter lines, in bytes, may well be answers: "Not held".
    const SHORTEST_HEAD: usize = 16;
    let mut near: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, &page) in filled.iter().enumerate().filter(|(_, i)| lines[**i].furniture) {
        for &i in &filled[place.saturating_sub(HEAD)..(place + HEAD + 1).min(filled.len())] {
            let words = lines[i].words.of(text);
            if i != page && (words.len() >= SHORTEST_HEAD || is_reference(words)) {
                near.entry(lines[i].words.of(text)).or_default().push(i);
            }
        }
    }
    for places in near
        .into_values()
        .map(|mut places| {
            places.dedup();
            places
        })
        .filter(|places| places.len() > 1)
    {
        places.into_iter().for_each(|i| lines[i].furniture = true);
    }
}

/// The heads of a table, each on a line of its own, that are printed again below a page number: "No.", "Question", "Response".
fn mark_heads(text: &str, lines: &mut [Line], filled: &[usize]) {
    const COLUMNS: std::ops::RangeInclusive<usize> = 2..=4;
    const LONGEST_HEAD: usize = 40;
    const ASKED: [&str; 4] = ["question", "questions", "request", "query"];
    const ANSWERED: [&str; 4] = ["response", "answer", "reply", "responses"];
    let words = |at: usize| {
        // Nothing longer heads a column.
        let words = lines[filled[at]].words.of(text).trim_end_matches(':');
        if words.len() <= LONGEST_HEAD { words.to_lowercase() } else { String::new() }
    };
    let heads = |at: usize, columns: usize| {
        let heads: Vec<String> = (at..(at + columns).min(filled.len())).map(words).collect();
        let named = |names: [&str; 4]| heads.iter().any(|head| names.contains(&head.as_str()));
        (named(ASKED) && named(ANSWERED)).then_some(heads)
    };
    let Some(first) = (0..filled.len()).find(|&at| ASKED.contains(&words(at).as_str())) else { return };
    let pages: Vec<usize> = (first..filled.len()).filter(|&at| lines[filled[at]].furniture).collect();
    let mut again = Vec::new();
    for page in pages {
        // The heads at the top of the page are those around the first question.
        let same = |columns: usize| {
            let below = heads(page + 1, columns)?;
            let starts = first.saturating_sub(columns - 1)..=first;
            starts.into_iter().any(|start| heads(start, columns).as_ref() == Some(&below)).then_some(columns)
        };
        again.extend(COLUMNS.rev().find_map(same).map(|columns| page + 1..page + 1 + columns));
    }
    again.into_iter().flatten().for_each(|at| lines[filled[at]].furniture = true);
}

/// True of letters and digits in one word with a dash or a slash between, as offices number their letters.
fn is_reference(words: &str) -> bool {
    const SHORTEST: usize = 8;
    let has = |of: fn(char) -> bool| words.contains(of);
    words.len() >= SHORTEST
        && !words.contains(' ')
        && words.contains(['-', '/'])
        && has(|c| c.is_ascii_digit())
        && has(|c| c.is_ascii_uppercase())
}

/// Running feet that end in the number of their page, counted from 1: "FOI 25-288          1".
fn mark_counted(text: &str, lines: &mut [Line]) {
    /// Pages are at least so many lines apart: rows of figures count, too.
    const PAGE_APART: usize = 15;
    let mut feet: HashMap<&str, Vec<usize>> = HashMap::new();
    for (i, line) in lines.iter().enumerate() {
        let words = line.words.of(text);
        let foot = words.trim_end_matches(|c: char| c.is_ascii_digit());
        let counts = words[foot.len()..].parse() == Ok(feet.get(foot.trim()).map_or(1, |before| before.len() + 1));
        let apart = feet.get(foot.trim()).and_then(|before| before.last()).is_none_or(|last| last + PAGE_APART <= i);
        if foot.ends_with("     ") && foot.contains(|c: char| c.is_alphabetic()) && counts && apart {
            feet.entry(foot.trim()).or_default().push(i);
        }
    }
    feet.into_values().filter(|places| places.len() > 1).flatten().for_each(|i| lines[i].furniture = true);
}

/// True where a line that touches this one has as many cells between wide gaps: heads and rows come back in each of several
/// tables.
fn stands_in_a_table(text: &str, lines: &[Line], at: usize) -> bool {
    let cells = |line: &Line| line.words.of(text).split("  ").filter(|cell| !cell.trim().is_empty()).count();
    let own = cells(&lines[at]);
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|beside| lines.get(beside));
    own > 2 && beside.into_iter().any(|line| cells(line) == own)
}

/// True for a row of a table, or its head: several columns of figures or of dates.
fn is_row(words: &str) -> bool {
    const COLUMNS: usize = 3;
    const FIGURES: usize = 2;
    let cells =
        || words.split("  ").skip(1).map(str::trim).filter(|cell| cell.bytes().any(|byte| byte.is_ascii_digit()));
    cells().count() >= COLUMNS
        || cells().filter(|cell| cell.starts_with(|c: char| c.is_ascii_digit())).count() >= FIGURES
}

/// Page numbers, and running heads: lines with a wide gap that come back with other digits.
fn mark_furniture(text: &str, lines: &mut [Line]) {
    let mut seen: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, line) in lines.iter_mut().enumerate() {
        let words = line.words.of(text);
        if words.is_empty() || words.len() > 160 {
            continue;
        }
        let bare = words.trim_matches(['*', '_']);
        line.furniture = PAGE.is_match(bare) || BESIDE.is_match(bare);
        // A running head has words; rows of figures come back with other digits, too.
        let lettered: String =
            bare.split_whitespace().filter(|word| word.bytes().any(|b| b.is_ascii_alphabetic())).collect();
        if bare.contains("     ") && lettered.len() > 12 && !bare.contains('|') && !is_row(bare) {
            seen.entry(lettered).or_default().push(i);
        }
    }
    for places in seen.values_mut() {
        places.retain(|&i| !stands_in_a_table(text, lines, i));
    }
    // The site's address beside a page number.
    let filled: Vec<usize> = (0..lines.len()).filter(|&i| !lines[i].is_blank()).collect();
    for pair in filled.windows(2) {
        for (page, beside) in [(pair[0], pair[1]), (pair[1], pair[0])] {
            let words = lines[beside].words.of(text);
            lines[beside].furniture |= lines[page].furniture && SITE.is_match(words);
        }
    }
    mark_counted(text, lines);
    mark_repeated(text, lines, &filled);
    mark_heads(text, lines, &filled);
    for places in seen.into_values().filter(|places| places.len() > 1) {
        for i in places {
            lines[i].furniture = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_heads_come_back_and_so_do_the_heads_of_tables() {
        let furniture = |text: &str| {
            let lines = read_lines(text, &Lines::new(text));
            lines.iter().filter(|line| line.furniture).map(|line| line.words.of(text).to_owned()).collect::<Vec<_>>()
        };
        let head = "Northfield Hospital Trust      12 May 2025";
        assert_eq!(furniture(&format!("{head}\nWords.\n\n{head}\nMore words.")), [head, head]);
        let table = "Specialty       Oct 2025       Nov 2025\nGynaecology     310            288";
        let none: [&str; 0] = [];
        assert_eq!(furniture(&format!("{table}\n\nCancelled:\n\n{table}")), none);
    }
}
