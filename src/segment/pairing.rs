//! Questions and answers → pairs: by the row of a table, by place, by label, by pointer, or one for the whole request.

use std::collections::HashMap;
use std::ops::Range;

use super::features::Features;
use super::pointer::{Pointer, Target, parse_pointer, read_list};
use super::questions::{Collector, Question, find_runs};
use super::resolve::{in_order, resolve};
use super::roles::Role;
use super::split;
use super::{Pair, Reading};
use crate::document::{Label, Number, Side, Step, Unit, find_sentences, is_unfilled};
use crate::text::{Span, View};

/// A stretch of an answer that begins where a pointer or a label could begin it.
struct Part {
    pieces: Vec<Span>,
    /// Where its label begins, or its words.
    start: usize,
    label: Option<Number>,
    bullet: bool,
    /// True where it begins a line of the letter.
    begins_line: bool,
    /// True where a blank line stands before it.
    gap: bool,
    pointer: Option<Pointer>,
}

/// Pending questions by the ends of their numbers: `a)` means 1a where only question 1 is being answered.
struct Endings<'q>(HashMap<&'q [Step], Vec<usize>>);

impl<'q> Endings<'q> {
    fn new(questions: &'q [Question], pending: &[usize]) -> Self {
        let mut ends: HashMap<&[Step], Vec<usize>> = HashMap::new();
        for &i in pending {
            let steps = questions[i].number.as_ref().map_or(&[][..], |number| &number.0);
            (0..steps.len()).for_each(|from| ends.entry(&steps[from..]).or_default().push(i));
        }
        // What several numbers end in means none of them.
        let number = |i: usize| questions[i].number.as_ref();
        ends.retain(|_, ends| ends.iter().all(|&i| number(i) == number(ends[0])));
        Endings(ends)
    }

    /// The pending questions whose one number ends in `label`.
    fn of(&self, label: &Number) -> &[usize] {
        self.0.get(label.0.as_slice()).map_or(&[], Vec::as_slice)
    }
}

/// Pairs the questions of a letter with its answers.
pub(super) fn pair_up(reading: &Reading<'_>, units: &[Unit], features: &[Features], roles: &[Role]) -> Vec<Pair> {
    let runs = find_runs(roles);
    let alternations = runs.windows(2).filter(|pair| pair[0].0 == Role::Ask && pair[1].0 == Role::Answer).count();
    let mut pairing = Pairing {
        reading,
        units,
        alternates: alternations > 1,
        collector: Collector::default(),
        answers: Vec::new(),
        unasked: Vec::new(),
        whole: None,
    };
    for (number, (role, members)) in runs.iter().enumerate() {
        match role {
            Role::Ask => pairing.collector.collect(reading.text, number, members, units, features),
            Role::Answer => {
                let parts = members.chunk_by(|&one, &next| !(one + 1..next).any(|between| features[between].heading));
                parts.for_each(|part| pairing.answer(number, part));
            }
            Role::Neither => {}
        }
    }
    pairing.finish(&runs)
}

struct Pairing<'a> {
    reading: &'a Reading<'a>,
    units: &'a [Unit],
    /// True where questions and answers take turns.
    alternates: bool,
    collector: Collector,
    /// The answer to each question, as far as found.
    answers: Vec<Option<Vec<Span>>>,
    /// Answers to questions that the letter does not print.
    unasked: Vec<(Number, Vec<Span>)>,
    /// One answer to the whole request: the run of the questions, and the answer.
    whole: Option<(usize, Vec<Span>)>,
}

