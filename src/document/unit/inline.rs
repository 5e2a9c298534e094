//! Labels inside a paragraph, where they begin another item.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::document::block::{CITING, NAMING};
use crate::document::label::{Label, parse_label};
use crate::document::number::{Number, Step};
use crate::text::{Regex, Span};

/// Nothing but the first labels of a joint list: "2a, 3a(ii). Yes", "Questions 1a, 3a(i) and".
static LABELS_ONLY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:questions?|q|points?|items?|requests?)?\s*(?:\(?[0-9]{0,2}[a-h]?\)?(?:\([ivx]{1,4}\))?\s*(?:,|&|and(?-u:\b))\s*)+$").expect("a fixed pattern")
});

/// Words with which a question goes on behind its label in a sentence that tells it.
const ASKING: [&str; 8] = ["whether", "if", "when", "what", "which", "how", "who", "where"];

/// What stands so near an inline label, in bytes, may tell what it is.
const NEAR: usize = 200;

/// Places inside a paragraph where a label in sequence begins another item: `a) signed up? b) if yes, (i) date`.
pub(super) fn inline_labels(text: &str, piece: Span) -> Vec<usize> {
    let words = piece.of(text);
    let mut found: Vec<(usize, Number)> = Vec::new();
    for (at, _) in words.match_indices([' ', '\t', '\n', '\r', '*', '\u{a0}', '"', '\u{201c}']) {
        let after = at + words[at..].chars().next().map_or(1, char::len_utf8);
        let rest = &words[after..];
        if rest.starts_with(|c: char| c == '(' || c.is_ascii_alphanumeric())
            && let Some((Label::Number(number), _)) = parse_label(rest)
        {
            found.push((after, number));
        }
    }
    let bare = words.trim_start_matches(['*', '_']);
    let own = own_label(bare).map(|(number, taken)| (number, words.len() - bare.len() + taken));
    // What the label of the whole paragraph takes begins nothing.
    found.retain(|(at, _)| own.as_ref().is_none_or(|(_, taken)| at >= taken));
    // The steps that would go on from those seen, and where each step stands last.
    let mut due: HashSet<Step> = own.iter().flat_map(|(number, _)| &number.0).filter_map(Step::next).collect();
    // "3a - first bullet: none. Second bullet: two"
    let behind = own.as_ref().and_then(|(_, taken)| words.get(*taken..));
    let below = behind.and_then(|rest| parse_label(rest.trim_start_matches(['-', '\u{2013}', ' '])));
    if let Some((Label::Number(number), _)) = below {
        due.extend(number.0.last().filter(|step| step.is_first()).and_then(Step::next));
    }
    let last: HashMap<&Step, usize> =
        found.iter().enumerate().flat_map(|(i, (_, number))| number.0.iter().map(move |step| (step, i))).collect();
    // Figures for several things are asked for at once, and answered in one table.
    // "3a Whether it has been used for (i) misconduct or (ii) complaints" is asked in two parts, too.
    let opens = |with: &str| own.as_ref().is_some_and(|(_, taken)| words[*taken..].starts_with(with));
    let whether = opens("Whether ") || opens("whether ") || words.contains(") whether ");
    let told_apart = (words.ends_with('?') || whether)
        && !["how many", "How many", "number of", "Of these"].iter().any(|many| words.contains(many));
    let mut cuts = Vec::new();
    for (i, (at, number)) in found.iter().enumerate() {
        let Some(step) = number.0.last() else { continue };
        let before = words[words.floor_char_boundary(at.saturating_sub(NEAR))..*at].trim_end();
        let before = before.trim_end_matches(['*', '_', '"', '\u{201c}']).trim_end();
        let after = &words[*at..words.floor_char_boundary(at + NEAR)];
        let stopped = before.ends_with([':', '?', '.', ';', ',', ')', '\u{2013}']) || before.ends_with(" -");
        // "(b)(i)" goes on from "(a)".
        let opens_below =
            || number.0.len() > 1 && due.contains(&number.0[0]) && number.0[1..].iter().all(Step::is_first);
        let goes_on = due.contains(step) || opens_below();
        let cited = is_cited(before, goes_on && words[*at..].starts_with('('));
        // "Estates (your 2a, 2b(i))" names questions.
        let named = before
            .rfind("(your")
            .is_some_and(|open| !before[open..].ends_with("))") && !before[open..].contains(['\n', '.']));
        // "in the context of (i) assault, or misconduct (ii) complaints?": the first goes with its stem, the next begins an item.
        let listed = step.is_first() && told_apart && words[*at..].starts_with('(');
        if listed && step.next().is_some_and(|next| last.get(&next).is_some_and(|&at| at > i)) {
            due.extend(step.next());
        }
        // "We have not answered 3b." ends in a number.
        let ends = !stopped && after.split_whitespace().nth(1).is_none();
        if cited || named || ends || *at <= NEAR && LABELS_ONLY.is_match(&words[..*at]) {
            continue;
        }
        let whole_number = number.0.len() > 1 && (stopped || ends_in_stop(after));
        let titled = ends_in_stop(after) && begins_capital(after);
        let opens = (stopped || titled || before.rsplit(' ').next().is_some_and(is_label))
            && step.is_first()
            && step.next().is_some_and(|next| last.get(&next).is_some_and(|&at| at > i));
        // "It was in three parts. Part 1 asked:"
        let rest = &words[*at..];
        let introduces = stopped
            && rest.starts_with(|c: char| c.is_ascii_alphabetic())
            && rest.trim_end_matches(':').len() + 1 == rest.len()
            && !rest.contains(['.', '?']);
        // "i. In 2024 ii. Nothing specific": nothing but a label looks like "ii."
        let numeral = titled && matches!(step, Step::Roman(value) if ![1, 5, 10].contains(value));
        // "You would like to know (1a) whether …; (1b) when …"
        let in_a_row = number.0.len() > 1
            && words[*at..].starts_with('(')
            && after.split_whitespace().nth(1).is_some_and(|word| ASKING.contains(&word))
            && found.get(i + 1).is_some_and(|(_, next)| next.follows(number));
        if introduces || whole_number || in_a_row || goes_on && (stopped || numeral || step_in_brackets(after)) || opens
        {
            due.extend(number.0.iter().filter_map(Step::next));
            cuts.push(piece.start + at);
        }
    }
    cuts
}

