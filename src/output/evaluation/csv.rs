//! The evaluation as one tidy table: a row a number, empty cells where a column does not apply.
//!
//! | section | a row is | columns |
//! | --- | --- | --- |
//! | `figure` | a figure, of all letters or of one `layout` | `name`, `n` of `of`, `value`, `low` to `high` |
//! | `confusion` | a code read for a code of the labels | `name` (the field), `gold`, `read`, `n` |
//! | `agreement` | two coders | `gold` and `read` are their names; `n` of `of` codes agree; `value` is alpha |
//! | `gain`, `loss` | an item read otherwise than before | `file`, `name`, `gold`, `before`, `read` |
//! | `mistake` | an item that is wrong | `file`, `name`, `gold`, `read`, `note` |
//! | `without-record` | a labelled letter that was not read | `file` |

use std::io::Write;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::analysis::evaluation::{Change, Estimate, Figure, Report};
use crate::output::csv::inert;

/// One row; the order of the fields is the order of the columns.
#[derive(Default, Serialize)]
struct Row {
    section: &'static str,
    layout: String,
    file: String,
    name: String,
    gold: String,
    before: String,
    read: String,
    n: Option<usize>,
    of: Option<usize>,
    value: Option<String>,
    low: Option<String>,
    high: Option<String>,
    note: String,
}

/// Writes the evaluation as CSV (RFC 4180) with a header row.
///
/// # Errors
/// Those of `out`.
pub fn write_csv(report: &Report, out: &mut impl Write) -> Result<()> {
    let mut table = csv::WriterBuilder::new().has_headers(false).terminator(csv::Terminator::CRLF).from_writer(out);
    let header = "section,layout,file,name,gold,before,read,n,of,value,low,high,note";
    table.write_record(header.split(',')).context("cannot write the evaluation")?;
    for row in rows(report) {
        table.serialize(row).context("cannot write the evaluation")?;
    }
    table.flush().context("cannot write the evaluation")
}

fn rows(report: &Report) -> Vec<Row> {
    let mut rows: Vec<Row> = report.named().into_iter().map(|named| figure("", named)).collect();
    for layout in &report.layouts {
        let name = layout.layout.as_deref().unwrap_or("(none)");
        rows.extend(layout.figures.named().into_iter().map(|named| figure(name, named)));
    }
    for field in &report.fields {
        rows.extend(field.confusion.iter().map(|cell| Row {
            name: text(&field.field),
            gold: text(&cell.gold),
            read: text(&cell.read),
            n: Some(cell.n),
            ..section("confusion")
        }));
    }
    rows.extend(report.agreements.iter().map(|pair| Row {
        gold: text(&pair.one),
        read: text(&pair.other),
        n: Some(pair.same.n),
        of: Some(pair.same.of),
        ..estimated(section("agreement"), pair.alpha)
    }));
    let changes = report.changes.iter();
    rows.extend(changes.clone().flat_map(|changes| &changes.gains).map(|gain| change("gain", gain)));
    rows.extend(changes.flat_map(|changes| &changes.losses).map(|loss| change("loss", loss)));
    rows.extend(report.mistakes.iter().map(|mistake| Row {
        file: text(&mistake.file),
        name: text(&mistake.item),
        gold: text(&mistake.gold),
        read: text(&mistake.read),
        note: text(&mistake.note),
        ..section("mistake")
    }));
    rows.extend(report.without_record.iter().map(|file| Row { file: text(file), ..section("without-record") }));
    rows
}

fn section(section: &'static str) -> Row {
    Row { section, ..Row::default() }
}

fn text(text: &str) -> String {
    inert(text).into_owned()
}

fn number(value: f64) -> String {
    format!("{value:.4}")
}

fn estimated(row: Row, estimate: Estimate) -> Row {
    Row {
        value: estimate.value.map(number),
        low: estimate.interval.map(|interval| number(interval.low)),
        high: estimate.interval.map(|interval| number(interval.high)),
        ..row
    }
}

fn figure(layout: &str, figure: Figure) -> Row {
    let row = Row {
        layout: text(layout),
        name: text(&figure.name),
        n: figure.of.map(|(n, _)| n),
        of: figure.of.map(|(_, of)| of),
        ..section("figure")
    };
    estimated(row, Estimate { value: figure.value, interval: figure.interval })
}

fn change(kind: &'static str, change: &Change) -> Row {
    Row {
        file: text(&change.file),
        name: text(&change.item),
        gold: text(&change.gold),
        before: text(&change.before),
        read: text(&change.now),
        ..section(kind)
    }
}
