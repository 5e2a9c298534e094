//! Marks such as "Our response:" and "You asked:": words before a question or an answer that say which it is.

mod recurring;

use super::Reading;
use crate::catalogue::{Cue, Phrase};
use crate::document::{Mark, Said, Side};
use crate::letter::Zone;
use crate::text::Span;
use crate::when::find_dates;

/// Every mark of the letter that begins a line or follows the end of a sentence, in order of place.
pub fn find_marks(reading: &Reading<'_>) -> Vec<Mark> {
    let mut marks = known_marks(reading);
    let apart = |mark: &Mark| {
        let near = marks.partition_point(|known| known.span.end <= mark.span.start);
        marks.get(near).is_none_or(|known| !known.span.overlaps(mark.span))
    };
    let recurring: Vec<Mark> = recurring::find_recurring(reading).into_iter().filter(apart).collect();
    marks.extend(recurring);
    marks.sort_by_key(|mark| mark.span.start);
    marks
}

/// The marks that turns of phrase know.
fn known_marks(reading: &Reading<'_>) -> Vec<Mark> {
    let Reading { text, folded, phrases, .. } = *reading;
    let mut marks: Vec<Mark> = Vec::new();
    let (paired, bare) = (letters_take_turns(text), bare_letters(text) > 2);
    let cues = phrases.find(folded.text(), &["answer-mark", "question-mark", "superseded-mark", "review-mark"]);
    let arrows = arrows_stand_within(text);
    let often = |means: &str| cues.iter().filter(|cue| cue.phrase.means == means).count();
    let (first, reviewed) = (often("superseded-mark"), often("review-mark") > 0);
    // "Finding: not in dispute": what was said first is what is said now.
    let confirms =
        |cue: &Cue<'_>| cue.phrase.means == "review-mark" && first > 0 && leaves_as_it_was(reading, cue.span.end);
    // What was said first either has what is said now behind it, or is listed before the letter comes to that.
    let said_first = |at: usize| {
        let own = cues[at].span.of(folded.text());
        let again = |cue: &&Cue<'_>| match cue.phrase.means.as_str() {
            "superseded-mark" => cue.span.of(folded.text()) == own,
            means => means == "review-mark",
        };
        match cues[at + 1..].iter().find(again) {
            Some(cue) if confirms(cue) => Some(Said::Now),
            Some(cue) if cue.phrase.means == "review-mark" => Some(Said::Superseded),
            _ => (first > 1 || reviewed).then_some(Said::First),
        }
    };
    for (at, cue) in cues.iter().enumerate() {
        let means = cue.phrase.means.as_str();
        let said = match means {
            "superseded-mark" => said_first(at),
            "review-mark" if first == 0 => None,
            "review-mark" if confirms(cue) => Some(Said::Superseded),
            _ => Some(Said::Now),
        };
        let Some(said) = said else { continue };
        let answers = means != "question-mark";
        let letter = cue.phrase.is_also("letter");
        if letter && !paired && !(bare && cue.phrase.is_also("asks-alone")) {
            continue;
        }
        let taken = marks.last().map_or(0, |last| last.span.end);
        // The pattern may have taken in words of the line before: "… the Charter / Our response:".
        let free = word_starts(folded.text(), cue.span)
            .map(|start| folded.back(start, cue.span.end))
            .find(|span| {
                let free = stands_free(text, *span, answers && !letter && !in_capitals(cue.phrase));
                let one_line = !span.of(text).trim().contains(['\n', '\r']);
                let within = arrows && cue.phrase.is_also("arrow");
                span.start >= taken && one_line && (free && !cue.phrase.is_also("within") || within)
            })
            .filter(|span| {
                // Heads of columns that end in "Response" mark what stands below them; "will reply" at the end of a line not.
                let begins_capital = folded.back(cue.span.start, cue.span.end).of(text).starts_with(char::is_uppercase);
                !in_capitals(cue.phrase) || is_in_capitals(span.of(text)) && (!span.is_empty() || begins_capital)
            })
            .filter(|span| !cue.phrase.is_also("on-its-line") || names_answer(text, *span));
        let in_head = |span: Span| !answers || is_in_head(reading, span) || is_below_date(reading, span);
        let Some(span) = free.filter(|span| !(heads_date(reading, *span) && in_head(*span))) else {
            continue;
        };
        let side = if answers { Side::Answer } else { Side::Question };
        marks.push(Mark { span, side, said });
    }
    marks
}

/// True where nothing is said from `at` to the end of the paragraph but that the first answer stands.
fn leaves_as_it_was(reading: &Reading<'_>, at: usize) -> bool {
    const WORDS: usize = 8;
    /// No eight words are longer, in bytes.
    const LONGEST: usize = 120;
    let folded = reading.folded.text();
    let paragraph = folded[at..folded.floor_char_boundary(at + LONGEST)].split('\n').next().unwrap_or("");
    paragraph.split(' ').take(WORDS + 1).count() <= WORDS
        && !reading.phrases.find(paragraph, &["first-stands"]).is_empty()
}

