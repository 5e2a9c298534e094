//! Answers that give no value: refused, not held, elsewhere, not applicable, the same as another.

use super::{Coded, Sentence, Words, clauses};
use crate::catalogue::Cue;
use crate::record::Code;
use crate::text::Span;

/// An answer that only refers to another answer of the same letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SameAs {
    /// To the answer under this number, as printed: `2b`, `(i)`.
    Number(String),
    /// To the answer before.
    Previous,
}

/// The other answer that `words` refer to, if that is all they do.
pub fn same_as(words: &Words<'_>) -> Option<SameAs> {
    let [only] = &words.sentences[..] else { return None };
    let cue = only.cue("same-as")?;
    let captures = cue.phrase.pattern.captures(only.view.text())?;
    let number = captures.name("number").map(|number| number.as_str().trim_end_matches(['.', ' ', ',']).to_owned());
    Some(match number {
        Some(number) if number.len() < 8 && number != "above" => SameAs::Number(number),
        _ => SameAs::Previous,
    })
}

/// Not applicable, where the answer says little else.
pub(super) fn not_applicable(words: &Words<'_>) -> Option<Coded> {
    if words.whole.text().trim().chars().all(|c| c == '-') && !words.is_empty() {
        return Some(Coded::inferred(Code::NotApplicable, "dash", words.spans.clone()));
    }
    let (sentence, cue) = words.first("not-applicable")?;
    // "Nobody has evaluated it, so there is nothing to send" tells why.
    if cue.phrase.is_also("with-its-reason")
        && sentence.cue("not-made").is_some_and(|made| made.span.start < cue.span.start)
    {
        return None;
    }
    let place = sentence.place(cue);
    let opens = words.sentences.first().is_some_and(|first| first.span == sentence.span) && cue.span.start == 0;
    let gives = words.sentences.iter().any(|sentence| sentence.says("gives"));
    if opens && !gives && sentence.view.text().len() < 40 {
        return Some(Coded::inferred(Code::NotApplicable, "not-applicable", place));
    }
    let short = words.whole.text().len() < 40;
    (short || words.sentences.len() == 1).then(|| {
        let code = Code::NotApplicable;
        if cue.span.start == 0 && short {
            Coded::stated(code, "not-applicable", place)
        } else {
            Coded::inferred(code, "not-applicable", place)
        }
    })
}

/// Withheld: a sentence says so, or relies on a provision of the Act.
pub(super) fn refused(words: &Words<'_>) -> Option<Coded> {
    let place = words.sentences.iter().find_map(relied_on)?;
    let plain = words.sentences.first().is_some_and(|first| relied_on(first).is_some());
    let coded = Coded::stated(Code::Refused, "refused", place);
    Some(if plain { coded } else { coded.unsure() })
}

/// Where a sentence refuses, unless it takes that back itself.
pub(super) fn relied_on(sentence: &Sentence<'_>) -> Option<Vec<Span>> {
    if sentence.says("taken-back") || sentence.says("leaves-out") {
        return None;
    }
    // A notice under section 17 of the Scottish Act says that something is not held.
    let notice = sentence.says("not-held") && sentence.view.text().contains("section 17");
    let relied = sentence.relies_on.filter(|_| !notice);
    sentence.cue("refused").map(|cue| sentence.place(cue)).or_else(|| relied.map(|place| vec![place]))
}

/// A document that was never made, so that there is none to send.
pub(super) fn not_made(words: &Words<'_>) -> Option<Coded> {
    let (sentence, cue) = words.first("not-made")?;
    Some(Coded::inferred(Code::NotHeld, "not-made", sentence.place(cue)))
}

/// Not held, recorded or collated.
pub(super) fn not_held(words: &Words<'_>) -> Option<Coded> {
    let (sentence, cue) = words.first("not-held")?;
    // Only the plainest words state it; "nobody can remember it", "we have none" may as well be a no.
    let plainly = |cue: &&Cue<'_>| {
        let words_of = cue.span.of(sentence.view.text());
        cue.phrase.is_also("plainly") && ["hold", "held", "record"].iter().any(|word| words_of.contains(word))
    };
    let plainest = sentence.cues.iter().find(plainly);
    let plain = plainest.is_some();
    let place = sentence.place(plainest.unwrap_or(cue));
    // "None recorded" may as well count them.
    let counts = words.whole.text().starts_with("none ");
    let alone = words.sentences.len() == 1 && words.whole.text().len() < 120;
    let whole = plain && alone && !counts && !sentence.says("contrast");
    Some(if whole {
        Coded::stated(Code::NotHeld, "not-held", place)
    } else {
        Coded::inferred(Code::NotHeld, "not-held", place)
    })
}

/// What is said of all that was asked: that none of it is held, or that all of it is withheld.
pub(super) fn of_all(words: &Words<'_>) -> Option<Coded> {
    let of_all = |sentence: &&Sentence<'_>| sentence.says("of-all") && !sentence.says("of-part");
    words.sentences.iter().filter(of_all).find_map(|sentence| {
        let held = sentence.cue("not-held").map(|cue| (Code::NotHeld, "not-held", sentence.place(cue)));
        let refused = relied_on(sentence).map(|place| (Code::Refused, "refused", place));
        // "We cannot say whether all of it is held: to find out would exceed the limit" refuses.
        let plainly = sentence.cues.iter().any(|cue| cue.phrase.means == "not-held" && cue.phrase.is_also("plainly"));
        let told = if plainly { held.or(refused) } else { refused.or(held) };
        told.map(|(code, rule, place)| Coded::inferred(code, rule, place))
    })
}

/// Only a pointer to somebody or something else.
pub(super) fn elsewhere(words: &Words<'_>) -> Option<Coded> {
    let (sentence, cue) = words.first("elsewhere")?;
    Some(Coded::inferred(Code::Elsewhere, "elsewhere", sentence.place(cue)))
}

/// Words that only name a place to look, to a question that asks for more than words.
pub(super) fn points_elsewhere(words: &Words<'_>) -> Option<Coded> {
    let find = |sentence: &Sentence<'_>| Some(sentence.view.back(clauses::points_elsewhere(sentence.view.text())?));
    let place = words.sentences.iter().take(2).find_map(find)?;
    Some(Coded::inferred(Code::Elsewhere, "points-elsewhere", place))
}

/// An answer whose first sentence sends its reader elsewhere.
pub(super) fn sent_elsewhere(words: &Words<'_>) -> Option<Coded> {
    let first = words.sentences.first()?;
    let place = clauses::sends_elsewhere(first.view.text())?;
    Some(Coded::inferred(Code::Elsewhere, "sends-elsewhere", first.view.back(place)))
}
