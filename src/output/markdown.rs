//! Tables as Markdown, with words of letters taken literally.

use std::io::{self, Write};

use super::screen::visible;

/// A table under a heading; nothing where there are no rows.
///
/// # Errors
/// Those of `out`.
pub fn table_under(out: &mut impl Write, title: String, columns: &[&str], rows: Vec<Vec<String>>) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## {}\n", cell(&title))?;
    table(out, columns, rows)
}

/// A table: a header row, a rule, the rows.
///
/// # Errors
/// Those of `out`.
pub fn table(out: &mut impl Write, columns: &[&str], rows: Vec<Vec<String>>) -> io::Result<()> {
    writeln!(out, "| {} |", columns.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(columns.len()))?;
    for row in rows {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

/// Words of a letter as Markdown takes them literally, on one line.
pub fn cell(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped = String::with_capacity(line.len());
    for c in visible(&line).chars() {
        if matches!(c, '\\' | '|' | '<' | '*' | '_' | '`' | '[') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
