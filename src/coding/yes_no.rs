//! Yes and no: by box, by word, by stance, or by what is said of the question's subject.

use super::clauses::{self, Asked};
use super::ground::Ground;
use super::stance::lean;
use super::states::{elsewhere, not_applicable, not_held, points_elsewhere, refused, relied_on, sent_elsewhere};
use super::{Coded, Sentence, Subject, Words, second_opinion, tick};
use crate::catalogue::Cue;
use crate::record::Code;
use crate::text::Span;

/// Codes an answer to a question that asks for yes or no.
pub(super) fn code(words: &Words<'_>, subject: Subject<'_>) -> Coded {
    let coded = by_rules(words, subject);
    second_opinion::of_sides(words, subject, coded)
}

fn by_rules(words: &Words<'_>, subject: Subject<'_>) -> Coded {
    let asked = &Asked::read(subject);
    if let Some(coded) = by_first_word(words, asked) {
        return coded;
    }
    if let Some((ticked, place)) = tick::mark(words) {
        let code = if ticked { Code::Yes } else { Code::No };
        return Coded::inferred(code, "tick", words.whole.back(place));
    }
    if let Some(coded) = not_applicable(words).filter(|_| !sides_first(words, asked)) {
        return coded;
    }
    if let Some(refused) = refused(words) {
        return granted_before_refusing(words, asked).unwrap_or(refused);
    }
    if let Some(coded) = only_an_opinion(words) {
        return coded;
    }
    let leaning = concluded(words)
        .or_else(|| denied_of_some(words))
        .or_else(|| first_in_plain_words(words, asked))
        .or_else(|| weigh(words, asked))
        .or_else(|| sent_elsewhere(words))
        .or_else(|| by_clauses(words, asked));
    // That older papers are gone takes nothing from what was found in the others, and that nothing is to be sent tells no side.
    let says = |(at, sentence): (usize, &Sentence<'_>)| {
        let own = |cue: &Cue<'_>| !cue.phrase.is_also("to-send") && (at == 0 || !cue.phrase.is_also("of-papers"));
        sentence.cue("not-held").is_some_and(own)
    };
    let early = words.sentences.iter().take(2).enumerate().any(says);
    if early
        && leaning.as_ref().is_none_or(|leaning| leaning.code == Code::No)
        && let Some(coded) = not_held(words)
    {
        return coded;
    }
    leaning
        .or_else(|| not_held(words))
        .or_else(|| elsewhere(words))
        .or_else(|| not_known(words, asked))
        .or_else(|| points_elsewhere(words))
        .unwrap_or_else(|| Coded::inferred(Code::Unclear, "neither-yes-nor-no", words.spans.clone()))
}

