//! Finds the names of bodies in a text: one pass for all of them, then a look at how each name ends.

use foldhash::{HashMap, HashMapExt, HashSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use anyhow::Result;

use super::organisation::Organisation;
use super::words::{Words, whole, words_of};

/// How much of a name stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// An official name, present or former, with its ending; the index is that of [`Organisation::names`].
    Full(usize),
    /// An official name without its ending, or a short name of one body only.
    Short,
    /// A place, or a short name that could be another body's too.
    Place,
    /// A hospital of one body.
    Site,
    /// Initials. The caller checks that they are capitals.
    Acronym,
    /// Initials, or a hospital's name, that several bodies share.
    Shared,
}

/// A body's name found in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameHit {
    /// Index of the body in [`super::Organisations::all`].
    pub body: usize,
    /// How much of the name there is.
    pub form: Form,
    /// Place of its first byte in the words.
    pub start: usize,
    /// One past its last.
    pub end: usize,
}

/// What distinguishes the ends of official names, after the head by which bodies are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    Trust,
    SocialCare,
    Board,
    /// "Trust" or "FT" alone: enough after a name, not after a place.
    Bare,
    /// The head is the whole name.
    Whole,
}

const ENDINGS: &[(&str, Ending)] = &[
    (" nhs and social care partnership trust", Ending::SocialCare),
    (" national health service trust", Ending::Trust),
    (" nhs foundation trust", Ending::Trust),
    (" nhs trust", Ending::Trust),
    (" nhs ft", Ending::Trust),
    (" foundation trust", Ending::Trust),
    (" integrated care board", Ending::Board),
    (" icb", Ending::Board),
    (" trust", Ending::Bare),
    (" ft", Ending::Bare),
];

#[derive(Clone, Copy, Debug)]
enum Meaning {
    Head { name: usize, ending: Ending },
    Other(Form),
}

/// Every name of every body, ready to be found.
#[derive(Debug)]
pub struct Names {
    finder: AhoCorasick,
    meanings: Vec<Vec<(usize, Meaning)>>,
    by_length: HashMap<usize, Vec<(usize, usize, String)>>,
    other_endings: HashSet<String>,
}

impl Names {
    /// Prepares the names of `all`; a head followed by one of `other_endings` is another body's name.
    pub fn new(all: &[Organisation], other_endings: &[String]) -> Result<Self> {
        let mut table: HashMap<String, Vec<(usize, Meaning)>> = HashMap::new();
        let mut by_length: HashMap<usize, Vec<(usize, usize, String)>> = HashMap::new();
        for (body, organisation) in all.iter().enumerate() {
            for (name, (official, _)) in organisation.names().enumerate() {
                let words = words_of(official);
                let (head, ending) = head_of(&words);
                if ending == Ending::Board {
                    table.entry(format!("nhs {head}")).or_default().push((body, Meaning::Head { name, ending }));
                }
                table.entry(head).or_default().push((body, Meaning::Head { name, ending }));
                by_length.entry(words.len()).or_default().push((body, name, words));
            }
            let lists = [
                (&organisation.short_names, Form::Short, Form::Place),
                (&organisation.sites, Form::Site, Form::Shared),
                (&organisation.acronyms, Form::Acronym, Form::Shared),
            ];
            for (aliases, own, shared) in lists {
                for alias in aliases {
                    let form = if alias.shared { shared } else { own };
                    table.entry(words_of(&alias.words)).or_default().push((body, Meaning::Other(form)));
                }
            }
        }
        let (patterns, meanings): (Vec<_>, Vec<_>) = table.into_iter().unzip();
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&patterns)?;
        Ok(Names { finder, meanings, by_length, other_endings: other_endings.iter().cloned().collect() })
    }

    /// Every name in `words`, in order; the longest at each place, and every body that it could be.
    pub fn find(&self, words: &Words) -> Vec<NameHit> {
        let text = words.text();
        let mut hits: Vec<NameHit> = Vec::new();
        for found in self.finder.find_iter(text) {
            let inside = hits.last().is_some_and(|before| found.start() < before.end);
            if !inside && whole(text, found.start(), found.end()) {
                self.read(text, found.start(), found.end(), &self.meanings[found.pattern().as_usize()], &mut hits);
            }
        }
        hits
    }

    /// The body whose official name differs from `line` by digits read for letters, or, where it is longer than 20 letters,
    /// by one letter, if there is just one.
    pub fn nearly(&self, line: &str) -> Option<(usize, usize)> {
        let line = line.strip_prefix("the ").unwrap_or(line);
        let mended = mended(line);
        let named = self.by_length.get(&line.len()).and_then(|of| of.iter().find(|(_, _, name)| *name == mended));
        if let Some((body, name, _)) = named.filter(|_| mended != line) {
            return Some((*body, *name));
        }
        if line.len() <= 20 {
            return None;
        }
        let mut near = (line.len() - 1..=line.len() + 5)
            .filter_map(|length| self.by_length.get(&length))
            .flatten()
            .filter(|(_, _, name)| one_apart(name.strip_prefix("the ").unwrap_or(name), line));
        let (body, name, _) = near.next()?;
        near.all(|(other, _, _)| other == body).then_some((*body, *name))
    }

    fn read(&self, text: &str, start: usize, end: usize, meanings: &[(usize, Meaning)], hits: &mut Vec<NameHit>) {
        let (length, ending) = ending_at(&text[end..]);
        let place = meanings.iter().any(|(_, meaning)| matches!(meaning, Meaning::Other(Form::Place)));
        let mut push = |body, form, end| hits.push(NameHit { body, form, start, end });
        let named =
            |wanted: Ending, of: Ending| of == wanted || (wanted == Ending::Bare && of == Ending::Trust && !place);
        let mut full = false;
        for &(body, meaning) in meanings {
            match (meaning, ending) {
                (Meaning::Head { name, ending: Ending::Whole }, _) => push(body, Form::Full(name), end),
                (Meaning::Head { name, ending: of }, Some(wanted)) if named(wanted, of) => {
                    full = true;
                    push(body, Form::Full(name), end + length);
                }
                _ => {}
            }
        }
        if full
            || matches!(ending, Some(Ending::Trust | Ending::Board | Ending::SocialCare))
            || self.another(&text[end..])
        {
            return;
        }
        for &(body, meaning) in meanings {
            match meaning {
                Meaning::Head { ending: Ending::Whole, .. } => {}
                Meaning::Head { .. } => push(body, if place { Form::Place } else { Form::Short }, end),
                Meaning::Other(form) => push(body, form, end),
            }
        }
    }

    /// True where the words go on as the name of some other body.
    pub fn another(&self, rest: &str) -> bool {
        let Some(rest) = rest.strip_prefix(' ') else { return false };
        let next = rest.split([' ', '|']).next().unwrap_or("");
        self.other_endings.contains(next)
    }
}

