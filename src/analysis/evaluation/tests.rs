//! Evaluations of invented records: what is missing, doubled, compared, changed, too low.

use super::*;
use crate::analysis::summary::samples::{answer, body, found, questionnaire, record};
use crate::record::{Certainty, Kind, QuestionKind, Record};

fn labels(text: &str) -> Labels {
    Labels::read(text, "gold", "gold", std::slice::from_ref(questionnaire())).unwrap()
}

/// A reply with codes for its fields.
fn reply(file: &str, codes: &[(&str, &str)]) -> Record {
    let mut record = record(file, Kind::FoiResponse);
    record.questionnaire = Some("restorative-justice".to_owned());
    record.answers = codes.iter().map(|(field, code)| answer("1", field, QuestionKind::YesNo, code)).collect();
    record
}

fn report(coders: Vec<Labels>, records: &[Record]) -> Report {
    let mut evaluation = Evaluation::new(coders);
    records.iter().for_each(|record| evaluation.add(record, Some("")));
    evaluation.add_missing();
    evaluation.report(None)
}

const TWO: &str = "file,field,code\na.txt,charter_signed,yes|qualified\na.txt,rj_training,blank\nb.txt,charter_signed,no\nb.txt,rj_training,blank\n";

#[test]
fn a_letter_that_is_not_read_is_wrong_and_one_without_a_label_counts_nowhere() {
    let right = reply("letters/a.txt", &[("charter_signed", "qualified"), ("rj_training", "blank")]);
    let report = report(vec![labels(TWO)], &[right.clone(), reply("z.txt", &[]), right]);
    let all = report.figures.answers.as_ref().unwrap();
    assert_eq!((all.right, report.figures.letters), (Share { n: 2, of: 4 }, Share { n: 1, of: 2 }));
    assert_eq!((report.without_record.as_slice(), report.without_label), (&["b.txt".to_owned()][..], 1));
    assert_eq!(report.fields[0].confusion.len(), 2);
    assert_eq!(report.mistakes[0].read, "none");
}

#[test]
fn stated_mistakes_and_what_is_sent_to_review_are_counted_apart() {
    let mut guess = reply("b.txt", &[("charter_signed", "yes"), ("rj_training", "given")]);
    guess.answers[1].certainty = Certainty::Inferred;
    guess.answers[1].review = Some("inferred".to_owned());
    let report = report(vec![labels(TWO)], &[guess]);
    let all = report.figures.answers.unwrap();
    assert_eq!(all.stated_wrong, Share { n: 1, of: 1 });
    assert_eq!((all.review, all.wrong_in_review), (Share { n: 1, of: 4 }, Share { n: 1, of: 4 }));
    // Of the values read, none is due: one is another, one stands where the label has a blank.
    assert_eq!(all.values, Tally { right: 0, read: 2, due: 2 });
}

#[test]
fn coders_and_program_stand_at_one_table() {
    let mut second = labels(
        "file,field,code\nx/a.txt,charter_signed,qualified|no\nx/a.txt,charter_plans,given\nx/b.txt,charter_signed,yes\n",
    );
    second.coder = "second".to_owned();
    let read = [
        reply("x/a.txt", &[("charter_signed", "no")]),
        reply("x/b.txt", &[("charter_signed", "no"), ("rj_training", "blank")]),
    ];
    let table = report(vec![labels(TWO), second], &read).agreements;
    let rows: Vec<_> = table.iter().map(|row| (row.one.as_str(), row.other.as_str(), row.letters, row.same)).collect();
    assert_eq!(
        rows,
        [
            ("gold", "second", 2, Share { n: 1, of: 2 }),
            ("gold", PROGRAM, 2, Share { n: 2, of: 4 }),
            ("second", PROGRAM, 2, Share { n: 1, of: 3 }),
        ]
    );
}

#[test]
fn layouts_have_figures_of_their_own() {
    let line = |file: &str, rest: &str| format!("{{\"file\": \"{file}\", \"kind\": \"foi-response\"{rest}}}\n");
    let gold = line("a", ", \"layout\": \"table\"") + &line("b", "") + &line("c", ", \"layout\": \"table\"");
    let records = ["a", "b"].map(|file| record(file, Kind::FoiResponse));
    let report = report(vec![labels(&gold)], &records);
    let rows: Vec<_> = report.layouts.iter().map(|row| (row.layout.as_deref(), row.figures.letters)).collect();
    assert_eq!(rows, [(Some("table"), Share { n: 1, of: 2 }), (None, Share { n: 1, of: 1 })]);
}

#[test]
fn changes_are_told_item_by_item() {
    let gold = labels(
        "{\"file\": \"a\", \"authority\": null, \"reference\": \"77\", \"exemptions\": [\"FOIA s21\"]}\n{\"file\": \"b\"}\n",
    );
    let judged = |letter: &Record| judge(&gold.letters[0], Some(letter), None);
    let (mut before, mut now) = (record("a", Kind::Other), record("a", Kind::Other));
    before.reference = found("77");
    now.authority = body("Somebody Else");
    now.reference = found("77");
    before.authority = None;
    let letters = [judged(&now), judge(&gold.letters[1], None, None)];
    let changes = Changes::between(&[&judged(&before)], &letters.iter().collect::<Vec<_>>());
    assert_eq!(changes.losses.len(), 1);
    let loss = &changes.losses[0];
    assert_eq!((loss.item.as_str(), loss.before.as_str(), loss.now.as_str()), ("authority", "none", "Somebody Else"));
    assert!(changes.gains.is_empty());
    assert_eq!(changes.new, ["b"]);
}

#[test]
fn floors_hold_every_figure_of_their_name() {
    let gold = labels(TWO);
    let report = report(vec![gold.clone()], &[reply("a.txt", &[("charter_signed", "yes"), ("rj_training", "blank")])]);
    let missed = |written: &str| Floor::parse(written, &gold).and_then(|floor| floor.missed(&report));
    assert_eq!(missed("answers=0.5").unwrap(), None);
    assert_eq!(missed("0.6").unwrap().unwrap(), "answers is 0.5000, under 0.6");
    assert_eq!(missed("charter_signed=0.6").unwrap().unwrap(), "charter_signed is 0.5000, under 0.6");
    assert_eq!(missed("answers.stated=1").unwrap(), None);
    for (written, said) in [
        ("answer=0.5", "did you mean `answers`"),
        ("answers=95", "no floor"),
        ("answers=NaN", "no floor"),
        ("answers", "no floor"),
        ("authority=0.9", "the labels say nothing of `authority`"),
        ("exchange-codes=0.9", "the labels say nothing"),
    ] {
        let error = missed(written).unwrap_err().to_string();
        assert!(error.contains(said), "{written}: {error}");
    }
}

#[test]
fn every_figure_can_have_a_floor() {
    let gold = labels(
        "{\"file\": \"a\", \"kind\": \"other\", \"questionnaire\": \"restorative-justice\", \"authority\": null, \"reference\": null, \"requested_on\": null, \"responded_on\": null, \"answers\": {\"charter_signed\": \"yes\"}, \"exchanges\": [], \"exemptions\": [], \"counts\": []}",
    );
    for figure in report(vec![gold.clone()], &[reply("a", &[])]).named() {
        assert!(Floor::parse(&format!("{}=0.5", figure.name), &gold).is_ok(), "{}", figure.name);
    }
}
