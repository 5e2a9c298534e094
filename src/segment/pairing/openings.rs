//! Which parts of an answer open the answer to which questions: its labels and pointers, read part after part.

use std::collections::HashSet;

use super::endings::Endings;
use super::parts::Part;
use super::{MOST_REPEATED, Pairing};
use crate::document::{Number, Step};
use crate::segment::pointer::{Pointer, Target};
use crate::segment::resolve::in_order;

/// A part that opens an answer.
pub(super) struct Opening {
    /// Index of the part.
    pub part: usize,
    /// What it names.
    pub targets: Vec<Target>,
    /// The printed questions that it names.
    pub questions: Vec<usize>,
}

impl Opening {
    /// True where what it names comes behind what `before` names, by place or, where the letter prints no question, by number.
    fn follows(&self, before: &Opening) -> bool {
        let number = |opening: &Opening| opening.targets.iter().flat_map(Target::numbers).next();
        match (self.questions.first(), before.questions.first()) {
            (Some(own), Some(before)) => own > before,
            (None, None) => number(self) > number(before),
            _ => false,
        }
    }
}

/// "For the first, …" counts so many questions at most, where no number names them.
const COUNTED: usize = 4;

/// A label that begins a line weighs as much as so many inside one.
const OF_A_LINE: usize = 3;

impl Pairing<'_> {
    /// Which parts open an answer to which questions.
    pub(super) fn choose(&self, parts: &[Part], pending: &[usize]) -> Vec<Opening> {
        let mut choosing = Choosing::new(self, pending);
        parts.iter().enumerate().for_each(|(i, part)| choosing.read(i, part));
        without_asides(parts, choosing.finish(parts))
    }
}

/// What has been read of an answer's parts.
struct Choosing<'p> {
    pairing: &'p Pairing<'p>,
    pending: &'p [usize],
    endings: Endings<'p>,
    /// True where one question is due, which needs no label.
    alone: bool,
    chosen: Vec<Opening>,
    /// What bare labels open, each with the first question that it names: they may be those of a list inside an answer.
    bare: Vec<(Opening, usize)>,
    /// What parts may open that only mention questions.
    passing: Vec<Opening>,
    /// The number under which a letter, or what is counted, stands.
    above: Number,
    /// The questions that were named together last.
    group: Vec<usize>,
    /// True where a label named them.
    grouped: bool,
    /// The questions below the title that was printed again last.
    titled: Vec<usize>,
}

impl<'p> Choosing<'p> {
    fn new(pairing: &'p Pairing<'p>, pending: &'p [usize]) -> Self {
        Choosing {
            pairing,
            pending,
            endings: Endings::new(pairing.questions(), pending),
            alone: pending.len() == 1,
            chosen: Vec::new(),
            bare: Vec::new(),
            passing: Vec::new(),
            above: Number::default(),
            group: if pending.len() <= COUNTED { pending.to_vec() } else { Vec::new() },
            grouped: false,
            titled: Vec::new(),
        }
    }

    /// Reads the `i`-th part.
    fn read(&mut self, i: usize, part: &Part) {
        if let Some(titled) = &part.titled {
            self.titled.clone_from(titled);
            let number = titled.first().and_then(|&first| self.pairing.questions()[first].number.as_ref());
            self.above = number.map_or_else(Number::default, |number| Number(number.0[..1].to_vec()));
            return;
        }
        let label = part.label.as_ref().filter(|label| !self.alone || self.is_said_first(label));
        if let Some((label, question)) = label.and_then(|label| Some((label, self.below_title(label)?))) {
            self.above = label.below(&self.above);
            let targets = vec![Target::Number(label.clone())];
            self.bare.push((Opening { part: i, targets, questions: vec![question] }, question));
            return;
        }
        let labelled = label.and_then(|label| self.labelled(label));
        let of_label =
            labelled.as_ref().map(|(target, _)| self.pairing.resolve_all(std::slice::from_ref(target), self.pending));
        if let Some(named) = &of_label {
            self.grouped = named.len() > 1;
            match named[..] {
                [] => {}
                // "The first limb" of one question is none of the others.
                [_] => self.group.clear(),
                _ => self.group.clone_from(named),
            }
        }
        if part.pointer.as_ref().is_some_and(|pointer| self.take_pointer(i, part, pointer)) {
            return;
        }
        if !part.mentions.is_empty() {
            let questions = self.pairing.resolve_all(&part.mentions, self.pending);
            self.passing.push(Opening { part: i, targets: part.mentions.clone(), questions });
        }
        if let Some((label, (target, first))) = label.zip(labelled) {
            self.above = label.below(&self.above);
            let questions = of_label.unwrap_or_default();
            let first = first.unwrap_or(self.bare.len());
            self.bare.push((Opening { part: i, targets: vec![target], questions }, first));
        }
    }

