//! What is read right today stays right: the list in `tests/ratchet.txt` of letters of `fixtures/` and items.
//!
//! A listed item that fails, fails the build; an item that passes must be listed. After a change for the better,
//! `RATCHET=accept cargo test --test ratchet` writes the list anew; read `git diff tests/ratchet.txt` before you commit:
//! a line that is gone is a letter that is read worse, and needs a reason.

use std::collections::BTreeSet;
use std::path::Path;

use foi_rj::analysis::evaluation::judge;
use foi_rj::analysis::gold::Labels;
use foi_rj::catalogue::Catalogue;
use foi_rj::extract;
use foi_rj::source::read_file;

const LIST: &str = "tests/ratchet.txt";
const HEAD: &str = "# Letters of fixtures/ and the items that are read right; see tests/ratchet.rs.\n";

/// Letter and item, parted by a tab, for everything of the fixtures; in two lists: right, and wrong.
fn today() -> (Vec<String>, Vec<String>) {
    let (folder, catalogue) = (Path::new("fixtures"), Catalogue::shipped());
    let text = std::fs::read_to_string(folder.join("gold.jsonl")).unwrap();
    let labels = Labels::read(&text, "gold.jsonl", "gold", &catalogue.questionnaires).unwrap();
    let (mut right, mut wrong) = (Vec::new(), Vec::new());
    for label in &labels.letters {
        let source = read_file(&folder.join(&label.file)).unwrap();
        let letter = judge(label, Some(&extract(&source, catalogue)), Some(&source.text));
        for verdict in &letter.items {
            let list = if verdict.is_right() { &mut right } else { &mut wrong };
            list.push(format!("{}\t{}", label.file, verdict.item));
        }
    }
    (right, wrong)
}

#[test]
fn what_was_right_is_right_and_what_is_right_is_listed() {
    let (right, _) = today();
    if std::env::var_os("RATCHET").is_some_and(|value| value == "accept") {
        std::fs::write(LIST, format!("{HEAD}{}\n", right.join("\n"))).unwrap();
    }
    let list = std::fs::read_to_string(LIST).unwrap();
    let listed: BTreeSet<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
    let passes: BTreeSet<&str> = right.iter().map(String::as_str).collect();
    let show =
        |lines: Vec<&&str>| lines.iter().map(|line| format!("\n  {}", line.replace('\t', "  "))).collect::<String>();
    let lost = show(listed.difference(&passes).collect());
    let gained = show(passes.difference(&listed).collect());
    assert!(
        lost.is_empty() && gained.is_empty(),
        "right before, and wrong or gone now:{}\nright now, and not listed (`RATCHET=accept cargo test --test ratchet` lists it):{}",
        if lost.is_empty() { " nothing" } else { &lost },
        if gained.is_empty() { " nothing" } else { &gained },
    );
}

/// The list is worth something only where the labels speak of everything.
#[test]
fn every_letter_is_judged_in_everything() {
    let (right, wrong) = today();
    let items: BTreeSet<&str> = right.iter().chain(&wrong).map(String::as_str).collect();
    let letters: BTreeSet<&str> = items.iter().filter_map(|item| Some(item.split_once('\t')?.0)).collect();
    assert!(letters.len() >= 30);
    for letter in letters {
        for item in ["kind", "authority", "reference", "requested_on", "responded_on", "exemptions", "exchanges"] {
            assert!(items.contains(format!("{letter}\t{item}").as_str()), "{letter}: {item} is not labelled");
        }
    }
}
