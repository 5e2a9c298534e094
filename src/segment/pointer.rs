//! Openings that say which question is being answered: "In relation to question 3", "Q3a and b:", "1. & 2.".

mod list;
mod patterns;

use std::sync::LazyLock;

use crate::document::{Number, Step};
use crate::text::{Folded, Regex, Span, View};

pub use list::{is_deep, read_list};

use list::steps;
use patterns::{COUNTS, ORDINALS, PAIRED, PATTERNS};

/// Which questions an opening names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A printed number.
    Number(Number),
    /// The n-th of what stands under a number, counted from 0: "the second part of question 1(b)".
    Part(Number, usize),
    /// Every number from the first to the second.
    Range(Number, Number),
    /// The n-th question, counted from 0; `usize::MAX` for the last.
    Ordinal(usize),
    /// The n-th of the questions that are answered together, counted from 0: "For the first, …".
    Nth(usize),
    /// Every question.
    All,
    /// Every question that has no answer yet.
    Rest,
}

impl Target {
    /// Which it is of the questions that are answered together.
    pub(super) fn nth(&self) -> Option<usize> {
        match self {
            Target::Nth(nth) => Some(*nth),
            _ => None,
        }
    }

    /// The numbers that it names by itself, where no question is printed: `3`, or each of `1` to `4`. What is counted under a
    /// number is numbered in Roman: `1b-ii` is the second bullet of 1b.
    pub(super) fn numbers(&self) -> Vec<Number> {
        const MOST: usize = 30;
        match self {
            Target::Number(number) => vec![number.clone()],
            Target::Range(from, to) if from.0.len() == to.0.len() => {
                let Some((first, above)) = from.0.split_last() else { return Vec::new() };
                let steps = std::iter::successors(Some(first.clone()), Step::next).take(MOST);
                let numbers = steps.map(|step| Number(above.iter().cloned().chain([step]).collect()));
                let all: Vec<Number> = numbers.take_while(|number| number <= to).collect();
                if all.last() == Some(to) { all } else { Vec::new() }
            }
            Target::Part(number, nth) if *nth < ORDINALS.len() => vec![number.with_part(*nth)],
            _ => Vec::new(),
        }
    }
}

/// An opening that names questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// The questions, in the order named.
    pub targets: Vec<Target>,
    /// Length of the opening in the folded text, in bytes.
    pub len: usize,
    /// True where a word such as "question" is printed, or several numbers: a bare label may be a mere list item.
    pub explicit: bool,
}

impl Pointer {
    fn explicit(targets: Vec<Target>, len: usize) -> Self {
        Pointer { targets, len, explicit: true }
    }
}

/// What follows the first digits of a large figure.
static THOUSANDS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^,[0-9]{3}").expect("a fixed pattern"));

/// Leads that only questions follow: "as for", "in relation to"; "for 12 months" may follow others.
const SURE: [&str; 10] =
    ["with ", "in r", "in answer", "in terms", "having ", "as r", "as to", "as for", "turning", "moving"];

/// A year, and no more digits.
static YEAR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^,? (?:of )?(?:fy ?)?(?:19|20)[0-9]{2}(?:[^0-9]|$)").expect("a fixed pattern"));

/// What makes of a number the first part of a longer one: "your request 25-311", "01.02.2024".
static GOES_ON: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^(?:[-/]|\.[0-9]{3})[0-9]").expect("a fixed pattern"));

/// What follows where somebody says of questions only that they were answered: "We have answered questions 1 and 2 in full".
static LOOKS_BACK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^,? (?:although|though|even|above|in full|fully|as far|to the best|in good faith|within|outside)(?-u:\b)",
    )
    .expect("a fixed pattern")
});

/// "Parts 1 and 2 are answered below", and not here; "the answer to 2a covers this", too.
static ANSWERED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\)? (?:(?:is|are|was|were|has been|have been) (?:all |both |fully )?answered(?: in full| in part| below| above| in turn)?[.;,]|(?:also )?(?:covers|applies|serves|answers|deals with)(?-u:\b))")
        .expect("a fixed pattern")
});

