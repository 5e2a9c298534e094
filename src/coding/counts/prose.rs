//! Figures in sentences: "fewer than five such complaints were made in 2023 and nine in 2024", "Six", "None".

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

/// What one paragraph says: a folded stretch and what was found in it.
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
    /// Prepares the paragraph at `span` of the letter.
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

    fn within<'s, T>(&'s self, span: Span, all: &'s [T], place: fn(&T) -> Span) -> &'s [T] {
        let from = all.partition_point(|thing| place(thing).start < span.start);
        let to = all.partition_point(|thing| place(thing).start < span.end);
        &all[from..to.max(from)]
    }

    fn sentence(&self, sentence: Span) -> Vec<Draft> {
        let words = sentence.of(self.words);
        if ASIDE.is_match(words) {
            return Vec::new();
        }
        if let Some(none) = self.none(sentence) {
            return vec![none];
        }
        let figures = self.within(sentence, &self.figures, |figure| figure.span);
        let mut drafts: Vec<Draft> = Vec::new();
        for (at, figure) in figures.iter().enumerate() {
            let until = figures.get(at + 1).map_or(sentence.end, |next| next.span.start);
            let (Some(noun), true) = (self.noun(*figure, until, drafts.last()), !self.guarded(*figure)) else { continue };
            let from = at.checked_sub(1).map_or(sentence.start, |before| figures[before].span.end);
            let after = self.within(Span::new(figure.span.end, until), &self.periods, |period| period.span);
            let before = self.within(Span::new(from, figure.span.start), &self.periods, |period| period.span);
            let after = after.first().filter(|after| {
                let between = &self.words[figure.span.end..after.span.start];
                before.is_empty() || ![" and ", ", ", "; "].iter().any(|join| between.contains(join))
            });
            let when = after.or(before.last()).map(|period| When::new(self.letter.folded, self.base, period));
            let when = when.or(drafts.last().and_then(|draft| draft.when)).or(self.context);
            drafts.push(self.draft(*figure, noun, when));
        }
        drafts
    }

    fn guarded(&self, figure: Figure) -> bool {
        let one = figure.span.of(self.words) == "one";
        let rest = self.words[figure.span.end..].trim_start();
        let before = self.words[..figure.span.start].trim_end().rsplit(' ').next().unwrap_or("");
        let loosely = ["to", "which", "by", "for", "of", "from", "if", "when", "where", "as", "the"].contains(&before);
        let vague = ["of", "another", "or", "which", "who", "has", "to", "side", "such"];
        Nouns::shipped().guard(self.words, figure.span)
            || self.in_passing(figure)
            || self.is_marker(figure)
            || (one && (loosely || vague.contains(&rest.split(' ').next().unwrap_or(""))))
    }

    /// "1. Sexual assault": the number of a list item.
    fn is_marker(&self, figure: Figure) -> bool {
        let before = self.words[..figure.span.start].trim_end();
        let digits = figure.span.of(self.words).bytes().all(|b| b.is_ascii_digit());
        let rest = &self.words[figure.span.end..];
        let text = |mark| rest.strip_prefix(mark).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
        digits && figure.max < Some(40) && (before.is_empty() || before.ends_with(['.', '?', '\n'])) && (text(". ") || text(") "))
    }

    /// "a report on three of those events": said of something else.
    fn in_passing(&self, figure: Figure) -> bool {
        let before = self.words[..figure.span.start].trim_end();
        let last = before.rsplit(' ').next().unwrap_or("");
        let of_those = ["of those", "of these", "of the same", "of them"];
        matches!(last, "on" | "in" | "by" | "for" | "with" | "from" | "at" | "than")
            && of_those.iter().any(|words| self.words[figure.span.end..].trim_start().starts_with(words))
    }

    /// What the figure counts, if it counts: the words after it up to a noun of the list or of the question; or nothing
    /// of its own, where it goes on from a figure that counts, or is the whole answer.
    fn noun(&self, figure: Figure, until: usize, previous: Option<&Draft>) -> Option<Option<Span>> {
        let nouns = Nouns::shipped();
        let mut end = figure.span.end;
        for word in self.words[figure.span.end..until].split_inclusive([' ', '\n']).take(6) {
            let bare = word.trim_matches(|c: char| !c.is_ascii_alphabetic() && c != '-');
            end += word.len();
            if nouns.counts(bare, self.asked.how_many) || (self.asked.how_many && self.asked.mentions(bare)) {
                return Some((!nouns.is_general(bare)).then(|| Span::new(figure.span.end, end)));
            }
            if matches!(bare, "in" | "for" | "during" | "at" | "from" | "to" | "is" | "was" | "were" | "are" | "that") || word.trim_end().ends_with(['.', ',', ';', ':', ')']) {
                break;
            }
        }
        let rest = &self.words[figure.span.end..until];
        let goes_on = previous.is_some() && {
            let before = self.words[..figure.span.start].trim_end();
            ["and", ",", ";", "which", "whom", "including", "with", ":"].iter().any(|join| before.ends_with(join))
        };
        let said = {
            let before = self.words[..figure.span.start].trim_end();
            let last = before.rsplit(' ').next().unwrap_or("");
            let opens = [".", ",", ";", " and ", " in ", " ("].iter().any(|next| rest.starts_with(next)) || rest.trim().is_empty();
            opens && ["were", "was", "received", "recorded", "had", "reported", "is", "totalled", "logged"].contains(&last)
                || ["of these,", "of those,", "of which", "of whom", "of these", "of those"].iter().any(|of| before.ends_with(of))
        };
        let bare = rest.trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
        let opens = self.words[..figure.span.start].trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
        let dated = [" in ", " for ", " during ", " between ", " ("].iter().any(|word| rest.starts_with(word)) && !self.within(Span::new(figure.span.end, until), &self.periods, |p| p.span).is_empty();
        let answers = self.asked.how_many && ((opens && (bare || rest.starts_with(['.', ',', ';', ' ']))) || goes_on || dated || said || (bare && self.states()));
        answers.then_some(None)
    }

    /// "The total number was 12", "There were 12".
    fn states(&self) -> bool {
        static STATES: LazyLock<Regex> = LazyLock::new(|| {
            pattern("^(?:(?:the )?(?:total|number|figure|answer)[a-z ]{0,60}(?:is|was|were|=|:)|there (?:were|was|have been|are)|we (?:have|had|received|hold)) ")
        });
        STATES.is_match(self.words)
    }

    fn none(&self, sentence: Span) -> Option<Draft> {
        if !self.asked.how_many {
            return None;
        }
        let found = NONE.captures(sentence.of(self.words))?;
        if let Some(noun) = found.get(2)
            && !Nouns::shipped().counts(noun.as_str(), true)
            && !self.asked.mentions(noun.as_str())
        {
            return None;
        }
        let place = found.get(1)?;
        let span = Span::new(sentence.start + place.start(), sentence.start + place.end());
        let after = self.within(sentence, &self.periods, |period| period.span).first();
        let when = after.map(|period| When::new(self.letter.folded, self.base, period)).or(self.context);
        let figure = Figure { span, min: Some(0), max: Some(0) };
        Some(Draft { rule: "none-at-all", ..self.draft(figure, None, when) })
    }

    fn draft(&self, figure: Figure, noun: Option<Span>, when: Option<When>) -> Draft {
        let back = |span: Span| self.letter.folded.back(self.base + span.start, self.base + span.end).trim(self.letter.text);
        let named = noun.map(|noun| squash(back(noun).of(self.letter.text)));
        let said = |noun: &String| noun.split(|c: char| !c.is_alphabetic()).any(|word| self.asked.mentions(&word.to_lowercase()));
        let measure = match named {
            Some(noun) if !self.asked.how_many || self.asked.subject.is_empty() => noun,
            Some(noun) if !said(&noun) => format!("{} / {noun}", self.asked.subject),
            _ => self.asked.subject.clone(),
        };
        Draft {
            measure: measure.trim_matches([' ', '.', ',', ';', ':']).to_owned(),
            when,
            figure: Figure { span: back(figure.span), ..figure },
            role: Role::Value,
            certainty: if self.asked.how_many && when.is_some() { Certainty::Stated } else { Certainty::Inferred },
            rule: if noun.is_some() { "prose-number" } else { "sole-number" },
            labels: noun.map(back).into_iter().collect(),
        }
    }

    /// A list on one line: "2022 - assaults - 12 - thefts - 14 2023 - …", "2022/23: 10, 2023/24: 12".
    fn listed(&self) -> Vec<Draft> {
        static PART: LazyLock<Regex> = LazyLock::new(|| pattern(" ?(?:- |: |; |= ?) ?"));
        let mut parts: Vec<Span> = Vec::new();
        let mut from = 0;
        for mark in PART.find_iter(self.words) {
            parts.push(Span::new(from, mark.start()));
            from = mark.end();
        }
        parts.push(Span::new(from, self.words.len()));
        let (mut when, mut label, mut drafts) = (None, None, Vec::new());
        for (at, part) in parts.into_iter().enumerate() {
            let figure = self.within(part, &self.figures, |figure| figure.span).first().copied();
            let opens = figure.filter(|figure| figure.span.start == part.start && at > 0 && !self.guarded(*figure));
            if let Some(figure) = opens
                && (label.is_some() || when.is_some())
            {
                let when_or = when.or(self.context);
                drafts.push(Draft { rule: "label-and-number", certainty: if when.is_some() { Certainty::Stated } else { Certainty::Inferred }, ..self.draft(figure, label, when_or) });
            }
            let rest = Span::new(opens.map_or(part.start, |figure| figure.span.end.min(part.end)), part.end);
            let period = self.within(rest, &self.periods, |period| period.span).last();
            when = period.map(|period| When::new(self.letter.folded, self.base, period)).or(when);
            let from = period.map_or(rest.start, |period| period.span.end.min(rest.end));
            let tail = Span::new(from, rest.end).trim(self.words);
            label = tail.of(self.words).contains(|c: char| c.is_ascii_alphabetic()).then_some(tail).filter(|tail| tail.len() < 120);
        }
        let enough = if self.asked.how_many { 1 } else { 2 };
        if drafts.len() < enough || (drafts.len() == 1 && ASIDE.is_match(self.words)) { Vec::new() } else { drafts }
    }
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
