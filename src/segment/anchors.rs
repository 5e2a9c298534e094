//! The wordings of known questions as anchors: a unit is cut where one begins, and where the last one ends.

use std::collections::HashMap;
use std::ops::Range;

use super::Reading;
use crate::catalogue::Word;
use crate::document::{Side, Unit, cut_unit, find_sentences, parse_label};
use crate::letter::Zone;
use crate::text::{Span, View};

/// A wording must be found nearly whole before a unit is cut at it.
const WHOLE: f32 = 0.85;
/// And over as many words as this.
const LONG: usize = 4;

/// Cuts units where they repeat an earlier one and go on: a question that is printed again with its answer behind it.
pub(super) fn cut_at_repeats(reading: &Reading<'_>, units: Vec<Unit>) -> Vec<Unit> {
    const OPENING: usize = 24;
    let mut seen: HashMap<String, Vec<String>> = HashMap::new();
    let mut cut = Vec::with_capacity(units.len());
    let mut waiting: Vec<Unit> = units.into_iter().rev().collect();
    while let Some(unit) = waiting.pop() {
        let view = View::new(reading.folded, &unit.pieces);
        let words = view.text();
        let Some(opening) = words.get(..OPENING) else {
            cut.push(unit);
            continue;
        };
        let earlier = seen.entry(opening.to_owned()).or_default();
        let whole = |question: &&String| words.len() > question.len() + 1 && words.starts_with(question.as_str());
        let repeated = earlier.iter().filter(whole).map(String::len).max();
        if earlier.len() < 4 {
            earlier.push(words.to_owned());
        }
        let rest = repeated.and_then(|length| {
            let after = &words[length..];
            let start = length + after.len() - after.trim_start_matches([' ', '\n', '-', ':']).len();
            view.back(Span::new(start, words.len())).first().map(|span| span.start)
        });
        match rest {
            Some(at) => {
                let mut parts = cut_unit(reading.text, &unit, &[at]).into_iter();
                cut.extend(parts.next());
                waiting.extend(parts);
            }
            None => cut.push(unit),
        }
    }
    cut
}

/// Cuts every unit at the known wordings inside it.
pub(super) fn cut_at_wordings(reading: &Reading<'_>, units: Vec<Unit>) -> Vec<Unit> {
    units
        .into_iter()
        .flat_map(|unit| {
            let may_be_cut = unit.side != Some(Side::Answer) || unit.mark.is_some();
            let cuts = if may_be_cut { find_cuts(reading, &unit) } else { Vec::new() };
            if cuts.is_empty() { vec![unit] } else { cut_unit(reading.text, &unit, &cuts) }
        })
        .collect()
}

/// Joins a unit that breaks off within a known wording with the next, which goes on with it: the lines of a narrow cell.
pub(super) fn join_wordings(reading: &Reading<'_>, units: Vec<Unit>) -> Vec<Unit> {
    const LONGEST: usize = 60;
    let mut joined: Vec<Unit> = Vec::with_capacity(units.len());
    for unit in units {
        let before = joined.last_mut().filter(|before| {
            let open = before.pieces.last().is_some_and(|piece| {
                piece.len() <= LONGEST && piece.of(reading.text).ends_with(|c: char| c.is_alphanumeric() || c == ',')
            });
            let goes_on = unit.begins_line && !unit.gap && unit.label.is_none() && unit.mark.is_none();
            open && goes_on && unit.side.is_none() && before.side.is_none() && spans_both(reading, before, &unit)
        });
        match before {
            Some(before) => {
                before.whole = before.whole.join(unit.whole);
                before.pieces.extend(unit.pieces);
            }
            None => joined.push(unit),
        }
    }
    joined
}

