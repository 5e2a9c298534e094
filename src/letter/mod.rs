//! What is said once for the whole letter: kind, authority, reference, dates.

mod zones;

pub use zones::{Zone, Zones};
