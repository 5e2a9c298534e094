//! The date that a question asks for, among the other dates that an answer may name.

use std::collections::BTreeSet;
use std::ops::Bound;
use std::sync::LazyLock;

use super::states::{elsewhere, not_applicable, not_held, points_elsewhere, refused, relied_on, sent_elsewhere};
use super::{Coded, Sentence, Subject, Words};
use crate::catalogue::Cue;
use crate::catalogue::patterns::Pattern;
use crate::record::Code;
use crate::text::{Regex, Span};
use crate::when::{Dated, find_dates};

/// Codes an answer to a question that asks for a date.
pub(super) fn code(words: &Words<'_>, subject: Subject<'_>) -> Coded {
    if let Some(coded) = opening_date(words) {
        return coded;
    }
    if let Some(coded) = not_applicable(words) {
        return coded;
    }
    if let Some(refused) = refused(words) {
        // "We signed in May 2024. The plan is withheld."
        let open = words.only(|sentence| relied_on(sentence).is_none());
        let short =
            open.sentences.first().is_some_and(|first| first.view.text().len() <= SHORT && open.spans == [first.span]);
        let told = find_date_of(&open, subject.dated_by).filter(|found| found.by == By::ItsWords || short);
        return told.map_or(refused, |found| found.coded().unsure());
    }
    let opens = words.sentences.first().is_some_and(|first| first.says("not-held") && !first.says("contrast"));
    let told = || find_date_of(words, subject.dated_by).is_some_and(|found| found.by == By::ItsWords);
    let found = candidates(words);
    // "Early 2024 - the exact day was not recorded."
    let leads = found.first().is_some_and(|first| first.date.span.start <= LEADS);
    // "The exact day was not written down. She believes that it was around March 2024."
    let supposed = matches!(&found[..], [only] if is_supposed(only));
    if let Some(coded) = not_held(words).filter(|_| found.is_empty() || opens && !leads && !supposed && !told()) {
        return coded;
    }
    find_date_of(words, subject.dated_by)
        .map(FoundDate::coded)
        .or_else(|| elsewhere(words))
        .or_else(|| sent_elsewhere(words))
        .or_else(|| points_elsewhere(words))
        .unwrap_or_else(|| Coded::inferred(Code::Unclear, "no-date", words.spans.clone()))
}

/// True where somebody tells the date from memory: "I believe that it was in March 2024", "around March 2024".
fn is_supposed(candidate: &Candidate<'_, '_>) -> bool {
    static REMEMBERED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?-u:\b)(?:believes?|believed|thinks?|thought|recalls?|remembers?|probably)(?-u:\b)")
            .expect("a fixed pattern")
    });
    const NEARLY: [&str; 5] = ["around", "about", "approximately", "roughly", "circa"];
    let words = candidate.sentence.view.text();
    let before = words[..candidate.date.span.start].trim_end();
    REMEMBERED.is_match(words) || NEARLY.iter().any(|nearly| before.ends_with(nearly))
}

/// A first sentence that is nothing but a date, or names it and gives it, answers, whatever is withheld beside it.
fn opening_date(words: &Words<'_>) -> Option<Coded> {
    let first = words.sentences.first()?;
    let own = words.only(|sentence| sentence.span == first.span);
    // "Date of adoption: 5 October 2023."
    let named = own.whole.text().find(": ").filter(|at| *at <= NAME);
    let own = named.map_or(own.clone(), |at| own.part(Span::new(at + 2, own.whole.text().len())));
    (words.sentences.len() > 1 && refused(words).is_some())
        .then(|| find_date_of(&own, &[]))
        .flatten()
        .filter(|found| found.by == By::NothingElse)
        .map(|found| found.coded().unsure())
}

/// A sentence of no more bytes says little else than a date.
const SHORT: usize = 40;

struct Candidate<'w, 'a> {
    sentence: &'w Sentence<'a>,
    date: Dated,
    /// Words of the clause that holds the date.
    clause: Span,
}

/// True where only the year could be read though a day is named beside it: "in Decem- ber 2023, on the 6th".
fn names_more_than_the_year(candidate: &Candidate<'_, '_>) -> bool {
    static DAY: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?-u:\b)[0-9]{1,2}(?:st|nd|rd|th)(?-u:\b)").expect("a fixed pattern"));
    candidate.date.date.edtf().len() == "2023".len() && DAY.is_match(candidate.sentence.view.text())
}

/// What makes a date the one that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// The words of its clause, which say that it happened then.
    ItsWords,
    /// Its place at the opening of the answer.
    Opening,
    /// The answer is nothing but this date.
    NothingElse,
    /// No other date is named.
    BeingOnly,
    /// All others belong to something else.
    BeingLeft,
    /// Its place before the others.
    BeingFirst,
}

