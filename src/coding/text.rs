//! Answers in words: given, unless they refuse, say that nothing is held, or only point elsewhere.

use std::cmp::Ordering;

use super::clauses::{self, Asked};
use super::ground::Ground;
use super::states::{elsewhere, not_applicable, not_held, not_made, refused, relied_on};
use super::{Coded, Sentence, Subject, Words, second_opinion};
use crate::catalogue::Cue;
use crate::record::Code;

/// A longer denial than this, in bytes, may tell of something.
const SHORT: usize = 60;

/// True where a sentence says that something is enclosed, whatever it says after that of parts left out.
fn hands_over(sentence: &Sentence<'_>) -> bool {
    let refused = sentence.cue("refused").map(|cue| cue.span.start);
    let given = giving(sentence).map(|cue| cue.span.start);
    // "Drafts cannot be shared, but our toolkit (attached) covers the same ground."
    let instead = |refused: usize, given: usize| {
        sentence.view.text().get(refused..given).is_some_and(|between| between.contains(" but "))
    };
    given.is_some_and(|given| match refused {
        Some(refused) => given < refused || instead(refused, given),
        None => true,
    })
}

/// True where a sentence says that something is not held, and gives nothing in its stead: "no policy as such but the protocol is
/// attached" does.
fn holds_none(sentence: &Sentence<'_>) -> bool {
    let instead = |held: &Cue<'_>, given: &Cue<'_>| {
        let between = sentence.view.text().get(held.span.end..given.span.start);
        between.is_some_and(|between| between.contains(" but ") || between.contains("though "))
    };
    sentence.cue("not-held").is_some_and(|held| !giving(sentence).is_some_and(|given| instead(held, given)))
}

/// Where a sentence hands something over: "attached", but not "not attached".
pub(super) fn giving<'s, 'a>(sentence: &'s Sentence<'a>) -> Option<&'s Cue<'a>> {
    let text = sentence.view.text();
    let denied = |cue: &&Cue<'_>| {
        let before = text[..cue.span.start].trim_end();
        ["not", "not yet", "n't", "not been", "never", "cannot be"].iter().any(|word| before.ends_with(word))
    };
    // "The arguments for and against are at Annex A" hands over nothing that was asked for.
    let argued = |cue: &&Cue<'_>| {
        let before = &text[..cue.span.start];
        ["argument", "public interest", "reasoning"].iter().any(|word| before.contains(word))
    };
    sentence.cues.iter().find(|cue| cue.phrase.means == "gives" && !denied(cue) && !argued(cue))
}

/// Codes an answer to a question that asks for words, documents or figures.
pub(super) fn code(words: &Words<'_>, subject: Subject<'_>) -> Coded {
    if let Some(coded) = not_applicable(words) {
        return coded;
    }
    let gives = words.sentences.iter().any(|sentence| hands_over(sentence) && !holds_none(sentence));
    if let Some(coded) = refused(words).filter(|_| !gives && !describes_first(words, subject)) {
        return coded;
    }
    let asked = Asked::read(subject);
    // Most of it must say that nothing is held: a policy may be given and its evaluation not held. That there are no papers
    // beside what was described takes nothing of it back.
    let papers = |sentence: &Sentence<'_>| asks_to_describe(subject) && sentence.view.text().contains(" document");
    let none = |sentence: &Sentence<'_>| sentence.says("not-held") && !papers(sentence);
    let empty = words.sentences.iter().filter(|sentence| none(sentence)).count();
    let opens = words.sentences.first().is_some_and(none);
    let concludes = words.sentences.last().is_some_and(|last| {
        let so = ["so ", ", so ", "therefore", "hence ", "as a result"].iter().any(|so| last.view.text().contains(so));
        so && last.says("not-held") && words.sentences.len() < 4
    });
    let unheld = opens || concludes || 2 * empty > words.sentences.len() || ends_with_none(words, &asked);
    if let Some(coded) = not_held(words).filter(|_| !gives && unheld) {
        return coded;
    }
    let opens = words.sentences.first().is_some_and(|first| first.says("not-made") && !first.says("contrast"));
    let all_papers = words.sentences.iter().all(papers);
    if let Some(coded) = not_made(words).filter(|_| !gives && !all_papers && (opens || words.sentences.len() == 1)) {
        return coded;
    }
    let link = words.whole.text().contains("http") || words.whole.text().contains("www.");
    if let Some(coded) = elsewhere(words).filter(|_| !gives && !link && only_points(words, subject)) {
        return coded;
    }
    if !gives
        && !link
        && let Some(coded) = by_clauses(words, &asked)
    {
        return coded;
    }
    let evidence = words.sentences.first().map(|first| vec![first.span]).unwrap_or_default();
    if words.sentences.iter().any(|sentence| giving(sentence).is_some()) {
        // "The paper has a plan at appendix 2. It is exempt under section 22": what is said to be there may be what is withheld. What
        // stands behind "N/A" may be a note on another answer.
        let given = Coded::stated(Code::Given, "enclosed", evidence);
        let doubtful = refused(words).is_some() || words.says("not-applicable");
        return if doubtful { given.unsure() } else { given };
    }
    if link {
        return Coded::inferred(Code::Given, "link", evidence);
    }
    let given = Coded::inferred(Code::Given, "words-given", evidence);
    // Whoever was asked to describe something may say that there is nothing more.
    let described = asks_to_describe(subject) && words.sentences.len() > 1;
    if described { given } else { second_opinion::of_words(words, subject, given) }
}

