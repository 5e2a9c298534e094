//! What a person should know about one letter: a stable code, a severity, and where to look.

use serde::{Deserialize, Serialize};

use crate::text::{Lines, Span};

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// A value may be wrong or missing.
    Warning,
}

/// One remark on one letter. It never stops a run and never takes the place of a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Stable, kebab-case: `totals-differ`, `bytes-replaced`, `two-answers` …
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// One sentence for a person.
    pub message: String,
    /// Byte offset of the place, into the decoded text.
    pub start: usize,
    /// Byte offset one past the place.
    pub end: usize,
    /// 1-based line of `start`.
    pub line: usize,
}

impl Diagnostic {
    /// A warning about `span`.
    pub fn warning(code: &str, message: impl Into<String>, span: Span, lines: &Lines) -> Self {
        Self::new(code, Severity::Warning, message.into(), span, lines)
    }

    /// A note about `span`.
    pub fn note(code: &str, message: impl Into<String>, span: Span, lines: &Lines) -> Self {
        Self::new(code, Severity::Note, message.into(), span, lines)
    }

    fn new(code: &str, severity: Severity, message: String, span: Span, lines: &Lines) -> Self {
        Diagnostic {
            code: code.to_owned(),
            severity,
            message,
            start: span.start,
            end: span.end,
            line: lines.number_of(span.start),
        }
    }
}
