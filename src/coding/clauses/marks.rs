//! What the words of a clause mark it as: that it denies, that it is over, that it only says on what terms.

use super::Asked;
use super::clause::Clause;
use crate::catalogue::lexicon::{Does, Token};

/// What was, and what is.
const WAS: [&str; 5] = ["was", "were", "did", "had", "ran"];
const IS: [&str; 8] = ["is", "are", "has", "have", "'s", "'ve", "does", "do"];

/// Verbs of believing, which a denial turns round: "we do not think that it does".
const BELIEFS: [&str; 6] = ["believe", "think", "understand", "aware that", "believe that", "think that"];

/// Words that open a condition.
const TERMS: [&str; 5] = ["where", "when", "whenever", "wherever", "if"];

/// True of a word that says what may be.
pub(super) fn is_modal(token: &Token<'_>) -> bool {
    ["would", "could", "should", "may", "might", "'d", "if"].contains(&token.word)
}

impl Clause<'_, '_> {
    /// True where a denial stands beside the word at `at`: "could not", "none would"; or where what would be is put aside:
    /// "that would be too far".
    pub(super) fn is_denied(&self, at: usize) -> bool {
        let denies = |token: &Token<'_>| token.does(Does::Denies);
        let beside = || [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| self.tokens.get(at));
        // "It is not a route that we would take."
        let ends_so = at + 4 > self.tokens.len() && self.tokens[..at].iter().any(denies);
        match self.tokens[at].word {
            // "None has been introduced yet."
            "yet" => self.has(Does::Denies),
            "would" | "should" | "'d" => ends_so || self.has(Does::Ends) || beside().any(denies),
            "could" => beside().any(denies),
            _ => false,
        }
    }

    /// True where it says what came of it after the word at `at` left it open: "talked about and thought unwise".
    pub(super) fn is_settled(&self, at: usize) -> bool {
        let after = &self.tokens[at..];
        let then = after.iter().position(|token| token.word == "and");
        let settles =
            |token: &Token<'_>| token.does(Does::Ends) || token.does(Does::Denies) || token.does(Does::Asserts);
        let opens = |token: &Token<'_>| token.does(Does::Opens) || token.does(Does::Wonders);
        then.is_some_and(|then| after[then..].iter().any(settles) && !after[then..].iter().any(opens))
    }

    /// True where the word at `at` only tells since when: "since the 2019 review".
    pub(super) fn is_dated(&self, at: usize) -> bool {
        self.tokens[at.saturating_sub(3)..at].iter().any(|token| ["since", "after", "following"].contains(&token.word))
    }

    /// True where it says that what comes is not believed: "we do not think".
    pub(super) fn disbelieves(&self) -> bool {
        let tells = self.tokens.iter().rev().take(2).any(|token| BELIEFS.contains(&token.word));
        tells && self.denies_telling()
    }

    /// True where it turns the sentence round and grants something: "but a meeting is what everybody gets".
    pub(super) fn grants_after_all(&self) -> bool {
        self.turns && !self.has(Does::Denies) && !self.has(Does::Ends) && !self.has(Does::Will)
    }

