//! A claim: a place in the letter that speaks of a body outside the NHS as the author.

use crate::catalogue::Organisations;
use crate::text::Span;

use super::super::clue::Clue;

/// A sort of body: the words of which one makes it that, and others that are not of its place either.
type Sort = (&'static [&'static str], &'static [&'static str]);

const SORTS: [Sort; 5] = [
    (&["council", "borough"], &["city", "county", "district", "metropolitan", "royal", "london"]),
    (&["police", "constabulary"], &["service", "force"]),
    (&["fire"], &["rescue", "brigade", "service", "authority"]),
    (&["university", "college"], &[]),
    (&["government", "states", "department", "ministry"], &["office"]),
];

/// A body that the letter speaks of as its author.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The words that do.
    pub span: Span,
    /// The body in the catalogue, where it is there.
    body: Option<usize>,
    /// Its official name where the letter prints that, or only an address; else its name as printed.
    pub name: String,
    /// How the letter speaks of it.
    pub rule: &'static str,
}

impl Claim {
    /// A name that stands in the letter.
    pub fn named(span: Span, body: Option<usize>, name: String, rule: &'static str) -> Self {
        Claim { span, body, name, rule }
    }

    /// An address, or a name with a letter wrong.
    pub fn of_clue(clue: &Clue, organisations: &Organisations) -> Self {
        let name = organisations.all()[clue.body].name.clone();
        Claim { span: clue.span, body: Some(clue.body), name, rule: clue.kind.rule() }
    }

    /// True for a body of the catalogue of this kind.
    pub fn is_of_kind(&self, kind: &str, organisations: &Organisations) -> bool {
        self.body.is_some_and(|body| organisations.all()[body].kind == kind)
    }

    /// Printed names come before addresses, which do not say how the body calls itself.
    pub fn standing(&self) -> u8 {
        u8::from(!self.rule.starts_with("name"))
    }

    /// True where both mean one body: the same of the catalogue, or names of one sort and one place ("Calderdale Council",
    /// "Calderdale Metropolitan Borough Council").
    pub fn is_same_body(&self, other: &Claim) -> bool {
        let known = self.body.is_some() && self.body == other.body;
        known
            || self.name.eq_ignore_ascii_case(&other.name)
            || sort_and_place(&self.name) == sort_and_place(&other.name)
    }
}

/// The sort of a body, as its place in [`SORTS`], and the words of its place, sorted.
fn sort_and_place(name: &str) -> (Option<usize>, Vec<String>) {
    let lower = name.to_lowercase().replace('&', "and");
    let words: Vec<&str> = lower.split([' ', ',', '-']).filter(|word| !word.is_empty()).collect();
    let sort = SORTS.iter().position(|(made_by, _)| words.iter().any(|word| made_by.contains(word)));
    let of_sort = |word: &str| sort.is_some_and(|sort| SORTS[sort].0.contains(&word) || SORTS[sort].1.contains(&word));
    let place = words.iter().filter(|word| !of_sort(word) && !["the", "of", "and", "for"].contains(word));
    let mut place: Vec<String> = place.map(|word| (*word).to_owned()).collect();
    place.sort();
    (sort, place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_sort_and_place_are_one_body() {
        let same = |a: &str, b: &str| sort_and_place(a) == sort_and_place(b);
        assert!(same("Calderdale Council", "Calderdale Metropolitan Borough Council"));
        assert!(same("University of Durham", "Durham University"));
        assert!(same("Kent Fire & Rescue Service", "Kent Fire and Rescue Authority"));
        assert!(!same("Nottingham City Council", "Nottinghamshire County Council"));
        assert!(!same("Kent County Council", "Kent Police"));
        assert!(!same("Cleveland Police", "Cleveland Fire Brigade"));
    }
}
