//! The side that one sentence takes: by a turn of phrase, or by saying what is done.

use super::Sentence;
use super::clauses::{self, Asked};
use super::ground::Ground;
use crate::catalogue::Cue;
use crate::record::Code;
use crate::text::Span;

/// The ground of a side, and where it stands.
pub(super) type Reason = (Ground, Vec<Span>);

/// The side that one sentence takes.
pub(super) fn lean(sentence: &Sentence<'_>, asked: &Asked<'_>) -> Option<(Code, Reason)> {
    let no = sentence.cue("stance-no");
    // "It is silent on this, and has not been read that way": a stance beside the open question, or around it, decides.
    let open = sentence.cue("undecided");
    if open.is_some_and(|open| no.is_none_or(|no| no.span.start < open.span.end && !no.span.contains(open.span))) {
        return None;
    }
    // "We do not record whether it was used" does not say that it was.
    let asked_only = |yes: &&Cue<'_>| {
        let words = &sentence.view.text()[..yes.span.start];
        sentence.cue("not-held").is_some_and(|held| words.rfind("whether ").is_some_and(|at| held.span.start < at))
    };
    let yes = sentence.cue("stance-yes").filter(|yes| !asked_only(yes));
    match (yes, no) {
        // "We do not consider | that it does."
        (Some(yes), Some(no)) if no.span.end <= yes.span.start && governs(sentence, no, yes) => {
            return Some((Code::No, (Ground::Stance, sentence.place(no))));
        }
        (Some(yes), Some(no)) if !yes.span.overlaps(no.span) => {
            let evidence = [sentence.place(yes), sentence.place(no)].concat();
            return Some((Code::Qualified, (Ground::Reservation, evidence)));
        }
        // "We do not use X, but do have Y."
        (None, Some(no))
            if sentence.cues.iter().any(|cue| cue.phrase.means == "contrast" && cue.span.start >= no.span.end) =>
        {
            return Some((Code::Qualified, (Ground::Reservation, sentence.place(no))));
        }
        (_, Some(no)) => return Some((Code::No, (Ground::Stance, sentence.place(no)))),
        (Some(yes), None) => {
            // "The Trust is not among the signatories."
            let text = sentence.view.text();
            let denied = sentence.cues.iter().any(|cue| {
                cue.phrase.means == "negation"
                    && cue.span.end <= yes.span.start
                    && (text[cue.span.end..yes.span.start].trim().len() <= 6
                        || denies_subject(text, cue.span, yes.span))
            });
            let code = match denied {
                true => Code::No,
                false if sentence.says("limits") || clauses::takes_back(&text[yes.span.start..]) => Code::Qualified,
                false => Code::Yes,
            };
            return Some((code, (Ground::Stance, sentence.place(yes))));
        }
        (None, None) => {}
    }
    let text = sentence.view.text();
    let deed = clauses::weigh_deed(text, asked)?;
    // "It was decided not to, since our own pledge goes further": what is said first stands.
    let earlier = |plain: &clauses::Taken| plain.code == Code::No && plain.places[0].1.start < deed.places[0].1.start;
    let taken = clauses::weigh(&[text], asked).filter(earlier).unwrap_or(deed);
    let places = taken.places.iter().flat_map(|&(_, place)| sentence.view.back(place)).collect();
    Some((taken.code, (taken.ground, places)))
}

/// True where the first phrase rules the second: nothing stands between them, or what follows is only told.
fn governs(sentence: &Sentence<'_>, first: &Cue<'_>, second: &Cue<'_>) -> bool {
    let text = sentence.view.text();
    // "Nobody has ever suggested that it does."
    let told = text[second.span.start..].starts_with("that ");
    let between = text[first.span.end..second.span.start].trim();
    // "Found no case in which it was used."
    told || between.is_empty() || [" in which ", " where "].iter().any(|of| format!(" {between} ").contains(of))
}

/// True of "No restorative work | has been done": the sentence, or a clause of it, opens with a denial of what the rest says was done.
fn denies_subject(text: &str, denial: Span, yes: Span) -> bool {
    const FEW: usize = 5;
    let subject = text[denial.end..yes.start].trim();
    let opens = denial.start == 0 || text[..denial.start].ends_with(", ");
    opens && denial.of(text) == "no" && !subject.contains(',') && subject.split(' ').count() <= FEW
}
