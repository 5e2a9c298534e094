//! The program as its users run it: output, messages, exit codes, in a scratch folder.

mod program;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use assert_cmd::cargo::CommandCargoExt;
use program::{code, err, out, run};
use tempfile::TempDir;

const LETTER: &str = "The Dudley Group NHS Foundation Trust\n\nOur ref: 77\nDate: 16 July 2025\n\nDear Requester\n\n\
    a) Has your Trust signed up to the NHS England Sexual Safety in Healthcare Charter (2023)?\n\nResponse: Yes\n\n\
    b) Please confirm the date of adoption\n\nResponse: October 2023\n\nYours sincerely\n\nFOI Team\n";
const REFUSAL: &str = "Barts Health NHS Trust\n\nDate: 1 July 2025\n\nDear Requester\n\n\
    a) Has your Trust signed up to the NHS England Sexual Safety in Healthcare Charter (2023)?\n\n\
    Response: No.\n\nb) Please confirm the date of adoption\n\nResponse: Withheld under section 21 of the Act.\n\nYours sincerely\n\nFOI Team\n";

fn corpus() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.txt"), LETTER).unwrap();
    fs::write(folder.path().join("b.txt"), REFUSAL).unwrap();
    folder
}

fn fed(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    use std::io::Write;
    let mut command = Command::cargo_bin("foi-rj").unwrap();
    let mut child = command
        .current_dir(folder)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn a_summary_counts_the_letters() {
    let folder = corpus();
    let text = run(folder.path(), &["summarise", "."]);
    assert_eq!(code(&text), 0, "{}", err(&text));
    assert!(out(&text).starts_with("2 letters: 2 replies from 2 authorities"), "{}", out(&text));
    for (format, start) in [("markdown", "# 2 letters"), ("json", "{"), ("csv", "section,")] {
        let summary = run(folder.path(), &["summarise", ".", "--format", format]);
        assert!(out(&summary).starts_with(start), "{format}: {}", out(&summary));
    }
}

#[test]
fn export_and_query_work_together_through_a_pipe() {
    let folder = corpus();
    let records = run(folder.path(), &["export", ".", "--format", "jsonl"]);
    assert_eq!(out(&records).lines().count(), 2);
    let paths =
        fed(folder.path(), &["query", "-", "--field", "charter_signed=yes", "--format", "paths"], &records.stdout);
    assert_eq!((code(&paths), out(&paths).as_str()), (0, "./a.txt\n"));
    fs::write(folder.path().join("records.jsonl"), &records.stdout).unwrap();
    let again = run(folder.path(), &["export", "records.jsonl", "--format", "jsonl"]);
    assert_eq!(again.stdout, records.stdout);
}

#[test]
fn conditions_find_letters() {
    let folder = corpus();
    for (condition, expected) in [
        (vec!["--authority", "dudley"], "./a.txt\n"),
        (vec!["--authority", "R1H"], "./b.txt\n"),
        (vec!["--field", "charter_signed!=yes"], "./b.txt\n"),
        (vec!["--field", "charter_adopted=2023"], "./a.txt\n"),
        (vec!["--adopted-from", "2023-09", "--adopted-to", "2023"], "./a.txt\n"),
        (vec!["--exemption", "s21"], "./b.txt\n"),
        (vec!["--contains", "withheld"], "./b.txt\n"),
        (vec!["--kind", "foi-response,other"], "./a.txt\n./b.txt\n"),
    ] {
        let found = run(folder.path(), &[&["query", ".", "--format", "paths"], condition.as_slice()].concat());
        assert_eq!(out(&found), expected, "{condition:?}: {}", err(&found));
    }
    // The question comes back in every reply; only answers are searched.
    let none = run(folder.path(), &["query", ".", "--contains", "Healthcare Charter"]);
    assert_eq!((code(&none), out(&none).as_str()), (1, ""));
}

#[test]
fn sql_reads_and_does_nothing_else() {
    let folder = corpus();
    let rows = run(
        folder.path(),
        &["query", ".", "--format", "csv", "--sql", "select file, charter_signed from letters order by 1"],
    );
    assert_eq!(out(&rows), "file,charter_signed\r\n./a.txt,yes\r\n./b.txt,no\r\n");
    let write = run(folder.path(), &["query", ".", "--sql", "drop table letters"]);
    assert_eq!(code(&write), 2);
    assert!(err(&write).contains("one `select`"), "{}", err(&write));
}

#[test]
fn mistakes_are_told_with_what_to_do() {
    let folder = corpus();
    fs::create_dir(folder.path().join("empty")).unwrap();
    for (arguments, said) in [
        (vec!["summarise", "nowhere"], "cannot read nowhere"),
        (vec!["summarise", "empty"], "no letter found in empty"),
        (vec!["query", ".", "--field", "charter_singed=yes"], "did you mean `charter_signed`"),
        (vec!["query", ".", "--field", "charter_signed=maybe"], "there is no code `maybe`"),
        (vec!["query", ".", "--field", "charter_signed"], "write FIELD=CODE"),
        (vec!["query", ".", "--kind", "foi-respons"], "did you mean `foi-response`"),
        (vec!["query", ".", "--adopted-from", "07/12/2023"], "is no date"),
        (vec!["query", ".", "--sql", "selec 1"], "syntax error"),
        (vec!["show", "a.txt", "--field", "charter"], "no question has the field `charter`"),
        (vec!["export", ".", "-o", "missing/letters.csv"], "cannot write into missing"),
    ] {
        let output = run(folder.path(), &arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(err(&output).contains(said), "{arguments:?}: {}", err(&output));
        assert_eq!(out(&output), "", "{arguments:?}");
    }
}

#[test]
fn one_bad_file_does_not_stop_the_rest() {
    let folder = corpus();
    let output = run(folder.path(), &["export", "a.txt", "gone.txt", "b.txt", "--format", "jsonl"]);
    assert_eq!(code(&output), 2);
    assert_eq!(out(&output).lines().count(), 2);
    assert!(err(&output).contains("gone.txt"), "{}", err(&output));
}

#[test]
fn folders_are_filtered_and_named_files_always_read() {
    let folder = corpus();
    fs::write(folder.path().join("scan.pdf"), b"%PDF\0").unwrap();
    fs::write(folder.path().join("notes"), LETTER).unwrap();
    fs::write(folder.path().join("image"), b"\0\0").unwrap();
    let output = run(folder.path(), &["export", ".", "--format", "jsonl"]);
    assert_eq!(out(&output).lines().count(), 3);
    assert!(err(&output).contains("skipped 2 files that are no letters (1 .pdf, 1 no text)"), "{}", err(&output));
    assert_eq!(err(&run(folder.path(), &["export", ".", "-q", "--format", "jsonl"])), "");
    let named = run(folder.path(), &["export", "scan.pdf", "--format", "jsonl"]);
    assert_eq!(out(&named).lines().count(), 1);
}

#[test]
fn files_appear_whole_and_are_never_replaced_unasked() {
    let folder = corpus();
    assert_eq!(code(&run(folder.path(), &["export", ".", "-o", "letters.csv"])), 0);
    let written = fs::read(folder.path().join("letters.csv")).unwrap();
    assert!(written.starts_with("\u{feff}file,kind,".as_bytes()));
    let again = run(folder.path(), &["export", "a.txt", "-o", "letters.csv"]);
    assert_eq!(code(&again), 2);
    assert!(err(&again).contains("--force"), "{}", err(&again));
    assert_eq!(fs::read(folder.path().join("letters.csv")).unwrap(), written);
    assert_eq!(code(&run(folder.path(), &["export", "a.txt", "-o", "letters.csv", "--force", "--no-bom"])), 0);
    assert!(fs::read(folder.path().join("letters.csv")).unwrap().starts_with(b"file,"));
    assert_eq!(code(&run(folder.path(), &["export", "a.txt", "-o", "tables/"])), 0);
    assert_eq!(fs::read_dir(folder.path().join("tables")).unwrap().count(), 8);
}

#[test]
fn spreadsheets_get_no_formulas() {
    let folder = TempDir::new().unwrap();
    let letter = LETTER.replace("Response: October 2023", "Response: =HYPERLINK(\"x\") October 2023");
    fs::write(folder.path().join("=a.txt"), letter).unwrap();
    let guarded = out(&run(folder.path(), &["export", "=a.txt", "--table", "exchanges"]));
    assert!(guarded.contains("'=a.txt") && guarded.contains("'=HYPERLINK"), "{guarded}");
    let bare = out(&run(folder.path(), &["export", "=a.txt", "--table", "exchanges", "--no-guard"]));
    assert!(bare.contains("\n=a.txt"), "{bare}");
}

#[test]
fn old_encodings_are_read() {
    let folder = TempDir::new().unwrap();
    let text = LETTER.replace("Response: Yes", "Response: Yes \u{2013} the Board\u{2019}s chair signed");
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let old: Vec<u8> =
        text.replace('\u{2013}', "\u{96}").replace('\u{2019}', "\u{92}").chars().map(|c| c as u8).collect();
    for (name, bytes, encoding) in [("wide.txt", wide, "utf-16le"), ("old.txt", old, "windows-1252")] {
        fs::write(folder.path().join(name), bytes).unwrap();
        let record = out(&run(folder.path(), &["export", name, "--format", "jsonl"]));
        assert!(record.contains(&format!("\"encoding\":\"{encoding}\"")), "{record}");
        assert!(record.contains("the Board\u{2019}s chair signed"), "{record}");
    }
}

#[test]
fn one_letter_comes_through_standard_input() {
    let folder = corpus();
    let output = fed(folder.path(), &["export", "-", "--format", "jsonl"], LETTER.as_bytes());
    assert!(out(&output).contains("\"file\":\"-\""), "{}", out(&output));
}

#[test]
fn threads_change_nothing() {
    let one = run(Path::new("."), &["export", "fixtures/letters", "-j1", "--format", "jsonl"]);
    let two = run(Path::new("."), &["export", "fixtures/letters", "-j2", "--format", "jsonl"]);
    assert_eq!(one.stdout, two.stdout);
}

#[test]
fn a_closed_pipe_is_success() {
    let mut child = Command::cargo_bin("foi-rj")
        .unwrap()
        .args(["export", "fixtures/letters", "--format", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn show_underlines_what_decided() {
    let folder = corpus();
    let shown = out(&run(folder.path(), &["show", "a.txt", "--field", "charter_signed"]));
    assert!(shown.contains("charter_signed = yes") && shown.contains("^^^"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
}

#[test]
fn terminals_are_safe_from_letters() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.txt"), LETTER.replace("Yes", "Yes \u{1b}[31m\u{202e}red")).unwrap();
    for arguments in [
        &["show", "a.txt"][..],
        &["query", "a.txt", "--field", "charter_signed=yes,qualified"],
        &["summarise", "a.txt"],
    ] {
        let shown = out(&run(folder.path(), arguments));
        assert!(!shown.contains('\u{1b}') && !shown.contains('\u{202e}'), "{arguments:?}");
    }
}

#[test]
fn completions_and_manual_come_from_the_same_definitions() {
    let folder = corpus();
    for shell in ["bash", "zsh", "fish"] {
        assert!(out(&run(folder.path(), &["completions", shell])).contains("summarise"));
    }
    assert!(out(&run(folder.path(), &["man"])).contains(".TH"));
    assert!(out(&run(folder.path(), &["man", "query"])).contains("adopted"));
    assert_eq!(code(&run(folder.path(), &["man", "nothing"])), 2);
}

#[test]
fn a_filter_answers_line_by_line_and_reports_bad_lines() {
    let folder = corpus();
    let line = |file: &str, text: &str| serde_json::json!({ "file": file, "text": text }).to_string() + "\n";
    let good = line("a.txt", LETTER) + "\n" + &line("b.txt", REFUSAL);
    let both = fed(folder.path(), &["extract"], good.as_bytes());
    assert_eq!((code(&both), err(&both).as_str()), (0, ""));
    let files = run(folder.path(), &["export", "a.txt", "b.txt", "--format", "jsonl"]);
    assert_eq!(both.stdout, files.stdout);
    let bad = line("a.txt", LETTER) + "{\"file\": \"x\"}\nnothing\n" + &line("b.txt", REFUSAL);
    let rest = fed(folder.path(), &["extract", "-j1"], bad.as_bytes());
    assert_eq!((code(&rest), rest.stdout), (2, files.stdout.clone()));
    let told = String::from_utf8(rest.stderr).unwrap();
    assert!(told.contains("line 2: no letter (missing field `text`") && told.contains("line 3: no letter"), "{told}");
    // A share of the input may be empty.
    assert_eq!(code(&fed(folder.path(), &["extract"], b"")), 0);
    let folder = run(folder.path(), &["extract", "."]);
    assert!(code(&folder) == 2 && err(&folder).contains("use `export` for letters in files"), "{}", err(&folder));
}

#[test]
fn a_filter_answers_while_its_input_is_open() {
    use std::io::{BufRead, BufReader, Write};
    let mut child = Command::cargo_bin("foi-rj")
        .unwrap()
        .arg("extract")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut input, mut output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for file in ["a.txt", "b.txt", "c.txt"] {
        writeln!(input, "{}", serde_json::json!({ "file": file, "text": LETTER })).unwrap();
        let mut record = String::new();
        output.read_line(&mut record).unwrap();
        assert!(record.contains(&format!("\"file\":\"{file}\"")));
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn records_are_verified_against_their_letters() {
    let folder = corpus();
    let path = folder.path();
    run(path, &["export", ".", "--format", "jsonl", "-o", "records.jsonl"]);
    let held = run(path, &["verify", "records.jsonl"]);
    assert_eq!((code(&held), out(&held).as_str()), (0, "2 of 2 records hold\n"), "{}", err(&held));
    let moved = run(&path.join(".."), &["verify", path.join("records.jsonl").to_str().unwrap()]);
    assert!(code(&moved) == 2 && err(&moved).contains("--letters"), "{}", err(&moved));
    let records = fs::read_to_string(path.join("records.jsonl")).unwrap();
    for (from, to, said) in [
        (
            "\"words\":\"October 2023\"",
            "\"words\":\"October 2024\"",
            "charter_adopted quotes “October 2024” from line 14",
        ),
        ("\"line\":14", "\"line\":15", "the words stand on line 14"),
        ("\"sha256\":\"", "\"sha256\":\"0", "not the one that was read"),
        ("\"answer\":\"Yes\"", "\"answer\":\"No\"", "the answer of exchange 1 says “No”"),
        ("\"start\":", "\"start\":9", "no such place"),
    ] {
        assert!(records.contains(from), "{from}");
        let changed = fed(path, &["verify", "-"], records.replace(from, to).as_bytes());
        assert!(code(&changed) == 1 && out(&changed).contains(said), "{from}: {}", out(&changed));
    }
    fs::write(path.join("a.txt"), LETTER.replace("Yes", "No.")).unwrap();
    assert_eq!(code(&run(path, &["verify", "records.jsonl"])), 1);
    fs::remove_file(path.join("a.txt")).unwrap();
    assert_eq!(code(&run(path, &["verify", "records.jsonl"])), 2);
    let others = fed(path, &["verify", "-"], records.replace("\"version\":\"0", "\"version\":\"7").as_bytes());
    assert!(err(&others).contains("2 were made by another version"), "{}", err(&others));
}

const OWN: &str = "id = \"pets\"\ntitle = \"Pets on the ward\"\n\n[[question]]\nfield = \"dogs_allowed\"\nkind = \"yes-no\"\n\
    wordings = [\"Does your hospital allow visits by therapy dogs on its wards?\"]\n\n[[question]]\nfield = \"dogs\"\n\
    kind = \"number\"\nonly-if = [\"dogs_allowed\"]\nwordings = [\"How many therapy dogs came in the last year?\"]\n";
const DOGS: &str = "Barts Health NHS Trust\n\nDate: 1 July 2025\n\nDear Requester\n\n\
    1. Does your hospital allow visits by therapy dogs on its wards?\n\nResponse: Yes.\n\n\
    2. How many therapy dogs came in the last year?\n\nResponse: We had 14 of them.\n\nYours sincerely\n\nFOI Team\n";

#[test]
fn a_questionnaire_of_ones_own_is_read_summarised_and_queried() {
    let folder = corpus();
    fs::write(folder.path().join("c.txt"), DOGS).unwrap();
    fs::write(folder.path().join("pets.toml"), OWN).unwrap();
    let ran = |arguments: &[&str]| run(folder.path(), arguments);
    let csv = out(&ran(&["export", "c.txt", "--questionnaire", "pets.toml"]));
    assert!(csv.lines().next().unwrap().contains("dogs_allowed,dogs_allowed_words,dogs,dogs_words"), "{csv}");
    assert!(csv.contains(",pets,yes,Yes.,14,14,"), "{csv}");
    let query = |condition: &str| {
        ran(&["query", ".", "--questionnaire", "pets.toml", "--field", condition, "--format", "paths"])
    };
    assert_eq!(out(&query("dogs>=10")), "./c.txt\n");
    assert_eq!(code(&query("dogs<=10")), 1);
    assert!(err(&query("dogs_allowed>=1")).contains("only dates and numbers have bounds"));
    ran(&["export", "c.txt", "--questionnaire", "pets.toml", "--format", "jsonl", "-o", "pets.jsonl"]);
    let held = ran(&["verify", "pets.jsonl", "--questionnaire", "pets.toml"]);
    assert_eq!((code(&held), err(&held).as_str()), (0, ""), "{}", out(&held));
    fs::remove_file(folder.path().join("pets.jsonl")).unwrap();
    let screen = out(&ran(&["summarise", ".", "--questionnaire", "pets.toml"]));
    assert!(screen.contains("1 of 3 replies answers this questionnaire"), "{screen}");
    assert!(screen.contains("Off target: 2 replies to another request"), "{screen}");
    assert!(screen.contains("a.txt  2 of 2 usable: Has your Trust signed up"), "{screen}");
    let both = ran(&["summarise", ".", "--questionnaire", "pets.toml", "--questionnaire", "restorative-justice"]);
    assert!(!out(&both).contains("Off target"), "{}", out(&both));
}

#[test]
fn mistakes_in_questionnaires_are_underlined() {
    let folder = corpus();
    let ran = |arguments: &[&str]| run(folder.path(), arguments);
    fs::write(folder.path().join("pets.toml"), OWN).unwrap();
    fs::write(folder.path().join("same.toml"), OWN).unwrap();
    fs::write(folder.path().join("empty.toml"), "").unwrap();
    fs::write(folder.path().join("typo.toml"), OWN.replace("\"number\"", "\"nummer\"")).unwrap();
    fs::write(folder.path().join("other.toml"), OWN.replace("pets", "cats").replace("\"number\"", "\"text\"")).unwrap();
    assert_eq!(code(&ran(&["questionnaire", "check", "pets.toml"])), 0);
    let typo = ran(&["questionnaire", "check", "typo.toml"]);
    assert_eq!(code(&typo), 1);
    assert!(out(&typo).contains("11 | kind = \"nummer\"\n   |        ^^^^^^^^ unknown kind"), "{}", out(&typo));
    assert!(out(&typo).contains("did you mean `number`?"));
    assert!(out(&ran(&["questionnaire", "check", "empty.toml"])).contains("the file is empty"));
    let same = ran(&["questionnaire", "check", "pets.toml", "same.toml"]);
    assert!(code(&same) == 1 && out(&same).contains("pets.toml and same.toml have the same id, `pets`"));
    for (named, said) in [
        (vec!["typo.toml"], "typo.toml cannot be used"),
        (vec!["pets.toml", "same.toml"], "have the same id, `pets`"),
        (vec!["pets.toml", "other.toml"], "both have the field `dogs`, as number and as text"),
        (vec!["restorative-justce"], "did you mean `restorative-justice`?"),
        (vec!["."], "cannot read"),
    ] {
        let mut arguments = vec!["summarise", "a.txt"];
        named.iter().for_each(|name| arguments.extend(["--questionnaire", name]));
        let ended = ran(&arguments);
        assert_eq!(code(&ended), 2, "{named:?}");
        assert!(err(&ended).contains(said), "{named:?}: {}", err(&ended));
    }
}

#[test]
fn a_questionnaire_is_drafted_from_a_request_and_shown() {
    let folder = corpus();
    let ran = |arguments: &[&str]| run(folder.path(), arguments);
    fs::write(folder.path().join("ask.txt"), "1. Do you keep bees?\n2. If so, how many hives are there?\n").unwrap();
    assert_eq!(code(&ran(&["questionnaire", "draft", "ask.txt", "-o", "bees.toml"])), 0);
    assert_eq!(code(&ran(&["questionnaire", "check", "bees.toml"])), 0);
    let shown = out(&ran(&["questionnaire", "show", "bees.toml"]));
    assert!(shown.starts_with("bees\n") && shown.contains("number, if "), "{shown}");
    assert!(err(&ran(&["questionnaire", "draft", "ask.txt", "-o", "bees.toml"])).contains("exists already"));
    fs::write(folder.path().join("thanks.txt"), "Thank you for your letter.\n").unwrap();
    let nothing = ran(&["questionnaire", "draft", "thanks.txt"]);
    assert!(code(&nothing) == 2 && err(&nothing).contains("no question was found in thanks.txt"));
    let list = out(&ran(&["questionnaire", "list"]));
    assert!(list.contains("restorative-justice  12 questions") && list.contains("sexual-safety-incidents"), "{list}");
}
