//! Periods that hold for several figures: announced before a series of questions, or shared out from one question.

use std::sync::LazyLock;

use crate::text::Regex;
use chrono::{Datelike, Months, NaiveDate};

use super::Letter;
use super::draft::{Draft, Rule};
use super::question::{Asked, When, asks_how_many, names_period, only_period};
use crate::record::{Certainty, Role};
use crate::text::Span;
use crate::when::{MONTHS, find_periods};

/// As many lines above a table are read for what was asked.
const LINES_ABOVE: usize = 4;

/// As many bytes after a figure may say over what time it was counted.
const NEAR: usize = 300;

/// No paragraph that announces a period is longer, in bytes.
const LONGEST: usize = 700;

/// No announced period is shorter, in days: a month or a day is that of the request.
const SHORTEST: i64 = 80;

/// The period that a paragraph before the questions sets for all of them: "For the financial year 2024/25, please
/// state:", "All figures are for 2023."
pub fn announced(letter: &Letter<'_>, paragraph: Span) -> Option<When> {
    static SETS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("(?:for|during|covering|cover|between|since|from|in|relate to|relates? only to|over)(?: the)?(?: period| years?| following| financial| calendar| academic)*(?: of| from| between)?:? $")
            .expect("a fixed pattern")
    });
    static SERIES: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("how many|numbers?(?-u:\\b)|figures?|data(?-u:\\b)|statistics|follow|:$|please")
            .expect("a fixed pattern")
    });
    if paragraph.len() >= LONGEST {
        return None;
    }
    let when = only_period(letter.folded, paragraph)?;
    let words = letter.folded.of(paragraph);
    let day = when.start.is_some() && when.start == when.end;
    if day && words.ends_with(':') && words.len() < 120 && when.printed.of(letter.text).starts_with("as ") {
        return Some(when); // "Please supply, as at 31 March 2025:"
    }
    let before = letter.folded.forth(Span::new(paragraph.start, when.printed.start));
    let long = when.start.zip(when.end).is_none_or(|(start, end)| (end - start).num_days() >= SHORTEST);
    let lead = before.of(letter.folded.text());
    let introduced = SETS.is_match(lead) || when.printed.of(letter.text).starts_with(|c: char| c.is_ascii_alphabetic());
    (long && introduced && SERIES.is_match(words.trim_end())).then_some(when)
}

/// A question that stands among the last lines of a paragraph above a table: nobody told it from the answer.
pub fn asked_above(letter: &Letter<'_>, paragraph: Span) -> Option<Asked> {
    asked_last(letter, paragraph, |_| true).map(|(asked, _)| asked)
}

/// The same, where it plainly asks, and what follows it in the paragraph.
pub fn asked_within(letter: &Letter<'_>, paragraph: Span) -> Option<(Asked, Span)> {
    asked_last(letter, paragraph, |line| {
        let words = letter.folded.of(line);
        words.ends_with('?') || names_a_number(words) || names_period(letter, line)
    })
}

/// What says that an answer follows.
static MARK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?i:(?:our |trust |council )?(?:reply|response|answer))(?: ?[:.-])? +").expect("a fixed pattern")
});

fn asked_last(letter: &Letter<'_>, paragraph: Span, asks: impl Fn(Span) -> bool) -> Option<(Asked, Span)> {
    let last = letter.lines.index_of(paragraph.end.saturating_sub(1).max(paragraph.start));
    let above = letter.lines.spans()[..=last].iter().rev().take(LINES_ABOVE);
    above
        .map(|line| line.trim(letter.text))
        .filter(|line| !line.is_empty() && line.start >= paragraph.start && line.len() < 300)
        .filter(|line| !line.of(letter.text).ends_with('.') || names_a_number(letter.folded.of(*line)))
        .filter(|line| asks(*line))
        .map(|line| {
            let marker = line.of(letter.text).find(char::is_alphabetic).unwrap_or(0);
            Span::new(line.start + marker, line.end)
        })
        .filter(|line| asks_how_many(letter.folded, *line))
        .map(|line| {
            let asked = Asked::read(letter.text, letter.folded, &[line]);
            let rest = Span::new(line.end.min(paragraph.end), paragraph.end).trim(letter.text);
            let mark = MARK.find(rest.of(letter.text)).map_or(0, |mark| mark.end());
            (asked, Span::new(rest.start + mark, rest.end))
        })
        .find(|(asked, _)| !asked.thing.is_empty())
}

