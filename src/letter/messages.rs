//! The messages of an e-mail thread, told by their header lines (From, Sent, To, Subject).

mod unlabelled;

use std::sync::LazyLock;

use crate::text::Regex;

use super::Letter;
use crate::text::Span;
use crate::when::find_dates;

/// One message of a thread.
#[derive(Clone, Debug, Default)]
pub(super) struct Message {
    /// The header lines, in the letter.
    pub header: Span,
    /// Folded name of the sender; empty where none is printed.
    pub from: String,
    /// The line that says when it was sent.
    pub sent: Option<Span>,
    /// The subject, without its label.
    pub subject: Option<Span>,
    /// The words after the header, up to the next message.
    pub body: Span,
}

static HEADER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:> ?)*(from|sent|to|cc|bcc|subject|date|attachments?|importance|received) ?:")
        .expect("a fixed pattern")
});

static ACKNOWLEDGES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"automat(?:ic|ed) (?:reply|response|message|e-?mail)|auto-?reply|out of office|acknowledg|has been (?:logged|received|passed)|received with thanks|(?:will|should) (?:hear|receive|respond|reply)|(?:is|falls|be) due (?:by|on)|(?:response|reply|answer) (?:will|may|is likely to) be (?:late|delayed)|yet to come back to us",
    )
    .expect("a fixed pattern")
});

/// "Your request has been passed to our teams and their response is below."
static ANSWERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:(?:response|reply|answers?|replies|information requested) (?:is|are|can be found|is provided|are provided|is set out|are set out) (?:now )?(?:below|attached|as follows|between|underneath)|please (?:find|see) (?:below|our|the trust)|(?:response|reply|answers?) (?:below|as follows))")
        .expect("a fixed pattern")
});

/// "Please see below": the answers stand between the lines of the message that asked.
static BELOW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:see|find|responses?|repl(?:y|ies)|answers?|comments?|typed|written|put|answered|replied)(?: (?:is|are|set out|given|provided|our|the|my|them|these|added|inserted|straight|directly|answers|replies|in [a-z]+))* (?:below|underneath|beneath|(?:after|under|below|follow|against|next to|beside) (?:each|every|your) questions?|(?:inside|within|in|into|on|under|against|between the lines of) your (?:first |original |own |earlier )?(?:message|e-?mail|request|questions?))(?-u:\b)")
        .expect("a fixed pattern")
});

impl Message {
    /// True where the message only says that something has arrived, or that an answer will follow.
    pub(super) fn acknowledges(&self, letter: &Letter) -> bool {
        let opening = letter.folded.of(self.body);
        let end = (0..=opening.len().min(400)).rev().find(|&i| opening.is_char_boundary(i)).unwrap_or(0);
        let subject = self.subject.map_or("", |subject| letter.folded.of(subject));
        let answers = ANSWERS.is_match(&opening[..end]);
        !answers && ACKNOWLEDGES.is_match(&opening[..end]) || ACKNOWLEDGES.is_match(subject)
    }

    /// True of a short message which says that the answers stand in what is printed below it.
    pub(super) fn announces(&self, letter: &Letter) -> bool {
        const LONGEST: usize = 800;
        self.body.len() < LONGEST && BELOW.is_match(letter.folded.of(self.body))
    }

    /// True where the sender is plainly the one who asks.
    pub(super) fn is_from_requester(&self) -> bool {
        REQUESTER.is_match(&self.from)
    }
}

/// How disclosure logs print a requester whose name is taken out.
static REQUESTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"requester|applicant|enquirer|redacted|name (?:removed|withheld)").expect("a fixed pattern")
});