/// The arrows that may lead from a question to its answer.
const ARROWS: [&str; 8] = [" >> ", " -> ", " --> ", " => ", " \u{2192} ", " \u{27a1} ", " \u{25ba} ", " \u{bb} "];

/// True where many lines hold one arrow each: "Date of adoption -> May 2024". Several on a line are steps of a way.
fn arrows_stand_within(text: &str) -> bool {
    const LINES: usize = 4;
    let arrows = |line: &str| ARROWS.iter().map(|arrow| line.matches(arrow).count()).sum::<usize>();
    let (one, more) = text
        .lines()
        .map(|line| arrows(line.trim()))
        .fold((0, 0), |(one, more), count| (one + usize::from(count == 1), more + usize::from(count > 1)));
    one >= LINES && one > 4 * more
}

/// How many lines begin with "Q." and words.
fn bare_letters(text: &str) -> usize {
    let begins = |line: &&str| {
        let rest = line.trim_start_matches([' ', '\t', '*', '|', '>', '-']).strip_prefix('Q');
        rest.is_some_and(|rest| rest.starts_with(['.', ':', ')']) && !rest[1..].trim().is_empty())
    };
    text.lines().filter(begins).count()
}

/// True where lines begin with "Q." and "A.", or "Q1" and "A1.", by turns, so that these are no list labels.
fn letters_take_turns(text: &str) -> bool {
    let begins = |letter: char| {
        text.lines().filter(move |line| {
            let words = line.trim_start_matches([' ', '\t', '*', '|', '>', '-']);
            words.strip_prefix(letter).is_some_and(|rest| {
                let stop = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "abcdefgh(ivx".contains(c));
                let numbered = rest.starts_with(|c: char| c.is_ascii_digit());
                numbered || stop.starts_with(['.', ':', ')']) && !stop[1..].trim().is_empty()
            })
        })
    };
    begins('Q').count() > 1 && begins('A').count() > 1
}

/// True for a mark without punctuation, which only capitals set off: "ANSWER Yes".
fn in_capitals(phrase: &Phrase) -> bool {
    phrase.is_also("in-capitals")
}

fn is_in_capitals(words: &str) -> bool {
    words.trim_end().chars().all(char::is_uppercase)
}

/// True for a word and a number on one line, where nothing follows them.
fn names_answer(text: &str, span: Span) -> bool {
    let words = span.of(text).trim_end();
    words.starts_with(char::is_alphabetic)
        && !words.contains(['\n', '\r'])
        && text[span.start + words.len()..].trim_start_matches([' ', '\t', '*']).starts_with(['\n', '\r'])
}

/// True where nothing is answered yet.
fn is_in_head(reading: &Reading<'_>, span: Span) -> bool {
    reading.zones.at(span.start) == Zone::Head
}

/// True right below a line that ends in a date: "Request: 30/06/25" above "Reply: 24/07/25".
fn is_below_date(reading: &Reading<'_>, span: Span) -> bool {
    let above = reading.lines.index_of(span.start).checked_sub(1).map(|line| reading.lines.spans()[line]);
    above.is_some_and(|above| {
        let words = reading.folded.of(above.trim(reading.text));
        find_dates(words).last().is_some_and(|dated| dated.span.end == words.len())
    })
}

/// True of "Your request: 8 December 2025" and "This reply: 8 December 2025", labels of the letterhead.
fn heads_date(reading: &Reading<'_>, span: Span) -> bool {
    let line = reading.lines.spans()[reading.lines.index_of(span.start)];
    let rest = Span::new(span.end.min(line.end), line.end).trim(reading.text);
    let words = reading.folded.of(rest);
    find_dates(words).first().is_some_and(|dated| dated.span.len() == words.len() && !rest.is_empty())
}

/// True where a line or a sentence ends before `span`. A question's mark is believed at the start of a line only.
fn stands_free(text: &str, span: Span, inline: bool) -> bool {
    let before = text[..span.start].trim_end_matches([' ', '\t', '\u{a0}', '*', '_', '|', '>', '#', '-', '\u{2022}']);
    let subject = "subject:";
    let last = before.len().saturating_sub(subject.len());
    if before.as_bytes()[last..].eq_ignore_ascii_case(subject.as_bytes()) {
        return false;
    }
    let capital = span.of(text).chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let begins_line = before.is_empty() || before.ends_with(['\n', '\r', '\u{c}']);
    begins_line || inline && capital && before.ends_with(['?', '.', ':', ')', ']', ';', '"', '\u{201d}', '\u{2026}'])
}

/// Where the words of `span` begin.
fn word_starts(folded: &str, span: Span) -> impl Iterator<Item = usize> {
    std::iter::once(span.start).chain(span.of(folded).match_indices(' ').map(move |(at, _)| span.start + at + 1))
}
