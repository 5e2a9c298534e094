//! Questions and answers → pairs: by the row of a table, by place, by label, by pointer, or one for the whole request.

mod endings;
mod hints;
mod last;
mod leads;
mod named;
mod openings;
mod order;
mod parts;
mod placed;

use std::collections::{HashMap, HashSet};

use hints::take_hint;
use last::Opened;
use parts::{Part, cell_items, join_parts, read_parts, tidy};

use super::features::Features;
use super::pointer::Target;
use super::questions::{Collector, Question, find_runs};
use super::roles::Role;
use super::{Pair, Reading};
use crate::document::{Number, Said, Side, Step, Unit, is_unfilled};
use crate::text::{Span, View};

/// Pairs the questions of a letter with its answers.
pub(super) fn pair_up(reading: &Reading<'_>, units: &[Unit], features: &[Features], roles: &[Role]) -> Vec<Pair> {
    let runs = find_runs(roles);
    let alternations = runs.windows(2).filter(|pair| pair[0].0 == Role::Ask && pair[1].0 == Role::Answer).count();
    let opened = |(role, members): &&(Role, Vec<usize>)| *role == Role::Answer && units[members[0]].mark.is_some();
    let answers = runs.iter().filter(|(role, _)| *role == Role::Answer).count();
    let marks_throughout = answers >= ANSWERED && 4 * runs.iter().filter(opened).count() >= 3 * answers;
    let mut pairing = Pairing {
        reading,
        units,
        features,
        alternates: alternations > 1,
        collector: Collector::default(),
        answers: Vec::new(),
        first: HashSet::new(),
        unasked: Vec::new(),
        whole: None,
        groups: Vec::new(),
        named: false,
        reviews: reading.is_review(),
        opened: Opened::default(),
        title_above: None,
    };
    for (number, (role, members)) in runs.iter().enumerate() {
        match role {
            Role::Ask if pairing.is_title_again(members) => pairing.title_above = members.last().copied(),
            Role::Ask => pairing.collector.collect(reading.text, number, members, units, features),
            Role::Answer => {
                pairing.opened.heading = pairing.heading_above(members[0]).is_some();
                pairing.opened.mark = marks_throughout && units[members[0]].mark.is_some();
                let parts = members.chunk_by(|&one, &next| !(one + 1..next).any(|between| features[between].heading));
                for (nth, part) in parts.enumerate() {
                    let section = pairing.heading_above(part[0]).filter(|&above| pairing.heads_section(&units[above]));
                    pairing.opened.section = section.is_some();
                    pairing.title_above = section.or(pairing.title_above);
                    pairing.answer_in_turn(number, part, nth > 0);
                }
            }
            Role::Neither => {}
        }
    }
    pairing.finish(&runs)
}

/// So many answers before a refusal show that questions are answered one by one.
const ANSWERED: usize = 3;

/// No answer is repeated for more questions: a long one to ten thousand would fill a disk.
const MOST_REPEATED: usize = 100;

struct Pairing<'a> {
    reading: &'a Reading<'a>,
    units: &'a [Unit],
    features: &'a [Features],
    /// True where questions and answers take turns.
    alternates: bool,
    collector: Collector,
    /// The answer to each question, as far as found.
    answers: Vec<Option<Vec<Span>>>,
    /// The questions whose answer was said first, and may be given anew.
    first: HashSet<usize>,
    /// Answers to questions that the letter does not print.
    unasked: Vec<(Number, Vec<Span>)>,
    /// One answer to the whole request: the run of the questions, and the answer.
    whole: Option<(usize, Vec<Span>)>,
    /// The questions due where an answer was given to the last of them by its place.
    groups: Vec<Vec<usize>>,
    /// True where answers named their questions.
    named: bool,
    /// True of a review of what was answered before.
    reviews: bool,
    /// What opens the answer at hand.
    opened: Opened,
    /// The unit that prints a title of the request's again above the answer at hand.
    title_above: Option<usize>,
}

