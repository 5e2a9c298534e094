//! One answer in a sentence: how it was coded, from which words, by which rule, how sure.

use super::head::certainty;
use crate::output::screen::{HEADING, WARN, WIDTH, fit, paint, wrap};
use crate::record::{Answer, Basis, Certainty};

/// Words quoted from a letter are cut to this many columns.
const QUOTED: usize = 160;

pub fn lines(answer: &Answer, label: Option<&str>) -> Vec<String> {
    let title = format!("{} {}", answer.question, label.unwrap_or(&answer.field));
    let mut lines: Vec<String> = wrap(&title, WIDTH).iter().map(|line| paint(HEADING, line)).collect();
    lines.extend(wrap(&sentence(answer), WIDTH));
    if let Some(reason) = &answer.review {
        lines.extend(wrap(&format!("A person should look: {reason}."), WIDTH).iter().map(|line| paint(WARN, line)));
    }
    lines
}

fn sentence(answer: &Answer) -> String {
    let coded = format!("{} = {}", answer.field, answer.code);
    let words = match answer.evidence.first() {
        Some(place) => {
            format!(": the rule {} read “{}” (line {})", answer.rule, fit(quoted(answer), QUOTED), place.line)
        }
        None => format!(", by the rule {}; no words of the letter decided it", answer.rule),
    };
    let sure = match answer.certainty {
        Certainty::Stated => "the words say it",
        Certainty::Inferred => "it follows from the words or their place",
    };
    let sure = match answer.evidence.is_empty() {
        true => String::new(),
        false => format!(" It is {}: {sure}.", certainty(answer.certainty)),
    };
    let tied = match answer.basis {
        Some(Basis::Wording) => " The letter repeats the question's words.",
        Some(Basis::Number) => " The answer carries the question's number.",
        Some(Basis::Position) => " The answer stands where this question's answer is due.",
        Some(Basis::Shared) => " One answer serves several questions.",
        None => "",
    };
    format!("{coded}{words}.{sure}{tied}")
}

fn quoted(answer: &Answer) -> &str {
    match answer.words.is_empty() {
        true => answer.evidence.first().map_or("", |place| &place.words),
        false => &answer.words,
    }
}
