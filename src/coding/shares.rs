//! Which sentences of an answer to several questions are about each of them.

use crate::catalogue::topics::Topics;
use crate::catalogue::{Question, Questionnaire};
use crate::record::QuestionKind;
use crate::text::Span;

use super::{Sentence, Words};

/// A question's own pattern tells this much, beside the words of its wording.
const PATTERN: f32 = 1.0;

/// From this weight on a sentence is about a question.
const TELLING: f32 = 0.9;

/// Changing from one group of questions to another costs this much weight.
const CHANGE: f32 = 0.9;

/// And this much where a paragraph begins.
const CHANGE_AT_PARAGRAPH: f32 = 0.3;

/// An answer to several questions, shared out among them.
///
/// The answer is read as passages, one for a group of questions after another. In its passage a sentence is about the
/// question that its words tell of most; of equals it is about the next in order. One that tells nothing goes on with
/// the last one's subject, as far as the paragraph goes.
pub(super) struct Shares {
    /// For each sentence, where it stands and the questions that it is about.
    told: Vec<(Span, Vec<usize>)>,
    /// For each sentence the group that its passage is about, by the index of the outermost one.
    passages: Vec<Option<usize>>,
}

impl Shares {
    /// Shares `words` out among the `served` questions.
    pub(super) fn read(words: &Words<'_>, questionnaire: &Questionnaire, served: &[usize]) -> Self {
        let topics = &questionnaire.topics.among(served);
        let weights: Vec<Vec<f32>> =
            words.sentences.iter().map(|sentence| weigh(sentence, questionnaire, served)).collect();
        let parted = paragraphs(words);
        let passages = find_passages(questionnaire, served, &weights, &parted);
        let mut told: Vec<(Span, Vec<usize>)> = Vec::with_capacity(weights.len());
        for (i, sentence) in words.sentences.iter().enumerate() {
            let breaks = parted[i] || i > 0 && passages[i] != passages[i - 1];
            let before = told.last().map_or(&[][..], |(_, told)| told);
            let group: Vec<usize> =
                served.iter().copied().filter(|&q| questionnaire.root_of(q) == passages[i]).collect();
            let about = match told_of(sentence, questionnaire, topics, &group, &weights[i], before.first().copied()) {
                Some(about) => about,
                None if breaks => Vec::new(),
                None => before.to_vec(),
            };
            told.push((sentence.span, about));
        }
        Shares { told, passages }
    }

    /// The sentences that are about `question`.
    pub(super) fn about(&self, question: usize) -> Vec<Span> {
        self.told.iter().filter(|(_, told)| told.contains(&question)).map(|(span, _)| *span).collect()
    }

    /// The sentences of the passage about the group `root`.
    pub(super) fn passage(&self, root: Option<usize>) -> Vec<Span> {
        let own = self.told.iter().zip(&self.passages).filter(|(_, passage)| **passage == root);
        own.map(|((span, _), _)| *span).collect()
    }
}

/// The questions of `group` that a sentence is about, the foremost first; `None` where its words tell of none.
/// `last` is what the sentence before was about.
fn told_of(
    sentence: &Sentence<'_>,
    questionnaire: &Questionnaire,
    topics: &Topics,
    group: &[usize],
    weights: &[f32],
    last: Option<usize>,
) -> Option<Vec<usize>> {
    let questions = &questionnaire.questions;
    let most = group.iter().map(|&q| weights[q]).fold(0.0, f32::max);
    if most < TELLING {
        return None;
    }
    let equals = group.iter().copied().filter(|&q| weights[q] >= most - 0.01);
    let best = equals.min_by_key(|&q| (last.is_some_and(|last| q < last), q))?;
    // What hangs on the question told of is told of with it.
    let tied = |&q: &usize| bound(&questions[q], &questions[best]) && weights[q] >= TELLING;
    let mut told: Vec<usize> = std::iter::once(best).chain(group.iter().copied().filter(tied)).collect();
    // "It has been used neither in cases of misconduct nor in complaints": one stance on both.
    let both = |&q: &usize| {
        let yes_no = |q: usize| questions[q].kind == QuestionKind::YesNo;
        q != best && yes_no(q) && yes_no(best) && weights[q] >= TELLING && topics.names(sentence.view.text(), q)
    };
    if sentence.view.text().contains(" nor ") || sentence.view.text().contains(" or ") {
        told.extend(group.iter().copied().filter(both));
    }
    // "There are no policies, training materials or evaluations": a list speaks of each.
    if ["not-held", "not-made", "gives"].iter().any(|state| sentence.says(state)) {
        let listed = |&q: &usize| lists(topics, &questions[q], q, sentence.view.text());
        told.extend(group.iter().copied().filter(listed));
    }
    if sentence.says("both-of-two") {
        let twins = twins(questionnaire, group);
        told.extend(twins.iter().filter(|_| twins.contains(&best)));
    }
    Some(told)
}