/// True where one wording is found nearly whole in the words of two units, from the first word on and across both.
fn spans_both(reading: &Reading<'_>, one: &Unit, next: &Unit) -> bool {
    let own = reading.wordings.split(View::new(reading.folded, &one.pieces).text()).len();
    let pieces: Vec<Span> = one.pieces.iter().chain(&next.pieces).copied().collect();
    let words = reading.wordings.split(View::new(reading.folded, &pieces).text());
    let hits = reading.wordings.find(&words, WHOLE);
    hits.iter().any(|hit| hit.words.len() >= LONG && hit.words.start < own && hit.words.end > own + 1)
}

/// Cuts units where the letter begins to close inside them: "See 2. If you are unhappy with this reply, …".
pub(super) fn cut_at_closings(reading: &Reading<'_>, units: Vec<Unit>) -> Vec<Unit> {
    let closes = |zone: &Zone| matches!(zone, Zone::Review | Zone::Regulator | Zone::SignOff);
    let closings: Vec<usize> =
        reading.zones.parts().iter().filter(|(_, zone)| closes(zone)).map(|(span, _)| span.start).collect();
    cut_where(reading, units, |unit| {
        let next = closings.partition_point(|&at| at <= unit.start());
        closings.get(next).copied().filter(|&at| at < unit.whole.end)
    })
}

/// Cuts each unit in two at the `place` inside it, where it has one.
fn cut_where(reading: &Reading<'_>, units: Vec<Unit>, place: impl Fn(&Unit) -> Option<usize>) -> Vec<Unit> {
    let cut = |unit: Unit| match place(&unit) {
        Some(at) => cut_unit(reading.text, &unit, &[at]),
        None => vec![unit],
    };
    units.into_iter().flat_map(cut).collect()
}

/// Cuts marked answers before a line that asks: the next question, joined to the answer as if the line above were full.
pub(super) fn cut_before_questions(reading: &Reading<'_>, units: Vec<Unit>) -> Vec<Unit> {
    cut_where(reading, units, |unit| next_question(reading, unit))
}

/// Where the line begins that asks at the end of a marked answer.
fn next_question(reading: &Reading<'_>, unit: &Unit) -> Option<usize> {
    // No question is longer, in bytes.
    const LONGEST: usize = 600;
    let last = unit.pieces.last().filter(|_| unit.side == Some(Side::Answer) && unit.mark.is_some())?;
    let words = last.of(reading.text).strip_suffix('?')?;
    let near = words.ceil_char_boundary(words.len().saturating_sub(LONGEST));
    let asked = words[near..].rfind('?').map_or(near, |at| near + at + 1);
    let mut lines = words[asked..].match_indices('\n').map(|(at, _)| last.start + asked + at + 1);
    lines.rfind(|&at| {
        let rest = Span::new(at, last.end);
        let capital = rest.of(reading.text).trim_start().starts_with(char::is_uppercase);
        capital && !reading.phrases.find(View::new(reading.folded, &[rest]).text(), &["asks"]).is_empty()
    })
}

/// Cuts units behind the last sentence that asks, where sentences that ask nothing follow: "… Please split by year. All
/// reports were investigated."
pub(super) fn cut_after_requests(reading: &Reading<'_>, units: Vec<Unit>) -> Vec<Unit> {
    cut_where(reading, units, |unit| after_request(reading, unit))
}

/// Where a unit that opens by asking stops to ask.
fn after_request(reading: &Reading<'_>, unit: &Unit) -> Option<usize> {
    if unit.side.is_some() && unit.mark.is_none() {
        return None;
    }
    let sentences: Vec<Span> =
        unit.pieces.iter().flat_map(|piece| find_sentences(reading.text, *piece)).take(SENTENCES).collect();
    let asks = |span: &Span| {
        let view = View::new(reading.folded, &[*span]);
        let said = |means: &str| reading.phrases.find(view.text(), &[means]).iter().map(|cue| cue.span.end).max();
        let retold = retells(reading, view.text());
        view.text().ends_with('?') || retold || said("asks").max(said("asks-for")) > said("answers-directly")
    };
    let (first, rest) = sentences.split_first()?;
    if rest.is_empty() || !asks(first) {
        return None;
    }
    let next = rest.iter().find(|sentence| !asks(sentence))?;
    let view = View::new(reading.folded, &[*next]);
    let answers = !reading.phrases.find(view.text(), &["answers", "answers-directly"]).is_empty();
    let names = next.of(reading.text).starts_with(char::is_uppercase) && next.of(reading.text).ends_with('.');
    (answers || names).then_some(next.start)
}

