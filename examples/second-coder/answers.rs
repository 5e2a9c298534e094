//! The answers that have gold labels, as the second coder sees them.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use foi_rj::analysis::evaluation::answer_words;
use foi_rj::analysis::gold::{GoldExchange, Labels};
use foi_rj::catalogue::Catalogue;
use foi_rj::catalogue::questionnaire::kind::guess_kind;
use foi_rj::catalogue::second_coder::each_feature;
use foi_rj::document::find_sentences;
use foi_rj::record::{Code, QuestionKind};
use foi_rj::source::read_file;
use foi_rj::text::{Folded, Span, View};

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
        name.trim_end_matches(|c: char| c.is_ascii_digit())
    }
}

/// The answers below `folder` whose code is one of `codes`: to yes-no questions, or to others.
pub fn read_answers(folder: &str, codes: &[Code], to_sides: bool) -> Result<Vec<Answer>> {
    let folder = Path::new(folder);
    let gold = folder.join("gold.jsonl");
    let labels = std::fs::read_to_string(&gold).with_context(|| format!("cannot read {}", gold.display()))?;
    let catalogue = Catalogue::shipped();
    let labels = Labels::read(&labels, &gold.to_string_lossy(), "gold", &catalogue.questionnaires)?;
    let mut answers = Vec::new();
    for label in &labels.letters {
        let letter = read_file(&folder.join(&label.file)).with_context(|| format!("cannot read {}", label.file))?;
        let exchanges = label.exchanges.iter().flatten();
        for exchange in exchanges.filter(|exchange| asks_yes_or_no(exchange, catalogue) == to_sides) {
            let place = |code| codes.iter().position(|known| known.name() == code);
            let places: Vec<usize> = exchange.code.split('|').filter_map(place).collect();
            let first = exchange.code.split('|').next().unwrap_or_default();
            let words = answer_words(exchange, &letter.text);
            if places.first().is_some_and(|&code| codes[code].name() == first) && !words.is_empty() {
                answers.push(Answer { letter: label.file.clone(), codes: places, features: features(&words) });
            }
        }
    }
    Ok(answers)
}

/// True where the code is a side, or the question asks for one.
fn asks_yes_or_no(exchange: &GoldExchange, catalogue: &Catalogue) -> bool {
    let sides = [Code::Yes, Code::No, Code::Qualified];
    let question = Folded::new(exchange.question_starts.as_deref().unwrap_or_default());
    let question = question.text().trim();
    let known = catalogue.questionnaires.iter().flat_map(|questionnaire| &questionnaire.questions);
    let mut known = known.filter(|known| known.kind == QuestionKind::YesNo).flat_map(|known| &known.wordings);
    exchange.code.split('|').any(|code| sides.iter().any(|side| side.name() == code))
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
