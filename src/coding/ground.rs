//! On what ground a sentence, or a clause of it, is read as yes, no or in part.

/// The ground of a side that is taken. Rules that weigh one side against another ask for it; the record names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// A turn of phrase takes the side.
    Stance,
    /// Turns of phrase take both sides, or one of them with a reservation.
    Reservation,
    /// A word that affirms by itself: "certainly".
    Affirmed,
    /// The clause denies what is asked.
    Denied,
    /// It says that what is asked came to an end.
    Ended,
    /// It says what was the case until some day.
    Formerly,
    /// It says what is yet to come, and what has been done was asked.
    ToCome,
    /// It says that the contrary is done.
    ContraryDone,
    /// It holds a word that limits.
    WithinLimits,
    /// It says that what is asked is done.
    SaidToBeDone,
    /// It recalls what is asked by a word: "it", "this".
    SaidOfIt,
    /// It ends in the verb of the question: "the wards do".
    VerbOfQuestion,
    /// It says "does it", "do so".
    DoesIt,
    /// It grants what is asked without subject or verb: "since June".
    Granted,
    /// Two clauses take different sides.
    ClausesDiffer,
}

impl Ground {
    /// The name of the rule in the record.
    pub fn rule(self) -> &'static str {
        match self {
            Ground::Stance => "stance",
            Ground::Reservation => "stance-with-reservation",
            Ground::Affirmed => "affirmed",
            Ground::Denied => "denied",
            Ground::Ended => "ended",
            Ground::Formerly => "formerly",
            Ground::ToCome => "still-to-come",
            Ground::ContraryDone => "contrary-done",
            Ground::WithinLimits => "within-limits",
            Ground::SaidToBeDone => "said-to-be-done",
            Ground::SaidOfIt => "said-of-it",
            Ground::VerbOfQuestion => "verb-of-the-question",
            Ground::DoesIt => "does-it",
            Ground::Granted => "granted-in-short",
            Ground::ClausesDiffer => "clauses-differ",
        }
    }
}