/// The number that `words` begin with, and the bytes it takes: "2. a) and b) Yes" begins with 2a.
pub(super) fn own_label(words: &str) -> Option<(Number, usize)> {
    let (Label::Number(mut number), mut taken) = parse_label(words)? else { return None };
    while let Some((Label::Number(inner), more)) = parse_label(&words[taken..]) {
        let below = inner.below(&number);
        if !number.is_above(&below) {
            break;
        }
        (number, taken) = (below, taken + more);
    }
    Some((number, taken))
}

/// True where the label behind `before` names what stands elsewhere: "section (b)", "1(a) and (b)"; not where words went before
/// "and" or "or" and the label of an `item` goes on from the last: "(i) the date and (ii) the policy".
fn is_cited(before: &str, item: bool) -> bool {
    let mut back = before.rsplit([' ', '\n', '(']);
    let last = back.next().unwrap_or("").to_lowercase();
    let mut words_before = || {
        let word = back.next().unwrap_or("");
        word.len() > 1 && word.trim_end_matches([',', ';']).bytes().all(|byte| byte.is_ascii_lowercase())
    };
    CITING.contains(&last.as_str()) && !(item && ["and", "or"].contains(&last.as_str()) && words_before())
        || is_named(before)
}

/// True behind other numbers of questions that are named: "questions 1(b)(ii), 2(b) and".
fn is_named(before: &str) -> bool {
    let joined = before.ends_with(',') || [" and", " or", " &"].iter().any(|joins| before.ends_with(joins));
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && is_label(word.trim_end_matches(','));
    let mut words = before.rsplit([' ', '\n', '\r']).filter(|word| !word.is_empty());
    let first = words.find(|word| !number(word) && !["and", "or", "&"].contains(word));
    joined && first.is_some_and(|first| NAMING.contains(&first.to_lowercase().as_str()))
}

/// True for `a. Which`, false for `a) dismissal`.
fn begins_capital(words: &str) -> bool {
    words.split_whitespace().nth(1).is_some_and(|word| word.starts_with(char::is_uppercase))
}

fn is_label(word: &str) -> bool {
    matches!(parse_label(&format!("{word} ")), Some((Label::Number(_), taken)) if taken > word.len())
}

/// True for `3a(i). No` and `a) No`, false for `3a No` and `3a(i) could`.
fn ends_in_stop(words: &str) -> bool {
    words.split_whitespace().next().is_some_and(|label| {
        label.ends_with(['.', ':']) || label.ends_with(')') && label.matches(')').count() != label.matches('(').count()
    })
}

fn step_in_brackets(words: &str) -> bool {
    words.starts_with('(') || words.chars().take(4).any(|c| c == ')')
}
