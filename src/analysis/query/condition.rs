//! Conditions on fields: `signed=yes,qualified`, `signed!=yes`, `adopted=2023`, `adopted>=2023-10`, `officers<=12`.

use anyhow::{Result, bail};

use super::unknown;
use crate::catalogue::{Catalogue, Question};
use crate::record::{Code, QuestionKind, Record};
use crate::when::edtf;

/// One condition on one field of a questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    field: String,
    test: Test,
}

/// What the answer must be.
#[derive(Clone, Debug, PartialEq)]
enum Test {
    /// One of the codes.
    Is(Vec<String>),
    /// None of them.
    IsNot(Vec<String>),
    /// At least so late or so much.
    From(String),
    /// At most.
    UpTo(String),
}

impl Condition {
    /// Reads `field=code`, `field!=code`, with several codes parted by commas, `field>=value` and `field<=value`.
    ///
    /// # Errors
    /// No `=`; a field that no questionnaire has; a word that is no code; a bound that is no date or number. The error
    /// names the nearest that is.
    pub fn parse(written: &str, catalogue: &Catalogue) -> Result<Self> {
        let questions: Vec<&Question> = catalogue.questionnaires.iter().flat_map(|known| &known.questions).collect();
        let Some((left, right)) = written.split_once('=') else {
            let such = questions.first().map_or("field", |question| question.field.as_str());
            bail!("`{written}` is no condition (--field); write FIELD=CODE, such as {such}=yes");
        };
        let (field, sign) = match left.strip_suffix(['!', '>', '<']) {
            Some(field) => (field.trim(), left.chars().next_back()),
            None => (left.trim(), None),
        };
        let asked: Vec<&&Question> = questions.iter().filter(|question| question.field == field).collect();
        if asked.is_empty() {
            let fields: Vec<&str> = questions.iter().map(|question| question.field.as_str()).collect();
            return Err(unknown("field", field, &fields));
        }
        let test = match sign {
            Some('>') => Test::From(bound(asked[0], right)?),
            Some('<') => Test::UpTo(bound(asked[0], right)?),
            sign => {
                let codes = codes(&asked, right)?;
                if sign == Some('!') { Test::IsNot(codes) } else { Test::Is(codes) }
            }
        };
        Ok(Condition { field: field.to_owned(), test })
    }

    /// The field that it is about.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// True where `record` answers that questionnaire and the condition holds of its answer.
    pub fn holds(&self, record: &Record) -> bool {
        let Some(answer) = record.answers.iter().find(|answer| answer.field == self.field) else { return false };
        let one_of = |codes: &[String]| codes.iter().any(|code| is(&answer.code, code));
        match &self.test {
            Test::Is(codes) => one_of(codes),
            Test::IsNot(codes) => !one_of(codes),
            Test::From(bound) => compare(answer.kind, &answer.code, bound).is_some_and(|(from, _)| from),
            Test::UpTo(bound) => compare(answer.kind, &answer.code, bound).is_some_and(|(_, up_to)| up_to),
        }
    }
}

/// The codes that a comma list names; options and values count as codes where the question has such.
fn codes(asked: &[&&Question], list: &str) -> Result<Vec<String>> {
    let options: Vec<&str> = asked.iter().flat_map(|q| &q.options).map(|option| option.id.as_str()).collect();
    let known: Vec<&str> = Code::NAMED.iter().map(Code::name).chain(options.iter().copied()).collect();
    let codes: Vec<String> = list.split(',').map(|code| code.trim().to_owned()).collect();
    for code in &codes {
        let value = code.starts_with(|c: char| c.is_ascii_digit() || "<>£".contains(c))
            || asked.iter().any(|question| question.kind == QuestionKind::Number);
        let several = !options.is_empty() && code.split('+').all(|option| options.contains(&option));
        if !value && !several && !known.contains(&code.as_str()) {
            return Err(unknown("code", code, &known));
        }
    }
    Ok(codes)
}

/// A bound that the answers of `question` can be compared with.
fn bound(question: &Question, written: &str) -> Result<String> {
    let written = written.trim();
    let fits = match question.kind {
        QuestionKind::Date => edtf::bounds(written).is_some(),
        QuestionKind::Number => amount(written).is_some(),
        kind => bail!("`{}` asks for {} (--field); only dates and numbers have bounds", question.field, kind.name()),
    };
    if !fits {
        let what = if question.kind == QuestionKind::Date { "a date: YYYY, YYYY-MM or YYYY-MM-DD" } else { "a number" };
        bail!("`{written}` is no bound for `{}` (--field); write {what}", question.field);
    }
    Ok(written.to_owned())
}

/// A year or a month stands for every date in it, an option for every choice that takes it up.
fn is(own: &Code, code: &str) -> bool {
    let name = own.name();
    match own {
        Code::Value(_) => {
            name == code
                || name.strip_prefix(code).is_some_and(|rest| rest.starts_with(['-', '~', '/']))
                || name.split('+').any(|option| option == code)
        }
        _ => name == code,
    }
}

/// Whether an answer can lie from `bound` on, and up to it; `None` where it has no value.
fn compare(kind: QuestionKind, own: &Code, bound: &str) -> Option<(bool, bool)> {
    let Code::Value(value) = own else { return None };
    if kind == QuestionKind::Date {
        let ((from, to), (first, last)) = (edtf::bounds(value)?, edtf::bounds(bound)?);
        return Some((to >= first, from <= last));
    }
    let (value, bound) = (amount(value)?, amount(bound)?);
    Some((value >= bound, value <= bound))
}

/// `1,204`, `£1.40`, `40p`, `<5` as a number.
fn amount(printed: &str) -> Option<f64> {
    let bare: String = printed.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let value: f64 = bare.trim_end_matches('.').parse().ok()?;
    Some(if printed.ends_with('p') { value / 100.0 } else { value })
}