    /// True in a review for the number of a question that has its answer already: it is answered anew, whatever else is due.
    fn is_said_first(&self, label: &Number) -> bool {
        let number = |at: usize| self.pairing.questions()[at].number.as_ref();
        let answered = |at: usize| self.pairing.answers.get(at).is_some_and(Option::is_some);
        let under = || self.pairing.collector.printed.under(label);
        self.pairing.reviews && under().iter().take(MOST_REPEATED).any(|&at| number(at) == Some(label) && answered(at))
    }

    /// The question below the last title that `label` means below the number before it, or whose number ends in it, where it is
    /// the only one there.
    fn below_title(&self, label: &Number) -> Option<usize> {
        let number = |at: usize| self.pairing.questions()[at].number.as_ref();
        let only = |is: &dyn Fn(&Number) -> bool| {
            let mut own = self.titled.iter().copied().filter(|&at| number(at).is_some_and(is));
            own.next().filter(|_| own.next().is_none())
        };
        let full = label.below(&self.above);
        only(&|number| *number == full).or_else(|| only(&|number| number.0.ends_with(&label.0)))
    }

    /// Takes a pointer as an opening; false where it names nothing that is due.
    fn take_pointer(&mut self, i: usize, part: &Part, pointer: &Pointer) -> bool {
        let pointer = &self.placed(part, pointer);
        let questions = self.named_by(pointer);
        let unprinted = self.pairing.questions().is_empty();
        let counted: Option<Vec<usize>> = pointer.targets.iter().map(Target::nth).collect();
        if let Some(counted) = counted.filter(|counted| unprinted && !counted.is_empty()) {
            // "1b First bullet, October 2023. Second bullet, a plan": what it counts stands under the last number.
            self.above = part.label.as_ref().map_or(self.above.clone(), |label| label.below(&self.above));
            // "a) first bullet - No; second bullet - Yes": the label took the first.
            let first = |step: &Step| matches!(step, Step::Roman(_)) && step.is_first();
            if counted[0] > 0 && self.above.0.last().is_some_and(first) {
                self.above.0.pop();
            }
            let targets = counted.into_iter().map(|nth| Target::Part(self.above.clone(), nth)).collect();
            self.chosen.push(Opening { part: i, targets, questions });
            return true;
        }
        let answers = &self.pairing.answers;
        let open = |q: &usize| self.pending.binary_search(q).is_ok() || answers.get(*q).is_some_and(Option::is_none);
        // What was said first is answered anew by a paragraph that names it.
        let first = |question: &usize| self.pairing.first.contains(question);
        let reviewed = self.pairing.reviews && self.pending.is_empty() && pointer.explicit && part.gap;
        let anew = part.begins_line && (reviewed || questions.iter().any(first));
        let due = anew || questions.iter().any(open) || pointer.targets.contains(&Target::Rest);
        if !(due || unprinted && pointer.explicit) || self.alone && questions.as_slice() == self.pending {
            return false;
        }
        if let Some(Target::Number(number)) = pointer.targets.last() {
            self.above = number.clone();
        }
        if let [Target::Part(number, _), ..] = &pointer.targets[..] {
            // "In reply to 3b, first point, … On the second point, …"
            self.group = self.pairing.resolve_all(&[Target::Number(number.clone())], self.pending);
            self.grouped = self.group.len() > 1;
        } else if questions.len() > 1 && !matches!(pointer.targets[..], [Target::Nth(_), ..]) {
            self.group.clone_from(&questions);
        }
        self.chosen.push(Opening { part: i, targets: pointer.targets.clone(), questions });
        true
    }

