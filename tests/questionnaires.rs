//! Questionnaires are data: a copy under other names reads the same, a draft does nearly as well, another one works.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use foi_rj::catalogue::questionnaire::Level;
use foi_rj::catalogue::{Catalogue, Questionnaire, SHIPPED_QUESTIONNAIRES};
use foi_rj::draft::{draft, write_draft};
use foi_rj::extract;
use foi_rj::record::{Certainty, QuestionKind, Record};
use foi_rj::source::{read_file, read_text};
use serde_json::Value;

const RESTORATIVE: &str = include_str!("../data/questionnaires/restorative-justice.toml");
const SCHEMA: &str = include_str!("../data/questionnaire.schema.json");

fn read(toml: &str) -> Questionnaire {
    let checked = Questionnaire::read(toml);
    checked.questionnaire.unwrap_or_else(|| panic!("{:#?}", checked.faults))
}

fn letters(folder: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        eprintln!("skipped: {folder} is not part of this repository");
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    files
}

fn records(folder: &str, catalogue: &Catalogue) -> Vec<Record> {
    letters(folder).iter().map(|file| extract(&read_file(file).unwrap(), catalogue)).collect()
}

/// The shipped questionnaire on its own.
fn restorative() -> Catalogue {
    Catalogue::with(vec![read(RESTORATIVE)])
}

#[test]
fn shipped_questionnaires_are_sound() {
    for file in SHIPPED_QUESTIONNAIRES {
        let checked = Questionnaire::read(file);
        assert!(checked.faults.is_empty(), "{:#?}", checked.faults);
    }
}

#[test]
fn a_copy_under_other_names_reads_the_same() {
    let original = read(RESTORATIVE);
    let mut copy = RESTORATIVE.replace("\"restorative-justice\"", "\"the-other-one\"");
    for (i, question) in original.questions.iter().enumerate() {
        copy = copy.replace(&format!("\"{}\"", question.field), &format!("\"column_{i}\""));
    }
    for group in &original.groups {
        copy = copy.replace(&format!("id = \"{}\"", group.id), &format!("id = \"above-{}\"", group.id));
        copy = copy.replace(&format!("parent = \"{}\"", group.id), &format!("parent = \"above-{}\"", group.id));
    }
    let (original, copied) = (restorative(), Catalogue::with(vec![read(&copy)]));
    for folder in ["fixtures/letters", "../shared/corpus/rj-d"] {
        for (one, mut other) in records(folder, &original).into_iter().zip(records(folder, &copied)) {
            // Another file has another hash.
            other.made_by = one.made_by.clone();
            let mut renamed =
                serde_json::to_string(&one).unwrap().replace("\"restorative-justice\"", "\"the-other-one\"");
            for (i, question) in original.questionnaires[0].questions.iter().enumerate() {
                renamed = renamed.replace(&format!("\"{}\"", question.field), &format!("\"column_{i}\""));
            }
            assert_eq!(renamed, serde_json::to_string(&other).unwrap());
        }
    }
}

#[test]
fn no_source_file_names_a_field() {
    let catalogue = Catalogue::shipped();
    let fields: Vec<&str> =
        catalogue.questionnaires.iter().flat_map(|known| &known.questions).map(|q| q.field.as_str()).collect();
    let mut folders = vec![PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|ending| ending == "rs") && !entry.ends_with("tests.rs") {
                let text = std::fs::read_to_string(&entry).unwrap();
                let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
                let named: Vec<_> =
                    fields.iter().filter(|field| field.contains('_') && code.contains(**field)).collect();
                assert!(named.is_empty(), "{}: {named:?}", entry.display());
            }
        }
    }
}

/// A draft of the request in `file`, as it is written.
fn drafted(file: &str) -> String {
    let text = std::fs::read_to_string(file).unwrap();
    let stem = Path::new(file).file_stem().unwrap().to_str().unwrap();
    write_draft(&draft(&text, stem, &Catalogue::with(Vec::new())).expect("the request asks something"), stem)
}

