//! Finds every date expression in folded text and weighs what stands around it.

use std::sync::LazyLock;

use crate::text::Regex;

use super::around;
use super::forms::{FORMS, Form, Reading, expand};
use super::moment::Moment;
use crate::text::Span;

/// A date expression in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dated {
    /// Its place in the text given, with "between", "around" and the like.
    pub span: Span,
    /// What it says, at the precision that it has.
    pub date: Moment,
    /// The print names a day or month that does not exist (31 June): `date` is what is left of it, not what was meant.
    pub damaged: bool,
    /// A year or financial year that nothing marks as a date: "the Act 2000", "2023/24" in a table. "In 2023" is not bare.
    pub bare: bool,
}

/// All forms at once, to find where a date may stand.
static SCAN: LazyLock<Regex> = LazyLock::new(|| {
    let forms: Vec<String> = FORMS.iter().map(|form| without_names(&expand(form.pattern))).collect();
    // A cell may be glued to the next: "26/06/2025Sent by".
    let glued = r"[0-3][0-9]/[01][0-9]/(?:19|20)[0-9]{2}";
    Regex::new(&format!(r"(?-u:\b)(?:(?:{})(?-u:\b)|{glued})", forms.join("|")))
        .expect("the forms are checked by tests")
});

/// Each form by itself, to read the words that the scan found.
static READERS: LazyLock<Vec<(Regex, &Form)>> = LazyLock::new(|| {
    let whole = |form: &Form| Regex::new(&format!("^(?:{})$", expand(form.pattern)));
    FORMS.iter().map(|form| (whole(form).expect("the forms are checked by tests"), form)).collect()
});

fn without_names(pattern: &str) -> String {
    let mut parts = pattern.split("(?<");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + "(?:" + part.split_once('>').map_or(part, |(_, rest)| rest))
}

/// Every date expression in `folded` text, day first (UK), in order of place.
///
/// Days without a year are left out: nothing tells their year. Web addresses, references and longer runs of numbers
/// that contain the shape of a date are left alone.
pub fn find_dates(folded: &str) -> Vec<Dated> {
    let mut dates: Vec<Dated> = Vec::new();
    if !folded.as_bytes().windows(2).any(is_part_of_a_year) {
        return dates;
    }
    let mut at = 0;
    while let Some(hit) = SCAN.find_at(folded, at) {
        let span = Span::from(hit.range());
        let after_date = dates.last().map_or(0, |last| last.span.end);
        match read(folded, span, after_date) {
            Some(dated) => {
                at = span.end;
                dates.push(dated);
            }
            None => at = span.start + 1, // every form begins with an ASCII character
        }
    }
    around::join_intervals(folded, dates)
}

/// Every form ends in a year, and every year has two digits in a row, the second of which may be a scanned o.
fn is_part_of_a_year(pair: &[u8]) -> bool {
    pair[0].is_ascii_digit() && (pair[1].is_ascii_digit() || pair[1] == b'o')
}

