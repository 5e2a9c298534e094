//! Provisions relied on: the same set, spaces and capitals aside.

use std::collections::BTreeMap;

use crate::record::Record;

use super::tally::Tally;
use super::verdict::{Item, Verdict};

/// The verdict on the provisions of a letter.
pub(super) fn judge(gold: &[String], record: Option<&Record>) -> Verdict {
    let read = record.map_or(&[][..], |record| &record.exemptions);
    let (due, read) = (set(gold), set(read.iter().map(|relied| &relied.provision)));
    let right = due.keys().filter(|provision| read.contains_key(*provision)).count();
    Verdict {
        item: Item::Exemptions,
        tally: Tally { right, read: read.len(), due: due.len() },
        gold: listed(&due),
        read: listed(&read),
        note: String::new(),
    }
}

/// Provisions as compared, with their print.
fn set<'p>(provisions: impl IntoIterator<Item = &'p String>) -> BTreeMap<String, &'p str> {
    let plain = |provision: &str| provision.split_whitespace().collect::<String>().to_lowercase();
    provisions.into_iter().map(|provision| (plain(provision), provision.as_str())).collect()
}

fn listed(provisions: &BTreeMap<String, &str>) -> String {
    if provisions.is_empty() { "none".to_owned() } else { provisions.values().copied().collect::<Vec<_>>().join(", ") }
}
