//! What a file of labels says, and what is wrong with one that says nothing.

use super::*;
use crate::catalogue::Catalogue;

fn read(text: &str) -> Result<Labels> {
    Labels::read(text, "gold", "gold", &Catalogue::shipped().questionnaires)
}

#[test]
fn what_is_left_out_is_told_from_none() {
    let labels = read(r#"{"file": "a.txt", "authority": null, "kind": "other"}"#).unwrap();
    let label = &labels.letters[0];
    assert_eq!((label.authority.clone(), label.reference.clone()), (Some(None), None));
    assert!(label.answers.is_empty() && label.exchanges.is_none());
}

#[test]
fn uncertain_counts_are_not_measured() {
    let labels = read(r#"{"file": "a.txt", "counts": [], "counts_uncertain": true}"#).unwrap();
    assert_eq!(labels.letters[0].counts, None);
}

#[test]
fn answers_stand_in_the_order_of_the_questionnaire_with_what_was_not_asked() {
    let line = r#"{"file": "a.txt", "questionnaire": "restorative-justice", "answers": {"rj_policies": "blank", "charter_signed": "yes|qualified", "own": "no"}}"#;
    let labels = read(line).unwrap();
    assert_eq!(labels.letters[0].answers.len(), 13);
    assert_eq!(labels.letters[0].answers[0], ("charter_signed".to_owned(), "yes|qualified".to_owned()));
    assert_eq!(labels.letters[0].answers[1], ("charter_adopted".to_owned(), "unasked".to_owned()));
    assert_eq!(labels.letters[0].answers[12], ("own".to_owned(), "no".to_owned()));
}

#[test]
fn another_questionnaire_has_its_own_fields() {
    let line =
        |file: &str, answers: &str| format!(r#"{{"file": "{file}", "questionnaire": "q", "answers": {answers}}}"#);
    let text = format!("{}\n{}\n", line("a.txt", r#"{"parking": "yes"}"#), line("b.txt", r#"{"fines": "12"}"#));
    let labels = read(&text).unwrap();
    assert_eq!(labels.fields(), ["parking", "fines"]);
    assert_eq!(labels.letters[1].answers[0], ("parking".to_owned(), "unasked".to_owned()));
}

#[test]
fn a_coders_table_says_only_what_it_codes() {
    let labels = read("File,field,words,CODE\na.txt,rj_policies,\"x, y\", Blank \na.txt,charter_signed,,Yes|qualified\nb.txt,charter_signed,,\n").unwrap();
    assert_eq!(labels.letters.len(), 1);
    let pair = |field: &str, code: &str| (field.to_owned(), code.to_owned());
    assert_eq!(labels.letters[0].answers, [pair("charter_signed", "yes|qualified"), pair("rj_policies", "blank")]);
    assert_eq!(labels.letters[0].kind, None);
}

#[test]
fn letters_are_found_by_the_end_of_their_path() {
    let labels =
        read("file,field,code\nletters/a.txt,f,no\na.txt,f,yes\nletters/b.txt,f,no\nold/b.txt,f,no\n").unwrap();
    for (file, found) in [
        ("letters/a.txt", Some(0)),
        ("/data/letters/a.txt", Some(0)),
        ("./a.txt", Some(1)),
        ("elsewhere/a.txt", Some(1)),
        ("myletters/b.txt", None),
        ("b.txt", None),
        ("./old/b.txt", Some(3)),
        ("-", None),
    ] {
        assert_eq!(labels.find(file), found, "{file}");
    }
    assert_eq!(read("file,field,code\nletters/c.txt,f,no\n").unwrap().find("./c.txt"), Some(0));
}

#[test]
fn mistakes_are_told_with_their_line() {
    for (text, said) in [
        ("", "holds no labels"),
        ("file,field\na.txt,f\n", "no column `code`"),
        ("file,field,code\na.txt,f,yes\na.txt,f,no\n", "line 3, codes f of a.txt a second time"),
        ("file,field,code\n,f,yes\n", "line 2, names no file"),
        ("{\"file\": \"a.txt\"}\n{\"fill\": 1}\n", "line 2, is no label"),
        ("{\"file\": \"a.txt\"}\n\n{\"file\": \"a.txt\"}\n", "line 3, labels a.txt a second time"),
        ("{\"schema\":\"foi-rj/record/1\",\"file\":\"a.txt\"}", "is a record"),
        ("[{\"file\": \"a.txt\"}]", "line 1, is no label"),
    ] {
        let error = format!("{:#}", read(text).unwrap_err());
        assert!(error.contains(said), "{text:?}: {error}");
    }
}
