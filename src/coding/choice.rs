//! The options that an answer takes up, of those that its question offers.

use std::sync::LazyLock;

use regex::Regex;

use super::states::{elsewhere, not_applicable, not_held, refused};
use super::{Coded, Sentence, Subject, Words};
use crate::catalogue::Choice;
use crate::record::Code;
use crate::text::Span;

/// Codes an answer to a question that offers options: their ids, in the question's order, joined by `+`.
pub(super) fn code(words: &Words<'_>, subject: Subject<'_>) -> Coded {
    if let Some(coded) = not_applicable(words).or_else(|| refused(words)) {
        return coded;
    }
    let chosen: Vec<(&Choice, Vec<Span>)> = subject
        .options
        .iter()
        .filter_map(|option| {
            words.sentences.iter().find_map(|sentence| taken_up(sentence, option)).map(|at| (option, at))
        })
        .collect();
    if let Some(coded) = chosen_by_place(words, subject.options).filter(|_| chosen.is_empty()) {
        return coded;
    }
    if chosen.is_empty() {
        let state = not_held(words).or_else(|| elsewhere(words));
        return state.unwrap_or_else(|| Coded::inferred(Code::Unclear, "no-option", words.spans.clone()));
    }
    let ids: Vec<&str> = chosen.iter().map(|(option, _)| option.id.as_str()).collect();
    let evidence: Vec<Span> = chosen.iter().flat_map(|(_, at)| at.clone()).collect();
    let named: usize = evidence.iter().map(|span| span.len()).sum();
    let whole: usize = words.spans.iter().map(|span| span.len()).sum();
    let code = Code::Value(ids.join("+"));
    // Where little but options is written, nothing can turn them round.
    if whole <= named + 5 * chosen.len() + 4 {
        Coded::stated(code, "options", evidence)
    } else {
        Coded::inferred(code, "options-named", evidence)
    }
}

/// "All of these", "any of the first three": options by their place in the question.
static BY_PLACE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:all|any|each|both|either)(?: of)?(?: (?:these|those|them|the above|the options|(?:the )?first (?P<count>two|three|four|five|six)|(?:the )?(?P<whole>two|three|four|five|six)))(?-u:\b)")
        .expect("a fixed pattern")
});

const COUNTS: [&str; 7] = ["", "", "two", "three", "four", "five", "six"];

/// The options that an answer takes up by their place; `None` where it names more than there are, or leaves some out.
fn chosen_by_place(words: &Words<'_>, options: &[Choice]) -> Option<Coded> {
    let [only] = &words.sentences[..] else { return None };
    let text = only.view.text();
    let hit = BY_PLACE.captures(text).filter(|_| !WITHOUT.iter().chain(&["but "]).any(|word| text.contains(word)))?;
    let count = |name| hit.name(name).and_then(|word| COUNTS.iter().position(|count| *count == word.as_str()));
    let taken = match (count("count"), count("whole")) {
        (Some(first), _) => options.get(..first)?,
        (None, Some(all)) => Some(options).filter(|options| options.len() == all)?,
        (None, None) => options,
    };
    let ids: Vec<&str> = taken.iter().map(|option| option.id.as_str()).collect();
    let place = only.view.back(hit.get(0)?.range().into());
    Some(Coded::inferred(Code::Value(ids.join("+")), "options-by-place", place))
}

/// Words by which what is named is not to be had.
const WITHOUT: [&str; 11] =
    ["not ", "no ", "n't", "nor ", "never", "withdrawn", "no longer", "removed", "taken out", "stopped", "except"];

/// Where a sentence takes up `option`: names it in a clause that does not deny it.
fn taken_up(sentence: &Sentence<'_>, option: &Choice) -> Option<Vec<Span>> {
    let text = sentence.view.text();
    let hit = option.named.find_iter(text).find(|hit| {
        let clause = clause_around(text, Span::from(hit.range()));
        !WITHOUT.iter().any(|word| clause.contains(word))
    })?;
    Some(sentence.view.back(hit.range().into()))
}

/// The clause that holds `at`, lists left whole.
fn clause_around(text: &str, at: Span) -> &str {
    const ENDS: [&str; 6] = ["; ", " but ", ", so ", " although ", ", and we ", ", which "];
    let start = ENDS.iter().filter_map(|end| text[..at.start].rfind(end).map(|i| i + end.len())).max().unwrap_or(0);
    let end = ENDS.iter().filter_map(|end| text[at.end..].find(end).map(|i| at.end + i)).min().unwrap_or(text.len());
    &text[start.min(at.start)..end]
}
