//! An answer's units, cut into stretches that may each answer another question; and stretches joined again.

use std::sync::LazyLock;

use crate::catalogue::Cue;
use crate::document::{Label, Number, Step, Unit, find_sentences, parse_label};
use crate::segment::Reading;
use crate::segment::pointer::{
    Pointer, Target, is_deep, mentioned, named_inside, parse_pointer, read_list, starts_with_side,
};
use crate::text::{Captures, Regex, Span, View};

/// A stretch of an answer that begins where a pointer or a label could begin it.
#[derive(Default)]
pub(super) struct Part {
    pub pieces: Vec<Span>,
    /// Where its label begins, or its words.
    pub start: usize,
    pub label: Option<Number>,
    pub bullet: bool,
    /// True where it begins a line of the letter.
    pub begins_line: bool,
    /// True where a blank line stands before it.
    pub gap: bool,
    pub pointer: Option<Pointer>,
    /// What its first words mention, which may be the questions that it answers: the number in brackets behind them, or more.
    pub mentions: Vec<Target>,
    /// The questions below a title of the request's that is printed again here; the part has no words of its own.
    pub titled: Option<Vec<usize>>,
}

impl Part {
    /// A part that a unit opens, without its words.
    fn of(reading: &Reading<'_>, unit: &Unit) -> Self {
        Part {
            pieces: Vec::new(),
            start: if unit.mark.is_some() { unit.start() } else { unit.whole.start },
            label: unit.number().cloned(),
            bullet: unit.label == Some(Label::Bullet),
            begins_line: unit.begins_line,
            gap: unit.gap,
            pointer: unit.mark.and_then(|mark| pointer_in_mark(reading, mark)),
            mentions: Vec::new(),
            titled: None,
        }
    }
}

/// The units of an answer, cut before every sentence that points to a question. What `is_title` keeps nothing but its number.
pub(super) fn read_parts(
    reading: &Reading<'_>,
    units: &[Unit],
    members: &[usize],
    is_title: impl Fn(usize) -> bool,
    titled: impl Fn(usize) -> Option<Vec<usize>>,
) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (place, (unit, &i)) in members.iter().map(|i| (&units[*i], i)).enumerate() {
        let first = parts.len();
        parts.push(Part::of(reading, unit));
        if is_title(i) {
            continue;
        }
        if let Some(below) = titled(i) {
            parts[first].titled = Some(below);
            continue;
        }
        for piece in &unit.pieces {
            let sentences = find_sentences(reading.text, *piece).into_iter();
            for sentence in sentences.flat_map(|sentence| by_side(reading, sentence)) {
                if place + 1 < members.len()
                    && unit.pieces.len() == 1
                    && sentence == *piece
                    && add_heading(reading, &mut parts, sentence)
                {
                    continue;
                }
                add_sentence(reading, &mut parts, sentence, sentence.end < piece.end);
            }
        }
        if unit.number().is_some() && unit.mark.is_none() {
            let own = &mut parts[first];
            own.pointer = pointer_in_label(reading, unit).or_else(|| own.pointer.take());
        }
    }
    // "Answer 1", alone on its line above, is a heading that names the question.
    let above =
        members.first().and_then(|&first| units.get(first.checked_sub(1)?)).filter(|unit| unit.pieces.is_empty());
    let opening = parts.first_mut().filter(|first| first.label.is_none());
    if let Some((mark, first)) = above.and_then(|unit| unit.mark).zip(opening) {
        first.pointer = first.pointer.take().or_else(|| pointer_in_mark(reading, mark));
    }
    parts
}

