//! What a question asks to be counted: its subject, its period, its lettered parts.

use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::Regex;

use crate::text::{Folded, Span};
use crate::when::{Period, find_periods};

/// A question, as far as the figures in its answer need it.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Asks for a number or for numbers.
    pub how_many: bool,
    /// Asks for a share, so that per cent figures answer.
    pub share: bool,
    /// What is to be counted, in the letter's own words; empty where the question does not say.
    pub subject: String,
    /// The only period that the question names.
    pub period: Option<When>,
    /// Names several periods, so that none of them holds for the whole answer.
    pub several_periods: bool,
    /// Its lettered parts: `('a', "dismissal")`.
    pub parts: Vec<(char, String)>,
    words: HashSet<String>,
}

/// A period and where the letter prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// First day; `None` where open.
    pub start: Option<NaiveDate>,
    /// Last day; `None` where open.
    pub end: Option<NaiveDate>,
    /// Its place in the letter.
    pub printed: Span,
}

impl When {
    /// The period that was found in a stretch of `folded` that begins at `base`.
    pub fn new(folded: &Folded, base: usize, period: &Period) -> When {
        let printed = folded.back(base + period.span.start, base + period.span.end);
        When { start: period.start, end: period.end, printed }
    }
}

static HOW_MANY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "how many(?: times)?|how often|how frequently|(?:the |total |overall )*numbers? of(?: times)?|total of|count of|headcount|figures|statistics|(?:per|each|by) year",
    )
});
static SHARE: LazyLock<Regex> =
    LazyLock::new(|| pattern("per ?cent|percentage|proportion|%|(?-u:\\b)share of|(?-u:\\b)rates?(?-u:\\b)"));
static STOP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "[?:;\\n(]|[.,] |\\.$|(?-u:\\b)(?:were|was|did|does|do|has|have|had|are|is|can|could|will|would|there|since|during|between|over the|in (?:each|the|total|every|20[0-9]{2})|for (?:each|the|every)|from (?:1|each)|that (?:the|you|your)|you(?:r)?|came|went|hit|led|broken|please|received)(?-u:\\b)",
    )
});
static PART: LazyLock<Regex> = LazyLock::new(|| pattern("(?:^|[ \\n])\\(?([a-h])[).][ ]"));

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a fixed pattern")
}

impl Asked {
    /// Reads the question that stands at `spans` of `text`.
    pub fn read(text: &str, folded: &Folded, spans: &[Span]) -> Asked {
        let mut asked = Asked::default();
        for &span in spans {
            let view = folded.forth(span);
            let words = view.of(folded.text());
            asked.how_many |= HOW_MANY.is_match(words);
            asked.share |= SHARE.is_match(words);
            asked.words.extend(content_words(words).map(str::to_owned));
            let printed = |start: usize, end: usize| squash(folded.back(view.start + start, view.start + end).of(text));
            if asked.subject.is_empty() {
                let stretch = subject(words);
                asked.subject = printed(stretch.start, stretch.end);
            }
            asked
                .parts
                .extend(lettered(words).into_iter().map(|(letter, part)| (letter, printed(part.start, part.end))));
            asked.period = asked.period.or_else(|| only_period(folded, span));
            asked.several_periods |= asked.period.is_none() && !find_periods(words).is_empty();
        }
        asked
    }

    /// True where the question uses the word, or its singular or plural.
    pub fn mentions(&self, word: &str) -> bool {
        word.len() > 2 && self.words.contains(stem(word))
    }
}

/// The only period named in `span` of the letter.
pub fn only_period(folded: &Folded, span: Span) -> Option<When> {
    let view = folded.forth(span);
    let periods = find_periods(view.of(folded.text()));
    let first = *periods.first()?;
    if periods.iter().any(|period| (period.start, period.end) != (first.start, first.end)) {
        return None;
    }
    Some(When::new(folded, view.start, &first))
}

/// Lettered parts "(a) … (b) …" in order from `a` on, each without its marker; empty where there are fewer than two.
pub fn lettered(folded: &str) -> Vec<(char, Span)> {
    let mut found: Vec<(char, Span)> = Vec::new();
    for marker in PART.captures_iter(folded) {
        let letter = marker[1].chars().next().unwrap_or('a');
        if letter as usize != 'a' as usize + found.len() {
            continue;
        }
        let marker = marker.get(0).expect("group 0 is the match");
        if let Some((_, last)) = found.last_mut() {
            last.end = marker.start();
        }
        found.push((letter, Span::new(marker.end(), folded.len())));
    }
    for (_, part) in &mut found {
        let words = part.of(folded).trim_end_matches([' ', '\n', '?', '.', ',', ';']);
        let words = words.strip_suffix(" and").unwrap_or(words);
        *part = Span::new(part.start, part.start + words.len());
    }
    if found.len() < 2 { Vec::new() } else { found }
}

/// What the folded question asks to be counted: what follows "how many", or the whole of a short question.
fn subject(folded: &str) -> Span {
    let asking = HOW_MANY.find(folded);
    if let Some(found) = asking.filter(|_| folded.starts_with("of ")) {
        return Span::new(0, folded[..found.start()].trim_end_matches([',', ' ']).len()); // "Of the reports in 2024, how many"
    }
    let asking = asking.filter(|found| found.as_str().contains("how") || found.as_str().contains("of"));
    let start = asking.map_or(0, |found| found.end());
    let rest = &folded[start..];
    let lead = rest.len() - rest.trim_start().len();
    let cut = STOP.find_at(rest, lead).map_or(rest.len(), |stop| stop.start());
    let limit = rest.match_indices(' ').nth(14).map_or(rest.len(), |(at, _)| at);
    Span::new(start, start + cut.min(limit)).trim(folded)
}

/// The words that carry meaning, as stems.
fn content_words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 3).map(stem)
}

fn stem(word: &str) -> &str {
    word.strip_suffix("es").or_else(|| word.strip_suffix('s')).unwrap_or(word)
}

/// White space folded to single spaces, emphasis dropped.
pub fn squash(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").replace("**", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(question: &str) -> Asked {
        Asked::read(question, &Folded::new(question), &[Span::new(0, question.len())])
    }

    #[test]
    fn the_subject_follows_how_many() {
        for (question, subject) in [
            (
                "How many complaints of sexual misconduct by staff were made in 2023?",
                "complaints of sexual misconduct by staff",
            ),
            ("Please give the total number of referrals in each of the last three years", "referrals"),
            (
                "Patient complaints involving interpersonal harm or conflict?",
                "Patient complaints involving interpersonal harm or conflict",
            ),
            (
                "Of the reports in 2024/25, how many had led to (a) dismissal and (b) a warning?",
                "Of the reports in 2024/25",
            ),
        ] {
            assert_eq!(asked(question).subject, subject, "{question}");
        }
    }

    #[test]
    fn parts_and_period_are_read() {
        let asked = asked("Of the reports in 2024/25, how many led to (a) dismissal and (b) a written warning?");
        assert_eq!(asked.parts, [('a', "dismissal".to_owned()), ('b', "a written warning".to_owned())]);
        assert!(asked.how_many && asked.period.is_some());
        assert!(asked_period("In 2022 and in 2023, how many?").is_none());
    }

    fn asked_period(question: &str) -> Option<When> {
        asked(question).period
    }
}
