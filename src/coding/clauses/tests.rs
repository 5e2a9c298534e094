//! Answers in plain words, which no turn of phrase knows, and the side that their clauses take.

use super::{
    Asked, denies_knowing, on_terms, points_elsewhere, sends_elsewhere, sets_against, shares_out, takes_back, weigh,
    weigh_deed,
};
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
        ("have any staff been dismissed?", "7 cases, in 2023.", Some(Code::Yes)),
        ("have any staff been dismissed?", "eleven of them.", Some(Code::Yes)),
        ("have any staff been dismissed?", "i know of one.", Some(Code::Yes)),
        ("have any staff been dismissed?", "there were some, but i could not put a number on them.", Some(Code::Yes)),
        ("does the trust use drones?", "on some sites, certainly.", Some(Code::Yes)),
        ("does the trust use drones?", "there was one until july.", Some(Code::No)),
        ("does the trust use drones?", "all of our wardens are trained to.", Some(Code::Yes)),
        (
            "does the trust use drones?",
            "there is support for it, provided that nobody is made to.",
            Some(Code::Qualified),
        ),
        ("does the trust use drones?", "in some places it is routine; on the wards unheard of.", Some(Code::Qualified)),
        ("has the trust signed the covenant?", "it remains unsigned.", Some(Code::No)),
        ("has the trust signed the covenant?", "it has been considered, but not taken up.", Some(Code::No)),
        ("has the trust signed the covenant?", "it has been talked about and thought unwise.", Some(Code::No)),
        ("has the trust signed the covenant?", "that would be a step too far.", Some(Code::No)),
        ("has the trust signed the covenant?", "we do not believe that it has.", Some(Code::No)),
    ] {
        let taken = weigh(&[answer], &asked(question)).map(|taken| taken.code);
        assert_eq!(taken, code, "{question} {answer}");
    }
}

#[test]
fn a_denial_in_a_condition_denies_nothing() {
    let asked = asked("does the trust hold meetings?");
    let side = |sentence| weigh_deed(sentence, &asked).map(|taken| taken.code);
    assert_eq!(side("where that is not enough we hold meetings."), Some(Code::Yes));
    assert_eq!(side("where that is enough we do not hold meetings."), Some(Code::No));
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
fn one_part_is_set_against_another() {
    for sentence in ["some managers like to, others would not", "sometimes the one, sometimes the other"] {
        assert!(shares_out(sentence), "{sentence}");
    }
    assert!(!shares_out("some managers like to") && !shares_out("for some years we have run it for others"));
    assert!(sets_against("by day we manage it, at night we don't"));
    assert!(!sets_against("as to whether it does, it does not") && !sets_against("it should have been but was not"));
    assert!(takes_back("tried it once, and turned down") && !takes_back("tried it once, in may, with success"));
}

#[test]
fn an_answer_may_only_say_on_what_terms() {
    assert!(on_terms("where a court orders us to.").is_some());
    assert!(on_terms("where a court orders us to, we do.").is_none());
    assert!(on_terms("when you write to us again").is_none());
}

#[test]
fn readers_are_sent_elsewhere_or_told_that_nobody_knows() {
    for sentence in [
        "you should put the question to them",
        "the council would be better placed to answer",
        "they are not ours",
        "it is to them that the question should go",
        "i would point you to the list",
    ] {
        assert!(sends_elsewhere(sentence).is_some(), "{sentence}");
    }
    for sentence in ["we asked you for the date", "you may bring a friend", "the council answers letters"] {
        assert!(sends_elsewhere(sentence).is_none(), "{sentence}");
    }
    assert!(points_elsewhere("see 2a, where this is set out").is_some());
    assert!(points_elsewhere("it is all on our website").is_some() && points_elsewhere("we do see families").is_none());
    assert!(denies_knowing("we searched and came away empty-handed", &asked("any slides?")).is_some());
    let records = asked("does the trust record falls?");
    let falls = asked("how many falls were there?");
    assert!(denies_knowing("falls are not recorded", &falls).is_some());
    assert!(denies_knowing("falls are not recorded", &records).is_none(), "it answers whether they are");
    assert!(denies_knowing("falls are recorded", &falls).is_none());
    assert!(denies_knowing("a nurse who did not know them led it", &falls).is_none());
}
