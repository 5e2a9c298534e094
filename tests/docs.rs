//! The documents against the program: what README shows is what is printed, and nothing that exists is left out.

use std::process::Command;

use assert_cmd::cargo::CommandCargoExt;
use clap::CommandFactory;
use foi_rj::analysis::sent::{COLUMNS, CONTRADICTIONS, NotMatched, Status, Timing};
use foi_rj::catalogue::Catalogue;
use foi_rj::cli::Program;
use foi_rj::output::tables::NAMES;
use foi_rj::record::Code;

const README: &str = include_str!("../README.md");

/// The commands shown with their output: the line after `$ `, and the lines below it.
fn examples() -> Vec<(String, String)> {
    let blocks = README.split("```console\n").skip(1).filter_map(|rest| rest.split_once("```"));
    blocks
        .map(|(block, _)| {
            let (command, output) = block.split_once('\n').unwrap();
            (command.trim_start_matches("$ foi-rj ").to_owned(), output.to_owned())
        })
        .collect()
}

/// Words as a shell parts them, as far as README needs it.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (i, part) in command.split('"').enumerate() {
        if i % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

#[test]
fn the_examples_print_what_is_shown() {
    let examples = examples();
    assert!(examples.len() > 3);
    for (command, shown) in examples {
        let (arguments, head) = command.split_once(" | head -").unwrap_or((&command, ""));
        let output = Command::cargo_bin("foi-rj").unwrap().args(words(arguments)).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let printed = match head.parse::<usize>() {
            Ok(lines) => text.lines().take(lines).map(|line| format!("{line}\n")).collect(),
            Err(_) => text,
        };
        assert_eq!(printed, shown, "README shows something else for: foi-rj {command}");
    }
}

#[test]
fn every_command_option_table_and_code_is_in_readme() {
    for command in Program::command().get_subcommands() {
        assert!(README.contains(&format!("`{}", command.get_name())), "{}", command.get_name());
        let formats = command.get_arguments().find(|argument| argument.get_id() == "format");
        for format in formats.iter().flat_map(|argument| argument.get_possible_values()) {
            assert!(
                README.contains(&format!("`{}`", format.get_name())),
                "{} --format {}",
                command.get_name(),
                format.get_name()
            );
        }
    }
    for option in [
        "--authority",
        "--field",
        "--adopted-from",
        "--adopted-to",
        "--kind",
        "--exemption",
        "--contains",
        "--needs-review",
        "--sql",
        "--questionnaire",
        "--sent",
        "--on",
        "--status",
        "--timing",
        "--all-trusts",
        "--region",
        "--sent-on",
        "--force",
        "--bom",
        "--no-bom",
        "--no-guard",
        "--letters",
        "--gold",
        "--against",
        "--only-found",
        "--mistakes",
        "--fail-under",
        "-j N",
    ] {
        assert!(README.contains(option), "{option}");
    }
    let statuses = Status::ALL.map(Status::name).into_iter();
    let words = statuses.chain(Timing::ALL.map(Timing::name)).chain(COLUMNS);
    let words = words.chain(NotMatched::ALL.map(NotMatched::name)).chain(CONTRADICTIONS);
    for word in words {
        assert!(README.contains(&format!("`{word}`")), "{word}");
    }
    for table in NAMES {
        assert!(README.contains(&format!("`{table}`")), "{table}");
    }
    for code in Code::NAMED {
        assert!(README.contains(&format!("`{code}`")), "{code}");
    }
}

/// The figures change with every better reading, so that only their frame is held: what people wrote, the letters
/// counted, a row a field. `cargo run --release --example accuracy > ACCURACY.md` prints the page.
#[test]
fn accuracy_is_printed_from_its_template_for_the_letters_there_are() {
    let page = include_str!("../ACCURACY.md");
    let template = include_str!("../examples/accuracy/template.md");
    for part in template.split("\n\n").filter(|part| !part.contains("{{")) {
        assert!(page.contains(part.trim_end()), "ACCURACY.md lacks, and must be printed again for: {part}");
    }
    let row = |name: &str| page.lines().find(|line| line.starts_with(&format!("| {name} |"))).unwrap_or_default();
    let counted: usize = row("letters").split('|').filter_map(|cell| cell.trim().parse::<usize>().ok()).sum();
    let labelled = std::fs::read_to_string("fixtures/gold.jsonl").unwrap().lines().count();
    assert_eq!(counted, labelled, "letters in ACCURACY.md, and in fixtures/gold.jsonl");
    let questionnaire = &Catalogue::shipped().questionnaires[0];
    for question in &questionnaire.questions {
        let name = question.field.replace('_', "\\_");
        assert!(!row(&name).is_empty(), "{} has no row", question.field);
    }
}

/// The commands of the way from a request to a spreadsheet, as README has them.
fn five_commands() -> Vec<Vec<String>> {
    let block = README.split("in five commands:\n\n```sh\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let commands = block.lines().map(|line| line.split('#').next().unwrap_or_default());
    commands.map(|command| words(command.trim_start_matches("foi-rj "))).collect()
}

#[test]
fn a_request_becomes_a_spreadsheet_in_five_commands() {
    let folder = tempfile::TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::copy("fixtures/requests/council-parking.txt", at("request.txt")).unwrap();
    std::fs::create_dir(at("letters")).unwrap();
    for letter in std::fs::read_dir("fixtures/parking/letters").unwrap().map(|entry| entry.unwrap()) {
        std::fs::copy(letter.path(), at("letters").join(letter.file_name())).unwrap();
    }
    let commands = five_commands();
    assert_eq!(commands.len(), 5);
    for command in commands {
        let done = Command::cargo_bin("foi-rj").unwrap().current_dir(folder.path()).args(&command).output().unwrap();
        assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
    }
    let questionnaire = std::fs::read_to_string(at("mine.toml")).unwrap();
    let fields: Vec<&str> = questionnaire.lines().filter_map(|line| line.strip_prefix("field = ")).collect();
    let mut rows = csv::Reader::from_path(at("letters.csv")).unwrap();
    let header = rows.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert!(rows.len() >= 14, "{} rows", rows.len());
    for field in fields.iter().map(|field| field.trim_matches('"')) {
        let column = header.iter().position(|name| name == field).unwrap_or_else(|| panic!("no column {field}"));
        let filled = rows.iter().filter(|row| !row[column].is_empty()).count();
        assert!(filled >= 8, "{field} is filled in {filled} of {} rows", rows.len());
    }
}

#[test]
fn readme_opens_with_what_it_does_and_two_commands() {
    let tests = README.lines().find(|line| line.starts_with("cargo test")).unwrap();
    let ci = std::fs::read_to_string(".ci/run").unwrap();
    assert!(ci.contains(tests.split('#').next().unwrap().trim()), "`.ci/run` runs README's test command");
    assert!(README.find("cargo run --release").unwrap() < 1500);
}
