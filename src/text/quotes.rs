//! Quoted lines of e-mails, told by the `>` before them.

use super::{Lines, Span};

/// As many stretches of other lines between quoted ones are no accident: somebody answers between the questions.
const TURNS: usize = 4;

/// How many `>` stand before the words of a line, and what is behind them.
pub fn unquote(line: &str) -> (usize, &str) {
    let (mut depth, mut rest) = (0, line);
    while let Some(after) = rest.trim_start_matches([' ', '\t', '\u{a0}']).strip_prefix('>') {
        (depth, rest) = (depth + 1, after);
    }
    (depth, rest)
}

/// The depth at which the lines of `span` answer those quoted once, where the two take turns throughout: none, or two ("after
/// the arrows"). `None` where nobody answers between quoted lines.
pub fn answering_depth(text: &str, lines: &Lines, span: Span) -> Option<usize> {
    let from = lines.index_of(span.start);
    let within = lines.spans()[from..].iter().take_while(|line| line.start < span.end).map(|line| line.of(text).trim());
    let mut depths: Vec<usize> =
        within.filter(|line| !line.is_empty() && !is_wrapped(line)).map(|line| unquote(line).0).collect();
    depths.dedup();
    [2, 0].into_iter().find(|&depth| depths.windows(3).filter(|three| **three == [1, depth, 1]).count() >= TURNS)
}

/// The rest of a quoted line that was too long begins its own without a mark.
fn is_wrapped(line: &str) -> bool {
    line.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(text: &str) -> Option<usize> {
        answering_depth(text, &Lines::new(text), Span::new(0, text.len()))
    }

    #[test]
    fn lines_that_take_turns_with_quoted_ones_answer_them() {
        assert_eq!(depth(&"> Q1?\n\nYes.\n\n".repeat(5)), Some(0));
        assert_eq!(depth(&"> Q1?\n>> Yes.\n".repeat(5)), Some(2));
        assert_eq!(depth(&"> Q1?\n> Q2?\n".repeat(5)), None);
        assert_eq!(depth(&"> What is asked here is far too\nlong?\n".repeat(5)), None);
        assert_eq!(depth("> Q1?\nYes.\n> Many thanks\n"), None);
    }
}
