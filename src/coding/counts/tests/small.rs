//! One question and one answer at a time.

use super::super::find_counts;
use crate::segment::Pair;
use crate::text::{Folded, Lines, Span};

/// The counts of one question and answer, as `measure | start..end | least-most`, and the codes of the diagnostics.
pub fn read(question: &str, answer: &str) -> (Vec<String>, Vec<String>) {
    let text = format!("{question}\n\n{answer}");
    let pair = Pair {
        number: None,
        question: vec![Span::new(0, question.len())],
        answer: vec![Span::new(question.len() + 2, text.len())],
    };
    let (counts, diagnostics) = find_counts(&text, &Lines::new(&text), &Folded::new(&text), &[pair]);
    for evidence in counts.iter().flat_map(|count| &count.evidence) {
        assert_eq!(&text[evidence.start..evidence.end], evidence.words);
    }
    let number = |number: Option<u64>| number.map_or("?".into(), |number| number.to_string());
    let day = |day: &Option<String>| day.clone().unwrap_or_default();
    let line = |count: &crate::record::Count| {
        let days = format!("{}..{}", day(&count.start), day(&count.end));
        format!("{} | {days} | {}-{}", count.measure, number(count.min), number(count.max))
    };
    (counts.iter().map(line).collect(), diagnostics.into_iter().map(|diagnostic| diagnostic.code).collect())
}

const HOW_MANY: &str = "How many complaints were received?";

