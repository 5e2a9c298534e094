//! What a person should look at, and why: the reasons grouped, the worst first, each with a few files to start with.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Severity;
use crate::record::Record;

/// Files named for each reason.
const FILES_NAMED: usize = 3;

/// Everything that waits for a person's eye.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attention {
    /// Documents with at least one reason.
    pub letters: usize,
    /// The reasons, worst first, then the most frequent first.
    pub reasons: Vec<Reason>,
}

/// Where a reason to look comes from; the order is from worst to mildest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// A diagnostic of severity warning.
    Warning,
    /// A reply that does not tell who answers.
    Authority,
    /// An answer marked for review.
    Answer,
}

/// One reason to look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Where it comes from.
    pub source: Source,
    /// The diagnostic's code or the answer's reason for review: `totals-differ`, `two-answers`.
    pub reason: String,
    /// How often it occurs: diagnostics, replies or answers.
    pub n: usize,
    /// Documents in which it occurs.
    pub letters: usize,
    /// Up to three of those documents, the first in reading order.
    pub files: Vec<String>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct AttentionTally {
    letters: usize,
    reasons: BTreeMap<(Source, String), Reason>,
}

impl AttentionTally {
    pub(super) fn add(&mut self, record: &Record) {
        let mut here: BTreeMap<(Source, String), usize> = BTreeMap::new();
        for warning in record.diagnostics.iter().filter(|found| found.severity == Severity::Warning) {
            *here.entry((Source::Warning, warning.code.clone())).or_default() += 1;
        }
        if record.kind.answers() {
            if record.authority.is_none() {
                here.insert((Source::Authority, "authority-not-told".to_owned()), 1);
            }
            for reason in record.answers.iter().filter_map(|answer| answer.review.as_ref()) {
                *here.entry((Source::Answer, reason.clone())).or_default() += 1;
            }
        }
        self.letters += usize::from(!here.is_empty());
        for (key, n) in here {
            let (source, reason) = (key.0, key.1.clone());
            let known =
                self.reasons.entry(key).or_insert(Reason { source, reason, n: 0, letters: 0, files: Vec::new() });
            known.n += n;
            known.letters += 1;
            if known.files.len() < FILES_NAMED {
                known.files.push(record.file.clone());
            }
        }
    }

    pub(super) fn report(&self) -> Attention {
        let mut reasons: Vec<Reason> = self.reasons.values().cloned().collect();
        reasons.sort_by_key(|reason| (reason.source, std::cmp::Reverse(reason.n)));
        Attention { letters: self.letters, reasons }
    }
}
