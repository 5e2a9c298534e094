//! What stands around a date: words that blur it, bound it or vouch for it, and signs that it is no date at all.

use std::sync::LazyLock;

use crate::text::{Captures, Regex};
use chrono::{Datelike, NaiveDate};

use super::date::Dated;
use super::forms::{expand, month_of};
use super::moment::{Moment, Point};
use crate::text::Span;

/// How far to the left of a date its introducing words are sought, in bytes.
const REACH: usize = 80;

/// "around", "early", "by the end of", "shortly after it was launched in", "in the week beginning".
static BLURRED: LazyLock<Regex> = LazyLock::new(|| {
    let words = r"around|about|circa|ca\.?|c\.|approximately|approx\.?|roughly|early|mid|late";
    let edges = r"(?:(?:by|at|towards?|near|around) )?(?:the )?(?:end|beginning|start|middle) of";
    let week = r"(?:the )?week (?:beginning|commencing|starting|ending|of)";
    let near = r"(?:shortly|soon|just) (?:before|after)(?: [a-z']+){0,6}";
    Regex::new(&format!(r"(?-u:\b)(?:{words}|{edges}|{near}|{week})(?: in)?(?: the)?[ -]?$")).expect("checked by tests")
});

/// The first half of an interval whose year is printed once: "between October and", "3 October to".
static HALF: LazyLock<Regex> = LazyLock::new(|| {
    let half = r"(?-u:\b)(?:(?<between>between|from) )?(?:(?<day>[0-3]?[0-9]){ordinal} )?(?<month>{month})";
    let joint = r"(?: ?[-/] ?| (?<and>and|&) | (?:to|until|till|through|up to) )$";
    Regex::new(&expand(&format!("{half}{joint}"))).expect("checked by tests")
});

static JOINT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?: ?- ?| (?<and>and) | (?:to|until|till|through|up to) )$").expect("a fixed pattern")
});

static BETWEEN: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?-u:\b)(?:between|from) $").expect("a fixed pattern"));

static IN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:in|during|since|from|until|years?)(?: the)?(?: year)?[ :]$").expect("a fixed pattern")
});

/// Marks that end one thing and begin another.
const MARKS: [char; 12] = ['\n', '•', '·', '|', ':', ';', '-', '>', '(', ')', '.', ','];

/// The last [`REACH`] bytes of the paragraph before a date.
fn near(before: &str) -> &str {
    let from = (before.len().saturating_sub(REACH)..=before.len()).find(|&i| before.is_char_boundary(i)).unwrap_or(0);
    let near = &before[from..];
    near.rsplit('\n').next().unwrap_or(near)
}

/// True where the numbers stand free, not inside a reference, a web address, a sum or a longer run of numbers.
pub(super) fn is_free(before: &str, words: &str, after: &str, follows_date: bool) -> bool {
    let mut left = before.chars().rev();
    let (last, last_but_one) = (left.next(), left.next());
    let glued = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let left_free = match last {
        Some('£' | '$' | '_' | '#' | '@' | '=') => false,
        Some('-') if follows_date || before.ends_with("mid-") => true,
        Some('/' | '-' | '.') => !glued(last_but_one),
        Some(',' | ':') => !last_but_one.is_some_and(|c| c.is_ascii_digit()),
        _ => true,
    };
    let mut right = after.chars();
    let (next, next_but_one) = (right.next(), right.next());
    let digit_next = next_but_one.is_some_and(|c| c.is_ascii_digit());
    let right_free = match next {
        Some('%' | '_' | '0'..='9') => false,
        Some('-') if words.len() > 7 => true, // a whole date may be followed by "-31/03/2019"
        Some('/' | '.' | '-' | ',') => !digit_next,
        _ => true,
    };
    (left_free || !words.starts_with(|c: char| c.is_ascii_digit())) && right_free
}

