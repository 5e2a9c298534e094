//! What is said of the places of a letter: every value with its rule, gathered by place.

use std::collections::BTreeMap;

use super::head::certainty;
use super::inside;
use crate::diagnostic::Severity;
use crate::record::{Answer, Certainty, Count, Evidence, Record};
use crate::text::Span;

/// A place and all that is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The place.
    pub span: Span,
    /// What is said, a sentence each.
    pub said: Vec<Said>,
}

/// One thing said of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// `outsourced = yes (leading-yes, stated)`.
    pub words: String,
    /// True where a person should look: the value is inferred, or this is a warning.
    pub doubtful: bool,
}

/// Names that share one thing said, as "tariff_date, increase_date", and that thing.
type Shared = (Vec<String>, Said);

#[derive(Default)]
struct Gathered<'t> {
    text: &'t str,
    places: BTreeMap<(usize, usize), Vec<Shared>>,
}

/// Everything said of the letter, in order of place.
pub fn of_letter(text: &str, record: &Record) -> Vec<Note> {
    let mut gathered = Gathered { text, ..Gathered::default() };
    if let Some(body) = &record.authority {
        let value = body.code.as_deref().unwrap_or(&body.name);
        let rule = format!("{}, {}", body.rule, certainty(body.certainty));
        gathered.add_fact(&body.evidence, "authority", value, &rule, body.certainty == Certainty::Inferred);
    }
    let facts = [
        ("reference", &record.reference),
        ("requested on", &record.requested_on),
        ("responded on", &record.responded_on),
    ];
    for (name, found) in facts {
        if let Some(found) = found {
            gathered.add_fact(&found.evidence, name, &found.value, &found.rule, false);
        }
    }
    record.answers.iter().for_each(|answer| gathered.add_answer(answer));
    if record.answers.is_empty() {
        gathered.add_exchanges(record);
    }
    record.counts.iter().for_each(|count| gathered.add_count(count));
    for used in &record.exemptions {
        gathered.add(&used.evidence, &used.provision, "relied on", used.certainty == Certainty::Inferred);
    }
    gathered.add_warnings(record);
    gathered.notes()
}

/// What is said of one answer alone.
pub fn of_answer(text: &str, answer: &Answer) -> Vec<Note> {
    let mut gathered = Gathered { text, ..Gathered::default() };
    gathered.add_answer(answer);
    gathered.notes()
}

impl Gathered<'_> {
    /// The value is said only where the words do not say it already.
    fn add_fact(&mut self, evidence: &[Evidence], name: &str, value: &str, rule: &str, doubtful: bool) {
        for place in evidence {
            let said = if place.words == value { format!("({rule})") } else { format!("= {value} ({rule})") };
            self.add(std::slice::from_ref(place), name, &said, doubtful);
        }
    }

    fn add_answer(&mut self, answer: &Answer) {
        let said = format!("= {} ({}, {})", answer.code, answer.rule, certainty(answer.certainty));
        self.add(&answer.evidence, &answer.field, &said, answer.certainty == Certainty::Inferred);
    }

    fn add_exchanges(&mut self, record: &Record) {
        for (i, exchange) in record.exchanges.iter().enumerate() {
            let name = exchange.number.clone().unwrap_or_else(|| format!("answer {}", i + 1));
            let said = format!("= {} ({}, {})", exchange.code, exchange.rule, certainty(exchange.certainty));
            self.add(&exchange.answer_spans, &name, &said, exchange.certainty == Certainty::Inferred);
        }
    }

    /// Only the figure is underlined: its labels stand in other cells.
    fn add_count(&mut self, count: &Count) {
        let range = match (count.min, count.max) {
            (Some(min), Some(max)) if min == max => min.to_string(),
            (Some(min), Some(max)) => format!("{min}–{max}"),
            (Some(min), None) => format!("≥{min}"),
            _ => "not told".to_owned(),
        };
        let period = count.period.as_ref().map_or(String::new(), |period| format!(", {period}"));
        let said = format!("= {range} ({}{period})", count.measure);
        let figure = &count.evidence[..count.evidence.len().min(1)];
        self.add(figure, "count", &said, count.certainty == Certainty::Inferred);
    }

    fn add_warnings(&mut self, record: &Record) {
        for found in record.diagnostics.iter().filter(|found| found.severity == Severity::Warning) {
            let said = Said { words: format!("{}: {}", found.code, found.message), doubtful: true };
            self.put(found.start, found.end, String::new(), said);
        }
    }

    fn add(&mut self, evidence: &[Evidence], name: &str, words: &str, doubtful: bool) {
        for place in evidence {
            let said = Said { words: words.to_owned(), doubtful };
            self.put(place.start, place.end, name.to_owned(), said);
        }
    }

    fn put(&mut self, start: usize, end: usize, name: String, said: Said) {
        let Some(span) = inside(self.text, start, end) else { return };
        let here = self.places.entry((span.start, span.end)).or_default();
        match here.iter_mut().find(|(_, known)| *known == said) {
            Some((names, _)) if names.contains(&name) => {}
            Some((names, _)) => names.push(name),
            None => here.push((vec![name], said)),
        }
    }

    fn notes(self) -> Vec<Note> {
        let say = |(names, said): Shared| {
            let words = format!("{} {}", names.join(", "), said.words);
            Said { words: words.trim().to_owned(), doubtful: said.doubtful }
        };
        self.places
            .into_iter()
            .map(|((start, end), said)| Note { span: Span::new(start, end), said: said.into_iter().map(say).collect() })
            .collect()
    }
}
