//! A reply that prints no question: all that it says is one answer.

use super::{Pair, Reading};
use crate::document::{Unit, find_sentences};
use crate::letter::Zone;
use crate::text::{Span, View};

/// Shorter replies, in bytes, answer nothing by themselves.
const SHORTEST: usize = 60;

/// The sentences that retell a request have at least so many words; fewer only name its subject.
const RETOLD: usize = 30;

/// A letter without questions as one exchange: what it says it was asked, where it tells that at length, and its words that
/// answer, from the first sentence in which the authority speaks of the matter to the last before the closing words.
/// `None` where nothing answers.
pub(super) fn whole_reply(reading: &Reading<'_>, units: &[Unit]) -> Option<Pair> {
    let open = |unit: &&Unit| !unit.quoted && matches!(reading.zones.at(unit.whole.start), Zone::Answers | Zone::Head);
    let mut whole = Pair::default();
    let (mut retelling, mut retold, mut goes_on) = (false, 0, false);
    // Only a sentence that leads to the request makes what is retold one; a salutation does not.
    let (mut quoting, mut led) = (false, false);
    for unit in units.iter().filter(open) {
        retelling &= !unit.gap || quoting;
        for sentence in unit.pieces.iter().flat_map(|piece| find_sentences(reading.text, *piece)) {
            // What is quoted at length is the request; what stands before it answers nothing.
            let words = sentence.of(reading.text);
            if !quoting && opens_quotation(words) && quotes_at_length(reading, sentence) {
                (quoting, retelling) = (true, true);
                whole = Pair::default();
            }
            if quoting {
                retold += words.split_whitespace().count();
                led = true;
                append(reading.text, &mut whole.question, sentence);
                quoting = !words.trim_end().ends_with(['"', '\u{201d}']);
                retelling = quoting;
                continue;
            }
            let retells = begins_to_retell(reading, sentence);
            retelling |= retells;
            // What follows a semicolon is more of what was asked.
            let asked = retelling && std::mem::replace(&mut goes_on, sentence.of(reading.text).ends_with(';'));
            // What an answer retells on its way is no request.
            let tells = whole.answer.is_empty() && (retells || asked);
            led |= tells && says_any(reading, sentence, &["request-lead"]);
            retold += if tells { sentence.of(reading.text).split_whitespace().count() } else { 0 };
            // Whatever comes in the paragraph below what was asked.
            let below = retold >= RETOLD && !retelling && is_prose(reading, sentence);
            if !whole.answer.is_empty() || !asked && (below || answers(reading, sentence)) {
                append(reading.text, &mut whole.answer, sentence);
            } else if retelling {
                append(reading.text, &mut whole.question, sentence);
            }
        }
    }
    if retold < RETOLD || !led {
        whole.question.clear();
    }
    (whole.answer.iter().map(|span| span.len()).sum::<usize>() >= SHORTEST).then_some(whole)
}

/// True where a sentence opens a quotation that it does not close: "It read: "Please tell me …".
fn opens_quotation(words: &str) -> bool {
    let opened = [": \"", ": \u{201c}"].iter().any(|opening| words.contains(opening));
    (opened || words.starts_with(['"', '\u{201c}'])) && !words.trim_end().ends_with(['"', '\u{201d}'])
}

/// True where the quotation that `sentence` opens is closed further down its paragraph, and asks.
fn quotes_at_length(reading: &Reading<'_>, sentence: Span) -> bool {
    // No request is longer, in bytes.
    const LONGEST: usize = 4000;
    let end = reading.text.floor_char_boundary(sentence.end + LONGEST);
    let behind = &reading.text[sentence.end..end];
    let paragraph = &behind[..behind.find("\n\n").unwrap_or(behind.len())];
    let Some(closed) = paragraph.find(['"', '\u{201d}']) else { return false };
    let opened = sentence.of(reading.text).find(['"', '\u{201c}']).map_or(sentence.start, |at| sentence.start + at);
    let quoted = Span::new(opened, sentence.end + closed);
    let quoted =
        Span::new(quoted.end - quoted.of(reading.text).trim_start_matches(['"', '\u{201c}']).len(), quoted.end);
    let quoted = View::new(reading.folded, &[quoted]);
    !reading.phrases.find(quoted.text(), &["asks"]).is_empty()
}

/// Adds a sentence to those before it.
fn append(text: &str, spans: &mut Vec<Span>, sentence: Span) {
    match spans.last_mut() {
        Some(last) if text[last.end..sentence.start].trim().is_empty() => last.end = sentence.end,
        _ => spans.push(sentence),
    }
}

/// True for a sentence that begins to tell what was asked.
fn begins_to_retell(reading: &Reading<'_>, sentence: Span) -> bool {
    says_any(reading, sentence, &["receives", "request-lead"])
}

/// True where the sentence has a phrase with one of `meanings`.
fn says_any(reading: &Reading<'_>, sentence: Span, meanings: &[&str]) -> bool {
    let view = View::new(reading.folded, &[sentence]);
    !reading.phrases.find(view.text(), meanings).is_empty()
}

/// True for a whole sentence that does not tell of the request.
fn is_prose(reading: &Reading<'_>, sentence: Span) -> bool {
    const WORDS: usize = 8;
    let words = sentence.of(reading.text);
    words.ends_with('.') && words.split_whitespace().count() >= WORDS && !begins_to_retell(reading, sentence)
}

/// True for a sentence in which the authority answers, and does not only say what it was sent.
fn answers(reading: &Reading<'_>, sentence: Span) -> bool {
    sentence.of(reading.text).ends_with(['.', ';'])
        && says_any(reading, sentence, &["answers", "answers-directly", "refused", "not-held"])
        && !begins_to_retell(reading, sentence)
}
