//! The names of all bodies as words, for those who ask which names hold some words, or begin with a place that a text holds.

use chrono::NaiveDate;
use foldhash::{HashMap, HashMapExt};

use super::cues::Cues;
use super::organisation::Organisation;
use super::words::words_of;

/// Every name, spelt in words.
#[derive(Debug)]
pub struct Spelt {
    /// Official and short names, each between spaces, a line for each body.
    all: String,
    /// Where the line of each body begins in `all`.
    lines: Vec<usize>,
    /// Places of several words with which official names begin, by their first word.
    places: HashMap<String, Vec<Place>>,
}

/// A place of several words with which an official name begins.
#[derive(Debug)]
struct Place {
    words: String,
    body: usize,
    name: String,
}

impl Spelt {
    /// Spells the names of `all`; a place ends where `cues` know a word for a kind of body.
    pub fn new(all: &[Organisation], cues: &Cues) -> Self {
        let mut spelt = Spelt { all: String::new(), lines: Vec::new(), places: HashMap::new() };
        for (body, organisation) in all.iter().enumerate() {
            spelt.lines.push(spelt.all.len());
            for (name, _) in organisation.names() {
                let words = words_of(name);
                let place: Vec<&str> = words.split(' ').take_while(|word| !cues.names_kind(word)).collect();
                if place.len() > 1 {
                    let begun = spelt.places.entry(place[0].to_owned()).or_default();
                    begun.push(Place { words: place.join(" "), body, name: name.to_owned() });
                }
                spelt.all.push_str(&format!(" {words} |"));
            }
            for short in &organisation.short_names {
                spelt.all.push_str(&format!(" {} |", words_of(&short.words)));
            }
        }
        spelt
    }

    /// The bodies that have these words in a name, each as often as it has.
    pub fn holding(&self, words: &str) -> impl Iterator<Item = usize> {
        let printed = format!(" {words} ");
        let places: Vec<usize> = self.all.match_indices(&printed).map(|(at, _)| at).collect();
        places.into_iter().map(|at| self.lines.partition_point(|line| *line <= at) - 1)
    }

    /// The bodies whose name on `date` begins with a place of several words that `words` hold: "norfolk and norwich"; with
    /// what stands behind it, its space included.
    pub fn beginning<'t>(
        &self,
        words: &'t str,
        all: &[Organisation],
        date: Option<NaiveDate>,
    ) -> Vec<(usize, &'t str)> {
        let mut found = Vec::new();
        let starts = words.char_indices().filter(|(at, _)| words[..*at].is_empty() || words[..*at].ends_with(' '));
        for (start, _) in starts {
            let rest = &words[start..];
            for place in rest.split(' ').next().and_then(|first| self.places.get(first)).into_iter().flatten() {
                let behind = rest.strip_prefix(place.words.as_str());
                let behind = behind.filter(|behind| behind.is_empty() || behind.starts_with(' '));
                if let Some(behind) = behind.filter(|_| all[place.body].name_on(date) == place.name) {
                    found.push((place.body, behind));
                }
            }
        }
        found
    }
}
