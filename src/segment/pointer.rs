//! Openings that say which question is being answered: "In relation to question 3", "Q3a and b:", "1. & 2.".

use std::sync::LazyLock;

use crate::text::Regex;

use crate::document::{Number, Step};
use crate::text::{Folded, Span, View};

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

const NUMBER: &str = r"(?:\(?[0-9]{1,2}(?:\.[0-9]{1,2})?(?:\)? ?\(?[a-h]\)?(?-u:\b|\)))?(?:\)?[ .-]?\(?[ivx]{1,4}(?:\)|(?-u:\b)))?|\([a-h]\)|(?-u:\b)[a-h]\)|(?:\(|(?-u:\b))[ivx]{1,4}\)|(?-u:\b)[a-h](?-u:\b))";

/// A letter alone, as [`NUMBER`] has it.
const LETTER: &str = r"(?-u:\b)[a-h](?-u:\b)";
const LEAD: &str = r"(?:(?:(?:(?:moving|turning|coming)(?: on| next| now)? to|that brings me(?: on)? to|so far as)|(?:in )?(?:answer|response|reply) to) |(?:with|in|having) (?:regards?|relation|respect|reference|answer|response|reply|terms)(?: to| of) |as (?:regards|to|for) |(?:i|we)(?: will| shall| have|'ll)? (?:deal|dealt|take|taken|answer|answered|address|addressed) (?:with )?|you (?:also |then |next )?(?:ask|asked|want|wanted)(?: us)? (?:at|in|under) |(?:regarding|concerning|dealing with|taking|re:?|for|on|to|under|answering|response to|answer to|reply to|respecting|for the purposes of) )";
const NOUN: &str = r"(?:questions?|queries|query|bullets?(?: points?)?|points?|parts?|limbs?|requests?|items?|numbers?|no\.?|qs?\.?|enquir(?:y|ies)|sections?)";
/// What a letter has of its own; "both limbs" are those of one question.
const WHOLE: &str =
    r"(?:questions?|queries|query|points?|parts?|requests?|items?|numbers?|no\.?|qs?\.?|enquir(?:y|ies)|sections?)";
const ORDINALS: [&str; 12] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "final"];

/// What a question may have several of.
const PART: &str = r"(?:part|half|limb|element|bullet|point)(?: point)?";

/// What also counts questions that are answered together.
const PAIRED: [&str; 2] = ["former", "latter"];

const COUNTS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

