//! How a list is laid out: what parts its cells, and which column is which.

use super::Fault;

/// The columns that are read.
pub const COLUMNS: [&str; 6] = ["body", "sent_on", "clarified_on", "reference", "file", "law"];
/// Columns of a list that `foi-rj sent` began, which are for people.
const FOR_PEOPLE: [&str; 4] = ["code", "kind", "region", "mailbox"];

/// What parts cells; spreadsheets write semicolons where the comma is the decimal sign.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// What parts the cells of a list, and where its header begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    pub separator: u8,
    /// Bytes before the header, where a spreadsheet has said what the separator is.
    pub skipped: usize,
}

/// Where each known column stands.
#[derive(Clone, Debug, Default)]
pub struct Header {
    places: [Option<usize>; COLUMNS.len()],
    /// Columns there are.
    pub width: usize,
}

impl Layout {
    /// The layout of `text`: the separator by which its first line names the column `body`.
    pub fn of(text: &str) -> Layout {
        let (first, skipped) = match text.lines().next().and_then(|line| line.trim().strip_prefix("sep=")) {
            Some(sign) if sign.len() == 1 => {
                let skipped = text.find('\n').map_or(text.len(), |end| end + 1);
                return Layout { separator: sign.as_bytes()[0], skipped };
            }
            _ => (text.lines().find(|line| !line.trim().is_empty()).unwrap_or(""), 0),
        };
        let names_body = |separator: &u8| first.split(*separator as char).any(|cell| named(cell) == "body");
        let frequent =
            || SEPARATORS.into_iter().max_by_key(|sign| (first.matches(*sign as char).count(), *sign == b','));
        let separator = SEPARATORS.into_iter().find(names_body).or_else(frequent).unwrap_or(b',');
        Layout { separator, skipped }
    }
}

impl Header {
    /// Reads the names of the columns; tells of those that nobody knows, and of `body` where it is missing.
    pub fn read<'c>(line: usize, cells: impl Iterator<Item = &'c str>, faults: &mut Vec<Fault>) -> Header {
        let written: Vec<&str> = cells.map(str::trim).collect();
        let names: Vec<String> = written.iter().map(|cell| named(cell)).collect();
        let mut header = Header { width: names.len(), ..Header::default() };
        for (at, name) in names.iter().enumerate() {
            match COLUMNS.iter().position(|column| column == name) {
                Some(column) if header.places[column].is_some() => {
                    faults.push(Fault::error(line, format!("the column `{name}` stands there twice; rename one")));
                }
                Some(column) => header.places[column] = Some(at),
                None => {}
            }
        }
        let read = |name: &str| name.is_empty() || COLUMNS.contains(&name) || FOR_PEOPLE.contains(&name);
        let unknown = names.iter().zip(&written).filter(|(name, _)| !read(name));
        faults.extend(unknown.map(|(name, written)| header.unknown(line, name, written)));
        if header.places[0].is_none() {
            faults.retain(|fault| fault.error);
            let said = written.join("`, `");
            let message = format!("the first line must name the columns, and one must be `body`; it says `{said}`");
            faults.extend(faults.is_empty().then(|| Fault::error(line, message)));
        }
        header
    }

    /// A column that nobody knows: an error where one that is missing may be meant.
    fn unknown(&self, line: usize, name: &str, written: &str) -> Fault {
        let missing = COLUMNS.iter().zip(self.places).filter(|(_, place)| place.is_none()).map(|(column, _)| column);
        let near = missing.max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
        match near.filter(|near| strsim::jaro_winkler(near, name) > 0.84) {
            Some(near) => Fault::error(line, format!("there is no column `{written}`; did you mean `{near}`?")),
            None => {
                Fault::warning(line, format!("the column `{written}` is not read; known are {}", COLUMNS.join(", ")))
            }
        }
    }

    /// The cell of the column `name` in a row; empty where the row has none.
    pub fn cell<'r>(&self, name: &str, row: &'r csv::StringRecord) -> &'r str {
        let column = COLUMNS.iter().position(|column| *column == name);
        column.and_then(|column| self.places[column]).and_then(|at| row.get(at)).unwrap_or("").trim()
    }
}

/// A column's name as it is compared: `Sent on` is `sent_on`.
fn named(cell: &str) -> String {
    cell.trim().trim_matches('"').trim().to_lowercase().replace([' ', '-'], "_")
}