/// True where a two-digit year may be one: it stands alone, or after "in", "since" and the like.
pub(super) fn supports_short_year(before: &str, words: &str, after: &str) -> bool {
    let continues = [" and ", " but ", " when ", " as ", " with ", " to "].iter().any(|word| after.starts_with(word));
    let closed = after.trim_start_matches(' ').is_empty()
        || after.trim_start_matches(' ').starts_with(MARKS)
        || (continues && !before.ends_with("on "));
    let introduced = before.is_empty() || before.trim_end_matches(' ').ends_with(MARKS) || IN.is_match(near(before));
    let whole_date = words.starts_with(|c: char| c.is_ascii_digit());
    let time_follows = after.trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit());
    // "03-Nov-25" is a date whatever follows.
    let hyphened = words.contains('-') && words.contains(|c: char| c.is_ascii_alphabetic());
    if whole_date { closed || time_follows || hyphened } else { words.contains('\'') || (closed && introduced) }
}

/// Takes in the words before a date that blur it, give it a beginning, or say that a bare year is meant as a date.
/// `None` for a year in brackets, which is part of a name or a citation: "Charter (2023)".
pub(super) fn widen(folded: &str, mut dated: Dated) -> Option<Dated> {
    let (before, after) = (&folded[..dated.span.start], &folded[dated.span.end..]);
    if dated.bare && before.ends_with('(') && after.starts_with(')') {
        return None;
    }
    let near = near(before);
    let start = dated.span.start - near.len();
    if let Some((half, from)) =
        HALF.captures(near).and_then(|half| Some((half.get(0)?.start(), earlier(&half, dated.date)?)))
    {
        dated.date = Moment::between(from, dated.date.from);
        dated.span = Span::new(start + half, dated.span.end);
    } else if let Some(blur) = BLURRED.find(near) {
        // "Late October 2023" and "the end of October" are in October; "around October" and "by the end of October" may not be.
        let words = blur.as_str().trim_start_matches("the ");
        let within = ["early", "mid", "late", "end of", "beginning of", "start of", "middle of", "week"];
        let within = within.iter().any(|part| words.starts_with(part)) && !matches!(dated.date.from, Point::Day(_));
        dated.date.approximate = !within || matches!(dated.date.from, Point::Year(_));
        dated.bare = false;
        dated.span = Span::new(start + blur.start(), dated.span.end);
    }
    let alone = dated.span.of(folded).len() == folded.trim().trim_end_matches('.').len();
    dated.bare &= !alone && !IN.is_match(near);
    Some(dated)
}

/// The beginning of an interval that shares its year with `end`, or lies in the year before it.
fn earlier(half: &Captures, end: Moment) -> Option<Point> {
    if half.name("and").is_some() && half.name("between").is_none() || end.to.is_some() {
        return None;
    }
    let month = month_of(&half["month"])?;
    let day: Option<u32> = half.name("day").and_then(|day| day.as_str().parse().ok());
    let year = |same: i32, last: u32| if month > last { same - 1 } else { same };
    match (end.from, day) {
        (Point::Month(same, last), None) => Point::month(year(same, last), month),
        (Point::Day(end), Some(day)) => {
            let from = NaiveDate::from_ymd_opt(year(end.year(), end.month()), month, day)?;
            (from <= end).then_some(Point::Day(from))
        }
        _ => None,
    }
}

/// Joins neighbours that are the two ends of one interval: "from 1 May 2023 to 2 June 2023".
pub(super) fn join_intervals(folded: &str, dates: Vec<Dated>) -> Vec<Dated> {
    let mut joined: Vec<Dated> = Vec::with_capacity(dates.len());
    for dated in dates {
        match joined.last_mut() {
            Some(last) if is_interval(folded, last, &dated) => {
                let between = BETWEEN.find(near(&folded[..last.span.start])).map_or(0, |words| words.len());
                last.span = Span::new(last.span.start - between, dated.span.end);
                last.date.to = Some(dated.date.to.unwrap_or(dated.date.from));
                last.bare &= dated.bare;
            }
            _ => joined.push(dated),
        }
    }
    joined
}

fn is_interval(folded: &str, first: &Dated, second: &Dated) -> bool {
    if first.span.end > second.span.start || first.damaged || second.damaged || first.date.approximate {
        return false;
    }
    let gap = &folded[first.span.end..second.span.start];
    let Some(joint) = (gap.len() < 10).then(|| JOINT.captures(gap)).flatten() else { return false };
    let between = folded[..first.span.start].ends_with("between ");
    (joint.name("and").is_none() || between)
        && first.date.bounds().0 <= second.date.bounds().0
        && !second.date.approximate
}
