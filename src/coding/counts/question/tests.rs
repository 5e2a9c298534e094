//! Subjects, parts and periods of invented questions.

use super::*;

fn asked(question: &str) -> Asked {
    Asked::read(question, &Folded::new(question), &[Span::new(0, question.len())])
}

#[test]
fn the_subject_follows_how_many() {
    for (question, subject) in [
        (
            "How many complaints of sexual misconduct by staff were made in 2023?",
            "complaints of sexual misconduct by staff",
        ),
        ("Please give the total number of referrals in each of the last three years", "referrals"),
        (
            "Patient complaints involving interpersonal harm or conflict?",
            "Patient complaints involving interpersonal harm or conflict",
        ),
        ("Of the reports in 2024/25, how many had led to (a) dismissal and (b) a warning?", "reports"),
        ("Of the swans ringed in 2024, how many nests had eggs?", "swans ringed nests had eggs"),
        ("How many exceptional (yellow) swans were seen?", "exceptional (yellow) swans seen"),
        ("How many deceased were moved in 2023?", "deceased moved"),
        ("How many flights took place in the years 2023 and 2024?", "flights"),
        ("How many dogs were retired and what became of them?", "dogs retired"),
        ("How many of the pilots grounded in 2024 appealed to the board?", "pilots grounded appealed to the board"),
    ] {
        assert_eq!(asked(question).subject, subject, "{question}");
    }
}

#[test]
fn parts_and_period_are_read() {
    let asked = asked("Of the reports in 2024/25, how many led to (a) dismissal and (b) a written warning?");
    assert_eq!(asked.parts, [('a', "dismissal".to_owned()), ('b', "a written warning".to_owned())]);
    assert!(asked.how_many && asked.period.is_some());
    assert!(asked_period("In 2022 and in 2023, how many?").is_none());
}

fn asked_period(question: &str) -> Option<When> {
    asked(question).period
}
