//! Bytes and characters that no letter should hold.

use std::fs;

use foi_rj::catalogue::Catalogue;
use foi_rj::extract;
use foi_rj::source::{Source, read_letter};
use tempfile::TempDir;

use super::{code, err, letter, out, records, run};

/// Characters that could steer a terminal or hide what stands beside them.
const STEERING: [char; 12] = [
    '\u{1b}', '\u{9b}', '\u{7}', '\u{8}', '\u{7f}', '\u{202e}', '\u{2066}', '\u{200f}', '\u{61c}', '\u{2028}', '\u{0}',
    '\u{85}',
];

/// Answers that are decoded as they stand.
const ANSWERS: [&str; 14] = [
    "Yes \0 and \0\0 no",
    "31 June 0000",
    "00/00/0000, 99/99/9999, 2023-02-30, the 0th of May 99999999999999999999",
    "\u{202e}seY\u{202c} \u{2066}No\u{2069}",
    "Y\u{200b}e\u{200c}s\u{200d}\u{feff}",
    "\u{5d0}\u{5d1}\u{5d2} Yes \u{645}\u{631}\u{62d}\u{628}\u{627}",
    "Yes \u{1b}[2J\u{1b}]0;title\u{7}\u{1b}[31mred",
    "\u{9b}31m No \u{85}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301} \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
    "\u{fffd}\u{fffe}\u{10ffff}\u{e0001}",
    "=HYPERLINK(\"http://x\")\t\r\u{b}\u{c}",
    "\u{130}\u{df}\u{fb03} \u{1c5} section 40(2)",
    "18446744073709551616 and -99999999999999999999999 and <99999999999999999999",
    "\u{a0}\u{2003}\u{3000}",
];

fn check(source: &Source) {
    let record = extract(source, Catalogue::shipped());
    let written = serde_json::to_value(&record).unwrap();
    slices_back(&source.text, &written);
}

/// Every object with `start`, `end` and `words` quotes the letter.
fn slices_back(text: &str, value: &serde_json::Value) {
    if let (Some(start), Some(end), Some(words)) =
        (value["start"].as_u64(), value["end"].as_u64(), value["words"].as_str())
    {
        assert_eq!(text.get(start as usize..end as usize), Some(words));
    }
    match value {
        serde_json::Value::Array(all) => all.iter().for_each(|value| slices_back(text, value)),
        serde_json::Value::Object(all) => all.values().for_each(|value| slices_back(text, value)),
        _ => {}
    }
}

#[test]
fn odd_characters_are_quoted_as_they_stand() {
    for answer in ANSWERS {
        let text = letter(answer);
        let source = read_letter("a.txt", text.as_bytes());
        assert_eq!(source.text, text, "{answer:?}");
        check(&source);
    }
}

#[test]
fn damaged_bytes_are_read_and_remarked() {
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let marked = |text: &str| [&b"\xff\xfe"[..], &wide(text)].concat();
    let text = letter("Yes");
    let half = marked(&text)[..text.len()].to_vec();
    let odd = marked(&text)[..text.len() + 1].to_vec();
    let lone = [marked(&text), vec![0x00, 0xd8, b'Y', 0]].concat();
    let surrogates =
        [text.as_bytes(), b"\xed\xa0\x80\xed\xb0\x80\n", "caf\u{e9} \u{2019}".repeat(9).as_bytes()].concat();
    for (name, bytes, damaged) in [
        ("half of a UTF-16 file", half, false),
        ("half of a UTF-16 unit", odd, true),
        ("a lone surrogate", lone, true),
        ("surrogates in UTF-8", surrogates, true),
        ("overlong UTF-8", [text.as_bytes(), b"\xc0\xaf\xf5\x80", "\u{2019}".repeat(9).as_bytes()].concat(), true),
        ("a mark and nothing", b"\xff\xfe".to_vec(), false),
        ("nothing", Vec::new(), false),
        ("every byte", (0..=255).cycle().take(4096).collect(), false),
        ("zeros", vec![0; 100_000], false),
    ] {
        let source = read_letter("a.txt", &bytes);
        assert_eq!(source.bytes, bytes.len() as u64);
        let told = source.diagnostics.iter().any(|diagnostic| diagnostic.code == "bytes-replaced");
        assert_eq!(told, damaged, "{name}: {:?}", source.diagnostics);
        check(&source);
    }
}

#[test]
fn nothing_steers_a_terminal() {
    let folder = TempDir::new().unwrap();
    for (i, answer) in ANSWERS.iter().enumerate() {
        fs::write(folder.path().join(format!("{i:02}.txt")), letter(answer)).unwrap();
        let shown = run(folder.path(), &["show", "--all", &format!("{i:02}.txt")]);
        assert_eq!(code(&shown), Some(0), "{}", err(&shown));
        assert!(!out(&shown).contains(STEERING), "{answer:?}: {}", out(&shown));
    }
    for arguments in [
        &["summarise", "."][..],
        &["query", ".", "--field", "charter_signed!=refused"],
        &["query", ".", "--sql", "select * from exchanges"],
    ] {
        let shown = run(folder.path(), arguments);
        assert_eq!(code(&shown), Some(0), "{}", err(&shown));
        assert!(!out(&shown).contains(STEERING) && !err(&shown).contains(STEERING), "{arguments:?}");
    }
    let written = run(folder.path(), &["export", ".", "--format", "jsonl"]);
    assert_eq!(records(&written).len(), ANSWERS.len());
}
