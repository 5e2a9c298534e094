//! Finds the wordings of known questions in a letter, whatever was dropped, damaged or put between.

use foldhash::{HashMap, HashMapExt, HashSet};
use std::borrow::Cow;
use std::ops::Range;

use super::questionnaire::Questionnaire;
use crate::text::Span;

/// A word of the letter.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its place in the text that was split.
    pub span: Span,
    /// Which word of the wordings it is; `None` for any other word.
    id: Option<u16>,
}

/// A wording found in a run of words.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Index of the questionnaire.
    pub questionnaire: usize,
    /// Index of the question in it.
    pub question: usize,
    /// The share of the wording's words that were found, 0 to 1.
    pub coverage: f32,
    /// The words over which it was found.
    pub words: Range<usize>,
}

#[derive(Debug)]
struct Wording {
    questionnaire: usize,
    question: usize,
    ids: Vec<u16>,
}

impl Wording {
    /// No alignment can match more of its words than this: those that are `present` at all.
    fn at_most(&self, present: &[bool]) -> usize {
        self.ids.iter().filter(|id| present[usize::from(**id)]).count()
    }
}

/// The wordings of every known question.
#[derive(Debug)]
pub struct Wordings {
    vocabulary: HashMap<String, u16>,
    /// What is left of a word whose ligature was lost, by its beginning: "rm" and "confirm" under "con".
    broken: HashMap<String, Vec<(String, u16)>>,
    all: Vec<Wording>,
    /// The folded headings of groups of questions, without the signs at their ends.
    headings: HashSet<String>,
}

/// The ligatures that converters of PDF lose; longest first where one holds another.
const LIGATURES: [&str; 5] = ["ffi", "ffl", "fi", "fl", "ff"];

/// A wording counts as found from this coverage on.
pub const FOUND: f32 = 0.75;

impl Wordings {
    /// The wordings of `questionnaires`.
    pub fn new(questionnaires: &[Questionnaire]) -> Self {
        let headings = questionnaires.iter().flat_map(|questionnaire| &questionnaire.groups);
        let headings = headings.filter(|group| !group.wording.ends_with(':'));
        let headings = headings.map(|group| bare(crate::text::Folded::new(&group.wording).text()).to_owned()).collect();
        let mut wordings = Wordings { vocabulary: HashMap::new(), broken: HashMap::new(), all: Vec::new(), headings };
        for (q, questionnaire) in questionnaires.iter().enumerate() {
            for (i, question) in questionnaire.questions.iter().enumerate() {
                for wording in &question.wordings {
                    let ids = wordings.learn(wording);
                    wordings.all.push(Wording { questionnaire: q, question: i, ids });
                }
            }
        }
        wordings
    }

    fn learn(&mut self, wording: &str) -> Vec<u16> {
        let folded = crate::text::Folded::new(wording);
        word_spans(folded.text())
            .map(|span| {
                let word = span.of(folded.text());
                let next = self.vocabulary.len() as u16;
                let id = *self.vocabulary.entry(scanned(word).into_owned()).or_insert(next);
                if id == next {
                    self.learn_broken(word, id);
                }
                id
            })
            .collect()
    }

    /// Enters what is left of a word where its ligature gives way to a space.
    fn learn_broken(&mut self, word: &str, id: u16) {
        let parted = LIGATURES.iter().find_map(|ligature| word.split_once(ligature));
        if let Some((before, after)) = parted.filter(|(before, after)| !before.is_empty() && !after.is_empty()) {
            let left = (scanned(after).into_owned(), id);
            self.broken.entry(scanned(before).into_owned()).or_default().push(left);
        }
    }

    /// True for folded words that are the heading of a group of known questions, and no more.
    pub fn is_heading(&self, words: &str) -> bool {
        self.headings.contains(bare(words))
    }

    /// Splits folded `text` into words; one that lost its ligature is one word: "con rm".
    pub fn split(&self, text: &str) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        for span in word_spans(text) {
            let id = self.vocabulary.get(scanned(span.of(text)).as_ref()).copied();
            let open = words.last_mut().filter(|last| id.is_none() && last.span.end + 1 == span.start);
            let whole = open.and_then(|last| Some((self.mend(last.span.of(text), span.of(text))?, last)));
            match whole {
                Some((id, last)) => *last = Word { span: last.span.join(span), id: Some(id) },
                None => words.push(Word { span, id }),
            }
        }
        words
    }

    /// The word of which a lost ligature left `before` and `after`.
    fn mend(&self, before: &str, after: &str) -> Option<u16> {
        let left = self.broken.get(scanned(before).as_ref())?;
        let after = scanned(after);
        left.iter().find(|(rest, _)| *rest == after).map(|(_, id)| *id)
    }

    /// Which words of the wordings are among `words`, by id.
    fn present(&self, words: &[Word]) -> Vec<bool> {
        let mut present = vec![false; self.vocabulary.len()];
        words.iter().filter_map(|word| word.id).for_each(|id| present[usize::from(id)] = true);
        present
    }

    /// Every question whose wording `words` cover to at least `least`, best first.
    pub fn find(&self, words: &[Word], least: f32) -> Vec<Hit> {
        let known = words.iter().filter(|word| word.id.is_some()).count();
        let present = self.present(words);
        let may = |wording: &&Wording| {
            let length = wording.ids.len() as f32;
            known as f32 >= least * length && wording.at_most(&present) as f32 / length >= least
        };
        let mut hits: Vec<Hit> = Vec::new();
        for wording in self.all.iter().filter(may) {
            let Some((coverage, place)) = align(&wording.ids, words).filter(|(coverage, _)| *coverage >= least) else {
                continue;
            };
            let hit = Hit { questionnaire: wording.questionnaire, question: wording.question, coverage, words: place };
            match hits.iter_mut().find(|h| (h.questionnaire, h.question) == (hit.questionnaire, hit.question)) {
                // Of two wordings of one question the longer stretch tells more.
                Some(earlier) if earlier.words.len() as f32 * earlier.coverage >= hit.words.len() as f32 * coverage => {
                }
                Some(earlier) => *earlier = hit,
                None => hits.push(hit),
            }
        }
        hits.sort_by(|a, b| b.coverage.total_cmp(&a.coverage));
        hits
    }
}

