//! The list of bodies to ask, as `foi-rj sent` begins it.

use chrono::NaiveDate;

use super::cell::{Cell, Column, columns};
use crate::catalogue::organisations::Organisation;

/// The columns that are read again, then those that are for people.
pub fn asking_columns() -> Vec<Column> {
    columns(&["body", "@sent_on", "reference", "file", "code", "kind", "region", "mailbox"])
}

/// The row of a body that is asked on `sent_on`, or some day.
pub fn asking_row(body: &Organisation, sent_on: Option<NaiveDate>) -> Vec<Cell> {
    let mailbox = body.mailboxes.iter().find(|mailbox| !mailbox.shared);
    vec![
        Cell::text(body.name_on(sent_on)),
        sent_on.map_or(Cell::Empty, |day| Cell::Date(day.to_string())),
        Cell::Empty,
        Cell::Empty,
        Cell::text(body.ods_code().unwrap_or_default()),
        Cell::text(&body.kind),
        Cell::text(&body.region),
        Cell::text(mailbox.map_or("", |mailbox| mailbox.words.as_str())),
    ]
}
