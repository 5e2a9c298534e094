//! Whether a folded question asks for numbers, outright ("how many") or by naming things over time ("Referrals in each year").

use std::sync::LazyLock;

use crate::text::Regex;

use super::super::nouns::Nouns;
use super::pattern;
use super::subject::OF_THOSE;
use crate::when::Period;

/// "How many", "the number of" and their like.
pub(super) static HOW_MANY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "how many(?: times)?|how often|how frequently|(?:the |total |overall )*(?-u:\\b)(?:numbers?|what number)(?: and [a-z]+)? (?:of|that|who|which|with)(?-u:\\b)(?: times)?|(?:^|, | and )(?:the |total )*numbers? (?:[a-z]{3,}ed|waiting|awaiting|upheld|held|made|given|brought|lost|paid)(?-u:\\b)|^(?:the )?(?:total )?numbers?(?-u:\\b)|(?:what )?(?:percentage|proportion|share|per ?cent) of|total of|(?:count|volume|quantity) of|headcount|what (?:is|was) the (?:[a-z]+ )?(?:waiting list|caseload|size of)|figures|statistics|breakdown|total numbers?|(?:per|each|by) (?:financial |calendar |academic )?year",
    )
});
static SHARE: LazyLock<Regex> =
    LazyLock::new(|| pattern("per ?cent|percentage|proportion|%|(?-u:\\b)share of|(?-u:\\b)rates?(?-u:\\b)"));

/// "The three most common reasons, with numbers."
static WITH_NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern("(?:with|and|give|giving) (?:the |their )?(?:numbers?|totals?)(?: of each| for each)?(?:[?.;]|$)")
});

/// "Of those, answered within a week": what was done to things that were asked for before.
fn of_those(words: &str) -> bool {
    OF_THOSE.find(words).is_some_and(|these| {
        let word = words[these.end()..].split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        word.len() > 4 && word.ends_with("ed") || ["held", "upheld", "made", "given", "paid"].contains(&word)
    })
}

/// Asks for a share.
pub(super) fn for_share(words: &str) -> bool {
    SHARE.is_match(words)
}

/// Asks for numbers.
pub(super) fn for_numbers(words: &str, periods: &[Period]) -> bool {
    HOW_MANY.is_match(words)
        || of_those(words)
        || WITH_NUMBERS.is_match(words)
        || unit(words).is_some()
        || names_things_over_time(words, periods)
}

/// "Has any pilot been dismissed?", "Was an alarm raised?"
pub(super) fn whether_any(words: &str) -> bool {
    static ANY: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            "^(?:please confirm (?:if|whether) )?(?:has|have|did|was|were|is|are) (?:there (?:been )?)?(?:any|an?)(?-u:\\b)",
        )
    });
    ANY.is_match(words)
}

/// Begins as a question of yes or no and never asks "how many".
pub(super) fn yes_or_no(words: &str) -> bool {
    static OPENS: LazyLock<Regex> =
        LazyLock::new(|| pattern("^(?:do|does|did|is|are|was|were|has|have|can|will)(?-u:\\b)"));
    OPENS.is_match(words) && !words.contains("how ") && !words.contains(" any ")
}

/// "How many nurses do you employ?", "How many vehicles are in use?"
pub(super) fn how_it_is_now(words: &str) -> bool {
    static NOW: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            "(?-u:\\b)(?:are|is|do|does|currently|at present|at the moment|have (?:an?|no|their|the)|how many (?:[a-z-]+ ){1,4}(?:work|live|serve)|(?:who|that|which) (?:carry|hold|work|live|use|speak|sit|provide|offer|run|serve|need|receive|have|take))(?-u:\\b)",
        )
    });
    static THEN: LazyLock<Regex> =
        LazyLock::new(|| pattern("(?-u:\\b)(?:were|was|did|had|been|same|those|these)(?-u:\\b)"));
    NOW.is_match(words) && !THEN.is_match(words)
}

/// "How many do you own, and how many were bought in 2024?": the first part asks how it is now, the period at `place`
/// belongs to another.
pub(super) fn now_and_then(words: &str, place: usize) -> bool {
    let first = first_part(words);
    place > first.len() && HOW_MANY.is_match(first) && how_it_is_now(first)
}

/// Asks how often something happened, so that "once" and "twice" answer.
pub(super) fn how_often(words: &str) -> bool {
    ["how often", "how many times", "how many occasions"].iter().any(|often| words.contains(often))
}

/// "The average wait in weeks": weeks.
pub(super) fn unit(words: &str) -> Option<&'static str> {
    static LASTING: LazyLock<Regex> = LazyLock::new(|| {
        pattern("(?-u:\\b)(?:waits?|waiting times?|duration|length of stay|delays?|how long)(?-u:\\b)")
    });
    static COUNTED: LazyLock<Regex> =
        LazyLock::new(|| pattern("(?:how many|numbers? of)(?: [a-z]+)? (days|weeks|months|hours|minutes)(?-u:\\b)"));
    let units = ["days", "weeks", "months", "hours", "minutes"];
    if let Some(counted) = COUNTED.captures(words) {
        return units.into_iter().find(|unit| *unit == &counted[1]); // "The number of working days lost"
    }
    let kinds = ["in", "in working", "in calendar"];
    let asked = |unit: &&str| {
        kinds.iter().any(|kind| words.contains(&format!("{kind} {unit}"))) || words.contains(&format!("({unit})"))
    };
    let lasting = LASTING.is_match(words);
    units.into_iter().filter(|_| lasting).find(asked)
}

