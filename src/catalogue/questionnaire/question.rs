//! One question as written → one question as used, with everything that is wrong with it.

use crate::text::Regex;

use super::check::{Check, RESERVED};
use super::fault::Fault;
use super::file::{self, File, Text};
use super::naming::label_of;
use super::{Choice, Question, Subject};
use crate::record::{Code, QuestionKind};
use crate::text::Folded;
use crate::when::find_periods;

impl Check<'_> {
    pub(super) fn question(&mut self, at: usize, file: &File) -> Question {
        let question = &file.questions[at];
        let field = question.field.get_ref().clone();
        let id = question.id.as_ref().map_or(&field, |id| id.get_ref()).clone();
        self.field(&question.field);
        self.parent(question.parent.as_ref(), &id, file);
        self.only_if(at, file);
        let kind = self.kind(&question.kind);
        let wordings = self.wordings(question);
        let label = question.label.as_ref().map(|label| label.get_ref().clone());
        Question {
            id,
            field,
            number: question.number.as_ref().map_or_else(|| (at + 1).to_string(), |number| number.get_ref().clone()),
            parent: question.parent.as_ref().map(|parent| parent.get_ref().clone()),
            kind: kind.unwrap_or(QuestionKind::Text),
            label: label.unwrap_or_else(|| label_of(wordings.first().map_or("", String::as_str))),
            options: self.options(question, kind),
            periods: self.periods(question, kind),
            only_if: question.only_if.iter().map(|field| field.get_ref().clone()).collect(),
            wordings,
            subject: Subject::default(),
        }
    }

    fn field(&mut self, field: &Text) {
        let name = field.get_ref();
        let snake = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if !name.starts_with(|c: char| c.is_ascii_lowercase()) || !name.chars().all(snake) {
            let note = "lower-case letters, digits and _, a letter first: tariff_date";
            self.faults.push(Fault::error(format!("`{name}` cannot be a column's name"), field.span(), note));
        } else if RESERVED.contains(&name.as_str()) {
            let note = "every letter has a column of this name";
            self.faults.push(Fault::error(format!("the field `{name}` is taken"), field.span(), note));
        } else if ["_words", "_from", "_to"].iter().any(|end| name.ends_with(end)) {
            let note = "columns beside an answer end in _words, _from and _to";
            self.faults.push(Fault::error(format!("the field `{name}` could be mistaken"), field.span(), note));
        }
    }

    /// A parent is a group, or an earlier question.
    pub(super) fn parent(&mut self, parent: Option<&Text>, own: &str, file: &File) {
        let Some(parent) = parent else { return };
        let groups = file.groups.iter().map(|group| group.id.get_ref().as_str());
        let questions = file.questions.iter().map(|q| q.id.as_ref().unwrap_or(&q.field).get_ref().as_str());
        let known: Vec<&str> = groups.chain(questions).take_while(|id| *id != own).collect();
        if !known.contains(&parent.get_ref().as_str()) {
            let what = format!("the parent `{}` does not exist", parent.get_ref());
            let fault = Fault::error(what, parent.span(), "no [[group]] and no earlier question has this id");
            self.faults.push(fault.help(meant(parent.get_ref(), &known)));
        }
    }

    /// Only an earlier yes-no question can be answered yes first.
    fn only_if(&mut self, at: usize, file: &File) {
        for condition in &file.questions[at].only_if {
            let name = condition.get_ref();
            let Some(earlier) = file.questions[..at].iter().find(|earlier| earlier.field.get_ref() == name) else {
                let known: Vec<&str> = file.questions[..at].iter().map(|q| q.field.get_ref().as_str()).collect();
                let fault = Fault::error(
                    format!("the question depends on `{name}`, which does not exist"),
                    condition.span(),
                    "no earlier question has this field",
                );
                self.faults.push(fault.help(meant(name, &known)));
                continue;
            };
            if earlier.kind.get_ref() != "yes-no" {
                self.faults.push(
                    Fault::error(
                        format!("`{name}` cannot be answered yes"),
                        condition.span(),
                        "`only-if` needs yes-no",
                    )
                    .beside(earlier.kind.span(), "this is its kind"),
                );
            }
        }
    }

    fn kind(&mut self, kind: &Text) -> Option<QuestionKind> {
        let known = QuestionKind::ALL.iter().find(|known| known.name() == kind.get_ref());
        if known.is_none() {
            let names = QuestionKind::ALL.map(QuestionKind::name);
            let fault = Fault::error(format!("there is no kind `{}`", kind.get_ref()), kind.span(), "unknown kind");
            self.faults.push(fault.help(meant(kind.get_ref(), &names)));
        }
        known.copied()
    }

    fn wordings(&mut self, question: &file::Question) -> Vec<String> {
        if question.wordings.get_ref().is_empty() {
            let what = format!("`{}` has no wording", question.field.get_ref());
            self.faults.push(Fault::error(what, question.wordings.span(), "the question as it was sent"));
        }
        for wording in question.wordings.get_ref().iter().filter(|w| !w.get_ref().contains(char::is_alphanumeric)) {
            self.faults.push(Fault::error("the wording is empty", wording.span(), "the question as it was sent"));
        }
        question.wordings.get_ref().iter().map(|wording| wording.get_ref().clone()).collect()
    }

    fn options(&mut self, question: &file::Question, kind: Option<QuestionKind>) -> Vec<Choice> {
        let chosen = kind == Some(QuestionKind::Choice);
        if chosen && question.options.len() < 2 {
            let note = "`options` needs two or more";
            self.faults.push(Fault::error("a choice without options", question.kind.span(), note));
        }
        if let Some(first) = question.options.first().filter(|_| kind.is_some() && !chosen) {
            self.faults.push(
                Fault::error("options belong to the kind `choice`", first.id.span(), "an option")
                    .beside(question.kind.span(), "this is the kind"),
            );
        }
        self.once("option", &question.options.iter().map(|option| &option.id).collect::<Vec<_>>());
        question.options.iter().filter_map(|option| self.option(option)).collect()
    }

    fn option(&mut self, option: &file::Choice) -> Option<Choice> {
        let id = option.id.get_ref();
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.chars().all(kebab) || Code::NAMED.iter().any(|code| code.name() == id) {
            let note = "lower-case letters, digits and hyphens, and no code such as `yes` or `given`";
            self.faults.push(Fault::error(format!("`{id}` cannot be an option"), option.id.span(), note));
            return None;
        }
        let said: Vec<String> = match &option.words[..] {
            [] => vec![id.replace('-', " ")],
            words => words.iter().map(|words| words.get_ref().clone()).collect(),
        };
        let folded: Vec<String> = said.iter().map(|words| regex::escape(Folded::new(words).text().trim())).collect();
        let named = Regex::new(&format!("(?-u:\\b)(?:{})(?:e?s)?(?-u:\\b)", folded.join("|"))).ok()?;
        Some(Choice { id: id.clone(), named })
    }

    fn periods(&mut self, question: &file::Question, kind: Option<QuestionKind>) -> Vec<String> {
        if let Some(first) = question.periods.first().filter(|_| kind.is_some_and(|kind| kind != QuestionKind::Counts))
        {
            self.faults.push(
                Fault::error("periods belong to the kind `counts`", first.span(), "a period")
                    .beside(question.kind.span(), "this is the kind"),
            );
        }
        for period in &question.periods {
            if find_periods(Folded::new(period.get_ref()).text()).is_empty() {
                let what = format!("`{}` is no period", period.get_ref());
                self.faults.push(Fault::error(what, period.span(), "2023, 2023/24, April 2023 to March 2024 …"));
            }
        }
        question.periods.iter().map(|period| period.get_ref().clone()).collect()
    }
}

/// The nearest of what is known, or all of it.
fn meant(given: &str, known: &[&str]) -> String {
    let near = known.iter().max_by(|a, b| strsim::jaro(a, given).total_cmp(&strsim::jaro(b, given)));
    match near.filter(|near| strsim::jaro(near, given) > 0.7) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => "none stands before it".to_owned(),
        None => format!("there are: {}", known.join(", ")),
    }
}
