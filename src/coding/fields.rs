//! The fields of a questionnaire, each coded from the exchange that answers it, or from its part of a shared answer.

mod part;

use super::dates::{By, FoundDate, find_date_of};
use super::exchanges::CodedPair;
use super::shares::Shares;
use super::{Coded, Sentence, Subject, code_answer};
use crate::align::{Alignment, Tie};
use crate::catalogue::{Question, Questionnaire};
use crate::record::{Basis, Certainty, Code, QuestionKind};

/// One field, coded.
#[derive(Clone, Debug)]
pub struct CodedField {
    /// The code, and why.
    pub coded: Coded,
    /// Where it was answered.
    pub tie: Option<Tie>,
    /// Why a person should look.
    pub review: Option<&'static str>,
}

/// Codes every question of `questionnaire`.
pub fn code_fields<'a>(
    questionnaire: &Questionnaire,
    alignment: &Alignment,
    pairs: &[CodedPair<'a>],
) -> Vec<CodedField> {
    let fields = Fields { questionnaire, alignment, pairs };
    let shares: Vec<Option<Shares>> = (0..pairs.len()).map(|pair| fields.share_out(pair)).collect();
    let mut coded: Vec<CodedField> = Vec::with_capacity(questionnaire.questions.len());
    for i in 0..questionnaire.questions.len() {
        let field = fields.code(i, &coded, &shares);
        coded.push(field);
    }
    coded
}

struct Fields<'f, 'a> {
    questionnaire: &'f Questionnaire,
    alignment: &'f Alignment,
    pairs: &'f [CodedPair<'a>],
}

