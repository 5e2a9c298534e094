//! Questionnaire file → questionnaire, with everything that is wrong with the file.

use std::collections::HashMap;

use super::alike::find_alike;
use super::fault::{Fault, Level};
use super::file::{self, File, Text};
use super::{Group, Question, Questionnaire, subject};
use crate::catalogue::data::sha256;
use crate::text::Span;

/// Columns that every letter has, or every body asked; a field of the same name would hide one.
pub const RESERVED: [&str; 20] = [
    "file",
    "kind",
    "authority",
    "authority_code",
    "reference",
    "requested_on",
    "responded_on",
    "working_days",
    "questionnaire",
    "needs_review",
    "body",
    "law",
    "sent_on",
    "received_on",
    "status",
    "timing",
    "due_on",
    "replied_on",
    "earlier",
    "contradictions",
];

/// A file that was read: the questionnaire, unless an error stands in the way, and every fault.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The questionnaire; `None` where there is an error.
    pub questionnaire: Option<Questionnaire>,
    /// What is wrong, in the order of the file.
    pub faults: Vec<Fault>,
}

pub(super) fn read(toml: &str) -> Checked {
    if toml.trim().is_empty() {
        let fault = Fault::error("the file is empty", 0..toml.len(), "")
            .help("a questionnaire needs `id`, `title` and a [[question]]; `foi-rj questionnaire draft` writes one");
        return Checked { questionnaire: None, faults: vec![fault] };
    }
    let file: File = match toml::from_str(toml) {
        Ok(file) => file,
        Err(error) => return Checked { questionnaire: None, faults: vec![misread(&error, toml)] },
    };
    let mut check = Check { toml, faults: Vec::new() };
    let questionnaire = check.file(&file);
    let mut faults = check.faults;
    faults.sort_by_key(|fault| fault.span.start);
    let sound = faults.iter().all(|fault| fault.level != Level::Error);
    Checked { questionnaire: sound.then_some(questionnaire), faults }
}

/// What TOML, or the shape of the file, does not allow.
fn misread(error: &toml::de::Error, toml: &str) -> Fault {
    let span = error.span().unwrap_or(0..0);
    let message = error.message().lines().next().unwrap_or("not TOML").to_owned();
    let missing = message.starts_with("missing field");
    let near = if missing { first_line(span, toml) } else { span };
    let fault =
        Fault::error(message.replace("missing field", "missing key").replace("unknown field", "unknown key"), near, "");
    if missing { fault.help("README lists the keys, under \"A questionnaire of your own\"") } else { fault }
}

/// A fault of a whole table is shown at its first line.
fn first_line(span: std::ops::Range<usize>, toml: &str) -> std::ops::Range<usize> {
    let line = toml[span.clone()].find('\n').map_or(span.end, |end| span.start + end);
    span.start..line
}

/// What has been found so far.
pub(super) struct Check<'t> {
    toml: &'t str,
    pub(super) faults: Vec<Fault>,
}

impl Check<'_> {
    fn file(&mut self, file: &File) -> Questionnaire {
        self.id(&file.id);
        if file.title.get_ref().trim().is_empty() {
            self.faults.push(Fault::error("the title is empty", file.title.span(), "a name for people"));
        }
        if file.questions.is_empty() {
            let end = self.toml.trim_end().len();
            self.faults.push(
                Fault::error("there is no question", first_line(0..end, self.toml), "")
                    .help("add a [[question]] with `field`, `kind` and `wordings`"),
            );
        }
        self.once("id", &self.ids(file));
        self.once("field", &file.questions.iter().map(|question| &question.field).collect::<Vec<_>>());
        let groups = file.groups.iter().map(|group| self.group(group, file)).collect();
        let questions: Vec<Question> = (0..file.questions.len()).map(|at| self.question(at, file)).collect();
        let (id, title) = (file.id.get_ref().clone(), file.title.get_ref().clone());
        let topics = subject::read_topics(&questions);
        let digest = sha256([self.toml]);
        let mut questionnaire = Questionnaire { id, title, groups, questions, topics, digest };
        let places: Vec<Vec<Span>> = file.questions.iter().map(places).collect();
        self.faults.extend(find_alike(&questionnaire, &places));
        subject::read_subjects(&mut questionnaire);
        questionnaire
    }

    /// Names that others refer to; a question without an id goes by its field, which is looked at by itself.
    fn ids<'f>(&self, file: &'f File) -> Vec<&'f Text> {
        file.groups.iter().map(|group| &group.id).chain(file.questions.iter().filter_map(|q| q.id.as_ref())).collect()
    }

    pub(super) fn once(&mut self, what: &str, names: &[&Text]) {
        let mut first: HashMap<&str, &Text> = HashMap::new();
        for name in names {
            match first.get(name.get_ref().as_str()) {
                Some(earlier) => self.faults.push(
                    Fault::error(format!("the {what} `{}` is given twice", name.get_ref()), name.span(), "again here")
                        .beside(earlier.span(), "first here"),
                ),
                None => {
                    first.insert(name.get_ref(), name);
                }
            }
        }
    }

    fn id(&mut self, id: &Text) {
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.get_ref().is_empty() || !id.get_ref().chars().all(kebab) {
            self.faults.push(Fault::error(
                format!("`{}` cannot be an id", id.get_ref()),
                id.span(),
                "lower-case letters, digits and hyphens: council-parking",
            ));
        }
    }

    fn group(&mut self, group: &file::Group, file: &File) -> Group {
        self.parent(group.parent.as_ref(), group.id.get_ref(), file);
        Group {
            id: group.id.get_ref().clone(),
            number: group.number.as_ref().map(|number| number.get_ref().clone()),
            parent: group.parent.as_ref().map(|parent| parent.get_ref().clone()),
            wording: group.wording.get_ref().clone(),
        }
    }
}

/// Where a question's wordings stand.
fn places(question: &file::Question) -> Vec<Span> {
    question.wordings.get_ref().iter().map(|wording| wording.span().into()).collect()
}
