//! Counts the replies to one questionnaire, question by question.

use std::collections::BTreeMap;

use super::replies::{CodeCount, Dated, QuestionReport, QuestionnaireReport};
use crate::catalogue::{Question, Questionnaire};
use crate::record::{Answer, Certainty, Code, QuestionKind, Record};
use crate::when::edtf;

#[derive(Clone, Debug)]
pub(super) struct QuestionnaireTally {
    id: String,
    title: String,
    letters: usize,
    with_usable: usize,
    questions: Vec<QuestionTally>,
}

#[derive(Clone, Debug)]
struct QuestionTally {
    number: String,
    field: String,
    label: String,
    kind: QuestionKind,
    named: [usize; Code::NAMED.len()],
    values: BTreeMap<String, usize>,
    stated: usize,
    dates: Vec<Dated>,
}

impl QuestionnaireTally {
    pub(super) fn new(questionnaire: &Questionnaire) -> Self {
        QuestionnaireTally {
            id: questionnaire.id.clone(),
            title: questionnaire.title.clone(),
            letters: 0,
            with_usable: 0,
            questions: questionnaire.questions.iter().map(QuestionTally::new).collect(),
        }
    }

    /// Stands in where the catalogue does not hold the questionnaire.
    pub(super) fn from_record(id: &str, record: &Record) -> Self {
        let questions = record.answers.iter().map(QuestionTally::from_answer).collect();
        QuestionnaireTally { id: id.to_owned(), title: id.to_owned(), letters: 0, with_usable: 0, questions }
    }

    pub(super) fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn letters(&self) -> usize {
        self.letters
    }

    pub(super) fn add(&mut self, record: &Record) {
        self.letters += 1;
        self.with_usable += usize::from(record.answers.iter().any(|answer| answer.code.is_value()));
        for answer in &record.answers {
            match self.questions.iter_mut().find(|question| question.field == answer.field) {
                Some(question) => question.add(answer, record),
                None => {
                    self.questions.push(QuestionTally::from_answer(answer));
                    self.questions.last_mut().expect("just pushed").add(answer, record);
                }
            }
        }
    }

    pub(super) fn report(&self) -> QuestionnaireReport {
        QuestionnaireReport {
            id: self.id.clone(),
            title: self.title.clone(),
            on_target: self.letters,
            with_usable: self.with_usable,
            questions: self.questions.iter().map(QuestionTally::report).collect(),
        }
    }
}

impl QuestionTally {
    fn new(question: &Question) -> Self {
        Self::empty(&question.number, &question.field, &question.label, question.kind)
    }

    fn from_answer(answer: &Answer) -> Self {
        Self::empty(&answer.question, &answer.field, &answer.field, answer.kind)
    }

    fn empty(number: &str, field: &str, label: &str, kind: QuestionKind) -> Self {
        QuestionTally {
            number: number.to_owned(),
            field: field.to_owned(),
            label: label.to_owned(),
            kind,
            named: [0; Code::NAMED.len()],
            values: BTreeMap::new(),
            stated: 0,
            dates: Vec::new(),
        }
    }

    fn add(&mut self, answer: &Answer, record: &Record) {
        if answer.code.is_value() && answer.certainty == Certainty::Stated {
            self.stated += 1;
        }
        match (&answer.code, Code::NAMED.iter().position(|code| *code == answer.code)) {
            (_, Some(named)) => self.named[named] += 1,
            (Code::Value(value), None) => {
                *self.values.entry(value.clone()).or_default() += 1;
                if self.kind == QuestionKind::Date
                    && let Some((from, to)) = edtf::bounds(value)
                {
                    self.dates.push(Dated {
                        from: from.to_string(),
                        to: to.to_string(),
                        code: value.clone(),
                        authority: record.authority.as_ref().map(|body| body.name.clone()),
                        file: record.file.clone(),
                    });
                }
            }
            _ => {}
        }
    }

    fn report(&self) -> QuestionReport {
        let named =
            |wanted: Code| Code::NAMED.iter().zip(self.named).find(|(code, _)| **code == wanted).map_or(0, |(_, n)| n);
        let valued: usize = self.values.values().sum();
        let all = self.named.iter().sum::<usize>() + valued;
        let asked = all - named(Code::Unasked);
        let usable =
            Code::NAMED.iter().zip(self.named).filter(|(code, _)| code.is_value()).map(|(_, n)| n).sum::<usize>();
        QuestionReport {
            number: self.number.clone(),
            field: self.field.clone(),
            label: self.label.clone(),
            kind: self.kind,
            asked,
            answered: asked - named(Code::Blank),
            usable: usable + valued,
            stated: self.stated,
            codes: self.codes(valued),
            values: if self.kind == QuestionKind::Date { Vec::new() } else { self.frequent_values() },
            dates: self.sorted_dates(),
        }
    }

    /// Every code that occurs, values first; free values together as `value`.
    fn codes(&self, valued: usize) -> Vec<CodeCount> {
        let counts = Code::NAMED.iter().zip(self.named).map(|(code, n)| (code.is_value(), code.name(), n));
        let (values, states): (Vec<_>, Vec<_>) = counts.partition(|(is_value, ..)| *is_value);
        let free = std::iter::once((true, "value", valued));
        let all = values.into_iter().chain(free).chain(states);
        all.filter(|(.., n)| *n > 0).map(|(_, code, n)| CodeCount { code: code.to_owned(), n }).collect()
    }

    fn frequent_values(&self) -> Vec<CodeCount> {
        let mut values: Vec<CodeCount> =
            self.values.iter().map(|(value, &n)| CodeCount { code: value.clone(), n }).collect();
        values.sort_by_key(|value| std::cmp::Reverse(value.n));
        values
    }

    fn sorted_dates(&self) -> Vec<Dated> {
        let mut dates = self.dates.clone();
        dates.sort();
        dates
    }
}
