//! The folded view: a letter as its words are compared, every byte of which can point back at the letter.
//!
//! Folding lower-cases, straightens quotes and dashes, drops soft hyphens, zero-width characters and Markdown
//! stars, joins wrapped lines (a run of white space is one space; a blank line is one `\n`), and undoes the
//! commonest damage: UTF-8 read as Windows-1252 ("Trustâ€™s") and the digit 1 or small l that scanning puts for
//! another letter ("sexua1", "lt has"). The letter itself is never changed.

use super::Span;

/// A folded text and, for each of its bytes, the offset in the letter that it came from.
#[derive(Clone, Debug)]
pub struct Folded {
    text: String,
    from: Vec<u32>,
    /// Where something was dropped: the folded place, and where in the letter the dropped stretch begins.
    dropped: Vec<(u32, u32)>,
}

/// What damaged or typographic characters stand for; longest first where one begins another.
const STANDS_FOR: &[(&str, &str)] = &[
    ("\u{e2}\u{20ac}\u{2122}", "'"),      // ’ read as Windows-1252
    ("\u{e2}\u{20ac}\u{2dc}", "'"),       // ‘
    ("\u{e2}\u{20ac}\u{153}", "\""),      // “
    ("\u{e2}\u{20ac}\u{9d}", "\""),       // ”
    ("\u{e2}\u{20ac}\u{fffd}", "\""),     // ” with its last byte lost
    ("\u{e2}\u{20ac}\u{201c}", "-"),      // –
    ("\u{e2}\u{20ac}\u{201d}", "-"),      // —
    ("\u{e2}\u{20ac}\u{a6}", "..."),      // …
    ("\u{e2}\u{20ac}\u{a2}", "\u{2022}"), // •
    ("\u{ef}\u{201a}\u{b7}", "\u{2022}"), // the same in the font Symbol
    ("\u{ef}\u{201a}\u{a7}", "\u{2022}"), // a square in Wingdings
    ("\u{c2}\u{a3}", "\u{a3}"),           // £
    ("\u{c2}\u{a0}", " "),
    ("\u{9225}\u{6a9a}", "'s"), // ’s read as GBK
    ("\u{9225}\u{6a9b}", "'t"),
    ("\u{9225}", "'"),
    ("\u{2018}", "'"),
    ("\u{2019}", "'"),
    ("\u{201b}", "'"),
    ("\u{2032}", "'"),
    ("`", "'"),
    ("\u{b4}", "'"),
    ("\u{201c}", "\""),
    ("\u{201d}", "\""),
    ("\u{201e}", "\""),
    ("\u{ab}", "\""),
    ("\u{bb}", "\""),
    ("\u{2010}", "-"),
    ("\u{2011}", "-"),
    ("\u{2012}", "-"),
    ("\u{2013}", "-"),
    ("\u{2014}", "-"),
    ("\u{2015}", "-"),
    ("\u{2212}", "-"),
    ("\u{2026}", "..."),
    ("\u{fb01}", "fi"),
    ("\u{fb02}", "fl"),
    ("\u{fb00}", "ff"),
    ("\u{fb03}", "ffi"),
    ("\u{fb04}", "ffl"),
    ("<br>", "; "), // cells of Markdown
    ("<br/>", "; "),
    ("<br />", "; "),
    ("\u{ad}", ""),
    ("\u{200b}", ""),
    ("\u{200c}", ""),
    ("\u{200d}", ""),
    ("\u{200e}", ""),
    ("\u{200f}", ""),
    ("\u{2060}", ""),
    ("\u{feff}", ""),
];

