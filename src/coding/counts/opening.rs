//! What an answer is or begins with, before it is read.

use super::Letter;
use super::figure::find_figures;
use crate::text::Span;

/// True for an answer that is a figure and nothing else.
pub fn is_bare(answer: &str) -> bool {
    const LONGEST: usize = 60;
    let answer = answer.trim_end_matches(['.', ' ']);
    let figure = || matches!(find_figures(answer)[..], [figure] if figure.span.len() == answer.len());
    ["nil", "none", "zero"].contains(&answer) || answer.len() < LONGEST && figure()
}

/// "Eleven were broken up, two were sold": begins with a figure to which something was done.
pub fn tells_what_became(letter: &Letter<'_>, span: Span) -> bool {
    let words = letter.folded.of(span);
    let first = find_figures(words).first().filter(|figure| figure.span.start == 0).copied();
    first.is_some_and(|figure| {
        let rest = &words[figure.span.end..];
        [" were ", " was ", " have been ", " ended "].iter().any(|verb| rest.starts_with(verb))
    })
}
