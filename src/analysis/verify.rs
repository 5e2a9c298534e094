//! A record held against its letter: is the file the one that was read, and does it say what the record quotes?

use crate::record::{Evidence, Record};
use crate::source::Source;
use crate::text::Lines;

/// Everything that a record quotes, and what it is quoted for: `authority`, a field, `exchange 3` …
pub fn quoted(record: &Record) -> Vec<(String, &Evidence)> {
    fn each<'r>(all: &mut Vec<(String, &'r Evidence)>, what: &str, evidence: impl IntoIterator<Item = &'r Evidence>) {
        all.extend(evidence.into_iter().map(|evidence| (what.to_owned(), evidence)));
    }
    let mut all = Vec::new();
    each(&mut all, "authority", record.authority.iter().flat_map(|found| &found.evidence));
    let dates = [("requested_on", &record.requested_on), ("responded_on", &record.responded_on)];
    for (what, found) in [("reference", &record.reference)].into_iter().chain(dates) {
        each(&mut all, what, found.iter().flat_map(|found| &found.evidence));
    }
    for answer in &record.answers {
        each(&mut all, &answer.field, answer.evidence.iter().chain(&answer.answer));
    }
    for (n, exchange) in (1..).zip(&record.exchanges) {
        let spans = exchange.question_spans.iter().chain(&exchange.answer_spans);
        each(&mut all, &format!("exchange {n}"), spans);
    }
    for (n, count) in (1..).zip(&record.counts) {
        each(&mut all, &format!("count {n}"), &count.evidence);
    }
    for exemption in &record.exemptions {
        each(&mut all, &exemption.provision, &exemption.evidence);
    }
    each(&mut all, "link", record.links.iter().flat_map(|link| &link.evidence));
    each(&mut all, "attachment", record.attachments.iter().flat_map(|attachment| &attachment.evidence));
    all
}

/// What in `record` does not agree with its letter, a sentence a fault; empty where everything does.
pub fn find_faults(record: &Record, source: &Source) -> Vec<String> {
    let lines = Lines::new(&source.text);
    let mut faults = Vec::new();
    if record.sha256 != source.sha256 || record.bytes != source.bytes {
        faults.push(format!(
            "the file is not the one that was read: {} bytes, SHA-256 {}; the record says {} bytes, {}",
            source.bytes, source.sha256, record.bytes, record.sha256
        ));
    }
    for (what, evidence) in quoted(record) {
        let there = source.text.get(evidence.start..evidence.end);
        if there != Some(evidence.words.as_str()) {
            let there = there.map_or("no such place".to_owned(), |words| format!("“{}”", start_of(words)));
            let words = start_of(&evidence.words);
            faults.push(format!("{what} quotes “{words}” from line {}; the letter has {there}", evidence.line));
        } else if evidence.line != lines.number_of(evidence.start) {
            let (said, line) = (evidence.line, lines.number_of(evidence.start));
            faults.push(format!("{what} quotes line {said}; the words stand on line {line}"));
        }
    }
    faults.extend(misquoted(record));
    faults
}

/// Words that a record repeats from its own evidence, and repeats wrongly.
fn misquoted(record: &Record) -> Vec<String> {
    let mut faults = Vec::new();
    let mut compare = |what: String, words: &str, evidence: &[Evidence], between: &str| {
        let parts: Vec<String> =
            evidence.iter().map(|part| folded(&part.words)).filter(|part| !part.is_empty()).collect();
        if parts.join(between) != words {
            faults.push(format!("{what} says “{}”, which is not what it quotes", start_of(words)));
        }
    };
    for answer in &record.answers {
        compare(answer.field.clone(), &answer.words, &answer.evidence, " \u{2026} ");
    }
    for (n, exchange) in (1..).zip(&record.exchanges) {
        compare(format!("the question of exchange {n}"), &exchange.question, &exchange.question_spans, " ");
        compare(format!("the answer of exchange {n}"), &exchange.answer, &exchange.answer_spans, " ");
    }
    faults
}

/// `words` with single spaces.
fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// So much of `words` as a message needs.
fn start_of(words: &str) -> String {
    let folded = folded(words);
    match folded.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", folded[..end].trim_end()),
        None => folded,
    }
}
