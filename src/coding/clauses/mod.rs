//! What an answer says of the thing asked about, read clause by clause: who or what each clause is about, whether it denies,
//! and whether it leaves anything open. Knows no turns of phrase, only what words do (`data/lexicon.toml`).

mod asked;
mod clause;
mod marks;
mod split;
mod states;
#[cfg(test)]
mod tests;
mod tie;

use crate::catalogue::lexicon::{Does, Lexicon, Token};
use crate::coding::ground::Ground;
use crate::record::Code;
use crate::text::Span;

pub(super) use asked::Asked;
use clause::{Clause, Side};
use split::split;
pub(super) use states::{denies_knowing, points_elsewhere, sends_elsewhere};

/// A side taken: the code, the rule that told it, and where.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    pub code: Code,
    pub ground: Ground,
    /// The clauses: which sentence, and where in it.
    pub places: Vec<(usize, Span)>,
}

/// The side that folded `sentences`, with which an answer opens, take together. `None` where the first clause that speaks of
/// what was asked leaves it open.
pub(super) fn weigh(sentences: &[&str], asked: &Asked<'_>) -> Option<Taken> {
    together(sentences, asked, |clause| clause.first_side(asked))
}

/// The side that a folded sentence takes by saying what is done, or what is done instead.
pub(super) fn weigh_deed(sentence: &str, asked: &Asked<'_>) -> Option<Taken> {
    together(&[sentence], asked, |clause| clause.side_of_the_deed(asked))
}

/// The words of a sentence, as far as its first clauses reach.
fn read(sentence: &str) -> Vec<Token<'_>> {
    Lexicon::shipped().read(&sentence[..sentence.floor_char_boundary(REACH)])
}

/// No more of a sentence is read than this, in bytes.
const REACH: usize = 1200;

/// True where a folded sentence sets some against others: "some managers like to, others do not".
pub(super) fn shares_out(sentence: &str) -> bool {
    let tokens = read(sentence);
    // "The one or the other" is either.
    let either = |at: usize| at > 1 && tokens[at - 1].word == "the" && tokens[at - 2].word == "or";
    let shares: Vec<&str> = (0..tokens.len())
        .filter(|&at| tokens[at].does(Does::SharesOut) && !either(at))
        .map(|at| tokens[at].word)
        .collect();
    shares.windows(2).any(|pair| pair[0] != pair[1] || pair[0] == "sometimes")
}

/// True where the last clause of a folded sentence denies in the question's verb what the first grants: "some days we manage
/// it, at night we don't".
pub(super) fn sets_against(sentence: &str) -> bool {
    let tokens = read(sentence);
    let clauses = split(sentence, &tokens, true);
    let ([first, ..], Some(last)) = (&clauses[..], clauses.last()) else { return false };
    clauses.len() > 1 && first.grants_something() && last.ends_in_denial()
}

/// Where a folded sentence that is all of an answer only says on what terms: "where a court orders us to".
pub(super) fn on_terms(sentence: &str) -> Option<Span> {
    let tokens = read(sentence);
    let clauses = split(sentence, &tokens, true);
    clauses.first().filter(|only| clauses.len() == 1 && only.is_condition()).map(|only| only.place)
}

/// True where the rest of a folded sentence, behind words that say yes, takes them back in part: "…, no others as yet",
/// "…, and turned down".
pub(super) fn takes_back(rest: &str) -> bool {
    let parts = rest.split([',', ';']).skip(1).chain(rest.split(" then ").skip(1));
    let against = |token: &Token<'_>| token.does(Does::Denies) || token.does(Does::Ends);
    let mut parts = parts.map(|part| read(part).into_iter().filter(|token| token.word != "and").collect::<Vec<_>>());
    parts.any(|part| part.iter().take(2).chain(part.last()).any(against))
}

/// One clause is enough, by way of `first_side`; a later one that takes the other side takes it back in part.
fn together(sentences: &[&str], asked: &Asked<'_>, first_side: impl Fn(&Clause<'_, '_>) -> Side) -> Option<Taken> {
    let mut first: Option<Taken> = None;
    for (at, sentence) in sentences.iter().enumerate() {
        let tokens = read(sentence);
        let clauses = split(sentence, &tokens, at == 0);
        for (i, clause) in clauses.iter().enumerate() {
            let names_topic = i + 1 < clauses.len() && clause.asks_whether();
            let place = (at, clause.place);
            let Some(earlier) = &mut first else {
                match first_side(clause) {
                    Side::None => {}
                    // "As to whether it is so, our view is that it is."
                    Side::Open if names_topic => {}
                    // "It has been considered, but not used."
                    Side::Open if clauses.get(i + 1).is_some_and(|next| next.turns && next.denies()) => {}
                    Side::Open | Side::Varies => return None,
                    Side::Taken(code, ground) => first = Some(Taken { code, ground, places: vec![place] }),
                }
                continue;
            };
            // "There is sympathy for it, provided that nobody is made to."
            let bounds = clause.tokens[0].does(Does::Limits) && !clause.has(Does::Denies);
            let differs = bounds && earlier.code == Code::Yes
                || match clause.later_side(asked) {
                    Side::Taken(code, _) => code != earlier.code,
                    Side::None => earlier.code == Code::No && clause.grants_after_all(),
                    Side::Varies => true,
                    Side::Open => earlier.code == Code::Yes && clause.is_limited(),
                };
            if differs {
                earlier.places.push(place);
                return first.map(|taken| Taken { code: Code::Qualified, ground: Ground::ClausesDiffer, ..taken });
            }
        }
    }
    first
}
