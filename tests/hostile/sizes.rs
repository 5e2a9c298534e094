//! Letters of one thing without end: read in time that grows no faster than they do.

use std::fmt::Write;
use std::time::{Duration, Instant};

use foi_rj::catalogue::Catalogue;
use foi_rj::extract;
use foi_rj::record::Record;
use foi_rj::source::read_letter;

use super::letter;

/// Without optimisation reading takes thirty times as long, so that only a hundredth is read; `.ci/run` reads it all.
const LESS: usize = if cfg!(debug_assertions) { 100 } else { 1 };

/// `n` pieces, numbered from 1, where the answer of a letter stands.
fn many(n: usize, piece: impl Fn(usize) -> String) -> String {
    letter(&(1..=n).map(piece).collect::<String>())
}

fn read(text: &str) -> (Record, Duration) {
    let source = read_letter("a.txt", text.as_bytes());
    let begun = Instant::now();
    (extract(&source, Catalogue::shipped()), begun.elapsed())
}

/// Reads a letter made by `make` of `n` pieces and one of a quarter, and compares the times.
fn linear(name: &str, n: usize, make: &dyn Fn(usize) -> String) -> Record {
    let n = n / LESS;
    let (_, short) = read(&make(n / 4));
    let (record, long) = read(&make(n));
    println!("{name}: {short:?} for a quarter, {long:?}");
    assert!(long < short * 10 + Duration::from_secs(1), "{name}: {short:?}, then {long:?}");
    record
}

#[test]
fn a_hundred_thousand_questions() {
    let record = linear("questions", 100_000, &|n| many(n, |i| format!("\n{}. How many wards have you?\n", i % 100)));
    assert_eq!(record.sha256.len(), 64);
    linear("answered", 100_000, &|n| many(n, |i| format!("\n{}. How many?\n\nResponse: {i}\n", i % 100)));
    linear("quoted", 100_000, &|n| many(n, |i| format!("> {}) How many?\n\n{i}\n\n", i % 100)));
    linear("known", 100_000, &|n| many(n, |_| "\nPlease confirm the date of adoption\n\nMay 2023\n".to_owned()));
    linear("in two blocks", 100_000, &|n| {
        let mut text = String::from("You asked:\n\n");
        (1..=n).for_each(|i| writeln!(text, "{}. How many wards are number {i}?", i % 100).unwrap());
        text += "\nOur response:\n\n";
        (1..=n).for_each(|i| write!(text, "{}. We have {i}.\n\n", i % 100).unwrap());
        text
    });
    linear("below the answers", 100_000, &|n| {
        let answers: String = (1..=n).map(|i| format!("{}. We have {i}.\n\n", i % 100)).collect();
        let asked: String = (1..=n).map(|i| format!("{}. How many wards are number {i}?\n", i % 100)).collect();
        letter(&format!("{answers}\nYour request:\n\n{asked}"))
    });
}