#[test]
fn a_draft_untouched_reads_nearly_as_the_shipped_file() {
    let toml = drafted("fixtures/requests/restorative-justice.txt");
    let ours = Catalogue::with(vec![read(&toml)]);
    let numbers = |catalogue: &Catalogue| -> Vec<String> {
        catalogue.questionnaires[0].questions.iter().map(|question| question.number.clone()).collect()
    };
    let shipped = restorative();
    assert_eq!(numbers(&ours), numbers(&shipped));
    for folder in ["fixtures/letters", "../shared/corpus/rj-d"] {
        let (mut same, mut all, mut other) = (0, 0, Vec::new());
        for (one, drafted) in records(folder, &shipped).into_iter().zip(records(folder, &ours)) {
            for (i, answer) in one.answers.iter().enumerate() {
                let code = drafted.answers.get(i).map(|answer| answer.code.name().to_owned());
                all += 1;
                same += usize::from(code.as_deref() == Some(answer.code.name()));
                if code.as_deref() != Some(answer.code.name()) {
                    other.push(format!("{} {}: {} and {code:?}", one.file, answer.field, answer.code));
                }
            }
        }
        assert!(same * 100 >= all * 95, "{folder}: {same} of {all}\n{}", other.join("\n"));
    }
}

#[test]
fn a_draft_tells_kinds_options_periods_and_routing() {
    use QuestionKind::{Choice, Counts, Date, Number, Text, YesNo};
    let questionnaire = read(&drafted("fixtures/requests/council-parking.txt"));
    let kinds: Vec<QuestionKind> = questionnaire.questions.iter().map(|question| question.kind).collect();
    let wanted = [
        Counts, Text, Counts, Counts, YesNo, YesNo, YesNo, Choice, Date, Number, YesNo, Date, YesNo, Text, Number,
        Text, YesNo, Text,
    ];
    assert_eq!(kinds, wanted);
    let by_number = |number: &str| questionnaire.questions.iter().find(|q| q.number == number).unwrap();
    assert_eq!(by_number("1a").periods, ["2021/22", "2022/23", "2023/24", "2024/25"]);
    let options: Vec<&str> = by_number("4").options.iter().map(|option| option.id.as_str()).collect();
    assert_eq!(options, ["cash", "card", "app", "permit-only"]);
    let fields = |numbers: &[&str]| -> Vec<String> { numbers.iter().map(|n| by_number(n).field.clone()).collect() };
    assert_eq!(by_number("3b").only_if, fields(&["3a-i", "3a-ii"]));
    assert_eq!(by_number("7b").only_if, fields(&["7a"]));
    assert_eq!(by_number("9b").only_if, fields(&["9a"]));
}

#[test]
fn letters_in_prose_bullets_and_forms_are_drafted_from() {
    let one = |text: &str| draft(text, "x", &Catalogue::with(Vec::new())).map(|draft| write_draft(&draft, "x"));
    let bullets = "Dear FOI team\n\nPlease could you tell me:\n\n- How many vehicles were bought in each of 2022, 2023 and 2024?\n\
        - Does the council own an electric vehicle?\n- If so, how many?\n\nYours sincerely\n";
    let questionnaire = read(&one(bullets).unwrap());
    let kinds: Vec<&str> = questionnaire.questions.iter().map(|question| question.kind.name()).collect();
    assert_eq!(kinds, ["counts", "yes-no", "number"]);
    assert_eq!(questionnaire.questions[0].periods, ["2022", "2023", "2024"]);
    assert_eq!(questionnaire.questions[2].only_if, [questionnaire.questions[1].field.clone()]);
    let form = "Question 1: On what date did the policy come into force?\nQuestion 2: Who approved it?\n";
    assert_eq!(read(&one(form).unwrap()).questions.len(), 2);
    assert!(one("Thank you for your letter.\n").is_none());
}

