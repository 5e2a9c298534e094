//! The lettered parts of a question or an answer: "(a) Six (b) None".

use std::sync::LazyLock;

use crate::text::Regex;

use crate::text::Span;

static PART: LazyLock<Regex> = LazyLock::new(|| Regex::new("(?:^|[ \\n])\\(?([a-h])[).][ ]").expect("a fixed pattern"));

/// Lettered parts "(a) … (b) …" in order from `a` on, each without its marker; empty where there are fewer than two.
pub fn lettered(folded: &str) -> Vec<(char, Span)> {
    from_letter('a', Vec::new(), folded)
}

/// The same for an answer whose first letter was lost with its label: "Six (b) None".
pub fn lettered_from_b(folded: &str) -> Vec<(char, Span)> {
    from_letter('b', vec![('a', Span::new(0, folded.len()))], folded)
}

fn from_letter(first: char, mut found: Vec<(char, Span)>, folded: &str) -> Vec<(char, Span)> {
    let before = found.len();
    for marker in PART.captures_iter(folded) {
        let letter = marker[1].chars().next().unwrap_or('a');
        if letter as usize != first as usize + found.len() - before {
            continue;
        }
        let marker = marker.get(0).expect("group 0 is the match");
        if let Some((_, last)) = found.last_mut() {
            last.end = marker.start();
        }
        found.push((letter, Span::new(marker.end(), folded.len())));
    }
    for (_, part) in &mut found {
        let words = part.of(folded).trim_end_matches([' ', '\n', '?', '.', ',', ';']);
        let words = words.strip_suffix(" and").unwrap_or(words);
        *part = Span::new(part.start, part.start + words.len());
    }
    if found.len() < 2 { Vec::new() } else { found }
}
