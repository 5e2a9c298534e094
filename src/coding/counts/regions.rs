//! The stretches of a letter in which figures may answer, each with what was asked there.

use std::collections::BTreeMap;

use super::Letter;
use super::question::Asked;
use crate::segment::Pair;
use crate::text::Span;

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

/// Every answer once, with the question that asks for numbers if several share it; then what is neither question nor
/// answer.
pub fn find(letter: &Letter<'_>, pairs: &[Pair]) -> Vec<Region> {
    let mut regions: Vec<Region> = Vec::new();
    // Regions of answers never overlap: the one that begins last before an answer ends is the one that may.
    let mut starts: BTreeMap<usize, usize> = BTreeMap::new();
    for pair in pairs {
        let asked = Asked::read(letter.text, letter.folded, &pair.question);
        for &span in &pair.answer {
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
    regions.extend(gaps(letter, pairs).into_iter().map(|span| Region {
        span,
        asked: Asked::default(),
        answers: false,
    }));
    regions
}

/// What lies between questions and answers.
fn gaps(letter: &Letter<'_>, pairs: &[Pair]) -> Vec<Span> {
    let mut taken: Vec<Span> =
        pairs.iter().flat_map(|pair| pair.question.iter().chain(&pair.answer)).copied().collect();
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
