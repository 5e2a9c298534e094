//! Which records match: conditions on body, kind, answers, dates, exemptions and words. Reads no files, prints nothing.

mod bodies;
mod condition;
mod dates;
mod exemption;

use anyhow::Result;

use crate::diagnostic::Severity;
use crate::record::{Kind, Record};

pub use bodies::BodyQuery;
pub use condition::Condition;
pub use dates::Range;
pub use exemption::Provision;

/// What is looked for. Every part must hold; within `authorities`, `kinds` and `exemptions` one of several is enough.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// ODS codes, names or parts of names, in any case.
    pub authorities: Vec<String>,
    /// Conditions on fields.
    pub fields: Vec<Condition>,
    /// The days in which the answer to the questionnaire's first date question must fall, at least in part.
    pub dated: Option<Range>,
    /// Kinds of document.
    pub kinds: Vec<Kind>,
    /// Provisions relied on.
    pub exemptions: Vec<Provision>,
    /// Words that must stand in the answers, in any case; the echoed question is not searched.
    pub contains: Vec<String>,
    /// Only what a person should look at.
    pub needs_review: bool,
}

impl Query {
    /// True where `record` is looked for.
    pub fn matches(&self, record: &Record) -> bool {
        self.authority(record)
            && (self.kinds.is_empty() || self.kinds.contains(&record.kind))
            && self.fields.iter().all(|condition| condition.holds(record))
            && self.dated.as_ref().is_none_or(|range| range.holds(record))
            && (self.exemptions.is_empty() || self.exemptions.iter().any(|provision| provision.relied_on(record)))
            && self.contains.iter().all(|words| answers_contain(record, words))
            && (!self.needs_review || needs_review(record))
    }

    fn authority(&self, record: &Record) -> bool {
        let Some(authority) = &record.authority else { return self.authorities.is_empty() };
        self.is_authority(&authority.name, authority.code.as_deref())
    }

    /// True where the body of this name and code is looked for.
    pub fn is_authority(&self, name: &str, code: Option<&str>) -> bool {
        let lower = name.to_lowercase();
        let code = |wanted: &str| code.is_some_and(|code| code.eq_ignore_ascii_case(wanted));
        self.authorities.is_empty()
            || self.authorities.iter().any(|wanted| code(wanted) || lower.contains(&wanted.to_lowercase()))
    }
}

fn answers_contain(record: &Record, words: &str) -> bool {
    let wanted = fold(words);
    record.exchanges.iter().any(|exchange| fold(&exchange.answer).contains(&wanted))
}

fn fold(text: &str) -> String {
    let straight = text.replace(['\u{2018}', '\u{2019}'], "'").replace(['\u{2013}', '\u{2014}'], "-");
    straight.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// True where a person should look: an answer says so, a warning was raised, or a reply names no body.
pub fn needs_review(record: &Record) -> bool {
    record.answers.iter().any(|answer| answer.review.is_some())
        || record.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Warning)
        || record.kind.answers() && record.authority.is_none()
}

/// The things that a comma list names, of all that there are.
///
/// # Errors
/// A name that none of them has, with the nearest that one has.
pub fn parse_names<T: Copy>(what: &str, list: &str, all: &[T], name: impl Fn(T) -> &'static str) -> Result<Vec<T>> {
    let names: Vec<&str> = all.iter().map(|one| name(*one)).collect();
    list.split(',')
        .map(|wanted| match all.iter().find(|one| name(**one) == wanted.trim()) {
            Some(one) => Ok(*one),
            None => Err(unknown(what, wanted.trim(), &names)),
        })
        .collect()
}

/// An error that names what is unknown and the nearest of what is known.
pub fn unknown(what: &str, given: &str, known: &[&str]) -> anyhow::Error {
    let near = known.iter().max_by(|a, b| strsim::jaro(a, given).total_cmp(&strsim::jaro(b, given)));
    match near.filter(|near| strsim::jaro(near, given) > 0.7) {
        Some(near) => anyhow::anyhow!("there is no {what} `{given}`; did you mean `{near}`?"),
        None => anyhow::anyhow!("there is no {what} `{given}`; there are {}", known.join(", ")),
    }
}
