//! The table `letters`: one row a letter, and every field of the known questionnaires as columns.

use chrono::NaiveDate;

use super::cell::{Cell, Column, Kind};
use crate::analysis::query::needs_review;
use crate::analysis::requests::{body_of, law_of};
use crate::catalogue::{Catalogue, Question};
use crate::record::{Found, QuestionKind, Record};
use crate::when::{edtf, working_days_between};

pub(super) fn columns_of(question: &Question) -> Vec<Column> {
    let field = &question.field;
    let named = |name: String, kind: Kind| Column { name, kind };
    let mut columns = vec![named(field.clone(), Kind::Text)];
    if question.kind == QuestionKind::Date {
        columns.push(named(format!("{field}_from"), Kind::Date));
        columns.push(named(format!("{field}_to"), Kind::Date));
    }
    columns.push(named(format!("{field}_words"), Kind::Text));
    columns
}

pub(super) fn columns(catalogue: &Catalogue) -> Vec<Column> {
    let mut all = columns_before();
    all.extend(questions(catalogue).flat_map(columns_of));
    all.extend(columns_after());
    all
}

fn columns_before() -> Vec<Column> {
    columns_named(&[
        "file",
        "kind",
        "authority_code",
        "authority",
        "reference",
        "@requested_on",
        "@responded_on",
        "#working_days",
        "questionnaire",
    ])
}

fn columns_after() -> Vec<Column> {
    columns_named(&["needs_review"])
}

fn columns_named(names: &[&str]) -> Vec<Column> {
    super::cell::columns(names)
}

pub(super) fn questions(catalogue: &Catalogue) -> impl Iterator<Item = &Question> {
    catalogue.questionnaires.iter().flat_map(|questionnaire| &questionnaire.questions)
}

pub(super) fn row(record: &Record, catalogue: &Catalogue) -> Vec<Cell> {
    let value = |found: &Option<Found>| found.as_ref().map(|found| found.value.clone());
    let authority = record.authority.as_ref();
    let mut row = vec![
        Cell::text(&record.file),
        Cell::text(record.kind.name()),
        Cell::maybe(authority.and_then(|authority| authority.code.as_ref())),
        Cell::maybe(authority.map(|authority| &authority.name)),
        Cell::maybe(value(&record.reference).as_ref()),
        Cell::date(value(&record.requested_on).as_ref()),
        Cell::date(value(&record.responded_on).as_ref()),
        working_days(record, catalogue).map_or(Cell::Empty, |days| Cell::Integer(i64::from(days))),
        Cell::maybe(record.questionnaire.as_ref()),
    ];
    for question in questions(catalogue) {
        row.extend(answer(record, question));
    }
    row.push(Cell::text(if needs_review(record) { "yes" } else { "no" }));
    row
}

pub(super) fn answer(record: &Record, question: &Question) -> Vec<Cell> {
    let Some(answer) = record.answers.iter().find(|answer| answer.field == question.field) else {
        return vec![Cell::Empty; columns_of(question).len()];
    };
    let mut cells = vec![Cell::text(answer.code.name())];
    if question.kind == QuestionKind::Date {
        let bounds = Some(&answer.code).filter(|code| code.is_value()).and_then(|code| edtf::bounds(code.name()));
        cells.push(bounds.map_or(Cell::Empty, |(from, _)| Cell::Date(from.to_string())));
        cells.push(bounds.map_or(Cell::Empty, |(_, to)| Cell::Date(to.to_string())));
    }
    cells.push(Cell::text(&answer.words));
    cells
}

/// Working days from receipt to reply by the Act that applies, where both dates are known.
fn working_days(record: &Record, catalogue: &Catalogue) -> Option<u32> {
    let date = |found: &Option<Found>| found.as_ref()?.value.parse::<NaiveDate>().ok();
    let body = record.authority.as_ref().map(|authority| body_of(authority, &catalogue.organisations));
    let law = law_of(body.as_ref(), [record], &catalogue.organisations);
    working_days_between(date(&record.requested_on)?, date(&record.responded_on)?, law)
}
