//! Which sentences of an answer to several questions are about each of them.

use crate::catalogue::{Question, Questionnaire};
use crate::record::QuestionKind;
use crate::text::Span;
use crate::topics::Topics;

use super::Words;

/// A question's own pattern tells this much, beside the words of its wording.
const PATTERN: f32 = 1.0;

/// From this weight on a sentence is about a question.
const TELLING: f32 = 0.9;

/// The sentences of `words`, by place, that are about question `own` of a questionnaire.
///
/// A sentence is about the question that its words tell of most; of equals it is about the next in order. One that tells
/// nothing goes on with the last one's subject, as far as the paragraph goes.
pub(super) fn sentences_about(words: &Words<'_>, questionnaire: &Questionnaire, own: usize) -> Vec<Span> {
    let (questions, topics) = (&questionnaire.questions, &questionnaire.topics);
    let mut about: Vec<Span> = Vec::new();
    let mut told: Vec<usize> = Vec::new();
    let mut before: Option<Span> = None;
    for sentence in &words.sentences {
        let parted = before.is_some_and(|before| parts_paragraphs(words.text(), before.end, sentence.span.start));
        before = Some(sentence.span);
        let mut weights = topics.weigh(sentence.view.text());
        for (weight, question) in weights.iter_mut().zip(questions) {
            let hits = question.subject.about.iter().filter(|pattern| pattern.is_match(sentence.view.text())).count();
            *weight += hits as f32 * PATTERN;
        }
        let most = weights.iter().copied().fold(0.0, f32::max);
        if most >= TELLING {
            let last = told.first().copied().unwrap_or(0);
            let equals = (0..questions.len()).filter(|&i| weights[i] >= most - 0.01);
            let best = equals.min_by_key(|&i| (i < last, i)).unwrap_or(0);
            // What hangs on the question told of is told of with it.
            let bound =
                (0..questions.len()).filter(|&i| bound(&questions[i], &questions[best]) && weights[i] >= TELLING);
            told = std::iter::once(best).chain(bound).collect();
            // "There are no policies, training materials or evaluations": a list speaks of each.
            if ["not-held", "gives", "refused"].iter().any(|state| sentence.says(state)) {
                told.extend((0..questions.len()).filter(|&i| lists(topics, &questions[i], i, sentence.view.text())));
            }
        } else if parted {
            told.clear();
        }
        if told.contains(&own) {
            about.push(sentence.span);
        }
    }
    about
}

/// True where a sentence names the thing that a question asks for by a word of its own.
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
fn parts_paragraphs(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to).is_some_and(|between| between.lines().filter(|line| line.trim().is_empty()).count() > 1)
}
