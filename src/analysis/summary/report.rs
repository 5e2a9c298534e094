//! The shape of a summary (`foi-rj/summary/1`): plain data, the contract of `summarise --format json`.

use serde::{Deserialize, Serialize};

use super::{Attention, Authorities, FigureSum, OffTarget, QuestionnaireReport};
use crate::analysis::requests::Linked;
use crate::analysis::sent::SentReport;
use crate::record::Kind;

/// The version of the summary's shape; keys are only ever added to it.
pub const SCHEMA: &str = "foi-rj/summary/1";

/// A whole corpus on one page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Documents read, of any kind.
    pub letters: usize,
    /// Documents that answer a request; everything below `kinds` counts only these, `attention` aside.
    pub replies: usize,
    /// Documents by kind, every kind in a fixed order.
    pub kinds: Vec<KindCount>,
    /// Who answers.
    pub authorities: Authorities,
    /// The earliest date of a reply, `YYYY-MM-DD`.
    pub first_reply: Option<String>,
    /// The latest date of a reply, `YYYY-MM-DD`.
    pub last_reply: Option<String>,
    /// The bodies asked, and what came of it; only with a list of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<SentReport>,
    /// Each questionnaire that some reply answers.
    pub questionnaires: Vec<QuestionnaireReport>,
    /// Replies whose answers do not count, since a later letter of the same body to the same request does.
    #[serde(default)]
    pub linked: Vec<Linked>,
    /// Replies that answer none of the known questionnaires, in reading order; they count for no question.
    #[serde(default)]
    pub off_target: Vec<OffTarget>,
    /// Figures, summed within one letter by measure and period, by authority.
    pub figures: Vec<FigureSum>,
    /// How many smaller ones are not listed; none, unless that was asked for.
    #[serde(skip)]
    pub more_figures: usize,
    /// Provisions relied on, the most used first.
    pub exemptions: Vec<ExemptionCount>,
    /// What a person should look at, worst first.
    pub attention: Attention,
}

/// How many documents are of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindCount {
    /// The kind.
    pub kind: Kind,
    /// Documents of it.
    pub letters: usize,
    /// True where documents of this kind answer a request.
    pub answers: bool,
}

/// How many replies rely on one provision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExemptionCount {
    /// Act and provision: `FOIA s40(2)`.
    pub provision: String,
    /// Replies that rely on it at least once.
    pub letters: usize,
}
