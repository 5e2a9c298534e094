//! Clues from names: full, short, initials and hospitals.

use crate::catalogue::Organisations;
use crate::catalogue::organisations::{Form, NameHit, Standing as Needs, Words};
use crate::letter::{Letter, Zone, find_reference};
use crate::text::Span;

use super::clue::{Clue, Kind, speaks};
use super::context::{self, Standing};
use super::foot::is_foot;
use super::line;

/// Names are looked for in this many bytes from the letter's beginning, and before its end.
const READ_FROM_START: usize = 256 * 1024;
const READ_FROM_END: usize = 64 * 1024;
/// Points of a name of which the letter speaks in words that nobody uses of another: they name boards, too.
pub(super) const SURELY: u32 = 12;
/// Lines at the head and in the signature that may hold a name with one letter wrong.
const LINES_TRIED: usize = 40;

/// Every clue that a name gives.
pub fn clues(letter: &Letter<'_>, organisations: &Organisations) -> Vec<Clue> {
    let words = words(letter);
    let hits = organisations.names().find(&words);
    let mut clues: Vec<Clue> = hits.iter().filter_map(|hit| clue(letter, organisations, &words, hit)).collect();
    if !clues.iter().any(|clue| matches!(clue.kind, Kind::NameInSignOff | Kind::NameInLetterhead)) {
        clues.extend(misspelt(letter, organisations));
        clues.extend(in_columns(letter, organisations));
    }
    clues
}

/// The words of the letter; of a very long one those of its beginning and its end.
pub(super) fn words(letter: &Letter<'_>) -> Words {
    let folded = letter.folded.text();
    let edge = |mut at: usize| {
        while !folded.is_char_boundary(at) {
            at += 1;
        }
        at
    };
    let start = edge(READ_FROM_START.min(folded.len()));
    let mut words = Words::new(folded, 0..start);
    let end = edge(folded.len().saturating_sub(READ_FROM_END)).max(start);
    if end < folded.len() {
        words.add(folded, end..folded.len());
    }
    words
}

fn clue(letter: &Letter<'_>, organisations: &Organisations, words: &Words, hit: &NameHit) -> Option<Clue> {
    let place = words.back(hit.start, hit.end);
    let span = letter.folded.back(place.start, place.end);
    let zone = letter.zones.at(span.start);
    let standing = organisations.all()[hit.body].standing();
    let found = Found { letter, organisations, hit, span, zone };
    if !(speaks(zone) || found.heads_message() || found.is_addressed())
        || matches!(standing, Needs::Never | Needs::Outside)
    {
        return None;
    }
    match hit.form {
        Form::Full(name) => found.full(name),
        Form::Short => found.short(6),
        Form::Place => found.short(2),
        Form::Acronym => found.acronym(3),
        Form::Site => found.beside(Kind::Site, 2),
        Form::Shared => found.acronym(1),
    }
}

/// A name found in a part of the letter that its author wrote.
struct Found<'a> {
    letter: &'a Letter<'a>,
    organisations: &'a Organisations,
    hit: &'a NameHit,
    span: Span,
    zone: Zone,
}