/// An answer that opens with yes, no, "in part".
fn by_first_word(words: &Words<'_>, asked: &Asked<'_>) -> Option<Coded> {
    let first = words.sentences.first()?;
    if first.says("only-holding") {
        // "Yes, this information is held" says only that it is held.
        return refused(words).or_else(|| Some(Coded::inferred(Code::Unclear, "only-says-held", vec![first.span])));
    }
    // "Not formally recorded."
    let unheld = first.cue("not-held").map(|cue| cue.span);
    if let Some(cue) = first.cue("hedge").filter(|cue| !unheld.is_some_and(|unheld| unheld.overlaps(cue.span))) {
        // Of some it is so: then there are any.
        let any = cue.phrase.is_also("of-any") && asked.of_any;
        return Some(Coded::inferred(if any { Code::Yes } else { Code::Qualified }, "in-part", first.place(cue)));
    }
    let (cue, code, rule) = match (first.cue("leading-yes"), first.cue("leading-no")) {
        (Some(cue), _) => (cue, Code::Yes, "leading-yes"),
        (None, Some(cue)) => (cue, Code::No, "leading-no"),
        _ => return None,
    };
    let place = first.place(cue);
    // "Y in secure services. N elsewhere."
    let opposite = if code == Code::Yes { "leading-no" } else { "leading-yes" };
    if words.sentences.iter().skip(1).take(2).any(|sentence| sentence.says(opposite)) {
        return Some(Coded::inferred(Code::Qualified, "yes-and-no", words.spans.clone()));
    }
    // "Yes. These are used in all directorates except prison healthcare."
    let all_but =
        |sentence: &Sentence<'_>| sentence.cue("limits").filter(|cue| cue.phrase.is_also("all-but")).is_some();
    if code == Code::Yes && words.sentences.iter().take(2).any(all_but) {
        return Some(Coded::inferred(Code::Qualified, "yes-or-no-with-reservation", words.spans.clone()));
    }
    let same_breath = first.view.text().ends_with(';');
    let rest: Vec<Option<Code>> =
        words.sentences.iter().skip(1).take(3).map(|sentence| lean(sentence, asked).map(|(code, _)| code)).collect();
    let other = if code == Code::Yes { Code::No } else { Code::Yes };
    let contrast = first.says("contrast")
        || words
            .sentences
            .iter()
            .skip(1)
            .take(2)
            .any(|sentence| sentence.cue("contrast").is_some_and(|cue| cue.span.start < 12));
    if same_breath && rest.first() == Some(&Some(other.clone()))
        || contrast && (first.says("contrast") || rest.contains(&Some(other.clone())))
    {
        return Some(Coded::inferred(Code::Qualified, "yes-or-no-with-reservation", vec![first.span]));
    }
    // "Yes in secure services" may be no elsewhere.
    let text = first.view.text()[cue.span.end..].trim_start_matches([' ', ',']);
    let narrows = ["in ", "for ", "at ", "on ", "only ", "within ", "where "];
    // "No for staff. For patients, …"
    let said = &first.view.text()[cue.span.start..cue.span.end];
    let restricted = narrows.iter().any(|to| text.starts_with(to) || said.ends_with(&format!(" {}", to.trim_end())));
    // Alone on its line, without a stop, it may be a cell that says that something is held.
    let opening = &words.text()[first.span.start..];
    let behind = opening.trim_start_matches(|c: char| c.is_alphanumeric() || c == '*');
    let cell = words.sentences.len() > 1 || first.view.text().len() > cue.span.end;
    let cell = cell && behind.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']);
    let doubtful =
        restricted || contrast || cell || rest.contains(&Some(other)) || words.says("refused") || words.says("limits");
    let coded = Coded::stated(code, rule, place);
    Some(if doubtful { coded.unsure() } else { coded })
}

/// "The answer is therefore no.": what a later sentence says that all comes to.
fn concluded(words: &Words<'_>) -> Option<Coded> {
    let side = |sentence: &Sentence<'_>, means: &str, code: Code| {
        let cue = sentence.cue(means).filter(|cue| cue.phrase.is_also("concludes"))?;
        Some(Coded::inferred(code, "concluded", sentence.place(cue)))
    };
    let mut later = words.sentences.iter().skip(1);
    later.find_map(|sentence| {
        side(sentence, "leading-no", Code::No).or_else(|| side(sentence, "leading-yes", Code::Yes))
    })
}

/// True where the first sentence takes a side before it calls something else not applicable: "It has never been used, and (f)
/// is therefore not applicable."
fn sides_first(words: &Words<'_>, asked: &Asked<'_>) -> bool {
    let Some(first) = words.sentences.first() else { return false };
    let Some(idle) = first.cue("not-applicable").map(|cue| cue.span.start) else { return false };
    let side = ["stance-no", "stance-yes"].iter().filter_map(|side| first.cue(side)).map(|cue| cue.span.start).min();
    side.is_some_and(|side| side + OTHER_CLAUSE < idle) && lean(first, asked).is_some()
}

/// So far behind a side, in bytes, another clause speaks of something else.
const OTHER_CLAUSE: usize = 40;

/// The yes with which an answer opens in a few words, where only a later sentence withholds something: "They are. Numbers
/// below ten are withheld."
fn granted_before_refusing(words: &Words<'_>, asked: &Asked<'_>) -> Option<Coded> {
    let first = words.sentences.first().filter(|first| relied_on(first).is_none())?;
    let text = first.view.text();
    let own = words.only(|sentence| sentence.span == first.span);
    let says_more = text.starts_with("if ") || first.says("of-information");
    let granted =
        first_in_plain_words(&own, asked).or_else(|| weigh(&own, asked)).or_else(|| by_clauses(&own, asked))?;
    (!says_more && matches!(granted.code, Code::Yes | Code::No | Code::Qualified)).then_some(granted)
}

