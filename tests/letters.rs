//! Letters as people see them: the evidence underlined, the codes beside it. Snapshots are read before they are accepted.

use foi_rj::catalogue::Catalogue;
use foi_rj::extract;
use foi_rj::output::show::{Shown, write_letter};
use foi_rj::source::read_file;

/// One letter of each way of setting out questions and answers.
const SHOWN: [&str; 8] = [
    "a01.txt",
    "a02.txt",
    "a07.txt",
    "a08.txt",
    "a12.txt",
    "a19.txt",
    "incidents-by-year.txt",
    "scottish-two-blocks.txt",
];

#[test]
fn letters_are_shown_with_their_evidence() {
    let catalogue = Catalogue::shipped();
    for name in SHOWN {
        let path = format!("fixtures/letters/{name}");
        let source = read_file(path.as_ref()).unwrap();
        let record = extract(&source, catalogue);
        let mut out = Vec::new();
        let shown = Shown { field: None, all: false };
        write_letter(&source.text, &record, &catalogue.questionnaires, &shown, &mut out).unwrap();
        let plain = anstream::adapter::strip_bytes(&out).into_vec();
        insta::with_settings!({ snapshot_path => "letters", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name.trim_end_matches(".txt"), String::from_utf8(plain).unwrap());
        });
    }
}
