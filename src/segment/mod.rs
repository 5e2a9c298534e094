//! Who is asking and who answers: the letter as pairs of question and answer.

use crate::text::Span;

/// One question and the answer to it, as places in the letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// The number as printed, with its parents: `1b-i`.
    pub number: Option<String>,
    /// Where the question stands.
    pub question: Vec<Span>,
    /// Where the answer stands; several places where something else stands between. Empty where there is none.
    pub answer: Vec<Span>,
}
