//! What one letter got right and wrong, item by item.

use std::fmt;

use crate::record::Certainty;

use super::tally::{Share, Tally};

/// A thing that can be right or wrong in one letter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// What the document is.
    Kind,
    /// Which questionnaire it answers.
    Questionnaire,
    /// Who answers.
    Authority,
    /// The authority's reference.
    Reference,
    /// Date of the request.
    RequestedOn,
    /// Date of the reply.
    RespondedOn,
    /// The code of a field of the questionnaire.
    Field(String),
    /// The answer to the n-th question of the labels was found (from 1), and has the right code.
    Exchange(usize),
    /// Every question and answer was found, and none besides.
    Exchanges,
    /// Every provision relied on, and none besides.
    Exemptions,
    /// Every figure, and none besides.
    Counts,
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Item::Field(field) => f.pad(field),
            Item::Exchange(n) => f.pad(&format!("exchange-{n}")),
            _ => f.pad(match self {
                Item::Kind => "kind",
                Item::Questionnaire => "questionnaire",
                Item::Authority => "authority",
                Item::Reference => "reference",
                Item::RequestedOn => "requested_on",
                Item::RespondedOn => "responded_on",
                Item::Exchanges => "exchanges",
                Item::Exemptions => "exemptions",
                _ => "counts",
            }),
        }
    }
}

/// One item of one letter: what the labels say, what was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Which.
    pub item: Item,
    /// How much of it is right.
    pub tally: Tally,
    /// What the labels say, for people.
    pub gold: String,
    /// What was read, for people.
    pub read: String,
    /// What helps to find the mistake: the rule, the question.
    pub note: String,
}

impl Verdict {
    /// True where nothing is missed, made up or read as another.
    pub fn is_right(&self) -> bool {
        self.tally.mistakes() == 0
    }
}

/// The code of one field of one letter, beside the label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldVerdict {
    /// The questionnaire's id, where the labels name it.
    pub questionnaire: Option<String>,
    /// The field.
    pub field: String,
    /// The label: the alternative that was read, else the best.
    pub gold: String,
    /// The code that was read; `None` where the record has no such field.
    pub read: Option<String>,
    /// True where the code is one of the label's alternatives.
    pub right: bool,
    /// True where the letter prints the question or answers it.
    pub asked: bool,
    /// How sure the program was; `None` where the record has no such field.
    pub certainty: Option<Certainty>,
    /// True where the record asks for a person's eye.
    pub review: bool,
}

/// One letter against its label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    /// The letter's path in the labels.
    pub file: String,
    /// Its family of layouts, where the labels name one.
    pub layout: Option<String>,
    /// True where a record was there to judge; without one everything is wrong.
    pub read: bool,
    /// Every item that the label speaks of.
    pub items: Vec<Verdict>,
    /// The fields of the questionnaire once more, as codes.
    pub fields: Vec<FieldVerdict>,
    /// Spans of evidence whose words stand at their place in the letter.
    pub evidence: Share,
}

impl Judgement {
    /// True where the program agrees with the label on everything.
    pub fn is_right(&self) -> bool {
        self.items.iter().all(Verdict::is_right)
    }
}
