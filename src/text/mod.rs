//! Positions in text, and views of it that are easier to match and can point back.

mod brackets;
pub mod capitals;
mod fold;
mod lines;
mod quotes;
mod regex;
mod span;
mod view;

pub use brackets::{bracketed_openings, without_closing_bracket};
pub use fold::Folded;
pub use lines::{Lines, find_blank_line};
pub use quotes::{Depths, answering_depths, unquote};
pub use regex::{Captures, Match, Regex};
pub use span::Span;
pub use view::View;
