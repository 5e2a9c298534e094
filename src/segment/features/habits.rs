//! Habits of a whole letter: it quotes, sets in, sets in bold or lists its answers throughout.

use super::Features;
use crate::document::{Side, Unit};

/// Where the request is quoted, whoever answers between need not say so.
pub(super) fn weigh_quoted(units: &[Unit], weighed: &mut [Features]) {
    // Links of a page are printed with the same sign below it.
    if !units.iter().zip(weighed.iter()).any(|(unit, features)| unit.quoted && features.neither < 30) {
        return;
    }
    for (unit, features) in units.iter().zip(weighed.iter_mut()) {
        features.ask += if unit.quoted { 6 } else { -2 };
    }
    let first = units.iter().position(|unit| unit.quoted).unwrap_or(0);
    for (unit, features) in units.iter().zip(weighed.iter_mut()).skip(first).filter(|(unit, _)| !unit.quoted) {
        features.answer += if unit.begins_line && unit.gap { 4 } else { 0 };
    }
}

/// "1(a) Surplus spent on? Not recorded": a letter that answers numbered questions on their own line does so throughout.
pub(super) fn weigh_same_line(units: &[Unit], weighed: &mut [Features]) {
    const LINES: usize = 5;
    let glued = |asked: &Unit, next: &Unit| asked.whole.end == next.whole.start;
    // "Date of adoption? May 2024": line after line asks and answers.
    let line = |at: usize| {
        weighed[at - 1].questioned && units[at - 1].begins_line && units.get(at + 1).is_none_or(|next| next.begins_line)
    };
    let lines = (1..units.len()).filter(|&at| line(at) && !units[at].begins_line && !weighed[at].questioned).count();
    let apart = |at: usize| lines >= LINES && line(at);
    let behind = |at: usize, asks: bool| {
        let (asked, next) = (&units[at - 1], &units[at]);
        asks && (asked.number().is_some() || asked.gap || glued(asked, next) || apart(at))
            && asked.begins_line
            && !next.begins_line
            && next.label.is_none()
            && next.side.is_none()
            && !weighed[at].questioned
            && weighed[at].known.is_none()
    };
    let asks = |at: usize| weighed[at].questioned || weighed[at].complete && weighed[at].known.is_some();
    let answers = (1..units.len()).filter(|&at| behind(at, asks(at - 1))).count();
    if answers > 3 {
        // "7. Please send the register. We keep none." is asked and answered so, too.
        let numbered = |at: usize| weighed[at].complete && units[at].number().is_some() && weighed[at].answer < 3;
        let all: Vec<usize> = (1..units.len())
            .filter(|&at| behind(at, asks(at - 1) || numbered(at - 1) && weighed[at].ask < 3))
            .collect();
        for at in all {
            weighed[at - 1].ask += 4;
            weighed[at].answer += 8;
        }
    }
}

/// "You asked whether we do. We do not.": a letter that tells what it was asked one thing at a time does so throughout.
pub(super) fn weigh_retold(units: &[Unit], weighed: &mut [Features]) {
    const OFTEN: usize = 4;
    let tells = |at: &usize| weighed[*at].retold && units[*at].begins_line && weighed[*at].neither < 10;
    let retold: Vec<usize> = (0..units.len()).filter(tells).collect();
    if retold.len() < OFTEN {
        return;
    }
    for at in retold {
        weighed[at].ask += 6;
        if let Some(next) = weighed.get_mut(at + 1).filter(|next| !next.retold && !next.heading) {
            next.answer += 4;
        }
    }
}

/// A letter that sets its answers further in than its questions does so throughout.
pub(super) fn weigh_indents(text: &str, units: &[Unit], weighed: &mut [Features]) {
    const DEEPER: usize = 3;
    let plain = |i: &usize| units[*i].begins_line && units[*i].side.is_none();
    let lines: Vec<usize> =
        (0..units.len()).filter(|i| plain(i) && !weighed[*i].heading && weighed[*i].neither < 10).collect();
    let indent = |i: usize| {
        let line = text[..units[i].whole.start].rsplit(['\n', '\r']).next().unwrap_or("");
        line.chars().count()
    };
    let deeper = |pair: &&[usize]| indent(pair[1]) >= indent(pair[0]) + DEEPER && units[pair[1]].label.is_none();
    let asked: Vec<&[usize]> = lines.windows(2).filter(|pair| weighed[pair[0]].complete).collect();
    let answered = asked.iter().filter(|pair| deeper(pair)).count();
    if answered < 4 || 4 * answered < 3 * asked.len() {
        return;
    }
    for pair in lines.windows(2).filter(deeper) {
        weighed[pair[0]].ask += 6;
        weighed[pair[0]].complete = true;
        weighed[pair[1]].answer += 6;
    }
}