/// True where an answer to whoever asked for a description opens with one, and only a later sentence withholds something: "They meet
/// on the ward. The notes are exempt under section 40(2)."
fn describes_first(words: &Words<'_>, subject: Subject<'_>) -> bool {
    let tells = |sentence: &Sentence<'_>| {
        let told = sentence.view.text().split(' ').count() > 4;
        told && relied_on(sentence).is_none() && !sentence.says("of-information")
    };
    asks_to_describe(subject) && words.sentences.first().is_some_and(tells) && second_opinion::is_told(words)
}

/// True of a question to which whatever is told first is an answer.
fn asks_to_describe(subject: Subject<'_>) -> bool {
    let numbers = |at: usize| ["many", "much", "often"].iter().any(|word| subject.asked[at..].starts_with(word));
    let how = || subject.asked.match_indices("how ").any(|(at, how)| !numbers(at + how.len()));
    ["descri", "explain"].iter().any(|word| subject.asked.contains(word)) || how()
}

/// True where an answer does no more than point elsewhere: its first sentence does, most of them do, or half of them, and
/// to somebody else. What is described first and then "can be found on our website" is given.
fn only_points(words: &Words<'_>, subject: Subject<'_>) -> bool {
    let points = |sentence: &&Sentence<'_>| sentence.says("elsewhere");
    let pointing: Vec<&Sentence<'_>> = words.sentences.iter().filter(points).collect();
    let opens = words.sentences.first().is_some_and(|first| first.says("elsewhere"));
    let ours = |text: &str| text.contains("our ") || text.contains("website");
    let sends_away = || pointing.iter().any(|sentence| !ours(sentence.view.text()));
    match (2 * pointing.len()).cmp(&words.sentences.len()) {
        Ordering::Less => false,
        Ordering::Equal => opens || !asks_to_describe(subject) && sends_away(),
        Ordering::Greater => true,
    }
}

/// True where a short answer ends by saying that there is none of what was asked for: "An evaluation is due in spring. No
/// report is held at present." Who was asked to describe something has described it by then.
fn ends_with_none(words: &Words<'_>, asked: &Asked<'_>) -> bool {
    const FEW: usize = 3;
    let short = words.sentences.len() <= FEW && !asks_to_describe(asked.subject);
    let Some(last) = words.sentences.last().filter(|_| short) else { return false };
    let text = last.view.text();
    let names = || text.split(|c: char| !c.is_alphanumeric()).any(|word| asked.names(word));
    let of_it = || ["any", "one", "it", "this", "them"].iter().any(|word| text.trim_end_matches('.').ends_with(word));
    last.cue("not-held").is_some_and(|cue| cue.phrase.is_also("none-of-it"))
        || last.says("not-held") && (text.contains("information") || text.contains("cop") || text.contains("items"))
        || last.says("not-held") && of_it()
        || (last.says("not-held") || last.says("not-made")) && names()
}

/// An answer of one sentence that only points elsewhere, says that nothing is known, or does no more than deny.
fn by_clauses(words: &Words<'_>, asked: &Asked<'_>) -> Option<Coded> {
    let [only] = &words.sentences[..] else { return None };
    let text = only.view.text();
    let coded = |code, rule, place| Some(Coded::inferred(code, rule, only.view.back(place)));
    if let Some(place) = clauses::sends_elsewhere(text) {
        return coded(Code::Elsewhere, "sends-elsewhere", place);
    }
    if let Some(place) = clauses::denies_knowing(text, asked) {
        return coded(Code::NotHeld, "not-known", place);
    }
    let short = !asked.subject.is_part && text.len() < SHORT && !text.contains(|c: char| c.is_ascii_digit());
    let taken = clauses::weigh(&[text], asked).filter(|taken| short && taken.ground == Ground::Denied)?;
    coded(Code::NotHeld, "denied-in-short", taken.places[0].1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::record::Certainty;
    use crate::text::{Folded, Span};

    #[test]
    fn what_is_enclosed_beside_a_refusal_is_not_stated() {
        let read = |text: &str| {
            let folded = Folded::new(text);
            let words = Words::read(text, &folded, &Catalogue::shipped().phrases, &[Span::new(0, text.len())], &[]);
            let coded = code(&words, Subject::default());
            (coded.code, coded.certainty)
        };
        let plan = "The paper has an outline plan at appendix 2.";
        assert_eq!(read(plan), (Code::Given, Certainty::Stated));
        assert_eq!(read(&format!("{plan} It is withheld until May.")), (Code::Given, Certainty::Inferred));
    }
}
