//! A list of bodies asked, read from CSV as spreadsheets write it. Every doubt is told with its line; nothing is guessed.

use std::collections::HashMap;

use csv::StringRecord;

use super::column::Days;
use super::layout::{Header, Layout};
use super::row::Row;
use super::{Asked, Fault, SentList};
use crate::analysis::requests::{Body, Reference};
use crate::catalogue::Organisations;

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
