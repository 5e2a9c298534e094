//! Ranges of days: `--adopted-from 2023-10 --adopted-to 2024`.

use anyhow::{Context, Result};
use chrono::NaiveDate;

use crate::record::{QuestionKind, Record};
use crate::when::edtf;

/// Days from the first to the last, both included; open where one is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    from: NaiveDate,
    to: NaiveDate,
}

impl Range {
    /// Reads the ends of a range; `None` where neither is given.
    ///
    /// # Errors
    /// An end that is no date, or a first day after the last.
    pub fn parse(from: Option<&str>, to: Option<&str>) -> Result<Option<Self>> {
        if from.is_none() && to.is_none() {
            return Ok(None);
        }
        let bounds = |date: &str| {
            edtf::bounds(date).with_context(|| {
                format!("`{date}` is no date; write YYYY, YYYY-MM or YYYY-MM-DD (EDTF, such as 2023-23 for autumn 2023, is read, too)")
            })
        };
        let first = from.map(bounds).transpose()?.map_or(NaiveDate::MIN, |(first, _)| first);
        let last = to.map(bounds).transpose()?.map_or(NaiveDate::MAX, |(_, last)| last);
        anyhow::ensure!(
            first <= last,
            "the range ends ({last}) before it begins ({first}); swap --adopted-from and --adopted-to"
        );
        Ok(Some(Range { from: first, to: last }))
    }

    /// True where the first date that its questionnaire asks for can lie in the range.
    pub fn holds(&self, record: &Record) -> bool {
        let first = record.answers.iter().find(|answer| answer.kind == QuestionKind::Date);
        let date = first.filter(|answer| answer.code.is_value()).and_then(|answer| edtf::bounds(answer.code.name()));
        date.is_some_and(|(from, to)| from <= self.to && self.from <= to)
    }
}
