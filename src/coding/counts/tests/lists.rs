//! Lists with a line to each figure, one mechanism a test.

use super::small::{all_read, read};

#[test]
fn labels_before_figures() {
    all_read(&[
        (
            "How many eels were caught in 2023, by weir?",
            "Weir A: 1,204\nWeir B:987\nWeir C: not held\nTotal: 2,191",
            &[
                "eels caught / Weir A | 2023-01-01..2023-12-31 | 1204-1204",
                "eels caught / Weir B | 2023-01-01..2023-12-31 | 987-987",
                "eels caught / Weir C | 2023-01-01..2023-12-31 | ?-?",
                "eels caught / Total | 2023-01-01..2023-12-31 | 2191-2191",
            ],
        ),
        (
            "What share of keepers were men or women?",
            "Men \u{2013} 28%\n\nWomen \u{2013} 72%",
            &["keepers / Men | .. | 28-28", "keepers / Women | .. | 72-72"],
        ),
        ("What were their ages?", "46-81 years old.", &[]),
        (
            "How many eels, by weir?",
            "Abbey 3\nSt Mary's 0\nNot recorded 2",
            &["eels / Abbey | .. | 3-3", "eels / St Mary's | .. | 0-0", "eels / Not recorded | .. | 2-2"],
        ),
        (
            "How many guides and stewards left?",
            "Guides left: 12 (2022/23), 15 (2023/24)\nStewards: 3 (2022/23), 4 (2023/24)",
            &[
                "Guides left | 2022-04-01..2023-03-31 | 12-12",
                "Guides left | 2023-04-01..2024-03-31 | 15-15",
                "Stewards | 2022-04-01..2023-03-31 | 3-3",
                "Stewards | 2023-04-01..2024-03-31 | 4-4",
            ],
        ),
        (
            "How many kites and balloons were lost, by form, in 2023?",
            "Form A - 12 kites, 1 balloon\nForm B - 15 kites, 0 balloons",
            &[
                "Form A / kites | 2023-01-01..2023-12-31 | 12-12",
                "Form A / balloon | 2023-01-01..2023-12-31 | 1-1",
                "Form B / kites | 2023-01-01..2023-12-31 | 15-15",
                "Form B / balloons | 2023-01-01..2023-12-31 | 0-0",
            ],
        ),
        ("How many stalls?", "Stalls in 2022 53", &["Stalls in 2022 | 2022-01-01..2022-12-31 | 53-53"]),
    ]);
}

#[test]
fn labels_after_figures() {
    all_read(&[
        (
            "How many guides were warned in 2023?",
            "17 guides were warned in 2023:\n\u{2022} 5 dismissed\n\u{2022} 8 moved to other boats\n\u{2022} 4 no further action",
            &[
                "guides warned | 2023-01-01..2023-12-31 | 17-17",
                "guides warned / dismissed | 2023-01-01..2023-12-31 | 5-5",
                "guides warned / moved to other boats | 2023-01-01..2023-12-31 | 8-8",
                "guides warned / no further action | 2023-01-01..2023-12-31 | 4-4",
            ],
        ),
        (
            "How many guides?",
            "- 12 on boats\n- 3 ashore",
            &["guides / on boats | .. | 12-12", "guides / ashore | .. | 3-3"],
        ),
        ("How many guides?", "\u{2022} 10 working days", &[]),
        ("How many guides?", "\u{2022} 3 months", &[]),
        ("Which guides?", "1. The river guide\n2. The hill guide", &[]),
        ("How many barges were moored?", "461 moorings in total", &["barges / moorings | .. | 461-461"]),
    ]);
}

#[test]
fn months_and_days_as_labels() {
    all_read(&[
        (
            "How many calls were received each month in 2024?",
            "January 120\nFebruary 131\nMarch 98",
            &[
                "calls | 2024-01-01..2024-01-31 | 120-120",
                "calls | 2024-02-01..2024-02-29 | 131-131",
                "calls | 2024-03-01..2024-03-31 | 98-98",
            ],
        ),
        (
            "How many calls were received each month?",
            "Jan-24\t120\nFeb-24\t131",
            &["calls | 2024-01-01..2024-01-31 | 120-120", "calls | 2024-02-01..2024-02-29 | 131-131"],
        ),
        (
            "How many calls?",
            "Month | 2022 | 2023\nMarch | 12 | 15",
            &["calls | 2022-03-01..2022-03-31 | 12-12", "calls | 2023-03-01..2023-03-31 | 15-15"],
        ),
        (
            "How many ferries at 31 March each year?",
            "31 March 2022: 4,310\n31 March 2023: 4,402",
            &["ferries | 2022-03-31..2022-03-31 | 4310-4310", "ferries | 2023-03-31..2023-03-31 | 4402-4402"],
        ),
        (
            "How many ferries?",
            "Q1 Apr-Jun 2023: 12\nQ2 Jul-Sep 2023: 9",
            &["ferries | 2023-04-01..2023-06-30 | 12-12", "ferries | 2023-07-01..2023-09-30 | 9-9"],
        ),
        ("When was it?", "Monday 12\nTuesday 13", &[]),
    ]);
}

#[test]
fn lettered_answers() {
    let asked = "How many ponies were in 2023 (a) shod and (b) sold?";
    let both = &["ponies / shod | 2023-01-01..2023-12-31 | 6-6", "ponies / sold | 2023-01-01..2023-12-31 | 0-0"];
    for answer in ["(a) Six (b) None", "Six (b) None", "a) 6\nb) 0", "(a) six; (b) nil", "6 b) 0", "(a) 6. (b) None."] {
        let found: Vec<_> = read(asked, answer).0;
        assert_eq!(found, both, "{answer}");
    }
}
