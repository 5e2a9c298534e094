//! What a question asks to be counted: its subjects, its periods, its lettered parts.

mod asks;
mod beside;
mod head;
mod parts;
mod subject;
#[cfg(test)]
mod tests;
mod when;

use foldhash::HashSet;

use crate::text::Regex;

pub use self::head::head;
pub use self::parts::{lettered, lettered_from_b};
pub use self::when::{When, days, names_period, nows, only_period};
use super::nouns::Nouns;
use crate::text::{Folded, Span, View};
use crate::when::{Period, find_periods};

/// A question, as far as the figures in its answer need it.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Asks for a number, for numbers or for a share.
    pub how_many: bool,
    /// Asks for a share, so that per cent figures answer.
    pub share: bool,
    /// What is to be counted, in the letter's own words; empty where the question does not say.
    pub subject: String,
    /// The same without what was done to it: "staff" of "how many staff were dismissed".
    pub thing: String,
    /// Asks about some of those that the question before asked for.
    pub among: bool,
    /// Each subject, where the question asks "how many" several times.
    pub subjects: Vec<String>,
    /// The only period that the question names.
    pub period: Option<When>,
    /// All periods that it names, where there are several: none of them holds for the whole answer.
    pub periods: Vec<When>,
    /// The years of that period, one by one, where it asks for each of them: "for each year from 2010 to 2014".
    pub years: Vec<When>,
    /// Asks how things are now: no period of an earlier question holds.
    pub now: bool,
    /// Names things that can be counted, without a verb of asking: a bare figure answers.
    pub names_things: bool,
    /// Asks how often.
    pub how_often: bool,
    /// Asks whether there was any, so that a figure which opens the answer says how many.
    pub any: bool,
    /// Asks yes or no, and only speaks of a number: "Is there a target for the number of cases?"
    pub yes_no: bool,
    /// The unit of time in which it asks for a wait or a length.
    pub unit: Option<&'static str>,
    /// Speaks of "the same years", "those quarters", "the three years": those of a question before it.
    pub same_periods: bool,
    /// Names them outright: "the same years".
    pub names_the_same: bool,
    /// "In each quarter", "by month".
    pub each_part: bool,
    /// The periods that were named last, by a question or by heads: those of a row whose heads are not beside it.
    pub above: Vec<When>,
    /// Speaks of academic years, so that years over two calendar years are such.
    pub academic: bool,
    /// Speaks of financial or calendar years, so that they are none.
    pub financial: bool,
    /// "On 31 March of each year": month and day.
    pub each_day: Option<(u32, u32)>,
    /// Names things that can be counted, without a verb of asking: a figure alone says how many.
    pub things: bool,
    /// The period of all but its first part, which asks how things are now: "How many do you own, and how many were bought
    /// in 2024?"
    pub later: Option<When>,
    /// Its lettered parts: `('a', "dismissal")`.
    pub parts: Vec<(char, String)>,
    words: HashSet<String>,
}

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a fixed pattern")
}

/// True where the folded text speaks of academic years.
pub fn speaks_of_academic_years(folded: &str) -> bool {
    folded.contains("academic year") || folded.contains("school year")
}

/// True where [`Asked::read`] would find that `span` asks for a number, which is far sooner told.
pub fn asks_how_many(folded: &Folded, span: Span) -> bool {
    let view = View::new(folded, &[span]);
    asks::for_share(view.text()) || asks::for_numbers(view.text(), &find_periods(view.text()))
}

/// No question asks "how many" more often.
const MOST: usize = 8;

