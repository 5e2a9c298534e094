//! Replies that a later letter of the same body to the same request took the place of.

use crate::analysis::summary::Report;
use crate::output::screen::{DIM, HEADING, WIDTH, fit, fit_end, left, paint, visible, width};
use crate::output::summary::words::{grouped, short_name};

/// Up to this many are named; the rest is counted.
const NAMED: usize = 12;
/// The most columns of a file's name.
const FILES: usize = 24;

pub fn lines(report: &Report) -> Vec<String> {
    let linked = &report.linked;
    if linked.is_empty() {
        return Vec::new();
    }
    let heading = format!("Replaced by a later letter to the same request (n {})", grouped(linked.len() as u64));
    let mut lines = vec![paint(HEADING, &heading)];
    let widest = |file: &dyn Fn(usize) -> String| {
        (0..linked.len().min(NAMED)).map(|at| width(&file(at))).max().unwrap_or(0).min(FILES)
    };
    let (earlier, counts) = (|at: usize| name(&linked[at].earlier), |at: usize| name(&linked[at].counts));
    let wide = (widest(&earlier), widest(&counts));
    lines.extend(linked.iter().take(NAMED).enumerate().map(|(at, linked)| {
        let one = left(&fit_end(&earlier(at), wide.0), wide.0);
        let other = left(&fit_end(&counts(at), wide.1), wide.1);
        let before = format!("  {one}  {other} counts  ");
        let room = WIDTH - width(&before);
        format!("{before}{}", paint(DIM, &fit(&short_name(Some(&linked.authority)), room)))
    }));
    if linked.len() > NAMED {
        let more = grouped((linked.len() - NAMED) as u64);
        lines.push(paint(DIM, &format!("  … {more} more: --format json lists them")));
    }
    lines
}

fn name(file: &str) -> String {
    visible(file.rsplit('/').next().unwrap_or(file)).into_owned()
}
