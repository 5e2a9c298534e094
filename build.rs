//! Reads the patterns of `data/` for the words that they need, so that no run of the program has to.

#[path = "src/catalogue/patterns/needed.rs"]
mod needed;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use toml::Value;

fn main() {
    println!("cargo:rerun-if-changed=data");
    println!("cargo:rerun-if-changed=src/catalogue/patterns/needed.rs");
    let mut patterns = BTreeMap::new();
    for folder in ["data", "data/phrases"] {
        for file in fs::read_dir(folder).expect("the folder is part of the source").flatten() {
            let toml =
                fs::read_to_string(file.path()).ok().filter(|_| file.path().extension().is_some_and(|e| e == "toml"));
            if let Some(Ok(table)) = toml.map(|toml| toml.parse()) {
                read(&Value::Table(table), &mut patterns);
            }
        }
    }
    let mut known = String::from("static NEEDED: &[(&str, Option<&[&str]>)] = &[\n");
    for (pattern, words) in patterns {
        let words = words.map_or("None".to_owned(), |words| format!("Some(&{words:?})"));
        writeln!(known, "    ({pattern:?}, {words}),").expect("a string takes everything");
    }
    let path = Path::new(&env::var_os("OUT_DIR").expect("cargo sets it")).join("needed.rs");
    fs::write(path, known + "];\n").expect("cargo made the folder");
}

/// Collects every `pattern` in `value`; one that is malformed is left to the tests.
fn read(value: &Value, patterns: &mut BTreeMap<String, Option<Vec<String>>>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| read(value, patterns)),
        Value::Table(table) => {
            let written = table.get("pattern").map(|pattern| match pattern {
                Value::Array(ways) => ways.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("|"),
                pattern => pattern.as_str().unwrap_or_default().to_owned(),
            });
            if let Some((pattern, parsed)) =
                written.and_then(|p| regex_syntax::parse(&p).ok().map(|parsed| (p, parsed)))
            {
                patterns.insert(pattern, needed::words(&parsed));
            }
            table.values().for_each(|value| read(value, patterns));
        }
        _ => {}
    }
}