impl Asked {
    /// Reads the question that stands at `spans` of `text`, as one.
    pub fn read(text: &str, folded: &Folded, spans: &[Span]) -> Asked {
        let view = View::new(folded, spans);
        let words = view.text();
        let share = asks::for_share(words);
        let things = asks::names_things(words);
        let mut periods = find_periods(words);
        let mut asked = Asked {
            share,
            how_many: share || asks::for_numbers(words, &periods),
            now: asks::how_it_is_now(words) || periods.is_empty() && asks::now_and_then(words, words.len()),
            names_things: things && !words.trim_end().ends_with('?'),
            how_often: asks::how_often(words),
            any: asks::whether_any(words),
            yes_no: asks::yes_or_no(words),
            unit: asks::unit(words),
            same_periods: asks::for_the_same_periods(words) || asks::of_the_same_things(words),
            each_part: asks::for_parts_of_a_year(words),
            names_the_same: asks::for_the_same_periods(words),
            academic: asks::about_learners(words) || speaks_of_academic_years(words),
            each_day: when::each_day(words),
            things,
            financial: words.contains("financial year") || words.contains("calendar year"),
            words: content_words(words).map(str::to_owned).collect(),
            ..Asked::default()
        };
        let capitals = |span: &Span| span.of(text).split(|c: char| !c.is_ascii_uppercase());
        let acronyms = spans.iter().flat_map(capitals).filter(|word| word.len() == 3);
        asked.words.extend(acronyms.map(str::to_lowercase));
        if periods.is_empty() {
            periods.extend(days(words));
        }
        let printed = |words: Span| {
            let pieces = view.back(words);
            squash(&pieces.iter().map(|piece| piece.of(text)).collect::<Vec<_>>().join(" "))
        };
        asked.parts = lettered(words).into_iter().map(|(letter, part)| (letter, printed(part))).collect();
        if !periods.iter().any(|period| period.span.len() + 3 > words.trim().len()) {
            let until = |subject: Span| {
                let end = timeless(words, subject, &periods);
                let cut = Span::new(subject.start, end);
                if end < subject.end { subject::closed(words, cut) } else { cut }
            };
            let subjects = subject::subjects(words).into_iter().take(MOST);
            asked.name(subjects.map(|subject| (printed(until(subject.thing)), printed(until(subject.done)))));
        }
        let place = |period: &Period| view.back(period.span).first().copied();
        let when = |period: &Period| Some(When { start: period.start, end: period.end, printed: place(period)? });
        asked.periods = periods.iter().filter_map(when).collect();
        if let Some(first) = asked.periods.first().copied()
            && asked.periods.iter().all(|when| (when.start, when.end) == (first.start, first.end))
        {
            asked.period = Some(first);
            asked.periods.clear();
            if asks::now_and_then(words, periods[0].span.start) {
                (asked.period, asked.later, asked.now) = (None, Some(first), true);
            }
            if ["each ", "every ", "per year", "by year", "annual", "yearly"].iter().any(|each| words.contains(each)) {
                asked.years = first.years();
            }
        }
        asked
    }

    /// The periods that one figure each answers: those it names, or the years of one that it names.
    pub fn each(&self) -> &[When] {
        if self.periods.is_empty() { &self.years } else { &self.periods }
    }

    /// This question, which a bare figure answers: "Reviews by the board in 2024" with "6" asks how many.
    pub fn answered_by_a_figure(mut self) -> Asked {
        self.how_many |= self.names_things;
        self
    }

    /// Takes its subjects from things and what was done to them; a thing that is not named again is the one before.
    fn name(&mut self, subjects: impl Iterator<Item = (String, String)>) {
        for (thing, done) in subjects {
            let again = ["of these", "of those", "of them"].contains(&thing.to_lowercase().as_str());
            let thing = if thing.is_empty() || again && !self.thing.is_empty() { self.thing.clone() } else { thing };
            let whole = format!("{thing} {done}");
            let whole = if self.parts.is_empty() { whole.trim().to_owned() } else { thing.clone() };
            if self.subjects.is_empty() {
                (self.thing, self.subject) = (thing, whole.clone());
            }
            self.subjects.push(whole);
        }
    }

    /// True where the question uses the word, or one with another ending.
    pub fn mentions(&self, word: &str) -> bool {
        word.len() > 2
            && !Nouns::shipped().is_empty(word)
            && (self.words.contains(word) || self.words.contains(stem(word)))
    }

    /// True where it asks for one thing beside another: "guides and stewards".
    pub fn names_several(&self) -> bool {
        [" and ", " or ", ", "].iter().any(|join| self.subject.contains(join))
    }

    /// True where what is to be counted uses the word, or one with another ending.
    pub fn names(&self, word: &str) -> bool {
        let subject = self.subject.to_lowercase();
        word.len() > 2 && content_words(&subject).any(|said| said == stem(word))
    }
}

/// Where the first of the periods in `subject` begins, or its end; a period belongs to "of the reports in 2024".
fn timeless(folded: &str, subject: Span, periods: &[Period]) -> usize {
    let inside = |at: &usize| (subject.start + 1..subject.end).contains(at) && !subject.of(folded).starts_with("of ");
    periods.iter().map(|period| period.span.start).find(inside).unwrap_or(subject.end)
}

/// The words that carry meaning, as stems.
fn content_words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 3).map(stem)
}

fn stem(word: &str) -> &str {
    let cut = ["ies", "ing", "ed", "es", "e", "s", "y"].iter().find_map(|ending| word.strip_suffix(ending));
    cut.filter(|cut| cut.len() > 2).unwrap_or(word)
}

/// White space folded to single spaces, emphasis dropped.
pub fn squash(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").replace("**", "")
}
