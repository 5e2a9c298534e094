//! Every exchange of a letter, coded; answers that refer to other answers take their codes.

use std::collections::HashMap;

use super::dates::{FoundDate, find_date_of};
use super::fields::subject_of;
use super::{Coded, SameAs, Subject, Words, code_answer, same_as};
use crate::align::Alignment;
use crate::catalogue::Catalogue;
use crate::catalogue::patterns::Pattern;
use crate::catalogue::questionnaire::kind::guess_kind_by;
use crate::document::Number;
use crate::record::{Code, QuestionKind};
use crate::segment::{Pair, behind_pointer};
use crate::text::{Folded, Span, View};

/// One exchange with its code.
#[derive(Clone, Debug)]
pub struct CodedPair<'a> {
    /// The answer's words.
    pub words: Words<'a>,
    /// What kind of answer the question asks for.
    pub kind: QuestionKind,
    /// The code.
    pub coded: Coded,
    /// The exchange that the answer refers to, where that is all it does.
    pub refers_to: Option<usize>,
}

/// Codes every pair, in order. `relied` are the places where provisions are relied on.
pub fn code_pairs<'a>(
    text: &'a str,
    folded: &'a Folded,
    catalogue: &'a Catalogue,
    pairs: &[Pair],
    alignment: Option<&Alignment>,
    relied: &[Span],
) -> Vec<CodedPair<'a>> {
    let mut coded: Vec<CodedPair<'a>> = Vec::with_capacity(pairs.len());
    for (i, pair) in pairs.iter().enumerate() {
        let mut answer = pair.answer.clone();
        // "As regards question 2, we do" names its question before it answers.
        if let Some(first) = answer.first_mut() {
            *first = behind_pointer(folded, *first);
        }
        let words = Words::read(text, folded, &catalogue.phrases, &answer, relied);
        let served = alignment.map(|alignment| (alignment.questionnaire, alignment.served_by(i)));
        let question = served.as_ref().and_then(|(questionnaire, served)| {
            let first = *served.first()?;
            (served.len() < 5).then(|| &catalogue.questionnaires[*questionnaire].questions[first])
        });
        let asked = View::new(folded, &pair.question);
        let kind = match (&pair.number, question) {
            // One answer to a whole request is words, whatever it was asked.
            (None, None) if served.as_ref().is_some_and(|(_, served)| served.len() > 4) => QuestionKind::Text,
            (_, Some(question)) => question.kind,
            _ => guess_kind_by(asked.text(), words.whole.text()),
        };
        let (kind, subject) = match (kind, question) {
            // By itself an exchange about figures says the number, where one number is all it says.
            (QuestionKind::Counts, _) => (QuestionKind::Number, Subject::default()),
            (kind, Some(question)) => (kind, subject_of(question)),
            (kind, None) => (kind, Subject { asked: asked.text(), ..Subject::default() }),
        };
        let own = code_answer(kind, &words, subject);
        coded.push(CodedPair { words, kind, coded: own, refers_to: None });
    }
    let numbered = Numbered::new(pairs, &coded);
    for (i, coded) in coded.iter_mut().enumerate() {
        coded.refers_to = same_as(&coded.words).and_then(|same| find_referred(pairs, &numbered, coded.kind, i, &same));
    }
    for i in 0..coded.len() {
        if let Some(other) = coded[i].refers_to {
            let date = Some(&coded[other]).filter(|_| coded[i].kind == QuestionKind::Date);
            let told = date.and_then(|other| find_date_of(&other.words, dated_by(catalogue, alignment, i)));
            let (code, evidence) = match told.map(FoundDate::coded) {
                Some(told) => (told.code, told.evidence),
                None => (inherited(&coded, other, coded[i].kind), coded[i].words.spans.clone()),
            };
            coded[i].coded = Coded::inferred(code, "same-as-another", evidence);
        }
    }
    coded
}

/// The words that stand by the date which exchange `i` asks for.
fn dated_by<'c>(catalogue: &'c Catalogue, alignment: Option<&Alignment>, i: usize) -> &'c [Pattern] {
    let question = alignment.and_then(|alignment| {
        let questions = &catalogue.questionnaires[alignment.questionnaire].questions;
        alignment.served_by(i).first().map(|&question| &questions[question])
    });
    question.map_or(&[], |question| &question.subject.dated_by)
}

/// The code that another exchange lends; where the kinds differ only a state can be lent.
fn inherited(coded: &[CodedPair<'_>], other: usize, kind: QuestionKind) -> Code {
    // What only refers to a third lends what that one says.
    let lent =
        coded[other].refers_to.filter(|&further| further < other).map_or(&coded[other], |further| &coded[further]);
    let code = lent.coded.code.clone();
    match kind {
        // "Please see 2b" shows what is meant, whichever answer that is.
        QuestionKind::Text if code == Code::Blank => Code::Given,
        _ if !code.is_value() => code,
        _ if kind == lent.kind => code,
        QuestionKind::Text => Code::Given,
        QuestionKind::Date => Code::Elsewhere,
        QuestionKind::YesNo if matches!(code, Code::Yes | Code::No | Code::Qualified) => code,
        _ => Code::Elsewhere,
    }
}

/// The exchanges by their numbers, so that "See 2." need not look through all of them.
struct Numbered {
    /// The first that bears a number.
    own: HashMap<Number, usize>,
    /// The first below a number.
    below: HashMap<Number, usize>,
    /// The first below a number that asks for an answer of a kind.
    alike: HashMap<(Number, QuestionKind), usize>,
}

impl Numbered {
    fn new(pairs: &[Pair], coded: &[CodedPair<'_>]) -> Self {
        let mut numbered = Numbered { own: HashMap::new(), below: HashMap::new(), alike: HashMap::new() };
        for (at, (pair, coded)) in pairs.iter().zip(coded).enumerate() {
            let Some(number) = number_of(pair) else { continue };
            for depth in 1..number.0.len() {
                let above = Number(number.0[..depth].to_vec());
                numbered.below.entry(above.clone()).or_insert(at);
                numbered.alike.entry((above, coded.kind)).or_insert(at);
            }
            numbered.own.entry(number).or_insert(at);
        }
        numbered
    }

    /// The exchange that an answer of `kind` to the question `own` means by `number`. Of several under one number ("See 2.")
    /// it is the first that asks for an answer of the same kind.
    fn named(&self, number: &Number, own: Option<&Number>, kind: QuestionKind) -> Option<usize> {
        let full = own.map_or_else(|| number.clone(), |own| number.below(own));
        let alike = || self.alike.get(&(number.clone(), kind)).or_else(|| self.below.get(number));
        self.own.get(number).or_else(|| self.own.get(&full)).or_else(alike).copied()
    }
}

fn number_of(pair: &Pair) -> Option<Number> {
    pair.number.as_deref().and_then(Number::parse)
}

/// The exchange that the answer of exchange `i` refers to.
fn find_referred(pairs: &[Pair], numbered: &Numbered, kind: QuestionKind, i: usize, same: &SameAs) -> Option<usize> {
    let before = i.checked_sub(1);
    match same {
        SameAs::Previous => before,
        SameAs::Number(printed) => {
            let number = Number::parse(printed)?;
            numbered.named(&number, number_of(&pairs[i]).as_ref(), kind).filter(|&found| found != i).or(before)
        }
    }
}
