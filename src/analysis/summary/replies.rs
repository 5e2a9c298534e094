//! The replies to one questionnaire: for each question how many were asked, answered and usable, and every code.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::record::{Code, QuestionKind};

/// One questionnaire and the replies to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionnaireReport {
    /// Its id: `restorative-justice`.
    pub id: String,
    /// Its title for people.
    pub title: String,
    /// Replies to this questionnaire, as against replies to something else.
    pub on_target: usize,
    /// Of these, replies with at least one usable answer.
    pub with_usable: usize,
    /// Every question in the questionnaire's order.
    pub questions: Vec<QuestionReport>,
}

/// One question and what the replies on target say to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionReport {
    /// Number as first printed: `1b-i`.
    pub number: String,
    /// Column name: `tariff_date`.
    pub field: String,
    /// Label for people.
    pub label: String,
    /// What kind of answer it asks for.
    pub kind: QuestionKind,
    /// Replies that print the question or answer it: on target, less `unasked`.
    pub asked: usize,
    /// Replies with words in answer to it: asked, less `blank`.
    pub answered: usize,
    /// Replies whose words give a value, which a state such as `refused` or `unclear` is not.
    pub usable: usize,
    /// Of the usable, those whose rule is `stated`.
    pub stated: usize,
    /// How often each code occurs, values first; dates, numbers and options are one entry each in `values`.
    pub codes: Vec<CodeCount>,
    /// Numbers and options, the most frequent first; empty for other kinds.
    pub values: Vec<CodeCount>,
    /// Dates in order; empty for other kinds.
    pub dates: Vec<Dated>,
}

/// How often one code occurs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeCount {
    /// The code as written in records.
    pub code: String,
    /// Replies with it.
    pub n: usize,
}

/// One date that a reply gives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Dated {
    /// First day that it covers, `YYYY-MM-DD`.
    pub from: String,
    /// Last day that it covers, `YYYY-MM-DD`.
    pub to: String,
    /// The date at the precision given (EDTF level 1).
    pub code: String,
    /// The body's name; `None` where the letter does not tell.
    pub authority: Option<Arc<str>>,
    /// The letter.
    pub file: Arc<str>,
}

impl QuestionReport {
    /// How many replies have `code`.
    pub fn n(&self, code: &Code) -> usize {
        self.codes.iter().find(|count| count.code == code.name()).map_or(0, |count| count.n)
    }
}
