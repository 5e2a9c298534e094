//! Words of the answers that promise an enclosure, by `data/attachments.toml`.

use std::sync::LazyLock;

use crate::text::Regex;

use super::place::Places;
use super::sentence::sentence_around;
use crate::catalogue::Phrases;
use crate::letter::Letter;
use crate::segment::Pair;
use crate::text::Span;

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::parse(include_str!("../../data/attachments.toml")).expect("data/attachments.toml is checked by tests")
});

/// All phrases with this meaning as one pattern, so that a letter is read once.
fn joined(means: &str) -> Regex {
    let all = PHRASES.all().iter().filter(|phrase| phrase.means == means);
    let patterns: Vec<String> = all.map(|phrase| format!("(?:{})", phrase.pattern.as_str())).collect();
    Regex::new(&patterns.join("|")).expect("each pattern has compiled alone")
}

static PROMISES: LazyLock<Regex> = LazyLock::new(|| joined("promise"));
static NOT: LazyLock<Regex> = LazyLock::new(|| joined("not"));

/// A web address, whose file names are no enclosures.
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"https?:|www\.|@").expect("a fixed pattern"));

/// The sentences that promise an enclosure, and the pair whose answer each stands in (`None` outside every answer).
pub fn find_attachments(letter: &Letter, pairs: &[Pair]) -> Vec<(Span, Option<usize>)> {
    let folded = letter.folded.text();
    let places = Places::new(pairs);
    let mut found: Vec<(Span, Option<usize>)> = Vec::new();
    for hit in PROMISES.find_iter(folded) {
        let place = letter.folded.back(hit.start(), hit.end());
        if found.last().is_some_and(|(last, _)| place.start < last.end) {
            continue;
        }
        let Some(pair) = places.answering(letter, place) else { continue };
        let around = sentence_around(folded, hit.range().into());
        let words = around.of(folded);
        let word = words.get(..hit.start() - around.start).and_then(|before| before.rsplit(' ').next());
        if NOT.is_match(words) || word.is_some_and(|word| ADDRESS.is_match(word)) {
            continue;
        }
        let sentence = letter.folded.back(around.start, around.end).trim(letter.text);
        found.push((within(letter, &places, sentence, place), pair));
    }
    found
}

/// `sentence` cut to the answer that holds `place`, and to its cell where that is a table's.
fn within(letter: &Letter, places: &Places, sentence: Span, place: Span) -> Span {
    let answer = places.answer(place).map_or(sentence, |(answer, _)| answer);
    let (mut start, mut end) = (sentence.start.max(answer.start), sentence.end.min(answer.end));
    if start <= place.start && place.end <= end {
        let parts = ['|', '\t'];
        start = letter.text[start..place.start].rfind(parts).map_or(start, |at| start + at + 1);
        end = letter.text[place.end..end].find(parts).map_or(end, |at| place.end + at);
    }
    if start < end { Span::new(start, end).trim(letter.text) } else { sentence }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::find_zones;
    use crate::text::{Folded, Lines};

    #[test]
    fn every_phrase_accepts_and_rejects_its_examples() {
        for phrase in PHRASES.all() {
            for example in &phrase.accept {
                assert!(phrase.pattern.is_match(Folded::new(example).text()), "{} must accept: {example}", phrase.id);
            }
            for example in &phrase.reject {
                assert!(!phrase.pattern.is_match(Folded::new(example).text()), "{} must reject: {example}", phrase.id);
            }
        }
    }

    #[test]
    fn promises_of_an_answer() {
        for (answer, wanted) in [
            ("We met in May. Please find attached the plan. It ends soon.", &["Please find attached the plan"][..]),
            ("Sexual Safety Action Plan attached", &["Sexual Safety Action Plan attached"]),
            ("See FOI 12 data.xlsx", &["See FOI 12 data.xlsx"]),
            ("It is at https://www.example.org/plan.pdf today.", &[]),
            ("The notes are not attached.", &[]),
            ("The plan is at Appendix B.", &["The plan is at Appendix B."]),
        ] {
            let text = format!("1. What plans have you?\n\n{answer}\n\nYours sincerely\n");
            let (lines, folded) = (Lines::new(&text), Folded::new(&text));
            let zones = find_zones(&text, &lines, &folded);
            let letter = Letter { text: &text, lines: &lines, folded: &folded, zones: &zones, file: "" };
            let found: Vec<&str> = find_attachments(&letter, &[]).iter().map(|(span, _)| span.of(&text)).collect();
            assert_eq!(found, wanted, "{answer}");
        }
    }
}
