//! What the heads of rows and columns say: which of them sum, which hold no counts, where one ends and the next begins.

mod above;

use std::sync::LazyLock;

use crate::text::Regex;

pub use self::above::{above, split};

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a fixed pattern")
}

/// True for a folded head that says outright that it sums: "Total", "Grand total", "All types".
pub fn is_total(folded: &str) -> bool {
    static TOTAL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            "^(?:(?:grand|overall|sub|year|yearly|annual|combined)[ -]?)?(?:totals?|sum)(?: \\([a-z ]{1,30}\\))?:?$|^all(?: [a-z]+){0,2}$|^overall$|^combined$|^(?:al)?together$|^in (?:all|total)$",
        )
    });
    TOTAL.is_match(folded.trim()) && !folded.trim().starts_with("all other")
}

/// True for a folded head that only says that numbers stand below: "Total", "Number", "Count".
pub fn is_general(folded: &str) -> bool {
    static GENERAL: LazyLock<Regex> = LazyLock::new(|| {
        pattern("^(?:totals?|overall|numbers?|count|no\\.?|nos\\.?|figures?|quantity|amount|#|headcount)$")
    });
    GENERAL.is_match(folded.trim())
}

/// True for a folded line that only points at questions: "(1) and (2)", "Questions 3 & 4".
pub fn is_pointer(folded: &str) -> bool {
    const POINTS: [&str; 10] =
        ["and", "to", "question", "questions", "part", "parts", "point", "answer", "response", "qu"];
    let mut words = folded.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1).peekable();
    let label = folded.trim_end_matches(['.', ':', ')']);
    let label = label.trim_start_matches(['(', 'a', 'q']);
    if (1..3).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_digit()) {
        return true; // "A1", "Q2.", "(3)"
    }
    folded.contains(|c: char| c.is_ascii_digit()) && words.peek().is_some() && words.all(|word| POINTS.contains(&word))
}

/// True for a folded head of labels that only says what kind of labels they are.
pub fn is_stub(folded: &str) -> bool {
    const KINDS: [&str; 14] = [
        "year", "period", "month", "quarter", "type", "category", "by", "date", "age", "ages", "gender", "outcome",
        "band", "grade",
    ];
    let kind = |word: &str| KINDS.iter().any(|kind| word.trim_end_matches('s') == *kind);
    folded.split(' ').any(kind) || folded.ends_with('?')
}

/// True for a folded head over something other than counts: shares, money, lengths of time, references.
pub fn is_no_count(folded: &str) -> bool {
    static OTHER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            "%|\u{a3}|per ?cent|(?-u:\\b)(?:rate|rates|ratio|average|mean|median|cost|costs|spend|budget|hours|minutes|days|weeks|fte|wte|ref|reference|date|id|code|page|postcode|(?:tele)?phone (?:no|numbers?)|duration|length)(?-u:\\b)",
        )
    });
    static LASTING: LazyLock<Regex> =
        LazyLock::new(|| pattern("(?-u:\\b)(?:[0-9]+|one|two|four|twelve) ?(?:hours?|minutes?|days?|weeks?)(?-u:\\b)"));
    OTHER.is_match(&LASTING.replace_all(folded, "")) // "Over 24 hours" counts those who waited so long
}

/// True for a folded head over shares.
pub fn is_share(folded: &str) -> bool {
    static SHARE: LazyLock<Regex> = LazyLock::new(|| pattern("%|per ?cent|proportion"));
    SHARE.is_match(folded)
}
