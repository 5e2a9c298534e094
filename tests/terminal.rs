//! Long runs on a terminal: how far they are, where that is told and where not, and Ctrl-C.
//!
//! Each run waits for its last letter, and is let go when the terminal shows what it should: however slow the machine,
//! nothing is timed. Where nothing at all appears, it is waited for without end.
#![cfg(unix)]

use std::fs::{self, File};
use std::io::{Read, Write, read_to_string};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use assert_cmd::cargo::CommandCargoExt;
use foi_rj::source::UNFINISHED;
use pty_process::Size;
use pty_process::blocking::{self, Pty};
use tempfile::TempDir;

/// Three letters, and one that is not there yet; one thread, so that it is read last.
const EXPORT: &[&str] = &["export", "in", "last", "-j1", "--format", "jsonl", "-o", "out.jsonl"];

/// How far `EXPORT` is when it waits.
const FAR: &[&str] = &["━", " 3 of 4 letters, ", " a second, ", " left"];

/// Bytes in which a line that is drawn again and again has shown all it has to show.
const ENOUGH: usize = 2 << 10;

/// A run that has a terminal to itself.
struct Run {
    folder: TempDir,
    terminal: Pty,
    child: Child,
}

impl Run {
    /// Begins on a terminal that calls itself `term`, but for what `redirect` sends elsewhere.
    fn begin(arguments: &[&str], term: &str, redirect: fn(blocking::Command) -> blocking::Command) -> Self {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("in")).unwrap();
        for i in 1..=3 {
            fs::write(folder.path().join(format!("in/{i}.txt")), "Dear Requester\n").unwrap();
        }
        assert!(Command::new("mkfifo").arg(folder.path().join("last")).status().unwrap().success());
        let (terminal, inside) = blocking::open().unwrap();
        terminal.resize(Size::new(24, 80)).unwrap();
        let mut program = Command::cargo_bin("foi-rj").unwrap();
        program.current_dir(folder.path()).args(arguments).env("TERM", term);
        let child = redirect(program.into()).spawn(inside).unwrap();
        Run { folder, terminal, child }
    }

    /// Waits until all of `words` have appeared on the terminal.
    fn shows(&mut self, words: &[&str]) {
        let mut shown = Vec::new();
        while !words.iter().all(|word| String::from_utf8_lossy(&shown).contains(word)) {
            let more = self.read().filter(|_| shown.len() < ENOUGH);
            shown.extend(more.unwrap_or_else(|| panic!("no {words:?} in {}", String::from_utf8_lossy(&shown))));
        }
    }

    /// Brings the last letter.
    fn release(&self) {
        File::create(self.folder.path().join("last")).unwrap().write_all(b"Dear Requester\n").unwrap();
    }

    /// What still appears on the terminal until the run ends, and its code.
    fn end(&mut self) -> (String, Option<i32>) {
        let mut shown = Vec::new();
        while let Some(more) = self.read() {
            shown.extend(more);
        }
        (String::from_utf8(shown).unwrap(), self.child.wait().unwrap().code())
    }

    /// What appears next; nothing when the run has ended, which Linux calls an error.
    fn read(&mut self) -> Option<Vec<u8>> {
        let mut bytes = vec![0; 4096];
        let read = self.terminal.read(&mut bytes).unwrap_or(0);
        bytes.truncate(read);
        (read > 0).then_some(bytes)
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_long_run_tells_how_far_it_is_and_clears_the_line_when_done() {
    let mut run = Run::begin(EXPORT, "xterm", |program| program);
    run.shows(FAR);
    run.release();
    let (shown, code) = run.end();
    assert!(shown.ends_with("\r\u{1b}[2K"), "{shown:?}");
    assert_eq!(code, Some(0));
}

#[test]
fn where_the_number_of_letters_is_unknown_it_tells_how_many_were_read() {
    let mut run = Run::begin(&["extract"], "xterm", |program| program.stdin(Stdio::piped()).stdout(Stdio::piped()));
    let input = run.child.stdin.as_mut().unwrap();
    for file in ["a", "b"] {
        writeln!(input, r#"{{"file": "{file}", "text": "Dear Requester"}}"#).unwrap();
    }
    run.shows(&[" 2 letters, ", " a second"]);
    drop(run.child.stdin.take());
    assert_eq!(run.end().1, Some(0));
}

#[test]
fn nothing_of_it_is_on_a_pipe_or_where_it_would_be_in_the_way() {
    let quiet = [EXPORT, &["--quiet"]].concat();
    let paths = &["query", "in", "last", "-j1", "--format", "paths"];
    let silent = [
        ("standard error is a pipe", Run::begin(EXPORT, "xterm", |program| program.stderr(Stdio::piped())), ""),
        ("the terminal is dumb", Run::begin(EXPORT, "dumb", |program| program), ""),
        ("not wanted", Run::begin(&quiet, "xterm", |program| program), ""),
        (
            "data goes to the terminal",
            Run::begin(paths, "xterm", |program| program),
            "in/1.txt\r\nin/2.txt\r\nin/3.txt\r\nlast\r\n",
        ),
    ];
    // These began earlier: when this one shows itself, they could have.
    let mut run = Run::begin(EXPORT, "xterm", |program| program);
    run.shows(FAR);
    for (why, mut silent, data) in silent {
        silent.release();
        assert_eq!(silent.end(), (data.to_owned(), Some(0)), "{why}");
        if let Some(mut pipe) = silent.child.stderr.take() {
            assert_eq!(read_to_string(&mut pipe).unwrap(), "", "{why}");
        }
    }
    run.release();
    assert_eq!(run.end().1, Some(0));
}

#[test]
fn ctrl_c_on_the_terminal_stops_a_long_run_and_leaves_nothing_behind() {
    let mut run = Run::begin(EXPORT, "xterm", |program| program);
    run.shows(FAR);
    let folder = run.folder.path().to_owned();
    assert!(names(&folder)[0].starts_with(UNFINISHED), "{:?}", names(&folder));
    run.terminal.write_all(b"\x03").unwrap();
    assert_eq!(run.end().1, Some(130));
    assert_eq!(names(&folder), ["in", "last"]);
}