/// True of a sentence in which the authority tells one thing that was asked: "You asked for the date of adoption."
pub(super) fn retells(reading: &Reading<'_>, folded: &str) -> bool {
    // "You asked us on 4 May" tells no question yet.
    const WORDS: usize = 6;
    !reading.phrases.find(folded, &["retells"]).is_empty() && folded.split(' ').count() > WORDS
}

/// No more sentences of one unit are looked at.
const SENTENCES: usize = 12;

fn find_cuts(reading: &Reading<'_>, unit: &Unit) -> Vec<usize> {
    let view = View::new(reading.folded, &unit.pieces);
    let words = reading.wordings.split(view.text());
    let mut taken: Vec<std::ops::Range<usize>> = Vec::new();
    // A few words may well stand inside an answer: only whole questions are cut at.
    for hit in reading.wordings.find(&words, WHOLE).into_iter().filter(|hit| hit.words.len() >= LONG) {
        if taken.iter().all(|range| hit.words.end <= range.start || range.end <= hit.words.start) {
            taken.push(hit.words);
        }
    }
    taken.sort_by_key(|range| range.start);
    let mut cuts = Vec::new();
    let place = |at: Span| view.back(at).first().map(|span| span.start);
    for (nth, range) in taken.iter().enumerate() {
        if range.start > 0 {
            let before = &view.text()[..words[range.start].span.start];
            let opening = before.len() - label_before(before);
            // "Does the Board | interpret the Charter": only its subject is another than in the wording. "Ever used - | complaints".
            let lead = before.rsplit(['.', '?', ':', ';', '\n']).next().unwrap_or("");
            let led = lead.split_whitespace().filter(|word| *word != "-").count();
            if (label_before(before) == 0 || lead.ends_with(" - ")) && (1..6).contains(&led) {
                continue;
            }
            // "for (i) harassment, or (ii) complaints", "in cases of harassment": one sentence, one question.
            let leads = [" cases of", " case of", " in a"].iter().any(|lead| before.trim_end().ends_with(lead));
            let plain = opening == before.len() && leads;
            let joined = [" or", " and", " for", " in", " what", " which", " any", " the"]
                .iter()
                .any(|word| before[..opening].trim_end().ends_with(word));
            // "(iii) any training materials and (iv) any evaluations": an item goes on from the one before.
            let behind = nth.checked_sub(1).map_or(0, |last| words[taken[last].end - 1].span.end);
            let between = before.get(behind..opening).unwrap_or("").trim_matches([' ', ',', ';', '\n']);
            let listed = opening < before.len() && between == "and" && !cuts.is_empty();
            if plain || joined && !listed {
                continue;
            }
            cuts.extend(place(Span::new(opening, words[range.start].span.end)));
        }
    }
    for (nth, range) in taken.iter().enumerate() {
        let until = taken.get(nth + 1).map_or(words.len(), |next| next.start);
        if range.end < until {
            cuts.extend(answer_behind(reading, &view, &words, range.end..until).and_then(place));
        }
    }
    // "Please confirm the date of adoption - May 2024": words that are a question only where they stand alone. "Ever used - in
    // complaints:" goes on to its colon.
    for sign in [" - ", ": "] {
        if let Some(at) = view.text().find(sign)
            && !view.text()[at..].contains('?')
            && (sign == ": " || !view.text().ends_with(':'))
            && is_question(reading, &view.text()[..at])
        {
            cuts.extend(place(Span::new(at + sign.len() - 2 + usize::from(sign == ": "), view.text().len())));
        }
    }
    if let Some(at) = glued(reading, unit) {
        // All that stands before it is one question.
        cuts.retain(|cut| *cut > at);
        cuts.insert(0, at);
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts.retain(|at| *at > unit.start());
    cuts
}

/// Where the words `between` a wording and the next, or the end of the unit, go on with something else than the question.
fn answer_behind(reading: &Reading<'_>, view: &View<'_>, words: &[Word], between: Range<usize>) -> Option<Span> {
    let (text, next) = (view.text(), words[between.start]);
    let gap = &text[words[between.start - 1].span.end..next.span.start];
    let dash = gap.contains(" - ");
    // "… or culture programmes | go with it": a small letter goes on with the sentence.
    let small =
        view.back(next.span).first().is_some_and(|first| first.of(reading.text).starts_with(char::is_lowercase));
    // "… programmes there are;" is an item of a list, which asks to its end.
    let item = text.ends_with(';');
    let answer = || !item && !reading.phrases.find(&text[next.span.start..], &["answers-directly"]).is_empty();
    let goes_on = small && gap.trim().is_empty() && (between.end < words.len() || !answer());
    if goes_on || gap.contains(['(', ',', '-']) && !gap.contains('?') && !dash {
        return None;
    }
    let end = words.get(between.end).map_or(text.len(), |next| next.span.start);
    if between.end < words.len() && label_before(&text[..end]) >= text[next.span.start..end].trim_end().len() {
        // Nothing but the label of the next question.
        return None;
    }
    let opening = if dash { gap.len() - gap.find(" - ").unwrap_or(0) - 1 } else { opening_marks(gap) };
    Some(Span::new(next.span.start - opening, next.span.end))
}

/// Where an answer was set right behind a whole question, with no space between: "the date of adoptionSometime in 2024".
fn glued(reading: &Reading<'_>, unit: &Unit) -> Option<usize> {
    const TRIED: usize = 3;
    let [only] = unit.pieces[..] else { return None };
    let letters = only.of(reading.text).as_bytes().windows(2).enumerate();
    let turns = letters
        .filter(|(_, pair)| pair[0].is_ascii_lowercase() && (pair[1].is_ascii_uppercase() || pair[1].is_ascii_digit()));
    let places = turns.map(|(at, _)| only.start + at + 1).take(TRIED);
    places.into_iter().find(|&at| is_question(reading, View::new(reading.folded, &[Span::new(only.start, at)]).text()))
}

/// True where a known wording is all that `words` say.
fn is_question(reading: &Reading<'_>, words: &str) -> bool {
    let words = reading.wordings.split(words);
    reading.wordings.find(&words, WHOLE).iter().any(|hit| hit.words.len() == words.len())
}

/// Length of the label, bullet or lead ("if yes, ") right before a question.
fn label_before(before: &str) -> usize {
    let mut length = 0;
    let leads = ["if yes, please", "if yes,", "if so,", "please"];
    loop {
        let rest = before[..before.len() - length].trim_end();
        let lead = leads.iter().find(|lead| rest.ends_with(**lead)).map(|lead| lead.len());
        let word = rest.rsplit([' ', '\n']).next().unwrap_or("");
        let label = (!word.is_empty() && parse_label(&format!("{word} ")).is_some()).then_some(word.len());
        match lead.or(label) {
            Some(taken) => length = before.len() - rest.len() + taken,
            None => return length,
        }
    }
}

/// Brackets and quotation marks that open what follows, or an empty box.
fn opening_marks(between: &str) -> usize {
    if let Some(at) = between.find("[ ]") {
        return between.len() - at;
    }
    between.len() - between.trim_end_matches(['(', '"', '\'', '[', '<', '\u{2611}', '\u{2610}', '\u{2612}']).len()
}
