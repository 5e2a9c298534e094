//! One row a body asked: whether it was in time, what it has done, in how many working days, and until when it had time.

use crate::analysis::sent::{BodyReport, SentReport, Timing};
use crate::output::screen::{DIM, HEADING, WARN, WIDTH, left, paint, right};
use crate::output::summary::words::{day_in_words, grouped, short_name};

/// Up to this many are shown, those first that somebody should write to; the rest is counted.
const SHOWN: usize = 40;
/// Columns of a timing, a status, the working days and a date.
const WIDTHS: [usize; 4] = [8, 15, 5, 11];

pub fn lines(report: &SentReport) -> Vec<String> {
    let mut bodies: Vec<&BodyReport> = report.bodies.iter().collect();
    bodies.sort_by_key(|body| (body.timing, std::cmp::Reverse(body.working_days)));
    let [timing, status, days, due] = WIDTHS;
    let columns =
        format!("  {}  {}  {}  {}  ", left("", timing), left("", status), right("days", days), left("due", due));
    let heading = format!("Bodies asked (n {})", grouped(report.asked as u64));
    let columns: String = columns.chars().skip(heading.chars().count()).collect();
    let mut lines = vec![format!("{}{}", paint(HEADING, &heading), paint(DIM, columns.trim_end()))];
    lines.extend(bodies.iter().take(SHOWN).map(|body| row(body)));
    if bodies.len() > SHOWN {
        let more = grouped((bodies.len() - SHOWN) as u64);
        lines.push(paint(DIM, &format!("  … {more} more: foi-rj export --table bodies")));
    }
    lines.push(paint(DIM, "  days: working days from receipt to reply, or to the day counted to"));
    lines
}

fn row(body: &BodyReport) -> String {
    let [timing, status, days, due] = WIDTHS;
    let attention = matches!(body.timing, Timing::Overdue | Timing::Late);
    let timing = left(body.timing.name(), timing);
    let timing = if attention { paint(WARN, &timing) } else { timing };
    let worked = body.working_days.map_or(String::new(), |n| grouped(u64::from(n)));
    let until = body.due_on.as_ref().and_then(|day| day.parse().ok()).map_or(String::new(), day_in_words);
    let before = format!("{}  {}  {}", left(body.status.name(), status), right(&worked, days), left(&until, due));
    let room = WIDTH - 2 - WIDTHS.iter().sum::<usize>() - 8;
    format!("  {timing}  {before}  {}", left(&short_name(Some(&body.body)), room)).trim_end().to_owned()
}
