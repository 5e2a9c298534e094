//! Both ends of the closing words: what opens them ("We hope …", a page number), and the signature without a farewell.

use std::sync::LazyLock;

use crate::text::Regex;

use super::sentences::Sentence;
use crate::letter::Zone;
use crate::text::{Folded, Span};

/// Closing words this near, in bytes, to the start of their paragraph take the paragraph's start with them.
const NEAR: usize = 220;

/// A signature without a farewell has at most this many lines.
const LINES: usize = 8;

/// A page's foot, which stands before the closing words by chance, or their heading.
static FURNITURE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\[?page [0-9]{1,3}(?: ?(?:of|/) ?[0-9]{1,3})?\]?$|(?:^| )page [0-9]{1,3} of [0-9]{1,3}$|(?:^| )[0-9]{1,3} [|] page$|^(?:[0-9]{1,2}[.)]? ?)?(?:conclusion|further (?:information|help)|other information|complaints?|appeals?|internal reviews?|feedback|notes?|your rights?):?$")
        .expect("a fixed pattern")
});

/// Who signs for an authority.
static SIGNS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:foi|freedom of information|information (?:governance|access|rights|management)|officer|manager|team|department|office|adviser|advisor|coordinator|co-ordinator|facilitator|lead|director|trust|council|constabulary|police|university|health board)(?-u:\b)")
        .expect("a fixed pattern")
});

/// Words of a letter about itself, which an answer seldom has.
static ABOUT_ITSELF: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?-u:\b)(?:you|your|this|our|the act)(?-u:\b)").expect("a fixed pattern"));

/// Gives the closing words the sentences before them in a paragraph of its own, and a page's foot before that.
pub(super) fn absorb(sentences: &[Sentence], text: &str, folded: &Folded, zones: &mut [Zone]) {
    for i in 1..zones.len() {
        if zones[i - 1] != Zone::Answers || !matches!(zones[i], Zone::Review | Zone::Regulator | Zone::SignOff) {
            continue;
        }
        let mut first = opening(sentences, text, folded, i);
        let above = |at: usize| folded.of(line_of(sentences, text, at));
        while first > 0 && sentences[first - 1].opens_line && FURNITURE.is_match(above(first - 1)) {
            first -= 1;
        }
        let zone = if zones[i] == Zone::SignOff { Zone::SignOff } else { Zone::Review };
        zones[first..i].fill(zone);
    }
}

/// The first sentence of the paragraph that closes at `i`, where all before `i` speaks of the letter itself.
fn opening(sentences: &[Sentence], text: &str, folded: &Folded, i: usize) -> usize {
    if sentences[i].opens_paragraph {
        return i;
    }
    let near = |at: &usize| sentences[i].span.start - sentences[*at].span.start <= NEAR;
    let Some(first) = (0..i).rev().take_while(near).find(|&at| sentences[at].opens_paragraph) else { return i };
    let closes = |sentence: &Sentence| {
        let words = sentence.span.of(text);
        sentence.words >= 5 && words.starts_with(char::is_uppercase) && ABOUT_ITSELF.is_match(folded.of(sentence.span))
    };
    if sentences[first..i].iter().all(closes) && !sentences[i].opens_line { first } else { i }
}

/// The whole line that a sentence opens.
fn line_of(sentences: &[Sentence], text: &str, at: usize) -> Span {
    let end = sentences.get(at + 1).map_or(text.len(), |next| next.span.start);
    Span::new(sentences[at].span.start, end).trim(text)
}

/// Finds a signature that no farewell announces: the last paragraph, where it has only lone lines and names an office.
pub(super) fn sign(sentences: &[Sentence], text: &str, folded: &Folded, zones: &mut [Zone]) {
    if zones.contains(&Zone::SignOff) || zones.last() != Some(&Zone::Answers) {
        return;
    }
    let lone = |at: &usize| sentences[*at].is_lone_line(text) && zones[*at] == Zone::Answers;
    let lines: Vec<usize> = (0..sentences.len()).rev().take_while(lone).take(LINES + 1).collect();
    let Some(&first) = lines.iter().rev().find(|&&at| sentences[at].opens_paragraph && at > 0) else { return };
    let names = |at: usize| SIGNS.is_match(folded.of(sentences[at].span));
    let listed = |at: usize| sentences[at].span.of(text).starts_with(|c: char| !c.is_alphabetic());
    // A name alone below a question answers it.
    let asked = sentences[first - 1].span.of(text).trim_end().ends_with(['?', ':']);
    let few = !asked && sentences.len() - first <= LINES && first * 2 > sentences.len();
    if few && (first..sentences.len()).any(names) && !(first..sentences.len()).any(listed) {
        zones[first..].fill(Zone::SignOff);
    }
}
