//! Provisions as letters print them: "s.40 (2)", "Sections 21 and 40(2)", "Section 31(1)(a), (b) and (g)".

use std::sync::LazyLock;

use crate::text::Regex;

use crate::text::Span;

/// What kind of provision the word before the number names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Section,
    Regulation,
    Article,
}

/// One or more provisions behind one word.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub word: Word,
    /// All of it, in the folded text.
    pub span: Span,
    /// Each provision: its number, its parts from the outer to the inner, and its place.
    pub named: Vec<(String, Vec<String>, Span)>,
}

static WORD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?-u:\b)(?:(sect[il]ons?|sects?\.?|ss?\.?)|(regulat[il]ons?|regs?\.?|r\.?)|(articles?|arts?\.?))[ ]?[0-9]",
    )
    .expect("a fixed pattern")
});

/// A chain names at most this many provisions, each with at most this many parts.
const CHAIN: usize = 30;
const DEPTH: usize = 5;

/// "S44 5BL" is an address in Sheffield.
static POSTCODE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^s[0-9]{1,2} ?[0-9][a-z]{2}(?-u:\b)").expect("a fixed pattern"));

/// A title in brackets, which may stand between two numbers.
static TITLE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^ ?\([^()0-9]{5,120}\)").expect("a fixed pattern"));

static JOINS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?: ?(?:,|&|/|;) ?(?:and |or |& )?| (?:and|or|as well as|together with) )(?:also )?(?:under )?")
        .expect("a fixed pattern")
});

static PART: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?: ?[(\[]([0-9]{1,2}[a-z]{0,2}|[a-z]|[ivx]{1,4})[)\]]|,? (?:sub-?section|paragraph|part|sub-?paragraph)s? [(\[]?([0-9]{1,2}[a-z]?|[a-z])(?-u:\b)[)\]]?| ([0-9])(?:\())")
        .expect("a fixed pattern")
});

/// The mentions in `folded` in order, at most `most`.
pub(super) fn find_mentions(folded: &str, most: usize) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut from = 0;
    while mentions.len() < most
        && let Some(found) = WORD.captures_at(folded, from)
    {
        let whole = found.get_match().range();
        let word = match (found.get(1), found.get(2)) {
            (Some(_), _) => Word::Section,
            (_, Some(_)) => Word::Regulation,
            _ => Word::Article,
        };
        let mut reader = Reader { folded, at: whole.end - 1, named: Vec::new() };
        reader.read();
        from = reader.at.max(whole.end);
        let other = folded[..whole.start].ends_with('\'') || POSTCODE.is_match(&folded[whole.start..]);
        if !reader.named.is_empty() && !other {
            mentions.push(Mention { word, span: Span::new(whole.start, reader.at), named: reader.named });
        }
    }
    mentions
}

struct Reader<'t> {
    folded: &'t str,
    at: usize,
    named: Vec<(String, Vec<String>, Span)>,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.folded[self.at..]
    }

    /// Reads the chain of provisions that begins at `at`; `at` ends behind it.
    fn read(&mut self) {
        if !self.number() {
            return;
        }
        while self.named.len() < CHAIN {
            let (end, title) = (self.at, TITLE.find(self.rest()).map_or(0, |title| title.end()));
            let joined = JOINS.find(&self.rest()[title..]).map_or(0, |join| join.end());
            self.at += title + joined;
            let part = self.rest().starts_with(['(', '[']) && self.sibling();
            if joined == 0 || !(part || self.number()) {
                self.at = end;
                return;
            }
        }
    }

    /// Reads a number and its parts.
    fn number(&mut self) -> bool {
        let (start, bytes) = (self.at, self.rest().as_bytes());
        let digits = bytes.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
        let letter = digits > 0
            && bytes.get(digits).is_some_and(|byte| matches!(byte, b'a' | b'b'))
            && !bytes.get(digits + 1).is_some_and(u8::is_ascii_alphanumeric);
        let end = digits + usize::from(letter);
        let goes_on = bytes.get(end).is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'%' | b'/'));
        let decimal = bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if digits == 0 || digits > 2 || goes_on || decimal {
            return false;
        }
        let number = self.rest()[..end].to_owned();
        self.at += end;
        self.named.push((number, Vec::new(), Span::new(start, self.at)));
        while self.part() {}
        true
    }

    /// Reads one more part of the last provision.
    fn part(&mut self) -> bool {
        if self.named.len() >= CHAIN || self.named.last().is_none_or(|(_, parts, _)| parts.len() >= DEPTH) {
            return false;
        }
        let Some(found) = PART.captures(self.rest()) else { return false };
        let words = (1..4).find_map(|at| found.get(at)).map(|part| (part.as_str().to_owned(), part.end()));
        let Some((part, inner)) = words else { return false };
        let length = if found.get(3).is_some() { inner } else { found.get_match().end() };
        // Subsections have letters, and letters Roman numbers: "31(1)(a) (2)" has the number of the next question behind it.
        let numbered = part.starts_with(|c: char| c.is_ascii_digit());
        if numbered && self.named.last().is_some_and(|(_, parts, _)| !parts.is_empty()) {
            return false;
        }
        self.at += length;
        let at = self.at;
        let Some((number, parts, span)) = self.named.last_mut() else { return false };
        let (digits, letter) = part.split_at(part.bytes().take_while(u8::is_ascii_digit).count());
        match parts.last() {
            // "(a)(b)" are two parts, "(a)(i)" is one in the other.
            Some(last)
                if is_letter(last) && is_letter(&part) && !part.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')) =>
            {
                let mut sibling = parts.clone();
                sibling.pop();
                sibling.push(part);
                let named = (number.clone(), sibling, Span::new(span.start, at));
                self.named.push(named);
            }
            // "(1b)" is part (b) of (1), but "(3A)" is a subsection of its own.
            _ if number != "40" && !digits.is_empty() && !letter.is_empty() && digits != "3" => {
                parts.extend([digits.to_owned(), letter.to_owned()]);
                span.end = at;
            }
            _ => {
                parts.push(part);
                span.end = at;
            }
        }
        true
    }

    /// Reads ", (b)" after "31(1)(a)": a further part beside the last one of its kind.
    fn sibling(&mut self) -> bool {
        let Some((number, parts, span)) = self.named.last().cloned() else { return false };
        let start = self.at;
        self.named.push((number, Vec::new(), Span::new(span.start, start)));
        if !self.part() {
            self.named.pop();
            return false;
        }
        while self.part() {}
        if let Some((_, own, _)) = self.named.last_mut() {
            let first = own.first().is_some_and(|part| is_letter(part));
            let Some(level) = parts.iter().rposition(|part| is_letter(part) == first) else {
                // "Section 43(2), and (c) under …": the letter is an item of the sentence's own list.
                self.named.pop();
                return false;
            };
            own.splice(0..0, parts[..level].iter().cloned());
        }
        true
    }
}

fn is_letter(part: &str) -> bool {
    part.starts_with(|c: char| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests;
