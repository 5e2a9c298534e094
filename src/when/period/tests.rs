//! What must be read as a period, with its days, and what must be left alone.

use super::find_periods;

fn periods(folded: &str) -> Vec<String> {
    let day = |day: Option<chrono::NaiveDate>| day.map_or("..".into(), |day| day.to_string());
    find_periods(folded)
        .iter()
        .map(|period| format!("{} {} {}", period.span.of(folded), day(period.start), day(period.end)))
        .collect()
}

#[test]
fn periods_have_their_days() {
    let mut wrong = Vec::new();
    for (folded, expected) in [
        ("2023/24", "2023/24 2023-04-01 2024-03-31"),
        ("2023-24", "2023-24 2023-04-01 2024-03-31"),
        ("2023-2024", "2023-2024 2023-04-01 2024-03-31"),
        ("2023 / 24", "2023 / 24 2023-04-01 2024-03-31"),
        ("1999/00", "1999/00 1999-04-01 2000-03-31"),
        ("17/18", "17/18 2017-04-01 2018-03-31"),
        ("fy2023/24", "fy2023/24 2023-04-01 2024-03-31"),
        ("financial year 2023-24", "financial year 2023-24 2023-04-01 2024-03-31"),
        ("academic year 2023/24", "academic year 2023/24 2023-09-01 2024-08-31"),
        ("in 2023 we", "2023 2023-01-01 2023-12-31"),
        ("calendar years 2016 to 2020", "calendar years 2016 to 2020 2016-01-01 2020-12-31"),
        ("october, november and december 2025", "october, november and december 2025 2025-10-01 2025-12-31"),
        ("2018-2022", "2018-2022 2018-01-01 2022-12-31"),
        ("2025 (up to 02/09/25) overall", "2025 (up to 02/09/25) 2025-01-01 2025-09-02"),
        ("2025 (to 2 september)", "2025 (to 2 september) 2025-01-01 2025-09-02"),
        ("2025/26 (to 31 january)", "2025/26 (to 31 january) 2025-04-01 2026-01-31"),
        ("2025 to date", "2025 to date 2025-01-01 .."),
        ("2025/26 ytd", "2025/26 ytd 2025-04-01 .."),
        ("since 2022, each", "since 2022 2022-01-01 .."),
        ("april 2017 to march 2018", "april 2017 to march 2018 2017-04-01 2018-03-31"),
        ("1 april 2017 - 31 march 2018", "1 april 2017 - 31 march 2018 2017-04-01 2018-03-31"),
        ("(april 1st 2017 to march 31st 2018)", "april 1st 2017 to march 31st 2018 2017-04-01 2018-03-31"),
        ("01/04/2017 - 31/03/2019", "01/04/2017 - 31/03/2019 2017-04-01 2019-03-31"),
        ("from 1 november 2017 to 1 november 2018", "from 1 november 2017 to 1 november 2018 2017-11-01 2018-11-01"),
        ("between may 2020 and july 2021", "between may 2020 and july 2021 2020-05-01 2021-07-31"),
        ("april to june 2023", "april to june 2023 2023-04-01 2023-06-30"),
        ("november to january 2023", "november to january 2023 2022-11-01 2023-01-31"),
        ("2011/12 to 2013/14", "2011/12 to 2013/14 2011-04-01 2014-03-31"),
        ("q1 2023/24", "q1 2023/24 2023-04-01 2023-06-30"),
        ("quarter 4 2023/24", "quarter 4 2023/24 2024-01-01 2024-03-31"),
        ("quarter 1 (april-june) 2023", "quarter 1 (april-june) 2023 2023-04-01 2023-06-30"),
        ("as at 31 march 2024", "as at 31 march 2024 2024-03-31 2024-03-31"),
        ("6 months up to 31 october 2024", "6 months up to 31 october 2024 2024-05-01 2024-10-31"),
        ("year ending 31 march 2024", "year ending 31 march 2024 2023-04-01 2024-03-31"),
        ("2021 - 45 incidents", "2021 2021-01-01 2021-12-31"),
        ("2023 (jan-jun)", "2023 (jan-jun) 2023-01-01 2023-06-30"),
        (
            "2017/18 (april 2017 - february 2018 data only) 50",
            "2017/18 (april 2017 - february 2018 data only) 2017-04-01 2018-02-28",
        ),
        ("q1 apr-jun 2023", "apr-jun 2023 2023-04-01 2023-06-30"),
        ("jan-24", "jan-24 2024-01-01 2024-01-31"),
        ("at 31 march 2024", "at 31 march 2024 2024-03-31 2024-03-31"),
        ("march 2021", "march 2021 2021-03-01 2021-03-31"),
    ] {
        if periods(folded) != [expected] {
            wrong.push((folded, periods(folded)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_no_period_is_left_alone() {
    for folded in [
        "freedom of information act 2000",
        "sexual safety in healthcare charter (2023)",
        "foi/2025/26/199",
        "foi.25.0417",
        "signed on 12 march 2025",
        "dated 31/03/2025",
        "0115 838 8100",
        "2,019 patients",
        "\u{a3}2019",
        "freedom of information (jersey) law 2011",
        "page 62",
        "2019%",
        "ext 20231",
        "31 june 2024 to 31 june 2023",
    ] {
        assert_eq!(periods(folded), [] as [&str; 0], "{folded}");
    }
}

#[test]
fn several_periods_keep_their_order() {
    assert_eq!(periods("2022/23, 2023/24 and 2024").len(), 3);
    assert_eq!(periods("2018 2019 2020").len(), 3);
    assert_eq!(periods("17/18 18/19 19/20").len(), 3);
}
