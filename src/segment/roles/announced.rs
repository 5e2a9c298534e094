//! What headings and leading sentences announce for the units behind them.

use std::collections::HashSet;

use super::Role;
use crate::document::{Number, Unit};
use crate::segment::features::Features;

/// What has been announced for a unit: the role, and the points that go with it.
pub(super) type Announced = Option<(Role, i32)>;

/// Points from which a unit that asks nothing answers.
const ANSWERING: i32 = 5;

/// What the nearest heading or leading sentence before each unit announces, until something else is announced.
///
/// A heading is believed at once; that it goes on for long is believed where the letter has one for the other side too.
pub(super) fn announced_roles(units: &[Unit], features: &[Features]) -> Vec<Announced> {
    let heads = |role| move |features: &Features| features.heading && features.announces == Some(role);
    let both = features.iter().any(heads(Role::Ask)) && features.iter().any(heads(Role::Answer));
    let last_answer = features.iter().rposition(heads(Role::Answer)).unwrap_or(0);
    let mut now: Announced = None;
    // A mark alone on its line speaks for the whole paragraph below it.
    let mut marked = false;
    let (mut path, mut asked) = (Number::default(), HashSet::new());
    units
        .iter()
        .zip(features)
        .enumerate()
        .map(|(i, (unit, features))| {
            if let Some(number) = unit.number() {
                path = number.below(&path);
                // "1a: Yes." where 1a was asked: whatever is announced, the list has come to its answers.
                let again = !asked.insert(path.clone()) && number.0.len() > 1 && unit.begins_line;
                if again && features.ask == 0 && features.answer >= ANSWERING && matches!(now, Some((Role::Ask, _))) {
                    now = None;
                }
            }
            let here = now;
            // Where a heading for the answers is still to come, nothing is answered yet.
            let lasting = match now {
                Some((Role::Ask, _)) if both && i < last_answer => 8,
                _ if both => 4,
                _ => 1,
            };
            let goes_on = units.get(i + 1).is_some_and(|next| !next.gap && next.label.is_none());
            marked = goes_on && (marked || features.heading && unit.mark.is_some());
            match features.announces {
                None if marked && unit.mark.is_none() => {}
                Some(role) => now = Some((role, if features.heading { 8 } else { 3 })),
                None if unit.mark.is_some() => now = None,
                None => now = now.map(|(role, points)| (role, if points > 3 { lasting } else { 1 })),
            }
            here
        })
        .collect()
}
