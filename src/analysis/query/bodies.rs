//! Which bodies asked match: by what they have done, whether it was in time, and what their letter that counts says.

use super::Query;
use crate::analysis::sent::{BodyReport, Status, Timing};
use crate::record::Record;

/// What is looked for among the bodies asked. Every part must hold; within a list one of several is enough.
#[derive(Clone, Debug, Default)]
pub struct BodyQuery {
    /// What they have done.
    pub statuses: Vec<Status>,
    /// Whether it was in time.
    pub timings: Vec<Timing>,
    /// Their names, and what the letter that counts must be; where nothing is said of it, there need be none.
    pub letter: Query,
}

impl BodyQuery {
    /// True where `body`, whose reply that counts is `reply`, is looked for.
    pub fn matches(&self, body: &BodyReport, reply: Option<&Record>) -> bool {
        let of_letter = Query { authorities: Vec::new(), ..self.letter.clone() };
        (self.statuses.is_empty() || self.statuses.contains(&body.status))
            && (self.timings.is_empty() || self.timings.contains(&body.timing))
            && self.letter.is_authority(&body.body, body.code.as_deref())
            && (of_letter == Query::default() || reply.is_some_and(|reply| of_letter.matches(reply)))
    }
}
