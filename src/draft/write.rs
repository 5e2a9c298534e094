//! A draft as a questionnaire file, with remarks.

use super::{Draft, Guess, Item};
use crate::catalogue::questionnaire::naming::label_of;
use crate::record::QuestionKind;

/// The draft as TOML. `from` names the request.
pub fn write_draft(draft: &Draft, from: &str) -> String {
    let mut out = format!(
        "# Drafted from {from}. Nothing here is final: check the kinds, give short names to the fields, and add a\n\
         # wording wherever a question was sent in other words. Remarks that begin with \"look\" are doubts.\n\n\
         id = {}\ntitle = {}\n",
        text(&draft.id),
        text(&draft.title)
    );
    for at in 0..draft.items.len() {
        out.push('\n');
        match &draft.items[at].asks {
            None => group(&mut out, draft, at),
            Some(guess) => question(&mut out, draft, &draft.items[at], guess),
        }
    }
    out
}

/// The name by which others refer to the group at `at`.
fn group_id(draft: &Draft, at: usize) -> String {
    draft.items[at].number.as_ref().map_or_else(|| format!("group-{}", at + 1), ToString::to_string)
}

fn group(out: &mut String, draft: &Draft, at: usize) {
    let item = &draft.items[at];
    out.push_str("[[group]]\n");
    line(out, "id", &text(&group_id(draft, at)));
    placed(out, draft, item);
    line(out, "wording", &text(&item.wording));
}

fn question(out: &mut String, draft: &Draft, item: &Item, guess: &Guess) {
    for look in &guess.look {
        out.push_str(&format!("# look: {look}\n"));
    }
    out.push_str("[[question]]\n");
    line(out, "field", &text(&guess.field));
    placed(out, draft, item);
    line(out, "kind", &text(guess.kind.name()));
    line(out, "label", &text(&label_of(&item.wording)));
    let conditions = guess.only_if.iter().filter_map(|&parent| draft.items[parent].asks.as_ref());
    let conditions: Vec<String> = conditions.map(|parent| text(&parent.field)).collect();
    if !conditions.is_empty() {
        line(out, "only-if", &format!("[{}]", conditions.join(", ")));
    }
    if guess.kind == QuestionKind::Choice {
        out.push_str("options = [\n");
        for (id, words) in &guess.options {
            out.push_str(&format!("    {{ id = {}, words = [{}] }},\n", text(id), text(words)));
        }
        out.push_str("]\n");
    }
    if !guess.periods.is_empty() {
        let periods: Vec<String> = guess.periods.iter().map(|period| text(period)).collect();
        line(out, "periods", &format!("[{}]", periods.join(", ")));
    }
    out.push_str(&format!("wordings = [\n    {},\n]\n", text(&item.wording)));
}

fn placed(out: &mut String, draft: &Draft, item: &Item) {
    if let Some(number) = &item.number {
        line(out, "number", &text(&number.to_string()));
    }
    if let Some(parent) = item.parent {
        line(out, "parent", &text(&group_id(draft, parent)));
    }
}

fn line(out: &mut String, key: &str, value: &str) {
    out.push_str(&format!("{key} = {value}\n"));
}

/// A basic string of TOML.
fn text(words: &str) -> String {
    toml::Value::String(words.to_owned()).to_string()
}
