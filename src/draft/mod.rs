//! The text of a request → a questionnaire file to start from: questions, kinds, names and routing, with remarks on
//! what a person should look at.

mod kinds;
mod names;
mod routing;
mod write;

use crate::catalogue::Catalogue;
use crate::document::Number;
use crate::letter::find_zones;
use crate::record::QuestionKind;
use crate::segment::{Asked, Reading, list_asked};
use crate::text::{Folded, Lines};

pub use write::write_draft;

/// A questionnaire as far as a request tells it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Kebab-case id.
    pub id: String,
    /// Title for people.
    pub title: String,
    /// Headings, opening words and questions, in their order.
    pub items: Vec<Item>,
}

/// A question, or what stands above several.
#[derive(Clone, Debug)]
pub struct Item {
    /// Number as printed.
    pub number: Option<Number>,
    /// Its words on one line.
    pub wording: String,
    /// The group above it: an index of an earlier item.
    pub parent: Option<usize>,
    /// What it asks for; `None` for what stands above several questions.
    pub asks: Option<Guess>,
}

/// What is guessed of a question.
#[derive(Clone, Debug)]
pub struct Guess {
    /// The kind.
    pub kind: QuestionKind,
    /// Column name.
    pub field: String,
    /// The options, for `choice`: code and words.
    pub options: Vec<(String, String)>,
    /// The periods, for `counts`.
    pub periods: Vec<String>,
    /// The questions of which one must be answered yes: indices of earlier items.
    pub only_if: Vec<usize>,
    /// What a person should look at.
    pub look: Vec<String>,
}

/// Drafts a questionnaire from the text of a request; `name` is what the file is called, without its ending.
///
/// `None` where nothing is asked.
pub fn draft(text: &str, name: &str, catalogue: &Catalogue) -> Option<Draft> {
    let (lines, folded) = (Lines::new(text), Folded::new(text));
    let zones = find_zones(text, &lines, &folded);
    let reading = Reading::new(text, &lines, &folded, &zones, catalogue);
    let mut items = read_items(text, &list_asked(&reading));
    for at in 0..items.len() {
        if items[at].asks.is_some() {
            let mut guess = kinds::guess(&items, at);
            guess.only_if = routing::find(&items, at, &mut guess.look);
            items[at].asks = Some(guess);
        }
    }
    names::give(&mut items);
    let id = names::id_of(name);
    let title = names::title_of(text).unwrap_or_else(|| id.replace('-', " "));
    items.iter().any(|item| item.asks.is_some()).then_some(Draft { id, title, items })
}

/// The request's items; those that introduce nothing after all are questions.
fn read_items(text: &str, asked: &[Asked]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::with_capacity(asked.len());
    for (at, item) in asked.iter().enumerate() {
        let words: Vec<&str> = item.words.iter().flat_map(|span| span.of(text).split_whitespace()).collect();
        let next = asked.get(at + 1);
        let above = match (&item.number, next.and_then(|next| next.number.as_ref())) {
            (Some(own), Some(below)) => own.is_above(below),
            (own, None) => own.is_none() || item.introduces,
            (None, Some(_)) => true,
        };
        let group = item.introduces && above && next.is_some();
        let parent = find_parent(&items, item);
        items.push(Item {
            number: item.number.clone(),
            wording: words.join(" "),
            parent,
            asks: (!group).then(Guess::default),
        });
    }
    items
}

/// The nearest group whose number stands above; for what has no number, the group right before it.
fn find_parent(items: &[Item], asked: &Asked) -> Option<usize> {
    let groups = items.iter().enumerate().rev().filter(|(_, item)| item.asks.is_none());
    match &asked.number {
        Some(number) => {
            let mut above = groups.filter(|(_, group)| group.number.as_ref().is_some_and(|own| own.is_above(number)));
            above.next().map(|(at, _)| at)
        }
        None => {
            let numbered = items.iter().rposition(|item| item.number.is_some());
            groups.map(|(at, _)| at).find(|at| numbered.is_none_or(|last| *at >= last))
        }
    }
}

impl Default for Guess {
    fn default() -> Self {
        let (field, kind) = (String::new(), QuestionKind::Text);
        Guess { kind, field, options: Vec::new(), periods: Vec::new(), only_if: Vec::new(), look: Vec::new() }
    }
}

/// The words of an item as they are compared, with those of the opening words above it before them.
fn folded_with_stem(items: &[Item], at: usize) -> String {
    let fold = |words: &str| Folded::new(words).text().trim().to_owned();
    let own = fold(&items[at].wording);
    let stem = items[at].parent.map(|parent| fold(&items[parent].wording)).filter(|stem| stem.ends_with(':'));
    match stem {
        Some(stem) => format!("{} {own}", stem.trim_end_matches(':')),
        None => own,
    }
}
