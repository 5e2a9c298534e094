//! The recipes of docs/at-scale.md, run where the engines are installed: the records are those of one plain run.

use std::path::Path;
use std::process::{Command, Output};

use assert_cmd::cargo::CommandCargoExt;
use tempfile::TempDir;

const RECIPES: &str = include_str!("../docs/at-scale.md");

/// Runs a shell command in `folder` with the program on the path.
fn shell(folder: &Path, command: &str) -> Output {
    let program = Command::cargo_bin("foi-rj").unwrap().get_program().to_owned();
    let path = format!("{}:{}", Path::new(&program).parent().unwrap().display(), std::env::var("PATH").unwrap());
    Command::new("sh").args(["-c", command]).env("PATH", path).current_dir(folder).output().unwrap()
}

/// The commands of the recipes that begin with `tool`, once it is seen to be there.
fn recipes(tool: &str) -> Vec<&'static str> {
    let commands: Vec<&str> = RECIPES.lines().filter(|line| line.starts_with(&format!("{tool} "))).collect();
    assert!(!commands.is_empty(), "docs/at-scale.md has no recipe for {tool}");
    if shell(Path::new("."), &format!("command -v {tool}")).status.success() {
        return commands;
    }
    eprintln!("skipped: {tool} is not installed");
    Vec::new()
}

/// The fixtures as lines, made as the document says, and the records of a plain run.
fn letters(folder: &Path) -> Vec<String> {
    let script = RECIPES.split("```python\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    std::fs::write(folder.join("lines.py"), script).unwrap();
    let fixtures = std::fs::canonicalize("fixtures/letters").unwrap();
    let made = shell(folder, &format!("python3 lines.py {} > letters.jsonl", fixtures.display()));
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let plain = shell(folder, "foi-rj extract < letters.jsonl");
    let records: Vec<String> = String::from_utf8(plain.stdout).unwrap().lines().map(str::to_owned).collect();
    assert!(records.len() >= 30);
    records
}

#[test]
fn gnu_parallel() {
    for recipe in recipes("parallel") {
        let folder = TempDir::new().unwrap();
        let records = letters(folder.path());
        let done = shell(folder.path(), &recipe.replace("10M", "10k"));
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let written = std::fs::read_to_string(folder.path().join("records.jsonl")).unwrap();
        assert!(written.lines().eq(&records), "{recipe}");
    }
}

#[test]
fn spark() {
    let script = std::fs::canonicalize("docs/spark.py").unwrap();
    for recipe in recipes("spark-submit") {
        let folder = TempDir::new().unwrap();
        let mut records = letters(folder.path());
        let done = shell(folder.path(), &recipe.replace("docs/spark.py", &script.display().to_string()));
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let joined = shell(folder.path(), "cat records/part-*");
        let mut written: Vec<String> = String::from_utf8(joined.stdout).unwrap().lines().map(str::to_owned).collect();
        written.sort();
        records.sort();
        assert!(written == records, "{recipe}");
    }
}
