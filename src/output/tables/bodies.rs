//! The table `bodies`: one row a body asked, whether it has replied or not, and what its letter that counts answers.

use super::cell::{Cell, Column, columns as columns_named};
use super::letters;
use crate::analysis::sent::{BodyReport, Sent, SentReport};
use crate::catalogue::Catalogue;

/// Its columns; every field of the known questionnaires is among them.
pub fn bodies_columns(catalogue: &Catalogue) -> Vec<Column> {
    let mut all = columns_named(&[
        "body",
        "authority_code",
        "law",
        "@sent_on",
        "@received_on",
        "reference",
        "status",
        "timing",
        "@due_on",
        "@replied_on",
        "#working_days",
        "questionnaire",
        "file",
        "earlier",
        "contradictions",
    ]);
    all.extend(letters::questions(catalogue).flat_map(letters::columns_of));
    all
}

/// Its rows, in the order of the list.
pub fn bodies_rows(report: &SentReport, sent: &Sent<'_>, catalogue: &Catalogue) -> Vec<Vec<Cell>> {
    let row = |(at, body): (usize, &BodyReport)| {
        let mut row = about(body);
        for question in letters::questions(catalogue) {
            match sent.reply(at) {
                Some(reply) => row.extend(letters::answer(reply, question)),
                None => row.extend(vec![Cell::Empty; letters::columns_of(question).len()]),
            }
        }
        row
    };
    report.bodies.iter().enumerate().map(row).collect()
}

fn about(body: &BodyReport) -> Vec<Cell> {
    let contradictions: Vec<&str> = body.contradictions.iter().map(|found| found.code.as_str()).collect();
    vec![
        Cell::text(&body.body),
        Cell::maybe(body.code.as_ref()),
        Cell::text(body.law.name()),
        Cell::date(body.sent_on.as_ref()),
        Cell::date(body.received_on.as_ref()),
        Cell::maybe(body.reference.as_ref()),
        Cell::text(body.status.name()),
        Cell::text(body.timing.name()),
        Cell::date(body.due_on.as_ref()),
        Cell::date(body.replied_on.as_ref()),
        Cell::integer(body.working_days.map(u64::from)),
        Cell::maybe(body.questionnaire.as_ref()),
        Cell::maybe(body.file.as_ref()),
        Cell::text(body.earlier.join("; ")),
        Cell::text(contradictions.join(" ")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::questionnaire::RESERVED;

    #[test]
    fn no_field_can_have_the_name_of_a_column() {
        let catalogue = Catalogue::with(Vec::new());
        let columns = bodies_columns(&catalogue).into_iter().chain(letters::columns(&catalogue));
        let free: Vec<String> = columns.map(|column| column.name).filter(|name| !RESERVED.contains(&&**name)).collect();
        assert_eq!(free, Vec::<String>::new());
    }
}