/// Speaks of periods that a question before it named: "the same years".
pub(super) fn for_the_same_periods(words: &str) -> bool {
    static SAME: LazyLock<Regex> = LazyLock::new(|| {
        let counted = "(?:two|three|four|five|six)";
        let spans = "(?:(?:financial|calendar|academic|school) )?(?:years?|periods?|quarters?|months?|dates?|times?)";
        pattern(&format!(
            "(?-u:\\b)(?:(?:same|those|these|each|both)(?: of (?:the|those|these))?(?: {counted})? {spans}|the {counted} {spans})(?-u:\\b)"
        ))
    });
    SAME.is_match(words)
}

/// "In each quarter", "by month".
pub(super) fn for_parts_of_a_year(words: &str) -> bool {
    static EACH: LazyLock<Regex> =
        LazyLock::new(|| pattern("(?-u:\\b)(?:each|every|per|by) (?:quarter|month)(?-u:\\b)"));
    EACH.is_match(words)
}

/// Speaks of things that were counted before.
pub(super) fn of_the_same_things(words: &str) -> bool {
    static THINGS: LazyLock<Regex> = LazyLock::new(|| pattern("(?-u:\\b)(?:those|these|them|the above|they)(?-u:\\b)"));
    THINGS.is_match(first_part(words))
}

/// What a question asks before it asks more: "How many are in post" of "… and how many of these are new?"
fn first_part(words: &str) -> &str {
    static NEXT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            "(?:,|;|\\?| and)(?: and)? (?:of (?:these|those|which), )?(?:how|what|when|which|the (?:total )?number)(?-u:\\b)",
        )
    });
    NEXT.find(words).map_or(words, |next| &words[..next.start()])
}

/// Counts pupils or students, whose years begin in September.
pub(super) fn about_learners(words: &str) -> bool {
    words.split(|c: char| !c.is_ascii_alphabetic()).any(|word| matches!(word, "pupils" | "students" | "undergraduates"))
}

/// Over periods or kinds.
static SPREAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?-u:\\b)(?:(?:split|broken down|divided|grouped|separated) (?:by|into|between)|in each of|(?:for|in|by|per) (?:each |every )?(?:financial |calendar |academic )?(?:year|quarter|month|type|category|place|area|site|ward|reason|outcome|gender|grade|age)(?-u:\\b))",
    )
});

/// "Restraints of patients in 2022/23 and 2023/24", "Attacks on crews, by type": things that can be counted, without a verb
/// of asking, spread over periods or kinds.
fn names_things_over_time(words: &str, periods: &[Period]) -> bool {
    (periods.len() > 1 || SPREAD.is_match(words)) && names_things(words)
}

/// Begins with things that can be counted, without a verb of asking.
pub(super) fn names_things(words: &str) -> bool {
    static HEAD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            "^(?:please |(?:provide|give|state|supply|send|list)(?: me| us)? |the |any |all |total )*((?:[a-z'-]+ ){0,4}?[a-z'-]+s),? (?:[a-z]+ )?(?:of|by|in|on|at|for|to|with|from|against|about|involving|[a-z]+ed|made|held|given|taken|between)(?-u:\\b)",
        )
    });
    let words = words.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let things = HEAD.captures(words).and_then(|head| head.get(1)).map_or("", |things| things.as_str());
    let asks =
        ["which", "what", "who", "how", "is", "are", "does", "was", "were", "has", "have", "names", "when", "where"];
    let countable = |word: &str| !asks.contains(&word) && !Nouns::shipped().is_sent(word);
    !things.is_empty() && things.split(' ').all(countable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::when::find_periods;

    fn asks(question: &str) -> bool {
        for_numbers(question, &find_periods(question))
    }

    #[test]
    fn numbers_are_asked_for_with_or_without_saying_so() {
        for question in [
            "how many boats sank?",
            "the total number of boats",
            "boats sunk in 2021, 2022 and 2023?",
            "near misses reported by crews in each of the last four financial years, split by port",
            "collisions in the harbour, by type, for 2019/20 to 2022/23.",
            "please give the rescues of swimmers in 2021/22 and 2022/23",
        ] {
            assert!(asks(question), "{question}");
        }
        for question in [
            "all e-mails of the harbour master in 2021 and 2022",
            "copies of the logs by quarter of issue",
            "which boats sank in 2021 and 2022?",
            "what vessels of the fleet, by type, are for sale?",
            "policies in force in 2021 and 2022",
            "boats in the harbour",
        ] {
            assert!(!asks(question), "{question}");
        }
    }
}
