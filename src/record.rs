//! The record: one letter, normalised, as plain data. This is the contract of the output (`foi-rj/record/1`).
//!
//! Knows nothing of how values are found or printed.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::text::{Lines, Span};

/// The version of the record's shape; keys are only ever added to it.
pub const SCHEMA: &str = "foi-rj/record/1";

/// One letter, normalised.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// The path as found, with `/` between folders.
    pub file: String,
    /// SHA-256 of the file as it lies on disk, in hexadecimal.
    pub sha256: String,
    /// Size of the file on disk, in bytes.
    pub bytes: u64,
    /// How the file was decoded: `utf-8`, `utf-16le`, `windows-1252` …
    pub encoding: String,
    /// What read it; empty in records that were made before this was said.
    #[serde(default)]
    pub made_by: MadeBy,
    /// What the document is.
    pub kind: Kind,
    /// The body that answers; `None` where the letter does not tell.
    pub authority: Option<Authority>,
    /// The authority's own reference, without its label.
    pub reference: Option<Found>,
    /// Date of the request or of its receipt, `YYYY-MM-DD`.
    pub requested_on: Option<Found>,
    /// Date of the reply, `YYYY-MM-DD`.
    pub responded_on: Option<Found>,
    /// Id of the questionnaire that the letter answers.
    pub questionnaire: Option<String>,
    /// Every question of that questionnaire, in its order.
    pub answers: Vec<Answer>,
    /// Every question and answer of the letter, whatever the questionnaire.
    pub exchanges: Vec<Exchange>,
    /// Every figure that answers.
    pub counts: Vec<Count>,
    /// Provisions relied on to refuse or withhold.
    pub exemptions: Vec<Exemption>,
    /// Web addresses in the answers.
    pub links: Vec<Link>,
    /// Documents that the letter says it encloses.
    pub attachments: Vec<Attachment>,
    /// What a person should know about this letter.
    pub diagnostics: Vec<Diagnostic>,
}

/// What made a record, so that a figure can be traced to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeBy {
    /// Version of this program.
    pub version: String,
    /// SHA-256 of the questionnaires and reference data that it used, in hexadecimal.
    pub data: String,
}

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Answers or refuses a request for information.
    FoiResponse,
    /// Only asks.
    FoiRequest,
    /// Says that a request has arrived.
    FoiAcknowledgement,
    /// Asks the requester to explain the request.
    FoiClarification,
    /// Looks again at an earlier reply.
    FoiInternalReview,
    /// Replies to a coroner's report to prevent future deaths.
    CoronerResponse,
    /// Anything else: a policy, news, minutes, statistics.
    Other,
}

impl Kind {
    /// Every kind, in the order in which summaries list them.
    pub const ALL: [Kind; 7] = [
        Kind::FoiResponse,
        Kind::FoiInternalReview,
        Kind::FoiClarification,
        Kind::FoiAcknowledgement,
        Kind::FoiRequest,
        Kind::CoronerResponse,
        Kind::Other,
    ];

    /// The name used in records: `foi-response` …
    pub fn name(self) -> &'static str {
        match self {
            Kind::FoiResponse => "foi-response",
            Kind::FoiRequest => "foi-request",
            Kind::FoiAcknowledgement => "foi-acknowledgement",
            Kind::FoiClarification => "foi-clarification",
            Kind::FoiInternalReview => "foi-internal-review",
            Kind::CoronerResponse => "coroner-response",
            Kind::Other => "other",
        }
    }

    /// True where the document answers a request, so that its answers count.
    pub fn answers(self) -> bool {
        matches!(self, Kind::FoiResponse | Kind::FoiInternalReview)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Words of the letter that a value was read from; `text[start..end] == words`, always.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Byte offset into the decoded text.
    pub start: usize,
    /// Byte offset one past the last.
    pub end: usize,
    /// 1-based line of `start`.
    pub line: usize,
    /// The words themselves.
    pub words: String,
}

