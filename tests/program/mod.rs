//! Runs the program as its users do.

use std::path::Path;
use std::process::{Command, Output};

use assert_cmd::cargo::CommandCargoExt;

/// Runs it in `folder` and waits for its end.
pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::cargo_bin("foi-rj").unwrap().current_dir(folder).args(arguments).output().unwrap()
}

/// What it wrote on standard output.
pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What it wrote on standard error.
pub fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Its exit code.
pub fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}
