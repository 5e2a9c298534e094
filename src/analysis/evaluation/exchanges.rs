//! Questions and answers: an exchange is found where an answer with nearly the same words was read.

use std::collections::BTreeSet;

use crate::analysis::gold::GoldExchange;
use crate::record::{Exchange, Record};

use super::tally::Tally;
use super::verdict::{Item, Verdict};
use super::words::{accepts, overlap, squash, words};

/// Answers that share fewer of their words than this are not the same.
const SAME_ANSWER: f64 = 0.8;
/// The share of the words of a question's beginning that the question read must have to be preferred.
const SAME_QUESTION: f64 = 0.6;
/// How much that counts, beside the share of the answer's words.
const PREFERRED: f64 = 0.5;

/// The verdicts on each exchange of the label, and on finding them all. `text` is the letter's.
pub(super) fn judge(gold: &[GoldExchange], record: Option<&Record>, text: &str) -> Vec<Verdict> {
    let read = record.map_or(&[][..], |record| &record.exchanges);
    let text = squash(text);
    let mut left: Vec<&Exchange> = read.iter().collect();
    let mut verdicts: Vec<Verdict> = Vec::with_capacity(gold.len() + 1);
    for (i, wanted) in gold.iter().enumerate() {
        let found = closest(wanted, &answer(wanted, &text), &left).map(|at| left.remove(at));
        let right = found.is_some_and(|found| accepts(&wanted.code, found.code.name()));
        verdicts.push(Verdict {
            item: Item::Exchange(i + 1),
            tally: Tally::one(right, found.is_some(), true),
            gold: wanted.code.clone(),
            read: found.map_or("not found".to_owned(), |found| found.code.to_string()),
            note: question(wanted),
        });
    }
    let right = read.len() - left.len();
    verdicts.push(Verdict {
        item: Item::Exchanges,
        tally: Tally { right, read: read.len(), due: gold.len() },
        gold: gold.len().to_string(),
        read: format!("{right} found of {}", read.len()),
        note: left
            .iter()
            .map(|besides| format!("not due “{}”", begin(&besides.question)))
            .collect::<Vec<_>>()
            .join("; "),
    });
    verdicts
}

/// The whole answer that the label means, in the letter's `text`.
pub fn answer_words(gold: &GoldExchange, text: &str) -> String {
    answer(gold, &squash(text))
}

/// The whole answer that the label means. It is looked for behind the question, so that a short "Yes" is the right one.
fn answer(gold: &GoldExchange, text: &str) -> String {
    let question = gold.question_starts.as_deref().unwrap_or_default();
    let from = if question.is_empty() { 0 } else { text.find(&squash(question)).unwrap_or(0) };
    let text = text[from..].trim();
    let (starts, ends) = (gold.answer_starts.as_deref().unwrap_or_default(), gold.answer_ends.as_deref());
    if starts.is_empty() {
        return String::new();
    }
    let (starts, ends) = (squash(starts), squash(ends.unwrap_or_default()));
    let whole = text.find(&starts).and_then(|at| {
        let end = at + text[at..].find(&ends)? + ends.len();
        Some(text[at..end].to_owned())
    });
    whole.unwrap_or(starts)
}

/// The place in `left` of the answer closest to `wanted`, the same question preferred; the first of several as close.
fn closest(gold: &GoldExchange, wanted: &str, left: &[&Exchange]) -> Option<usize> {
    let due: BTreeSet<String> = words(gold.question_starts.as_deref().unwrap_or_default()).into_iter().collect();
    let mut best: Option<(usize, f64)> = None;
    for (at, exchange) in left.iter().enumerate() {
        let close = overlap(wanted, &exchange.answer);
        let score = close + if same_question(&due, &exchange.question) { PREFERRED } else { 0.0 };
        if close >= SAME_ANSWER && best.is_none_or(|(_, highest)| score > highest) {
            best = Some((at, score));
        }
    }
    best.map(|(at, _)| at)
}

fn same_question(due: &BTreeSet<String>, question: &str) -> bool {
    let read: BTreeSet<String> = words(question).into_iter().collect();
    due.is_empty() || !read.is_empty() && due.intersection(&read).count() as f64 >= SAME_QUESTION * due.len() as f64
}

fn question(gold: &GoldExchange) -> String {
    let words = squash(gold.question_starts.as_deref().unwrap_or_default());
    match &gold.number {
        Some(number) => format!("{number}: “{words}”"),
        None => format!("“{words}”"),
    }
}

fn begin(question: &str) -> String {
    question.split_whitespace().take(5).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_is_looked_for_behind_its_question() {
        let text = "Do you? Yes, we do. And have you? Yes, once, in March. Thank you.";
        let gold = |starts: &str, ends: &str| GoldExchange {
            question_starts: Some("And  have you?".to_owned()),
            answer_starts: Some(starts.to_owned()),
            answer_ends: Some(ends.to_owned()),
            ..GoldExchange::default()
        };
        assert_eq!(answer(&gold("Yes,", "in\nMarch."), text), "Yes, once, in March.");
        assert_eq!(answer(&gold("Yes, once,", "in April."), text), "Yes, once,");
        assert_eq!(answer(&gold("No", "no"), text), "No");
        assert_eq!(answer(&gold("", ""), text), "");
    }
}
