//! Figures in sentences: "fewer than five such complaints were made in 2023 and nine in 2024", "Six", "None".

mod aside;
mod counting;
mod earlier;
mod enumeration;
mod guard;
mod list;
mod measure;

mod none;
mod noun;
mod order;
mod unasked;

pub use self::aside::tells_effort;

use std::sync::LazyLock;

use crate::text::Regex;

use self::counting::Place;
use super::Letter;
use super::draft::Draft;
use super::figure::{Figure, find_figures, find_shares};
use super::question::{Asked, When, days, nows};
use crate::text::Span;
use crate::when::{Period, find_periods_and_times};

/// No sum before its parts is longer, in bytes.
const HEAD: usize = 120;

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a fixed pattern")
}

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
        let (mut periods, times) = find_periods_and_times(words);
        let free = |figure: &Figure| {
            let at = times.partition_point(|time| time.end <= figure.span.start);
            times.get(at).is_none_or(|time| !time.overlaps(figure.span))
        };
        let numbers_a_quarter =
            |figure: &Figure| ["quarter ", "qtr "].iter().any(|quarter| words[..figure.span.start].ends_with(quarter));
        let counts = |figure: &Figure| free(figure) && !numbers_a_quarter(figure);
        let mut figures: Vec<Figure> = find_figures(words).into_iter().filter(counts).collect();
        if asked.share {
            figures.extend(find_shares(words));
        }
        if asked.how_many {
            figures.extend(none::bare(words));
        }
        if asked.how_often || !asked.how_many {
            figures.extend(none::times(words).into_iter().filter(|figure| asked.how_often || figure.max != Some(0)));
        }
        figures.sort_by_key(|figure| figure.span);
        figures.dedup_by(|next, figure| next.span.overlaps(figure.span));
        if asked.how_many {
            periods.extend(days(words));
            periods.extend(nows(words));
            periods.sort_by_key(|period| period.span);
            periods.dedup_by(|next, period| next.span.overlaps(period.span));
        }
        Paragraph { letter, asked, context, base: view.start, words, periods, figures }
    }

    /// Every count of the paragraph, in order.
    pub fn read(&self) -> Vec<Draft> {
        if let Some(row) = self.row() {
            return row; // no more than the heads say
        }
        let whole = Span::new(0, self.words.len());
        let listed = self.listed(whole);
        let enough = if self.asked.how_many { 1 } else { 2 };
        let figures = self.figures.iter().filter(|figure| !self.guarded(**figure)).count();
        if listed.len() >= enough && listed.len() >= figures {
            return listed;
        }
        let mut context = self.context;
        let mut drafts = Vec::new();
        let mut before = Span::new(0, 0);
        let all = sentences(self.words);
        // A refusal over the limit counts what would have to be searched.
        let until = all.iter().position(|sentence| self.is_aside(*sentence)).unwrap_or(all.len());
        let until = if self.asked.how_many || until == all.len() { until } else { 0 };
        let mut done = 0;
        for &sentence in &all[..until] {
            if sentence.start < done {
                continue;
            }
            let in_order = self.in_order(sentence);
            if !in_order.is_empty() {
                drafts.extend(in_order);
                before = sentence;
                continue;
            }
            if let Some((items, end)) = self.enumeration(sentence, &all[..until]) {
                drafts.extend(items);
                (done, before) = (end, sentence);
                continue;
            }
            // "63 in 2024/25; in 2023/24 it was 48"
            let goes_on = before.of(self.words).trim_end().ends_with(';');
            let earlier = if goes_on { drafts.last().cloned() } else { None };
            drafts.extend(self.sentence(sentence, before, context, earlier.as_ref()));
            if let [period] = within(sentence, &self.periods, |period| period.span) {
                context = Some(When::new(self.letter.folded, self.base, period));
            }
            before = sentence;
        }
        if drafts.is_empty() && listed.len() >= enough { listed } else { drafts }
    }

    /// An enumeration that begins with `sentence`: semicolons may part it.
    fn enumeration(&self, sentence: Span, all: &[Span]) -> Option<(Vec<Draft>, usize)> {
        let from = all.partition_point(|other| other.start < sentence.start);
        let goes_on = |sentence: &&Span| sentence.of(self.words).trim_end().ends_with(';');
        let last = from + all[from..].iter().take_while(goes_on).count();
        let end = all.get(last).or(all.last())?.end;
        let whole = Span::new(sentence.start, end);
        if !self.asked.how_many || self.withheld(whole).is_some() {
            return None;
        }
        self.enumerated(whole).or_else(|| self.counted_and_split(whole)).map(|items| (items, end))
    }

    /// "7 contracts: Ashby 3, Bourne 2, Corby 2": a figure, and how it is made up.
    fn counted_and_split(&self, span: Span) -> Option<Vec<Draft>> {
        let near = self.words.floor_char_boundary((span.start + HEAD).min(span.end));
        let colon = span.start + self.words[span.start..near.max(span.start)].find(": ")? + 2;
        let (sum, parts) = (Span::new(span.start, colon), Span::new(colon, span.end));
        let figures = |span| within(span, &self.figures, |figure| figure.span).len();
        let mut drafts = if figures(sum) == 1 && figures(parts) > 1 { self.enumerated(parts)? } else { return None };
        drafts.extend(self.sentence(sum, Span::new(span.start, span.start), self.context, None));
        Some(drafts)
    }

    fn sentence(&self, sentence: Span, before: Span, context: Option<When>, earlier: Option<&Draft>) -> Vec<Draft> {
        let aside = self.withheld(sentence);
        if let Some(none) = self.none(sentence).filter(|_| aside.is_none()) {
            return none;
        }
        let figures: Vec<Figure> = within(sentence, &self.figures, |figure| figure.span)
            .iter()
            .take(aside.map_or(usize::MAX, |_| 8))
            .filter(|figure| aside.is_none_or(|aside| self.answers_before(**figure, sentence, aside)))
            .filter(|figure| !self.guarded(**figure))
            .copied()
            .collect();
        if aside.is_none() && self.asked.how_many {
            let listed = self.listed(sentence);
            if !listed.is_empty() && listed.len() == figures.len() {
                return listed;
            }
        }
        let mut drafts: Vec<Draft> = Vec::new();
        for (at, figure) in figures.iter().enumerate() {
            let from = at.checked_sub(1).map_or(sentence.start, |before| figures[before].span.end);
            let until = figures.get(at + 1).map_or(sentence.end, |next| next.span.start);
            let after = drafts.last().or(earlier);
            let place = Place { sentence, before, from, until: until.max(figure.span.end), after };
            if let Some(told) = self.of_a_year_told_by_another(*figure, &place) {
                drafts.push(told);
                continue;
            }
            if let Some(counted) = self.counted(*figure, &place) {
                // "1,012 (94%) in 2022": the period stands behind the remark.
                let remark = figures.get(at + 1).is_some_and(|next| self.words[..next.span.start].ends_with('('));
                let beyond = figures.get(at + 2).map_or(sentence.end, |next| next.span.start);
                let until = if remark { beyond } else { place.until };
                let when = self.period_of(*figure, from, until).or_else(|| self.nth_asked(*figure, place.until));
                let when = when.or(drafts.last().and_then(|draft| draft.when));
                let draft = self.draft(*figure, counted, &place, when.or(context));
                match self.once_more(&draft, *figure, place.until) {
                    Some(twice) => drafts.extend(twice),
                    None => drafts.push(draft),
                }
            }
        }
        drafts.retain(|draft| !draft.measure.is_empty() || self.asked.how_many);
        self.respectively(sentence, &mut drafts);
        drafts
    }

    /// "There were 12, 15 and 9 in 2021, 2022 and 2023 respectively": as many figures as periods, one after the other.
    fn respectively(&self, sentence: Span, drafts: &mut [Draft]) {
        let periods = within(sentence, &self.periods, |period| period.span);
        let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return };
        let place = |draft: &Draft| self.letter.folded.forth(draft.figure.span).start - self.base;
        let apart = drafts.iter().all(|draft| place(draft) < first.span.start)
            || drafts.iter().all(|draft| place(draft) > last.span.end);
        if periods.len() > 1 && periods.len() == drafts.len() && apart {
            for (draft, period) in drafts.iter_mut().zip(periods) {
                draft.when = Some(When::new(self.letter.folded, self.base, period));
            }
        }
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
