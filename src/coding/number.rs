//! One number: `12`, `<5`, `£1.40`, `eleven`; as the whole answer, or as what a sentence says.

use std::sync::LazyLock;

use crate::text::Regex;

use super::counts::tells_effort;
use super::states::{elsewhere, not_applicable, not_held, refused, relied_on};
use super::{Coded, Subject, Words, text};
use crate::record::Code;
use crate::text::Span;
use crate::when::{find_dates, find_times};

/// Numbers in words.
const WORDS: &str = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty";

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    let bound = "[<>\u{2264}\u{2265}] ?|(?:less|fewer|more) than |under |over ";
    let number = format!(
        r"(?:{bound})?(?:\u{{a3}}?[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?[p%]?|(?:{WORDS})(?:-(?:{WORDS}))?)(?: or (?:fewer|less|more))?|none|nil|zero"
    );
    Regex::new(&format!(
        r"^(?:there (?:is|are|was|were|have been|has been) )?(?:(?:approximately|about|around|circa) )?(?P<n>{number})(?:(?: [a-z-]+){{1,5}}|(?: [a-z-]+){{0,4}} (?:19|20)[0-9]{{2}}(?:[-/][0-9]{{2,4}})?)?[ .]*$"
    ))
    .expect("a fixed pattern")
});

static FIGURE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:^|[ |\n])[<>]?[0-9][0-9,]{0,6}(?:[ |\n]|$)").expect("a fixed pattern"));

/// Numbers as letters print them; sections, references, hours and percentages are sorted out afterwards.
static PRINTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"(?P<money>\u{{a3}} ?[0-9][0-9,]*(?:\.[0-9]+)?(?:m|k| million)?(?-u:\b)|(?-u:\b)[0-9]{{1,3}}p(?-u:\b))|[<>\u{{2264}}\u{{2265}}]? ?(?-u:\b)[0-9][0-9,]*(?:\.[0-9]+)?(?-u:\b)|(?-u:\b)(?:{WORDS})(?-u:\b)"))
        .expect("a fixed pattern")
});

/// What before or after a number says that it counts nothing.
static LABELS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:sections?|questions?|points?|items?|limbs?|elements?|schedule|parts?|paragraph|regulation|article|s|q|no|ref|page|act|appendix|annex|table)\.? ?$|[/.:-]$").expect("a fixed pattern")
});
static UNITS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?:[/)(-]|\.[0-9]| ?%| ?(?:hours?|minutes?|days?|weeks?|months?|working days|am|pm|per cent)(?-u:\b))",
    )
    .expect("a fixed pattern")
});

/// A number in an answer.
pub(super) struct Printed {
    /// As printed.
    pub value: String,
    /// Where.
    pub spans: Vec<Span>,
    /// Where in its sentence, and which sentence it is.
    at: (usize, usize),
}

/// Codes an answer to a question that asks for one number. Of a question that nobody knows only a bare number counts:
/// whatever else is written is coded as words.
pub(super) fn code(words: &Words<'_>, subject: Subject<'_>) -> Coded {
    if let Some(number) = NUMBER.captures(words.whole.text()).and_then(|captures| captures.name("n")) {
        let place = words.whole.back(number.range().into());
        let coded = Coded::stated(Code::Value(as_printed(words, number.as_str(), &place)), "number", place);
        let counted = words.whole.text()[number.end()..].trim();
        return if subject.is_known && !counts_what_is_asked(counted, subject) { coded.unsure() } else { coded };
    }
    if subject.is_known {
        return within(words, subject);
    }
    if let Some(coded) = opening_number(words) {
        return coded;
    }
    // Figures answer, whatever is said beside them of cells that are withheld.
    let told = words.sentences.iter().map(|sentence| sentence.view.text()).filter(|words| !tells_effort(words));
    let many = told.map(|words| FIGURE.find_iter(words).count()).sum::<usize>() > 2;
    match many || opens_with_figures(words) {
        true => Coded::inferred(Code::Given, "figures", words.spans.clone()),
        false => refused(words)
            .or_else(|| not_held(words))
            .or_else(|| sole_number(words))
            .unwrap_or_else(|| text::code(words, subject)),
    }
}

/// "Less than 5. As numbers are low we cannot be more exact.": the first sentence is the number, and no other stands by it.
fn opening_number(words: &Words<'_>) -> Option<Coded> {
    let (first, rest) = words.sentences.split_first()?;
    // "There are 24 officers, for whom this is one of many duties."
    let (clause, remark) = first.view.text().split_once(", ").unwrap_or((first.view.text(), ""));
    let number = NUMBER.captures(clause)?.name("n")?;
    // "One of many" counts nothing.
    let counts = |word: &str| word != "one" && WORDS.split('|').any(|number| number == word);
    let figures = |words: &str| {
        words.contains(|c: char| c.is_ascii_digit()) || words.split(|c: char| !c.is_alphabetic()).any(counts)
    };
    let others = figures(remark) || rest.iter().any(|sentence| figures(sentence.view.text()));
    let place = first.view.back(number.range().into());
    let value = Code::Value(as_printed(words, number.as_str(), &place));
    (!others).then(|| Coded::inferred(value, "first-number", place))
}

