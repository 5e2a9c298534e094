//! The authority's own reference: after a label, in the opening sentences, or in a title.

use std::sync::LazyLock;

use regex::Regex;

use super::cells::{cells, neighbours};
use super::dates::{OPENING, in_opening};
use super::labels::labels;
use super::messages::find_messages;
use super::{Letter, Zone};
use crate::record::{Evidence, Found};
use crate::text::Span;
use crate::when::find_dates;

/// A reference after its label: `FOI 25/611`, `BRD / AF / FOI /14296`, `NFRS 2024 03`, `432- 25`, `053/23`.
static VALUE: LazyLock<Regex> = LazyLock::new(|| {
    let spaced = r"(?:[A-Za-z]{1,8} ?/ ?){1,4}[0-9][A-Za-z0-9]*(?:[-_/.]+[A-Za-z0-9]+)*";
    let lettered = r"(?:[A-Z]{2,6} ){1,2}[0-9][A-Za-z0-9]*(?:[-_/.]+[A-Za-z0-9]+)*";
    let series = r"[A-Z]{2,6} 20[0-9]{2} [0-9]{1,4}(?-u:\b)";
    let broken = r"[0-9]{1,6}- [0-9]{2}(?-u:\b)|[0-9]{2} [0-9]{4} *$|[A-Z]{2,5}[0-9]{2} [0-9]{3,4}(?-u:\b)";
    let joined = r"(?:[A-Z]{2,8} [0-9]|[A-Za-z0-9])[A-Za-z0-9]*(?:[-_/.]+[A-Za-z0-9]+)*";
    Regex::new(&format!("^(?:{spaced}|{series}|{lettered}|{broken}|{joined})")).expect("a fixed pattern")
});

/// What may stand between a label and the reference: "Our ref: FOI ref. 123", "number is".
static FILLER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^[\s:;#.=*/-]*(?:is[\s:]+)?(?:(?:foi|request) (?:ref|request|case|no|number|id)(?-u:\b)[\s.:#]*)?")
        .expect("a fixed pattern")
});

/// Shapes that are references by themselves, as titles and subject lines carry them.
const CODE: &str = r"(?:[A-Z]{2,6} 20[0-9]{2} [0-9]{1,4}|(?:[A-Z]{2,6} )?(?:FOIA?|EIR)[ _/-]?[0-9][A-Za-z0-9]*(?:[-_/][A-Za-z0-9]+| / [0-9]+)*|[0-9]{1,3}(?:\.[A-Z]{2,6})+(?:\.[0-9]{2,})+|[A-Z]{1,6}(?:[-_/.][A-Za-z0-9]+)*[-_/][0-9]+(?:[-_/][A-Za-z0-9]+)*|[0-9]{2,}[-/][0-9]{2,}(?:[-/][0-9]+)*)";

/// A code that opens a title, ends it after a dash, or stands in it in brackets.
static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    let before = r"(?:(?:Subject|SUBJECT|RE|FW|FWD|Re|Fw|Fwd): *)*";
    Regex::new(&format!(r"^{before}({CODE})(?: [-–—:/] | {{2,}}|:? *$|:? [A-Za-z])|.* > ({CODE})$|^(?:RE|Re): *({CODE})(?-u:\b)|.* [-–—] ({CODE})$|^{before}.*(?-u:\b)(?:of|to|Case|Request|request|Information),?[ \t]+({CODE}|[0-9]{{4,}})(?: [-–—(].*)?$|.*[\[(]({CODE})[\])]$"))
        .expect("a fixed pattern")
});

/// The authority's own reference as printed, without its label; `None` where nothing plainly is it.
pub fn find_reference(letter: &Letter) -> Option<Found> {
    let (rule, span) = labelled(letter).or_else(|| in_prose(letter)).or_else(|| in_title(letter))?;
    let evidence = vec![Evidence::new(letter.text, letter.lines, span)];
    Some(Found { value: span.of(letter.text).to_owned(), rule, evidence })
}

/// True for places where the authority speaks of this letter: its head and signature, or its first lines.
fn speaks_here(letter: &Letter, offset: usize) -> bool {
    match letter.zones.at(offset) {
        Zone::Head | Zone::SignOff => true,
        Zone::Answers | Zone::Request => letter.depth(offset) < OPENING,
        Zone::Review | Zone::Regulator | Zone::Beyond => false,
    }
}

