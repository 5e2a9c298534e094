//! Who speaks in each unit: the cheapest way through the letter, given what each unit looks like.
//!
//! A letter keeps to its habits, so units are not judged alone: changing from asking to answering has a price, which
//! falls where a question has just been completed or a heading announced the change. The best sequence is found by
//! dynamic programming (Viterbi's algorithm) over three roles.

mod announced;
mod habit;

use announced::{Announced, announced_roles};
use habit::{follows_question, takes_turns};

use super::features::Features;
use crate::document::{Number, Unit};

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The letter's frame: neither asked nor answered.
    Neither,
    /// The requester.
    Ask,
    /// The authority, answering.
    Answer,
}

const ROLES: [Role; 3] = [Role::Neither, Role::Ask, Role::Answer];

/// Which of two roles that weigh the same at the end of a letter it is likelier to end with: few break off in a question.
const LIKELIER: [u8; 3] = [1, 0, 2];

/// The role of every unit. A letter that takes turns between question and answer is read once more with that in mind:
/// what stands right behind a whole question then answers it, whatever it says.
pub(super) fn assign_roles(units: &[Unit], features: &[Features]) -> Vec<Role> {
    let mut roles = weigh_turns(units, features);
    for i in (1..units.len()).rev() {
        // A number alone on its line is said by whoever speaks below it.
        if roles[i - 1] == Role::Neither && units[i - 1].number().is_some() && units[i - 1].pieces.is_empty() {
            roles[i - 1] = roles[i];
        }
    }
    roles
}

fn weigh_turns(units: &[Unit], features: &[Features]) -> Vec<Role> {
    let roles = best_way(units, features);
    let habits = [true, false].map(|own_line| takes_turns(units, features, &roles, own_line));
    if habits == [false; 2] {
        return roles;
    }
    let mut habitual = features.to_vec();
    for i in (1..units.len()).filter(|&i| follows_question(units, features, i)) {
        let kept = habits[usize::from(!units[i].begins_line)];
        habitual[i].answer += if kept { 4 } else { 0 };
    }
    best_way(units, &habitual)
}

/// The best sequence of roles, by dynamic programming.
fn best_way(units: &[Unit], features: &[Features]) -> Vec<Role> {
    let announced = announced_roles(units, features);
    let paths = find_paths(units);
    let numbered = last_numbers(units);
    let mut score = [0i32, -2, -4];
    let mut came_from: Vec<[usize; 3]> = Vec::with_capacity(units.len());
    for i in 0..units.len() {
        let mut next = [i32::MIN; 3];
        let mut from = [0; 3];
        for (to, role) in ROLES.into_iter().enumerate() {
            for (before, earlier) in ROLES.into_iter().enumerate() {
                let total = score[before]
                    + points(&features[i], role, announced[i])
                    + step(units, features, (&paths, &numbered), i, earlier, role);
                if total > next[to] {
                    (next[to], from[to]) = (total, before);
                }
            }
        }
        score = next;
        came_from.push(from);
    }
    let mut at = (0..3).max_by_key(|&role| (score[role], LIKELIER[role])).unwrap_or(0);
    let mut roles = vec![Role::Neither; units.len()];
    for i in (0..units.len()).rev() {
        roles[i] = ROLES[at];
        at = came_from[i][at];
    }
    roles
}

/// For each unit the last one before it that has a number.
fn last_numbers(units: &[Unit]) -> Vec<Option<usize>> {
    let mut last = None;
    let before = |(i, unit): (usize, &Unit)| {
        let here = last;
        last = unit.number().map(|_| i).or(last);
        here
    };
    units.iter().enumerate().map(before).collect()
}

/// The number of each unit with its parents: `1b` for what is printed `b)` below `1 a)`.
fn find_paths(units: &[Unit]) -> Vec<Option<Number>> {
    let mut path = Number::default();
    let whole = |unit: &Unit| {
        path = unit.number()?.below(&path);
        Some(path.clone())
    };
    units.iter().map(whole).collect()
}