/// What makes of the last number of a list the day of a date: "1b(i) - 1 March 2024".
static MONTH: LazyLock<Regex> = LazyLock::new(|| {
    let months = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    Regex::new(&format!("^ (?:{months})(?: [0-9]{{4}}|[.,;]|$)")).expect("a fixed pattern")
});

/// Words before a pointer that only keep count: "Finally, in answer to question 4".
const COUNTING: [&str; 11] = [
    "finally, ",
    "lastly, ",
    "next, ",
    "then, ",
    "similarly, ",
    "likewise, ",
    "in addition, ",
    "also, ",
    "it follows that ",
    "that leaves ",
    "this leaves ",
];

/// "In short, it is yes to 1a and 2a": the side comes first, and is the answer to all that is named.
static SIDED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:in short|in brief|briefly|so|and)?,? ?)(?:it is |the answer is |our answer is |we say )?(?:yes|no|not applicable|n/a|not held)(?: is the answer)? (?:to|for) ")
        .expect("a fixed pattern")
});

/// True of a folded sentence that names questions behind the answer to them: "it is yes to 1a and 2a".
pub(super) fn starts_with_side(sentence: &str) -> bool {
    SIDED.is_match(sentence) && parse_pointer(sentence).is_some_and(|pointer| pointer.len == 0)
}

/// Reads the opening of a folded sentence.
pub fn parse_pointer(sentence: &str) -> Option<Pointer> {
    let sided = SIDED.find(sentence).map(|side| &sentence[side.end()..]);
    if let Some(pointer) =
        sided.and_then(by_number).filter(|pointer| pointer.targets.iter().any(is_deep) || pointer.explicit)
    {
        return Some(Pointer { len: 0, ..pointer });
    }
    let lead = COUNTING.iter().find(|lead| sentence.starts_with(**lead)).map_or(0, |lead| lead.len());
    let opening = parse_opening(&sentence[lead..]);
    opening.map(|pointer| Pointer { len: pointer.len + lead, explicit: pointer.explicit || lead > 0, ..pointer })
}

/// Tried in turn: the first that knows the opening tells what it names. Every sentence is tried, and most name nothing: who can
/// refuse by a sign that must be there does so before its pattern is asked.
const READERS: [fn(&str) -> Option<Pointer>; 11] = [
    of_all,
    by_steps,
    by_numeral,
    by_bullets,
    by_ordinal,
    by_place,
    by_telling,
    aside,
    of_department,
    to_questions,
    by_number,
];

fn parse_opening(sentence: &str) -> Option<Pointer> {
    let end = (0..=sentence.len().min(120)).rev().find(|&i| sentence.is_char_boundary(i))?;
    READERS.iter().find_map(|read| read(&sentence[..end]))
}

/// "All of your questions", "the remaining points".
fn of_all(opening: &str) -> Option<Pointer> {
    if let Some(hit) = PATTERNS.rest.find(opening) {
        return Some(Pointer::explicit(vec![Target::Rest], hit.end()));
    }
    let end = PATTERNS.every.find(opening)?.end();
    // "Both limbs of question 3" are those of one.
    let numbered = opening[end..].starts_with(" ")
        && opening[end..].trim_start_matches([' ', '(']).starts_with(|c: char| c.is_ascii_digit());
    // "Both points are well made" speaks of what somebody complained of.
    const JUDGED: [&str; 7] = ["well ", "fair", "good", "valid", "sound", "right", "some force"];
    let judged = [" are ", " were ", " have "].iter().any(|verb| {
        opening[end..].strip_prefix(verb).is_some_and(|rest| JUDGED.iter().any(|judged| rest.starts_with(judged)))
    });
    (!numbered && !judged).then(|| Pointer::explicit(vec![Target::All], end))
}

/// "To i, ii and iv: not applicable."
fn by_steps(opening: &str) -> Option<Pointer> {
    let hit = PATTERNS.parts.captures(opening.contains(':').then_some(opening)?)?;
    let numbers = steps(&hit["list"]).map(Number::parse).collect::<Option<Vec<Number>>>()?;
    Some(Pointer::explicit(numbers.into_iter().map(Target::Number).collect(), hit.get(0)?.end()))
}

