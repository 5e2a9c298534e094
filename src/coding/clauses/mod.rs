//! What an answer says of the thing asked about, read clause by clause: who or what each clause is about, whether it denies,
//! and whether it leaves anything open. Knows no turns of phrase, only what words do (`data/lexicon.toml`).

mod asked;
mod clause;
mod split;
mod states;
#[cfg(test)]
mod tests;
mod tie;

use crate::catalogue::lexicon::{Lexicon, Token};
use crate::record::Code;
use crate::text::Span;

pub(super) use asked::Asked;
use clause::{Clause, Side};
use split::split;
pub(super) use states::{denies_knowing, sends_elsewhere};

/// A side taken: the code, the rule that told it, and where.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    pub code: Code,
    pub rule: &'static str,
    /// The clauses: which sentence, and where in it.
    pub places: Vec<(usize, Span)>,
}

/// The side that folded `sentences`, with which an answer opens, take together. `None` where the first clause that speaks of
/// what was asked leaves it open.
pub(super) fn weigh(sentences: &[&str], asked: &Asked<'_>) -> Option<Taken> {
    together(sentences, asked, |clause| clause.side(asked))
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
                    Side::Open | Side::Varies => return None,
                    Side::Taken(code, rule) => first = Some(Taken { code, rule, places: vec![place] }),
                }
                continue;
            };
            let differs = match clause.later_side(asked) {
                Side::Taken(code, _) => code != earlier.code,
                Side::None => earlier.code == Code::No && clause.grants_after_all(),
                Side::Varies => true,
                Side::Open => earlier.code == Code::Yes && clause.is_limited(),
            };
            if differs {
                earlier.places.push(place);
                return first.map(|taken| Taken { code: Code::Qualified, rule: "clauses-differ", ..taken });
            }
        }
    }
    first
}
