//! What must hold of every record, whatever the bytes of the letter.

use std::sync::LazyLock;

use foi_rj::analysis::verify::{find_faults, quoted};
use foi_rj::catalogue::Catalogue;
use foi_rj::document::find_units;
use foi_rj::extract;
use foi_rj::record::{Code, Record};
use foi_rj::source::{read_letter, read_line};
use foi_rj::text::{Folded, Lines};
use proptest::prelude::*;

/// Pieces from which letters are put together: labels, marks, answers, tables, rubbish.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "1. ",
        "a) ",
        "(ii) ",
        "Q3 ",
        "\u{2022} ",
        "> ",
        "| ",
        "\t",
        "**",
        "\n",
        "\n\n",
        "\r\n",
        "\u{c}",
        "?",
        " \u{2013} ",
        "Response: ",
        "Yes",
        "No.",
        "Not held",
        "Has your Trust signed up to the NHS England Sexual Safety in Healthcare Charter (2023)?",
        "Please confirm the date of adoption",
        "October 2023",
        "section 40(2)",
        "In relation to question 2, ",
        "As above",
        "\u{2612} Yes \u{2610} No",
        "Yours sincerely",
        "The Dudley Group NHS Foundation Trust",
        "| 2022/23 | <5 | 12 |",
        "Question    Answer\n",
        "From: foi@x.nhs.uk\nSent: 1 May 2025\nSubject: FOI\n",
    ];
    prop_oneof![
        4 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => "[0-9 .,/<*|-]{0,16}",
    ]
}

fn letter() -> impl Strategy<Value = String> {
    proptest::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

/// The beginning of one fixture and the end of another, or of the same again, cut between lines.
fn spliced() -> impl Strategy<Value = String> {
    static LETTERS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let paths = std::fs::read_dir("fixtures/letters").unwrap().map(|entry| entry.unwrap().path());
        let mut paths: Vec<_> = paths.collect();
        paths.sort();
        paths.iter().filter_map(|path| std::fs::read_to_string(path).ok()).collect()
    });
    let letter = || proptest::sample::select(&LETTERS[..]);
    let second = prop_oneof![letter().prop_map(Some), Just(None)];
    (letter(), second, 0.0..=1.0, 0.0..=1.0).prop_map(|(first, second, end, start)| {
        let lines = |letter: &str| letter.lines().map(str::to_owned).collect::<Vec<_>>();
        let (first, second) = (lines(&first), lines(second.as_deref().unwrap_or(&first)));
        let place = |share: f64, lines: &[String]| (share * lines.len() as f64) as usize;
        [&first[..place(end, &first)], &second[place(start, &second)..]].concat().join("\n")
    })
}

fn read(bytes: &[u8]) -> (String, Record) {
    let source = read_letter("letter.txt", bytes);
    let record = extract(&source, Catalogue::shipped());
    (source.text, record)
}

fn check(text: &str, record: &Record) {
    for (_, evidence) in quoted(record) {
        assert_eq!(text.get(evidence.start..evidence.end), Some(evidence.words.as_str()));
        let line = 1 + text[..evidence.start].replace("\r\n", "\n").matches(['\n', '\r', '\u{c}']).count();
        assert_eq!(evidence.line, line, "{evidence:?}");
    }
    for diagnostic in &record.diagnostics {
        assert!(diagnostic.start <= diagnostic.end && diagnostic.end <= text.len(), "{diagnostic:?}");
    }
    assert!(record.answers.is_empty() == record.questionnaire.is_none());
    check_answers(record);
}

/// Every question of the questionnaire has an entry that names its rule, and no state in place of a value is "no".
fn check_answers(record: &Record) {
    let Some(id) = &record.questionnaire else { return };
    let questionnaire = Catalogue::shipped().questionnaires.iter().find(|known| known.id == *id).unwrap();
    let fields: Vec<&str> = questionnaire.questions.iter().map(|question| question.field.as_str()).collect();
    assert_eq!(record.answers.iter().map(|answer| answer.field.as_str()).collect::<Vec<_>>(), fields);
    for answer in &record.answers {
        let id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(!answer.rule.is_empty() && answer.rule.chars().all(id), "{}", answer.rule);
        assert!(answer.code != Code::Unasked || answer.answer.is_empty(), "{}: answered", answer.field);
        if answer.code.is_value() {
            assert!(!answer.evidence.is_empty(), "{}: a value quotes its words", answer.field);
        }
    }
    for exchange in &record.exchanges {
        assert!(
            !exchange
                .question_spans
                .iter()
                .any(|asked| { exchange.answer_spans.iter().any(|told| asked.span().overlaps(told.span())) })
        );
    }
}

