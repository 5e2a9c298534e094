//! Signs of a letter, of a thread and of a page that no phrase gives.

use std::sync::LazyLock;

use crate::text::Regex;

use crate::letter::messages::find_messages;
use crate::letter::{Letter, Zone};
use crate::record::Kind;

/// A letter or message speaks to somebody.
pub(super) static ADDRESSES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:^|[\n .,:])(?:dear [a-z\[]|hello,|hi,\n|yours (?:sincerely|faithfully)|kind regards|you (?:have )?asked|your (?:own |recent |original )?(?:request|enquiry|questions?|letter|e-?mail)|thank(?:s| you) for|made this (?:foi|freedom))",
    )
    .expect("a fixed pattern")
});

/// Whom a letter or message addresses: a thread has several.
pub(super) static SALUTATION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|\n)(?:dear |hi |hello[ ,]|good (?:morning|afternoon))").expect("a fixed pattern")
});

/// True where the letter tells how to have a decision reviewed: it has decided something.
pub(super) fn has_review(letter: &Letter) -> bool {
    letter.zones.parts().iter().any(|(_, zone)| matches!(zone, Zone::Review | Zone::Regulator))
}

/// What the thread is where somebody else writes back to whoever asks: answered, or only acknowledged.
pub(super) fn written_back(letter: &Letter) -> Option<Kind> {
    let messages = find_messages(letter);
    let asker = &messages.iter().find(|message| message.is_from_requester()).or(messages.first())?.from;
    let mut others =
        messages.iter().filter(|message| message.from != *asker && !message.is_from_requester()).peekable();
    others.peek()?;
    Some(if others.all(|message| message.acknowledges(letter)) { Kind::FoiAcknowledgement } else { Kind::FoiResponse })
}

/// A page with this many numbered requests is an index.
const INDEX: usize = 4;

/// True for a page that lists many requests, each with a number of its own.
pub(super) fn lists_requests(letter: &Letter) -> bool {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?-u:\b)(?:foi|ref(?:erence)?|request)(?: (?:no|number|ref|id))?[ .:#_/-]{0,3}([0-9]{2,}[0-9/-]+)")
            .expect("a fixed pattern")
    });
    let numbers = NUMBER.captures_iter(letter.folded.text()).filter_map(|found| found.get(1));
    let distinct: std::collections::BTreeSet<&str> = numbers.take(200).map(|number| number.as_str()).collect();
    distinct.len() >= INDEX
        || letter.lines.spans().iter().filter(|line| is_row(line.of(letter.text))).take(INDEX).count() == INDEX
}

/// True of a row of an index: "20-101 Wheelchair waiting times".
fn is_row(line: &str) -> bool {
    static ROW: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^[| ]*[0-9]{2,4}[-/][0-9]{3,5}[| \t]+[A-Z][a-z]").expect("a fixed pattern"));
    ROW.is_match(line)
}
