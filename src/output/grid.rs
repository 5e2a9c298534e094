//! Rows and columns on a screen of 80 columns, as JSON, or as CSV: what `query` prints.

use std::io::Write;

use anyhow::{Context, Result};

use super::csv::inert;
use super::screen::{HEADING, WIDTH, fit, fit_end, left, paint, width};

/// A table to be shown: column names and cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The columns' names.
    pub columns: Vec<String>,
    /// The rows; as many cells in each as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// Writes the grid so that it fits a screen: the widest columns give way.
///
/// # Errors
/// Those of `out`.
pub fn write_screen(grid: &Grid, out: &mut impl Write) -> Result<()> {
    let widths = fit_columns(grid);
    // Of a long path the end tells most.
    let cut = |column: usize, cell: &str, wide: usize| {
        if grid.columns[column] == "file" { fit_end(cell, wide) } else { fit(cell, wide) }
    };
    let line = |cells: &[String]| {
        let shown: Vec<String> =
            cells.iter().zip(&widths).enumerate().map(|(i, (cell, &wide))| left(&cut(i, cell, wide), wide)).collect();
        shown.join("  ").trim_end().to_owned()
    };
    writeln!(out, "{}", paint(HEADING, &line(&grid.columns))).context("cannot write the table")?;
    for row in &grid.rows {
        writeln!(out, "{}", line(row)).context("cannot write the table")?;
    }
    Ok(())
}

/// The width of each column: its widest cell, until the screen is full; then the widest columns are cut back.
fn fit_columns(grid: &Grid) -> Vec<usize> {
    let mut widths: Vec<usize> = (0..grid.columns.len())
        .map(|i| grid.rows.iter().map(|row| width(&row[i])).chain([width(&grid.columns[i])]).max().unwrap_or(1).max(1))
        .collect();
    let room = WIDTH.saturating_sub(2 * widths.len().saturating_sub(1)).max(widths.len());
    while widths.iter().sum::<usize>() > room {
        let over = widths.iter().sum::<usize>() - room;
        let Some(widest) = (0..widths.len()).max_by_key(|&i| widths[i]) else { break };
        let second = widths.iter().enumerate().filter(|(i, _)| *i != widest).map(|(_, wide)| *wide).max().unwrap_or(1);
        let cut = (widths[widest] - second.min(widths[widest])).max(1).min(over);
        widths[widest] -= cut;
    }
    widths
}

/// Writes the grid as CSV (RFC 4180) with a header row.
///
/// # Errors
/// Those of `out`.
pub fn write_csv(grid: &Grid, out: &mut impl Write) -> Result<()> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    table.write_record(&grid.columns).context("cannot write the table")?;
    for row in &grid.rows {
        let number = |cell: &str| cell.parse::<f64>().is_ok();
        let cells = row.iter().map(|cell| if number(cell) { cell.clone() } else { inert(cell).into_owned() });
        table.write_record(cells).context("cannot write the table")?;
    }
    table.flush().context("cannot write the table")
}
