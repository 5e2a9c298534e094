//! Dates and periods as letters print them, at the precision that they have.

mod around;
mod date;
pub mod edtf;
mod forms;
mod moment;
mod period;
mod working_days;

/// The names of the months, folded. Their first three letters are their short forms.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

pub use date::{Dated, find_dates};
pub use moment::{Moment, Point, Season};
pub use period::{Period, find_periods, find_periods_and_times, find_times, is_financial_year};
pub use working_days::{Law, WORKING_DAYS_ALLOWED, due_on, working_days_between, years_known};
