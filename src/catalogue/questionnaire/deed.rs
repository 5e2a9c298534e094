//! What is done where a question is answered yes: "signed up to the charter", "contracted out".

use std::sync::LazyLock;

use crate::text::Regex;

/// Who asks and of whom, before what is done: "Has your Trust ever", "Does the council".
static ASKING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:if (?:so|yes|not?)|and|please (?:confirm|say|state))[a-z ]{0,20}[,:;]? )*(?:(?:has|have|had|does|do|did|is|are|was|were|will|would|can|could|should|whether|if) )+(?:(?:the|your|you|any|our|it|they|this|there|council|trust|organisation|authority|board|force|department|university|body|school|hospital|ever|also|currently|now|been|its|staff)(?-u:\b) ?)*")
        .expect("a fixed pattern")
});
/// Where what is done ends.
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:in|of|for|at|on|with|within|from|by|relating|regarding|during|when|where|involving|under|since|before|after|until|between)(?-u:\b)|[(?;:]")
        .expect("a fixed pattern")
});
/// "interpret X as Y": what is asked is Y.
static REGARDED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:interpret|regard|see|view|consider|treat|understand)s? .*? as ").expect("a fixed pattern")
});
/// "is enforcement contracted out": what is done, where a thing stands before it.
static DONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)[a-z]{3,}(?:ed|en|ought)(?-u:\b)(?: (?:out|up|off|on))?").expect("a fixed pattern")
});

/// The words of a question that say what is done, where it asks for yes or no.
pub fn deed(folded: &str) -> Option<&str> {
    let asked = ASKING.find(folded)?;
    let rest = &folded[asked.end()..];
    if let Some(regarded) = REGARDED.find(rest) {
        return Some(&rest[regarded.end()..]);
    }
    let end = AFTER.find(rest).map_or(rest.len(), |after| after.start());
    let asking = format!(" {}", asked.as_str());
    if [" is ", " are ", " was ", " were "].iter().any(|be| asking.contains(be)) && !asking.contains(" there ") {
        // "are any libraries run by volunteers": what is done stands last.
        let last = || rest[..end].trim_end().rsplit(' ').next();
        return DONE.find(rest).map(|done| done.as_str()).or_else(last);
    }
    Some(&rest[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_says_what_is_done() {
        for (question, done) in [
            ("has your trust signed up to the charter?", "signed up to the charter"),
            ("does the council plan to raise its parking charges?", "plan to raise its parking charges"),
            ("is parking enforcement contracted out?", "contracted out"),
            ("are any libraries run by volunteers?", "run"),
            ("are there any plans to close them?", "plans to close them"),
            ("has the council closed any library since 2021?", "closed any library "),
            (
                "does your trust interpret the charter as including restorative practices?",
                "including restorative practices?",
            ),
            ("has your trust ever used mediation in complaints?", "used mediation "),
        ] {
            assert_eq!(
                deed(question).map(|deed| deed.trim_end_matches('?')),
                Some(done.trim_end_matches('?')),
                "{question}"
            );
        }
        assert_eq!(deed("please send the policy"), None);
    }
}