fn points(features: &Features, role: Role, announced: Announced) -> i32 {
    let bonus = announced.filter(|(announced, _)| *announced == role).map_or(0, |(_, points)| points);
    bonus
        + match role {
            Role::Neither => features.neither,
            Role::Ask => features.ask,
            // The title of a known group of questions answers nothing.
            Role::Answer if features.titles => features.answer - TITLE,
            Role::Answer => features.answer + 1,
        }
}

/// The price of going from `before` to `role` at unit `i`, as points lost (or won, where a list goes on).
fn step(
    units: &[Unit],
    features: &[Features],
    (paths, numbered): (&[Option<Number>], &[Option<usize>]),
    i: usize,
    before: Role,
    role: Role,
) -> i32 {
    let Some(last) = i.checked_sub(1) else { return 0 };
    // What was cut off an item on its own line does not end the list.
    let item = (0..i).rev().take(4).find(|&before| units[before].begins_line).unwrap_or(last);
    let goes_on = [item, last].iter().any(|&before| continues_list(units[before].number(), units[i].number()));
    match (before, role) {
        (a, b) if a == b => {
            if goes_on {
                3
            } else {
                0
            }
        }
        (Role::Ask, Role::Answer) => {
            let ready =
                features[last].complete || units[last].label.is_some() || units[i].side.is_some() || units[i].set_off;
            // What goes on in the same line without a dash or a "Yes" is more of the question, more often than not.
            let same_line = !units[i].begins_line && !units[i].set_off && units[i].side.is_none();
            let price = if features[last].introduces {
                5
            } else if ready {
                0
            } else {
                3
            };
            i32::from(units[i].gap) - price - if same_line { 2 } else { 0 }
        }
        // The next number of the list asks again, after the answer to the one before.
        (Role::Answer, Role::Ask)
            if goes_on
                || features[i].ask >= 3
                    && numbered[i].is_some_and(|at| continues_list(paths[at].as_ref(), paths[i].as_ref())) =>
        {
            if features[i].sibling {
                2
            } else {
                0
            }
        }
        (Role::Answer, Role::Ask) if features[i].sibling => 2,
        (Role::Answer, Role::Ask) => -3 + i32::from(units[i].gap || units[i].label.is_some()),
        // Behind the title of a group the list goes on.
        (Role::Neither, Role::Ask) if features[i].sibling => 1,
        // What has nothing of a question and something of an answer opens no request.
        (Role::Neither, Role::Ask) if features[i].ask == 0 && features[i].answer >= 2 => -4,
        (Role::Neither, Role::Ask) => -1,
        (Role::Neither, Role::Answer) => {
            if features[last].announces == Some(Role::Answer) {
                0
            } else {
                -3
            }
        }
        (Role::Ask, Role::Neither) => -2,
        _ => -1,
    }
}

/// What speaks against a title of known questions that answers.
const TITLE: i32 = 6;

/// Points from which one unit alone shows that somebody answers.
const CONVINCING: i32 = 5;

/// Units that take turns this often show it, too, whatever they say.
const TURNS: usize = 4;

/// How often an answer follows a question.
pub(super) fn turns(roles: &[Role]) -> usize {
    roles.windows(2).filter(|pair| pair[0] == Role::Ask && pair[1] == Role::Answer).count()
}

/// True where somebody plainly answers: a mark or heading says so, a unit's words do, or questions and answers take turns.
pub(super) fn answers_convince(units: &[Unit], features: &[Features], roles: &[Role]) -> bool {
    let announced = features.iter().any(|features| features.heading && features.announces == Some(Role::Answer));
    let plain = |i: &usize| {
        let (unit, features) = (&units[*i], &features[*i]);
        unit.side.is_some()
            || features.states
            || features.answer >= CONVINCING
            || features.announces == Some(Role::Answer)
    };
    announced || turns(roles) >= TURNS || (0..units.len()).filter(|i| roles[*i] == Role::Answer).any(|i| plain(&i))
}

/// True where the second number is the next in the first one's list, or opens a list below it.
fn continues_list(first: Option<&Number>, second: Option<&Number>) -> bool {
    match (first, second) {
        (Some(first), Some(second)) => second.below(first).follows(first),
        _ => false,
    }
}