/// Reads the words of `span`; `None` where they or their surroundings make no date.
fn read(folded: &str, span: Span, after_date: usize) -> Option<Dated> {
    let words = span.of(folded);
    let reading: Reading = READERS.iter().find_map(|(whole, form)| (form.read)(&whole.captures(words)?))?;
    let (before, after) = (&folded[..span.start], &folded[span.end..]);
    let free = around::is_free(before, words, after, span.start == after_date + 1);
    if !free || reading.doubtful && !around::supports_short_year(before, words, after) {
        return None;
    }
    let dated = Dated { span, date: reading.moment, damaged: reading.damaged, bare: reading.bare };
    around::widen(folded, dated)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Folded;

    fn found(text: &str) -> Vec<String> {
        let shown = |dated: &Dated| {
            let damaged = if dated.damaged { "!" } else { "" };
            let bare = if dated.bare { "?" } else { "" };
            format!("{}{damaged}{bare}", dated.date.edtf())
        };
        find_dates(Folded::new(text).text()).iter().map(shown).collect()
    }

    #[test]
    fn dates_as_letters_print_them() {
        let cases = [
            ("16th July 2025", "2025-07-16"),
            ("16 July, 2025", "2025-07-16"),
            ("July 16, 2025", "2025-07-16"),
            ("July 16th 2025", "2025-07-16"),
            ("Monday 12 May 2025", "2025-05-12"),
            ("on Wednesday the 7th of January 2026", "2026-01-07"),
            ("Wednesday, January 7, 2026 11:20 AM", "2026-01-07"),
            ("1st of Dec. 2023", "2023-12-01"),
            ("25TH SEPTEMBER 2025", "2025-09-25"),
            ("15^th May 2024", "2024-05-15"),
            ("l9 November 2025", "2025-11-19"),
            ("1O November 2025, lst May 2O24", "2025-11-10 2024-05-01"),
            ("16-Jul-2025 16Jul25", "2025-07-16 2025-07-16"),
            ("02/09/25", "2025-09-02"),
            ("02/09/2025", "2025-09-02"),
            ("11.06.2025", "2025-06-11"),
            ("30-10-2025", "2025-10-30"),
            ("2025-07-16", "2025-07-16"),
            ("2025-07-16T10:15:00Z", "2025-07-16"),
            ("6.11.23", "2023-11-06"),
            ("Date:10/10/2025", "2025-10-10"),
            ("Received:26/06/2025Sent by", "2025-06-26"),
            ("Received: 03-Nov-25 Sent", "2025-11-03"),
            ("24/06/2025 00:00:00", "2025-06-24"),
            ("Sent: 08/07/25 09:14", "2025-07-08"),
            ("01/02/70 and 01/02/69", "1970-02-01 2069-02-01"),
            ("31 June 2025", "2025-06!"),
            ("30/02/2025 and 12/13/2025", "2025-02! 2025!"),
        ];
        check(&cases);
    }

    #[test]
    fn dates_of_less_precision() {
        let cases = [
            ("October 2023", "2023-10"),
            ("Sept 2024", "2024-09"),
            ("Signed 1. October 2023", "2023-10"),
            ("o October 2023", "2023-10"),
            ("October 23", "2023-10"),
            ("• Signed • October 23 • Plan", "2023-10"),
            ("signed in October 23, adopted later", "2023-10"),
            ("Oct '23", "2023-10"),
            ("on October 23 we met", ""),
            ("in May 20 staff left", ""),
            ("Autumn 2023; autumn of 2023", "2023-23 2023-23"),
            ("winter 2023/24", "2023-24"),
            ("early 2023, mid-2024 and late October 2023", "2023~ 2024~ 2023-10"),
            ("around 6 November 2023", "2023-11-06~"),
            ("circa 2023", "2023~"),
            ("by the end of September 2023", "2023-09~"),
            ("the end of February 2024", "2024-02"),
            ("in the week beginning 11 December 2023", "2023-12-11~"),
            ("shortly after it was launched in September 2023", "2023-09~"),
            ("in 2023", "2023"),
            ("2023", "2023"),
            ("since the year 2021", "2021"),
            ("Freedom of Information Act 2000", "2000?"),
            ("Charter (2023)", ""),
        ];
        check(&cases);
    }

    #[test]
    fn intervals() {
        let cases = [
            ("Q3 of 2023/24", "2023-10/2023-12"),
            ("Q4 2023/24", "2024-01/2024-03"),
            ("quarter 2, 2017/18", "2017-07/2017-09"),
            ("the third quarter of 2023-24", "2023-10/2023-12"),
            ("Q3 2023", "2023-07/2023-09"),
            ("between October and December 2023", "2023-10/2023-12"),
            ("October to December 2023", "2023-10/2023-12"),
            ("October 2023 - March 2024", "2023-10/2024-03"),
            ("October to March 2024", "2023-10/2024-03"),
            ("between 3 October and 5 December 2023", "2023-10-03/2023-12-05"),
            ("01/04/2017-31/03/2019", "2017-04-01/2019-03-31"),
            ("October and December 2023", "2023-12"),
            ("1 May 2023 and 2 June 2023", "2023-05-01 2023-06-02"),
            ("financial year 2023/24", "2023-04/2024-03"),
            ("in FY2023-24", "2023-04/2024-03"),
            ("academic year 2023/24", "2023-09/2024-08"),
            ("Year 2021/22 2022/23", "2021-04/2022-03 2022-04/2023-03?"),
        ];
        check(&cases);
    }

    #[test]
    fn what_only_looks_like_a_date_is_left_alone() {
        let cases = [
            "FOI/2025/26/288 and 2025/11/0733, 01.FOI.24.042067",
            "FOI/12/10/2025",
            "https://example.org/2025/03/12/policy.pdf",
            "sections 1.2.3, 12.1.10.4 and 31.14.10",
            "£2000 and 24/118",
            "16 July at noon",
            "12 May 10 staff",
            "(i) July sales; you may 20 times",
            "2018-2022 and 432-2025",
            "0303 123 1113",
        ];
        for text in cases {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    fn check(cases: &[(&str, &str)]) {
        for (text, dates) in cases {
            assert_eq!(found(text).join(" "), *dates, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in "\\PC*|([0-9]{1,4}|[-/. 'é–]|jan|may|october|q3|to|between|early){0,20}") {
            for text in [text.clone(), text.to_lowercase()] {
                for dated in find_dates(&text) {
                    prop_assert!(text.get(dated.span.start..dated.span.end).is_some_and(|words| !words.is_empty()));
                    prop_assert!(dated.date.bounds().0 <= dated.date.bounds().1);
                }
            }
        }
    }
}
