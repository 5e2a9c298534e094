//! The options that an answer takes up, of those that its question offers.

use std::sync::LazyLock;

use crate::text::Regex;

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
    if let Some(coded) = chosen_by_place(words, subject.options) {
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

/// "All of these", "any of the first three", "everything but the last": options by their place in the question.
static BY_PLACE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:(?:all|any|each|both|either)(?: of)?(?: (?:these|those|them|the above|the options|(?:the )?first (?P<first>two|three|four|five|six)|(?:the )?(?P<whole>two|three|four|five|six)))|everything (?:on (?:your|the) list|listed|(?:that )?you (?:list|name|mention)))(?-u:\b)|^all(?-u:\b)")
        .expect("a fixed pattern")
});

/// What leaves some of them out.
static BUT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:but|except|bar|save|apart from|other than|with the exception of)(?-u:\b)")
        .expect("a fixed pattern")
});

/// The options that an answer takes up by their place; `None` where it names more than there are.
fn chosen_by_place(words: &Words<'_>, options: &[Choice]) -> Option<Coded> {
    let [only] = &words.sentences[..] else { return None };
    let text = only.view.text();
    let hit = BY_PLACE.captures(text)?;
    let place = Span::from(hit.get(0)?.range());
    let count = |name| {
        let word = hit.name(name)?;
        ["two", "three", "four", "five", "six"].iter().position(|count| *count == word.as_str()).map(|at| at + 2)
    };
    let taken = match (count("first"), count("whole")) {
        (Some(first), _) => options.get(..first)?,
        (None, Some(all)) => Some(options).filter(|options| options.len() == all)?,
        (None, None) => options,
    };
    let (before, after) = (&text[..place.start], &text[place.end..]);
    let but = BUT.find(after);
    let rest = but.map_or(after, |but| &after[..but.start()]);
    // "All of these sites take cash" speaks of sites.
    let most = if place.of(text) == "all" { 0 } else { 4 };
    let of_more = rest.trim_matches([' ', '.']).split_whitespace().count() > most
        || options.iter().any(|option| option.named.is_match(rest));
    if of_more || WITHOUT.iter().any(|word| before.contains(word) || rest.contains(word)) {
        return None;
    }
    let left_out = |option: &&Choice| but.is_some_and(|but| option.named.is_match(&after[but.end()..]));
    let ids: Vec<&str> = taken.iter().filter(|option| !left_out(option)).map(|option| option.id.as_str()).collect();
    // Whatever else is left out is not known by its name.
    (but.is_none() || ids.len() < taken.len())
        .then(|| Coded::inferred(Code::Value(ids.join("+")), "options-by-place", only.view.back(place)))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::text::Folded;

    #[test]
    fn options_are_taken_up_by_name_and_by_place() {
        let option = |id: &str| Choice { id: id.to_owned(), named: Regex::new(&format!("{id}s?")).unwrap() };
        let options = ["cash", "card", "app", "permit"].map(option);
        let catalogue = Catalogue::shipped();
        for (answer, code) in [
            ("Card and app.", "card+app"),
            ("We take cards, but cash was withdrawn.", "card"),
            ("Any of the first three.", "cash+card+app"),
            ("All of these except permits.", "cash+card+app"),
            ("All four", "cash+card+app+permit"),
            ("All", "cash+card+app+permit"),
            ("All but permits.", "cash+card+app"),
            ("All our sites have machines", "unclear"),
            ("Everything on your list but cash", "card+app+permit"),
            ("All of these but cheques", "unclear"),
            ("All of these sites have been taken over by others.", "unclear"),
            ("None of these", "unclear"),
        ] {
            let folded = Folded::new(answer);
            let words = Words::read(answer, &folded, &catalogue.phrases, &[Span::new(0, answer.len())], &[]);
            let subject = Subject { options: &options, ..Subject::default() };
            assert_eq!(super::code(&words, subject).code.name(), code, "{answer}");
        }
    }
}
