//! Where the head of a letter ends and the request or the answers begin.

use std::sync::LazyLock;

use super::cues::Cue;
use super::sentences::Sentence;
use crate::letter::courtesies::greets;
use crate::text::{Folded, Regex, Span};

/// A head without any question after it ends by here, in bytes.
const LONGEST: usize = 1500;

/// The number of a first question with its letter: an address before the salutation may have one, too.
static FIRST: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(?:questions? |q ?)?1 ?\.?\(?a\)?[.:),]").expect("a fixed pattern"));

/// The index of the first sentence that is no longer head.
pub(super) fn end_of_head(folded: &Folded, sentences: &[Sentence]) -> usize {
    let Some(start) = sentences.first().map(|sentence| sentence.span.start) else { return 0 };
    let led =
        |at: usize| at > 0 && [Cue::Leading, Cue::Introducing].into_iter().any(|cue| sentences[at - 1].cues.has(cue));
    let greeted = sentences.iter().position(|sentence| greets(folded.of(sentence.span)));
    let opens = |(at, sentence): (usize, &Sentence)| {
        // "Thanks for your patience. You wrote on 3 May asking for:"
        let retells = || folded.of(sentence.span).starts_with("you ") && sentence.cues.has(Cue::Asking);
        sentence.quoted
            || led(at)
            || retells()
            || greeted.is_none_or(|greeted| at > greeted)
                && sentence.opens_line
                && FIRST.is_match(folded.of(sentence.span))
            || sentence.opens_line && (sentence.cues.has(Cue::Asking) || sentence.cues.has(Cue::Answering))
            || folded.forth(Span::new(start, sentence.span.start)).len() > LONGEST
    };
    sentences.iter().enumerate().position(opens).unwrap_or(sentences.len())
}
