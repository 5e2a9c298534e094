//! Dates and periods as letters print them, at the precision that they have.

mod period;

pub use period::{Period, find_periods, find_times};