impl Evidence {
    /// The evidence that `span` of `text` gives.
    pub fn new(text: &str, lines: &Lines, span: Span) -> Self {
        Evidence {
            start: span.start,
            end: span.end,
            line: lines.number_of(span.start),
            words: span.of(text).to_owned(),
        }
    }

    /// Where the words stand.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// How sure the rule that gave a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// The words say it.
    Stated,
    /// It follows from the words, or from their place.
    Inferred,
}

/// The body that answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Authority {
    /// ODS code (NHS Organisation Data Service); `None` for bodies outside the NHS.
    pub code: Option<String>,
    /// The official name at the letter's date.
    pub name: String,
    /// How sure.
    pub certainty: Certainty,
    /// The rule that named it.
    pub rule: String,
    /// The words it was read from; empty where only the file's name told.
    pub evidence: Vec<Evidence>,
}

/// A value of the whole letter, with its rule and evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The value, normalised.
    pub value: String,
    /// The rule that found it.
    pub rule: String,
    /// The words it was read from.
    pub evidence: Vec<Evidence>,
}

/// What kind of answer a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// Yes, no, or qualified.
    YesNo,
    /// A date at any precision.
    Date,
    /// Words, a link or an attachment.
    Text,
    /// One number.
    Number,
    /// One of the options that the questionnaire lists.
    Choice,
    /// Figures by period.
    Counts,
}

impl QuestionKind {
    /// Every kind.
    pub const ALL: [QuestionKind; 6] = [
        QuestionKind::YesNo,
        QuestionKind::Date,
        QuestionKind::Text,
        QuestionKind::Number,
        QuestionKind::Choice,
        QuestionKind::Counts,
    ];

    /// The name used in records and in questionnaires: `yes-no` …
    pub fn name(self) -> &'static str {
        match self {
            QuestionKind::YesNo => "yes-no",
            QuestionKind::Date => "date",
            QuestionKind::Text => "text",
            QuestionKind::Number => "number",
            QuestionKind::Choice => "choice",
            QuestionKind::Counts => "counts",
        }
    }
}

/// The code of an answer: a value of its question's kind, or a state in place of one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Yes or no with a real reservation.
    Qualified,
    /// Substantive words, a link or an attachment that is the thing asked for.
    Given,
    /// A date (EDTF level 1), a number as printed, or an option.
    Value(String),
    /// Withheld: exemption, cost limit, neither confirm nor deny, vexatious, repeated.
    Refused,
    /// Not held, recorded or collated.
    NotHeld,
    /// Only points to another body, reply, document or link.
    Elsewhere,
    /// Skipped because its condition fails.
    NotApplicable,
    /// Printed and not answered.
    Blank,
    /// Neither printed nor answered.
    Unasked,
    /// Words that do not answer.
    Unclear,
}

impl Code {
    /// Every code that is not a free value, in the order in which summaries list them.
    pub const NAMED: [Code; 11] = [
        Code::Yes,
        Code::No,
        Code::Qualified,
        Code::Given,
        Code::Refused,
        Code::NotHeld,
        Code::Elsewhere,
        Code::NotApplicable,
        Code::Blank,
        Code::Unasked,
        Code::Unclear,
    ];

    /// The code as written in records.
    pub fn name(&self) -> &str {
        match self {
            Code::Yes => "yes",
            Code::No => "no",
            Code::Qualified => "qualified",
            Code::Given => "given",
            Code::Value(value) => value,
            Code::Refused => "refused",
            Code::NotHeld => "not-held",
            Code::Elsewhere => "elsewhere",
            Code::NotApplicable => "not-applicable",
            Code::Blank => "blank",
            Code::Unasked => "unasked",
            Code::Unclear => "unclear",
        }
    }