impl Pairing<'_> {
    fn questions(&self) -> &[Question] {
        &self.collector.questions
    }

    /// Ties the answer that stands in `members` to the questions asked so far.
    fn answer(&mut self, run: usize, members: &[usize]) {
        self.answers.resize(self.questions().len(), None);
        let due = |i: &usize| self.answers[*i].is_none() && self.questions()[*i].run + 1 == run;
        let mut pending: Vec<usize> = self.collector.latest.iter().copied().filter(due).collect();
        if pending.iter().any(|&i| self.questions()[i].again) {
            // What was printed again is what is being answered here.
            pending.retain(|&i| self.questions()[i].again);
        }
        if self.is_cell(members[0]) && !pending.is_empty() {
            // A table's cell answers the row it stands in; prose after the table belongs to no row.
            return self.give_row(&pending, &members[..1]);
        }
        let parts = self.read_parts(members);
        let chosen = self.choose(&parts, &pending);
        let whole_refusal =
            pending.len() > 1 && chosen.first().is_some_and(|(first, _)| self.refuses(&parts[..*first]));
        if whole_refusal && 2 * chosen.len() < pending.len() {
            // Pointers inside a refusal of the whole request explain it; they do not split it.
            self.whole = Some((run - 1, join_parts(self.reading, &parts)));
            return;
        }
        if !chosen.is_empty() {
            return self.give_chosen(&parts, &chosen, &pending);
        }
        if self.questions().is_empty() {
            return;
        }
        if let Some(answers) = self.one_each(&parts, &pending) {
            for (questions, place) in answers {
                let answer = join_parts(self.reading, &parts[place]);
                questions.iter().for_each(|&question| self.answers[question] = Some(answer.clone()));
            }
        } else if pending.len() > 1 && !self.alternates {
            self.whole = Some((run - 1, join_parts(self.reading, &parts)));
        } else if pending.is_empty() {
            self.go_on(&parts);
        } else {
            self.give_last(&pending, members);
        }
    }

    /// Answers one after another, as many as there are pending questions, or lines of them: by their bullets and labels, or
    /// a line each up to the next blank line, as in a column that lost its table. For each its questions and its parts.
    fn one_each(&self, parts: &[Part], pending: &[usize]) -> Option<Vec<(Vec<usize>, Range<usize>)>> {
        let items: Vec<usize> = (0..parts.len()).filter(|&i| parts[i].bullet || parts[i].label.is_some()).collect();
        let column = parts.iter().skip(1).position(|part| part.gap).map_or(parts.len(), |at| at + 1);
        let lines: Vec<usize> = (0..column).filter(|&i| parts[i].begins_line).collect();
        let one_by_one: Vec<Vec<usize>> = pending.iter().map(|&question| vec![question]).collect();
        let by_line: Vec<Vec<usize>> =
            pending.chunk_by(|_, &next| !self.questions()[next].opens).map(<[usize]>::to_vec).collect();
        [one_by_one, by_line].into_iter().find_map(|asked| {
            let fits = |starts: &&(&Vec<usize>, usize)| {
                asked.len() > 1 && starts.0.len() == asked.len() && starts.0.first() == Some(&0)
            };
            let (starts, end) = [(&items, parts.len()), (&lines, column)].iter().find(fits).copied()?;
            let ends = starts.iter().skip(1).copied().chain([end]);
            Some(asked.into_iter().zip(starts.iter().zip(ends).map(|(&from, to)| from..to)).collect())
        })
    }

    fn is_cell(&self, unit: usize) -> bool {
        self.units[unit].side == Some(Side::Answer) && self.units[unit].mark.is_none()
    }

    /// True where words of `spans` have a phrase that means `meaning`.
    fn says(&self, spans: &[Span], meaning: &str) -> bool {
        let view = View::new(self.reading.folded, spans);
        !self.reading.phrases.find(view.text(), &[meaning]).is_empty()
    }

    /// True where the parts refuse what was asked.
    fn refuses(&self, parts: &[Part]) -> bool {
        parts.iter().flat_map(|part| &part.pieces).any(|piece| self.says(&[*piece], "refused"))
    }

    /// More of an answer after an interruption belongs to the last question that was answered.
    fn go_on(&mut self, parts: &[Part]) {
        let more = join_parts(self.reading, parts);
        if let Some((_, answer)) = &mut self.whole {
            answer.extend(more);
        } else if let Some(answer) = self.answers.iter_mut().rev().flatten().next() {
            answer.extend(more);
        }
    }

    /// Every question of a table's row.
    fn give_row(&mut self, pending: &[usize], members: &[usize]) {
        let parts = self.read_parts(members);
        let answer = join_parts(self.reading, &parts);
        for &i in pending {
            self.answers[i] = Some(answer.clone());
        }
    }

    /// The last question, with those that one colon introduces together with it.
    fn give_last(&mut self, pending: &[usize], members: &[usize]) {
        let Some(&last) = pending.last() else { return };
        let intro = self.questions()[last].intro;
        let parts = self.read_parts(members);
        let answer = join_parts(self.reading, &parts);
        // Where one of those under the colon has its own answer, the others keep to themselves, too.
        let apart = intro.is_some()
            && (0..self.questions().len()).any(|i| self.questions()[i].intro == intro && self.answers[i].is_some());
        let joint = self.says(&answer, "joint-words");
        for &i in pending {
            if i == last || joint || !apart && intro.is_some() && self.questions()[i].intro == intro {
                self.answers[i] = Some(answer.clone());
            }
        }
    }

    /// Which parts open an answer to which questions.
    fn choose(&self, parts: &[Part], pending: &[usize]) -> Vec<(usize, Vec<Target>)> {
        let alone = pending.len() == 1;
        let mut chosen: Vec<(usize, Vec<Target>)> = Vec::new();
        let mut bare: Vec<(usize, Vec<Target>, usize)> = Vec::new();
        let mut above = Number::default();
        let endings = Endings::new(self.questions(), pending);
        for (i, part) in parts.iter().enumerate() {
            if let Some(pointer) = &part.pointer {
                let named = self.resolve_all(&pointer.targets, pending);
                let due = named
                    .iter()
                    .any(|q| pending.binary_search(q).is_ok() || self.answers.get(*q).is_some_and(Option::is_none));
                let rest = pointer.targets.contains(&Target::Rest);
                if (due || rest || self.questions().is_empty() && pointer.explicit)
                    && !(alone && named.as_slice() == pending)
                {
                    chosen.push((i, pointer.targets.clone()));
                    if let Some(Target::Number(number)) = pointer.targets.last() {
                        above = number.clone();
                    }
                    continue;
                }
            }
            if let Some(label) = &part.label
                && !alone
            {
                let number = label.below(&above);
                let target = Target::Number(number.clone());
                let whole = self.resolve_all(std::slice::from_ref(&target), pending);
                let ending = endings.of(label);
                let (target, named) = if whole.is_empty() && !ending.is_empty() {
                    let number = self.questions()[ending[0]].number.clone().unwrap_or_default();
                    (Target::Number(number), ending.to_vec())
                } else if whole.is_empty() {
                    let target = Target::Number(label.clone());
                    let named = self.resolve_all(std::slice::from_ref(&target), pending);
                    (target, named)
                } else {
                    (target, whole)
                };
                if let Some(&first) = named.first() {
                    bare.push((i, vec![target], first));
                    above = number;
                } else if self.questions().is_empty() {
                    bare.push((i, vec![Target::Number(number.clone())], bare.len()));
                    above = number;
                }
            }
        }
        let firsts: Vec<usize> = bare.iter().map(|(.., first)| *first).collect();
        let kept = in_order(&firsts);
        let enough = kept.iter().filter(|kept| **kept).count() > 1
            || !chosen.is_empty()
            || self.questions().len() < 2 && !self.questions().is_empty();
        if enough {
            chosen
                .extend(bare.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|((i, targets, _), _)| (i, targets)));
        }
        chosen.sort_by_key(|(i, _)| *i);
        chosen
    }

    fn resolve_all(&self, targets: &[Target], pending: &[usize]) -> Vec<usize> {
        let mut named: Vec<usize> = targets
            .iter()
            .flat_map(|target| resolve(target, &self.collector.printed, self.questions(), pending))
            .collect();
        named.sort_unstable();
        named.dedup();
        named
    }

    fn give_chosen(&mut self, parts: &[Part], chosen: &[(usize, Vec<Target>)], pending: &[usize]) {
        let ends = chosen.iter().skip(1).map(|(i, _)| *i).chain([parts.len()]);
        let mut rest = None;
        for ((from, targets), to) in chosen.iter().zip(ends) {
            let answer = join_parts(self.reading, &parts[*from..to]);
            let group = self.resolve_all(targets, pending);
            if let Some(shares) = split::share_out(self.reading, &answer, &self.asked_by(&group)) {
                for (question, share) in group.into_iter().zip(shares) {
                    self.answers[question] = Some(share);
                }
                continue;
            }
            if targets.contains(&Target::Rest) {
                rest = Some(answer);
                continue;
            }
            let named = self.resolve_all(targets, pending);
            if named.is_empty() {
                self.unasked.extend(targets.iter().filter_map(|target| match target {
                    Target::Number(number) => Some((number.clone(), answer.clone())),
                    _ => None,
                }));
            }
            for question in named {
                match &mut self.answers[question] {
                    Some(earlier) if pending.binary_search(&question).is_ok() => earlier.extend(answer.iter().copied()),
                    slot => *slot = Some(answer.clone()),
                }
            }
        }
        // What stands before the first pointer answers the one question that was due.
        if let [only] = pending
            && self.answers[*only].is_none()
            && chosen[0].0 > 0
        {
            self.answers[*only] = Some(join_parts(self.reading, &parts[..chosen[0].0]));
        }
        if let Some(answer) = rest {
            self.answers.iter_mut().filter(|slot| slot.is_none()).for_each(|slot| *slot = Some(answer.clone()));
        }
    }

    /// Where each of `questions` is printed.
    fn asked_by(&self, questions: &[usize]) -> Vec<Vec<Span>> {
        questions.iter().map(|&i| self.questions()[i].pieces.clone()).collect()
    }

    /// The units of an answer, cut before every sentence that points to a question.
    fn read_parts(&self, members: &[usize]) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for &i in members {
            let unit = &self.units[i];
            let marked = unit.mark.and_then(|mark| pointer_in_mark(self.reading, mark));
            parts.push(Part {
                pieces: Vec::new(),
                start: if unit.mark.is_some() { unit.start() } else { unit.whole.start },
                label: unit.number().cloned(),
                bullet: unit.label == Some(Label::Bullet),
                begins_line: unit.begins_line,
                gap: unit.gap,
                pointer: marked,
            });
            for piece in &unit.pieces {
                for sentence in find_sentences(self.reading.text, *piece) {
                    let view = View::new(self.reading.folded, &[sentence]);
                    // "That brings me to your third question." may be a sentence of its own.
                    let more = sentence.end < piece.end;
                    let opens = parse_pointer(view.text()).filter(|pointer| more || pointer.len < view.text().len());
                    let fresh = parts.last().is_some_and(|part| part.pieces.is_empty());
                    match (opens, fresh) {
                        (Some(pointer), true) => {
                            if let Some(part) = parts.last_mut() {
                                part.pointer.get_or_insert(pointer);
                            }
                        }
                        (Some(pointer), false) => {
                            parts.push(Part {
                                pieces: Vec::new(),
                                start: sentence.start,
                                label: None,
                                bullet: false,
                                begins_line: false,
                                gap: false,
                                pointer: Some(pointer),
                            });
                        }
                        (None, _) => {}
                    }
                    if let Some(part) = parts.last_mut() {
                        part.pieces.push(sentence);
                    }
                }
            }
            if unit.number().is_some()
                && let Some(part) = parts.iter_mut().rev().find(|part| part.start == unit.whole.start)
            {
                part.pointer = part.pointer.take().or_else(|| pointer_in_label(self.reading, unit));
            }
        }
        parts
    }

    /// The pairs in the order of their questions.
    fn finish(mut self, runs: &[(Role, Vec<usize>)]) -> Vec<Pair> {
        self.answers.resize(self.questions().len(), None);
        let mut pairs = Vec::new();
        if let Some((run, answer)) = self.whole.take() {
            let asked = runs[run].1.iter().flat_map(|&i| self.units[i].pieces.clone()).collect();
            pairs.push(Pair { number: None, question: tidy(self.reading.text, asked), answer });
        }
        let whole_run = pairs.first().map(|_| ()).and(runs.iter().position(|(role, _)| *role == Role::Ask));
        for (question, answer) in self.collector.questions.iter().zip(self.answers) {
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
        for (number, answer) in self.unasked {
            pairs.push(Pair { number: Some(number.to_string()), question: Vec::new(), answer });
        }
        pairs
    }
}

