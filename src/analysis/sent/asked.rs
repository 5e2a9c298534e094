//! The shape of a list of bodies asked, and of what is wrong with one.

use chrono::NaiveDate;

use crate::analysis::requests::{Body, Reference};
use crate::when::Law;

/// Every body that was asked, in the order of the list.
#[derive(Clone, Debug, Default)]
pub struct SentList {
    /// What the list is called: the file as it was named.
    pub name: String,
    /// The bodies.
    pub asked: Vec<Asked>,
}

/// One body that was asked once.
#[derive(Clone, Debug)]
pub struct Asked {
    /// 1-based line of the list.
    pub line: usize,
    /// Who it is.
    pub body: Body,
    /// Its official name when it was asked, or the name in the list where it is not known.
    pub name: String,
    /// Its code, where it has one.
    pub code: Option<String>,
    /// The day on which the request was sent.
    pub sent_on: Option<NaiveDate>,
    /// The day on which the body was told what the request means, where it asked: its time begins anew.
    pub clarified_on: Option<NaiveDate>,
    /// The body's reference of the request, as written.
    pub reference: Option<String>,
    /// The same, made comparable.
    pub key: Option<Reference>,
    /// Letters that are known to come from it, by path or by the end of one.
    pub files: Vec<String>,
    /// The Act by which it answers, where the list says so.
    pub law: Option<Law>,
}

/// Something wrong with a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// 1-based line; 0 for the whole.
    pub line: usize,
    /// True where the list cannot be used.
    pub error: bool,
    /// What is wrong and what to do, in one sentence.
    pub message: String,
}

impl Fault {
    pub(super) fn error(line: usize, message: impl Into<String>) -> Self {
        Fault { line, error: true, message: message.into() }
    }

    pub(super) fn warning(line: usize, message: impl Into<String>) -> Self {
        Fault { line, error: false, message: message.into() }
    }
}
