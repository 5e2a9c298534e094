//! Figures: one to one, of the same period and value, the closest measure first.

use crate::analysis::gold::GoldCount;
use crate::record::{Count, Record};

use super::tally::Tally;
use super::verdict::{Item, Verdict};
use super::words::{overlap, squash};

/// Measures that share fewer of their words than this are not the same.
const ENOUGH: f64 = 0.34;

/// The verdict on the figures of a letter.
pub(super) fn judge(gold: &[GoldCount], record: Option<&Record>) -> Verdict {
    let read = record.map_or(&[][..], |record| &record.counts);
    let mut left: Vec<&Count> = read.iter().collect();
    let mut missed = Vec::new();
    for wanted in gold {
        match closest(wanted, &left) {
            Some(at) => drop(left.remove(at)),
            None => missed.push(wanted),
        }
    }
    let right = gold.len() - missed.len();
    let missed = missed.iter().map(|count| shown(&printed(count), count.measure.as_deref().unwrap_or_default()));
    let besides = left.iter().map(|count| shown(&count.value, &count.measure));
    Verdict {
        item: Item::Counts,
        tally: Tally { right, read: read.len(), due: gold.len() },
        gold: gold.len().to_string(),
        read: format!("{right} right of {}", read.len()),
        note: missed
            .map(|count| format!("missed {count}"))
            .chain(besides.map(|count| format!("not due {count}")))
            .collect::<Vec<_>>()
            .join("; "),
    }
}

/// The place in `left` of the count with the closest measure; the first of several as close.
fn closest(wanted: &GoldCount, left: &[&Count]) -> Option<usize> {
    let mut best = None;
    for (at, count) in left.iter().enumerate().filter(|(_, count)| agrees(wanted, count)) {
        let close = overlap(wanted.measure.as_deref().unwrap_or_default(), &count.measure);
        if best.is_none_or(|(_, closest)| close > closest) {
            best = Some((at, close));
        }
    }
    best.filter(|(_, close)| *close >= ENOUGH).map(|(at, _)| at)
}

/// The same period (by its days where either has them, else as printed) and the same value (by its bounds, or as printed).
fn agrees(gold: &GoldCount, count: &Count) -> bool {
    let day = |date: &Option<String>| date.clone().filter(|date| !date.is_empty());
    let (due, read) = ((day(&gold.start), day(&gold.end)), (day(&count.start), day(&count.end)));
    let low = |text: &str| squash(text).to_lowercase();
    let period = |printed: &Option<String>| low(printed.as_deref().unwrap_or_default());
    let undated = due == (None, None) && read == (None, None);
    let same_period = if undated { period(&gold.period) == period(&count.period) } else { due == read };
    // People may count below nothing; letters' figures are read without a sign.
    let same = |gold: Option<i64>, read: Option<u64>| gold.map(i128::from) == read.map(i128::from);
    let same_bounds = gold.min.is_some() && same(gold.min, count.min) && same(gold.max, count.max);
    same_period && (same_bounds || low(&printed(gold)) == low(&count.value))
}

/// The value as printed; labels may hold it as a number.
fn printed(gold: &GoldCount) -> String {
    gold.value.as_str().map_or_else(|| gold.value.to_string(), str::to_owned)
}

fn shown(value: &str, measure: &str) -> String {
    format!("{value} “{}”", squash(measure))
}