/// A head may reach far, where no question mark ends it: these are its points.
const HEAD: i32 = 4;

/// A letter that sets each answer right below its question, and a blank line between the pairs, does so throughout.
pub(super) fn weigh_stacked(text: &str, units: &[Unit], weighed: &mut [Features]) {
    const PAIRS: usize = 4;
    // Without blank lines labels part the pairs: most labelled lines follow another's answer at once.
    let items: Vec<usize> = (1..units.len()).filter(|&i| units[i].label.is_some() && units[i].begins_line).collect();
    let compact =
        4 * items.iter().filter(|&&i| !units[i].gap && units[i - 1].label.is_none()).count() >= 3 * items.len();
    // A letterhead has lines in pairs, too, but no labels.
    let labelled = |i: usize| units[i].label.is_some() || i > 0 && units[i - 1].label.is_some();
    let open = |i: usize| {
        let within = weighed[i].neither <= if labelled(i) { HEAD } else { 0 };
        within && !weighed[i].heading && units[i].side != Some(Side::Answer)
    };
    // Dashes may have cut the answer's line. For each unit the next that begins one.
    let mut next_line = vec![None; units.len() + 1];
    for i in (0..units.len()).rev() {
        next_line[i] = if units[i].begins_line { Some(i) } else { next_line[i + 1] };
    }
    let below = |i: usize| next_line.get(i + 2).copied().flatten();
    let pair = |i: &usize| {
        let (asked, answer) = (&units[*i], &units[i + 1]);
        let ends = below(*i).is_none_or(|next| units[next].gap || compact && units[next].label.is_some());
        let apart = asked.gap || compact && asked.label.is_some();
        let lines = apart && asked.begins_line && answer.begins_line && !answer.gap && answer.label.is_none();
        // "SECTION 6 - COMPLAINTS" is a heading.
        let words = asked.pieces.iter().any(|piece| piece.of(text).contains(char::is_lowercase));
        lines && ends && words && open(*i) && open(i + 1) && !weighed[i + 1].complete
    };
    let pairs: Vec<usize> = (0..units.len().saturating_sub(1)).filter(pair).collect();
    let asked = pairs.iter().filter(|&&i| weighed[i].complete && weighed[i].ask > weighed[i].answer).count();
    // Items in short ask without a verb: "4. Reviews in 2024" above "6".
    let labelled = pairs.len() >= PAIRS && pairs.iter().all(|&i| units[i].label.is_some()) && asked > 0;
    // Where nothing stands between the pairs, fewer need to ask.
    let unbroken = pairs.windows(2).all(|pair| below(pair[0]) == Some(pair[1]));
    if !labelled && (asked < PAIRS || if unbroken { 3 } else { 2 } * asked < pairs.len()) {
        return;
    }
    // The same list may have an item with a table below it.
    let depth = |i: usize| units[i].number().map(|number| number.0.len());
    let numbered = pairs.iter().all(|&i| depth(i) == depth(pairs[0])) && depth(pairs[0]).is_some();
    let others = (0..units.len()).filter(|&i| numbered && depth(i) == depth(pairs[0]) && units[i].gap && open(i));
    for i in others.filter(|i| pairs.binary_search(i).is_err() && weighed[*i].answer < 5).collect::<Vec<_>>() {
        weighed[i].ask += 4;
        weighed[i].complete = true;
    }
    for i in pairs {
        weighed[i].ask += 6;
        weighed[i].complete = true;
        weighed[i + 1].answer += 6;
    }
}

