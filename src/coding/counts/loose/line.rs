//! One line as a label and figures: "Complaints 1", "2014-15 Total 42 12", "• 5 dismissed".

use std::sync::LazyLock;

use crate::text::Regex;

use super::super::Letter;
use super::super::figure::{whole_cell, whole_share};
use super::super::nouns::Nouns;
use super::label::is_label;
use crate::text::Span;
use crate::when::{MONTHS, find_periods_and_times, is_financial_year};

/// A label and the figures that end its line.
#[derive(Clone, Debug)]
pub struct Line {
    /// What stands before the figures.
    pub label: Span,
    /// A period that opens the label.
    pub period: Option<Span>,
    /// The figures, left to right; never empty.
    pub figures: Vec<Span>,
    /// True where a colon, dash or equals sign parts label and figures.
    pub parted: bool,
    /// The line above that heads it and others which are set in: "Sent in error" above "- by post 31 22".
    pub group: Option<Span>,
    /// Nothing but figures: the label is the first of them, or stands on the line above.
    pub bare: bool,
}

/// Reads one line, without white space at its ends, as a label and figures.
pub fn read_line(letter: &Letter<'_>, line: Span, share: bool) -> Option<Line> {
    if line.len() > 200 {
        return None;
    }
    let bullets = ['\u{2022}', '\u{b7}', '-', '\u{2013}', '*', '>', ' ', '\t'];
    let words = line.of(letter.text);
    let start = line.start + (words.len() - words.trim_start_matches(bullets).len());
    let bullet = words.trim_start().len() > words.len() - (start - line.start);
    let line = without_remark(letter.text, without_marker(letter.text, Span::new(start, line.end).trim(letter.text)));
    let tokens = tokens(letter.text, line);
    if bullet && let Some(leading) = leading_figure(letter, &tokens) {
        return Some(leading);
    }
    let spelled = spelled_after_a_sign(letter, &tokens).or_else(|| spelled_after_a_period(letter, line, &tokens));
    if spelled.is_none() && !may_end_in_figures(letter, &tokens) {
        return None;
    }
    let (period, time) = leading_period_and_last_time(letter, before_sums(letter, line, &tokens));
    let (from, figures, mut parted) = match spelled {
        Some(figure) => (tokens.len() - 1, vec![figure], true),
        None => trailing_figures(letter, &tokens, time.end, share)?,
    };
    if from == 0 {
        let bare = figures.len() > 1;
        return bare.then(|| Line { label: figures[0], period: None, figures, parted: false, group: None, bare });
    }
    let label = Span::new(line.start, tokens[..from].last()?.end);
    let kept = label.of(letter.text).trim_end_matches(|c: char| c.is_whitespace() || ":=-\u{2013}\u{2014}".contains(c));
    let kept = kept.strip_suffix("...").map_or(kept, |led| led.trim_end_matches(['.', ' '])); // dots that lead to the figure
    parted |= kept.len() < label.len();
    let label = Span::new(label.start, label.start + kept.len());
    is_label(letter, label, period, figures[0], time, parted).then_some(Line {
        label,
        period,
        figures,
        parted,
        group: None,
        bare: false,
    })
}

/// An item of a list that begins with its figure: "\u{2022} 5 dismissed".
fn leading_figure(letter: &Letter<'_>, tokens: &[Span]) -> Option<Line> {
    let (first, rest) = tokens.split_first()?;
    let label = rest.first()?.join(rest[rest.len() - 1]);
    let words = letter.folded.of(label);
    let says = rest.len() < 9
        && words.starts_with(|c: char| c.is_ascii_alphabetic())
        && !words.contains(|c: char| c.is_ascii_digit());
    let view = letter.folded.forth(first.join(label));
    let figure = is_figure(letter, &tokens[..1], 0, false)
        && !Nouns::shipped().guard(view.of(letter.folded.text()), Span::new(0, letter.folded.of(*first).len()));
    let label = Span::new(label.start, label.start + label.of(letter.text).trim_end_matches([';', ',', '.']).len());
    (says && figure).then(|| Line {
        label,
        period: None,
        figures: vec![*first],
        parted: true,
        group: None,
        bare: false,
    })
}

