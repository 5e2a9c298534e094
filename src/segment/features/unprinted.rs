//! Letters that print no question: what answers is known by the numbers that it opens with.

use super::Features;
use crate::document::{Label, Number, Side, Step, Unit, find_sentences};
use crate::segment::Reading;
use crate::segment::pointer::{Pointer, is_deep, mentioned, parse_pointer};
use crate::segment::roles::Role;
use crate::text::{Span, View};

/// What names the question that it answers gets so many points for that.
const NAMED: i32 = 10;

/// So many openings that name questions show a letter that answers by them.
const SEVERAL: usize = 3;

/// A letter that is nothing but numbered answers: no question is printed, and the numbers run on.
pub(super) fn weigh_bare_list(units: &[Unit], weighed: &mut [Features]) {
    const LONG: usize = 8;
    let listed: Vec<usize> = (0..units.len()).filter(|&at| units[at].number().is_some()).collect();
    let (Some(&first), Some(&last)) = (listed.first(), listed.last()) else { return };
    let opens = units[first].number().and_then(|number| number.0.first()).is_some_and(Step::is_first);
    let asked = weighed.iter().filter(|features| features.ask > 0 || features.announces.is_some()).count();
    let mut path = Number::default();
    let run = listed.iter().filter_map(|&at| units[at].number()).filter(|number| {
        let number = number.below(&path);
        let follows = number.follows(&path) || number > path;
        path = number;
        follows
    });
    if listed.len() >= LONG && opens && asked == 0 && run.count() + 1 >= listed.len() {
        weighed[first..=last].iter_mut().for_each(|features| features.answer += NAMED);
    }
}

/// Prose under headings that name what was asked: numbered ones that run on, or any where the letter says that it answers so.
pub(super) fn weigh_headings(reading: &Reading<'_>, units: &[Unit], weighed: &mut [Features]) {
    const FEWEST: usize = 2;
    if (0..units.len()).any(|at| asks(units, weighed, at)) {
        return;
    }
    let prose = |at: usize| {
        let words = units[at].pieces.last().map_or("", |piece| piece.of(reading.text));
        units[at].label.is_none() && weighed[at].neither < NAMED && words.ends_with('.') && words.len() > TITLE
    };
    let titles: Vec<usize> = (0..units.len().saturating_sub(1))
        .filter(|&at| weighed[at].neither < NAMED && is_title(reading.text, &units[at]) && prose(at + 1))
        .filter(|&at| !weighed[at].heading && weighed[at].announces.is_none())
        .collect();
    let numbered: Vec<usize> = titles.iter().copied().filter(|&at| units[at].number().is_some()).collect();
    let number = |at: &usize| units[*at].number().and_then(|number| number.0.first());
    let runs_on = numbered.first().and_then(number).is_some_and(Step::is_first)
        && numbered.windows(2).all(|pair| number(&pair[0]).and_then(Step::next).as_ref() == number(&pair[1]));
    let says = |unit: &Unit| {
        let view = View::new(reading.folded, &unit.pieces);
        !reading.phrases.find(view.text(), &["by-headings"]).is_empty()
    };
    let titles: Vec<usize> = match units.iter().position(says) {
        Some(said) => titles.into_iter().filter(|&at| at > said).collect(),
        None if runs_on => numbered,
        None => return,
    };
    if titles.len() >= FEWEST {
        for at in titles {
            weighed[at].ask += NAMED;
            weighed[at].complete = true;
            weighed[at + 1].answer += NAMED;
        }
    }
}

/// A title has at most so many bytes, and prose more.
const TITLE: usize = 60;

/// True for a short line that ends in no stop, with a blank line before it.
fn is_title(text: &str, unit: &Unit) -> bool {
    let words = unit.pieces.first().map_or("", |piece| piece.of(text));
    let plain =
        unit.side.is_none() && unit.gap && unit.begins_line && matches!(unit.label, None | Some(Label::Number(_)));
    plain
        && unit.pieces.len() == 1
        && (3..=TITLE).contains(&words.len())
        && words.starts_with(char::is_uppercase)
        && !words.ends_with(|c: char| ".?;,:".contains(c) || c.is_ascii_digit())
        && !words.contains('\n')
}

/// True where a unit's words ask, though it is not the frame of the letter.
fn asks(units: &[Unit], weighed: &[Features], at: usize) -> bool {
    let features = &weighed[at];
    // "You asked whether …" tells what was asked.
    let told = features.announces == Some(Role::Ask);
    let asks = features.complete && features.ask > features.answer && features.neither < NAMED && !told;
    // "Question 2a - Yes": the words behind the mark ask nothing.
    let marked = units[at].side == Some(Side::Question) && units[at].mark.is_some();
    asks && (!marked || features.asks || features.questioned || features.known.is_some())
}

