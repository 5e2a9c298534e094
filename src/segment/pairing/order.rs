//! Answers below a list of questions that bear neither number nor mark: told apart by their lines and tied by their order,
//! where each could be what its question asks for.

use std::ops::Range;

use super::Pairing;
use super::parts::{Part, join_parts};
use crate::catalogue::questionnaire::kind::guess_kind;
use crate::record::QuestionKind;
use crate::text::View;
use crate::when::find_dates;

/// So few questions and answers may be as many by chance.
const FEW: usize = 4;

/// How well an answer suits its question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Suits {
    Well,
    Perhaps,
    Not,
}

impl Pairing<'_> {
    /// Paragraphs, or lines, of an answer in the order of the questions: as many as there are, or the first of them where
    /// nothing tells against it. For each its question and its parts.
    pub(super) fn by_order(&self, parts: &[Part], pending: &[usize]) -> Option<Vec<(usize, Range<usize>)>> {
        if pending.len() < FEW || parts.iter().any(|part| part.pointer.as_ref().is_some_and(|pointer| pointer.explicit)) {
            return None;
        }
        let paragraphs: Vec<usize> = (0..parts.len()).filter(|&at| at == 0 || parts[at].gap).collect();
        let lines: Vec<usize> = (0..parts.len()).filter(|&at| at == 0 || parts[at].begins_line).collect();
        [paragraphs, lines].into_iter().find_map(|starts| {
            let ends = starts.iter().skip(1).copied().chain([parts.len()]);
            let places: Vec<Range<usize>> = starts.iter().zip(ends).map(|(&from, to)| from..to).collect();
            // One may stand apart below a title of its own.
            let enough = places.len() == pending.len() || places.len() >= FEW && places.len() + 1 == pending.len();
            let tied = || pending.iter().copied().zip(places.iter().cloned()).collect::<Vec<_>>();
            enough.then(tied).filter(|tied| self.suit(parts, tied))
        })
    }

    /// True where no answer is of another kind than was asked for, and half of those to closed questions are of that kind.
    fn suit(&self, parts: &[Part], tied: &[(usize, Range<usize>)]) -> bool {
        let (mut closed, mut well) = (0, 0);
        for (question, place) in tied {
            let asked = View::new(self.reading.folded, &self.questions()[*question].pieces);
            let kind = guess_kind(asked.text());
            let answer = join_parts(self.reading, &parts[place.clone()]);
            let suits = self.suits(kind, View::new(self.reading.folded, &answer).text());
            if suits == Suits::Not {
                return false;
            }
            closed += usize::from(kind != QuestionKind::Text);
            well += usize::from(kind != QuestionKind::Text && suits == Suits::Well);
        }
        well >= 2 && 2 * well >= closed
    }

    /// How well folded words suit a question of `kind`.
    fn suits(&self, kind: QuestionKind, words: &str) -> Suits {
        let says = |meanings: &[&str]| !self.reading.phrases.find(words, meanings).is_empty();
        let state = || says(&["not-applicable", "not-held", "not-made", "refused", "elsewhere", "same-as", "gives"]);
        let plain = says(&["leading-yes", "leading-no"]);
        let bare_date = find_dates(words).iter().any(|date| date.span.len() + 4 >= words.trim().len());
        let bare_number = words.trim_matches(['.', ' ']).bytes().all(|byte| byte.is_ascii_digit());
        let well = match kind {
            _ if words.trim().is_empty() => return Suits::Not,
            QuestionKind::YesNo if bare_date || bare_number => return Suits::Not,
            QuestionKind::YesNo => plain || says(&["hedge", "stance-yes", "stance-no"]),
            QuestionKind::Date => !find_dates(words).is_empty(),
            QuestionKind::Number | QuestionKind::Counts => {
                words.contains(|c: char| c.is_ascii_digit()) || ["none", "nil", "zero"].iter().any(|word| words.starts_with(word))
            }
            _ if plain && words.len() < "yes or no".len() || bare_date => return Suits::Not,
            _ => return Suits::Perhaps,
        };
        match well {
            true => Suits::Well,
            false if kind == QuestionKind::YesNo || state() => Suits::Perhaps,
            false => Suits::Not,
        }
    }
}