/// An answer that opens by saying that an opinion is asked for, which the Act gives no right to (section 84: recorded
/// information): not held where it says that nothing is on record, otherwise unclear.
fn only_an_opinion(words: &Words<'_>) -> Option<Coded> {
    let first = words.sentences.first()?;
    let cue = first.cue("opinion").filter(|_| !first.says("contrast"))?;
    let rest = words.only(|sentence| sentence.span != first.span);
    let unclear = || Coded::inferred(Code::Unclear, "asks-an-opinion", first.place(cue));
    Some(not_held(&rest).unwrap_or_else(unclear))
}

/// "Never with patients. With staff, one case.": the first sentence denies it of some, and the next tells of others.
fn denied_of_some(words: &Words<'_>) -> Option<Coded> {
    let [first, second, ..] = &words.sentences[..] else { return None };
    let (denial, rest) = first.view.text().split_once(' ')?;
    let of = rest.split(' ').next()?;
    let parted = ["with", "for", "in", "at", "among", "by", "within"].contains(&of);
    let others = second.view.text().strip_prefix(of).is_some_and(|others| others.starts_with(' '));
    let grants = !second.says("negation");
    (["never", "not", "none"].contains(&denial) && parted && others && grants)
        .then(|| Coded::inferred(Code::Qualified, "some-and-others", vec![first.span, second.span]))
}

/// What the sentences say together: the first that takes a side, unless another takes the other side.
fn weigh(words: &Words<'_>, asked: &Asked<'_>) -> Option<Coded> {
    let sides: Vec<(Code, Ground, Vec<Span>)> = words
        .sentences
        .iter()
        .take(6)
        .enumerate()
        // What is done instead does not take a "no" back.
        .filter(|(i, sentence)| *i == 0 || !sentence.view.text().contains(" instead"))
        .filter_map(|(_, sentence)| lean(sentence, asked).map(|(code, (ground, place))| (code, ground, place)))
        .collect();
    let (first, ground, place) = sides.first().cloned()?;
    // A subject named beside a "not" is weak evidence against a side already taken.
    let opposed = sides.iter().any(|(code, ground, _)| *code != first && *ground != Ground::Denied);
    if opposed && !asked.subject.is_part && first != Code::Qualified {
        let evidence = sides.iter().flat_map(|(.., place)| place.clone()).collect();
        return Some(Coded::inferred(Code::Qualified, "both-sides", evidence));
    }
    Some(Coded::inferred(first, ground.rule(), place))
}

/// An answer that sets some against others, or that says what it has to say clause by clause before any later sentence names
/// what is done.
fn first_in_plain_words(words: &Words<'_>, asked: &Asked<'_>) -> Option<Coded> {
    let first = words.sentences.first().filter(|_| !asked.subject.is_part)?;
    if clauses::shares_out(first.view.text()) || clauses::sets_against(first.view.text()) {
        return Some(Coded::inferred(Code::Qualified, "some-and-others", vec![first.span]));
    }
    if lean(first, asked).is_some() || words.sentences.len() == 1 {
        return None;
    }
    clauses::weigh(&[first.view.text()], asked)?;
    let coded = by_clauses(words, asked)?;
    // A turn of phrase in the next sentence tells more than the grammar of the first.
    let turned = lean(words.sentences.get(1)?, asked).filter(|(_, (ground, _))| *ground == Ground::Stance);
    turned.is_none_or(|(code, _)| code == coded.code || coded.code == Code::Qualified).then_some(coded)
}

/// What the first sentences say clause by clause, where no turn of phrase takes a side.
fn by_clauses(words: &Words<'_>, asked: &Asked<'_>) -> Option<Coded> {
    if let [only] = &words.sentences[..]
        && let Some(place) = clauses::on_terms(only.view.text())
    {
        return Some(Coded::inferred(Code::Qualified, "on-terms", only.view.back(place)));
    }
    let opening: Vec<&str> = words.sentences.iter().take(2).map(|sentence| sentence.view.text()).collect();
    let taken = clauses::weigh(&opening, asked)?;
    let places = taken.places.iter().flat_map(|&(at, place)| words.sentences[at].view.back(place)).collect();
    Some(Coded::inferred(taken.code, taken.ground.rule(), places))
}

/// An answer whose first sentence denies that anybody knows.
fn not_known(words: &Words<'_>, asked: &Asked<'_>) -> Option<Coded> {
    let first = words.sentences.first()?;
    let place = clauses::denies_knowing(first.view.text(), asked)?;
    Some(Coded::inferred(Code::NotHeld, "not-known", first.view.back(place)))
}
