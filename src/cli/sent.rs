//! `foi-rj sent`: a list of bodies to ask, to be filled in as requests go out.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use chrono::NaiveDate;

use super::asked::read_day;
use crate::analysis::query::unknown;
use crate::catalogue::Organisations;
use crate::catalogue::organisations::Organisation;
use crate::output::csv::{CsvWriter, Style};
use crate::output::file::NewFile;
use crate::output::tables::{asking_columns, asking_row};

/// The kinds of body that are NHS trusts and foundation trusts.
const TRUSTS: [&str; 7] = ["acute", "ambulance", "community", "integrated", "mental-health", "specialist", "trust"];

/// Begin a list of bodies to ask, for --sent
///
/// Examples:
///   foi-rj sent --all-trusts -o sent.csv
///   foi-rj sent --all-trusts --region London --sent-on 2025-05-12 -o sent.csv
///   foi-rj sent --kind health-board,hsc-trust -o sent.csv
///   foi-rj summarise letters/ --sent sent.csv
///
/// A row a body, with its mailbox for requests where that is known. Fill in sent_on
/// as requests go out, and reference when the body gives one; add rows for bodies
/// that are not known here by the name that their letters print. README describes
/// the columns.
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Every NHS trust and foundation trust
    #[arg(long)]
    pub all_trusts: bool,

    /// Bodies of these kinds, parted by commas: acute, icb, health-board …; with --all-trusts, trusts of these kinds
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,

    /// Only bodies of these regions, parted by commas: an NHS region of England, or Scotland, Wales, Northern Ireland
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,

    /// Fill in this day as the one on which the request was sent, and list the bodies there were on it: YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub sent_on: Option<String>,

    /// Write to a file
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Replace a file that exists
    #[arg(long)]
    pub force: bool,
}

/// Writes the list that `args` ask for.
///
/// # Errors
/// A kind, region or day that is none; nothing said of which bodies are wanted; output that cannot be written.
pub fn run(args: &Args, organisations: &Organisations, out: &mut impl Write) -> Result<()> {
    let sent_on = args.sent_on.as_ref().map(|day| read_day("--sent-on", day)).transpose()?;
    let bodies = wanted(args, sent_on, organisations)?;
    ensure!(!bodies.is_empty(), "no body is of that kind in that region; leave one of the two out");
    match &args.output {
        Some(path) if path != Path::new("-") => {
            let mut file = NewFile::begin(path, args.force)?;
            write(&bodies, sent_on, Style { mark: true, guard: true }, &mut file)?;
            file.finish()?;
        }
        _ => write(&bodies, sent_on, Style { mark: false, guard: true }, out)?,
    }
    Ok(())
}

fn write(bodies: &[&Organisation], sent_on: Option<NaiveDate>, style: Style, out: &mut impl Write) -> Result<()> {
    let mut table = CsvWriter::begin(out, &asking_columns(), style).context("cannot write the list")?;
    for body in bodies {
        table.row(&asking_row(body, sent_on)).context("cannot write the list")?;
    }
    table.finish().context("cannot write the list")?;
    Ok(())
}

/// The bodies that `args` ask for and that there are on `day`; without a day, that have not closed. In order of name.
fn wanted<'o>(args: &Args, day: Option<NaiveDate>, organisations: &'o Organisations) -> Result<Vec<&'o Organisation>> {
    if !args.all_trusts && args.kind.is_none() && args.region.is_none() {
        bail!("say which bodies: --all-trusts, --kind or --region; they can be combined");
    }
    // Suppliers, support units and requesters are known as well, yet are no bodies to ask.
    let asked = |body: &&Organisation| !matches!(body.kind.as_str(), "requester" | "supplier" | "support-unit");
    let kinds = chosen("kind of body (--kind)", args.kind.as_deref(), organisations, |body| &body.kind)?;
    let regions = chosen("region (--region)", args.region.as_deref(), organisations, |body| &body.region)?;
    let there = |body: &&Organisation| match day {
        Some(day) => body.open_on(Some(day)) && body.opened.is_none_or(|opened| opened <= day),
        None => body.closed.is_none(),
    };
    let all = organisations.all().iter().filter(asked).filter(there);
    let all = all.filter(|body| !args.all_trusts || TRUSTS.contains(&body.kind.as_str()));
    let all = all.filter(|body| kinds.is_empty() || kinds.contains(&body.kind.as_str()));
    let mut all: Vec<&Organisation> =
        all.filter(|body| regions.is_empty() || regions.contains(&body.region.as_str())).collect();
    all.sort_by_key(|body| body.name_on(day).trim_start_matches("The "));
    Ok(all)
}

/// The names in a comma list, as the organisations have them, whatever their case.
fn chosen<'o>(
    what: &str,
    list: Option<&str>,
    organisations: &'o Organisations,
    of: impl Fn(&'o Organisation) -> &'o String,
) -> Result<Vec<&'o str>> {
    let mut known: Vec<&str> = organisations.all().iter().map(|body| of(body).as_str()).collect();
    known.sort_unstable();
    known.dedup();
    known.retain(|name| !name.is_empty());
    let names = list.into_iter().flat_map(|list| list.split(',')).map(str::trim);
    names
        .map(|name| match known.iter().find(|known| known.eq_ignore_ascii_case(name)) {
            Some(known) => Ok(*known),
            None => Err(unknown(what, name, &known)),
        })
        .collect()
}