/// "It is yes to 1a and 2a, and no to 3a, from which it follows that 3b falls away": a sentence of several answers, each by itself.
fn by_side(reading: &Reading<'_>, sentence: Span) -> Vec<Span> {
    let view = View::new(reading.folded, &[sentence]);
    let words = view.text();
    if !starts_with_side(words) {
        return vec![sentence];
    }
    let cues = reading.phrases.find(words, &["next-side"]);
    let next = |cue: &Cue<'_>| {
        let hit = cue.phrase.pattern.captures(&words[cue.span.start..])?;
        Some(cue.span.start + hit.name("next")?.start())
    };
    let cuts = cues.iter().filter_map(next);
    let places = cuts.filter_map(|at| view.back(Span::new(at, words.len())).first().map(|place| place.start));
    let ends: Vec<usize> = [sentence.start].into_iter().chain(places).chain([sentence.end]).collect();
    ends.windows(2).map(|ends| Span::new(ends[0], ends[1]).trim(reading.text)).filter(|span| !span.is_empty()).collect()
}

/// The items of a cell whose lines have labels, the rest of each with the one before.
pub(super) fn cell_items(text: &str, cell: &Unit) -> Vec<Part> {
    let mut items: Vec<Part> = Vec::new();
    for piece in &cell.pieces {
        let (label, taken) = match parse_label(piece.of(text)) {
            Some((Label::Number(label), taken)) => (Some(label), taken),
            _ => (None, 0),
        };
        let words = Span::new(piece.start + taken, piece.end).trim(text);
        let pieces = if words.is_empty() { Vec::new() } else { vec![words] };
        match items.last_mut() {
            Some(last) if label.is_none() => last.pieces.extend(pieces),
            _ => items.push(Part { pieces, start: piece.start, label, begins_line: true, ..Part::default() }),
        }
    }
    items
}

/// Takes a line that does nothing but name questions as the heading of what follows: "Response to Q1 and Q2". False where it
/// is none.
fn add_heading(reading: &Reading<'_>, parts: &mut [Part], line: Span) -> bool {
    let view = View::new(reading.folded, &[line]);
    let words = view.text().trim_end_matches([':', '.', ' ']);
    let names = parse_pointer(words).filter(|pointer| pointer.explicit && pointer.len >= words.len());
    match (names, parts.last_mut()) {
        (Some(pointer), Some(part)) if part.pieces.is_empty() && part.label.is_none() => {
            part.pointer = Some(pointer);
            true
        }
        _ => false,
    }
}

/// Adds a sentence to the last part, or as a part of its own where it points to a question. `more` is true where its
/// paragraph goes on: "That brings me to your third question." may be a sentence of its own.
fn add_sentence(reading: &Reading<'_>, parts: &mut Vec<Part>, sentence: Span, more: bool) {
    let view = View::new(reading.folded, &[sentence]);
    let opens = parse_pointer(view.text()).filter(|pointer| more || pointer.len < view.text().len());
    let fresh = parts.last().is_some_and(|part| part.pieces.is_empty() && part.label.is_none() && part.gap);
    let opens = opens.or_else(|| named_inside(view.text()).filter(|_| fresh));
    match (opens, parts.last_mut()) {
        (Some(pointer), Some(part)) if part.pieces.is_empty() => {
            part.pointer.get_or_insert(pointer);
        }
        (Some(pointer), _) => parts.push(Part { start: sentence.start, pointer: Some(pointer), ..Part::default() }),
        // "I have discussed question 1c with colleagues, who tell me …" may turn to another question.
        (None, Some(part)) if !part.pieces.is_empty() => {
            let mut mentions = mentioned(view.text());
            if mentions.is_empty() {
                mentions = named_inside(view.text()).map_or_else(Vec::new, |pointer| pointer.targets);
            }
            if mentions.len() == 1 && mentions.iter().all(is_deep) {
                parts.push(Part { start: sentence.start, mentions, ..Part::default() });
            }
        }
        (None, _) => {}
    }
    if let Some(part) = parts.last_mut() {
        if part.pieces.is_empty() && part.pointer.is_none() && part.mentions.is_empty() {
            // The number of a paragraph is no question's: "8. As question 3(b) depends on 3(a), …"
            let paragraph = part.label.as_ref().map(|label| label.0.len() == 1);
            part.mentions = mentioned(view.text());
            part.mentions.retain(|target| paragraph.is_none_or(|plain| plain && is_deep(target)));
        }
        part.pieces.push(sentence);
    }
}

