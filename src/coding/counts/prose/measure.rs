//! What a figure of a sentence is said to count, in the letter's words.

use super::super::draft::{Draft, Rule};
use super::super::figure::Figure;
use super::super::nouns::Nouns;
use super::super::question::{When, head, squash};
use super::super::tabulate::part_of;
use super::counting::{Counted, Place};
use super::{Paragraph, within};
use crate::record::{Certainty, Role};
use crate::text::Span;

/// No words before "came to" reach further back, in bytes.
const MOST_LEAD: usize = 120;

impl Paragraph<'_> {
    /// The count of a figure.
    pub(super) fn draft(&self, figure: Figure, counted: Counted, place: &Place<'_>, when: Option<When>) -> Draft {
        let noun = match counted {
            Counted::Named(noun) => Some(noun),
            _ => None,
        };
        let label = Some(counted)
            .filter(|counted| *counted == Counted::Asked)
            .and_then(|_| self.heading(figure, place).or_else(|| self.sums(figure, place)));
        let part = label.and_then(|label| part_of(self.letter, self.back(label), self.hull())); // "July to September: six"
        let when = part.or(when);
        Draft {
            measure: match counted {
                Counted::Earlier => place.after.map(|draft| draft.measure.clone()).unwrap_or_default(),
                Counted::Among(clause) => self.among_them(clause, figure, place),
                Counted::Antecedent(noun) => self.printed(noun),
                Counted::Asked => match label.filter(|_| part.is_none()) {
                    Some(label) => self.labelled(label),
                    None => match place.after.filter(|_| self.goes_on(figure, place)) {
                        Some(draft) => draft.measure.clone(),
                        None => self.subject_near(figure, place),
                    },
                },
                Counted::Named(noun) => self.such(noun, place).unwrap_or_else(|| self.measure(noun, place)),
            },
            when,
            figure: Figure { span: self.back(figure.span), ..figure },
            role: Role::Value,
            certainty: if self.asked.how_many && when.is_some() { Certainty::Stated } else { Certainty::Inferred },
            rule: if noun.is_some() { Rule::Prose } else { Rule::Sole },
            labels: noun.map(|noun| self.back(noun)).into_iter().collect(),
        }
    }

    /// "21 in 2022-23 and 34 in 2023-24": between the figure before and this one stands nothing but when the first was.
    fn goes_on(&self, figure: Figure, place: &Place<'_>) -> bool {
        const JOINS: [&str; 10] = ["and", "then", "in", "for", "during", "to", "with", "but", "or", "at"];
        let between = Span::new(place.from.min(figure.span.start), figure.span.start);
        let [period] = within(between, &self.periods, |period| period.span) else { return false };
        let outside =
            [&self.words[between.start..period.span.start], &self.words[period.span.end.min(between.end)..between.end]];
        let words = outside.into_iter().flat_map(|part| part.split(|c: char| !c.is_alphanumeric()));
        words.filter(|word| !word.is_empty()).all(|word| JOINS.contains(&word))
    }

    /// Some of those counted before, with the words that say which; or the one of several subjects that these words name.
    fn among_them(&self, clause: Span, figure: Figure, place: &Place<'_>) -> String {
        let subject = self.subject_near(figure, place);
        if subject != self.asked.subject {
            return subject;
        }
        let clause = self.printed(clause);
        let verbs = ["were ", "was ", "are ", "is ", "had been ", "in ", "at "];
        let clause = verbs.iter().find_map(|verb| clause.strip_prefix(verb)).unwrap_or(&clause);
        let of = place.after.map_or("", |draft| head(&draft.measure, clause.split(' ').count()));
        format!("{} / {clause}", of.trim_start_matches("/ "))
    }

    /// "88 such meetings": those of the sentence before, where it names the same.
    fn such(&self, noun: Span, place: &Place<'_>) -> Option<String> {
        let named = noun.of(self.words).trim_start().strip_prefix("such ")?.trim_end_matches([' ', '.', ',']);
        let before = self.last_noun(place.before)?;
        before.of(self.words).contains(named).then(|| self.printed(before))
    }

    /// The question's subject, with the words after the figure where they add to it; those alone where no number was
    /// asked for, unless they only say how often.
    fn measure(&self, noun: Span, place: &Place<'_>) -> String {
        let subject = &self.asked.subject;
        let folded = noun.of(self.words);
        let mut words = folded.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let general = words.clone().take(2).any(|word| Nouns::shipped().is_general(word)) && words.clone().count() < 4;
        let said = words.any(|word| self.asked.mentions(word));
        let named = self.printed(noun);
        if let Some(label) =
            self.heading(Figure { span: noun, min: None, max: None }, place).filter(|_| self.asked.how_many)
        {
            return format!("{} / {named}", self.printed(label)); // "Year 7 - 12 kites, 1 balloon"
        }
        match (subject.is_empty(), self.asked.how_many) {
            (false, true) if said && self.asked.names_several() && named.contains(' ') => named,
            (false, true) if !general && self.names_a_deed(folded) => self.beside(&named),
            (false, true) if said || general => self.subject_near(Figure { span: noun, min: None, max: None }, place),
            (false, true) => self.beside(&named),
            (false, false) if general => subject.clone(),
            _ => named,
        }
    }

    /// "65 appeals" where it was asked who appealed: a noun for what the question calls a deed.
    fn names_a_deed(&self, noun: &str) -> bool {
        let word = noun.trim_matches(|c: char| !c.is_ascii_alphabetic());
        let deed = |said: &str| said.strip_suffix("ed").is_some_and(|said| word.strip_suffix('s') == Some(said));
        !word.contains(' ') && self.asked.subject.split(' ').any(deed)
    }

    /// "Exclusions: 12 (2022), 15 (2023)": the words before the colon that opens the sentence.
    pub(super) fn heading(&self, figure: Figure, place: &Place<'_>) -> Option<Span> {
        let until = self.words.floor_char_boundary(place.sentence.start + 80).min(figure.span.start);
        let lead = &self.words[place.sentence.start..until.max(place.sentence.start)];
        let lead = &lead[..lead.find(": ").or_else(|| lead.find(" - "))?];
        let label = Span::new(place.sentence.start, place.sentence.start + lead.len()).trim(self.words);
        let words = lead.split(' ').count();
        let counts = within(label, &self.figures, |figure| figure.span).is_empty()
            && within(label, &self.periods, |period| period.span).is_empty();
        (counts && words < 8 && !lead.contains([',', '.']) && self.label(label).is_some()).then_some(label)
    }

    /// "Shifts of our own bank in that year came to 1,206": the words before the verb.
    pub(super) fn sums(&self, figure: Figure, place: &Place<'_>) -> Option<Span> {
        const VERBS: [&str; 7] =
            [" came to ", " stood at ", " numbered ", " totalled ", " amounted to ", " rose to ", " fell to "];
        const OPEN: [&str; 14] =
            ["the", "this", "that", "these", "those", "it", "they", "we", "there", "of", "which", "and", "total", "in"];
        let until = figure.span.start;
        let near = place.from.max(place.sentence.start).max(until.saturating_sub(MOST_LEAD));
        let from = self.words.ceil_char_boundary(near).min(until);
        let lead = &self.words[from..until];
        let lead = VERBS.iter().find_map(|verb| lead.strip_suffix(verb))?;
        let begins = lead.trim_start();
        let start = from + lead.len() - begins.len();
        let whole = Span::new(start, start + begins.len());
        let period = within(whole, &self.periods, |period| period.span).first();
        let mut words = &begins[..period.map_or(begins.len(), |period| period.span.start - start)];
        let times = [" in the same year", " in that year", " in the year", " in", " for", " during"];
        while let Some(rest) = times.iter().find_map(|time| words.trim_end().strip_suffix(time)) {
            words = rest;
        }
        let named = !words.trim().is_empty()
            && !OPEN.contains(&words.split(' ').next().unwrap_or(""))
            && words.split(' ').count() < 9;
        (named && !words.contains([',', ';'])).then(|| Span::new(start, start + words.trim_end().len()))
    }

    /// A label with what was asked before it.
    pub(super) fn beside(&self, label: &str) -> String {
        let thing = if self.asked.thing.is_empty() { &self.asked.subject } else { &self.asked.thing };
        let head = head(thing, label.split(' ').count());
        let said = format!(" {} ", label.to_lowercase()).contains(&format!(" {} ", head.to_lowercase()));
        if said { label.to_owned() } else { format!("{head} / {label}") }
    }

    /// Of several subjects that were asked for, the one whose words stand near the figure.
    fn subject_near(&self, figure: Figure, place: &Place<'_>) -> String {
        let subjects = &self.asked.subjects;
        if subjects.len() < 2 || subjects[0] != self.asked.subject {
            return self.asked.subject.clone();
        }
        let stems = |subject: &str| {
            let words = subject.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 3);
            words.map(|word| word.to_lowercase().trim_end_matches('s').to_owned()).collect::<Vec<_>>()
        };
        let said = |near: &str, subject: &str| {
            let tells = |word: &String| {
                near.contains(word.as_str()) && !subjects.iter().all(|other| stems(other).contains(word))
            };
            stems(subject).iter().filter(|word| tells(word)).count()
        };
        let after = &self.words[figure.span.start..place.until.max(figure.span.end)];
        let before = &self.words[place.from.min(figure.span.start)..figure.span.start];
        let first = [after, before].into_iter().find_map(|near| {
            let best = subjects.iter().map(|subject| said(near, subject)).max().filter(|&best| best > 0)?;
            subjects.iter().find(|subject| said(near, subject) == best)
        });
        first.unwrap_or(&self.asked.subject).clone()
    }

    pub(super) fn printed(&self, noun: Span) -> String {
        let named = squash(self.back(noun).of(self.letter.text));
        let named = [" were ", " was ", " have been ", " has been "]
            .iter()
            .fold(named, |named, verb| named.replacen(verb, " ", 1));
        // "mediations took place in the years": what happened says no more than that they were.
        let happened = [" took place", " occurred", " happened"].iter().filter_map(|verb| named.find(verb)).min();
        let named = &named[..happened.unwrap_or(named.len())];
        named.trim_matches([' ', '.', ',', ';', ':', '(', ')', '\u{2022}']).to_owned()
    }
}
