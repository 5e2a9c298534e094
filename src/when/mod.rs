//! Dates and periods as letters print them, at the precision that they have.

mod around;
mod date;
mod forms;
mod moment;
mod working_days;

pub use date::{Dated, find_dates};
pub use moment::{Moment, Point, Season};
pub use working_days::working_days_between;
