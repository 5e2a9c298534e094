//! Several letters of one body to one request: a reply and its internal review, a corrected reply. The later one counts.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Reference;
use crate::record::{Kind, Record};

/// What links one reply to others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Who answers: its code, or its name where it has none.
    pub body: Arc<str>,
    /// The name of it that the letter gives.
    pub authority: Arc<str>,
    /// The questionnaire that it answers.
    pub questionnaire: Arc<str>,
    /// Its reference, if it has one.
    pub reference: Option<Reference>,
    /// Its date, if it has one.
    pub date: Option<NaiveDate>,
    /// True for an internal review.
    pub review: bool,
    /// The letter.
    pub file: Arc<str>,
}

/// A reply that a later letter of the same body to the same request took the place of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linked {
    /// The body's name.
    pub authority: String,
    /// The questionnaire that both answer.
    pub questionnaire: String,
    /// The letter that counts.
    pub counts: String,
    /// The earlier letter, which does not.
    pub earlier: String,
}

impl Reply {
    /// The reply in `record`, a letter known as `file`; `None` where it answers no questionnaire or does not say who
    /// answers. `kept` gives words that many replies share.
    pub fn of(record: &Record, file: &Arc<str>, mut kept: impl FnMut(&str) -> Arc<str>) -> Option<Self> {
        let authority = record.authority.as_ref().filter(|_| record.kind.answers())?;
        Some(Reply {
            body: kept(authority.code.as_ref().unwrap_or(&authority.name)),
            authority: kept(&authority.name),
            questionnaire: kept(record.questionnaire.as_ref()?),
            reference: record.reference.as_ref().and_then(|found| Reference::new(&found.value)),
            date: record.responded_on.as_ref().and_then(|found| found.value.parse().ok()),
            review: record.kind == Kind::FoiInternalReview,
            file: Arc::clone(file),
        })
    }
}

/// The place of the letter that counts among letters to one request, given as date and whether it is a review, in
/// reading order: the later by date; where a date is missing or they agree, a review; then the one read later.
pub fn latest(letters: impl IntoIterator<Item = (Option<NaiveDate>, bool)>) -> Option<usize> {
    let after = |one: (Option<NaiveDate>, bool), other: (Option<NaiveDate>, bool)| match (one.0, other.0) {
        (Some(one), Some(other)) if one != other => one < other,
        _ => one.1 <= other.1,
    };
    let numbered = letters.into_iter().enumerate();
    numbered.reduce(|kept, next| if after(kept.1, next.1) { next } else { kept }).map(|(at, _)| at)
}

/// Every reply, by its place, that a later one takes the place of, and the place of that one.
///
/// Replies are linked where body, questionnaire and reference agree. A review whose reference is its own is linked to
/// the only other reply of its body to the questionnaire.
pub fn link(replies: &[Reply]) -> Vec<(usize, usize)> {
    let mut of_body: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (at, reply) in replies.iter().enumerate() {
        of_body.entry((&reply.body, &reply.questionnaire)).or_default().push(at);
    }
    let mut linked: Vec<(usize, usize)> =
        of_body.into_values().filter(|all| all.len() > 1).flat_map(|all| link_one_body(replies, &all)).collect();
    linked.sort_unstable();
    linked
}

fn link_one_body(replies: &[Reply], all: &[usize]) -> Vec<(usize, usize)> {
    let mut requests: Vec<Vec<usize>> = Vec::new();
    let mut known: HashMap<&Reference, usize> = HashMap::new();
    for &at in all {
        let next = requests.len();
        let request = replies[at].reference.as_ref().map_or(next, |reference| *known.entry(reference).or_insert(next));
        match requests.get_mut(request) {
            Some(letters) => letters.push(at),
            None => requests.push(vec![at]),
        }
    }
    if let [one, other] = &requests[..]
        && (reviews(replies, one, other) || reviews(replies, other, one))
    {
        requests = vec![all.to_vec()];
    }
    let earlier = |request: Vec<usize>| {
        let kept = latest(request.iter().map(|&at| (replies[at].date, replies[at].review)));
        let kept = kept.map(|place| request[place]);
        request.into_iter().filter_map(move |at| kept.filter(|kept| *kept != at).map(|kept| (at, kept)))
    };
    requests.into_iter().flat_map(earlier).collect()
}

/// True where the letters `later` review those of `earlier`: they are nothing but reviews, and none comes before a reply.
fn reviews(replies: &[Reply], later: &[usize], earlier: &[usize]) -> bool {
    let dates = |letters: &[usize]| letters.iter().filter_map(|&at| replies[at].date).collect::<Vec<_>>();
    let in_order = match (dates(later).iter().min(), dates(earlier).iter().min()) {
        (Some(review), Some(reply)) => review >= reply,
        _ => true,
    };
    let all_reviews = |letters: &[usize]| letters.iter().all(|&at| replies[at].review);
    in_order && all_reviews(later) && !all_reviews(earlier)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(body: &str, reference: &str, date: &str, review: bool) -> Reply {
        Reply {
            body: body.into(),
            authority: body.into(),
            questionnaire: "parking".into(),
            reference: Reference::new(reference),
            date: date.parse().ok(),
            review,
            file: "".into(),
        }
    }

    #[test]
    fn the_later_of_one_reference_counts() {
        let letters = [
            reply("a", "25-1", "2025-07-02", false),
            reply("b", "25-1", "2025-06-02", false),
            reply("a", "25-1", "2025-06-02", false),
            reply("a", "25-2", "2025-08-02", false),
        ];
        assert_eq!(link(&letters), [(2, 0)]);
    }

    #[test]
    fn a_review_takes_the_place_of_the_only_reply() {
        let review = reply("a", "IR-7", "", true);
        assert_eq!(link(&[review.clone(), reply("a", "25-1", "2025-06-02", false)]), [(1, 0)]);
        let two = [reply("a", "25-1", "", false), reply("a", "25-2", "", false), review.clone()];
        assert_eq!(link(&two), [], "nobody knows which of the two it reviews");
        let early = reply("a", "IR-7", "2025-05-01", true);
        assert_eq!(link(&[early, reply("a", "25-1", "2025-06-02", false)]), [], "a review of a reply that is not here");
        assert_eq!(link(&[review.clone(), reply("b", "25-1", "", false)]), []);
    }

    #[test]
    fn without_dates_a_review_is_later_then_what_is_read_later() {
        let new_year = NaiveDate::from_ymd_opt(2025, 1, 1);
        let february = NaiveDate::from_ymd_opt(2025, 2, 1);
        assert_eq!(latest([(None, true), (None, false)]), Some(0));
        assert_eq!(latest([(None, false), (new_year, false)]), Some(1));
        assert_eq!(latest([(february, false), (new_year, true)]), Some(0));
        assert_eq!(latest([]), None);
    }
}
