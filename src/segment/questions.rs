//! The questions of a letter as a list: which units make up one question, how they are numbered, what introduces them.

use std::collections::HashMap;

use super::features::Features;
use super::resolve::Printed;
use super::roles::Role;
use crate::document::{Label, Number, Step, Unit};
use crate::text::Span;

/// One question.
#[derive(Clone, Debug)]
pub(super) struct Question {
    /// The number as printed, with its parents.
    pub number: Option<Number>,
    /// Its words.
    pub pieces: Vec<Span>,
    /// Index of its last unit.
    pub last_unit: usize,
    /// Index of the unit that introduces it, where that ends in a colon: "If yes to either, please provide:".
    pub intro: Option<usize>,
    /// The stretch of units asked without an answer between that it belongs to.
    pub run: usize,
    /// The known question whose wording it repeats.
    pub known: Option<(usize, usize)>,
    /// True where it was printed again, right before its answer.
    pub again: bool,
    /// True where it begins a line or an item; false where it goes on with the one before.
    pub opens: bool,
}

/// A unit of the requester's, in its place.
#[derive(Clone, Copy)]
struct Asked<'u> {
    text: &'u str,
    /// Its index.
    at: usize,
    unit: &'u Unit,
    features: &'u Features,
    /// The next unit of the same run.
    next: Option<(&'u Unit, &'u Features)>,
    run: usize,
    /// True where units of the run have labels.
    labelled: bool,
}

impl Asked<'_> {
    /// True where a known question follows another: under one label only as an item of a list, "Please provide: A …; B …".
    fn is_another(&self, last: &Question) -> bool {
        let begins = self.unit.pieces.first().is_some_and(|piece| piece.of(self.text).starts_with(char::is_uppercase));
        let ended = last.pieces.last().is_some_and(|piece| {
            piece.of(self.text).ends_with([';', ':']) || self.unit.begins_line && piece.of(self.text).ends_with('?')
        }) || self.unit.begins_line && self.unit.side.is_some();
        let known = self.features.known.is_some() && last.known.is_some() && last.known != self.features.known;
        // "Signed up? If yes, please confirm the date": what follows in the same line belongs to the question.
        let same_line = !self.unit.begins_line && last.last_unit + 1 == self.at;
        let apart = !self.labelled && (ended || !same_line);
        known && (apart || begins && ended)
    }
}

/// True of "And" between two lists of questions.
fn only_joins(text: &str, unit: &Unit) -> bool {
    let mut words = unit.pieces.iter().map(|piece| piece.of(text).trim_matches([':', ',', '.', '*']).to_lowercase());
    unit.pieces.len() == 1 && words.any(|words| ["and", "or", "also", "plus", "and also"].contains(&words.as_str()))
}

/// Collects the questions of a letter, run by run.
#[derive(Debug, Default)]
pub(super) struct Collector {
    pub questions: Vec<Question>,
    path: Number,
    /// The last unit that introduces others: its index and its number.
    intro: Option<(usize, Option<Number>)>,
    /// The number of the last title, which the bullets below it have, too.
    above: Option<Number>,
    /// The questions that the run collected last asks, in order.
    pub latest: Vec<usize>,
    /// The questions by number.
    pub printed: Printed,
    /// The questions by their letters.
    worded: HashMap<String, usize>,
    /// The questions below each title, by its letters.
    titled: HashMap<String, Vec<usize>>,
    /// The letters of the last title.
    title: Option<String>,
    /// The section that the last title names: "Section 2: Stairs".
    section: Option<String>,
    /// The titles of the run at hand, each with the place of a question below it.
    below: Vec<(String, usize)>,
}

impl Collector {
    /// Adds the questions that `asked` (indices of units in one run) hold.
    pub fn collect(&mut self, text: &str, run: usize, asked: &[usize], units: &[Unit], features: &[Features]) {
        let first = self.questions.len();
        let labelled = asked.iter().any(|&i| units[i].label.is_some());
        // The title of the first section stands above all that asks.
        let above = asked.first().and_then(|&at| units[at.checked_sub(1)?].pieces.first());
        self.section = above.and_then(|piece| section_at(piece.of(text))).or(self.section.take());
        for (place, &at) in asked.iter().enumerate() {
            let next = asked.get(place + 1).map(|&next| (&units[next], &features[next]));
            self.take(first, Asked { text, at, unit: &units[at], features: &features[at], next, run, labelled });
        }
        let again = self.ask_again(text, run, first);
        if !again && self.questions.len() == first && !asked.is_empty() {
            let pieces: Vec<Span> = asked.iter().flat_map(|&i| units[i].pieces.clone()).collect();
            let last_unit = asked[asked.len() - 1];
            // A table may print the numbers of its questions alone.
            let number = asked.iter().any(|&i| units[i].number().is_some()).then(|| self.path.clone());
            let question = Question {
                number: number.filter(|_| pieces.is_empty()),
                pieces,
                last_unit,
                intro: None,
                run,
                known: None,
                again: false,
                opens: true,
            };
            self.worded.insert(letters(text, &question.pieces), first);
            self.questions.push(question);
        }
        self.latest.extend(first..self.questions.len());
        self.latest.sort_unstable();
        self.latest.dedup();
        self.printed.enter(&self.questions);
    }

