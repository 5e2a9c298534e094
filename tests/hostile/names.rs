//! Names of files that quote, steer, or point elsewhere.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{code, err, letter, out, records, run};

const NAMES: [&str; 9] = [
    "two\nlines.txt",
    "\"quoted\" 'twice'.txt",
    "back\\slash.txt",
    "\u{1b}[31mred\u{7}.txt",
    "\u{202e}txt.exe.txt",
    "comma,tab\tcr\r.txt",
    "..txt",
    " .txt",
    "%s {} $HOME `id`.txt",
];

fn corpus() -> TempDir {
    let folder = TempDir::new().unwrap();
    for name in NAMES {
        fs::write(folder.path().join(name), letter("Yes")).unwrap();
    }
    folder
}

#[test]
#[cfg(unix)]
fn names_come_through_every_format() {
    let folder = corpus();
    let mut expected: Vec<String> = NAMES.iter().map(|name| format!("./{name}")).collect();
    expected.sort();
    let exported = run(folder.path(), &["export", ".", "--format", "jsonl"]);
    assert_eq!(code(&exported), Some(0), "{}", err(&exported));
    let files: Vec<String> = records(&exported).iter().map(|record| record["file"].as_str().unwrap().into()).collect();
    assert_eq!(files, expected);
    let parted = out(&run(folder.path(), &["query", ".", "--format", "paths", "-0"]));
    assert_eq!(parted.split_terminator('\0').collect::<Vec<_>>(), expected);
    let table = run(folder.path(), &["export", ".", "--no-guard"]);
    let rows: Vec<String> =
        csv::Reader::from_reader(table.stdout.as_slice()).records().map(|row| row.unwrap()[0].to_owned()).collect();
    assert_eq!(rows, expected);
}

#[test]
#[cfg(unix)]
fn names_never_reach_the_terminal_raw() {
    let folder = corpus();
    fs::write(folder.path().join("\u{1b}[2J.pdf"), "").unwrap();
    let gone = "\u{1b}[31mgone\n.txt";
    for arguments in [
        &["summarise", ".", "-v"][..],
        &["query", ".", gone],
        &["query", ".", "--sql", "select file from letters"],
        &["show", NAMES[3]],
        &["show", gone],
        &["export", gone, "-o", "\u{1b}[31m/a.csv"],
        &["export", ".", "-o", NAMES[3]],
        &["query", ".", "--field", "\u{1b}[31m=yes"],
        &["query", ".", "--sql", "\u{1b}[31m"],
    ] {
        let output = run(folder.path(), arguments);
        let printed = out(&output) + &err(&output);
        assert!(
            !printed.is_empty() && !printed.contains(['\u{1b}', '\u{7}', '\u{202e}', '\r']),
            "{arguments:?}: {printed}"
        );
    }
}

#[test]
fn paths_with_dots_are_named_as_given() {
    let folder = corpus();
    fs::create_dir(folder.path().join("in")).unwrap();
    let output = run(&folder.path().join("in"), &["export", "../..txt", ".././..txt", "--format", "jsonl"]);
    let files: Vec<String> = records(&output).iter().map(|record| record["file"].as_str().unwrap().into()).collect();
    assert_eq!(files, ["../..txt", ".././..txt"]);
}

/// Names that are not UTF-8, where the file system takes them.
#[test]
#[cfg(target_os = "linux")]
fn names_that_are_no_text_are_read_and_remarked() {
    use std::os::unix::ffi::OsStrExt;
    let folder = TempDir::new().unwrap();
    let name = Path::new(std::ffi::OsStr::from_bytes(b"bad\xff\xfename.txt"));
    if fs::write(folder.path().join(name), letter("Yes")).is_err() {
        eprintln!("skipped: this file system takes only UTF-8");
        return;
    }
    let output = run(folder.path(), &["export", ".", "--format", "jsonl"]);
    let record = &records(&output)[0];
    assert_eq!(record["file"], "./bad\u{fffd}\u{fffd}name.txt");
    assert_eq!(record["diagnostics"][0]["code"], "name-replaced");
}