/// "As for points ii and iv, …". "Part IV" may be one of an Act.
fn by_numeral(opening: &str) -> Option<Pointer> {
    let named = ["question", "point", "item", "limb"].iter().any(|noun| opening.contains(noun));
    let hit = PATTERNS.numerals.captures(named.then_some(opening)?)?;
    let numbers = steps(&hit["list"]).map(Number::parse).collect::<Option<Vec<Number>>>()?;
    Some(Pointer::explicit(numbers.into_iter().map(Target::Number).collect(), hit.name("list")?.end()))
}

/// "As to bullet three, …".
fn by_bullets(opening: &str) -> Option<Pointer> {
    let named = opening.contains("bullet") || opening.contains("limb");
    let hit = PATTERNS.bullets.captures(named.then_some(opening)?)?;
    let place = |word: &str| count_of(word).or_else(|| word.parse::<usize>().ok()?.checked_sub(1));
    let targets = steps(&hit["list"]).map(|word| place(word).map(Target::Nth)).collect::<Option<Vec<Target>>>()?;
    Some(Pointer::explicit(targets, hit.get(0)?.end()))
}

/// "Your third question asks", "question three concerns".
fn by_ordinal(opening: &str) -> Option<Pointer> {
    // "With regard to your first two questions, …"
    if let Some(hit) = PATTERNS.first_few.captures(opening) {
        let targets = (0..=count_of(&hit["many"])?).map(Target::Ordinal).collect();
        return Some(Pointer::explicit(targets, hit.get(0)?.end()));
    }
    let hit = PATTERNS.ordinal.captures(opening)?;
    // "Your second section, question 2(a), …" names the question itself.
    let numbered =
        |behind: &str| behind.trim_start_matches(" question").trim_start().starts_with(|c: char| c.is_ascii_digit());
    if hit[0].contains(" section") && hit.get(0).is_some_and(|hit| numbered(&opening[hit.end()..])) {
        return None;
    }
    let target = match hit.name("count") {
        Some(count) => Target::Number(Number(vec![Step::Number(count_of(count.as_str())? as u32 + 1)])),
        // "The first limb" is one of the question at hand.
        None if hit[0].contains(" limb") => Target::Nth(nth_of(&hit["nth"])?),
        None => Target::Ordinal(nth_of(&hit["nth"])?),
    };
    Some(Pointer::explicit(vec![target], hit.get(0)?.end()))
}

/// "For the first, …", "Second limb: …".
fn by_place(opening: &str) -> Option<Pointer> {
    let hit = PATTERNS.nth.captures(opening)?;
    let nth = nth_of(hit.name("nth").or(hit.name("bullet"))?.as_str())?;
    let end = hit.name("part").or(hit.get(0))?.end();
    Some(Pointer::explicit(vec![Target::Nth(nth)], if hit.name("says").is_some() { 0 } else { end }))
}

/// "The second, yes."
fn by_telling(opening: &str) -> Option<Pointer> {
    let hit = PATTERNS.told.captures(opening)?;
    Some(Pointer::explicit(vec![Target::Nth(nth_of(&hit["nth"])?)], hit.name("says")?.start()))
}

/// "The action plan, question 2b, …".
fn aside(opening: &str) -> Option<Pointer> {
    let hit = PATTERNS.aside.captures(opening.contains(',').then_some(opening)?)?;
    let targets = read_list(hit.name("noun").or(hit.name("bare"))?.as_str())?;
    // "(2b)" names a question, "(2)" may count anything.
    let names = hit.name("noun").is_some() || targets.iter().any(is_deep);
    names.then_some(Pointer::explicit(targets, hit.get(0)?.end() - 1))
}

/// "Patient Experience (your 2a, 2b)" above what that department says.
fn of_department(opening: &str) -> Option<Pointer> {
    let hit = PATTERNS.department.captures(opening.contains('(').then_some(opening)?)?;
    let targets = read_list(&hit["list"])?;
    let whole = hit.get(0)?;
    let named = |words: &str| whole.as_str().contains(words);
    let names = targets.iter().any(is_deep) || named("(your ") || named("(question");
    names.then_some(Pointer::explicit(targets, whole.end()))
}

