//! Answers below a list of questions that bear neither number nor mark: told apart by their lines and tied by their order,
//! where each could be what its question asks for.

use super::Pairing;
use super::openings::Opening;
use super::parts::{Part, tidy};
use crate::catalogue::questionnaire::kind::guess_kind;
use crate::record::QuestionKind;
use crate::segment::begins_line;
use crate::text::{Span, View};
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

/// A sentence of an answer, or its label.
struct Piece {
    span: Span,
    /// True where a blank line stands before it.
    gap: bool,
    /// True where its part begins with it, on a line of its own.
    opens_block: bool,
    begins_line: bool,
}

impl Pairing<'_> {
    /// Paragraphs, blocks or lines of an answer in the order of the questions: as many as there are, or all but one. For each
    /// its question and the answer. The few that name their question, `chosen`, must name the one whose turn it is.
    pub(super) fn by_order(
        &self,
        parts: &[Part],
        pending: &[usize],
        chosen: &[Opening],
    ) -> Option<Vec<(usize, Vec<Span>)>> {
        let points = |part: &Part| part.pointer.as_ref().is_some_and(|pointer| pointer.explicit);
        let pointed: Vec<&Opening> = chosen.iter().filter(|opening| points(&parts[opening.part])).collect();
        let refuses = |part: &Part| part.pieces.iter().any(|piece| self.says(&[*piece], "refuses-the-request"));
        if pending.len() < 2
            || parts.iter().filter(|part| points(part)).count() > pointed.len()
            || parts.iter().any(refuses)
        {
            return None;
        }
        let in_turn = |tied: &[(usize, Vec<Span>)]| {
            let begins = |(_, answer): &(usize, Vec<Span>)| answer.first().map_or(0, |first| first.start);
            pointed.iter().all(|opening| {
                let at = tied.binary_search_by_key(&parts[opening.part].start, begins);
                at.is_ok_and(|at| opening.questions == [tied[at].0])
            })
        };
        let pieces = self.pieces(parts);
        let tie = |begins: &dyn Fn(&Piece) -> bool, few: bool| {
            let answers = self.chunks(&pieces, begins);
            // One may stand apart below a title of its own.
            let nearly = !few && answers.len() >= FEW && answers.len() + 1 == pending.len();
            let enough = nearly || answers.len() == pending.len();
            let tied = || pending.iter().copied().zip(answers).collect::<Vec<_>>();
            enough.then(tied).filter(|tied| in_turn(tied) && self.suit(tied, few))
        };
        let ways: [&dyn Fn(&Piece) -> bool; 3] =
            [&|piece| piece.gap, &|piece| piece.opens_block, &|piece| piece.begins_line];
        // Where some name their questions, only paragraphs tell the others apart.
        let ways = if pointed.is_empty() { &ways[..] } else { &ways[..1] };
        let many = || ways.iter().find_map(|begins| tie(begins, false));
        // Where each has a paragraph of its own, a few are enough.
        (pending.len() >= FEW).then(many).flatten().or_else(|| tie(ways[0], true))
    }

    /// The pieces of each answer, where `begins` says which pieces begin one.
    fn chunks(&self, pieces: &[Piece], begins: &dyn Fn(&Piece) -> bool) -> Vec<Vec<Span>> {
        pieces
            .chunk_by(|_, next| !begins(next))
            .map(|chunk| tidy(self.reading.text, chunk.iter().map(|piece| piece.span).collect()))
            .collect()
    }

    fn pieces(&self, parts: &[Part]) -> Vec<Piece> {
        let text = self.reading.text;
        let mut pieces = Vec::new();
        for part in parts {
            for (nth, &piece) in part.pieces.iter().enumerate() {
                let opens = nth == 0;
                let span = if opens { Span::new(part.start.min(piece.start), piece.end) } else { piece };
                let opens_block = opens && part.begins_line && part.start == span.start;
                pieces.push(Piece {
                    span,
                    gap: opens && part.gap,
                    opens_block,
                    begins_line: begins_line(text, span.start),
                });
            }
        }
        pieces
    }

    /// True where no answer is of another kind than was asked for, and half of those to closed questions are of that kind; where
    /// there are `few`, all of them.
    fn suit(&self, tied: &[(usize, Vec<Span>)], few: bool) -> bool {
        let (mut closed, mut well) = (0, 0);
        for (question, answer) in tied {
            // "Have you ever used it in the context of: (i) complaints?" asks with the words above the colon.
            let question = &self.questions()[*question];
            let above = question.intro.map_or(&[][..], |intro| &self.units[intro].pieces);
            let asked = View::new(self.reading.folded, &[above, &question.pieces].concat());
            let kind = guess_kind(asked.text());
            let suits = self.suits(kind, View::new(self.reading.folded, answer).text());
            if suits == Suits::Not {
                return false;
            }
            closed += usize::from(kind != QuestionKind::Text);
            well += usize::from(kind != QuestionKind::Text && suits == Suits::Well);
        }
        if few { well > 0 && well == closed } else { well >= 2 && 2 * well >= closed }
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
            QuestionKind::YesNo => plain || says(&["hedge", "stance-yes", "stance-no", "refused"]),
            QuestionKind::Date => !find_dates(words).is_empty(),
            QuestionKind::Number | QuestionKind::Counts => {
                words.contains(|c: char| c.is_ascii_digit())
                    || ["none", "nil", "zero"].iter().any(|word| words.starts_with(word))
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
