//! One row of `data/organisations.csv`: a body, its names through time, and what betrays it in a letter.

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use serde::Deserialize;

/// What sort of body it is; decides what evidence it needs before a letter may be said to be its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A trust or health board: any evidence counts.
    Provider,
    /// An integrated care board or national body: named in many letters that are not its own.
    Often,
    /// A council, force, university or other body outside the NHS: the author only of letters that no NHS body claims.
    Outside,
    /// A regulator, ombudsman, supplier or support unit: never taken for the author.
    Never,
}

/// Words that point at a body. Shared ones point at others too and only support what else is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The words, as printed.
    pub words: String,
    /// True where the file marks it with `?`.
    pub shared: bool,
}

/// A name that is no longer official.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerName {
    /// The name.
    pub name: String,
    /// The last day on which it was official; approximate where the file marks it with `~`.
    pub until: NaiveDate,
}

/// One body.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// ODS code, or the file's own key where ODS has none.
    pub code: String,
    /// The present official name; for a closed body its last.
    pub name: String,
    /// `acute`, `mental-health`, `icb`, `regulator` …
    pub kind: String,
    /// `England`, `Scotland`, `Wales` or `Northern Ireland`.
    pub country: String,
    /// NHS England region; the country elsewhere.
    pub region: String,
    /// First day of the code (not of the name).
    pub opened: Option<NaiveDate>,
    /// Last day.
    pub closed: Option<NaiveDate>,
    /// Codes that took over, the main one first.
    pub successors: Vec<String>,
    /// Earlier names, in no order.
    pub former_names: Vec<FormerName>,
    /// Names in use that are not official.
    pub short_names: Vec<Alias>,
    /// Initials.
    pub acronyms: Vec<Alias>,
    /// Hospitals.
    pub sites: Vec<Alias>,
    /// Web and mail domains, present and former.
    pub domains: Vec<Alias>,
    /// Published Freedom of Information mailboxes.
    pub mailboxes: Vec<Alias>,
    /// The body's token in shared `nhs.net` addresses.
    pub prefixes: Vec<Alias>,
    /// Postcodes of headquarters and sites.
    pub postcodes: Vec<String>,
}

/// A row as it stands in the file.
#[derive(Deserialize)]
pub(super) struct Row {
    code: String,
    name: String,
    kind: String,
    country: String,
    region: String,
    opened: String,
    closed: String,
    successors: String,
    former_names: String,
    short_names: String,
    acronyms: String,
    sites: String,
    domains: String,
    mailboxes: String,
    prefixes: String,
    postcodes: String,
}

impl Organisation {
    /// The code where it is one of the Organisation Data Service; `None` for the file's own keys.
    pub fn ods_code(&self) -> Option<&str> {
        let own = self.code.starts_with("x-") || (self.code.starts_with("S08") && self.code.len() == 9);
        (!own).then_some(self.code.as_str())
    }

    /// The official name on `date`; the present one without a date.
    pub fn name_on(&self, date: Option<NaiveDate>) -> &str {
        let Some(date) = date else { return &self.name };
        let then = self.former_names.iter().filter(|former| date <= former.until).min_by_key(|former| former.until);
        then.map_or(&self.name, |former| &former.name)
    }

    /// Every official name with the last day of its use; the present one has none.
    pub fn names(&self) -> impl Iterator<Item = (&str, Option<NaiveDate>)> {
        let former = self.former_names.iter().map(|former| (former.name.as_str(), Some(former.until)));
        std::iter::once((self.name.as_str(), self.closed)).chain(former)
    }

    /// What evidence it needs.
    pub fn standing(&self) -> Standing {
        match self.kind.as_str() {
            "icb" | "national" => Standing::Often,
            "regulator" | "ombudsman" | "supplier" | "requester" | "support-unit" => Standing::Never,
            "council" | "police" | "fire" | "university" | "government" | "crown-dependency" => Standing::Outside,
            _ => Standing::Provider,
        }
    }

    /// True where the body still existed on `date`, or where there is no date to tell.
    pub fn open_on(&self, date: Option<NaiveDate>) -> bool {
        !matches!((date, self.closed), (Some(date), Some(closed)) if closed < date)
    }
}

impl TryFrom<Row> for Organisation {
    type Error = anyhow::Error;

    fn try_from(row: Row) -> Result<Self> {
        ensure!(!row.code.is_empty() && !row.name.is_empty(), "a row needs a code and a name");
        let former_names =
            list(&row.former_names).map(former_name).collect::<Result<_>>().with_context(|| row.code.clone())?;
        Ok(Organisation {
            opened: day(&row.opened)?,
            closed: day(&row.closed)?,
            successors: list(&row.successors).map(str::to_owned).collect(),
            former_names,
            short_names: aliases(&row.short_names),
            acronyms: aliases(&row.acronyms),
            sites: aliases(&row.sites),
            domains: aliases(&row.domains),
            mailboxes: aliases(&row.mailboxes),
            prefixes: aliases(&row.prefixes),
            postcodes: list(&row.postcodes).map(str::to_owned).collect(),
            code: row.code,
            name: row.name,
            kind: row.kind,
            country: row.country,
            region: row.region,
        })
    }
}

fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').filter(|item| !item.is_empty())
}

fn aliases(cell: &str) -> Vec<Alias> {
    list(cell)
        .map(|item| Alias { words: item.trim_start_matches('?').to_owned(), shared: item.starts_with('?') })
        .collect()
}

fn former_name(item: &str) -> Result<FormerName> {
    let (name, until) = item.rsplit_once('@').with_context(|| format!("`{item}` needs `@` and its last day"))?;
    let until = day(until.trim_start_matches('~'))?.context("a former name needs its last day")?;
    Ok(FormerName { name: name.to_owned(), until })
}

fn day(cell: &str) -> Result<Option<NaiveDate>> {
    if cell.is_empty() {
        return Ok(None);
    }
    NaiveDate::parse_from_str(cell, "%Y-%m-%d").map(Some).with_context(|| format!("`{cell}` is not a date"))
}
