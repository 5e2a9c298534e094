//! Records as tables: the columns of each are declared here once, for spreadsheets and for SQL.

mod asking;
mod bodies;
mod cell;
mod letters;
mod parts;

use crate::catalogue::Catalogue;
use crate::record::Record;

pub use asking::{asking_columns, asking_row};
pub use bodies::{bodies_columns, bodies_rows};
pub use cell::{Cell, Column, Kind};

/// One table: its columns, and the rows that a record gives.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name, and the name of its file: `letters`.
    pub name: &'static str,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    rows: Rows,
}

#[derive(Clone, Copy, Debug)]
enum Rows {
    Letters,
    Part(fn(&Record) -> Vec<Vec<Cell>>),
}

impl Table {
    /// The rows that `record` gives, in the order in which the record has them.
    pub fn rows(&self, record: &Record, catalogue: &Catalogue) -> Vec<Vec<Cell>> {
        match self.rows {
            Rows::Letters => vec![letters::row(record, catalogue)],
            Rows::Part(rows) => rows(record),
        }
    }
}

/// Every table of letters and their parts, in the order in which they are listed.
pub fn tables(catalogue: &Catalogue) -> Vec<Table> {
    let mut tables = vec![Table { name: "letters", columns: letters::columns(catalogue), rows: Rows::Letters }];
    for (name, columns, rows) in parts::PARTS {
        tables.push(Table { name, columns: columns(), rows: Rows::Part(rows) });
    }
    tables
}

/// The table of that name.
pub fn table(name: &str, catalogue: &Catalogue) -> Option<Table> {
    tables(catalogue).into_iter().find(|table| table.name == name)
}

/// The table of the bodies asked, which there is only with a list of them, and whose rows need all letters.
pub const BODIES: &str = "bodies";

/// The names of all tables.
pub const NAMES: [&str; 9] =
    ["letters", "answers", "exchanges", "counts", "exemptions", "links", "attachments", "diagnostics", BODIES];