/// The question that a mark names: "Answer to Question 1:".
fn pointer_in_mark(reading: &Reading<'_>, mark: Span) -> Option<Pointer> {
    let view = View::new(reading.folded, &[mark]);
    let at = view.text().find(|c: char| c.is_ascii_digit())?;
    let targets = read_list(view.text()[at..].trim_end_matches([':', '-', '.', ' ']))?;
    Some(Pointer { targets, len: 0, explicit: true })
}

/// A joint label: `1. & 2.`, `1-2.`, `7 and 8`. The first number alone is read by the document; the whole line may name more.
fn pointer_in_label(reading: &Reading<'_>, unit: &Unit) -> Option<Pointer> {
    let view = View::new(reading.folded, &[unit.whole]);
    // "1b - i) In 2023" is the first part of 1b, and no row of letters from b to i.
    let nested = |from: &Number| unit.number().is_some_and(|number| from.is_above(number));
    let several = |pointer: &Pointer| match &pointer.targets[..] {
        [Target::Range(from, _)] => !nested(from),
        targets => targets.len() > 1,
    };
    let label = || Some(View::new(reading.folded, &[Span::new(unit.whole.start, unit.pieces.first()?.start)]));
    let printed = || {
        let label = label()?;
        let plain =
            label.text().split_whitespace().all(|word| ["and", "to"].contains(&word) || word.parse::<u8>().is_ok());
        Some(Pointer { targets: read_list(label.text().trim_end())?, len: 0, explicit: true }).filter(|_| plain)
    };
    range_of_letters(view.text())
        .or_else(|| several_letters(label()?.text(), unit.number()?))
        .or_else(|| parse_pointer(view.text()))
        .filter(several)
        .or_else(|| several_numerals(label()?.text(), unit.number()?))
        .or_else(|| printed().filter(several))
}

/// "c) i) to iv)", "3a. (i) & (ii)": several parts of what stands before them.
fn several_numerals(label: &str, number: &Number) -> Option<Pointer> {
    static NUMERALS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?:^|[ (])(?P<from>[ivx]{1,4})[).]?(?P<more>(?:,? ?(?:-|&|,|and|to) ?\(?[ivx]{1,4}[).]?)+)[.:]? *$",
        )
        .expect("a fixed pattern")
    });
    let (last, above) = number.0.split_last()?;
    let hit = NUMERALS.captures(label)?;
    let step = |word: &str| Number::parse(word).and_then(|read| read.0.into_iter().next());
    let whole = |step: Step| Number(above.iter().cloned().chain([step]).collect());
    let from = step(&hit["from"]).filter(|from| from == last).map(whole)?;
    let more = &hit["more"];
    let others: Vec<Number> =
        more.split(|c: char| !"ivx".contains(c)).filter(|word| !word.is_empty()).filter_map(step).map(whole).collect();
    let targets = match &others[..] {
        [to] if more.contains(['-', 'o']) => vec![Target::Range(from, to.clone())],
        _ => std::iter::once(from).chain(others).map(Target::Number).collect(),
    };
    Some(Pointer { targets, len: 0, explicit: true })
}

/// "1. a) and b) i)": several parts of what stands before them, some with parts of their own.
fn several_letters(label: &str, number: &Number) -> Option<Pointer> {
    static LETTER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:^|[ (])(?P<letter>[a-h])\)(?: ?\(?(?P<part>[ivx]{1,4})\))?").expect("a fixed pattern")
    });
    let above: Vec<&Step> = number.0.iter().take_while(|step| matches!(step, Step::Number(_))).collect();
    let one = label.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).count() < 2;
    let read = |hit: Captures<'_>| {
        let steps = ["letter", "part"].into_iter().filter_map(|name| Number::parse(hit.name(name)?.as_str()));
        Target::Number(Number(above.iter().copied().cloned().chain(steps.flat_map(|step| step.0)).collect()))
    };
    let targets: Vec<Target> = LETTER.captures_iter(label).map(read).collect();
    let row = [" to ", "-", "\u{2013}"].iter().any(|to| label.contains(to));
    (one && !row && targets.len() > 1).then_some(Pointer { targets, len: 0, explicit: true })
}

