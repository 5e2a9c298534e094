//! Text → units: the smallest stretches of a letter that one person wrote for one purpose.

mod label;

pub use label::{Label, Number, Step, parse_label};
