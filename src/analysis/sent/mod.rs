//! The list of bodies asked, held against the letters that came: who has replied, who has not, and was it in time.

mod asked;
mod column;
mod contradictions;
mod day;
mod layout;
mod list;
mod matching;
mod questions;
mod report;
mod request;
mod row;
mod status;
#[cfg(test)]
mod tests;
mod timing;

pub use asked::{Asked, Fault, SentList};
pub use contradictions::CONTRADICTIONS;
pub use layout::COLUMNS;
pub use list::read_list;
pub use matching::{NotMatched, Sent};
pub use questions::{AskedQuestion, AskedQuestionnaire};
pub use report::{BodyReport, Contradiction, SentReport, StatusCount, TimingCount, Unmatched};
pub use status::Status;
pub use timing::Timing;
