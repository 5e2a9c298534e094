//! Reads the patterns of `data/` for the words that they need, and hashes its files, so that no run of the program has to.

#[path = "src/catalogue/patterns/needed.rs"]
mod needed;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use sha2::{Digest, Sha256};
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
    write("needed.rs", &(known + "];\n"));
    write(
        "reference.rs",
        &format!("/// SHA-256 of the files that every reading uses.\nconst REFERENCE: &str = {:?};\n", reference()),
    );
}

fn write(name: &str, code: &str) {
    let path = Path::new(&env::var_os("OUT_DIR").expect("cargo sets it")).join(name);
    fs::write(path, code).expect("cargo made the folder");
}

/// SHA-256, in hexadecimal, of the files that every reading uses, in order of path, each behind its path and its length in bytes.
/// Schemas are for editors, and questionnaires have hashes of their own.
fn reference() -> String {
    let mut files = Vec::new();
    collect(Path::new("data"), &mut files);
    files.sort();
    let mut hash = Sha256::new();
    for (path, bytes) in files {
        // The same hash wherever the program is built.
        hash.update(path.to_string_lossy().replace('\\', "/").as_bytes());
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Adds the files below `folder`, each with its path.
fn collect(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).expect("the folder is part of the source").flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("questionnaires") {
            collect(&path, files);
        } else if path.is_file() && !path.to_string_lossy().ends_with(".schema.json") {
            let bytes = fs::read(&path).expect("it was listed");
            files.push((path, bytes));
        }
    }
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
