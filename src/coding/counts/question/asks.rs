//! Whether a folded question asks for numbers, outright ("how many") or by naming things over time ("Referrals in each year").

use std::sync::LazyLock;

use crate::text::Regex;

use super::super::nouns::Nouns;
use super::pattern;
use crate::when::Period;

/// "How many", "the number of" and their like.
pub(super) static HOW_MANY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "how many(?: times)?|how often|how frequently|(?:the |total |overall )*(?-u:\\b)(?:numbers?|what number)(?: and [a-z]+)? (?:of|that|who|which)(?-u:\\b)(?: times)?|^(?:the )?(?:total )?numbers?(?-u:\\b)|(?:what )?(?:percentage|proportion|share|per ?cent) of|total of|(?:count|volume|quantity) of|headcount|what (?:is|was) the (?:[a-z]+ )?(?:waiting list|caseload|size of)|figures|statistics|breakdown|total numbers?|(?:per|each|by) (?:financial |calendar |academic )?year",
    )
});
static SHARE: LazyLock<Regex> =
    LazyLock::new(|| pattern("per ?cent|percentage|proportion|%|(?-u:\\b)share of|(?-u:\\b)rates?(?-u:\\b)"));

/// Asks for a share.
pub(super) fn for_share(words: &str) -> bool {
    SHARE.is_match(words)
}

/// Asks for numbers.
pub(super) fn for_numbers(words: &str, periods: &[Period]) -> bool {
    HOW_MANY.is_match(words) || unit(words).is_some() || names_things_over_time(words, periods)
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

/// "How many nurses do you employ?", "How many vehicles are in use?"
pub(super) fn how_it_is_now(words: &str) -> bool {
    static NOW: LazyLock<Regex> =
        LazyLock::new(|| pattern("(?-u:\\b)(?:are|is|do|does|currently|at present|at the moment)(?-u:\\b)"));
    static THEN: LazyLock<Regex> =
        LazyLock::new(|| pattern("(?-u:\\b)(?:were|was|did|had|been|same|those|these)(?-u:\\b)"));
    NOW.is_match(words) && !THEN.is_match(words)
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
    let asked = |unit: &&str| words.contains(&format!("in {unit}")) || words.contains(&format!("({unit})"));
    let lasting = LASTING.is_match(words);
    ["days", "weeks", "months", "hours", "minutes"].into_iter().filter(|_| lasting).find(asked)
}

/// Speaks of periods that a question before it named, or of those that were counted in them.
pub(super) fn for_the_same_periods(words: &str) -> bool {
    static SAME: LazyLock<Regex> = LazyLock::new(|| {
        let counted = "(?:two|three|four|five|six)";
        let spans = "(?:(?:financial|calendar|academic|school) )?(?:years?|periods?|quarters?|months?|dates?|times?)";
        pattern(&format!(
            "(?-u:\\b)(?:(?:same|those|these|each|both)(?: of (?:the|those|these))?(?: {counted})? {spans}|the {counted} {spans}|those|these|them|the above|they)(?-u:\\b)"
        ))
    });
    SAME.is_match(words)
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