struct Patterns {
    numbered: Regex,
    every: Regex,
    rest: Regex,
    ordinal: Regex,
    nth: Regex,
    told: Regex,
    bullets: Regex,
    parts: Regex,
    aside: Regex,
    department: Regex,
    leading: Regex,
    inside: Regex,
    inside_nth: Regex,
    bracketed: Regex,
    number: Regex,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    // "Question 2b - a meeting": the article is no letter.
    let next = NUMBER.replace(LETTER, r"(?-u:\b)[b-h](?-u:\b)");
    let list = format!(r"{NUMBER}[.:)]*(?: ?(?:,|&|/|\band\b|\bto\b|-|\bor\b|;) ?(?:and )?(?:the whole of )?(?:{NOUN} ?)?{next}[.:)]*)*")
        .replace(r"\b", "(?-u:\\b)");
    let (ordinals, counts) = (ORDINALS.join("|"), COUNTS.join("|"));
    let compile = |pattern: String| Regex::new(&pattern).expect("a fixed pattern");
    Patterns {
        numbered: compile(format!(
            r"^(?P<lead>{LEAD})?(?:the (?P<part>{ordinals}) {PART} of )?(?:your |the |both )?(?:(?P<noun>{NOUN}) ?(?:numbered |number |no\.? ?)?)?(?P<list>{list})(?:,? \(?(?:the )?(?P<limb>{ordinals}) (?P<kind>{PART}\)?))?(?P<together>,? together(?-u:\b))?(?:[ \n,:.)-]|$)"
        )),
        every: compile(format!(
            r"^{LEAD}?(?:(?:all|each){of}{NOUN}|both{of}{WHOLE})(?-u:\b)",
            of = r"(?: of)?(?: the| your| these| those)?(?: [0-9a-z]{1,12})? (?:of )?"
        )),
        rest: compile(format!(
            r"^{LEAD}?(?:all(?: of)?(?: the| your)?|the|your|any) (?:other|remaining|rest of (?:the|your)) (?:of the )?{NOUN}(?-u:\b)"
        )),
        ordinal: compile(format!(
            r"^(?:and )?{LEAD}?(?:(?:your|the) (?P<nth>{ordinals})(?: and last| and final)? (?:(?:of (?:your|the) )?{NOUN}|(?:of )?(?:these|those|them)|one)|(?:your |the )?{NOUN} (?P<count>{counts}))(?: (?:asked|asks|is|was|concern|concerns|covers|relates|seeks|falls|calls|cannot|has|can|would|,|we|the|there|no)|[,:.-])"
        )),
        nth: compile(format!(
            r"^(?P<says>(?:yes|no|never|none|nothing|not)[,;:]? )?(?:{LEAD}(?:the )?(?P<nth>{ordinals}|{})|(?P<bullet>{ordinals}) (?P<part>{PART}))(?:[.,:;]|$)",
            PAIRED.join("|")
        )),
        // "The second, yes."
        told: compile(format!(
            r"^(?:and )?the (?P<nth>{ordinals}|{}),? (?P<says>(?:yes|no|never|none|not)(?-u:\b))",
            PAIRED.join("|")
        )),
        // "As to bullet three, …", "Bullets one and two are covered by …".
        bullets: compile(format!(
            r"^{LEAD}?(?:the )?(?:bullets?(?: points?)?|limbs?) (?P<list>{count}(?:(?:, | and | & |, and ){count})*)(?-u:\b)",
            count = format_args!("(?:{counts}|[0-9])")
        )),
        // "To i, ii and iv: not applicable."
        parts: compile(format!(
            r"^(?:to|on|for|re|under) (?P<list>{step}(?:(?:, | and | & |, and ){step})*):",
            step = "(?:[a-h]|[ivx]{1,4})"
        )),
        aside: compile(format!(
            r"^[a-z][a-z' -]{{2,40}}(?:, {NOUN} ?(?P<noun>{list})|\((?:{NOUN} ?)?(?P<bare>{list})\)),"
        )),
        // "Patient Experience (your 2a, 2b)" above what that department says.
        department: compile(format!(
            r"^[a-z][a-z&' -]{{2,50}} \((?:(?:your|our answers? to|re:?|for|on) )?(?:{NOUN} ?)?(?P<list>{list})\)(?:$|[:\n]| )"
        )),
        // "The Highways team has this to say on points 1 and 2:"
        leading: compile(format!(
            r"^[^.?:]{{3,90}} (?:to|on|for|of|in|at|under) (?:your |the )?{NOUN} ?(?P<list>{list}):$"
        )),
        // "The policy, which is the document sought by question 3b(ii), is attached.", "Lastly, the list in point 5 is online."
        inside: compile(format!(
            r"(?:^(?:[a-z]{{2,12}}, )?the (?:[a-z]{{3,20}} ){{0,2}}[a-z]{{3,20}}|(?-u:\b)(?:sought|called for|asked for|requested|described|referred to|mentioned|raised|meant|named|set out)) (?:by|in|at|under) (?:your |the )?(?:questions?|parts?|points?|limbs?|items?) ?(?P<list>{list})(?:[ ,.;)]|$)"
        )),
        // "The names you ask for in your fifth point".
        inside_nth: compile(format!(
            r"(?-u:\b)(?:ask(?:ed)?(?: for)?|sought|seek|requested|request|want(?:ed)?|raised?) (?:in|at|by|under|as) your (?P<nth>{ordinals}) {NOUN}(?-u:\b)"
        )),
        bracketed: compile(
            r"^(?:(?:as (?:for|to|regards)|on|and|lastly|finally),? )?(?:[a-z' -]{2,40} )?\((?P<number>[0-9]{1,2})\)[ ,]".to_owned(),
        ),
        number: compile(NUMBER.to_owned()),
    }
});

/// What follows the first digits of a large figure.
static THOUSANDS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^,[0-9]{3}").expect("a fixed pattern"));

/// Leads that only questions follow: "as for", "in relation to"; "for 12 months" may follow others.
const SURE: [&str; 10] =
    ["with ", "in r", "in answer", "in terms", "having ", "as r", "as to", "as for", "turning", "moving"];

/// A year, and no more digits.
static YEAR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^,? (?:of )?(?:fy ?)?(?:19|20)[0-9]{2}(?:[^0-9]|$)").expect("a fixed pattern"));

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

/// Reads the opening of a folded sentence.
pub fn parse_pointer(sentence: &str) -> Option<Pointer> {
    let lead = COUNTING.iter().find(|lead| sentence.starts_with(**lead)).map_or(0, |lead| lead.len());
    parse_opening(&sentence[lead..]).map(|pointer| Pointer { len: pointer.len + lead, ..pointer })
}

