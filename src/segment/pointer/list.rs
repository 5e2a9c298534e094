//! Lists of numbers: "1a, b and 3".

use super::Target;
use super::patterns::PATTERNS;
use crate::document::{Number, Step};

/// The members of a list in words: `i, ii and iv`.
pub(super) fn steps(list: &str) -> impl Iterator<Item = &str> {
    list.split([',', ' ', '&']).filter(|word| !word.is_empty() && *word != "and")
}

/// True for a number of several parts.
pub fn is_deep(target: &Target) -> bool {
    matches!(target, Target::Number(number) | Target::Range(number, _) if number.0.len() > 1)
}

/// `1`, `1a and b`, `1-4`, `2b(i) and (ii)`: later parts stand below the first where they are not whole.
pub fn read_list(list: &str) -> Option<Vec<Target>> {
    let mut targets = Vec::new();
    let mut last: Option<Number> = None;
    let mut end = 0;
    for part in PATTERNS.number.find_iter(list) {
        let number = Number::parse(part.as_str())?;
        let number = match &last {
            Some(before) if !matches!(number.0.first(), Some(Step::Number(_))) => number.below(before),
            _ => number,
        };
        let between = list[end..part.start()].trim();
        let joined = between.trim_matches(['.', ')', ':', ' ']).split(' ').next().unwrap_or("");
        match (&last, joined) {
            (Some(from), "-" | "to") => {
                targets.pop();
                targets.push(Target::Range(from.clone(), number.clone()));
            }
            _ => targets.push(Target::Number(number.clone())),
        }
        (last, end) = (Some(number), part.end());
    }
    spread_letter(list, &mut targets);
    (!targets.is_empty()).then_some(targets)
}

/// `1&2a`: part a of both.
fn spread_letter(list: &str, targets: &mut [Target]) {
    if let [Target::Number(first), Target::Number(second)] = targets
        && let ([Step::Number(_)], [Step::Number(_), letter @ Step::Letter(_)]) = (&first.0[..], &second.0[..])
        && list.contains('&')
        && !list.contains(' ')
    {
        let letter = letter.clone();
        first.0.push(letter);
    }
}
