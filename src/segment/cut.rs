//! Letters that break off: what a listing or a web page shows of a letter may end before it answers anything.

use super::{Pair, Reading};
use crate::document::{Unit, find_sentences};
use crate::letter::Zone;
use crate::text::{Span, View};

/// An answer of more words than this, though it breaks off, has begun, whatever they are.
const BEGUN: usize = 40;

/// True where the letter ends in the middle of a sentence, before anything closes it.
pub(super) fn is_cut_off(reading: &Reading<'_>, units: &[Unit]) -> bool {
    let Some(last) = units.iter().rev().find_map(|unit| unit.pieces.last()) else { return false };
    let closing = matches!(reading.zones.at(last.start), Zone::Review | Zone::Regulator | Zone::SignOff | Zone::Beyond);
    !closing && last.of(reading.text).ends_with(|c: char| c.is_lowercase())
}

/// Clears the one answer of a letter that breaks off before a whole sentence of it tells anything: it has hardly begun.
pub(super) fn clear_hardly_begun(reading: &Reading<'_>, pairs: &mut [Pair]) {
    let end = reading.text.trim_end().len();
    let mut answers = pairs.iter_mut().map(|pair| &mut pair.answer).filter(|answer| !answer.is_empty());
    if let (Some(only), None) = (answers.next(), answers.next()) {
        let words: usize = only.iter().map(|span| span.of(reading.text).split_whitespace().count()).sum();
        let last = only.last().is_some_and(|span| span.end == end);
        let mut sentences = only.iter().flat_map(|span| find_sentences(reading.text, *span));
        if last && words <= BEGUN && !sentences.any(|sentence| tells(reading, sentence)) {
            only.clear();
        }
    }
}

/// True for a whole sentence that does more than lead to the answer.
fn tells(reading: &Reading<'_>, sentence: Span) -> bool {
    let view = View::new(reading.folded, &[sentence]);
    view.text().ends_with(['.', ';', '?'])
        && reading.phrases.find(view.text(), &["receives", "request-lead", "answer-lead"]).is_empty()
}

#[cfg(test)]
mod tests {
    use crate::catalogue::Catalogue;
    use crate::letter::find_zones;
    use crate::segment::{Reading, Segmented, segment};
    use crate::text::{Folded, Lines};

    fn read(text: &str) -> Segmented {
        let (lines, folded) = (Lines::new(text), Folded::new(text));
        let zones = find_zones(text, &lines, &folded);
        segment(&Reading::new(text, &lines, &folded, &zones, Catalogue::shipped()))
    }

    const ASKED: &str =
        "Reference: 24-118\n\nYou asked\n\n1. How many wards have a ramp?\n2. When was the last one built?\n";

    #[test]
    fn a_letter_may_break_off_while_it_asks() {
        assert!(read(&format!("{ASKED}3. Which of the following wards hav\n")).breaks_off);
        assert!(!read(&format!("{ASKED}\nOur response\n\n1. Four.\n2. In May 2019.\n")).breaks_off);
    }

    #[test]
    fn an_answer_that_has_hardly_begun_is_none() {
        let answered = |end: &str| {
            let pairs = read(&format!("{ASKED}\nOur response\n\n{end}\n")).pairs;
            pairs.iter().filter(|pair| !pair.answer.is_empty()).count()
        };
        assert_eq!(answered("Cambridgeshire and Pe"), 0);
        assert_ne!(answered("We hold no record of this. The wards are kept by the coun"), 0);
        assert_ne!(answered("1. Four.\n2. In May 2019, as far as we kno"), 0);
    }
}
