//! A request as a list: everything is asked and nothing answered, so only the items and their nesting are told.

use super::{Reading, anchors, features, marks};
use crate::document::{Label, Number, Step, Unit, find_units};
use crate::letter::Zone;
use crate::text::Span;

/// One item of a request: a question, or what stands above several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The number as printed, with its parents; `None` for bullets and for questions in prose.
    pub number: Option<Number>,
    /// Its words.
    pub words: Vec<Span>,
    /// True for a heading, or for opening words that the items below it continue.
    pub introduces: bool,
}

/// The items that a request asks, in its order; what is said around them is left out.
pub fn list_asked(reading: &Reading<'_>) -> Vec<Asked> {
    let marks = marks::find_marks(reading);
    let units = anchors::cut_at_repeats(reading, find_units(reading.text, reading.lines, &marks));
    let features = features::weigh_units(reading, &units);
    let spoken = |unit: &Unit| matches!(reading.zones.at(unit.whole.start), Zone::Answers | Zone::Request | Zone::Head);
    let listed: Vec<usize> = (0..units.len()).filter(|&at| units[at].label.is_some() && spoken(&units[at])).collect();
    let list = listed.first().copied().zip(listed.last().copied());
    let mut items = Items::default();
    for (at, unit) in units.iter().enumerate().filter(|(_, unit)| spoken(unit)) {
        let inside = list.is_some_and(|(first, last)| (first..=last).contains(&at));
        let asks = features[at].ask >= 4 && features[at].ask > features[at].answer && features[at].neither < 10;
        // "If yes:" may stand without a number above bullets.
        let opens = features[at].introduces && units.get(at + 1).is_some_and(|next| next.label.is_some());
        if unit.label.is_some() {
            items.add(unit, features[at].introduces, opens_list(&units, at));
        } else if !unit.begins_line && inside && !features[at].questioned {
            items.go_on(unit);
        } else if asks && (inside || !features[at].introduces) && (features[at].questioned || list.is_none() || opens) {
            items.add(unit, features[at].introduces, false);
        }
    }
    items.all
}

/// True where the next item begins a list of a kind of its own.
fn opens_list(units: &[Unit], at: usize) -> bool {
    let next = units[at + 1..].iter().find(|unit| unit.label.is_some());
    match (units[at].number(), next.and_then(Unit::number)) {
        (Some(own), Some(next)) => {
            next.0.first().is_some_and(Step::is_first) && next.below(own).0.len() > own.0.len() || own.is_above(next)
        }
        _ => false,
    }
}

#[derive(Default)]
struct Items {
    all: Vec<Asked>,
    path: Number,
}

impl Items {
    fn add(&mut self, unit: &Unit, introduces: bool, opens: bool) {
        let number = match &unit.label {
            Some(Label::Number(label)) => {
                self.path = label.below(&self.path);
                Some(self.path.clone())
            }
            // What follows a question on its line belongs to its number.
            None if !unit.begins_line => self.all.last().and_then(|last| last.number.clone()),
            _ => None,
        };
        if !unit.pieces.is_empty() {
            self.all.push(Asked { number, words: unit.pieces.clone(), introduces: introduces || opens });
        }
    }

    fn go_on(&mut self, unit: &Unit) {
        if let Some(last) = self.all.last_mut() {
            last.words.extend(&unit.pieces);
        }
    }
}
