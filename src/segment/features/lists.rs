//! Lists and titles: what the numbers of units, and their places beside others, tell.

use std::collections::HashSet;

use super::Features;
use crate::document::{Number, Side, Step, Unit};
use crate::segment::Reading;
use crate::text::View;

/// A number next after a question's is a question's, too: "(ii) policies" after "(i) a description of the approach".
pub(super) fn mark_siblings(units: &[Unit], weighed: &mut [Features]) {
    let mut path = Number::default();
    let mut before: Option<Number> = None; // the last number, where it is a question's
    for (unit, features) in units.iter().zip(weighed) {
        let Some(label) = unit.number() else { continue };
        path = label.below(&path);
        let next = before.as_ref().is_some_and(|before| path.follows(before) && !opens_list(&path, before));
        features.sibling = next && features.answer < 3 && unit.side != Some(Side::Answer);
        let asks = features.ask >= 3 && features.ask > features.answer;
        before = (asks || features.sibling).then(|| path.clone());
    }
}

/// A numbered list without a blank line in it is one person's: where two of its items ask and none answers, all of them ask.
pub(super) fn weigh_lists(units: &[Unit], weighed: &mut [Features]) {
    const ASKING: usize = 2;
    const ANSWERING: i32 = 5;
    let starts = |i: usize| units[i].number().is_some() && units[i].begins_line && units[i].side.is_none();
    let mut at = 0;
    while at < units.len() {
        let (start, mut end, mut path) = (at, at, Number::default());
        while end < units.len() && (end == start || !units[end].gap) {
            let follows = |number: &Number| end == start || number.follows(&path);
            match units[end].number().map(|number| number.below(&path)).filter(|number| starts(end) && follows(number))
            {
                Some(number) => path = number,
                None => break,
            }
            end += 1;
        }
        let list = start..end;
        let asks = |&i: &usize| weighed[i].complete && weighed[i].ask > weighed[i].answer;
        let answers = |i: usize| weighed[i].states || weighed[i].answer >= ANSWERING;
        if list.clone().filter(asks).count() >= ASKING && !list.clone().any(answers) {
            list.for_each(|i| weighed[i].ask += 4);
        }
        at = end.max(start + 1);
    }
}

/// True where `number` is the first of a list below `before`.
fn opens_list(number: &Number, before: &Number) -> bool {
    number.0.len() > before.0.len()
}

/// So many points for answering come from how a letter sets what is no question.
const SET_OFF: i32 = 4;

/// A short line without a stop, right before a question, is the title of a group of questions.
pub(super) fn weigh_titles(reading: &Reading<'_>, units: &[Unit], weighed: &mut [Features]) {
    for i in (1..units.len()).rev() {
        let (title, next) = (&units[i - 1], &units[i]);
        let boxes = next.pieces.first().is_some_and(|piece| starts_with_box(piece.of(reading.text)));
        if boxes && title.side.is_none() && title.begins_line && !title.pieces.is_empty() {
            // What stands before a row of boxes asks for a tick.
            weighed[i - 1].ask += 6;
            weighed[i - 1].complete = true;
        }
        let leads = weighed[i].ask >= weighed[i].answer + 3;
        let own = &weighed[i - 1];
        let opens = next.number().and_then(|number| number.0.last()).is_some_and(Step::is_first);
        // "2. Complaints" above "a. Do you …" is a title, however the letter sets its answers.
        let set = if opens && title.number().is_some() { SET_OFF } else { 1 };
        let plain =
            own.ask <= 2 && own.answer <= set && title.side.is_none() && title.begins_line && own.announces.is_none();
        let words = title.pieces.first().map_or("", |piece| piece.of(reading.text));
        let short =
            !words.is_empty() && words.len() < 90 && !words.trim_end_matches('*').ends_with(['.', '?', ';', ',']);
        // "Complaints - (2a) whether we use …": what leads to a question on its own line is no answer to the one before.
        let leads_on = short && words.ends_with(['-', '\u{2013}', ':']) && !next.begins_line && next.number().is_some();
        if leads_on && leads && plain && title.label.is_none() {
            weighed[i - 1].neither += 12;
            continue;
        }
        // "2017/18 = 43" and "Female - 72%" are figures.
        let short = short && !words.ends_with(|c: char| c.is_ascii_digit() || "%+".contains(c));
        // Right behind a whole question it is the answer to it.
        let answers = i > 1 && weighed[i - 2].complete && weighed[i - 2].ask > weighed[i - 2].answer;
        let short = short && !(answers && title.number().is_none());
        if !(leads && plain && short) {
            continue;
        }
        if title.number().is_some() && (opens || weighed[i].introduces || next.number().is_none() && title.gap) {
            weighed[i - 1].ask += 4;
            weighed[i - 1].answer = 0;
        } else if title.number().is_none() && title.gap && title.label.is_none() {
            weighed[i - 1].neither += 4;
        }
    }
}

