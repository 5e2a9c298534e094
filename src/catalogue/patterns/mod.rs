//! Many patterns over folded text, of which a sentence can hold few: one pass over it tells which are worth trying.
//!
//! A pattern is read for the words without which it cannot match (`needed`). The words of all patterns make one
//! automaton; a pattern is tried where one of its words stands in the text, and is compiled when it is first tried.
//! The patterns of `data/` are read for their words when the program is built (`build.rs`).

mod needed;

include!(concat!(env!("OUT_DIR"), "/needed.rs"));

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use crate::text::Regex;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use serde::Deserialize;

/// One pattern, known to be well formed.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "Written")]
pub struct Pattern {
    source: String,
    /// Every match holds one of these; `None` where nothing can be said.
    needs: Option<Vec<String>>,
    /// Shared by its clones.
    compiled: Arc<OnceLock<Regex>>,
}

impl Pattern {
    /// Reads a regular expression over folded text.
    pub fn new(source: impl Into<String>) -> Result<Self, Box<regex_syntax::Error>> {
        let source = source.into();
        let needs = match NEEDED.binary_search_by_key(&source.as_str(), |(known, _)| known) {
            Ok(at) => NEEDED[at].1.map(|words| words.iter().map(|&word| word.to_owned()).collect()),
            Err(_) => needed::words(&regex_syntax::parse(&source)?),
        };
        Ok(Pattern { source, needs, compiled: Arc::default() })
    }

    /// True where it matches somewhere in `text`.
    pub fn is_match(&self, text: &str) -> bool {
        let may =
            self.needs.as_ref().is_none_or(|words| words.len() > FEW || words.iter().any(|word| text.contains(word)));
        may && self.deref().is_match(text)
    }

    /// The pattern as it was written.
    pub fn as_str(&self) -> &str {
        &self.source
    }
}

impl Deref for Pattern {
    type Target = Regex;

    /// The pattern, compiled when it is first used.
    fn deref(&self) -> &Regex {
        self.compiled.get_or_init(|| Regex::new(&self.source).expect("no pattern is too large"))
    }
}

/// A pattern as files write it: one regular expression, or several of which any may match.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    One(String),
    AnyOf(Vec<String>),
}

impl TryFrom<Written> for Pattern {
    type Error = Box<regex_syntax::Error>;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        match written {
            Written::One(source) => Pattern::new(source),
            Written::AnyOf(sources) => Pattern::new(sources.join("|")),
        }
    }
}

/// So few words are looked for one by one before a pattern is tried.
const FEW: usize = 3;

/// Several patterns that say the same.
#[derive(Clone, Debug)]
pub struct AnyOf {
    patterns: Vec<Pattern>,
    candidates: Candidates,
}

impl AnyOf {
    /// Prepares `patterns`.
    pub fn new(patterns: Vec<Pattern>) -> Self {
        AnyOf { candidates: Candidates::new(&patterns), patterns }
    }

    /// True where one of them matches somewhere in `text`.
    pub fn is_match(&self, text: &str) -> bool {
        self.candidates.of(text).any(|at| self.patterns[at].is_match(text))
    }
}

/// Which of several patterns a text may hold.
#[derive(Clone, Debug)]
pub struct Candidates {
    words: AhoCorasick,
    /// For each word of the automaton, the patterns that need it.
    needing: Vec<Vec<u16>>,
    /// The patterns of which nothing is known, as bits.
    always: Vec<u64>,
}

impl Candidates {
    /// Prepares the words of `patterns`.
    pub fn new<'p>(patterns: impl IntoIterator<Item = &'p Pattern>) -> Self {
        let mut needing: BTreeMap<&str, Vec<u16>> = BTreeMap::new();
        let mut always = Vec::new();
        for (at, pattern) in patterns.into_iter().enumerate() {
            always.resize(at / 64 + 1, 0);
            match &pattern.needs {
                Some(words) => words.iter().for_each(|word| needing.entry(word).or_default().push(at as u16)),
                None => always[at / 64] |= 1 << (at % 64),
            }
        }
        let (words, needing): (Vec<&str>, Vec<Vec<u16>>) = needing.into_iter().unzip();
        let automaton = AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).build(words);
        Candidates { words: automaton.expect("the words are few"), needing, always }
    }

    /// The patterns, by index and in order, that `text` may hold; no other matches anywhere in it.
    pub fn of(&self, text: &str) -> impl Iterator<Item = usize> + use<> {
        let mut bits = self.always.clone();
        for found in self.words.find_overlapping_iter(text) {
            for &at in &self.needing[found.pattern()] {
                bits[usize::from(at) / 64] |= 1 << (at % 64);
            }
        }
        let mut word = 0;
        std::iter::from_fn(move || {
            while bits.get(word)? == &0 {
                word += 1;
            }
            let bit = bits[word].trailing_zeros() as usize;
            bits[word] &= bits[word] - 1;
            Some(64 * word + bit)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_patterns_whose_words_stand_in_the_text_are_candidates() {
        let patterns = ["not held", "(?:see|please find) .{0,9}attached", "[0-9]+", "^(?:our |the )?(?:answer|reply)"];
        let patterns = patterns.map(|pattern| Pattern::new(pattern).unwrap());
        let candidates = Candidates::new(&patterns);
        let of = |text: &str| candidates.of(text).collect::<Vec<usize>>();
        assert_eq!(of("it is not held."), [0, 2]);
        assert_eq!(of("the answer is attached"), [1, 2, 3]);
        assert_eq!(of(""), [2]);
    }

    #[test]
    fn a_pattern_that_is_none_is_refused() {
        assert!(Pattern::new("(").is_err());
    }
}