impl<'a> Fields<'_, 'a> {
    /// The answer of an exchange, shared out among the questions that it serves, where they are several.
    fn share_out(&self, pair: usize) -> Option<Shares> {
        let served = self.sharing(pair);
        (served.len() > 1).then(|| Shares::read(&self.pairs[pair].words, self.questionnaire, &served))
    }

    fn code(&self, i: usize, earlier: &[CodedField], shares: &[Option<Shares>]) -> CodedField {
        let Some(tie) = self.alignment.ties[i].clone() else {
            // No words say that a question was not asked, and one may have been missed.
            let coded = Coded::inferred(Code::Unasked, "not-printed", Vec::new());
            return CodedField { coded, tie: None, review: None };
        };
        let question = &self.questionnaire.questions[i];
        let pair = &self.pairs[tie.pair];
        let served = self.sharing(tie.pair);
        let (mut coded, lent) = self.first_code(i, tie.pair, &served, earlier, shares);
        if question.kind == QuestionKind::Date
            && matches!(coded.code, Code::Unclear | Code::Elsewhere | Code::Blank)
            && let Some(found) = self.date_from_elsewhere(i, question, pair)
        {
            coded = found;
        }
        let aside = match question.kind {
            // "We are not a signatory": whatever dates follow are not that of adoption.
            QuestionKind::Date => served.len() > 1 || coded.code == Code::Unclear,
            // Where neither is charged for, what is said of both says nothing of a concession.
            QuestionKind::YesNo => served.len() > 1,
            _ => lent || served.len() > 1 && says_nothing_of_its_own(&coded, pair),
        };
        if aside && self.is_ruled_out(question, earlier) {
            coded = Coded::inferred(Code::NotApplicable, "condition-fails", Vec::new());
        }
        // An answer in one sentence to all that was asked gives nothing that was not.
        let idle = coded.code == Code::Blank || coded.code.is_value() && pair.words.sentences.len() == 1;
        if !tie.printed && idle {
            let coded = Coded::inferred(Code::Unasked, "not-printed", Vec::new());
            return CodedField { coded, tie: None, review: None };
        }
        if served.len() > 1
            && coded.code == Code::Blank
            && !pair.words.is_empty()
            && self.is_ruled_out(question, earlier)
        {
            // "It has never been tried": what was asked of it falls away, though nobody says so.
            coded = Coded::inferred(Code::NotApplicable, "condition-fails", Vec::new());
        }
        if tie.basis == Basis::Shared && coded.code != Code::Blank || !tie.sure {
            coded = coded.unsure();
        }
        let review = match (&coded.code, coded.certainty) {
            (Code::Unclear, _) => Some("unclear"),
            (Code::Blank, Certainty::Inferred) => Some("nothing-said"),
            (_, Certainty::Inferred) => Some("inferred"),
            _ => None,
        };
        CodedField { coded, tie: Some(tie), review }
    }

    /// The code that the words of its exchange give the question at `i`, and whether they lend it from another answer.
    fn first_code(
        &self,
        i: usize,
        at: usize,
        served: &[usize],
        earlier: &[CodedField],
        shares: &[Option<Shares>],
    ) -> (Coded, bool) {
        let question = &self.questionnaire.questions[i];
        let pair = &self.pairs[at];
        if pair.words.is_empty() {
            let blank = if self.answers_one_by_one() { Coded::blank() } else { Coded::blank().unsure() };
            return (blank, false);
        }
        if pair.refers_to.is_some() && question.kind != QuestionKind::Date {
            // "See Q1": a state is lent whatever is asked.
            let state = !pair.coded.code.is_value();
            // "Please see 2b" below several questions at once.
            let shown = question.kind == QuestionKind::Text && pair.words.sentences.len() == 1;
            let same_kind = shares[at].is_none() && question.kind == pair.kind;
            if state || shown || same_kind {
                return (pair.coded.clone(), true);
            }
        }
        let own = match &shares[at] {
            Some(shares) => self.code_part(i, pair, served, shares, earlier),
            None => code_answer(question.kind, &pair.words, subject_of(question)),
        };
        (own, false)
    }

    /// The questions that the exchange at `pair` answers, with those of exchanges that have the same answer.
    fn sharing(&self, pair: usize) -> Vec<usize> {
        let same = |other: usize| other == pair || self.pairs[other].words.spans == self.pairs[pair].words.spans;
        let shares = |tie: &Tie| same(tie.pair) && (tie.pair == pair || !self.pairs[pair].words.is_empty());
        (0..self.alignment.ties.len()).filter(|&i| self.alignment.ties[i].as_ref().is_some_and(shares)).collect()
    }

    /// True where the letter answers most of its questions one by one, so that a gap among them is plain to see.
    fn answers_one_by_one(&self) -> bool {
        let answered = self.pairs.iter().filter(|pair| !pair.words.is_empty()).count();
        answered > 1 && answered * 3 >= self.pairs.len() * 2
    }

    /// True where the question that must be answered yes first was answered no.
    fn is_ruled_out(&self, question: &Question, earlier: &[CodedField]) -> bool {
        let questions = &self.questionnaire.questions;
        let parents = earlier.iter().zip(questions).filter(|(_, parent)| question.only_if.contains(&parent.field));
        let codes: Vec<&Code> = parents.map(|(field, _)| &field.coded.code).collect();
        !codes.is_empty() && codes.iter().all(|code| **code == Code::No)
    }

    /// "As above", "dealt with further down": the date stands in an answer to another question.
    fn date_from_elsewhere(&self, i: usize, question: &Question, pair: &CodedPair<'a>) -> Option<Coded> {
        let parents = question.only_if.iter().filter_map(|field| {
            let at = self.questionnaire.questions[..i].iter().position(|earlier| earlier.field == *field)?;
            self.alignment.ties[at].as_ref().map(|tie| tie.pair)
        });
        // "As above.": whatever day that answer tells.
        let referred =
            pair.refers_to.and_then(|place| find_date_of(&self.pairs[place].words, &question.subject.dated_by));
        if let Some(found) = referred {
            return Some(in_another_answer(found));
        }
        let mut places: Vec<usize> = pair.refers_to.into_iter().chain(parents).collect();
        places.extend(0..self.pairs.len());
        places.into_iter().find_map(|place| {
            let told = self.pairs[place].words.only(|sentence| {
                question.subject.dated_by.iter().any(|pattern| pattern.is_match(sentence.view.text()))
                    && question.subject.about.iter().any(|pattern| pattern.is_match(sentence.view.text()))
            });
            let found = find_date_of(&told, &question.subject.dated_by)?;
            (found.by == By::ItsWords).then(|| in_another_answer(found))
        })
    }
}

fn in_another_answer(found: FoundDate) -> Coded {
    Coded { rule: "date-in-another-answer", ..found.coded().unsure() }
}

/// True where words are given to several questions at once: as one sentence, or because no part is about this one.
fn says_nothing_of_its_own(coded: &Coded, pair: &CodedPair<'_>) -> bool {
    let one = pair.words.sentences.len() == 1;
    // "The Trust has never used it" describes nothing.
    let denies = |sentence: &Sentence<'_>| coded.evidence.contains(&sentence.span) && sentence.says("negation");
    match coded.rule {
        "joint-answer" => true,
        "denied-in-short" => one,
        "words-given" => one || pair.words.sentences.iter().any(denies),
        _ => false,
    }
}

/// What a known question says of its answers.
pub(super) fn subject_of(question: &Question) -> Subject<'_> {
    Subject {
        asked: &question.subject.asked,
        affirmed_by: &question.subject.affirmed_by,
        denied_by: &question.subject.denied_by,
        dated_by: &question.subject.dated_by,
        about: &question.subject.about,
        options: &question.options,
        asks_money: question.subject.asks_money,
        is_known: true,
        is_part: false,
    }
}
