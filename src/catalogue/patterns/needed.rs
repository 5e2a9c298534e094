//! The words without which a pattern cannot match.

use regex_syntax::hir::{Class, Hir, HirKind};

/// More words than this for one stretch of a pattern are not spelt out.
const SPELT_OUT: usize = 48;

/// A class of more characters than this is no letter.
const CLASS: usize = 4;

/// Shorter words stand in too many sentences to tell anything.
const SHORTEST: usize = 2;

/// What can be said of every match of a part of a pattern.
enum Said {
    /// The match is one of these.
    All(Vec<String>),
    /// The match holds one of these.
    Holds(Vec<String>),
    /// Nothing.
    Nothing,
}

/// The beginning of a word tells as much as the whole, and an automaton of beginnings is small.
const LONGEST: usize = 10;

/// Words, or beginnings of words, of which every match of `pattern` holds at least one, in order; `None` where there are
/// none worth looking for.
pub(super) fn words(pattern: &Hir) -> Option<Vec<String>> {
    let mut words = said(pattern).held()?;
    words.iter_mut().for_each(|word| word.truncate(word.floor_char_boundary(LONGEST)));
    words.sort_unstable();
    words.dedup_by(|next, kept| next.starts_with(kept.as_str()));
    words.iter().all(|word| word.len() >= SHORTEST).then_some(words)
}

impl Said {
    fn held(self) -> Option<Vec<String>> {
        match self {
            Said::All(words) | Said::Holds(words) => Some(words),
            Said::Nothing => None,
        }
    }
}

fn said(part: &Hir) -> Said {
    match part.kind() {
        HirKind::Empty | HirKind::Look(_) => Said::All(vec![String::new()]),
        HirKind::Literal(literal) => match std::str::from_utf8(&literal.0) {
            Ok(word) => Said::All(vec![word.to_owned()]),
            Err(_) => Said::Nothing,
        },
        HirKind::Class(class) => letters(class),
        HirKind::Capture(capture) => said(&capture.sub),
        HirKind::Repetition(repeated) => match (repeated.min, repeated.max, said(&repeated.sub)) {
            (0, Some(1), Said::All(mut words)) => {
                words.push(String::new());
                Said::All(words)
            }
            (1, Some(1), said) => said,
            (0, ..) => Said::Nothing,
            (_, _, said) => said.held().map_or(Said::Nothing, Said::Holds),
        },
        HirKind::Concat(parts) => one_after_another(parts),
        HirKind::Alternation(parts) => one_of(parts),
    }
}

fn letters(class: &Class) -> Said {
    let Class::Unicode(class) = class else { return Said::Nothing };
    let all = || class.ranges().iter().flat_map(|range| range.start()..=range.end());
    if all().nth(CLASS).is_some() {
        return Said::Nothing;
    }
    Said::All(all().map(String::from).collect())
}

/// Of a sequence, the stretch whose words tell most.
fn one_after_another(parts: &[Hir]) -> Said {
    let mut stretch = vec![String::new()];
    let mut best: Option<Vec<String>> = None;
    let mut whole = true;
    for part in parts {
        let said = said(part);
        if let Said::All(words) = &said
            && stretch.len() * words.len() <= SPELT_OUT
        {
            stretch = stretch.iter().flat_map(|first| words.iter().map(move |next| format!("{first}{next}"))).collect();
            continue;
        }
        whole = false;
        best = better(best, std::mem::replace(&mut stretch, vec![String::new()]));
        match said {
            Said::All(words) => stretch = words,
            Said::Holds(words) => best = better(best, words),
            Said::Nothing => {}
        }
    }
    if whole { Said::All(stretch) } else { better(best, stretch).map_or(Said::Nothing, Said::Holds) }
}

/// Of two lists of words the one whose shortest word is longer; of two such the shorter list.
fn better(one: Option<Vec<String>>, other: Vec<String>) -> Option<Vec<String>> {
    const LONG: usize = 6;
    let worth =
        |words: &[String]| (words.iter().map(String::len).min().unwrap_or(0).min(LONG), std::cmp::Reverse(words.len()));
    match one {
        Some(one) if worth(&one) >= worth(&other) => Some(one),
        _ => Some(other),
    }
}

fn one_of(parts: &[Hir]) -> Said {
    let mut all = true;
    let mut words = Vec::new();
    for part in parts {
        let said = said(part);
        all &= matches!(said, Said::All(_));
        match said.held() {
            Some(held) => words.extend(held),
            None => return Said::Nothing,
        }
    }
    if all { Said::All(words) } else { Said::Holds(words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needed(pattern: &str) -> Option<String> {
        words(&regex_syntax::parse(pattern).unwrap()).map(|words| words.join(" | "))
    }

    #[test]
    fn words_are_found_in_every_kind_of_pattern() {
        for (pattern, words) in [
            ("not held", Some("not held")),
            ("(?-u:\\b)(?:not|never) (?:used|done)(?-u:\\b)", Some("never done | never used | not done | not used")),
            ("(?:our )?response:?$", Some("our respon | response")),
            ("(?:ask|seek).*internal review", Some("internal r")),
            ("(?:no )+reply|x[0-9]{2,}yz", Some("reply | yz")),
            ("(?P<n>[0-9]+)", None),
            ("a|no reply", None),
            ("[0-9]*", None),
        ] {
            assert_eq!(needed(pattern).as_deref(), words, "{pattern}");
        }
    }
}
