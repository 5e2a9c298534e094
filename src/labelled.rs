//! For tests: the letters that carry gold labels and may be looked at, with the places that the labels name.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::segment::Pair;
use crate::text::{Span, find_blank_line};

/// Tests of single stages read the wild letters up to this name, as they did when the others were held out; what the whole
/// program makes of all of them is measured from outside.
const LAST_WILD: &str = "089.txt";

/// One letter and its labels.
pub(crate) struct Labelled {
    pub file: String,
    pub text: String,
    pub gold: Value,
}

/// All such letters; none where the shared folder is not at hand.
pub(crate) fn letters() -> Vec<Labelled> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    ["seeds", "corpus/rj-d", "corpus/wild"].iter().flat_map(|folder| read(&shared, folder)).collect()
}

fn read(shared: &Path, folder: &str) -> Vec<Labelled> {
    let path: PathBuf = shared.join(folder);
    let labels = std::fs::read_to_string(path.join("gold.jsonl")).unwrap_or_default();
    let labels = labels.lines().map(|line| serde_json::from_str::<Value>(line).expect("a gold label is JSON"));
    let open = labels.filter(|gold| !folder.ends_with("wild") || gold["file"].as_str().is_some_and(|f| f <= LAST_WILD));
    let letter = |gold: Value| {
        let file = gold["file"].as_str().expect("a label names its file").to_owned();
        let bytes = std::fs::read(path.join(&file)).expect("the letter is there");
        let text = String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').to_owned();
        Labelled { file, text, gold }
    };
    open.map(letter).collect()
}

impl Labelled {
    /// The pairs that the labels tell of: a question runs from its first words to the next mark or blank line.
    pub(crate) fn pairs(&self) -> Vec<Pair> {
        let exchanges = self.gold["exchanges"].as_array().map_or(&[][..], Vec::as_slice);
        let word = |at: usize, key: &str| exchanges[at][key].as_str().unwrap_or_default();
        let places = 0..exchanges.len();
        let starts: Vec<Option<Span>> =
            places.clone().map(|at| find(&self.text, word(at, "question_starts"), 0)).collect();
        let answer = |at: usize| {
            let from = starts[at].map_or(0, |question| question.start);
            let start = find(&self.text, word(at, "answer_starts"), from)?;
            Some(Span::new(start.start, find(&self.text, word(at, "answer_ends"), start.start)?.end))
        };
        let answers: Vec<Option<Span>> = places.clone().map(answer).collect();
        let question = |start: Span| {
            let marks = starts.iter().chain(&answers).flatten().map(|span| span.start);
            let end = marks.filter(|&mark| mark > start.start).min().unwrap_or(self.text.len());
            let blank = find_blank_line(&self.text[..end], start.end.min(end)).map_or(end, |gap| gap.start);
            Span::new(start.start, blank).trim(&self.text)
        };
        let pair = |at: usize| Pair {
            number: exchanges[at]["number"].as_str().map(str::to_owned),
            question: starts[at].map(question).into_iter().collect(),
            answer: answers[at].into_iter().collect(),
        };
        places.map(pair).collect()
    }
}

/// The first place from `from` on where `words` stand, whatever white space parts them.
fn find(text: &str, words: &str, from: usize) -> Option<Span> {
    let words: Vec<String> = words.split_whitespace().map(regex::escape).collect();
    if words.is_empty() {
        return None;
    }
    let found = crate::text::Regex::new(&words.join("[\\s\u{ad}]+")).ok()?.find_at(text, from)?;
    Some(found.range().into())
}
