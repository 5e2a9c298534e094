//! Whatever the text: no panic, evidence that slices back, and work that grows no faster than the text.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::find_counts;
use crate::segment::Pair;
use crate::text::{Folded, Lines, Span};

/// Reads `text` as the answer to "how many", from its middle on and from its start.
fn hold(text: &str) {
    let question = "How many complaints (a) in 2023 and (b) since?\n";
    let whole = format!("{question}{text}");
    let mut middle = question.len() + text.len() / 2;
    while !whole.is_char_boundary(middle) {
        middle -= 1;
    }
    for start in [question.len(), middle] {
        let pair = Pair {
            number: None,
            question: vec![Span::new(0, question.len())],
            answer: vec![Span::new(start, whole.len())],
        };
        let (counts, diagnostics) = find_counts(&whole, &Lines::new(&whole), &Folded::new(&whole), &[pair]);
        for evidence in counts.iter().flat_map(|count| &count.evidence) {
            assert_eq!(&whole[evidence.start..evidence.end], evidence.words);
        }
        for diagnostic in diagnostics {
            assert!(whole.get(diagnostic.start..diagnostic.end).is_some());
        }
    }
}

proptest! {
    #[test]
    fn any_string_holds(text in any::<String>()) {
        hold(&text);
    }

    #[test]
    fn strings_that_look_like_answers_hold(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        hold(&pieces.concat());
    }
}

const PIECES: &[&str] = &[
    "2023",
    "2023/24",
    "17/18",
    " - ",
    "\u{2013}",
    ": ",
    "; ",
    "= ",
    "12",
    "<5",
    "fewer than five",
    "1,633",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " | ",
    "|",
    "   ",
    " ",
    "Total",
    "Year ",
    "complaints ",
    "None",
    "Six",
    "(a) ",
    "(b) ",
    "1. ",
    "*",
    "**",
    "n/a",
    "not held",
    "\u{a3}450",
    "50%",
    "18 hours",
    "section 12",
    "in ",
    "and ",
    "of which ",
    "\u{e9}",
    "\u{ad}",
    "\u{2264}5",
    "\u{e2}\u{20ac}\u{201c}",
    ".",
    ",",
    "up to 2 September",
    "to date",
    "April 2017 to March 2018",
    "|---|---|",
    "\u{feff}",
    "\u{c}",
];

/// In bytes; large enough that work in the square of it would take minutes.
const SIZE: usize = 50_000;

#[test]
fn many_figures_are_read_in_good_time() {
    let repeat = |piece: &str| piece.repeat(SIZE / piece.len());
    for text in [
        repeat("Ward A\t3\t<5\n"),
        repeat("Ward A 3 5 6\n"),
        repeat("2023\n5\n"),
        repeat("7 "),
        repeat("7\t"),
        repeat("12 complaints in 2023, "),
        repeat("2022 - A - 3 - "),
        repeat("2345678902"),
        repeat("(a) "),
        repeat("No "),
        repeat("five of which "),
        repeat("there were 5 in 2023 "),
        repeat("there were 5 2023, "),
        repeat("Lost: 5, "),
        repeat("\u{2022} 5 lost\n"),
        repeat("Lost\n5\n\n"),
        repeat("Num\nTrips\n"),
        repeat("Lost 5\nand found\n"),
        repeat("exempt 5, "),
        repeat("none of the 5, "),
    ] {
        let begun = Instant::now();
        hold(&text);
        let took = begun.elapsed();
        let piece: String = text.chars().take(12).collect();
        eprintln!("{took:?} {piece:?}");
        assert!(took < Duration::from_secs(30), "{took:?} for {piece:?}");
    }
}