/// "The Highways team has this to say on points 1 and 2:"
fn to_questions(opening: &str) -> Option<Pointer> {
    let hit = PATTERNS.leading.captures(opening.ends_with(':').then_some(opening)?)?;
    Some(Pointer::explicit(read_list(&hit["list"])?, 0))
}

/// "In relation to question 3", "Q3a and b:", "1. & 2.".
fn by_number(opening: &str) -> Option<Pointer> {
    let hit = PATTERNS.numbered.captures(opening)?;
    let (lead, noun, printed) = (hit.name("lead"), hit.name("noun"), hit.name("list")?);
    let behind = &opening[printed.end()..];
    if GOES_ON.is_match(behind)
        || ANSWERED.is_match(behind)
        || lead.is_some_and(|lead| lead.as_str().contains("answered")) && LOOKS_BACK.is_match(behind)
    {
        return None;
    }
    let list = cut_list(printed.as_str(), behind)?;
    let targets = read_list(list)?;
    let several = targets.len() > 1 || matches!(targets[..], [Target::Range(..)]);
    let together = hit.name("together");
    let names = match noun.map(|noun| noun.as_str()) {
        // A section is one of an Act, "Q1 2024/25" a quarter.
        Some(noun) => !(noun.starts_with("section") || noun == "q" && YEAR.is_match(behind)),
        None => {
            let first_digit = list.starts_with(|c: char| c.is_ascii_digit());
            let composite = first_digit && targets.iter().any(is_deep);
            let lead = lead.map(|lead| lead.as_str());
            // "On (ii) your complaint is upheld".
            let bracketed = lead.is_some() && list.starts_with('(') && list.ends_with(')');
            // "With regard to 8, see the report"; "for 12 months" and "to 5 patients" name no question.
            let surely = first_digit
                && behind.starts_with([',', ':'])
                && lead.is_some_and(|lead| SURE.iter().any(|sure| lead.starts_with(sure)));
            let listed = several && (list.contains(['.', ')', '&']) || lead.is_some() && together.is_some());
            composite || bracketed || surely || listed
        }
    };
    if !names {
        return None;
    }
    let nth = |name: &str| hit.name(name).and_then(|part| nth_of(part.as_str()));
    let parts: Vec<usize> = nth("part").or(nth("limb")).into_iter().chain(nth("other")).collect();
    let targets = match &targets[..] {
        // "1a and 1b (first bullet)": what is counted stands under the last.
        [before @ .., Target::Number(number)] if !parts.is_empty() => {
            let counted = parts.into_iter().map(|nth| Target::Part(number.clone(), nth));
            // "3a (first bullet) and 3b"
            let beside = hit.name("beside").and_then(|beside| read_list(beside.as_str())).unwrap_or_default();
            before.iter().cloned().chain(counted).chain(beside).collect()
        }
        _ => targets,
    };
    let len =
        together.or(hit.name("beside")).or(hit.name("kind")).map_or(printed.start() + list.len(), |last| last.end());
    Some(Pointer { targets, len, explicit: noun.is_some() || several || lead.is_some() })
}

/// A list of numbers without what is none, by the words behind it.
fn cut_list<'t>(list: &'t str, behind: &str) -> Option<&'t str> {
    // "In relation to 2(a), 9,214 notices": what goes on in thousands is no question's number.
    let list = if THOUSANDS.is_match(behind) { list.rsplit_once(',')?.0 } else { list };
    let list = if MONTH.is_match(behind) {
        list.rsplit_once([' ', ','])?.0.trim_end_matches([' ', '-', ',', '.', ':'])
    } else {
        list
    };
    // "On (3) I disagree": somebody speaks.
    Some(list.strip_suffix(" i").filter(|list| list.ends_with(')')).unwrap_or(list))
}

/// The place of a number in words, from 0.
fn count_of(word: &str) -> Option<usize> {
    COUNTS.iter().position(|name| *name == word)
}

