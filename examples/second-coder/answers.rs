//! The answers that have gold labels, as the second coder sees them.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use foi_rj::analysis::evaluation::answer_words;
use foi_rj::analysis::gold::Labels;
use foi_rj::catalogue::Catalogue;
use foi_rj::catalogue::questionnaire::kind::guess_kind;
use foi_rj::catalogue::second_coder::each_feature;
use foi_rj::document::find_sentences;
use foi_rj::record::{Code, QuestionKind};
use foi_rj::source::read_file;
use foi_rj::text::{Folded, Span, View};
use serde::Deserialize;

use super::Feature;

/// One answer.
pub struct Answer {
    /// The letter's name.
    pub letter: String,
    /// Its codes, as places among those of its kind, the best first.
    pub codes: Vec<usize>,
    /// What the second coder sees of it.
    pub features: BTreeSet<Feature>,
}

impl Answer {
    /// The set of letters that this one was written with: its name without number.
    pub fn set(&self) -> &str {
        let name = self.letter.trim_end_matches(".txt");
        name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ')
    }
}

/// Single answers that teach, too; `answers-3.jsonl` is left to measure by.
const SINGLE: [&str; 3] = ["answers.jsonl", "answers-2.jsonl", "answers-4.jsonl"];

/// An answer as people coded it.
#[derive(Deserialize)]
struct Coded {
    #[serde(skip)]
    letter: String,
    question: String,
    answer: String,
    /// The codes that can be defended, joined by `|`, the best first.
    code: String,
}

/// The answers below `folder` whose code is one of `codes`: to yes-no questions, or to others.
pub fn read_answers(folder: &str, codes: &[Code], to_sides: bool) -> Result<Vec<Answer>> {
    let folder = Path::new(folder);
    let catalogue = Catalogue::shipped();
    let mut coded = of_letters(folder, catalogue)?;
    coded.extend(of_letters(&folder.join("parking"), catalogue)?);
    for file in SINGLE {
        coded.extend(single(folder, file)?);
    }
    let mut answers = Vec::new();
    for coded in coded.iter().filter(|coded| asks_yes_or_no(coded, catalogue) == to_sides) {
        let place = |code| codes.iter().position(|known| known.name() == code);
        let places: Vec<usize> = coded.code.split('|').filter_map(place).collect();
        let first = coded.code.split('|').next().unwrap_or_default();
        if places.first().is_some_and(|&code| codes[code].name() == first) && !coded.answer.is_empty() {
            answers.push(Answer { letter: coded.letter.clone(), codes: places, features: features(&coded.answer) });
        }
    }
    Ok(answers)
}

/// The answers of the letters with gold labels.
fn of_letters(folder: &Path, catalogue: &Catalogue) -> Result<Vec<Coded>> {
    let gold = folder.join("gold.jsonl");
    let labels = std::fs::read_to_string(&gold).with_context(|| format!("cannot read {}", gold.display()))?;
    let labels = Labels::read(&labels, &gold.to_string_lossy(), "gold", &catalogue.questionnaires)?;
    let mut coded = Vec::new();
    for label in &labels.letters {
        let letter = read_file(&folder.join(&label.file)).with_context(|| format!("cannot read {}", label.file))?;
        coded.extend(label.exchanges.iter().flatten().map(|exchange| Coded {
            letter: folder.join(&label.file).to_string_lossy().into_owned(),
            question: exchange.question_starts.clone().unwrap_or_default(),
            answer: answer_words(exchange, &letter.text),
            code: exchange.code.clone(),
        }));
    }
    Ok(coded)
}

/// The single answers of a file, each as if from a letter of its own.
fn single(folder: &Path, file: &str) -> Result<Vec<Coded>> {
    let path = folder.join(file);
    let lines = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let read = |(at, line)| -> Result<Coded> {
        let coded: Coded = serde_json::from_str(line).with_context(|| format!("{file} line {}", at + 1))?;
        Ok(Coded { letter: format!("{file} {}", at + 1), ..coded })
    };
    lines.lines().enumerate().map(read).collect()
}

/// True where the code is a side, or the question asks for one.
fn asks_yes_or_no(coded: &Coded, catalogue: &Catalogue) -> bool {
    let sides = [Code::Yes, Code::No, Code::Qualified];
    let question = Folded::new(&coded.question);
    let question = question.text().trim();
    let known = catalogue.questionnaires.iter().flat_map(|questionnaire| &questionnaire.questions);
    let mut known = known.filter(|known| known.kind == QuestionKind::YesNo).flat_map(|known| &known.wordings);
    coded.code.split('|').any(|code| sides.iter().any(|side| side.name() == code))
        || guess_kind(question) == QuestionKind::YesNo
        || !question.is_empty() && known.any(|wording| Folded::new(wording).text().starts_with(question))
}

fn features(answer: &str) -> BTreeSet<Feature> {
    let folded = Folded::new(answer);
    let sentences = find_sentences(answer, Span::new(0, answer.len()));
    let sentences: Vec<View> = sentences.iter().map(|span| View::new(&folded, &[*span])).collect();
    let sentences: Vec<&str> = sentences.iter().map(View::text).collect();
    let mut features = BTreeSet::new();
    each_feature(&sentences, |_, place, words| {
        features.insert((place, words.to_owned()));
    });
    features
}