/// True for a paragraph that asks nothing and is no item of a list of questions.
pub fn may_answer(letter: &Letter<'_>, paragraph: Span) -> bool {
    static ITEM: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("^\\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)] |^q ?[0-9]").expect("a fixed pattern"));
    let words = letter.folded.of(paragraph);
    !words.is_empty() && words.len() < 700 && !words.contains('?') && !ITEM.is_match(words)
}

/// "Number of appeals opened in 2023/24.": asks, though it ends as a statement.
fn names_a_number(folded: &str) -> bool {
    let words = folded.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    ["number of ", "the number of ", "total number of ", "how many "].iter().any(|start| words.starts_with(start))
}

/// Where academic years are spoken of, a year over two calendar years begins in September, and so do several of them.
pub fn make_academic(letter: &Letter<'_>, drafts: &mut [Draft]) {
    for when in drafts.iter_mut().filter_map(|draft| draft.when.as_mut()) {
        let words = letter.folded.of(when.printed);
        let Some(start) = when.start.filter(|start| (start.month(), start.day()) == (4, 1)) else { continue };
        let to_march = when.end.is_none_or(|end| (end.month(), end.day()) == (3, 31));
        if to_march && !MONTHS.iter().any(|month| words.contains(&month[..3])) {
            when.start = start.checked_add_months(Months::new(5));
            when.end = when.end.and_then(|end| NaiveDate::from_ymd_opt(end.year(), 8, 31));
        }
    }
}

/// "One in each year", "fewer than ten for both years": such a figure is one count for each of the periods.
pub fn each_time(letter: &Letter<'_>, drafts: &mut Vec<Draft>, periods: &[When]) {
    static EACH: LazyLock<Regex> = LazyLock::new(|| {
        let each = "(?:each|every|both|all)(?: one)?(?: of)?(?: the| those| these)?(?: [a-z]+)?";
        let spans = "(?:years?|quarters?|months?|periods?|times?)(?-u:\\b)";
        Regex::new(&format!("^(?: [a-z]+){{0,2}} (?:(?:in|for|during) {each} {spans}|(?:each|every) {spans})"))
            .expect("a fixed pattern")
    });
    if periods.len() < 2 {
        return;
    }
    let repeated = |draft: Draft| {
        let end = letter.folded.forth(draft.figure.span).end;
        let every = EACH.is_match(&letter.folded.text()[end..]);
        let times = if every { periods.iter().map(|when| Some(*when)).collect() } else { vec![draft.when] };
        let rule = if every { Rule::EachPeriod } else { draft.rule };
        times.into_iter().map(move |when| Draft { when, rule, ..draft.clone() }).collect::<Vec<_>>()
    };
    *drafts = drafts.drain(..).flat_map(repeated).collect();
}

/// "27 over the whole three years", "in all five years": from the first day to the last of the periods that were named.
pub fn over_them_all(letter: &Letter<'_>, drafts: &mut [Draft], periods: &[When]) {
    static ALL: LazyLock<Regex> = LazyLock::new(|| {
        let counted = "(?:(?:two|three|four|five|six|[2-6]) )?(?:financial |calendar |academic )?";
        Regex::new(&format!(
            "(?:over|across|in|during|for|within) (?:(?:all|the|these|those|the whole|the full|the entire|all of the|all the|all these|all those) )?(?:whole |full )?{counted}(?:years|quarters|months|period)(?-u:\\b)"
        ))
        .expect("a fixed pattern")
    });
    let (Some(start), Some(end)) =
        (periods.iter().map(|when| when.start).min().flatten(), periods.iter().map(|when| when.end).max().flatten())
    else {
        return;
    };
    for draft in drafts.iter_mut().filter(|draft| draft.when.is_none()) {
        let figure = draft.figure.span;
        let line = letter.lines.spans()[letter.lines.index_of(figure.start)];
        let near = letter.text.floor_char_boundary((figure.end + NEAR).min(line.end.max(figure.end)));
        let rest = letter.folded.forth(Span::new(figure.start, near));
        let words = rest.of(letter.folded.text());
        let sentence = &words[..words.find(". ").unwrap_or(words.len())];
        // "In the six months there were 27."
        let lead = letter.folded.forth(Span::new(
            line.start.max(letter.text.floor_char_boundary(figure.start.saturating_sub(NEAR))),
            figure.start,
        ));
        let words = lead.of(letter.folded.text());
        let begins = words.rfind(". ").map_or(0, |end| end + 2);
        let opening = ALL
            .find(&words[begins..])
            .filter(|all| all.start() == 0)
            .map(|all| lead.start + begins + all.start()..lead.start + begins + all.end());
        let closing = ALL.find(sentence).map(|all| rest.start + all.start()..rest.start + all.end());
        if let Some(all) = closing.or(opening) {
            let printed = letter.folded.back(all.start, all.end);
            draft.when = Some(When { start: Some(start), end: Some(end), printed });
            draft.certainty = Certainty::Inferred;
        }
    }
}

