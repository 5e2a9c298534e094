//! Loads and checks `data/organisations.csv`, and answers whose name, domain, mailbox or postcode a thing is.

mod cues;
mod names;
mod organisation;
mod spelt;
#[cfg(test)]
mod tests;
mod words;

use foldhash::{HashMap, HashMapExt};

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;

pub use cues::Cues;
pub use names::{Form, NameHit, Names};
pub use organisation::{Alias, FormerName, Organisation, Standing};
pub use spelt::Spelt;
pub use words::{Words, words_of};

/// Whose a token is: one or more bodies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owners {
    /// Indices into [`Organisations::all`].
    pub bodies: Vec<usize>,
    /// True where the token is marked as one that does not decide.
    pub shared: bool,
}

impl Owners {
    /// The one body whose token it is; `None` where several share it.
    pub fn sole(&self) -> Option<usize> {
        match self.bodies[..] {
            [body] if !self.shared => Some(body),
            _ => None,
        }
    }
}

/// Every body we know, and the ways to it.
#[derive(Debug)]
pub struct Organisations {
    all: Vec<Organisation>,
    names: Names,
    spelt: Spelt,
    domains: HashMap<String, Owners>,
    mailboxes: HashMap<String, Owners>,
    prefixes: HashMap<String, Owners>,
    postcodes: HashMap<String, Owners>,
    cues: Cues,
}

impl Organisations {
    /// Reads the organisations file and the cues file; errors name the row or the line.
    pub fn parse(csv: &str, cues: &str) -> Result<Self> {
        let mut all: Vec<Organisation> = Vec::new();
        for (i, row) in csv::Reader::from_reader(csv.as_bytes()).into_deserialize::<organisation::Row>().enumerate() {
            let organisation = row.map_err(anyhow::Error::from).and_then(Organisation::try_from);
            let organisation = organisation.with_context(|| format!("row {} of the organisations file", i + 1))?;
            let ordered = all.last().is_none_or(|before| before.code < organisation.code);
            ensure!(ordered, "`{}` stands out of order or twice", organisation.code);
            all.push(organisation);
        }
        let (cues, other_endings) = Cues::parse(cues)?;
        Ok(Organisations {
            names: Names::new(&all, &other_endings)?,
            spelt: Spelt::new(&all, &cues),
            domains: owners(&all, |body| &body.domains),
            mailboxes: owners(&all, |body| &body.mailboxes),
            prefixes: owners(&all, |body| &body.prefixes),
            postcodes: postcodes(&all),
            cues,
            all,
        })
    }

    /// Every body, sorted by code.
    pub fn all(&self) -> &[Organisation] {
        &self.all
    }

    /// The body with this code.
    pub fn by_code(&self, code: &str) -> Option<&Organisation> {
        self.index_of(code).map(|index| &self.all[index])
    }

    /// Index in [`Self::all`] of the body with this code.
    pub fn index_of(&self, code: &str) -> Option<usize> {
        self.all.binary_search_by(|body| body.code.as_str().cmp(code)).ok()
    }

    /// True for the present or former name of a body that answers under the Scottish Act.
    pub fn is_scottish(&self, name: &str) -> bool {
        self.all.iter().any(|body| body.country == "Scotland" && body.names().any(|(known, _)| known == name))
    }

    /// The names of bodies.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The names of bodies as words.
    pub fn spelt(&self) -> &Spelt {
        &self.spelt
    }

    /// How letters speak of their author and of others.
    pub fn cues(&self) -> &Cues {
        &self.cues
    }

    /// Whose host this is: `www.kmpt.nhs.uk`, or any host below a body's domain. What lies below a country's own domain
    /// (`gov.scot`) may be another body's.
    pub fn owners_of_host(&self, host: &str) -> Option<&Owners> {
        /// No name of a host is longer, in bytes (RFC 1035, 2.3.4): dots without end are looked at once.
        const LONGEST: usize = 255;
        let mut rest = if host.len() <= LONGEST { host } else { "" };
        while rest.contains('.') {
            let country = rest.len() < host.len() && rest.starts_with("gov.");
            if let Some(owners) = self.domains.get(rest).filter(|_| !country) {
                return Some(owners);
            }
            rest = rest.split_once('.').map_or("", |(_, rest)| rest);
        }
        None
    }

    /// Whose published mailbox this is.
    pub fn owners_of_mailbox(&self, address: &str) -> Option<&Owners> {
        self.mailboxes.get(address)
    }

    /// Whose token this is in shared `nhs.net` addresses.
    pub fn owners_of_prefix(&self, token: &str) -> Option<&Owners> {
        self.prefixes.get(token)
    }

    /// Whose address has this postcode, written without a space.
    pub fn owners_of_postcode(&self, postcode: &str) -> Option<&Owners> {
        self.postcodes.get(postcode)
    }

    /// The body that answers for `body` on `date`: itself, or its main successor where it had closed by then.
    pub fn heir(&self, body: usize, date: Option<NaiveDate>) -> usize {
        let mut heir = body;
        for _ in 0..self.all.len() {
            let next = self.all[heir].successors.first().and_then(|code| self.index_of(code));
            match next {
                Some(next) if !self.all[heir].open_on(date) => heir = next,
                _ => break,
            }
        }
        heir
    }
}

fn owners(all: &[Organisation], list: impl Fn(&Organisation) -> &[Alias]) -> HashMap<String, Owners> {
    let mut owners: HashMap<String, Owners> = HashMap::new();
    for (index, body) in all.iter().enumerate() {
        for alias in list(body) {
            let entry = owners.entry(alias.words.clone()).or_default();
            entry.bodies.push(index);
            entry.shared |= alias.shared;
        }
    }
    owners
}

fn postcodes(all: &[Organisation]) -> HashMap<String, Owners> {
    let mut owners: HashMap<String, Owners> = HashMap::new();
    for (index, body) in all.iter().enumerate() {
        for postcode in &body.postcodes {
            owners.entry(postcode.to_lowercase().replace(' ', "")).or_default().bodies.push(index);
        }
    }
    owners
}
