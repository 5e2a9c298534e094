//! What a question asks, as the clauses of its answer are held against it.

use std::collections::HashSet;

use crate::catalogue::lexicon::{Does, Lexicon};
use crate::catalogue::stems::{stem, telling_words};

/// The words of a question that its answers may repeat.
#[derive(Debug)]
pub struct Asked<'q> {
    stems: HashSet<&'q str>,
    /// It asks of an end itself: "has it closed", "is it banned".
    pub of_an_end: bool,
    /// It asks of what has been done: what will be done is no yes.
    pub of_the_past: bool,
}

impl<'q> Asked<'q> {
    /// Reads a folded question.
    pub fn read(folded: &'q str) -> Self {
        let tokens = Lexicon::shipped().read(folded);
        Asked {
            stems: telling_words(folded).map(stem).collect(),
            of_an_end: tokens.iter().any(|token| token.does(Does::Ends)),
            of_the_past: ["has ", "have ", "did ", "was ", "were "].iter().any(|verb| folded.starts_with(verb)),
        }
    }

    /// True where `word` is a form of one of the question's.
    pub fn names(&self, word: &str) -> bool {
        word.len() > 2 && self.stems.contains(stem(word))
    }
}
