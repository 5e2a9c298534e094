//! Where one clause of a sentence ends and the next begins.

use super::clause::Clause;
use crate::catalogue::lexicon::{Does, Token};

/// The clauses of `sentence`, which opens the answer where `is_first`.
pub(super) fn split<'t, 's>(sentence: &'s str, tokens: &'t [Token<'s>], is_first: bool) -> Vec<Clause<'t, 's>> {
    let gaps = Gaps { sentence, tokens };
    let mut starts = vec![0];
    for at in 1..tokens.len() {
        let from = *starts.last().expect("a sentence has a beginning");
        if gaps.part(from, at) {
            starts.push(at);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
    let mut clauses: Vec<Clause<'t, 's>> = Vec::with_capacity(starts.len());
    for (&start, end) in starts.iter().zip(ends) {
        let Some(clause) = tokens.get(start..end).and_then(|own| Clause::new(sentence, own, is_first && start == 0))
        else {
            continue;
        };
        let confirmed = tokens[..start].iter().rev().take(2).any(|token| token.word.starts_with("confirm"));
        let disbelieved = clauses.last().is_some_and(Clause::disbelieves);
        clauses.push(Clause { confirmed, disbelieved, ..clause });
    }
    clauses
}

/// What stands between the words of a sentence.
struct Gaps<'t, 's> {
    sentence: &'s str,
    tokens: &'t [Token<'s>],
}

impl Gaps<'_, '_> {
    /// True where a clause that began at word `from` ends before word `at`.
    fn part(&self, from: usize, at: usize) -> bool {
        let (before, after) = (&self.tokens[from..at], &self.tokens[at..]);
        let last = &self.tokens[at - 1];
        // "On the wards we have, after two fell out", "as to whether it does, it does not".
        let is_done = || last.does(Does::Stands) || before.iter().any(|token| token.word == "whether");
        // "I am advised | that there has been none", "they say | it is not": what is told is a clause.
        let tells = |tokens: &[Token<'_>]| tokens.iter().any(|token| token.does(Does::Reports));
        let has_subject = after[0].does(Does::Recalls) || after[0].does(Does::IsUs);
        self.is_wide(at)
            || self.is_narrow(at)
                && (says(before) || from == 0 && before[0].does(Does::Grants))
                && says(&after[..self.next(at) - at])
            || self.is_narrow(at) && is_done()
            || tells(before) && last.word.ends_with("that")
            || last.does(Does::Reports) && (has_subject || !denies(before) && says(&after[..self.next(at) - at]))
    }

    fn gap(&self, at: usize) -> &str {
        &self.sentence[self.tokens[at - 1].span.end..self.tokens[at].span.start]
    }

    /// True where a clause ends whatever it holds.
    fn is_wide(&self, at: usize) -> bool {
        let begins = self.tokens[at].does(Does::Turns) || self.tokens[at].does(Does::Binds);
        begins || self.gap(at).contains([';', ':', '(', ')']) || self.gap(at) == " - "
    }

    /// True where a clause ends if there is another behind it.
    fn is_narrow(&self, at: usize) -> bool {
        self.gap(at).contains(',') || self.tokens[at].word == "and"
    }

    /// Where the clause that begins at word `at` may end.
    fn next(&self, at: usize) -> usize {
        (at + 1..self.tokens.len())
            .find(|&next| self.is_wide(next) || self.is_narrow(next))
            .unwrap_or(self.tokens.len())
    }
}

/// True where words deny.
fn denies(tokens: &[Token<'_>]) -> bool {
    tokens.iter().any(|token| token.does(Does::Denies))
}

/// True where words make a clause.
fn says(tokens: &[Token<'_>]) -> bool {
    tokens.iter().any(|token| token.does(Does::Asserts) || token.does(Does::Denies))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::lexicon::Lexicon;

    #[test]
    fn clauses_end_at_turns_and_where_another_follows() {
        for (sentence, clauses) in [
            ("we do, but not at night", vec!["we do", "not at night"]),
            ("wards, clinics and theatres have one", vec!["wards, clinics and theatres have one"]),
            ("law makes use of it; no other school does", vec!["law makes use of it", "no other school does"]),
            ("i am told that there is none", vec!["i am told that", "there is none"]),
            ("it is allowed so long as nobody minds", vec!["it is allowed", "so long as nobody minds"]),
        ] {
            let tokens = Lexicon::shipped().read(sentence);
            let found: Vec<&str> = split(sentence, &tokens, true).iter().map(|clause| clause.words).collect();
            assert_eq!(found, clauses);
        }
    }
}
