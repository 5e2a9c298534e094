//! What figures take from questions beside their own.

use super::super::find_counts;
use crate::record::Certainty;
use crate::segment::Pair;
use crate::text::{Folded, Lines, Span};

/// The counts of a letter whose exchanges are given as number, question and answer, each a stretch of it.
pub fn read(text: &str, exchanges: &[(&str, &str, &str)]) -> Vec<String> {
    let mut from = 0;
    let mut find = |words: &str| {
        let start = from + text[from..].find(words).unwrap_or_else(|| panic!("{words} stands in the letter"));
        from = start + words.len();
        Span::new(start, from)
    };
    let mut pair = |(number, question, answer): &(&str, &str, &str)| Pair {
        number: Some((*number).to_owned()),
        question: vec![find(question)],
        answer: if answer.is_empty() { Vec::new() } else { vec![find(answer)] },
    };
    let pairs: Vec<Pair> = exchanges.iter().map(&mut pair).collect();
    let (counts, _) = find_counts(text, &Lines::new(text), &Folded::new(text), &pairs);
    let day = |day: &Option<String>| day.as_deref().unwrap_or("").chars().take(7).collect::<String>();
    counts
        .iter()
        .map(|count| format!("{} {}..{} {}", count.measure, day(&count.start), day(&count.end), count.value))
        .collect()
}

#[test]
fn a_stem_asks_for_each_of_its_parts() {
    let text = "2. How many goats were there during:\n\na) 2014/15 - 36\n\nb) 2015/16 - 56";
    let found = read(text, &[("2a", "2014/15", "36"), ("2b", "2015/16", "56")]);
    assert_eq!(found, ["goats 2014-04..2015-03 36", "goats 2015-04..2016-03 56"]);
    let found = read(text, &[("2a", "2014/15", "36\n\nb) 2015/16 - 56")]);
    assert_eq!(found, ["goats 2014-04..2015-03 36", "goats 2015-04..2016-03 56"]);

    let text = "1. How many goats were:\na) shorn in 2023?\nNine\nb) sold in 2023?\nNone\n2. Who shears them?\nTwo men";
    let parts =
        [("1a", "shorn in 2023?", "Nine"), ("1b", "sold in 2023?", "None"), ("2", "Who shears them?", "Two men")];
    assert_eq!(read(text, &parts), ["goats / shorn 2023-01..2023-12 Nine", "goats / sold 2023-01..2023-12 None"]);
    assert_eq!(read(text, &[("", "shorn in 2023?", "Nine")]), [] as [&str; 0], "without a number it is no part");
}

#[test]
fn of_these_means_what_was_counted_before() {
    for asked in [
        "How many of these were found?",
        "Of these, how many were found?",
        "Of those, how many were found?",
        "How many of them were found?",
        "how many of those were found",
        "Of these how many were found?",
    ] {
        let text = format!("1) How many goats were shorn in 2023?\n31.\n2) {asked}\n30.");
        let found = read(&text, &[("1", "How many goats were shorn in 2023?", "31"), ("2", asked, "30")]);
        assert_eq!(found, ["goats shorn 2023-01..2023-12 31", "goats found 2023-01..2023-12 30"], "{asked}");
    }
}

#[test]
fn a_period_announced_before_the_questions_holds_for_them() {
    let exchanges = [("1", "How many goats?", "31"), ("2", "How many sheep?", "Nine")];
    for (lead, days) in [
        ("For the financial year 2024/25, please state:", "2024-04..2025-03"),
        ("Between 1 April 2022 and 31 March 2025, please tell me:", "2022-04..2025-03"),
        ("All figures are for 2023.", "2023-01..2023-12"),
        ("Thank you for your letter of May 2025.", ".."),
        ("You wrote on 4 May 2024 under the Freedom of Information Act 2000:", ".."),
        ("In 2019 the farm moved.", ".."),
    ] {
        let text = format!("{lead}\n\n1. How many goats?\n31\n\n2. How many sheep?\nNine");
        assert_eq!(read(&text, &exchanges), [format!("goats {days} 31"), format!("sheep {days} Nine")], "{lead}");
    }
}

#[test]
fn what_nobody_told_apart_is_read_in_order() {
    let text = "1. How many goats in 2023?\n\nThere were 31.\n\n2. Who shears them?\nTwo men";
    let found = read(text, &[("1", "How many goats in 2023?", ""), ("2", "Who shears them?", "Two men")]);
    assert_eq!(found, ["goats 2023-01..2023-12 31"], "below a question without an answer");

    let text = "Number of goats by year\nREPLY 2022: 30, 2023: 31\n\n2. Who shears them?\nTwo men";
    let found = read(text, &[("2", "Who shears them?", "Two men")]);
    assert_eq!(found, ["goats 2022-01..2022-12 30", "goats 2023-01..2023-12 31"], "outside of questions and answers");

    let text = "1. How many goats in 2023?\n2. Copies of rule 12\n\n3. Who shears them?\nTwo men";
    assert_eq!(read(text, &[("3", "Who shears them?", "Two men")]), [] as [&str; 0], "a list of questions");
}

#[test]
fn a_period_of_the_question_before_is_never_stated() {
    let (first, next) = ("How many goats were shorn in 2023?", "How many sheep were shorn?");
    let text = format!("1) {first}\n31.\n2) {next}\n30.");
    let spans = |words: &str| text.find(words).map(|start| Span::new(start, start + words.len())).into_iter().collect();
    let pair = |number: &str, question, answer| Pair {
        number: Some(number.to_owned()),
        question: spans(question),
        answer: spans(answer),
    };
    let pairs = [pair("1", first, "31."), pair("2", next, "30.")];
    let (counts, _) = find_counts(&text, &Lines::new(&text), &Folded::new(&text), &pairs);
    let told: Vec<_> = counts.iter().map(|count| (count.start.as_deref(), count.certainty)).collect();
    assert_eq!(told, [(Some("2023-01-01"), Certainty::Stated), (Some("2023-01-01"), Certainty::Inferred)]);
}
