//! What a sentence carries from one figure on to the next: years told by others, labels, "of which".

use super::small::all_read;

#[test]
fn a_year_may_be_told_by_another() {
    let asked = "How many kites were flown in 2022, 2023 and 2024?";
    let three = |figures: [&'static str; 3]| {
        ["2022", "2023", "2024"]
            .iter()
            .zip(figures)
            .map(|(year, n)| format!("kites flown | {year}-01-01..{year}-12-31 | {n}"))
            .collect::<Vec<_>>()
    };
    for (answer, figures) in [
        ("We flew 12 in 2022; the figure for the following year was 9 and for 2024 it was 7.", ["12-12", "9-9", "7-7"]),
        ("There were 12 in 2022, up to 15 a year later and 7 in 2024.", ["12-12", "15-15", "7-7"]),
        ("12 in 2022, 15 the year after, and in 2024 just seven.", ["12-12", "15-15", "7-7"]),
    ] {
        let read: Vec<String> = three(figures);
        all_read(&[(asked, answer, &read.iter().map(String::as_str).collect::<Vec<_>>())]);
    }
}

#[test]
fn one_figure_may_stand_for_two_years() {
    all_read(&[(
        "How many kites were flown in 2022, 2023 and 2024?",
        "Three in 2022, and twelve in 2023 and again in 2024.",
        &[
            "kites flown | 2022-01-01..2022-12-31 | 3-3",
            "kites flown | 2023-01-01..2023-12-31 | 12-12",
            "kites flown | 2024-01-01..2024-12-31 | 12-12",
        ],
    )]);
}

#[test]
fn a_label_holds_until_another_is_named() {
    all_read(&[
        (
            "How many closures were there?",
            "Bridge closures numbered 21 in 2022 and 34 in 2023.",
            &["Bridge closures | 2022-01-01..2022-12-31 | 21-21", "Bridge closures | 2023-01-01..2023-12-31 | 34-34"],
        ),
        (
            "How many fines were issued to kite flyers in 2024?",
            "A total of 17 penalty notices were issued, 12 of which were paid.",
            &[
                "fines / penalty notices | 2024-01-01..2024-12-31 | 17-17",
                "penalty notices / paid | 2024-01-01..2024-12-31 | 12-12",
            ],
        ),
        (
            "How many kites do you own?",
            "At 31 March 2025 the loft stood at 214 kites.",
            &["kites | 2025-03-31..2025-03-31 | 214-214"],
        ),
        (
            "How many kites were lost in 2023, by field?",
            "Ash: 4\nBeech: nil\nCedar: 11 (of which 3 hit a tree)",
            &[
                "kites lost / Ash | 2023-01-01..2023-12-31 | 4-4",
                "kites lost / Beech | 2023-01-01..2023-12-31 | 0-0",
                "kites lost / Cedar | 2023-01-01..2023-12-31 | 11-11",
            ],
        ),
    ]);
}
