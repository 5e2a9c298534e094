//! Evaluations as people run them, and their figures against those of another program that measures the same.

mod program;

use program::{code, err, out, run};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

fn evaluated(paths: &str, gold: &str) -> Value {
    let output = run(Path::new("."), &["evaluate", paths, "--gold", gold, "--format", "json"]);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", err(&output)))
}

fn share(share: &Value) -> Option<f64> {
    Some(share["n"].as_f64()? / share["of"].as_f64().filter(|of| *of > 0.0)?)
}

/// Fails where a figure of `ours` is not that of `theirs`, which has four decimals.
fn agree(ours: &Value, theirs: &Value) {
    let same = |what: &str, ours: Option<f64>, theirs: &Value| {
        let close = match (ours, theirs.as_f64()) {
            (Some(ours), Some(theirs)) => (ours - theirs).abs() < 6e-5,
            (ours, theirs) => ours.is_none() && theirs.is_none(),
        };
        assert!(close, "{what}: {ours:?}, and {theirs} by the other program");
    };
    let measure = |name: &str| ours["measures"].as_array().unwrap().iter().find(|found| found["name"] == name).unwrap();
    same("kind", measure("kind")["recall"].as_f64(), &theirs["kind"]);
    for name in ["authority", "reference", "requested_on", "responded_on", "exemptions", "counts", "exchanges"] {
        for (figure, called) in
            [("precision", "precision"), ("recall", "recall"), ("f1", "f1"), ("due", "gold"), ("read", "predicted")]
        {
            same(&format!("{name} {figure}"), measure(name)[figure].as_f64(), &theirs[name][called]);
        }
    }
    same("codes of exchanges", share(&ours["exchange_codes"]), &theirs["exchange_codes"]);
    let (answers, others) = (&ours["answers"], &theirs["answers"]);
    same("right", share(&answers["right"]), &others["right"]);
    same("right where asked", share(&answers["right_where_asked"]), &others["right_where_asked"]);
    same("alpha", answers["alpha"]["value"].as_f64(), &others["alpha"]);
    same("stated and wrong", share(&answers["stated_wrong"]), &others["stated_wrong"]);
    let fields = ours["fields"].as_array().unwrap();
    assert_eq!(fields.len(), others["by_field"].as_object().unwrap().len());
    for field in fields {
        let name = field["field"].as_str().unwrap();
        same(name, share(&field["right"]), &others["by_field"][name]);
    }
}

/// `tests/evaluation/` holds letters, labels and records made to be hard to compare: alternatives, answers that are
/// all "Yes", counts of one period, odd spaces, a letter without a record. The figures in `score.json` were printed by
/// an independent script for the same measures.
#[test]
fn figures_agree_with_those_recorded() {
    let ours = evaluated("tests/evaluation/records.jsonl", "tests/evaluation/gold.jsonl");
    let theirs: Value = serde_json::from_str(include_str!("evaluation/score.json")).unwrap();
    agree(&ours, &theirs);
    assert_eq!(share(&ours["evidence"]), theirs["evidence"].as_f64());
    assert_eq!(ours["without_record"], serde_json::json!(["letters/d.txt"]));
}

#[test]
fn figures_of_the_fixtures_agree_with_the_script() {
    let script = Path::new("../shared/tools/score.py");
    if !script.exists() {
        eprintln!("skipped: {} is not part of this repository", script.display());
        return;
    }
    let folder = TempDir::new().unwrap();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(file("records.jsonl"), run(Path::new("."), &["export", "fixtures/letters", "--format", "jsonl"]).stdout)
        .unwrap();
    // The script knows the fields of one questionnaire only, and finds no words in letters that are not UTF-8.
    let labels = fs::read_to_string("fixtures/gold.jsonl").unwrap();
    let known = labels.lines().filter(|line| {
        let label: Value = serde_json::from_str(line).unwrap();
        let letter = fs::read(Path::new("fixtures").join(label["file"].as_str().unwrap())).unwrap();
        let known = label["questionnaire"].is_null() || label["questionnaire"] == "restorative-justice";
        known && String::from_utf8(letter).is_ok()
    });
    fs::write(file("gold.jsonl"), known.map(|line| format!("{line}\n")).collect::<String>()).unwrap();
    let scored = Command::new("python3")
        .arg(script)
        .args(["--gold", &file("gold.jsonl"), "--records", &file("records.jsonl"), "--root", "fixtures", "--json"])
        .output();
    let Ok(scored) = scored else {
        eprintln!("skipped: there is no python3 to run {} with", script.display());
        return;
    };
    let theirs: Value = serde_json::from_slice(&scored.stdout).unwrap();
    agree(&evaluated("fixtures/letters", &file("gold.jsonl")), &theirs);
}

