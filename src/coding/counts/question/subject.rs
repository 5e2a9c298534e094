//! What a folded question asks to be counted: the thing, and what was done to it ("staff … dismissed").

use std::sync::LazyLock;

use crate::text::Regex;

use super::asks::{HOW_MANY, names_things};
use super::pattern;
use crate::text::Span;

/// Most words of the thing.
const THING: usize = 14;
/// Most words of what was done to it.
const DONE: usize = 12;
static STOP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "[?:;\\n(]|[.,] |\\.$| a\\) |(?-u:\\b)(?:(?:by|each|every|per) (?:financial |calendar |academic )?(?:year|month|week|quarter|type|site|category)|were|was|did|does|do|has|have|had|are|is|can|could|will|would|there|since|during|between (?:the (?:last|past|start|beginning|two|three|four|five)|[0-9]|january|february|march|april|may|june|july|august|september|october|november|december)|over the|in (?:each|the (?:same|those|last|past|years?|period|financial|calendar|academic|school|trust|area|borough|county|council)|total|every|20[0-9]{2})|for (?:each|every|the (?:same|last|past|year|years|period|financial|calendar|academic))|from (?:[0-9]+|each)|(?:on|at|by) [0-9]+|you(?:r)?|came|went|hit|led|broken|please|received(?: (?:in|during|since|for|between|over|each|per|to)|[?,.;]|$)|(?:took|take) place|occurred|happened|and (?:what|why|where|when|whether))(?-u:\\b)",
    )
});

/// No remark within the thing is longer, in bytes, and none has more of them.
const REMARK: usize = 24;
const REMARKS: usize = 3;

/// "Of those, answered within a week": what was done to the things before, without "how many".
pub(super) static OF_THOSE: LazyLock<Regex> =
    LazyLock::new(|| pattern("^of (?:these|those|them|the above), (?:which were )?"));

/// Nouns that look like what was done.
const PERSONS: [&str; 6] = ["deceased", "accused", "bereaved", "disabled", "injured", "unemployed"];

/// A verb in the past where the thing should stand.
static DID: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:[a-z]{3,}ed|waiting|awaiting|left|died|won|went|came|upheld|held|made|given|brought|withdrawn|stolen|sold|lost|found|paid|bought|taken|sent|sunk)(?:$| (?:more|less|over|under|for|to|in|at|by|after|before|within|longer|because|from|with|as|on|which|who|that|without)(?-u:\\b))",
    )
});

/// One more of several things: ", concerns and" in "compliments, concerns and complaints about parking".
static ITEM: LazyLock<Regex> =
    LazyLock::new(|| pattern("^, (?:[a-z-]+ )?[a-z-]+(?:s|ed|ly)(?:,? (?:and|or) (?:[a-z-]+ )?[a-z-]+(?:s|ed) |,)"));

/// The end of a clause, or the beginning of its time.
static END: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "[?:;\\n(]|[.,] |\\.$|(?-u:\\b)(?:since|during|between (?:the (?:last|past|start|beginning|two|three|four|five)|[0-9]|january|february|march|april|may|june|july|august|september|october|november|december)|over the|in (?:each|the (?:same|those|last|past|years?|period|financial|calendar|academic|school)|total|every|[12][0-9/]+|january|february|march|april|may|june|july|august|september|october|november|december)|for (?:each|the (?:same|last|past|year|period|financial|calendar))|from (?:[0-9]+|each|january|april)|and (?:how|what|why|where|when|whether)|(?:by|on|for|at) [0-9/]+|and$|by (?:year|month|type)|as (?:at|of)|that (?:the|you|your)|please|to date|(?:each|every|per) (?:year|month|week|quarter))(?-u:\\b)",
    )
});

/// Helping verbs before what was done, and verbs that say no more than that there were some.
static HELPING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^ ?(?:(?:were|was|are|is|has|have|had|did|do|does|been|being|there|subsequently|then|also|in total|ever|currently)(?-u:\\b) ?)+",
    )
});
static SAYS_NOTHING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^ ?(?:the|your|you|took place|happened|received|recorded|reported|made|logged|registered|lodged|held|submitted|raised|occurred|taken place|place|it|they|we|your)(?-u:\\b) ?",
    )
});
static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:(?:please|kindly|can you|could you|i would like|i want|i request) ?|(?:(?:provide|give|state|confirm|supply|tell|send|list|know|specify|show|include)(?: me| us)?(?: with)? )|(?:and|also|to|what (?:is|was|are|were)) |(?:a |the )?(?:breakdown|break down|details?|figures|statistics|data|information) (?:of|for|on|by) |(?:the |a )?(?:overall |annual |yearly |combined )?(?:total|count)s? (?:of |for )?|(?:the )?annual |(?:all|any|the|of the) )+",
    )
});

/// The thing that is asked for, and what was done to it (empty where the question only asks how many there were).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What follows "how many", or the whole of a short question.
    pub thing: Span,
    /// "dismissed", "upheld at stage two".
    pub done: Span,
}