/// True where the first sentence gives figures and only a later one withholds some: "54, of whom 5 or fewer were doctors. A
/// finer answer is exempt."
fn opens_with_figures(words: &Words<'_>) -> bool {
    let Some((first, rest)) = words.sentences.split_first() else { return false };
    let withheld = relied_on(first).is_none() && rest.iter().any(|sentence| relied_on(sentence).is_some());
    let own = words.only(|sentence| sentence.span == first.span);
    withheld && !words.sentences.iter().any(|s| tells_effort(s.view.text())) && numbers(&own, false).len() > 1
}

/// "In relation to question 1, the Trust had 412 ambulances on that date.": one short sentence, and one number in it.
fn sole_number(words: &Words<'_>) -> Option<Coded> {
    const SHORT: usize = 120;
    let [sentence] = &words.sentences[..] else { return None };
    let text = sentence.view.text();
    let other = ["hedge", "contrast", "negation", "not-applicable"].iter().any(|meaning| sentence.says(meaning));
    let mut said = text.split(|c: char| !c.is_alphabetic());
    let plain = text.len() < SHORT && !other && !said.any(|word| matches!(word, "nil" | "none" | "aged"));
    let found = numbers(words, false);
    let [only] = &found[..] else { return None };
    let digits = only.value.starts_with(|c: char| c.is_ascii_digit() || c == '<');
    (plain && digits).then(|| Coded::inferred(Code::Value(only.value.clone()), "only-number", only.spans.clone()))
}

/// The words at `place` as the letter prints them, with their capitals; as folded where they are scattered.
fn as_printed(words: &Words<'_>, folded: &str, place: &[Span]) -> String {
    match place {
        [only] => only.of(words.text()).to_owned(),
        _ => folded.to_owned(),
    }
}

/// True where what stands behind a number is no other thing than was asked for: "7 officers", "12 in 2023", and not
/// "2 libraries had volunteers" where volunteers are asked for.
fn counts_what_is_asked(counted: &str, subject: Subject<'_>) -> bool {
    const GOES_ON: [&str; 14] =
        ["in", "for", "during", "as", "at", "per", "a", "an", "each", "on", "since", "over", "altogether", "to"];
    let first = counted.split(' ').next().unwrap_or("").trim_end_matches('.');
    first.is_empty() || GOES_ON.contains(&first) || subject.about.iter().any(|pattern| pattern.is_match(first))
}

/// The number that the sentences give: the only one, or the one that they open with.
fn within(words: &Words<'_>, subject: Subject<'_>) -> Coded {
    if let Some(coded) = not_applicable(words).or_else(|| refused(words)) {
        return coded;
    }
    let found = numbers(words, subject.asks_money);
    let near: Vec<&Printed> = found
        .iter()
        .filter(|printed| {
            let sentence = words.sentences[printed.at.0].view.text();
            subject.about.iter().any(|pattern| pattern.is_match(sentence))
        })
        .collect();
    let give =
        |printed: &Printed, rule| Coded::inferred(Code::Value(printed.value.clone()), rule, printed.spans.clone());
    match (&found[..], &near[..]) {
        ([only], _) => give(only, "only-number"),
        (_, [only]) => give(only, "number-by-its-words"),
        ([first, ..], _) if first.at.0 == 0 && first.at.1 < 24 => give(first, "first-number"),
        (_, [first, ..]) => give(first, "number-by-its-words"),
        _ => not_held(words)
            .or_else(|| elsewhere(words))
            .unwrap_or_else(|| Coded::inferred(Code::Unclear, "no-number", words.spans.clone())),
    }
}

/// The numbers of an answer that count or cost something, in order.
pub(super) fn numbers(words: &Words<'_>, money: bool) -> Vec<Printed> {
    let mut found = Vec::new();
    for (i, sentence) in words.sentences.iter().enumerate() {
        let text = sentence.view.text();
        let mut times = find_times(text);
        times.extend(find_dates(text).iter().map(|date| date.span));
        for hit in PRINTED.captures_iter(text) {
            let Some(all) = hit.get(0) else { continue };
            let span = Span::from(all.range()).trim(text);
            let (before, after) = (&text[..span.start], &text[span.end..]);
            let cost = hit.name("money").is_some();
            let counts = cost || !LABELS.is_match(before) && !UNITS.is_match(after);
            // Neither a year nor a day has a comma for thousands.
            let timed = !span.of(text).contains(',') && times.iter().any(|time| time.overlaps(span));
            if counts && (cost || !money && !timed) {
                let folded = span.of(text).trim_end_matches(',');
                let spans = sentence.view.back(Span::new(span.start, span.start + folded.len()));
                let value = as_printed(words, folded, &spans);
                found.push(Printed { value, spans, at: (i, span.start) });
            }
        }
    }
    found
}
