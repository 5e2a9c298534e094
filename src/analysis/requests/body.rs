//! The body that a letter or a list means: one that is known, or just a name.

use crate::catalogue::Organisations;
use crate::catalogue::organisations::{Form, NameHit, Words, words_of};
use crate::record::Authority;

/// A body, so that two names for it are the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Body {
    /// A body of `data/organisations.csv`, by its place there.
    Known(usize),
    /// Any other, by the words of its name.
    Named(String),
}

/// What is found for a name that somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// The one body that it means.
    One(usize),
    /// It may mean any of these, or a body that is not known.
    Several(Vec<usize>),
    /// No body is called so.
    Nobody,
}

impl Body {
    /// A body that is not known, by its name.
    pub fn named(name: &str) -> Body {
        Body::Named(bare(&words_of(name)).to_owned())
    }

    /// True where a letter of `other` answers a request to this body: the same, or one that took over from it.
    pub fn is_answered_by(&self, other: &Body, organisations: &Organisations) -> bool {
        match (self, other) {
            (Body::Known(asked), Body::Known(answers)) => {
                asked == answers || successors(*asked, organisations).contains(answers)
            }
            _ => self == other,
        }
    }
}

/// Every body that took over from `body`, and from those.
pub fn successors(body: usize, organisations: &Organisations) -> Vec<usize> {
    let (mut found, mut at) = (vec![body], 0);
    while at < found.len() {
        for code in &organisations.all()[found[at]].successors {
            found.extend(organisations.index_of(code).filter(|next| !found.contains(next)));
        }
        at += 1;
    }
    found.split_off(1)
}

/// The body that a record names.
pub fn body_of(authority: &Authority, organisations: &Organisations) -> Body {
    let coded = authority.code.as_deref().and_then(|code| organisations.index_of(code));
    match coded.map_or_else(|| find_body(&authority.name, organisations), Sought::One) {
        Sought::One(body) => Body::Known(body),
        _ => Body::named(&authority.name),
    }
}

/// The body that `written` means: a code, a name official or not, initials in capitals.
pub fn find_body(written: &str, organisations: &Organisations) -> Sought {
    let code = [written.to_owned(), written.to_uppercase(), written.to_lowercase()];
    if let Some(body) = code.iter().find_map(|code| organisations.index_of(code)) {
        return Sought::One(body);
    }
    let lower = written.to_lowercase().replace(['\u{2019}', '\u{2018}'], "'");
    let words = Words::new(&lower, 0..lower.len());
    let text = words.text().trim_end_matches([' ', '|']);
    let (hits, start) = (organisations.names().find(&words), text.len() - bare(text).len());
    let capitals = !written.contains(char::is_lowercase);
    let whole = |hit: &&NameHit| {
        let initials = matches!(hit.form, Form::Acronym | Form::Shared);
        hit.start <= start && hit.end >= text.len() && (capitals || !initials)
    };
    let mut whole: Vec<&NameHit> = hits.iter().filter(whole).collect();
    if whole.iter().any(|hit| matches!(hit.form, Form::Full(_))) {
        whole.retain(|hit| matches!(hit.form, Form::Full(_)));
    }
    let sure = whole.iter().all(|hit| matches!(hit.form, Form::Full(_) | Form::Short | Form::Acronym));
    let mut bodies: Vec<usize> = whole.iter().map(|hit| hit.body).collect();
    bodies.dedup();
    if bodies.len() > 1 {
        // A name that a closed body left to another means the other.
        let open: Vec<usize> =
            bodies.iter().copied().filter(|&body| organisations.all()[body].closed.is_none()).collect();
        bodies = if open.is_empty() { bodies } else { open };
    }
    match bodies[..] {
        [] => Sought::Nobody,
        [body] if sure => Sought::One(body),
        _ => Sought::Several(bodies),
    }
}

/// The body whose official name is most like `written`, where one is much like it: what may have been meant.
pub fn nearest_body(written: &str, organisations: &Organisations) -> Option<usize> {
    let lower = written.to_lowercase();
    let like = |body: usize| strsim::jaro_winkler(&organisations.all()[body].name.to_lowercase(), &lower);
    let near = (0..organisations.all().len()).map(|body| (body, like(body)));
    near.max_by(|(_, a), (_, b)| a.total_cmp(b)).filter(|(_, like)| *like > 0.9).map(|(body, _)| body)
}

fn bare(words: &str) -> &str {
    words.strip_prefix("the ").unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;

    fn sought(written: &str) -> String {
        let organisations = &Catalogue::shipped().organisations;
        let code = |body: &usize| organisations.all()[*body].code.clone();
        match find_body(written, organisations) {
            Sought::One(body) => code(&body),
            Sought::Several(bodies) => bodies.iter().map(code).collect::<Vec<_>>().join("|"),
            Sought::Nobody => {
                let near = nearest_body(written, organisations);
                format!("nobody, near {}", near.as_ref().map_or("none".to_owned(), code))
            }
        }
    }

    #[test]
    fn codes_names_and_initials_mean_a_body() {
        for (written, code) in [
            ("RNA", "RNA"),
            ("rna", "RNA"),
            ("The Dudley Group NHS Foundation Trust", "RNA"),
            ("Dudley Group NHS FT", "RNA"),
            ("barts health", "R1H"),
            ("BARTS HEALTH NHS TRUST", "R1H"),
            ("Tees, Esk & Wear Valleys NHS Foundation Trust", "RX3"),
            ("NHS Ayrshire and Arran", "S08000015"),
            ("Alder Hey Children\u{2019}s NHS Foundation Trust", "RBS"),
            ("BCUHB", "7A1"),
            ("Stroud District Council", "x-stroud-district-council"),
        ] {
            assert_eq!(sought(written), code, "{written}");
        }
    }

    #[test]
    fn what_may_be_several_or_none_is_not_guessed() {
        assert_eq!(sought("Borders"), "S08000016".to_owned(), "one body's place, yet not sure");
    }

    #[test]
    fn nobody_has_a_neighbour_where_the_name_is_near() {
        assert_eq!(sought("The Dudly Group NHS Foundation Trust"), "nobody, near RNA");
        assert_eq!(sought("Trumpton Parish Meeting"), "nobody, near none");
        assert_eq!(sought(""), "nobody, near none");
    }
}
