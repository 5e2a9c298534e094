//! Was it in time? The last day for a reply, and what came by then.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::when::{Law, due_on, working_days_between};

/// How a reply stands to its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Timing {
    /// No reply, and the last day is over.
    Overdue,
    /// A reply after the last day.
    Late,
    /// A reply by the last day.
    InTime,
    /// No reply, and the last day is still to come.
    NotDue,
    /// The body waits for an explanation: the days begin anew when it arrives (FOIA s.1(3), s.10(6); FOISA s.1(3), s.10(1)(b)).
    Paused,
    /// The dates that are needed are missing or contradict each other.
    NotTold,
}

impl Timing {
    /// Every timing, in the order in which they are listed.
    pub const ALL: [Timing; 6] =
        [Timing::InTime, Timing::Late, Timing::Overdue, Timing::NotDue, Timing::Paused, Timing::NotTold];

    /// The name used in tables: `in-time` …
    pub fn name(self) -> &'static str {
        match self {
            Timing::Overdue => "overdue",
            Timing::Late => "late",
            Timing::InTime => "in-time",
            Timing::NotDue => "not-due",
            Timing::Paused => "paused",
            Timing::NotTold => "not-told",
        }
    }
}

impl fmt::Display for Timing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// What is known of the time that one request took.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Dates {
    pub received: Option<NaiveDate>,
    /// The first reply, if there is one, and its date.
    pub replied: Option<Option<NaiveDate>>,
    /// The body asked for an explanation.
    pub clarified: bool,
    /// Dates contradict each other.
    pub contradictory: bool,
    /// The day to which what is overdue is counted.
    pub counted_to: Option<NaiveDate>,
}

/// The timing of one request, its last day, and the working days that it took or has taken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Timed {
    pub timing: Timing,
    pub due: Option<NaiveDate>,
    pub working_days: Option<u32>,
}

impl Dates {
    pub(super) fn timed(self, law: Law) -> Timed {
        let told = self.received.filter(|_| !self.contradictory);
        let Some((received, due)) = told.and_then(|received| Some((received, due_on(received, law)?))) else {
            return Timed { timing: Timing::NotTold, due: None, working_days: None };
        };
        let end = self.replied.unwrap_or(self.counted_to);
        let timing = match (self.replied, end) {
            (Some(_), Some(end)) if end <= due => Timing::InTime,
            // When the explanation arrived, nobody here knows.
            (Some(_), Some(_)) if self.clarified => Timing::NotTold,
            (Some(_), Some(_)) => Timing::Late,
            (None, _) if self.clarified => Timing::Paused,
            (None, Some(end)) if end > due => Timing::Overdue,
            (None, Some(_)) => Timing::NotDue,
            (_, None) => Timing::NotTold,
        };
        let due = Some(due).filter(|_| timing != Timing::Paused && !(self.clarified && timing == Timing::NotTold));
        let end = end.filter(|_| timing != Timing::Paused);
        Timed { timing, due, working_days: end.and_then(|end| working_days_between(received, end, law)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_twentieth_day_is_in_time_and_the_next_is_late() {
        let day = |day: &str| day.parse::<NaiveDate>().ok();
        let asked = Dates { received: day("2025-05-12"), counted_to: day("2025-06-11"), ..Dates::default() };
        let timing = |dates: Dates| dates.timed(Law::Foia).timing;
        let replied = |on: &str| Dates { replied: Some(day(on)), ..asked };
        assert_eq!(timing(replied("2025-06-10")), Timing::InTime);
        assert_eq!(timing(replied("2025-06-11")), Timing::Late);
        assert_eq!(timing(asked), Timing::Overdue);
        assert_eq!(timing(Dates { counted_to: day("2025-06-10"), ..asked }), Timing::NotDue);
        assert_eq!(timing(Dates { clarified: true, ..asked }), Timing::Paused);
        assert_eq!(timing(Dates { clarified: true, ..replied("2025-06-11") }), Timing::NotTold);
        assert_eq!(timing(Dates { clarified: true, ..replied("2025-06-10") }), Timing::InTime);
        assert_eq!(timing(Dates { replied: Some(None), ..asked }), Timing::NotTold);
        assert_eq!(timing(Dates { contradictory: true, ..replied("2025-06-10") }), Timing::NotTold);
        assert_eq!(timing(Dates { received: None, ..asked }), Timing::NotTold);
        assert_eq!(timing(Dates { received: day("2030-12-20"), ..asked }), Timing::NotTold);
    }
}
