//! The words of one answer → a code, with its rule. Knows no layout and no questionnaire's wording.
//!
//! `code_answer` asks the rules of the question's kind in turn; states (refused, not held …) are shared by all kinds.

mod answer;
pub mod attachments;
mod choice;
mod clauses;
pub mod counts;
mod dates;
mod exchanges;
pub mod exemptions;
mod fields;
mod figures;
mod ground;
#[cfg(test)]
mod hostile;
pub mod links;
mod number;
mod periods;
mod place;
mod second_opinion;
mod sentence;
mod shares;
mod stance;
mod states;
mod text;
mod tick;
mod yes_no;

use crate::catalogue::Choice;
use crate::catalogue::patterns::Pattern;
use crate::record::{Certainty, Code, QuestionKind};
use crate::text::Span;

use tick::Ticked;

pub use answer::{Sentence, Words};
pub use exchanges::{CodedPair, code_pairs};
pub use fields::{CodedField, code_fields};
pub use periods::lacks_period;
pub use states::{SameAs, same_as};

/// A code, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Coded {
    /// The code.
    pub code: Code,
    /// How sure the rule is.
    pub certainty: Certainty,
    /// The rule's name.
    pub rule: &'static str,
    /// The words that decided.
    pub evidence: Vec<Span>,
}

impl Coded {
    fn stated(code: Code, rule: &'static str, evidence: Vec<Span>) -> Self {
        Coded { code, certainty: Certainty::Stated, rule, evidence }
    }

    fn inferred(code: Code, rule: &'static str, evidence: Vec<Span>) -> Self {
        Coded { code, certainty: Certainty::Inferred, rule, evidence }
    }

    /// The same code, but not sure.
    pub fn unsure(self) -> Self {
        Coded { certainty: Certainty::Inferred, ..self }
    }

    /// The code of a question that is printed and not answered. No words say so, and an answer may have been missed.
    pub fn blank() -> Self {
        Coded::inferred(Code::Blank, "no-answer", Vec::new())
    }
}

/// What a question says of its answers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Subject<'a> {
    /// The question's own words, folded.
    pub asked: &'a str,
    /// Patterns which, said positively, mean yes.
    pub affirmed_by: &'a [Pattern],
    /// Patterns which, said positively, mean no.
    pub denied_by: &'a [Pattern],
    /// Patterns that stand by the date asked for.
    pub dated_by: &'a [Pattern],
    /// What the question is about.
    pub about: &'a [Pattern],
    /// The answers that it offers.
    pub options: &'a [Choice],
    /// True where it asks for a sum of money.
    pub asks_money: bool,
    /// True where a questionnaire says what is asked.
    pub is_known: bool,
    /// True where the words are part of an answer to several questions: what comes first is about this one.
    pub is_part: bool,
}

/// Codes one answer to a question of `kind`.
pub fn code_answer(kind: QuestionKind, words: &Words<'_>, subject: Subject<'_>) -> Coded {
    if words.is_empty() {
        return Coded::blank();
    }
    match tick::read(words) {
        // What a review tells of the first answer holds only where it says nothing else.
        None if words.says("reported") => {
            let anew = words.only(|sentence| !sentence.says("reported"));
            code_words(kind, if anew.is_empty() { words } else { &anew }, subject)
        }
        None => code_words(kind, words, subject),
        Some(Ticked::None) => Coded::inferred(Code::Blank, "no-box-ticked", words.spans.clone()),
        Some(Ticked::Undecided) => Coded::inferred(Code::Unclear, "tick-boxes-undecided", words.spans.clone()),
        Some(Ticked::One(option)) => {
            let chosen = words.part(option);
            let coded = code_words(kind, &chosen, subject);
            // "[x] Yes [ ] No. Note: with the exception of prisons."
            let beside = words.part(Span::new(option.end, words.whole.text().len()));
            if coded.code == Code::Yes && (beside.says("contrast") || beside.says("limits")) {
                return Coded::inferred(Code::Qualified, "tick-box-with-reservation", words.spans.clone());
            }
            Coded { rule: "tick-box", ..coded }
        }
    }
}

fn code_words(kind: QuestionKind, words: &Words<'_>, subject: Subject<'_>) -> Coded {
    match kind {
        QuestionKind::YesNo => yes_no::code(words, subject),
        QuestionKind::Date => dates::code(words, subject),
        QuestionKind::Number => number::code(words, subject),
        QuestionKind::Choice => choice::code(words, subject),
        QuestionKind::Counts => figures::code(words),
        QuestionKind::Text => text::code(words, subject),
    }
}
