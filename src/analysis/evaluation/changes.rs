//! Two readings of the same letters: what is newly right and newly wrong, letter by letter.

use std::collections::HashMap;

use serde::Serialize;

use super::verdict::{Item, Judgement, Verdict};

/// What has changed since an earlier reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Items with fewer mistakes than before.
    pub gains: Vec<Change>,
    /// Items with more mistakes than before.
    pub losses: Vec<Change>,
    /// Letters with a label that the earlier records lack; nothing is said of them.
    pub new: Vec<String>,
}

/// One item of one letter that is read otherwise than before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The letter.
    pub file: String,
    /// The item.
    pub item: String,
    /// What the labels say.
    pub gold: String,
    /// What was read before.
    pub before: String,
    /// What is read now.
    pub now: String,
}

impl Changes {
    /// Compares an earlier reading with the present one.
    pub fn between(earlier: &[&Judgement], now: &[&Judgement]) -> Self {
        let before: HashMap<&str, &Judgement> =
            earlier.iter().filter(|letter| letter.read).map(|letter| (letter.file.as_str(), *letter)).collect();
        let mut changes = Changes::default();
        for letter in now {
            match before.get(letter.file.as_str()) {
                Some(before) => changes.compare(before, letter),
                None => changes.new.push(letter.file.clone()),
            }
        }
        changes
    }

    fn compare(&mut self, earlier: &Judgement, now: &Judgement) {
        let before: HashMap<&Item, &Verdict> = earlier.items.iter().map(|verdict| (&verdict.item, verdict)).collect();
        for verdict in &now.items {
            let Some(before) = before.get(&verdict.item) else { continue };
            let (was, is) = (before.tally.mistakes(), verdict.tally.mistakes());
            if was == is {
                continue;
            }
            let changed = if is < was { &mut self.gains } else { &mut self.losses };
            changed.push(Change {
                file: now.file.clone(),
                item: verdict.item.to_string(),
                gold: verdict.gold.clone(),
                before: before.read.clone(),
                now: verdict.read.clone(),
            });
        }
    }
}
