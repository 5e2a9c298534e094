//! Text → units: the smallest stretches of a letter that one person wrote for one purpose.
//!
//! Lines are read without quoting and page furniture, tables of questions and answers are taken apart into cells,
//! wrapped lines are joined into blocks, and blocks are cut into units wherever a label, a mark or a question mark
//! says that another may begin. Nothing here knows what a question means.

mod block;
mod form;
mod frame;
mod label;
mod line;
mod number;
mod sentence;
mod table;
mod unit;

use std::sync::LazyLock;

use crate::text::{Lines, Regex, Span};

pub use form::is_unfilled;
pub use label::{Label, hint_len, parse_label};
pub use number::{Number, Step};
pub use sentence::find_sentences;
pub use table::Side;
pub use unit::{Mark, Said, Unit, cut_unit};

/// Every unit of `text`, in reading order. `marks` are the words that say "question" or "answer", in order of place.
pub fn find_units(text: &str, lines: &Lines, marks: &[Mark]) -> Vec<Unit> {
    let read = line::read_lines(text, lines);
    let tables = table::find_tables(text, &read);
    let anew = |words: Span| {
        let near = marks.partition_point(|mark| mark.span.start < words.start);
        marks.get(near).is_some_and(|mark| mark.span.start < words.start + 4 && words.overlaps(mark.span))
    };
    let mut stretches: Vec<Vec<block::Block>> = Vec::with_capacity(tables.len() + 1);
    let mut at = 0;
    for table in &tables {
        stretches.push(block::join_lines(text, &read[at..table.lines.start], &anew));
        at = table.lines.end;
    }
    stretches.push(block::join_lines(text, &read[at..], &anew));
    let habits = unit::Habits::of(text, stretches.iter().flatten());
    let mut units = Vec::new();
    for (i, blocks) in stretches.iter().enumerate() {
        units.extend(blocks.iter().flat_map(|block| unit::cut_block(text, block, marks, habits)));
        let cells = tables.get(i).map_or(&[][..], |table| &table.cells);
        units.extend(cells.iter().flat_map(|cell| units_of_cell(text, cell)));
    }
    hand_down_labels(without_cells_beside_titles(text, units))
}

/// Drops the empty cell beside the title of a group of rows, so that the title introduces the rows below it.
fn without_cells_beside_titles(text: &str, units: Vec<Unit>) -> Vec<Unit> {
    let opens_below = |title: &Unit, next: &Unit| match (title.number(), next.number()) {
        (Some(title), Some(next)) => title.is_above(&next.below(title)),
        (None, Some(next)) => title.label.is_none() && next.0.last().is_some_and(Step::is_first),
        // "2. Complaints" above rows without numbers.
        (Some(_), None) => next.label.is_none() && !title.pieces.iter().any(|piece| piece.of(text).contains('?')),
        (None, None) => false,
    };
    let beside_title = |i: usize| {
        let cell = &units[i];
        i > 0
            && cell.side == Some(Side::Answer)
            && cell.mark.is_none()
            && cell.pieces.is_empty()
            && units.get(i + 1).is_some_and(|next| {
                let introduces = units[i - 1].pieces.last().is_some_and(|piece| piece.of(text).ends_with(':'));
                next.side == Some(Side::Question) && (introduces || opens_below(&units[i - 1], next))
            })
    };
    let kept: Vec<bool> = (0..units.len()).map(|i| !beside_title(i)).collect();
    units.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(unit, _)| unit).collect()
}

/// A label alone on its line ("Request 1") belongs to what stands below it; before another label it is a figure ("41.").
fn hand_down_labels(units: Vec<Unit>) -> Vec<Unit> {
    let mut kept: Vec<Unit> = Vec::with_capacity(units.len());
    for mut unit in units {
        let lone =
            kept.last().is_some_and(|last| last.pieces.is_empty() && last.label.is_some() && last.side.is_none());
        if lone && between_neighbours(&kept, &unit) {
            kept.iter_mut().next_back().into_iter().for_each(Unit::take_label_as_words);
        } else if lone
            && unit.label.is_none()
            && unit.side.is_none()
            && let Some(last) = kept.pop()
        {
            unit.label = last.label;
            unit.gap |= last.gap;
            unit.begins_line = true;
            unit.whole = Span::new(last.whole.start.min(unit.whole.start), unit.whole.end);
        }
        kept.push(unit);
    }
    kept
}

