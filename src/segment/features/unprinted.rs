//! Letters that print no question: what answers is known by the numbers that it opens with.

use super::Features;
use crate::document::{Number, Step, Unit};
use crate::segment::Reading;
use crate::segment::pointer::parse_pointer;
use crate::text::View;

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
    let asked = |features: &Features| features.complete && features.ask > features.answer && open(features);
    if weighed.iter().any(asked) || units.iter().any(|unit| unit.side.is_some()) {
        return;
    }
    let names = |unit: &Unit| {
        let view = View::new(reading.folded, &[unit.whole]);
        parse_pointer(view.text()).is_some_and(|pointer| pointer.explicit && pointer.len < view.text().len())
    };
    let named: Vec<usize> = (0..units.len()).filter(|&at| open(&weighed[at]) && names(&units[at])).collect();
    if named.len() >= SEVERAL {
        named.into_iter().for_each(|at| weighed[at].answer += NAMED);
    }
}
