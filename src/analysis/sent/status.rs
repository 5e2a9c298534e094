//! What a body has done so far, by its letters.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::record::{Code, Kind, Record};

/// What a body has done so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Has replied, and withholds nothing.
    Replied,
    /// Has replied, and withholds a part.
    RefusedInPart,
    /// Withholds everything that it answers.
    Refused,
    /// Holds nothing of what was asked.
    NotHeld,
    /// Has asked what the request means, and not replied since.
    Clarification,
    /// Has said that the request arrived.
    Acknowledged,
    /// Has sent nothing.
    Nothing,
}

impl Status {
    /// Every status, in the order in which they are listed.
    pub const ALL: [Status; 7] = [
        Status::Replied,
        Status::RefusedInPart,
        Status::Refused,
        Status::NotHeld,
        Status::Clarification,
        Status::Acknowledged,
        Status::Nothing,
    ];

    /// The name used in tables: `refused-in-part` …
    pub fn name(self) -> &'static str {
        match self {
            Status::Replied => "replied",
            Status::RefusedInPart => "refused-in-part",
            Status::Refused => "refused",
            Status::NotHeld => "not-held",
            Status::Clarification => "clarification",
            Status::Acknowledged => "acknowledged",
            Status::Nothing => "nothing",
        }
    }

    /// True where the body has replied, whatever it says.
    pub fn has_replied(self) -> bool {
        self <= Status::NotHeld
    }

    /// What the reply in `record` does with the request.
    pub(super) fn of_reply(record: &Record) -> Status {
        let of_answers = record.answers.iter().map(|answer| &answer.code);
        let codes: Vec<&Code> = match record.questionnaire {
            Some(_) => of_answers.collect(),
            None => record.exchanges.iter().map(|exchange| &exchange.code).collect(),
        };
        let any = |test: fn(&Code) -> bool| codes.iter().any(|code| test(code));
        let told = any(|code| code.is_value() || matches!(code, Code::Elsewhere | Code::Unclear));
        let withheld = any(|code| *code == Code::Refused) || !record.exemptions.is_empty();
        match (told, withheld, any(|code| *code == Code::NotHeld)) {
            (true, true, _) => Status::RefusedInPart,
            (false, true, _) => Status::Refused,
            (false, false, true) => Status::NotHeld,
            _ => Status::Replied,
        }
    }

    /// Of a body that has not replied.
    pub(super) fn of_steps(letters: &[Record]) -> Status {
        let sent = |kind: Kind| letters.iter().any(|letter| letter.kind == kind);
        match (sent(Kind::FoiClarification), sent(Kind::FoiAcknowledgement)) {
            (true, _) => Status::Clarification,
            (false, true) => Status::Acknowledged,
            _ => Status::Nothing,
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
