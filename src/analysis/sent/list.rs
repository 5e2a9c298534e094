//! A list of bodies asked, read from CSV as spreadsheets write it. Every doubt is told with its line; nothing is guessed.

use std::collections::HashMap;

use csv::StringRecord;

use super::day::{Cell, read_day};
use super::layout::{Header, Layout};
use super::{Asked, Fault, SentList};
use crate::analysis::requests::{Body, Reference, Sought, find_body};
use crate::catalogue::Organisations;
use crate::catalogue::organisations::words_of;
use crate::when::{Law, years_known};

/// Reads the list called `name`. What is wrong with it is told beside it, in order of line; a list with an error has
/// rows missing and is not to be used.
pub fn read_list(name: &str, text: &str, organisations: &Organisations) -> (SentList, Vec<Fault>) {
    let mut list = SentList { name: name.to_owned(), asked: Vec::new() };
    let mut faults = Vec::new();
    let layout = Layout::of(text);
    let above = text[..layout.skipped].matches('\n').count();
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(layout.separator)
        .from_reader(&text.as_bytes()[layout.skipped..]);
    let mut header: Option<Header> = None;
    let mut days = Days::default();
    for row in rows.records() {
        let Ok(row) = row else { continue };
        let line = line_of(&row, &text[layout.skipped..]) + above;
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let Some(header) = &header else {
            header = Some(Header::read(line, row.iter(), &mut faults));
            if faults.iter().any(|fault| fault.error) {
                return (list, faults);
            }
            continue;
        };
        let row = Row { line, cells: &row, header };
        list.asked.extend(row.read(organisations, &mut days, &mut faults));
    }
    days.settle(&mut list.asked, &mut faults);
    for one in &mut list.asked {
        if let Body::Known(body) = one.body {
            one.name = organisations.all()[body].name_on(one.sent_on).to_owned();
        }
    }
    drop_duplicates(&mut list.asked, &mut faults);
    if list.asked.is_empty() && !faults.iter().any(|fault| fault.error) {
        faults.push(Fault::error(0, "the list names no body; `foi-rj sent --all-trusts` writes one to begin with"));
    }
    faults.sort_by_key(|fault| fault.line);
    (list, faults)
}

/// The line on which a row begins; the reader counts from the end of the row before, which empty lines may follow.
fn line_of(row: &StringRecord, text: &str) -> usize {
    let Some(position) = row.position() else { return 0 };
    let rest = text.get(position.byte() as usize..).unwrap_or("");
    let empty = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    position.line() as usize + rest[..empty].matches('\n').count()
}

/// One row being read.
struct Row<'r> {
    line: usize,
    cells: &'r StringRecord,
    header: &'r Header,
}

impl Row<'_> {
    fn read(&self, organisations: &Organisations, days: &mut Days, faults: &mut Vec<Fault>) -> Option<Asked> {
        let (line, cell) = (self.line, |name| self.header.cell(name, self.cells));
        let written = cell("body");
        if let Some(fault) = self.shape(written) {
            faults.push(Fault::error(line, fault));
            return None;
        }
        days.add(line, cell("sent_on"), faults);
        let files = cell("file").split(';').map(|file| file.trim().trim_start_matches("./").replace('\\', "/"));
        let law = read_law(cell("law")).unwrap_or_else(|message| {
            faults.push(Fault::error(line, message));
            None
        });
        let (body, near) = match find_body(written, organisations) {
            Sought::One(body) => (Body::Known(body), None),
            Sought::Nobody(near) => {
                let words = words_of(written);
                (Body::Named(words.strip_prefix("the ").unwrap_or(&words).to_owned()), near)
            }
            Sought::Several(bodies) => {
                faults.push(Fault::error(line, ambiguous(written, &bodies, organisations)));
                return None;
            }
        };
        let known = if let Body::Known(at) = body { Some(&organisations.all()[at]) } else { None };
        if known.is_none() {
            let meant = near.map(|near| &organisations.all()[near]);
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

/// The column `sent_on`, which tells as a whole whether it is written day first.
#[derive(Default)]
struct Days {
    cells: HashMap<usize, (String, Cell)>,
}

impl Days {
    fn add(&mut self, line: usize, written: &str, faults: &mut Vec<Fault>) {
        if written.is_empty() {
            return;
        }
        let read = read_day(written);
        let (first, last) = years_known();
        match read {
            Cell::None => faults.push(Fault::error(line, format!("`{written}` is no date; write YYYY-MM-DD"))),
            Cell::MonthFirst(day) => faults.push(Fault::error(
                line,
                format!("`{written}` is no date, day first; if it is in American order, write {day}"),
            )),
            Cell::OutOfRange(_) => faults.push(Fault::error(
                line,
                format!("`{written}` is not between {first} and {last}, the years whose bank holidays are known"),
            )),
            _ => {}
        }
        self.cells.insert(line, (written.to_owned(), read));
    }

    /// Gives each body its day. A cell that may be two days is read day first where another row can only be so.
    fn settle(&self, asked: &mut [Asked], faults: &mut Vec<Fault>) {
        let first = |wanted: fn(&Cell) -> bool| {
            let lines =
                self.cells.iter().filter(|(_, (_, cell))| wanted(cell)).map(|(line, (written, _))| (line, written));
            lines.min()
        };
        let day_first = first(|cell| matches!(cell, Cell::DayFirst(_)));
        let either = first(|cell| matches!(cell, Cell::Either(..)));
        for one in asked.iter_mut() {
            match self.cells.get(&one.line) {
                Some((_, Cell::Day(day) | Cell::DayFirst(day))) => one.sent_on = Some(*day),
                Some((_, Cell::Either(day, _))) if day_first.is_some() => one.sent_on = Some(*day),
                Some((written, Cell::Either(day, other))) => faults.push(Fault::error(
                    one.line,
                    format!("`{written}` may be {day} or, in American order, {other}; write the one that it is"),
                )),
                _ => {}
            }
        }
        if let (Some((line, written)), Some((other, shows))) = (either, day_first) {
            faults.push(Fault::warning(
                *line,
                format!("`{written}` and the like are read day first, as `{shows}` on line {other} is"),
            ));
        }
    }
}

/// Leaves out rows that say the same again; two requests to one body need something by which replies can be told apart.
fn drop_duplicates(asked: &mut Vec<Asked>, faults: &mut Vec<Fault>) {
    let mut kept: Vec<Asked> = Vec::with_capacity(asked.len());
    let mut known: HashMap<(Body, Option<Reference>), usize> = HashMap::new();
    for one in std::mem::take(asked) {
        let Some(&before) = known.get(&(one.body.clone(), one.key.clone())) else {
            known.insert((one.body.clone(), one.key.clone()), kept.len());
            kept.push(one);
            continue;
        };
        let before = &kept[before];
        let name = &one.name;
        if before.sent_on == one.sent_on && before.files == one.files {
            faults.push(Fault::warning(
                one.line,
                format!("{name} stands on line {} already; it is counted once", before.line),
            ));
        } else if before.files.is_empty() || one.files.is_empty() {
            faults.push(Fault::error(
                one.line,
                format!(
                    "{name} stands on line {} already, and nothing tells replies to the two apart; give each its `reference`, or remove one",
                    before.line
                ),
            ));
        } else {
            kept.push(one);
        }
    }
    *asked = kept;
}