/// The reference beside or below the best label at the start of a line or cell.
fn labelled(letter: &Letter) -> Option<(String, Span)> {
    let mut best: Option<(usize, String, Span)> = None;
    for (index, &line) in letter.lines.spans().iter().enumerate() {
        if !speaks_here(letter, line.start) || line.of(letter.text).starts_with('>') {
            continue;
        }
        let row = cells(letter.text, line);
        for (at, &cell) in row.iter().enumerate() {
            let folded = letter.folded.forth(cell).of(letter.folded.text());
            // "Ein cyf / Our ref": of a label in two languages the second is English.
            let lead =
                folded.find(" / ").filter(|at| !folded[..*at].contains(|c: char| c.is_ascii_digit() || c == ':'));
            let lead = lead.map_or(0, |at| at + 3);
            let Some((rank, rule, end)) = labels("reference-label").find_map(|(rank, label)| {
                Some((rank, &label.id, lead + end_of_label(&label.pattern, &folded[lead..])?))
            }) else {
                continue;
            };
            if best.as_ref().is_some_and(|(other, ..)| *other <= rank) {
                continue;
            }
            let start = letter.folded.forth(cell).start + end;
            let rest = Span::new(letter.folded.back(start, start).start.clamp(cell.start, cell.end), cell.end);
            if let Some(value) = value_beside(letter, rest, &row, at, index) {
                best = Some((rank, rule.clone(), value));
            }
        }
    }
    best.map(|(_, rule, value)| (rule, value))
}

/// Where a label ends: at its group `label` where the pattern looks at the value too.
fn end_of_label(pattern: &Regex, words: &str) -> Option<usize> {
    let found = pattern.captures(words)?;
    found.name("label").or_else(|| found.get(0)).map(|label| label.end())
}

/// The value in the rest of the label's cell, else in the next cell, else in the line below.
fn value_beside(letter: &Letter, rest: Span, row: &[Span], at: usize, index: usize) -> Option<Span> {
    if rest.of(letter.text).contains(|c: char| c.is_alphanumeric()) {
        return value_at(letter, rest);
    }
    match row.get(at + 1) {
        Some(&next) if next.of(letter.text).contains(|c: char| c.is_ascii_digit()) => value_at(letter, next),
        _ => neighbours(letter, index, 1).get(at).and_then(|&below| value_at(letter, below)),
    }
}

/// The reference at the start of `span`: at least three digits, and no date.
fn value_at(letter: &Letter, span: Span) -> Option<Span> {
    let words = span.of(letter.text);
    let filler = FILLER.find(words).map_or(0, |filler| filler.end());
    let value = VALUE.find(&words[filler..])?;
    let span = Span::new(span.start + filler, span.start + filler + value.end());
    is_reference(span.of(letter.text)).then_some(span)
}

fn is_reference(words: &str) -> bool {
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    let dated = find_dates(&words.to_ascii_lowercase()).iter().any(|dated| dated.date.day().is_some());
    digits >= 3 && !dated
}

/// The reference after words such as "it has been given the number", in the opening of the letter.
fn in_prose(letter: &Letter) -> Option<(String, Span)> {
    let folded = letter.folded.text();
    labels("reference-prose").find_map(|(_, label)| {
        let mut hits = label.pattern.find_iter(folded);
        hits.find_map(|hit| {
            let place = letter.folded.back(hit.start(), hit.end());
            let line_end = letter.lines.spans()[letter.lines.index_of(place.end)].end;
            let asked = letter.zones.at(place.start) == Zone::Request && !in_opening(letter, place.start);
            let here = speaks_here(letter, place.start) && !asked;
            here.then(|| value_at(letter, Span::new(place.end, line_end.max(place.end))))?
        })
        .map(|value| (label.id.clone(), value))
    })
}

/// Titles stand in so many lines of a head.
const LETTERHEAD: usize = 12;

/// The code in a subject line, or in one of the first lines of the head.
fn in_title(letter: &Letter) -> Option<(String, Span)> {
    let subjects: Vec<Span> = find_messages(letter).iter().filter_map(|message| message.subject).collect();
    let bare = |line: &Span| {
        let words = line.of(letter.text);
        let inner = words.trim_matches(|c: char| c.is_whitespace() || "*#_".contains(c));
        let start = line.start + words.find(inner).unwrap_or(0);
        Span::new(start, start + inner.len())
    };
    let lines = letter.lines.spans().iter().map(bare).filter(|line| !line.is_empty()).enumerate();
    // Each message of a thread has a head of its own.
    let in_head = |line: &Span| letter.zones.at(line.start) == Zone::Head;
    let head = lines
        .filter(|(at, line)| in_head(line) || *at < LETTERHEAD && in_opening(letter, line.start))
        .map(|(_, line)| line)
        .take(2 * LETTERHEAD);
    let mut titles =
        subjects.into_iter().map(|subject| ("subject-line", subject)).chain(head.map(|line| ("title", line)));
    titles.find_map(|(rule, title)| {
        let groups = TITLE.captures(title.of(letter.text))?;
        let code = groups.iter().skip(1).flatten().next()?;
        let span = Span::new(title.start + code.start(), title.start + code.end());
        (is_reference(code.as_str()) && !is_year_range(code.as_str())).then(|| (rule.to_owned(), span))
    })
}

/// `2023/24`, `2018-2022`: a period in a title, not a reference.
fn is_year_range(code: &str) -> bool {
    let year = |words: &str| (words.starts_with("19") || words.starts_with("20")) && words.len() == 4;
    code.split_once(['-', '/']).is_some_and(|(from, to)| year(from) && (year(to) || to.len() == 2))
}

