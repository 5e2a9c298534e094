//! The stretches of a letter in which figures may answer, each with what was asked there.

mod rows;

use std::collections::BTreeMap;

use super::Letter;
use super::figure::find_figures;
use super::question::Asked;
use crate::segment::{Pair, behind_pointer};
use crate::text::{Span, find_blank_line};

/// A longer paragraph introduces no parts.
const STEM: usize = 400;

/// A stretch of the letter and what was asked there.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its place.
    pub span: Span,
    /// The question; empty where none is known.
    pub asked: Asked,
    /// Part of an answer; elsewhere only tables are read.
    pub answers: bool,
}

/// Every answer once, with the question that asks for numbers if several share it, and what is neither question nor
/// answer, in order of place.
pub fn find(letter: &Letter<'_>, pairs: &[Pair]) -> Vec<Region> {
    let answers: Vec<Vec<Span>> = pairs.iter().map(|pair| rows::joined(letter, &pair.answer)).collect();
    let gaps = gaps(letter, pairs, &answers);
    let mut regions: Vec<Region> = Vec::new();
    // Regions of answers never overlap: the one that begins last before an answer ends is the one that may.
    let mut starts: BTreeMap<usize, usize> = BTreeMap::new();
    let mut stem = None;
    for (pair, answer) in pairs.iter().zip(&answers) {
        stem = stem_of(letter, &gaps, pair).or(stem);
        let (asked, answer) = match question_inside(letter, pair, answer) {
            Some((asked, answer)) => (asked, &answer.clone()),
            None => (asked(letter, pair, stem.as_ref()), answer),
        };
        if asked.how_many && pair.answer.is_empty() {
            let short = pair.question.first().copied().filter(|question| question.len() < STEM);
            stem = pair.number.clone().zip(short);
        }
        for span in answer.iter().map(|span| behind_pointer(letter.folded, *span)) {
            let near = starts.range(..span.end).next_back().map(|(_, &at)| at);
            match near.filter(|&at| regions[at].span.overlaps(span)).map(|at| &mut regions[at]) {
                None => {
                    starts.insert(span.start, regions.len());
                    regions.push(Region { span, asked: asked.clone(), answers: true });
                }
                Some(region) if region.span == span && asked.how_many && !region.asked.how_many => {
                    region.asked = asked.clone();
                }
                Some(_) => {}
            }
        }
    }
    let ends: BTreeMap<usize, usize> = regions.iter().enumerate().map(|(at, region)| (region.span.end, at)).collect();
    let take_back = |gap: Span| {
        let above = ends.range(..=gap.start).next_back().map(|(_, &at)| &mut regions[at]);
        rows::taken_back(letter, above, gap)
    };
    let mut gaps: Vec<Span> = gaps.into_iter().map(take_back).filter(|gap| !gap.is_empty()).collect();
    regions.extend(unpaired(letter, pairs, &mut gaps));
    regions.extend(gaps.into_iter().map(|span| Region { span, asked: Asked::default(), answers: false }));
    regions.sort_by_key(|region| region.span);
    regions
}

/// The question that opens its own answer, where nobody told them apart, and what is left of the answer.
fn question_inside(letter: &Letter<'_>, pair: &Pair, answer: &[Span]) -> Option<(Asked, Vec<Span>)> {
    let first = *answer.first().filter(|_| pair.question.is_empty())?;
    let line = first.of(letter.text).lines().next().filter(|line| line.len() < STEM)?;
    let question = Span::new(first.start, first.start + line.len());
    let asked = Asked::read(letter.text, letter.folded, &[question]);
    let mut answer = answer.to_vec();
    answer[0] = Span::new(question.end, first.end).trim(letter.text);
    (asked.how_many && !answer[0].is_empty()).then_some((asked, answer))
}

/// A question that asks for numbers only through the words that introduce it and its like is read with them: "How many
/// staff were: a) dismissed b) suspended".
fn asked(letter: &Letter<'_>, pair: &Pair, stem: Option<&(String, Span)>) -> Asked {
    let own = Asked::read(letter.text, letter.folded, &pair.question);
    let number = pair.number.as_deref().unwrap_or_default();
    let stem = stem.filter(|(parent, _)| !own.how_many && number.len() > parent.len() && number.starts_with(parent));
    match stem {
        Some((_, stem)) => Asked::read(letter.text, letter.folded, &[*stem]).with_part(own),
        None => own,
    }
}