    /// The pointer below the number above, where a label wrote it, or where it names nothing but parts: "c) i) to iv)" below "3.",
    /// "For (i) and (ii), …" behind "That leaves 3b."
    fn placed(&self, part: &Part, pointer: &Pointer) -> Pointer {
        // "3b. For (i) and (ii), …": the label stands above what its own sentence names.
        let own = part.label.as_ref().filter(|_| pointer.len > 0).map(|label| label.below(&self.above));
        let above = own.as_ref().unwrap_or(&self.above);
        let place = |number: &Number| number.below(above);
        let placed = |target: &Target| match target {
            Target::Number(number) => Target::Number(place(number)),
            Target::Range(from, to) => Target::Range(place(from), place(to)),
            other => other.clone(),
        };
        let targets: Vec<Target> = pointer.targets.iter().map(placed).collect();
        let asked = |at: &usize| self.pairing.questions()[*at].number.as_ref();
        let own =
            |number: &Number| self.pairing.collector.printed.under(number).iter().any(|at| asked(at) == Some(number));
        let printed = match part.label {
            Some(_) => !self.pairing.resolve_all(&targets, self.pending).is_empty(),
            None => targets.iter().all(|target| matches!(target, Target::Number(number) if own(number))),
        };
        Pointer { targets: if printed { targets } else { pointer.targets.clone() }, ..pointer.clone() }
    }

    /// The questions that a pointer names.
    fn named_by(&self, pointer: &Pointer) -> Vec<usize> {
        let counted = |target: &Target| match target {
            Target::Nth(nth) | Target::Ordinal(nth) => {
                self.group.get((*nth).min(self.group.len().wrapping_sub(1))).copied()
            }
            _ => None,
        };
        match pointer.targets[..] {
            // "3a. For the first bullet, no."
            [Target::Ordinal(_)] if self.grouped => pointer.targets.iter().filter_map(counted).collect(),
            [Target::Nth(_), ..] => pointer.targets.iter().filter_map(counted).collect(),
            _ => self.resolve_ends(&pointer.targets),
        }
    }

    /// The questions that `targets` name; each number may be the end of a pending one's: "To ii and iv".
    fn resolve_ends(&self, targets: &[Target]) -> Vec<usize> {
        let of = |target: &Target| match (self.pairing.resolve_all(std::slice::from_ref(target), self.pending), target)
        {
            (named, Target::Number(number)) if named.is_empty() => self.endings.of(number).to_vec(),
            (named, _) => named,
        };
        let mut named: Vec<usize> = targets.iter().flat_map(of).collect();
        named.sort_unstable();
        named.dedup();
        named
    }

    /// What a bare label means below the last number, and the first question that it names; `None` for the latter where the
    /// letter prints no question.
    fn labelled(&self, label: &Number) -> Option<(Target, Option<usize>)> {
        let named = |number: Number| {
            let target = Target::Number(number);
            let first = self.pairing.resolve_all(std::slice::from_ref(&target), self.pending).first().copied();
            first.map(|first| (target, Some(first)))
        };
        if self.pairing.questions().is_empty() {
            return Some((Target::Number(label.below(&self.above)), None));
        }
        let ending = |label: &Number| {
            let &first = self.endings.of(label).first()?;
            Some((Target::Number(self.endings.whole(label)?), Some(first)))
        };
        let below = label.below(&self.above);
        named(below.clone()).or_else(|| ending(&below)).or_else(|| ending(label)).or_else(|| named(label.clone()))
    }

    /// The openings in order; bare labels among them where they run through the questions.
    fn finish(self, parts: &[Part]) -> Vec<Opening> {
        let Choosing { pairing, pending, mut chosen, mut bare, passing, .. } = self;
        one_each(&mut bare);
        // A label at the beginning of a line is less likely one of a list inside an answer.
        let weight = |opening: &Opening| if parts[opening.part].begins_line { OF_A_LINE } else { 1 };
        let labels: Vec<(usize, usize)> = bare.iter().map(|(opening, first)| (*first, weight(opening))).collect();
        let mut kept = in_order(&labels);
        drop_lists(parts, &bare, &mut kept);
        let enough = kept.iter().filter(|kept| **kept).count() > 1
            || !chosen.is_empty()
            || pairing.questions().len() < 2 && !pairing.questions().is_empty();
        if enough {
            chosen.extend(bare.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|((opening, _), _)| opening));
        }
        // "The remaining parts do not apply", further down an answer to several questions, is a sentence of it where nothing
        // else is named.
        let several = pending.len() > 1;
        if several && chosen.iter().all(|opening| opening.part > 0 && opening.targets.contains(&Target::Rest)) {
            return Vec::new();
        }
        chosen.sort_by_key(|opening| opening.part);
        with_passing(passing, chosen)
    }
}

