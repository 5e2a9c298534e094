//! How sure a figure is: letters are drawn again and again, with replacement, and the figure is taken of each draw.
//!
//! Whole letters are drawn, since the answers of one letter go right and wrong together. The draws are the same in
//! every run.

use serde::Serialize;

/// Draws for an interval.
pub const DRAWS: usize = 1000;

/// The middle 95 % of the draws.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// 2.5 % of the draws lie below.
    pub low: f64,
    /// 2.5 % of the draws lie above.
    pub high: f64,
}

/// The interval of `figure`, which is given places of letters below `letters`, each as often as it was drawn.
///
/// `None` of fewer than two letters, and where no draw has a figure.
pub fn interval(letters: usize, figure: impl Fn(&[usize]) -> Option<f64>) -> Option<Interval> {
    if letters < 2 {
        return None;
    }
    let mut chance = Chance(0x5eed);
    let mut draw = vec![0; letters];
    let mut figures: Vec<f64> = (0..DRAWS)
        .filter_map(|_| {
            draw.iter_mut().for_each(|place| *place = chance.below(letters));
            figure(&draw)
        })
        .collect();
    figures.sort_by(f64::total_cmp);
    let at = |share: f64| figures.get(((figures.len().checked_sub(1)?) as f64 * share).round() as usize).copied();
    Some(Interval { low: at(0.025)?, high: at(0.975)? })
}

/// SplitMix64: small, even, and the same everywhere; a library's generator may change between versions.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        // The high half of the product is even enough for any number of letters, and never reaches the limit.
        ((u128::from(mixed) * limit as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_holds_the_figure_and_narrows_with_more_letters() {
        let share_of_even = |letters: usize| {
            let figure =
                |draw: &[usize]| Some(draw.iter().filter(|at| *at % 2 == 0).count() as f64 / draw.len() as f64);
            interval(letters, figure).unwrap()
        };
        let (few, many) = (share_of_even(20), share_of_even(500));
        assert!(few.low < 0.5 && few.high > 0.5 && many.low < 0.5 && many.high > 0.5);
        // A share of a half: 1.96 × √(1/4n) on either side.
        assert!((few.high - few.low - 0.438).abs() < 0.07, "{few:?}");
        assert!((many.high - many.low - 0.088).abs() < 0.02, "{many:?}");
        assert_eq!(share_of_even(20), few);
    }

    #[test]
    fn one_letter_has_no_interval() {
        assert_eq!(interval(1, |_| Some(1.0)), None);
        assert_eq!(interval(9, |_| None), None);
    }
}
