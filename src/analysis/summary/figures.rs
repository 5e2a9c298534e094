//! The figures of the replies: sums by authority, measure and period, in which a suppressed cell stays a range.
//!
//! Nothing is summed across letters: two replies of one body with the same sum are one row, with different sums two.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::words::{Numbers, Words};
use crate::record::{Count, Record, Role};

/// A measure's heading is kept to this many characters, so that a row stays small.
const MEASURE_KEPT: usize = 80;

/// A period of time as printed, and its days where they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    /// First day, `YYYY-MM-DD`.
    pub start: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    pub end: Option<String>,
    /// As printed: `2023/24`.
    pub printed: Option<String>,
}

/// The sum of the figures that one letter gives for one measure and period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureSum {
    /// The body's name; `None` where the letter does not tell.
    pub authority: Option<Arc<str>>,
    /// The measure's heading, in the letter's words.
    pub measure: Arc<str>,
    /// The period, if one is printed.
    pub period: Option<Arc<Period>>,
    /// The least that the figures can sum to.
    pub min: u64,
    /// The most that they can sum to; `None` where a figure is withheld or open upwards.
    pub max: Option<u64>,
    /// Figures in the sum.
    pub figures: usize,
    /// Of these, figures that are withheld or not given at all.
    pub untold: usize,
    /// Replies that give this very sum.
    pub letters: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Sum {
    min: u64,
    max: Option<u64>,
    figures: u32,
    untold: u32,
}

/// The numbers of a body (0 for none, else one more), of a measure with its period, and of a sum.
type Row = [u32; 3];

/// The sums of all letters, as numbers of what they have in common: a letter may well have twenty.
#[derive(Clone, Debug, Default)]
pub(super) struct FigureTally {
    words: Words,
    periods: HashMap<Period, u32>,
    dated: Vec<Arc<Period>>,
    measures: Numbers<(u32, u32)>,
    values: Numbers<Sum>,
    /// How many letters give each sum.
    rows: BTreeMap<Row, u32>,
}

impl FigureTally {
    pub(super) fn add(&mut self, record: &Record) {
        let authority = record.authority.as_ref().map_or(0, |body| self.words.number(&body.name) + 1);
        let mut of_letter: BTreeMap<(u32, u32), Sum> = BTreeMap::new();
        for count in record.counts.iter().filter(|count| !sums_others(count, &record.counts)) {
            let measure = self.words.number(&heading(&count.measure));
            let period = self.period(count);
            of_letter.entry((measure, period)).or_insert(Sum::NOTHING).add(count);
        }
        for (measure, sum) in of_letter {
            let row = [authority, self.measures.number(measure), self.values.number(sum)];
            *self.rows.entry(row).or_default() += 1;
        }
    }

    /// The `most` largest sums, the largest first, and how many there are in all.
    pub(super) fn report(&self, most: usize) -> (Vec<FigureSum>, usize) {
        const BESIDE: usize = 1000;
        let (mut largest, mut all) = (Vec::new(), 0);
        for (&row, &letters) in &self.rows {
            // Letters of nobody in particular are never known to be of the same body.
            let (rows, letters) = if row[0] == 0 { (letters as usize, 1) } else { (1, letters) };
            all += rows;
            largest.extend(std::iter::repeat_n((row, letters), rows.min(most)));
            if largest.len() > most.saturating_add(BESIDE) {
                largest.sort_by_cached_key(|(row, _)| self.order(*row));
                largest.truncate(most);
            }
        }
        largest.sort_by_cached_key(|(row, _)| self.order(*row));
        largest.truncate(most);
        (largest.into_iter().map(|(row, letters)| self.sum(row, letters)).collect(), all)
    }

    /// Sorts the larger sum before, then by body, measure and period.
    fn order(&self, row: Row) -> impl Ord {
        let FigureSum { authority, measure, period, min, max, .. } = self.sum(row, 1);
        (Reverse((max.unwrap_or(min), min)), authority, measure, period, self.values.of(row[2]))
    }

    fn sum(&self, [authority, measure, sum]: Row, letters: u32) -> FigureSum {
        let ((measure, period), sum) = (self.measures.of(measure), self.values.of(sum));
        let period = &self.dated[period as usize];
        FigureSum {
            authority: authority.checked_sub(1).map(|body| self.words.spell(body)),
            measure: self.words.spell(measure),
            period: (**period != Period::default()).then(|| Arc::clone(period)),
            min: sum.min,
            max: sum.max,
            figures: sum.figures as usize,
            untold: sum.untold as usize,
            letters: letters as usize,
        }
    }

    fn period(&mut self, count: &Count) -> u32 {
        // Two prints of the same days are one period; the first print names it.
        let days = (count.start.clone(), count.end.clone());
        let printed = if days == (None, None) { count.period.clone() } else { None };
        let key = Period { start: days.0.clone(), end: days.1.clone(), printed };
        if let Some(&known) = self.periods.get(&key) {
            return known;
        }
        let next = self.dated.len() as u32;
        self.periods.insert(key, next);
        self.dated.push(Arc::new(Period { start: days.0, end: days.1, printed: count.period.clone() }));
        next
    }
}

impl Sum {
    const NOTHING: Sum = Sum { min: 0, max: Some(0), figures: 0, untold: 0 };

    fn add(&mut self, count: &Count) {
        self.figures += 1;
        self.untold += u32::from(count.min.is_none() && count.max.is_none());
        self.min = self.min.saturating_add(count.min.unwrap_or(0));
        self.max = self.max.zip(count.max).map(|(sum, more)| sum.saturating_add(more));
    }
}

/// The heading of a measure: "Safeguarding referrals" of "Safeguarding referrals / against staff".
fn heading(measure: &str) -> String {
    let head = measure.split(" / ").next().unwrap_or(measure).trim();
    head.chars().take(MEASURE_KEPT).collect()
}

/// A total is left out where the letter prints values of its period; one without a period, where it prints any value.
fn sums_others(count: &Count, all: &[Count]) -> bool {
    let same_days = |value: &Count| (&value.start, &value.end) == (&count.start, &count.end);
    let undated = count.start.is_none() && count.end.is_none();
    count.role == Role::Total && all.iter().any(|value| value.role == Role::Value && (undated || same_days(value)))
}
