//! The letters with gold labels: nothing is stated that is wrong, and the real letters are read without a fault.

use std::path::Path;

use foi_rj::analysis::evaluation::{Evaluation, Report, Share};
use foi_rj::analysis::gold::Labels;
use foi_rj::catalogue::{Catalogue, shipped_questionnaires};
use foi_rj::extract;
use foi_rj::record::Certainty;
use foi_rj::source::read_file;

/// The letters of `folder`, measured by its labels.
fn evaluate(folder: &Path, catalogue: &Catalogue) -> Report {
    let text = std::fs::read_to_string(folder.join("gold.jsonl")).unwrap();
    let labels = Labels::read(&text, "gold.jsonl", "gold", &catalogue.questionnaires).unwrap();
    let mut evaluation = Evaluation::new(vec![labels.clone()]);
    for label in &labels.letters {
        let source = read_file(&folder.join(&label.file)).unwrap();
        evaluation.add(&extract(&source, catalogue), Some(&source.text));
    }
    evaluation.report(None)
}

/// `tests/ratchet.rs` holds what is right; here is what must never go wrong.
#[test]
fn the_fixtures_are_never_wrong_with_certainty() {
    let figures = evaluate(Path::new("fixtures"), Catalogue::shipped()).figures;
    assert!(figures.letters.of >= 30);
    let authority = figures.measure("authority").unwrap();
    assert_eq!(authority.right, authority.read, "a body is named that did not write the letter");
    assert_eq!(figures.answers.unwrap().stated_wrong.n, 0);
    assert_eq!(figures.evidence.n, figures.evidence.of);
}

/// Invariant 7: what a review prints of the first answers may no longer hold.
#[test]
fn nothing_in_a_review_is_stated() {
    let text = std::fs::read_to_string("fixtures/gold.jsonl").unwrap();
    let catalogue = Catalogue::shipped();
    let labels = Labels::read(&text, "gold.jsonl", "gold", &catalogue.questionnaires).unwrap();
    let reviews = labels.letters.iter().filter(|label| label.kind.as_deref() == Some("foi-internal-review"));
    let mut stating = Vec::new();
    for label in reviews {
        let record = extract(&read_file(&Path::new("fixtures").join(&label.file)).unwrap(), catalogue);
        let answers = record.answers.iter().map(|answer| answer.certainty);
        let exchanges = record.exchanges.iter().map(|exchange| exchange.certainty);
        let exemptions = record.exemptions.iter().map(|exemption| exemption.certainty);
        if answers.chain(exchanges).chain(exemptions).any(|certainty| certainty == Certainty::Stated) {
            stating.push(&label.file);
        }
    }
    assert!(stating.is_empty(), "{stating:?}");
}

#[test]
fn the_seeds_are_read_without_a_fault() {
    let seeds = Path::new("../shared/seeds");
    if !seeds.exists() {
        eprintln!("skipped: the real letters are not part of this repository");
        return;
    }
    // Their labels know of the first questionnaire only.
    let first = shipped_questionnaires().into_iter().take(1).collect();
    let report = evaluate(seeds, &Catalogue::with(first));
    assert_eq!(report.figures.letters, Share { n: 5, of: 5 }, "{:#?}", report.mistakes);
    assert_eq!(report.figures.evidence.n, report.figures.evidence.of);
}