/// The paragraph before a lettered question, where it asks for numbers, and the number that its parts share.
fn stem_of(letter: &Letter<'_>, gaps: &[Span], pair: &Pair) -> Option<(String, Span)> {
    let number = pair.number.as_deref()?;
    let parent = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    let question = pair.question.first().filter(|_| parent.len() < number.len() && !parent.is_empty())?;
    let at = gaps.partition_point(|gap| gap.start < question.start).checked_sub(1)?;
    let near = question.start.saturating_sub(gaps[at].end) < 8 || gaps[at].end > question.start;
    let gap = Span::new(gaps[at].start, gaps[at].end.min(question.start));
    let lines = gap.of(letter.text).lines().rev().take(8);
    let stem = lines.map(str::trim).find(|line| line.len() > 8)?;
    let start = stem.as_ptr() as usize - letter.text.as_ptr() as usize;
    let stem = Span::new(start, start + stem.len());
    let asks = near && stem.len() < STEM && Asked::read(letter.text, letter.folded, &[stem]).how_many;
    asks.then(|| (parent.to_owned(), stem))
}

/// The paragraph below a question that asks for numbers and has no answer: nobody told it for one. Takes it from the gaps.
fn unpaired(letter: &Letter<'_>, pairs: &[Pair], gaps: &mut [Span]) -> Vec<Region> {
    let mut found = Vec::new();
    for pair in pairs.iter().filter(|pair| pair.answer.is_empty()) {
        let Some(question) = pair.question.last() else { continue };
        if let Some(region) = answered_in_its_last_line(letter, pair) {
            found.push(region);
            continue;
        }
        let at = gaps.partition_point(|gap| gap.end <= question.end);
        let Some(gap) = gaps.get_mut(at).filter(|gap| gap.start >= question.end) else { continue };
        let asked = asked(letter, pair, None);
        let label = gap.of(letter.text).trim_end_matches(['.', ')']);
        let numbers_the_next = label.len() < gap.len() && label.bytes().all(|byte| byte.is_ascii_digit());
        if !asked.how_many || numbers_the_next || !letter.text[question.end..gap.start].trim().is_empty() {
            continue;
        }
        let end = find_blank_line(gap.of(letter.text), 0).map_or(gap.end, |blank| gap.start + blank.start);
        found.push(Region { span: Span::new(gap.start, end), asked, answers: true });
        *gap = Span::new(end, gap.end).trim(letter.text);
    }
    found
}

/// A question that asks for numbers, the last line of which begins with a figure: nobody told the answer from it.
fn answered_in_its_last_line(letter: &Letter<'_>, pair: &Pair) -> Option<Region> {
    let (last, rest) = pair.question.split_last()?;
    let line = last.of(letter.text).rfind('\n').map(|at| Span::new(last.start + at + 1, last.end).trim(letter.text));
    let (line, kept) = match line {
        Some(line) => (line, Some(Span::new(last.start, line.start).trim(letter.text))),
        None => (*last, None),
    };
    let question: Vec<Span> = rest.iter().copied().chain(kept).collect();
    let opens = find_figures(letter.folded.of(line)).first().is_some_and(|figure| figure.span.start == 0);
    let marker =
        line.of(letter.text).trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')', '/', '-']);
    if question.is_empty() || !opens || marker {
        return None;
    }
    let asked = Asked::read(letter.text, letter.folded, &question);
    asked.how_many.then_some(Region { span: line, asked, answers: true })
}

/// What lies between questions and answers.
fn gaps(letter: &Letter<'_>, pairs: &[Pair], answers: &[Vec<Span>]) -> Vec<Span> {
    let questions = pairs.iter().flat_map(|pair| &pair.question);
    let mut taken: Vec<Span> = questions.chain(answers.iter().flatten()).copied().collect();
    taken.sort_unstable();
    taken.push(Span::new(letter.text.len(), letter.text.len()));
    let mut from = 0;
    let mut gaps = Vec::new();
    for span in taken {
        if span.start > from {
            gaps.push(Span::new(from, span.start).trim(letter.text));
        }
        from = from.max(span.end);
    }
    gaps.retain(|gap| !gap.is_empty());
    gaps
}
