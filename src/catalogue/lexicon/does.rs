//! What a word can do in a clause.

use serde::Deserialize;

/// What a word does in a clause; a word may do several things.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Does {
    /// Nothing, though a part of it would: "no later than".
    Nothing,
    /// It denies: "not".
    Denies,
    /// It says that something is no more, or was not wanted: "ceased".
    Ends,
    /// It says that something holds in part: "only".
    Limits,
    /// It takes no side: "may".
    Opens,
    /// It takes no side even where the deed is named: "whether".
    Wonders,
    /// It asks or relates: "which".
    Relates,
    /// It says that practice differs: "depends".
    Varies,
    /// It tells what somebody says: "confirms".
    Reports,
    /// It stands before a thing: "of".
    Leads,
    /// It tells somebody to go elsewhere: "better placed".
    Sends,
    /// It is what is done there: "ask".
    Seeks,
    /// It is a verb of knowing or keeping: "record".
    Knows,
    /// It speaks of what is to come: "will".
    Will,
    /// It makes a clause of words: "is".
    Asserts,
    /// It stands for a verb: "has".
    Stands,
    /// It stands for the thing asked about: "it".
    Recalls,
    /// It is the body that answers: "we".
    IsUs,
    /// It hangs a clause on another: "because".
    Binds,
    /// It points at something known: "the".
    Points,
    /// It says how many: "every".
    Counts,
    /// It says that something is or happens: "took place".
    Occurs,
    /// It turns a sentence round: "but".
    Turns,
    /// It opens an answer without a subject and grants what was asked: "since".
    Grants,
    /// It says yes: "certainly".
    Affirms,
    /// It names a share that others are set against: "some".
    SharesOut,
    /// It tells of a time that is over: "formerly".
    Formerly,
    /// It says that a search came to nothing: "drew a blank".
    FindsNothing,
    /// It holds what is asked for: "website".
    Houses,
    /// It says that somebody knows of something: "aware of".
    Attests,
}
