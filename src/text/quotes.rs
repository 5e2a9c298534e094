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

/// At which depths questions stand and lines that answer them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Depths {
    /// One where the questions are quoted, none where they are not.
    pub asked: usize,
    /// Never the same as `asked`.
    pub answered: usize,
}

/// The depths of `span` where quoted and other lines take turns throughout: answers between quoted questions, or "after the
/// arrows", which may be set before them alone. `None` where nobody answers between.
pub fn answering_depths(text: &str, lines: &Lines, span: Span) -> Option<Depths> {
    let from = lines.index_of(span.start);
    let within = lines.spans()[from..].iter().take_while(|line| line.start < span.end).map(|line| line.of(text).trim());
    let within: Vec<&str> = within.filter(|line| !line.is_empty()).collect();
    let depths = |is: &dyn Fn(&&&str) -> bool| {
        let mut depths: Vec<usize> = within.iter().filter(is).map(|line| unquote(line).0).collect();
        depths.dedup();
        depths
    };
    let (all, begun) = (depths(&|_| true), depths(&|line| !is_wrapped(line)));
    let turns = |&(asked, answered): &(usize, usize)| {
        let depths = if asked == 0 { &all } else { &begun };
        depths.windows(3).filter(|three| **three == [asked, answered, asked]).count() >= TURNS
    };
    // In a mail that was passed on all of it is quoted once more.
    let asking = |depth: usize| within.iter().filter(|line| line.ends_with('?') && unquote(line).0 == depth).count();
    let deeper = if asking(2) > asking(1) { (2, 1) } else { (1, 2) };
    let ways = [deeper, (1, 0), (0, 2), (0, 3)];
    ways.into_iter().find(turns).map(|(asked, answered)| Depths { asked, answered })
}

/// The rest of a quoted line that was too long begins its own without a mark.
fn is_wrapped(line: &str) -> bool {
    line.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depths(text: &str) -> Option<(usize, usize)> {
        let found = answering_depths(text, &Lines::new(text), Span::new(0, text.len()));
        found.map(|found| (found.asked, found.answered))
    }

    #[test]
    fn lines_that_take_turns_with_quoted_ones_answer_them() {
        assert_eq!(depths(&"> Q1?\n\nYes.\n\n".repeat(5)), Some((1, 0)));
        assert_eq!(depths(&"> Q1?\n>> Yes.\n".repeat(5)), Some((1, 2)));
        assert_eq!(depths(&">> Q1?\n> Yes.\n".repeat(5)), Some((2, 1)));
        assert_eq!(depths(&"Q1?\n>>> Yes.\n\n".repeat(5)), Some((0, 3)));
        assert_eq!(depths(&"> Q1?\n> Q2?\n".repeat(5)), None);
        assert_eq!(depths(&"> What is asked here is far too\nlong?\n".repeat(5)), None);
        assert_eq!(depths("> Q1?\nYes.\n> Many thanks\n"), None);
    }
}