/// The letters and the records of them are one thing to measure.
#[test]
fn records_are_measured_like_the_letters() {
    let folder = TempDir::new().unwrap();
    let records = folder.path().join("records.jsonl");
    fs::write(&records, run(Path::new("."), &["export", "fixtures/letters", "--format", "jsonl"]).stdout).unwrap();
    let again = evaluated(records.to_str().unwrap(), "fixtures/gold.jsonl");
    assert_eq!(again, evaluated("fixtures/letters", "fixtures/gold.jsonl"));
    // Away from the letters, all that needs no text is measured.
    fs::copy("fixtures/gold.jsonl", folder.path().join("gold.jsonl")).unwrap();
    let alone = evaluated(records.to_str().unwrap(), folder.path().join("gold.jsonl").to_str().unwrap());
    assert_eq!(alone["answers"], again["answers"]);
    assert_eq!((&alone["without_text"], share(&alone["exchange_codes"])), (&again["letters"]["of"], None));
}

const LETTER: &str = "The Dudley Group NHS Foundation Trust\n\nOur ref: FOI/25/092\nDate: 16 July 2025\n\nDear Requester\n\n\
    a) Has your Trust signed up to the NHS England Sexual Safety in Healthcare Charter (2023)?\n\nResponse: Yes\n\n\
    b) Please confirm the date of adoption\n\nResponse: October 2023\n\nYours sincerely\n\nFOI Team\n";
const GOLD: &str = r#"{"file": "letters/a.txt", "kind": "foi-response", "authority": "RNA", "reference": "FOI/25/092", "questionnaire": "restorative-justice", "answers": {"charter_signed": "yes", "charter_adopted": "2023-10"}}
{"file": "letters/b.txt", "kind": "foi-response", "authority": "RXY"}
"#;

/// Two letters that say the same, the second with a label of another body; labels and a coder's table.
fn corpus() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("letters")).unwrap();
    fs::write(folder.path().join("letters/a.txt"), LETTER).unwrap();
    fs::write(folder.path().join("letters/b.txt"), LETTER).unwrap();
    fs::write(folder.path().join("gold.jsonl"), GOLD).unwrap();
    let coder = "file,field,code\r\nletters/a.txt,charter_signed,Yes\r\nletters/a.txt,charter_adopted,2023-11\r\n";
    // As spreadsheets write it.
    fs::write(folder.path().join("coder.csv"), format!("\u{feff}{coder}")).unwrap();
    folder
}

#[test]
fn every_format_tells_the_same() {
    let folder = corpus();
    let text = run(folder.path(), &["evaluate", "letters", "--gold", "gold.jsonl", "--mistakes"]);
    assert_eq!(code(&text), 0, "{}", err(&text));
    assert!(out(&text).starts_with("2 letters by gold.jsonl: 1 right in everything, 50%\n"), "{}", out(&text));
    assert!(
        out(&text).ends_with("1 mistake\nletters/b.txt\n  authority: RXY, read RNA (name-in-letterhead)\n"),
        "{}",
        out(&text)
    );
    for (format, said) in [
        ("markdown", "| authority | 1 | 2 | 2 | 0.500 | 0.500 | 0.500 |"),
        ("json", "\"schema\": \"foi-rj/evaluation/1\""),
        ("csv", "figure,,,authority.precision,,,,1,2,0.5000,,,\r\n"),
    ] {
        let written = run(folder.path(), &["evaluate", "letters", "--gold", "gold.jsonl", "--format", format]);
        assert!(out(&written).contains(said), "{format}: {}", out(&written));
    }
}

#[test]
fn it_runs_inside_the_folder_of_letters_and_on_records() {
    let folder = corpus();
    let from_here = run(folder.path(), &["evaluate", "letters", "--gold", "gold.jsonl"]);
    let inside = run(&folder.path().join("letters"), &["evaluate", ".", "--gold", "../gold.jsonl"]);
    assert_eq!((out(&inside), err(&inside)), (out(&from_here), String::new()));
}

#[test]
fn a_letter_that_is_not_there_counts_as_wrong_unless_left_out() {
    let folder = corpus();
    let one = run(folder.path(), &["evaluate", "letters/a.txt", "--gold", "gold.jsonl"]);
    assert!(out(&one).contains("1 letter with a label not read"), "{}", out(&one));
    let found = run(folder.path(), &["evaluate", "letters/a.txt", "--gold", "gold.jsonl", "--only-found"]);
    assert!(out(&found).starts_with("1 letter by gold.jsonl: 1 right in everything, 100%"), "{}", out(&found));
}

#[test]
fn a_figure_under_its_floor_fails_the_run() {
    let folder = corpus();
    let floor =
        |written: &str| run(folder.path(), &["evaluate", "letters", "--gold", "gold.jsonl", "--fail-under", written]);
    assert_eq!(code(&floor("answers=1")), 0);
    assert_eq!(code(&floor("0.95")), 0);
    let low = floor("authority.precision=0.9");
    assert_eq!((code(&low), err(&low).as_str()), (1, "failed: authority.precision is 0.5000, under 0.9\n"));
    assert!(out(&low).starts_with("2 letters"));
}

