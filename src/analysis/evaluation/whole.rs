//! What a letter has once: its kind, questionnaire, authority, reference and dates.

use crate::analysis::gold::Label;
use crate::record::{Authority, Found, Record};

use super::tally::Tally;
use super::verdict::{Item, Verdict};
use super::words::{accepts, squash};

/// The verdicts on what the label says of the letter as a whole.
pub(super) fn judge(label: &Label, record: Option<&Record>) -> Vec<Verdict> {
    let value = |found: fn(&Record) -> Option<&Found>| record.and_then(found).map(|found| found.value.as_str());
    let asked = record.and_then(|record| record.questionnaire.as_deref());
    let single = [
        (Item::Questionnaire, &label.questionnaire, asked),
        (Item::Reference, &label.reference, value(|record| record.reference.as_ref())),
        (Item::RequestedOn, &label.requested_on, value(|record| record.requested_on.as_ref())),
        (Item::RespondedOn, &label.responded_on, value(|record| record.responded_on.as_ref())),
    ];
    let kind = label.kind.as_ref().map(|gold| kind(gold, record));
    let body = label
        .authority
        .as_ref()
        .map(|gold| authority(gold.as_deref(), record.and_then(|record| record.authority.as_ref())));
    let values = single.into_iter().filter_map(|(item, gold, read)| Some(same(item, gold.as_ref()?.as_deref(), read)));
    kind.into_iter().chain(body).chain(values).collect()
}

fn verdict(item: Item, tally: Tally, gold: &str, read: &str, note: &str) -> Verdict {
    let shown = |text: &str| if text.is_empty() { "none".to_owned() } else { text.to_owned() };
    Verdict { item, tally, gold: shown(gold), read: shown(read), note: note.to_owned() }
}

fn kind(gold: &str, record: Option<&Record>) -> Verdict {
    let read = record.map_or("", |record| record.kind.name());
    let right = accepts(gold, read);
    verdict(Item::Kind, Tally::one(right, record.is_some(), true), gold, read, "")
}

/// A value that must be the same but for white space; an empty one is none.
fn same(item: Item, gold: Option<&str>, read: Option<&str>) -> Verdict {
    let (gold, read) = (squash(gold.unwrap_or_default()), squash(read.unwrap_or_default()));
    let right = !gold.is_empty() && gold == read;
    verdict(item, Tally::one(right, !read.is_empty(), !gold.is_empty()), &gold, &read, "")
}

/// A body is right by its code or by its name; `-` among the alternatives says that naming none is right, too.
fn authority(gold: Option<&str>, read: Option<&Authority>) -> Verdict {
    let plain = |text: &str| squash(text).to_lowercase();
    let gold = gold.filter(|gold| !gold.is_empty()).unwrap_or("-");
    let wanted: Vec<String> = gold.split('|').map(plain).collect();
    let none_will_do = wanted.iter().any(|body| body == "-");
    let names = read.map(|body| [body.code.as_deref().unwrap_or_default(), &body.name].map(plain));
    let tally = match &names {
        None => Tally::one(false, false, !none_will_do),
        Some(names) => {
            let right = wanted.iter().any(|body| !body.is_empty() && names.contains(body));
            Tally::one(right, true, right || wanted.iter().any(|body| body != "-"))
        }
    };
    let code = read.map_or("", |body| body.code.as_deref().unwrap_or(&body.name));
    let note = read.map_or("", |body| &body.rule);
    verdict(Item::Authority, tally, if gold == "-" { "" } else { gold }, code, note)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::summary::samples::record;
    use crate::record::{Certainty, Kind};

    fn body(code: Option<&str>, name: &str) -> Authority {
        Authority {
            code: code.map(str::to_owned),
            name: name.to_owned(),
            certainty: Certainty::Stated,
            rule: "name-in-sign-off".to_owned(),
            evidence: Vec::new(),
        }
    }

    #[test]
    fn bodies_are_right_by_code_or_name_and_none_may_do() {
        let dudley = body(Some("RNA"), "The Dudley Group NHS Foundation Trust");
        let police = body(None, "Lancashire  Constabulary");
        for (gold, read, (right, named, due)) in [
            (Some("RNA"), Some(&dudley), (1, 1, 1)),
            (Some("rna|RXY"), Some(&dudley), (1, 1, 1)),
            (Some("The Dudley Group NHS Foundation Trust"), Some(&dudley), (1, 1, 1)),
            (Some("Lancashire Constabulary"), Some(&police), (1, 1, 1)),
            (Some("RXY"), Some(&dudley), (0, 1, 1)),
            (Some("RXY|-"), Some(&dudley), (0, 1, 1)),
            (Some("RXY|-"), None, (0, 0, 0)),
            (Some("RXY"), None, (0, 0, 1)),
            (None, Some(&dudley), (0, 1, 0)),
            (None, None, (0, 0, 0)),
        ] {
            let Tally { right: is, read: was, due: wanted } = authority(gold, read).tally;
            assert_eq!((is, was, wanted), (right, named, due), "{gold:?} read as {read:?}");
        }
    }

    #[test]
    fn only_what_the_label_says_is_judged() {
        let letter = record("a.txt", Kind::FoiResponse);
        let label = Label { kind: Some("other|foi-response".to_owned()), reference: Some(None), ..Label::default() };
        let verdicts = judge(&label, Some(&letter));
        assert_eq!(
            verdicts.iter().map(|verdict| verdict.item.clone()).collect::<Vec<_>>(),
            [Item::Kind, Item::Reference]
        );
        assert!(verdicts[0].is_right());
        assert!(!judge(&label, None)[0].is_right());
    }
}
