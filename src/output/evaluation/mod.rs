//! An evaluation, written for people (text, Markdown) and for programs (JSON, CSV).

mod confusion;
mod csv;
mod json;
mod markdown;
#[cfg(test)]
mod tests;
mod text;
pub mod words;

pub use self::csv::write_csv;
pub use json::write_json;
pub use markdown::write_markdown;
pub use text::write_text;