/// What asks in the head of the letter, right above a mark that announces the answer, is the question.
pub(super) fn weigh_above_marks(units: &[Unit], weighed: &mut [Features]) {
    let marked = |i: &usize| units[*i].side == Some(Side::Answer) && units[*i].mark.is_some();
    let above: Vec<usize> = (1..units.len()).filter(marked).map(|i| i - 1).collect();
    let asks = |weighed: &[Features], i: usize| weighed[i].complete && weighed[i].ask > weighed[i].answer;
    for &i in above.iter().filter(|&&i| weighed[i].neither > 0 && asks(weighed, i)).collect::<Vec<_>>() {
        weighed[i].ask += 4;
    }
    // "3. Total income in 2024." above "Answer: £12" asks, too, where many others that stand there do.
    let item = |i: &usize| {
        // The title of a letter stands alone in its head, too.
        let alone = units[*i].gap && weighed[*i].neither == 0;
        let opens = units[*i].label.is_some() || alone || *i > 0 && units[i - 1].side.is_some();
        opens && units[*i].begins_line && units[*i].side.is_none()
    };
    let listed: Vec<usize> = above.into_iter().filter(item).collect();
    if 3 * listed.iter().filter(|&&i| weighed[i].ask > weighed[i].answer).count() >= listed.len() {
        for i in listed.into_iter().filter(|&i| weighed[i].answer < 5).collect::<Vec<_>>() {
            weighed[i].ask += 6;
            weighed[i].complete = true;
        }
    }
}

/// "4. Incidents" above "You asked:" is the title of what is asked there, and no end of the answer before.
pub(super) fn weigh_titles_above_marks(text: &str, units: &[Unit], weighed: &mut [Features]) {
    let marks = |unit: &Unit| unit.side == Some(Side::Question) && unit.mark.is_some();
    let title = |unit: &Unit| {
        let [words] = unit.pieces[..] else { return false };
        let words = words.of(text);
        unit.number().is_some()
            && unit.gap
            && unit.begins_line
            && unit.side.is_none()
            && words.len() < TITLE
            && !words.ends_with(['.', '?', ';', ','])
    };
    for at in (1..units.len()).filter(|&at| marks(&units[at]) && title(&units[at - 1])) {
        weighed[at - 1].ask += 6;
    }
    // Without numbers, where several marks stand below a title of a few words, and the answer before has words of its own.
    let plain = |at: &usize| {
        let (unit, before) = (&units[at - 1], at.checked_sub(2).map(|before| &units[before]));
        let [words] = unit.pieces[..] else { return false };
        let words = words.of(text);
        let short = words.split(' ').count() <= FEW
            && words.starts_with(char::is_uppercase)
            && !words.ends_with(['.', '?', ';', ',', ':']);
        let stands = unit.gap && unit.begins_line && unit.label.is_none() && unit.side.is_none();
        marks(&units[*at]) && units[*at].gap && short && stands && before.is_none_or(|before| !before.pieces.is_empty())
    };
    let titles: Vec<usize> = (1..units.len()).filter(plain).collect();
    if titles.len() > 1 {
        titles.into_iter().for_each(|at| weighed[at - 1].neither += 6);
    }
}

/// A title above a mark has at most so many words.
const FEW: usize = 8;

/// "If yes to either, please provide:" above a question asks with it, and ends the answer before.
pub(super) fn weigh_leads(units: &[Unit], weighed: &mut [Features]) {
    let asks = |features: &Features| features.ask >= 3 && features.ask > features.answer;
    let leads = |at: usize| {
        let (lead, next) = (&weighed[at], &weighed[at + 1]);
        lead.introduces && asks(lead) && units[at].side.is_none() && next.complete && asks(next)
    };
    for at in (0..units.len().saturating_sub(1)).filter(|&at| leads(at)).collect::<Vec<_>>() {
        weighed[at].ask += 4;
    }
}

