//! Whole letters against their labels, where the shared corpus is at hand: questions and answers are those of the
//! labels, so that only the reading of figures is measured.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::super::find_counts;
use crate::record::Count;
use crate::segment::Pair;
use crate::text::{Folded, Lines, Span};

#[derive(Deserialize)]
struct Label {
    file: String,
    exchanges: Vec<Exchange>,
    counts: Vec<GoldCount>,
    #[serde(default)]
    counts_uncertain: bool,
}

#[derive(Deserialize)]
struct Exchange {
    question_starts: String,
    answer_starts: String,
    answer_ends: String,
}

#[derive(Debug, Deserialize)]
struct GoldCount {
    measure: String,
    period: Option<String>,
    start: Option<String>,
    end: Option<String>,
    value: String,
    min: Option<u64>,
    max: Option<u64>,
}

#[test]
fn letters_agree_with_their_labels() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !shared.is_dir() {
        eprintln!("skipped: no shared corpus at {}", shared.display());
        return;
    }
    let (mut right, mut predicted, mut gold) = (0, 0, 0);
    for folder in ["seeds", "corpus/rj-d", "corpus/rj-e", "corpus/wild"] {
        for label in labels(&shared.join(folder)) {
            let (hits, found) = judge(&shared.join(folder), &label);
            if !label.counts_uncertain {
                right += hits;
                predicted += found;
                gold += label.counts.len();
            }
        }
    }
    let f1 = 2.0 * right as f64 / (predicted + gold) as f64;
    eprintln!("counts: F1 {f1:.3}, {right} right of {predicted} predicted and {gold} gold");
    // Two letters label totals over several years without days, the others with; 0.98 but for these.
    assert!(f1 >= 0.93, "F1 {f1:.3}");
}

fn labels(folder: &Path) -> Vec<Label> {
    let file = fs::read_to_string(folder.join("gold.jsonl")).expect("the corpus has its labels");
    file.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).expect("labels have their keys"))
        .collect()
}

/// Prints what was missed and what was made up; returns how many counts are right and how many were found.
fn judge(folder: &Path, label: &Label) -> (usize, usize) {
    let text = fs::read_to_string(folder.join(&label.file)).expect("letters are UTF-8");
    let text = text.trim_start_matches('\u{feff}');
    let (found, diagnostics) = find_counts(text, &Lines::new(text), &Folded::new(text), &pairs(text, &label.exchanges));
    for evidence in found.iter().flat_map(|count| &count.evidence) {
        assert_eq!(&text[evidence.start..evidence.end], evidence.words, "{}", label.file);
    }
    let mut left: Vec<&Count> = found.iter().collect();
    let mut missed = Vec::new();
    for wanted in &label.counts {
        let close = |count: &&Count| overlap(&wanted.measure, &count.measure);
        let best = (0..left.len())
            .filter(|&at| agrees(wanted, left[at]))
            .max_by(|&a, &b| close(&left[a]).total_cmp(&close(&left[b])).then(b.cmp(&a)))
            .filter(|&at| close(&left[at]) >= 0.34);
        match best {
            Some(at) => drop(left.remove(at)),
            None => missed.push(wanted),
        }
    }
    if !missed.is_empty() || !left.is_empty() || !diagnostics.is_empty() {
        eprintln!("{}{}", label.file, if label.counts_uncertain { " (uncertain)" } else { "" });
        missed.iter().for_each(|count| eprintln!("  missed {count:?}"));
        left.iter().for_each(|c| {
            eprintln!("  extra  {} | {:?} {:?} {:?} | {} {}", c.measure, c.period, c.start, c.end, c.value, c.rule)
        });
        diagnostics.iter().for_each(|d| eprintln!("  {} line {}: {}", d.code, d.line, d.message));
    }
    (label.counts.len() - missed.len(), found.len())
}

fn agrees(gold: &GoldCount, count: &Count) -> bool {
    let flat = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let when = if gold.start.is_some() || gold.end.is_some() || count.start.is_some() || count.end.is_some() {
        (&gold.start, &gold.end) == (&count.start, &count.end)
    } else {
        gold.period.as_deref().map(flat) == count.period.as_deref().map(flat)
    };
    let same = gold.min.is_some() && (gold.min, gold.max) == (count.min, count.max);
    when && (same || flat(&gold.value) == flat(&count.value))
}

fn overlap(one: &str, other: &str) -> f64 {
    let words = |text: &str| -> Vec<String> {
        let text = text.to_lowercase();
        let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '<';
        text.split(|c| !is_word(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (one, mut other) = (words(one), words(other));
    let total = one.len() + other.len();
    let mut common = 0;
    for word in &one {
        if let Some(at) = other.iter().position(|candidate| candidate == word) {
            other.swap_remove(at);
            common += 1;
        }
    }
    if total == 0 { 1.0 } else { 2.0 * common as f64 / total as f64 }
}

/// The pairs of the labels: a question runs from its first words to its answer or to the next question.
fn pairs(text: &str, exchanges: &[Exchange]) -> Vec<Pair> {
    let starts: Vec<Option<Span>> = exchanges.iter().map(|e| find(text, &e.question_starts, 0)).collect();
    let answer = |at: usize| {
        let exchange = &exchanges[at];
        let from = starts[at].map_or(0, |question| question.end);
        let start = find(text, &exchange.answer_starts, from)?;
        Some(Span::new(start.start, find(text, &exchange.answer_ends, start.start)?.end))
    };
    let answers: Vec<Option<Span>> = (0..exchanges.len()).map(answer).collect();
    let pair = |at: usize| {
        let question = starts[at].map(|start| {
            let marks = starts.iter().chain(&answers).flatten().map(|span| span.start);
            let end = marks.filter(|&mark| mark > start.start).min().unwrap_or(text.len());
            let words = &text[start.start..end];
            let end = words.find("\n\n").map_or(end, |blank| start.start + blank.max(start.len()));
            Span::new(start.start, end).trim(text)
        });
        Pair { number: None, question: question.into_iter().collect(), answer: answers[at].into_iter().collect() }
    };
    (0..exchanges.len()).map(pair).collect()
}

/// The first place from `from` on where `words` stand, whatever white space parts them.
fn find(text: &str, words: &str, from: usize) -> Option<Span> {
    let words: Vec<String> = words.split_whitespace().map(regex::escape).collect();
    if words.is_empty() {
        return None;
    }
    let found = crate::text::Regex::new(&words.join("[\\s\u{ad}]+")).ok()?.find_at(text, from)?;
    Some(found.range().into())
}
