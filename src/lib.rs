//! `foi-rj` reads Freedom of Information replies into normalised records in which every value points at the words it
//! came from.

pub mod align;
pub mod analysis;
pub mod catalogue;
pub mod cli;
pub mod coding;
pub mod diagnostic;
pub mod document;
pub mod draft;
#[cfg(test)]
mod labelled;
pub mod letter;
pub mod output;
pub mod pipeline;
pub mod record;
pub mod segment;
pub mod source;
pub mod text;
pub mod when;

pub use pipeline::extract;