#[test]
fn coders_are_compared_with_each_other_and_with_the_program() {
    let folder = corpus();
    let both = run(folder.path(), &["evaluate", "letters", "--gold", "gold.jsonl", "--gold", "coder.csv"]);
    assert_eq!(code(&both), 0, "{}", err(&both));
    let text = out(&both);
    let row = |one: &str, other: &str| {
        let found = text.lines().find(|line| line.starts_with(one) && line.contains(other));
        found.unwrap_or_else(|| panic!("{one}, {other}: {text}")).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(row("gold.jsonl", "coder.csv").starts_with("gold.jsonl coder.csv 1 1 of 2"), "{text}");
    assert!(row("coder.csv", "foi-rj").starts_with("coder.csv foi-rj 1 1 of 2"), "{text}");
    // A coder alone is measured against, too, on what was coded and nothing else.
    let alone = run(folder.path(), &["evaluate", "letters", "--gold", "coder.csv", "--format", "json"]);
    let alone: Value = serde_json::from_slice(&alone.stdout).unwrap();
    assert_eq!((alone["answers"]["right"]["n"].as_u64(), alone["answers"]["right"]["of"].as_u64()), (Some(1), Some(2)));
    assert_eq!(alone["measures"].as_array().unwrap().len(), 0);
    // What `export` writes is a table of codes.
    run(folder.path(), &["export", "letters", "--table", "answers", "-o", "answers.csv"]);
    let own = run(folder.path(), &["evaluate", "letters", "--gold", "answers.csv", "--fail-under", "answers.all=1"]);
    assert_eq!(code(&own), 0, "{}", err(&own));
}

#[test]
fn changes_since_earlier_records_are_told_letter_by_letter() {
    let folder = corpus();
    let records = out(&run(folder.path(), &["export", "letters", "--format", "jsonl"]));
    let (first, second) = records.split_once('\n').unwrap();
    let earlier = first.replacen("\"code\":\"2023-10\"", "\"code\":\"unclear\"", 1);
    let other = second.replacen("\"code\":\"RNA\"", "\"code\":\"RXY\"", 1);
    assert!(earlier != first && other != second);
    fs::write(folder.path().join("earlier.jsonl"), format!("{earlier}\n{other}")).unwrap();
    let text = out(&run(folder.path(), &["evaluate", "letters", "--gold", "gold.jsonl", "--against", "earlier.jsonl"]));
    let told = "1 newly right or nearer, 1 newly wrong or farther\n\
        letters/a.txt\n  + charter_adopted: 2023-10, before unclear, now 2023-10\n\
        letters/b.txt\n  - authority: RXY, before RXY, now RNA\n";
    assert!(text.ends_with(told), "{text}");
}

#[test]
fn mistakes_are_told_with_what_to_do() {
    let folder = corpus();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("records.jsonl"), run(folder.path(), &["export", "letters", "--format", "jsonl"]).stdout).unwrap();
    fs::write(path("empty.csv"), "").unwrap();
    fs::write(path("other.csv"), "file,field,code\nz.txt,charter_signed,yes\n").unwrap();
    fs::write(path("broken.jsonl"), "{\"file\": \"letters/a.txt\",\n").unwrap();
    for (arguments, said) in [
        (&["--gold", "nowhere.jsonl"][..], "cannot read nowhere.jsonl (--gold)"),
        (&["--gold", "letters"], "cannot read letters (--gold)"),
        (&["--gold", "empty.csv"], "empty.csv holds no labels"),
        (&["--gold", "other.csv"], "none of these letters has a label in other.csv"),
        (&["--gold", "gold.jsonl", "--gold", "other.csv"], "none of these letters has a label in other.csv"),
        (&["--gold", "broken.jsonl"], "broken.jsonl, line 1, is no label"),
        (&["--gold", "records.jsonl"], "is a record that the program wrote"),
        (&["--gold", "letters/a.txt"], "no column `file`"),
        (&["--gold", "gold.jsonl", "--against", "gold.jsonl"], "is not a record"),
        (&["--gold", "gold.jsonl", "--against", "gone.jsonl"], "cannot read gone.jsonl (--against)"),
        (&["--gold", "gold.jsonl", "--fail-under", "anwers=0.9"], "did you mean `answers`"),
        (&["--gold", "gold.jsonl", "--fail-under", "answers=95%"], "write FIGURE=SHARE"),
        (&["--gold", "gold.jsonl", "--fail-under", "counts=0.9"], "the labels say nothing of `counts`"),
        (&[], "--gold"),
    ] {
        let output = run(folder.path(), &[&["evaluate", "letters"], arguments].concat());
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(err(&output).contains(said), "{arguments:?}: {}", err(&output));
    }
}
