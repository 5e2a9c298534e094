//! One date of a letter with the role that its place and the words around it give it.

use std::sync::LazyLock;

use crate::text::Regex;

use super::super::{Letter, Zone};
use super::claims::{by_deed, by_label, by_sentence};
use super::place::stands_alone;
use super::{IMPOSSIBLE, Role, in_opening, speaks_at};
use crate::document::{Label, parse_label};
use crate::text::Span;
use crate::when::{Dated, Moment};

/// How far from a date in its line the cells are read, in bytes; no layout is wider.
const COLUMNS: usize = 1000;

/// A date with a role; the least by (`tier`, `rank`) wins.
pub(super) struct Candidate {
    /// Which of the two dates it is.
    pub(super) role: Role,
    /// 0 a label in the head or signature, 1 an e-mail header, 2 a label elsewhere, 3 a sentence, 4 place alone, 5 a
    /// sentence or a line of its own after the answers.
    pub(super) tier: u8,
    /// The label's place in its file.
    pub(super) rank: usize,
    /// The rule that found it.
    pub(super) rule: String,
    /// The day.
    pub(super) date: Moment,
    /// Where it stands.
    pub(super) span: Span,
}

/// The role of one date, if it has one. `before` is where the date before it ends.
pub(super) fn candidate(letter: &Letter, dated: &Dated, span: Span, before: usize) -> Option<Candidate> {
    let zone = letter.zones.at(span.start);
    let line = letter.lines.spans()[letter.lines.index_of(span.start)];
    if line.of(letter.text).trim_start().starts_with('>') {
        return quotes_request(letter, dated, span);
    }
    let line = columns_around(letter.text, line, span);
    if matches!(zone, Zone::Beyond | Zone::Review | Zone::Regulator) {
        let (role, rank, rule) = after_answers(letter, dated.span, line, span)?;
        let rule = if dated.damaged { IMPOSSIBLE } else { rule };
        return Some(Candidate { role, tier: 5, rank, rule: rule.to_owned(), date: dated.date, span });
    }
    let last = letter.text[line.end.max(span.end)..].trim().is_empty();
    // "1b date - 4 December 2023" answers a question.
    let item = matches!(parse_label(line.of(letter.text).trim_start()), Some((Label::Number(_), _)));
    let framed = !item && (matches!(zone, Zone::Head | Zone::SignOff) || in_opening(letter, span.start) || last);
    let near = framed || speaks_at(letter, span.start);
    let told = if near { by_sentence(letter.folded.text(), dated.span) } else { None };
    let labelled = by_label(letter, line, span, before, framed);
    // "your request under the Act of 2000 dated 3 May": the whole sentence tells more than the word before the date.
    let asked = told.filter(|(role, ..)| *role == Role::Requested);
    let (role, tier, rank, rule) = match labelled {
        Some((Role::Responded, ..)) if asked.is_some() => asked?,
        // A date that only its place claims is given up to the words around it.
        Some((.., "date-line")) | None if framed => {
            let signed = || signs(letter, line, span).then_some((Role::Responded, 5, usize::MAX, "date-line"));
            told.or_else(|| by_deed(letter, line, span, before)).or(labelled).or_else(signed)?
        }
        labelled => labelled.or(told)?,
    };
    let rule = if dated.damaged { IMPOSSIBLE } else { rule };
    Some(Candidate { role, tier, rank, rule: rule.to_owned(), date: dated.date, span })
}

/// "> On 18 August 2025 at 10:07 you wrote:" above the request that is quoted.
fn quotes_request(letter: &Letter, dated: &Dated, span: Span) -> Option<Candidate> {
    static WROTE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^[0-9:, apm.]{0,12}(?:at [0-9:.]{4,8}(?: ?[ap]m)?,? )?(?:you|\[[a-z]+\]) (?:wrote|asked|said):")
            .expect("a fixed pattern")
    });
    let after = &letter.folded.text()[dated.span.end..];
    let told = !dated.damaged && WROTE.is_match(after);
    told.then(|| Candidate {
        role: Role::Requested,
        tier: 3,
        rank: usize::MAX,
        rule: "quoted-request".to_owned(),
        date: dated.date,
        span,
    })
}

/// The role of a date after the answers: what its sentence says, or the last line of the letter.
fn after_answers(letter: &Letter, place: Span, line: Span, span: Span) -> Option<(Role, usize, &'static str)> {
    if let Some((role, _, rank, rule)) = by_sentence(letter.folded.text(), place) {
        return Some((role, rank, rule));
    }
    let last = letter.text[line.end.max(span.end)..].trim().is_empty();
    (last && stands_alone(letter, line, span) || signs(letter, line, span)).then_some((
        Role::Responded,
        usize::MAX,
        "date-line",
    ))
}

/// True for the date behind whoever signs, in the last line of the letter: "Review Officer, 28 November 2024".
fn signs(letter: &Letter, line: Span, span: Span) -> bool {
    let last = letter.text[span.end..].trim().is_empty();
    last && letter.text[line.start..span.start].trim_end().ends_with(',')
}

/// The part of `line` around `span` in which a label may stand.
fn columns_around(text: &str, line: Span, span: Span) -> Span {
    let start = text.floor_char_boundary(span.start.saturating_sub(COLUMNS));
    let end = text.ceil_char_boundary((span.end + COLUMNS).min(text.len()));
    Span::new(line.start.max(start), line.end.min(end))
}