/// Every subject of the folded question, in order: one for each "how many".
pub fn subjects(folded: &str) -> Vec<Subject> {
    let mut found = Vec::new();
    let mut asking: Vec<(usize, usize)> = HOW_MANY
        .find_iter(folded)
        .filter(|asking| {
            let words = asking.as_str();
            done_in(words) > 0 || ["how", "of", "that", "who", "which", "with"].iter().any(|word| words.contains(word))
        })
        .map(|asking| (asking.start(), asking.end() - done_in(asking.as_str())))
        .collect();
    if asking.is_empty() {
        if let Some(these) = OF_THOSE.find(folded) {
            let thing = Span::new(0, these.as_str().trim_end_matches([',', ' ']).len());
            return vec![Subject { thing, done: done_at(folded, these.end(), folded.len()) }];
        }
        if ASKS.is_match(folded) {
            return vec![yes_no(folded)];
        }
        asking.push((0, 0));
    }
    for (at, &(start, end)) in asking.iter().enumerate() {
        let until = asking.get(at + 1).map_or(folded.len(), |next| next.0);
        let lead = &folded[..start];
        let among = at == 0 && lead.starts_with("of ") && lead.len() < 120;
        if among {
            // "Of the reports in 2024, how many led to a fine", "… how many firms were fined"
            let skip =
                if lead.starts_with("of the ") && !lead.starts_with("of the above") { "of the ".len() } else { 0 };
            let thing = Span::new(skip, lead.trim_end_matches([',', ' ']).len());
            let own = subject(folded, end, until);
            let done = match (own.thing.is_empty(), own.done.is_empty()) {
                (true, _) => Some(own.done).filter(|done| !done.is_empty()).unwrap_or_else(|| done(folded, end, until)),
                (false, true) => own.thing,
                (false, false) => own.thing.join(own.done),
            };
            found.push(Subject { thing, done });
        } else {
            let subject = subject(folded, end, until);
            if at == 0 && subject.thing.is_empty() && names_things(lead) {
                found.push(self::subject(folded, 0, start)); // "cases heard at panel, and how many were upheld"
            }
            found.push(subject);
        }
    }
    if found[0].thing.is_empty() && found[0].done.is_empty() {
        found[0] = yes_no(folded); // "Do you use agency staff? If so, how many?"
    }
    found
}

/// The length of what was done at the end of "number refused".
fn done_in(asking: &str) -> usize {
    let (lead, last) = asking.rsplit_once(' ').unwrap_or((asking, ""));
    if lead.contains("number") && !matches!(last, "of" | "that" | "who" | "which" | "with" | "times") {
        last.len()
    } else {
        0
    }
}

/// What was done where no helping verb leads to it: "answered within a week".
fn done_at(folded: &str, from: usize, until: usize) -> Span {
    let cut = END.find_at(&folded[..until], from).map_or(until, |end| end.start());
    let limit = folded[from..].match_indices(' ').nth(DONE).map_or(until, |(at, _)| from + at);
    closed(folded, Span::new(from, cut.min(limit).max(from)).trim(folded))
}

static ASKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:does|do|did|have|has|is|are|were|was|will|can) (?:you|your [a-z]+|the [a-z]+)(?: (?:trust|council|board|force|currently|ever|own|have|had|use|used|employ|employed|hold|held|operate|run))*(?-u:\\b) ?",
    )
});

/// What a yes-no question asks about.
fn yes_no(folded: &str) -> Subject {
    let start = ASKS.find(folded).map_or(0, |asks| asks.end());
    let start = start + LEAD.find(&folded[start..]).map_or(0, |lead| lead.end());
    let cut = END.find_at(folded, start).map_or(folded.len(), |end| end.start());
    let limit = folded[start..].match_indices(' ').nth(THING).map_or(folded.len(), |(at, _)| start + at);
    Subject { thing: Span::new(start, cut.min(limit).max(start)).trim(folded), done: Span::new(start, start) }
}

/// Where the thing ends: "exceptional (IFR) applications were" goes on after a short remark in brackets.
fn stop(rest: &str, from: usize) -> usize {
    let mut at = from;
    for _ in 0..REMARKS {
        let Some(stop) = STOP.find_at(rest, at) else { return rest.len() };
        let after = rest[stop.start()..].strip_prefix('(').and_then(|remark| remark.split_once(") "));
        match after
            .filter(|(remark, after)| remark.len() < REMARK && after.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            Some((remark, _)) => at = stop.start() + remark.len() + ") ".len() + 1,
            None => return stop.start(),
        }
    }
    STOP.find_at(rest, at).map_or(rest.len(), |stop| stop.start())
}