/// The line without "a)", "(ii)" or "1." before its label.
fn without_marker(text: &str, line: Span) -> Span {
    static MARKER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("^(?:\\(?(?:[a-zA-Z]|[ivx]{1,4}|[0-9]{1,2})\\)|(?:[a-zA-Z]|[0-9]{1,2})\\.)[ \t]+")
            .expect("a fixed pattern")
    });
    let marker = MARKER.find(line.of(text)).map_or(0, |marker| marker.end());
    Span::new(line.start + marker, line.end)
}

/// The line without what it says of its figure in brackets: "Cedar: 11 (of which 3 led to injury)".
fn without_remark(text: &str, line: Span) -> Span {
    const OPEN: [&str; 5] = ["of which ", "of whom ", "of these ", "including ", "includes "];
    let words = line.of(text);
    let remark = words.strip_suffix(')').and_then(|words| words.rfind(" (")).filter(|at| {
        let inside = &words[at + 2..];
        OPEN.iter().any(|open| inside.starts_with(open))
    });
    Span::new(line.start, line.start + remark.unwrap_or(words.len()))
}

/// The words of a line; "Women:15" is two.
fn tokens(text: &str, line: Span) -> Vec<Span> {
    let offset = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let split = |word: &str| {
        let (start, end) = (offset(word), offset(word) + word.len());
        let cut = word.rfind([':', '=']).map(|at| start + at + 1).filter(|&cut| {
            let label = text[start..cut - 1].ends_with(|c: char| c.is_alphabetic() || c == ')');
            label && text[cut..end].starts_with(|c: char| c.is_ascii_digit() || "<>*".contains(c))
        });
        // "2022/2319": a year and the cell that was glued to it.
        let cut = cut.or_else(|| glued_year(word).map(|year| start + year)).unwrap_or(start);
        [Span::new(start, cut), Span::new(cut, end)].into_iter().filter(|token| !token.is_empty())
    };
    line.of(text).split_whitespace().flat_map(split).collect()
}

/// The length of the financial year that a word opens with, where a figure is glued to it.
fn glued_year(word: &str) -> Option<usize> {
    const YEAR: usize = "2022/23".len();
    let rest = word.get(YEAR..)?;
    let figure = rest.strip_prefix('<').unwrap_or(rest);
    let digits = (1..=4).contains(&figure.len()) && figure.bytes().all(|byte| byte.is_ascii_digit());
    (digits && is_financial_year(&word[..YEAR])).then_some(YEAR)
}

/// The last word, where it is a number in words after a sign: "2018: seven".
fn spelled_after_a_sign(letter: &Letter<'_>, tokens: &[Span]) -> Option<Span> {
    let [.., before, last] = tokens else { return None };
    let last = trimmed(letter, *last);
    let parted = letter.folded.of(*before).ends_with([':', '=', '-']);
    let number = letter.folded.of(last).starts_with(|c: char| c.is_ascii_alphabetic());
    (parted && number && whole_cell(letter.folded.of(last)).is_some_and(|figure| !figure.is_hidden())).then_some(last)
}

/// The last word, where it is a number in words and only a period stands before it: "2021-22 five".
fn spelled_after_a_period(letter: &Letter<'_>, line: Span, tokens: &[Span]) -> Option<Span> {
    let [.., before, last] = tokens else { return None };
    let last = trimmed(letter, *last);
    let number = letter.folded.of(last).starts_with(|c: char| c.is_ascii_alphabetic());
    let told = number && whole_cell(letter.folded.of(last)).is_some_and(|figure| !figure.is_hidden());
    let dated = || leading_period_and_last_time(letter, line).0.is_some_and(|period| period.end == before.end);
    (told && dated()).then_some(last)
}

