//! What the heads of rows and columns say, and what the cells show of it.

use super::super::Letter;
use super::super::figure::whole_cell;
use super::super::heads;
use super::super::question::{Asked, When};
use super::super::table::Table;
use super::days::{on_one_day, only_months};
use crate::text::Span;
use crate::when::find_periods;

/// What the heads of one row or column say together.
#[derive(Clone, Debug, Default)]
pub struct Side {
    /// The period that they name.
    pub when: Option<When>,
    /// What else they say, part by part.
    pub words: Vec<Span>,
    /// They say that it sums others.
    pub total: bool,
    /// It sums over periods, and nothing says over which.
    pub undated: bool,
    /// They stand over something that is no count.
    pub other: bool,
}

impl Side {
    /// The same without the head that names the period `part`.
    pub fn without(&self, part: Option<When>) -> Side {
        let mut side = self.clone();
        side.words.retain(|head| part.is_none_or(|part| part.printed != *head));
        side
    }
}

/// The sides of a table: one a row, one a column.
#[derive(Clone, Debug)]
pub struct Sides {
    /// By row.
    pub rows: Vec<Side>,
    /// By column.
    pub columns: Vec<Side>,
}

impl Sides {
    /// Reads what the heads of `table` say.
    pub fn read(letter: &Letter<'_>, table: &Table, asked: &Asked) -> Sides {
        let only_column = table.columns.len() == 1;
        let only_row = table.rows.len() == 1;
        let mut columns: Vec<Side> =
            table.columns.iter().map(|heads| side(letter, heads, asked, only_column)).collect();
        let mut rows: Vec<Side> = table.rows.iter().map(|row| side(letter, &row.label, asked, only_row)).collect();
        if let Some(last) = rows.last_mut().filter(|last| !last.total) {
            last.total = sums_the_rows(letter, table, &columns);
        }
        let last = columns.len().saturating_sub(1);
        for (at, column) in columns.iter_mut().enumerate().filter(|(at, column)| column.total && *at < last) {
            column.total = sums_the_rest(letter, table, at);
        }
        for column in columns.iter_mut().filter(|column| !column.total) {
            column.words.retain(|head| !heads::is_general(letter.folded.of(*head)));
        }
        // Asked for the number in each of several periods, a letter that adds them up names no period of the sum.
        let unnamed = asked.how_many && asked.period.is_none();
        cover(letter, &mut columns, unnamed);
        cover(letter, &mut rows, unnamed);
        // "Total" below rows of years is their period; beside columns it is said with the row's label.
        for row in rows.iter_mut().filter(|row| row.total && row.words.len() == 1) {
            row.words.retain(|word| row.when.is_none_or(|when| when.printed != *word));
        }
        Sides { rows, columns }
    }
}

/// True where, in each full row, the column at `total` sums all others: then it is a total though it is not the last.
fn sums_the_rest(letter: &Letter<'_>, table: &Table, total: usize) -> bool {
    let value = |cell: &Option<Span>| whole_cell(letter.folded.of((*cell)?)).and_then(|figure| figure.max);
    table.rows.iter().all(|row| {
        let rest = row.cells.iter().enumerate().filter(|(at, _)| *at != total).map(|(_, cell)| value(cell));
        let rest: Option<u64> = rest.sum();
        rest.is_none() || rest == value(&row.cells[total])
    })
}

/// True where the last row is, in each column of counts, the sum of the rows above: then it is a total, however it is called.
fn sums_the_rows(letter: &Letter<'_>, table: &Table, columns: &[Side]) -> bool {
    let Some((last, rows)) = table.rows.split_last().filter(|(_, rows)| rows.len() > 1) else { return false };
    let value = |cell: Option<Span>| whole_cell(letter.folded.of(cell?)).and_then(|figure| figure.max);
    let sums = |at: &usize| {
        let cells = rows.iter().map(|row| value(row.cells[*at])).collect::<Option<Vec<u64>>>();
        let sum = value(last.cells[*at]);
        cells.is_some_and(|cells| sum == Some(cells.iter().sum()) && cells.iter().all(|cell| Some(*cell) < sum))
    };
    let counts: Vec<usize> = (0..columns.len()).filter(|at| !columns[*at].other).collect();
    counts.len() * rows.len() > 2 && counts.iter().all(sums)
}

fn side(letter: &Letter<'_>, heads: &[Span], asked: &Asked, alone: bool) -> Side {
    let mut side = Side::default();
    for &head in heads {
        let view = letter.folded.forth(head);
        let words = view.of(letter.folded.text());
        let other = |words: &str| heads::is_no_count(words) && !(asked.share && heads::is_share(words));
        match find_periods(words).first() {
            Some(period) if side.when.is_none() => {
                side.when = Some(When::new(letter.folded, view.start, period));
                let rest = [&words[..period.span.start], &words[period.span.end..]].join(" ");
                let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
                side.other |= other(rest);
                side.total |= heads::is_total(rest) && !heads::is_general(rest);
                if rest.len() > 3 && !heads::is_general(rest) && rest != "year" && !only_months(rest) {
                    side.words.push(head);
                }
            }
            None if side.when.is_none() && on_one_day(letter, head).is_some() => side.when = on_one_day(letter, head),
            _ => {
                side.other |= other(words);
                side.total |= !alone && heads::is_total(words);
                if !(alone && heads::is_general(words)) {
                    side.words.push(head);
                }
            }
        }
    }
    side
}

/// A total beside periods covers them all, where each of them has both its days; not one that is called "Total" and no
/// more, where such is `unnamed`.
fn cover(letter: &Letter<'_>, sides: &mut [Side], unnamed: bool) {
    let stretch = |side: &Side| side.when.and_then(|when| Some((when.start?, when.end?)));
    let known: Vec<_> = sides.iter().filter(|side| !side.total).map(stretch).collect();
    let Some(known) = known.into_iter().collect::<Option<Vec<_>>>().filter(|known| known.len() > 1) else { return };
    let start = known.iter().map(|(start, _)| *start).min();
    let end = known.iter().map(|(_, end)| *end).max();
    for side in sides.iter_mut().filter(|side| side.total && side.when.is_none()) {
        let plain = |head: &Span| heads::is_general(letter.folded.of(*head));
        side.undated = unnamed && side.words.iter().all(plain);
        side.when = side.words.last().filter(|_| !side.undated).map(|&printed| When { start, end, printed });
    }
}
