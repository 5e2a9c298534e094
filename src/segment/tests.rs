//! Short letters, one for each odd layout, and the pairs that are found in them.

use crate::catalogue::Catalogue;
use crate::extract;
use crate::source::read_text;

/// Number and answer of every pair of a letter whose body is `body`.
fn answers(body: &str) -> Vec<String> {
    let letter = format!("Our reference: FOI 1234\n\nDear requester\n\n{body}\n\nYours sincerely\n\nFOI Officer\n");
    let record = extract(&read_text("letter.txt", letter), Catalogue::shipped());
    let number = |number: Option<&String>| number.map_or(String::new(), |number| format!("{number}: "));
    let pairs = record.exchanges.iter();
    pairs.map(|pair| number(pair.number.as_ref()) + &pair.answer.replace('\n', " ")).collect()
}

#[test]
fn a_bare_number_counts_on_from_the_item_above() {
    let read = answers(
        "Your questions:\n\n1 How many lifts have you?\n2 or stairs?\n3 Please list the wards\n\nOur reply:\n\n\
         Question 1\nSix.\n\nQuestions 2 and 3\nThese are enclosed.",
    );
    assert_eq!(read, ["1: Six.", "2: These are enclosed.", "3: These are enclosed."]);
    let items: String = (1..=11).map(|nth| format!("{nth} Please list the wards of block {nth}\n")).collect();
    let read =
        answers(&format!("You asked:\n\n{items}\nOur reply:\n\nQuestions 1 to 10\nAttached.\n\nQuestion 11\nNone."));
    assert_eq!(read.len(), 11);
    assert_eq!(read[9..], ["10: Attached.", "11: None."]);
}

#[test]
fn an_answer_may_be_set_right_behind_a_question() {
    let read = answers(
        "Please respond to the following questions:\n\
         * 1. NHS Sexual Safety in Healthcare Charter\n\
         * a. Has your Trust signed up to the NHS England Sexual Safety in Healthcare Charter (2023)?Yes\n* b. If yes:\n\
         * Please confirm the date of adoptionSometime in 2024\n\
         * Provide any internal implementation plans, policy updates, or cultural change programmes associated with the \
         CharterA PowerPoint is attached",
    );
    assert_eq!(read, ["1a: Yes", "1b: Sometime in 2024", "1b: A PowerPoint is attached"]);
}

#[test]
fn what_the_requester_looks_forward_to_is_no_question() {
    let read = answers(
        "> 1. How many lifts have you?\n\nSix.\n\n> 2. Where are they?\n\nIn block B.\n\n\
         > I look forward to hearing from you within 20 working days.\n> Regards",
    );
    assert_eq!(read, ["1: Six.", "2: In block B."]);
}