/// True where the last word may be a figure.
fn may_end_in_figures(letter: &Letter<'_>, tokens: &[Span]) -> bool {
    let Some(last) = tokens.last() else { return false };
    let last = letter.folded.of(*last).trim_end_matches(['.', ',', ';']);
    last.ends_with(|c: char| c.is_ascii_digit() || "*)%".contains(c))
        || matches!(
            last,
            "nil" | "none" | "zero" | "n/a" | "held" | "cent" | "five" | "fewer" | "less" | "suppressed" | "withheld"
        )
}

/// The line up to the word that says that sums follow: "Force total 1983 1964" names no years.
fn before_sums(letter: &Letter<'_>, line: Span, tokens: &[Span]) -> Span {
    let named = tokens.iter().rev().find(|token| token.of(letter.text).contains(char::is_alphabetic));
    let sums = named.filter(|token| matches!(letter.folded.of(**token), "total" | "totals"));
    sums.map_or(line, |sums| Span::new(line.start, sums.end))
}

/// The period that opens the line, if one does, and the last period or date of it: what stands before the end of that is
/// no figure.
fn leading_period_and_last_time(letter: &Letter<'_>, line: Span) -> (Option<Span>, Span) {
    let view = letter.folded.forth(line);
    let (periods, times) = find_periods_and_times(view.of(letter.folded.text()));
    let back = |span: &Span| letter.folded.back(view.start + span.start, view.start + span.end);
    let first = periods.first().filter(|period| period.span.start == 0).map(|period| back(&period.span));
    (first, times.last().map_or(Span::new(0, 0), back))
}

/// The figures at the end of a line: the index of the first token that belongs to them, their places, and whether a
/// lone sign parts them from the label.
fn trailing_figures(
    letter: &Letter<'_>,
    tokens: &[Span],
    floor: usize,
    share: bool,
) -> Option<(usize, Vec<Span>, bool)> {
    let mut figures = Vec::new();
    let mut at = tokens.len();
    while let Some(size) = (1..=3.min(at)).rev().find(|size| is_figure(letter, &tokens[at - size..at], floor, share)) {
        figures.push(trimmed(letter, tokens[at - size].join(tokens[at - 1])));
        at -= size;
    }
    let mut parted = false;
    while at > 0 && matches!(letter.folded.of(tokens[at - 1]), "-" | "=" | ":" | "--") {
        at -= 1;
        parted = true;
    }
    figures.reverse();
    (!figures.is_empty()).then_some((at, figures, parted))
}

fn trimmed(letter: &Letter<'_>, figure: Span) -> Span {
    let kept = figure.of(letter.text).trim_end_matches(['.', ',', ';']).trim_start_matches('=');
    let end = figure.start + figure.of(letter.text).trim_end_matches(['.', ',', ';']).len();
    Span::new(end - kept.len(), end)
}

fn is_figure(letter: &Letter<'_>, tokens: &[Span], floor: usize, share: bool) -> bool {
    let span = trimmed(letter, tokens[0].join(tokens[tokens.len() - 1]));
    let words = letter.folded.of(span);
    if share && tokens.len() < 3 && span.start >= floor && whole_share(words).is_some() {
        return true;
    }
    let plain = words.starts_with(|c: char| c.is_ascii_digit() || "<>*\u{2264}\u{2265}".contains(c));
    let named = matches!(words, "nil" | "none" | "zero" | "n/a" | "suppressed" | "withheld");
    let shape = match tokens.len() {
        1 => plain || named,
        2 => words == "not held" || words.starts_with(['<', '>', '\u{2264}', '\u{2265}']),
        _ => !plain || words.contains(" or "),
    };
    span.start >= floor && shape && whole_cell(words).is_some()
}

/// True where the label ends in a month, so that the figure may be a day or a year.
pub fn ends_in_month(letter: &Letter<'_>, line: &Line) -> bool {
    let words = letter.folded.of(line.label);
    let last = words.rsplit(' ').next().unwrap_or("");
    MONTHS.iter().any(|month| last.starts_with(&month[..3])) && !line.parted
}
