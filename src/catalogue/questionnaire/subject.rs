//! What a question is about, told by its wording: so that shortened questions and answers to several at once are found.
//!
//! Words that only one or two questions of a questionnaire use tell them apart; words that stand for each other come
//! from the word families.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::text::Regex;

use super::deed::deed;
use super::{Group, Question, Questionnaire, Subject};
use crate::catalogue::families::{Families, Family};
use crate::catalogue::patterns::Pattern;
use crate::catalogue::stems::{stem, telling_words};
use crate::catalogue::topics::Topics;
use crate::record::QuestionKind;
use crate::text::Folded;

/// A word is telling where no more questions than this use it.
const TELLING: usize = 2;

/// The words by which a sentence speaks of one question rather than of the others.
pub(super) fn read_topics(questions: &[Question]) -> Topics {
    let asked: Vec<String> = questions.iter().map(|question| question.wordings.join(" ").to_lowercase()).collect();
    Topics::new(&asked)
}

/// Reads the subject of every question from its wordings, beside those of the others.
pub(super) fn read_subjects(questionnaire: &mut Questionnaire) {
    let read: Vec<Words> =
        questionnaire.questions.iter().map(|question| Words::read(question, &questionnaire.groups)).collect();
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    for word in read.iter().flat_map(|words| words.topics.keys()) {
        *used.entry(word).or_default() += 1;
    }
    let subjects: Vec<Subject> =
        questionnaire.questions.iter().enumerate().map(|(at, _)| subject(questionnaire, at, &read, &used)).collect();
    for (question, subject) in questionnaire.questions.iter_mut().zip(subjects) {
        question.subject = subject;
    }
}

fn subject(questionnaire: &Questionnaire, at: usize, read: &[Words], used: &BTreeMap<&str, usize>) -> Subject {
    let (question, own) = (&questionnaire.questions[at], &read[at]);
    let mut subject = Subject {
        asked_as: own.rarest(used),
        asked: own.asked.clone(),
        about: own.telling(used),
        ..Subject::default()
    };
    match question.kind {
        QuestionKind::YesNo => {
            subject.affirmed_by = own.deeds.clone();
            subject.denied_by = own.contraries.clone();
        }
        QuestionKind::Date => {
            // A date stands in a sentence about what happened then.
            let conditions = questionnaire.questions.iter().zip(read);
            let parents: Vec<&Words> =
                conditions.filter(|(q, _)| question.only_if.contains(&q.field)).map(|(_, words)| words).collect();
            subject.asked_as.push(WHEN.clone());
            subject.about.extend(parents.iter().flat_map(|parent| parent.telling(used)));
            subject.dated_by = own.topics.values().cloned().collect();
            subject.dated_by.extend(parents.iter().flat_map(|parent| parent.deeds.clone()));
        }
        QuestionKind::Text => subject.describes = question.wordings.iter().any(|wording| HOW.is_match(&fold(wording))),
        _ => subject.asks_money = question.wordings.iter().any(|wording| MONEY.is_match(&fold(wording))),
    }
    subject
}

/// A description asked for.
static HOW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:describ(?:e|es|ing)|description|explain|how|approach|what (?:do|does|did) (?:they|it|this|that|these|those)(?: [a-z]+)? (?:look like|involve|consist))(?-u:\b)")
        .expect("a fixed pattern")
});

/// True where a folded question asks for a description.
pub fn asks_how(folded: &str) -> bool {
    HOW.is_match(folded)
}

/// True where a folded question asks for a description beside what else it asks: "Are they used, and if so how?"
pub fn asks_also_how(folded: &str) -> bool {
    static ALSO: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?-u:\b)(?:describe|description|explain|(?:and|so|yes),? how|how (?:is|are) (?:it|they|this|these)|what (?:they|these) (?:are|were|involved?)|what form|in what (?:form|way)|what (?:the|your) (?:approach|arrangements|process|procedure|format))(?-u:\b)")
            .expect("a fixed pattern")
    });
    ALSO.is_match(folded)
}

/// A sum of money asked for.
static MONEY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"\u{a3}|(?-u:\b)(?:how much|charge|cost|costs|price|fee|spend|spent|income|salary|budget|paid|pounds)(?-u:\b)",
    )
    .expect("a fixed pattern")
});

