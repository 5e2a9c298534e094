//! Krippendorff's alpha for two coders and nominal codes: agreement beyond what chance would give.

use std::collections::HashMap;

use serde::Serialize;

use super::bootstrap::{Interval, interval};

/// From here on, alpha is commonly held to be good enough to rely on; down to [`TENTATIVE`] for tentative conclusions.
pub const RELIABLE: f64 = 0.8;
/// See [`RELIABLE`].
pub const TENTATIVE: f64 = 0.667;

/// Alpha of pairs of codes; `None` of fewer than two pairs. 1 where everybody gives one and the same code.
///
/// One minus observed over expected disagreement, both from the coincidences of codes (Krippendorff, Content Analysis,
/// "nominal data, two observers, no missing data").
fn alpha(pairs: &[(u32, u32)]) -> Option<f64> {
    let n = 2 * pairs.len();
    if n < 4 {
        return None;
    }
    let codes = pairs.iter().flat_map(|&(one, other)| [one, other]);
    let mut totals = vec![0usize; codes.clone().max().map_or(0, |highest| highest as usize + 1)];
    codes.for_each(|code| totals[code as usize] += 1);
    let differing = pairs.iter().filter(|(one, other)| one != other).count();
    let observed = (2 * differing) as f64 / n as f64;
    let same_by_chance: usize = totals.iter().map(|&n| n * n.saturating_sub(1)).sum();
    let expected = 1.0 - same_by_chance as f64 / (n * (n - 1)) as f64;
    Some(if expected > 0.0 { 1.0 - observed / expected } else { 1.0 })
}

/// A figure with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// The figure; `None` where there is too little to say.
    pub value: Option<f64>,
    /// The middle 95 % of what other letters of the same sort would give; `None` of fewer than two letters.
    pub interval: Option<Interval>,
}

/// Alpha of the pairs of codes of every letter, with the interval that drawing letters gives.
pub(super) fn estimate(letters: &[Vec<(&str, &str)>]) -> Estimate {
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let mut number = |code| {
        let next = numbers.len() as u32;
        *numbers.entry(code).or_insert(next)
    };
    let letters: Vec<Vec<(u32, u32)>> =
        letters.iter().map(|pairs| pairs.iter().map(|&(one, other)| (number(one), number(other))).collect()).collect();
    let drawn = |draw: &[usize]| alpha(&draw.iter().flat_map(|&at| letters[at].iter().copied()).collect::<Vec<_>>());
    let every: Vec<usize> = (0..letters.len()).collect();
    Estimate { value: drawn(&every), interval: interval(letters.len(), drawn) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(one: &str, other: &str) -> Option<f64> {
        estimate(&[one.split(' ').zip(other.split(' ')).collect()]).value
    }

    /// The figures are those of the package `krippendorff` 0.8 (PyPI), `level_of_measurement="nominal"`.
    #[test]
    fn worked_examples_agree_with_another_implementation() {
        let textbook = of("a a b b d c c c e d d a", "b a b b b c c c e d d d").unwrap();
        assert!((textbook - 0.691_964_285_714_285_8).abs() < 1e-12, "{textbook}");
        let replies = of(
            "yes yes no qualified blank unasked yes no no given refused not-held yes unclear yes no unasked unasked",
            "yes no no no blank unasked yes no qualified given refused elsewhere yes yes yes no unasked blank",
        );
        assert!((replies.unwrap() - 0.606_003_752_345_215_8).abs() < 1e-12, "{replies:?}");
        // Three of four agree, and alpha is nothing: the codes are all but one the same.
        assert_eq!(of("y y y y", "y y y n"), Some(0.0));
    }

    #[test]
    fn too_little_says_nothing_and_one_code_is_no_disagreement() {
        assert_eq!(of("yes", "yes"), None);
        assert_eq!(of("yes yes", "yes yes"), Some(1.0));
    }
}