    /// Questions of this run that were printed before are those again, asked where they stand now.
    fn ask_again(&mut self, text: &str, run: usize, first: usize) -> bool {
        self.latest.clear();
        let mut places = Vec::new();
        for question in self.questions.split_off(first) {
            let same = letters(text, &question.pieces);
            let numbered = |&&before: &&usize| {
                let number = &self.questions[before].number;
                number.is_some() && *number == question.number
            };
            match self.worded.get(&same).filter(|before| same.len() > 20 || numbered(before)) {
                Some(&before) => {
                    let kept = &mut self.questions[before];
                    (kept.run, kept.last_unit, kept.again, kept.intro) =
                        (run, question.last_unit, true, question.intro);
                    self.latest.push(before);
                    places.push(before);
                }
                None => {
                    places.push(self.questions.len());
                    self.worded.insert(same, self.questions.len());
                    self.questions.push(question);
                }
            }
        }
        for (title, at) in self.below.drain(..) {
            let titled = self.titled.entry(title).or_default();
            if let Err(place) = titled.binary_search(&places[at - first]) {
                titled.insert(place, places[at - first]);
            }
        }
        !self.latest.is_empty()
    }

    /// Adds what one unit asks: a question of its own, more of the last one, or nothing. The questions of its run begin at
    /// index `first`.
    fn take(&mut self, first: usize, asked: Asked<'_>) {
        let Asked { unit, features, next, labelled, .. } = asked;
        let number = match &unit.label {
            Some(Label::Number(label)) => {
                self.path = label.below(&self.path);
                Some(self.path.clone())
            }
            Some(Label::Bullet) => self.intro.as_ref().map_or_else(|| self.above.clone(), |(_, number)| number.clone()),
            None => self.intro.as_ref().and_then(|(_, number)| number.clone()),
        };
        if features.titles || self.is_intro(asked.text, unit, features, next) {
            // "b. If yes:" stands under the title itself.
            if !features.introduces {
                self.title = Some(letters(asked.text, &unit.pieces));
                self.section = unit.pieces.first().and_then(|piece| section_at(piece.of(asked.text)));
            } else if unit.number().is_none() {
                self.title = None;
                self.section = None;
            }
            let own = if unit.number().is_some() {
                number
            } else {
                self.intro.as_ref().and_then(|(_, number)| number.clone())
            };
            self.above = own.clone().filter(|_| !features.introduces);
            self.intro = features.introduces.then_some((asked.at, own));
            return;
        }
        if unit.pieces.is_empty() || only_joins(asked.text, unit) {
            return;
        }
        let same_run = self.questions.len() > first;
        let below_intro = self.intro.as_ref().is_some_and(|(at, _)| {
            self.questions[first..].iter().rev().all(|q| q.intro != Some(*at)) || unit.begins_line
        });
        let other = self.questions.last().is_some_and(|last| asked.is_another(last));
        // "3b If yes to either, please provide: a description …": what the lead asks for is no more of the question before it.
        let led = self.intro.as_ref().is_some_and(|(at, _)| at + 1 == asked.at);
        let goes_on = unit.label.is_none()
            && !led
            && same_run
            && !other
            && (!unit.begins_line || labelled && !below_intro && unit.side.is_none())
            && !unit.set_off;
        if goes_on && let Some(question) = self.questions.last_mut() {
            question.pieces.extend(unit.pieces.iter().copied());
            question.last_unit = asked.at;
            return;
        }
        // Prose around the questions asks nothing: it is the requester's background.
        if labelled
            && !same_run
            && unit.label.is_none()
            && unit.side.is_none()
            && features.known.is_none()
            && features.ask < 8
        {
            let opens_list =
                next.and_then(|(next, _)| next.number()).and_then(|number| number.0.last()).is_none_or(Step::is_first);
            if opens_list {
                return;
            }
        }
        let asks = features.ask >= 3 || unit.label.is_some() || below_intro || unit.side.is_some();
        if !asks {
            return;
        }
        if unit.number().is_some()
            && self.intro.as_ref().is_some_and(|(_, above)| !stands_below(above.as_ref(), number.as_ref()))
        {
            self.intro = None;
        }
        let intro = self.intro.as_ref().map(|(at, _)| *at);
        let titles = self.title.iter().chain(&self.section);
        self.below.extend(titles.map(|title| (title.clone(), self.questions.len())));
        self.questions.push(Question {
            number,
            pieces: unit.pieces.clone(),
            last_unit: asked.at,
            intro,
            run: asked.run,
            known: features.known,
            again: false,
            opens: unit.begins_line || unit.label.is_some() || unit.side.is_some(),
        });
    }

