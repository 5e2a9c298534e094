//! What stands around a date: its label in the line, beside or above it; the sentence before it; whether it stands alone.

use super::super::Letter;
use super::super::cells::{cells, neighbours};
use crate::letter::labels::label_of;
use crate::text::Span;
use crate::when::{MONTHS, find_dates};

/// How far to the left of a date the sentence that introduces it is read, in bytes.
const SENTENCE: usize = 200;

/// The folded words that label a date: before it in its cell, else the cell to its left, else the cell above.
pub(super) fn label_before(letter: &Letter, line: Span, span: Span, before: usize) -> String {
    if let Some(head) = head_above(letter, line, span) {
        return head;
    }
    let row = cells(letter.text, line);
    let Some(at) = row.iter().position(|cell| cell.holds(span.start)) else { return String::new() };
    let from = row[at].start.max(before.min(span.start));
    let words = folded_words(letter, Span::new(from, span.start));
    if !words.is_empty() {
        // "Our ref: 25/0338 Date: 8 July 2025": what stands before a value labels that value.
        let own = words.split(' ').rev().take_while(|word| !word.bytes().any(|b| b.is_ascii_digit())).count();
        let mut own: Vec<&str> = words.rsplitn(own + 1, ' ').take(own).collect();
        own.reverse();
        return own.join(" ").trim_start_matches('(').to_owned();
    }
    // A value to the left is a cell of the same row under other labels.
    let names = |cell: Span| cell.of(letter.text).bytes().any(|byte| byte.is_ascii_alphabetic());
    if at > 0 && before <= row[at - 1].start && names(row[at - 1]) {
        return folded_words(letter, row[at - 1]);
    }
    if let Some(label) = label_in_column(letter, letter.lines.index_of(span.start)) {
        return label;
    }
    let above = neighbours(letter, letter.lines.index_of(span.start), -1);
    let same_shape = above.len() == row.len() && !letter.text[row[at].start..].starts_with('(');
    if same_shape { folded_words(letter, above[at]) } else { String::new() }
}

/// The head over a date where a row lost its columns: "Case number Received Response sent" over "0931-25 11/06/2025
/// 08/07/2025", as many heads of dates as there are dates, with nothing else in the row but codes.
fn head_above(letter: &Letter, line: Span, span: Span) -> Option<String> {
    const LONGEST: usize = 4;
    let index = letter.lines.index_of(span.start);
    let above = letter.lines.spans()[..index].iter().rev().find(|line| !line.of(letter.text).trim().is_empty())?;
    let row = letter.folded.forth(line);
    let row = row.of(letter.folded.text());
    let dates: Vec<Span> = find_dates(row).into_iter().map(|dated| dated.span).collect();
    let at = letter.folded.forth(span).start - letter.folded.forth(line).start;
    let own = dates.iter().position(|date| date.holds(at)).filter(|_| dates.len() > 1)?;
    let coded = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    let heads: Vec<&str> = letter.folded.of(*above).split_whitespace().collect();
    let spoken =
        row.split_whitespace().any(|word| !coded(word)) && dates.iter().all(|date| !date.of(row).contains(' '));
    if spoken || heads.iter().any(|word| coded(word)) {
        return None;
    }
    let names =
        |words: &str| ["requested-label", "responded-label"].iter().any(|means| label_of(means, words).is_some());
    let (mut found, mut from) = (Vec::new(), 0);
    while from < heads.len() {
        let ends = (from + 1..=heads.len().min(from + LONGEST)).rev();
        let head = ends.map(|to| (to, heads[from..to].join(" "))).find(|(_, words)| names(words));
        from = head.as_ref().map_or(from + 1, |(to, _)| *to);
        found.extend(head.map(|(_, words)| words));
    }
    // A sentence may hold words that are labels elsewhere.
    let labels: usize = found.iter().map(|head| head.split(' ').count()).sum();
    (found.len() == dates.len() && 2 * labels >= heads.len()).then(|| found.swap_remove(own))
}

