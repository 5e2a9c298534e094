//! What a question asks, as the clauses of its answer are held against it.

use foldhash::HashSet;

use crate::catalogue::families::{Families, Family};
use crate::catalogue::lexicon::{Does, Lexicon};
use crate::catalogue::patterns::Pattern;
use crate::catalogue::questionnaire::deed::deed;
use crate::catalogue::stems::{stem, telling_words};
use crate::coding::Subject;
use crate::text::Span;

/// The words of a question that its answers may repeat.
#[derive(Debug)]
pub struct Asked<'q> {
    stems: HashSet<&'q str>,
    families: Vec<&'static Family>,
    pub subject: Subject<'q>,
    /// It asks of an end itself: "has it closed", "is it banned".
    pub of_an_end: bool,
    /// It asks of what has been done: what will be done is no yes.
    pub of_the_past: bool,
    /// It asks of what is done now: what was done once is no yes.
    pub of_the_present: bool,
    /// It asks whether there are any.
    pub of_any: bool,
}

/// Verbs that ask of what is done now.
const PRESENT: [&str; 4] = ["is", "are", "does", "do"];

/// Verbs that ask of what has been done.
const PAST: [&str; 6] = ["has", "have", "had", "did", "was", "were"];

impl<'q> Asked<'q> {
    /// Reads a folded question.
    pub fn read(subject: Subject<'q>) -> Self {
        let folded = subject.asked;
        let tokens = Lexicon::shipped().read(folded);
        let verb = tokens.iter().find(|token| token.does(Does::Stands)).map(|verb| verb.word);
        let deed = deed(folded).filter(|_| !subject.is_known);
        Asked {
            stems: telling_words(folded).map(stem).collect(),
            families: deed.map(|deed| Families::shipped().named_in(deed)).unwrap_or_default(),
            subject,
            of_an_end: tokens.iter().any(|token| token.does(Does::Ends)),
            of_the_past: verb.is_some_and(|verb| PAST.contains(&verb)),
            of_any: tokens.iter().take(5).any(|token| ["any", "anyone", "anybody", "ever"].contains(&token.word)),
            of_the_present: verb.is_some_and(|verb| PRESENT.contains(&verb)),
        }
    }

    /// True where `word` is a form of one of the question's.
    pub fn names(&self, word: &str) -> bool {
        word.len() > 2 && self.stems.contains(stem(word))
    }

    /// Where folded `words` say what is done if the answer is yes, in whatever words.
    pub fn where_done(&self, words: &str) -> Option<Span> {
        let known = self.subject.affirmed_by.iter().find_map(|pattern| pattern.find(words));
        let place = known.map(|hit| Span::from(hit.range()));
        place.or_else(|| self.families.iter().find_map(|family| family.find(words)))
    }

    /// True where they do.
    pub fn is_done_in(&self, words: &str) -> bool {
        self.where_done(words).is_some()
    }

    /// True where folded `words` say what is done if the answer is no.
    pub fn is_undone_in(&self, words: &str) -> bool {
        let any = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.is_match(words));
        any(self.subject.denied_by)
            || self.families.iter().any(|family| family.contrary().is_some_and(|contrary| contrary.is_match(words)))
    }
}