#[test]
fn faults_say_what_and_where() {
    let faults = |toml: &str| Questionnaire::read(toml).faults;
    let whole = |more: &str| {
        format!(
            "id = \"x\"\ntitle = \"X\"\n\n[[question]]\nfield = \"a\"\nkind = \"yes-no\"\nwordings = [\"Is it so?\"]\n{more}"
        )
    };
    let second = |lines: &str| whole(&format!("\n[[question]]\n{lines}\n"));
    for (toml, said, at) in [
        (String::new(), "the file is empty", ""),
        ("id = \"x\"\ntitle = \"X\"\n".to_owned(), "there is no question", ""),
        (whole("colour = 1\n"), "unknown key `colour`", "colour"),
        (second("field = \"a\"\nkind = \"text\"\nwordings = [\"Why?\"]"), "the field `a` is given twice", "\"a\""),
        (second("field = \"b\"\nkind = \"txt\"\nwordings = [\"Why?\"]"), "there is no kind `txt`", "\"txt\""),
        (
            second("field = \"b\"\nkind = \"text\"\nparent = \"9\"\nwordings = [\"Why?\"]"),
            "the parent `9` does not exist",
            "\"9\"",
        ),
        (second("field = \"b\"\nkind = \"text\"\nonly-if = [\"z\"]\nwordings = [\"Why?\"]"), "depends on `z`", "\"z\""),
        (
            second("field = \"b\"\nkind = \"text\"\nwordings = [\"Is it so\"]"),
            "too alike to tell apart",
            "\"Is it so\"",
        ),
        (second("field = \"b\"\nkind = \"choice\"\nwordings = [\"Which?\"]"), "a choice without options", "\"choice\""),
        (
            second("field = \"b\"\nkind = \"counts\"\nperiods = [\"soon\"]\nwordings = [\"How many?\"]"),
            "`soon` is no period",
            "\"soon\"",
        ),
        (second("field = \"b\"\nkind = \"text\"\nwordings = []"), "has no wording", "[]"),
        (second("field = \"file\"\nkind = \"text\"\nwordings = [\"Why?\"]"), "the field `file` is taken", "\"file\""),
        (second("field = \"B b\"\nkind = \"text\"\nwordings = [\"Why?\"]"), "cannot be a column's name", "\"B b\""),
    ] {
        let found = faults(&toml);
        let fault =
            found.iter().find(|fault| fault.message.contains(said)).unwrap_or_else(|| panic!("{said}: {found:#?}"));
        assert_eq!(fault.level, Level::Error, "{said}");
        assert!(at.is_empty() || fault.span.of(&toml) == at, "{said}: {:?}", fault.span.of(&toml));
    }
}

/// The keys that the schema allows in one of its parts.
fn keys(schema: &Value, part: &str) -> Vec<String> {
    let part = if part.is_empty() { schema } else { &schema["$defs"][part] };
    assert_eq!(part["additionalProperties"], false);
    part["properties"].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn the_schema_readme_and_the_reader_know_the_same_keys() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let readme = include_str!("../README.md");
    // An unknown key makes the reader list those it knows.
    for (part, toml) in [
        ("", "zzz = 1\n"),
        ("group", "id = \"x\"\ntitle = \"X\"\n[[group]]\nzzz = 1\n"),
        ("question", "id = \"x\"\ntitle = \"X\"\n[[question]]\nzzz = 1\n"),
        (
            "option",
            "id = \"x\"\ntitle = \"X\"\n[[question]]\nfield = \"a\"\nkind = \"choice\"\noptions = [{ zzz = 1 }]\n",
        ),
    ] {
        let fault = &Questionnaire::read(toml).faults[0].message;
        let mut known: Vec<&str> = fault.split('`').skip(3).step_by(2).collect();
        known.sort_unstable();
        let mut allowed = keys(&schema, part);
        allowed.sort_unstable();
        assert_eq!(known, allowed, "{part}");
        for key in known {
            assert!(readme.contains(&format!("`{key}`")), "README: {key}");
        }
    }
    let kinds = schema["$defs"]["question"]["properties"]["kind"]["enum"].as_array().unwrap();
    assert_eq!(
        kinds.iter().map(|kind| kind.as_str().unwrap()).collect::<Vec<_>>(),
        QuestionKind::ALL.map(|kind| kind.name())
    );
}

