//! What many letters have in common, kept once and known by a number: bodies, measures, questions, sums.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    known: HashMap<Arc<str>, u32>,
    spelled: Vec<Arc<str>>,
}

impl Words {
    /// The number of `words`, a new one where they come for the first time.
    pub(super) fn number(&mut self, words: &str) -> u32 {
        if let Some(&known) = self.known.get(words) {
            return known;
        }
        let (next, words) = (self.spelled.len() as u32, Arc::<str>::from(words));
        self.spelled.push(Arc::clone(&words));
        self.known.insert(words, next);
        next
    }

    /// `words`, shared with all who keep the same.
    pub(super) fn kept(&mut self, words: &str) -> Arc<str> {
        let number = self.number(words);
        self.spell(number)
    }

    /// The words of a number that was given out, shared with all who spell it.
    pub(super) fn spell(&self, number: u32) -> Arc<str> {
        Arc::clone(&self.spelled[number as usize])
    }
}

/// Small things, each with a number.
#[derive(Clone, Debug)]
pub(super) struct Numbers<T> {
    known: HashMap<T, u32>,
    all: Vec<T>,
}

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Numbers { known: HashMap::new(), all: Vec::new() }
    }
}

impl<T: Copy + Eq + Hash> Numbers<T> {
    /// The number of `thing`, a new one where it comes for the first time.
    pub(super) fn number(&mut self, thing: T) -> u32 {
        *self.known.entry(thing).or_insert_with(|| {
            self.all.push(thing);
            self.all.len() as u32 - 1
        })
    }

    /// What has a number that was given out.
    pub(super) fn of(&self, number: u32) -> T {
        self.all[number as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_have_one_number() {
        let mut words = Words::default();
        let (one, other) = (words.number("Trust"), words.number("Council"));
        assert_ne!(one, other);
        assert_eq!(words.number("Trust"), one);
        assert_eq!(&*words.spell(other), "Council");
    }
}
