//! What the heads of rows and columns say: where one ends and the next begins, which of them sum, which hold no counts.

use std::sync::LazyLock;

use regex::Regex;

use super::Letter;
use crate::text::Span;
use crate::when::find_periods;

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a fixed pattern")
}

/// True for a folded head that says outright that it sums: "Total", "Grand total", "All types".
pub fn is_total(folded: &str) -> bool {
    static TOTAL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            "^(?:(?:grand|overall|sub|year|yearly|annual|combined)[ -]?)?(?:totals?|sum)(?: \\([a-z ]{1,30}\\))?:?$|^all(?: [a-z]+){0,2}$|^overall$|^combined$",
        )
    });
    TOTAL.is_match(folded.trim())
}

/// True for a folded head that only says that numbers stand below: "Total", "Number", "Count".
pub fn is_general(folded: &str) -> bool {
    static GENERAL: LazyLock<Regex> = LazyLock::new(|| {
        pattern("^(?:totals?|overall|numbers?|count|no\\.?|nos\\.?|figures?|quantity|amount|#|headcount)$")
    });
    GENERAL.is_match(folded.trim())
}

/// True for a folded head over something other than counts: shares, money, lengths of time, references.
pub fn is_no_count(folded: &str) -> bool {
    static OTHER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            "%|\u{a3}|per ?cent|(?-u:\\b)(?:rate|rates|ratio|average|mean|median|cost|costs|spend|budget|hours|minutes|days|weeks|fte|wte|ref|reference|date|id|code|page|postcode|telephone|phone|duration|length)(?-u:\\b)",
        )
    });
    OTHER.is_match(folded)
}

/// True for a folded head over shares.
pub fn is_share(folded: &str) -> bool {
    static SHARE: LazyLock<Regex> = LazyLock::new(|| pattern("%|per ?cent|proportion"));
    SHARE.is_match(folded)
}

/// Parts the heads of one line that has only single spaces: the head of the labels, if any, and at least `most` heads of
/// columns. Periods and totals end such a line, or capitals begin each head.
pub fn split(letter: &Letter<'_>, line: Span, most: usize) -> Option<(Option<Span>, Vec<Span>)> {
    if line.len() > 400 {
        return None;
    }
    let (stub, columns) = periods_and_totals(letter, line);
    if !columns.is_empty() && columns.len() >= most {
        return Some((stub, columns));
    }
    if most == 1 {
        return one_column(letter, line);
    }
    let mut columns = by_capitals(letter.text, line);
    let rest = columns.len().checked_sub(most)?;
    let columns = columns.split_off(rest);
    let stub = Span::new(line.start, columns[0].start).trim(letter.text);
    Some(((!stub.is_empty()).then_some(stub), columns))
}

/// The run of periods, with or without a total, that ends the line.
fn periods_and_totals(letter: &Letter<'_>, line: Span) -> (Option<Span>, Vec<Span>) {
    static LAST: LazyLock<Regex> = LazyLock::new(|| pattern("(?:grand |overall )?total$"));
    let view = letter.folded.forth(line);
    let words = view.of(letter.folded.text());
    let mut end = words.trim_end().len();
    let mut columns = Vec::new();
    let periods = find_periods(words);
    if let Some(total) = LAST.find(&words[..end]).filter(|_| periods.len() > 1) {
        columns.push(total.range().into());
        end = words[..total.start()].trim_end().len();
    }
    for period in periods.iter().rev() {
        if period.span.end != end {
            break;
        }
        columns.push(period.span);
        end = words[..period.span.start].trim_end().len();
    }
    columns.reverse();
    let back = |span: Span| letter.folded.back(view.start + span.start, view.start + span.end);
    let stub = (end > 0).then(|| back(Span::new(0, end)));
    (stub, columns.into_iter().map(back).collect())
}

/// "Year FOI requests received", "Outcome Total": what heads the labels, then the one column.
fn one_column(letter: &Letter<'_>, line: Span) -> Option<(Option<Span>, Vec<Span>)> {
    static STUB: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            "^(?:(?:financial|calendar|academic|fiscal) year|year|period|month|quarter|date|type|category|outcome|reason|description)s?(?: |$)",
        )
    });
    static COLUMN: LazyLock<Regex> = LazyLock::new(|| {
        pattern("(?:^| )(?:(?:grand |overall )?total|number|count|no\\.?|headcount)s?(?: of [a-z ]{1,60})?$")
    });
    let view = letter.folded.forth(line);
    let words = view.of(letter.folded.text()).trim_end();
    let cut = match (STUB.find(words), COLUMN.find(words)) {
        (Some(stub), _) => stub.end(),
        (None, Some(column)) => column.start(),
        (None, None) => return None,
    };
    let part = |start: usize, end: usize| {
        (!words[start..end].trim().is_empty())
            .then(|| letter.folded.back(view.start + start, view.start + end).trim(letter.text))
    };
    Some((part(0, cut), vec![part(cut, words.len())?]))
}

/// Heads that each begin with a capital: "Cause 1 Total Police involved".
fn by_capitals(text: &str, line: Span) -> Vec<Span> {
    let mut heads: Vec<Span> = Vec::new();
    let mut at = line.start;
    for word in line.of(text).split_inclusive(' ') {
        let span = Span::new(at, at + word.len()).trim(text);
        at += word.len();
        let capital = word.starts_with(|c: char| c.is_uppercase());
        match heads.last_mut() {
            Some(last) if !capital && !span.is_empty() => last.end = span.end,
            _ if !span.is_empty() => heads.push(span),
            _ => {}
        }
    }
    heads
}
