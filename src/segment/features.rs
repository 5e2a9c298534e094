//! What speaks for a unit being asked or answered, as points: the evidence that roles are weighed by.

use std::collections::HashSet;

use super::Reading;
use super::left_open;
use super::roles::Role;
use crate::catalogue::FOUND;
use crate::document::{Number, Side, Step, Unit};
use crate::letter::Zone;
use crate::text::View;

/// Points for each role, and what the unit says of those after it.
#[derive(Clone, Debug, Default)]
pub(super) struct Features {
    pub ask: i32,
    pub answer: i32,
    pub neither: i32,
    /// What a heading or a leading sentence announces for the units after it.
    pub announces: Option<Role>,
    /// True where its own words ask, whatever its place or a mark says.
    pub asks: bool,
    /// True where its number is the next after that of a question, and nothing about it answers.
    pub sibling: bool,
    /// True where the whole unit is such a heading.
    pub heading: bool,
    /// True where the unit is a whole question, so that an answer may follow at once.
    pub complete: bool,
    /// True where it ends in a question mark.
    pub questioned: bool,
    /// True where it ends in a colon: others below it belong to it.
    pub introduces: bool,
    /// The known question whose wording it repeats: questionnaire, question.
    pub known: Option<(usize, usize)>,
}

/// The points of every unit.
pub(super) fn weigh_units(reading: &Reading<'_>, units: &[Unit]) -> Vec<Features> {
    let mut weighed: Vec<Features> = units.iter().map(|unit| weigh(reading, unit)).collect();
    if units.iter().any(|unit| unit.quoted) {
        for (unit, features) in units.iter().zip(&mut weighed) {
            features.ask += if unit.quoted { 6 } else { -2 };
        }
        // Whoever answers between quoted questions need not say so.
        let first = units.iter().position(|unit| unit.quoted).unwrap_or(0);
        for (unit, features) in units.iter().zip(&mut weighed).skip(first).filter(|(unit, _)| !unit.quoted) {
            features.answer += if unit.begins_line && unit.gap { 4 } else { 0 };
        }
    }
    weigh_same_line(units, &mut weighed);
    weigh_indents(reading.text, units, &mut weighed);
    weigh_bare_list(units, &mut weighed);
    // A letter that sets some answers in bold after their questions keeps to the habit.
    if units.iter().filter(|unit| unit.bold && unit.set_off).count() > 1 {
        let asks: Vec<bool> = weighed.iter().map(|features| features.ask >= 3).collect();
        for (i, (unit, features)) in units.iter().zip(&mut weighed).enumerate() {
            // The bold title of a group of questions answers nothing.
            let title = unit.begins_line && unit.gap && asks.get(i + 1) == Some(&true) && !unit.set_off;
            if !unit.bold || unit.number().is_some() || title {
                continue;
            }
            features.answer += if unit.gap || unit.set_off { 4 } else { 1 };
        }
    }
    // "1a Signed up to the Charter - Yes": what is set off from a labelled line answers it.
    for i in 1..units.len() {
        let (asked, answer) = (&units[i - 1], &units[i]);
        // "a) 2014/15 - 36" is a figure.
        let period =
            asked.pieces.first().is_none_or(|piece| piece.of(reading.text).starts_with(|c: char| c.is_ascii_digit()));
        if asked.number().is_some() && asked.begins_line && answer.set_off && !answer.begins_line && !period {
            weighed[i - 1].ask += 6;
            weighed[i - 1].complete = true;
        }
    }
    weigh_titles(reading, units, &mut weighed);
    weigh_repeats(reading, units, &mut weighed);
    mark_siblings(units, &mut weighed);
    left_open::weigh_bare_marks(reading, units, &mut weighed);
    weighed
}