/// What a record says, without places.
fn said(record: &Record) -> Vec<String> {
    let mut said = vec![record.kind.to_string(), format!("{:?}", record.authority.as_ref().map(|found| &found.name))];
    said.extend(record.answers.iter().map(|answer| format!("{} {}", answer.field, answer.code)));
    said.extend(
        record.exchanges.iter().map(|exchange| format!("{} {} {}", exchange.question, exchange.answer, exchange.code)),
    );
    said.extend(record.exemptions.iter().map(|exemption| exemption.provision.clone()));
    said.extend(record.counts.iter().map(|count| format!("{} {:?} {}", count.measure, count.period, count.value)));
    said
}

#[test]
fn line_ends_of_the_letters_change_nothing_that_is_said() {
    for entry in std::fs::read_dir("fixtures/letters").unwrap() {
        let path = entry.unwrap().path();
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let unix = text.replace("\r\n", "\n");
        let dos = unix.replace('\n', "\r\n");
        assert_eq!(said(&read(unix.as_bytes()).1), said(&read(dos.as_bytes()).1), "{}", path.display());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_letter_gives_a_record_whose_evidence_slices_back(text in letter()) {
        let (decoded, record) = read(text.as_bytes());
        check(&decoded, &record);
        prop_assert_eq!(read(text.as_bytes()).1, record, "the same letter gives the same record");
    }

    #[test]
    fn letters_cut_and_put_together_hold_the_invariants(text in spliced()) {
        let (text, record) = read(text.as_bytes());
        check(&text, &record);
    }

    #[test]
    fn any_bytes_give_a_record(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let (text, record) = read(&bytes);
        check(&text, &record);
    }

    #[test]
    fn line_ends_change_nothing_that_is_said(text in letter()) {
        let unix = text.replace("\r\n", "\n").replace('\r', "");
        let dos = unix.replace('\n', "\r\n");
        prop_assert_eq!(said(&read(unix.as_bytes()).1), said(&read(dos.as_bytes()).1));
    }

    #[test]
    fn a_byte_order_mark_changes_nothing_but_the_file(text in letter()) {
        let plain = read(text.as_bytes()).1;
        let marked = read([b"\xef\xbb\xbf", text.as_bytes()].concat().as_slice()).1;
        prop_assert_eq!(plain.answers, marked.answers);
        prop_assert_eq!(plain.exchanges, marked.exchanges);
    }

    #[test]
    fn a_record_agrees_with_its_letter_and_with_no_other(text in letter()) {
        let source = read_letter("letter.txt", text.as_bytes());
        let record = extract(&source, Catalogue::shipped());
        prop_assert_eq!(find_faults(&record, &source), Vec::<String>::new());
        let other = read_letter("letter.txt", format!("{text}.").as_bytes());
        prop_assert!(!find_faults(&record, &other).is_empty());
    }

    #[test]
    fn views_point_back_into_the_text(text in letter()) {
        let folded = Folded::new(&text);
        for (start, c) in folded.text().char_indices() {
            let place = folded.back(start, start + c.len_utf8());
            prop_assert!(text.get(place.start..place.end).is_some(), "{place:?}");
        }
        let lines = Lines::new(&text);
        for (i, line) in lines.spans().iter().enumerate() {
            prop_assert_eq!(lines.index_of(line.start), i);
            prop_assert!(text.get(line.start..line.end).is_some());
        }
    }

    #[test]
    fn units_stand_in_the_text(text in letter()) {
        let units = find_units(&text, &Lines::new(&text), &[]);
        for unit in &units {
            prop_assert!(unit.pieces.iter().all(|piece| text.get(piece.start..piece.end).is_some()));
        }
    }

    #[test]
    fn a_record_is_the_same_from_a_file_and_from_a_line(text in letter()) {
        let line = serde_json::json!({ "file": "letter.txt", "text": text }).to_string();
        let piped = read_line(line.as_bytes()).unwrap();
        let source = read_letter("letter.txt", text.as_bytes());
        // Text that is taken for UTF-16 as a file is text in a line.
        prop_assume!(source.encoding == "utf-8");
        prop_assert_eq!(extract(&piped, Catalogue::shipped()), extract(&source, Catalogue::shipped()));
    }

    #[test]
    fn a_record_survives_being_written_and_read(text in letter()) {
        let record = read(text.as_bytes()).1;
        let written = serde_json::to_string(&record).unwrap();
        prop_assert_eq!(serde_json::from_str::<Record>(&written).unwrap(), record);
    }
}

#[test]
fn the_fixtures_hold_the_invariants() {
    for entry in std::fs::read_dir("fixtures/letters").unwrap() {
        let (text, record) = read(&std::fs::read(entry.unwrap().path()).unwrap());
        check(&text, &record);
    }
}
