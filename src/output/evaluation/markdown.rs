//! The evaluation as Markdown, for a report: the same figures in tables.

use std::io::{self, Write};

use super::confusion::matrix;
use super::words::{estimate, f1, figure, interval, measure, of, precision_recall_f1};
use crate::analysis::evaluation::{Change, DRAWS, FieldReport, Figures, Report};
use crate::output::markdown::{cell, table, table_under};
use crate::output::summary::words::{counted, percent};

/// Writes the evaluation as Markdown; the list of mistakes only where it is wanted.
///
/// # Errors
/// Those of `out`.
pub fn write_markdown(report: &Report, with_mistakes: bool, out: &mut impl Write) -> io::Result<()> {
    let letters = report.figures.letters;
    writeln!(out, "# {} by {}\n", counted(letters.of, "letter"), cell(&report.gold))?;
    writeln!(out, "{} ({}) are right in everything that is labelled.", of(letters), percent(letters.n, letters.of))?;
    for (n, said) in [
        (report.without_record.len(), "of the labelled letters were not read and count as wrong"),
        (report.without_label, "of the letters read have no label and count nowhere"),
        (report.without_text, "were read without their text, so that exchanges and evidence are not measured"),
    ] {
        if n > 0 {
            writeln!(out, "{n} {said}.")?;
        }
    }
    measures(&report.figures, out)?;
    fields(report, out)?;
    layouts(report, out)?;
    let pairs = report.agreements.iter().filter(|_| report.agreements.len() > 1);
    let pairs = pairs.map(|pair| {
        vec![pair.one.clone(), pair.other.clone(), pair.letters.to_string(), of(pair.same), estimate(pair.alpha)]
    });
    table_under(out, "Agreement".to_owned(), &["coder", "coder", "letters", "same codes", "alpha"], pairs.collect())?;
    if let Some(changes) = &report.changes {
        changed("Newly right", &changes.gains, out)?;
        changed("Newly wrong", &changes.losses, out)?;
    }
    let mistakes = report.mistakes.iter().filter(|_| with_mistakes);
    let rows = mistakes.map(|m| vec![m.file.clone(), m.item.clone(), m.gold.clone(), m.read.clone(), m.note.clone()]);
    table_under(out, "Mistakes".to_owned(), &["letter", "item", "label", "read", ""], rows.collect())
}

fn measures(figures: &Figures, out: &mut impl Write) -> io::Result<()> {
    let mut rows: Vec<Vec<String>> = figures
        .measures
        .iter()
        .map(|found| {
            let tally = found.tally;
            let counts = [tally.right, tally.read, tally.due].map(|n| n.to_string());
            [measure(&found.name)].into_iter().chain(counts).chain(precision_recall_f1(tally)).collect()
        })
        .collect();
    for (name, share) in
        [("codes of the exchanges found", figures.exchange_codes), ("evidence in its place", figures.evidence)]
    {
        if share.of > 0 {
            let (n, of) = (share.n.to_string(), share.of.to_string());
            rows.push(vec![name.to_owned(), n, of, String::new(), figure(share.value()), String::new(), String::new()]);
        }
    }
    table_under(out, "Letters".to_owned(), &["", "right", "read", "due", "precision", "recall", "F1"], rows)
}

fn fields(report: &Report, out: &mut impl Write) -> io::Result<()> {
    let Some(all) = &report.figures.answers else { return Ok(()) };
    let row = |name: &str, answers: &crate::analysis::evaluation::Answers| {
        vec![
            name.to_owned(),
            of(answers.right_where_asked),
            estimate(answers.asked),
            figure(answers.right.value()),
            figure(answers.alpha.value),
            interval(answers.alpha.interval),
            figure(Some(answers.values.precision())),
            figure(Some(answers.values.recall())),
            of(answers.stated_wrong),
            of(answers.review),
            of(answers.wrong_in_review),
        ]
    };
    let rows = report.fields.iter().map(|field| row(&field.field, &field.answers));
    let rows = rows.chain([row("all", all)]).collect();
    let columns = [
        "field",
        "right where asked",
        "share",
        "share of all",
        "alpha",
        "95 %",
        "precision of values",
        "recall of values",
        "stated and wrong",
        "sent to review",
        "wrong ones in review",
    ];
    table_under(out, "Answers".to_owned(), &columns, rows)?;
    writeln!(out, "\nAlpha is Krippendorff's, nominal, over all codes. Intervals: 95 % of {DRAWS} draws of letters.")?;
    report.fields.iter().try_for_each(|field| confusion(field, out))
}

fn confusion(field: &FieldReport, out: &mut impl Write) -> io::Result<()> {
    let table = matrix(&field.confusion);
    let rows = table.rows.iter().map(|(name, cells)| {
        let cells = cells.iter().map(|n| if *n == 0 { String::new() } else { n.to_string() });
        [(*name).to_owned()].into_iter().chain(cells).collect()
    });
    let columns: Vec<&str> =
        ["labels \\ read"].into_iter().chain(table.columns.iter().map(|(name, _)| *name)).collect();
    writeln!(out, "\n### {}\n", cell(&field.field))?;
    self::table(out, &columns, rows.collect())
}

fn layouts(report: &Report, out: &mut impl Write) -> io::Result<()> {
    let rows = report.layouts.iter().map(|layout| {
        let (figures, answers) = (&layout.figures, layout.figures.answers.as_ref());
        vec![
            layout.layout.clone().unwrap_or_else(|| "(none)".to_owned()),
            of(figures.letters),
            answers.map_or("–".to_owned(), |answers| of(answers.right_where_asked)),
            answers.map_or("–".to_owned(), |answers| figure(answers.alpha.value)),
            f1(figures.measure("exchanges")),
            figure(figures.exchange_codes.value()),
            f1(figures.measure("counts")),
        ]
    });
    let columns = ["layout", "letters right", "answers right", "alpha", "exchanges F1", "codes", "counts F1"];
    table_under(out, "Layouts".to_owned(), &columns, rows.collect())
}

fn changed(title: &str, changes: &[Change], out: &mut impl Write) -> io::Result<()> {
    let rows =
        changes.iter().map(|c| vec![c.file.clone(), c.item.clone(), c.gold.clone(), c.before.clone(), c.now.clone()]);
    table_under(
        out,
        format!("{title} ({})", changes.len()),
        &["letter", "item", "label", "before", "now"],
        rows.collect(),
    )
}
