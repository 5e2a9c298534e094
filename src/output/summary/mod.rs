//! A summary, written for people (text, Markdown) and for programs (JSON, CSV).

mod csv;
mod json;
mod markdown;
#[cfg(test)]
mod tests;
mod text;
pub(super) mod words;

pub use self::csv::write_csv;
pub use json::write_json;
pub use markdown::ROWS as FIGURES_IN_MARKDOWN;
pub use markdown::write_markdown;
pub use text::FIGURES_IN_TEXT;
pub use text::write_text;