impl Pairing<'_> {
    fn questions(&self) -> &[Question] {
        &self.collector.questions
    }

    /// Ties the answer that stands in `members`, and keeps in mind what of it was said first.
    fn answer_in_turn(&mut self, run: usize, members: &[usize], headed: bool) {
        let open = |pairing: &Self, i: usize| pairing.answers.get(i).is_none_or(Option::is_none);
        let due: Vec<usize> = match members.iter().all(|&unit| self.units[unit].said == Said::First) {
            true => self.collector.latest.iter().copied().filter(|&i| open(self, i)).collect(),
            false => Vec::new(),
        };
        self.answer(run, members, headed);
        let given: Vec<usize> = due.into_iter().filter(|&i| !open(self, i)).collect();
        self.first.extend(given);
    }

    /// Ties the answer that stands in `members` to the questions asked so far. `headed` is true where a heading parts it from
    /// an answer before.
    fn answer(&mut self, run: usize, members: &[usize], headed: bool) {
        self.answers.resize(self.questions().len(), None);
        let titled = self.title_above.take().and_then(|title| self.titled(title));
        // A question that is printed again may be answered once more.
        let open = |i: usize| self.answers[i].is_none() || self.questions()[i].again;
        let due = |i: &usize| self.questions()[*i].run + 1 == run && open(*i);
        let mut pending: Vec<usize> = self.collector.latest.iter().copied().filter(due).collect();
        if pending.iter().any(|&i| self.questions()[i].again) {
            // What was printed again is what is being answered here.
            pending.retain(|&i| self.questions()[i].again);
        }
        if let Some(titled) = &titled {
            pending = titled.iter().copied().filter(|&i| open(i)).collect();
        }
        if self.is_cell(members[0]) && !pending.is_empty() {
            // A table's cell answers the row it stands in; prose after the table belongs to no row. Items in it answer one by one.
            let items = cell_items(self.reading.text, &self.units[members[0]]);
            let chosen = if pending.len() > 1 { self.choose(&items, &pending) } else { Vec::new() };
            if chosen.len() > 1 {
                return self.give_chosen(&items, &chosen, &pending);
            }
            return self.give_row(&pending, &self.parts_of(&members[..1]));
        }
        let mut parts = self.parts_of(members);
        parts.splice(0..0, titled.map(|titled| Part { titled: Some(titled), ..Part::default() }));
        let mut chosen = self.choose(&parts, &pending);
        // A list inside one of many answers has labels of its own.
        if 3 * chosen.len() < pending.len()
            && let Some(tied) = self.by_order(&parts, &pending, &chosen)
        {
            tied.into_iter().for_each(|(question, answer)| self.answers[question] = Some(answer));
            return;
        }
        self.add_led(&parts, &pending, &mut chosen);
        let whole_refusal = pending.len() > 1 && chosen.first().is_some_and(|first| self.refuses(&parts[..first.part]));
        if whole_refusal && 2 * chosen.len() < pending.len() {
            // Pointers inside a refusal of the whole request explain it; they do not split it.
            let refusal = join_parts(self.reading, &parts);
            if self.answers.iter().flatten().take(ANSWERED).count() == ANSWERED {
                // Where others have their own answers, it refuses what was asked right before it.
                pending.iter().for_each(|&question| self.answers[question] = Some(refusal.clone()));
            } else {
                self.whole = Some((run - 1, refusal));
            }
        } else if !chosen.is_empty() {
            self.named = true;
            self.give_chosen(&parts, &chosen, &pending);
        } else if headed && self.named && pending.is_empty() {
            // "Conclusion", when all is answered by number, belongs to no question.
        } else if !self.questions().is_empty() {
            self.give_by_place(run, &parts, &pending);
        }
    }

    /// The parts of an answer. Titles in it have a number for what follows, and no words of their own.
    fn parts_of(&self, members: &[usize]) -> Vec<Part> {
        read_parts(self.reading, self.units, members, |i| self.features[i].heading, |i| self.titled(i))
    }

    /// The questions below the title that the unit prints again, if it does.
    fn titled(&self, at: usize) -> Option<Vec<usize>> {
        // A short title may well be an answer: "Yes".
        const SHORTEST: usize = 12;
        let unit = &self.units[at];
        if self.features[at].heading && self.heads_section(unit) {
            let heading = View::new(self.reading.folded, &unit.pieces);
            return self.collector.of_section(heading.text()).map(<[usize]>::to_vec);
        }
        let long = unit.begins_line && unit.pieces.first().is_some_and(|piece| piece.len() >= SHORTEST);
        self.collector.below_title(self.reading.text, &unit.pieces).filter(|_| long).map(<[usize]>::to_vec)
    }

    /// True of units that do nothing but print titles again, without the questions below them.
    fn is_title_again(&self, members: &[usize]) -> bool {
        members.iter().all(|&unit| self.units[unit].label.is_none() && self.titled(unit).is_some())
    }

    fn is_cell(&self, unit: usize) -> bool {
        self.units[unit].side == Some(Side::Answer) && self.units[unit].mark.is_none()
    }

    /// True where words of `spans` have a phrase that means `meaning`.
    fn says(&self, spans: &[Span], meaning: &str) -> bool {
        let view = View::new(self.reading.folded, spans);
        !self.reading.phrases.find(view.text(), &[meaning]).is_empty()
    }

    /// The heading right above a unit that announces an answer.
    fn heading_above(&self, unit: usize) -> Option<usize> {
        let announces =
            |above: usize| self.features[above].heading && self.features[above].announces == Some(Role::Answer);
        unit.checked_sub(1).filter(|&above| announces(above))
    }

    /// True of a heading of an answer that names a section of the request.
    fn heads_section(&self, heading: &Unit) -> bool {
        let view = View::new(self.reading.folded, &heading.pieces);
        self.reading.phrases.find(view.text(), &["answer-heading"]).iter().any(|cue| cue.phrase.is_also("of-a-section"))
    }

    /// True where the parts refuse what was asked.
    fn refuses(&self, parts: &[Part]) -> bool {
        parts.iter().flat_map(|part| &part.pieces).any(|piece| self.says(&[*piece], "refused"))
    }

    /// True where an answer to the whole request refuses it: what is answered beside it was only explained.
    fn refuses_all(&self, answer: &[Span]) -> bool {
        answer.iter().any(|piece| self.says(&[*piece], "refused"))
    }

    /// Where the request is printed below the reply, numbered answers find their questions there: one, or all that stand
    /// under the number.
    fn ask_below(&mut self) {
        if self.unasked.is_empty() || self.questions().is_empty() {
            return;
        }
        let open: Vec<usize> = (0..self.answers.len()).filter(|&at| self.answers[at].is_none()).collect();
        let unasked = std::mem::take(&mut self.unasked);
        // Where parts are answered by their own numbers, the number above them is a paragraph's.
        let below = unasked.iter().map(|(number, _)| &number.0);
        let parted: HashSet<Vec<Step>> =
            below.flat_map(|steps| (1..steps.len()).map(|end| steps[..end].to_vec())).collect();
        let mut tied = 0;
        for (number, mut answers) in by_number(unasked) {
            // What stands under a number is given away at once: it is not looked for again.
            let mut named = self.resolve_all(&[Target::Number(number.clone())], &open);
            let own = |at: &usize| self.questions()[*at].number.as_ref() == Some(&number);
            named.retain(|at| self.answers[*at].is_none() && (own(at) || !parted.contains(&number.0)));
            if named.len() > 1 && named.len() == answers.len() {
                // "1b date - 4 May", "1b plans - attached": one for each of what is asked under the number.
                for (question, mut answer) in named.into_iter().zip(answers) {
                    take_hint(self.reading.text, &mut answer, true);
                    self.answers[question] = Some(answer);
                }
                tied += 1;
                continue;
            }
            if !named.is_empty() {
                tied += 1;
                self.give_under_one_number(&named, &answers.remove(0));
            }
            self.unasked.extend(answers.into_iter().map(|answer| (number.clone(), answer)));
        }
        // Beside answers that name what is asked below, a plain number is that of a paragraph: "2. We hold some of this."
        if tied > 2 {
            self.unasked.retain(|(number, _)| number.0.len() > 1);
        }
    }

    /// The pairs in the order of their questions.
    fn finish(mut self, runs: &[(Role, Vec<usize>)]) -> Vec<Pair> {
        self.answers.resize(self.questions().len(), None);
        self.share_with_groups();
        self.ask_below();
        let mut pairs = Vec::new();
        let answered = self.answers.iter().flatten().count();
        let whole = self.whole.take().filter(|(_, answer)| {
            // Where most have an answer of their own, what was once refused as a whole no longer is.
            2 * answered < self.answers.len() || 4 * answered < 3 * self.answers.len() && self.refuses_all(answer)
        });
        if let Some((run, answer)) = whole {
            let asked = runs[run].1.iter().flat_map(|&i| self.units[i].pieces.clone()).collect();
            pairs.push(Pair { number: None, question: tidy(self.reading.text, asked), answer });
        }
        let whole_run = pairs.first().map(|_| ()).and(runs.iter().position(|(role, _)| *role == Role::Ask));
        let mut repeated: HashMap<usize, usize> = HashMap::new();
        for (question, answer) in self.collector.questions.iter().zip(self.answers) {
            let answer = answer.filter(|answer| {
                let times = answer.first().map(|first| repeated.entry(first.start).or_default());
                times.is_none_or(|times| std::mem::replace(times, *times + 1) < MOST_REPEATED)
            });
            if whole_run.is_some() && answer.is_none() {
                continue;
            }
            let filled = |answer: &Vec<Span>| match answer[..] {
                [only] => !is_unfilled(only.of(self.reading.text)),
                _ => true,
            };
            pairs.push(Pair {
                number: question.number.as_ref().map(Number::to_string),
                question: tidy(self.reading.text, question.pieces.clone()),
                answer: answer.filter(filled).unwrap_or_default(),
            });
        }
        // A number alone above numbers below it is their title.
        let below = self.unasked.iter().map(|(number, _)| &number.0);
        let heads: HashSet<&[Step]> = below.flat_map(|steps| (1..steps.len()).map(|end| &steps[..end])).collect();
        let heads = |number: &Number| heads.contains(&number.0[..]);
        let mut times: HashMap<&Number, usize> = HashMap::new();
        self.unasked.iter().for_each(|(number, _)| *times.entry(number).or_default() += 1);
        for (number, answer) in self.unasked.iter().filter(|(number, answer)| !answer.is_empty() || !heads(number)) {
            let mut answer = answer.clone();
            let hint = take_hint(self.reading.text, &mut answer, times[number] > 1);
            pairs.push(Pair { number: Some(number.to_string()), question: hint.into_iter().collect(), answer });
        }
        pairs
    }
}

/// The answers to each number, in the order in which the numbers come first.
fn by_number(unasked: Vec<(Number, Vec<Span>)>) -> Vec<(Number, Vec<Vec<Span>>)> {
    let mut places: HashMap<Number, usize> = HashMap::new();
    let mut numbers: Vec<(Number, Vec<Vec<Span>>)> = Vec::new();
    for (number, answer) in unasked {
        match places.get(&number) {
            Some(&place) => numbers[place].1.push(answer),
            None => {
                places.insert(number.clone(), numbers.len());
                numbers.push((number, vec![answer]));
            }
        }
    }
    numbers
}