fn parse_opening(sentence: &str) -> Option<Pointer> {
    let end = (0..=sentence.len().min(120)).rev().find(|&i| sentence.is_char_boundary(i))?;
    let opening = &sentence[..end];
    if let Some(hit) = PATTERNS.rest.find(opening) {
        return Some(Pointer { targets: vec![Target::Rest], len: hit.end(), explicit: true });
    }
    if let Some(hit) = PATTERNS.every.find(opening) {
        return Some(Pointer { targets: vec![Target::All], len: hit.end(), explicit: true });
    }
    if let Some(hit) = PATTERNS.parts.captures(opening) {
        let numbers = steps(&hit["list"]).map(Number::parse).collect::<Option<Vec<Number>>>()?;
        let targets = numbers.into_iter().map(Target::Number).collect();
        return Some(Pointer { targets, len: hit.get(0)?.end(), explicit: true });
    }
    if let Some(hit) = PATTERNS.bullets.captures(opening) {
        let count = |word: &str| {
            COUNTS.iter().position(|name| *name == word).or_else(|| word.parse::<usize>().ok()?.checked_sub(1))
        };
        let targets = steps(&hit["list"]).map(|word| count(word).map(Target::Nth)).collect::<Option<Vec<Target>>>()?;
        return Some(Pointer { targets, len: hit.get(0)?.end(), explicit: true });
    }
    if let Some(hit) = PATTERNS.ordinal.captures(opening) {
        if let Some(count) = hit.name("count") {
            let nth = COUNTS.iter().position(|word| *word == count.as_str())? as u32 + 1;
            let targets = vec![Target::Number(Number(vec![Step::Number(nth)]))];
            return Some(Pointer { targets, len: hit.get(0)?.end(), explicit: true });
        }
        let nth = nth_of(&hit["nth"])?;
        return Some(Pointer { targets: vec![Target::Ordinal(nth)], len: hit.get(0)?.end(), explicit: true });
    }
    if let Some(hit) = PATTERNS.nth.captures(opening) {
        let word = hit.name("nth").or(hit.name("bullet"))?.as_str();
        let nth = nth_of(word)?;
        let end = hit.name("part").or(hit.get(0))?.end();
        let len = if hit.name("says").is_some() { 0 } else { end };
        return Some(Pointer { targets: vec![Target::Nth(nth)], len, explicit: true });
    }
    if let Some(hit) = PATTERNS.told.captures(opening) {
        let nth = nth_of(&hit["nth"])?;
        return Some(Pointer { targets: vec![Target::Nth(nth)], len: hit.name("says")?.start(), explicit: true });
    }
    if let Some(hit) = PATTERNS.aside.captures(opening) {
        let targets = read_list(hit.name("noun").or(hit.name("bare"))?.as_str())?;
        // "(2b)" names a question, "(2)" may count anything.
        if hit.name("noun").is_some() || targets.iter().any(is_deep) {
            return Some(Pointer { targets, len: hit.get(0)?.end() - 1, explicit: true });
        }
    }
    if let Some(hit) = PATTERNS.department.captures(opening) {
        let targets = read_list(&hit["list"])?;
        let whole = hit.get(0)?.as_str();
        if targets.iter().any(is_deep) || whole.contains("(your ") || whole.contains("(question") {
            return Some(Pointer { targets, len: hit.get(0)?.end(), explicit: true });
        }
    }
    if let Some(hit) = PATTERNS.leading.captures(opening) {
        let list = hit.name("list").or(hit.name("both"))?;
        return Some(Pointer { targets: read_list(list.as_str())?, len: 0, explicit: true });
    }
    let hit = PATTERNS.numbered.captures(opening)?;
    let list = hit.name("list")?;
    // "In relation to 2(a), 9,214 notices": what goes on in thousands is no question's number.
    let counts = THOUSANDS.is_match(&opening[list.end()..]);
    let list_end = list.end();
    let list = if counts { list.as_str().rsplit_once(',')?.0 } else { list.as_str() };
    // "On (3) I disagree": somebody speaks.
    let list = list.strip_suffix(" i").filter(|list| list.ends_with(')')).unwrap_or(list);
    let end =
        hit.name("together").or(hit.name("kind")).map_or(hit.name("list")?.start() + list.len(), |last| last.end());
    let targets = read_list(list)?;
    let first_digit = list.starts_with(|c: char| c.is_ascii_digit());
    let composite = first_digit && targets.iter().any(is_deep);
    let several = targets.len() > 1 || matches!(targets[..], [Target::Range(..)]);
    let noun = hit.name("noun").is_some();
    // "For 12 months", "to 5 patients": a plain number after a preposition names no question.
    // "On (ii) your complaint is upheld".
    let bracketed = hit.name("lead").is_some() && list.starts_with('(') && list.ends_with(')');
    // "With regard to 8, see the report".
    let surely = hit.name("lead").is_some_and(|lead| SURE.iter().any(|sure| lead.as_str().starts_with(sure)));
    let bracketed = bracketed || surely && first_digit && opening[list_end..].starts_with([',', ':']);
    let together = hit.name("lead").is_some() && hit.name("together").is_some();
    if !(noun || composite || bracketed || together && several || several && list.contains(['.', ')', '&'])) {
        return None;
    }
    if hit.name("noun").is_some_and(|noun| noun.as_str().starts_with("section")) {
        return None;
    }
    // "Q1 2024/25" is a quarter.
    if hit.name("noun").is_some_and(|noun| noun.as_str() == "q") && YEAR.is_match(&opening[list_end..]) {
        return None;
    }
    let explicit = noun || several || hit.name("lead").is_some();
    let part = hit.name("part").or(hit.name("limb")).and_then(|part| nth_of(part.as_str()));
    let targets = match (part, &targets[..]) {
        // "1a and 1b (first bullet)": what is counted stands under the last.
        (Some(nth), [before @ .., Target::Number(number)]) => {
            before.iter().cloned().chain([Target::Part(number.clone(), nth)]).collect()
        }
        _ => targets,
    };
    Some(Pointer { targets, len: end, explicit })
}