#[cfg(test)]
mod tests {
    use super::super::Zones;
    use super::*;
    use crate::text::{Folded, Lines};

    /// The reference of a letter that is all head.
    fn reference(text: &str) -> Option<String> {
        let zones = Zones::new(vec![(Span::new(0, text.len()), Zone::Head)]);
        let (lines, folded) = (Lines::new(text), Folded::new(text));
        let letter = Letter { text, lines: &lines, folded: &folded, zones: &zones, file: "" };
        find_reference(&letter).map(|found| found.value)
    }

    #[test]
    fn references_as_letters_print_them() {
        let cases = [
            ("Our Ref: FOI 25/611\nDate: 1 May 2025", "FOI 25/611"),
            ("FOI Ref: 24872      Received: 16 April 2025", "24872"),
            ("FOI No. 25.318", "25.318"),
            ("**Ref:** 432- 25", "432- 25"),
            ("Your Ref: RJ/19\nOur ref: HWHCT 23/24-35", "HWHCT 23/24-35"),
            ("Date 1 May 2030 Your Ref Our Ref BRD / AF / FOI /14296 SENT BY EMAIL", "BRD / AF / FOI /14296"),
            ("Reference: \n\n1158", "1158"),
            ("Reference   Date\n0385        1 May 2025", "0385"),
            ("Freedom of Information Request: 0385", "0385"),
            ("Review reference: IR-2025-0071\nRequest reference: FOI_8911", "IR-2025-0071"),
            ("Our reference: FOI/2025/1130 (linked: FOI/2025/0902)", "FOI/2025/1130"),
            ("Case Reference CAS-70721-Z7P3Y9", "CAS-70721-Z7P3Y9"),
            ("Ref: 101004567890.", "101004567890"),
            ("Your request has been given the number 9417.", "9417"),
            ("I write further to your request FOI ID 50785 under the Act", "50785"),
            ("Freedom of Information request - ref: FOI/25/092", "FOI/25/092"),
            ("Subject: RE: Data [ref 2025-0684]\nSent: 1 May 2025", "2025-0684"),
            ("Subject: RE: FOI-2025-133 - Wards\nSent: 1 May 2025", "FOI-2025-133"),
            ("Subject: RE: Request [F-2026-00044]\nSent: 1 May 2025", "F-2026-00044"),
            ("Request reference\n01.FOI.31.020915\n\nDrones", "01.FOI.31.020915"),
            ("Home > Log > Crime > 01.FOI.31.051336", "01.FOI.31.051336"),
            ("FOI 2031-166: Agency midwives", "FOI 2031-166"),
            ("FOI 2031-26 / 271", "FOI 2031-26 / 271"),
            ("Internal review IR 0093 (FOI 2301-77)", "IR 0093"),
            ("Information request 20-3317: allotments", "20-3317"),
            ("Qur Ref: FOl/19/0338", "FOl/19/0338"),
            ("Reference No: 25 0617", "25 0617"),
            ("Freedom of Information 173/2031", "173/2031"),
            ("ABC FOI 22/058          Page 1 of 2", "ABC FOI 22/058"),
            ("NFRS 2024 03 - Staffing", "NFRS 2024 03"),
            ("Sexual Misconduct Cases - 651/20", "651/20"),
            ("FOI 5197", "FOI 5197"),
            ("Re: FOI 24-191 Staffing of wards", "FOI 24-191"),
            ("FOI 7744 / adult ADHD", "FOI 7744"),
            ("FOI/25/26/0240               Thursday, 7 August 2025", "FOI/25/26/0240"),
            ("Subject: FOI 54321 - your questions", "FOI 54321"),
            ("Freedom of Information Request    25/26-0307", "25/26-0307"),
            ("Disclosure: GWH-0907-25", "GWH-0907-25"),
            ("Case: UoH/FOI/24/318", "UoH/FOI/24/318"),
            ("FREEDOM OF INFORMATION REQUEST 2025-1147", "2025-1147"),
            ("Internal review IR/25/006 of our response to SCHT/FOI/25/144", "IR/25/006"),
            ("Subject: Re: Your FOI request (our log no. 2526/0633)\nSent: 1 May 2025", "2526/0633"),
        ];
        for (text, value) in cases {
            assert_eq!(reference(text).as_deref(), Some(value), "{text}");
        }
    }

    #[test]
    fn what_is_not_the_authority_s_own_is_left_alone() {
        let cases = [
            "Your ref: RJ/acute/19",
            "This follows your earlier request 24/118.",
            "Ref: 21/07/2025",
            "Ref\tQuestion\tAnswer\nQ1\tHow many?\t450",
            "Reference number\n\nUnder the FoI Act I ask for 2024 data",
            "Freedom of Information Act 2000",
            "FOI Requests received, 2018 - 2022",
            "Sickness absence - 2023/24",
            "COVID-19 - deaths",
            "Ransomware 31/10/19",
            "For general enquiries call 01158388100",
            "See FOI 6434 and FOI 6519 on our website.",
        ];
        for text in cases {
            assert_eq!(reference(text), None, "{text}");
        }
    }
}
