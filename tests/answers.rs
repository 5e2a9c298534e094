//! Single answers with the codes that a careful reader gives them: how many are read right, and that none is wrong with certainty.

use foi_rj::catalogue::Catalogue;
use foi_rj::extract;
use foi_rj::record::Certainty;
use foi_rj::source::read_text;
use serde::Deserialize;

/// The sets, each by another writer, and so many of each are read right. More is better: raise it; fewer needs a reason.
/// The second coder is taught with all but the third, which tells how it does on what nobody taught it.
const SETS: [(&str, usize); 4] = [
    (include_str!("../fixtures/answers.jsonl"), 313),
    (include_str!("../fixtures/answers-2.jsonl"), 399),
    (include_str!("../fixtures/answers-3.jsonl"), 317),
    (include_str!("../fixtures/answers-4.jsonl"), 63),
];

/// A question, an answer to it, and the codes that can be defended, joined by `|`.
#[derive(Deserialize)]
struct Answer {
    question: String,
    answer: String,
    code: String,
}

#[test]
fn single_answers_are_read_as_people_read_them() {
    let catalogue = Catalogue::shipped();
    let counted = SETS.map(|(set, _)| count(catalogue, set));
    assert_eq!(counted, SETS.map(|(_, right)| right), "so many are right");
}

/// How many answers of a set are read right; none may be wrong with certainty.
fn count(catalogue: &Catalogue, set: &str) -> usize {
    let mut right = 0;
    for line in set.lines() {
        let Answer { question, answer, code } = serde_json::from_str(line).unwrap();
        let letter = format!(
            "Freedom of Information Act 2000\n\nDear requester\n\nThank you for your request.\n\n1. {question}\n\n\
             Our response: {answer}\n\nYours sincerely\n\nFOI Officer\n"
        );
        let record = extract(&read_text("answer.txt", letter), catalogue);
        let [read] = &record.exchanges[..] else { panic!("one question, one answer: {answer}") };
        let told = code.split('|').any(|code| code == read.code.to_string());
        assert!(told || read.certainty != Certainty::Stated, "stated and wrong: {answer}\n{} for {code}", read.code);
        right += usize::from(told);
    }
    right
}
