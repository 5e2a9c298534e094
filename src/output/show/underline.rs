//! Underlines on one row of the screen, and what is said of them: beside the last, and hanging below the others.

use super::notes::Said;
use crate::output::screen::{MARK, WARN, fit, paint, width, wrap};

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
    let mut hanging: Vec<&Underline> = layer.iter().filter(|underline| !underline.said.is_empty()).collect();
    if let Some(last) = layer.last()
        && let [said] = &last.said[..]
        && last.to + 1 + width(&fit(&said.words, usize::MAX)) <= room
    {
        carets = format!("{carets} {}", paint(style(&last.said), &fit(&said.words, usize::MAX)));
        hanging.pop();
    }
    let mut lines = vec![carets];
    while let Some(underline) = hanging.pop() {
        for said in &underline.said {
            lines.extend(hang(said, underline, &hanging, room));
        }
    }
    lines
}

/// What is said, below its stretch; further left where there is no room, and then with the words it is about.
fn hang(said: &Said, underline: &Underline, further_left: &[&Underline], room: usize) -> Vec<String> {
    let style = style(std::slice::from_ref(said));
    let words = fit(&said.words, usize::MAX);
    if underline.from + 2 + width(&words) <= room {
        return vec![format!("{}{}", rails(further_left, underline.from), paint(style, &format!("└ {words}")))];
    }
    let named = format!("“{}” {words}", fit(&underline.words, 24));
    let lines = wrap(&named, room - 2);
    let widest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
    let indent = underline.from.min(room - 2 - widest);
    let mut marks = std::iter::once("└ ").chain(std::iter::repeat("  "));
    lines
        .iter()
        .map(|line| {
            let mark = marks.next().unwrap_or_default();
            format!("{}{}", rails(further_left, indent), paint(style, &format!("{mark}{line}")))
        })
        .collect()
}

/// `up_to` columns, with a rail below each stretch whose words are still to come.
fn rails(further_left: &[&Underline], up_to: usize) -> String {
    let mut rails = String::new();
    let mut column = 0;
    for underline in further_left.iter().filter(|underline| underline.from < up_to) {
        rails.push_str(&" ".repeat(underline.from - column));
        rails.push_str(&paint(style(&underline.said), "│"));
        column = underline.from + 1;
    }
    rails + &" ".repeat(up_to - column)
}

/// Yellow where a person should look.
pub fn style(said: &[Said]) -> anstyle::Style {
    if !said.is_empty() && said.iter().all(|said| said.doubtful) { WARN } else { MARK }
}
