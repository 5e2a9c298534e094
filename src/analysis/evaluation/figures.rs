//! The figures of some letters: what was measured on each, taken together.

use serde::Serialize;

use super::answers::Answers;
use super::tally::{Share, Tally};
use super::verdict::{Item, Judgement};

/// The measures of a letter, in the order in which they are shown.
pub(super) const MEASURES: [Item; 9] = [
    Item::Kind,
    Item::Questionnaire,
    Item::Authority,
    Item::Reference,
    Item::RequestedOn,
    Item::RespondedOn,
    Item::Exemptions,
    Item::Counts,
    Item::Exchanges,
];

/// How well some letters are read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figures {
    /// Letters right in everything that is labelled, of all that have a label.
    pub letters: Share,
    /// Precision and recall by measure; only what the labels speak of.
    pub measures: Vec<Measure>,
    /// Right codes, of the exchanges that were found.
    pub exchange_codes: Share,
    /// Spans of evidence whose words stand at their place.
    pub evidence: Share,
    /// The fields of questionnaires, all together; `None` where none is labelled.
    pub answers: Option<Answers>,
}

/// How well one thing is read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measure {
    /// Its name: `authority`.
    pub name: String,
    /// What is right, read and due.
    #[serde(flatten)]
    pub tally: Tally,
}

impl Figures {
    /// The figures of `letters`.
    pub fn of(letters: &[&Judgement]) -> Self {
        let mut codes = Share::default();
        let mut evidence = Share::default();
        for letter in letters {
            evidence += letter.evidence;
            let found = letter.items.iter().filter(|verdict| matches!(verdict.item, Item::Exchange(_)));
            found.for_each(|verdict| codes += Share { n: verdict.tally.right, of: verdict.tally.read });
        }
        Figures {
            letters: Share::count(letters, |letter| letter.is_right()),
            measures: MEASURES.iter().filter_map(|item| measure(item, letters)).collect(),
            exchange_codes: codes,
            evidence,
            answers: Answers::of(letters, |_| true),
        }
    }

    /// The measure of that name, where the labels speak of it.
    pub fn measure(&self, name: &str) -> Option<Tally> {
        self.measures.iter().find(|measure| measure.name == name).map(|measure| measure.tally)
    }
}

fn measure(item: &Item, letters: &[&Judgement]) -> Option<Measure> {
    let verdicts = letters.iter().flat_map(|letter| &letter.items).filter(|verdict| verdict.item == *item);
    let tally = verdicts.map(|verdict| verdict.tally).reduce(|mut sum, more| {
        sum += more;
        sum
    });
    Some(Measure { name: item.to_string(), tally: tally? })
}
