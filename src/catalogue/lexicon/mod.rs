//! Words by what they do in a clause ("never" denies, "ceased" ends, "it" recalls), from `data/lexicon.toml`.

mod does;

use foldhash::{HashMap, HashMapExt};
use std::sync::LazyLock;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::text::Span;

pub use does::Does;

/// A word of a sentence, or an expression that counts as one.
#[derive(Clone, Copy, Debug)]
pub struct Token<'s> {
    /// The word.
    pub word: &'s str,
    /// Where it stands in the sentence.
    pub span: Span,
    does: u32,
}

impl Token<'_> {
    /// True where this is among the things that the word does.
    pub fn does(&self, what: Does) -> bool {
        self.does & (1 << what as u16) != 0
    }
}

/// All words that do something.
#[derive(Debug)]
pub struct Lexicon {
    words: HashMap<String, Entry>,
}

/// What is known of a word or an expression.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    /// What it does, as bits.
    does: u32,
    /// How many words the longest expression has that begins with this word.
    opens: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "class")]
    classes: Vec<Class>,
}

/// The words of one kind, with examples both ways.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(test), allow(dead_code))]
struct Class {
    does: Does,
    words: Vec<String>,
    accept: Vec<String>,
    reject: Vec<String>,
}

const SHIPPED: &str = include_str!("../../../data/lexicon.toml");

impl Lexicon {
    /// The words compiled into the program.
    pub fn shipped() -> &'static Lexicon {
        static LEXICON: LazyLock<Lexicon> =
            LazyLock::new(|| Lexicon::parse(SHIPPED).expect("data/lexicon.toml is checked by tests"));
        &LEXICON
    }

    fn parse(toml: &str) -> Result<Self> {
        let file: File = toml::from_str(toml).context("not a file of words by what they do")?;
        let mut words: HashMap<String, Entry> = HashMap::new();
        for class in &file.classes {
            for word in &class.words {
                words.entry(word.clone()).or_default().does |= 1 << class.does as u16;
                let parts = split(word);
                let Some(first) = parts.first() else { continue };
                let opens = &mut words.entry(first.of(word).to_owned()).or_default().opens;
                *opens = parts.len().max(*opens);
            }
        }
        Ok(Lexicon { words })
    }

    /// The words of a folded sentence; the longest expression that is known counts as one word.
    pub fn read<'s>(&self, folded: &'s str) -> Vec<Token<'s>> {
        let words = split(folded);
        let mut tokens = Vec::with_capacity(words.len());
        let mut at = 0;
        while at < words.len() {
            let known = |span: Span| self.words.get(span.of(folded));
            let first = known(words[at]).copied().unwrap_or_default();
            let expression = |length: usize| {
                let span = Span::new(words[at].start, words.get(at + length - 1)?.end);
                Some((length, span, known(span).filter(|known| known.does != 0)?.does))
            };
            let (length, span, does) =
                (2..=first.opens).rev().find_map(expression).unwrap_or((1, words[at], first.does));
            tokens.push(Token { word: span.of(folded), span, does });
            at += length;
        }
        tokens
    }
}

/// Words that "is" or "has" is cut short after.
const CARRY_IS: [&str; 13] =
    ["it", "that", "this", "there", "here", "he", "she", "who", "what", "how", "one", "nothing", "everything"];

/// The places of the words of folded text; "isn't" and "it's" are two each.
fn split(folded: &str) -> Vec<Span> {
    const ENDINGS: [&str; 6] = ["n't", "'s", "'re", "'ve", "'ll", "'d"];
    let within = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '-');
    let mut words = Vec::new();
    let mut from = 0;
    while let Some(start) = folded[from..].find(char::is_alphanumeric).map(|at| from + at) {
        let end = folded[start..].find(|c| !within(c)).map_or(folded.len(), |at| start + at);
        let word = folded[start..end].trim_end_matches(['\'', '-']);
        from = end;
        match ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)) {
            // "The trust's" has no verb in it.
            Some(rest) if !rest.is_empty() && (!word.ends_with("'s") || CARRY_IS.contains(&rest)) => {
                words.push(Span::new(start, start + rest.len()));
                words.push(Span::new(start + rest.len(), start + word.len()));
            }
            _ => words.push(Span::new(start, start + word.len())),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_accepts_and_rejects_its_examples() {
        let classes = toml::from_str::<File>(SHIPPED).unwrap().classes;
        let found = |words: &str, does| Lexicon::shipped().read(words).iter().any(|token| token.does(does));
        for Class { does, accept, reject, .. } in classes {
            assert!(!accept.is_empty() && !reject.is_empty(), "{does:?} needs examples");
            accept.iter().for_each(|words| assert!(found(words, does), "{does:?} must find: {words}"));
            reject.iter().for_each(|words| assert!(!found(words, does), "{does:?} must leave: {words}"));
        }
    }

    #[test]
    fn short_forms_are_two_words_and_expressions_one() {
        let words = |folded| Lexicon::shipped().read(folded).iter().map(|token| token.word).collect::<Vec<_>>();
        assert_eq!(words("it's not, the trust can't."), ["it", "'s", "not", "the trust", "ca", "n't"]);
        assert_eq!(words("the trust's view"), ["the", "trust's", "view"]);
        assert_eq!(words("\"no later than\" june - 'y'"), ["no later than", "june", "y"]);
    }
}
