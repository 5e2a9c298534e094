//! The messages of a thread: which of them answers, and what the others are to it.

use std::collections::HashMap;

use crate::document::{Label, parse_label};
use crate::letter::courtesies::takes_leave;
use crate::letter::messages::{Message, find_messages};
use crate::letter::{Letter, Zones};
use crate::text::capitals::ends_in_capitals;
use crate::text::{Folded, Lines, Span, answering_depths, bracketed_openings, unquote};
use crate::when::{Moment, find_dates};

/// More than this before the first header, in bytes, is a message whose own header is lost.
const LETTERHEAD: usize = 400;

/// A shorter message than this, in bytes, from whoever answers later says that an answer is to come.
const SHORT: usize = 500;

/// What a stretch of a thread is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The header lines of the message that answers.
    Header,
    /// The message that answers, one between whose quoted lines somebody answers, or a letter that is no thread.
    Answering,
    /// A message printed before the answer that may hold the request.
    Before,
    /// Acknowledgements, and everything printed after the answer.
    Beyond,
}

/// The stretches of `text` and their roles, without gaps.
pub(super) fn find_roles(text: &str, lines: &Lines, folded: &Folded) -> Vec<(Span, Role)> {
    let zones = Zones::new(Vec::new());
    let letter = Letter { text, lines, folded, zones: &zones, file: "" };
    let messages = find_messages(&letter);
    let Some(first) = messages.first() else { return vec![(Span::new(0, text.len()), Role::Answering)] };
    let opening = Span::new(0, first.header.start);
    let unheaded = letter.depth(opening.end) > LETTERHEAD;
    let answer = if unheaded { None } else { answering(&letter, &messages) };
    let mut roles = Vec::new();
    if !opening.is_empty() {
        roles.push((opening, if unheaded { Role::Answering } else { Role::Header }));
    }
    let by_number = answer.is_some_and(|answer| answers_by_number(text, lines, messages[answer].body));
    let thread = Thread { letter: &letter, messages: &messages, answer, unheaded, by_number };
    let mut asked_before = false;
    for (at, message) in messages.iter().enumerate() {
        let (header, body) = thread.roles(at);
        roles.push((message.header, header));
        if body == Role::Before && answer.is_some() && thread.asks(at) {
            // A later message of the requester's asks for news, or says what was meant.
            let asked = if asks_anew(text, lines, message.body) || !asked_before {
                end_of_questions(text, lines, message.body)
            } else {
                message.body.start
            };
            asked_before = true;
            roles.push((Span::new(message.body.start, asked), Role::Before));
            roles.push((Span::new(asked, message.body.end), Role::Beyond));
        } else if body == Role::Answering && thread.is_answered_by_number(at) {
            // Nobody answers below the requester's name.
            let asked = end_of_questions(text, lines, message.body);
            roles.push((Span::new(message.body.start, asked), body));
            roles.push((Span::new(asked, message.body.end), Role::Beyond));
        } else {
            roles.push((message.body, body));
        }
    }
    roles
}

/// The messages of a thread, and the one that answers.
struct Thread<'t> {
    letter: &'t Letter<'t>,
    messages: &'t [Message],
    /// The message that answers; `None` where it has no header of its own, or nothing answers.
    answer: Option<usize>,
    /// True where it stands above all headers.
    unheaded: bool,
    /// True where it goes by the numbers of the questions.
    by_number: bool,
}

