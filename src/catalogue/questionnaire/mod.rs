//! A questionnaire: the questions that were sent to many bodies, as a data file.

mod alike;
mod check;
pub mod deed;
mod fault;
mod file;
pub mod kind;
pub mod naming;
mod question;
mod subject;

use crate::text::Regex;

use crate::catalogue::patterns::Pattern;
use crate::catalogue::topics::Topics;
use crate::record::QuestionKind;

pub use check::{Checked, RESERVED};
pub use fault::{Fault, Level};
pub use subject::{asks_also_how, asks_how};

/// One round of the same questions to many bodies.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    /// Kebab-case name: `council-parking`.
    pub id: String,
    /// Title for people.
    pub title: String,
    /// Headings and opening words that stand above several questions.
    pub groups: Vec<Group>,
    /// The questions, in their printed order.
    pub questions: Vec<Question>,
    /// Which of the questions a sentence speaks of.
    pub topics: Topics,
    /// SHA-256 of its file, in hexadecimal.
    pub digest: String,
}

/// What stands above several questions: a heading, or the words that they all continue.
#[derive(Clone, Debug)]
pub struct Group {
    /// Name by which `parent` refers to it.
    pub id: String,
    /// Number as first printed; `None` where it has none.
    pub number: Option<String>,
    /// The group that it stands under.
    pub parent: Option<String>,
    /// Its words: "Does the council charge for parking in any car park it runs at:".
    pub wording: String,
}

/// One question of a questionnaire.
#[derive(Clone, Debug)]
pub struct Question {
    /// Name by which `parent` and `only-if` refer to it; the field, unless the file gives another.
    pub id: String,
    /// Column name, snake case: `tariff_date`.
    pub field: String,
    /// Number as first printed, nested parts joined: `1b-i`.
    pub number: String,
    /// The group or question that it stands under.
    pub parent: Option<String>,
    /// What kind of answer it asks for.
    pub kind: QuestionKind,
    /// A short label for headings.
    pub label: String,
    /// The answers offered, for a question of the kind `choice`.
    pub options: Vec<Choice>,
    /// The periods for which figures are asked, for the kind `counts`; as printed.
    pub periods: Vec<String>,
    /// The fields of which one must be answered yes first ("If yes …").
    pub only_if: Vec<String>,
    /// The wordings in which it was asked, the first as first sent.
    pub wordings: Vec<String>,
    /// What the wordings say of the question and its answers.
    pub subject: Subject,
}

/// How a question's subject is spoken of, as patterns over folded text; read from its wordings.
#[derive(Clone, Debug, Default)]
pub struct Subject {
    /// The question, where a request or an authority shortens it.
    pub asked_as: Vec<Pattern>,
    /// All its words, folded, behind those of the group that it stands in.
    pub asked: String,
    /// Its subject, in an answer to several questions.
    pub about: Vec<Pattern>,
    /// What, said positively, means yes.
    pub affirmed_by: Vec<Pattern>,
    /// What, said positively, means no.
    pub denied_by: Vec<Pattern>,
    /// What stands by the date asked for.
    pub dated_by: Vec<Pattern>,
    /// True where a sum of money is asked for.
    pub asks_money: bool,
    /// True where it asks how something is done: whoever tells of it describes it.
    pub describes: bool,
}

/// One of the answers that a question offers.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The code in records, kebab-case: `card`.
    pub id: String,
    /// Pattern (over folded text) of the words that name it.
    pub named: Regex,
}

impl Questionnaire {
    /// Reads a questionnaire file and says everything that is wrong with it.
    pub fn read(toml: &str) -> Checked {
        check::read(toml)
    }

    /// The question that `id` names, by id or by field.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id || question.field == id)
    }

    /// The index of the outermost group that a question (by index) stands in; `None` where it stands in none.
    pub fn root_of(&self, question: usize) -> Option<usize> {
        let mut root = None;
        let mut parent = self.questions[question].parent.as_ref();
        // A chain of parents is no longer than all that can be named in it, even where a file goes in circles.
        for _ in 0..=self.groups.len() + self.questions.len() {
            let Some(id) = parent else { break };
            let group = self.groups.iter().position(|group| group.id == *id);
            root = group.or(root);
            parent = match group {
                Some(at) => self.groups[at].parent.as_ref(),
                None => self.question(id).and_then(|question| question.parent.as_ref()),
            };
        }
        root
    }
}
