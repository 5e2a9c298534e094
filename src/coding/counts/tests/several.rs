//! Several figures in one answer, and several questions of one series.

use super::super::find_counts;
use super::small::all_read;
use crate::segment::Pair;
use crate::text::{Folded, Lines, Span};

/// The counts of questions and answers in a row, as `measure | start..end | value`.
pub fn read_in_turn(turns: &[(&str, &str)]) -> Vec<String> {
    let (mut text, mut pairs) = (String::new(), Vec::new());
    for (question, answer) in turns {
        let from = text.len();
        text.push_str(&format!("{question}\n\n"));
        let answered = text.len();
        text.push_str(&format!("{answer}\n\n"));
        pairs.push(Pair {
            number: None,
            question: vec![Span::new(from, from + question.len())],
            answer: vec![Span::new(answered, answered + answer.len())],
        });
    }
    let (counts, _) = find_counts(&text, &Lines::new(&text), &Folded::new(&text), &pairs);
    let day = |day: &Option<String>| day.clone().unwrap_or_default();
    let line = |count: &crate::record::Count| {
        format!("{} | {}..{} | {}", count.measure, day(&count.start), day(&count.end), count.value)
    };
    counts.iter().map(line).collect()
}

#[test]
fn enumerations() {
    all_read(&[
        (
            "How many kites and gulls were seen?",
            "2022/23: kites 2, gulls 188\n2023/24: kites 0, gulls 240",
            &[
                "kites | 2022-04-01..2023-03-31 | 2-2",
                "gulls | 2022-04-01..2023-03-31 | 188-188",
                "kites | 2023-04-01..2024-03-31 | 0-0",
                "gulls | 2023-04-01..2024-03-31 | 240-240",
            ],
        ),
        (
            "How many staff work at the lake?",
            "The team has 6 wardens, 9 nurses, fewer than five ringers and 7 clerks.",
            &[
                "staff work / wardens | .. | 6-6",
                "staff work / nurses | .. | 9-9",
                "staff work / ringers | .. | 0-4",
                "staff work / clerks | .. | 7-7",
            ],
        ),
        (
            "How many swans were ringed?",
            "In 2022 5 or fewer, in 2023 six, in 2024 7.",
            &[
                "swans ringed | 2022-01-01..2022-12-31 | 0-5",
                "swans ringed | 2023-01-01..2023-12-31 | 6-6",
                "swans ringed | 2024-01-01..2024-12-31 | 7-7",
            ],
        ),
        (
            "How many swans were ringed in 2023, by lake?",
            "Long Mere 14, Ash and Oak Water 9, Control Room Pond 22.",
            &[
                "swans / Long Mere | 2023-01-01..2023-12-31 | 14-14",
                "swans / Ash and Oak Water | 2023-01-01..2023-12-31 | 9-9",
                "swans / Control Room Pond | 2023-01-01..2023-12-31 | 22-22",
            ],
        ),
        (
            "How many swans were ringed in each quarter of 2023?",
            "Quarter 1: 41; Quarter 2: 38.",
            &["swans ringed | 2023-01-01..2023-03-31 | 41-41", "swans ringed | 2023-04-01..2023-06-30 | 38-38"],
        ),
        ("How many swans were ringed?", "Sections 30, 31 and 40 apply.", &[]),
        ("How many swans were ringed?", "See questions 1 and 2.", &[]),
        (
            "Swans ringed in 2022 and 2023",
            "14 / not held (no boat)",
            &["Swans ringed | 2022-01-01..2022-12-31 | 14-14", "Swans ringed | 2023-01-01..2023-12-31 | ?-?"],
        ),
    ]);
}

#[test]
fn a_remark_with_a_figure_ends_no_item() {
    all_read(&[(
        "How many swans were ringed in 2022 and 2023?",
        "In 2022, 97 (15 black); in 2023, 120 (20 black).",
        &["swans ringed | 2022-01-01..2022-12-31 | 97-97", "swans ringed | 2023-01-01..2023-12-31 | 120-120"],
    )]);
}

#[test]
fn some_of_them() {
    all_read(&[
        (
            "How many swans were ringed in 2023?",
            "31 swans, of which 9 were black.",
            &["swans ringed | 2023-01-01..2023-12-31 | 31-31", "swans ringed / black | 2023-01-01..2023-12-31 | 9-9"],
        ),
        (
            "Describe the scheme",
            "Of the 1,204 complaints closed in 2024/25, 37 were settled at a meeting.",
            &[
                "complaints closed | 2024-04-01..2025-03-31 | 1204-1204",
                "complaints closed / settled at a meeting | 2024-04-01..2025-03-31 | 37-37",
            ],
        ),
        (
            "Was any swan lost?",
            "One was, in 2021. The ten wardens were told.",
            &["any swan lost | 2021-01-01..2021-12-31 | 1-1"],
        ),
        ("What was the average wait in weeks?", "53 weeks.", &["average wait in weeks | .. | 53-53"]),
    ]);
}

#[test]
fn the_same_years_are_those_of_the_question_before() {
    let first = ("How many swans were ringed in 2022 and 2023?", "14 and 9.");
    assert_eq!(
        read_in_turn(&[first, ("How many geese, in the same years?", "Fewer than ten in each year.")])[2..],
        ["geese | 2022-01-01..2022-12-31 | Fewer than ten", "geese | 2023-01-01..2023-12-31 | Fewer than ten"]
    );
    assert_eq!(
        read_in_turn(&[first, ("Of those, how many led to a chick?", "3 and 4 respectively")])[2..],
        ["swans led to a chick | 2022-01-01..2022-12-31 | 3", "swans led to a chick | 2023-01-01..2023-12-31 | 4"]
    );
    let on_a_day = ("How many swans were there on 1 January 2024?", "512");
    assert_eq!(read_in_turn(&[on_a_day, ("How many geese do you keep?", "9")])[1..], ["geese | .. | 9"]);
}

#[test]
fn tables_sum_and_go_on_over_lines() {
    all_read(&[
        (
            "How many swans in 2024/25, by lake?",
            "Lake        Q1 (Apr-Jun)   Q2\nAsh               10    20\nOak               11    21\nThe two lot       21    41",
            &[
                "swans / Ash | 2024-04-01..2024-06-30 | 10-10",
                "swans / Ash | 2024-07-01..2024-09-30 | 20-20",
                "swans / Oak | 2024-04-01..2024-06-30 | 11-11",
                "swans / Oak | 2024-07-01..2024-09-30 | 21-21",
                "swans / The two lot | 2024-04-01..2024-06-30 | 21-21",
                "swans / The two lot | 2024-07-01..2024-09-30 | 41-41",
            ],
        ),
        (
            "How many swans, by lake?",
            "                 Ringed     Seen by\n                            a warden\nAsh              10         20\nLong mere and\npond             11         21",
            &[
                "swans / Ash / Ringed | .. | 10-10",
                "swans / Ash / Seen by a warden | .. | 20-20",
                "swans / Long mere and pond / Ringed | .. | 11-11",
                "swans / Long mere and pond / Seen by a warden | .. | 21-21",
            ],
        ),
        (
            "Patients in 2023, by wait",
            "Wait | Patients\nOver 24 hours | 12\nUnder an hour | 88",
            &[
                "Wait / Over 24 hours / Patients | 2023-01-01..2023-12-31 | 12-12",
                "Wait / Under an hour / Patients | 2023-01-01..2023-12-31 | 88-88",
            ],
        ),
    ]);
}
