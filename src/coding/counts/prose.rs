//! Figures in sentences: "fewer than five such complaints were made in 2023 and nine in 2024", "Six", "None".

mod counting;
mod list;

use std::sync::LazyLock;

use regex::Regex;

use super::Letter;
use super::draft::Draft;
use super::figure::{Figure, find_figures};
use super::nouns::Nouns;
use super::question::{Asked, When, squash};
use crate::record::{Certainty, Role};
use crate::text::Span;
use crate::when::{Period, find_periods, find_times};

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a fixed pattern")
}

/// Sentences about limits, exemptions and how small figures are shown: their figures answer nothing.
static ASIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "shown as|in place of|suppress|rounded|redact|exempt|identif|appropriate limit|cost limit|(?-u:\\b)(?:18|eighteen) hour|would (?:take|need|have to be read)|to be read|minutes? (?:per|to|for)|working days|internal review|(?-u:\\b)sections? [0-9]|small numbers|https?:|www\\.",
    )
});

/// Answers that say that there were none. Group 1 is the word or phrase that says so.
static NONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:(?:answer|response|there (?:were|was|are|is|have been|has been)|(?:we|the (?:trust|council|force|board|service))(?: have| has)? ?(?:had|received|recorded|identified|reported)?)[:,]? )?(none|nil|zero|no (?:formal |recorded |reported |such )?([a-z]+))(?:[ .,;:]|$)",
    )
});

/// A stretch of folded text, what was found in it, and what was asked.
pub struct Paragraph<'p> {
    letter: &'p Letter<'p>,
    asked: &'p Asked,
    context: Option<When>,
    base: usize,
    words: &'p str,
    periods: Vec<Period>,
    figures: Vec<Figure>,
}

impl<'p> Paragraph<'p> {
    /// Prepares the paragraph at `span` of the letter; `context` is the period that holds where it names none.
    pub fn new(letter: &'p Letter<'p>, span: Span, asked: &'p Asked, context: Option<When>) -> Self {
        let view = letter.folded.forth(span);
        let words = view.of(letter.folded.text());
        let times = find_times(words);
        let free = |figure: &Figure| {
            let at = times.partition_point(|time| time.end <= figure.span.start);
            times.get(at).is_none_or(|time| !time.overlaps(figure.span))
        };
        let figures = find_figures(words).into_iter().filter(free).collect();
        Paragraph { letter, asked, context, base: view.start, words, periods: find_periods(words), figures }
    }

    /// Every count of the paragraph, in order.
    pub fn read(&self) -> Vec<Draft> {
        let listed = self.listed();
        if !listed.is_empty() {
            return listed;
        }
        sentences(self.words).into_iter().flat_map(|sentence| self.sentence(sentence)).collect()
    }

    fn sentence(&self, sentence: Span) -> Vec<Draft> {
        if ASIDE.is_match(sentence.of(self.words)) {
            return Vec::new();
        }
        if let Some(none) = self.none(sentence) {
            return vec![none];
        }
        let figures = within(sentence, &self.figures, |figure| figure.span);
        let mut drafts: Vec<Draft> = Vec::new();
        for (at, figure) in figures.iter().enumerate() {
            let from = at.checked_sub(1).map_or(sentence.start, |before| figures[before].span.end);
            let until = figures.get(at + 1).map_or(sentence.end, |next| next.span.start);
            let until = until.max(figure.span.end);
            if self.guarded(*figure) {
                continue;
            }
            if let Some(noun) = self.counted(*figure, until, !drafts.is_empty()) {
                let when = self.period_of(*figure, from, until).or(drafts.last().and_then(|draft| draft.when));
                drafts.push(self.draft(*figure, noun, when.or(self.context)));
            }
        }
        drafts.retain(|draft| !draft.measure.is_empty() || self.asked.how_many);
        drafts
    }

    /// The period after the figure and before the next one; where a clause lies between them and a period stands before
    /// the figure, that one.
    fn period_of(&self, figure: Figure, from: usize, until: usize) -> Option<When> {
        let place = |period: &Period| period.span;
        let before = within(Span::new(from.min(figure.span.start), figure.span.start), &self.periods, place);
        let after = within(Span::new(figure.span.end, until), &self.periods, place).first().filter(|after| {
            let between = &self.words[figure.span.end..after.span.start];
            before.is_empty() || ![" and ", ", ", "; "].iter().any(|join| between.contains(join))
        });
        after.or(before.last()).map(|period| When::new(self.letter.folded, self.base, period))
    }

    /// "None", "There were no complaints": nought, where "how many" was asked.
    fn none(&self, sentence: Span) -> Option<Draft> {
        let found = self.asked.how_many.then(|| NONE.captures(sentence.of(self.words)))??;
        if let Some(noun) = found.get(2)
            && !Nouns::shipped().counts(noun.as_str(), true)
            && !self.asked.mentions(noun.as_str())
        {
            return None;
        }
        let place = found.get(1)?;
        let span = Span::new(sentence.start + place.start(), sentence.start + place.end());
        let after = within(sentence, &self.periods, |period| period.span).first();
        let when = after.map(|period| When::new(self.letter.folded, self.base, period)).or(self.context);
        let figure = Figure { span, min: Some(0), max: Some(0) };
        Some(Draft { rule: "none-at-all", ..self.draft(figure, None, when) })
    }

    fn draft(&self, figure: Figure, noun: Option<Span>, when: Option<When>) -> Draft {
        Draft {
            measure: self.measure(noun),
            when,
            figure: Figure { span: self.back(figure.span), ..figure },
            role: Role::Value,
            certainty: if self.asked.how_many && when.is_some() { Certainty::Stated } else { Certainty::Inferred },
            rule: if noun.is_some() { "prose-number" } else { "sole-number" },
            labels: noun.map(|noun| self.back(noun)).into_iter().collect(),
        }
    }

    /// The question's subject, with the words after the figure where they add to it; those alone where no number was
    /// asked for, unless they only say how often.
    fn measure(&self, noun: Option<Span>) -> String {
        let subject = &self.asked.subject;
        let Some(noun) = noun else { return subject.clone() };
        let folded = noun.of(self.words);
        let mut words = folded.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let general = words.clone().next_back().is_some_and(|last| Nouns::shipped().is_general(last));
        let said = words.any(|word| self.asked.mentions(word));
        let named = squash(self.back(noun).of(self.letter.text));
        let named = named.trim_matches([' ', '.', ',', ';', ':', '(', ')']);
        match (subject.is_empty(), self.asked.how_many) {
            (false, true) if said || general => subject.clone(),
            (false, true) => format!("{subject} / {named}"),
            (false, false) if general => subject.clone(),
            _ => named.to_owned(),
        }
    }

    fn back(&self, span: Span) -> Span {
        self.letter.folded.back(self.base + span.start, self.base + span.end).trim(self.letter.text)
    }
}

/// Those of `all`, which are in order of place, that begin inside `span`.
fn within<T>(span: Span, all: &[T], place: fn(&T) -> Span) -> &[T] {
    let from = all.partition_point(|thing| place(thing).start < span.start);
    let to = all.partition_point(|thing| place(thing).start < span.end);
    &all[from..to.max(from)]
}

/// The sentences of a folded paragraph.
fn sentences(words: &str) -> Vec<Span> {
    static END: LazyLock<Regex> = LazyLock::new(|| pattern("[.?!;] |\\n"));
    let mut from = 0;
    let mut spans = Vec::new();
    for end in END.find_iter(words) {
        spans.push(Span::new(from, end.end()));
        from = end.end();
    }
    spans.push(Span::new(from, words.len()));
    spans
}
