//! What is wrong with a questionnaire file, and where in it.

use crate::text::Span;

/// How much a fault matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The file cannot be used.
    Error,
    /// It can, but a person should look.
    Warning,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// How much it matters.
    pub level: Level,
    /// What is wrong, in one clause.
    pub message: String,
    /// Where, in bytes of the file.
    pub span: Span,
    /// What is said at that place; may be empty.
    pub note: String,
    /// Another place that has to do with it, and what is said there.
    pub beside: Option<(Span, String)>,
    /// What to do.
    pub help: Option<String>,
}

impl Fault {
    /// An error at `span`.
    pub(super) fn error(message: impl Into<String>, span: impl Into<Span>, note: impl Into<String>) -> Self {
        let (message, span, note) = (message.into(), span.into(), note.into());
        Fault { level: Level::Error, message, span, note, beside: None, help: None }
    }

    /// A warning at `span`.
    pub(super) fn warning(message: impl Into<String>, span: impl Into<Span>, note: impl Into<String>) -> Self {
        Fault { level: Level::Warning, ..Fault::error(message, span, note) }
    }

    pub(super) fn beside(self, span: impl Into<Span>, note: impl Into<String>) -> Self {
        Fault { beside: Some((span.into(), note.into())), ..self }
    }

    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Fault { help: Some(help.into()), ..self }
    }
}
