//! How people say the same thing, from `data/word-families.toml`: "signed up", "a signatory", "put its name to".

use foldhash::HashSet;
use std::sync::LazyLock;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::patterns::Pattern;
use crate::text::Span;

/// Words that stand for each other in questions and their answers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// Kebab-case, unique.
    pub id: String,
    /// Patterns over folded text, each of which says it.
    pub words: Vec<String>,
    /// Patterns over folded text that say the contrary.
    #[serde(default)]
    pub opposite: Vec<String>,
    /// Words in which it must be found.
    pub accept: Vec<String>,
    /// Words that it must leave alone.
    pub reject: Vec<String>,
    #[serde(skip)]
    any: Option<Pattern>,
    #[serde(skip)]
    contrary: Option<Pattern>,
}

/// Every family, and the words that tell no question from another.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Families {
    idle: HashSet<String>,
    #[serde(rename = "family")]
    all: Vec<Family>,
}

impl Family {
    /// True where `folded` names the family.
    pub fn is_in(&self, folded: &str) -> bool {
        self.any.as_ref().is_some_and(|any| any.is_match(folded))
    }

    /// The first place in `folded` where the family is named.
    pub fn find(&self, folded: &str) -> Option<Span> {
        self.any.as_ref()?.find(folded).map(|hit| hit.range().into())
    }

    /// One pattern that finds any of `words`, each from where a word begins.
    fn joined(words: &[String]) -> Result<Pattern, Box<regex_syntax::Error>> {
        Pattern::new(format!("(?-u:\\b)(?:{})", words.join("|")))
    }

    /// The family as one pattern.
    pub fn pattern(&self) -> Option<Pattern> {
        self.any.clone()
    }

    /// Its contrary as one pattern; `None` where it has none.
    pub fn contrary(&self) -> Option<Pattern> {
        self.contrary.clone()
    }
}

impl Families {
    /// The families compiled into the program.
    pub fn shipped() -> &'static Families {
        static SHIPPED: LazyLock<Families> = LazyLock::new(|| {
            Families::parse(include_str!("../../data/word-families.toml"))
                .expect("data/word-families.toml is checked by tests")
        });
        &SHIPPED
    }

    fn parse(toml: &str) -> Result<Self> {
        let mut families: Families = toml::from_str(toml).context("not a file of word families")?;
        for family in &mut families.all {
            let joined = |words| Family::joined(words).with_context(|| format!("family `{}`", family.id));
            let (any, contrary) = (joined(&family.words)?, joined(&family.opposite)?);
            family.contrary = Some(contrary).filter(|_| !family.opposite.is_empty());
            family.any = Some(any);
        }
        Ok(families)
    }

    /// The families that `folded` names.
    pub fn named_in(&self, folded: &str) -> Vec<&Family> {
        self.all.iter().filter(|family| family.is_in(folded)).collect()
    }

    /// True where a family has this id.
    pub fn has(&self, id: &str) -> bool {
        self.all.iter().any(|family| family.id == id)
    }

    /// True for a word that tells no question from another.
    pub fn is_idle(&self, word: &str) -> bool {
        self.idle.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_accepts_and_rejects_its_examples() {
        for family in &Families::shipped().all {
            assert!(!family.accept.is_empty() && !family.reject.is_empty(), "{} needs examples", family.id);
            let wrong: Vec<_> = family.accept.iter().filter(|words| !family.is_in(words)).collect();
            assert!(wrong.is_empty(), "{} must find {wrong:?}", family.id);
            let wrong: Vec<_> = family.reject.iter().filter(|words| family.is_in(words)).collect();
            assert!(wrong.is_empty(), "{} must leave {wrong:?}", family.id);
            assert!(family.opposite.is_empty() || family.contrary().is_some(), "{}", family.id);
        }
    }
}
