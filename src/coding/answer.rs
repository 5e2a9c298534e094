//! One answer as its coders see it: its words as one folded text, its sentences, and the turns of phrase in them.

use crate::catalogue::{Cue, Phrases};
use crate::document::find_sentences;
use crate::text::{Folded, Span, View};

/// The words of one answer, or of the part of it that is about one question.
#[derive(Clone, Debug)]
pub struct Words<'a> {
    /// Its sentences.
    pub sentences: Vec<Sentence<'a>>,
    /// Where it stands in the letter.
    pub spans: Vec<Span>,
    /// All of it, folded.
    pub whole: View<'a>,
    source: From<'a>,
}

/// What an answer is read from.
#[derive(Clone, Copy, Debug)]
struct From<'a> {
    text: &'a str,
    folded: &'a Folded,
    phrases: &'a Phrases,
}

/// One sentence of an answer.
#[derive(Clone, Debug)]
pub struct Sentence<'a> {
    /// Where it stands in the letter.
    pub span: Span,
    /// Its folded words.
    pub view: View<'a>,
    /// The turns of phrase in it, in order of place.
    pub cues: Vec<Cue<'a>>,
    /// A provision that it relies on to refuse.
    pub relies_on: Option<Span>,
}

impl<'a> Words<'a> {
    /// Reads the answer that stands at `spans`.
    /// `relied` are the places in the letter where provisions are relied on.
    pub fn read(text: &'a str, folded: &'a Folded, phrases: &'a Phrases, spans: &[Span], relied: &[Span]) -> Self {
        let source = From { text, folded, phrases };
        let sentences = spans
            .iter()
            .flat_map(|span| find_sentences(text, *span))
            .map(|span| {
                let view = View::new(folded, &[span]);
                let cues = phrases.find(view.text(), &MEANINGS);
                let relies_on = relied.iter().copied().find(|place| span.contains(*place));
                Sentence { span, view, cues, relies_on }
            })
            .collect();
        Words { sentences, spans: spans.to_vec(), whole: View::new(folded, spans), source }
    }

    /// The part of the answer at `range` of its folded words, as an answer of its own.
    pub fn part(&self, range: Span) -> Self {
        let From { text, folded, phrases } = self.source;
        Words::read(text, folded, phrases, &self.whole.back(range), &[])
    }

    /// The same answer, cut down to the sentences that `keep` accepts.
    pub fn only(&self, keep: impl Fn(&Sentence<'a>) -> bool) -> Self {
        let sentences: Vec<Sentence<'a>> = self.sentences.iter().filter(|sentence| keep(sentence)).cloned().collect();
        let spans: Vec<Span> = sentences.iter().map(|sentence| sentence.span).collect();
        let whole = View::new(self.source.folded, &spans);
        Words { sentences, spans, whole, source: self.source }
    }

    /// The letter's text.
    pub fn text(&self) -> &'a str {
        self.source.text
    }

    /// True where nothing is written.
    pub fn is_empty(&self) -> bool {
        self.whole.text().trim().is_empty()
    }

    /// The first sentence with a phrase that means `meaning`.
    pub fn first(&self, meaning: &str) -> Option<(&Sentence<'a>, &Cue<'a>)> {
        self.sentences.iter().find_map(|sentence| sentence.cue(meaning).map(|cue| (sentence, cue)))
    }

    /// True where some sentence has a phrase that means `meaning`.
    pub fn says(&self, meaning: &str) -> bool {
        self.first(meaning).is_some()
    }
}

impl<'a> Sentence<'a> {
    /// The first phrase that means `meaning`.
    pub fn cue(&self, meaning: &str) -> Option<&Cue<'a>> {
        self.cues.iter().find(|cue| cue.phrase.means == meaning)
    }

    /// True where a phrase means `meaning`.
    pub fn says(&self, meaning: &str) -> bool {
        self.cue(meaning).is_some()
    }

    /// Where a phrase of this sentence stands in the letter.
    pub fn place(&self, cue: &Cue<'_>) -> Vec<Span> {
        self.view.back(cue.span)
    }
}

/// Every meaning that the coders ask for.
const MEANINGS: [&str; 30] = [
    "of-part",
    "the-rest",
    "not-made",
    "not-applicable",
    "not-held",
    "refused",
    "elsewhere",
    "same-as",
    "gives",
    "leading-yes",
    "leading-no",
    "only-holding",
    "hedge",
    "contrast",
    "stance-no",
    "stance-yes",
    "negation",
    "undecided",
    "limits",
    "of-all",
    "tabled",
    "opinion",
    "other-day",
    "first-of-two",
    "second-of-two",
    "both-of-two",
    "taken-back",
    "leaves-out",
    "of-information",
    "reported",
];