/// A letter that asks in every other paragraph, and never between, does so throughout: "Longest time taken, in days."
pub(super) fn weigh_alternating(units: &[Unit], weighed: &mut [Features]) {
    const ASKED: usize = 3;
    let asks = |i: usize| weighed[i].complete && weighed[i].ask > weighed[i].answer;
    let open = |i: usize| weighed[i].neither < 10 && !weighed[i].heading && units[i].side.is_none();
    let Some(first) = (0..units.len()).find(|&i| open(i) && units[i].gap && asks(i)) else { return };
    // Paragraphs by their first units; tables have several lines, and a letter with labels needs no habit.
    let body = (first..units.len()).take_while(|&i| open(i));
    let paragraphs: Vec<usize> = body.filter(|&i| units[i].gap).collect();
    let (asked, told): (Vec<usize>, Vec<usize>) = (0..paragraphs.len()).partition(|at| at % 2 == 0);
    let whole = &asked[..told.len()];
    let count = |places: &[usize]| places.iter().filter(|&&at| asks(paragraphs[at])).count();
    let labelled = paragraphs.iter().any(|&i| units[i].label.is_some());
    // A table asks nothing.
    let alone = |at: &usize| units.get(paragraphs[*at] + 1).is_none_or(|next| next.gap) || asks(paragraphs[*at]);
    if labelled
        || !whole.iter().all(alone)
        || count(whole) < ASKED
        || 2 * count(whole) < whole.len()
        || count(&told) > 0
    {
        return;
    }
    for &at in whole {
        weighed[paragraphs[at]].ask += 6;
        weighed[paragraphs[at]].complete = true;
    }
    for &at in &told {
        weighed[paragraphs[at]].answer += 4;
    }
}

/// A letter whose items are short and never stand together, each with words of its own below it, answers them one by one.
pub(super) fn weigh_headed(text: &str, units: &[Unit], weighed: &mut [Features]) {
    const ITEMS: usize = 4;
    const SHORT: usize = 160;
    let open = |i: usize| weighed[i].neither <= HEAD && !weighed[i].heading && units[i].side.is_none();
    let items: Vec<usize> = (0..units.len()).filter(|&i| open(i) && units[i].label.is_some()).collect();
    let words = |i: usize| units[i].pieces.last().map_or("", |piece| piece.of(text));
    let stands = |i: &usize| {
        let (item, below) = (&units[*i], units.get(i + 1));
        let lines = item.gap && below.is_some_and(|below| below.gap && below.begins_line && below.label.is_none());
        lines && open(i + 1) && !words(*i).is_empty() && item.whole.len() <= SHORT
    };
    let heads = |i: &usize| stands(i) && !words(*i).ends_with(['.', ':', ';']);
    let heading = items.iter().filter(|i| heads(i)).count();
    if heading < ITEMS || 4 * heading < 3 * items.len() {
        return;
    }
    // Among them "5. Please send your register." asks, too.
    let asks = |i: &usize| heads(i) || stands(i) && weighed[*i].ask > weighed[*i].answer && weighed[i + 1].ask < 3;
    for i in items.into_iter().filter(asks).collect::<Vec<_>>() {
        weighed[i].ask += 6;
        weighed[i].complete = true;
        weighed[i + 1].answer += 6;
    }
}

/// A letter that prints its questions in bold, as paragraphs of their own above plain ones, does so throughout.
pub(super) fn weigh_bold_questions(units: &[Unit], weighed: &mut [Features]) {
    const ASKED: usize = 3;
    let open = |i: usize| weighed[i].neither <= HEAD && !weighed[i].heading && units[i].side.is_none();
    let stands = |i: &usize| {
        let below = units.get(i + 1).is_some_and(|below| below.gap && !below.bold && below.begins_line);
        units[*i].bold && units[*i].gap && units[*i].begins_line && below && open(*i)
    };
    let bold: Vec<usize> = (0..units.len()).filter(stands).collect();
    let asked = bold.iter().filter(|&&i| weighed[i].complete && weighed[i].ask > weighed[i].answer).count();
    if asked < ASKED || 2 * asked < bold.len() {
        return;
    }
    for i in bold {
        weighed[i].ask += 6;
        weighed[i].complete = true;
    }
}

