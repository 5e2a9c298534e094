//! What strangers may send, and what may happen while it is read: nothing of it may stop, corrupt or steer the program.

mod bytes;
mod cells;
mod names;
#[cfg(unix)]
mod places;
mod sizes;
#[cfg(unix)]
mod writing;

use std::path::Path;
use std::process::{Command, Output, Stdio};

use assert_cmd::cargo::CommandCargoExt;

/// A letter with `answer` where the answer to the first question stands.
fn letter(answer: &str) -> String {
    format!(
        "The Dudley Group NHS Foundation Trust\n\nOur ref: 77\nDate: 16 July 2025\n\nDear Requester\n\n\
         a) Has your Trust signed up to the NHS England Sexual Safety in Healthcare Charter (2023)?\n\n\
         Response: {answer}\n\nb) Please confirm the date of adoption\n\nResponse: October 2023\n\n\
         Yours sincerely\n\nFOI Team\n"
    )
}

fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("foi-rj").unwrap();
    command.current_dir(folder).args(arguments).stdin(Stdio::null());
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    program(folder, arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

/// The records of a run, as JSON.
fn records(output: &Output) -> Vec<serde_json::Value> {
    out(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
