//! Letters that print no question: what answers is known by the numbers that it opens with.

use super::Features;
use crate::document::{Number, Side, Step, Unit, find_sentences};
use crate::segment::Reading;
use crate::segment::pointer::parse_pointer;
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

/// "With regard to 1a and 1b, …", "Question 2a: …": where nothing is asked, openings that name questions answer them.
pub(super) fn weigh_named(reading: &Reading<'_>, units: &[Unit], weighed: &mut [Features]) {
    let open = |features: &Features| features.neither < NAMED;
    // "Question 2a - Yes": the words behind the mark ask nothing.
    let marked = |at: &usize| units[*at].side == Some(Side::Question) && units[*at].mark.is_some();
    let asked = |at: usize| {
        let features = &weighed[at];
        let asks = features.complete && features.ask > features.answer && open(features);
        asks && (!marked(&at) || features.asks || features.questioned || features.known.is_some())
    };
    let sided = |at: usize| units[at].side.is_some() && !marked(&at);
    if (0..units.len()).any(|at| asked(at) || sided(at)) {
        return;
    }
    let names = |words: Span| {
        let view = View::new(reading.folded, &[words]);
        parse_pointer(view.text()).is_some_and(|pointer| pointer.explicit && pointer.len < view.text().len())
    };
    let named = |at: usize| {
        let behind = units[at].pieces.iter().flat_map(|piece| find_sentences(reading.text, *piece)).skip(1);
        std::iter::once(units[at].whole).chain(behind).filter(|sentence| names(*sentence)).count()
    };
    let naming: Vec<(usize, usize)> = (0..units.len())
        .filter(|&at| open(&weighed[at]))
        .map(|at| (at, named(at)))
        .filter(|(_, openings)| *openings > 0)
        .collect();
    if naming.iter().map(|(_, openings)| openings).sum::<usize>() >= SEVERAL {
        naming.into_iter().for_each(|(at, _)| weighed[at].answer += NAMED);
        // "In your request you ask about …" leads to no question.
        weighed.iter_mut().filter(|unit| unit.announces == Some(Role::Ask)).for_each(|unit| unit.announces = None);
    }
}
