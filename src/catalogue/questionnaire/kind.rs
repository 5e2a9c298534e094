//! What kind of answer a question asks for, told by its grammar where no questionnaire says it.

use std::sync::LazyLock;

use crate::record::QuestionKind;
use crate::text::Regex;

static YES_NO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:and|also|or|if (?:so|yes|not?|any)[^,]{0,40}|in addition|overall|currently)[,:;]? )*(?:has|have|does|do|did|is|are|was|were|will|would|can|could|should) (?:your|the|you|any|there|it|they|these|those|all|either|anyone|staff|patients|an?|nhs|restorative|this)(?-u:\b)|(?:please )?(?:answer|state|say|confirm)? ?yes (?:or|/) no|^(?:please )?(?:confirm|state|say) (?:whether|if)(?-u:\b)|^(?:whether|any plans? to)(?-u:\b)|^(?:(?:and|also|or|if (?:so|yes|not?|any)[^,]{0,40})[,:;]? )*(?:has|have|does|do|did|is|are|was|were|will|would|can|could|should) [a-z][^?]{3,160}\?$")
        .expect("a fixed pattern")
});
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:if (?:so|yes|[^,?]{2,60},)|please|and)[,:;]? |(?:confirm|state|give|provide) )*(?:(?:from |since )?when(?:\?|$| (?:was|were|did|does|do|is|are|will|would))|(?:on |from |by )?(?:what|which) date|(?:what|when) (?:is|was|will be) the (?:[a-z]+ ){0,4}date(?-u:\b)|(?:the )?date (?:of|on|[a-z]+ed|when|from)(?-u:\b)|the (?:[a-z]{3,} ){1,4}date(?: (?:of|for)(?-u:\b)|[?.]?$))")
        .expect("a fixed pattern")
});
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:how (?:many|much|often)|(?:total )?number (?:of|who|that|found)|what percentage|what (?:was|is) the (?:total|cost))(?-u:\b)")
        .expect("a fixed pattern")
});

/// Asking politely for a thing or a fact: "Could you tell me …".
static POLITE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:and|also|finally),? )?(?:can|could|may|might|would|will) (?:i|we|you)(?:,? (?:please|kindly|also))*,? (?:have|see|get|obtain|receive|send|provide|supply|give|share|tell|let)(?: (?:us|me))?(?: please)?(?: with| know)? ")
        .expect("a fixed pattern")
});

/// The kind of a folded question.
pub fn guess_kind(question: &str) -> QuestionKind {
    let question = POLITE.find(question).map_or(question, |polite| &question[polite.end()..]);
    if NUMBER.is_match(question) && !YES_NO.is_match(question) {
        QuestionKind::Number
    } else if YES_NO.is_match(question) {
        QuestionKind::YesNo
    } else if DATE.is_match(question) {
        QuestionKind::Date
    } else {
        QuestionKind::Text
    }
}

/// A figure and nothing else.
static BARE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(?:[<>]? ?[0-9][0-9,]*|nil|zero)\.?$").expect("a fixed pattern"));

/// A question in so few words names a thing, and no more.
const SHORT: usize = 4;

/// The kind of a folded question, which its folded answer may tell: "Reviews in 2024" with "6" asks for a number.
pub fn guess_kind_by(question: &str, answer: &str) -> QuestionKind {
    let kind = guess_kind(question);
    let answer = answer.trim();
    let year = answer.len() == 4 && (answer.starts_with("19") || answer.starts_with("20"));
    // "Harassment?" with "No.": what was asked of it stands above, or in a letter of its own.
    let opens = |words: &str| answer.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let short = question.is_empty() || question.trim_end().ends_with('?') && question.split(' ').count() <= SHORT;
    if kind == QuestionKind::Text && short && (opens("yes") || opens("no")) {
        return QuestionKind::YesNo;
    }
    let named = kind == QuestionKind::Text && !question.trim_end().ends_with('?') && !question.is_empty();
    if named && !year && BARE.is_match(answer) { QuestionKind::Number } else { kind }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grammar_tells_the_kind() {
        for (question, kind) in [
            ("has your trust signed up?", QuestionKind::YesNo),
            ("is restorative practice among the outcomes open to the review group?", QuestionKind::YesNo),
            ("do guards wear cameras?", QuestionKind::YesNo),
            ("if any, was a ransom paid?", QuestionKind::YesNo),
            ("any plan to move to video only", QuestionKind::YesNo),
            ("any plans of the building", QuestionKind::Text),
            ("please confirm the date of adoption", QuestionKind::Date),
            ("if so, when was it adopted?", QuestionKind::Date),
            ("date adopted", QuestionKind::Date),
            ("if it has, when was the plan agreed?", QuestionKind::Date),
            ("what is the end date of the contract?", QuestionKind::Date),
            ("please provide the current contract end date for your system", QuestionKind::Date),
            ("provide the most up to date policy for this", QuestionKind::Text),
            ("from when?", QuestionKind::Date),
            ("when does the contract for it end?", QuestionKind::Date),
            ("on which date did it begin?", QuestionKind::Date),
            ("when patients complain, who answers?", QuestionKind::Text),
            ("how many employees work in your trust?", QuestionKind::Number),
            ("which executive director leads on the charter?", QuestionKind::Text),
            ("please supply the minutes", QuestionKind::Text),
            ("can i have the minutes?", QuestionKind::Text),
            ("could you please tell me how many were sold?", QuestionKind::Number),
            ("could you let me know whether it was sold?", QuestionKind::YesNo),
            ("can you mend it?", QuestionKind::YesNo),
        ] {
            assert_eq!(guess_kind(question), kind, "{question}");
        }
    }

    #[test]
    fn a_bare_figure_tells_that_a_number_was_asked_for() {
        assert_eq!(guess_kind_by("reviews in 2024", "6"), QuestionKind::Number);
        assert_eq!(guess_kind_by("reviews in 2024", "none was held"), QuestionKind::Text);
        assert_eq!(guess_kind_by("year of the last review", "2024"), QuestionKind::Text);
        assert_eq!(guess_kind_by("which ward is it?", "6"), QuestionKind::Text);
        assert_eq!(guess_kind_by("sexual misconduct?", "no."), QuestionKind::YesNo);
        assert_eq!(guess_kind_by("sexual misconduct?", "nobody knows"), QuestionKind::Text);
        assert_eq!(guess_kind_by("", "yes, in 2023."), QuestionKind::YesNo);
    }
}
