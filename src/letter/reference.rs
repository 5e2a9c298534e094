//! The authority's own reference: after a label, in the opening sentences, in a title, or by its shape in the head.

mod codes;
mod shapes;
#[cfg(test)]
mod tests;

use crate::text::Regex;

use super::cells::{cells, neighbours};
use super::dates::{OPENING, in_opening};
use super::labels::labels;
use super::messages::find_messages;
use super::{Letter, Zone};
use crate::record::{Evidence, Found};
use crate::text::Span;
use codes::code_in;
use shapes::{FILLER, GLUED, TITLE, VALUE, is_reference, is_year, is_year_range};

/// The authority's own reference as printed, without its label; `None` where nothing plainly is it.
pub fn find_reference(letter: &Letter) -> Option<Found> {
    let (rule, span) =
        labelled(letter).or_else(|| in_prose(letter)).or_else(|| in_title(letter)).or_else(|| in_head(letter))?;
    let evidence = vec![Evidence::new(letter.text, letter.lines, span)];
    Some(Found { value: span.of(letter.text).to_owned(), rule, evidence })
}

/// True for places where the authority speaks of this letter: its head and signature, or its first lines.
fn speaks_here(letter: &Letter, offset: usize) -> bool {
    match letter.zones.at(offset) {
        Zone::Head | Zone::SignOff => true,
        Zone::Answers | Zone::Request => letter.depth(offset) < OPENING,
        Zone::Review | Zone::Regulator | Zone::Beyond => false,
    }
}

/// The reference beside or below the best label at the start of a line or cell.
fn labelled(letter: &Letter) -> Option<(String, Span)> {
    let mut best: Option<(usize, String, Span)> = None;
    for (index, &line) in letter.lines.spans().iter().enumerate() {
        if !speaks_here(letter, line.start) || line.of(letter.text).starts_with('>') {
            continue;
        }
        let row = cells(letter.text, line);
        for (at, &cell) in row.iter().enumerate() {
            let folded = letter.folded.forth(cell).of(letter.folded.text());
            // "Ein cyf / Our ref": of a label in two languages the second is English.
            let lead =
                folded.find(" / ").filter(|at| !folded[..*at].contains(|c: char| c.is_ascii_digit() || c == ':'));
            let lead = lead.map_or(0, |at| at + 3);
            let Some((rank, rule, end)) = labels("reference-label").find_map(|(rank, label)| {
                Some((rank, &label.id, lead + end_of_label(&label.pattern, &folded[lead..])?))
            }) else {
                continue;
            };
            if best.as_ref().is_some_and(|(other, ..)| *other <= rank) {
                continue;
            }
            let start = letter.folded.forth(cell).start + end;
            let rest = Span::new(letter.folded.back(start, start).start.clamp(cell.start, cell.end), cell.end);
            if let Some(value) = value_beside(letter, rest, &row, at, index) {
                best = Some((rank, rule.clone(), value));
            }
        }
    }
    best.map(|(_, rule, value)| (rule, value))
}

/// Where a label ends: at its group `label` where the pattern looks at the value too.
fn end_of_label(pattern: &Regex, words: &str) -> Option<usize> {
    let found = pattern.captures(words)?;
    found.name("label").or_else(|| found.get(0)).map(|label| label.end())
}

/// The value in the rest of the label's cell, else in the next cell, else in the line below.
fn value_beside(letter: &Letter, rest: Span, row: &[Span], at: usize, index: usize) -> Option<Span> {
    if rest.of(letter.text).contains(|c: char| c.is_alphanumeric()) {
        return value_at(letter, rest);
    }
    match row.get(at + 1) {
        Some(&next) if next.of(letter.text).contains(|c: char| c.is_ascii_digit()) => value_at(letter, next),
        _ => neighbours(letter, index, 1).get(at).and_then(|&below| value_at(letter, below)),
    }
}

/// The reference at the start of `span`: at least three digits, and no date.
fn value_at(letter: &Letter, span: Span) -> Option<Span> {
    let words = span.of(letter.text);
    let filler = FILLER.find(words).map_or(0, |filler| filler.end());
    let value = VALUE.find(&words[filler..])?;
    // "FOI 25/1044Date:": the next label may be glued to it.
    let end = GLUED.find(value.as_str()).map_or(value.end(), |glued| glued.start() + 1);
    let span = Span::new(span.start + filler, span.start + filler + end);
    is_reference(span.of(letter.text)).then_some(span)
}

/// The reference after words such as "it has been given the number", in the opening of the letter.
fn in_prose(letter: &Letter) -> Option<(String, Span)> {
    let folded = letter.folded.text();
    labels("reference-prose").find_map(|(_, label)| {
        let mut hits = label.pattern.find_iter(folded);
        hits.find_map(|hit| {
            let place = letter.folded.back(hit.start(), hit.end());
            let line_end = letter.lines.spans()[letter.lines.index_of(place.end)].end;
            let asked = letter.zones.at(place.start) == Zone::Request && !in_opening(letter, place.start);
            let here = speaks_here(letter, place.start) && !asked;
            let value = here.then(|| value_at(letter, Span::new(place.end, line_end.max(place.end))))?;
            // "Our case 2024" tells of a year.
            value.filter(|value| !is_year(value.of(letter.text)))
        })
        .map(|value| (label.id.clone(), value))
    })
}

/// Titles stand in so many lines of a head.
const LETTERHEAD: usize = 12;

/// The code in a subject line, or in one of the first lines of the head.
fn in_title(letter: &Letter) -> Option<(String, Span)> {
    let subjects: Vec<Span> = find_messages(letter).iter().filter_map(|message| message.subject).collect();
    let mut titles = subjects
        .into_iter()
        .map(|subject| ("subject-line", subject))
        .chain(head(letter).into_iter().map(|line| ("title", line)));
    titles.find_map(|(rule, title)| {
        let groups = TITLE.captures(title.of(letter.text))?;
        let code = groups.iter().skip(1).flatten().next()?;
        let span = Span::new(title.start + code.start(), title.start + code.end());
        let told = is_reference(code.as_str()) && !is_year_range(code.as_str()) && !is_year(code.as_str());
        told.then(|| (rule.to_owned(), span))
    })
}

/// The code in one of the first lines of the head whose shape and place tell that it is a reference.
fn in_head(letter: &Letter) -> Option<(String, Span)> {
    head(letter).into_iter().find_map(|line| code_in(letter, line)).map(|span| ("code-in-head".to_owned(), span))
}

/// The first lines of the head, and of the heads of a thread's messages, without the marks around them.
fn head(letter: &Letter) -> Vec<Span> {
    let bare = |line: &Span| {
        let words = line.of(letter.text);
        let inner = words.trim_matches(|c: char| c.is_whitespace() || "*#_".contains(c));
        let start = line.start + words.find(inner).unwrap_or(0);
        Span::new(start, start + inner.len())
    };
    let lines = letter.lines.spans().iter().map(bare).filter(|line| !line.is_empty()).enumerate();
    // Each message of a thread has a head of its own.
    let in_head = |line: &Span| letter.zones.at(line.start) == Zone::Head;
    lines
        .filter(|(at, line)| in_head(line) || *at < LETTERHEAD && in_opening(letter, line.start))
        .map(|(_, line)| line)
        .take(2 * LETTERHEAD)
        .collect()
}