/// The question that a mark names: "Answer to Question 1:".
fn pointer_in_mark(reading: &Reading<'_>, mark: Span) -> Option<Pointer> {
    let view = View::new(reading.folded, &[mark]);
    let at = view.text().find(|c: char| c.is_ascii_digit())?;
    let targets = read_list(view.text()[at..].trim_end_matches([':', '-', '.', ' ']))?;
    Some(Pointer { targets, len: 0, explicit: true })
}

/// A joint label: `1. & 2.`, `1-2.` The label alone is read by the document; the whole line may name more.
fn pointer_in_label(reading: &Reading<'_>, unit: &Unit) -> Option<Pointer> {
    let view = View::new(reading.folded, &[unit.whole]);
    parse_pointer(view.text())
        .filter(|pointer| pointer.targets.len() > 1 || matches!(pointer.targets[..], [Target::Range(..)]))
}

/// The words of several parts as stretches of the letter; the first without a label or a pointer that ends in a colon.
fn join_parts(reading: &Reading<'_>, parts: &[Part]) -> Vec<Span> {
    let mut spans = Vec::new();
    for (i, part) in parts.iter().enumerate() {
        let Some(first) = part.pieces.first() else { continue };
        let start = if i == 0 { first_words(reading, part, *first) } else { part.start.min(first.start) };
        spans.push(Span::new(start, first.end));
        spans.extend(part.pieces.iter().skip(1));
    }
    tidy(reading.text, spans)
}

