//! Ticks and crosses, and tick boxes: `☒ Yes ☐ No`, `[x] Attached [ ] Not held`, `Yes ☐ No ☑`. The ticked option is the answer.

use std::sync::LazyLock;

use crate::text::Regex;

use super::Words;
use crate::text::Span;

/// A ticked or an empty box, as people and word processors draw them.
static BOXES: LazyLock<Regex> = LazyLock::new(|| {
    let full = r"[\u{2612}\u{2611}\u{2713}\u{2714}\u{2705}\u{25a0}\u{2717}\u{2718}]|\[ ?[x\u{2713}\u{2714}] ?\]|\( ?[x\u{2713}\u{2714}] ?\)";
    let empty = r"[\u{2610}\u{25a1}]|\[ *\]|\( *\)";
    Regex::new(&format!("(?P<full>{full})|(?P<empty>{empty})")).expect("a fixed pattern")
});

/// What a row of boxes says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ticked {
    /// No box is ticked: nothing was answered.
    None,
    /// One is; its option stands here in the folded words.
    One(Span),
    /// Several are, or one that has no words.
    Undecided,
}

/// A tick or a cross without a box, at the beginning of an answer: true for a tick.
pub(super) fn mark(words: &Words<'_>) -> Option<(bool, Span)> {
    let text = words.whole.text();
    let rest = text.trim_start();
    let mark = rest.chars().next()?;
    let ticked = match mark {
        '\u{2713}' | '\u{2714}' | '\u{2705}' => true,
        '\u{2717}' | '\u{2718}' | '\u{274c}' => false,
        _ => return None,
    };
    let start = text.len() - rest.len();
    let alone = rest[mark.len_utf8()..].chars().next().is_none_or(char::is_whitespace);
    alone.then(|| (ticked, Span::new(start, start + mark.len_utf8())))
}

/// Reads the boxes of an answer; `None` where it has fewer than two.
pub(super) fn read(words: &Words<'_>) -> Option<Ticked> {
    let text = words.whole.text();
    let boxes: Vec<(bool, Span)> = BOXES
        .captures_iter(text)
        .filter_map(|hit| Some((hit.name("full").is_some(), Span::from(hit.get(0)?.range()))))
        .collect();
    if boxes.len() < 2 || boxes.len() > 12 {
        return None;
    }
    let before = boxes[0].1.start > 2;
    let option = |i: usize| {
        let (start, end) = if before {
            (if i == 0 { 0 } else { boxes[i - 1].1.end }, boxes[i].1.start)
        } else {
            (boxes[i].1.end, boxes.get(i + 1).map_or(text.len(), |next| next.1.start))
        };
        // "[X] No Comments: …": what is added is no part of the option.
        let end = text[start..end].find(" comment").map_or(end, |at| start + at);
        Span::new(start, end).trim(text)
    };
    let ticked: Vec<usize> = (0..boxes.len()).filter(|&i| boxes[i].0).collect();
    Some(match ticked[..] {
        [] => Ticked::None,
        [one] if option(one).of(text).contains(char::is_alphanumeric) => Ticked::One(option(one)),
        _ => Ticked::Undecided,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::text::Folded;

    /// What is ticked, or why nobody can tell; empty without boxes.
    fn ticked(answer: &str) -> String {
        let folded = Folded::new(answer);
        let words = Words::read(answer, &folded, &Catalogue::shipped().phrases, &[Span::new(0, answer.len())], &[]);
        match read(&words) {
            None => String::new(),
            Some(Ticked::One(option)) => option.of(words.whole.text()).to_owned(),
            Some(undecided) => format!("{undecided:?}"),
        }
    }

    #[test]
    fn what_is_noted_beside_a_yes_may_take_some_of_it_back() {
        use crate::coding::{Subject, code_answer};
        use crate::record::{Certainty, QuestionKind};
        let read = |answer: &str| {
            let folded = Folded::new(answer);
            let words = Words::read(answer, &folded, &Catalogue::shipped().phrases, &[Span::new(0, answer.len())], &[]);
            let coded = code_answer(QuestionKind::YesNo, &words, Subject::default());
            (coded.code.to_string(), coded.certainty == Certainty::Stated)
        };
        let noted =
            "[X] Yes [ ] No [ ] Don't know\nNote: with the exception of the prisons, where it is done in writing.";
        assert_eq!(read(noted), ("qualified".to_owned(), false));
        assert_eq!(read("[X] Yes [ ] No [ ] Don't know\nNote: see the leaflet."), ("yes".to_owned(), true));
    }

    #[test]
    fn one_ticked_option_answers() {
        assert_eq!(ticked("[x] Attached [ ] Not held"), "attached");
        assert_eq!(ticked("Yes \u{2610} No \u{2611}"), "no");
        assert_eq!(ticked("[ ] Yes [ ] No"), "None");
        assert_eq!(ticked("[x] Yes [x] No"), "Undecided");
        assert_eq!(ticked("[x] Yes"), "");
    }

    #[test]
    fn a_ticked_box_without_words_decides_nothing() {
        assert_eq!(ticked("patient complaints            [ ]    [x]\nNot applicable"), "Undecided");
    }
}
