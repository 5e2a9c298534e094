//! Several stretches of one letter, read as one folded text that can point back.

use std::borrow::Cow;

use super::{Folded, Span};

/// The folded words of one or more stretches of a letter, joined by spaces.
#[derive(Clone, Debug)]
pub struct View<'f> {
    folded: &'f Folded,
    text: Cow<'f, str>,
    /// Where each stretch begins in `text`, and where it stands in the folded letter.
    parts: Vec<(usize, Span)>,
}

impl<'f> View<'f> {
    /// Reads `spans` of the letter, in the order given.
    pub fn new(folded: &'f Folded, spans: &[Span]) -> Self {
        if let [span] = spans {
            let part = folded.forth(*span).trim(folded.text());
            return View { folded, text: Cow::Borrowed(part.of(folded.text())), parts: vec![(0, part)] };
        }
        let mut text = String::new();
        let mut parts = Vec::with_capacity(spans.len());
        for span in spans {
            let part = folded.forth(*span).trim(folded.text());
            if part.is_empty() {
                continue;
            }
            if !text.is_empty() {
                text.push(' ');
            }
            parts.push((text.len(), part));
            text.push_str(part.of(folded.text()));
        }
        View { folded, text: Cow::Owned(text), parts }
    }

    /// The folded words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The stretches of the letter that `range` of the view came from.
    pub fn back(&self, range: Span) -> Vec<Span> {
        self.parts
            .iter()
            .filter_map(|&(at, part)| {
                let start = range.start.max(at);
                let end = range.end.min(at + part.len());
                (start < end).then(|| self.folded.back(part.start + start - at, part.start + end - at))
            })
            .collect()
    }
}