#[test]
fn answers_in_turns_of_layout() {
    linear("led to by dots", 40_000, &|n| many(n, |i| format!("Ward {i} ........ Y\n")));
    linear("dots with nothing behind", 40_000, &|n| many(n, |i| format!("Ward {i} ........\n")));
    linear("pipes over lines", 40_000, &|n| {
        many(n, |i| format!("| {}. How many | We |\n| wards? | have {i} |\n", i % 100))
    });
    linear("pipes that never close", 40_000, &|n| many(n, |i| format!("| {}. How many wards\nhave {i}\n", i % 100)));
    linear("tabs over paragraphs", 40_000, &|n| many(n, |i| format!("{}. How many?\tWe\n\nhave {i}\n", i % 100)));
    linear("heads printed again", 40_000, &|n| many(n, |i| format!("Question | Answer\n{}. Any? | No\n", i % 100)));
    linear("answered in capitals", 40_000, &|n| many(n, |i| format!("{}. Have you wards? WE HAVE MANY\n", i % 100)));
    linear("glued to the question", 40_000, &|n| many(n, |i| format!("{}. Have you wards?We have {i}.\n", i % 100)));
    linear("numbers in brackets", 40_000, &|n| many(n, |i| format!("The wards ({}) are closed.\n\n", i % 100)));
    linear("departments", 40_000, &|n| many(n, |i| format!("Nursing ({}a, {}b)\nYes.\n\n", i % 90, i % 90)));
    linear("answered in brackets", 40_000, &|n| {
        many(n, |i| format!("{}. Have you wards? [Trust: {i} wards]\n", i % 100))
    });
    linear("brackets of as many names", 40_000, &|n| many(n, |i| format!("{}. Any? [Ward {i}: yes]\n", i % 100)));
    linear("numbers alone above words", 40_000, &|n| {
        many(n, |i| format!("{}\nHave you any wards there?\nYes\n", i % 100))
    });
    linear("one number alone above words", 40_000, &|n| many(n, |_| "7\nHave you any wards there?\n".to_owned()));
    linear("letters with dashes", 40_000, &|n| {
        many(n, |i| format!("{} - the ward has\n", char::from(b'A' + (i % 12) as u8)))
    });
    linear("titles printed again", 40_000, &|n| {
        let asked =
            "1. Wards of the main building\na. Have you any?\n2. Lifts of the main building\na. Have you any?\n\n";
        letter(&format!(
            "{asked}Response\n\n{}",
            "Wards of the main building\na. Yes\n\nLifts of the main building\na. No\n\n".repeat(n / 4)
        ))
    });
    linear("paragraphs about one thing", 40_000, &|n| {
        let asked: String = (1..=90).map(|i| format!("- What training had ward {i} in lifting?\n")).collect();
        letter(&format!(
            "Please say:\n{asked}\nResponse\n\n{}",
            "Training: none was given.\n\nAs for lifting, they lift.\n\n".repeat(n / 2)
        ))
    });
    linear("rows below heads of groups", 40_000, &|n| {
        many(n, |i| format!("Ward {i} and others\n- in beds 3 <5 7\n- in chairs 9 11 2\n"))
    });
    linear("questions mentioned in passing", 40_000, &|n| {
        let asked: String = (1..=90).map(|i| format!("{i}. How many wards are there?\n")).collect();
        let said: String = (1..=n).map(|i| format!("The wards, your point {}, are closed.\n\n", i % 100)).collect();
        letter(&format!("You asked:\n{asked}\nResponse\n\n{said}"))
    });
    linear("bullets below one number, answered by it", 20_000, &|n| {
        let asked = "* How many wards are there?\n".repeat(n);
        letter(&format!("1. Wards\n\n{asked}\nResponse\n\n{}", "1. There are many.\n".repeat(n)))
    });
    linear("one numeral for all", 10_000, &|n| {
        let asked = "i. how many wards are there;\n".repeat(n);
        letter(&format!("{asked}\nResponse\n\n{}", "On point i, there are many.\n\n".repeat(n)))
    });
    linear("cells with breaks", 20_000, &|n| {
        let items = |words: &str| many(n, |i| format!("<br>{}. {words}", char::from(b'a' + (i % 8) as u8)));
        format!("| Your request | Our response |\n|---|---|\n| 1. Wards{} |{} |\n", items("How many?"), items("None"))
    });
    linear("one number refused again and again", 40_000, &|n| {
        many(n, |i| format!("1. Please provide:\na) wards\nb) lifts\n\nResponse: {i} is exempt under section 12.\n\n"))
    });
    linear("known questions and answers on one line", 40_000, &|n| {
        many(n, |i| format!("Please con rm the date of adoption Adopted {i} times "))
    });
    linear("mails quoted once more", 40_000, &|n| many(n, |i| format!(">> {}. Any?\n> Yes.\nNo.\n", i % 100)));
}

