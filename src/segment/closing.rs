//! The last answer ends with its paragraph in a letter whose other answers do: what stands below it closes the letter.

use std::collections::BTreeMap;

use super::Pair;
use crate::document::parse_label;
use crate::text::{Span, find_blank_line};

/// So many other answers show the habit.
const OTHERS: usize = 3;

/// Fewer words are a heading, a signature or a row of a table.
const PROSE: usize = 6;

/// Cuts the last answer where its first paragraph ends, if all others have one.
pub(super) fn cut_last_answer(text: &str, pairs: &mut [Pair]) {
    let start = |pair: &Pair| pair.answer.first().map(|span| span.start);
    // One answer may be that of many questions: it is looked at once.
    let mut answers: BTreeMap<usize, (&[Span], usize)> = BTreeMap::new();
    for pair in pairs.iter().filter(|pair| !pair.answer.is_empty()) {
        answers.entry(pair.answer[0].start).or_insert((&pair.answer, 0)).1 += 1;
    }
    let Some((&last, _)) = answers.last_key_value() else { return };
    let sentence = |said: &str| said.ends_with(['.', '!', '?', ')']);
    let (mut others, mut several) = (0, 0);
    for (answer, questions) in answers.range(..last).map(|(_, answer)| answer) {
        others += questions;
        several += if end_of_paragraph(text, answer, sentence).is_some() { *questions } else { 0 };
    }
    if others < OTHERS || several * 10 > others {
        return;
    }
    for pair in pairs.iter_mut().filter(|pair| start(pair) == Some(last)) {
        // Its stop may be missing.
        if let Some(end) = end_of_paragraph(text, &pair.answer, |said| !said.ends_with([':', ','])) {
            pair.answer.retain(|span| span.start < end);
            pair.answer.iter_mut().for_each(|span| span.end = span.end.min(end));
        }
    }
}

/// Where the first paragraph of an answer that `ends` is over, if another in prose follows.
fn end_of_paragraph(text: &str, answer: &[Span], ends: impl Fn(&str) -> bool) -> Option<usize> {
    let (first, last) = (answer.first()?, answer.last()?);
    let whole = Span::new(first.start, last.end.max(first.end)).of(text);
    let mut at = 0;
    while let Some(gap) = find_blank_line(whole, at) {
        let (said, below) = (&whole[..gap.start], &whole[gap.end..]);
        let paragraph = find_blank_line(below, 0).map_or(below, |gap| &below[..gap.start]).trim();
        let prose = paragraph.split_whitespace().count() >= PROSE
            && paragraph.ends_with(['.', '!', '?'])
            && paragraph.starts_with(char::is_uppercase)
            && parse_label(paragraph).is_none();
        if ends(said) && prose {
            return Some(first.start + said.len());
        }
        at = gap.end;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The last of four answers, of which the third is `third`.
    fn last(third: &str, last: &str) -> String {
        let mut text = String::new();
        let mut pairs = Vec::new();
        for answer in ["Yes.", "Ten wards.", third, last] {
            let start = text.len();
            text.push_str(answer);
            pairs.push(Pair { answer: vec![Span::new(start, text.len())], ..Pair::default() });
            text.push_str("\n\n");
        }
        cut_last_answer(&text, &mut pairs);
        pairs[3].answer[0].of(&text).to_owned()
    }

    #[test]
    fn what_stands_below_the_last_answer_is_none_of_it_where_the_others_are_one_paragraph() {
        let closing = "None is held\n\nEvery authority counts in a way of its own.";
        assert_eq!(last("No.", closing), "None is held");
        assert_eq!(last("No.\n\nThe ward was closed in the spring.", closing), closing);
        let table = "The figures are:\n\n2023  4\n2024  5\n\nTotal  9";
        assert_eq!(last("No.", table), table);
    }
}
