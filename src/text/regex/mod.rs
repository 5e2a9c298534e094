//! Regular expressions as the crate `regex` has them, compiled for text that is read once: a fraction of the states.

mod lean;

use std::ops::{Index, Range};

use regex_automata::Input;
use regex_automata::meta;
use regex_automata::util::captures;

/// What is wrong with a pattern.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// Bytes of states that a lazy automaton may keep, as in `regex`.
const CACHE: usize = 2 << 20;

/// One regular expression, compiled.
#[derive(Clone, Debug)]
pub struct Regex(meta::Regex);

/// Where an expression matches.
#[derive(Clone, Copy, Debug)]
pub struct Match<'t> {
    text: &'t str,
    span: regex_automata::Span,
}

/// Where an expression and its groups match.
#[derive(Debug)]
pub struct Captures<'t> {
    text: &'t str,
    groups: captures::Captures,
}

impl Regex {
    /// Reads and compiles a pattern.
    pub fn new(pattern: &str) -> Result<Self, Error> {
        // Literals to jump to cost more to prepare than they save in sentences; the lazy automaton is as quick there.
        let config = meta::Config::new().hybrid_cache_capacity(CACHE).auto_prefilter(false);
        let pattern = lean::lean(regex_syntax::parse(pattern)?);
        Ok(Regex(meta::Builder::new().configure(config).build_from_hir(&pattern)?))
    }

    /// True where it matches somewhere in `text`.
    pub fn is_match(&self, text: &str) -> bool {
        self.0.is_match(text)
    }

    /// The first place where it matches.
    pub fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.find_at(text, 0)
    }

    /// The first place from `at` on where it matches.
    pub fn find_at<'t>(&self, text: &'t str, at: usize) -> Option<Match<'t>> {
        let found = self.0.find(Input::new(text).span(at..text.len()))?;
        Some(Match { text, span: found.span() })
    }

    /// Every place where it matches, none overlapping.
    pub fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Match<'t>> {
        self.0.find_iter(text).map(move |found| Match { text, span: found.span() })
    }

    /// The first match with its groups.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.captures_at(text, 0)
    }

    /// The first match from `at` on, with its groups.
    pub fn captures_at<'t>(&self, text: &'t str, at: usize) -> Option<Captures<'t>> {
        let input = Input::new(text).span(at..text.len());
        // Most texts match nowhere: groups are made room for only where one does.
        if !self.0.is_match(input.clone()) {
            return None;
        }
        let mut groups = self.0.create_captures();
        self.0.captures(input, &mut groups);
        Some(Captures { text, groups })
    }

    /// Every match with its groups.
    pub fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        self.0.captures_iter(text).map(move |groups| Captures { text, groups })
    }

    /// `text` with `other` in the place of each match, as it stands.
    pub fn replace_all(&self, text: &str, other: &str) -> String {
        let mut rest = String::with_capacity(text.len());
        let mut end = 0;
        for found in self.find_iter(text) {
            rest.push_str(&text[end..found.start()]);
            rest.push_str(other);
            end = found.end();
        }
        rest + &text[end..]
    }
}

impl<'t> Match<'t> {
    /// The first byte.
    pub fn start(&self) -> usize {
        self.span.start
    }

    /// Behind the last byte.
    pub fn end(&self) -> usize {
        self.span.end
    }

    /// All bytes.
    pub fn range(&self) -> Range<usize> {
        self.span.range()
    }

    /// How many bytes.
    pub fn len(&self) -> usize {
        self.span.len()
    }

    /// True where nothing was matched.
    pub fn is_empty(&self) -> bool {
        self.span.is_empty()
    }

    /// The words matched.
    pub fn as_str(&self) -> &'t str {
        &self.text[self.range()]
    }
}

impl<'t> Captures<'t> {
    /// What the group of this index matched.
    pub fn get(&self, index: usize) -> Option<Match<'t>> {
        self.groups.get_group(index).map(|span| Match { text: self.text, span })
    }

    /// All that was matched.
    pub fn get_match(&self) -> Match<'t> {
        self.get(0).expect("there are groups only where there is a match")
    }

    /// What each group matched, the whole first.
    pub fn iter(&self) -> impl Iterator<Item = Option<Match<'t>>> {
        self.groups.iter().map(|group| group.map(|span| Match { text: self.text, span }))
    }

    /// What the group of this name matched.
    pub fn name(&self, name: &str) -> Option<Match<'t>> {
        self.groups.get_group_by_name(name).map(|span| Match { text: self.text, span })
    }
}

impl Index<usize> for Captures<'_> {
    type Output = str;

    fn index(&self, index: usize) -> &str {
        self.get(index).expect("whoever asks knows that the group matches").as_str()
    }
}

impl Index<&str> for Captures<'_> {
    type Output = str;

    fn index(&self, name: &str) -> &str {
        self.name(name).expect("whoever asks knows that the group matches").as_str()
    }
}