impl Thread<'_> {
    /// What the header and the body of the message at `at` are.
    fn roles(&self, at: usize) -> (Role, Role) {
        match self.answer {
            Some(answer) if at > answer => (Role::Beyond, self.printed_after(answer, at)),
            Some(answer) if at == answer => (Role::Header, Role::Answering),
            None if self.unheaded => (Role::Beyond, Role::Beyond),
            _ => self.printed_before(at),
        }
    }

    /// What the message at `at` is, which is printed below the one that answers: most often the request, asked and done with.
    fn printed_after(&self, answer: usize, at: usize) -> Role {
        let Letter { text, lines, .. } = *self.letter;
        let message = &self.messages[at];
        let (own, listed) = (self.asks(at), self.lists_questions_of_another(at, answer));
        let asks = own || listed;
        let answered_between_its_lines = answering_depths(text, lines, message.body).is_some()
            || asks && ends_in_capitals(message.body.of(text).lines())
            || asks && !bracketed_openings(message.body.of(text)).is_empty()
            || asks && comes_back(message.body.of(text))
            || asks
                && (at == answer + 1 || asks_anew(text, lines, message.body))
                && self.messages[answer].announces(self.letter);
        // Whoever answers by number leaves the questions where they were asked.
        let answered_by_number = self.is_answered_by_number(at);
        let forwarded = at == answer + 1 && !own && forwards(self.letter, &self.messages[answer]);
        if answered_between_its_lines || answered_by_number || forwarded { Role::Answering } else { Role::Beyond }
    }

    /// True for a list of questions from somebody else than who answers.
    fn lists_questions_of_another(&self, at: usize, answer: usize) -> bool {
        let other = self.sender(at).is_some() && self.sender(at) != self.sender(answer);
        other && asks_anew(self.letter.text, self.letter.lines, self.messages[at].body)
    }

    /// True for the requester's list below an answer that goes by its numbers.
    fn is_answered_by_number(&self, at: usize) -> bool {
        let Some(answer) = self.answer.filter(|&answer| at > answer && self.by_number) else { return false };
        self.messages[at].is_from_requester() || self.lists_questions_of_another(at, answer)
    }

    /// What the message at `at` is, which is printed above the one that answers, or in a thread that nobody answers.
    fn printed_before(&self, at: usize) -> (Role, Role) {
        if self.asks(at) {
            // The names in the header are nobody's who answers.
            (Role::Beyond, Role::Before)
        } else if self.holds_off(at) {
            (Role::Header, Role::Beyond)
        } else if self.messages[at].acknowledges(self.letter) {
            (Role::Beyond, Role::Beyond)
        } else {
            (Role::Header, Role::Before)
        }
    }

    fn sender(&self, at: usize) -> Option<&str> {
        Some(self.messages[at].from.as_str()).filter(|from| !from.is_empty())
    }

    /// True for a message of the requester's: whoever wrote first asks, unless it is who answers.
    fn asks(&self, at: usize) -> bool {
        let from = self.sender(at);
        let asker = self
            .answer
            .filter(|answer| *answer > 0)
            .and_then(|answer| self.sender(0).filter(|first| self.sender(answer) != Some(*first)));
        self.messages[at].is_from_requester() || from.is_some() && from == asker
    }

    /// True where whoever answers at last only says that an answer is to come.
    fn holds_off(&self, at: usize) -> bool {
        let Letter { text, lines, .. } = *self.letter;
        let body = self.messages[at].body;
        let earlier = self
            .answer
            .is_some_and(|answer| at < answer && self.sender(at).is_some() && self.sender(at) == self.sender(answer));
        earlier && body.len() < SHORT && !answers_by_number(text, lines, body)
    }
}

/// True where lines of the requester's message begin with what somebody who answers between them puts before each answer: "[HR] No",
/// "Trust: no", "-> no".
fn comes_back<'t>(body: &'t str) -> bool {
    const OFTEN: usize = 3;
    let opening = |line: &'t str| {
        let word = line.split_whitespace().next()?;
        let bracketed = word.starts_with('[') && word.ends_with(']') && word.len() > 2;
        let name = word.strip_suffix(':').filter(|name| name.starts_with(char::is_uppercase));
        let named = name.is_some_and(|name| name.chars().all(char::is_alphabetic));
        let arrow = ["->", "-->", "=>", ">>>"].contains(&word);
        ((bracketed || named || arrow) && line.len() > word.len()).then_some(word)
    };
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut openings = body.lines().map(str::trim).filter_map(opening);
    openings.any(|word| {
        let count = counts.entry(word).or_default();
        *count += 1;
        *count >= OFTEN
    })
}

