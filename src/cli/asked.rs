//! `--sent` and `--on`: the list of bodies asked, and the day to which what is overdue is counted.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use chrono::NaiveDate;

use crate::analysis::sent::{Fault, Sent, SentList, SentReport, read_list};
use crate::catalogue::{Catalogue, Organisations};
use crate::output::screen::visible;
use crate::source::decode;

/// So many faults of a list are shown, errors and warnings each.
const SHOWN: usize = 10;

/// The bodies asked.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Asked {
    /// The list of bodies asked: CSV with the columns body, sent_on and, if you like, clarified_on, reference, file, law
    #[arg(long, value_name = "SENT.csv")]
    pub sent: Option<PathBuf>,

    /// With --sent, count what is overdue to this day: YYYY-MM-DD. Default: the latest date in list and letters
    #[arg(long, value_name = "DATE", requires = "sent")]
    pub on: Option<String>,
}

impl Asked {
    /// The list, ready for letters; `None` where none is given.
    ///
    /// # Errors
    /// A list that cannot be read or used. What is doubtful in it is told on standard error, line by line.
    pub fn sent(&self, catalogue: &'static Catalogue) -> Result<Option<Sent<'static>>> {
        self.day()?;
        let organisations = &catalogue.organisations;
        Ok(self.list(organisations)?.map(|list| Sent::new(list, organisations)))
    }

    /// The day that is given.
    ///
    /// # Errors
    /// No day.
    pub fn day(&self) -> Result<Option<NaiveDate>> {
        self.on.as_ref().map(|day| read_day("--on", day)).transpose()
    }

    fn list(&self, organisations: &Organisations) -> Result<Option<SentList>> {
        let Some(path) = &self.sent else { return Ok(None) };
        let name = path.to_string_lossy();
        let bytes = std::fs::read(path).with_context(|| format!("cannot read {} (--sent)", visible(&name)))?;
        if bytes.starts_with(b"PK") {
            bail!("{} (--sent) is a spreadsheet's own file; save it as CSV, in UTF-8", visible(&name));
        }
        let (text, encoding, _) = decode(&bytes);
        let (list, mut faults) = read_list(&name, &text, organisations);
        if !encoding.starts_with("utf-") {
            let message = format!("the list is not in UTF-8 and is read as {encoding}; look at names with accents");
            faults.insert(0, Fault { line: 0, error: false, message });
        }
        tell(&name, &faults);
        match faults.iter().filter(|fault| fault.error).count() {
            0 => Ok(Some(list)),
            1 => bail!("the list {} (--sent) cannot be used until this is mended", visible(&name)),
            n => bail!("the list {} (--sent) cannot be used until these {n} errors are mended", visible(&name)),
        }
    }
}

/// The day that an option names.
///
/// # Errors
/// Anything but `YYYY-MM-DD`.
pub fn read_day(option: &str, written: &str) -> Result<NaiveDate> {
    let day = NaiveDate::parse_from_str(written, "%Y-%m-%d").ok().filter(|_| written.len() == 10);
    day.with_context(|| format!("`{}` is no day ({option}); write YYYY-MM-DD", visible(written)))
}

/// Says how many letters are nobody's, where the output has no room for them.
pub fn note_unmatched(report: &SentReport) {
    let (n, are) = match report.unmatched.len() {
        0 => return,
        1 => ("1 letter".to_owned(), "is"),
        n => (format!("{n} letters"), "are"),
    };
    anstream::eprintln!("note: {n} {are} nobody's on the list; `foi-rj summarise --sent` names them");
}

fn tell(name: &str, faults: &[Fault]) {
    for (error, word) in [(true, "error"), (false, "warning")] {
        let of_sort: Vec<&Fault> = faults.iter().filter(|fault| fault.error == error).collect();
        for fault in of_sort.iter().take(SHOWN) {
            let place = if fault.line == 0 { String::new() } else { format!(", line {}", fault.line) };
            anstream::eprintln!("{word}: {}{place}: {}", visible(name), visible(&fault.message));
        }
        if of_sort.len() > SHOWN {
            anstream::eprintln!("{word}: {}: and {} more like these", visible(name), of_sort.len() - SHOWN);
        }
    }
}