impl By {
    fn rule(self) -> &'static str {
        match self {
            By::ItsWords => "date-by-its-words",
            By::Opening => "leading-date",
            By::NothingElse => "bare-date",
            By::BeingOnly => "only-date",
            By::BeingLeft => "only-date-left",
            By::BeingFirst => "first-date",
        }
    }
}

/// A date found in an answer.
#[derive(Clone, Debug)]
pub(super) struct FoundDate {
    /// The date, EDTF.
    date: String,
    /// Where it is printed.
    pub place: Vec<Span>,
    /// Why it is this one.
    pub by: By,
    /// True where the words state it.
    sure: bool,
}

impl FoundDate {
    /// The date as the code of an answer.
    pub fn coded(self) -> Coded {
        let value = Code::Value(self.date);
        if self.sure {
            Coded::stated(value, self.by.rule(), self.place)
        } else {
            Coded::inferred(value, self.by.rule(), self.place)
        }
    }
}

/// The date that stands with one of `dated_by`; the only date where none does and nothing else claims it.
pub(super) fn find_date_of(words: &Words<'_>, dated_by: &[Pattern]) -> Option<FoundDate> {
    let found = candidates(words);
    let told = |candidate: &Candidate<'_, '_>| {
        let clause = candidate.clause.of(candidate.sentence.view.text());
        dated_by.iter().any(|pattern| pattern.is_match(clause))
    };
    let claims = |cue: &Cue<'_>, candidate: &Candidate<'_, '_>| {
        cue.phrase.means == "other-day" && candidate.clause.overlaps(cue.span)
    };
    let claimed = |candidate: &Candidate<'_, '_>| candidate.sentence.cues.iter().any(|cue| claims(cue, candidate));
    let surely_claimed = |candidate: &Candidate<'_, '_>| {
        candidate.sentence.cues.iter().any(|cue| claims(cue, candidate) && !cue.phrase.is_also("weakly"))
    };
    let give = |candidate: &Candidate<'_, '_>, by: By, sure: bool| {
        let place = candidate.sentence.view.back(candidate.date.span);
        FoundDate { date: candidate.date.date.edtf(), place, by, sure }
    };
    if let Some(counted) = found.iter().find(|candidate| is_counted(candidate)) {
        return Some(give(counted, By::ItsWords, false));
    }
    let by_words: Vec<&Candidate<'_, '_>> = found.iter().filter(|candidate| told(candidate)).collect();
    let near = |candidate: &&&Candidate<'_, '_>| {
        let text = candidate.sentence.view.text();
        let at = candidate.date.span;
        let ends = dated_by.iter().flat_map(|pattern| pattern.find_iter(text)).map(|hit| {
            if hit.end() <= at.start { at.start - hit.end() } else { hit.start().saturating_sub(at.end) + 8 }
        });
        ends.min().unwrap_or(usize::MAX)
    };
    // "14 November 2023 for ourselves. The group signed again on 4 June 2025": what opens the answer with a day is the answer.
    let day = |candidate: &&Candidate<'_, '_>| candidate.date.date.edtf().len() == "2023-11-14".len();
    let opening = words.sentences.first().map(|first| first.span);
    let leading = found.first().filter(|first| Some(first.sentence.span) == opening && first.date.span.start == 0);
    if let Some(leading) = leading.filter(day).filter(|first| !claimed(first) && !by_words.is_empty() && !told(first)) {
        return Some(give(leading, By::Opening, false));
    }
    if let Some(best) = by_words.iter().min_by_key(near) {
        let sure = by_words.len() == 1
            && found.len() == 1
            && !best.sentence.says("negation")
            && !names_more_than_the_year(best);
        return Some(give(best, By::ItsWords, sure));
    }
    let bare = words.whole.text().trim_matches(|c: char| !c.is_alphanumeric()).len();
    match &found[..] {
        [only] if only.date.span.len() + 8 >= bare => Some(give(only, By::NothingElse, !only.date.damaged)),
        [only] if !surely_claimed(only) => Some(give(only, By::BeingOnly, false)),
        _ => {
            let free: Vec<&Candidate<'_, '_>> = found.iter().filter(|candidate| !claimed(candidate)).collect();
            if let [only] = free[..] {
                return Some(give(only, By::BeingLeft, false));
            }
            // "11/12/2023. (The launch was on 04/09/2023.)": the date that opens the answer.
            let opens = words.sentences.first()?;
            if let Some(leading) = found.iter().find(|c| c.sentence.span == opens.span && c.date.span.start <= OPENS) {
                return Some(give(leading, By::Opening, false));
            }
            first_of_its_sentence(&free, dated_by).map(|candidate| give(candidate, By::BeingFirst, false))
        }
    }
}

/// "22 February 2024, which we treat as adoption": of several dates the letter says which one counts.
fn is_counted(candidate: &Candidate<'_, '_>) -> bool {
    static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^,? (?:which|(?:and )?(?:this|that))(?: is)?(?: what| the (?:date|day|one))?(?: that| which)? (?:we|i|the [a-z]+) (?:therefore |would )?(?:treats?|regards?|counts?|takes?|considers?|uses?) (?:as|to be)(?-u:\b)|^,? and (?:that|this) is when (?:we|it|the [a-z]+)(?-u:\b)")
            .expect("a fixed pattern")
    });
    COUNTED.is_match(&candidate.sentence.view.text()[candidate.date.span.end..])
}

