//! Tables and lists as extraction and different hands draw them.

use super::small::all_read;

const BY_WARD: &str = "How many falls were reported in 2022/23 and 2023/24, by ward?";
const TWO_WARDS: [&str; 4] = [
    "falls / Ward A | 2022-04-01..2023-03-31 | 12-12",
    "falls / Ward A | 2023-04-01..2024-03-31 | 0-4",
    "falls / Ward B | 2022-04-01..2023-03-31 | 3-3",
    "falls / Ward B | 2023-04-01..2024-03-31 | 7-7",
];

#[test]
fn one_table_drawn_in_many_ways() {
    let drawn = [
        "Ward ; 2022/23 ; 2023/24\nWard A ; 12 ; <5\nWard B ; 3 ; 7",
        "Ward,2022/23,2023/24\nWard A,12,<5\nWard B,3,7",
        "Ward / 2022/23 / 2023/24\nWard A 12 <5\nWard B 3 7",
        "Ward / 2022/23 / 2023/24\nWard A\n12\n<5\nWard B\n3\n7",
        "        2022/23 2023/24\nWard A 12 <5\nWard B 3 7",
        "-------+---------+--------\n       | 2022/23 | 2023/24\n-------+---------+--------\nWard A |  12 | <5\nWard B |  3  |  7\n-------+---------+--------",
        "Ward A: 2022/23 - 12, 2023/24 - <5\nWard B: 2022/23 - 3, 2023/24 - 7",
        "Ward A\n2022/23: 12\n2023/24: <5\n\nWard B\n2022/23: 3\n2023/24: 7",
    ];
    all_read(&drawn.map(|answer| (BY_WARD, answer, &TWO_WARDS[..])));
}

#[test]
fn periods_may_head_lines_or_several_columns() {
    all_read(&[
        (
            BY_WARD,
            "2022/23\nWard A: 12\nWard B: 3\n\n2023/24\nWard A: <5\nWard B: 7",
            &[TWO_WARDS[0], TWO_WARDS[2], TWO_WARDS[1], TWO_WARDS[3]],
        ),
        (
            "How many falls were reported by quarter?",
            "              2022/23                 2023/24\n         Q1   Q2   Q3   Q4      Q1   Q2   Q3   Q4\nAdult    12   13    9   10       8    7    6    5",
            &[
                "falls / Adult | 2022-04-01..2022-06-30 | 12-12",
                "falls / Adult | 2022-07-01..2022-09-30 | 13-13",
                "falls / Adult | 2022-10-01..2022-12-31 | 9-9",
                "falls / Adult | 2023-01-01..2023-03-31 | 10-10",
                "falls / Adult | 2023-04-01..2023-06-30 | 8-8",
                "falls / Adult | 2023-07-01..2023-09-30 | 7-7",
                "falls / Adult | 2023-10-01..2023-12-31 | 6-6",
                "falls / Adult | 2024-01-01..2024-03-31 | 5-5",
            ],
        ),
    ]);
}

#[test]
fn cells_may_carry_marks_or_none() {
    all_read(&[
        (
            "How many deaths were there?",
            "Year    Male    Female\n2021    4       6 [1]\n2022    ..      -",
            &[
                "deaths / Male | 2021-01-01..2021-12-31 | 4-4",
                "deaths / Female | 2021-01-01..2021-12-31 | 6-6",
                "deaths / Male | 2022-01-01..2022-12-31 | ?-?",
                "deaths / Female | 2022-01-01..2022-12-31 | ?-?",
            ],
        ),
        (
            "How many people were detained in 2023, by age?",
            "Age band      Number\nUnder 18      41\n65 and over 37\nNot known     6",
            &[
                "people detained / Under 18 | 2023-01-01..2023-12-31 | 41-41",
                "people detained / 65 and over | 2023-01-01..2023-12-31 | 37-37",
                "people detained / Not known | 2023-01-01..2023-12-31 | 6-6",
            ],
        ),
        (
            "Number of fines by type, 2023",
            "Parking ..... 412\nLittering ..... 18",
            &[
                "fines / Parking | 2023-01-01..2023-12-31 | 412-412",
                "fines / Littering | 2023-01-01..2023-12-31 | 18-18",
            ],
        ),
    ]);
}

#[test]
fn years_are_those_that_the_question_means() {
    all_read(&[
        (
            "How many pupils were excluded in 2022/23 and 2023/24?",
            "2022/23: 12\n2023/24: <5",
            &["pupils excluded | 2022-09-01..2023-08-31 | 12-12", "pupils excluded | 2023-09-01..2024-08-31 | 0-4"],
        ),
        (
            "How many nurses were employed on 31 March of each year?",
            "2022: 131\n2023: 127",
            &[
                "nurses employed | 2022-03-31..2022-03-31 | 131-131",
                "nurses employed | 2023-03-31..2023-03-31 | 127-127",
            ],
        ),
        (
            "How many nurses were dismissed in 2022, 2023 and 2024?",
            "9 over the three years.",
            &["nurses dismissed | 2022-01-01..2024-12-31 | 9-9"],
        ),
        (
            "How many tenants were evicted?",
            "61 in 2023-24 and 74 the year before.",
            &["tenants evicted | 2023-04-01..2024-03-31 | 61-61", "tenants evicted | 2022-04-01..2023-03-31 | 74-74"],
        ),
    ]);
}

#[test]
fn figures_that_would_read_alike_are_told_apart() {
    all_read(&[(
        "How many incidents were logged in 2023?",
        "1,477 incidents were logged, 1,290 of them in primary schools and 187 in secondary schools.",
        &[
            "incidents | 2023-01-01..2023-12-31 | 1477-1477",
            "incidents / primary schools | 2023-01-01..2023-12-31 | 1290-1290",
            "incidents / secondary schools | 2023-01-01..2023-12-31 | 187-187",
        ],
    )]);
}
