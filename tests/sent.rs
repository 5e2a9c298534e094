//! The list of bodies asked, as its users work with it: begun, filled in, held against letters, and got wrong.

mod program;

use std::fs;
use std::path::Path;

use program::{code, err, out, run};
use tempfile::TempDir;

const LETTERS: &str = "fixtures/asked/letters";
const LIST: &str = "fixtures/asked/sent.csv";

fn here(arguments: &[&str]) -> std::process::Output {
    run(Path::new("."), arguments)
}

/// Rows of CSV as columns by name.
fn rows(csv: &str) -> Vec<std::collections::HashMap<String, String>> {
    csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes()).deserialize().map(Result::unwrap).collect()
}

#[test]
fn every_body_has_its_row_whether_it_has_replied_or_not() {
    let rows = rows(&out(&here(&["export", LETTERS, "--sent", LIST])));
    let told: Vec<(&str, &str, &str)> = rows
        .iter()
        .map(|row| (row["status"].as_str(), row["timing"].as_str(), row["charter_signed"].as_str()))
        .collect();
    let by_hand = [
        ("replied", "in-time", "yes"),         // Airedale: the corrected reply
        ("refused-in-part", "in-time", "yes"), // Alder Hey
        ("refused", "late", "refused"),        // Barts, on the 30th day
        ("replied", "in-time", "yes"),         // Dudley, by its code
        ("nothing", "overdue", ""),            // Gateshead
        ("replied", "in-time", "yes"),         // Homerton, by the file that the list names
        ("replied", "not-told", "yes"),        // Kettering: January of the wrong year
        ("acknowledged", "overdue", ""),       // Leeds
        ("nothing", "not-due", ""),            // Milton Keynes
        ("replied", "late", "no"),             // Tayside: a day late in Scotland, and nowhere else
        ("replied", "in-time", "yes"),         // Royal Free: what the review disclosed
        ("replied", "in-time", ""),            // Stroud, off target
        ("not-held", "in-time", "not-held"),   // Walton
        ("clarification", "paused", ""),       // Bristol
        ("nothing", "overdue", ""),            // nobody knows who that is
    ];
    assert_eq!(told, by_hand);
    assert!(rows[0]["file"].ends_with("airedale corrected.txt") && rows[0]["earlier"].ends_with("airedale.txt"));
    assert_eq!((rows[9]["due_on"].as_str(), rows[9]["law"].as_str()), ("2025-04-30", "FOISA"));
    assert_eq!(rows[6]["contradictions"], "year-slip");
}

#[test]
fn letters_of_nobody_are_told_where_there_is_no_room_for_them() {
    for command in ["export", "query"] {
        let told = err(&here(&[command, LETTERS, "--sent", LIST]));
        assert!(
            told.contains("note: 1 letter is nobody's on the list; `foi-rj summarise --sent` names them"),
            "{told}"
        );
    }
}

#[test]
fn a_summary_says_who_has_replied_and_to_which_day_it_counts() {
    let text = out(&here(&["summarise", LETTERS, "--sent", LIST]));
    assert!(text.contains("15 bodies asked by fixtures/asked/sent.csv: 10 of 15 replied (67%)"), "{text}");
    assert!(text.contains("counted to 5 Jan 2026, the latest date in list and letters"), "{text}");
    assert!(text.contains("hampshire.txt  not-asked"), "{text}");
    assert!(text.contains("line 16: Wessex Ambulance Alliance"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80 && line.trim_end() == line), "{text}");
    assert_eq!(text, out(&here(&["summarise", LETTERS, "--sent", LIST, "-j2"])));
    let on = out(&here(&["summarise", LETTERS, "--sent", LIST, "--on", "2026-03-02"]));
    assert!(on.contains("overdue             4 of 15") && on.contains("counted to 2 Mar 2026 (--on)"), "{on}");
    for (format, said) in [
        ("markdown", "| Gateshead Health NHS Foundation Trust | nothing | overdue |"),
        ("csv", "body,,Gateshead Health NHS Foundation Trust,overdue,nothing,2025-05-12,2025-06-10,"),
        ("json", "\"status\": \"refused-in-part\""),
    ] {
        let summary = out(&here(&["summarise", LETTERS, "--sent", LIST, "--format", format]));
        assert!(summary.contains(said), "{format}: {summary}");
    }
}

#[test]
fn without_a_list_the_later_letter_counts_and_the_earlier_is_shown() {
    let text = out(&here(&["summarise", LETTERS]));
    assert!(text.contains("10 of 13 replies answer this questionnaire"), "{text}");
    assert!(text.contains("Replaced by a later letter to the same request (n 2)"), "{text}");
    assert!(text.contains("airedale.txt          airedale corrected.txt counts"), "{text}");
    assert!(!text.contains("asked by"), "{text}");
}