impl Folded {
    /// Folds a whole text.
    pub fn new(text: &str) -> Self {
        let mut folding = Folding {
            text,
            out: String::with_capacity(text.len()),
            from: Vec::with_capacity(text.len() + 1),
            dropped: Vec::new(),
        };
        folding.run();
        let Folding { mut out, mut from, dropped, .. } = folding;
        if out.ends_with([' ', '\n']) {
            out.pop();
            from.pop();
        }
        from.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        Folded { text: out, from, dropped }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The stretch of the letter that a stretch of the folded text came from, without white space at its ends.
    pub fn back(&self, start: usize, end: usize) -> Span {
        let from = self.from[start] as usize;
        if start >= end {
            return Span::new(from, from);
        }
        // The last folded character may stand for several of the letter's: end where its last byte's source ends.
        let last = self.from[end - 1];
        let mut next = end;
        while next < self.from.len() - 1 && self.from[next] == last {
            next += 1;
        }
        // Stars and the like that were dropped right after the last character are not part of it.
        let hole = self.dropped.partition_point(|(place, _)| (*place as usize) < next);
        let end = match self.dropped.get(hole) {
            Some((place, start)) if *place as usize == next => *start,
            _ => self.from[next],
        };
        Span::new(from, end as usize)
    }

    /// The stretch of the folded text that came from `span` of the letter.
    pub fn forth(&self, span: Span) -> Span {
        let body = &self.from[..self.from.len() - 1];
        let start = body.partition_point(|&from| (from as usize) < span.start);
        let length = body[start..].partition_point(|&from| (from as usize) < span.end);
        Span::new(start, start + length)
    }

    /// The folded words of `span` of the letter, trimmed.
    pub fn of(&self, span: Span) -> &str {
        self.forth(span).of(&self.text).trim()
    }
}

struct Folding<'t> {
    text: &'t str,
    out: String,
    from: Vec<u32>,
    dropped: Vec<(u32, u32)>,
}

