//! The tables of ACCURACY.md.

use anyhow::Result;
use foi_rj::analysis::evaluation::{Answers, Figures, Judgement, by_field as fields_of};
use foi_rj::output::evaluation::words::{estimate, f1, figure, measure, of, precision_recall_f1};
use foi_rj::output::markdown::table;

use super::Folder;

/// A row a measure, a column a folder.
pub fn by_folder(folders: &[Folder]) -> Result<String> {
    let figures: Vec<Figures> = folders.iter().map(|folder| Figures::of(&all(folder))).collect();
    let row = |name: &str, cell: &dyn Fn(&Figures) -> String| -> Vec<String> {
        [name.to_owned()].into_iter().chain(figures.iter().map(cell)).collect()
    };
    let answers =
        |figures: &Figures, said: fn(&Answers) -> String| figures.answers.as_ref().map_or("–".to_owned(), said);
    let mut rows = vec![
        row("letters", &|figures| figures.letters.of.to_string()),
        row("letters right in everything", &|figures| of(figures.letters)),
        row("kind: share right", &|figures| figure(figures.measure("kind").map(|tally| tally.recall()))),
        row("authority: precision / recall", &|figures| {
            let tally = figures.measure("authority").unwrap_or_default();
            let [precision, recall, _] = precision_recall_f1(tally);
            format!("{precision} / {recall}")
        }),
    ];
    for name in ["reference", "requested_on", "responded_on"] {
        rows.push(row(&format!("{}: F1", measure(name)), &|figures| f1(figures.measure(name))));
    }
    rows.extend([
        row("answers right where asked", &|figures| answers(figures, |all| estimate(all.asked))),
        row("answers: alpha", &|figures| answers(figures, |all| estimate(all.alpha))),
        row("answers stated and wrong", &|figures| answers(figures, |all| of(all.stated_wrong))),
        row("answers sent to review", &|figures| answers(figures, |all| of(all.review))),
        row("wrong answers sent to review", &|figures| answers(figures, |all| of(all.wrong_in_review))),
        row("exchanges: F1", &|figures| f1(figures.measure("exchanges"))),
        row("codes of exchanges found", &|figures| figure(figures.exchange_codes.value())),
        row("exemptions: F1", &|figures| f1(figures.measure("exemptions"))),
        row("counts: F1", &|figures| f1(figures.measure("counts"))),
        row("evidence in its place", &|figures| of(figures.evidence)),
    ]);
    let names: Vec<String> = folders.iter().map(|folder| format!("`{}`", folder.name)).collect();
    written(&[""].into_iter().chain(names.iter().map(String::as_str)).collect::<Vec<_>>(), rows)
}

/// A table a folder, a row a field.
pub fn by_field(folders: &[Folder]) -> Result<String> {
    let columns = ["field", "right, of asked", "share (95 %)", "alpha (95 %)", "stated and wrong", "sent to review"];
    let mut tables = Vec::new();
    for folder in folders {
        let fields = fields_of(&all(folder));
        if fields.is_empty() {
            continue;
        }
        let row = |name: &str, answers: &Answers| {
            let (right, share, alpha) =
                (of(answers.right_where_asked), estimate(answers.asked), estimate(answers.alpha));
            vec![name.to_owned(), right, share, alpha, of(answers.stated_wrong), of(answers.review)]
        };
        let rows = fields.iter().map(|field| row(&field.field, &field.answers)).collect();
        tables.push(format!("### `{}`\n\n{}", folder.name, written(&columns, rows)?));
    }
    Ok(tables.join("\n\n"))
}

fn all(folder: &Folder) -> Vec<&Judgement> {
    folder.letters.iter().collect()
}

fn written(columns: &[&str], rows: Vec<Vec<String>>) -> Result<String> {
    let mut out = Vec::new();
    table(&mut out, columns, rows)?;
    Ok(String::from_utf8(out)?.trim_end().to_owned())
}
