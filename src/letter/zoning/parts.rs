//! The parts of one letter or message, sentence by sentence: open while it answers, closing once it tells how to complain.

use std::collections::HashSet;

use super::cues::Cue;
use super::ends;
use super::head::end_of_head;
use super::sentences::{Sentence, find_sentences};
use crate::document::{Label, parse_label};
use crate::letter::Zone;
use crate::letter::courtesies::greets_office;
use crate::text::{Folded, Lines, Span};

/// A closing sentence in this first share of a letter closes its paragraph only.
const EARLY: f64 = 0.3;

/// This much after it, in bytes, must be left of a letter that has closed too early.
const LONG: usize = 1000;

/// A line of no more words may be an answer, whatever it names.
const ITEM: usize = 2;

/// This much prose, in bytes, between a farewell and the next closing words makes it the requester's farewell.
const PROSE: usize = 120;

/// A letterhead has at most this many lines.
const LETTERHEAD: usize = 30;

/// A signature has at most this many lines.
const SIGNATURE: usize = 14;

/// Among the first sentences, so many, a label with its figure closes nothing.
const HEAD: usize = 6;

/// The title of a group of questions has at most this many words.
const TITLE: usize = 4;

struct Reading<'t> {
    text: &'t str,
    lines: &'t Lines,
    /// What is printed beyond one byte at the end of each line.
    more: usize,
    folded: &'t Folded,
    sentences: Vec<Sentence>,
}

/// The zones of `part`, in order, without gaps.
pub(super) fn find_parts(text: &str, lines: &Lines, folded: &Folded, part: Span) -> Vec<(Span, Zone)> {
    let sentences = find_sentences(text, lines, folded, part);
    let more = usize::from(text.contains("\r\n"));
    let reading = Reading { text, lines, more, folded, sentences };
    let mut zones = reading.zones();
    ends::absorb(&reading.sentences, text, folded, &mut zones);
    ends::sign(&reading.sentences, text, folded, &mut zones);
    for zone in zones.iter_mut().take(end_of_head(reading.folded, &reading.sentences)) {
        *zone = if *zone == Zone::Answers { Zone::Head } else { *zone };
    }
    let mut start = part.start;
    let mut parts = Vec::with_capacity(zones.len());
    for (i, zone) in zones.into_iter().enumerate() {
        let end = reading.sentences.get(i + 1).map_or(part.end, |next| next.span.start);
        parts.push((Span::new(start, end), zone));
        start = end;
    }
    if parts.is_empty() { vec![(part, Zone::Answers)] } else { parts }
}