/// The place that a word counts to, from 0; `usize::MAX` for the last.
fn nth_of(word: &str) -> Option<usize> {
    let ordinal = || ORDINALS.iter().position(|name| *name == word);
    let nth = PAIRED.iter().position(|name| *name == word).or_else(ordinal)?;
    Some(if nth >= COUNTS.len() { usize::MAX } else { nth })
}

/// The questions that the first words of a folded sentence mention, in whatever way: "Convictions, your point 4, are …", "Waiting
/// times (7) belong to the hospitals". Where a paragraph mentions the question that is next, it is the one that it answers.
pub(super) fn mentioned(sentence: &str) -> Vec<Target> {
    // "As with question 2" and "see point 3" look elsewhere.
    const ELSEWHERE: [&str; 9] = ["see", "refer to", "with", "than", "to", "as in", "as at", "as per", "in"];
    if let Some(hit) = PATTERNS.bracketed.captures(sentence) {
        return Number::parse(&hit["number"]).map(Target::Number).into_iter().collect();
    }
    let Some(hit) = PATTERNS.passing.captures(sentence) else { return Vec::new() };
    let (lead, list) = (&hit["lead"], hit.name("list").map_or(0..0, |list| list.range()));
    let away = |word: &&str| lead.strip_suffix(*word).is_some_and(|before| before.is_empty() || before.ends_with(' '));
    // "There is nothing to add in answer to question 3b."
    const HERE: [&str; 5] = ["in answer to", "in response to", "in reply to", "in relation to", "with regard to"];
    let away = |lead: &str| !HERE.iter().any(|here| lead.ends_with(here)) && ELSEWHERE.iter().any(away);
    // "You had no complaint about question 1a" answers nothing.
    if away(lead) || lead.starts_with("you ") || GOES_ON.is_match(&sentence[list.end..]) {
        return Vec::new();
    }
    read_list(&sentence[list]).unwrap_or_default()
}

/// The words with which a folded sentence says what it is about: "training" of "As for training, …" and of "Training: none".
pub(super) fn lead_words(sentence: &str) -> Option<&str> {
    let hit = PATTERNS.led.captures(sentence)?;
    Some(hit.name("led").or(hit.name("head"))?.as_str())
}

/// The length of the head that says what a folded sentence is about, with its sign and the space behind: "training: ".
pub(super) fn head_len(sentence: &str) -> Option<usize> {
    let hit = PATTERNS.led.captures(sentence)?;
    let end = hit.name("head").and(hit.get(0))?.end();
    let words = sentence[end..].trim_start();
    (!words.is_empty()).then(|| sentence.len() - words.len())
}

/// The questions that a folded sentence names further in, as what it speaks of: "… the document sought by question 3b(ii)".
pub(super) fn named_inside(sentence: &str) -> Option<Pointer> {
    if let Some(hit) = PATTERNS.inside_nth.captures(sentence) {
        return Some(Pointer { targets: vec![Target::Ordinal(nth_of(&hit["nth"])?)], len: 0, explicit: true });
    }
    let hit = PATTERNS.inside.captures(sentence)?;
    let list = hit.name("list").or(hit.name("deep"))?;
    Some(Pointer { targets: read_list(list.as_str())?, len: 0, explicit: true })
}

/// What an answer says behind the pointer that opens its sentence: "we do" of "As for question 1c, we do".
pub fn behind_pointer(folded: &Folded, answer: Span) -> Span {
    let view = View::new(folded, &[answer]);
    let words = view.text();
    let behind = parse_pointer(words).and_then(|pointer| {
        let rest = words[pointer.len..].trim_start_matches([' ', ')']);
        // "Part 1(c) of your request. None is held."
        let of = ["of the request", "of your request"]
            .iter()
            .find_map(|of| rest.strip_prefix(of)?.strip_prefix(['.', ':', ',']));
        let rest = of.or_else(|| rest.strip_prefix(','))?;
        view.back(Span::new(words.len() - rest.trim_start().len(), words.len())).first().copied()
    });
    behind.map_or(answer, |behind| Span::new(behind.start, answer.end))
}

#[cfg(test)]
mod tests;
