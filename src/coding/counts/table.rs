//! A table as read from the page, whatever drew it: caption, heads, rows of labelled cells, all as places in the letter.

use crate::text::Span;

/// A table. Every row has as many cells as there are columns.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The heading above it.
    pub caption: Option<Span>,
    /// The head of the label columns ("Financial year").
    pub stub: Vec<Span>,
    /// The heads of the columns that hold figures, top to bottom.
    pub columns: Vec<Vec<Span>>,
    /// The rows, top to bottom.
    pub rows: Vec<Row>,
    /// From its first to its last cell.
    pub span: Span,
    /// Rows whose cells cannot be told apart.
    pub unclear: Vec<Span>,
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its labels, left to right.
    pub label: Vec<Span>,
    /// Its cells, one a column; `None` where the page has nothing or the column cannot be known.
    pub cells: Vec<Option<Span>>,
}

/// A stretch of an answer: a table, or a run of lines to read as prose.
#[derive(Clone, Debug)]
pub enum Block {
    /// A table that holds at least one figure.
    Table(Table),
    /// Lines of prose, up to a blank line.
    Prose(Span),
}
