//! Who is asking and who answers: the letter as pairs of question and answer.
//!
//! Every unit of the letter is weighed (`features`), the letter is read as a whole (`roles`), questions are listed as
//! printed (`questions`), and answers are tied to them by row, place, label or pointer (`pairing`).

mod anchors;
mod asked;
mod closing;
mod cut;
mod features;
mod left_open;
mod marks;
mod pairing;
mod pointer;
mod questions;
mod resolve;
mod roles;
mod split;
#[cfg(test)]
mod tests;
mod whole;

use crate::catalogue::{Catalogue, Phrases, Wordings};
use crate::document::find_units;
use crate::letter::{Zone, Zones};
use crate::text::{Folded, Lines, Span, without_closing_bracket};

pub use asked::{Asked, list_asked};
pub use pointer::{Pointer, Target, behind_pointer, parse_pointer};

/// One question and the answer to it, as places in the letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// The number as printed, with its parents: `1b-i`.
    pub number: Option<String>,
    /// Where the question stands.
    pub question: Vec<Span>,
    /// Where the answer stands; several places where something else stands between. Empty where there is none.
    pub answer: Vec<Span>,
}

/// A letter and what is known, as the stages of segmenting read them.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The decoded text.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a Lines,
    /// Its folded view.
    pub folded: &'a Folded,
    /// Its zones, as far as the frame of a letter tells them.
    pub zones: &'a Zones,
    /// Turns of phrase.
    pub phrases: &'a Phrases,
    /// Wordings of known questions.
    pub wordings: &'a Wordings,
}

impl<'a> Reading<'a> {
    /// True where one of the first lines says that the letter reviews an answer: "Internal review under the Act".
    fn is_review(&self) -> bool {
        const BEGINNING: usize = 1500;
        let beginning = &self.text[..self.text.floor_char_boundary(BEGINNING)];
        let mut lines = beginning.lines().map(|line| line.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
        lines.any(|line| !self.phrases.find(&line, &["review-title"]).is_empty())
    }

    /// A letter as it is read with what `catalogue` knows.
    pub fn new(
        text: &'a str,
        lines: &'a Lines,
        folded: &'a Folded,
        zones: &'a Zones,
        catalogue: &'a Catalogue,
    ) -> Self {
        Reading { text, lines, folded, zones, phrases: &catalogue.phrases, wordings: &catalogue.wordings }
    }
}

/// What segmenting finds.
#[derive(Clone, Debug, Default)]
pub struct Segmented {
    /// The pairs, in the order of the questions.
    pub pairs: Vec<Pair>,
    /// Where nothing is asked in the letter: all that it says in answer, to what it says it was asked.
    pub whole: Option<Pair>,
    /// Where the requester speaks.
    pub requests: Vec<Span>,
    /// True where the letter comes to a proper end, so that a question without an answer was left open, not cut off.
    pub closes: bool,
    /// True where the letter breaks off while it still asks, so that what looks like an answer is none.
    pub breaks_off: bool,
    /// True of a review, which may print what was answered first.
    pub reviews: bool,
}

/// What an answer says behind the number of its question: "31" of "4.1 31", "roughly 40" of "5. roughly 40".
fn behind_number(text: &str, number: Option<&str>, answer: Span) -> Span {
    let rest = number.and_then(|number| {
        let rest = answer.of(text).strip_prefix(number)?;
        if number.contains('.') { Some(rest) } else { rest.strip_prefix(['.', ')']) }
    });
    let words = rest.filter(|rest| rest.starts_with(' ')).map(str::trim_start).filter(|words| !words.is_empty());
    words.map_or(answer, |words| Span::new(answer.end - words.len(), answer.end))
}

/// True of "As regards question 2," at the beginning of a line: the sentence is its answer as it stands. Further down a paragraph,
/// and as a heading, such words only say where the answer begins.
fn opens_paragraph(text: &str, lead: Span) -> bool {
    begins_line(text, lead.start) && lead.of(text).trim_end().ends_with(',')
}

/// True where the question of a pair is but a part of that of another.
fn is_inside(pair: &Pair, whole: &Pair) -> bool {
    let len = |pair: &Pair| pair.question.iter().map(|span| span.len()).sum::<usize>();
    let start = pair.question.first().map(|span| span.start);
    start.is_some_and(|start| whole.question.iter().any(|span| span.holds(start))) && 5 * len(pair) < 4 * len(whole)
}

/// True where nothing but white space stands before `at` on its line.
fn begins_line(text: &str, at: usize) -> bool {
    let line = text[..at].trim_end_matches([' ', '\t']);
    line.is_empty() || line.ends_with(['\n', '\r'])
}

/// Reads a letter as pairs of question and answer.
pub fn segment(reading: &Reading<'_>) -> Segmented {
    let marks = marks::find_marks(reading);
    let units = anchors::join_wordings(reading, find_units(reading.text, reading.lines, &marks));
    let units = anchors::cut_at_wordings(reading, units);
    let units = anchors::cut_at_repeats(reading, units);
    let units = anchors::cut_before_questions(reading, units);
    let units = anchors::cut_after_requests(reading, units);
    let units = anchors::cut_at_closings(reading, units);
    let features = features::weigh_units(reading, &units);
    let roles = roles::assign_roles(&units, &features);
    let mut pairs = pairing::pair_up(reading, &units, &features, &roles);
    closing::cut_last_answer(reading.text, &mut pairs);
    for pair in &mut pairs {
        if let Some(last) = pair.answer.last_mut() {
            *last = without_closing_bracket(reading.text, *last);
        }
        let number = pair.number.as_deref();
        if let Some(first) = pair.answer.first_mut() {
            *first = behind_number(reading.text, number, *first);
            let behind = behind_pointer(reading.folded, *first);
            if !opens_paragraph(reading.text, Span::new(first.start, behind.start)) {
                *first = behind;
            }
        }
    }
    let silent = pairs.iter().all(|pair| pair.answer.is_empty()) && !roles.contains(&roles::Role::Ask);
    let mut whole = if silent { whole::whole_reply(reading, &units) } else { None };
    // The known words of one question inside a sentence that retells the request are not the question.
    if let [only] = &pairs[..]
        && only.question.first().is_some_and(|asked| !begins_line(reading.text, asked.start))
        && let Some(retold) = whole::whole_reply(reading, &units).filter(|whole| is_inside(only, whole))
    {
        pairs.clear();
        whole = Some(retold);
    }
    let requests =
        units.iter().zip(&roles).filter(|(_, role)| **role == roles::Role::Ask).map(|(unit, _)| unit.whole).collect();
    let closes = reading.zones.parts().iter().any(|(_, zone)| matches!(zone, Zone::Review | Zone::SignOff));
    let cut_off = cut::is_cut_off(reading, &units);
    let breaks_off = cut_off && roles.last() == Some(&roles::Role::Ask) && roles::turns(&roles) < 2;
    if !closes && !roles::answers_convince(&units, &features, &roles) {
        // A request that is cut off, or a page about one: what looked like answers is more of the request.
        pairs.iter_mut().for_each(|pair| pair.answer.clear());
    }
    if cut_off {
        cut::clear_hardly_begun(reading, &mut pairs);
    }
    Segmented { pairs, whole, requests, closes: closes && !cut_off, breaks_off, reviews: reading.is_review() }
}
