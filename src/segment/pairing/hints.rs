//! What an answer to an unprinted question says of the part that it answers: "3b (evaluations). None", "1b date - n/a".

use crate::document::{hint_len, parse_label};
use crate::text::Span;

/// Takes from an answer the bracket behind its number that says which part it answers; `again` where another answer has the
/// same number, so that plain words before a dash or colon say it, too.
pub(super) fn take_hint(text: &str, answer: &mut Vec<Span>, again: bool) -> Option<Span> {
    let first = answer.first()?;
    // A dash or colon may have cut the answer behind the hint.
    let words = Span::new(first.start, answer.get(1).unwrap_or(first).end.max(first.end)).of(text);
    let label = parse_label(words).map_or(0, |(_, taken)| taken);
    let behind = &words[label..];
    let (hint, rest) = match hint_len(behind) {
        Some(len) => (len, len),
        None => head_len(behind).filter(|_| again)?,
    };
    let (from, start) = (first.start + label, first.start + label + rest);
    answer.retain(|span| span.end > start);
    if let Some(first) = answer.first_mut() {
        *first = Span::new(start.max(first.start), first.end).trim(text);
    }
    Some(Span::new(from, from + hint))
}

/// The length of a few small words before a dash or colon, and of what goes up to the words behind it.
fn head_len(words: &str) -> Option<(usize, usize)> {
    const WORDS: usize = 3;
    let signs = [" - ", " \u{2013} ", ": "];
    let (at, sign) = signs.iter().filter_map(|sign| Some((words.find(sign)?, sign))).min()?;
    let head = &words[..at];
    let plain = head.chars().all(|c| c.is_lowercase() || " ,/&'".contains(c));
    let named = head.split(' ').count() <= WORDS && !["yes", "no", "none", "nil"].contains(&head);
    (plain && named && !head.is_empty()).then_some((at, at + sign.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hint(words: &str, again: bool) -> Option<(&str, &str)> {
        let mut answer = vec![Span::new(0, words.len())];
        take_hint(words, &mut answer, again).map(|hint| (hint.of(words), answer[0].of(words)))
    }

    #[test]
    fn hints_are_taken_from_answers() {
        assert_eq!(hint("(evaluations). None was made.", false), Some(("(evaluations).", "None was made.")));
        assert_eq!(hint("3b (policies) Attached.", false), Some(("(policies)", "Attached.")));
        assert_eq!(hint("date - n/a", true), Some(("date", "n/a")));
        assert_eq!(hint("1b plans: attached (1 page)", true), Some(("plans", "attached (1 page)")));
    }

    #[test]
    fn what_answers_is_no_hint() {
        for words in
            ["yes - but rarely", "Two papers: a plan and a poster", "(see above)", "we do, as a rule: by telephone"]
        {
            assert_eq!(hint(words, true), None, "{words}");
        }
        assert_eq!(hint("date - n/a", false), None);
    }
}
