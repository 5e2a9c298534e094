//! Openings that name questions, and others.

use super::*;

fn read(sentence: &str) -> Option<String> {
    let pointer = parse_pointer(sentence)?;
    let names: Vec<String> = pointer
        .targets
        .iter()
        .map(|target| match target {
            Target::Number(number) => number.to_string(),
            Target::Range(from, to) => format!("{from}..{to}"),
            Target::Ordinal(nth) => format!("#{nth}"),
            Target::Nth(nth) => format!("+{nth}"),
            Target::Part(number, nth) => format!("{number}#{nth}"),
            Target::All => "all".to_owned(),
            Target::Rest => "rest".to_owned(),
        })
        .collect();
    Some(names.join(" "))
}

#[test]
fn openings_name_their_questions() {
    for (sentence, expected) in [
        ("in relation to question 3, we hold", "3"),
        ("in relation to questions 2 and 3, there is", "2 3"),
        ("dealing with question 4 first, fewer", "4"),
        ("moving to question 1, the trust", "1"),
        ("on 1a), the trust is among", "1a"),
        ("on 1b)(ii), the plan", "1b-ii"),
        ("you asked at 3b for four things", "3b"),
        ("q3a and b: no.", "3a 3b"),
        ("2b) accordingly does not arise", "2b"),
        ("questions 1-4: please see", "1..4"),
        ("questions 3b i to iii", "3b-i..3b-iii"),
        ("1. & 2. not held", "1 2"),
        ("1&2a) this was sent", "1a 2a"),
        ("points 2 and 4-6 are refused", "2 4..6"),
        ("with regards to all other questions \"information", "rest"),
        ("in response to both questions, we", "all"),
        ("with regard to your first two questions, the", "#0 #1"),
        ("your first three points were", "#0 #1 #2"),
        ("the other two questions are", "rest"),
        ("your second question asks", "#1"),
        ("i take your third question first, because", "#2"),
        ("we will first deal with question 4, which", "4"),
        ("in short, it is yes to 1a, 1c and 2a", "1a 1c 2a"),
        ("and no to 3a(i) and 3a(ii)", "3a-i 3a-ii"),
        ("the reply to question 2a is that we do", "2a"),
        ("with regard to the first of these, we", "#0"),
        ("as for question two, the", "2"),
        ("in answer to the first part of question 1(b), the date", "1b#0"),
        ("turning to question 2(a), meetings", "2a"),
        ("questions 1c and 1d are", "1c 1d"),
        ("for question 1, the fields", "1"),
        ("6a-b fees are looked at", "6a..6b"),
        ("9a and 9b. no report", "9a 9b"),
        ("in relation to question 2(a), 9,214 notices", "2a"),
        ("for the first, nobody has", "+0"),
        ("on your first bullet, here are the handovers", "#0"),
        ("on (ii) your complaint is upheld", "ii"),
        ("no to the first.", "+0"),
        ("on the cost, question 4, we have made none", "4"),
        ("where they do (2b), a meeting is held", "2b"),
        ("as to the latter, we do", "+1"),
        ("part 3(a), first limb: none of the cases", "3a#0"),
        ("taking a and b together: yes", "a b"),
        ("second bullet, a group meets", "+1"),
        ("1a and 1b (first bullet). our chief", "1a 1b#0"),
        ("1b (second bullet). two papers", "1b#1"),
        ("in reply to 3b), first and second points, please see", "3b#0 3b#1"),
        ("bullets one and two are covered by", "+0 +1"),
        ("as to bullet three, the training", "+2"),
        ("to i, ii and iv: not applicable.", "i ii iv"),
        ("to c: it does", "c"),
        ("1b first bullet, october 2023.", "1b#0"),
        ("question 2b - a meeting is held", "2b"),
        ("question 1 and a copy of it", "1"),
        ("1b(i) - 1 march 2024. an earlier letter", "1b-i"),
        ("1.2 and 1.3 not applicable.", "1.2 1.3"),
        ("turning to your second section, question 2(a), a telephone", "2a"),
        ("as far as question 3(a)(i) is concerned, the", "3a-i"),
        ("in the case of (i), sexual", "i"),
        ("for both limbs of question 3(a) the answer is", "3a"),
    ] {
        assert_eq!(read(sentence).as_deref(), Some(expected), "{sentence}");
    }
}

#[test]
fn a_range_names_every_number_in_it() {
    let numbers = |opening: &str| {
        let targets = parse_pointer(opening).unwrap().targets;
        targets.iter().flat_map(Target::numbers).map(|number| number.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(numbers("q1 to q3: please ask them"), "1 2 3");
    assert_eq!(numbers("6a-c and 7 are not held"), "6a 6b 6c 7");
    assert_eq!(numbers("questions 3-1: none"), "");
}

#[test]
fn other_openings_are_left_alone() {
    for sentence in [
        "for 12 months the trust",
        "to 5 patients",
        "on 1 february 2024 we",
        "section 40(2) applies",
        "in 2023 there were",
        "the trust holds",
        "12 patients were",
        "1,344 in 2021/22",
        "on 4 september 2023",
        "a meeting is held",
        "as for the trust",
        "both are qualified and prejudice based",
        "the trust (2023), which",
        "in the second year (2), we",
        "first, we looked at the file",
        "for the first time in years",
        "response to request 25-311",
        "yes to a large extent",
        "the answer to 2a) covers this too",
        "parts 1 and 2 are answered. part 3 is refused",
        "we have answered questions 1 and 2 although we need not",
    ] {
        assert_eq!(read(sentence), None, "{sentence}");
    }
}

#[test]
fn a_sentence_may_name_its_question_further_in() {
    for (sentence, named) in [
        ("the policy, which is the document sought by question 3b(ii), is attached.", true),
        ("lastly, the procedure in point 5 is online.", true),
        ("the complaints procedure in point 5 is online.", true),
        ("the ward in question has moved.", false),
        ("we hold nothing in point of fact.", false),
    ] {
        assert_eq!(named_inside(sentence).is_some(), named, "{sentence}");
    }
}

#[test]
fn first_words_may_mention_questions() {
    for (sentence, named) in [
        ("convictions, your point 4, are a matter for the courts", 1),
        ("what you ask for at points 2 and 3 is not recorded", 2),
        ("it follows from this that question 3(b) does not arise", 1),
        ("waiting times (7) belong to the hospitals", 1),
        ("as with question 2, none", 0),
        ("for the minutes please see point 3", 0),
        ("we hold nothing. question 4 fails", 0),
        ("the ward in question has moved", 0),
        ("we logged your request 25-311 in may", 0),
    ] {
        assert_eq!(mentioned(sentence).len(), named, "{sentence}");
    }
}

#[test]
fn both_limbs_are_those_of_one_question() {
    assert_eq!(parse_pointer("both limbs are refused."), None);
    assert_eq!(parse_pointer("both questions are refused.").map(|pointer| pointer.targets), Some(vec![Target::All]));
}

#[test]
fn words_that_keep_count_stand_before_a_pointer() {
    let number = |sentence| parse_pointer(sentence).map(|pointer| pointer.targets);
    let named = Some(vec![Target::Number(Number::parse("3b").unwrap())]);
    assert_eq!(number("it follows that question 3b does not arise."), named);
    assert_eq!(number("finally, question 3b does not arise."), named);
}
