//! What is said once and meant again: the thing, the verb, the days, the number of a label.

use super::regions::read;
use super::several::read_in_turn;
use super::small::all_read;

#[test]
fn the_thing_of_the_question_before_is_meant_again() {
    let first = ("Number of boats hired in 2022 and 2023, by calendar year", "2022 - 31\n2023 - 40");
    for (question, measure) in [
        ("Number returned in each of those years", "boats hired returned"),
        ("Of those, returned within two hours", "boats hired returned within two hours"),
        ("Of those, the number with holes", "boats hired holes"),
    ] {
        let found = read_in_turn(&[first, (question, "2022 - 5 / 2023 - 7")]);
        let wanted =
            [format!("{measure} | 2022-01-01..2022-12-31 | 5"), format!("{measure} | 2023-01-01..2023-12-31 | 7")];
        assert_eq!(found[2..], wanted, "{question}");
    }
}

#[test]
fn the_verb_of_a_list_is_said_once() {
    let asked = "How many swans are there on each lake?";
    let lakes =
        ["swans / Ash Mere | .. | 612-612", "swans / Oak Water | .. | 740-740", "swans / Elm Pond | .. | 583-583"];
    all_read(&[
        (asked, "Ash Mere has 612, Oak Water 740 and Elm Pond 583.", &lakes),
        (
            asked,
            "1,935 swans: Ash Mere 612, Oak Water 740, Elm Pond 583.",
            &[&["swans on each lake | .. | 1935-1935"], &lakes[..]].concat(),
        ),
        (
            "What share of swans in 2023 was ringed, by lake?",
            "Telephone Mere 61%, Oak Water 14%.",
            &[
                "swans / Telephone Mere | 2023-01-01..2023-12-31 | 61-61",
                "swans / Oak Water | 2023-01-01..2023-12-31 | 14-14",
            ],
        ),
        (
            "What became of them?",
            "Swans ringed: 64 (2018), 91 (2019)",
            &["Swans ringed | 2018-01-01..2018-12-31 | 64-64", "Swans ringed | 2019-01-01..2019-12-31 | 91-91"],
        ),
    ]);
}

#[test]
fn days_and_periods_are_told_by_their_order() {
    let asked = "How many boats did you own on 1 April 2022, 1 April 2023 and 1 April 2024?";
    let days = [
        "boats | 2022-04-01..2022-04-01 | 9-9",
        "boats | 2023-04-01..2023-04-01 | 11-11",
        "boats | 2024-04-01..2024-04-01 | 14-14",
    ];
    all_read(&[
        (asked, "9, 11 and 14 respectively.", &days),
        (asked, "9 boats on the first date, 11 on the second and 14 on the third.", &days),
        (
            "How many boats sank?",
            "Two boats sank in 2021. None sank in 2020 or 2022.",
            &[
                "boats sank | 2021-01-01..2021-12-31 | 2-2",
                "boats sank | 2020-01-01..2020-12-31 | 0-0",
                "boats sank | 2022-01-01..2022-12-31 | 0-0",
            ],
        ),
        (
            "How many times did a lock shut early in 2024?",
            "Ash Lock twice. Oak Lock was never shut early.",
            &[
                "How many times did a lock shut early | 2024-01-01..2024-12-31 | 2-2",
                "How many times did a lock shut early | 2024-01-01..2024-12-31 | 0-0",
            ],
        ),
    ]);
}

#[test]
fn figures_beside_labels_and_lengths() {
    let asked = "How many swans were ringed in 2023?";
    let ringed = ["swans ringed | 2023-01-01..2023-12-31 | 58-58"];
    all_read(&[
        (asked, "In relation to question 2, 58 swans were ringed.", &ringed),
        (asked, "There were 58. One ring may be worn by several. The ring is a new one.", &ringed),
        (asked, "58. (Areas 1 and 3 were joined.)", &ringed),
        ("Is there a target for the number of swans?", "No such target is set.", &[]),
        (
            "What was the mean wait in working days in 2023?",
            "The mean wait was 9 working days.",
            &["mean wait in working days | 2023-01-01..2023-12-31 | 9-9"],
        ),
        (
            "Was any swan lost for more than two weeks in 2023?",
            "Yes; one was, in the fog.",
            &["any swan lost for more than two weeks | 2023-01-01..2023-12-31 | 1-1"],
        ),
        (
            "Cygnets seen in 2023, by age",
            "5 to 11 weeks - 5 or fewer\n16 and 17 weeks - 12",
            &[
                "Cygnets seen / 5 to 11 weeks | 2023-01-01..2023-12-31 | 0-5",
                "Cygnets seen / 16 and 17 weeks | 2023-01-01..2023-12-31 | 12-12",
            ],
        ),
        (
            "Thefts of boats in 2022 and 2023, by lake",
            "Lake / 2022 / 2023\nAsh 1041 998\nLake total 1983 1964",
            &[
                "Thefts of boats / Ash | 2022-01-01..2022-12-31 | 1041-1041",
                "Thefts of boats / Ash | 2023-01-01..2023-12-31 | 998-998",
                "Thefts of boats / Lake total | 2022-01-01..2022-12-31 | 1983-1983",
                "Thefts of boats / Lake total | 2023-01-01..2023-12-31 | 1964-1964",
            ],
        ),
    ]);
}

