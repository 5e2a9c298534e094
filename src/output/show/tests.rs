//! The letter's screen, as a person sees it.

use anstream::adapter::strip_str;
use proptest::prelude::*;

use super::{Shown, write_letter};
use crate::analysis::summary::samples::{answer, body, evidence, figure, found, questionnaire, record, warning};
use crate::output::screen::{WIDTH, width};
use crate::record::{Certainty, Exchange, Exemption, Kind, QuestionKind, Record, Role};

const LETTER: &str = "\
Northvale University Hospitals NHS Foundation Trust
Our reference: FOI-2025-117
14 August 2025

Dear Sir or Madam

Thank you for your request of 21 July 2025.

The Freedom of Information Act 2000 gives a right of access to recorded
information. Our reply is set out below, question by question, in the order
in which the questions were put to us.

If you are unhappy with this reply you may ask for a review.

1a. Has your Trust signed up to the NHS England Sexual Safety in Healthcare Charter (2023)?
Yes, the Trust signed in October 2023 and its board adopted the Charter’s ten principles at the meeting that followed.

1b. Please provide implementation plans.
The plan has four parts.
\tA steering group meets each quarter.
\tManagers are trained.
\tA reporting tool “Speak Safely” – 日本 – is live.
\tThe policy is under review.

2a. Dialogue in complaints; 3a. restorative practice
Not recorded centrally. Some wards hold meetings, we believe.

Year\tBy staff\tBy patients
2023/24\t<5\t12

Names are withheld under section 40(2).
\u{1b}[31mYours faithfully\u{1b}[0m
";

fn letter() -> Record {
    let mut letter = record("replies/northvale.txt", Kind::FoiResponse);
    letter.authority = body("Northvale University Hospitals NHS Foundation Trust");
    letter.authority.as_mut().unwrap().evidence =
        evidence(LETTER, "Northvale University Hospitals NHS Foundation Trust");
    letter.reference = found("FOI-2025-117");
    letter.reference.as_mut().unwrap().evidence = evidence(LETTER, "FOI-2025-117");
    letter.responded_on = found("2025-08-14");
    letter.responded_on.as_mut().unwrap().evidence = evidence(LETTER, "14 August 2025");
    letter.questionnaire = Some("restorative-justice".to_owned());
    let mut said = |number: &str, field: &str, kind, code: &str, rule: &str, words: &str| {
        let mut answer = answer(number, field, kind, code);
        answer.rule = rule.to_owned();
        answer.words = words.to_owned();
        answer.evidence = if words.is_empty() { Vec::new() } else { evidence(LETTER, words) };
        answer.answer = answer.evidence.clone();
        letter.answers.push(answer);
    };
    let (start, end) = (LETTER.find("The plan has").unwrap(), LETTER.find("under review.\n\n2a").unwrap() + 13);
    said("1a", "charter_signed", QuestionKind::YesNo, "yes", "leading-yes", "Yes");
    said("1b-i", "charter_adopted", QuestionKind::Date, "2023-10", "month-and-year", "October 2023");
    said("1b-ii", "charter_plans", QuestionKind::Text, "given", "substantive-words", &LETTER[start..end]);
    said("2a", "complaints_dialogue", QuestionKind::YesNo, "not-held", "not-recorded", "Not recorded centrally.");
    said("3a-i", "rj_sexual_misconduct", QuestionKind::YesNo, "not-held", "not-recorded", "Not recorded centrally.");
    said("3a-ii", "rj_patient_complaints", QuestionKind::YesNo, "unasked", "no-question", "");
    letter.answers[3].certainty = Certainty::Inferred;
    letter.answers[3].review = Some("two-answers".to_owned());
    for (words, staff) in [("<5", true), ("12\n", false)] {
        let range = if staff { (Some(0), Some(4)) } else { (Some(12), Some(12)) };
        let measure = if staff { "By staff" } else { "By patients" };
        let mut count = figure(measure, "2023/24", words.trim(), range, Role::Value);
        count.evidence = evidence(LETTER, words);
        letter.counts.push(count);
    }
    letter.exemptions.push(Exemption {
        provision: "FOIA s40(2)".to_owned(),
        field: None,
        certainty: Certainty::Stated,
        evidence: evidence(LETTER, "section 40(2)"),
    });
    letter.exchanges.push(Exchange {
        number: Some("1a".to_owned()),
        question: "Has your Trust signed up?".to_owned(),
        answer: "Yes".to_owned(),
        code: "yes".into(),
        certainty: Certainty::Stated,
        rule: "leading-yes".to_owned(),
        question_spans: evidence(LETTER, "1a. Has your Trust signed up"),
        answer_spans: evidence(LETTER, "Yes, the Trust"),
    });
    letter.diagnostics.push(warning("bytes-replaced"));
    letter
}

fn screen(text: &str, record: &Record, shown: &Shown) -> String {
    let mut out = Vec::new();
    write_letter(text, record, std::slice::from_ref(questionnaire()), shown, &mut out).unwrap();
    strip_str(&String::from_utf8(out).unwrap()).to_string()
}

#[test]
fn a_letter_shows_its_evidence() {
    insta::assert_snapshot!("letter", screen(LETTER, &letter(), &Shown::default()));
}

#[test]
fn one_question_says_how_it_was_coded() {
    let about = |field| screen(LETTER, &letter(), &Shown { field: Some(field), all: false });
    insta::assert_snapshot!("field", about("charter_signed"));
    let unasked = about("rj_patient_complaints").replace('\n', " ");
    assert!(unasked.contains("no words of the letter decided it"));
    assert!(about("parking").ends_with("This letter has no answer `parking`.\n"));
}

#[test]
fn nothing_is_folded_on_request() {
    let all = screen(LETTER, &letter(), &Shown { field: None, all: true });
    assert!(!all.contains(" lines …"), "{all}");
    assert!(all.contains("If you are unhappy"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_evidence_on_any_text_is_drawn_within_the_screen(
        text in "[\\PC\\x1b\\u{9b}\\u{202e}\\n\\r\\t日 a-f]{0,400}",
        places in proptest::collection::vec((0usize..500, 0usize..200), 0..12),
        all in any::<bool>(),
    ) {
        let mut letter = letter();
        let fields = letter.answers.len();
        for (i, (start, long)) in places.into_iter().enumerate() {
            let answer = &mut letter.answers[i % fields];
            let place = answer.evidence.first().cloned();
            if let Some(place) = place {
                let place = crate::record::Evidence { start, end: start + long, ..place };
                answer.evidence.push(place.clone());
                answer.answer.push(place);
            }
        }
        for field in [None, Some("charter_signed")] {
            let screen = screen(&text, &letter, &Shown { field, all });
            for line in screen.lines() {
                prop_assert!(width(line) <= WIDTH, "{} columns: {line}", width(line));
                prop_assert!(!line.chars().any(char::is_control), "{line:?}");
            }
        }
    }
}