fn subject(folded: &str, from: usize, until: usize) -> Subject {
    let rest = &folded[from..until];
    let lead = rest.len() - rest.trim_start().len();
    let lead = lead + LEAD.find(&rest[lead..]).map_or(0, |found| found.end());
    let mut cut = stop(rest, lead);
    while let Some(item) = ITEM.find(&rest[cut..]).filter(|_| cut > lead) {
        let next = cut + item.end() - 1;
        cut = stop(rest, next);
    }
    let limit = rest[lead..].match_indices(' ').nth(THING).map_or(rest.len(), |(at, _)| lead + at);
    let end = cut.min(limit);
    let thing = closed(folded, Span::new(from + lead.min(end), from + end).trim(folded));
    if DID.is_match(thing.of(folded)) && !PERSONS.contains(&thing.of(folded)) {
        return Subject { thing: Span::new(thing.start, thing.start), done: thing }; // "how many waited more than a day"
    }
    if let Some(pronoun) = ["it ", "they ", "we "].iter().find(|pronoun| thing.of(folded).starts_with(**pronoun)) {
        let done = Span::new(thing.start + pronoun.len(), thing.end); // "and how many it suspended"
        return Subject { thing: Span::new(thing.start, thing.start), done };
    }
    let done = if thing.is_empty() || end == cut { done(folded, from + end, until) } else { Span::new(0, 0) };
    Subject { thing, done }
}

/// What was done, where a passive, a past tense or a bare verb says so; empty for "did the trust receive" and the like.
fn done(folded: &str, from: usize, until: usize) -> Span {
    static TIME: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            "^,? ?(?:in|during|for|since|over) (?:(?:each|any|all|the) (?:of )?(?:year |years |period )?)?[12][0-9/ -]+(?:(?:and|to) [0-9/ -]+)?,? ?",
        )
    });
    static VERB: LazyLock<Regex> = LazyLock::new(|| {
        pattern("^ ?(?:came|went|hit|led|broken|took|left|won|had|got|ended|changed|resulted|involved)(?-u:\\b)")
    });
    static DEED: LazyLock<Regex> = LazyLock::new(|| pattern("^ ?[a-z]{3,}ed "));
    static ABOUT: LazyLock<Regex> =
        LazyLock::new(|| pattern("(?-u:\\b)(?:about|against|concerning|regarding|involving|relating to)(?-u:\\b)"));
    let time = TIME.find(&folded[from..until]).map_or(0, |time| time.len());
    let from = from + time;
    let rest = &folded[from..until];
    let dated = time > 0 && DEED.is_match(rest); // "of the doctors erased in 2024 appealed to the court"
    let helping = HELPING.find(rest);
    let agent = ["did", "do", "does"].iter().any(|word| rest.trim_start().starts_with(word));
    if agent {
        // "How many complaints did wards make about linen"
        let about = ABOUT.find(rest).map_or(rest.len(), |about| about.start());
        let cut = END.find_at(rest, about).map_or(rest.len(), |end| end.start());
        let limit = rest[about..].match_indices(' ').nth(DONE - 1).map_or(rest.len(), |(at, _)| about + at);
        return closed(folded, Span::new(from + about, from + cut.min(limit).max(about)).trim(folded));
    }
    if helping.is_none() && !dated && (from == 0 || !VERB.is_match(rest)) {
        return Span::new(from, from);
    }
    let mut start = helping.map_or(0, |helping| helping.end());
    while let Some(empty) = SAYS_NOTHING.find(&rest[start..]) {
        start += empty.end();
    }
    let cut = END.find_at(rest, start).map_or(rest.len(), |end| end.start());
    let limit = rest[start..].match_indices(' ').nth(DONE - 1).map_or(rest.len(), |(at, _)| start + at);
    let done = Span::new(from + start.min(cut), from + cut.min(limit)).trim(folded);
    let only_by =
        ["to ", "by ", "in ", "at ", "against the", "and ", "or "].iter().any(|word| done.of(folded).starts_with(word));
    if only_by { Span::new(from, from) } else { closed(folded, done) }
}

/// Without the words at its end that begin something else: "who", "in", "and".
pub fn closed(folded: &str, span: Span) -> Span {
    const OPEN: [&str; 14] =
        ["who", "which", "that", "and", "or", "in", "on", "at", "for", "of", "by", "to", "the", "with"];
    let mut words = span.of(folded).trim_end_matches([' ', '(', ',']);
    while let Some(rest) = OPEN.iter().find_map(|open| words.strip_suffix(open)).filter(|rest| rest.ends_with(' ')) {
        words = rest.trim_end();
    }
    Span::new(span.start, span.start + words.len())
}

/// What came of it, without the verb: "a fracture" of "led to a fracture".
pub fn outcome(done: &str) -> &str {
    static VERB: LazyLock<Regex> = LazyLock::new(|| {
        pattern("^(?:(?:led|amounted) to|(?:resulted|ended) (?:in|with)|involved|had|got)(?: an?| the)? (?-u:\\b)")
    });
    VERB.find(done).map_or(done, |verb| &done[verb.end()..])
}
