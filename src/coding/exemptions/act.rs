//! Which Act a provision belongs to: by the words beside it, else by what the whole letter is about.

use std::sync::LazyLock;

use crate::text::Regex;

use super::mention::Word;
use crate::text::Span;

/// The Act after a provision: "of the Data Protection Act 2018", "FOIA".
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^(?: ?\([^()]{0,80}\))*[ ,\-"]{0,3}(?:(?:of|under|in|from|to) )?(?:the |that |this )?((?:[a-z(][a-z'(),&-]* ){0,9}?(?:act|regulations?|law|order|gdpr|foia|foisa|foi|eirs?|rules|code)(?: |[.,;:)]|$))"#)
        .expect("a fixed pattern")
});

/// The Act before a provision: "FOIA section 40".
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"((?:data protection|environmental information|freedom of information|equality|human rights)(?: \(scotland\))? (?:act|regulations)|dpa|gdpr|foia|foisa|eirs?)(?: [0-9]{4})?(?: \([a-z]+\))?[ ,:(-]*$")
        .expect("a fixed pattern")
});

/// What the laws of requests are called.
const OURS: [&str; 7] = [
    "information act",
    "information (scotland) act",
    "information (jersey) law",
    "foi act",
    "foia",
    "foi",
    "environmental information",
];

/// An Act with its year, whatever words its title has: "of the Offences against the Person Act 1861".
static OF_ACT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^,? of the (?:[a-z'(),&-]+ ){1,7}act (?:1[89]|20)[0-9]{2}(?-u:\b)").expect("a fixed pattern")
});

/// A document whose sections have numbers, too: "section 14 of the Disciplinary Policy".
static OF_DOCUMENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^,? (?:of|in) (?:the|our|this|that|its|their) (?P<name>(?:[a-z'()&-]+ ){0,5}?)(?:polic(?:y|ies)|procedures?|handbook|manual|guide|guidance|plan|protocol|report|strategy|charter|standards?|framework|agreement|minutes)(?-u:\b)")
        .expect("a fixed pattern")
});

static EIR: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?-u:\b)eirs?(?-u:\b)").expect("a fixed pattern"));

/// The law that a whole letter is answered under.
#[derive(Clone, Copy, Debug)]
pub(super) struct Law {
    scotland: bool,
    environment: bool,
    jersey: bool,
}

impl Law {
    /// Reads it off the folded letter; a Scottish body answers under its own Act where it names no other.
    pub(super) fn of(folded: &str, scottish: bool) -> Self {
        let named = folded.contains("foisa") || folded.contains("freedom of information (scotland)");
        let scotland = named || scottish && !folded.contains("information act 2000");
        let environment = folded.contains("environmental information") || EIR.is_match(folded);
        let jersey = folded.contains("(jersey) law");
        Law { scotland, environment, jersey }
    }

    /// The name of the Act that sections of the letter belong to.
    pub(super) fn act(self) -> &'static str {
        if self.scotland { "FOISA" } else { "FOIA" }
    }

    /// The Act of the provisions at `span` of `folded`; `None` for a law that is none of ours.
    pub(super) fn of_mention(self, folded: &str, word: Word, span: Span) -> Option<&'static str> {
        let own = match word {
            Word::Section => self.act(),
            Word::Regulation if self.environment && self.scotland => "EIR(S)",
            Word::Regulation if self.environment => "EIR",
            Word::Article if self.jersey => "FOI(Jersey)L",
            Word::Regulation | Word::Article => return None,
        };
        let start = (span.start.saturating_sub(80)..=span.start).find(|&i| folded.is_char_boundary(i))?;
        let end = (span.end..=(span.end + 160).min(folded.len())).rev().find(|&i| folded.is_char_boundary(i))?;
        let after = AFTER.captures(&folded[span.end..end]).map(|found| found.get(1).map_or("", |act| act.as_str()));
        let named = after.or_else(|| {
            BEFORE.captures(&folded[start..span.start]).map(|found| found.get(1).map_or("", |act| act.as_str()))
        });
        let named = named.map_or(Some(own), |named| self.named(named, own));
        let other = |act: crate::text::Match<'_>| !OURS.iter().any(|ours| act.as_str().contains(ours));
        let document = OF_DOCUMENT.captures(&folded[span.end..end]);
        let of_document = document.is_some_and(|found| {
            let name = found.name("name").map_or("", |name| name.as_str());
            !name.split(' ').any(|word| ["act", "is", "applies", "and", "to"].contains(&word))
        });
        named.filter(|_| !of_document).filter(|_| !OF_ACT.find(&folded[span.end..end]).is_some_and(other))
    }

    fn named(self, words: &str, own: &'static str) -> Option<&'static str> {
        let words = words.trim_end_matches([' ', '.', ',', ';', ':', ')']);
        match words {
            words if words.contains("scotland") && words.contains("information") || words.ends_with("foisa") => {
                Some("FOISA")
            }
            words if OURS.iter().any(|ours| words.contains(ours)) || words.contains("eir") => Some(match own {
                "FOISA" if words.ends_with("foia") => "FOIA",
                own => own,
            }),
            "act" | "law" | "regulations" | "regulation" => Some(own),
            words if words.ends_with(" act") && !words.contains("the ") && is_title(words) => None,
            words
                if ["gdpr", "order", "rules", "code", "law", "regulations"].iter().any(|end| words.ends_with(end)) =>
            {
                None
            }
            _ => Some(own),
        }
    }
}

/// True for "data protection act", not for "exempt under the act": a title names no doing.
fn is_title(words: &str) -> bool {
    !["is", "as", "under", "because", "applies", "exempt", "and", "by"]
        .iter()
        .any(|verb| words.split(' ').any(|w| w == *verb))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coding::exemptions::mention::find_mentions;

    #[test]
    fn the_act_is_told_by_the_words_beside_a_provision() {
        for (words, wanted) in [
            ("exempt under section 40(2) of the act.", Some("FOIA")),
            ("it is exempt under section 40(2)", Some("FOIA")),
            ("a breach of s.35 of the data protection act 2018", None),
            ("the data protection act 2018 section 35", None),
            ("under section 2 of the compensation act 2006", None),
            ("section 23 and 24 of the offences against the person act 1861", None),
            ("section 40(2) of the freedom of information act 2000", Some("FOIA")),
            ("section 12 of the foi act 2000", Some("FOIA")),
            ("section 17 of the freedom of information (scotland) act 2002", Some("FOISA")),
            ("under foisa section 17", Some("FOISA")),
            ("regulation 28 report to prevent deaths", None),
            ("regulation 12(5)(b) of the environmental information regulations 2004", Some("EIR")),
            ("article 16 of the freedom of information (jersey) law 2011", Some("FOI(Jersey)L")),
            ("the new section 14 of the disciplinary policy", None),
            ("section 22 of the act as the policy will be published", Some("FOIA")),
            ("article 6 of the uk gdpr", None),
            ("section 22 of the freedom of information act 2000 is engaged", Some("FOIA")),
            ("section 41(1) (provided in confidence) of the foia", Some("FOIA")),
        ] {
            let mention = find_mentions(words, 9).remove(0);
            assert_eq!(Law::of(words, false).of_mention(words, mention.word, mention.span), wanted, "{words}");
        }
    }
}