/// The place that a word counts to, from 0; `usize::MAX` for the last.
fn nth_of(word: &str) -> Option<usize> {
    let ordinal = || ORDINALS.iter().position(|name| *name == word);
    let nth = PAIRED.iter().position(|name| *name == word).or_else(ordinal)?;
    Some(if nth >= COUNTS.len() { usize::MAX } else { nth })
}

/// The number that stands in brackets behind the first words of a folded sentence: "Waiting times (7) belong to the hospitals".
/// Where several paragraphs have one, they are those of the questions.
pub(super) fn number_aside(sentence: &str) -> Option<Number> {
    Number::parse(&PATTERNS.bracketed.captures(sentence)?["number"])
}

/// The questions that a folded sentence names further in, as what it speaks of: "… the document sought by question 3b(ii)".
pub(super) fn named_inside(sentence: &str) -> Option<Pointer> {
    if let Some(hit) = PATTERNS.inside_nth.captures(sentence) {
        return Some(Pointer { targets: vec![Target::Ordinal(nth_of(&hit["nth"])?)], len: 0, explicit: true });
    }
    let hit = PATTERNS.inside.captures(sentence)?;
    Some(Pointer { targets: read_list(&hit["list"])?, len: 0, explicit: true })
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

/// The members of a list in words: `i, ii and iv`.
fn steps(list: &str) -> impl Iterator<Item = &str> {
    list.split([',', ' ', '&']).filter(|word| !word.is_empty() && *word != "and")
}

/// True for a number of several parts.
fn is_deep(target: &Target) -> bool {
    matches!(target, Target::Number(number) | Target::Range(number, _) if number.0.len() > 1)
}

/// `1`, `1a and b`, `1-4`, `2b(i) and (ii)`: later parts stand below the first where they are not whole.
pub fn read_list(list: &str) -> Option<Vec<Target>> {
    let mut targets = Vec::new();
    let mut last: Option<Number> = None;
    let mut end = 0;
    for part in PATTERNS.number.find_iter(list) {
        let number = Number::parse(part.as_str())?;
        let number = match &last {
            Some(before) if !matches!(number.0.first(), Some(Step::Number(_))) => number.below(before),
            _ => number,
        };
        let between = list[end..part.start()].trim();
        let joined = between.trim_matches(['.', ')', ':', ' ']).split(' ').next().unwrap_or("");
        match (&last, joined) {
            (Some(from), "-" | "to") => {
                targets.pop();
                targets.push(Target::Range(from.clone(), number.clone()));
            }
            _ => targets.push(Target::Number(number.clone())),
        }
        (last, end) = (Some(number), part.end());
    }
    spread_letter(list, &mut targets);
    (!targets.is_empty()).then_some(targets)
}

/// `1&2a`: part a of both.
fn spread_letter(list: &str, targets: &mut [Target]) {
    if let [Target::Number(first), Target::Number(second)] = targets
        && let ([Step::Number(_)], [Step::Number(_), letter @ Step::Letter(_)]) = (&first.0[..], &second.0[..])
        && list.contains('&')
        && !list.contains(' ')
    {
        let letter = letter.clone();
        first.0.push(letter);
    }
}

#[cfg(test)]
mod tests;
