//! How an evaluation says its figures.

use crate::analysis::evaluation::{Estimate, Interval, Share, Tally};
use crate::output::summary::words::grouped;

/// Three decimals; never 1 for less than all and never 0 for something; `–` where there is nothing to measure.
pub fn figure(value: Option<f64>) -> String {
    let Some(value) = value else { return "–".to_owned() };
    let thousandths = (value * 1000.0).round();
    let shown = match value {
        _ if value < 1.0 && thousandths >= 1000.0 => 999.0,
        _ if value > 0.0 && thousandths == 0.0 => 1.0,
        _ => thousandths,
    };
    format!("{:.3}", shown / 1000.0)
}

/// `12 of 30`.
pub fn of(share: Share) -> String {
    format!("{} of {}", grouped(share.n as u64), grouped(share.of as u64))
}

/// The middle 95 %: `0.81–0.97`; `-0.20 to 0.35`, where a dash would be taken for a sign.
pub fn interval(interval: Option<Interval>) -> String {
    let Some(Interval { low, high }) = interval else { return "–".to_owned() };
    let between = if low < 0.0 { " to " } else { "–" };
    format!("{low:.2}{between}{high:.2}")
}

/// A figure and its interval: `0.926 (0.87–0.97)`.
pub fn estimate(estimate: Estimate) -> String {
    match (estimate.value, estimate.interval) {
        (Some(_), Some(_)) => format!("{} ({})", figure(estimate.value), interval(estimate.interval)),
        (value, _) => figure(value),
    }
}

/// Precision, recall and F1; `–` where nothing was read and nothing due.
pub fn precision_recall_f1(tally: Tally) -> [String; 3] {
    let known = tally.read + tally.due > 0;
    [tally.precision(), tally.recall(), tally.f1()].map(|value| figure(known.then_some(value)))
}

/// F1; `–` where nothing was read and nothing due, or nothing is labelled.
pub fn f1(tally: Option<Tally>) -> String {
    figure(tally.filter(|tally| tally.read + tally.due > 0).map(Tally::f1))
}

/// A measure's name in words: `requested on`.
pub fn measure(name: &str) -> String {
    name.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_never_round_to_none_or_all() {
        let shown = [0.0, 0.0001, 0.5, 0.9999, 1.0, -0.25].map(|value| figure(Some(value)));
        assert_eq!(shown, ["0.000", "0.001", "0.500", "0.999", "1.000", "-0.250"]);
        assert_eq!(figure(None), "–");
    }
}