/// A letter that sets some answers in bold after their questions keeps to the habit.
pub(super) fn weigh_bold(units: &[Unit], weighed: &mut [Features]) {
    if units.iter().filter(|unit| unit.bold && unit.set_off).count() < 2 {
        return;
    }
    let asks: Vec<bool> = weighed.iter().map(|features| features.ask >= 3).collect();
    for (i, (unit, features)) in units.iter().zip(weighed.iter_mut()).enumerate() {
        // The bold title of a group of questions answers nothing.
        let title = unit.begins_line && unit.gap && asks.get(i + 1) == Some(&true) && !unit.set_off;
        if !unit.bold || unit.number().is_some() || title {
            continue;
        }
        features.answer += if unit.gap || unit.set_off { 4 } else { 1 };
    }
}

/// "1a Signed up to the Charter - Yes": what is set off from a labelled line answers it, unless few lines are so where nothing asks:
/// "1b date - n/a" says which part is answered.
pub(super) fn weigh_set_off(text: &str, units: &[Unit], weighed: &mut [Features]) {
    const FEW: usize = 3;
    let asks = |features: &Features| (features.questioned || features.known.is_some()) && features.neither < 10;
    let end = weighed.iter().position(asks).unwrap_or(units.len());
    let line = |unit: &Unit| unit.begins_line && unit.number().is_some();
    let lines = units[..end].iter().filter(|unit| line(unit)).count();
    let set_off = units[..end].windows(2).filter(|pair| line(&pair[0]) && pair[1].set_off).count();
    let start = if FEW * set_off < lines { end.max(1) } else { 1 };
    for i in start..units.len() {
        let (asked, answer) = (&units[i - 1], &units[i]);
        // "a) 2014/15 - 36" is a figure.
        let period = asked.pieces.first().is_none_or(|piece| piece.of(text).starts_with(|c: char| c.is_ascii_digit()));
        if asked.number().is_some() && asked.begins_line && answer.set_off && !answer.begins_line && !period {
            weighed[i - 1].ask += 6;
            weighed[i - 1].complete = true;
        }
    }
}

/// How a question and its answer are told apart on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Between {
    Bold,
    Dash,
    Colon,
}

/// "**Date of adoption** May 2024", "Date of adoption: May 2024": a letter whose lines fall into two parts by the same sign,
/// the first of which asks here and there, asks and answers so throughout.
pub(super) fn weigh_one_line(text: &str, units: &[Unit], weighed: &mut [Features]) {
    const LINES: usize = 4;
    let open = |i: usize| weighed[i].neither <= HEAD && !weighed[i].heading && units[i].side.is_none();
    let asks = |i: usize| weighed[i].ask > weighed[i].answer;
    for between in [Between::Bold, Between::Dash, Between::Colon] {
        let parted = |i: &usize| {
            let (asked, answer) = (&units[i - 1], &units[*i]);
            let whole = asked.begins_line && !answer.begins_line && answer.label.is_none();
            whole && open(i - 1) && open(*i) && parted_by(text, asked, answer) == Some(between)
        };
        let lines: Vec<usize> = (1..units.len()).filter(parted).collect();
        let asked = lines.iter().filter(|i| asks(**i - 1)).count();
        let numbered = lines.iter().all(|i| units[*i - 1].number().is_some());
        if lines.len() < LINES || 4 * asked < lines.len() && !numbered || asked < 2 {
            continue;
        }
        for i in lines {
            weighed[i - 1].ask += 6;
            weighed[i - 1].complete = true;
            // The colon leads to the answer, not to more questions.
            weighed[i - 1].introduces = false;
            weighed[i].answer += 6;
        }
        return;
    }
}

/// What stands between two units of one line.
fn parted_by(text: &str, asked: &Unit, answer: &Unit) -> Option<Between> {
    let before = asked.pieces.last()?.end;
    let between = &text[before..answer.start().max(before)];
    let plain = between.trim();
    if asked.bold && !answer.bold {
        Some(Between::Bold)
    } else if matches!(plain.trim_matches('*'), "-" | "\u{2013}" | "\u{2014}") {
        Some(Between::Dash)
    } else if asked.pieces.last()?.of(text).ends_with(':') {
        Some(Between::Colon)
    } else {
        None
    }
}