/// True where the last unit's lone number stands between two items of a list to which it does not belong itself, nor to one in
/// which the list stands: "3." behind "b." below "2.".
fn between_neighbours(kept: &[Unit], next: &Unit) -> bool {
    const REACH: usize = 40;
    let mut before = kept.iter().rev().skip(1).take(REACH).filter_map(Unit::number).peekable();
    let own = kept.last().and_then(Unit::number);
    match (before.peek().copied(), own, next.number()) {
        (Some(last), Some(own), Some(next)) => {
            let above = before.find(|number| matches!(number.0[..], [Step::Number(_)]));
            next.follows(last) && !above.is_some_and(|above| own.follows(above))
        }
        _ => false,
    }
}

/// The stretches of a cell between its breaks, as Markdown prints them, where several of them are items of a list.
fn at_breaks(text: &str, piece: Span) -> Vec<Span> {
    static BREAK: LazyLock<Regex> = LazyLock::new(|| Regex::new("<br ?/?>").expect("a fixed pattern"));
    let mut start = piece.start;
    let mut parts = Vec::new();
    for end in BREAK.find_iter(piece.of(text)) {
        parts.push(Span::new(start, piece.start + end.start()).trim(text));
        start = piece.start + end.end();
    }
    parts.push(Span::new(start, piece.end).trim(text));
    parts.retain(|part| !part.is_empty());
    let items = parts.iter().filter(|part| matches!(parse_label(part.of(text)), Some((Label::Number(_), _)))).count();
    if items > 1 { parts } else { vec![piece] }
}

/// A cell is one unit, but one that asks by items: each of them is.
fn units_of_cell(text: &str, cell: &table::Cell) -> Vec<Unit> {
    let pieces: Vec<Span> = cell.pieces.iter().flat_map(|piece| at_breaks(text, *piece)).collect();
    let labelled = |piece: &Span| matches!(parse_label(piece.of(text)), Some((Label::Number(_), _)));
    let by_items = cell.side == Side::Question && pieces.len() > cell.pieces.len();
    let items: Vec<Vec<Span>> = match by_items {
        true => pieces.chunk_by(|_, next| !labelled(next)).map(<[Span]>::to_vec).collect(),
        false => vec![pieces],
    };
    items.into_iter().map(|pieces| unit_of_cell(text, &table::Cell { side: cell.side, pieces })).collect()
}

/// The unit of a cell, or of an item in it; its label is printed in its first words.
fn unit_of_cell(text: &str, cell: &table::Cell) -> Unit {
    let mut pieces = cell.pieces.clone();
    let mut label = None;
    let whole = match (pieces.first(), pieces.last()) {
        (Some(first), Some(last)) => Span::new(first.start, last.end.max(first.end)),
        _ => Span::default(),
    };
    if cell.side == Side::Question
        && let Some(first) = pieces.first_mut()
    {
        let words = first.of(text);
        // A cell of its own for the number has nothing after it: "1a", "Q3".
        if let Some((found, taken)) = parse_label(&format!("{words} ")).filter(|(_, taken)| *taken >= words.len()) {
            let _ = taken;
            label = Some(found);
            pieces.remove(0);
        } else if let Some(number) = Number::parse(words.trim_matches('*')).filter(|_| words.len() < 8) {
            label = Some(Label::Number(number));
            pieces.remove(0);
        } else if let Some((found, taken)) = parse_label(words) {
            label = Some(found);
            first.start += taken;
        }
    }
    for piece in &mut pieces {
        let kept = piece.of(text).trim_matches(|c: char| c == '*' || c.is_whitespace());
        let start = piece.start + piece.of(text).find(kept).unwrap_or(0);
        *piece = Span::new(start, start + kept.len());
    }
    // A column of brackets or lines binds rows together; it says nothing.
    let rules = |c: char| "[](){}|_/\\:".contains(c) || c.is_whitespace() || ('\u{2500}'..='\u{257f}').contains(&c);
    pieces.retain(|piece| !piece.of(text).chars().all(rules));
    Unit {
        pieces,
        whole,
        label,
        side: Some(cell.side),
        mark: None,
        gap: true,
        begins_line: true,
        quoted: false,
        said: Said::Now,
        set_off: false,
        bold: false,
    }
}
