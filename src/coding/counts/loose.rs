//! Lines that end in figures ("2018 1633", "Complaints 1", "2014-15 Total 42 12") → a [`Table`].

mod label;
mod line;

pub use self::line::{Line, ends_in_month, read_line};
use super::Letter;
use super::figure::whole_cell;
use super::heads;
use super::table::{Row, Table};
use crate::text::Span;

/// The heads of a table of such lines: the head of the labels, if any, and those of the columns.
pub type Heads = (Option<Span>, Vec<Span>);

/// Reads lines of figures as a table; `above` are the lines before them that touch it, the last of which may be heads or
/// the caption. Gives the table and how many lines of `above` are part of it. `None` where lines of nothing but figures
/// have no heads that tell what they are.
pub fn read(letter: &Letter<'_>, above: &[Span], lines: &[Line]) -> Option<(Table, usize)> {
    let most = lines.iter().filter(|line| !line.bare).map(|line| line.figures.len()).max();
    let most = most.unwrap_or_else(|| lines.iter().map(|line| line.figures.len()).max().unwrap_or(0));
    let mut table = Table { span: lines[0].label.join(lines[lines.len() - 1].figures[0]), ..Table::default() };
    table.span = table.span.join(*lines[lines.len() - 1].figures.last()?);
    let bare = lines.iter().any(|line| line.bare);
    let widths = if bare { [most, most - 1] } else { [most, most] };
    let heads = widths.iter().find_map(|&width| heads::above(letter, above, width, bare));
    let used = match heads {
        Some(((stub, columns), used)) => {
            table.stub = stub.into_iter().collect();
            table.columns = columns.into_iter().map(|column| vec![column]).collect();
            used
        }
        None if bare => return None,
        None => {
            table.columns = vec![Vec::new(); most];
            table.caption = above.last().copied();
            1
        }
    };
    let grouped = lines.iter().any(|line| line.period.is_some() && line.figures.len() == most);
    for line in lines {
        match cells(letter, &table, line, grouped) {
            Some(cells) => table.rows.push(Row { label: labels(letter, line, &table), cells }),
            None => table.unclear.push(line.label.join(line.figures[line.figures.len() - 1])),
        }
    }
    name_details(letter, &mut table);
    Some((table, used.min(above.len())))
}

fn labels(letter: &Letter<'_>, line: &Line, table: &Table) -> Vec<Span> {
    if line.bare && line.label == line.figures[0] && line.figures.len() == table.columns.len() {
        return Vec::new(); // figures under heads, without a label
    }
    let Some(period) = line.period else { return line.group.into_iter().chain([line.label]).collect() };
    let rest = Span::new(period.end.min(line.label.end), line.label.end).trim(letter.text);
    line.group.into_iter().chain([period, rest]).filter(|part| !part.is_empty()).collect()
}

/// The figures by column. Where blank cells were lost, only a last column that sums the others can be known, or the first
/// of a group of details (`grouped`).
fn cells(letter: &Letter<'_>, table: &Table, line: &Line, grouped: bool) -> Option<Vec<Option<Span>>> {
    let width = table.columns.len();
    let mut cells = vec![None; width];
    if width > 1 && table.columns.iter().all(Vec::is_empty) {
        return None; // nothing says what the columns are
    }
    if line.bare && line.figures.len() == width + 1 && line.label == line.figures[0] {
        return Some(line.figures[1..].iter().copied().map(Some).collect());
    }
    if line.figures.len() == width {
        return Some(line.figures.iter().copied().map(Some).collect());
    }
    let value = |span: &Span| whole_cell(letter.folded.of(*span)).and_then(|figure| figure.max);
    let (last, others) = line.figures.split_last()?;
    let sums = !others.is_empty() && others.iter().map(value).sum::<Option<u64>>() == value(last);
    if sums && table.columns[width - 1].iter().any(|head| heads::is_total(letter.folded.of(*head))) {
        cells[width - 1] = Some(*last);
        return Some(cells);
    }
    (others.is_empty() && line.period.is_none() && grouped).then(|| {
        cells[0] = Some(*last);
        cells
    })
}

/// "Spoken 5 / Bodily 8 / 2010-11 Total 13 4": details whose period stands below them, on the row that sums them.
fn name_details(letter: &Letter<'_>, table: &mut Table) {
    let value =
        |row: &Row| row.cells[0].and_then(|cell| whole_cell(letter.folded.of(cell))).and_then(|figure| figure.max);
    let mut from = 0;
    for at in 0..table.rows.len() {
        let [period, label] = table.rows[at].label[..] else { continue };
        if !heads::is_total(letter.folded.of(label)) {
            continue;
        }
        let details = table.rows[from..at].iter().map(value).sum::<Option<u64>>();
        if at > from && details == value(&table.rows[at]) {
            for row in &mut table.rows[from..at] {
                row.label.insert(0, period);
            }
        }
        from = at + 1;
    }
}
