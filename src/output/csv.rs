//! Tables as CSV (RFC 4180, UTF-8) that opens right in a spreadsheet.

use std::borrow::Cow;
use std::io::Write;

use super::tables::{Cell, Column};

/// How a CSV file is written.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Begins with a byte-order mark, by which spreadsheets know UTF-8.
    pub mark: bool,
    /// Text that a spreadsheet would take for a formula gets an apostrophe before it.
    pub guard: bool,
}

/// A CSV file being written.
pub struct CsvWriter<W: Write> {
    table: csv::Writer<W>,
    guard: bool,
}

impl<W: Write> CsvWriter<W> {
    /// Begins a file: the mark if wanted, and the header row.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn begin(mut out: W, columns: &[Column], style: Style) -> csv::Result<Self> {
        if style.mark {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
        writer.write_record(columns.iter().map(|column| &column.name))?;
        Ok(CsvWriter { table: writer, guard: style.guard })
    }

    /// Writes one row.
    ///
    /// # Errors
    /// Those of the output.
    pub fn row(&mut self, cells: &[Cell]) -> csv::Result<()> {
        let guard = self.guard;
        self.table.write_record(cells.iter().map(|cell| match cell {
            Cell::Text(text) if guard => inert(text).into_owned(),
            Cell::Text(text) | Cell::Date(text) => text.clone(),
            Cell::Integer(number) => number.to_string(),
            Cell::Empty => String::new(),
        }))
    }

    /// Writes what is buffered and gives the output back.
    ///
    /// # Errors
    /// Those of the output.
    pub fn finish(self) -> std::io::Result<W> {
        self.table.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

/// The text with an apostrophe before it where a spreadsheet would run it (OWASP, CSV injection).
pub fn inert(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}