    /// True for a value of the question's kind, false for a state in place of one.
    pub fn is_value(&self) -> bool {
        matches!(self, Code::Yes | Code::No | Code::Qualified | Code::Given | Code::Value(_))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl From<&str> for Code {
    fn from(name: &str) -> Self {
        Code::NAMED.into_iter().find(|code| code.name() == name).unwrap_or_else(|| Code::Value(name.to_owned()))
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Code::from(String::deserialize(deserializer)?.as_str()))
    }
}

/// How an answer was tied to its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The letter repeats the question's words.
    Wording,
    /// The answer carries the question's number.
    Number,
    /// The answer stands where the question's answer is due.
    Position,
    /// One answer serves several questions.
    Shared,
}

/// One question of the questionnaire, and what the letter says to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The question's number in the questionnaire: `1b-i`.
    pub question: String,
    /// The question's field: `tariff_date`.
    pub field: String,
    /// What kind of answer it asks for.
    pub kind: QuestionKind,
    /// The answer, coded.
    pub code: Code,
    /// How sure the rule is.
    pub certainty: Certainty,
    /// How the answer was tied to the question; `None` where there is no answer.
    pub basis: Option<Basis>,
    /// The rule that gave the code.
    pub rule: String,
    /// The words that decided, joined by ` … ` where there are several places.
    pub words: String,
    /// Where those words stand.
    pub evidence: Vec<Evidence>,
    /// The whole answer they were read from.
    pub answer: Vec<Evidence>,
    /// Provisions relied on in this answer.
    pub exemptions: Vec<String>,
    /// Web addresses in this answer.
    pub links: Vec<String>,
    /// Documents that this answer says it encloses.
    pub attachments: Vec<String>,
    /// Why a person should look; `None` where nobody needs to.
    pub review: Option<String>,
}

/// One question of the letter and the answer to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exchange {
    /// The number as printed, with its parents: `1b-i`.
    pub number: Option<String>,
    /// The question's words, white space folded.
    pub question: String,
    /// The answer's words, white space folded; empty where there is none.
    pub answer: String,
    /// The answer, coded.
    pub code: Code,
    /// How sure the rule is.
    pub certainty: Certainty,
    /// The rule that gave the code.
    pub rule: String,
    /// Where the question stands.
    pub question_spans: Vec<Evidence>,
    /// Where the answer stands.
    pub answer_spans: Vec<Evidence>,
}

/// Whether a figure stands for itself or sums others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Stands for itself.
    Value,
    /// Sums others printed beside it.
    Total,
}

/// One figure that answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Count {
    /// What is counted, in the letter's words, row and column labels joined by ` / `.
    pub measure: String,
    /// The period as printed.
    pub period: Option<String>,
    /// First day of the period, `YYYY-MM-DD`.
    pub start: Option<String>,
    /// Last day of the period, `YYYY-MM-DD`.
    pub end: Option<String>,
    /// The figure as printed: `12`, `<5`, `three`, `*`.
    pub value: String,
    /// The least it can be; `None` where unknown.
    pub min: Option<u64>,
    /// The most it can be; `None` where unknown.
    pub max: Option<u64>,
    /// Whether it sums others.
    pub role: Role,
    /// How sure the rule is.
    pub certainty: Certainty,
    /// The rule that read it.
    pub rule: String,
    /// The words it was read from, the figure first.
    pub evidence: Vec<Evidence>,
}

/// A provision relied on to refuse or withhold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exemption {
    /// Act and provision: `FOIA s40(2)`, `EIR r12(5)(b)`.
    pub provision: String,
    /// The questionnaire's field whose answer relies on it, if it is one.
    pub field: Option<String>,
    /// How sure the rule is.
    pub certainty: Certainty,
    /// The words it was read from.
    pub evidence: Vec<Evidence>,
}

/// A web address in an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The address as printed.
    pub url: String,
    /// The questionnaire's field whose answer holds it, if it is one.
    pub field: Option<String>,
    /// Where it stands.
    pub evidence: Vec<Evidence>,
}

/// A document that the letter says it encloses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The words that promise it.
    pub words: String,
    /// The questionnaire's field whose answer promises it, if it is one.
    pub field: Option<String>,
    /// Where they stand.
    pub evidence: Vec<Evidence>,
}
