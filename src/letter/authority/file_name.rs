//! The body that the file, or its folder, is named after.

use chrono::NaiveDate;

use crate::catalogue::Organisations;
use crate::catalogue::organisations::{Form, Standing, Words};
use crate::letter::Letter;
use crate::record::{Authority, Certainty};

/// The body named by the file, or failing that by its folder; none where it is not `unless`, the one hinted at in the text.
pub fn find(
    letter: &Letter<'_>,
    date: Option<NaiveDate>,
    organisations: &Organisations,
    hinted: Option<usize>,
) -> Option<Authority> {
    let body = in_path(letter, date, organisations)?;
    let body_name = organisations.all()[body].name_on(date).to_owned();
    hinted.is_none_or(|hinted| hinted == body).then(|| Authority {
        code: organisations.all()[body].ods_code().map(str::to_owned),
        name: body_name,
        certainty: Certainty::Inferred,
        rule: "file-name".to_owned(),
        evidence: Vec::new(),
    })
}

/// The body that the file, or its folder, is named after, where it is not `body`.
pub fn other(
    letter: &Letter<'_>,
    date: Option<NaiveDate>,
    organisations: &Organisations,
    body: usize,
) -> Option<usize> {
    in_path(letter, date, organisations).filter(|named| *named != body)
}

/// The one body that the file's name names, or failing that the folder's.
fn in_path(letter: &Letter<'_>, date: Option<NaiveDate>, organisations: &Organisations) -> Option<usize> {
    letter.file.rsplit('/').take(2).find_map(|part| named(letter, part, date, organisations))
}

/// The one body whose name a part of the path holds; the name with most words wins.
fn named(letter: &Letter<'_>, part: &str, date: Option<NaiveDate>, organisations: &Organisations) -> Option<usize> {
    let stem = part.rsplit_once('.').map_or(part, |(stem, _)| stem);
    let spaced: String = stem.chars().map(|c| if "_+.,-".contains(c) { ' ' } else { c }).collect();
    let lower = spaced.to_lowercase();
    let words = Words::new(&lower, 0..lower.len());
    let mut claims: Vec<(usize, usize)> = Vec::new();
    for hit in organisations.names().find(&words) {
        let body = &organisations.all()[hit.body];
        let place = words.back(hit.start, hit.end);
        let found = &words.text()[hit.start..hit.end];
        let known = match hit.form {
            Form::Full(_) | Form::Short | Form::Site => true,
            // No other body has these words in a name; none that a letter of a trust's may be from.
            Form::Place => {
                let other_sort = |other: usize| organisations.all()[other].standing() != Standing::Provider;
                let outside = |other: usize| other_sort(other) && is_from_trust(letter);
                organisations.spelt().holding(found).all(|other| other == hit.body || outside(other))
            }
            Form::Acronym => {
                body.acronyms.iter().any(|acronym| spaced.get(place.clone()) == Some(acronym.words.as_str()))
            }
            Form::Shared => false,
        };
        if known && body.standing() == Standing::Provider {
            claims.push((found.split(' ').count(), organisations.heir(hit.body, date)));
        }
    }
    if claims.is_empty() {
        return by_place(words.text(), date, organisations);
    }
    let most = claims.iter().map(|(words, _)| *words).max()?;
    let mut best = claims.iter().filter(|(words, _)| *words == most).map(|(_, body)| *body);
    let body = best.next()?;
    best.all(|other| other == body).then_some(body)
}

/// True where the letter speaks of "the Trust", and of no council.
fn is_from_trust(letter: &Letter<'_>) -> bool {
    let words = letter.folded.text();
    words.contains(" the trust ") && !words.contains(" the council")
}

/// The one body whose name begins with a place of several words that `words` hold: "Norfolk and Norwich".
fn by_place(words: &str, date: Option<NaiveDate>, organisations: &Organisations) -> Option<usize> {
    let all = organisations.all();
    let mut found = organisations
        .spelt()
        .beginning(words, all, date)
        .into_iter()
        .filter(|(body, behind)| all[*body].standing() == Standing::Provider && !organisations.names().another(behind))
        .map(|(body, _)| organisations.heir(body, date));
    let body = found.next()?;
    found.all(|other| other == body).then_some(body)
}
