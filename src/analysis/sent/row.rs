//! One row of a list: the body that it names, and what else it says.

use csv::StringRecord;

use super::column::{Column, Days};
use super::layout::Header;
use super::{Asked, Fault};
use crate::analysis::requests::{Body, Reference, Sought, find_body, nearest_body};
use crate::catalogue::Organisations;
use crate::when::Law;

/// One row being read.
pub(super) struct Row<'r> {
    pub line: usize,
    pub cells: &'r StringRecord,
    pub header: &'r Header,
}

impl Row<'_> {
    /// The body that is asked; `None` where an error stands in the way.
    pub fn read(&self, organisations: &Organisations, days: &mut Days, faults: &mut Vec<Fault>) -> Option<Asked> {
        let (line, cell) = (self.line, |name| self.header.cell(name, self.cells));
        let written = cell("body");
        if let Some(fault) = self.shape(written) {
            faults.push(Fault::error(line, fault));
            return None;
        }
        days.add(line, Column::SentOn, cell("sent_on"), faults);
        days.add(line, Column::ClarifiedOn, cell("clarified_on"), faults);
        let files = cell("file").split(';').map(|file| file.trim().trim_start_matches("./").replace('\\', "/"));
        let law = read_law(cell("law")).unwrap_or_else(|message| {
            faults.push(Fault::error(line, message));
            None
        });
        let body = match find_body(written, organisations) {
            Sought::One(body) => Body::Known(body),
            Sought::Nobody => Body::named(written),
            Sought::Several(bodies) => {
                faults.push(Fault::error(line, ambiguous(written, &bodies, organisations)));
                return None;
            }
        };
        let known = if let Body::Known(at) = body { Some(&organisations.all()[at]) } else { None };
        if known.is_none() {
            let meant = nearest_body(written, organisations).map(|near| &organisations.all()[near]);
            let meant = meant.map_or(String::new(), |near| format!("; did you mean {} ({})?", near.name, near.code));
            let message =
                format!("`{written}` is not known; only letters that print this very name are its own{meant}");
            faults.push(Fault::warning(line, message));
        }
        Some(Asked {
            line,
            name: written.to_owned(),
            code: known.and_then(|body| body.ods_code()).map(str::to_owned),
            body,
            sent_on: None,
            clarified_on: None,
            reference: Some(cell("reference")).filter(|cell| !cell.is_empty()).map(str::to_owned),
            key: Reference::new(cell("reference")),
            files: files.filter(|file| !file.is_empty()).collect(),
            law,
        })
    }

    /// What makes the row unreadable.
    fn shape(&self, body: &str) -> Option<String> {
        let extra = self.cells.iter().skip(self.header.width).any(|cell| !cell.trim().is_empty());
        if extra {
            let (cells, columns) = (self.cells.len(), self.header.width);
            Some(format!(
                "there are {cells} cells for {columns} columns; a name with a comma needs quotation marks around it"
            ))
        } else if self.cells.iter().any(|cell| cell.contains('\u{fffd}')) {
            Some(format!("`{body}` has characters that cannot be read; save the list as CSV in UTF-8"))
        } else if self.cells.iter().any(|cell| cell.contains(['\n', '\r'])) {
            Some("a cell runs over several lines; is a quotation mark missing?".to_owned())
        } else if body.is_empty() {
            Some("the cell `body` is empty; give a name or a code".to_owned())
        } else {
            None
        }
    }
}

fn ambiguous(written: &str, bodies: &[usize], organisations: &Organisations) -> String {
    let called = |&body: &usize| {
        let body = &organisations.all()[body];
        format!("{} ({})", body.name, body.code)
    };
    let bodies: Vec<String> = bodies.iter().take(4).map(called).collect();
    match &bodies[..] {
        [one] => format!("`{written}` may be {one} or another body; give its whole name or its code"),
        several => format!("`{written}` may be {}; give its whole name or its code", several.join(" or ")),
    }
}

fn read_law(cell: &str) -> Result<Option<Law>, String> {
    match cell.to_uppercase().as_str() {
        "" => Ok(None),
        "FOIA" => Ok(Some(Law::Foia)),
        "FOISA" => Ok(Some(Law::Foisa)),
        _ => Err(format!("there is no law `{cell}`; write FOIA or FOISA, or leave the cell empty")),
    }
}