/// The messages of `letter` in their printed order. A header has a date and at least one line more.
pub(super) fn find_messages(letter: &Letter) -> Vec<Message> {
    let mut messages: Vec<Message> = Vec::new();
    let mut open: Option<(Message, usize)> = None;
    let lines = letter.lines.spans();
    for (at, &line) in lines.iter().enumerate() {
        if let Some(message) = quoted(letter, line) {
            close(&mut messages, open.take());
            messages.push(message);
            continue;
        }
        match read_header(letter, line) {
            Some((name, value)) => {
                let (message, fields) = open.get_or_insert_with(|| (Message { header: line, ..Message::default() }, 0));
                message.header = message.header.join(line);
                *fields += 1;
                match name.as_str() {
                    "from" => message.from = sender(letter, value),
                    "sent" | "date" => message.sent = Some(line),
                    "subject" => message.subject = Some(value),
                    _ => {}
                }
            }
            // "From: A Person" with the date alone below it, as web pages print threads; a blank line may stand between.
            None if line.of(letter.text).trim().is_empty()
                && open.as_ref().is_some_and(|(message, fields)| *fields == 1 && !message.from.is_empty()) => {}
            None if open.as_ref().is_some_and(|(message, _)| message.sent.is_none()) && is_date(letter, line) => {
                if let Some((message, fields)) = &mut open {
                    message.header = message.header.join(line);
                    message.sent = Some(line);
                    *fields += 1;
                }
            }
            // "From: FOI Team" with the address on a line of its own.
            None if open.as_ref().is_some_and(|(message, _)| !message.from.is_empty())
                && is_address(line.of(letter.text).trim()) => {}
            // "From: FOI Team" over the name of its body, over the date.
            None if open.as_ref().is_some_and(|(message, fields)| *fields == 1 && !message.from.is_empty())
                && is_name(line.of(letter.text))
                && next_filled(letter, &lines[at + 1..]).is_some_and(|next| is_date(letter, next)) => {}
            None => close(&mut messages, open.take()),
        }
    }
    close(&mut messages, open);
    if messages.len() < 2 {
        messages = unlabelled::joined(messages, unlabelled::find(letter));
    }
    let ends: Vec<usize> = messages.iter().skip(1).map(|next| next.header.start).chain([letter.text.len()]).collect();
    for (message, end) in messages.iter_mut().zip(ends) {
        message.body = Span::new(message.header.end, end);
    }
    messages
}

/// The folded name of a sender; one that is struck out ("****") is the requester's.
fn sender(letter: &Letter, value: Span) -> String {
    let printed = value.of(letter.text);
    if !printed.is_empty() && !printed.contains(char::is_alphanumeric) {
        "redacted".to_owned()
    } else {
        letter.folded.of(value).to_owned()
    }
}

/// "On Tue, 3 Jun 2025 at 09:12, A Person wrote:", as mail programs head what they quote.
fn quoted(letter: &Letter, line: Span) -> Option<Message> {
    if !line.of(letter.text).trim_end().ends_with("wrote:") {
        return None;
    }
    let words = letter.folded.of(line);
    let found = QUOTED.captures(words).filter(|found| !found["from"].ends_with("you"))?;
    let from = found["from"].trim().to_owned();
    find_dates(words).first()?.date.day()?;
    Some(Message { header: line, from, sent: Some(line), ..Message::default() })
}

static QUOTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?:> ?)*on [a-z0-9,/. ]{6,30}(?:,? at)? [0-9]{1,2}[:.][0-9]{2}(?: ?[ap]m)?, (?P<from>[^:?]{2,80}) wrote:$",
    )
    .expect("a fixed pattern")
});

fn close(messages: &mut Vec<Message>, open: Option<(Message, usize)>) {
    if let Some((message, fields)) = open
        && fields > 1
        && message.sent.is_some()
        && (message.subject.is_some() || !message.from.is_empty())
    {
        messages.push(message);
    }
}

/// True for "<foi@example.org>", and no more.
fn is_address(words: &str) -> bool {
    words
        .strip_prefix('<')
        .and_then(|words| words.strip_suffix('>'))
        .is_some_and(|inner| inner.contains('@') && !inner.contains(' '))
}

/// True for a line that may be a name: short, capitalised, and no sentence.
fn is_name(line: &str) -> bool {
    const LONGEST: usize = 60;
    let line = line.trim();
    (3..LONGEST).contains(&line.len())
        && line.starts_with(|c: char| c.is_uppercase())
        && !line.ends_with(['.', ',', ':', '?', '!'])
}

/// The first of `lines` that holds a word, if it is near.
fn next_filled(letter: &Letter, lines: &[Span]) -> Option<Span> {
    lines.iter().take(3).copied().find(|line| !line.of(letter.text).trim().is_empty())
}

/// True for a line that holds nothing but a day: a label makes it something else.
fn is_date(letter: &Letter, line: Span) -> bool {
    let words = letter.folded.of(line);
    words.len() < 40
        && find_dates(words)
            .first()
            .filter(|dated| !words[..dated.span.start].contains(':'))
            .is_some_and(|dated| dated.date.day().is_some() && dated.span.len() + 12 >= words.len())
}

/// The name and the value of a header line.
fn read_header(letter: &Letter, line: Span) -> Option<(String, Span)> {
    let colon = line.start + line.of(letter.text).bytes().take(24).position(|b| b == b':')?;
    let words = letter.folded.forth(Span::new(line.start, colon + 1)).of(letter.folded.text());
    let name = HEADER.captures(words.trim())?[1].to_owned();
    Some((name, Span::new(colon + 1, line.end).trim(letter.text)))
}
