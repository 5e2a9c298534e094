//! Places that are no letters, or change while they are read.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::{code, err, letter, out, program, records, run};

/// Nobody in particular: whom permissions bind, where the tests are run by root.
const NOBODY: u32 = 65_534;

fn fifo(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn loops_pipes_sockets_and_links_in_folders_are_passed_over() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    fs::write(path.join("a.txt"), letter("Yes")).unwrap();
    symlink("..", path.join("up")).unwrap();
    symlink("loop.txt", path.join("loop.txt")).unwrap();
    symlink("/dev/zero", path.join("zero.txt")).unwrap();
    symlink("gone", path.join("dangling.txt")).unwrap();
    fifo(&path.join("pipe.txt"));
    let _socket = UnixListener::bind(path.join("socket.txt")).unwrap();
    let output = run(path, &["export", ".", "--format", "jsonl"]);
    assert_eq!((code(&output), records(&output).len()), (Some(0), 1), "{}", err(&output));
    assert!(err(&output).contains("2 special file, 4 symbolic link"), "{}", err(&output));
}

#[test]
fn named_places_that_are_no_letters_are_told() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    fs::write(path.join("a.txt"), letter("Yes")).unwrap();
    symlink("loop.txt", path.join("loop.txt")).unwrap();
    let _socket = UnixListener::bind(path.join("socket.txt")).unwrap();
    for place in ["/dev/zero", "/dev/urandom", "loop.txt", "socket.txt"] {
        let output = run(path, &["export", place, "a.txt", "--format", "jsonl"]);
        assert_eq!((code(&output), records(&output).len()), (Some(2), 1), "{place}: {}", err(&output));
        assert!(err(&output).contains(place), "{}", err(&output));
    }
}

#[test]
fn a_named_pipe_is_read_when_named() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    fifo(&path.join("pipe"));
    let child = program(path, &["export", "pipe", "--format", "jsonl"]).stdout(Stdio::piped()).spawn().unwrap();
    // Opening waits for the reader.
    File::create(path.join("pipe")).unwrap().write_all(letter("Yes").as_bytes()).unwrap();
    assert_eq!(records(&child.wait_with_output().unwrap())[0]["kind"], "foi-response");
}

#[test]
fn folders_and_files_without_permission_are_told_and_the_rest_is_read() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    fs::write(path.join("a.txt"), letter("Yes")).unwrap();
    fs::write(path.join("closed.txt"), letter("Yes")).unwrap();
    fs::set_permissions(path.join("closed.txt"), fs::Permissions::from_mode(0o000)).unwrap();
    fs::create_dir(path.join("shut")).unwrap();
    fs::write(path.join("shut/b.txt"), letter("Yes")).unwrap();
    fs::set_permissions(path.join("shut"), fs::Permissions::from_mode(0o000)).unwrap();
    let mut command = program(path, &["export", ".", "--format", "jsonl"]);
    if fs::metadata(path).unwrap().uid() == 0 {
        command.uid(NOBODY);
    }
    let output = command.output();
    fs::set_permissions(path.join("shut"), fs::Permissions::from_mode(0o755)).unwrap();
    let Ok(output) = output else {
        eprintln!("skipped: the program lies where others may not run it");
        return;
    };
    assert_eq!((code(&output), records(&output).len()), (Some(2), 1), "{}", err(&output));
    assert!(err(&output).contains("./closed.txt") && err(&output).contains("./shut"), "{}", err(&output));
}

#[test]
fn a_file_that_vanishes_or_grows_in_the_run_is_told_or_read_whole() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    fifo(&path.join("first"));
    fs::create_dir(path.join("in")).unwrap();
    for name in ["grows.txt", "vanishes.txt"] {
        fs::write(path.join("in").join(name), letter("Yes")).unwrap();
    }
    let child = program(path, &["export", "first", "in", "-j1", "--format", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // When the pipe is opened, the folder has been listed and nothing in it has been read.
    let mut pipe = File::create(path.join("first")).unwrap();
    fs::remove_file(path.join("in/vanishes.txt")).unwrap();
    let grown = letter("Yes") + "A line more.\n";
    fs::write(path.join("in/grows.txt"), &grown).unwrap();
    pipe.write_all(letter("No").as_bytes()).unwrap();
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    assert_eq!(code(&output), Some(2));
    assert!(err(&output).contains("in/vanishes.txt"), "{}", err(&output));
    let records = records(&output);
    assert_eq!((records.len(), records[1]["bytes"].as_u64()), (2, Some(grown.len() as u64)));
}

#[test]
fn an_empty_file_is_a_letter_that_says_nothing() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("empty.txt"), "").unwrap();
    let output = run(folder.path(), &["export", ".", "--format", "jsonl"]);
    let record = &records(&output)[0];
    assert_eq!((record["bytes"].as_u64(), record["kind"].as_str()), (Some(0), Some("other")));
    for arguments in [&["summarise", "."][..], &["show", "empty.txt"], &["export", "."]] {
        assert_eq!(code(&run(folder.path(), arguments)), Some(0), "{arguments:?}");
    }
}

#[test]
fn a_folder_five_hundred_deep_is_searched() {
    let folder = TempDir::new().unwrap();
    let deep = folder.path().join(["d"; 500].join("/"));
    fs::create_dir_all(&deep).unwrap();
    fs::write(deep.join("a.txt"), letter("Yes")).unwrap();
    let found = out(&run(folder.path(), &["query", ".", "--format", "paths"]));
    assert_eq!(found.matches('/').count(), 501);
}