fn head_of(words: &str) -> (String, Ending) {
    let bare = words.strip_prefix("the ").unwrap_or(words);
    for &(ending, meaning) in ENDINGS {
        if let Some(head) = bare.strip_suffix(ending)
            && meaning != Ending::Bare
        {
            let place = head.strip_prefix("nhs ").filter(|_| meaning == Ending::Board);
            return (place.unwrap_or(head).to_owned(), meaning);
        }
    }
    (bare.to_owned(), Ending::Whole)
}

/// The ending that `rest` begins with, and its length; a possessive s belongs to it.
fn ending_at(rest: &str) -> (usize, Option<Ending>) {
    for &(ending, meaning) in ENDINGS {
        if let Some(after) = rest.strip_prefix(ending) {
            let possessive = usize::from(after.starts_with('s'));
            if after[possessive..].is_empty() || after[possessive..].starts_with([' ', '|']) {
                return (ending.len(), Some(meaning));
            }
        }
    }
    (0, None)
}

/// The line with letters for the digits that stand inside its words: "va1ley".
fn mended(line: &str) -> String {
    let word = |word: &str| match word.contains(|c: char| c.is_ascii_alphabetic()) {
        true => word.replace('1', "l").replace('0', "o").replace('5', "s"),
        false => word.to_owned(),
    };
    line.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// True where two texts differ by exactly one letter: changed, missing or added.
fn one_apart(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let left = a.len().min(b.len()) - same;
    let tail = a.iter().rev().zip(b.iter().rev()).take(left).take_while(|(x, y)| x == y).count();
    (a.len().max(b.len()) - same - tail) == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_apart() {
        assert!(one_apart("medway nhs", "medvay nhs"));
        assert!(one_apart("medway nhs", "medwa nhs"));
        assert!(one_apart("medway nhs", "meddway nhs"));
        assert!(!one_apart("medway nhs", "medway nhs"));
        assert!(!one_apart("medway nhs", "mldvay nhs"));
    }

    #[test]
    fn digits_in_words_are_letters() {
        assert_eq!(mended("wye va1ley nhs trust 11"), "wye valley nhs trust 11");
    }

    #[test]
    fn heads_and_endings_part() {
        assert_eq!(head_of("the dudley group nhs foundation trust"), ("dudley group".to_owned(), Ending::Trust));
        assert_eq!(head_of("nhs dorset integrated care board"), ("dorset".to_owned(), Ending::Board));
        assert_eq!(head_of("nhs england"), ("nhs england".to_owned(), Ending::Whole));
        assert_eq!(ending_at(" nhs trusts plan"), (10, Some(Ending::Trust)));
        assert_eq!(ending_at(" trustees"), (0, None));
    }
}
