//! What is done on a day, in whatever words the head of a letter says it: a participle of asking or arriving makes the day
//! that of the request, one of answering that of the reply.

use std::sync::LazyLock;

use crate::text::Regex;

use super::Role;

/// A request that comes: "your e-mail received", "hear from you on", "your interest in our work, dated".
static ASKED: LazyLock<Regex> = LazyLock::new(|| {
    let whole = r"^(?:(?:date )?(?:logged|submitted|registered|lodged|opened|requested|you (?:wrote|asked))|(?:re:? )?(?:your |the )?(?:foi |information )?(?:request|enquiry|e-?mail|letter|message)(?: of|:? (?:received|submitted|logged|made))?)(?: on)?$";
    let deed = r"(?:received|logged|submitted|registered|lodged|dated|made|sent|contact(?:ed|ing)|hear(?:ing|d)? from you|came|arrived|reached|approach(?:ed|ing))";
    let told = format!(
        r"(?-u:\b)(?:you|your|request|enquiry|foi)(?-u:\b)[^.;]{{0,140}}?(?-u:\b){deed}(?: [a-z0-9'&-]+){{0,9}}? on(?: the)?$"
    );
    let close = format!(r"(?-u:\b)(?:you|your|request|enquiry|foi)(?-u:\b)[^.;]{{0,140}}?(?-u:\b){deed}$");
    let you = r"(?-u:\b)(?:hear(?:ing|d)? from|contact(?:ing)? (?:from|by)) you on$|(?:thank you|thanks) for contacting [^.;]{2,80} on$|(?-u:\b)you (?:sent|made|put|submitted|wrote)(?: [a-z0-9'&-]+){0,9}? on$";
    Regex::new(&format!("{whole}|{told}|{close}|{you}")).expect("a fixed pattern")
});

/// A reply that goes: "answered", "our reply", "this reply goes to you on", "I'm sending this on".
static ANSWERED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:date )?(?:answered|closed|replied|responded|decided|completed|concluded|issued|we (?:replied|answered|responded))(?: on)?$|^(?:our )?(?:reply|response|answer)(?: of|: dated)?$|(?-u:\b)(?:this|our|the) (?:reply|response|answer|letter),? (?:is |was |goes |being )?(?:sent|dated|issued|given|completed|to you|out)(?: to you)?(?: on)?$|(?-u:\b)(?:sending|writing|answering) (?:this|you this) on$")
        .expect("a fixed pattern")
});

/// Words of another matter: what is due, said earlier, sent to others.
static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:review|complain[a-z]*|clarif[a-z]*|due|deadline|earlier|previous|original|first|another|report|published|board|meeting|policy|charter|acknowledg[a-z]*|since|between|from the|coroner|dissatisf[a-z]*|unhappy|if you|not)(?-u:\b)")
        .expect("a fixed pattern")
});

/// The role that the words up to a date give it.
pub(super) fn by_participle(words: &str) -> Option<(Role, &'static str)> {
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    if words.is_empty() || OTHERS.is_match(words) {
        return None;
    }
    // "submitted 16 May 2025, answered 12 June 2025": each date has the words after the one before it.
    static VALUE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[0-9][,;:)]* ").expect("a fixed pattern"));
    let own = VALUE.find_iter(words).last().map_or(words, |value| &words[value.end()..]);
    let own = own.trim_start_matches(|c: char| !c.is_alphanumeric());
    if ANSWERED.is_match(own) {
        return Some((Role::Responded, "answered-then"));
    }
    (ASKED.is_match(own) || ASKED.is_match(words)).then_some((Role::Requested, "asked-then"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_on_a_day_tells_whose_day_it_is() {
        let role = |words: &str| by_participle(words).map(|(role, _)| role);
        for words in [
            "it was good to hear from you on",
            "thank you for your interest in the hospital, dated",
            "request of:",
            "your letter:",
            "your request, logged on",
            "your request 25-12: submitted",
            "thank you for contacting the trust on",
            "your request: received",
            "the request that you sent to the council on",
            "**date you wrote:**",
        ] {
            assert_eq!(role(words), Some(Role::Requested), "{words}");
        }
        for words in [
            "submitted 16 may 2025, answered",
            "our answer:",
            "reply of:",
            "i'm sending this on",
            "this reply goes to you on",
            "decided",
        ] {
            assert_eq!(role(words), Some(Role::Responded), "{words}");
        }
        for words in [
            "the board met on",
            "your request for a review was received on",
            "reply due",
            "the trust signed on",
            "data received on",
        ] {
            assert_eq!(role(words), None, "{words}");
        }
    }
}
