//! Who answers: how many bodies, how many of them more than once, and how many replies do not say.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::record::Authority;

/// The bodies behind the replies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authorities {
    /// Different bodies.
    pub bodies: usize,
    /// Of these, bodies with more than one reply.
    pub with_several_replies: usize,
    /// Replies that do not tell who answers.
    pub replies_without: usize,
}

#[derive(Clone, Debug, Default)]
pub(super) struct AuthorityTally {
    replies: HashMap<String, u32>,
    without: usize,
}

impl AuthorityTally {
    /// A body is its code; one outside the NHS has none and is its name.
    pub(super) fn add(&mut self, authority: Option<&Authority>) {
        match authority {
            Some(body) => *self.replies.entry(body.code.as_ref().unwrap_or(&body.name).clone()).or_default() += 1,
            None => self.without += 1,
        }
    }

    pub(super) fn report(&self) -> Authorities {
        Authorities {
            bodies: self.replies.len(),
            with_several_replies: self.replies.values().filter(|&&replies| replies > 1).count(),
            replies_without: self.without,
        }
    }
}
