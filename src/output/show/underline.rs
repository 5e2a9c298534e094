//! Underlines on one row of the screen, and what is said of them: beside a single one, below where there are several.

use super::notes::Said;
use crate::output::screen::{MARK, WARN, fit, paint, width, wrap};

/// Words named at the margin are cut to this many columns.
const QUOTED: usize = 24;

/// A stretch of one row and what is said of it here; nothing where it goes on in the next row.
#[derive(Clone, Debug)]
pub struct Underline {
    /// The first column.
    pub from: usize,
    /// One past the last column.
    pub to: usize,
    /// What is said below it.
    pub said: Vec<Said>,
    /// The underlined words, to name them where what is said cannot stand below them.
    pub words: String,
}

/// The lines below a row of `room` columns.
pub fn lines(mut underlines: Vec<Underline>, room: usize) -> Vec<String> {
    underlines.sort_by_key(|underline| (underline.from, underline.to));
    let mut lines = Vec::new();
    while !underlines.is_empty() {
        let (layer, rest) = first_layer(underlines);
        lines.extend(draw(&layer, room));
        underlines = rest;
    }
    lines
}

/// Stretches that do not overlap, and the others for further layers.
fn first_layer(underlines: Vec<Underline>) -> (Vec<Underline>, Vec<Underline>) {
    let mut free = 0;
    underlines.into_iter().partition(|underline| {
        let fits = underline.from >= free;
        free = if fits { underline.to } else { free };
        fits
    })
}

fn draw(layer: &[Underline], room: usize) -> Vec<String> {
    let mut carets = String::new();
    let mut column = 0;
    for underline in layer {
        carets.push_str(&" ".repeat(underline.from - column));
        carets.push_str(&paint(style(&underline.said), &"^".repeat(underline.to - underline.from)));
        column = underline.to;
    }
    let speaking: Vec<&Underline> = layer.iter().filter(|underline| !underline.said.is_empty()).collect();
    match speaking[..] {
        [] => vec![carets],
        [only] => beside(carets, only, column, room),
        _ => std::iter::once(carets).chain(speaking.iter().flat_map(|underline| named(underline, room))).collect(),
    }
}

/// What is said of the only stretch: on the line of the carets, or below them, or wherever there is room.
fn beside(carets: String, underline: &Underline, column: usize, room: usize) -> Vec<String> {
    let said: Vec<String> = underline.said.iter().map(|said| fit(&said.words, usize::MAX)).collect();
    let style = style(&underline.said);
    if let [said] = &said[..]
        && column + 1 + width(said) <= room
    {
        return vec![format!("{carets} {}", paint(style, said))];
    }
    let widest = said.iter().map(|said| width(said)).max().unwrap_or(0);
    if underline.from + 2 + widest > room {
        return std::iter::once(carets).chain(named(underline, room)).collect();
    }
    let indent = " ".repeat(underline.from);
    let hung = said.iter().map(|said| format!("{indent}{}", paint(style, &format!("└ {said}"))));
    std::iter::once(carets).chain(hung).collect()
}

/// What is said of one stretch among several, or of one with little room: at the margin, after the words themselves.
fn named(underline: &Underline, room: usize) -> Vec<String> {
    let words = fit(&underline.words, QUOTED);
    let mut lines = Vec::new();
    for said in &underline.said {
        let wrapped = wrap(&format!("“{words}” {}", said.words), room - 2);
        let marks = std::iter::once("└ ").chain(std::iter::repeat("  "));
        let style = style(std::slice::from_ref(said));
        lines.extend(marks.zip(wrapped).map(|(mark, line)| paint(style, &format!("{mark}{line}"))));
    }
    lines
}

/// Yellow where a person should look.
pub fn style(said: &[Said]) -> anstyle::Style {
    if !said.is_empty() && said.iter().all(|said| said.doubtful) { WARN } else { MARK }
}