/// The label of a value where a form was read column by column: so many labels, then as many values.
fn label_in_column(letter: &Letter, index: usize) -> Option<String> {
    const LONGEST: usize = 40;
    let lines = letter.lines.spans();
    let filled = |range: &mut dyn Iterator<Item = usize>| -> Vec<usize> {
        range.filter(|&i| !lines[i].of(letter.text).trim().is_empty()).take(12).collect()
    };
    let above = filled(&mut (0..index).rev().take(40));
    let value = |i: &usize| {
        let words = letter.folded.of(lines[*i]);
        let plain = |word: &str| word.len() < 4 || word.bytes().any(|b| b.is_ascii_digit()) || is_month(word);
        words.bytes().any(|b| b.is_ascii_digit()) && words.split(' ').all(plain)
    };
    let short = |i: &usize| lines[*i].of(letter.text).trim().len() <= LONGEST;
    let before = above.iter().take_while(|i| value(i) && short(i)).count();
    let after = filled(&mut (index + 1..lines.len()).take(20)).iter().take_while(|i| value(i) && short(i)).count();
    let labels: Vec<&usize> = above.iter().skip(before).take_while(|i| !value(i) && short(i)).collect();
    let values = before + 1 + after;
    // The last label belongs to the last value.
    let label = labels
        .get(values - 1 - before)
        .filter(|_| values > 1 && labels.len() >= values && labels.len() <= values + 4)?;
    Some(folded_words(letter, lines[**label]))
}

fn is_month(word: &str) -> bool {
    MONTHS.contains(&word.trim_end_matches(','))
}

/// The folded words of `span` without the marks at their ends; a colon after them stays.
fn folded_words(letter: &Letter, span: Span) -> String {
    let words = letter.folded.forth(span).of(letter.folded.text());
    let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    words.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ':').to_owned()
}

/// A line at least so long, in bytes, is wrapped where no mark ends it.
const WRAPPED: usize = 40;

/// The folded sentence up to `end`, at most [`SENTENCE`] bytes, without the space before the date; wrapped lines are joined.
pub(super) fn sentence_before(folded: &str, end: usize) -> String {
    let from = (end.saturating_sub(SENTENCE)..=end).find(|&i| folded.is_char_boundary(i)).unwrap_or(end);
    let mut lines = folded[from..end].rsplit('\n');
    let mut sentence = lines.next().unwrap_or_default().trim_end().to_owned();
    let wrapped = |line: &&str| line.len() >= WRAPPED && line.ends_with(|c: char| c.is_alphanumeric() || c == ',');
    for line in lines.take_while(wrapped) {
        sentence = format!("{line} {sentence}");
    }
    sentence
}

/// True where the date is all that its cell holds; "September 14\nOctober 2024" is no date but figures of months.
pub(super) fn stands_alone(letter: &Letter, line: Span, span: Span) -> bool {
    let cell = cells(letter.text, line).into_iter().find(|cell| cell.holds(span.start));
    let cell = cell.filter(|_| !span.of(letter.text).trim_end().contains('\n'));
    cell.is_some_and(|cell| {
        let words = cell.of(letter.text);
        let bare = words.trim_start_matches(['*', '_']);
        let opens = cell.start + words.len() - bare.len() == span.start;
        opens && bare.trim_end_matches(['.', ',', '*', '_']).len() <= span.len()
    })
}

/// True where the line is a word or two and the date, and no other line begins with these words.
pub(super) fn heads_once(letter: &Letter, line: Span, span: Span) -> bool {
    let lead = letter.folded.of(Span::new(line.start, span.start)).trim();
    let alone = letter.text[span.end.min(line.end)..line.end].trim().is_empty() && !lead.is_empty();
    let begins = |line: &&Span| letter.folded.of(**line).trim_start().starts_with(lead);
    alone && letter.lines.spans().iter().filter(begins).take(2).count() == 1
}

/// True for "18 May 2018 | Estates", the date and topic of a page in a log.
pub(super) fn is_topped(letter: &Letter, line: Span, span: Span) -> bool {
    let words = line.of(letter.text).trim();
    let beside = letter.text[span.end.min(line.end)..line.end].trim_start();
    !words.starts_with('|') && beside.starts_with('|') && !beside.bytes().any(|byte| byte.is_ascii_digit())
}

/// True where one word stands between the date before, which ends at `before`, and this one: "Received: 1 May\nResponse: 2 June".
pub(super) fn follows_date(letter: &Letter, before: usize, span: Span) -> bool {
    const WORD: usize = 24;
    let between = letter.text.get(before..span.start).filter(|words| before > 0 && words.len() <= WORD);
    between.is_some_and(|words| words.trim().trim_end_matches(':').bytes().all(|byte| byte.is_ascii_alphabetic()))
}

/// True where only a labelled value stands before the date in its line: "Our Reference: FOI 95682 30 January 2015".
pub(super) fn follows_value(letter: &Letter, line: Span, span: Span) -> bool {
    let before = letter.text[line.start..span.start].trim_end();
    let value = before.rsplit(' ').next().unwrap_or("");
    // A date that is wrapped ends on the next line.
    let ends = letter.text.get(span.end..line.end).is_none_or(|after| after.trim().is_empty());
    ends && before.contains(':') && value.bytes().any(|b| b.is_ascii_digit())
}
