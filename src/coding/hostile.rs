//! Text that no letter is: the rules of a whole letter must get through it in time, and without a panic.

use std::time::{Duration, Instant};

use crate::coding::attachments::find_attachments;
use crate::coding::exemptions::find_exemptions;
use crate::coding::links::find_links;
use crate::letter::{Answered, Letter, find_kind, find_zones};
use crate::segment::Pair;
use crate::text::{Folded, Lines, Span};

fn read(text: &str) -> Duration {
    let begun = Instant::now();
    let (lines, folded) = (Lines::new(text), Folded::new(text));
    let half = (0..=text.len() / 2).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
    let pair = Pair { number: None, question: vec![Span::new(0, half)], answer: vec![Span::new(half, text.len())] };
    let zones = find_zones(text, &lines, &folded);
    let letter = Letter { text, lines: &lines, folded: &folded, zones: &zones, file: "" };
    for pairs in [&[][..], std::slice::from_ref(&pair)] {
        find_kind(&letter, Answered::Questions);
        for relied in find_exemptions(&letter, pairs, false) {
            assert!(relied.spans.iter().all(|span| text.get(span.start..span.end).is_some()));
        }
        assert!(find_links(&letter, pairs).iter().all(|(span, ..)| text.get(span.start..span.end).is_some()));
        assert!(find_attachments(&letter, pairs).iter().all(|(span, _)| text.get(span.start..span.end).is_some()));
    }
    begun.elapsed()
}

#[test]
fn hostile_text_is_read_in_linear_time() {
    for piece in [
        "1",
        "section 40(2)",
        "s 40(2)(a)",
        "\n",
        "Kind regards\n",
        "1. How many wards have you?\n",
        ")",
        "* ",
        ". ",
        "https://a.b/c/",
        "http://a.b/c-\n",
        "See attached. ",
        "Yours sincerely\n\nIf you are unhappy\n\n",
        "> a\n",
        "é\u{ad}",
        "From: a\nSent: 1 May 2030\nTo: b\n\n",
        "18 hours ",
        "could be ",
        "not ",
    ] {
        let sized = |bytes: usize| read(&piece.repeat(bytes / piece.len()));
        let (short, long) = (sized(5_000), sized(20_000));
        println!("{piece:?}: {short:?} {long:?}");
        assert!(long < short * 10 + Duration::from_millis(500), "{piece:?}: {short:?}, then {long:?}");
    }
}

#[test]
fn any_text_is_read() {
    for text in [
        "",
        "\u{feff}",
        "ﬁ",
        "section",
        "section 4",
        "s4(",
        "www.",
        "http://",
        "section 40(2",
        "İ section 12 ©",
        "\r\r\n",
    ] {
        read(text);
    }
}
