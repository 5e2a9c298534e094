//! Figures beside the periods that a question asks for.

use crate::catalogue::Question;
use crate::record::{Count, Evidence};
use crate::text::Folded;
use crate::when::find_periods;

/// True where the figures in `answer` leave out a period that the question names.
///
/// Figures whose period nobody could read leave that open: then nothing is said to be missing.
pub fn lacks_period(question: &Question, answer: &[Evidence], counts: &[Count]) -> bool {
    let inside = |count: &&Count| {
        let mut places = count.evidence.iter();
        places.any(|place| answer.iter().any(|part| part.span().contains(place.span())))
    };
    let here: Vec<&Count> = counts.iter().filter(inside).collect();
    if here.is_empty() || here.iter().any(|count| count.start.is_none()) {
        return false;
    }
    question.periods.iter().any(|printed| {
        let folded = Folded::new(printed);
        find_periods(folded.text()).first().is_some_and(|period| {
            let (start, end) = (period.start.map(|day| day.to_string()), period.end.map(|day| day.to_string()));
            here.iter().all(|count| (&count.start, &count.end) != (&start, &end))
        })
    })
}