/// "With regard to 1a and 1b, …", "Question 2a: …": where nothing is asked before them, openings that name questions answer them. A
/// line above them may only look as if it asked: "What you asked is printed at the end", "Your request: FOI 1294".
pub(super) fn weigh_named(reading: &Reading<'_>, units: &[Unit], weighed: &mut [Features]) {
    let told = retold(units, weighed);
    let stretch = find_stretch(units, weighed, &told);
    let openings: Vec<(usize, usize)> = (stretch.start..stretch.end)
        .filter(|&at| weighed[at].neither < NAMED)
        .map(|at| (at, count_openings(reading, &units[at], stretch.plainly)))
        .collect();
    if openings.iter().map(|(_, count)| count).sum::<usize>() < SEVERAL {
        return;
    }
    let opens = openings.iter().find(|(_, count)| *count > 0).map_or(stretch.end, |(at, _)| *at);
    let idle = |at: &usize| {
        let asks = weighed[*at].ask > weighed[*at].answer && only_looks(&units[*at], &weighed[*at]);
        told[*at] || *at < opens && asks
    };
    let idle: Vec<usize> = (0..stretch.end).filter(idle).collect();
    // Among them a paragraph that only mentions a question answers one, too.
    let mentions = |at: usize| !mentioned(View::new(reading.folded, &[units[at].whole]).text()).is_empty();
    for (at, _) in openings.into_iter().filter(|&(at, count)| count > 0 || mentions(at)) {
        weighed[at].answer += NAMED;
    }
    // "In your request you ask about …" leads to no question.
    let announcing = weighed[..stretch.end].iter_mut().filter(|unit| unit.announces == Some(Role::Ask));
    announcing.for_each(|unit| unit.announces = None);
    for at in idle {
        weighed[at] = Features { neither: NAMED, ..Features::default() };
    }
}

/// Where openings may name questions that the letter does not print.
struct Stretch {
    start: usize,
    end: usize,
    /// True where nothing at all asks.
    plainly: bool,
}

/// All of a letter in which nothing asks, or what stands before the first question; a first line that only looks as if it
/// asked is left out.
fn find_stretch(units: &[Unit], weighed: &[Features], told: &[bool]) -> Stretch {
    let mut asking = (0..units.len()).filter(|&at| asks(units, weighed, at) && !told[at] || is_sided(&units[at]));
    let first = asking.next();
    let lead = first.filter(|&at| only_looks(&units[at], &weighed[at]));
    let end = if lead.is_some() { asking.next() } else { first };
    Stretch { start: lead.map_or(0, |at| at + 1), end: end.unwrap_or(units.len()), plainly: first.is_none() }
}

/// True where a side of a table, or a mark of an answer, says who speaks; the mark of a question may stand before its answer.
fn is_sided(unit: &Unit) -> bool {
    unit.side.is_some() && !(unit.side == Some(Side::Question) && unit.mark.is_some())
}

/// True of a unit that asks nothing known, and has neither a label nor a question mark.
fn only_looks(unit: &Unit, features: &Features) -> bool {
    unit.label.is_none() && !is_sided(unit) && features.known.is_none() && !features.questioned
}

/// How many sentences of a unit open by naming a question; where something else is asked, one with a part (`1a`).
fn count_openings(reading: &Reading<'_>, unit: &Unit, plainly: bool) -> usize {
    // The paragraphs of any paper may be numbered 1.1, 1.2.
    if !plainly && unit.number().is_some_and(|number| matches!(number.0[..], [_, Step::Letter(_), ..])) {
        return 1;
    }
    let names = |words: &Span| {
        let view = View::new(reading.folded, &[*words]);
        let deep = |pointer: &Pointer| pointer.targets.iter().any(is_deep);
        parse_pointer(view.text())
            .is_some_and(|pointer| pointer.explicit && pointer.len < view.text().len() && (plainly || deep(&pointer)))
    };
    let behind = unit.pieces.iter().flat_map(|piece| find_sentences(reading.text, *piece)).skip(1);
    std::iter::once(unit.whole).chain(behind).filter(names).count()
}

/// Which units are more of a paragraph that tells what was asked: "You asked about three matters: (a) whether …, (b) when …".
fn retold(units: &[Unit], weighed: &[Features]) -> Vec<bool> {
    let mut telling = false;
    let goes_on = |(unit, features): (&Unit, &Features)| {
        let more = telling && !unit.gap && !unit.begins_line;
        telling = more || features.announces == Some(Role::Ask);
        more
    };
    units.iter().zip(weighed).map(goes_on).collect()
}
