//! The letters with gold labels: what was coded by hand, against what the program says.

use std::collections::BTreeMap;
use std::path::Path;

use foi_rj::catalogue::Catalogue;
use foi_rj::extract;
use foi_rj::record::{Certainty, Record};
use foi_rj::source::read_file;
use serde_json::Value;

fn gold(folder: &Path) -> Vec<(Value, Record)> {
    let text = std::fs::read_to_string(folder.join("gold.jsonl")).unwrap();
    let labels = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    labels
        .map(|label| {
            let source = read_file(&folder.join(label["file"].as_str().unwrap())).unwrap();
            let record = extract(&source, Catalogue::shipped());
            (label, record)
        })
        .collect()
}

fn accepts(gold: &str, code: &str) -> bool {
    gold.split('|').any(|part| part == code)
}

/// Right, asked, and what was stated and wrong.
fn answers(letters: &[(Value, Record)]) -> (usize, usize, Vec<String>) {
    let (mut right, mut asked, mut wrong) = (0, 0, Vec::new());
    for (label, record) in letters {
        let fields: BTreeMap<String, String> = serde_json::from_value(label["answers"].clone()).unwrap();
        for (field, code) in fields {
            let answer = record.answers.iter().find(|answer| answer.field == field);
            let ok = answer.is_some_and(|answer| accepts(&code, answer.code.name()));
            if code != "unasked" {
                asked += 1;
                right += usize::from(ok);
            }
            if !ok && answer.is_some_and(|answer| answer.certainty == Certainty::Stated) {
                wrong.push(format!("{} {field}", record.file));
            }
        }
    }
    (right, asked, wrong)
}

#[test]
fn the_fixtures_are_read_as_people_read_them() {
    let letters = gold(Path::new("fixtures"));
    assert!(letters.len() >= 30);
    let (right, asked, wrong) = answers(&letters);
    assert!(right * 100 >= asked * 94, "{right} of {asked}");
    assert!(wrong.is_empty(), "stated and wrong: {wrong:?}");
    for (label, record) in &letters {
        let body = label["authority"].as_str().unwrap_or("-");
        if let Some(authority) = &record.authority {
            let code = authority.code.as_deref().unwrap_or(&authority.name);
            assert!(accepts(body, code) || accepts(body, &authority.name), "{}: {body} read as {code}", record.file);
        }
    }
}

#[test]
fn the_seeds_are_read_without_a_fault() {
    let seeds = Path::new("../shared/seeds");
    if !seeds.exists() {
        eprintln!("skipped: the real letters are not part of this repository");
        return;
    }
    let letters = gold(seeds);
    let (right, asked, wrong) = answers(&letters);
    assert_eq!(right, asked);
    assert!(wrong.is_empty(), "{wrong:?}");
    for (label, record) in &letters {
        assert!(accepts(label["kind"].as_str().unwrap(), record.kind.name()), "{}", record.file);
        let exchanges = label["exchanges"].as_array().unwrap();
        assert_eq!(exchanges.len(), record.exchanges.len(), "{}", record.file);
        for (exchange, read) in exchanges.iter().zip(&record.exchanges) {
            assert!(
                accepts(exchange["code"].as_str().unwrap(), read.code.name()),
                "{}: {}",
                record.file,
                read.question
            );
        }
    }
}
