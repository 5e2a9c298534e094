//! Counts the replies to one questionnaire, question by question.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::linked::Codes;
use super::replies::{CodeCount, Dated, QuestionReport, QuestionnaireReport};
use super::words::Words;
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
    /// The names of the bodies that give dates.
    bodies: Words,
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
    dates: Vec<Given>,
}

/// A date as one reply gives it.
#[derive(Clone, Debug)]
struct Given {
    code: Box<str>,
    authority: Option<Arc<str>>,
    file: Arc<str>,
}

impl QuestionnaireTally {
    pub(super) fn new(questionnaire: &Questionnaire) -> Self {
        QuestionnaireTally {
            id: questionnaire.id.clone(),
            title: questionnaire.title.clone(),
            letters: 0,
            with_usable: 0,
            questions: questionnaire.questions.iter().map(QuestionTally::new).collect(),
            bodies: Words::default(),
        }
    }

    /// Stands in where the catalogue does not hold the questionnaire.
    pub(super) fn from_record(id: &str, record: &Record) -> Self {
        let questions = record.answers.iter().map(QuestionTally::from_answer).collect();
        let (id, title, bodies) = (id.to_owned(), id.to_owned(), Words::default());
        QuestionnaireTally { id, title, letters: 0, with_usable: 0, questions, bodies }
    }

    pub(super) fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn letters(&self) -> usize {
        self.letters
    }

    /// Counts the answers of `record`, a letter known as `file`; gives what [`Self::remove`] needs to take them out again.
    pub(super) fn add(&mut self, record: &Record, file: &Arc<str>) -> Codes {
        let body = record.authority.as_ref().map(|body| self.bodies.kept(&body.name));
        self.letters += 1;
        self.with_usable += usize::from(record.answers.iter().any(|answer| answer.code.is_value()));
        let mut codes = Codes::with_capacity(record.answers.len());
        for answer in &record.answers {
            let known = self.questions.iter().position(|question| question.field == answer.field);
            let at = known.unwrap_or_else(|| {
                self.questions.push(QuestionTally::from_answer(answer));
                self.questions.len() - 1
            });
            self.questions[at].add(answer, body.as_ref(), file);
            codes.push((at, answer.code.clone(), answer.certainty));
        }
        codes
    }

    /// Takes the answers of the letter `file` out again.
    pub(super) fn remove(&mut self, codes: &Codes, file: &str) {
        self.letters -= 1;
        self.with_usable -= usize::from(codes.iter().any(|(_, code, _)| code.is_value()));
        for (at, code, certainty) in codes {
            self.questions[*at].remove(code, *certainty, file);
        }
    }

    pub(super) fn report(self) -> QuestionnaireReport {
        QuestionnaireReport {
            id: self.id,
            title: self.title,
            on_target: self.letters,
            with_usable: self.with_usable,
            questions: self.questions.into_iter().map(QuestionTally::report).collect(),
        }
    }
}

impl Given {
    /// With its bounds; `None` for what is no date.
    fn dated(self) -> Option<Dated> {
        let (from, to) = edtf::bounds(&self.code)?;
        let (from, to, code) = (from.to_string(), to.to_string(), self.code.into());
        Some(Dated { from, to, code, authority: self.authority, file: self.file })
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

    fn add(&mut self, answer: &Answer, body: Option<&Arc<str>>, file: &Arc<str>) {
        if answer.code.is_value() && answer.certainty == Certainty::Stated {
            self.stated += 1;
        }
        match (&answer.code, Code::NAMED.iter().position(|code| *code == answer.code)) {
            (_, Some(named)) => self.named[named] += 1,
            (Code::Value(value), None) => {
                *self.values.entry(value.clone()).or_default() += 1;
                if self.kind == QuestionKind::Date {
                    let (code, file) = (value.as_str().into(), Arc::clone(file));
                    self.dates.push(Given { code, authority: body.cloned(), file });
                }
            }
            _ => {}
        }
    }

    fn remove(&mut self, code: &Code, certainty: Certainty, file: &str) {
        self.stated -= usize::from(code.is_value() && certainty == Certainty::Stated);
        if let Some(named) = Code::NAMED.iter().position(|known| known == code) {
            self.named[named] -= 1;
        } else if let Some(n) = self.values.get_mut(code.name()) {
            *n -= 1;
            self.values.retain(|_, n| *n > 0);
        }
        if let Some(at) = self.dates.iter().position(|given| &*given.file == file && &*given.code == code.name()) {
            self.dates.remove(at);
        }
    }

    fn report(mut self) -> QuestionReport {
        let named =
            |wanted: Code| Code::NAMED.iter().zip(self.named).find(|(code, _)| **code == wanted).map_or(0, |(_, n)| n);
        let valued: usize = self.values.values().sum();
        let all = self.named.iter().sum::<usize>() + valued;
        let asked = all - named(Code::Unasked);
        let usable =
            Code::NAMED.iter().zip(self.named).filter(|(code, _)| code.is_value()).map(|(_, n)| n).sum::<usize>();
        let mut dates: Vec<Dated> = std::mem::take(&mut self.dates).into_iter().filter_map(Given::dated).collect();
        dates.sort();
        let codes = self.codes(valued);
        let values = if self.kind == QuestionKind::Date { Vec::new() } else { self.frequent_values() };
        QuestionReport {
            number: self.number,
            field: self.field,
            label: self.label,
            kind: self.kind,
            asked,
            answered: asked - named(Code::Blank),
            usable: usable + valued,
            stated: self.stated,
            codes,
            values,
            dates,
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
}
