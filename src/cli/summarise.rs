//! `foi-rj summarise`: what a person wants to know first about a heap of letters, on one screen.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::ValueEnum;

use super::asked::Asked;
use super::input::Input;
use crate::analysis::summary::Summary;
use crate::catalogue::Catalogue;
use crate::output::summary::{FIGURES_IN_MARKDOWN, FIGURES_IN_TEXT, write_csv, write_json, write_markdown, write_text};
use crate::record::Record;

/// Count a heap of letters: replies, answers, dates, figures, and what needs a person's eye
///
/// Examples:
///   foi-rj summarise letters/
///   foi-rj summarise --format markdown letters/ > summary.md
///   foi-rj summarise --format json letters/ | jq .questionnaires
///   foi-rj summarise letters/ --sent sent.csv --on 2025-09-01
///
/// Only documents that answer a request are counted below the first lines.
/// "Asked" are the replies that print a question; "usable" those whose answer is
/// a value: yes, no, a date, words given. Refused, not held, blank and the like
/// are no values and never count as "no". Percentages of yes and no are of the
/// usable. A figure such as <5 counts as 0 to 4, so a sum over it is a range. Of
/// two replies of one body to one request the later counts.
///
/// With --sent, the bodies asked: who has replied, refused or sent nothing, who is
/// late or overdue, and each question by body. `foi-rj sent` begins such a list.
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Letters, and the questionnaires that are known
    #[command(flatten)]
    pub input: Input,

    /// The bodies asked
    #[command(flatten)]
    pub asked: Asked,

    /// How to write the summary
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// How to write a summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One screen, 80 columns wide
    Text,
    /// Headings and tables, for a report
    Markdown,
    /// One object, `foi-rj/summary/1`
    Json,
    /// One tidy table, a row a number
    Csv,
}

/// Summarises what `for_each_record` finds under the paths of `args` into `out`.
///
/// `for_each_record` is given the paths and what to do with each record, in path order; whatever it returns (files
/// that could not be read, say) is passed on. `out` receives styles: its owner decides on colour.
pub fn run<Done>(
    args: &Args,
    catalogue: &'static Catalogue,
    out: &mut impl Write,
    for_each_record: impl FnOnce(&[PathBuf], &mut dyn FnMut(&Record)) -> Result<Done>,
) -> Result<Done> {
    let mut summary = Summary::new(&catalogue.questionnaires);
    let mut sent = args.asked.sent(catalogue)?;
    let done = for_each_record(&args.input.paths, &mut |record| {
        summary.add(record);
        sent.iter_mut().for_each(|sent| sent.add(record));
    })?;
    let mut report = summary.report_with(match args.format {
        Format::Text => FIGURES_IN_TEXT,
        Format::Markdown => FIGURES_IN_MARKDOWN,
        Format::Json | Format::Csv => usize::MAX,
    });
    let day = args.asked.day()?;
    report.sent = sent.map(|sent| sent.report(day, &catalogue.questionnaires));
    match args.format {
        Format::Text => write_text(&report, out).context("cannot write the summary")?,
        Format::Markdown => write_markdown(&report, out).context("cannot write the summary")?,
        Format::Json => write_json(&report, out)?,
        Format::Csv => write_csv(&report, out)?,
    }
    out.flush().context("cannot write the summary")?;
    Ok(done)
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::analysis::summary::samples::corpus;

    #[derive(Parser)]
    struct Program {
        #[command(flatten)]
        args: Args,
    }

    fn summarised(arguments: &[&str]) -> String {
        let args = Program::try_parse_from([&["foi-rj"], arguments].concat()).unwrap().args;
        let mut out = Vec::new();
        let read = run(&args, Catalogue::shipped(), &mut out, |paths, each| {
            let letters = corpus(4);
            letters.iter().for_each(each);
            Ok((paths.len(), letters.len()))
        });
        assert_eq!(read.unwrap(), (1, 40));
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn every_format_is_written() {
        assert!(summarised(&["letters"]).contains("40 letters"));
        assert!(summarised(&["letters", "--format", "markdown"]).starts_with("# 40 letters"));
        assert!(summarised(&["letters", "--format", "json"]).contains("\"schema\": \"foi-rj/summary/1\""));
        assert!(summarised(&["letters", "--format", "csv"]).starts_with("section,questionnaire,name,"));
    }

    #[test]
    fn a_path_is_needed() {
        assert!(Program::try_parse_from(["foi-rj"]).is_err());
    }
}
