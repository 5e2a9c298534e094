//! Answers in plain words, which no turn of phrase knows, and the side that their clauses take.

use super::{Asked, denies_knowing, sends_elsewhere, weigh};
use crate::coding::Subject;
use crate::record::Code;

fn asked(question: &str) -> Asked<'_> {
    Asked::read(Subject { asked: question, ..Subject::default() })
}

#[test]
fn clauses_take_a_side() {
    for (question, answer, code) in [
        ("does the trust employ a guardian?", "we have had one since 2016.", Some(Code::Yes)),
        ("does the trust employ a guardian?", "the role is vacant.", Some(Code::No)),
        ("does the trust employ a guardian?", "it is left to each division.", None),
        ("has the force dismissed any officer?", "eleven officers were dismissed.", Some(Code::Yes)),
        ("has the force dismissed any officer?", "i am told that there were none.", Some(Code::No)),
        ("is there a lift at the library?", "sadly the walls are listed, so none could be fitted.", Some(Code::No)),
        ("do staff receive training on dementia?", "everyone on the wards does.", Some(Code::Yes)),
        ("do staff receive training on dementia?", "we lack the budget for it.", Some(Code::No)),
        ("do staff receive training on dementia?", "nurses do, porters do not.", Some(Code::Qualified)),
        ("has the trust signed the covenant?", "that is not yet decided.", None),
        ("has the trust signed the covenant?", "the chair signed it for us.", Some(Code::Yes)),
        ("has the trust signed the covenant?", "we shall sign it in may.", Some(Code::No)),
        ("has the trust banned the app?", "banned outright since 2023.", Some(Code::Yes)),
        ("does the university use proctoring?", "no faculty does, although it was tried once.", Some(Code::Qualified)),
        ("does the university use proctoring?", "whether it should is a matter for the senate.", None),
        ("do you charge for bins?", "values matter greatly to us.", None),
    ] {
        let taken = weigh(&[answer], &asked(question)).map(|taken| taken.code);
        assert_eq!(taken, code, "{question} {answer}");
    }
}

#[test]
fn a_later_sentence_may_take_the_first_back() {
    let asked = asked("does the trust use volunteers?");
    let taken = |sentences: &[&str]| weigh(sentences, &asked).map(|taken| (taken.code, taken.places.len()));
    assert_eq!(taken(&["the wards do.", "the clinics do not."]), Some((Code::Qualified, 2)));
    assert_eq!(taken(&["the wards do.", "elsewhere it depends on the matron."]), Some((Code::Qualified, 2)));
    assert_eq!(taken(&["the wards do.", "they are thanked each june."]), Some((Code::Yes, 1)));
}

#[test]
fn readers_are_sent_elsewhere_or_told_that_nobody_knows() {
    for sentence in
        ["you should put the question to them", "the council would be better placed to answer", "they are not ours"]
    {
        assert!(sends_elsewhere(sentence).is_some(), "{sentence}");
    }
    for sentence in ["we asked you for the date", "you may bring a friend", "the council answers letters"] {
        assert!(sends_elsewhere(sentence).is_none(), "{sentence}");
    }
    let records = asked("does the trust record falls?");
    let falls = asked("how many falls were there?");
    assert!(denies_knowing("falls are not recorded", &falls).is_some());
    assert!(denies_knowing("falls are not recorded", &records).is_none(), "it answers whether they are");
    assert!(denies_knowing("falls are recorded", &falls).is_none());
}
