//! What speaks for a unit being asked or answered, as points: the evidence that roles are weighed by.

mod habits;
mod lists;
mod quotation;
mod unprinted;
mod words;

use super::Reading;
use super::left_open;
use super::roles::Role;
use crate::document::Unit;

/// Points for each role, and what the unit says of those after it.
#[derive(Clone, Debug, Default)]
pub(super) struct Features {
    pub ask: i32,
    pub answer: i32,
    pub neither: i32,
    /// What a heading or a leading sentence announces for the units after it.
    pub announces: Option<Role>,
    /// True where it refuses, or holds nothing: only an authority does.
    pub states: bool,
    /// True where its own words ask, whatever its place or a mark says.
    pub asks: bool,
    /// True where its number is the next after that of a question, and nothing about it answers.
    pub sibling: bool,
    /// True where the whole unit is such a heading.
    pub heading: bool,
    /// True where the unit is a whole question, so that an answer may follow at once.
    pub complete: bool,
    /// True where it ends in a question mark.
    pub questioned: bool,
    /// True where the authority tells in it one thing that it was asked: "You asked for the date of adoption."
    pub retold: bool,
    /// True where it ends in a colon: others below it belong to it.
    pub introduces: bool,
    /// True where it is the heading of a known group of questions, which asks nothing itself.
    pub titles: bool,
    /// The known question whose wording it repeats: questionnaire, question.
    pub known: Option<(usize, usize)>,
}

/// The points of every unit.
pub(super) fn weigh_units(reading: &Reading<'_>, units: &[Unit]) -> Vec<Features> {
    let mut weighed: Vec<Features> = units.iter().map(|unit| words::weigh(reading, unit)).collect();
    habits::weigh_quoted(units, &mut weighed);
    quotation::weigh_quotation(reading.text, units, &mut weighed);
    habits::weigh_same_line(units, &mut weighed);
    habits::weigh_retold(units, &mut weighed);
    habits::weigh_one_line(reading.text, units, &mut weighed);
    habits::weigh_indents(reading.text, units, &mut weighed);
    habits::weigh_stacked(reading.text, units, &mut weighed);
    habits::weigh_headed(reading.text, units, &mut weighed);
    habits::weigh_alternating(units, &mut weighed);
    unprinted::weigh_bare_list(units, &mut weighed);
    unprinted::weigh_headings(reading, units, &mut weighed);
    unprinted::weigh_named(reading, units, &mut weighed);
    habits::weigh_bold(units, &mut weighed);
    habits::weigh_bold_questions(units, &mut weighed);
    habits::weigh_set_off(reading.text, units, &mut weighed);
    lists::weigh_titles(reading, units, &mut weighed);
    lists::weigh_above_marks(units, &mut weighed);
    lists::weigh_titles_above_marks(reading.text, units, &mut weighed);
    lists::weigh_lists(units, &mut weighed);
    lists::weigh_repeats(reading, units, &mut weighed);
    lists::weigh_group_titles(reading.text, units, &mut weighed);
    lists::weigh_leads(units, &mut weighed);
    lists::mark_siblings(units, &mut weighed);
    left_open::weigh_bare_marks(reading, units, &mut weighed);
    weighed
}
