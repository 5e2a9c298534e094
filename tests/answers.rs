//! Single answers with the codes that a careful reader gives them: how many are read right, and that none is wrong with certainty.

use foi_rj::catalogue::Catalogue;
use foi_rj::extract;
use foi_rj::record::Certainty;
use foi_rj::source::read_text;
use serde::Deserialize;

/// So many of `fixtures/answers.jsonl` are read right. More is better: raise it; fewer needs a reason.
const RIGHT: usize = 241;

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
    let (mut right, mut of) = (0, 0);
    for line in include_str!("../fixtures/answers.jsonl").lines() {
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
        of += 1;
    }
    assert_eq!(right, RIGHT, "of {of} are right");
}
