//! Many dates: counted by quarter, and beside them those that are less precise than a quarter.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::analysis::summary::QuestionReport;
use crate::output::screen::{DIM, HEADING, MARK, WIDTH, fit, left, paint, right};
use crate::output::summary::words::{date, grouped};

const BAR: usize = 48;
const NAMES: usize = 19;
/// More quarters than this are too long a column; years are counted instead.
const MOST_QUARTERS: i32 = 20;

#[derive(Default)]
struct Buckets {
    /// Counts by number of the bucket, counted from the year 0.
    dated: BTreeMap<i32, usize>,
    /// Counts by what is said, in order of the first day.
    vague: BTreeMap<(String, String), usize>,
}

pub fn lines(question: &QuestionReport) -> Vec<String> {
    let by_quarter = buckets(question, 3);
    let long = match (by_quarter.dated.keys().next(), by_quarter.dated.keys().last()) {
        (Some(first), Some(last)) => last - first >= MOST_QUARTERS,
        _ => false,
    };
    let (months, buckets) = if long { (12, buckets(question, 12)) } else { (3, by_quarter) };
    let most = buckets.dated.values().chain(buckets.vague.values()).copied().max().unwrap_or(1);
    let title = fit(&format!("{} (n {})", question.label, question.dates.len()), WIDTH);
    let mut lines = vec![paint(HEADING, &title)];
    let range = buckets.dated.keys().next().copied().zip(buckets.dated.keys().last().copied());
    for bucket in range.into_iter().flat_map(|(first, last)| first..=last) {
        lines.push(row(&name(bucket, months), buckets.dated.get(&bucket).copied().unwrap_or(0), most));
    }
    if !buckets.vague.is_empty() {
        lines.push(paint(DIM, "  less precise"));
        lines.extend(buckets.vague.iter().map(|((_, said), n)| row(said, *n, most)));
    }
    lines
}

fn buckets(question: &QuestionReport, months: i32) -> Buckets {
    let mut buckets = Buckets::default();
    for dated in &question.dates {
        let (Ok(from), Ok(to)) = (dated.from.parse::<NaiveDate>(), dated.to.parse::<NaiveDate>()) else { continue };
        let bucket = |day: NaiveDate| (day.year() * 12 + day.month0() as i32).div_euclid(months);
        if bucket(from) == bucket(to) && !dated.code.contains('~') {
            *buckets.dated.entry(bucket(from)).or_default() += 1;
        } else {
            let said = date(&dated.code, &dated.from, &dated.to);
            *buckets.vague.entry((dated.from.clone(), said)).or_default() += 1;
        }
    }
    buckets
}

fn name(bucket: i32, months: i32) -> String {
    match months {
        12 => bucket.to_string(),
        _ => {
            let quarter = ["Jan–Mar", "Apr–Jun", "Jul–Sep", "Oct–Dec"][bucket.rem_euclid(4) as usize];
            format!("{quarter} {}", bucket.div_euclid(4))
        }
    }
}

fn row(name: &str, n: usize, most: usize) -> String {
    if n == 0 {
        return format!("  {}{}", left(name, NAMES), paint(DIM, &right("·", 5)));
    }
    let long = (n * BAR / most.max(BAR)).max(1);
    format!("  {}{} {}", left(name, NAMES), right(&grouped(n as u64), 5), paint(MARK, &"█".repeat(long)))
}
