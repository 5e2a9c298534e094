//! One question and one answer at a time.

use super::super::find_counts;
use crate::segment::Pair;
use crate::text::{Folded, Lines, Span};

/// The counts of one question and answer, as `measure | start..end | least-most`, and the codes of the diagnostics.
pub fn read(question: &str, answer: &str) -> (Vec<String>, Vec<String>) {
    let text = format!("{question}\n\n{answer}");
    let pair = Pair {
        number: None,
        question: vec![Span::new(0, question.len())],
        answer: vec![Span::new(question.len() + 2, text.len())],
    };
    let (counts, diagnostics) = find_counts(&text, &Lines::new(&text), &Folded::new(&text), &[pair]);
    for evidence in counts.iter().flat_map(|count| &count.evidence) {
        assert_eq!(&text[evidence.start..evidence.end], evidence.words);
    }
    let number = |number: Option<u64>| number.map_or("?".into(), |number| number.to_string());
    let day = |day: &Option<String>| day.clone().unwrap_or_default();
    let line = |count: &crate::record::Count| {
        let days = format!("{}..{}", day(&count.start), day(&count.end));
        format!("{} | {days} | {}-{}", count.measure, number(count.min), number(count.max))
    };
    (counts.iter().map(line).collect(), diagnostics.into_iter().map(|diagnostic| diagnostic.code).collect())
}
