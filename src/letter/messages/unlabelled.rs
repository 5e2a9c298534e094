//! Messages of a thread that no labels head, as web pages print them.

use std::sync::LazyLock;

use crate::text::Regex;

use super::Message;
use crate::letter::Letter;
use crate::letter::courtesies::{greets, greets_office};
use crate::text::Span;
use crate::when::find_dates;

/// The messages found by their labels, with those that a name and a day head where there are at least two in all.
pub(super) fn joined(labelled: Vec<Message>, unlabelled: Vec<Message>) -> Vec<Message> {
    let new = |message: &Message| !labelled.iter().any(|other| other.header.overlaps(message.header));
    let found: Vec<Message> = unlabelled.into_iter().filter(new).collect();
    if labelled.len() + found.len() < 2 {
        return labelled;
    }
    let mut all: Vec<Message> = labelled.into_iter().chain(found).collect();
    all.sort_by_key(|message| message.header);
    all
}

/// Messages as web pages print them: "A Person 6 January 2025", or the day below the name, over a salutation.
pub(super) fn find(letter: &Letter) -> Vec<Message> {
    const NAME: usize = 80;
    let lines: Vec<Span> =
        letter.lines.spans().iter().copied().filter(|line| !line.of(letter.text).trim().is_empty()).collect();
    let below = |at: usize| lines.get(at..).unwrap_or_default().iter().map(|line| letter.folded.of(*line));
    let first_words = |at: usize| below(at).take(BETWEEN + 1).find(|line| !BESIDE.is_match(line));
    let opens = |at: usize| first_words(at).is_some_and(begins);
    let named = |words: &str| {
        let words = words.trim_end_matches([' ', ',', '-']);
        (3..NAME).contains(&words.len())
            && !words.contains([':', '?', '.', '|'])
            && !words.bytes().any(|b| b.is_ascii_digit())
    };
    let mut messages = Vec::new();
    for (at, &line) in lines.iter().enumerate() {
        if !opens(at + 1) {
            continue;
        }
        let words = letter.folded.of(line);
        let Some(dated) = find_dates(words).into_iter().find(|dated| dated.date.day().is_some()) else { continue };
        let ends = words[dated.span.end..].trim().is_empty();
        let named_above = |line: &&Span| !BESIDE.is_match(letter.folded.of(**line));
        let above = lines[..at].iter().rev().take(BETWEEN).find(named_above).copied();
        let before = &words[..dated.span.start];
        let alone = before.trim().is_empty();
        let header = match above {
            _ if !ends => continue,
            _ if named(before) => line,
            Some(above) if alone && named(letter.folded.of(above)) => above.join(line),
            // Whoever writes to the office asks, though no name is printed.
            _ if alone && first_words(at + 1).is_some_and(greets_office) => line,
            _ => continue,
        };
        let name = letter.folded.of(header)[..letter.folded.of(header).len() - (words.len() - dated.span.start)].trim();
        let from = if name.is_empty() { "requester" } else { name };
        let beside = below(at + 1).take(BETWEEN).take_while(|line| BESIDE.is_match(line)).count();
        messages.push(Message {
            header: header.join(lines[at + beside]),
            from: from.to_owned(),
            sent: Some(line),
            ..Message::default()
        });
    }
    messages
}

/// So many lines at most stand between a name and the message's first words.
const BETWEEN: usize = 6;

/// What web pages print there: that the message was delivered, and its attachments.
static BESIDE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:delivered|(?:[0-9]{1,2} )?attachments?(?-u:\b).*|.*download view as html|.*\.(?:docx?|pdf|xlsx?|pptx?|zip|csv|msg|jpe?g|png) ?\([0-9.]+ ?[km]b?\)|date ?:.{4,30})$")
        .expect("a fixed pattern")
});

/// True of a line with which a message begins.
fn begins(line: &str) -> bool {
    greets(line) || line.starts_with("thank you for contacting") || line.starts_with("thank you for your")
}
