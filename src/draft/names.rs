//! Names for a draft: an id, a title, and a column for each question.

use std::collections::{HashMap, HashSet};

use super::Item;
use super::routing::LEAD;
use crate::catalogue::questionnaire::{RESERVED, naming::field_of};
use crate::catalogue::stems::telling_words;
use crate::record::QuestionKind;
use crate::text::Folded;

/// Kebab case of whatever a thing is called.
pub(super) fn id_of(name: &str) -> String {
    let kept: String = name.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let id = kept.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    if id.is_empty() { "questionnaire".to_owned() } else { id }
}

/// What the request's subject line says it is about.
pub(super) fn title_of(text: &str) -> Option<String> {
    let subject =
        text.lines().find_map(|line| line.trim().strip_prefix("Subject:").or(line.trim().strip_prefix("Re:")))?;
    let about = match subject.split_once(':') {
        Some((before, after)) if before.to_lowercase().contains("request") => after,
        _ => subject,
    };
    let title = about.trim();
    let bare = title.to_lowercase();
    (!title.is_empty() && !bare.starts_with("request under") && !bare.starts_with("freedom of information")).then(
        || {
            let mut letters = title.chars();
            letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
        },
    )
}

/// Gives every question a column of its own.
pub(super) fn give(items: &mut [Item]) {
    let mut used: HashMap<String, usize> = HashMap::new();
    for item in items.iter().filter(|item| item.asks.is_some()) {
        let folded = Folded::new(&item.wording);
        for word in telling_words(folded.text()).collect::<HashSet<_>>() {
            *used.entry(word.to_owned()).or_default() += 1;
        }
    }
    let many = (items.iter().filter(|item| item.asks.is_some()).count() / 3).max(3);
    let usual = |word: &str| used.get(word).is_some_and(|n| *n >= many);
    let mut taken: HashSet<String> = RESERVED.iter().map(|name| (*name).to_owned()).collect();
    for at in 0..items.len() {
        let Some(guess) = &items[at].asks else { continue };
        let ending = if guess.kind == QuestionKind::Date { "date" } else { "details" };
        let folded = Folded::new(&items[at].wording).text().trim().to_owned();
        let bare = LEAD.find(&folded).map_or(folded.as_str(), |lead| &folded[lead.end()..]);
        let own = field_of(bare, &usual);
        let after = guess.only_if.first().and_then(|&parent| items[parent].asks.as_ref()).map(|parent| &parent.field);
        let name = match (own.is_empty(), after) {
            (true, Some(parent)) => format!("{parent}_{ending}"),
            (true, None) => format!("question_{}", at + 1),
            (false, _) if ending == "date" && !own.contains("date") => format!("{own}_date"),
            (false, _) => own,
        };
        let name = ["_words", "_from", "_to"].iter().fold(name, |name, end| name.trim_end_matches(end).to_owned());
        let free = (2..).map(|n| format!("{name}_{n}")).find(|name| !taken.contains(name));
        let name = if taken.contains(&name) { free.unwrap_or(name) } else { name };
        taken.insert(name.clone());
        if let Some(guess) = &mut items[at].asks {
            guess.field = name;
        }
    }
}
