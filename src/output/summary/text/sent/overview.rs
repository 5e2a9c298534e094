//! The first lines of the bodies asked: how many have replied, how many in time, and to which day that is counted.

use crate::analysis::sent::SentReport;
use crate::output::screen::{DIM, HEADING, WIDTH, left, paint, right, visible, wrap};
use crate::output::summary::words::{counted, counted_to, grouped, percent};

/// Columns of a status and its count, and of a timing.
const HALF: usize = WIDTH / 2;

pub fn lines(report: &SentReport) -> Vec<String> {
    let asked = report.asked;
    let replied: usize = report.statuses.iter().filter(|count| count.status.has_replied()).map(|count| count.n).sum();
    let said = format!(
        "{} asked by {}: {} of {} replied ({})",
        counted(asked, "body"),
        visible(&report.list),
        grouped(replied as u64),
        grouped(asked as u64),
        percent(replied, asked)
    );
    let mut lines: Vec<String> = wrap(&said, WIDTH).iter().map(|line| paint(HEADING, line)).collect();
    let statuses =
        report.statuses.iter().filter(|count| count.n > 0).map(|count| cell(count.status.name(), count.n, asked));
    let timings =
        report.timings.iter().filter(|count| count.n > 0).map(|count| cell(count.timing.name(), count.n, asked));
    let (statuses, timings): (Vec<String>, Vec<String>) = (statuses.collect(), timings.collect());
    for at in 0..statuses.len().max(timings.len()) {
        let status = statuses.get(at).map_or("", String::as_str);
        let timing = timings.get(at).map_or("", String::as_str);
        lines.push(format!("  {}{timing}", left(status, HALF)).trim_end().to_owned());
    }
    lines.extend(wrap(&counted_to(report), WIDTH - 2).iter().map(|line| paint(DIM, &format!("  {line}"))));
    lines
}

fn cell(name: &str, n: usize, of: usize) -> String {
    let (n, of, share) = (grouped(n as u64), grouped(of as u64), percent(n, of));
    format!("{} {} of {of} {}", left(name, 16), right(&n, 4), right(&share, 5))
}
