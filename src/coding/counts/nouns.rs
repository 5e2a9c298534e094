//! Which words make a figure a count, and which make it something else, from `data/count-nouns.toml`.

use std::sync::LazyLock;

use crate::text::Regex;
use serde::Deserialize;

use crate::text::Span;

/// The word lists of the data file, all folded.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nouns {
    nouns: Vec<String>,
    people: Vec<String>,
    general: Vec<String>,
    empty: Vec<String>,
    sent: Vec<String>,
    before: Vec<String>,
    after: Vec<String>,
    lines: Vec<String>,
    rung: Vec<String>,
    /// Sentences in which a figure counts, whatever was asked.
    pub accept: Vec<String>,
    /// Sentences in which none does.
    pub reject: Vec<String>,
}

impl Nouns {
    /// The lists compiled into the program.
    pub fn shipped() -> &'static Nouns {
        static SHIPPED: LazyLock<Nouns> = LazyLock::new(|| {
            toml::from_str(include_str!("../../../data/count-nouns.toml"))
                .expect("data/count-nouns.toml is checked by tests")
        });
        &SHIPPED
    }

    /// True for a thing that is counted, singular or plural; people and the like only where "how many" was asked.
    pub fn counts(&self, word: &str, how_many: bool) -> bool {
        holds(&self.nouns, word) || (how_many && holds(&self.people, word))
    }

    /// True for a word that says how often and not what.
    pub fn is_general(&self, word: &str) -> bool {
        holds(&self.general, word)
    }

    /// True for a word that stands in any question.
    pub fn is_empty(&self, word: &str) -> bool {
        self.empty.iter().any(|empty| empty == word)
    }

    /// True for what is sent rather than counted: letters, minutes, names.
    pub fn is_sent(&self, word: &str) -> bool {
        holds(&self.sent, word)
    }

    /// True where the figure at `span` is so many years, days, pages …
    pub fn is_measured(&self, folded: &str, span: Span) -> bool {
        let rest = folded[span.end..].trim_start_matches([' ', '-']);
        holds(&self.after, rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or(""))
    }

    /// True where the words beside the figure at `span` make it a limit, a label, an age, a ratio …
    pub fn guard(&self, folded: &str, span: Span) -> bool {
        static RATIO: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new("^ (?:[a-z]+ )?(?:in|out of) (?:every )?(?:two|three|four|five|six|ten|[0-9]{1,3})(?:[ .,;]|$)")
                .expect("a fixed pattern")
        });
        let before = folded[..span.start].trim_end_matches([' ', '.', ':', '(', '-']);
        let last = before.rsplit(|c: char| !c.is_alphanumeric() && c != '\u{a3}' && c != '\'').next().unwrap_or("");
        let rest = &folded[span.end..];
        let next = rest.trim_start_matches([' ', '-']).split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or("");
        if holds(&self.lines, span.of(folded)) && holds(&self.rung, next) {
            return true;
        }
        let same_sentence = !folded[before.len()..span.start].contains('.') || last.len() <= 4;
        (same_sentence && self.before.iter().any(|word| word == last))
            || holds(&self.after, next)
            || RATIO.is_match(rest)
    }
}

fn holds(list: &[String], word: &str) -> bool {
    let word = match word {
        "men" => "man",
        "women" => "woman",
        "persons" => "person",
        _ => word,
    };
    let is = |stem: &str| list.iter().any(|entry| entry == stem);
    is(word)
        || word.strip_suffix('s').is_some_and(is)
        || word.strip_suffix("es").is_some_and(is)
        || word.strip_suffix("ies").is_some_and(|stem| is(&format!("{stem}y")))
}
