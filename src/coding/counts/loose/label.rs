//! What may stand before the figures of a line as their label.

use super::super::Letter;
use super::super::nouns::Nouns;
use crate::text::Span;
use crate::when::find_times;

/// Short, no sentence, and nothing that makes the figure a page, a section or a telephone number.
pub(super) fn is_label(
    letter: &Letter<'_>,
    label: Span,
    period: Option<Span>,
    figure: Span,
    time: Span,
    parted: bool,
) -> bool {
    const OPEN: [&str; 21] = [
        "of", "the", "to", "in", "and", "than", "or", "a", "an", "for", "by", "with", "on", "at", "was", "were",
        "been", "have", "had", "is", "are",
    ];
    let words = letter.folded.of(label);
    let last = words.rsplit(' ').next().unwrap_or("");
    let has_digit = |span: Span| span.of(letter.text).contains(|c: char| c.is_ascii_digit());
    let numeric = last.bytes().all(|b| b.is_ascii_digit())
        && (time.end != label.end || has_digit(Span::new(label.start, time.start.max(label.start)))) // "Visits in 2022 53"
        && period.is_none_or(|period| period.end < label.end);
    let count = words.split(' ').count();
    let view = letter.folded.forth(label.join(figure));
    let figure_at = Span::new(letter.folded.forth(figure).start - view.start, view.len());
    let first = words.split(' ').next().unwrap_or("");
    let sentence = !parted && ["we", "there", "it", "they", "i"].contains(&first);
    !words.is_empty()
        && !sentence
        && (count <= 14 || (count <= 40 && label.len() < 160))
        && !numeric
        && (parted || !OPEN.contains(&last) || label.of(letter.text).ends_with(char::is_uppercase)) // "Ward A"
        && !words.contains(['?', '@', ';'])
        && !words.contains(". ")
        && !ends_in_marker(words)
        && !enumerates(letter, label, time)
        && !Nouns::shipped().guard(view.of(letter.folded.text()), figure_at)
        && (period.is_some() || is_range(words) || words.contains(|c: char| c.is_ascii_alphabetic()))
}

/// "(a) Six (b)": what follows is one part of an answer.
fn ends_in_marker(words: &str) -> bool {
    matches!(words.as_bytes(), [.., b' ' | b'(', b'a'..=b'h', b')'])
}

/// "compliments 2, concerns 188, complaints": the figure is the last of several, each with a label of its own.
fn enumerates(letter: &Letter<'_>, label: Span, time: Span) -> bool {
    let from = if time.start < label.end { time.end.clamp(label.start, label.end) } else { label.start };
    // "Primary: 2021/22 - 5, 2022/23 - 6, 2023/24"
    let before = Span::new(label.start, time.start.clamp(label.start, label.end));
    let view = letter.folded.forth(before);
    let listed = view.of(letter.folded.text()).trim_end_matches([' ', ',', ';', '/']);
    let figure = |words: &str| {
        words.ends_with(|c: char| c.is_ascii_digit() || c == '*')
            || ["nil", "none", "zero"].iter().any(|nought| words.ends_with(nought))
    };
    let listed = listed.len() < view.len() && figure(listed);
    if listed && !find_times(view.of(letter.folded.text())).is_empty() {
        return true;
    }
    let words = letter.folded.of(Span::new(from, label.end));
    let digit = |at: usize| words[..at].ends_with(|c: char| c.is_ascii_digit() || c == '%');
    let goes_on = |at: usize, mark: &str| {
        let next = &words[at + mark.len()..];
        let number = next.bytes().take_while(u8::is_ascii_digit).count();
        let band = ["over", "under", "above", "below"].iter().any(|band| next.starts_with(band)); // "16 and over"
        let length = number > 0 && Nouns::shipped().is_measured(next, Span::new(0, number)); // "16 and 17 years"
        !band && !length
    };
    [", ", "; ", " / ", " // ", " and "]
        .iter()
        .any(|mark| words.match_indices(mark).any(|(at, mark)| digit(at) && goes_on(at, mark)))
}

/// A band of ages or sizes: "21-30".
fn is_range(words: &str) -> bool {
    let number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    words.split_once('-').is_some_and(|(from, to)| number(from.trim()) && number(to.trim()))
}
