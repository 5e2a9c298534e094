//! The heads above a table: parted from one line, or one part to a line.

use std::sync::LazyLock;

use crate::text::Regex;

use super::super::Letter;
use super::super::grid::is_period;
use super::super::loose::Heads;
use super::{is_total, pattern};
use crate::text::Span;
use crate::when::find_periods;

/// A longer line is no part of a head.
const FRAGMENT: usize = 40;
/// As many lines are looked at for heads.
const MOST_LINES: usize = 12;

/// The heads among the lines above a table with `most` columns: parted from the last line, or one part to a line ("Gender",
/// "Num", "Patients", "Num", "Visits"). Gives them and how many lines they take. Where every row `needs` them, only heads
/// that name periods or that have a line each will do.
pub fn above(letter: &Letter<'_>, lines: &[Span], most: usize, needs: bool) -> Option<(Heads, usize)> {
    let last = *lines.last()?;
    if most == 0 {
        return None;
    }
    let first_word = |line: Span| letter.folded.of(line).split(' ').next().unwrap_or("");
    let one_each = lines.len() > 1 && most > 1 && first_word(lines[lines.len() - 2]) == first_word(last);
    if !needs
        && !one_each
        && let Some(heads) = split(letter, last, most)
    {
        return Some((heads, 1));
    }
    if needs {
        let (stub, columns) = periods_and_totals(letter, last);
        if columns.len() == most {
            return Some(((stub, columns), 1));
        }
    }
    let fragment = |line: &&Span| {
        let words = letter.folded.of(**line);
        line.len() <= FRAGMENT && words.split(' ').count() < 5 && !words.ends_with(['.', ':', '?', ';', ','])
    };
    let from = lines.len().saturating_sub(MOST_LINES);
    let count = lines[from..].iter().rev().take_while(fragment).count();
    if most < 2 {
        return None;
    }
    in_fragments(letter, &lines[lines.len() - count..], most).map(|heads| (heads, count))
}

/// One head a line, or as many lines to each head, which then begin or end alike.
fn in_fragments(letter: &Letter<'_>, lines: &[Span], most: usize) -> Option<Heads> {
    let alike = |groups: &[&[Span]]| {
        let first = |group: &[Span]| letter.folded.of(group[0]);
        let last = |group: &[Span]| letter.folded.of(group[group.len() - 1]);
        groups.iter().all(|group| first(group) == first(groups[0]))
            || groups.iter().all(|group| last(group) == last(groups[0]))
    };
    for stub in [lines.len() % most, 0] {
        let (stub, rest) = lines.split_at(stub);
        if stub.len() > 1 || rest.is_empty() || rest.len() % most != 0 {
            continue;
        }
        let groups: Vec<&[Span]> = rest.chunks(rest.len() / most).collect();
        if groups[0].len() == 1 || (groups[0].len() < 4 && alike(&groups)) {
            let columns = groups.iter().map(|group| group[0].join(group[group.len() - 1])).collect();
            return Some((stub.first().copied(), columns));
        }
    }
    None
}

/// Parts the heads of one line that has only single spaces: the head of the labels, if any, and at least `most` heads of
/// columns. Periods and totals end such a line, or capitals begin each head.
pub fn split(letter: &Letter<'_>, line: Span, most: usize) -> Option<Heads> {
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

/// "Unit / 2023 / 2024": heads that signs part, all but the first of them periods or totals.
fn parted(letter: &Letter<'_>, line: Span) -> Option<Heads> {
    let mark = [" / ", " ; ", ", "].into_iter().find(|mark| line.of(letter.text).matches(mark).count() > 1)?;
    let place = |cell: &str| {
        let start = cell.as_ptr() as usize - letter.text.as_ptr() as usize;
        Span::new(start, start + cell.len()).trim(letter.text)
    };
    let mut cells = line.of(letter.text).split(mark).map(place);
    let stub = cells.next()?;
    let columns: Vec<Span> = cells.collect();
    let head = |cell: &Span| is_period(letter, *cell) || is_total(letter.folded.of(*cell));
    (!is_period(letter, stub) && columns.iter().all(head)).then_some((Some(stub), columns))
}

/// The run of periods, with or without a total, that ends the line.
fn periods_and_totals(letter: &Letter<'_>, line: Span) -> (Option<Span>, Vec<Span>) {
    if let Some(heads) = parted(letter, line) {
        return heads;
    }
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
        end = words[..period.span.start].trim_end_matches([' ', '/', ';', ',', '|']).len();
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