#[test]
fn forms_references_and_bodies() {
    linear("entries", 100_000, &|n| many(n, |i| format!("\nWard {i}:      five\n")));
    linear("entries of a page", 100_000, &|n| (1..=n).map(|i| format!("Ward {i}:      five\n")).collect());
    linear("references", 100_000, &|n| many(n, |i| format!("\n{}a. How many?\n\nResponse: See {}.\n", i % 90, i % 90)));
    linear("references to nothing", 100_000, &|n| {
        many(n, |i| format!("\n{}. How many?\n\nResponse: See 7777.\n", i % 100))
    });
    linear("bodies", 100_000, &|n| {
        "Dear Angus Council,\n\nHow many?\n\nFOI, Angus Council\n\nThe trust has.\n".repeat(n / 4)
    });
    linear("heads of columns", 100_000, &|n| many(n, |_| "\nQuestion     Answer\nof wards".to_owned()));
    linear("heads one a line", 100_000, &|n| many(n, |i| format!("\nQuestion\nResponse\n\n{i}.\nthe\nof\nward\n")));
    linear("one answer to many", 100_000, &|n| {
        let asked: String = (1..=n).map(|i| format!("{}) the wards;\n", i % 100)).collect();
        letter(&format!("Please provide:\n{asked}\n{}", "Ward A is open\n\n".repeat(n)))
    });
    linear("paragraphs in turn", 100_000, &|n| many(n, |_| "\n\nNumber of wards in use.\n\nTen wards.".to_owned()));
    linear("figures in one sentence", 400_000, &|n| many(n, |i| format!("ward {i}: 5, ")));
}

#[test]
fn a_million_cells() {
    linear("bars", 100_000, &|n| many(n, |i| format!("\n| Ward {i} | 1 | <5 | 3 | * | 5 | 6 | 7 | 8 | 9 |")));
    linear("tabs", 100_000, &|n| many(n, |i| format!("\nWard {i}\t1\t<5\t3\t*\t5\t6\t7\t8\t9")));
    linear("columns", 100_000, &|n| many(n, |i| format!("\nWard {i:<9}  1    <5    3    *    5    6    7    8")));
    linear("one row", 1_000_000, &|n| many(n, |i| format!("| {i} ")));
}

#[test]
fn nested_list_markers() {
    linear("on one line", 100_000, &|n| many(n, |_| "a) ".to_owned()));
    linear("bullets on one line", 100_000, &|n| many(n, |_| "- ".to_owned()));
    linear("ever deeper", 10_000, &|n| many(n, |i| format!("\n{}({i})", " ".repeat(i % 300))));
    linear("quoting", 100_000, &|n| many(n, |_| "> ".to_owned()));
    linear("numbers in numbers", 100_000, &|n| many(n, |_| "1.".to_owned()));
    linear("brackets", 1_000_000, &|n| many(n, |_| "(".to_owned()));
}

#[test]
fn one_line_of_fifty_megabytes() {
    linear("one line", 1_000_000, &|n| many(n, |_| "The Trust signed in May 2023 and has 12 plans. ".to_owned()));
}

#[test]
fn digits_dates_and_marks_without_end() {
    linear("digits", 10_000_000, &|n| many(n, |i| (i % 10).to_string()));
    linear("figures", 1_000_000, &|n| many(n, |i| format!("{} ", i % 1000)));
    linear("dates", 200_000, &|n| many(n, |_| "31 June 0000 12 May 2024 ".to_owned()));
    linear("years", 200_000, &|n| many(n, |_| "2023/24 Q1 ".to_owned()));
    linear("stars", 1_000_000, &|n| many(n, |_| "*".to_owned()));
    linear("spaces", 10_000_000, &|n| many(n, |_| " ".to_owned()));
    linear("line ends", 1_000_000, &|n| many(n, |_| "\r\n".to_owned()));
    linear("marks that hide", 1_000_000, &|n| many(n, |_| "\u{200b}\u{ad}".to_owned()));
}

#[test]
fn names_provisions_and_messages_without_end() {
    linear("bodies", 100_000, &|n| many(n, |_| "Barts Health NHS Trust ".to_owned()));
    linear("provisions", 100_000, &|n| many(n, |_| "section 40(2) ".to_owned()));
    linear("addresses", 100_000, &|n| many(n, |i| format!("https://a.example/{i}/ ")));
    linear("enclosures", 100_000, &|n| many(n, |_| "Please see attached. ".to_owned()));
    linear("messages", 50_000, &|n| many(n, |_| "\nFrom: a\nSent: 1 May 2030\nTo: b\nSubject: c\n\nYes\n".to_owned()));
    linear("farewells", 50_000, &|n| many(n, |_| "\nYours sincerely\n\nIf you are unhappy\n".to_owned()));
    linear("pointers", 50_000, &|n| many(n, |i| format!("\nIn relation to question {}, yes.\n", i % 100)));
}
