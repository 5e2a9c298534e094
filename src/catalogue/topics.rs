//! Which of several questions a sentence is about, told by the words that only this question uses.
//!
//! Words that all questions share ("Trust", "provide") tell nothing; a word that one of them uses alone tells most.
//! Words are compared by their stems, so that "trained" speaks of "training materials".

use foldhash::{HashMap, HashMapExt};
use std::collections::BTreeSet;

use super::stems::{stem, telling_words};

/// The telling words of each of several questions.
#[derive(Clone, Debug)]
pub struct Topics {
    /// How much each stem tells, from 0 (all questions use it) to 1 (one does), and which questions use it.
    stems: HashMap<String, (f32, Vec<usize>)>,
    questions: usize,
}

impl Topics {
    /// The topics of `questions`, each given as folded words.
    pub fn new<S: AsRef<str>>(questions: &[S]) -> Self {
        let mut stems: HashMap<String, (f32, Vec<usize>)> = HashMap::new();
        for (i, question) in questions.iter().enumerate() {
            for stem in stems_of(question.as_ref()) {
                stems.entry(stem.to_owned()).or_default().1.push(i);
            }
        }
        for (weight, users) in stems.values_mut() {
            *weight = telling(users.len(), questions.len());
        }
        Topics { stems, questions: questions.len() }
    }

    /// The same questions where only those `of` are asked: a word that tells one of these from the others tells more.
    pub fn among(&self, of: &[usize]) -> Self {
        let own = |(stem, (_, users)): (&String, &(f32, Vec<usize>))| {
            let users: Vec<usize> = users.iter().copied().filter(|user| of.contains(user)).collect();
            (!users.is_empty()).then(|| (stem.clone(), (telling(users.len(), of.len()), users)))
        };
        Topics { stems: self.stems.iter().filter_map(own).collect(), questions: self.questions }
    }

    /// How much `sentence` (folded) speaks of each question; all zero where it speaks of none.
    pub fn weigh(&self, sentence: &str) -> Vec<f32> {
        let mut weights = vec![0.0; self.questions];
        for (weight, users) in stems_of(sentence).iter().filter_map(|stem| self.stems.get(*stem)) {
            users.iter().for_each(|&i| weights[i] += weight);
        }
        weights
    }

    /// True where `sentence` has a word that only `question` uses.
    pub fn names(&self, sentence: &str, question: usize) -> bool {
        stems_of(sentence).iter().filter_map(|stem| self.stems.get(*stem)).any(|(_, users)| users[..] == [question])
    }

    /// The questions that `sentence` speaks of as much as of any; none where it speaks of nothing in particular.
    pub fn told(&self, sentence: &str) -> Vec<usize> {
        let weights = self.weigh(sentence);
        let most = weights.iter().copied().fold(0.0, f32::max);
        let near = |weight: f32| most >= TELLING && weight >= most * NEARLY;
        (0..self.questions).filter(|&i| near(weights[i])).collect()
    }
}

/// How much a word tells that so many of all questions use.
fn telling(users: usize, questions: usize) -> f32 {
    if questions > 1 { (questions - users) as f32 / (questions - 1) as f32 } else { 1.0 }
}

/// From this weight on a sentence speaks of a question.
const TELLING: f32 = 0.5;

/// A question with this share of the greatest weight is spoken of no less.
const NEARLY: f32 = 0.5;

/// The stems of the telling words of folded `text`.
fn stems_of(text: &str) -> BTreeSet<&str> {
    telling_words(text).filter(|word| word.len() > 3).map(stem).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_find_their_question() {
        let topics = Topics::new(&[
            "a brief description of the approach used",
            "any relevant policies, procedures, or internal guidance",
            "any staff training materials",
            "summary evaluations or outcome reports",
        ]);
        for (sentence, told) in [
            ("the approach is the one described in the leaflet, which is also the procedure.", vec![0, 1]),
            ("training materials belong to the company.", vec![2]),
            ("no evaluation has been made.", vec![3]),
            ("we were glad to be asked.", vec![]),
        ] {
            assert_eq!(topics.told(sentence), told, "{sentence}");
        }
    }
}