#[test]
fn bodies_are_found_by_what_they_have_done() {
    let found = |more: &[&str]| {
        let output = here(&[&["query", LETTERS, "--sent", LIST, "--format", "csv"], more].concat());
        let bodies = rows(&out(&output)).into_iter().map(|row| row["body"].clone()).collect::<Vec<_>>();
        (code(&output), bodies.join("; "))
    };
    let late = "Barts Health NHS Trust; NHS Tayside";
    assert_eq!(found(&["--timing", "late"]), (0, late.to_owned()));
    assert_eq!(found(&["--timing", "late", "--exemption", "s12"]).1, "Barts Health NHS Trust");
    assert_eq!(
        found(&["--status", "acknowledged,clarification", "--authority", "leeds"]).1,
        "Leeds Teaching Hospitals NHS Trust"
    );
    assert_eq!(found(&["--field", "charter_signed=no"]).1, "NHS Tayside");
    assert_eq!(found(&["--status", "nothing", "--field", "charter_signed=yes"]), (1, String::new()));
    let paths = here(&["query", LETTERS, "--sent", LIST, "--status", "refused", "--format", "paths"]);
    assert_eq!(out(&paths), "fixtures/asked/letters/barts.txt\n");
    let sql = "select count(*) as n from bodies where timing = 'overdue' and replied_on is null";
    assert_eq!(out(&here(&["query", LETTERS, "--sent", LIST, "--sql", sql, "--format", "csv"])), "n\r\n3\r\n");
}

#[test]
fn tables_have_the_bodies_beside_the_letters() {
    let folder = TempDir::new().unwrap();
    let to = format!("{}/", folder.path().display());
    assert_eq!(code(&here(&["export", LETTERS, "--sent", LIST, "-o", &to])), 0);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 9);
    let bodies = fs::read_to_string(folder.path().join("bodies.csv")).unwrap();
    assert!(bodies.starts_with("\u{feff}body,authority_code,law,") && bodies.lines().count() == 16);
}

#[test]
fn a_list_is_begun_filled_in_and_read_again() {
    let folder = TempDir::new().unwrap();
    let ran = |arguments: &[&str]| run(folder.path(), arguments);
    let letter = fs::read_to_string("fixtures/asked/letters/dudley.txt").unwrap();
    fs::write(folder.path().join("a.txt"), letter).unwrap();
    assert_eq!(code(&ran(&["sent", "--all-trusts", "--sent-on", "2025-05-12", "-o", "sent.csv"])), 0);
    let list = fs::read_to_string(folder.path().join("sent.csv")).unwrap();
    assert!(list.lines().count() > 190, "{} lines", list.lines().count());
    let summary = ran(&["summarise", "a.txt", "--sent", "sent.csv"]);
    assert_eq!((code(&summary), err(&summary).as_str()), (0, ""));
    assert!(out(&summary).contains("bodies asked by sent.csv: 1 of "), "{}", out(&summary));
    assert!(err(&ran(&["sent", "--all-trusts", "-o", "sent.csv"])).contains("--force"));
    // Every body that can be listed is found again by its name, closed ones on a day when they existed among them.
    for arguments in [
        &["--kind", "icb"][..],
        &["--kind", "icb", "--sent-on", "2025-05-12"],
        &["--region", "scotland,wales"],
        &["--kind", "national"],
    ] {
        let listed = ran(&[&["sent", "-o", "x.csv", "--force"], arguments].concat());
        assert_eq!(code(&listed), 0, "{arguments:?}: {}", err(&listed));
        let read = ran(&["summarise", "a.txt", "--sent", "x.csv"]);
        assert_eq!(err(&read), "", "{arguments:?}");
    }
    let north = rows(&out(&ran(&["sent", "--all-trusts", "--kind", "acute", "--region", "north west"])));
    assert!(north.iter().all(|row| row["kind"] == "acute" && row["region"] == "North West") && north.len() > 10);
    for (arguments, said) in [
        (&["sent"][..], "say which bodies"),
        (&["sent", "--kind", "acut"], "did you mean `acute`?"),
        (&["sent", "--region", "Atlantis"], "there is no region"),
        (&["sent", "--all-trusts", "--kind", "icb"], "no body is of that kind"),
        (&["sent", "--all-trusts", "--sent-on", "12/05/2025"], "write YYYY-MM-DD"),
    ] {
        let wrong = ran(arguments);
        assert!(code(&wrong) == 2 && err(&wrong).contains(said), "{arguments:?}: {}", err(&wrong));
    }
}

#[test]
fn before_the_first_reply_everybody_has_sent_nothing() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("letters")).unwrap();
    fs::write(folder.path().join("sent.csv"), "body,sent_on\nRNA,2025-05-12\n").unwrap();
    let ran = |arguments: &[&str]| {
        let done = run(folder.path(), &[arguments, &["--sent", "sent.csv", "--on", "2025-06-11"]].concat());
        assert_eq!(code(&done), 0, "{arguments:?}: {}", err(&done));
        out(&done)
    };
    let text = ran(&["summarise", "letters"]);
    assert!(text.starts_with("0 letters: nothing was read") && text.contains("overdue   nothing"), "{text}");
    assert!(ran(&["summarise", "letters", "--format", "markdown"]).contains("| nothing | overdue |"));
    assert!(ran(&["query", "letters", "--timing", "overdue"]).contains("The Dudley Group"));
    assert_eq!(
        ran(&["query", "letters", "--format", "csv", "--sql", "select timing from bodies"]),
        "timing\r\noverdue\r\n"
    );
    assert!(ran(&["export", "letters"]).contains(",nothing,overdue,2025-06-10,"));
    let missing = run(folder.path(), &["summarise", "gone", "--sent", "sent.csv"]);
    assert!(code(&missing) == 2 && err(&missing).contains("nothing could be read"), "{}", err(&missing));
}