/// A number next after a question's is a question's, too: "(ii) policies" after "(i) a description of the approach".
fn mark_siblings(units: &[Unit], weighed: &mut [Features]) {
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

/// True where `number` is the first of a list below `before`.
fn opens_list(number: &Number, before: &Number) -> bool {
    number.0.len() > before.0.len()
}

/// A letter that sets its answers further in than its questions does so throughout.
fn weigh_indents(text: &str, units: &[Unit], weighed: &mut [Features]) {
    const DEEPER: usize = 3;
    let lines: Vec<usize> =
        (0..units.len()).filter(|&i| units[i].begins_line && !weighed[i].heading && weighed[i].neither < 10).collect();
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

/// A letter that is nothing but numbered answers: no question is printed, and the numbers run on.
fn weigh_bare_list(units: &[Unit], weighed: &mut [Features]) {
    const LONG: usize = 8;
    let listed: Vec<usize> = (0..units.len()).filter(|&at| units[at].number().is_some()).collect();
    let (Some(&first), Some(&last)) = (listed.first(), listed.last()) else { return };
    let opens = units[first].number().and_then(|number| number.0.first()).is_some_and(Step::is_first);
    let asked = weighed.iter().filter(|features| features.ask > 0 || features.announces.is_some()).count();
    let mut path = Number::default();
    let run = listed.iter().filter_map(|&at| units[at].number()).filter(|number| {
        let number = number.below(&path);
        let follows = number.follows(&path) || number > path;
        path = number;
        follows
    });
    if listed.len() >= LONG && opens && asked == 0 && run.count() + 1 >= listed.len() {
        weighed[first..=last].iter_mut().for_each(|features| features.answer += 10);
    }
}

/// "1(a) Surplus spent on? Not recorded": a letter that answers numbered questions on their own line does so throughout.
fn weigh_same_line(units: &[Unit], weighed: &mut [Features]) {
    let follows = |at: &usize| {
        let (asked, next) = (&units[at - 1], &units[*at]);
        weighed[at - 1].questioned
            && asked.number().is_some()
            && asked.begins_line
            && !next.begins_line
            && next.label.is_none()
            && next.side.is_none()
            && !weighed[*at].questioned
            && weighed[*at].known.is_none()
    };
    let answers: Vec<usize> = (1..units.len()).filter(follows).collect();
    if answers.len() > 3 {
        for at in answers {
            weighed[at - 1].ask += 4;
            weighed[at].answer += 8;
        }
    }
}

/// A short line without a stop, right before a question, is the title of a group of questions.
fn weigh_titles(reading: &Reading<'_>, units: &[Unit], weighed: &mut [Features]) {
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
        let plain =
            own.ask <= 2 && own.answer <= 1 && title.side.is_none() && title.begins_line && own.announces.is_none();
        let words = title.pieces.first().map_or("", |piece| piece.of(reading.text));
        let short =
            !words.is_empty() && words.len() < 90 && !words.trim_end_matches('*').ends_with(['.', '?', ';', ',']);
        // "2017/18 = 43" and "Female - 72%" are figures.
        let short = short && !words.ends_with(|c: char| c.is_ascii_digit() || "%+".contains(c));
        // Right behind a whole question it is the answer to it.
        let answers = i > 1 && weighed[i - 2].complete && weighed[i - 2].ask > weighed[i - 2].answer;
        let short = short && !(answers && title.number().is_none());
        if !(leads && plain && short) {
            continue;
        }
        let opens = next.number().and_then(|number| number.0.last()).is_some_and(Step::is_first);
        if title.number().is_some() && (opens || weighed[i].introduces || next.number().is_none() && title.gap) {
            weighed[i - 1].ask += 4;
        } else if title.number().is_none() && title.gap && title.label.is_none() {
            weighed[i - 1].neither += 4;
        }
    }
}

fn starts_with_box(words: &str) -> bool {
    words.starts_with(['\u{2610}', '\u{2611}', '\u{2612}', '\u{25a1}'])
        || words.starts_with("[ ]")
        || words.starts_with("[x]")
        || words.starts_with("[X]")
}

/// A number that was asked under before is an answer's, unless it asks again; words asked before are asked again.
fn weigh_repeats(reading: &Reading<'_>, units: &[Unit], weighed: &mut [Features]) {
    let mut numbers: HashSet<Number> = HashSet::new();
    let mut questions: HashSet<String> = HashSet::new();
    let mut path = Number::default();
    for (i, (unit, features)) in units.iter().zip(weighed).enumerate() {
        let words = View::new(reading.folded, &unit.pieces).text().to_owned();
        // The last words of a letter that is cut off may repeat the beginning of a question.
        let cut = i + 1 == units.len() && questions.iter().any(|question| question.starts_with(&words));
        let again = words.len() > 24 && (cut || questions.contains(&words));
        if again {
            features.ask += 8;
            features.complete = true;
        }
        let asks = features.ask > features.answer;
        if let Some(label) = unit.number() {
            path = label.below(&path);
            let whole = View::new(reading.folded, &[unit.whole]);
            let named = ["question", "request", "enquiry", "query"].iter().any(|noun| whole.text().starts_with(noun));
            if named && !numbers.contains(&path) {
                features.ask += 6;
                features.complete = true;
                numbers.insert(path.clone());
            } else if numbers.contains(&path) && features.known.is_none() && !features.complete {
                features.answer += 3;
            } else if asks {
                if numbers.contains(&path) && !again {
                    // Another list of questions that begins anew.
                    numbers.clear();
                }
                numbers.insert(path.clone());
            }
        }
        if asks {
            questions.insert(words);
        }
    }
}

fn weigh(reading: &Reading<'_>, unit: &Unit) -> Features {
    let mut features = Features::default();
    let view = View::new(reading.folded, &unit.pieces);
    let words = view.text();
    match unit.side {
        // A mark alone on its line is a heading.
        Some(side) if unit.mark.is_some() && unit.pieces.is_empty() => {
            features.announces = Some(if side == Side::Answer { Role::Answer } else { Role::Ask });
            features.heading = true;
            features.neither += 12;
            return features;
        }
        Some(Side::Answer) => features.answer += 20,
        Some(Side::Question) => features.ask += 20,
        None => {}
    }
    weigh_zone(reading, unit, &mut features);
    weigh_phrases(reading, words, &mut features);
    weigh_wording(reading, words, &mut features);
    if words.ends_with('?') || words.ends_with("?\"") || words.ends_with("?)") {
        // A heading of a table may end so: "Information released?"
        features.ask += if words.split(' ').count() > 2 { 4 } else { 2 };
        features.complete = true;
        features.questioned = true;
        // "Signed up?" asks, however an answer might open.
        features.answer = features.answer.min(1);
    }
    features.asks = features.complete;
    if words.ends_with('.') && features.ask < 3 && words.len() > 8 {
        features.answer += 2;
    }
    features.introduces = words.ends_with(':') || words.ends_with(":-");
    if unit.set_off {
        features.answer += 4;
    }
    if words.is_empty() && unit.side.is_none() {
        features.neither += 1;
    }
    features
}

fn weigh_zone(reading: &Reading<'_>, unit: &Unit, features: &mut Features) {
    match reading.zones.at(unit.whole.start) {
        Zone::Review | Zone::Regulator | Zone::SignOff => features.neither += 30,
        Zone::Beyond => features.neither += 60,
        Zone::Head => features.neither += 4,
        Zone::Request => features.ask += 10,
        Zone::Answers => {}
    }
}

fn weigh_phrases(reading: &Reading<'_>, words: &str, features: &mut Features) {
    let (mut asked, mut answers, mut direct) = (0, 0, 0);
    let (mut named, mut given) = (0, false);
    for cue in reading.phrases.find(words, &MEANINGS) {
        match cue.phrase.means.as_str() {
            "request-heading" => (features.announces, features.heading) = (Some(Role::Ask), true),
            "answer-heading" => (features.announces, features.heading) = (Some(Role::Answer), true),
            "frame-heading" => (features.announces, features.heading) = (Some(Role::Neither), true),
            "request-lead" if features.announces.is_none() => features.announces = Some(Role::Ask),
            "answer-lead" if features.announces.is_none() => features.announces = Some(Role::Answer),
            "frame" => features.neither += 15,
            "asks" => asked = asked.max(cue.span.end),
            "asks-for" => named = named.max(cue.span.end),
            "gives" | "answers" if cue.phrase.id == "is-given" || cue.phrase.means == "gives" => {
                (given, answers) = (true, answers + 1);
            }
            "asks-weakly" => features.ask += 2,
            "asks-you" => features.ask += 1,
            "answers" => answers += 1,
            "answers-directly" => direct = direct.max(cue.span.end),
            _ => {}
        }
    }
    // "A summary of the policy" asks for one; "A summary of the policy is attached" gives it.
    asked = if given { asked } else { asked.max(named) };
    // "Please see the policy" answers and "we also want" asks: the longer opening decides.
    let (asks, directly) = (asked > direct, direct > 0 && direct >= asked);
    let leads_only = features.announces == Some(Role::Answer)
        && words.len() < 110
        && (words.ends_with(':') || ["below", "follow", "attached"].iter().any(|end| words.contains(end)))
        && reading.phrases.find(words, &["request-lead"]).is_empty();
    if features.heading {
        features.neither += 12;
    } else {
        if leads_only && asked == 0 && !directly_given(words) {
            features.neither += 6;
        }
        // "You asked whether …" tells the question itself; "You asked:" only leads to it.
        if features.announces == Some(Role::Ask) && words.len() > 80 && !words.ends_with(':') {
            features.ask += 3;
        }
        features.ask += if asks { 4 } else { 0 };
        features.complete = asks && !words.ends_with(':');
        features.answer += answers.min(3) + if directly { 5 } else { 0 };
    }
}

/// True where a sentence hands something over, so that it is more than a heading: "Please see attached."
fn directly_given(words: &str) -> bool {
    words.contains("attached") && !words.contains("response") && !words.contains("answers")
}

const MEANINGS: [&str; 13] = [
    "request-heading",
    "answer-heading",
    "frame-heading",
    "request-lead",
    "answer-lead",
    "frame",
    "asks",
    "asks-weakly",
    "asks-you",
    "asks-for",
    "gives",
    "answers",
    "answers-directly",
];

fn weigh_wording(reading: &Reading<'_>, words: &str, features: &mut Features) {
    let split = reading.wordings.split(words);
    let Some(hit) = reading.wordings.find(&split, FOUND).into_iter().next() else {
        if let Some(known) = reading.wordings.find_short(&split) {
            features.ask += 4;
            features.complete = true;
            features.known = Some(known);
        }
        return;
    };
    // The wording must make up the unit: an answer may well repeat a question's words inside its own.
    let own = hit.words.len() as f32 / split.len().max(1) as f32;
    if own >= 0.6 {
        features.ask += 8;
        features.complete = true;
        features.known = Some((hit.questionnaire, hit.question));
    } else if hit.words.start < 12 {
        features.ask += 4;
    }
}
