//! A code in the head of a letter without any label: its shape and its place tell that it is the letter's reference.

use std::sync::LazyLock;

use crate::text::Regex;

use super::super::cells::cells;
use super::shapes::{is_reference, is_year_range};
use crate::letter::Letter;
use crate::text::Span;

/// Letters, digits and the marks between them, with the abbreviation before them: `QVH.25.177`, `FOI 25.361`.
static CODE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:(?:FOIA?|EIR|IR|RFI|FOI/RFI) (?:[0-9]))?[A-Za-z0-9]+(?:[-_/.][A-Za-z0-9]+)*(?-u:\b)")
        .expect("a fixed pattern")
});

/// What offices that answer requests write into their numbers.
static OFFICE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[-_/.0-9])(?:FO[Il]A?|FOISA|EIR|IGR?|CRM|RFI|REQ)(?:[-_/. 0-9]|$)").expect("a fixed pattern")
});

/// Words before a number that make it another's, or another thing's; telephones, laws and files among them.
static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?-u:\b)(?:earlier|previous|other|another|last|linked)(?: [a-z]+)? request[ (]*$|(?-u:\b)(?:your (?:own )?ref(?:erence)?|tel(?:ephone)?|phone|fax|mobile|ext|policy|policies|minutes?|paragraph|para|sections?|articles?|version|page|ico|commissioner|decision(?: notice)?|charity|company|vat|box|room|floor|reg(?:istered)?|attach(?:ment|ed)?s?|enclosures?|encs?|annex|appendix|linked|ccg|uprn|isbn|issue|see|refer to|also|cf)(?: (?:no|number|ref|reference))?[\s.:#(]*$|(?-u:\b)act[\s(]*$")
        .expect("a fixed pattern")
});

/// So much of a line is read, in bytes.
const LONGEST: usize = 400;

/// Points from which a code is the reference.
const ENOUGH: u32 = 3;

/// The first code in `line` whose shape and place tell enough.
pub(super) fn code_in(letter: &Letter, line: Span) -> Option<Span> {
    // A line without end is not read again for each code in it.
    let end = letter.text.floor_char_boundary(line.end.min(line.start + LONGEST)).max(line.start);
    let line = Span::new(line.start, end);
    let text = line.of(letter.text);
    // Files and addresses are no codes, nor is what a requester or a thread quotes.
    if text.contains('@') || text.contains("://") || text.contains("www.") || text.starts_with('>') {
        return None;
    }
    let row = cells(letter.text, line);
    let mut told = CODE.find_iter(text).filter(|hit| {
        let (code, before) = (hit.as_str(), &text[..hit.start()]);
        let alone = row.iter().any(|cell| bare(cell.of(letter.text)) == code);
        is_reference(code) && !is_year_range(code) && weight(code, alone, before) >= ENOUGH
    });
    let first = told.next()?;
    // A line with two is about others: "See FOI 6434 and FOI 6519 on our website."
    let rival = told.any(|hit| hit.as_str() != first.as_str());
    let ours = !rival && !OTHERS.is_match(&text[..first.start()]);
    ours.then(|| Span::new(line.start + first.start(), line.start + first.end()))
}

/// The words of a cell without the marks around them, and without the name of a register: "CRM 40771823".
fn bare(cell: &str) -> &str {
    let cell = cell.trim_matches(|c: char| !c.is_alphanumeric());
    let named = |register: &str| (2..=5).contains(&register.len()) && register.bytes().all(|b| b.is_ascii_uppercase());
    cell.split_once(' ')
        .filter(|(register, code)| named(register) && is_long_number(code))
        .map_or(cell, |(_, code)| code)
}

/// How much the shape of `code` and its place tell: it stands alone in its cell, or after `before`.
fn weight(code: &str, alone: bool, before: &str) -> u32 {
    static YEAR: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?:^|[^0-9])(?:20[0-9]{2}|[12][0-9])(?:[^0-9]|$)").expect("a fixed pattern"));
    static REQUEST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)(?-u:\b)(?:request|freedom of information|foi|eir)[ :,–—-]*(?:[0-9a-z]+ ?)?$")
            .expect("a fixed pattern")
    });
    let joined = code.contains(['-', '_', '/', '.', ' ']);
    let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
    let initials = (1..=6).contains(&letters);
    let long = code.bytes().filter(u8::is_ascii_digit).count() >= 4;
    let mut points = 0;
    points += if OFFICE.is_match(code) { 3 } else { 0 };
    points += if initials && letters > 1 && joined { 2 } else { 0 };
    points += u32::from(is_long_number(code));
    points += u32::from(initials && (long || letters > 1));
    points += u32::from(joined && YEAR.is_match(code));
    points += if alone { 2 } else { 0 };
    points += if REQUEST.is_match(before) { 2 } else { 0 };
    points
}

/// A number of seven or more digits that no telephone has.
fn is_long_number(code: &str) -> bool {
    code.len() >= 7 && !code.starts_with('0') && code.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{Zone, Zones};
    use crate::text::{Folded, Lines};

    fn code(text: &str) -> Option<&str> {
        let zones = Zones::new(vec![(Span::new(0, text.len()), Zone::Head)]);
        let (lines, folded) = (Lines::new(text), Folded::new(text));
        let letter = Letter { text, lines: &lines, folded: &folded, zones: &zones, file: "" };
        code_in(&letter, Span::new(0, text.len())).map(|span| span.of(text))
    }

    #[test]
    fn a_code_is_told_by_its_shape_and_place() {
        for (line, printed) in [
            ("QVH.25.177", "QVH.25.177"),
            ("1 October 2025        FOI-0925-118", "FOI-0925-118"),
            ("REQ-0007781 | Received 02-Jul-2025", "REQ-0007781"),
            ("Your request, logged on 8 September 2025 as FOI/25-26/271, had three parts.", "FOI/25-26/271"),
            ("FOI-25-0808 (request made on 22 August 2025)", "FOI-25-0808"),
            ("CRM 40771823      Date 6th October 2025", "40771823"),
            ("FOI 25.361", "FOI 25.361"),
            ("Quote: IG/2025/0533", "IG/2025/0533"),
            ("Your request under the Freedom of Information Act: FOI-1182-25", "FOI-1182-25"),
        ] {
            assert_eq!(code(line), Some(printed), "{line}");
        }
    }

    #[test]
    fn other_numbers_of_a_head_are_none() {
        for line in [
            "Wakefield WF2 0XQ",
            "Tel: 0300 000 0000",
            "01482 000000",
            "07700900123",
            "Your ref: FOI-25-118",
            "Policy HR-2024-112",
            "ICO reference: IC-123456-X1Y2",
            "This follows your earlier request 24/118, which was closed.",
            "2024/25",
            "Section 40(2)",
            "Freedom of Information Act 2000",
            "112 Upper Parliament Street",
            "PO Box 837",
            "www.example.nhs.uk/FOI-25-118",
            "12/05/2025",
            "COVID-19",
        ] {
            assert_eq!(code(line), None, "{line}");
        }
    }
}
