//! The tables with one row for each part of a letter: answers, exchanges, counts, exemptions, links and so on.

use super::cell::{Cell, Column, columns};
use crate::record::{Certainty, Evidence, Record, Role};

type Part = (&'static str, fn() -> Vec<Column>, fn(&Record) -> Vec<Vec<Cell>>);

/// Name, columns and rows of each.
pub(super) const PARTS: [Part; 7] = [
    (
        "answers",
        || {
            columns(&[
                "file",
                "questionnaire",
                "question",
                "field",
                "kind",
                "code",
                "certainty",
                "basis",
                "rule",
                "words",
                "answer",
                "exemptions",
                "links",
                "attachments",
                "review",
                "#line",
            ])
        },
        answers,
    ),
    (
        "exchanges",
        || columns(&["file", "#position", "number", "question", "answer", "code", "certainty", "rule", "#line"]),
        exchanges,
    ),
    (
        "counts",
        || {
            columns(&[
                "file",
                "measure",
                "period",
                "@start",
                "@end",
                "value",
                "#min",
                "#max",
                "role",
                "certainty",
                "rule",
                "#line",
            ])
        },
        counts,
    ),
    ("exemptions", || columns(&["file", "provision", "field", "certainty", "words", "#line"]), exemptions),
    ("links", || columns(&["file", "url", "field", "#line"]), links),
    ("attachments", || columns(&["file", "words", "field", "#line"]), attachments),
    ("diagnostics", || columns(&["file", "code", "severity", "message", "#line"]), diagnostics),
];

fn certainty(certainty: Certainty) -> Cell {
    Cell::text(match certainty {
        Certainty::Stated => "stated",
        Certainty::Inferred => "inferred",
    })
}

fn line(evidence: &[Evidence]) -> Cell {
    Cell::integer(evidence.first().map(|evidence| evidence.line as u64))
}

/// A value's name as it is written in records.
fn name(value: &impl serde::Serialize) -> Cell {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => Cell::text(name),
        _ => Cell::Empty,
    }
}

fn joined(evidence: &[Evidence]) -> Cell {
    let words: Vec<String> =
        evidence.iter().map(|evidence| evidence.words.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    Cell::text(words.join(" \u{2026} "))
}

fn answers(record: &Record) -> Vec<Vec<Cell>> {
    let row = |answer: &crate::record::Answer| {
        vec![
            Cell::text(&record.file),
            Cell::maybe(record.questionnaire.as_ref()),
            Cell::text(&answer.question),
            Cell::text(&answer.field),
            name(&answer.kind),
            Cell::text(answer.code.name()),
            certainty(answer.certainty),
            answer.basis.as_ref().map_or(Cell::Empty, name),
            Cell::text(&answer.rule),
            Cell::text(&answer.words),
            joined(&answer.answer),
            Cell::text(answer.exemptions.join("; ")),
            Cell::text(answer.links.join(" ")),
            Cell::text(answer.attachments.join("; ")),
            Cell::maybe(answer.review.as_ref()),
            line(if answer.evidence.is_empty() { &answer.answer } else { &answer.evidence }),
        ]
    };
    record.answers.iter().map(row).collect()
}

fn exchanges(record: &Record) -> Vec<Vec<Cell>> {
    let row = |(i, exchange): (usize, &crate::record::Exchange)| {
        vec![
            Cell::text(&record.file),
            Cell::integer(Some(i as u64 + 1)),
            Cell::maybe(exchange.number.as_ref()),
            Cell::text(&exchange.question),
            Cell::text(&exchange.answer),
            Cell::text(exchange.code.name()),
            certainty(exchange.certainty),
            Cell::text(&exchange.rule),
            line(if exchange.question_spans.is_empty() { &exchange.answer_spans } else { &exchange.question_spans }),
        ]
    };
    record.exchanges.iter().enumerate().map(row).collect()
}

fn counts(record: &Record) -> Vec<Vec<Cell>> {
    let row = |count: &crate::record::Count| {
        vec![
            Cell::text(&record.file),
            Cell::text(&count.measure),
            Cell::maybe(count.period.as_ref()),
            Cell::date(count.start.as_ref()),
            Cell::date(count.end.as_ref()),
            Cell::text(&count.value),
            Cell::integer(count.min),
            Cell::integer(count.max),
            Cell::text(if count.role == Role::Total { "total" } else { "value" }),
            certainty(count.certainty),
            Cell::text(&count.rule),
            line(&count.evidence),
        ]
    };
    record.counts.iter().map(row).collect()
}

fn exemptions(record: &Record) -> Vec<Vec<Cell>> {
    let row = |exemption: &crate::record::Exemption| {
        vec![
            Cell::text(&record.file),
            Cell::text(&exemption.provision),
            Cell::maybe(exemption.field.as_ref()),
            certainty(exemption.certainty),
            joined(&exemption.evidence),
            line(&exemption.evidence),
        ]
    };
    record.exemptions.iter().map(row).collect()
}

fn links(record: &Record) -> Vec<Vec<Cell>> {
    let row = |link: &crate::record::Link| {
        vec![Cell::text(&record.file), Cell::text(&link.url), Cell::maybe(link.field.as_ref()), line(&link.evidence)]
    };
    record.links.iter().map(row).collect()
}

fn attachments(record: &Record) -> Vec<Vec<Cell>> {
    let row = |attachment: &crate::record::Attachment| {
        let (words, field) = (Cell::text(&attachment.words), Cell::maybe(attachment.field.as_ref()));
        vec![Cell::text(&record.file), words, field, line(&attachment.evidence)]
    };
    record.attachments.iter().map(row).collect()
}

fn diagnostics(record: &Record) -> Vec<Vec<Cell>> {
    let row = |diagnostic: &crate::diagnostic::Diagnostic| {
        vec![
            Cell::text(&record.file),
            Cell::text(&diagnostic.code),
            name(&diagnostic.severity),
            Cell::text(&diagnostic.message),
            Cell::integer(Some(diagnostic.line as u64)),
        ]
    };
    record.diagnostics.iter().map(row).collect()
}
