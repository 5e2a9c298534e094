//! The provisions of `data/exemptions.toml`: what may be relied on to refuse, so that no other section is taken for one.

use std::sync::LazyLock;

use serde::Deserialize;

/// One provision that lets an authority refuse or withhold.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// `FOIA`, `FOISA`, `EIR`, `EIR(S)` or `FOI(Jersey)L`.
    pub act: String,
    /// The number of the section, regulation or article.
    pub section: String,
    /// Its title, as the Act prints it.
    pub title: String,
    /// What it says, in a sentence.
    pub means: String,
    /// The subsections that withhold, where others only set conditions; all of them where empty.
    #[serde(default)]
    pub parts: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    provision: Vec<Provision>,
}

static PROVISIONS: LazyLock<Vec<Provision>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../../data/exemptions.toml"))
        .expect("data/exemptions.toml is checked by tests");
    file.provision
});

/// Every provision, in the order of the file.
pub fn all() -> &'static [Provision] {
    &PROVISIONS
}

/// The provision that a code such as `FOIA s40(2)` belongs to.
pub fn find_provision(code: &str) -> Option<&'static Provision> {
    let (act, rest) = code.split_once(' ')?;
    let rest = rest.trim_start_matches("art").trim_start_matches(['s', 'r']);
    let section = rest.split('(').next()?;
    all().iter().find(|provision| provision.act == act && provision.section == section)
}

/// The code of section `section` of `act` with its `parts`, if that provision exists and withholds.
pub(super) fn code(act: &str, section: &str, parts: &[String]) -> Option<String> {
    let known = all().iter().find(|known| known.act == act && known.section.eq_ignore_ascii_case(section))?;
    let part = parts.first().map(|part| shown(part));
    if part.is_some_and(|part| !known.parts.is_empty() && !known.parts.contains(&part)) {
        return None;
    }
    let letter = match act {
        "EIR" | "EIR(S)" => "r",
        "FOI(Jersey)L" => "art",
        _ => "s",
    };
    let parts: String = parts.iter().map(|part| format!("({})", shown(part))).collect();
    Some(format!("{act} {letter}{}{parts}", known.section))
}

/// A part as Acts print it: `(3A)`, `(b)`.
fn shown(part: &str) -> String {
    if part.starts_with(|c: char| c.is_ascii_digit()) { part.to_ascii_uppercase() } else { part.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_whole() {
        let mut seen = std::collections::BTreeSet::new();
        for provision in all() {
            assert!(["FOIA", "FOISA", "EIR", "EIR(S)", "FOI(Jersey)L"].contains(&provision.act.as_str()));
            assert!(seen.insert((&provision.act, &provision.section)), "{provision:?} stands twice");
            assert!(!provision.title.is_empty() && provision.means.ends_with('.'), "{provision:?}");
        }
    }

    #[test]
    fn codes_find_their_provision() {
        for (code, title) in [("FOIA s40(2)", "Personal information"), ("FOISA s17", "Information not held")] {
            assert_eq!(find_provision(code).map(|provision| provision.title.as_str()), Some(title));
        }
        assert!(find_provision("EIR r12(5)(b)").is_some() && find_provision("FOI(Jersey)L art16").is_some());
        assert!(find_provision("FOIA s10").is_none() && find_provision("none").is_none());
    }
}