/// A date that begins so near the beginning, in bytes, is what is told, whatever is not known beside it.
const LEADS: usize = 8;

/// What names a date before its colon is no longer than this, in bytes.
const NAME: usize = 24;

/// A date that begins so near the beginning of an answer, in bytes, opens it: "On 3 May".
const OPENS: usize = 3;

/// Of several dates the one in a sentence of its own that says what happened then, or else the first in a sentence of its
/// own.
fn first_of_its_sentence<'c, 'w, 'a>(
    free: &[&'c Candidate<'w, 'a>],
    dated_by: &[Pattern],
) -> Option<&'c Candidate<'w, 'a>> {
    let alone = |candidate: &&&Candidate<'_, '_>| {
        free.iter().filter(|other| other.sentence.span == candidate.sentence.span).count() == 1
    };
    let told = |candidate: &&&Candidate<'_, '_>| {
        dated_by.iter().any(|pattern| pattern.is_match(candidate.sentence.view.text()))
    };
    let told = free.iter().filter(alone).find(told);
    told.or_else(|| free.first().filter(|first| alone(first))).copied()
}

/// The dates of an answer, in order; one that is printed twice, at different precision, as it is told most precisely.
fn candidates<'w, 'a>(words: &'w Words<'a>) -> Vec<Candidate<'w, 'a>> {
    let mut found: Vec<Candidate<'w, 'a>> = Vec::new();
    for sentence in &words.sentences {
        for date in find_dates(sentence.view.text()) {
            if date.bare
                && sentence.view.text().len() > date.span.len() + 12
                && follows_name(sentence.view.text(), date.span)
            {
                continue;
            }
            if is_bound(sentence.view.text(), date.span) {
                continue;
            }
            let clause = clause_around(sentence.view.text(), date.span);
            found.push(Candidate { sentence, date, clause });
        }
    }
    let told: BTreeSet<String> = found.iter().map(|candidate| candidate.date.date.edtf()).collect();
    found.retain(|candidate| {
        let day = candidate.date.date.edtf();
        // What goes on from the same words stands right behind them in the alphabet.
        let next = told.range::<String, _>((Bound::Excluded(&day), Bound::Unbounded)).next();
        !candidate.date.bare || !next.is_some_and(|next| next.starts_with(&day))
    });
    found
}

/// "Not later than the end of 2023", "it was before the return of June 2024": the day is not named, only a bound to it.
fn is_bound(text: &str, date: Span) -> bool {
    static BOUND: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?-u:\b)(?:(?:not|no) later than|(?:some ?time |it was |was |were |at some point )before|prior to)(?: the)?(?: [a-z]+){0,3} (?:of |in )?$|(?-u:\b)(?:not|no) later than (?:the )?$")
            .expect("a fixed pattern")
    });
    BOUND.is_match(&text[..date.start])
}

/// "Charter (2023)", "Act 2000", "guidance (2019)": a year that is part of a name.
fn follows_name(text: &str, year: Span) -> bool {
    let before = text[..year.start].trim_end_matches([' ', '(']);
    ["charter", "act", "guidance", "framework", "regulations", "standards", "order"]
        .iter()
        .any(|name| before.ends_with(name))
}

/// The clause that holds `at`: up to the nearest dash, comma, bracket, "and" or "but" on either side.
fn clause_around(text: &str, at: Span) -> Span {
    const ENDS: [&str; 12] = [
        " - ",
        ", ",
        "; ",
        " and ",
        " but ",
        " when ",
        " after ",
        " before ",
        " which ",
        " while ",
        " that ",
        " although ",
    ];
    let start = ENDS.iter().filter_map(|end| text[..at.start].rfind(end).map(|i| i + 1)).max().unwrap_or(0);
    let end = ENDS.iter().filter_map(|end| text[at.end..].find(end).map(|i| at.end + i)).min().unwrap_or(text.len());
    Span::new(start.min(at.start), end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::text::Folded;

    #[test]
    fn a_date_behind_its_name_answers_whatever_is_withheld_beside_it() {
        let read = |text: &str| {
            let folded = Folded::new(text);
            let words = Words::read(text, &folded, &Catalogue::shipped().phrases, &[Span::new(0, text.len())], &[]);
            code(&words, Subject::default()).code.to_string()
        };
        let withheld = "The plan is withheld under section 38(1)(b).";
        assert_eq!(read(&format!("Date of adoption: 5 October 2023. {withheld}")), "2023-10-05");
        assert_eq!(read(&format!("The plan: it was agreed on 5 October 2023 by all. {withheld}")), "refused");
    }
}