impl Wordings {
    /// The question of which `words` are a stretch, nearly word for word, where it is the only one: "staff training
    /// materials" of "Any staff training materials relating to restorative practice".
    pub fn find_short(&self, words: &[Word]) -> Option<(usize, usize)> {
        const FEWEST: usize = 3;
        const OWN: f32 = 0.85;
        const OPENING: usize = 4;
        if !(FEWEST..=LONGEST_SHORT).contains(&words.len()) {
            return None;
        }
        let share = |hit: &Hit, ids: usize| (hit.coverage * ids as f32).round() / words.len() as f32;
        let present = self.present(words);
        let may = |wording: &&Wording| wording.at_most(&present) as f32 / words.len() as f32 >= OWN;
        let mut found: Vec<(usize, usize)> = Vec::new();
        for wording in self.all.iter().filter(may) {
            let Some((coverage, place)) = align(&wording.ids, words) else { continue };
            // What stands further in is a name within the question, not the question.
            if !wording.ids.iter().take(OPENING).any(|id| words[place.start].id == Some(*id)) {
                continue;
            }
            let hit = Hit { questionnaire: wording.questionnaire, question: wording.question, coverage, words: place };
            if share(&hit, wording.ids.len()) >= OWN && !found.contains(&(hit.questionnaire, hit.question)) {
                found.push((hit.questionnaire, hit.question));
            }
        }
        match found[..] {
            [only] => Some(only),
            _ => None,
        }
    }
}

/// A word as it is compared: letters that scanning takes for one another are one.
fn scanned(word: &str) -> Cow<'_, str> {
    let bytes = word.as_bytes();
    let alike = |at: usize| matches!(bytes[at], b'1' | b'i' | b'0' | b'5') || bytes[at..].starts_with(b"rn");
    let Some(first) = (0..bytes.len()).find(|&at| alike(at)) else { return Cow::Borrowed(word) };
    let mut read = String::with_capacity(word.len());
    read.push_str(&word[..first]);
    let mut rest = word[first..].chars().peekable();
    while let Some(letter) = rest.next() {
        read.push(match letter {
            'r' if rest.next_if_eq(&'n').is_some() => 'm',
            '1' | 'i' => 'l',
            '0' => 'o',
            '5' => 's',
            letter => letter,
        });
    }
    Cow::Owned(read)
}

/// Words without the signs and white space around them.
fn bare(words: &str) -> &str {
    words.trim_matches(|c: char| !c.is_alphanumeric())
}

/// A question in short has no more words than this.
const LONGEST_SHORT: usize = 14;

/// Letters and digits in a row.
fn word_spans(text: &str) -> impl Iterator<Item = Span> + '_ {
    let bytes = text.as_bytes();
    let is_word = |b: u8| b.is_ascii_alphanumeric() || b >= 0x80;
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() && !is_word(bytes[at]) {
            at += 1;
        }
        let start = at;
        while at < bytes.len() && is_word(bytes[at]) {
            at += 1;
        }
        (start < at).then(|| Span::new(start, at))
    })
}

/// The best local alignment of a wording with a run of words: the share of the wording matched, and where.
///
/// Word by word, as sequences are aligned in biology (Smith and Waterman): a match gains, a skipped word costs.
fn align(wording: &[u16], words: &[Word]) -> Option<(f32, Range<usize>)> {
    const MATCH: i32 = 10;
    const SKIP_WORDING: i32 = 4;
    const SKIP_LETTER: i32 = 3;
    #[derive(Clone, Copy, Default)]
    struct Cell {
        score: i32,
        matched: u16,
        start: u32,
        end: u32,
    }
    let mut row = vec![Cell::default(); wording.len() + 1];
    let mut best = Cell::default();
    for (i, word) in words.iter().enumerate() {
        let mut diagonal = Cell::default();
        for j in 1..=wording.len() {
            let above = row[j];
            let mut cell = Cell { score: above.score - SKIP_LETTER, ..above };
            let left = row[j - 1];
            if left.score - SKIP_WORDING > cell.score {
                cell = Cell { score: left.score - SKIP_WORDING, ..left };
            }
            if word.id == Some(wording[j - 1]) && diagonal.score + MATCH > cell.score {
                let start = if diagonal.score > 0 { diagonal.start } else { i as u32 };
                let matched = if diagonal.score > 0 { diagonal.matched + 1 } else { 1 };
                cell = Cell { score: diagonal.score.max(0) + MATCH, matched, start, end: i as u32 + 1 };
            }
            if cell.score <= 0 {
                cell = Cell::default();
            }
            diagonal = above;
            row[j] = cell;
            if cell.score > best.score {
                best = cell;
            }
        }
    }
    (best.score > 0).then(|| (f32::from(best.matched) / wording.len() as f32, best.start as usize..best.end as usize))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;

    #[test]
    fn a_word_that_lost_its_ligature_is_one_word() {
        let wordings = Wordings::new(&Catalogue::shipped().questionnaires);
        let whole = |text: &str| {
            let words = wordings.split(text);
            wordings.find(&words, 1.0).iter().any(|hit| hit.words.len() == words.len())
        };
        assert!(whole("please confirm the date of adoption"));
        assert!(whole("please con rm the date of adoption"));
        assert!(!whole("please con us the date of adoption"));
    }
}