#[test]
fn lists_that_cannot_be_used_stop_the_run_and_say_why() {
    let folder = TempDir::new().unwrap();
    let ran = |arguments: &[&str]| run(folder.path(), arguments);
    fs::write(folder.path().join("a.txt"), "Dear Sir\n").unwrap();
    let damaged: &[u8] = b"body,sent_on\nCyngor Caerdydd \xc3 \xe2\x80\x93 \xe2\x80\x93 \xe2\x80\x93,2025-05-12\n";
    for (list, said) in [
        (&b""[..], "error: sent.csv: the list names no body"),
        (b"body,sent_on\nRNA,03/25/2025\n", "error: sent.csv, line 2: `03/25/2025` is no date, day first"),
        (b"body,sent_on\nRNA,03/04/2025\n", "line 2: `03/04/2025` may be 2025-04-03 or"),
        (b"body,sent_no\nRNA,2025-05-12\n", "line 1: there is no column `sent_no`"),
        (damaged, "characters that cannot be read"),
        (b"PK\x03\x04\0\0", "a spreadsheet's own file"),
    ] {
        fs::write(folder.path().join("sent.csv"), list).unwrap();
        for command in ["summarise", "query", "export"] {
            let wrong = ran(&[command, "a.txt", "--sent", "sent.csv"]);
            assert!(code(&wrong) == 2 && err(&wrong).contains(said), "{command} {said}: {}", err(&wrong));
            assert_eq!(out(&wrong), "");
        }
    }
    fs::write(folder.path().join("sent.csv"), b"body\nCyngor D\xf4l\n").unwrap();
    let old = ran(&["summarise", "a.txt", "--sent", "sent.csv"]);
    assert!(err(&old).contains("is not in UTF-8") && out(&old).contains("Cyngor Dôl"), "{}{}", err(&old), out(&old));
    let many: String = (0..30).map(|n| format!("Council {n}\n")).collect();
    fs::write(folder.path().join("sent.csv"), format!("body\n{many}")).unwrap();
    let told = err(&ran(&["summarise", "a.txt", "--sent", "sent.csv"]));
    assert!(told.lines().count() == 11 && told.contains("and 20 more like these"), "{told}");
    for (arguments, said) in [
        (&["summarise", "a.txt", "--sent", "gone.csv"][..], "cannot read gone.csv (--sent)"),
        (&["summarise", "a.txt", "--on", "2025-05-12"], "--sent <SENT.csv>"),
        (&["summarise", "a.txt", "--sent", "sent.csv", "--on", "5/12/2025"], "`5/12/2025` is no day (--on)"),
        (&["query", "a.txt", "--status", "nothing"], "--sent <SENT.csv>"),
        (&["query", "a.txt", "--sent", "sent.csv", "--timing", "lat"], "did you mean `late`?"),
        (&["export", "a.txt", "--table", "bodies"], "give it with --sent"),
        (&["export", "a.txt", "--table", "answers", "--sent", "sent.csv"], "leave out --table, or --sent"),
        (&["export", "a.txt", "--format", "jsonl", "--sent", "sent.csv"], "--sent is for tables"),
    ] {
        let wrong = ran(arguments);
        assert!(code(&wrong) == 2 && err(&wrong).contains(said), "{arguments:?}: {}", err(&wrong));
    }
}

#[test]
fn the_letters_of_the_fixtures_meet_a_list() {
    let folder = TempDir::new().unwrap();
    let list = folder.path().join("sent.csv");
    let asked = "body,sent_on,reference\nRWG,2025-05-09,IR/25/17\nREF,2025-08-01,12764-25\nRYC,2025-06-02,F25-2207\nRM1,2025-12-01,25.933\nREM,2025-11-10,\nNHS Forth Valley,2025-05-23,\n";
    fs::write(&list, asked).unwrap();
    let list = list.display().to_string();
    let rows = rows(&out(&here(&["export", "fixtures/letters", "--sent", &list])));
    let told: Vec<(&str, &str, &str)> = rows
        .iter()
        .map(|row| (row["status"].as_str(), row["timing"].as_str(), row["file"].rsplit('/').next().unwrap_or("")))
        .collect();
    assert_eq!(told[0].1, "not-told", "of the reply before the review nothing is known");
    assert_eq!((told[1].1, told[1].2), ("late", "a02.txt"));
    assert_eq!((told[2].1, told[2].2), ("late", "c10.txt"));
    assert_eq!(
        (told[3].1, told[3].2),
        ("in-time", "e15.txt"),
        "of four letters of one body, the one with the reference"
    );
    assert_eq!(told[4], ("clarification", "paused", "a22.txt"));
    assert_eq!((told[5].1, rows[5]["law"].as_str()), ("in-time", "FOISA"));
}
