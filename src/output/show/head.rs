//! What is known of the whole letter: kind, authority, reference, dates, each with its rule and line.

use crate::output::screen::{DIM, HEADING, WIDTH, fit_end, left, paint, wrap};
use crate::record::{Certainty, Evidence, Found, Record};

const NAMES: usize = 15;

pub fn lines(record: &Record) -> Vec<String> {
    let mut lines = vec![paint(HEADING, &fit_end(&record.file, WIDTH))];
    lines.extend(fact("kind", record.kind.name(), ""));
    match &record.authority {
        Some(body) => {
            let code = body.code.as_ref().map_or(String::new(), |code| format!(" ({code})"));
            let why = format!("{}, {}{}", body.rule, certainty(body.certainty), place(&body.evidence));
            lines.extend(fact("authority", &format!("{}{code}", body.name), &why));
        }
        None => lines.extend(fact("authority", "not told", "")),
    }
    lines.extend(found("reference", record.reference.as_ref()));
    lines.extend(found("requested on", record.requested_on.as_ref()));
    lines.extend(found("responded on", record.responded_on.as_ref()));
    lines.extend(fact("questionnaire", record.questionnaire.as_deref().unwrap_or("none"), ""));
    lines
}

/// "stated" or "inferred".
pub fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => "stated",
        Certainty::Inferred => "inferred",
    }
}

fn found(name: &str, value: Option<&Found>) -> Vec<String> {
    match value {
        Some(found) => fact(name, &found.value, &format!("{}{}", found.rule, place(&found.evidence))),
        None => fact(name, "not told", ""),
    }
}

fn place(evidence: &[Evidence]) -> String {
    evidence.first().map_or(String::new(), |first| format!(", line {}", first.line))
}

/// The value, wrapped, and why, dim, on its last line where there is room.
fn fact(name: &str, value: &str, why: &str) -> Vec<String> {
    let room = WIDTH - 2 - NAMES;
    let mut shown = wrap(value, room);
    let last = shown.last().map_or(0, |line| crate::output::screen::width(line));
    let fits = last + 2 + crate::output::screen::width(why) <= room;
    let whys: Vec<String> = wrap(why, room).iter().map(|line| paint(DIM, line)).collect();
    if why.is_empty() {
    } else if fits {
        let line = shown.pop().unwrap_or_default();
        shown.push(format!("{line}  {}", whys.join(" ")));
    } else {
        shown.extend(whys);
    }
    let names = std::iter::once(name).chain(std::iter::repeat(""));
    names.zip(shown).map(|(name, line)| format!("  {}{line}", paint(DIM, &left(name, NAMES)))).collect()
}
