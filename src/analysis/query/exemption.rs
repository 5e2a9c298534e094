//! Provisions as people write them: `s21`, `section 40(2)`, `FOISA s17`.

use anyhow::{Result, bail};

use crate::record::Record;

/// A provision that is looked for; its sub-provisions count as it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provision {
    act: Option<String>,
    section: String,
}

impl Provision {
    /// Reads a provision.
    ///
    /// # Errors
    /// Words that name no section, regulation or article.
    pub fn parse(written: &str) -> Result<Self> {
        let lower = written.to_lowercase().replace("section", "s").replace("regulation", "r").replace("article", "art");
        let split =
            lower.rfind(' ').filter(|&at| lower[..at].trim().chars().all(|c| c.is_alphabetic() || "()".contains(c)));
        let (act, section) = match split {
            Some(at) if lower[..at].trim().len() > 3 || lower[..at].trim() == "eir" => {
                (Some(lower[..at].trim().to_owned()), &lower[at + 1..])
            }
            _ => (None, lower.as_str()),
        };
        let section: String = section.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
        let bare = section.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        if !bare.starts_with(|c: char| c.is_ascii_digit()) {
            bail!("`{written}` names no provision (--exemption); write it like s21, s40(2), r12(5)(b) or FOISA s17");
        }
        let section = if bare.len() == section.len() { format!("s{bare}") } else { section };
        Ok(Provision { act, section })
    }

    /// True where `record` relies on it, or on a part of it.
    pub fn relied_on(&self, record: &Record) -> bool {
        record.exemptions.iter().any(|exemption| self.covers(&exemption.provision))
    }

    fn covers(&self, provision: &str) -> bool {
        let lower = provision.to_lowercase();
        let (act, section) = lower.split_once(' ').unwrap_or(("", &lower));
        let rest = section.strip_prefix(self.section.as_str());
        self.act.as_ref().is_none_or(|wanted| wanted == act)
            && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_covers_its_parts_and_no_other() {
        let covers = |written: &str, provision: &str| Provision::parse(written).unwrap().covers(provision);
        assert!(covers("s21", "FOIA s21"));
        assert!(covers("21", "FOIA s21(1)"));
        assert!(covers("section 40(2)", "FOIA s40(2)(a)"));
        assert!(covers("r12(5)(b)", "EIR r12(5)(b)"));
        assert!(covers("FOISA s17", "FOISA s17"));
        assert!(!covers("s2", "FOIA s21"));
        assert!(!covers("s40(2)", "FOIA s40"));
        assert!(!covers("FOISA s17", "FOIA s17"));
        assert!(Provision::parse("privacy").is_err());
    }
}
