//! What kind of answer a question of a request asks for, with the options or the periods that it names.

use std::sync::LazyLock;

use crate::text::Regex;
use chrono::Datelike;

use super::routing::LEAD;
use super::{Guess, Item, folded_with_stem};
use crate::catalogue::questionnaire::kind::guess_kind;
use crate::record::QuestionKind;
use crate::text::Folded;
use crate::when::{Period, find_periods};

fn pattern(words: &str) -> Regex {
    Regex::new(words).expect("a fixed pattern")
}

static AMOUNT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?-u:\b)(?:how (?:many|much|often)|(?:total )?number of|numbers of|(?:net|gross|total|annual) (?:income|cost|spend|expenditure|revenue|surplus)|amount of|what (?:was|is|are|were) the (?:[a-z]+ ){0,2}(?:total|cost|charge|price|fee|fine|rate|salary|budget))(?-u:\b)",
    )
});
static BY_PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?-u:\b)(?:(?:each|per|every|by) (?:of )?(?:(?:those|these|the|last|past|four|three|two|five|ten) )*(?:financial |calendar |academic )?(?:year|month|quarter)s?|(?:last|past) (?:three|two|four|five|ten|[0-9]+) (?:financial |calendar )?years|broken down by year|year by year)(?-u:\b)",
    )
});
static OF_THOSE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?-u:\b)of (?:those|these|them|which)(?-u:\b)"));
static WHICH: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?-u:\b)(?:which|what type|what kind|is it|are they)(?-u:\b)"));
/// "could you tell me": asks politely and not for yes or no.
static POLITE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:could|can|would|will) you (?:please |kindly )?(?:(?:tell|let) (?:me|us)(?: know)?|provide|confirm|state|say|supply|send|give)?,? ?",
    )
});
/// A yes-no question of any subject.
static AUXILIARY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:has|have|does|do|did|is|are|was|were|will|would|can|could|should) [^?]{3,}\??$"));

/// Guesses what the question at `at` asks for.
pub(super) fn guess(items: &[Item], at: usize) -> Guess {
    let whole = folded_with_stem(items, at);
    let own = Folded::new(&items[at].wording).text().trim().to_owned();
    let bare = strip(&whole);
    let mut guess = Guess::default();
    let before = items[..at]
        .iter()
        .rev()
        .find_map(|item| item.asks.as_ref())
        .filter(|before| before.kind == QuestionKind::Counts);
    let told = find_options(&items[at].wording);
    let periods = find_years(&own);
    if AMOUNT.is_match(&bare) && !AUXILIARY.is_match(&bare) {
        let follows = OF_THOSE.is_match(&bare) && before.is_some();
        let by_period = BY_PERIOD.is_match(&bare) || !periods.is_empty() || follows;
        guess.kind = if by_period { QuestionKind::Counts } else { QuestionKind::Number };
        if by_period {
            guess.periods = match (periods.is_empty(), before) {
                (true, Some(before)) => before.periods.clone(),
                _ => periods,
            };
            if guess.periods.is_empty() {
                guess.look.push("for which periods? list them under `periods`".to_owned());
            } else if follows && !BY_PERIOD.is_match(&bare) {
                guess.look.push("taken as asked for the periods of the question before".to_owned());
            }
        }
    } else if told.len() > 1 && WHICH.is_match(&bare) {
        guess.kind = QuestionKind::Choice;
        guess.options = told;
        guess.look.push("the options and the words that name them".to_owned());
    } else if AUXILIARY.is_match(&bare) {
        guess.kind = QuestionKind::YesNo;
    } else {
        guess.kind = guess_kind(&bare);
    }
    guess
}

/// The question without "if yes," and "could you tell me".
fn strip(folded: &str) -> String {
    let mut bare = folded;
    loop {
        let lead = LEAD.find(bare).or_else(|| POLITE.find(bare)).map_or(0, |lead| lead.end());
        match lead {
            0 => return bare.to_owned(),
            _ => bare = bare[lead..].trim_start_matches([',', ':', ' ']),
        }
    }
}

/// "cash, card, app, or permit only": the alternatives after the colon or in brackets.
fn find_options(wording: &str) -> Vec<(String, String)> {
    let listed = match (wording.rsplit_once(": "), wording.rsplit_once('(')) {
        (Some((_, after)), _) => after,
        (None, Some((_, after))) => after.split(')').next().unwrap_or(""),
        _ => return Vec::new(),
    };
    let listed = listed.replace(", or ", ",").replace(" or ", ",").replace(';', ",");
    if !listed.contains(',') || listed.split_whitespace().count() > 30 {
        return Vec::new();
    }
    let options =
        listed.split(',').map(|option| option.trim().trim_end_matches(['?', '.', ')'])).filter(|o| !o.is_empty());
    options.map(|option| (super::names::id_of(option), option.to_lowercase())).collect()
}

/// The years that a question names: each of a list, or those between the first and the last.
fn find_years(folded: &str) -> Vec<String> {
    let found = find_periods(folded);
    let words = |period: &Period| period.span.of(folded).to_owned();
    let bounds = |period: &Period| Some((period.start?, period.end?));
    let (first, last) = match &found[..] {
        [only] => match bounds(only) {
            Some((start, end)) if (end - start).num_days() > 400 => (start, end),
            Some(_) if BY_PERIOD.is_match(folded) => return vec![words(only)],
            _ => return Vec::new(),
        },
        [one, other] if ["to", "-", "and", "until"].contains(&folded[one.span.end..other.span.start].trim()) => {
            match (bounds(one), bounds(other)) {
                (Some((start, _)), Some((_, end))) if start < end => (start, end),
                _ => return found.iter().map(words).collect(),
            }
        }
        several => return several.iter().map(words).collect(),
    };
    let financial = first.month() == 4;
    let years = first.year()..=(last.year() - i32::from(financial));
    years.map(|year| if financial { format!("{year}/{:02}", (year + 1) % 100) } else { year.to_string() }).collect()
}
