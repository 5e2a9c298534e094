//! What an answer says of the thing asked about, read clause by clause: who or what each clause is about, whether it denies,
//! and whether it leaves anything open. Knows no turns of phrase, only what words do (`data/lexicon.toml`).

mod asked;
mod clause;

use crate::catalogue::lexicon::Lexicon;
use crate::record::Code;

pub(super) use asked::Asked;
use clause::{Side, split};

/// The side that the clauses of `sentences` (folded) take together, and the rule that told it.
pub(super) fn weigh<'s>(sentences: impl IntoIterator<Item = &'s str>, asked: &Asked<'_>) -> Option<(Code, &'static str)> {
    let mut first: Option<(Code, &'static str)> = None;
    for (at, sentence) in sentences.into_iter().enumerate() {
        let tokens = Lexicon::shipped().read(sentence);
        for clause in split(sentence, &tokens, at == 0) {
            match (&first, clause.side(asked)) {
                (None, Side::Open) => return None,
                (_, Side::None | Side::Open) => {}
                (None, Side::Taken(code, rule)) => first = Some((code, rule)),
                (Some((earlier, _)), Side::Taken(code, _)) if *earlier != code => {
                    return Some((Code::Qualified, "clauses-differ"));
                }
                _ => {}
            }
        }
    }
    first
}
