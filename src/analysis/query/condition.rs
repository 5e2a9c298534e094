//! Conditions on fields: `charter_signed=yes,qualified`, `charter_signed!=yes`, `charter_adopted=2023`.

use anyhow::{Result, bail};

use super::unknown;
use crate::catalogue::Catalogue;
use crate::record::{Code, Record};

/// One condition on one field of a questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    field: String,
    codes: Vec<String>,
    negated: bool,
}

impl Condition {
    /// Reads `field=code`, `field!=code`, with several codes parted by commas.
    ///
    /// # Errors
    /// No `=`; a field that no questionnaire has; a word that is no code. The error names the nearest that is.
    pub fn parse(written: &str, catalogue: &Catalogue) -> Result<Self> {
        let Some((field, codes)) = written.split_once('=') else {
            bail!("`{written}` is no condition (--field); write FIELD=CODE, such as charter_signed=yes");
        };
        let (field, negated) = field.strip_suffix('!').map_or((field, false), |field| (field, true));
        let questions = catalogue.questionnaires.iter().flat_map(|questionnaire| &questionnaire.questions);
        let fields: Vec<&str> = questions.map(|question| question.field.as_str()).collect();
        if !fields.contains(&field.trim()) {
            return Err(unknown("field", field.trim(), &fields));
        }
        let named: Vec<&str> = Code::NAMED.iter().map(Code::name).collect();
        let codes: Vec<String> = codes.split(',').map(|code| code.trim().to_owned()).collect();
        for code in &codes {
            let value = code.starts_with(|c: char| c.is_ascii_digit() || "<>".contains(c));
            if !value && !named.contains(&code.as_str()) {
                return Err(unknown("code", code, &named));
            }
        }
        Ok(Condition { field: field.trim().to_owned(), codes, negated })
    }

    /// The field that it is about.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// True where `record` answers that questionnaire and the condition holds of its answer.
    pub fn holds(&self, record: &Record) -> bool {
        let Some(answer) = record.answers.iter().find(|answer| answer.field == self.field) else { return false };
        let own = answer.code.name();
        let one = self.codes.iter().any(|code| match &answer.code {
            // A year or a month stands for every date in it.
            Code::Value(_) => {
                own == code || own.strip_prefix(code.as_str()).is_some_and(|rest| rest.starts_with(['-', '~', '/']))
            }
            _ => own == code,
        });
        one != self.negated
    }
}