#[test]
fn an_answer_that_nobody_told_from_its_question() {
    let text = "1. Swans seen in 2023, how many?\n19 near and 37 far.\n\n2. How many geese?\n\n7\n";
    let first = ("1", "Swans seen in 2023, how many?\n19 near and 37 far.", "");
    let found = read(text, &[first, ("2", "How many geese?", "7")]);
    assert_eq!(found.len(), 3, "{found:#?}");
    let text = "Please state, as at 31 March 2025:\n\n1) the number of swans\n2) the number of geese\n\n1) 7\n2) 8\n";
    let found = read(text, &[("1", "the number of swans", ""), ("2", "the number of geese", "8")]);
    assert_eq!(found, ["geese 2025-03..2025-03 8"]);
}

#[test]
fn years_that_are_named_as_a_range_are_answered_in_turn() {
    all_read(&[
        (
            "In each of the three years 2010 to 2012, how many boats sank?",
            "A search gives 83, 77 and 91 in turn. These are too few.",
            &[
                "boats sank | 2010-01-01..2010-12-31 | 83-83",
                "boats sank | 2011-01-01..2011-12-31 | 77-77",
                "boats sank | 2012-01-01..2012-12-31 | 91-91",
            ],
        ),
        (
            "Number of working days lost in 2021 and 2022",
            "2021 - 12 days\n2022 - 4 days",
            &["working days lost | 2021-01-01..2021-12-31 | 12-12", "working days lost | 2022-01-01..2022-12-31 | 4-4"],
        ),
        (
            "How many swans were seen on (a) lakes (b) rivers?",
            "Year | (a) | (b)\n2021 | 97 | 21\n2022 | 164 | 36",
            &[
                "swans / lakes | 2021-01-01..2021-12-31 | 97-97",
                "swans / rivers | 2021-01-01..2021-12-31 | 21-21",
                "swans / lakes | 2022-01-01..2022-12-31 | 164-164",
                "swans / rivers | 2022-01-01..2022-12-31 | 36-36",
            ],
        ),
        (
            "How many boats were hired or sold?",
            "                   2019  2020  2021\nAsh Mere   Hired      3     7     0\n           Sold       4     5     3",
            &[
                "boats / Ash Mere / Hired | 2019-01-01..2019-12-31 | 3-3",
                "boats / Ash Mere / Hired | 2020-01-01..2020-12-31 | 7-7",
                "boats / Ash Mere / Hired | 2021-01-01..2021-12-31 | 0-0",
                "boats / Ash Mere / Sold | 2019-01-01..2019-12-31 | 4-4",
                "boats / Ash Mere / Sold | 2020-01-01..2020-12-31 | 5-5",
                "boats / Ash Mere / Sold | 2021-01-01..2021-12-31 | 3-3",
            ],
        ),
    ]);
}

#[test]
fn the_time_of_the_figure_before_is_meant_again() {
    let first = ("How many boats sank?", "1,477 boats sank between August 2022 and June 2023.");
    let found = read_in_turn(&[first, ("How many kites fell?", "23 kites over the same months.")]);
    assert_eq!(found[1..], ["kites fell | 2022-08-01..2023-06-30 | 23"]);
    let first = ("How many boats were removed since 1 April 2016?", "14 boats.");
    let found = read_in_turn(&[first, ("What became of them?", "Eleven were broken up, two were sold at auction.")]);
    assert_eq!(
        found[1..],
        ["boats / broken up | 2016-04-01.. | Eleven", "boats / sold at auction | 2016-04-01.. | two",]
    );
}

#[test]
fn what_was_not_asked_for_is_counted_with_its_time() {
    all_read(&[
        (
            "Is rowing allowed?",
            "Yes, three times in 2024 and once so far in 2025.",
            &["rowing allowed | 2024-01-01..2024-12-31 | 3-3", "rowing allowed | 2025-01-01.. | 1-1"],
        ),
        (
            "Do you offer tea?",
            "Coffee has been offered twice, in 2024, and tea once.",
            &["Coffee offered | 2024-01-01..2024-12-31 | 2-2"],
        ),
        (
            "Are hirers invited?",
            "In 2024, 63 hirers accepted an invitation; in 2023 it was 48.",
            &[
                "hirers accepted an invitation | 2024-01-01..2024-12-31 | 63-63",
                "hirers accepted an invitation | 2023-01-01..2023-12-31 | 48-48",
            ],
        ),
        (
            "How many shifts were filled by agencies in 2023?",
            "Shifts of our own came to 1,206.",
            &["Shifts of our own | 2023-01-01..2023-12-31 | 1206-1206"],
        ),
        (
            "How many hirers appealed in 2023, and with what success?",
            "There were 65 appeals; 10 were upheld.",
            &[
                "hirers appealed / appeals | 2023-01-01..2023-12-31 | 65-65",
                "hirers appealed / upheld | 2023-01-01..2023-12-31 | 10-10",
            ],
        ),
        ("Has the post been filled?", "It has been out to advert twice, most recently on 11 August.", &[]),
    ]);
}