#[test]
fn letters_about_parking_are_read_as_people_read_them() {
    let folder = Path::new("fixtures/parking");
    let catalogue = Catalogue::with(vec![read(&std::fs::read_to_string(folder.join("questionnaire.toml")).unwrap())]);
    let gold = std::fs::read_to_string(folder.join("gold.jsonl")).unwrap();
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for label in gold.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()) {
        let file = label["file"].as_str().unwrap();
        let record = extract(&read_file(&folder.join(file)).unwrap(), &catalogue);
        let wanted: HashMap<String, String> = serde_json::from_value(label["answers"].clone()).unwrap();
        if wanted.is_empty() {
            assert_eq!(record.questionnaire, None, "{file} answers something else");
        }
        for (field, codes) in wanted {
            let answer = record.answers.iter().find(|answer| answer.field == field);
            let as_people_do = answer.is_some_and(|answer| codes.split('|').any(|code| code == answer.code.name()));
            all += 1;
            right += usize::from(as_people_do);
            if answer.is_some_and(|answer| answer.certainty == Certainty::Stated) && !as_people_do {
                wrong.push(format!("{file} {field}: {codes}"));
            }
        }
    }
    // What is missed: answers that speak of a thing without any of its words, and a name that stands for a yes.
    assert!(right * 100 >= all * 96, "{right} of {all}");
    assert!(wrong.is_empty(), "stated and wrong: {wrong:?}");
}

const LIBRARIES: &str = "Dear officer\n\nPlease answer about libraries.\n\n\
    1. How many libraries did the council run in each of 2021, 2022 and 2023?\n\
    2. a) Has the council closed any library since 2021?\n   b) If yes, please name them.\n\
    3. Which of these can members borrow: e-books, films, instruments?\n\
    4. a) Does the council charge fines for late books?\n   b) If so, from when?\n\nYours faithfully\n";

#[test]
fn numbers_alone_are_followed_however_the_letter_counts() {
    let toml = write_draft(&draft(LIBRARIES, "libraries", &Catalogue::with(Vec::new())).unwrap(), "libraries");
    let catalogue = Catalogue::with(vec![read(&toml)]);
    let codes = |letter: &str| -> Vec<String> {
        let record = extract(&read_text("letter.txt", letter.to_owned()), &catalogue);
        record.answers.iter().map(|answer| answer.code.name().to_owned()).collect()
    };
    let frame = |answers: &str| {
        format!(
            "Dear requester\n\nThank you for your request about libraries.\n\n{answers}\n\nYours sincerely\n\nFOI Officer\n"
        )
    };
    // Other numbers below the same ones.
    let counted = "1.1  We ran 14 in 2021 and 13 since.\n\n2.1  Yes.\n2.2  Upper Wharf\n\n3.  All but instruments.\n\n4.1  Yes.\n4.2  1 April 2019";
    let table = "Question | Reply\n1 | 2021: 14 / 2022: 13 / 2023: 13\n2a | Yes\n2b | Upper Wharf\n3 | All of these except instruments\n4a | Yes\n4b | 1 April 2019";
    for letter in [counted, table] {
        let wanted = ["given", "yes", "given", "e-books+films", "yes", "2019-04-01"];
        assert_eq!(codes(&frame(letter)), wanted, "{letter}");
    }
    let ranges = "Q1 and Q2: Our libraries are run by a trust. Please ask them.\nQ3: See Q1.\nQ4: No.";
    assert_eq!(codes(&frame(ranges)), ["elsewhere", "elsewhere", "elsewhere", "elsewhere", "no", "not-applicable"]);
}