    /// True where it says that it holds in part: "elsewhere it is only being tried".
    pub(super) fn is_limited(&self) -> bool {
        let limits = |near: &[Token<'_>]| near[0].does(Does::Recalls) && near[1..].iter().any(|t| t.does(Does::Limits));
        self.tokens.windows(3).any(limits)
    }

    /// True where it has no subject of its own: "and is not now".
    pub(super) fn goes_on(&self) -> bool {
        self.tokens.get(1).is_some_and(|token| token.does(Does::Asserts))
    }

    /// True of a denial that only says of whom is spoken: "a manager who was not involved".
    pub(super) fn is_in_relative(&self, denial: &Token<'_>) -> bool {
        let before = self.tokens.iter().take_while(|token| token.span.start < denial.span.start);
        let relative = before.skip(1).any(|token| ["who", "which"].contains(&token.word));
        let after = self.tokens.iter().skip_while(|token| token.span.start <= denial.span.start);
        relative && after.into_iter().any(|token| token.does(Does::Asserts) || token.does(Does::Will))
    }

    /// True of a denial that only says on what terms something is done: "where that is not enough we arrange a meeting".
    pub(super) fn is_in_condition(&self, denial: &Token<'_>) -> bool {
        let mut after = self.tokens.iter().skip_while(|token| token.span.start <= denial.span.start);
        TERMS.contains(&self.tokens[0].word) && after.any(|token| token.does(Does::IsUs))
    }

    /// True where it denies, and something else than that anybody knows.
    pub(super) fn denies(&self) -> bool {
        let denial = self.tokens.iter().position(|token| token.does(Does::Denies));
        denial.is_some_and(|denial| !self.tokens[denial..].iter().any(|token| token.does(Does::Knows)))
    }

    /// True where it denies that anybody knows or keeps what the question does not ask to be known or kept.
    pub(super) fn denies_knowing(&self, asked: &Asked<'_>) -> bool {
        let named = self.tokens.iter().any(|token| token.does(Does::Knows) && asked.names(token.word));
        self.has(Does::Denies) && !self.denies() && !named
    }

    /// True where it tells of what was, and of nothing that is: "there was until july".
    pub(super) fn is_over(&self) -> bool {
        let any = |words: &[&str]| self.tokens.iter().any(|token| words.contains(&token.word));
        self.has(Does::Formerly) && any(&WAS) && !any(&IS) && !self.has(Does::Denies)
    }

    /// True where the denial is of what somebody says: "we do not believe", "we are not able to say".
    pub(super) fn denies_telling(&self) -> bool {
        let denied = |at: usize| {
            let reach = if self.tokens[at.saturating_sub(1)].word == "to" { 4 } else { 2 };
            self.tokens[at.saturating_sub(reach)..at].iter().any(|token| token.does(Does::Denies))
        };
        (0..self.tokens.len()).any(|at| self.tokens[at].does(Does::Reports) && denied(at))
    }

    /// True where it says yes and nothing after that: "within the pilot, certainly", "indeed".
    pub(super) fn affirms(&self) -> bool {
        let at_end = self.tokens.last().is_some_and(|last| last.does(Does::Affirms));
        at_end || self.is_first && self.tokens[0].does(Does::Affirms) && !self.has(Does::Reports)
    }

    /// True where it has a verb, or stands for one, and leaves nothing open.
    pub(super) fn grants_something(&self) -> bool {
        let unsure = |token: &Token<'_>| {
            let does = [Does::Denies, Does::Ends, Does::Wonders, Does::Relates, Does::Reports, Does::Binds];
            let addresses = ["you", "asked"].contains(&token.word);
            does.into_iter().any(|what| token.does(what)) || addresses || is_modal(token)
        };
        self.tokens.len() > 2 && !self.tokens.iter().any(unsure)
    }

    /// True where it ends in the question's verb and denies it: "we don't".
    pub(super) fn ends_in_denial(&self) -> bool {
        let denial =
            self.tokens.iter().rev().take(2).any(|token| ["not", "n't", "never", "cannot"].contains(&token.word));
        let verb = self.tokens.iter().rev().take(2).any(|token| token.does(Does::Stands) || token.does(Does::Opens));
        self.tokens.len() > 1 && denial && verb
    }

    /// True where it only says on what terms: "where a court orders us to".
    pub(super) fn is_condition(&self) -> bool {
        let addressed =
            self.tokens.iter().any(|token| ["you", "your"].contains(&token.word) || token.does(Does::Wonders));
        self.is_first
            && TERMS.contains(&self.tokens[0].word)
            && (3..10).contains(&self.tokens.len())
            && !addressed
            && !self.words.contains(',')
    }

    /// True where it says what the question is: "as to whether it is so".
    pub(super) fn asks_whether(&self) -> bool {
        self.tokens.iter().take(3).any(|token| token.word == "whether")
    }
}