impl Reading<'_> {
    fn zones(&self) -> Vec<Zone> {
        let mut zones = Vec::with_capacity(self.sentences.len());
        let mut asked: HashSet<&str> = HashSet::new();
        let (mut zone, mut signed_at, mut closed_at) = (Zone::Answers, 0, None);
        let letterhead = self.letterhead();
        let mut departing = false;
        for (i, sentence) in self.sentences.iter().enumerate() {
            if i < letterhead {
                let asks = sentence.opens_line && sentence.cues.has(Cue::Requester);
                zones.push(if asks { Zone::Beyond } else { Zone::Answers });
                continue;
            }
            // The farewell of a quoted request, and the name below it.
            departing = sentence.is_lone_line(self.text) && departing
                || sentence.opens_line
                    && sentence.cues.has(Cue::SignOff)
                    && (sentence.quoted || closed_at.is_none() && self.is_requesters_farewell(i));
            if departing && !sentence.cues.has(Cue::Answering) {
                zones.push(Zone::Beyond);
                zone = Zone::Answers;
                continue;
            }
            if zone == Zone::SignOff && self.greets_requester(sentence) {
                // Below a signature another message of the authority's begins.
                (zone, closed_at) = (Zone::Answers, None);
            }
            if sentence.opens_line && sentence.cues.has(Cue::Requester) {
                zones.push(Zone::Beyond);
                continue;
            }
            zone = match self.cued(i, zone, closed_at) {
                Some(next) => next,
                None if zone == Zone::Answers => zone,
                None if self.resumes(sentence, zone, &asked) => Zone::Answers,
                None if sentence.opens_paragraph && self.is_early(closed_at) => Zone::Answers,
                None => self.goes_on(sentence, zone, i - signed_at),
            };
            match zone {
                Zone::Answers => {
                    closed_at = None;
                    if sentence.cues.has(Cue::Answering) {
                        asked.insert(self.folded.of(sentence.span));
                    }
                }
                Zone::Review | Zone::Regulator => closed_at = closed_at.or(Some(i)),
                Zone::SignOff if zones.last() != Some(&Zone::SignOff) => signed_at = i,
                _ => {}
            }
            zones.push(zone);
        }
        zones
    }

    /// How many sentences stand before the salutation of a letter that opens with one: nothing closes there.
    fn letterhead(&self) -> usize {
        let greets = |sentence: &Sentence| sentence.opens_line && sentence.cues.has(Cue::Salutation);
        let speaks = |sentence: &Sentence| sentence.cues.has(Cue::Answering) || sentence.cues.has(Cue::SignOff);
        let opening = self.sentences.iter().take(LETTERHEAD).position(|sentence| greets(sentence) || speaks(sentence));
        opening.filter(|&at| greets(&self.sentences[at])).unwrap_or(0)
    }

    /// The zone that the sentence's own words put it in.
    fn cued(&self, i: usize, zone: Zone, closed_at: Option<usize>) -> Option<Zone> {
        let sentence = &self.sentences[i];
        let lone = sentence.is_lone_line(self.text);
        let heading = sentence.opens_line
            && sentence.words <= 14
            && sentence.cues.has(Cue::Enclosure)
            && !tells(self.folded.of(sentence.span));
        if sentence.quoted {
            // "No charge has been made." above the first quoted question closes nothing.
            let opens = sentence.opens_paragraph && self.is_early(closed_at);
            return (zone != Zone::Answers && !opens).then_some(zone);
        }
        let names = |word: &str| self.folded.of(sentence.span).contains(word);
        let asked = || (names("request") || names("questions")) && self.asks_below(i);
        if heading && (zone != Zone::Answers && self.holds_answers(i) || asked()) {
            return Some(Zone::Answers);
        }
        if heading && (zone != Zone::Answers || self.is_law(i) || self.ends_answers(i)) {
            return Some(Zone::Beyond);
        }
        if zone == Zone::Beyond {
            return None;
        }
        if sentence.opens_line && sentence.cues.has(Cue::SignOff) && (lone || sentence.words <= 8) {
            return (closed_at.is_some() || !self.is_requesters_farewell(i)).then_some(Zone::SignOff);
        }
        let words = sentence.span.of(self.text);
        let listed = |next: &Sentence| next.opens_line && parse_label(next.span.of(self.text)).is_some();
        let attached = || self.folded.of(sentence.span).starts_with("attachment");
        let before_item = || attached() && self.sentences.get(i + 1).is_some_and(listed);
        if lone
            && sentence.words <= ITEM
            && zone == Zone::Answers
            && (!sentence.opens_paragraph || before_item())
            && !words.contains(':')
        {
            // "Attachment 4", right below a question or between two, answers it.
            return None;
        }
        if lone && i < HEAD && words.contains(": ") && words.ends_with(|c: char| c.is_ascii_digit()) {
            // "Last updated: 6 October 2025" above a page.
            return None;
        }
        if lone && sentence.words <= TITLE && (self.asks_next(i) || !self.closes_soon(i)) {
            // "Complaints" above "Are complaints talked through?", or above "Yes, all of them", is the title of questions.
            return None;
        }
        if zone == Zone::Answers && sentence.opens_line && words.contains("    ") && !self.closes_soon(i) {
            // "Complaints: talked through?      Yes" is a row.
            return None;
        }
        let item = |next: &Sentence| next.opens_line && is_item(next.span.of(self.text));
        if zone == Zone::Answers && !sentence.opens_line && self.sentences.get(i + 1).is_some_and(item) {
            // "3a) Staff: no. Complaints: not yet." above "3b) …" is one of the answers.
            return None;
        }
        match sentence.cues {
            cues if cues.has(Cue::Address) => Some(Zone::Regulator),
            // Whatever "Q1 to Q3: …" says, it answers.
            cues if sentence.opens_line && cues.has(Cue::Answering) => None,
            cues if cues.has(Cue::Review) => (!self.is_led(i)).then_some(Zone::Review),
            cues => cues.has(Cue::Regulator).then_some(Zone::Regulator),
        }
    }

    /// True between "our response is below" and the first item of that response.
    fn is_led(&self, i: usize) -> bool {
        let led = i > 0 && self.sentences[i - 1].cues.has(Cue::Leading);
        led && self.sentences.get(i + 1).is_some_and(|next| next.opens_line && is_item(next.span.of(self.text)))
    }

    /// True for a salutation that does not address the office that answers.
    fn greets_requester(&self, sentence: &Sentence) -> bool {
        sentence.opens_line
            && sentence.cues.has(Cue::Salutation)
            && sentence.is_lone_line(self.text)
            && !greets_office(self.folded.of(sentence.span))
    }

    /// True where one of the next sentences tells how to complain, or speaks to the reader of that.
    fn closes_soon(&self, i: usize) -> bool {
        const SOON: usize = 3;
        let closes = |sentence: &Sentence| {
            [Cue::Review, Cue::Regulator, Cue::Address, Cue::SignOff].into_iter().any(|cue| sentence.cues.has(cue))
        };
        let next = &self.sentences[i + 1..self.sentences.len().min(i + 1 + SOON)];
        let words = self.sentences[i].span.of(self.text);
        // "Complaints: description" is one where the line before is a question of that group.
        let grouped = || words.split_once(':').is_some_and(|(group, _)| self.is_grouped(i, group));
        let title = !words.contains([':', '@', '?']) || !words.contains('@') && (words.contains("    ") || grouped());
        let item = |next: &Sentence| next.opens_line && is_item(next.span.of(self.text));
        let row = |next: &Sentence| {
            let words = next.span.of(self.text);
            words.contains("    ") || words.contains("....")
        };
        // "Complaints" above a column of years heads figures.
        let figure = |next: &Sentence| next.span.of(self.text).starts_with(|c: char| c.is_ascii_digit());
        let prose = next.first().is_some_and(|next| {
            (next.is_prose() || figure(next)) && (!next.opens_paragraph || item(next)) || row(next)
        });
        let answers = next.first().is_some_and(|next| next.opens_line && next.cues.has(Cue::Answering));
        !title || !(prose || answers) || next.iter().any(closes)
    }

    /// True where a line not far above opens with the same words and a colon.
    fn is_grouped(&self, i: usize, group: &str) -> bool {
        const NEAR: usize = 4;
        let opens = |line: &Sentence| {
            line.opens_line && line.span.of(self.text).strip_prefix(group).is_some_and(|rest| rest.starts_with(':'))
        };
        self.sentences[i.saturating_sub(NEAR)..i].iter().any(opens)
    }

    /// True where a question of the request's, not one about this reply, stands next.
    fn asks_next(&self, i: usize) -> bool {
        // A number, or "Request:", may stand on a line of its own.
        let numbered = |sentence: &&Sentence| {
            let words = sentence.span.of(self.text);
            let named = sentence.words <= TITLE && self.folded.of(sentence.span).starts_with("question");
            sentence.words == 0 || sentence.words <= 1 && (is_item(words) || words.ends_with(':')) || named
        };
        let skipped = self.sentences[i + 1..].iter().take(1).filter(numbered).count();
        let Some(next) = self.sentences.get(i + 1 + skipped) else { return false };
        let cues = next.cues;
        let closes = [Cue::Review, Cue::Regulator, Cue::Address].into_iter().any(|cue| cues.has(cue));
        let words = self.folded.of(next.span).trim_end_matches('"');
        let of_reader =
            [" you ", " your reply", " this reply", " this response"].iter().any(|word| words.contains(word));
        let asks = (words.ends_with('?') || words.contains("? -")) && !of_reader || words.starts_with("you asked ");
        asks && !closes && next.words > TITLE
    }

    /// True where closing words stand so near the beginning that the letter must still be to come.
    fn is_early(&self, closed_at: Option<usize>) -> bool {
        let (Some(first), Some(last)) = (self.sentences.first(), self.sentences.last()) else { return false };
        // Lines are as long whether one sign or two mark their ends.
        let between = |from: usize, to: usize| {
            let ends = self.lines.index_of(to).saturating_sub(self.lines.index_of(from));
            (to - from).saturating_sub(self.more * ends)
        };
        let whole = between(first.span.start, last.span.end).max(1) as f64;
        closed_at.map(|at| self.sentences[at].span).is_some_and(|closing| {
            let share = between(first.span.start, closing.start) as f64 / whole;
            share < EARLY && between(closing.end, last.span.end) > LONG
        })
    }

    /// The zone of a sentence without words of its own to place it, after a closing one.
    fn goes_on(&self, sentence: &Sentence, zone: Zone, since: usize) -> Zone {
        let lone = sentence.is_lone_line(self.text);
        match zone {
            Zone::Review if sentence.opens_paragraph && lone => Zone::SignOff,
            Zone::Regulator if sentence.opens_paragraph && lone => Zone::SignOff,
            Zone::Regulator if sentence.opens_paragraph => Zone::Review,
            Zone::SignOff if sentence.opens_line && starts_item(sentence.span.of(self.text)) => Zone::Beyond,
            Zone::SignOff if since > SIGNATURE || sentence.is_prose() && sentence.opens_paragraph => Zone::Beyond,
            zone => zone,
        }
    }

    /// True for the heading of an annex whose words speak of law.
    fn is_law(&self, i: usize) -> bool {
        let words = self.folded.of(self.sentences[i].span);
        words.starts_with(|c: char| c.is_ascii_digit())
            || ["section", "exempt", "legislation", "provision", "the act", "legal"]
                .iter()
                .any(|law| words.contains(law))
    }

    /// True where an annex follows answers and holds none itself.
    fn ends_answers(&self, i: usize) -> bool {
        let answering = |sentence: &Sentence| sentence.opens_line && sentence.cues.has(Cue::Answering);
        self.sentences[..i].iter().any(answering) && !self.sentences[i + 1..].iter().any(answering)
    }

    /// True for the first annex, where the letter says that its answers are in one.
    fn holds_answers(&self, i: usize) -> bool {
        const LIST: usize = 3;
        let item = |sentence: &&Sentence| sentence.opens_line && is_item(sentence.span.of(self.text));
        let before =
            |cue: Cue| self.sentences[..i].iter().any(|sentence| sentence.opens_line && sentence.cues.has(cue));
        let says = self.sentences[..i].iter().any(|sentence| sentence.cues.has(Cue::Annexes));
        says && !before(Cue::Enclosure)
            && !self.is_law(i)
            && self.sentences[i + 1..].iter().filter(item).take(LIST).count() == LIST
    }

    /// True where numbered questions stand below: "Annex: text of your request".
    fn asks_below(&self, i: usize) -> bool {
        const NEAR: usize = 8;
        let asks = |sentence: &&Sentence| sentence.span.of(self.text).ends_with('?');
        self.sentences[i + 1..].iter().take(NEAR).any(|sentence| asks(&sentence))
    }

    /// True where prose that closes nothing follows a farewell, and closing words come after that: the request was quoted
    /// with its own farewell.
    fn is_requesters_farewell(&self, i: usize) -> bool {
        let mut prose = 0;
        for sentence in &self.sentences[i + 1..] {
            let cues = sentence.cues;
            if cues.has(Cue::Answering) || sentence.opens_line && cues.has(Cue::Salutation) {
                return true;
            }
            if [Cue::Review, Cue::Regulator, Cue::Address, Cue::SignOff].into_iter().any(|cue| cues.has(cue)) {
                return prose >= PROSE;
            }
            if sentence.cues.has(Cue::Enclosure) {
                return false;
            }
            prose += if sentence.is_prose() { self.folded.of(sentence.span).len() } else { 0 };
        }
        prose >= 2 * PROSE
    }

    /// True where answers plainly follow closing words. After a signature, only where nothing was answered before, or
    /// where a question asked before is repeated: an enclosure has questions of its own.
    fn resumes(&self, sentence: &Sentence, zone: Zone, asked: &HashSet<&str>) -> bool {
        let answering = sentence.opens_line && sentence.cues.has(Cue::Answering);
        let open = matches!(zone, Zone::Review | Zone::Regulator) || asked.is_empty();
        answering && (open || asked.contains(self.folded.of(sentence.span)))
    }
}

/// True of "appendix b is the manager's toolkit": it speaks of an enclosure, and heads none.
fn tells(words: &str) -> bool {
    const VERBS: [&str; 9] = ["is", "are", "was", "were", "has", "shows", "contains", "sets", "gives"];
    let mut words = words.split(' ');
    let noun = words.next().is_some_and(|noun| noun.starts_with("anne") || noun.starts_with("append"));
    noun && words.nth(1).is_some_and(|word| VERBS.contains(&word))
}

/// True for a line that begins with a number or letter of a list.
fn is_item(words: &str) -> bool {
    matches!(parse_label(words), Some((Label::Number(_), _)))
}

/// True for "1. Why": signatures have no numbered lines.
fn starts_item(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && words[digits..].starts_with(['.', ')'])
}
