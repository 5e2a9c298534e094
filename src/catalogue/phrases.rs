//! Turns of phrase with a meaning of their own ("not held", "please see attached"), from `data/phrases/`.

use anyhow::{Context, Result};
use serde::Deserialize;

use super::patterns::{Candidates, Pattern};
use crate::text::Span;

/// One turn of phrase: what it signals, how it is recognised, and examples both ways.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// Kebab-case, unique; names the rule in records.
    pub id: String,
    /// What it signals: `not-held`, `refused`, `leading-yes` …
    pub means: String,
    /// What tells it apart from others that signal the same: `of-papers`.
    #[serde(default)]
    pub also: Vec<String>,
    /// A regular expression over folded text.
    pub pattern: Pattern,
    /// Sentences in which it must be found.
    pub accept: Vec<String>,
    /// Sentences that it must leave alone.
    #[serde(default)]
    pub reject: Vec<String>,
}

impl Phrase {
    /// True where `sign` is among what tells it apart.
    pub fn is_also(&self, sign: &str) -> bool {
        self.also.iter().any(|also| also == sign)
    }
}

/// A place in folded text where a phrase stands.
#[derive(Clone, Copy, Debug)]
pub struct Cue<'c> {
    /// The phrase.
    pub phrase: &'c Phrase,
    /// Its place in the folded text that was searched.
    pub span: Span,
}

/// All phrases, in file order.
#[derive(Debug)]
pub struct Phrases {
    all: Vec<Phrase>,
    candidates: Candidates,
}

#[derive(Deserialize)]
struct File {
    #[serde(rename = "phrase", default)]
    phrases: Vec<Phrase>,
}

impl Phrases {
    /// Reads the phrases file; the error names the line.
    pub fn parse(toml: &str) -> Result<Self> {
        let file: File = toml::from_str(toml).context("not a phrases file")?;
        let candidates = Candidates::new(file.phrases.iter().map(|phrase| &phrase.pattern));
        Ok(Phrases { all: file.phrases, candidates })
    }

    /// Every phrase.
    pub fn all(&self) -> &[Phrase] {
        &self.all
    }

    /// Every phrase that may stand in `folded`, in file order, with its index; no other does.
    pub fn candidates(&self, folded: &str) -> impl Iterator<Item = (usize, &Phrase)> {
        self.candidates.of(folded).map(|at| (at, &self.all[at]))
    }

    /// Every place in `folded` where a phrase with one of `meanings` stands, in order of place.
    pub fn find<'c>(&'c self, folded: &str, meanings: &[&str]) -> Vec<Cue<'c>> {
        let mut cues: Vec<Cue<'c>> = self
            .candidates(folded)
            .filter(|(_, phrase)| meanings.contains(&phrase.means.as_str()))
            .flat_map(|(_, phrase)| {
                phrase.pattern.find_iter(folded).map(move |hit| Cue { phrase, span: hit.range().into() })
            })
            .collect();
        cues.sort_by_key(|cue| (cue.span.start, std::cmp::Reverse(cue.span.end)));
        cues
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::Catalogue;

    #[test]
    fn every_phrase_accepts_and_rejects_its_examples() {
        let mut wrong = Vec::new();
        for phrase in Catalogue::shipped().phrases.all() {
            wrong.extend(
                phrase
                    .accept
                    .iter()
                    .filter(|e| !phrase.pattern.is_match(e))
                    .map(|e| format!("{} must find: {e}", phrase.id)),
            );
            wrong.extend(
                phrase
                    .reject
                    .iter()
                    .filter(|e| phrase.pattern.is_match(e))
                    .map(|e| format!("{} must leave: {e}", phrase.id)),
            );
            assert!(!phrase.accept.is_empty(), "{} needs an example", phrase.id);
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn phrases_are_named_once_and_use_ascii_classes() {
        let mut ids: Vec<&str> = Catalogue::shipped().phrases.all().iter().map(|phrase| phrase.id.as_str()).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "two phrases have one id");
        for phrase in Catalogue::shipped().phrases.all() {
            let bare = phrase.pattern.as_str().replace("(?-u:\\b", "");
            for class in ["\\b", "\\w", "\\d", "\\s"] {
                assert!(!bare.contains(class), "{}: {class} is slow in Unicode mode; write an ASCII class", phrase.id);
            }
        }
    }
}
