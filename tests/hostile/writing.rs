//! Output that cannot be written, is not wanted any more, or is written twice.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use assert_cmd::cargo::CommandCargoExt;
use tempfile::TempDir;

use super::{code, err, letter, program, run};

fn corpus() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("in")).unwrap();
    for i in 0..20 {
        fs::write(folder.path().join(format!("in/{i:02}.txt")), letter("Yes")).unwrap();
    }
    folder
}

const COMMANDS: [&[&str]; 7] = [
    &["export", "in", "--format", "jsonl"],
    &["export", "in"],
    &["export", "in", "--format", "json"],
    &["query", "in", "--format", "paths"],
    &["query", "in", "--sql", "select * from exchanges"],
    &["summarise", "in"],
    &["show", "in/00.txt"],
];

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told() {
    let folder = corpus();
    for arguments in COMMANDS {
        let full = File::create("/dev/full").unwrap();
        let output = program(folder.path(), arguments).stdout(full).output().unwrap();
        assert_eq!(code(&output), Some(2), "{arguments:?}");
        assert!(err(&output).contains("cannot write") && err(&output).contains("No space"), "{}", err(&output));
    }
}

#[test]
fn a_file_that_does_not_fit_leaves_nothing_behind() {
    let folder = corpus();
    let binary = Command::cargo_bin("foi-rj").unwrap().get_program().to_owned();
    for output in ["all.json", "tables/"] {
        // No file may grow beyond a few blocks: writing fails as on a full disk.
        let done = Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 4; exec \"$0\" export in in in in $1 -o \"$2\""])
            .arg(&binary)
            .args([if output == "tables/" { "--format=csv" } else { "--format=json" }, output])
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert_eq!(code(&done), Some(2), "{}", err(&done));
        assert!(err(&done).contains("cannot write"), "{}", err(&done));
    }
    assert_eq!(files(folder.path()), ["in", "tables"]);
    assert!(files(&folder.path().join("tables")).is_empty());
}

#[test]
fn a_closed_pipe_is_success_everywhere() {
    let folder = corpus();
    for arguments in COMMANDS {
        let mut command = program(folder.path(), arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((code(&output), err(&output).as_str()), (Some(0), ""), "{arguments:?}");
    }
}

/// A run that waits for its letter with the output file begun.
fn waiting(folder: &Path, force: bool) -> Child {
    let mut arguments = vec!["export", "-", "--format", "jsonl", "-o", "out.jsonl"];
    arguments.extend(force.then_some("--force"));
    let mut command = program(folder, &arguments);
    command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn two_runs_that_write_one_file_leave_one_of_them_whole() {
    for force in [false, true] {
        let folder = TempDir::new().unwrap();
        let mut runs = [waiting(folder.path(), force), waiting(folder.path(), force)];
        // What does not fit the pipe has been read: both runs have begun, and neither has ended.
        for (i, run) in runs.iter_mut().enumerate() {
            let words = format!("Letter {i}. ").repeat(100_000);
            run.stdin.as_mut().unwrap().write_all(words.as_bytes()).unwrap();
        }
        let codes: Vec<Option<i32>> = runs.map(|run| code(&run.wait_with_output().unwrap())).to_vec();
        let done = codes.iter().filter(|code| **code == Some(0)).count();
        assert_eq!(done, if force { 2 } else { 1 }, "{codes:?}");
        assert_eq!(files(folder.path()), ["out.jsonl"]);
        let written = fs::read_to_string(folder.path().join("out.jsonl")).unwrap();
        let record: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!(record["bytes"], 1_000_000);
    }
}

#[test]
fn what_exists_is_kept_when_a_run_fails() {
    let folder = corpus();
    fs::write(folder.path().join("out.csv"), "mine").unwrap();
    for arguments in [&["export", "gone", "-o", "out.csv", "--force"][..], &["export", "in", "-o", "out.csv"]] {
        assert_eq!(code(&run(folder.path(), arguments)), Some(2));
        assert_eq!(fs::read_to_string(folder.path().join("out.csv")).unwrap(), "mine");
    }
}

#[test]
fn ctrl_c_and_termination_leave_nothing_behind() {
    for (output, signal) in [("out.jsonl", "-INT"), ("tables/", "-INT"), ("out.jsonl", "-TERM"), ("tables/", "-TERM")] {
        let folder = TempDir::new().unwrap();
        let format = if output == "tables/" { "csv" } else { "jsonl" };
        let mut command = program(folder.path(), &["export", "-", "--format", format, "-o", output]);
        let mut child = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // What does not fit the pipe has been read: the output has been begun.
        child.stdin.as_mut().unwrap().write_all("A letter. ".repeat(100_000).as_bytes()).unwrap();
        let stopped = Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
        assert!(stopped.success());
        assert_eq!((code(&child.wait_with_output().unwrap()), signal), (Some(130), signal));
        let left = if output == "tables/" { folder.path().join("tables") } else { folder.path().to_owned() };
        assert_eq!(files(&left), Vec::<String>::new());
    }
}
