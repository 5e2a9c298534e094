//! Answers that somebody named has written into the words of another: "[Trust: yes]".

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Regex, Span};

/// What comes back as often as this is no accident.
const OFTEN: usize = 3;

/// Where such answers open, up to their first word, in order: a name behind a bracket that comes back.
pub fn bracketed_openings(text: &str) -> Vec<Span> {
    static NAMED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\[(?P<name>[A-Za-z][^\]\[\n:]{1,23}):[ \t]*").expect("a fixed pattern"));
    let mut named: HashMap<&str, Vec<Span>> = HashMap::new();
    for hit in NAMED.captures_iter(text) {
        let (Some(name), Some(whole)) = (hit.name("name"), hit.get(0)) else { continue };
        named.entry(name.as_str()).or_default().push(whole.range().into());
    }
    let mut openings: Vec<Span> = named.into_values().filter(|places| places.len() >= OFTEN).flatten().collect();
    openings.sort_unstable();
    openings
}

/// `answer` without the bracket that closes it, where it opened before.
pub fn without_closing_bracket(text: &str, answer: Span) -> Span {
    let words = answer.of(text).trim_end();
    match words.strip_suffix(']') {
        Some(inner) if inner.matches('[').count() == inner.matches(']').count() => {
            Span::new(answer.start, answer.start + inner.trim_end().len())
        }
        _ => answer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_brackets_opens_answers_where_it_comes_back() {
        let text = "Lifts? [Trust: six] Stairs? [Trust: none, [as before]] Wards? [Trust: nine]";
        let openings = bracketed_openings(text);
        assert_eq!(openings.iter().map(|span| span.of(text)).collect::<Vec<_>>(), ["[Trust: "; 3]);
        assert_eq!(bracketed_openings("Lifts? [Trust: six] Stairs? [Ward: none]"), []);
        let answer = |from: &str, to: &str| {
            let start = text.find(from).unwrap();
            without_closing_bracket(text, Span::new(start, start + text[start..].find(to).unwrap() + to.len())).of(text)
        };
        assert_eq!(answer("six", "]"), "six");
        assert_eq!(answer("none", "]]"), "none, [as before]");
        assert_eq!(answer("[as", "]"), "[as before]");
    }
}