    /// The questions below the title that `pieces` print again.
    pub fn below_title(&self, text: &str, pieces: &[Span]) -> Option<&[usize]> {
        self.titled.get(&letters(text, pieces)).map(Vec::as_slice)
    }

    /// The questions of the section that is named at the end of `heading`: "Reply to section 2".
    pub fn of_section(&self, heading: &str) -> Option<&[usize]> {
        let named = heading.char_indices().rev().filter(|&(_, c)| c == ' ');
        let section = named.map(|(at, _)| &heading[at + 1..]).find_map(section_at)?;
        self.titled.get(&section).map(Vec::as_slice)
    }

    /// True where `number` is the next after a question that has its number itself, under no title.
    fn goes_on_with(&self, number: &Number) -> bool {
        let own = self.questions.last().filter(|last| last.intro.is_none()).and_then(|last| last.number.as_ref());
        own.is_some_and(|own| number.follows(own) && number.0.len() == own.0.len())
    }

    /// True for a unit that asks nothing itself: "If yes, please provide:", or the title of a group.
    fn is_intro(&self, text: &str, unit: &Unit, features: &Features, next: Option<(&Unit, &Features)>) -> bool {
        let Some((next, below)) = next else { return false };
        if features.introduces && (next.begins_line || next.label.is_some() || below.known.is_some()) {
            // The next number at the same level opens a question of its own.
            // Where damage made all numbers "1", the number tells nothing.
            let beside = unit.number().is_some()
                && next
                    .number()
                    .map(|inner| inner.below(&self.path))
                    .is_some_and(|inner| !self.path.is_above(&inner) && inner != self.path);
            return !beside;
        }
        if features.questioned || features.known.is_some() {
            return false;
        }
        match (unit.number(), next.number()) {
            // "8. If yes to either, please send" above bullets goes on in each of them.
            (Some(_), None) if next.label == Some(Label::Bullet) && next.begins_line && is_open(text, unit) => true,
            (Some(_), Some(inner)) => {
                let inner = inner.below(&self.path);
                // Numbers flattened to one: "1. Complaints" above "1. Does the Trust …?"
                let flat = !features.asks && below.asks && self.path == inner;
                flat || self.path.is_above(&inner) && inner.0.last().is_some_and(Step::is_first)
            }
            // A title with a number, above questions that have none.
            (Some(number), None) => {
                let title = !features.asks && next.begins_line && (next.label.is_some() || below.asks);
                let capitals = unit.pieces.iter().all(|piece| !piece.of(text).contains(char::is_lowercase));
                title && (capitals || !self.goes_on_with(&number.below(&self.path)))
            }
            (None, _) if unit.mark.is_some() => !features.asks && next.label.is_some(),
            (None, _) if unit.label.is_some() => false, // an item among others
            (None, _) => unit.begins_line && unit.gap && features.ask < 3 && (next.label.is_some() || features.heading),
        }
    }
}

/// True for words that end without a stop.
fn is_open(text: &str, unit: &Unit) -> bool {
    unit.pieces.last().is_some_and(|piece| piece.of(text).ends_with(char::is_lowercase))
}

/// The letters and digits of a question, which tell it again however it is wrapped.
fn letters(text: &str, pieces: &[Span]) -> String {
    let joined = pieces.iter().flat_map(|piece| piece.of(text).chars());
    joined.filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The section whose name `text` begins with, as it is known among the titles.
fn section_at(text: &str) -> Option<String> {
    let (noun, rest) = text.trim_start().split_once([' ', '\u{a0}'])?;
    let noun = noun.to_lowercase();
    let name: String = rest.chars().take_while(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    (matches!(noun.as_str(), "section" | "part" | "group") && !name.is_empty()).then(|| format!("{noun} {name}"))
}

fn stands_below(above: Option<&Number>, number: Option<&Number>) -> bool {
    match (above, number) {
        (Some(above), Some(number)) => above.is_above(number),
        (None, _) => true,
        _ => false,
    }
}

/// The units of each run: consecutive units of one role, whatever stands between them that has none.
pub(super) fn find_runs(roles: &[Role]) -> Vec<(Role, Vec<usize>)> {
    let mut runs: Vec<(Role, Vec<usize>)> = Vec::new();
    for (i, &role) in roles.iter().enumerate().filter(|(_, role)| **role != Role::Neither) {
        match runs.last_mut() {
            Some((last, units)) if *last == role => units.push(i),
            _ => runs.push((role, vec![i])),
        }
    }
    runs
}
