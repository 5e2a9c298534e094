//! Questions of several parts, and what of their time holds for each.

use super::several::read_in_turn;
use super::small::all_read;

#[test]
fn parts_have_their_own_words() {
    let first = ("How many boats were hired in 2022 and 2023?", "2022: 31\n2023: 40");
    let question = "How many of those boats were lost, how many were sold and how many went to a museum?";
    let found = read_in_turn(&[first, (question, "Lost: 3, sold: 22, museum: 5.")]);
    assert_eq!(
        found[2..],
        [
            "boats lost | 2022-01-01..2023-12-31 | 3",
            "boats sold | 2022-01-01..2023-12-31 | 22",
            "boats went to a museum | 2022-01-01..2023-12-31 | 5",
        ]
    );
    all_read(&[
        (
            "How many complaints were made in 2024, how many were upheld and how many withdrawn?",
            "44 complaints were made. Of these 12 were upheld and 6 were withdrawn.",
            &[
                "complaints | 2024-01-01..2024-12-31 | 44-44",
                "complaints upheld | 2024-01-01..2024-12-31 | 12-12",
                "complaints withdrawn | 2024-01-01..2024-12-31 | 6-6",
            ],
        ),
        ("How many posts are vacant?", "There are currently three vacancies.", &["posts / vacancies | .. | 3-3"]),
    ]);
}

#[test]
fn a_time_holds_for_the_part_that_names_it() {
    all_read(&[
        (
            "How many boats do you own, and how many were bought in 2024?",
            "We own 18 boats. Three were bought.",
            &["boats | .. | 18-18", "boats bought | 2024-01-01..2024-12-31 | 3-3"],
        ),
        (
            "How many pilots are in post and how many of these are new?",
            "138 pilots, 17 of them new.",
            &["pilots | .. | 138-138", "pilots | .. | 17-17"],
        ),
    ]);
    let first = ("How many boats sank in 2024?", "62");
    for question in ["How many pilots work at the pier?", "How many pilots are there and how many have been ill?"] {
        assert_eq!(read_in_turn(&[first, (question, "9")])[1].split(" | ").nth(1), Some(".."), "{question}");
    }
    all_read(&[(
        "In 2022, how many (a) boats and (b) kites were sold?",
        "(a) 4,120\n(b) 3,011",
        &["boats | 2022-01-01..2022-12-31 | 4120-4120", "kites were sold | 2022-01-01..2022-12-31 | 3011-3011"],
    )]);
}

#[test]
fn the_year_before_sets_no_time_for_later_questions() {
    let turns = [
        ("How many boats sank in 2024/25?", "62, compared to 71 in the previous year."),
        ("How many kites fell in each quarter?", "Quarter 1: 14\nQuarter 2: 9"),
    ];
    let found = read_in_turn(&turns);
    assert_eq!(found[2..], ["kites fell | 2024-04-01..2024-06-30 | 14", "kites fell | 2024-07-01..2024-09-30 | 9",]);
}
