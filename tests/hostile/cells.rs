//! Formulas where a spreadsheet would run them.

use std::fs;

use tempfile::TempDir;

use super::{code, err, out, run};

/// Every place of a letter that reaches a cell begins with `formula`.
fn letter(formula: &str) -> String {
    format!(
        "{formula} NHS Trust\n\nOur ref: {formula}77\nDate: 16 July 2025\n\nDear Requester\n\n\
         a) {formula} Has your Trust signed up to the NHS England Sexual Safety in Healthcare Charter (2023)?\n\n\
         Response: {formula} Yes\n\nb) Provide any internal implementation plans, policy updates, or cultural change \
         programmes associated with the Charter\n\n{formula} Please see attached plan. \
         https://example.org/{formula} and section 21 applies.\n\n\
         c) {formula} How many incidents were recorded in each year?\n\n\
         | {formula} Incident | 2022/23 | {formula} 2023/24 |\n|---|---|---|\n\
         | {formula} Patient | -5 | {formula}17 |\n| {formula} Staff | <5 | 9 |\n\nYours sincerely\n\nFOI Team\n"
    )
}

fn cells(csv: &[u8]) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv);
    reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn runs(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && cell.parse::<i64>().is_err()
}

#[test]
fn no_cell_of_any_table_is_a_formula() {
    for formula in
        ["=HYPERLINK(\"http://x\",\"y\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=\"a\nb\""]
    {
        let folder = TempDir::new().unwrap();
        let name = format!("{}.txt", formula.replace('/', "\u{2215}"));
        fs::write(folder.path().join(&name), letter(formula)).unwrap();
        let path = folder.path();
        // Named as it stands, so that the path begins with the formula; `--` parts it from the options.
        let written = run(path, &["export", "-o", "tables/", "--", &name]);
        assert_eq!(code(&written), Some(0), "{}", err(&written));
        let mut filled = 0;
        for table in fs::read_dir(path.join("tables")).unwrap() {
            let table = table.unwrap().path();
            let cells = cells(&fs::read(&table).unwrap()[3..]);
            filled += cells.len();
            let formulas: Vec<&String> = cells.iter().filter(|cell| runs(cell)).collect();
            assert!(formulas.is_empty(), "{}: {formulas:?}", table.display());
        }
        assert!(filled > 100);
        for arguments in [
            &["query", "--format", "csv", "--field", "charter_signed!=no", "--", &name][..],
            &["query", "--format", "csv", "--sql", "select * from exchanges join counts using (file)", "--", &name],
            &["summarise", "--format", "csv", "--", &name],
        ] {
            let printed = run(path, arguments);
            let cells = cells(&printed.stdout);
            let formulas: Vec<&String> = cells.iter().filter(|cell| runs(cell)).collect();
            assert!(cells.len() > 5 && formulas.is_empty(), "{arguments:?}: {formulas:?} {}", err(&printed));
        }
    }
}

#[test]
fn numbers_stay_numbers_and_the_letter_stays_as_it_is() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.txt"), letter("=1+1")).unwrap();
    let records = out(&run(folder.path(), &["export", "a.txt", "--format", "jsonl"]));
    assert!(records.contains("\"=1+1 Yes\"") && !records.contains("'=1+1"), "{records}");
    let counted = run(folder.path(), &["query", "a.txt", "--format", "csv", "--sql", "select -5 as n"]);
    assert_eq!(out(&counted), "n\r\n-5\r\n");
}
