//! Labels and periods each with their figure, one after another: "compliments 2, concerns 188", "2020/21 16, 2021/22 22",
//! "In 2022 fewer than five, in 2023 six".

use super::super::draft::{Draft, Rule};
use super::super::figure::Figure;
use super::super::heads;
use super::super::question::When;
use super::super::tabulate::part_of;
use super::counting::{Counted, Place};
use super::{Paragraph, within};
use crate::record::{Certainty, Role};
use crate::text::Span;

/// No label has more words.
const LABEL: usize = 7;
/// Words that make a clause of what stands before a figure.
const CLAUSE: [&str; 28] = [
    "is", "are", "was", "were", "has", "have", "had", "been", "there", "we", "it", "they", "which", "who", "that",
    "this", "than", "came", "went", "see", "section", "question", "whom", "these", "those", "not", "about", "took",
];

/// Verbs that end a label, and say no more than that it has so many.
const HOLDS: [&str; 7] = [" has", " had", " have", " holds", " received", " recorded", " reported"];

/// What stands before a figure of an enumeration.
struct Lead {
    when: Option<Span>,
    label: Option<Span>,
}

impl Paragraph<'_> {
    /// The counts of `span`, if all of its figures stand behind a label or a period, and nothing but a mark or a remark in
    /// brackets behind each.
    pub(super) fn enumerated(&self, span: Span) -> Option<Vec<Draft>> {
        let figures = within(span, &self.figures, |figure| figure.span);
        let [first, .., _] = figures else { return None };
        let intro = &self.words[span.start..first.span.start];
        let from = intro.trim_end_matches([' ', ':']).rfind(": "); // not the sign between a label and its figure
        let mut from = from.map_or(span.start, |at| span.start + at + 2);
        // "2022/23: compliments 2": what introduces them may be their period.
        let mut when =
            within(Span::new(span.start, from), &self.periods, |period| period.span).last().map(|period| period.span);
        let mut read: Vec<(Lead, Figure)> = Vec::new();
        for figure in figures {
            if figure.span.start < from {
                return None; // it stands in a remark
            }
            let lead = self.lead(Span::new(from, figure.span.start))?;
            let labelled = read.first().is_none_or(|(first, _)| first.label.is_some() == lead.label.is_some());
            // "Control room 31" is no room, though "room 31" is one.
            let long = lead.label.is_some_and(|label| label.of(self.words).contains(' '));
            if !labelled || (!long && self.guarded(*figure)) {
                return None;
            }
            when = lead.when.or(when);
            read.push((Lead { when, ..lead }, *figure));
            from = self.mark_after(figure.span.end, span.end)?;
        }
        Some(read.into_iter().map(|(lead, figure)| self.item(span, lead, figure)).collect())
    }

    /// A period, a label, or both, in what stands before a figure.
    fn lead(&self, span: Span) -> Option<Lead> {
        let period = within(span, &self.periods, |period| period.span).last().map(|period| period.span);
        let rest = Span::new(period.map_or(span.start, |period| period.end), span.end).trim(self.words);
        let signs = |c: char| !c.is_alphanumeric() && !"()'".contains(c);
        let words = rest.of(self.words);
        let start = rest.start + words.len() - words.trim_start_matches(signs).len();
        // "Waiting times (118)": the figure may stand in brackets.
        let last = |c: char| signs(c) || c == '(';
        let end = start + words.trim_start_matches(signs).trim_end_matches(last).len();
        let label = Span::new(start, end);
        let before = period.map_or("", |period| self.words[span.start..period.start].trim());
        let joined = ["", "in", "for", "and", "and in", "and for", "during", "("].contains(&before);
        // "Larkhill has 612, Ashbourne 740 and Milton 583": the verb is said once.
        let verb = HOLDS.iter().find(|verb| label.of(self.words).ends_with(**verb)).map_or(0, |verb| verb.len());
        let label = Span::new(label.start, label.end - verb);
        let words = label.of(self.words);
        let part = part_of(self.letter, self.back(label), self.hull()).is_some();
        let plain = part
            || words.split(' ').count() <= LABEL
                && !words.contains(|c: char| c.is_ascii_digit() || ".?!".contains(c))
                && words.split(' ').all(|word| !CLAUSE.contains(&word));
        match (period, label.is_empty()) {
            (None, true) => None,
            (_, true) => joined.then_some(Lead { when: period, label: None }),
            (_, false) => {
                (joined && plain && self.label(label).is_some()).then_some(Lead { when: period, label: Some(label) })
            }
        }
    }

    /// Where the next item begins: after a mark, with or without a remark in brackets before it, or at a period.
    fn mark_after(&self, figure: usize, until: usize) -> Option<usize> {
        let bracketed = self.words[..figure].rsplit(' ').next().is_some_and(|figure| figure.starts_with('('));
        let figure = figure + usize::from(bracketed && self.words[figure..until].starts_with(')'));
        let rest = &self.words[figure..until];
        let remark = rest.strip_prefix(" (").and_then(|remark| remark.find(')')).map_or(0, |end| end + 3);
        let rest = &rest[remark..];
        let marks = [", and ", "; and ", ", ", "; ", " / ", " // ", "/ ", " and ", " & ", ". ", "\n"];
        let bare = rest.trim_end_matches(['.', ' ', '\n', ',', ';']).is_empty();
        let dated = || self.periods.iter().any(|period| period.span.start == figure + remark + 1);
        match marks.iter().find(|mark| rest.starts_with(**mark)) {
            Some(mark) => Some(figure + remark + mark.len()),
            None if bare => Some(until),
            None => dated().then_some(figure + remark + 1),
        }
    }

    fn item(&self, sentence: Span, lead: Lead, figure: Figure) -> Draft {
        let place = Place { sentence, before: sentence, from: figure.span.start, until: figure.span.end, after: None };
        let period = lead.when.and_then(|when| self.periods.iter().find(|period| period.span == when));
        let part = lead.label.and_then(|label| part_of(self.letter, self.back(label), self.hull()));
        let label = lead.label.filter(|_| part.is_none());
        let when = part.or(period.map(|period| When::new(self.letter.folded, self.base, period))).or(self.context);
        let draft = self.draft(figure, Counted::Asked, &place, when);
        let total = label.is_some_and(|label| heads::is_total(label.of(self.words)));
        Draft {
            rule: Rule::Label,
            certainty: if when.is_some() { Certainty::Stated } else { Certainty::Inferred },
            measure: label.map_or(draft.measure, |label| self.labelled(label)),
            labels: lead.label.map(|label| self.back(label)).into_iter().collect(),
            role: if total { Role::Total } else { Role::Value },
            ..draft
        }
    }
}
