//! Where a name stands as the author's own: letterhead, sender, signature, foot of the page, or words that say so.

use crate::catalogue::Organisations;
use crate::letter::{Letter, Zone};
use crate::text::Span;

use super::super::clue::{Kind, speaks};
use super::super::context::{self, Standing};
use super::super::foot::is_foot;
use super::super::line;

/// A letterhead stands in the first lines; with something beside it, in fewer.
const LETTERHEAD: usize = 6;
const BESIDE: usize = 3;

/// The rule by which the name at `span` is the author's own, if it is; `trust` is true where the author calls itself one.
pub fn rule_for(letter: &Letter<'_>, organisations: &Organisations, trust: bool, span: Span) -> Option<&'static str> {
    let cues = organisations.cues();
    let zone = letter.zones.at(span.start);
    let (before, after) = (context::before(letter, span), context::after(letter, span));
    if line::is_addressed(letter, span) {
        return Some(Kind::NameOfItself.rule());
    }
    if line::heads_message(letter, span) {
        return Some(Kind::NameOfSender.rule());
    }
    if !speaks(zone) || line::is_addressee(letter, span) {
        return None;
    }
    if cues.surely_itself(&before, after) {
        return Some(Kind::NameOfItself.rule());
    }
    if cues.elsewhere(&before, after) {
        return None;
    }
    let standing = context::standing(letter, span);
    let row = letter.lines.index_of(span.start);
    let kind = match (zone, standing) {
        (Zone::Head, _) if line::is_sender(letter, span) => Kind::NameOfSender,
        (Zone::SignOff, Standing::Alone) => Kind::NameInSignOff,
        (Zone::SignOff, Standing::Beside)
            if line::begins_line(letter, span) || line::is_between_marks(letter, span) =>
        {
            Kind::NameInSignOff
        }
        (Zone::Head, Standing::Alone) if row < LETTERHEAD => Kind::NameInLetterhead,
        (Zone::Head, _) if row < BESIDE && line::is_beside_bar(letter, span) => Kind::NameInLetterhead,
        _ if is_foot(letter, span) => Kind::NameInFoot,
        _ if !trust && cues.itself(&before, after) => Kind::NameOfItself,
        _ => return None,
    };
    Some(kind.rule())
}

/// True where the author calls itself a trust, so that a force or council in its text is somebody else.
pub fn of_a_trust(letter: &Letter<'_>) -> bool {
    let folded = letter.folded.text();
    ["the trust", "our trust", "this trust"].iter().any(|words| {
        folded.match_indices(words).take(20).any(|(at, _)| {
            let start = letter.folded.back(at, at + words.len()).start;
            speaks(letter.zones.at(start))
        })
    })
}
