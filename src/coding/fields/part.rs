//! The part of a shared answer that is about one of the questions it serves: its own sentences, its passage, or the rest.

use super::{CodedField, Fields, subject_of};
use crate::catalogue::Question;
use crate::coding::exchanges::CodedPair;
use crate::coding::ground::Ground;
use crate::coding::shares::{Shares, parts_paragraphs};
use crate::coding::{Coded, Sentence, Subject, code_answer, states};
use crate::record::{Code, QuestionKind};

/// What is said to so many questions at once need not be about each.
const SEVERAL: usize = 5;

/// An answer that speaks of so many questions by their own words tells more than that nothing is held.
const TOLD: usize = 3;

impl<'a> Fields<'_, 'a> {
    /// The part of a shared answer that is about one of its questions.
    pub(super) fn code_part(
        &self,
        own: usize,
        pair: &CodedPair<'a>,
        served: &[usize],
        shares: &Shares,
        earlier: &[CodedField],
    ) -> Coded {
        let question = &self.questionnaire.questions[own];
        let subject = subject_of(question);
        let whole = code_answer(QuestionKind::Text, &pair.words, Subject::default());
        let told = || served.iter().filter(|&&q| !shares.about(q).is_empty()).count();
        let one_of_many = whole.code == Code::NotHeld && served.len() >= SEVERAL && told() >= TOLD;
        if let Some(state) = states::of_all(&pair.words) {
            return state.unsure();
        }
        // What is withheld or not held of some of the questions says nothing of the others.
        let of_some = !whole.code.is_value() && (one_of_many || self.states_part_by_question(pair, served));
        // "The same questions were put to us in June; the reply is on our website and exempt under section 21" says yes to none.
        if whole.code == Code::Refused && !of_some && served.len() >= SEVERAL && !self.is_answered_plainly(own, pair) {
            return whole.unsure();
        }
        if !whole.code.is_value() && !of_some || pair.words.sentences.len() == 1 {
            return code_answer(question.kind, &pair.words, subject).unsure();
        }
        let about = shares.about(own);
        // "Yes, very much so. A complainant …": what opens the answer is said to the question that opens.
        let opens = question.kind == QuestionKind::YesNo && served.first() == Some(&own);
        let opening = pair.words.sentences.first().filter(|first| opens && takes_side(first)).map(|first| first.span);
        let part = pair.words.only(|sentence| about.contains(&sentence.span) || opening == Some(sentence.span));
        if !part.is_empty() {
            return code_answer(question.kind, &part, Subject { is_part: true, ..subject }).unsure();
        }
        if let Some(coded) = self.code_passage(own, pair, shares, earlier) {
            return coded;
        }
        // "About November 2023; a plan is at Annex 1": to a question for the day and the plans.
        if served.len() < SEVERAL && question.kind == QuestionKind::Date {
            let coded = code_answer(question.kind, &pair.words, subject);
            if coded.code.is_value() || coded.code == Code::NotHeld {
                return coded.unsure();
            }
        }
        let rest = pair.words.only(|sentence| sentence.says("the-rest"));
        if !rest.is_empty() && (question.kind == QuestionKind::Text || !rest.says("not-held")) {
            return code_answer(question.kind, &rest, subject).unsure();
        }
        if served.len() < SEVERAL && question.kind == QuestionKind::Text {
            return Coded::inferred(Code::Given, "joint-answer", pair.words.spans.clone());
        }
        if let Some(refused) = states::refused(&pair.words).filter(|_| !of_some) {
            return refused.unsure();
        }
        if served.len() < SEVERAL {
            // Given to these few questions, the answer is about each, whatever its words.
            return code_answer(question.kind, &pair.words, subject).unsure();
        }
        // "The supplementary items do not therefore arise."
        let conditional = !question.only_if.is_empty();
        if let Some((sentence, cue)) = pair.words.first("not-applicable").filter(|_| conditional) {
            return Coded::inferred(Code::NotApplicable, "not-applicable", sentence.place(cue));
        }
        Coded::inferred(Code::Blank, "nothing-said-of-it", Vec::new())
    }

    /// What a passage says to a question that no sentence of it names: how something is done, where it is done; one
    /// stance on all that was asked there.
    fn code_passage(&self, own: usize, pair: &CodedPair<'a>, shares: &Shares, earlier: &[CodedField]) -> Option<Coded> {
        let questions = &self.questionnaire.questions;
        let question = &questions[own];
        let root = self.questionnaire.root_of(own)?;
        let spans = shares.passage(Some(root));
        let passage = pair.words.only(|sentence| spans.contains(&sentence.span));
        if passage.is_empty() {
            return None;
        }
        match question.kind {
            QuestionKind::Text if question.subject.describes => {
                let done = |(field, asked): (&CodedField, &Question)| {
                    question.only_if.contains(&asked.field) && matches!(field.coded.code, Code::Yes | Code::Qualified)
                };
                earlier
                    .iter()
                    .zip(questions)
                    .any(done)
                    .then(|| Coded::inferred(Code::Given, "told-in-its-passage", passage.spans.clone()))
            }
            QuestionKind::YesNo => {
                let beside =
                    |q: usize| questions[q].kind == QuestionKind::YesNo && self.questionnaire.root_of(q) == Some(root);
                let named = (0..questions.len()).any(|q| beside(q) && !shares.about(q).is_empty());
                let coded = code_answer(question.kind, &passage, Subject { is_part: true, ..subject_of(question) });
                (!named && matches!(coded.code, Code::Yes | Code::No)).then(|| coded.unsure())
            }
            // The one day that its passage tells.
            QuestionKind::Date => {
                let coded = code_answer(question.kind, &passage, subject_of(question));
                coded.code.is_value().then(|| coded.unsure())
            }
            _ => None,
        }
    }

    /// True where a sentence that withholds nothing says yes or no to a question by its own words.
    fn is_answered_plainly(&self, q: usize, pair: &CodedPair<'a>) -> bool {
        let question = &self.questionnaire.questions[q];
        let tells = |sentence: &&Sentence<'a>| {
            let open = [" if ", "whether "].iter().any(|word| sentence.view.text().contains(word));
            let plain = !open && states::relied_on(sentence).is_none() && !sentence.says("not-held");
            plain && self.questionnaire.topics.told(sentence.view.text()).contains(&q)
        };
        let decides = |sentence: &Sentence<'a>| {
            let own = pair.words.only(|other| other.span == sentence.span);
            let coded = code_answer(question.kind, &own, Subject { is_part: true, ..subject_of(question) });
            matches!(coded.code, Code::Yes | Code::No)
                && [Ground::Stance, Ground::SaidToBeDone].map(Ground::rule).contains(&coded.rule)
        };
        question.kind == QuestionKind::YesNo && pair.words.sentences.iter().filter(tells).any(decides)
    }

    /// True where every sentence of an answer to several questions that withholds something, or holds nothing, speaks of a
    /// few of them, by its own words; or by those before it in its paragraph, where other questions are answered beside it.
    fn states_part_by_question(&self, pair: &CodedPair<'a>, served: &[usize]) -> bool {
        const FEWEST: usize = 3;
        let answered = served.iter().filter(|&&q| self.is_answered_plainly(q, pair)).take(2).count() == 2;
        let (mut told, mut end, mut stating) = (0, 0, 0);
        for sentence in &pair.words.sentences {
            let own = self.questionnaire.topics.told(sentence.view.text());
            let own = own.iter().filter(|question| served.contains(question)).count();
            let anew = parts_paragraphs(pair.words.text(), end, sentence.span.start);
            told = if own > 0 || anew || !answered { own } else { told };
            end = sentence.span.end;
            // "This letter is a refusal notice to that extent" refuses nothing itself.
            let notice = answered && sentence.view.text().contains("refusal notice");
            if !notice && (states::relied_on(sentence).is_some() || sentence.says("not-held")) {
                stating += 1;
                if told == 0 || 2 * told >= served.len() {
                    return false;
                }
            }
        }
        served.len() >= FEWEST && stating > 0
    }
}

/// True for a sentence that opens with yes or no.
fn takes_side(sentence: &Sentence<'_>) -> bool {
    sentence.says("leading-yes") || sentence.says("leading-no")
}