/// "I to L - n/a", "G and H. Neither": letters from one to another, where the questions are lettered.
fn range_of_letters(label: &str) -> Option<Pointer> {
    static LETTERS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?P<from>[a-z]) (?P<joint>to|-|and|&) (?P<to>[a-hj-uwyz])(?: -|[.:])").expect("a fixed pattern")
    });
    let hit = LETTERS.captures(label)?;
    let letter = |name: &str| Some(Number(vec![Step::Letter(hit.name(name)?.as_str().chars().next()?)]));
    let (from, to) = (letter("from")?, letter("to")?);
    let targets = match &hit["joint"] {
        "and" | "&" => vec![Target::Number(from), Target::Number(to)],
        _ => vec![Target::Range(from, to)],
    };
    Some(Pointer { targets, len: 0, explicit: true })
}

/// The words of several parts as stretches of the letter; the first without a label or a pointer that ends in a colon.
pub(super) fn join_parts(reading: &Reading<'_>, parts: &[Part]) -> Vec<Span> {
    let mut spans = Vec::new();
    for part in parts {
        let Some(first) = part.pieces.first() else { continue };
        let start = if spans.is_empty() { first_words(reading, part, *first) } else { part.start.min(first.start) };
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
        // "1b. (first bullet) 30/01/2024"
        let counted = listed && ["bullet)", "limb)", "part)", "point)"].iter().any(|part| opening.ends_with(part));
        let closed = (label || stopped || counted || opening.ends_with(':')).then_some(after);
        // "With regard to question 1, it does" is a sentence, "Q1, it does" an answer behind its label.
        let tells = opening.contains("question") || opening.contains("point") || opening.contains("part");
        let marked = after.strip_prefix([':', '-']).or_else(|| after.strip_prefix(',').filter(|_| !tells));
        if let Some(answer) = marked.or(closed).map(behind_place)
            && let Some(span) =
                view.back(Span::new(view.text().len() - answer.trim_start().len(), view.text().len())).first()
        {
            return span.start;
        }
    }
    // "2b) describes the meetings" needs its label as its subject, "2b yes" and "B - neither of them" do not.
    let letter = part.label.as_ref().is_some_and(|label| matches!(label.0[..], [Step::Letter(_)]));
    let dashed =
        || letter && reading.text[part.start.min(first.start)..first.start].trim_end().ends_with(['-', '\u{2013}']);
    let told = || !reading.phrases.find(View::new(reading.folded, &[first]).text(), &["answers-directly"]).is_empty();
    let several = words.split_whitespace().count() > 1;
    if part.label.is_some() && words.starts_with(|c: char| c.is_lowercase()) && several && !told() && !dashed() {
        return whole.start;
    }
    first.start
}

/// What stands behind "first bullet: ", which a label leads to: "3a - First bullet: no."
fn behind_place(words: &str) -> &str {
    let names = parse_pointer(words.trim_start()).filter(|pointer| pointer.targets.iter().all(|at| at.nth().is_some()));
    let rest = names.map_or("", |pointer| &words.trim_start()[pointer.len..]);
    rest.trim_start().strip_prefix([':', '-']).map_or(words, str::trim_start)
}

/// True where the words `after` of the view begin with a capital in the letter.
fn begins_capital(reading: &Reading<'_>, view: &View<'_>, after: &str) -> bool {
    let at = view.text().len() - after.len();
    let place = view.back(Span::new(at, view.text().len()));
    place.first().is_some_and(|place| place.of(reading.text).starts_with(char::is_uppercase))
}

/// Joins stretches that nothing but white space and markup separates.
pub(super) fn tidy(text: &str, spans: Vec<Span>) -> Vec<Span> {
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