/// "23 over the same months": the period of the figure before.
pub fn over_the_same(letter: &Letter<'_>, drafts: &mut [Draft], earlier: When) {
    static SAME: LazyLock<Regex> = LazyLock::new(|| {
        let spans = "(?:years?|quarters?|months?|periods?|times?|dates?|day)";
        Regex::new(&format!(
            "^(?: [a-z]+){{0,5}} (?:over|in|during|for|on) (?:the|that|those) same (?:[a-z]+ )?{spans}(?-u:\\b)"
        ))
        .expect("a fixed pattern")
    });
    for draft in drafts.iter_mut().filter(|draft| draft.when.is_none()) {
        let end = letter.folded.forth(draft.figure.span).end;
        if SAME.is_match(&letter.folded.text()[end..]) {
            draft.when = Some(earlier);
            draft.certainty = Certainty::Inferred;
        }
    }
}

/// Where the question asks how it was on 31 March of each year, a year that heads a figure means that day.
pub fn on_the_day(drafts: &mut [Draft], (month, day): (u32, u32)) {
    for draft in drafts {
        let Some(when) = draft.when.as_mut() else { continue };
        let (Some(start), Some(end)) = (when.start, when.end) else { continue };
        let whole = start.year() == end.year() && (end - start).num_days() > 363;
        if let Some(day) = NaiveDate::from_ymd_opt(start.year(), month, day).filter(|_| whole) {
            (when.start, when.end) = (Some(day), Some(day));
        }
    }
}

/// The periods of the figures, each once, in order: what "the same years" means in the next question.
pub fn periods_of(drafts: &[Draft]) -> Vec<When> {
    let mut periods: Vec<When> = Vec::new();
    for when in drafts.iter().filter(|draft| draft.role == Role::Value).filter_map(|draft| draft.when) {
        if !periods.iter().any(|other| (other.start, other.end) == (when.start, when.end)) {
            periods.push(when);
        }
    }
    periods
}

/// The periods of a line that has nothing else, at least two: heads that were taken for an answer.
pub fn only_heads(letter: &Letter<'_>, span: Span) -> Vec<When> {
    let view = letter.folded.forth(span);
    let words = view.of(letter.folded.text());
    let periods = find_periods(words);
    let rest = words.chars().filter(|c| c.is_alphanumeric()).count();
    let inside: usize =
        periods.iter().map(|period| period.span.of(words).chars().filter(|c| c.is_alphanumeric()).count()).sum();
    if periods.len() < 2 || rest > inside {
        return Vec::new();
    }
    periods.iter().map(|period| When::new(letter.folded, view.start, period)).collect()
}

/// Figures without a period, as many as the question names periods, answer them in order; one alone answers for all.
pub fn share_out(drafts: &mut [Draft], periods: &[When]) {
    let ([first, .., last], true) = (periods, drafts.iter().all(|draft| draft.when.is_none())) else { return };
    if let [draft] = drafts {
        let (start, end) = (first.start.min(last.start), first.end.max(last.end));
        draft.when = Some(When { start, end, printed: first.printed.join(last.printed) });
        draft.certainty = Certainty::Inferred;
    } else if drafts.len() > 1
        && (1..drafts.len()).all(|at| drafts[..at].iter().all(|other| other.measure != drafts[at].measure))
    {
        let (start, end) = (first.start.min(last.start), first.end.max(last.end)); // each of another thing
        for draft in drafts.iter_mut() {
            draft.when = Some(When { start, end, printed: first.printed.join(last.printed) });
            draft.certainty = Certainty::Inferred;
        }
    } else if drafts.len() == periods.len() && drafts.iter().all(|draft| draft.measure == drafts[0].measure) {
        for (draft, when) in drafts.iter_mut().zip(periods) {
            draft.when = Some(*when);
            draft.certainty = Certainty::Inferred;
        }
    }
}