impl Found<'_> {
    fn full(&self, name: usize) -> Option<Clue> {
        let often = self.organisations.all()[self.hit.body].standing() == Needs::Often;
        let (kind, points) = match (self.zone, self.standing()) {
            _ if self.heads_message() => (Kind::NameOfSender, 10),
            _ if self.is_addressed() => (Kind::NameOfItself, 6),
            _ if self.runs_on() || line::is_addressee(self.letter, self.span) => return None,
            _ if self.surely_itself() => (Kind::NameOfItself, SURELY),
            _ if self.elsewhere() => return None,
            (Zone::Head, _) if line::is_sender(self.letter, self.span) => (Kind::NameOfSender, 10),
            (Zone::SignOff, Standing::Alone) => (Kind::NameInSignOff, 10),
            (Zone::Head, Standing::Alone) => (Kind::NameInLetterhead, 10),
            _ if is_foot(self.letter, self.span) => (Kind::NameInFoot, 10),
            (_, _) if self.itself() => (Kind::NameOfItself, if self.zone == Zone::Answers { 8 } else { 10 }),
            (_, _) if often => return None,
            (Zone::SignOff, Standing::Beside) => (Kind::NameInSignOff, 10),
            (Zone::Head, Standing::Beside) => (Kind::NameInLetterhead, 10),
            (Zone::SignOff, Standing::InProse) => (Kind::NameInSignOff, 6),
            (Zone::Review, _) => (Kind::NameOfItself, 6),
            (Zone::Answers, Standing::Beside) if self.beside_page_number() => (Kind::NameInLetterhead, 6),
            (Zone::Answers, _) if self.acronym_follows() => (Kind::NameOfItself, 6),
            _ => (Kind::Mention, 1),
        };
        Some(Clue { name: Some(name), ..self.worth(kind, points) })
    }

    fn short(&self, points: u32) -> Option<Clue> {
        let alone = matches!(self.zone, Zone::Head | Zone::SignOff) && self.standing() == Standing::Alone;
        let own = points > 2 && self.itself();
        ((alone || own) && !self.elsewhere()).then(|| self.worth(Kind::ShortName, points))
    }

    fn acronym(&self, points: u32) -> Option<Clue> {
        let printed = self.span.of(self.letter.text);
        let body = &self.organisations.all()[self.hit.body];
        let capitals = |word: &str| printed == word || printed == word.to_uppercase();
        let is_acronym = body.acronyms.iter().any(|acronym| capitals(&acronym.words));
        let own = match self.zone {
            Zone::Head | Zone::SignOff => self.standing() != Standing::InProse || self.itself(),
            _ => self.itself(),
        };
        let own = own || is_acronym && self.opens_reference();
        (is_acronym && own && !self.elsewhere()).then(|| self.worth(Kind::Acronym, points))
    }

    /// True for the initials that the letter's own reference begins with: "QVH FOI 22/058".
    fn opens_reference(&self) -> bool {
        let reference = find_reference(self.letter).map(|found| found.evidence[0].span());
        reference.is_some_and(|reference| reference.start == self.span.start)
    }

    fn beside(&self, kind: Kind, points: u32) -> Option<Clue> {
        let beside = self.zone != Zone::Answers && self.standing() != Standing::InProse;
        (beside && !self.elsewhere()).then(|| self.worth(kind, points))
    }

    fn worth(&self, kind: Kind, points: u32) -> Clue {
        Clue::new(self.hit.body, kind, points, self.zone, self.span)
    }

    fn standing(&self) -> Standing {
        context::standing(self.letter, self.span)
    }

    fn heads_message(&self) -> bool {
        matches!(self.hit.form, Form::Full(_)) && line::heads_message(self.letter, self.span)
    }

    /// True where a request is addressed to the body, and answered.
    fn is_addressed(&self) -> bool {
        matches!(self.hit.form, Form::Full(_)) && line::is_addressed(self.letter, self.span)
    }

    fn surely_itself(&self) -> bool {
        let before = context::before(self.letter, self.span);
        self.organisations.cues().surely_itself(&before, context::after(self.letter, self.span))
    }

    fn itself(&self) -> bool {
        let before = context::before(self.letter, self.span);
        self.organisations.cues().itself(&before, context::after(self.letter, self.span))
    }

    /// True where the sentence speaks of another body.
    fn elsewhere(&self) -> bool {
        let (before, after) = (context::before(self.letter, self.span), context::after(self.letter, self.span));
        let cues = self.organisations.cues();
        match self.zone {
            // "Write to X" is said of the author itself where complaints are spoken of.
            Zone::Review => cues.surely_elsewhere(&before, after),
            _ => cues.elsewhere(&before, after),
        }
    }

    /// True where a capitalised word runs into a name of one or two words: a longer name, damaged or unknown.
    fn runs_on(&self) -> bool {
        let name = self.span.of(self.letter.text);
        let line = self.letter.lines.spans()[self.letter.lines.index_of(self.span.start)];
        let before = &self.letter.text[line.start..self.span.start];
        let word = before.strip_suffix(' ').and_then(|before| before.split_whitespace().next_back()).unwrap_or("");
        let proper = word.starts_with(|c: char| c.is_uppercase()) && word.chars().all(char::is_alphabetic);
        let short = name.split_whitespace().take_while(|word| !word.eq_ignore_ascii_case("nhs")).count() <= 2;
        short && proper && !before.ends_with("  ") && !word.eq_ignore_ascii_case("the")
    }

    /// True where the line is a page's head or foot.
    fn beside_page_number(&self) -> bool {
        let after = context::after(self.letter, self.span);
        let line = after.split('\n').next().unwrap_or("").get(..60).unwrap_or(after);
        line.contains("page ") || line.contains("| page")
    }

    /// True for "Kent and Medway … Trust (KMPT)".
    fn acronym_follows(&self) -> bool {
        let after = context::after(self.letter, self.span);
        let Some(inside) = after.strip_prefix(" (").and_then(|after| after.split(')').next()) else { return false };
        let body = &self.organisations.all()[self.hit.body];
        body.acronyms.iter().any(|acronym| acronym.words.eq_ignore_ascii_case(inside))
    }
}

