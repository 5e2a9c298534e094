//! Turns of phrase that show whether a name is the letter's own author's, from `data/authority-cues.toml`.

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::catalogue::patterns::{AnyOf, Pattern};

/// Stands for the name in the text that cues are matched against.
const NAME: &str = "\u{1}";

/// How letters speak of their author and of other bodies.
#[derive(Debug)]
pub struct Cues {
    surely: AnyOf,
    itself: AnyOf,
    elsewhere: AnyOf,
    surely_elsewhere: AnyOf,
    own_address: AnyOf,
    own_link: AnyOf,
    contact_label: AnyOf,
    own_path: AnyOf,
    departments: AnyOf,
    kinds: Vec<String>,
    /// Sentences with `{}` that must be read as the author's own, as another body's, and as surely the author's.
    #[cfg(test)]
    pub(super) examples: [Vec<String>; 3],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    surely: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))]
    surely_examples: Vec<String>,
    itself: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))]
    itself_examples: Vec<String>,
    elsewhere: Vec<String>,
    surely_elsewhere: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))]
    elsewhere_examples: Vec<String>,
    own_address: Vec<String>,
    own_link: Vec<String>,
    contact_label: Vec<String>,
    own_path: Vec<String>,
    departments: Vec<String>,
    kinds: Vec<String>,
    other_endings: Vec<String>,
}

impl Cues {
    /// Reads the cues file, and with it the words that make the head of a name another body's.
    pub(super) fn parse(toml: &str) -> Result<(Self, Vec<String>)> {
        let file: File = toml::from_str(toml).context("not a cues file")?;
        let cues = Cues {
            surely: any(&file.surely)?,
            itself: any(&file.itself)?,
            elsewhere: any(&file.elsewhere)?,
            surely_elsewhere: any(&file.surely_elsewhere)?,
            own_address: any(&file.own_address)?,
            own_link: any(&file.own_link)?,
            contact_label: any(&file.contact_label)?,
            own_path: any(&file.own_path)?,
            departments: any(&file.departments)?,
            kinds: file.kinds,
            #[cfg(test)]
            examples: [file.itself_examples, file.elsewhere_examples, file.surely_examples],
        };
        Ok((cues, file.other_endings))
    }

    /// True where a name between these folded words is said to be the author's, whatever else they say.
    pub fn surely_itself(&self, before: &str, after: &str) -> bool {
        self.surely.is_match(&format!("{before}{NAME}{after}"))
    }

    /// True where a name between these folded words is said to be the author's.
    pub fn itself(&self, before: &str, after: &str) -> bool {
        self.itself.is_match(&format!("{before}{NAME}{after}"))
    }

    /// True where a name between these folded words is said to be another body's.
    pub fn elsewhere(&self, before: &str, after: &str) -> bool {
        let words = format!("{before}{NAME}{after}");
        self.elsewhere.is_match(&words) || self.surely_elsewhere.is_match(&words)
    }

    /// True where a name between these folded words is said to be another body's, in whatever part of the letter.
    pub fn surely_elsewhere(&self, before: &str, after: &str) -> bool {
        self.surely_elsewhere.is_match(&format!("{before}{NAME}{after}"))
    }

    /// True where these folded words lead up to the writer's own address.
    pub fn own_address(&self, before: &str) -> bool {
        self.own_address.is_match(before)
    }

    /// True for a folded line that heads the address of whoever answers.
    pub fn heads_contact(&self, line: &str) -> bool {
        self.contact_label.is_match(line)
    }

    /// True where these folded words lead up to a link of the writer's own.
    pub fn own_link(&self, before: &str) -> bool {
        self.own_link.is_match(before)
    }

    /// True where a folded line names a department, or something that heads any body's letters.
    pub fn names_department(&self, line: &str) -> bool {
        self.departments.is_match(line)
    }

    /// True for a word of a body's name that tells what it is, and not where.
    pub fn names_kind(&self, word: &str) -> bool {
        self.kinds.iter().any(|kind| kind == word)
    }

    /// True where a path is one under which bodies publish their replies.
    pub fn own_path(&self, path: &str) -> bool {
        self.own_path.is_match(path)
    }
}

fn any(patterns: &[String]) -> Result<AnyOf> {
    let patterns = patterns.iter().map(|pattern| Pattern::new(pattern.replace("{}", NAME)));
    Ok(AnyOf::new(patterns.collect::<Result<_, _>>().context("a cue is not a regular expression")?))
}