/// The heading of a known group of questions is asked where a question follows it, whatever was answered before; printed
/// again above what asks nothing it parts answers.
pub(super) fn weigh_group_titles(text: &str, units: &[Unit], weighed: &mut [Features]) {
    let mut asked: HashSet<&str> = HashSet::new();
    for at in (0..weighed.len()).filter(|&at| weighed[at].titles).collect::<Vec<_>>() {
        let words = units[at].pieces.first().map_or("", |piece| piece.of(text));
        let asks = weighed.get(at + 1).is_some_and(|next| next.known.is_some() || next.questioned || next.introduces);
        let title = &mut weighed[at];
        title.titles = asks;
        if asks {
            title.ask += 5;
            asked.insert(words);
        } else if asked.contains(words) {
            (title.ask, title.complete) = (0, false);
            title.answer += 1;
        }
    }
}

/// No title is longer, in bytes.
const TITLE: usize = 80;

fn starts_with_box(words: &str) -> bool {
    words.starts_with(['\u{2610}', '\u{2611}', '\u{2612}', '\u{25a1}'])
        || words.starts_with("[ ]")
        || words.starts_with("[x]")
        || words.starts_with("[X]")
}

/// What has so many points for answering asks nothing, even if it is called a question.
const ANSWERS: i32 = 10;

/// Items of no more bytes may come back by chance: "Not held".
const ITEM: usize = 16;

/// A number that was asked under before is an answer's, unless it asks again; words asked before are asked again.
pub(super) fn weigh_repeats(reading: &Reading<'_>, units: &[Unit], weighed: &mut [Features]) {
    // With those that stand above them: looking through all numbers for each would take too long.
    let (mut numbers, mut above): (HashSet<Number>, HashSet<Number>) = Default::default();
    let (mut questions, mut items): (HashSet<String>, HashSet<String>) = Default::default();
    // What stands first in numbers of several steps.
    let mut parents: HashSet<Step> = HashSet::new();
    let mut path = Number::default();
    for (i, (unit, features)) in units.iter().zip(weighed).enumerate() {
        let words = View::new(reading.folded, &unit.pieces).text().to_owned();
        // The last words of a letter that is cut off may repeat the beginning of a question.
        let cut = i + 1 == units.len() && questions.iter().any(|question| question.starts_with(&words));
        // The title of a part, printed again above its answers, asks nothing.
        let title = |label: &Number| label.0.len() == 1 && parents.contains(&label.0[0]);
        let title = !features.asks && unit.number().is_some_and(title);
        // "Meals thrown away", an item of a list above, is a heading for its answer where it stands alone.
        let item = unit.label.is_none() && unit.gap && unit.begins_line && words.len() > ITEM && items.contains(&words);
        let again = item || words.len() > 24 && (cut || questions.contains(&words));
        if again && title {
            features.heading = true;
            features.neither += 12;
        } else if again {
            features.ask += 8;
            features.complete = true;
        }
        let asks = features.ask > features.answer;
        if let Some(label) = unit.number() {
            path = label.below(&path);
            let whole = View::new(reading.folded, &[unit.whole]);
            let named = ["question", "request", "enquiry", "query"].iter().any(|noun| whole.text().starts_with(noun));
            let before = numbers.contains(&path) || above.contains(&path);
            if named && !before && features.answer < ANSWERS {
                features.ask += 6;
                features.complete = true;
                parents.extend(path.0.first().filter(|_| path.0.len() > 1).cloned());
                above.extend((1..path.0.len()).map(|end| Number(path.0[..end].to_vec())));
                numbers.insert(path.clone());
            } else if (numbers.contains(&path) || named && before)
                && features.known.is_none()
                && !features.complete
                && !(asks && features.introduces)
            {
                features.answer += 3;
            } else if asks {
                if numbers.contains(&path) && !again {
                    // Another list of questions that begins anew.
                    numbers.clear();
                    above.clear();
                    parents.clear();
                }
                parents.extend(path.0.first().filter(|_| path.0.len() > 1).cloned());
                above.extend((1..path.0.len()).map(|end| Number(path.0[..end].to_vec())));
                numbers.insert(path.clone());
            }
        }
        if unit.label.is_some() && unit.begins_line {
            items.insert(words.clone());
        }
        if asks {
            questions.insert(words);
        }
    }
}
