//! "If yes, …": which earlier question must be answered yes before this one is asked.

use std::sync::LazyLock;

use crate::text::Regex;

use super::Item;
use crate::document::Number;
use crate::record::QuestionKind;
use crate::text::Folded;

/// The words of a condition, at the start of a question.
pub(super) static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:and )?(?:if (?:so|yes|it (?:has|does|is)|they (?:have|do|are)|the answer(?: to (?P<of>[^,:]{1,30}?))? is yes|applicable)|where (?:applicable|(?:the answer|this) is yes))(?: to (?:(?:question|part|point|number) )?(?P<to>[^,:]{1,30}?))?(?:[,:;]|$|(?P<open> (?:please|what|when|which|who|how|do|does|to|from|provide)))")
        .expect("a fixed pattern")
});

/// The items of which one must be answered yes; where the words name none, that is remarked on.
pub(super) fn find(items: &[Item], at: usize, look: &mut Vec<String>) -> Vec<usize> {
    let mut place = at;
    loop {
        let words = Folded::new(&items[place].wording).text().trim().to_owned();
        if let Some(lead) = LEAD.captures(&words) {
            let named = lead.name("to").or(lead.name("of")).map(|named| named.as_str().to_owned());
            let found = named_by(items, place, named.as_deref());
            if found.is_empty() {
                look.push("the request says \"if yes\", and no yes-no question stands before it".to_owned());
            }
            return found;
        }
        match items[place].parent {
            Some(parent) => place = parent,
            None => return Vec::new(),
        }
    }
}

fn named_by(items: &[Item], at: usize, named: Option<&str>) -> Vec<usize> {
    let yes_no: Vec<usize> = (0..at).filter(|&earlier| is_yes_no(&items[earlier])).collect();
    let Some(&nearest) = yes_no.last() else { return Vec::new() };
    match named {
        Some("either" | "any" | "any of these" | "any of the above" | "both" | "one or both") => {
            let siblings = |&earlier: &usize| items[earlier].parent == items[nearest].parent;
            yes_no.into_iter().filter(siblings).collect()
        }
        Some(number) => {
            let wanted = Number::parse(number.trim_matches(['(', ')', '\'', '"']));
            let own = |item: &Item| item.number.clone();
            let having: Vec<usize> = yes_no
                .iter()
                .copied()
                .filter(|&earlier| {
                    wanted.is_some()
                        && (own(&items[earlier]) == wanted
                            || wanted
                                .as_ref()
                                .zip(own(&items[earlier]))
                                .is_some_and(|(wanted, own)| wanted.is_above(&own)))
                })
                .collect();
            if having.is_empty() { vec![nearest] } else { having }
        }
        None => vec![nearest],
    }
}

fn is_yes_no(item: &Item) -> bool {
    item.asks.as_ref().is_some_and(|guess| guess.kind == QuestionKind::YesNo)
}
