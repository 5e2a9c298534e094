//! Figures in sentences, one mechanism a test.

use super::small::{all_read, read};

#[test]
fn what_was_done_belongs_to_what_is_counted() {
    all_read(&[
        ("How many lanterns were mended?", "41.", &["lanterns mended | .. | 41-41"]),
        ("How many swam for the first time?", "6", &["swam for the first time | .. | 6-6"]),
        ("How many goats did the Council buy in 2023?", "9", &["goats | 2023-01-01..2023-12-31 | 9-9"]),
        ("Please give the number of kites issued to keepers", "7", &["kites issued to keepers | .. | 7-7"]),
        ("Do you use ferry crews? If so, how many?", "Yes, 14.", &["ferry crews | .. | 14-14"]),
        ("Number of tickets voided in 2024", "31", &["tickets voided | 2024-01-01..2024-12-31 | 31-31"]),
        (
            "How many bridges were open on 31 March 2024?",
            "There were 12 bridges.",
            &["bridges open | 2024-03-31..2024-03-31 | 12-12"],
        ),
    ]);
}

#[test]
fn several_measures_in_one_answer() {
    let both = "How many sledges were tested in 2024, and how many were scrapped?";
    all_read(&[
        (
            both,
            "Twelve were tested. Scrapped: 8.",
            &["sledges tested | 2024-01-01..2024-12-31 | 12-12", "sledges scrapped | 2024-01-01..2024-12-31 | 8-8"],
        ),
        (
            both,
            "31 sledges were tested and 9 were scrapped.",
            &["sledges tested | 2024-01-01..2024-12-31 | 31-31", "sledges scrapped | 2024-01-01..2024-12-31 | 9-9"],
        ),
        (
            both,
            "We tested 31 sledges, of which 9 were scrapped.",
            &["sledges tested | 2024-01-01..2024-12-31 | 31-31", "sledges scrapped | 2024-01-01..2024-12-31 | 9-9"],
        ),
        ("How many halls? How many stages?", "24 halls and 61 stages.", &["halls | .. | 24-24", "stages | .. | 61-61"]),
        (
            "How many ponies were sold in 2023?",
            "17 (12 mares and 5 colts)",
            &["ponies sold | 2023-01-01..2023-12-31 | 17-17"],
        ),
        ("How many looms?", "Looms: 12; spindles: 40", &["looms | .. | 12-12", "looms / spindles | .. | 40-40"]),
        (
            "How many swimmers were rescued?",
            "17 women and 15 men.",
            &["swimmers / women | .. | 17-17", "swimmers / men | .. | 15-15"],
        ),
    ]);
}

#[test]
fn periods_and_figures_in_one_sentence() {
    let asked = "How many kites were flown in 2022 and 2023?";
    let two = &["kites flown | 2022-01-01..2022-12-31 | 12-12", "kites flown | 2023-01-01..2023-12-31 | 9-9"];
    for answer in [
        "12 and 9.",
        "12 in 2022 and 9 in 2023.",
        "There were 12 and 9 in 2022 and 2023 respectively.",
        "In 2022, 12; and in 2023, nine.",
        "12 (2022); 9 (2023).",
        "2022 - 12, 2023 - 9",
        "2022 = 12 (of which some were red)\n2023 = 9",
    ] {
        assert_eq!(read(asked, answer).0, two, "{answer}");
    }
    all_read(&[
        (asked, "21 in all.", &["kites flown | 2022-01-01..2023-12-31 | 21-21"]),
        (
            "How many kites are held?",
            "At 30 June 2025 there were 1,872 kites.",
            &["kites | 2025-06-30..2025-06-30 | 1872-1872"],
        ),
        (
            "In each academic year from 2021/22 to 2022/23, how many pupils sang?",
            "2021/22: 4\n2022/23: 6",
            &["pupils sang | 2021-09-01..2022-08-31 | 4-4", "pupils sang | 2022-09-01..2023-08-31 | 6-6"],
        ),
    ]);
}

#[test]
fn figures_beside_what_is_withheld_or_would_take_too_long() {
    let asked = "How many pilots were suspended in 2023?";
    let few = &["pilots suspended | 2023-01-01..2023-12-31 | 0-4"];
    all_read(&[
        (asked, "Fewer than five. The exact number is exempt under section 40(2).", few),
        (asked, "Fewer than five; the exact number is withheld under section 40(2).", few),
        (asked, "<5 - suppressed so that nobody can be identified.", few),
        (asked, "Numbers below five are shown as <5 and exempt under section 40(2).", &[]),
        (asked, "<5 is shown in place of small figures.", &[]),
        (asked, "We hold 14 records which are exempt under section 30.", &[]),
        (asked, "Some 600 logs would be opened, which is 20 hours of work.", &[]),
        (
            asked,
            "9 pilots were suspended for more than 60 minutes.",
            &["pilots suspended | 2023-01-01..2023-12-31 | 9-9"],
        ),
        (asked, "To go through more than 400 logs by hand would exceed the limit.", &[]),
        ("Has this been used?", "About 900 complaints were closed. Each takes 11 minutes to read.", &[]),
    ]);
}

#[test]
fn other_questions_count_only_what_is_named() {
    all_read(&[
        (
            "Describe the scheme",
            "River meetings, led by a warden. There were 37 in 2024/25.",
            &["River meetings | 2024-04-01..2025-03-31 | 37-37"],
        ),
        (
            "Are meetings held?",
            "In 2023/24 there were 31 such meetings and in 2024/25 there were 44.",
            &["such meetings | 2023-04-01..2024-03-31 | 31-31", "such meetings | 2024-04-01..2025-03-31 | 44-44"],
        ),
        (
            "Are meetings held?",
            "In 2023 three meetings were chaired by a neighbour.",
            &["meetings chaired by a neighbour | 2023-01-01..2023-12-31 | 3-3"],
        ),
        (
            "Are meetings held?",
            "Yes, in 14 cases since April 2022, most of them by boat.",
            &["meetings held | 2022-04-01.. | 14-14"],
        ),
        ("Are meetings held?", "Two trained wardens hold separate meetings, and then a joint one.", &[]),
        ("Are meetings held?", "See enclosure 2 (Complaints Policy).", &[]),
        ("Are meetings held?", "There may be more than one complaint in a file.", &[]),
        ("Are meetings held?", "Article 16 (1) A public body may refuse complaints.", &[]),
    ]);
}

#[test]
fn none_is_nought_where_a_number_was_asked_for() {
    let asked = "How many swans were ringed in 2023?";
    let nought = &["swans ringed | 2023-01-01..2023-12-31 | 0-0"];
    all_read(&[
        (asked, "None.", nought),
        (asked, "Nil return", nought),
        (asked, "We ringed none.", nought),
        (asked, "There were no swans.", nought),
        (asked, "None of the 12 swans were ringed.", nought),
        (asked, "No contemporaneous record of swans is kept.", &[]),
        (asked, "If there were no swans, we would not hold this.", &[]),
        ("How many swans in 2023?", "No swans were seen.", &["swans | 2023-01-01..2023-12-31 | 0-0"]),
    ]);
}
