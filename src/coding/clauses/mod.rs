//! What an answer says of the thing asked about, read clause by clause: who or what each clause is about, whether it denies,
//! and whether it leaves anything open. Knows no turns of phrase, only what words do (`data/lexicon.toml`).

mod asked;
mod clause;

use crate::catalogue::lexicon::Lexicon;
use crate::record::Code;
use crate::text::Span;

pub(super) use asked::Asked;
use clause::{Clause, Side, split};

/// A side taken: the code, the rule that told it, and where in the sentence.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    pub code: Code,
    pub rule: &'static str,
    pub place: Span,
}

/// The side that a folded sentence takes, which opens its answer where `is_first`; `Unclear` where it leaves it open.
pub(super) fn side(sentence: &str, asked: &Asked<'_>, is_first: bool) -> Option<Taken> {
    together(sentence, asked, is_first, |clause| clause.side(asked))
}

/// The side that a folded sentence takes by saying what is done, or what is done instead.
pub(super) fn side_of_the_deed(sentence: &str, asked: &Asked<'_>) -> Option<Taken> {
    together(sentence, asked, false, |clause| clause.side_of_the_deed(asked))
}

/// One clause is enough, by way of `first_side`; a later one that takes the other side takes it back in part.
fn together(
    sentence: &str,
    asked: &Asked<'_>,
    is_first: bool,
    first_side: impl Fn(&Clause<'_, '_>) -> Side,
) -> Option<Taken> {
    let tokens = Lexicon::shipped().read(sentence);
    let mut first: Option<Taken> = None;
    for clause in split(sentence, &tokens, is_first) {
        let Some(earlier) = &first else {
            first = match first_side(&clause) {
                Side::None => None,
                Side::Open => Some(Taken { code: Code::Unclear, rule: "clause-leaves-open", place: clause.place }),
                Side::Taken(code, rule) => Some(Taken { code, rule, place: clause.place }),
            };
            continue;
        };
        let other = match clause.side(asked) {
            Side::Taken(code, _) => code != earlier.code,
            Side::None => earlier.code == Code::No && clause.grants_after_all(),
            Side::Open => false,
        };
        if other && earlier.code != Code::Unclear {
            return Some(earlier.in_part(clause.place));
        }
    }
    first
}

impl Taken {
    fn in_part(&self, other: Span) -> Self {
        Taken { code: Code::Qualified, rule: "clauses-differ", place: self.place.join(other) }
    }
}
