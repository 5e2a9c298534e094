//! Bodies outside the NHS: councils, forces, fire services, universities, departments; those of the catalogue by name, domain
//! or mailbox, others by the shape of their names.

mod claim;
mod own;
mod repeated;
mod shapes;
#[cfg(test)]
mod tests;

use crate::catalogue::Organisations;
use crate::catalogue::organisations::{Form, NameHit, Standing, Words};
use crate::letter::{Letter, Zone};
use crate::record::{Authority, Certainty, Evidence};
use crate::text::Span;

use super::clue::{Clue, Kind};
use super::line;
use super::names;
use claim::Claim;

/// Points, in tenths, from which an address or a misspelt name claims a letter.
const CLAIMS: u32 = 70;
/// No name is longer, in bytes, however it is broken over lines.
const LONGEST: usize = 1000;
/// So many pieces of evidence are kept.
const KEPT: usize = 4;

/// The one body outside the NHS of which the letter speaks as its author's; `None` where it speaks so of two. `clues` are
/// those of addresses and of misspelt names.
pub fn find(letter: &Letter<'_>, organisations: &Organisations, clues: &[Clue]) -> Option<Authority> {
    let mut claims = named(letter, organisations);
    let outside = |clue: &&Clue| organisations.all()[clue.body].standing() == Standing::Outside;
    // A short letter is all head: an address in its sentences may be another body's.
    let told = |clue: &&Clue| clue.zone == Zone::Head && line::is_in_sentence(letter, clue.span);
    let strong = |clue: &&Clue| clue.kind.convinces() && clue.tenths >= CLAIMS && !told(clue);
    claims.extend(clues.iter().filter(outside).filter(strong).map(|clue| Claim::of_clue(clue, organisations)));
    let island = |claim: &Claim| claim.is_of_kind("crown-dependency", organisations);
    if claims.iter().any(island) {
        // "Cabinet Office" under a letter of the Isle of Man is one of its departments.
        claims.retain(|claim| island(claim) || !claim.is_of_kind("government", organisations));
    }
    let first = claims.iter().min_by_key(|claim| (claim.standing(), claim.span.start))?;
    if claims.iter().any(|claim| !claim.is_same_body(first)) {
        return None;
    }
    let evidence = claims.iter().take(KEPT).map(|claim| Evidence::new(letter.text, letter.lines, claim.span)).collect();
    let name = first.name.clone();
    Some(Authority { code: None, name, certainty: Certainty::Stated, rule: first.rule.to_owned(), evidence })
}

/// The claims of names: of the catalogue's bodies, and of others by their shape.
fn named(letter: &Letter<'_>, organisations: &Organisations) -> Vec<Claim> {
    let words = names::words(letter);
    let hits = organisations.names().find(&words);
    let whole = hits.iter().filter(|hit| matches!(hit.form, Form::Full(_) | Form::Short));
    let mut known: Vec<(Span, &NameHit)> = whole.map(|hit| (place(letter, &words, hit), hit)).collect();
    known.sort_by_key(|(span, _)| *span);
    let trust = own::of_a_trust(letter);
    let mut claims = Vec::new();
    for &(span, hit) in &known {
        let body = &organisations.all()[hit.body];
        if body.standing() != Standing::Outside || shapes::is_part(letter, span) {
            continue;
        }
        let official = match hit.form {
            Form::Full(name) => body.names().nth(name).map(|(name, _)| name.to_owned()),
            _ => None,
        };
        // "DVLA" stands for a name; "Avon and Somerset Constabulary" is one.
        let initials = span.of(letter.text).chars().all(char::is_uppercase).then(|| body.name.clone());
        let name = official.or(initials).unwrap_or_else(|| shapes::printed(letter, span));
        claims.extend(
            own::rule_for(letter, organisations, trust, span)
                .map(|rule| Claim::named(span, Some(hit.body), name, rule)),
        );
    }
    let is_known = |span: &Span| {
        let from = known.partition_point(|(known, _)| known.start + LONGEST <= span.start);
        known[from..].iter().take_while(|(known, _)| known.start < span.end).any(|(known, _)| known.overlaps(*span))
    };
    for span in shapes::find(letter).filter(|span| !is_known(span)) {
        let rule = own::rule_for(letter, organisations, trust, span);
        claims.extend(rule.map(|rule| Claim::named(span, None, shapes::printed(letter, span), rule)));
    }
    if claims.is_empty() {
        let signed = repeated::find(letter, organisations);
        let rule = Kind::NameInSignOff.rule();
        claims.extend(signed.map(|span| Claim::named(span, None, shapes::printed(letter, span), rule)));
    }
    claims.sort_by_key(|claim| claim.span);
    claims
}

fn place(letter: &Letter<'_>, words: &Words, hit: &NameHit) -> Span {
    let place = words.back(hit.start, hit.end);
    letter.folded.back(place.start, place.end)
}
