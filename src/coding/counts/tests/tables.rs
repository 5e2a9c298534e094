//! Tables that extraction has damaged, one mechanism a test.

use super::small::{all_read, read};

#[test]
fn heads_in_fragments() {
    let four = [
        "boats / Sloops / Num Crew | .. | 34-34",
        "boats / Sloops / Num Trips | .. | 252-252",
        "boats / Brigs / Num Crew | .. | 19-19",
        "boats / Brigs / Num Trips | .. | 157-157",
    ];
    for answer in [
        "Rig\nNum\nCrew\nNum\nTrips\nSloops 34 252\nBrigs 19 157",
        "Num\nCrew\nNum\nTrips\nSloops 34 252\nBrigs 19 157",
        "Rig | Num Crew | Num Trips\nSloops | 34 | 252\nBrigs | 19 | 157",
        "           Num Crew   Num Trips\nSloops       34         252\nBrigs        19         157",
        "Rig\nNum Crew\nNum Trips\nSloops 34 252\nBrigs 19 157",
        "Rig        Num Crew   Num Trips\n\nSloops       34         252\n\nBrigs        19         157",
    ] {
        assert_eq!(read("How many boats?", answer).0, four, "{answer}");
    }
    assert_eq!(read("How many boats?", "Num\nCrew\nNum\nTrips\nPort\nSloops 34 252").0, [] as [&str; 0]);
}

#[test]
fn rows_whose_labels_are_figures_or_wrapped() {
    all_read(&[
        (
            "What were their ages?",
            "Age\nNum\nCrew\nNum\nTrips\n24 <5 7\n25 6 11",
            &[
                "24 / Num Crew | .. | 0-4",
                "24 / Num Trips | .. | 7-7",
                "25 / Num Crew | .. | 6-6",
                "25 / Num Trips | .. | 11-11",
            ],
        ),
        (
            "How many boats, by rig?",
            "Rig 2022 2023\nSloops 3 20\nBrigs - any other\nrigging 2 23",
            &[
                "boats / Sloops | 2022-01-01..2022-12-31 | 3-3",
                "boats / Sloops | 2023-01-01..2023-12-31 | 20-20",
                "boats / Brigs - any other rigging | 2022-01-01..2022-12-31 | 2-2",
                "boats / Brigs - any other rigging | 2023-01-01..2023-12-31 | 23-23",
            ],
        ),
        (
            "How many boats?",
            "Age group  Number\nUnder 18   4\n18-24      12\n65+        9",
            &["boats / Under 18 | .. | 4-4", "boats / 18-24 | .. | 12-12", "boats / 65+ | .. | 9-9"],
        ),
        (
            "How many boats?",
            "2020 2021\n5 6",
            &["boats | 2020-01-01..2020-12-31 | 5-5", "boats | 2021-01-01..2021-12-31 | 6-6"],
        ),
        ("How many boats?", "2020 2021 2022\n5 6", &[]),
        ("How many boats?", "5 6 7\n8 9 10", &[]),
    ]);
}

#[test]
fn cells_with_a_line_each() {
    let rows = ["boats / Lost | .. | 5-5", "boats / Found | .. | 7-7"];
    for answer in
        ["Lost\n5\nFound\n7", "Outcome\n\nNumber\n\nLost\n\n5\n\nFound\n\n7", "Fate\nNumber\nLost\n5\nFound\n7"]
    {
        assert_eq!(read("How many boats?", answer).0, rows, "{answer}");
    }
    all_read(&[
        (
            "How many boats?",
            "Port\n2021\n2022\nElm\n5\n6\nOak\n<5\n*",
            &[
                "boats / Elm | 2021-01-01..2021-12-31 | 5-5",
                "boats / Elm | 2022-01-01..2022-12-31 | 6-6",
                "boats / Oak | 2021-01-01..2021-12-31 | 0-4",
                "boats / Oak | 2022-01-01..2022-12-31 | ?-?",
            ],
        ),
        (
            "Please send the log",
            "Year\nIncidents\n2019\n7\n2020\n<5",
            &["Incidents | 2019-01-01..2019-12-31 | 7-7", "Incidents | 2020-01-01..2020-12-31 | 0-4"],
        ),
        ("Please send the log", "Page\n2\nVersion\n3", &[]),
        ("Please send the log", "Harbour\n2\nQuay\n3", &[]),
    ]);
}

#[test]
fn heads_and_captions_that_say_nothing() {
    all_read(&[
        (
            "How many huts stood empty?",
            "The totals are\n\n2021  733\n2022  708",
            &[
                "huts stood empty | 2021-01-01..2021-12-31 | 733-733",
                "huts stood empty | 2022-01-01..2022-12-31 | 708-708",
            ],
        ),
        (
            "How many reports of stray goats by members of the public came in?",
            "Seen by\t2022\t2023\nKeeper\t17\t26",
            &["reports / Keeper | 2022-01-01..2022-12-31 | 17-17", "reports / Keeper | 2023-01-01..2023-12-31 | 26-26"],
        ),
        (
            "How many huts?",
            "2022 | 2023\nElm | 3 | 4",
            &["huts / Elm | 2022-01-01..2022-12-31 | 3-3", "huts / Elm | 2023-01-01..2023-12-31 | 4-4"],
        ),
        (
            "How many huts?",
            "           Issued    Paid\n2022       100       90",
            &["huts / Issued | 2022-01-01..2022-12-31 | 100-100", "huts / Paid | 2022-01-01..2022-12-31 | 90-90"],
        ),
        (
            "How many huts?",
            "Since May 2021 two keepers have moved away, so that the years cannot be compared.\n\nHut | Number\nElm | 3\nOak | 4",
            &["huts / Elm | .. | 3-3", "huts / Oak | .. | 4-4"],
        ),
        ("How many huts?", "Hut | Let\nElm | No\nOak | Yes", &[]),
    ]);
}

#[test]
fn a_line_heads_the_rows_that_are_set_in_below_it() {
    let rows = [
        "boats / Lost at sea / in fog | 2022-04-01..2023-03-31 | 3-3",
        "boats / Lost at sea / in fog | 2023-04-01..2024-03-31 | 2-2",
        "boats / Lost at sea / in storms | 2022-04-01..2023-03-31 | 9-9",
        "boats / Lost at sea / in storms | 2023-04-01..2024-03-31 | 0-4",
        "boats / Sold | 2022-04-01..2023-03-31 | 6-6",
        "boats / Sold | 2023-04-01..2024-03-31 | 8-8",
    ];
    for answer in [
        "Fate 2022/23 2023/24\nLost at sea\n- in fog 3 2\n- in storms 9 <5\nSold 6 8",
        "Fate 2022/23 2023/24\nLost at sea\n  in fog 3 2\n  in storms 9 <5\nSold 6 8",
    ] {
        assert_eq!(read("How many boats?", answer).0, rows, "{answer}");
    }
}