/// Full names that go over two or three lines of the left of two columns in the head: beside the second half of the name stands
/// the street.
fn in_columns(letter: &Letter<'_>, organisations: &Organisations) -> Vec<Clue> {
    let lines = letter.lines.spans();
    let left = |line: &Span| {
        let words = line.of(letter.text);
        let words =
            &words[..words.trim_start().find("   ").map_or(0, |gap| words.len() - words.trim_start().len() + gap)];
        Span::new(line.start, line.start + words.len()).trim(letter.text)
    };
    let cells: Vec<Span> = lines
        .iter()
        .take(LINES_TRIED)
        .map(
            |line| {
                if letter.zones.at(line.start) == Zone::Head { left(line) } else { Span::new(line.start, line.start) }
            },
        )
        .collect();
    let mut clues = Vec::new();
    for length in 2..=3 {
        for column in cells.windows(length).filter(|column| column.iter().all(|cell| !cell.is_empty())) {
            let joined = column.iter().map(|cell| letter.folded.of(*cell)).collect::<Vec<_>>().join(" ");
            let words = Words::new(&joined, 0..joined.len());
            let whole = |hit: &NameHit| words.back(hit.start, hit.end).len() == joined.len();
            let hits = organisations.names().find(&words);
            clues.extend(hits.iter().filter(|hit| whole(hit)).filter_map(|hit| match hit.form {
                Form::Full(name) => {
                    let clue = Clue::new(hit.body, Kind::NameInLetterhead, 10, Zone::Head, column[0]);
                    Some(Clue { name: Some(name), ..clue })
                }
                _ => None,
            }));
        }
    }
    clues
}

/// A full name with one letter wrong, alone on one to three lines of the head or the signature block.
fn misspelt(letter: &Letter<'_>, organisations: &Organisations) -> Vec<Clue> {
    let lines = letter.lines.spans();
    let zone_of = |line: &Span| letter.zones.at(line.start);
    let tried = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && matches!(zone_of(line), Zone::Head | Zone::SignOff));
    let mut clues = Vec::new();
    for (i, line) in tried.take(LINES_TRIED) {
        for last in lines.iter().skip(i).take(3) {
            let span = line.join(*last).trim(letter.text);
            let folded = letter.folded.of(span);
            if folded.len() > 160 {
                break;
            }
            let words = Words::new(folded, 0..folded.len());
            if let Some((body, name)) = organisations.names().nearly(words.text().trim_end_matches(['|', ' '])) {
                let kind = if zone_of(line) == Zone::Head { Kind::NameInLetterhead } else { Kind::NameInSignOff };
                clues.push(Clue { name: Some(name), ..Clue::new(body, kind, 8, zone_of(line), span) });
            }
        }
    }
    clues
}
