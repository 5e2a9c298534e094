//! Writing for a terminal: styles, widths and characters that are safe to show.
//!
//! Renderers always write styles; whoever owns the stream decides on colour (`anstream` strips what is unwanted).

mod safe;
mod visible;
mod width;

use anstyle::{AnsiColor, Style};

pub use safe::Safe;
pub use visible::{picture, visible};
pub use width::{fit, fit_end, left, pack, right, width, wrap};

/// No screen is wider than this, in columns.
pub const WIDTH: usize = 80;
/// Headings.
pub const HEADING: Style = Style::new().bold();
/// What matters least: zeros, rules, lines without evidence.
pub const DIM: Style = Style::new().dimmed();
/// What a person should look at.
pub const WARN: Style = AnsiColor::Yellow.on_default();
/// Evidence and what it says.
pub const MARK: Style = AnsiColor::Cyan.on_default().bold();

/// `text` in `style`.
pub fn paint(style: Style, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{style}{text}{style:#}") }
}
