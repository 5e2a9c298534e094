//! What the labels say by what was read, a table a field.

use crate::analysis::evaluation::{FieldReport, Report};
use crate::output::evaluation::confusion::matrix;
use crate::output::screen::{DIM, HEADING, left, paint, right};

const NAME: usize = 16;
const CELL: usize = 7;

pub fn lines(report: &Report) -> Vec<String> {
    let tables = report.fields.iter().map(|field| table(field).join("\n")).collect::<Vec<_>>();
    if tables.is_empty() {
        return tables;
    }
    vec![format!("{}\n{}", paint(HEADING, "Labels (rows) and what was read (columns)"), tables.join("\n\n"))]
}

fn table(field: &FieldReport) -> Vec<String> {
    let table = matrix(&field.confusion);
    // Columns have short names; where all of them fill a screen, they stand closer.
    let wide = CELL.min((crate::output::screen::WIDTH - NAME) / table.columns.len().max(1));
    let heads: Vec<String> = table.columns.iter().map(|(_, short)| right(short, wide)).collect();
    let mut lines = vec![field.field.clone(), paint(DIM, &format!("{}{}", left("", NAME), heads.concat()))];
    for (name, cells) in &table.rows {
        let cells: Vec<String> =
            cells.iter().map(|n| right(&if *n == 0 { "·".to_owned() } else { n.to_string() }, wide)).collect();
        lines.push(format!("{}{}", left(&format!("  {name}"), NAME), cells.concat()));
    }
    lines
}
