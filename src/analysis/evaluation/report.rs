//! The shape of an evaluation (`foi-rj/evaluation/1`): plain data, the contract of `evaluate --format json`.

use serde::Serialize;

use super::answers::FieldReport;
use super::changes::Changes;
use super::coders::Agreement;
use super::figures::Figures;
use super::verdict::Judgement;

/// The version of the evaluation's shape; keys are only ever added to it.
pub const SCHEMA: &str = "foi-rj/evaluation/1";

/// How well letters are read, by the labels of people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Always [`SCHEMA`].
    pub schema: &'static str,
    /// The labels that all but `agreements` are measured by.
    pub gold: String,
    /// The figures of all letters.
    #[serde(flatten)]
    pub figures: Figures,
    /// Labelled letters without a record; they count as wrong in everything.
    pub without_record: Vec<String>,
    /// Letters that were read and have no label; they count nowhere.
    pub without_label: usize,
    /// Letters whose text was not at hand: their exchanges and evidence are not measured.
    pub without_text: usize,
    /// Each field of the questionnaires.
    pub fields: Vec<FieldReport>,
    /// The same figures for each family of layouts, where the labels name any.
    pub layouts: Vec<LayoutReport>,
    /// How far each two coders agree, the program among them.
    pub agreements: Vec<Agreement>,
    /// What has changed since an earlier reading.
    pub changes: Option<Changes>,
    /// Everything that is wrong, letter by letter.
    pub mistakes: Vec<Mistake>,
}

/// The figures of one family of layouts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LayoutReport {
    /// Its name in the labels; `None` for letters without one.
    pub layout: Option<String>,
    /// Its figures.
    #[serde(flatten)]
    pub figures: Figures,
}

/// One item of one letter that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mistake {
    /// The letter.
    pub file: String,
    /// The item: a field, `authority`, `exchange-3` …
    pub item: String,
    /// What the labels say.
    pub gold: String,
    /// What was read.
    pub read: String,
    /// What helps to find it: the rule, the question.
    pub note: String,
}

/// `letters` by family, in order of name; none where no letter names one.
pub(super) fn layouts(letters: &[&Judgement]) -> Vec<LayoutReport> {
    let mut names: Vec<&Option<String>> = letters.iter().map(|letter| &letter.layout).collect();
    names.sort();
    names.dedup();
    if names.iter().all(|name| name.is_none()) {
        return Vec::new();
    }
    // Letters without a family come last.
    names.sort_by_key(|name| name.is_none());
    let of_layout = |name: &Option<String>| {
        let own: Vec<&Judgement> = letters.iter().filter(|letter| letter.layout == *name).copied().collect();
        LayoutReport { layout: name.clone(), figures: Figures::of(&own) }
    };
    names.into_iter().map(of_layout).collect()
}

/// Everything wrong in `letters`.
pub(super) fn mistakes(letters: &[&Judgement]) -> Vec<Mistake> {
    let of_letter = |letter: &&Judgement| {
        let file = letter.file.clone();
        let wrong: Vec<_> = letter.items.iter().filter(|verdict| !verdict.is_right()).cloned().collect();
        wrong.into_iter().map(move |verdict| Mistake {
            file: file.clone(),
            item: verdict.item.to_string(),
            gold: verdict.gold,
            read: verdict.read,
            note: verdict.note,
        })
    };
    letters.iter().flat_map(of_letter).collect()
}
