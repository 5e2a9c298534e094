//! Columns and cells. A state never stands in a column of numbers or dates.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words, codes, names.
    Text,
    /// Whole numbers.
    Integer,
    /// Full dates, `YYYY-MM-DD`.
    Date,
}

/// A column's name and kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Snake case.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words, codes, names.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A full date, `YYYY-MM-DD`.
    Date(String),
    /// Nothing.
    Empty,
}

impl Cell {
    /// A text; the empty text is nothing.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    /// A text that may be missing.
    pub fn maybe(text: Option<&String>) -> Self {
        text.map_or(Cell::Empty, Cell::text)
    }

    /// A full date that may be missing; anything less precise is left out.
    pub fn date(date: Option<&String>) -> Self {
        match date.filter(|date| date.len() == 10 && date.bytes().filter(|b| *b == b'-').count() == 2) {
            Some(date) => Cell::Date(date.clone()),
            None => Cell::Empty,
        }
    }

    /// A number that may be missing, or be too large for a spreadsheet.
    pub fn integer(number: Option<u64>) -> Self {
        number.and_then(|number| i64::try_from(number).ok()).map_or(Cell::Empty, Cell::Integer)
    }
}

/// Columns from their names; `#` before a name makes it a number, `@` a date.
pub(super) fn columns(names: &[&str]) -> Vec<Column> {
    names
        .iter()
        .map(|name| match name.as_bytes().first() {
            Some(b'#') => Column { name: name[1..].to_owned(), kind: Kind::Integer },
            Some(b'@') => Column { name: name[1..].to_owned(), kind: Kind::Date },
            _ => Column { name: (*name).to_owned(), kind: Kind::Text },
        })
        .collect()
}