/// True for a short message that passes on the answer below it, which somebody else wrote.
fn forwards(letter: &Letter, message: &Message) -> bool {
    const LONGEST: usize = 1000;
    let words = letter.folded.of(message.body);
    let passes_on = words.contains("forwarded message") || words.contains("forwarded by");
    message.body.len() < LONGEST
        && passes_on
        && ["below", "attached e-mail", "provided by"].iter().any(|on| words.contains(on))
}

/// True for a message with a list of questions.
fn asks_anew(text: &str, lines: &Lines, body: Span) -> bool {
    const SEVERAL: usize = 2;
    let within = lines.spans()[lines.index_of(body.start)..].iter().take_while(|line| line.start < body.end);
    let item = |line: &&Span| matches!(parse_label(line.of(text).trim()), Some((Label::Number(_), _)));
    within.filter(item).take(SEVERAL).count() == SEVERAL
}

/// Where a requester's message has asked its last question: what goes on below a blank line answers nothing. The end of the
/// message where it has no list and no question mark.
fn end_of_questions(text: &str, lines: &Lines, body: Span) -> usize {
    let within = lines.spans()[lines.index_of(body.start)..].iter().take_while(|line| line.start < body.end);
    let (mut end, mut open) = (None, false);
    for line in within {
        let words = unquote(line.of(text)).1.trim();
        let lower = words.to_lowercase();
        // "Yours faithfully" above "A. Name": no label.
        if takes_leave(&lower) {
            break;
        }
        let asks = words.ends_with('?')
            || matches!(parse_label(words), Some((Label::Number(_), _)))
            || ["please", "also", "and ", "if yes", "if so", "i would"]
                .iter()
                .any(|opening| lower.starts_with(opening));
        open = !words.is_empty() && (open || asks);
        if open {
            end = Some(line.end.min(body.end));
        }
    }
    end.unwrap_or(body.end)
}

/// True where several lines of a message begin with the numbers of questions, and none asks.
fn answers_by_number(text: &str, lines: &Lines, body: Span) -> bool {
    const ANSWERED: usize = 3;
    let within = lines.spans()[lines.index_of(body.start)..].iter().take_while(|line| line.start < body.end);
    let (mut numbered, mut asked) = (0, 0);
    for line in within.map(|line| line.of(text).trim()) {
        numbered += usize::from(matches!(parse_label(line), Some((Label::Number(_), _))));
        asked += usize::from(line.ends_with('?'));
    }
    numbered >= ANSWERED && asked == 0
}

/// The last message in time that is not the requester's and does more than acknowledge.
fn answering(letter: &Letter, messages: &[Message]) -> Option<usize> {
    let newest_first =
        match (messages.first().and_then(|m| sent(letter, m)), messages.last().and_then(|m| sent(letter, m))) {
            (Some(first), Some(last)) => first.bounds().0 > last.bounds().0,
            _ => false,
        };
    let answers = |message: &Message| !message.is_from_requester() && !message.acknowledges(letter);
    // The first message may have lost its header: no office asks.
    let asks = |message: &&Message| !is_office(&message.from);
    let asker = if newest_first { messages.iter().rev().find(asks) } else { messages.iter().find(asks) };
    let asker = asker.map(|message| message.from.as_str());
    let other = |message: &Message| answers(message) && Some(message.from.as_str()) != asker;
    let choose = |is: &dyn Fn(&Message) -> bool| match newest_first {
        true => messages.iter().position(is),
        false => messages.iter().rposition(is),
    };
    if messages.len() == 1 {
        return Some(0);
    }
    // Where nobody does more than acknowledge, whoever did not ask writes for the authority.
    let others = |message: &Message| !message.is_from_requester() && Some(message.from.as_str()) != asker;
    choose(&other).or_else(|| choose(&others)).or_else(|| choose(&answers))
}

/// True of a sender's name that is an office's: "FOI Requests, Lancashire and South Cumbria NHS Foundation Trust".
fn is_office(from: &str) -> bool {
    ["foi", "freedom of information", "information governance"].iter().any(|office| from.starts_with(office))
}

/// When a message was sent.
fn sent(letter: &Letter, message: &Message) -> Option<Moment> {
    let line = letter.folded.of(message.sent?);
    find_dates(line).first().map(|dated| dated.date)
}