/// Where an answer's own words begin: after "Q3a and b:", but with "2b)" where the sentence needs it as its subject.
fn first_words(reading: &Reading<'_>, part: &Part, first: Span) -> usize {
    let whole = Span::new(part.start.min(first.start), first.end);
    let words = first.of(reading.text);
    let view = View::new(reading.folded, &[whole]);
    if let Some(pointer) = parse_pointer(view.text()) {
        let rest = &view.text()[pointer.len..];
        let after = rest.trim_start_matches([' ', ')', '.']);
        let listed = view.text().starts_with(|c: char| c.is_ascii_digit() || "(q".contains(c));
        let label = listed && rest.starts_with(['.', ')', ':']) && begins_capital(reading, &view, after);
        let opening = &view.text()[..pointer.len];
        let stopped = listed && opening.ends_with(['.', ')']) && begins_capital(reading, &view, after);
        let closed = (label || stopped || opening.ends_with(':')).then_some(after);
        if let Some(answer) = after.strip_prefix([':', '-']).or(closed)
            && let Some(span) =
                view.back(Span::new(view.text().len() - answer.trim_start().len(), view.text().len())).first()
        {
            return span.start;
        }
    }
    if part.label.is_some() && words.starts_with(|c: char| c.is_lowercase()) && words.split_whitespace().count() > 1 {
        return whole.start;
    }
    first.start
}

/// True where the words `after` of the view begin with a capital in the letter.
fn begins_capital(reading: &Reading<'_>, view: &View<'_>, after: &str) -> bool {
    let at = view.text().len() - after.len();
    let place = view.back(Span::new(at, view.text().len()));
    place.first().is_some_and(|place| place.of(reading.text).starts_with(char::is_uppercase))
}

/// Joins stretches that nothing but white space and markup separates.
fn tidy(text: &str, spans: Vec<Span>) -> Vec<Span> {
    let mut tidied: Vec<Span> = Vec::new();
    for span in spans {
        match tidied.last_mut() {
            Some(last)
                if last.end <= span.start
                    && text[last.end..span.start].chars().all(|c| c.is_whitespace() || "*_|".contains(c)) =>
            {
                *last = last.join(span);
            }
            _ => tidied.push(span),
        }
    }
    tidied
}