/// The openings with those that only mention questions, where these are next: behind those of the opening before, before those of the
/// one behind, and named nowhere else. Alone, several in a row are no accident.
fn with_passing(passing: Vec<Opening>, chosen: Vec<Opening>) -> Vec<Opening> {
    const SEVERAL: usize = 3;
    let alone = chosen.is_empty();
    let named: HashSet<usize> = chosen.iter().flat_map(|opening| opening.questions.iter().copied()).collect();
    let mut openings: Vec<Opening> = Vec::with_capacity(chosen.len());
    let mut rest = chosen.into_iter().peekable();
    for opening in passing.into_iter().filter(|opening| opening.questions.iter().all(|at| !named.contains(at))) {
        while let Some(before) = rest.next_if(|other| other.part < opening.part) {
            openings.push(before);
        }
        let next = openings.last().is_none_or(|before| opening.follows(before));
        if next && rest.peek().is_none_or(|behind| behind.follows(&opening)) {
            openings.push(opening);
        }
    }
    openings.extend(rest);
    if alone && openings.len() < SEVERAL { Vec::new() } else { openings }
}

/// Gives labels that come as often as they name questions one of these each: "3b. … 3b. …", where four questions are 3b.
fn one_each(bare: &mut [(Opening, usize)]) {
    let mut from = 0;
    while from < bare.len() {
        let questions = bare[from].0.questions.clone();
        let alike = bare[from..].iter().take_while(|(opening, _)| opening.questions == questions).count();
        if alike == questions.len() && alike > 1 {
            for ((opening, first), question) in bare[from..].iter_mut().zip(questions) {
                (opening.questions, *first) = (vec![question], question);
            }
        }
        from += alike;
    }
}

/// Drops the labels of a list inside an answer, "1. They are asked. 2. They meet. 3. It is put in writing" below "2b", where its first
/// label fell out: the others only look as if they went on with the questions.
fn drop_lists(parts: &[Part], bare: &[(Opening, usize)], kept: &mut [bool]) {
    let label = |at: usize| parts[bare[at].0.part].label.as_ref();
    let mut inside = false;
    for at in 0..bare.len() {
        let opens = label(at).is_some_and(|number| number.0.len() == 1 && number.0[0].is_first());
        let goes_on = at > 0
            && bare[at].0.part == bare[at - 1].0.part + 1
            && !parts[bare[at].0.part].gap
            && label(at)
                .zip(label(at - 1))
                .is_some_and(|(number, before)| number.0.len() == 1 && number.follows(before));
        inside = if opens { !kept[at] } else { inside && goes_on };
        kept[at] &= !inside;
    }
}

/// The openings without those inside a paragraph that name only what others name at the beginning of a line: "Parts 1 and 2
/// could have been answered" above "Part 1(a): …" answers neither.
fn without_asides(parts: &[Part], chosen: Vec<Opening>) -> Vec<Opening> {
    let chosen = without_leads(parts, chosen);
    let begins = |opening: &Opening| parts[opening.part].begins_line;
    let own: HashSet<usize> =
        chosen.iter().filter(|opening| begins(opening)).flat_map(|opening| opening.questions.iter().copied()).collect();
    let aside = |opening: &Opening| {
        !begins(opening) && !opening.questions.is_empty() && opening.questions.iter().all(|q| own.contains(q))
    };
    chosen.into_iter().filter(|opening| !aside(opening)).collect()
}

/// The openings, where those that name several questions which are then answered one by one behind their labels open nothing:
/// "Part 3 is where we disagree." above "3a(i). It was considered."
fn without_leads(parts: &[Part], mut chosen: Vec<Opening>) -> Vec<Opening> {
    let mut labelled: HashSet<usize> = HashSet::new();
    for opening in chosen.iter_mut().rev() {
        let part = &parts[opening.part];
        let others = opening.questions.iter().filter(|at| !labelled.contains(at)).count();
        if opening.questions.len() > 2 && others < 2 {
            (opening.questions, opening.targets) = (Vec::new(), Vec::new());
        } else if part.begins_line && part.label.is_some() {
            labelled.extend(opening.questions.iter().filter(|_| opening.questions.len() == 1));
        }
    }
    chosen
}