/// A date asked for in short.
static WHEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"(?-u:\b)(?:when (?:was|did|were|will|is)|and when|if (?:so|yes|it (?:has|did|does)|they (?:have|did|do)),? (?:when|on what|from when)|(?:on |from )?what date|the date|date (?:of|[a-z]+ed))(?-u:\b)|(?-u:\b)when[?,]")
        .expect("a fixed pattern")
});

/// What one question's words say.
struct Words {
    /// The words themselves, folded.
    asked: String,
    /// What it is about: a word or a family's name, and the pattern that finds it.
    topics: BTreeMap<String, Pattern>,
    /// What is done, where the answer is yes.
    deeds: Vec<Pattern>,
    /// What is done instead.
    contraries: Vec<Pattern>,
}

impl Words {
    fn read(question: &Question, groups: &[Group]) -> Self {
        let folded: Vec<String> = question.wordings.iter().map(|wording| fold(wording)).collect();
        let topics = folded.iter().flat_map(|wording| topics(wording)).collect();
        let above = question.parent.as_ref().and_then(|id| groups.iter().find(|group| group.id == *id));
        let stem = above.map(|group| fold(&group.wording));
        let doing: Vec<&str> = folded.iter().chain(&stem).filter_map(|wording| deed(wording)).collect();
        let families: BTreeMap<&str, &Family> = doing
            .iter()
            .flat_map(|words| Families::shipped().named_in(words))
            .map(|family| (family.id.as_str(), family))
            .collect();
        // Where no family names the deed, its own first word does: "closed any library" is not said by "library".
        let said: BTreeSet<&str> = doing.iter().filter_map(|words| telling_words(words).next()).collect();
        let plain = said.into_iter().filter(|_| families.is_empty());
        Words {
            asked: stem.iter().chain(folded.first()).map(String::as_str).collect::<Vec<_>>().join(" "),
            topics,
            deeds: families.values().filter_map(|f| f.pattern()).chain(plain.filter_map(pattern)).collect(),
            contraries: families.values().filter_map(|family| family.contrary()).collect(),
        }
    }

    /// The topics that the fewest other questions share, and a family among the telling ones.
    fn rarest(&self, used: &BTreeMap<&str, usize>) -> Vec<Pattern> {
        let least = self.topics.keys().map(|word| used[word.as_str()]).min();
        let rare = |word: &str| Some(used[word]) == least;
        let family = |word: &str| Families::shipped().has(word) && used[word] <= TELLING;
        let named = self.topics.keys().any(|word| rare(word) && family(word));
        let kept = self.topics.iter().filter(|(word, _)| rare(word) || !named && family(word));
        kept.map(|(_, pattern)| pattern.clone()).collect()
    }

    /// The topics that tell the question from the others: its families, or else its own words.
    fn telling(&self, used: &BTreeMap<&str, usize>) -> Vec<Pattern> {
        let few = |word: &str| used[word] <= TELLING;
        let families = self.topics.keys().any(|word| few(word) && Families::shipped().has(word));
        let kept = self.topics.iter().filter(|(word, _)| few(word) && (!families || Families::shipped().has(word)));
        let told: Vec<Pattern> = kept.map(|(_, pattern)| pattern.clone()).collect();
        if told.is_empty() { self.rarest(used) } else { told }
    }
}

fn fold(words: &str) -> String {
    Folded::new(words).text().trim().to_owned()
}

/// The subjects that `folded` names.
fn topics(folded: &str) -> Vec<(String, Pattern)> {
    let families = Families::shipped().named_in(folded);
    let plain = telling_words(folded).filter(|word| !families.iter().any(|family| family.is_in(word)));
    let mut topics: Vec<(String, Pattern)> =
        plain.filter_map(|word| Some((stem(word).to_owned(), pattern(word)?))).collect();
    topics.extend(families.iter().filter_map(|family| Some((family.id.clone(), family.pattern()?))));
    topics
}

fn pattern(word: &str) -> Option<Pattern> {
    let stem = stem(word);
    let more = if stem.len() < word.len() || stem.len() > 4 { "[a-z]{0,5}" } else { "" };
    Pattern::new(format!("(?-u:\\b){}{more}(?-u:\\b)", regex::escape(stem))).ok()
}
