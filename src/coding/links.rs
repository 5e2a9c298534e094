//! Web addresses in the answers, joined where a line's end or a space broke them.

use std::sync::LazyLock;

use crate::text::Regex;

use super::place::Places;
use crate::letter::Letter;
use crate::segment::Pair;
use crate::text::Span;

static ADDRESS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"(?i)(?:https?://|(?-u:\b)www\.)[^\s<>"“”|\\^`{}]+"#).expect("a fixed pattern"));

/// What may follow a break inside an address: the rest of a path, up to a file's ending or the next white space.
static REST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?: |[ \t]*\r?\n[ \t]*(?:> ?)?)([A-Za-z0-9%_/=&?.#~+-]+)").expect("a fixed pattern")
});

/// The ending of a file or page, behind which no address goes on.
static ENDING: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\.(?:pdf|docx?|xlsx?|csv|aspx?|html?|php|zip|pptx?)$").expect("a fixed pattern"));

/// The regulators' own sites, which answer nothing.
const REGULATORS: [&str; 3] = ["ico.org.uk", "itspublicknowledge.info", "foi.scot"];

/// No address is longer than this, in bytes.
const LONGEST: usize = 2000;

/// An address is broken at most this often.
const BREAKS: usize = 4;

/// The web addresses of the answers in order: place, the address made whole, and the pair whose answer holds it.
pub fn find_links(letter: &Letter, pairs: &[Pair]) -> Vec<(Span, String, Option<usize>)> {
    let places = Places::new(pairs);
    let mut links = Vec::new();
    let mut from = 0;
    while let Some(hit) = ADDRESS.find_at(letter.text, from) {
        if hit.len() > LONGEST {
            from = hit.end();
            continue;
        }
        let (end, url) = read(letter.text, hit.range().into());
        from = end.max(hit.end());
        let span = Span::new(hit.start(), end);
        if url.len() > 8 && !REGULATORS.iter().any(|host| host_of(&url).ends_with(host)) {
            links.extend(places.answering(letter, span).map(|pair| (span, url, pair)));
        }
    }
    links
}

/// Where the address that begins with `first` ends, and its words in one piece.
fn read(text: &str, first: Span) -> (usize, String) {
    let mut url = trimmed(first.of(text)).to_owned();
    let mut end = first.start + url.len();
    for _ in 0..BREAKS {
        if ENDING.is_match(&url) {
            break;
        }
        let Some(rest) = REST.captures(&text[end..]).and_then(|found| found.get(1)) else { break };
        if rest.len() > LONGEST {
            break;
        }
        let more = trimmed(rest.as_str());
        if !goes_on(&url, more, text[end..].starts_with(' ')) {
            break;
        }
        end += rest.start() + more.len();
        url.push_str(more);
    }
    url.retain(|c| c != '\u{ad}');
    (end, url)
}

/// True where `more` is certainly a part of the address `url`: it has the marks of a path, and no sentence has them.
fn goes_on(url: &str, more: &str, spaced: bool) -> bool {
    let path = url.split_once("//").map_or(url, |(_, rest)| rest).contains('/');
    let open = url.ends_with(['/', '-', '_', '=', '&', '?', '%']);
    let lower = more.starts_with(|c: char| !c.is_ascii_uppercase() || url.ends_with(['-', '_', '/']));
    let marked = more.contains('/') || ENDING.is_match(more) || more.matches(['-', '_', '%', '=']).count() >= 2;
    let address = more.starts_with("http") || more.starts_with("www.");
    !address && path && lower && marked && (open || !spaced)
}

/// Without the marks that a sentence or Markdown puts behind an address; a bracket stays where it was opened inside.
fn trimmed(words: &str) -> &str {
    let mut words = words.split("](").next().unwrap_or(words);
    loop {
        let opens = words.matches('(').count();
        let closes = words.matches(')').count();
        let next = match words.chars().next_back() {
            Some(')') if closes > opens => &words[..words.len() - 1],
            Some(c) if ".,;:!?*_'\"’‘]>…".contains(c) => &words[..words.len() - c.len_utf8()],
            _ => return words,
        };
        words = next;
    }
}

/// The host's name, in lower case.
fn host_of(url: &str) -> String {
    let rest = url.split_once("//").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labelled::letters;
    use crate::letter::find_zones;
    use crate::text::{Folded, Lines};

    fn links(text: &str, pairs: &[Pair]) -> Vec<(Span, String, Option<usize>)> {
        let (lines, folded) = (Lines::new(text), Folded::new(text));
        let zones = find_zones(text, &lines, &folded);
        find_links(&Letter { text, lines: &lines, folded: &folded, zones: &zones, file: "" }, pairs)
    }

    #[test]
    fn addresses_of_an_answer() {
        for (answer, wanted) in [
            ("It is at https://www.example.org/plan.", &["https://www.example.org/plan"][..]),
            ("See [the plan](https://example.org/a_(b)).", &["https://example.org/a_(b)"]),
            ("<www.example.org/x>, and more", &["www.example.org/x"]),
            (
                "https://www.example.org/docs/\nstaff-safety-plan.pdf is the plan",
                &["https://www.example.org/docs/staff-safety-plan.pdf"],
            ),
            (
                "https://www.example.org/docs/staff-\nsafety-and-care-plan.pdf",
                &["https://www.example.org/docs/staff-safety-and-care-plan.pdf"],
            ),
            ("https://www.example.org/docs/ staff/plan.pdf", &["https://www.example.org/docs/staff/plan.pdf"]),
            ("https://www.example.org/docs\nYes and/or no", &["https://www.example.org/docs"]),
            (
                "https://www.example.org/docs\nhttps://www.example.org/more",
                &["https://www.example.org/docs", "https://www.example.org/more"],
            ),
            ("Guidance is at https://ico.org.uk/costs.pdf", &[]),
            ("Write to plan@example.org", &[]),
        ] {
            let text = format!("1. What plans have you?\n\n{answer}\n\nYours sincerely\nwww.trust.example.org\n");
            let found = links(&text, &[]);
            let urls: Vec<&str> = found.iter().map(|(_, url, _)| url.as_str()).collect();
            assert_eq!(urls, wanted, "{answer}");
            assert!(found.iter().all(|(span, url, _)| span.of(&text).len() >= url.len()));
        }
    }

    #[test]
    fn addresses_of_the_labelled_letters_stand_in_their_text() {
        for letter in letters() {
            for (span, url, pair) in links(&letter.text, &letter.pairs()) {
                println!("{}: {url} {pair:?}", letter.file);
                assert!(span.of(&letter.text).starts_with(&url[..8]));
            }
        }
    }
}
