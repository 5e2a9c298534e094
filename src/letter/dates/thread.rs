//! The dates that the headers of a thread give.

use super::super::Letter;
use super::super::messages::Message;
use super::candidate::Candidate;
use super::{IMPOSSIBLE, Role};
use crate::text::Span;
use crate::when::Dated;

/// More than this before the first e-mail header, in bytes, is a message of its own.
const LETTERHEAD: usize = 400;

/// The dates that a thread's headers give: its first message asks, its last one that does more than acknowledge answers.
pub(super) fn in_thread(letter: &Letter, messages: &[Message], dates: &[Dated]) -> Vec<Candidate> {
    let sent = |message: &Message| -> Option<(Span, &Dated)> {
        let line = letter.folded.forth(message.sent?);
        let first = dates.partition_point(|dated| dated.span.start < line.start);
        let mut near = dates[first..].iter().take_while(|dated| dated.span.start < line.end);
        let dated = near.find(|dated| line.contains(dated.span))?;
        Some((letter.folded.back(dated.span.start, dated.span.end), dated))
    };
    let mut thread: Vec<(&Message, Span, &Dated)> =
        messages.iter().filter_map(|message| sent(message).map(|(span, dated)| (message, span, dated))).collect();
    if let [first, .., last] = thread[..]
        && first.2.date.bounds().0 > last.2.date.bounds().0
    {
        thread.reverse(); // newest first, as mail programs quote
    }
    thread.sort_by_key(|(.., dated)| dated.date.bounds().0); // an acknowledgement may stand below the request that it quotes
    // Whoever asked passes the reply on: the newest message answers nothing.
    if thread.len() > 1 && thread.last().is_some_and(|(message, ..)| message.is_from_requester()) {
        thread.pop();
    }
    // Words before the first header are the newest message, and its own header is lost.
    let unheaded =
        messages.first().is_some_and(|first| !first.from.is_empty() && letter.depth(first.header.start) > LETTERHEAD);
    let asks = |message: &Message| {
        !message.acknowledges(letter) && (thread.len() > 1 || unheaded || message.is_from_requester())
    };
    let asked = thread.first().filter(|(message, ..)| asks(message)).copied();
    let mut others = thread.iter().filter(|(message, ..)| asked.is_none_or(|(asking, ..)| asking.from != message.from));
    let answered = others.rfind(|(message, ..)| !unheaded && !message.acknowledges(letter)).copied();
    let candidate = |role, (_, span, dated): (&Message, Span, &Dated)| {
        let rule = if dated.damaged { IMPOSSIBLE } else { "e-mail-header" };
        Candidate { role, tier: 1, rank: 0, rule: rule.to_owned(), date: dated.date, span }
    };
    let asked = asked.map(|message| candidate(Role::Requested, message));
    asked.into_iter().chain(answered.map(|message| candidate(Role::Responded, message))).collect()
}