/// Every answer gives its counts and no others; prints all that do not.
pub fn all_read(cases: &[(&str, &str, &[&str])]) {
    let mut wrong = Vec::new();
    for (question, answer, expected) in cases {
        let (found, _) = read(question, answer);
        if found != *expected {
            wrong.push(format!("{question} {answer}\n  wanted {expected:#?}\n  found  {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sentences_that_answer() {
    let c = "complaints | .. | ";
    let one = |number: &str| format!("{c}{number}");
    for (answer, number) in [
        ("Six", "6-6"),
        ("8.", "8-8"),
        ("52 patients.", "52-52"),
        ("Nil", "0-0"),
        ("None.", "0-0"),
        ("No complaints were received.", "0-0"),
        ("There were no formal complaints.", "0-0"),
        ("The Trust received 1,204 complaints.", "1204-1204"),
        ("Fewer than five", "0-4"),
        ("<5", "0-4"),
        ("5 or fewer", "0-5"),
        ("More than 10 complaints", "11-?"),
        ("Approximately 40 complaints", "40-40"),
        ("There was one complaint.", "1-1"),
        ("We have received twenty-three complaints.", "23-23"),
        ("The total number of complaints was 12.", "12-12"),
        ("Total: 12", "12-12"),
    ] {
        let (found, _) = read(HOW_MANY, answer);
        assert_eq!(
            found.iter().map(|line| line.rsplit(" | ").next().unwrap()).collect::<Vec<_>>(),
            [number],
            "{answer}"
        );
        assert!(answer.contains(['T', 'p']) || found == [one(number)], "{answer} {found:?}");
    }
}

#[test]
fn sentences_that_answer_nothing() {
    for answer in [
        "It would take 18 hours and cost \u{a3}450 to answer.",
        "There are 700 files, each of which would need to be read at 6 minutes per file.",
        "No information is held.",
        "No record is kept of this.",
        "Please see page 62 of the report.",
        "This is exempt under section 40(2).",
        "See our website www.example.org/2023/12/report.",
        "Call 01795 514525.",
        "The policy, version 4.1, was ratified on 14 May 2024.",
        "We will reply within 20 working days.",
        "62% of complaints were upheld.",
        "Complaints take two months on average.",
        "Staff aged 21 may apply.",
        "Not held.",
        "",
    ] {
        assert_eq!(read(HOW_MANY, answer).0, [] as [&str; 0], "{answer}");
    }
}

#[test]
fn the_word_lists_prove_their_examples() {
    let nouns = super::super::nouns::Nouns::shipped();
    for sentence in &nouns.accept {
        assert_eq!(read("Has this been used?", sentence).0.len(), 1, "{sentence}");
    }
    for sentence in &nouns.reject {
        assert_eq!(read("Has this been used?", sentence).0, [] as [&str; 0], "{sentence}");
    }
}

#[test]
fn sentences_with_periods_and_parts() {
    all_read(&[
        (
            "How many complaints of misconduct were made in 2023 and in 2024?",
            "Fewer than five such complaints were made in 2023 and nine in 2024.",
            &[
                "complaints of misconduct | 2023-01-01..2023-12-31 | 0-4",
                "complaints of misconduct | 2024-01-01..2024-12-31 | 9-9",
            ],
        ),
        (
            "How many reports led in 2024/25 to (a) dismissal and (b) a written warning?",
            "(a) Six (b) None",
            &[
                "reports / dismissal | 2024-04-01..2025-03-31 | 6-6",
                "reports / a written warning | 2024-04-01..2025-03-31 | 0-0",
            ],
        ),
        (
            HOW_MANY,
            "2022/23 - 10\n2023/24 - 12",
            &["complaints | 2022-04-01..2023-03-31 | 10-10", "complaints | 2023-04-01..2024-03-31 | 12-12"],
        ),
        (
            HOW_MANY,
            "2015 / 2016 = 43\n2020-2021- 4",
            &["complaints | 2015-04-01..2016-03-31 | 43-43", "complaints | 2020-04-01..2021-03-31 | 4-4"],
        ),
        (
            HOW_MANY,
            "2022: 10, 2023: 12 and 2024: <5",
            &[
                "complaints | 2022-01-01..2022-12-31 | 10-10",
                "complaints | 2023-01-01..2023-12-31 | 12-12",
                "complaints | 2024-01-01..2024-12-31 | 0-4",
            ],
        ),
        (
            "Please send internal data.",
            "2022 - Abuse by patients - 222 - Abuse by staff - 14 2023 - Abuse by patients - 285",
            &[
                "Abuse by patients | 2022-01-01..2022-12-31 | 222-222",
                "Abuse by staff | 2022-01-01..2022-12-31 | 14-14",
                "Abuse by patients | 2023-01-01..2023-12-31 | 285-285",
            ],
        ),
        (
            HOW_MANY,
            "In 2022/23 there were 10 complaints, of which 4 were upheld.",
            &["complaints | 2022-04-01..2023-03-31 | 10-10", "complaints / upheld | 2022-04-01..2023-03-31 | 4-4"],
        ),
        (
            HOW_MANY,
            "In 2021 there were 45 and in 2022 there were 52.",
            &["complaints | 2021-01-01..2021-12-31 | 45-45", "complaints | 2022-01-01..2022-12-31 | 52-52"],
        ),
        (
            HOW_MANY,
            "2021 - 45 incidents\n2022 - 52 incidents",
            &["complaints | 2021-01-01..2021-12-31 | 45-45", "complaints | 2022-01-01..2022-12-31 | 52-52"],
        ),
        (HOW_MANY, "17 women and 15 men.", &["complaints / women | .. | 17-17", "complaints / men | .. | 15-15"]),
        (
            HOW_MANY,
            "Seven allegations were made. Of these, 3 led to dismissal and 2 to a warning.",
            &[
                "complaints / allegations | .. | 7-7",
                "complaints / led to dismissal | .. | 3-3",
                "complaints / warning | .. | 2-2",
            ],
        ),
        (
            HOW_MANY,
            "Physical: 5; verbal: 10",
            &["complaints / Physical | .. | 5-5", "complaints / verbal | .. | 10-10"],
        ),
        (
            HOW_MANY,
            "a) 2020 12\nb) 2021 15",
            &["complaints | 2020-01-01..2020-12-31 | 12-12", "complaints | 2021-01-01..2021-12-31 | 15-15"],
        ),
        (
            HOW_MANY,
            "The Trust employs 5,000 staff across 12 sites and had 3 complaints in 2023.",
            &["complaints | 2023-01-01..2023-12-31 | 3-3"],
        ),
        (HOW_MANY, "In the last 5 years there have been 3.", &["complaints | .. | 3-3"]),
        (HOW_MANY, "1. 4\n2. 6", &[]),
        (HOW_MANY, "Tel 01795 514525\nCQC 12345", &[]),
        ("Which policy applies?", "Policy 12\nProcedure 14", &[]),
        (
            HOW_MANY,
            "We received the following:\n2022/23: 15\n2023/24 to date: 7",
            &["complaints | 2022-04-01..2023-03-31 | 15-15", "complaints | 2023-04-01.. | 7-7"],
        ),
        (HOW_MANY, "1. Assault 12\n2. Rape 5", &["complaints / Assault | .. | 12-12", "complaints / Rape | .. | 5-5"]),
    ]);
}

#[test]
fn tables_of_every_drawing() {
    let two = &[
        "Incidents / Ward A | 2022-01-01..2022-12-31 | 3-3",
        "Incidents / Ward A | 2023-01-01..2023-12-31 | 0-4",
        "Incidents / Ward B | 2022-01-01..2022-12-31 | 7-7",
        "Incidents / Ward B | 2023-01-01..2023-12-31 | ?-?",
    ];
    for answer in [
        "Incidents\n\nPlace\t2022\t2023\nWard A\t3\t<5\nWard B\t7\t*",
        "Incidents\n\n| Place | 2022 | 2023 |\n|---|---|---|\n| Ward A | 3 | <5 |\n| Ward B | 7 | * |",
        "Incidents\n\n| Place | 2022 | 2023 |\n| Ward A | 3 | <5 |\n| Ward B | 7 | * |",
        "Incidents\n\nPlace     2022   2023\nWard A       3     <5\nWard B       7      *",
        "Incidents\n\n| 2022 | 2023 |\n| Ward A | 3 | <5 |\n| Ward B | 7 | * |",
    ] {
        assert_eq!(read("Please send the figures", answer).0, two, "{answer}");
    }
}

#[test]
fn tables_of_single_spaces() {
    all_read(&[
        (
            "How many FOI requests came in?",
            "Year FOI Requests received\n2018 1633\n2019 1619",
            &[
                "FOI Requests received | 2018-01-01..2018-12-31 | 1633-1633",
                "FOI Requests received | 2019-01-01..2019-12-31 | 1619-1619",
            ],
        ),
        (
            "What came of them?",
            "Figures are for 2016.\n\nComplaints Received\n\nComplaints 1\nAllegations 3",
            &[
                "Complaints Received / Complaints | 2016-01-01..2016-12-31 | 1-1",
                "Complaints Received / Allegations | 2016-01-01..2016-12-31 | 3-3",
            ],
        ),
        (
            "How many assaults were there?",
            "Kind 17/18 18/19 Grand total\nSpoken 5 6 11\nBodily 4 4",
            &[
                "assaults / Spoken | 2017-04-01..2018-03-31 | 5-5",
                "assaults / Spoken | 2018-04-01..2019-03-31 | 6-6",
                "assaults / Spoken / Grand total | 2017-04-01..2019-03-31 | 11-11",
                "assaults / Bodily / Grand total | 2017-04-01..2019-03-31 | 4-4",
            ],
        ),
        (
            "How many assaults were there?",
            "Year Cause Total Police\nSpoken 5\nBodily 8\n2010-11 Total 13 4",
            &[
                "assaults / Spoken | 2010-04-01..2011-03-31 | 5-5",
                "assaults / Bodily | 2010-04-01..2011-03-31 | 8-8",
                "assaults / Total | 2010-04-01..2011-03-31 | 13-13",
                "assaults / Total / Police | 2010-04-01..2011-03-31 | 4-4",
            ],
        ),
        (
            "How many assaults were there?",
            "2019\n2020\n7\n<5",
            &["assaults | 2019-01-01..2019-12-31 | 7-7", "assaults | 2020-01-01..2020-12-31 | 0-4"],
        ),
        (
            "How many assaults were there?",
            "           2021   2022   2023\nWard A      5             6\nWard B             3     7",
            &[
                "assaults / Ward A | 2021-01-01..2021-12-31 | 5-5",
                "assaults / Ward A | 2023-01-01..2023-12-31 | 6-6",
                "assaults / Ward B | 2022-01-01..2022-12-31 | 3-3",
                "assaults / Ward B | 2023-01-01..2023-12-31 | 7-7",
            ],
        ),
        (
            "How many assaults were there?",
            "Year   Assaults   Upheld %   Cost\n2022   10   50%   \u{a3}300\n2023   12   25%   \u{a3}200",
            &["assaults | 2022-01-01..2022-12-31 | 10-10", "assaults | 2023-01-01..2023-12-31 | 12-12"],
        ),
        (
            "How many assaults were there?",
            "Year\nMale\nFemale\n2021\n5\n7\n2022\n3\n<5",
            &[
                "assaults / Male | 2021-01-01..2021-12-31 | 5-5",
                "assaults / Female | 2021-01-01..2021-12-31 | 7-7",
                "assaults / Male | 2022-01-01..2022-12-31 | 3-3",
                "assaults / Female | 2022-01-01..2022-12-31 | 0-4",
            ],
        ),
        (
            "How many assaults were there?",
            "2020 2021 2022\n5 6 7",
            &[
                "assaults | 2020-01-01..2020-12-31 | 5-5",
                "assaults | 2021-01-01..2021-12-31 | 6-6",
                "assaults | 2022-01-01..2022-12-31 | 7-7",
            ],
        ),
        ("How many assaults were there?", "2020 2021 2022\n5 6", &[]),
        ("How many staff?", "Staff Type Headcount\nWholetime\nRetained", &[]),
        ("How many staff?", "| Year | Headcount |\n|---|---|\n| 2009/10 | |\n| 2010/11 | |", &[]),
    ]);
}

#[test]
fn totals_that_do_not_add_up_are_reported() {
    let table = |total: &str| format!("| Kind | 2022 | 2023 | Total |\n| A | 3 | <5 | {total} |\n| B | 1 | 1 | 2 |");
    assert_eq!(read(HOW_MANY, &table("7")).1, [] as [&str; 0], "3 and fewer than five may be seven");
    assert_eq!(read(HOW_MANY, &table("9")).1, ["totals-differ"]);
    assert_eq!(read(HOW_MANY, &table("*")).1, [] as [&str; 0]);
    assert_eq!(read(HOW_MANY, "| Kind | Number |\n| A | 3 |\n| B | 4 |\n| Total | 8 |").1, ["totals-differ"]);
}