/// The first yes-no questions of those that are asked beside each other, under one parent: "in cases of misconduct? Or in complaints?"
fn twins(questionnaire: &Questionnaire, served: &[usize]) -> Vec<usize> {
    let question = |q: usize| &questionnaire.questions[q];
    let yes_no: Vec<usize> = served.iter().copied().filter(|&q| question(q).kind == QuestionKind::YesNo).collect();
    let beside = |one: usize, next: usize| {
        next == one + 1 && question(one).parent.is_some() && question(one).parent == question(next).parent
    };
    let mut beside = yes_no.chunk_by(|&one, &next| beside(one, next));
    beside.find(|twins| twins.len() > 1).map(<[usize]>::to_vec).unwrap_or_default()
}

/// How much a sentence tells of each question; nothing of those that are not `served`.
fn weigh(sentence: &Sentence<'_>, questionnaire: &Questionnaire, served: &[usize]) -> Vec<f32> {
    let mut weights = questionnaire.topics.weigh(sentence.view.text());
    for (i, (weight, question)) in weights.iter_mut().zip(&questionnaire.questions).enumerate() {
        let hits = question.subject.about.iter().filter(|pattern| pattern.is_match(sentence.view.text())).count();
        *weight = if served.contains(&i) { *weight + hits as f32 * PATTERN } else { 0.0 };
    }
    for (nth, twin) in twins(questionnaire, served).into_iter().enumerate() {
        let said = ["first-of-two", "second-of-two"].get(nth).is_some_and(|which| sentence.says(which));
        weights[twin] += if said || sentence.says("both-of-two") { PATTERN } else { 0.0 };
    }
    weights
}

/// For each sentence whether a paragraph begins with it.
fn paragraphs(words: &Words<'_>) -> Vec<bool> {
    let begins = |i: usize| {
        i > 0 && parts_paragraphs(words.text(), words.sentences[i - 1].span.end, words.sentences[i].span.start)
    };
    (0..words.sentences.len()).map(begins).collect()
}

/// For each sentence the group of questions (by the index of its outermost one) that its passage is about: the sequence
/// that the words tell most for, where every change of subject has its price.
fn find_passages(
    questionnaire: &Questionnaire,
    served: &[usize],
    weights: &[Vec<f32>],
    parted: &[bool],
) -> Vec<Option<usize>> {
    let mut groups: Vec<Option<usize>> = served.iter().map(|&q| questionnaire.root_of(q)).collect();
    groups.dedup();
    let told = |i: usize, group: Option<usize>| {
        let own = served.iter().filter(|&&q| questionnaire.root_of(q) == group);
        own.map(|&q| weights[i][q]).fold(0.0, f32::max)
    };
    let mut score = vec![0.0f32; groups.len()];
    let mut came_from: Vec<Vec<usize>> = Vec::with_capacity(weights.len());
    for (i, &parted) in parted.iter().enumerate() {
        let price = if parted { CHANGE_AT_PARAGRAPH } else { CHANGE };
        let best = (0..groups.len()).rev().max_by(|&a, &b| score[a].total_cmp(&score[b])).unwrap_or(0);
        let from: Vec<usize> =
            (0..groups.len()).map(|to| if score[to] >= score[best] - price { to } else { best }).collect();
        score = (0..groups.len())
            .map(|to| {
                let changed = if from[to] == to { 0.0 } else { price };
                score[from[to]] - changed + told(i, groups[to])
            })
            .collect();
        came_from.push(from);
    }
    let mut at = (0..groups.len()).rev().max_by(|&a, &b| score[a].total_cmp(&score[b])).unwrap_or(0);
    let mut passages = vec![None; weights.len()];
    for i in (0..weights.len()).rev() {
        passages[i] = groups[at];
        at = came_from[i][at];
    }
    passages
}

/// True where a list names the thing that a question asks for by a word of its own.
fn lists(topics: &Topics, question: &Question, own: usize, sentence: &str) -> bool {
    let joined = [" or ", " and ", " nor "].iter().any(|word| sentence.contains(word));
    joined
        && question.kind == QuestionKind::Text
        && (topics.names(sentence, own) || question.subject.about.iter().any(|pattern| pattern.is_match(sentence)))
}

/// True where one question hangs on the other, so that both are about one thing.
fn bound(one: &Question, other: &Question) -> bool {
    one.only_if.contains(&other.field) || other.only_if.contains(&one.field)
}

/// True where a blank line stands between two places.
pub(super) fn parts_paragraphs(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to).is_some_and(|between| between.lines().filter(|line| line.trim().is_empty()).count() > 1)
}
