//! Questions that a letter does not print, tied to an answer that may speak of them all the same.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::fit::names_title;
use super::{FEWEST_NUMBERS, Printed, Tie};
use crate::catalogue::topics::Topics;
use crate::catalogue::{Question, Questionnaire};
use crate::document::Number;
use crate::record::Basis;
use crate::segment::Pair;
use crate::text::Folded;

/// Ties all questions to the one exchange of a letter that retells the request in words of its own, where it tells of several
/// of them.
pub(super) fn retold(printed: &[Printed<'_>], questionnaire: &Questionnaire) -> Option<Vec<Option<Tie>>> {
    let [only] = printed else { return None };
    let clauses = only.view.text().split([',', ';', ':', '.', '?']);
    let told: BTreeSet<usize> = clauses.flat_map(|clause| questionnaire.topics.told(clause)).collect();
    let all = questionnaire.questions.len();
    let tie = |printed: bool| Some(Tie { pair: 0, basis: Basis::Shared, sure: false, printed });
    (names_title(only.view.text(), questionnaire) && told.len() >= FEWEST_NUMBERS && 3 * told.len() >= all)
        .then(|| (0..all).map(|i| tie(told.contains(&i))).collect())
}

/// Ties nothing yet where the one exchange of a letter asks nothing, and only its words, or the letter's, say what the request was
/// about: "your letter about the Charter", "we shall answer your letter as a whole".
pub(super) fn named_only(
    printed: &[Printed<'_>],
    folded: &Folded,
    questionnaire: &Questionnaire,
) -> Option<Vec<Option<Tie>>> {
    let [only] = printed else { return None };
    let asked = only.view.text();
    // Words of the authority's own ask nothing, whatever they were taken for.
    let own = [" we ", " us ", " our "].iter().any(|word| asked.contains(word)) && !asked.contains("please");
    let named = names_title(asked, questionnaire) || own && names_title(folded.text(), questionnaire);
    (named && !asked.contains('?')).then(|| vec![None; questionnaire.questions.len()])
}

/// Ties the questions of each group to the exchange that prints no more of them than the group's heading, where the letter
/// has the headings of several groups.
pub(super) fn by_headings(printed: &[Printed<'_>], questionnaire: &Questionnaire) -> Option<Vec<Option<Tie>>> {
    const SEVERAL: usize = 2;
    const LONGEST: usize = 12;
    let headings: Vec<String> =
        questionnaire.groups.iter().map(|group| Folded::new(&group.wording).text().to_owned()).collect();
    let topics = Topics::new(&headings);
    let roots: Vec<Option<usize>> = (0..questionnaire.questions.len()).map(|i| questionnaire.root_of(i)).collect();
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    for (pair, heading) in printed.iter().map(|printed| printed.view.text()).enumerate() {
        let weights = topics.weigh(heading);
        let of_roots = roots.iter().flatten().map(|&root| (weights[root], Reverse(root)));
        let best = of_roots.max_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        if let Some((weight, Reverse(root))) = best
            && weight > 0.0
            && heading.split(' ').count() <= LONGEST
        {
            places.entry(root).or_insert(pair);
        }
    }
    let tie = |pair: usize| Tie { pair, basis: Basis::Shared, sure: false, printed: false };
    // A letter with questions of its own has a heading or two that sound alike.
    (places.len() >= SEVERAL && 3 * places.len() >= 2 * printed.len())
        .then(|| roots.iter().map(|root| root.and_then(|root| places.get(&root)).map(|&pair| tie(pair))).collect())
}

/// Ties what is not printed to the answer that serves the whole request, if there is one: it may speak of more than was
/// asked. `told` is how many of the questions the answers speak of.
pub(super) fn tie_rest(pairs: &[Pair], told: usize, ties: &mut [Option<Tie>]) {
    let serves = |pair: usize| ties.iter().flatten().filter(|tie| tie.pair == pair).count();
    let whole = (0..pairs.len()).find(|&pair| 2 * serves(pair) >= ties.len() && !pairs[pair].answer.is_empty());
    let whole = whole.or_else(|| match pairs {
        [only]
            if (only.question.is_empty() || ties.iter().all(Option::is_none))
                && told >= FEWEST_NUMBERS
                && 3 * told >= ties.len() =>
        {
            Some(0)
        }
        _ => None,
    });
    let Some(pair) = whole else { return };
    for tie in ties.iter_mut().filter(|tie| tie.is_none()) {
        *tie = Some(Tie { pair, basis: Basis::Shared, sure: false, printed: false });
    }
}

/// Ties what is asked only if another question is answered yes, and is not printed, to that one's exchange, where this has
/// the number above both: `9` for 9a "Is there a report?" and 9b "If so, please send it". Only a letter that keeps the
/// numbers of the questionnaire says so.
pub(super) fn tie_follow_ups(printed: &[Printed<'_>], questions: &[Question], ties: &mut [Option<Tie>]) {
    let numbers: Vec<Option<Number>> = questions.iter().map(|question| Number::parse(&question.number)).collect();
    let above = |pair: usize, i: usize| {
        let own = printed[pair].number.as_ref();
        own.zip(numbers[i].as_ref()).is_some_and(|(own, asked)| own.is_above(asked))
    };
    let same = |pair: usize, i: usize| {
        let own = printed[pair].number.as_ref();
        own.zip(numbers[i].as_ref()).is_some_and(|(own, asked)| own.is_at_place_of(asked))
    };
    let tied: Vec<(usize, usize)> =
        ties.iter().enumerate().filter_map(|(i, tie)| Some((tie.as_ref()?.pair, i))).collect();
    if 3 * tied.iter().filter(|&&(pair, i)| same(pair, i) || above(pair, i)).count() < 2 * tied.len() {
        return;
    }
    for i in (0..questions.len()).filter(|&i| ties[i].is_none()).collect::<Vec<_>>() {
        let needed = |&&(pair, parent): &&(usize, usize)| {
            questions[i].only_if.contains(&questions[parent].field) && above(pair, i) && above(pair, parent)
        };
        if let Some(&(pair, _)) = tied.iter().find(needed) {
            ties[i] = Some(Tie { pair, basis: Basis::Shared, sure: false, printed: false });
        }
    }
}