impl Folding<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.text.len() {
            let plain = self.plain(at);
            at = if plain > at { plain } else { self.step(at) };
        }
    }

    /// Puts the run of what folds to itself, from `at` on, and returns its end.
    fn plain(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let own = |byte: u8| {
            matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'!'..=b'/' | b':'..=b'@' | b'['..=b'_' | b'{'..=b'~')
                && !b"*l1<".contains(&byte)
        };
        let single = |at: usize| {
            bytes[at] == b' '
                && at > 0
                && !self.out.is_empty()
                && bytes[at - 1].is_ascii_graphic()
                && bytes.get(at + 1).is_some_and(u8::is_ascii_graphic)
        };
        let end = (at..bytes.len()).find(|&at| !own(bytes[at]) && !single(at)).unwrap_or(bytes.len());
        self.out.push_str(&self.text[at..end]);
        self.from.extend(at as u32..end as u32);
        end
    }

    /// Folds what stands at `at` and returns where the next thing begins.
    fn step(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let first = rest.chars().next().expect("a step is taken inside the text");
        if first.is_whitespace() {
            return self.white(at);
        }
        match first {
            '*' => return self.star(at),
            '1' if self.scanned_l(at) => self.put("l", at),
            'l' if self.scanned_i(at) => self.put("i", at),
            'O' if self.scanned_nought(at) => self.put("0", at),
            'a'..='z' | '0'..='9' => self.put(&rest[..1], at),
            'A'..='Z' => self.put(rest[..1].to_ascii_lowercase().as_str(), at),
            _ => {
                if let Some((from, to)) = STANDS_FOR.iter().find(|(from, _)| rest.starts_with(from)) {
                    if to.is_empty() {
                        self.drop_at(at);
                    }
                    self.put(to, at);
                    return at + from.len();
                }
                let lower: String = first.to_lowercase().collect();
                self.put(&lower, at);
            }
        }
        at + first.len_utf8()
    }

    /// Remembers that what stands at `at` is dropped; of a run only its beginning matters.
    fn drop_at(&mut self, at: usize) {
        let place = self.out.len() as u32;
        if self.dropped.last().is_none_or(|(last, _)| *last != place) {
            self.dropped.push((place, at as u32));
        }
    }

    fn put(&mut self, folded: &str, at: usize) {
        self.out.push_str(folded);
        self.from.extend(std::iter::repeat_n(at as u32, folded.len()));
    }

    /// A run of white space: one space, or one `\n` where it holds a blank line or a page break.
    fn white(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let run = &rest[..rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len())];
        let breaks = run.replace("\r\n", "\n").matches(['\n', '\r']).count();
        if !self.out.is_empty() {
            self.put(if breaks > 1 || run.contains('\u{c}') { "\n" } else { " " }, at);
        }
        at + run.len()
    }

    /// Markdown stars vanish; a star that stands alone is a mark of suppression and stays.
    fn star(&mut self, at: usize) -> usize {
        let run = self.text[at..].len() - self.text[at..].trim_start_matches('*').len();
        let before = self.text[..at].chars().next_back();
        let after = self.text[at + run..].chars().next();
        let alone = |side: Option<char>| side.is_none_or(|c| c.is_whitespace() || c == '|');
        if run == 1 && alone(before) && alone(after) {
            self.put("*", at);
        } else {
            self.drop_at(at);
        }
        at + run
    }

    /// The letters and digits before and after the byte at `at`, as far as a word can reasonably reach.
    fn word_around(&self, at: usize) -> (&str, &str) {
        const REACH: usize = 40;
        let word = |b: &u8| b.is_ascii_alphanumeric();
        let bytes = self.text.as_bytes();
        let before = bytes[..at].iter().rev().take(REACH).take_while(|b| word(b)).count();
        let after = bytes[at + 1..].iter().take(REACH).take_while(|b| word(b)).count();
        (&self.text[at - before..at], &self.text[at + 1..at + 1 + after])
    }

    /// The digit 1 inside a word of letters ("sexua1", "inc1uded") is a scanned l.
    fn scanned_l(&self, at: usize) -> bool {
        let (before, after) = self.word_around(at);
        let letters = |s: &str| s.len() >= 2 && s.bytes().all(|b| b.is_ascii_lowercase());
        (letters(before) && before.len() + after.len() >= 3 && after.bytes().all(|b| b.is_ascii_alphabetic()))
            || (before.len() == 1 && before.bytes().all(|b| b.is_ascii_alphabetic()) && letters(after))
    }

    /// A small l that begins a word before a consonant ("lt", "lnformation"), or stands in a word of capitals ("FOl", "SECTlON").
    fn scanned_i(&self, at: usize) -> bool {
        let (before, after) = self.word_around(at);
        let begins = before.is_empty()
            && after.starts_with(['b', 'c', 'd', 'f', 'g', 'm', 'n', 'p', 's', 't', 'v'])
            && !after.starts_with("td")
            && !after.starts_with("tr");
        let capitals = before.bytes().all(|b| b.is_ascii_uppercase());
        let ends = after.is_empty() && before.len() >= 2 && capitals;
        let within = !before.is_empty() && capitals && after.starts_with(|c: char| c.is_ascii_uppercase());
        begins || ends || within
    }

    /// A capital O inside a number: "2O24".
    fn scanned_nought(&self, at: usize) -> bool {
        let (before, after) = self.word_around(at);
        let number = |s: &str| s.bytes().all(|b| b.is_ascii_digit() || b == b'O') && s.len() < 5;
        before.starts_with(|c: char| c.is_ascii_digit()) && number(before) && !after.is_empty() && number(after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        Folded::new(text).text().to_owned()
    }

    #[test]
    fn folding_straightens_and_joins() {
        assert_eq!(folded("The  Trust’s\r\nplan – “new”"), "the trust's plan - \"new\"");
        assert_eq!(folded("one\n\n\ntwo"), "one\ntwo");
        assert_eq!(folded("in\u{ad}ter\u{ad}pret **Yes**"), "interpret yes");
        assert_eq!(folded("| * | <5 |"), "| * | <5 |");
        assert_eq!(folded("Trustâ€™s"), "trust's");
    }

    #[test]
    fn scanning_slips_are_undone_and_labels_left_alone() {
        assert_eq!(folded("lt has. lf yes, sexua1 lnformation FOl"), "it has. if yes, sexual information foi");
        assert_eq!(folded("Not he1d"), "not held");
        assert_eq!(folded("NOT APPLlCABLE"), "not applicable");
        assert_eq!(folded("2nd July 2O24, 2OO1, 1O, CO1 3OX"), "2nd july 2024, 2001, 1o, co1 3ox");
        assert_eq!(folded("Q1 3a1 1a local"), "q1 3a1 1a local");
    }

    #[test]
    fn a_folded_place_points_back() {
        let text = "The Trust’s **plan** is\nattached.";
        let view = Folded::new(text);
        let at = view.text().find("plan is attached").unwrap();
        let back = view.back(at, at + "plan is attached".len());
        assert_eq!(back.of(text), "plan** is\nattached");
        let bold = view.text().find("plan").unwrap();
        assert_eq!(view.back(bold, bold + 4).of(text), "plan");
        let apostrophe = view.text().find('\'').unwrap();
        assert_eq!(view.back(apostrophe, apostrophe + 1).of(text), "’");
        assert_eq!(view.of(back), "plan is attached");
    }
}
